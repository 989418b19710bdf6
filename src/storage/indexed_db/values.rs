//! What lies in the stores: texts, numbers and heads of snapshots as fields of JavaScript objects.

use js_sys::{JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::{
    exchange::{Reason, Refusal},
    storage::{
        journal::JournalProblem,
        js_text::{object, raw},
        shelf::Raw,
        snapshots::{Head, Why},
    },
};

/// The label of what has a number and is no change.
pub(super) const NOTHING_TO_REMEMBER: &str = "";

fn field(value: &JsValue, field: &str) -> Option<JsValue> {
    Reflect::get(value, &field.into()).ok()
}

pub(super) fn raw_of(value: &JsValue, name: &str) -> Option<Raw> {
    text_as_it_lies(field(value, name)?)
}

/// The text in a field; where there is none, all that lies there, as JSON.
pub(super) fn raw_or_all(value: &JsValue, name: &str) -> Raw {
    raw_of(value, name).unwrap_or_else(|| all_as_json(value))
}

/// All that lies there, as JSON.
pub(super) fn all_as_json(value: &JsValue) -> Raw {
    let json = js_sys::JSON::stringify(value).ok().and_then(|json| text_as_it_lies(json.into()));
    json.unwrap_or_else(|| Raw::Text(String::new()))
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

/// A text that lies in a store by itself; where it is none, what lies there, as JSON.
pub(super) fn lone_text(value: JsValue) -> Raw {
    text_as_it_lies(value.clone()).unwrap_or_else(|| all_as_json(&value))
}

fn text_as_it_lies(value: JsValue) -> Option<Raw> {
    Some(raw(value.dyn_into::<JsString>().ok()?))
}

/// What has a number and is no change: the newest number says how far the journal is, so a change that goes
/// leaves its number behind.
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

/// What is said where a field of an object is not there, or is not what it should be.
pub(super) fn lacks(field: &str) -> Refusal {
    Refusal::whole(Reason::Wrong(format!("missing field `{field}`")))
}

/// What is known of a snapshot.
///
/// # Errors
/// Which of it cannot be read.
pub(super) fn head_of(value: &JsValue) -> Result<Head, Refusal> {
    let text = |field: &str| text_of(value, field).ok_or_else(|| lacks(field));
    let number = |field: &str| number_of(value, field).ok_or_else(|| lacks(field));
    let size = |field: &str| usize::try_from(number(field)?).map_err(|_| lacks(field));
    let (why, label) = (text("why")?, text("label")?);
    Ok(Head {
        at: number("at")?,
        day: text("day")?.parse().map_err(|_| lacks("day"))?,
        why: match why.as_str() {
            "day" => Why::Day,
            "format" => Why::Format(label.parse().map_err(|_| lacks("label"))?),
            _ => Why::Before(label),
        },
        entries: size("entries")?,
        size: size("size")?,
    })
}
