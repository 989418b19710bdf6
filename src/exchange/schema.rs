//! The JSON Schema (draft 2020-12) of the file format, made from the types.

use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};

use super::{FORMAT_VERSION, backup::FORMAT};
use crate::domain::{
    Action, CheckIn, EntryId, Event, Feedback, Goal, Id, Kind, Meeting, Mentorship, Outreach,
    Person, Plan, Stamp, trace::TraceAsWritten,
};

/// The schema of a backup.
#[must_use]
pub fn backup_schema() -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let kinds = [
        kind::<Goal>(&mut generator),
        kind::<Person>(&mut generator),
        kind::<Mentorship>(&mut generator),
        kind::<Meeting>(&mut generator),
        kind::<CheckIn>(&mut generator),
        kind::<Action>(&mut generator),
        kind::<Feedback>(&mut generator),
        kind::<Plan>(&mut generator),
        kind::<Event>(&mut generator),
        kind::<Outreach>(&mut generator),
        removed(&mut generator),
    ];
    let mut definitions = generator.take_definitions(true);
    definitions.sort_keys();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A Mentorbook backup",
        "description": "Everything in one notebook. The format is explained in docs/format.md.",
        "type": "object",
        "required": ["format", "version", "saved", "app", "entries"],
        "properties": {
            "format": { "const": FORMAT },
            "version": { "const": FORMAT_VERSION },
            "saved": { "type": "string", "format": "date-time" },
            "app": { "type": "string" },
            "entries": { "type": "array", "items": { "oneOf": kinds } },
        },
        "$defs": definitions,
    })
}

fn kind<K: Kind + JsonSchema>(generator: &mut SchemaGenerator) -> Value {
    let mut schema = K::json_schema(generator).to_value();
    let id = generator.subschema_for::<Id<K>>();
    let trace = generator.subschema_for::<TraceAsWritten>();
    let mut properties = Map::from_iter([
        ("kind".to_owned(), json!({ "const": K::NAME.name() })),
        ("id".to_owned(), id.to_value()),
        (
            "private".to_owned(),
            json!({ "type": "boolean", "description": "Never part of a share." }),
        ),
    ]);
    let own = schema
        .get_mut("properties")
        .and_then(Value::as_object_mut)
        .map(std::mem::take);
    properties.extend(own.unwrap_or_default());
    properties.insert("trace".to_owned(), trace.to_value());
    let mut required = vec![json!("kind"), json!("id")];
    let own = schema
        .get_mut("required")
        .and_then(Value::as_array_mut)
        .map(std::mem::take);
    required.extend(own.unwrap_or_default());
    required.push(json!("trace"));
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("title".into(), json!(K::NAME.name()));
        schema.insert("properties".into(), properties.into());
        schema.insert("required".into(), required.into());
    }
    schema
}

fn removed(generator: &mut SchemaGenerator) -> Value {
    json!({
        "title": "removed",
        "description": "An entry that was removed: nothing of what it said is left.",
        "type": "object",
        "required": ["kind", "id", "removed", "seen"],
        "properties": {
            "kind": { "enum": crate::domain::KindName::ALL.iter().map(|kind| kind.name()).collect::<Vec<_>>() },
            "id": generator.subschema_for::<EntryId>().to_value(),
            "removed": { "const": true },
            "seen": generator.subschema_for::<Vec<Stamp>>().to_value(),
        },
    })
}
