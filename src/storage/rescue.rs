//! What the page of `rescue.js` saved, read as a backup: what is stored, as it lay in both stores.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{journal::Bundle, namespace::Namespace, shelf::Raw, stored};
use crate::{
    domain::Notebook,
    exchange::{Backup, Header, merge},
};

/// What stands first in such a file.
const FORMAT: &str = "mentorbook-rescue";
/// How the names of notebooks end that are somebody's own.
const OWN: &str = ":mine";

/// The entries of one notebook, and how many of its texts could not be read.
#[derive(Default)]
struct Found {
    notebook: Notebook,
    unreadable: usize,
}

impl Found {
    fn take(&mut self, id: &str, text: &Value) {
        let held = text.as_str().and_then(|text| stored::open(&Raw::Text(text.to_owned()), id).ok());
        let Some(held) = held else {
            self.unreadable += 1;
            return;
        };
        self.notebook.hold(match self.notebook.held(held.id()) {
            Some(other) => merge::merge(&other, &held),
            None => held,
        });
    }
}

/// Reads such a file: the notebook of this name, or the largest one if the file comes from elsewhere. None if it is
/// no such file, or there is nothing in it. Gives also how many texts could not be read.
#[must_use]
pub fn read(bytes: &[u8], here: &Namespace) -> Option<(Backup, usize)> {
    let file: Map<String, Value> = serde_json::from_slice(bytes).ok()?;
    if file.get("format")? != FORMAT {
        return None;
    }
    let mut notebooks: BTreeMap<&str, Found> = BTreeMap::new();
    let members = |name| file.get(name).and_then(Value::as_object).into_iter().flatten();
    for (key, text) in members("localStorage") {
        if let Some((name, id)) = key.split_once(":entry:") {
            notebooks.entry(name).or_default().take(id, text);
        }
    }
    for (name, stores) in members("indexedDB") {
        for line in stores.get("entries").and_then(Value::as_array).into_iter().flatten() {
            let id = line.get("key").and_then(Value::as_str).unwrap_or_default();
            let text = line.get("value").and_then(|value| value.get("text")).unwrap_or(&Value::Null);
            notebooks.entry(name).or_default().take(id, text);
        }
        // A large change that was not taken apart yet.
        for bundle in stores.get("bundles").and_then(Value::as_array).into_iter().flatten() {
            let text = bundle.get("value").and_then(Value::as_str).unwrap_or_default();
            for line in Bundle::lines(0, Raw::Text(text.to_owned())) {
                notebooks.entry(name).or_default().take(&line.id, &line.raw.to_lossy().into());
            }
        }
    }
    let own =
        notebooks.into_iter().filter(|(name, found)| name.ends_with(OWN) && found.notebook.all_held().next().is_some());
    let (_, found) = own.max_by_key(|(name, found)| (*name == here.name(), found.notebook.all_held().count()))?;
    let saved = file.get("saved").and_then(Value::as_str).unwrap_or_default().to_owned();
    let header = Header { saved, app: String::new() };
    Some((Backup { header, held: found.notebook.all_held().collect() }, found.unreadable))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{
        domain::{Change, Clock, DeviceId, Draft, Goal, Id, Title, entry::Held},
        storage::Which,
    };

    fn goal(n: u128, title: &str, at: u64) -> Held {
        let mut notebook = Notebook::default();
        let draft = Draft::new(Id::<Goal>::new(n), Goal::new(Title::new(title).unwrap()));
        notebook.apply(&Change::put("", draft), &mut Clock::new(DeviceId::new(5)), at).unwrap();
        notebook.held(Id::<Goal>::new(n).into()).unwrap()
    }

    fn here() -> Namespace {
        Namespace::new("/", Which::Mine)
    }

    fn read_file(local: &Value, databases: &Value) -> Option<(Vec<Held>, usize)> {
        let file = json!({ "format": FORMAT, "saved": "2026-03-01", "localStorage": local, "indexedDB": databases });
        read(file.to_string().as_bytes(), &here()).map(|(backup, unreadable)| (backup.held, unreadable))
    }

    #[test]
    fn what_either_store_held_comes_back_and_the_rest_is_counted() {
        let (one, two) = (goal(1, "One", 1), goal(2, "Two", 1));
        let key = |held: &Held| here().entry(held.id());
        let local = json!({ key(&one): stored::seal(&one), "mentorbook:/:mine:on-shelf": "3", key(&two): "damaged" });
        let line = |held: &Held| json!({ "key": held.id().to_string(), "value": { "text": stored::seal(held) } });
        let databases = json!({ here().name(): { "entries": [line(&one), line(&two)], "changes": [] } });
        assert_eq!(read_file(&local, &databases), Some((vec![one.clone(), two], 1)));
        let three = goal(3, "Three", 1);
        let bundle = json!({ "key": 7, "value": format!("{}damaged\n{}", Bundle::line(&three), Bundle::line(&one)) });
        let bundled = json!({ here().name(): { "entries": [line(&one)], "bundles": [bundle] } });
        assert_eq!(read_file(&json!({}), &bundled), Some((vec![one.clone(), three], 1)));
        // One of the two stores may have refused.
        assert_eq!(read_file(&local, &json!({ "unreadable": "no answer" })), Some((vec![one], 1)));
    }

    #[test]
    fn the_notebook_of_this_page_is_meant_or_else_the_largest_and_never_the_example() {
        let all = [goal(1, "One", 1), goal(2, "Two", 1), goal(3, "Three", 1)];
        let in_folder = |path, which, held: &[Held]| {
            let name = Namespace::new(path, which);
            held.iter().map(|it| (name.entry(it.id()), Value::from(stored::seal(it)))).collect::<Map<_, _>>()
        };
        let elsewhere = in_folder("/book/", Which::Mine, &all[..2]);
        let example = in_folder("/", Which::Example, &all);
        let mut local: Map<_, _> = elsewhere.into_iter().chain(example).collect();
        let held = |local: &Map<String, Value>| read_file(&Value::Object(local.clone()), &json!({})).map(|it| it.0);
        assert_eq!(held(&local), Some(all[..2].to_vec()));
        local.extend(in_folder("/", Which::Mine, &all[2..]));
        assert_eq!(held(&local), Some(all[2..].to_vec()));
    }

    #[test]
    fn what_is_no_such_file_is_none() {
        for text in ["", "[]", "{}", r#"{"format":"mentorbook-backup"}"#, r#"{"format":"mentorbook-rescue"}"#] {
            assert!(read(text.as_bytes(), &here()).is_none(), "{text}");
        }
        let one = goal(1, "One", 1);
        let file = |format| json!({ "format": format, "localStorage": { here().entry(one.id()): stored::seal(&one) } });
        let found = |format| read(file(format).to_string().as_bytes(), &here()).is_some();
        assert!(found(FORMAT) && !found("another"));
    }
}
