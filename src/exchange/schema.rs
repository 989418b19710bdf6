//! The JSON Schema (draft 2020-12) of the file format, made from the types.

mod shares;

pub use shares::{reply_schema, share_schema};

use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};

use super::{
    FORMAT_VERSION,
    backup::FORMAT,
    cards::{self, MOST_CARDS},
};
use crate::domain::{
    Action, Agreement, Appreciation, Candidate, Card, CheckIn, Comment, Doubt, EntryId, Event, Feedback, Goal, Id,
    Kind, Meeting, Mentorship, Outreach, Person, Plan, Pulse, Share, Stamp, Title, trace::TraceAsWritten,
};

/// The schema of a backup.
#[must_use]
pub fn backup_schema() -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let entries = [
        kind::<Goal>(&mut generator),
        kind::<Person>(&mut generator),
        kind::<Mentorship>(&mut generator),
        kind::<Agreement>(&mut generator),
        kind::<Meeting>(&mut generator),
        kind::<CheckIn>(&mut generator),
        kind::<Action>(&mut generator),
        kind::<Feedback>(&mut generator),
        kind::<Appreciation>(&mut generator),
        kind::<Pulse>(&mut generator),
        kind::<Doubt>(&mut generator),
        kind::<Plan>(&mut generator),
        kind::<Event>(&mut generator),
        kind::<Outreach>(&mut generator),
        kind::<Candidate>(&mut generator),
        kind::<Card>(&mut generator),
        kind::<Share>(&mut generator),
        kind::<Comment>(&mut generator),
        ("removed", removed(&mut generator)),
    ];
    let references = entries.each_ref().map(|(name, _)| json!({ "$ref": format!("#/$defs/{name}") }));
    let mut definitions = generator.take_definitions(true);
    definitions.sort_keys();
    let entries = entries.map(|(name, schema)| (name.to_owned(), schema));
    let mut definitions: Map<String, Value> = entries.into_iter().chain(definitions).collect();
    definitions.values_mut().for_each(for_everybody);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A Mentorbook backup",
        "description": "Everything in one notebook. docs/format.md explains it, and says what no schema can: \
            links lead to entries of the same file, no id stands twice, and lengths are counted in UTF-16 units. \
            Fields of other names than these are kept as they are.",
        "type": "object",
        "required": ["format", "version", "saved", "app", "entries"],
        "properties": {
            "format": { "description": "What kind of file this is.", "const": FORMAT },
            "version": { "description": "The version of the format.", "const": FORMAT_VERSION },
            "saved": {
                "description": "When it was written, in UTC.",
                "type": "string",
                "format": "date-time",
            },
            "app": { "description": "The version of the app that wrote it.", "type": "string" },
            "entries": {
                "description": "By kind, then id; those that were removed stand last.",
                "type": "array",
                "items": { "oneOf": references },
            },
        },
        "$defs": definitions,
    })
}

/// The schema of files of cards: one card, or a directory.
#[must_use]
pub fn cards_schema() -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let card = generator.subschema_for::<Card>().to_value();
    let name = generator.subschema_for::<Title>().to_value();
    let mut definitions = generator.take_definitions(true);
    definitions.sort_keys();
    definitions.values_mut().for_each(for_everybody);
    let file = |format: &str, what: &str, fields: Vec<(&str, Value)>| {
        let required: Vec<_> = ["format", "version"].into_iter().chain(fields.iter().map(|(name, _)| *name)).collect();
        let mut properties = Map::from_iter([
            ("format".to_owned(), json!({ "description": "What kind of file this is.", "const": format })),
            ("version".to_owned(), json!({ "description": "The version of the format.", "const": cards::VERSION })),
        ]);
        properties.extend(fields.iter().map(|(name, schema)| ((*name).to_owned(), schema.clone())));
        json!({ "description": what, "type": "object", "required": required, "properties": properties })
    };
    let all = json!({ "description": "Its cards.", "type": "array", "maxItems": MOST_CARDS, "items": card });
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Mentorbook cards",
        "description": "What somebody wants to be found by, as one card or as one of a directory. docs/format.md \
            explains it; lengths are counted in UTF-16 units. Fields of other names than these are passed over.",
        "oneOf": [
            file(cards::CARD, "One card.", vec![("card", card)]),
            file(cards::DIRECTORY, "A directory of cards.", vec![("name", name), ("cards", all)]),
        ],
        "$defs": definitions,
    })
}

/// The name and the schema of a kind of entry.
fn kind<K: Kind + JsonSchema>(generator: &mut SchemaGenerator) -> (&'static str, Value) {
    let of_type = K::json_schema(generator).to_value();
    let own = |name: &str| of_type.get(name).cloned().unwrap_or_default();
    let mut properties = Map::from_iter([
        ("kind".to_owned(), json!({ "const": K::NAME.name() })),
        ("id".to_owned(), generator.subschema_for::<Id<K>>().to_value()),
        (
            "private".to_owned(),
            json!({ "description": "Whether it is never part of a share.", "type": "boolean", "default": false }),
        ),
    ]);
    let mut required = vec![json!("kind"), json!("id")];
    if let (Value::Object(fields), Value::Array(needed)) = (own("properties"), own("required")) {
        properties.extend(fields);
        required.extend(needed);
    }
    let trace = generator.subschema_for::<TraceAsWritten>();
    properties.insert("trace".to_owned(), trace.to_value());
    required.push(json!("trace"));
    let schema = json!({
        "description": own("description"),
        "type": "object",
        "required": required,
        "properties": properties,
    });
    (K::NAME.name(), schema)
}

fn removed(generator: &mut SchemaGenerator) -> Value {
    let kinds: Vec<_> = crate::domain::KindName::ALL.iter().map(|kind| kind.name()).collect();
    json!({
        "description": "An entry that was removed: nothing of what it said is left.",
        "type": "object",
        "required": ["kind", "id", "removed", "seen"],
        "properties": {
            "kind": { "enum": kinds },
            "id": generator.subschema_for::<EntryId>().to_value(),
            "removed": { "const": true },
            "seen": {
                "description": "The newest change of each device that was known when it was removed, and the removal.",
                "type": "array",
                "items": generator.subschema_for::<Stamp>().to_value(),
            },
        },
    })
}

/// Takes out what only readers of the code understand: formats of Rust's numbers, and the numbers of
/// practices in comments.
fn for_everybody(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            let is_known = |format: &Value| format == "date" || format == "date-time";
            fields.retain(|name, value| name != "format" || !value.is_string() || is_known(value));
            if let Some(Value::String(description)) = fields.get_mut("description") {
                *description = without_practices(description);
            }
            fields.values_mut().for_each(for_everybody);
        }
        Value::Array(items) => items.iter_mut().for_each(for_everybody),
        _ => {}
    }
}

/// A comment without “(R1, R2)” and the like.
fn without_practices(comment: &str) -> String {
    let mut parts = comment.split(" (");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_practice = |it: &str| {
            let mut letters = it.trim().chars();
            letters.next().is_some_and(|it| it.is_ascii_uppercase()) && letters.as_str().parse::<u8>().is_ok()
        };
        match part.split_once(')') {
            Some((inside, after)) if inside.split(',').all(is_practice) => text.push_str(after),
            _ => {
                text.push_str(" (");
                text.push_str(part);
            }
        }
    }
    text
}
