//! An entry as a set of registers: the pieces that are stamped and merged one by one.
//!
//! A register is a top-level field (`title`), or one part of a list of parts (`milestones/0k3f9abc`).
//! A list is one of parts if it looks like one, so that parts of a newer version are merged as parts.
//! Paths escape `~` and `/` in names as JSON Pointer does (RFC 6901).

use std::collections::BTreeMap;

use serde::{Deserialize, de};
use serde_json::{Map, Value};

use super::order;

/// The registers of an entry by path.
pub type Registers = BTreeMap<String, Value>;

fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

fn unescape(name: &str) -> String {
    name.replace("~1", "/").replace("~0", "~")
}

fn part_id(part: &Value) -> Option<&str> {
    part.as_object()?.get("id")?.as_str()
}

fn part_place(part: &Value) -> Option<i64> {
    part.get("place")?.as_i64()
}

/// Whether these are parts as `domain::parts` writes them: each with an id of its own, in order. Any
/// other list could not be put together again as it was.
fn are_parts(list: &[Value]) -> bool {
    let key = |part| Some((part_place(part)?, part_id(part)?));
    let ids = order::set(list.iter().filter_map(part_id));
    !list.is_empty()
        && ids.len() == list.len()
        && list.iter().all(|part| key(part).is_some())
        && list.is_sorted_by_key(key)
}

/// Takes an entry's fields apart.
#[must_use]
pub fn registers(fields: Map<String, Value>) -> Registers {
    let mut registers = Registers::new();
    for (name, value) in fields {
        let path = escape(&name);
        match value {
            Value::Array(parts) if are_parts(&parts) => {
                for part in parts {
                    let id = part_id(&part).map(escape).unwrap_or_default();
                    registers.insert(format!("{path}/{id}"), part);
                }
            }
            value => {
                registers.insert(path, value);
            }
        }
    }
    registers
}

/// The path of the list to which a part's path belongs; `None` if it is a field's.
#[must_use]
pub fn list_of(path: &str) -> Option<&str> {
    path.split_once('/').map(|(list, _)| list)
}

/// Puts an entry's fields together again; the reverse of [`registers`] up to the order of fields. A
/// field that is a list of parts and something else at once becomes the list.
#[must_use]
pub fn assemble(registers: Registers) -> Map<String, Value> {
    let mut fields = Map::new();
    // The parts of a list follow each other, as their paths begin alike.
    let mut lists: Vec<(String, Vec<Value>)> = Vec::new();
    for (path, value) in registers {
        match list_of(&path) {
            None => {
                fields.insert(unescape(&path), value);
            }
            Some(list) => {
                let name = unescape(list);
                match lists.last_mut().filter(|(last, _)| *last == name) {
                    Some((_, parts)) => parts.push(value),
                    None => lists.push((name, vec![value])),
                }
            }
        }
    }
    for (name, parts) in lists {
        let parts = order::by_key(parts, |part| (part_place(part), part_id(part).map(str::to_owned)));
        fields.insert(name, parts.into());
    }
    fields
}

/// The names of the fields that a type reads, asked of its `Deserialize`.
pub(super) fn names_of<'de, T: Deserialize<'de>>() -> &'static [&'static str] {
    let mut names: &'static [&'static str] = &[];
    // The answer comes by way of the names; the reading itself always fails.
    let _ = T::deserialize(Asker { names: &mut names });
    names
}

struct Asker<'a> {
    names: &'a mut &'static [&'static str],
}

impl<'de> de::Deserializer<'de> for Asker<'_> {
    type Error = de::value::Error;

    fn deserialize_struct<V: de::Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Self::Error> {
        *self.names = fields;
        Err(de::Error::custom("asked for names only"))
    }

    fn deserialize_any<V: de::Visitor<'de>>(self, _: V) -> Result<V::Value, Self::Error> {
        Err(de::Error::custom("not a struct"))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

/// Times of day are written `HH:MM`.
pub(super) mod minute {
    use chrono::Timelike;
    use serde::{Deserialize, Deserializer, Serializer, de::Error as _};

    use super::super::day::TimeOfDay;

    #[allow(clippy::ref_option, reason = "the signature is serde's")]
    pub fn serialize<S: Serializer>(time: &Option<TimeOfDay>, serializer: S) -> Result<S::Ok, S::Error> {
        match time {
            Some(time) => serializer.collect_str(&format_args!("{:02}:{:02}", time.hour(), time.minute())),
            None => serializer.serialize_none(),
        }
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<TimeOfDay>, D::Error> {
        let Some(text) = Option::<String>::deserialize(deserializer)? else {
            return Ok(None);
        };
        match super::super::day::time_of_day(&text) {
            Some(time) => Ok(Some(time)),
            None => Err(D::Error::custom("a time is written like 09:30")),
        }
    }
}

/// The shape of a time of day in the schema.
#[cfg(feature = "schema")]
pub(super) struct MinuteAsWritten;

#[cfg(feature = "schema")]
impl schemars::JsonSchema for MinuteAsWritten {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Minute".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn taking_apart_and_putting_together_gives_the_same_fields() {
        let fields = json!({
            "title": "A", "a/b~c": 1, "skills": ["x", "y"], "empty": [],
            "without places": [{"id": "b"}, {"id": "a"}],
            "out of order": [{"id": "a", "place": 2}, {"id": "b", "place": 1}],
            "twice": [{"id": "a", "place": 1}, {"id": "a", "place": 2}],
            "milestones": [{"id": "b", "place": 1}, {"id": "a", "place": 2}],
        });
        let Value::Object(fields) = fields else { unreachable!() };
        let apart = registers(fields.clone());
        assert!(apart.contains_key("milestones/a") && apart.contains_key("a~1b~0c"));
        assert_eq!(assemble(apart), fields);
    }

    #[test]
    fn a_type_tells_the_names_of_its_fields() {
        assert_eq!(names_of::<super::super::Review>(), ["id", "place", "on", "note"]);
    }
}
