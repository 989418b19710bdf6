//! Texts as the browser holds them: a Rust `String` cannot hold half of a character.

use js_sys::JsString;
use wasm_bindgen::JsValue;

use super::shelf::Raw;

/// How one of the browser's own errors reads.
pub(super) fn said(error: &JsValue) -> String {
    use wasm_bindgen::JsCast;
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
