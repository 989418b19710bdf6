//! The schemas of shares and replies: the types of the kinds, less what the tables of `share::allowed` do not name.

use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};

use super::for_everybody;
use crate::{
    domain::{Action, Agreement, Appreciation, Comment, Feedback, Goal, Id, Kind, Meeting, Mentorship, Share},
    exchange::share::{
        allowed::{ALLOWED, ANSWERED, Allowed},
        file, reply,
    },
};

/// The schema of a share: of each kind what may leave of it, and nothing else.
#[must_use]
pub fn share_schema() -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let share = body::<Share>(&mut generator);
    let own = |name: &str| share.pointer(&format!("/properties/{name}")).cloned().unwrap_or_default();
    let id = generator.subschema_for::<Id<Share>>().to_value();
    let entries = [
        shared::<Goal>(&mut generator, &ALLOWED),
        shared::<Agreement>(&mut generator, &ALLOWED),
        shared::<Meeting>(&mut generator, &ALLOWED),
        shared::<Action>(&mut generator, &ALLOWED),
        shared::<Feedback>(&mut generator, &ALLOWED),
        shared::<Appreciation>(&mut generator, &ALLOWED),
    ];
    let news = json!({ "description": "What is different since the share before.", "enum": ["new", "changed"] });
    let entries = entries.map(|it| Shared { beside: Some(("news", news.clone())), ..it });
    let side = body::<Mentorship>(&mut generator).pointer("/properties/side").cloned().unwrap_or_default();
    let head = [
        ("share", id),
        ("on", own("on")),
        ("side", side),
        ("from", own("from")),
        ("to", own("to")),
        ("note", own("note")),
        ("since", own("since")),
    ];
    let needed = ["share", "on", "side", "from", "to"];
    let what = ("A Mentorbook share", "What one of the two in a mentorship chose to share with the other.");
    shared_file(generator, what, (file::FORMAT, file::VERSION), &head, &needed, ("entries", file::MOST, &entries))
}

/// The schema of a reply.
#[must_use]
pub fn reply_schema() -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let comment = body::<Comment>(&mut generator);
    let own = |name: &str| comment.pointer(&format!("/properties/{name}")).cloned().unwrap_or_default();
    let id = generator.subschema_for::<Id<Share>>().to_value();
    let entries = [shared::<Comment>(&mut generator, &ANSWERED)];
    let head = [("share", id), ("on", own("on")), ("from", own("from"))];
    let needed = ["share", "on", "from"];
    let what = ("A Mentorbook reply", "What the reader of a share answers, point by point.");
    shared_file(generator, what, (reply::FORMAT, reply::VERSION), &head, &needed, ("comments", reply::MOST, &entries))
}

fn shared_file(
    mut generator: SchemaGenerator,
    (title, what): (&str, &str),
    (format, version): (&str, u32),
    head: &[(&str, Value)],
    needed: &[&str],
    (list, most, kinds): (&str, usize, &[Shared]),
) -> Value {
    let mut left = generator.take_definitions(true);
    left.sort_keys();
    let mut all: Map<String, Value> = kinds.iter().map(|it| (it.kind.to_owned(), pruned(it, &left))).collect();
    let references: Vec<_> = all.keys().map(|name| json!({ "$ref": format!("#/$defs/{name}") })).collect();
    let items = json!({
        "description": "In the order in which they are read.",
        "type": "array",
        "maxItems": most,
        "items": { "oneOf": references },
    });
    let mut properties = Map::from_iter([
        ("format".to_owned(), json!({ "description": "What kind of file this is.", "const": format })),
        ("version".to_owned(), json!({ "description": "The version of the format.", "const": version })),
        ("app".to_owned(), json!({ "description": "The version of the app that wrote it.", "type": "string" })),
    ]);
    properties.extend(head.iter().map(|(name, schema)| ((*name).to_owned(), schema.clone())));
    properties.insert(list.to_owned(), items);
    let required: Vec<_> = ["format", "version"].into_iter().chain(needed.iter().copied()).chain([list]).collect();
    // Only what is pointed to.
    loop {
        let said = format!("{}{}", Value::Object(properties.clone()), Value::Object(all.clone()));
        let is_named = |name: &str| said.contains(&format!("\"#/$defs/{name}\""));
        let more: Vec<String> = left.keys().filter(|name| is_named(name)).cloned().collect();
        if more.is_empty() {
            break;
        }
        for name in more {
            if let Some(schema) = left.remove(&name) {
                all.insert(name, schema);
            }
        }
    }
    let mut whole = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "description": format!("{what} docs/format.md explains it, and says what no schema can: links lead to entries \
            of the same file, no id stands twice, and lengths are counted in UTF-16 units. Fields of other names than \
            these are passed over."),
        "type": "object",
        "required": required,
        "properties": properties,
        "$defs": all,
    });
    for_everybody(&mut whole);
    whole
}

/// The schema of the fields of a kind.
fn body<K: Kind + JsonSchema>(generator: &mut SchemaGenerator) -> Value {
    K::json_schema(generator).to_value()
}

/// A kind of entry in a share or a reply.
struct Shared {
    kind: &'static str,
    /// The schema of its ids, and of everything that the notebook has of it.
    id: Value,
    whole: Value,
    /// What of that may stand there.
    fields: &'static [&'static str],
    /// What the file says of it besides.
    beside: Option<(&'static str, Value)>,
}

fn shared<K: Kind + JsonSchema>(generator: &mut SchemaGenerator, table: &'static [Allowed]) -> Shared {
    let id = generator.subschema_for::<Id<K>>().to_value();
    let fields = table.iter().find(|it| it.kind == K::NAME).map_or(&[][..], |it| it.fields);
    Shared { kind: K::NAME.name(), id, whole: body::<K>(generator), fields, beside: None }
}

/// The schema of a kind as it stands there. What `whole` points to is put in its place where only a part of it may.
fn pruned(shared: &Shared, definitions: &Map<String, Value>) -> Value {
    let mut schema = allowed(&shared.whole, "", shared.fields, definitions).unwrap_or_default();
    if let Value::Object(schema) = &mut schema {
        let kind = json!({ "const": shared.kind });
        let mut properties = Map::from_iter([("kind".to_owned(), kind), ("id".to_owned(), shared.id.clone())]);
        properties.extend(shared.beside.iter().map(|(name, schema)| ((*name).to_owned(), schema.clone())));
        if let Some(Value::Object(fields)) = schema.remove("properties") {
            properties.extend(fields);
        }
        let mut required = vec![json!("kind"), json!("id")];
        if let Some(Value::Array(needed)) = schema.remove("required") {
            required.extend(needed);
        }
        schema.insert("required".to_owned(), required.into());
        schema.insert("properties".to_owned(), properties.into());
    }
    schema
}

/// What of a schema may stand at a path; none if nothing may.
fn allowed(schema: &Value, path: &str, fields: &[&str], definitions: &Map<String, Value>) -> Option<Value> {
    let is_allowed = fields.contains(&path);
    let goes_deeper = fields.iter().any(|field| path.is_empty() || field.starts_with(&format!("{path}/")));
    if !goes_deeper {
        return is_allowed.then(|| schema.clone());
    }
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        let target = definitions.get(name.rsplit('/').next().unwrap_or_default())?;
        return allowed(target, path, fields, definitions);
    }
    let mut left = schema.as_object()?.clone();
    let mut has_members = false;
    for choice in ["anyOf", "oneOf"] {
        if let Some(Value::Array(choices)) = left.get_mut(choice) {
            has_members = true;
            *choices = choices.iter().filter_map(|it| allowed(it, path, fields, definitions)).collect();
        }
    }
    if let Some(items) = left.get_mut("items") {
        has_members = true;
        *items = allowed(items, path, fields, definitions)?;
    }
    if let Some(Value::Object(properties)) = left.get_mut("properties") {
        has_members = true;
        let under = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") };
        let kept = properties
            .iter()
            .filter_map(|(name, it)| Some((name.clone(), allowed(it, &under(name), fields, definitions)?)));
        *properties = kept.collect();
        let names: Vec<String> = properties.keys().cloned().collect();
        if names.is_empty() {
            return None;
        }
        if let Some(Value::Array(required)) = left.get_mut("required") {
            required.retain(|name| name.as_str().is_some_and(|name| names.iter().any(|it| it == name)));
        }
    }
    if has_members || is_allowed || schema.get("type") == Some(&json!("null")) {
        Some(Value::Object(left))
    } else {
        None
    }
}
