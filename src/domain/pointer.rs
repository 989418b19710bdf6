//! A value of an entry by its path, in the names of the file format: for forms that are described as data.
//!
//! A path is the name of a field (`why`), of a member of it (`fit_time/reason`), or of a member of one part of a
//! list (`turns/0k3f9abc/reason`).

use serde_json::{Map, Value};

use super::{Body, Draft, entry};

impl Draft {
    /// The fields of its body in the names of the format; what has its usual value is left out.
    #[must_use]
    pub fn body_fields(&self) -> Map<String, Value> {
        entry::fields_of(&self.body)
    }

    /// The same entry with another value there; none if an entry of its kind cannot say that. The list and the
    /// part must be there; a member of a field that was left out is put into it.
    #[must_use]
    pub fn with_value(&self, path: &str, value: Value) -> Option<Self> {
        let mut fields = self.body_fields();
        *place(&mut fields, path)? = value;
        let text = serde_json::to_string(&fields).ok()?;
        let body = Body::read(self.id.kind(), &text).ok()?;
        Some(Self { body, ..self.clone() })
    }
}

/// The value that stands at a path.
#[must_use]
pub fn value_at<'a>(fields: &'a Map<String, Value>, path: &str) -> Option<&'a Value> {
    let mut steps = path.split('/');
    let first = fields.get(steps.next()?)?;
    steps.try_fold(first, |value, step| match value {
        Value::Array(parts) => parts.iter().find(|part| is_called(part, step)),
        value => value.get(step),
    })
}

/// Where the value at a path stands, or would.
fn place<'a>(fields: &'a mut Map<String, Value>, path: &str) -> Option<&'a mut Value> {
    let mut steps = path.split('/');
    let first = fields.entry(steps.next()?).or_insert(Value::Null);
    steps.try_fold(first, |value, step| match value {
        Value::Array(parts) => parts.iter_mut().find(|part| is_called(part, step)),
        Value::Object(members) => Some(members.entry(step).or_insert(Value::Null)),
        Value::Null => {
            *value = Value::Object(Map::new());
            Some(value.as_object_mut()?.entry(step).or_insert(Value::Null))
        }
        _ => None,
    })
}

fn is_called(part: &Value, id: &str) -> bool {
    part.get("id").and_then(Value::as_str) == Some(id)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::{Candidate, Day, Id, Line, PartId, Stage};

    fn draft() -> Draft {
        let day = Day::from_ymd_opt(2026, 3, 1).unwrap();
        let mut candidate = Candidate::new(Id::new(1), day);
        candidate.turn(Stage::Talking, day, Line::new("At once").unwrap(), PartId::new(7));
        Draft { unknown: Map::from_iter([("mood".into(), json!("x"))]), ..Draft::new(Id::new(1), candidate) }
    }

    fn at(draft: &Draft, path: &str) -> Option<Value> {
        value_at(&draft.body_fields(), path).cloned()
    }

    #[test]
    fn a_value_is_read_and_written_by_its_path() {
        let reason = format!("turns/{}/reason", PartId::new(7));
        let before = draft();
        assert_eq!(at(&before, &reason), Some(json!("At once")));
        for (path, value) in [
            ("why", json!("She listens")),
            ("fit_time/rating", json!(3)),
            ("fit_time/reason", json!("Tuesdays")),
            ("next", json!("2026-04-01")),
            (&*reason, json!("Two days later")),
        ] {
            let after = before.with_value(path, value.clone()).unwrap();
            assert_eq!(at(&after, path), Some(value), "{path}");
            assert_eq!(after.unknown, before.unknown);
        }
    }

    #[test]
    fn two_members_of_a_field_that_was_left_out_both_stay() {
        let it = draft().with_value("fit_time/rating", json!(3)).unwrap();
        let it = it.with_value("fit_time/reason", json!("Tuesdays")).unwrap();
        assert_eq!(at(&it, "fit_time"), Some(json!({"rating": 3, "reason": "Tuesdays"})));
        let it = it.with_value("fit_time/rating", Value::Null).unwrap();
        assert_eq!(at(&it, "fit_time"), Some(json!({"reason": "Tuesdays"})));
        let it = it.with_value("fit_time/reason", json!("")).unwrap();
        assert_eq!(it, draft(), "what is empty again is left out again");
    }

    #[test]
    fn what_an_entry_cannot_say_is_refused() {
        for (path, value) in [
            ("fit_time/rating", json!(6)),
            ("why", json!(1)),
            ("since", Value::Null),
            ("stage", json!("elsewhere")),
            ("turns/00000009/reason", json!("of no part")),
            ("why/more", json!("in a text")),
        ] {
            assert_eq!(draft().with_value(path, value), None, "{path}");
        }
    }
}
