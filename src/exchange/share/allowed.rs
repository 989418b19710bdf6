//! The fields that may leave with a share, kind by kind (R6, K4). What is not listed stays, so a new field is private
//! until somebody writes it down here. The table in `docs/format.md` is held against this one by a test.

use serde_json::{Map, Value};

use crate::domain::KindName;

/// The fields of one kind that may leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowed {
    /// The kind.
    pub kind: KindName,
    /// Paths in the names of the format: a field, a member of it after a stroke, or a member of each part of a list.
    /// A path stands for a plain value or a list of them; members of an object have paths of their own.
    pub fields: &'static [&'static str],
}

/// All that may leave. Kinds that are not here never do: people, other mentorships, plans, candidates, events,
/// outreach, check-ins, the pulse, doubts, cards.
pub const ALLOWED: [Allowed; 6] = [
    Allowed {
        kind: KindName::Goal,
        fields: &[
            "title",
            "why",
            "evidence",
            "target",
            "state",
            "milestones/id",
            "milestones/title",
            "milestones/due",
            "milestones/done",
            "skills",
        ],
    },
    Allowed {
        kind: KindName::Agreement,
        fields: &[
            "since",
            "agreed",
            "mine",
            "theirs",
            "goals",
            "rhythm/ideal",
            "rhythm/longest",
            "channel",
            "minutes",
            "agenda_by",
            "cancelling",
            "guidelines",
            "between_us",
            "exceptions",
            "off_limits",
            "review_on",
            "ends_on",
        ],
    },
    Allowed {
        kind: KindName::Meeting,
        fields: &[
            "title",
            "on",
            "at",
            "minutes",
            "channel",
            "state",
            "state/missed/by",
            "state/cancelled/by",
            "agenda/id",
            "agenda/title",
            "agenda/done",
            "goals",
            "shared_notes",
            "outcomes",
        ],
    },
    Allowed {
        kind: KindName::Action,
        fields: &["title", "owner", "meeting", "goal", "promised", "due", "state", "state/done/on", "state/dropped/on"],
    },
    Allowed {
        kind: KindName::Feedback,
        fields: &["on", "direction", "text", "meeting", "goal", "skills", "done_about_it"],
    },
    Allowed { kind: KindName::Appreciation, fields: &["on", "help", "meeting", "goal", "became"] },
];

/// The kinds of which something may leave, in the order in which a share and a report are read.
#[must_use]
pub fn kinds() -> [KindName; ALLOWED.len()] {
    ALLOWED.map(|it| it.kind)
}

/// What may come back with a reply: the points of it. Whom they answer stands in the head of the file.
pub const ANSWERED: [Allowed; 1] = [Allowed {
    kind: KindName::Comment,
    fields: &["on", "about", "point", "point/meeting/day", "point/meeting/at", "text"],
}];

/// What of the fields of an entry may leave by such a table; none if its kind never does.
#[must_use]
pub fn leaving(table: &[Allowed], kind: KindName, fields: &Map<String, Value>) -> Option<Map<String, Value>> {
    let allowed = table.iter().find(|it| it.kind == kind)?;
    match kept(&Value::Object(fields.clone()), "", allowed.fields)? {
        Value::Object(fields) => Some(fields),
        _ => None,
    }
}

/// What of a value may leave; none if nothing of it does.
fn kept(value: &Value, path: &str, fields: &[&str]) -> Option<Value> {
    match value {
        Value::Object(members) => {
            let under = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") };
            let members =
                members.iter().filter_map(|(name, value)| Some((name.clone(), kept(value, &under(name), fields)?)));
            let members: Map<_, _> = members.collect();
            (!members.is_empty()).then_some(Value::Object(members))
        }
        Value::Array(items) => {
            let items: Vec<_> = items.iter().filter_map(|item| kept(item, path, fields)).collect();
            (!items.is_empty()).then_some(Value::Array(items))
        }
        plain => fields.contains(&path).then(|| plain.clone()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn fields(value: Value) -> Map<String, Value> {
        value.as_object().cloned().unwrap()
    }

    #[test]
    fn what_is_not_listed_stays() {
        let goal = fields(json!({
            "title": "Speak", "reviews": [{"id": "1", "note": "Slower"}], "mood": "low",
            "milestones": [{"id": "2", "place": 512, "title": "Ask", "secret": "x"}],
            "turns": [{"id": "3", "on": "2026-01-01", "to": "paused", "reason": "Tired"}],
        }));
        let left = json!({ "title": "Speak", "milestones": [{"id": "2", "title": "Ask"}] });
        assert_eq!(leaving(&ALLOWED, KindName::Goal, &goal), Some(fields(left)));
    }

    #[test]
    fn of_a_state_the_word_leaves_and_no_reason() {
        let meeting = fields(json!({"on": "2026-01-01", "state": {"missed": {"by": "them", "reason": "Ill"}}}));
        let left = json!({"on": "2026-01-01", "state": {"missed": {"by": "them"}}});
        assert_eq!(leaving(&ALLOWED, KindName::Meeting, &meeting), Some(fields(left)));
        assert_eq!(
            leaving(&ALLOWED, KindName::Meeting, &fields(json!({"state": "held"}))),
            Some(fields(json!({"state": "held"})))
        );
    }

    #[test]
    fn kinds_that_are_not_listed_never_leave() {
        for kind in [KindName::Pulse, KindName::Doubt, KindName::Person, KindName::Candidate, KindName::Outreach] {
            assert_eq!(leaving(&ALLOWED, kind, &fields(json!({"title": "x", "on": "2026-01-01"}))), None);
        }
    }
}
