//! A shelf and a journal in memory: for tests, and for working on where the browser keeps nothing.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

use super::{
    journal::{
        Appended, Extent, Journal, JournalProblem, Line, Record, Remembered, Seq, inverse, settle, write_before,
    },
    shelf::{Raw, Shelf, ShelfProblem},
    stored,
};
use crate::domain::entry::Held;

/// Texts under keys, in memory. Clones share them, as tabs share local storage.
#[derive(Debug, Clone, Default)]
pub struct MemoryShelf {
    texts: Rc<RefCell<BTreeMap<String, Raw>>>,
}

impl MemoryShelf {
    /// Puts anything under a key, also what is no text.
    pub fn put_raw(&self, key: &str, raw: Raw) {
        self.texts.borrow_mut().insert(key.to_owned(), raw);
    }
}

impl Shelf for MemoryShelf {
    fn keys(&self) -> Result<Vec<String>, ShelfProblem> {
        Ok(self.texts.borrow().keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<Raw>, ShelfProblem> {
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), ShelfProblem> {
        self.put_raw(key, Raw::Text(text.to_owned()));
        Ok(())
    }

    fn put(&self, key: &str, raw: &Raw) -> Result<(), ShelfProblem> {
        self.put_raw(key, raw.clone());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), ShelfProblem> {
        self.texts.borrow_mut().remove(key);
        Ok(())
    }
}

/// A journal in memory. Clones share it, as tabs share a database.
#[derive(Debug, Clone, Default)]
pub struct MemoryJournal {
    inside: Rc<RefCell<Inside>>,
}

#[derive(Debug, Default)]
struct Inside {
    last: Seq,
    entries: BTreeMap<String, (Seq, String)>,
    changes: Vec<(Seq, u64, String, String)>,
}

impl Journal for MemoryJournal {
    async fn append(&self, record: &Record) -> Result<Appended, JournalProblem> {
        let mut inside = self.inside.borrow_mut();
        inside.last += 1;
        let seq = inside.last;
        let mut now = Vec::new();
        for ours in &record.now {
            let id = ours.id().to_string();
            let lies_there = inside.entries.get(&id).map(|(_, text)| text.as_str());
            let (held, _) = settle(lies_there, ours);
            inside.entries.insert(id, (seq, stored::seal(&held)));
            now.push(held);
        }
        inside.changes.push((seq, record.at, record.label.clone(), write_before(&record.before)));
        Ok(Appended { seq, now })
    }

    async fn restock(&self, held: &[Held]) -> Result<(), JournalProblem> {
        let mut inside = self.inside.borrow_mut();
        let seq = inside.last;
        for held in held {
            inside.entries.insert(held.id().to_string(), (seq, stored::seal(held)));
        }
        Ok(())
    }

    async fn since(&self, seq: Seq) -> Result<Vec<Line>, JournalProblem> {
        let inside = self.inside.borrow();
        let later = inside.entries.iter().filter(|(_, (at, _))| *at > seq || seq == 0);
        let mut lines: Vec<_> =
            later.map(|(id, (seq, text))| Line { seq: *seq, id: id.clone(), text: text.clone() }).collect();
        lines.sort_by_key(|line| line.seq);
        Ok(lines)
    }

    async fn extent(&self) -> Result<Extent, JournalProblem> {
        let inside = self.inside.borrow();
        Ok(Extent { last: inside.last, entries: inside.entries.len() })
    }

    async fn history(&self, most: usize) -> Result<Vec<Remembered>, JournalProblem> {
        let inside = self.inside.borrow();
        let skip = inside.changes.len().saturating_sub(most);
        let last = inside.changes.iter().skip(skip);
        Ok(last
            .filter_map(|(seq, at, label, before)| {
                let inverse = inverse(label.clone(), before)?;
                Some(Remembered { seq: *seq, at: *at, inverse })
            })
            .collect())
    }

    async fn erase(&self) -> Result<(), JournalProblem> {
        *self.inside.borrow_mut() = Inside::default();
        Ok(())
    }
}
