//! What stands in a field, read from the file format, as a person reads it.

use serde_json::{Map, Value};

use super::{capital, dates::Calendar, names};
use crate::{
    domain::{Day, EntryId, Notebook, fields},
    exchange::preview::Difference,
    insights::titles::title_of,
};

pub const EMPTY: &str = "Emptied";
pub const MOVED: &str = "moved";

/// A field by the name it has in the file format.
pub fn field(name: &str) -> String {
    match name {
        "why" => "Why it matters".to_owned(),
        "evidence" => "How I will know".to_owned(),
        "on" => "Day".to_owned(),
        "at" => "Time".to_owned(),
        "shared_notes" => "Notes to share".to_owned(),
        "met" => "How we met".to_owned(),
        _ => capital(&name.replace('_', " ")),
    }
}

/// Reads values; what they point to is called by its name in this notebook.
#[derive(Clone, Copy)]
pub struct Values<'a> {
    pub notebook: &'a Notebook,
    pub calendar: &'a Calendar,
}

/// How much of a long text is shown of a difference, and how much before the place where it begins; in characters.
const SHOWN: usize = 70;
const BEFORE: usize = 20;

impl Values<'_> {
    /// A value in words.
    pub fn of(self, value: Option<&Value>) -> String {
        match value {
            None | Some(Value::Null) => EMPTY.to_owned(),
            Some(Value::String(text)) => self.text(text),
            Some(Value::Object(fields)) => {
                let said = fields.iter().filter(|(name, _)| !["id", "place"].contains(&name.as_str()));
                let said = said.map(|(name, value)| match (name.as_str(), value) {
                    ("title" | "note", value) => self.of(Some(value)),
                    (name, value) => format!("{}: {}", field(name).to_lowercase(), self.of(Some(value))),
                });
                said.collect::<Vec<_>>().join(" · ")
            }
            Some(Value::Array(list)) => list.iter().map(|it| self.of(Some(it))).collect::<Vec<_>>().join(", "),
            Some(Value::Bool(true)) => "yes".to_owned(),
            Some(Value::Bool(false)) => "no".to_owned(),
            Some(other) => other.to_string(),
        }
    }

    fn text(self, text: &str) -> String {
        let name = |id: EntryId| title_of(self.notebook, id).map(|title| names::entry(&title, self.calendar));
        let day = |text: &str| text.parse::<Day>().ok().map(super::dates::exact);
        let pointer = text.parse().ok().and_then(name);
        pointer.or_else(|| day(text)).unwrap_or_else(|| text.to_owned())
    }

    /// A difference: “Why it matters: “To teach” becomes “To lead””.
    pub fn difference(self, difference: &Difference) -> String {
        let Difference { path, before, after } = difference;
        let name = field(fields::list_of(path).unwrap_or(path));
        let what = match (before, after) {
            (None, Some(after)) => format!("“{}” is added", cut(&self.of(Some(after)), 0)),
            (Some(before), None) => format!("“{}” goes", cut(&self.of(Some(before)), 0)),
            (Some(Value::Object(one)), Some(Value::Object(other))) if without_place(one) == without_place(other) => {
                format!("“{}” is {MOVED}", cut(&self.of(before.as_ref()), 0))
            }
            _ => {
                let (before, after) = (self.of(before.as_ref()), self.of(after.as_ref()));
                let alike = before.chars().zip(after.chars()).take_while(|(one, other)| one == other).count();
                format!("“{}” becomes “{}”", cut(&before, alike), cut(&after, alike))
            }
        };
        format!("{name}: {what}")
    }
}

fn without_place(part: &Map<String, Value>) -> Vec<(&String, &Value)> {
    part.iter().filter(|(name, _)| *name != "place").collect()
}

/// The piece of a long text around the character from which on it differs.
fn cut(text: &str, from: usize) -> String {
    let all = text.chars().count();
    if all <= SHOWN {
        return text.to_owned();
    }
    let start = from.saturating_sub(BEFORE).min(all - SHOWN);
    let piece: String = text.chars().skip(start).take(SHOWN).collect();
    let (left, right) = (if start > 0 { "…" } else { "" }, if start + SHOWN < all { "…" } else { "" });
    format!("{left}{}{right}", piece.trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn said(path: &str, before: Value, after: Value) -> String {
        let value = |it: Value| (!it.is_null()).then_some(it);
        let calendar = Calendar { today: "2026-04-14".parse().unwrap(), week_start: chrono::Weekday::Mon };
        let values = Values { notebook: &Notebook::default(), calendar: &calendar };
        values.difference(&Difference { path: path.to_owned(), before: value(before), after: value(after) })
    }

    #[test]
    fn a_difference_is_said_in_words() {
        assert_eq!(said("why", json!("To teach"), json!("To lead")), "Why it matters: “To teach” becomes “To lead”");
        assert_eq!(said("target", Value::Null, json!("2026-03-01")), "Target: “Sunday, 1 March 2026” is added");
        assert_eq!(said("private", json!(true), Value::Null), "Private: “yes” goes");
        let part = |place, title| json!({ "id": "0k3f9abc", "place": place, "title": title });
        assert_eq!(said("milestones/0k3f9abc", Value::Null, part(1, "Ask")), "Milestones: “Ask” is added");
        assert_eq!(said("milestones/0k3f9abc", part(2, "Ask"), part(1, "Ask")), "Milestones: “Ask” is moved");
        assert_eq!(said("milestones/0k3f9abc", part(1, "Ask"), part(1, "Do")), "Milestones: “Ask” becomes “Do”");
    }

    #[test]
    fn of_a_long_text_the_place_is_shown_where_it_differs() {
        let before = format!("{}here it ends", "word ".repeat(40));
        let after = format!("{}there it goes on", "word ".repeat(40));
        let said = said("notes", json!(before), json!(after));
        assert!(said.contains("word here it ends”") && said.contains("word there it goes on”"), "{said}");
        assert!(said.starts_with("Notes: “…") && said.chars().count() < 200, "{said}");
    }
}
