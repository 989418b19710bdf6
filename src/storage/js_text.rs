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
    match as_text(&text) {
        Some(text) => Raw::Text(text),
        None => Raw::Units(text.iter().collect()),
    }
}

/// A text of the browser, if it is one and no half of a character is in it.
pub(super) fn as_text(text: &JsString) -> Option<String> {
    let rust = String::from(text);
    // A half comes over as this sign. Only where it stands is it worth while to look at each unit.
    (!rust.contains(char::REPLACEMENT_CHARACTER) || text.is_valid_utf16()).then_some(rust)
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
