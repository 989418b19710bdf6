//! A shelf and a journal in memory: for tests, and for working on where the browser keeps nothing.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use super::{
    journal::{
        Appended, Bundle, Eraser, Extent, History, Journal, JournalProblem, Line, Place, PutAside, Record, Remembered,
        Seq, inverse, settle, write_before,
    },
    shelf::{Raw, Shelf, ShelfProblem},
    snapshots::{Head, Listing, Snapshot, Why},
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

    /// The same texts, from now on apart.
    #[must_use]
    pub fn copy(&self) -> Self {
        Self { texts: Rc::new(RefCell::new(self.texts.borrow().clone())) }
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

#[derive(Debug, Clone, Default)]
struct Inside {
    last: Seq,
    entries: BTreeMap<String, (Seq, Raw)>,
    changes: BTreeMap<Seq, Done>,
    asides: BTreeMap<u64, (String, Raw)>,
    snapshots: BTreeMap<u64, (Head, Raw)>,
    bundles: BTreeMap<Seq, Raw>,
    numbers: u64,
}

#[derive(Debug, Clone)]
struct Done {
    at: u64,
    label: String,
    before: String,
}

impl Inside {
    fn number(&mut self) -> u64 {
        self.numbers += 1;
        self.numbers
    }

    /// Writes entries under a number, all of them or none.
    fn write(&mut self, seq: Seq, held: &[Held]) -> Result<Vec<Held>, JournalProblem> {
        let lies_there = |ours: &Held| self.entries.get(&ours.id().to_string()).map(|(_, raw)| raw);
        let settled = held.iter().map(|ours| settle(lies_there(ours), ours)).collect::<Result<Vec<_>, _>>()?;
        let mut now = Vec::with_capacity(settled.len());
        for (held, unreadable) in settled {
            let id = held.id().to_string();
            if let Some(raw) = unreadable {
                let number = self.number();
                self.asides.insert(number, (id.clone(), raw));
            }
            self.entries.insert(id, (seq, Raw::Text(stored::seal(&held))));
            now.push(held);
        }
        Ok(now)
    }
}

impl MemoryJournal {
    fn add(&self, done: Option<Done>, held: &[Held]) -> Result<Appended, JournalProblem> {
        let mut inside = self.inside.borrow_mut();
        let seq = inside.last + 1;
        let now = inside.write(seq, held)?;
        inside.last = seq;
        if let Some(done) = done {
            inside.changes.insert(seq, done);
        }
        Ok(Appended { seq, now })
    }

    /// Puts anything under the id of an entry, as if the change of this number had written it.
    pub fn put_raw(&self, id: &str, seq: Seq, raw: Raw) {
        self.inside.borrow_mut().entries.insert(id.to_owned(), (seq, raw));
    }

    /// Puts anything in place of what was before the newest change.
    pub fn put_before(&self, before: &str) {
        if let Some(mut newest) = self.inside.borrow_mut().changes.last_entry() {
            before.clone_into(&mut newest.get_mut().before);
        }
    }

    /// Puts anything in place of the text of a snapshot.
    pub fn put_snapshot(&self, number: u64, raw: Raw) {
        if let Some((_, text)) = self.inside.borrow_mut().snapshots.get_mut(&number) {
            *text = raw;
        }
    }

    /// Puts anything in place of the text of the newest bundle.
    pub fn put_bundle(&self, raw: Raw) {
        if let Some(mut newest) = self.inside.borrow_mut().bundles.last_entry() {
            newest.insert(raw);
        }
    }

    /// The text under the id of an entry.
    #[must_use]
    pub fn get_raw(&self, id: &str) -> Option<Raw> {
        self.inside.borrow().entries.get(id).map(|(_, raw)| raw.clone())
    }

    /// The same content, from now on apart.
    #[must_use]
    pub fn copy(&self) -> Self {
        Self { inside: Rc::new(RefCell::new(self.inside.borrow().clone())) }
    }
}

impl Journal for MemoryJournal {
    async fn append(&self, record: &Record) -> Result<Appended, JournalProblem> {
        let done = Done { at: record.at, label: record.label.clone(), before: write_before(&record.before) };
        self.add(Some(done), &record.now)
    }

    async fn restock(&self, held: &[Held]) -> Result<Appended, JournalProblem> {
        self.add(None, held)
    }

    async fn add_bundle(&self, bundle: &Bundle) -> Result<Seq, JournalProblem> {
        let Bundle { at, label, before, text } = bundle.clone();
        let seq = self.add(Some(Done { at, label, before }), &[])?.seq;
        self.inside.borrow_mut().bundles.insert(seq, Raw::Text(text));
        Ok(seq)
    }

    async fn bundled(&self) -> Result<Vec<Line>, JournalProblem> {
        let inside = self.inside.borrow();
        Ok(inside.bundles.iter().flat_map(|(seq, raw)| Bundle::lines(*seq, raw.clone())).collect())
    }

    async fn drop_bundles(&self, seqs: &BTreeSet<Seq>, unreadable: &[Line]) -> Result<(), JournalProblem> {
        let mut inside = self.inside.borrow_mut();
        for line in unreadable {
            let number = inside.number();
            inside.asides.insert(number, (line.id.clone(), line.raw.clone()));
        }
        inside.bundles.retain(|seq, _| !seqs.contains(seq));
        Ok(())
    }

    async fn since(&self, seq: Seq) -> Result<Vec<Line>, JournalProblem> {
        let inside = self.inside.borrow();
        let later = inside.entries.iter().filter(|(_, (at, _))| *at > seq || seq == 0);
        let mut lines: Vec<_> =
            later.map(|(id, (seq, raw))| Line { seq: *seq, id: id.clone(), raw: raw.clone() }).collect();
        lines.sort_by_key(|line| line.seq);
        Ok(lines)
    }

    async fn some(&self, after: &str, most: usize) -> Result<Vec<Line>, JournalProblem> {
        let inside = self.inside.borrow();
        let behind = inside.entries.iter().filter(|(id, _)| id.as_str() > after).take(most);
        Ok(behind.map(|(id, (seq, raw))| Line { seq: *seq, id: id.clone(), raw: raw.clone() }).collect())
    }

    async fn extent(&self) -> Result<Extent, JournalProblem> {
        let inside = self.inside.borrow();
        Ok(Extent { last: inside.last, entries: inside.entries.len() })
    }

    async fn history(&self, most: usize) -> Result<History, JournalProblem> {
        let inside = self.inside.borrow();
        let skip = inside.changes.len().saturating_sub(most);
        let mut history = History::default();
        for (seq, done) in inside.changes.iter().skip(skip) {
            match inverse(done.label.clone(), &done.before) {
                Ok(inverse) => history.changes.push(Remembered { seq: *seq, at: done.at, inverse }),
                Err(refusal) => history.unreadable.push((*seq, Raw::Text(done.before.clone()), refusal)),
            }
        }
        Ok(history)
    }

    async fn asides(&self) -> Result<Vec<PutAside>, JournalProblem> {
        let inside = self.inside.borrow();
        let asides = inside.asides.iter();
        Ok(asides.map(|(number, (id, raw))| PutAside { number: *number, id: id.clone(), raw: raw.clone() }).collect())
    }

    async fn lies_at(&self, place: &Place) -> Result<Option<Raw>, JournalProblem> {
        let inside = self.inside.borrow();
        Ok(match place {
            Place::Entry(id) => inside.entries.get(id).map(|(_, raw)| raw.clone()),
            Place::Aside(number) => inside.asides.get(number).map(|(_, raw)| raw.clone()),
            Place::Change(seq) => inside.changes.get(seq).map(|done| Raw::Text(done.before.clone())),
            Place::Snapshot(number) => inside.snapshots.get(number).map(|(_, raw)| raw.clone()),
        })
    }

    async fn let_go(&self, place: &Place, raw: &Raw) -> Result<(), JournalProblem> {
        if self.lies_at(place).await?.as_ref() != Some(raw) {
            return Ok(());
        }
        let mut inside = self.inside.borrow_mut();
        match place {
            Place::Entry(id) => drop(inside.entries.remove(id)),
            Place::Aside(number) => drop(inside.asides.remove(number)),
            Place::Change(seq) => drop(inside.changes.remove(seq)),
            Place::Snapshot(number) => drop(inside.snapshots.remove(number)),
        }
        Ok(())
    }

    async fn snapshots(&self) -> Result<Listing, JournalProblem> {
        let inside = self.inside.borrow();
        let all = inside.snapshots.iter();
        let all = all.map(|(number, (head, _))| Snapshot { number: *number, head: head.clone() }).collect();
        Ok(Listing { all, unknown: Vec::new() })
    }

    async fn keep_snapshot(&self, head: &Head, text: &str) -> Result<(), JournalProblem> {
        let mut inside = self.inside.borrow_mut();
        let number = inside.number();
        inside.snapshots.insert(number, (head.clone(), Raw::Text(text.to_owned())));
        Ok(())
    }

    async fn drop_snapshots(&self, numbers: &[u64]) -> Result<(), JournalProblem> {
        self.inside.borrow_mut().snapshots.retain(|number, _| !numbers.contains(number));
        Ok(())
    }

    async fn forget(&self, eraser: &Eraser<'_>) -> Result<(), JournalProblem> {
        let mut inside = self.inside.borrow_mut();
        inside.changes.retain(|_, done| !eraser.concerns(&done.label) && !eraser.concerns(&done.before));
        inside.asides.retain(|_, (id, raw)| !eraser.concerns(id) && !eraser.concerns(&raw.to_lossy()));
        inside.snapshots.retain(|_, (head, raw)| {
            if let Some(without) = head.clone().without_words(|label| eraser.concerns(label)) {
                *head = without;
            }
            if !eraser.concerns(&raw.to_lossy()) {
                return true;
            }
            let Some((text, entries)) = (eraser.without)(raw) else { return false };
            (head.entries, head.size) = (entries, text.len());
            *raw = Raw::Text(text);
            true
        });
        Ok(())
    }

    async fn all_texts(&self) -> Result<Vec<Raw>, JournalProblem> {
        let inside = self.inside.borrow();
        let entries = inside.entries.values().map(|(_, raw)| raw.clone());
        let changes = inside.changes.values().map(|done| Raw::Text(format!("{}\n{}", done.label, done.before)));
        let asides = inside.asides.values().map(|(_, raw)| raw).chain(inside.bundles.values()).cloned();
        let snapshots = inside.snapshots.values().flat_map(|(head, raw)| match &head.why {
            Why::Before(label) => vec![Raw::Text(label.clone()), raw.clone()],
            Why::Day | Why::Format(_) => vec![raw.clone()],
        });
        Ok(entries.chain(changes).chain(asides).chain(snapshots).collect())
    }

    async fn erase(&self) -> Result<(), JournalProblem> {
        *self.inside.borrow_mut() = Inside::default();
        Ok(())
    }
}
