//! Whether the browser promises not to clear the notebook by itself.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What the browser answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Promise {
    /// It will not clear it by itself.
    Kept,
    /// It may, when room is short.
    NotKept,
    /// It has no such promise to give.
    Unknown,
}

fn storage() -> Option<web_sys::StorageManager> {
    let navigator = web_sys::window()?.navigator();
    let storage = js_sys::Reflect::get(&navigator, &JsValue::from_str("storage")).ok()?;
    storage.dyn_into().ok()
}

async fn answer(promise: Result<js_sys::Promise, JsValue>) -> Promise {
    let Ok(promise) = promise else { return Promise::Unknown };
    match JsFuture::from(promise).await.ok().and_then(|answer| answer.as_bool()) {
        Some(true) => Promise::Kept,
        Some(false) => Promise::NotKept,
        None => Promise::Unknown,
    }
}

/// Asks for the promise. Some browsers ask the person, so this is done when there is something to lose.
pub async fn ask() -> Promise {
    match storage() {
        Some(storage) => answer(storage.persist()).await,
        None => Promise::Unknown,
    }
}

/// Whether the promise was given.
pub async fn given() -> Promise {
    match storage() {
        Some(storage) => answer(storage.persisted()).await,
        None => Promise::Unknown,
    }
}
