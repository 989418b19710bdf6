//! Local storage as a [`Shelf`].

use gloo_storage::Storage as _;
use js_sys::{Array, Function, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::{
    js_text::{as_text, js, raw, said},
    shelf::{Raw, Shelf, ShelfProblem, one_by_one},
    turns::Turn,
};

/// What stands between texts that come over as one. JSON has it nowhere.
const BETWEEN: char = '\0';

/// The local storage of this origin.
#[derive(Debug, Clone)]
pub struct LocalShelf(web_sys::Storage, Turn);

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
        Ok(Self(gloo_storage::LocalStorage::raw(), Turn::begin()))
    }
}

impl LocalShelf {
    /// A method of the storage, called with texts as JavaScript has them: a Rust `String` cannot hold
    /// half of a character.
    fn method(&self, name: &str) -> Result<Function, JsValue> {
        Reflect::get(&self.0, &name.into())?.dyn_into()
    }

    /// Everything at once; none where it cannot be taken apart again, or some of it is no text. Ten thousand texts
    /// that come over one by one take ten times as long.
    fn all_at_once(&self) -> Result<Option<Vec<(String, Raw)>>, JsValue> {
        let keys = Object::keys(self.0.unchecked_ref::<Object>());
        let get = self.method("getItem")?.bind0(&self.0);
        let from: Function = Reflect::get(&keys.constructor(), &"from".into())?.dyn_into()?;
        let texts: Array = from.call2(&JsValue::UNDEFINED, &keys, &get)?.dyn_into()?;
        if texts.includes(&JsValue::NULL, 0) {
            return Ok(None);
        }
        let between = BETWEEN.to_string();
        let (Some(all_keys), Some(all_texts)) = (as_text(&keys.join(&between)), as_text(&texts.join(&between))) else {
            return Ok(None);
        };
        let apart = |all: &str| all.split(BETWEEN).map(str::to_owned).collect::<Vec<_>>();
        let (each_key, each_text) = (apart(&all_keys), apart(&all_texts));
        if each_key.len() != each_text.len() || each_key.len() != keys.length() as usize {
            return Ok(None);
        }
        Ok(Some(each_key.into_iter().zip(each_text.into_iter().map(Raw::Text)).collect()))
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

    fn all(&self) -> Result<Vec<(String, Raw)>, ShelfProblem> {
        match self.all_at_once().map_err(|error| problem(&error))? {
            Some(all) => Ok(all),
            None => one_by_one(self),
        }
    }

    fn set(&self, key: &str, text: &str) -> Result<(), ShelfProblem> {
        self.0.set_item(key, text).map_err(|error| problem(&error))
    }

    async fn turn(&self) {
        self.1.pause().await;
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
