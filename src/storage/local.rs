//! Local storage as a [`Shelf`].

use gloo_storage::Storage as _;
use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};

use super::{
    js_text::{js, raw, said},
    shelf::{Raw, Shelf, ShelfProblem},
};

/// The local storage of this origin.
#[derive(Debug, Clone)]
pub struct LocalShelf(web_sys::Storage);

fn problem(error: &JsValue) -> ShelfProblem {
    let name = error.dyn_ref::<web_sys::DomException>().map(web_sys::DomException::name);
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => ShelfProblem::Full,
        _ => ShelfProblem::Refused(said(error)),
    }
}

impl LocalShelf {
    /// The local storage of this page.
    ///
    /// # Errors
    /// When the browser has none or blocks it.
    pub fn new() -> Result<Self, ShelfProblem> {
        let none = || ShelfProblem::Refused("this browser has no local storage here".to_owned());
        let window = web_sys::window().ok_or_else(none)?;
        // gloo-storage panics where storage is blocked, so the browser is asked first.
        window.local_storage().map_err(|error| problem(&error))?.ok_or_else(none)?;
        Ok(Self(gloo_storage::LocalStorage::raw()))
    }
}

impl LocalShelf {
    /// A method of the storage, called with texts as JavaScript has them: a Rust `String` cannot hold
    /// half of a character.
    fn method(&self, name: &str) -> Result<js_sys::Function, JsValue> {
        js_sys::Reflect::get(&self.0, &name.into())?.dyn_into()
    }
}

impl Shelf for LocalShelf {
    fn keys(&self) -> Result<Vec<String>, ShelfProblem> {
        let length = self.0.length().map_err(|error| problem(&error))?;
        let keys = (0..length).filter_map(|at| self.0.key(at).transpose());
        keys.map(|key| key.map_err(|error| problem(&error))).collect()
    }

    fn get(&self, key: &str) -> Result<Option<Raw>, ShelfProblem> {
        let value =
            self.method("getItem").and_then(|get| get.call1(&self.0, &key.into())).map_err(|error| problem(&error))?;
        Ok(value.dyn_into::<JsString>().ok().map(raw))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), ShelfProblem> {
        self.0.set_item(key, text).map_err(|error| problem(&error))
    }

    fn put(&self, key: &str, raw: &Raw) -> Result<(), ShelfProblem> {
        self.method("setItem")
            .and_then(|set| set.call2(&self.0, &key.into(), &js(raw)))
            .map_err(|error| problem(&error))?;
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), ShelfProblem> {
        self.0.remove_item(key).map_err(|error| problem(&error))
    }
}
