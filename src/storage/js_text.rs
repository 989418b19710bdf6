//! Values of the browser: texts as it holds them, since a Rust `String` cannot hold half of a character,
//! objects, and what its errors say.

use js_sys::{JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::shelf::Raw;

/// How one of the browser's own errors reads.
pub(super) fn said(error: &JsValue) -> String {
    error
        .dyn_ref::<js_sys::Error>()
        .map(|error| format!("{}: {}", error.name(), error.message()))
        .or_else(|| error.dyn_ref::<web_sys::DomException>().map(|e| format!("{}: {}", e.name(), e.message())))
        .or_else(|| error.as_string())
        .unwrap_or_else(|| "no reason given".to_owned())
}

/// A text of the browser, exactly as it is.
pub(super) fn raw(text: JsString) -> Raw {
    if text.is_valid_utf16() { Raw::Text(text.into()) } else { Raw::Units(text.iter().collect()) }
}

/// The same as a text of the browser.
pub(super) fn js(raw: &Raw) -> JsString {
    match raw {
        Raw::Text(text) => text.as_str().into(),
        // A call takes only so many arguments, so the text is put together from pieces.
        Raw::Units(units) => {
            let pieces = units.chunks(8192).map(JsString::from_char_code);
            pieces.fold(JsString::from(""), |text, piece| text.concat(&piece))
        }
    }
}

/// An object with these fields.
pub(super) fn object(fields: &[(&str, JsValue)]) -> Result<JsValue, JsValue> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &(*name).into(), value)?;
    }
    Ok(object.into())
}
