//! One entry as JSON: its kind and id, its fields, unknown fields as they came, its trace.
//!
//! The same text stands in local storage, in the journal and (indented) in a backup.

use std::sync::Arc;

use serde::{Serialize, ser::Error as _};
use serde_json::{Map, Value};

use super::refusal::{Place, Reason, Refusal};
use crate::domain::{
    Body, Draft, Entry, EntryId, KindName, Tombstone, Trace,
    entry::Held,
    head::{HEAD, Head},
    trace::{Seen, Stamp},
};

/// Serialises something held in the form of the file format.
pub struct AsWritten<'a>(pub &'a Held);

impl Serialize for AsWritten<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value: Value = serde_json::from_str(&write(self.0)).map_err(S::Error::custom)?;
        value.serialize(serializer)
    }
}

/// Writes something held as compact JSON.
///
/// It is put together as text: a serializer that writes the fields of a body among others has to make a tree of the
/// body first, which takes twice as long.
#[must_use]
pub fn write(held: &Held) -> String {
    let id = held.id();
    let mut text = format!(r#"{{"kind":"{}","id":"{id}""#, id.kind().name());
    match held {
        Held::Removed(tombstone) => {
            let seen: Vec<Stamp> = tombstone.seen.stamps().collect();
            text.push_str(r#","removed":true"#);
            put_field(&mut text, "seen", &json(&seen));
        }
        Held::Entry(entry) => {
            if entry.draft.private {
                text.push_str(r#","private":true"#);
            }
            put_fields(&mut text, &json(&entry.draft.body));
            put_fields(&mut text, &json(&entry.draft.unknown));
            put_field(&mut text, "trace", &json(&entry.trace));
        }
    }
    text.push('}');
    text
}

/// Every part of an entry has string keys and finite numbers, so writing cannot fail.
fn json(part: &impl Serialize) -> String {
    serde_json::to_string(part).unwrap_or_default()
}

fn put_field(text: &mut String, name: &str, value: &str) {
    for piece in [r#",""#, name, r#"":"#, value] {
        text.push_str(piece);
    }
}

/// Writes the fields of an object behind those that stand there.
fn put_fields(text: &mut String, object: &str) {
    let fields = object.strip_prefix('{').and_then(|object| object.strip_suffix('}')).unwrap_or_default();
    if !fields.is_empty() {
        text.push(',');
        text.push_str(fields);
    }
}

/// Reads something held.
///
/// Its kind mostly stands at the beginning, and then all of it is read in one go. Where it does not, or something is wrong,
/// what every entry has is read first: then it can be said what is wrong where.
///
/// # Errors
/// A [`Refusal`] with the field where there is one.
pub fn read(text: &str) -> Result<Held, Refusal> {
    let in_one_go = kind_at_the_beginning(text).and_then(|kind| {
        let mut head = Head::default();
        let body = Body::read_beside(kind, text, &mut head).ok()?;
        Some((head, Some(body)))
    });
    let (head, body) = match in_one_go {
        Some(all) => all,
        None => (Head::read(text).map_err(|error| located(&error, text))?, None),
    };
    let kind_name = head.kind.as_deref().unwrap_or_default();
    let at = |field: &str, reason| Refusal {
        place: Place { kind: KindName::from_name(kind_name), field: Some(field.to_owned()), ..Place::default() },
        reason,
    };
    let missing = |field: &str| at(field, Reason::Wrong(format!("“{field}” is missing")));
    let kind = KindName::from_name(kind_name).ok_or_else(|| at("kind", Reason::UnknownKind(kind_name.to_owned())))?;
    let id: EntryId = head
        .id
        .as_deref()
        .ok_or_else(|| missing("id"))?
        .parse()
        .map_err(|error: crate::domain::id::NotAnId| at("id", Reason::Wrong(error.to_string())))?;
    if id.kind() != kind {
        return Err(at("id", Reason::KindAndIdDiffer));
    }
    if head.removed {
        let seen: Seen = head.seen.ok_or_else(|| missing("seen"))?.into_iter().collect();
        return Ok(Held::Removed(Arc::new(Tombstone { id, seen })));
    }
    let Some(trace) = head.trace else { return Err(missing("trace")) };
    let body = match body {
        Some(body) => body,
        None => read_body(kind, text)?,
    };
    let known = kind.field_names();
    let is_known = |name: &str| known.contains(&name) || HEAD.contains(&name);
    let unknown = if head.names.iter().all(|name| is_known(name)) { Map::new() } else { unknown_fields(kind, text)? };
    if let Some(field) = too_deep(&unknown, &trace) {
        return Err(at(&field, Reason::TooDeep));
    }
    Ok(Held::Entry(Arc::new(Entry { draft: Draft { id, private: head.private, body, unknown }, trace })))
}

/// The kind, where it is the first thing that a text says.
fn kind_at_the_beginning(text: &str) -> Option<KindName> {
    let rest = text.trim_start().strip_prefix('{')?.trim_start().strip_prefix(r#""kind""#)?;
    let value = rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
    KindName::from_name(value.split_once('"')?.0)
}

fn read_body(kind: KindName, text: &str) -> Result<Body, Refusal> {
    Body::read(kind, text).map_err(|error| {
        let mut refusal = located(&error, text);
        refusal.place.kind = Some(kind);
        refusal
    })
}

/// What serde says, with its place and the field that stands there.
pub(super) fn located(error: &serde_json::Error, text: &str) -> Refusal {
    let mut refusal = Refusal::from_json(error);
    // The path to the deepest of a hundred levels helps nobody.
    if refusal.reason != Reason::TooDeep {
        refusal.place.field = super::locate::path_at(text, error.line(), error.column());
    }
    refusal
}

fn unknown_fields(kind: KindName, text: &str) -> Result<Map<String, Value>, Refusal> {
    let known = kind.field_names();
    let mut fields: Map<String, Value> = serde_json::from_str(text).map_err(|error| {
        let mut refusal = located(&error, text);
        refusal.place.kind = Some(kind);
        refusal
    })?;
    fields.retain(|name, _| !known.contains(&name.as_str()) && !HEAD.contains(&name.as_str()));
    Ok(fields)
}

/// The most levels of a value that is only kept. Merging may set it some levels deeper, beside
/// another, and there it must still be readable.
const MOST_LEVELS: usize = 100;

/// The first field whose value is nested deeper than can be kept.
fn too_deep(unknown: &Map<String, Value>, trace: &Trace) -> Option<String> {
    let fits = |value: &Value| levels(value) <= MOST_LEVELS;
    let others = trace.others.iter();
    let beside = others.flat_map(|(path, others)| others.iter().map(move |it| (path, &it.value)));
    let deep = unknown.iter().find(|(_, value)| !fits(value));
    deep.map(|(name, _)| name.clone()).or_else(|| {
        let mut values = beside.filter_map(|(path, value)| Some((path, value.as_ref()?)));
        values.find(|(_, value)| !fits(value)).map(|(path, _)| path.clone())
    })
}

/// How deep a value is nested; the reader refused anything beyond 128 before.
fn levels(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(levels).max().unwrap_or(0),
        Value::Object(fields) => 1 + fields.values().map(levels).max().unwrap_or(0),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Change, Clock, DeviceId, Goal, Id, Notebook, Title};

    fn goal() -> Held {
        let mut notebook = Notebook::default();
        let id = Id::<Goal>::new(42);
        let goal = Goal::new(Title::new("Speak in public").unwrap());
        let change = Change::put("", Draft::new(id, goal));
        notebook.apply(&change, &mut Clock::new(DeviceId::new(5)), 1000).unwrap();
        notebook.held(id.into()).unwrap()
    }

    const GOAL: &str =
        r#"{"kind":"goal","id":"goal-000000000000001a","title":"Speak in public","trace":{"made":"1000-0-000005"}}"#;

    #[test]
    fn an_entry_is_one_readable_object() {
        assert_eq!(write(&goal()), GOAL);
        assert_eq!(read(GOAL), Ok(goal()));
    }

    #[test]
    fn what_is_written_is_json_in_the_order_of_the_format() {
        let newer = GOAL
            .replace(r#""title""#, r#""private":true,"title""#)
            .replace(r#""trace""#, r#""mood":{"a":["é\n",1]},"trace""#);
        let removed = r#"{"kind":"goal","id":"goal-000000000000001a","removed":true,"seen":["1000-0-000005"]}"#;
        for text in [GOAL, newer.as_str(), removed] {
            let held = read(text).unwrap();
            assert_eq!(write(&held), text);
            assert_eq!(serde_json::to_string(&AsWritten(&held)).unwrap(), text);
        }
    }

    #[test]
    fn what_is_not_known_is_kept() {
        let newer = GOAL.replace(r#""trace""#, r#""__proto__":{"a":[1]},"mood":"calm","trace""#);
        let held = read(&newer).unwrap();
        assert_eq!(write(&held), newer);
        // Another change does not drop it either.
        let mut notebook = Notebook::default();
        notebook.hold(held.clone());
        let Held::Entry(entry) = &held else { unreachable!() };
        let mut draft = entry.draft.clone();
        draft.private = true;
        let mut clock = Clock::new(DeviceId::new(5));
        notebook.apply(&Change::put("", draft), &mut clock, 2000).unwrap();
        let now = write(&notebook.held(held.id()).unwrap());
        assert!(now.contains(r#""mood":"calm""#) && now.contains(r#""private":true"#), "{now}");
    }

    #[test]
    fn a_refusal_names_the_field() {
        let wrong = GOAL.replace(
            r#""trace""#,
            r#""milestones":[{"id":"00000001","place":1,"title":"x","due":"2026-02-30"}],"trace""#,
        );
        let refusal = read(&wrong).unwrap_err();
        assert_eq!(refusal.place.field.as_deref(), Some("milestones[0].due"));
        assert!(matches!(refusal.reason, Reason::Wrong(_)));
    }

    #[test]
    fn a_field_that_stands_twice_is_refused() {
        let twice = GOAL.replace(r#""trace""#, r#""title":"Other","trace""#);
        assert!(read(&twice).is_err());
    }

    #[test]
    fn kind_and_id_must_go_together() {
        let wrong = GOAL.replace(r#""kind":"goal""#, r#""kind":"person""#);
        assert_eq!(read(&wrong).unwrap_err().reason, Reason::KindAndIdDiffer);
        let wrong = GOAL.replace(r#""kind":"goal""#, r#""kind":"wish""#);
        assert_eq!(read(&wrong).unwrap_err().reason, Reason::UnknownKind("wish".into()));
    }
}
