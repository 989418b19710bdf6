//! What lies in the stores: texts, numbers and heads of snapshots as fields of JavaScript objects.

use js_sys::{JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::storage::{
    journal::JournalProblem,
    js_text::{object, raw},
    shelf::Raw,
    snapshots::{Head, Why},
};

/// The label of what has a number and is no change.
pub(super) const NOTHING_TO_REMEMBER: &str = "";

fn field(value: &JsValue, field: &str) -> Option<JsValue> {
    Reflect::get(value, &field.into()).ok()
}

pub(super) fn raw_of(value: &JsValue, name: &str) -> Option<Raw> {
    text_as_it_lies(field(value, name)?)
}

pub(super) fn text_of(value: &JsValue, name: &str) -> Option<String> {
    field(value, name)?.as_string()
}

pub(super) fn number_of(value: &JsValue, field: &str) -> Option<u64> {
    number(&self::field(value, field)?)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be a whole number")]
pub(super) fn number(value: &JsValue) -> Option<u64> {
    let number = value.as_f64()?;
    (number >= 0.0 && number.fract() == 0.0 && number < 9e15).then_some(number as u64)
}

#[allow(clippy::cast_precision_loss, reason = "sequence numbers and milliseconds stay far below 2^53")]
pub(super) fn js_number(number: u64) -> JsValue {
    JsValue::from_f64(number as f64)
}

/// A text that lies in a store by itself.
pub(super) fn text_as_it_lies(value: JsValue) -> Option<Raw> {
    Some(raw(value.dyn_into::<JsString>().ok()?))
}

/// What has a number and is no change.
pub(super) fn nothing_to_remember() -> Result<JsValue, JournalProblem> {
    Ok(object(&[("at", js_number(0)), ("label", NOTHING_TO_REMEMBER.into()), ("before", "[]".into())])?)
}

pub(super) fn head_to_js(head: &Head) -> Result<JsValue, JournalProblem> {
    let (why, label) = match &head.why {
        Why::Day => ("day", String::new()),
        Why::Before(label) => ("before", label.clone()),
        Why::Format(version) => ("format", version.to_string()),
    };
    Ok(object(&[
        ("at", js_number(head.at)),
        ("day", JsValue::from_str(&head.day.to_string())),
        ("why", JsValue::from_str(why)),
        ("label", JsValue::from_str(&label)),
        ("entries", js_number(head.entries as u64)),
        ("size", js_number(head.size as u64)),
    ])?)
}

pub(super) fn head_of(value: &JsValue) -> Option<Head> {
    let label = text_of(value, "label")?;
    let why = match text_of(value, "why")?.as_str() {
        "day" => Why::Day,
        "format" => Why::Format(label.parse().ok()?),
        _ => Why::Before(label),
    };
    Some(Head {
        at: number_of(value, "at")?,
        day: text_of(value, "day")?.parse().ok()?,
        why,
        entries: usize::try_from(number_of(value, "entries")?).ok()?,
        size: usize::try_from(number_of(value, "size")?).ok()?,
    })
}
