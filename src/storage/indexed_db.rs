//! IndexedDB as a [`Journal`].
//!
//! `entries` holds the sealed text of every entry by id, with the change that wrote it; `changes` what was
//! done, for history and undo (its key generator numbers the changes); `aside` texts that could not be
//! read and had to make room; `snapshots` and `snapshot-texts` the notebook on earlier days. A change
//! writes the first two in one strict transaction, so the journal always holds everything and needs no
//! compaction.

mod connection;
mod values;

use std::{cell::RefCell, rc::Rc};

use idb::{KeyRange, Query, Transaction, TransactionResult};
use wasm_bindgen::JsValue;

use connection::{Connection, Watcher};
use values::{
    NOTHING_TO_REMEMBER, head_of, head_to_js, js_number, nothing_to_remember, number, number_of, raw_of,
    text_as_it_lies, text_of,
};

use super::{
    journal::{
        Appended, Eraser, Extent, History, Journal, JournalProblem, Line, PutAside, REMEMBERED, Record, Remembered,
        Seq, inverse, settle, write_before,
    },
    js_text::{js, object},
    shelf::Raw,
    snapshots::{Head, Snapshot},
    stored,
};
use crate::domain::entry::Held;

const ENTRIES: &str = "entries";
const CHANGES: &str = "changes";
const ASIDE: &str = "aside";
const SNAPSHOTS: &str = "snapshots";
const SNAPSHOT_TEXTS: &str = "snapshot-texts";
const ALL: [&str; 5] = [ENTRIES, CHANGES, ASIDE, SNAPSHOTS, SNAPSHOT_TEXTS];

/// The version of the database: which stores it has. The texts in them name their own version.
const VERSION: u32 = 2;

/// A database of this origin.
#[derive(Debug)]
pub struct IndexedDb {
    name: String,
    open: RefCell<Rc<Connection>>,
    watcher: Watcher,
}

impl IndexedDb {
    /// Opens or makes the database of this name.
    ///
    /// # Errors
    /// When the browser has no IndexedDB, blocks it, or a newer app made the database.
    pub async fn open(name: &str) -> Result<Self, JournalProblem> {
        let watcher = Watcher::default();
        let connection = Connection::open(name, watcher.clone()).await?;
        Ok(Self { name: name.to_owned(), open: RefCell::new(Rc::new(connection)), watcher })
    }

    /// A connection that was not ended: another one, if this one was.
    async fn connection(&self) -> Result<Rc<Connection>, JournalProblem> {
        let now = self.open.borrow().clone();
        if !now.ended.get() {
            return Ok(now);
        }
        let again = Rc::new(Connection::open(&self.name, self.watcher.clone()).await?);
        *self.open.borrow_mut() = again.clone();
        Ok(again)
    }

    async fn write(&self) -> Result<Transaction, JournalProblem> {
        self.connection().await?.write()
    }

    /// Writes a change and the entries it touched, all of it or nothing.
    async fn add(&self, at: u64, label: &str, before: &str, held: &[Held]) -> Result<Appended, JournalProblem> {
        let transaction = self.write().await?;
        let changes = transaction.object_store(CHANGES)?;
        let change = object(&[("at", js_number(at)), ("label", label.into()), ("before", before.into())])?;
        let key = changes.add(&change, None)?.await?;
        let seq = number(&key).ok_or_else(|| JournalProblem::Refused("no number was given".to_owned()))?;
        let now = match write_entries(&transaction, seq, held).await {
            Ok(now) => now,
            Err(problem) => {
                // Nothing of the change may stay.
                transaction.abort()?;
                return Err(problem);
            }
        };
        if let Some(old) = seq.checked_sub(REMEMBERED).filter(|old| *old > 0) {
            changes.delete(KeyRange::upper_bound(&js_number(old), None)?)?;
        }
        committed(transaction).await?;
        Ok(Appended { seq, now })
    }

    async fn read(&self, stores: &[&str]) -> Result<Transaction, JournalProblem> {
        Ok(self.connection().await?.database.transaction(stores, idb::TransactionMode::ReadOnly)?)
    }
}

async fn committed(transaction: Transaction) -> Result<(), JournalProblem> {
    match transaction.await? {
        TransactionResult::Committed => Ok(()),
        TransactionResult::Aborted => Err(JournalProblem::Refused("the transaction was aborted".to_owned())),
    }
}

/// Writes entries under a number, merged with what lies there; what cannot be read is put aside.
async fn write_entries(transaction: &Transaction, seq: Seq, held: &[Held]) -> Result<Vec<Held>, JournalProblem> {
    let entries = transaction.object_store(ENTRIES)?;
    let mut now = Vec::with_capacity(held.len());
    for ours in held {
        let id = JsValue::from_str(&ours.id().to_string());
        let lies_there = entries.get(id.clone())?.await?.and_then(|value| raw_of(&value, "text"));
        let (held, unreadable) = settle(lies_there.as_ref(), ours)?;
        if let Some(unreadable) = unreadable {
            let aside = object(&[("id", id.clone()), ("text", js(&unreadable).into())])?;
            transaction.object_store(ASIDE)?.add(&aside, None)?;
        }
        let line = object(&[("seq", js_number(seq)), ("text", JsValue::from_str(&stored::seal(&held)))])?;
        entries.put(&line, Some(&id))?;
        now.push(held);
    }
    Ok(now)
}

/// Everything in a store, with its keys.
async fn all_of(transaction: &Transaction, store: &str) -> Result<Vec<(JsValue, JsValue)>, JournalProblem> {
    let store = transaction.object_store(store)?;
    let (keys, values) = (store.get_all_keys(None, None)?, store.get_all(None, None)?);
    let (keys, values) = (keys.await?, values.await?);
    Ok(keys.into_iter().zip(values).collect())
}

impl Journal for IndexedDb {
    async fn append(&self, record: &Record) -> Result<Appended, JournalProblem> {
        self.add(record.at, &record.label, &write_before(&record.before), &record.now).await
    }

    async fn restock(&self, held: &[Held]) -> Result<Appended, JournalProblem> {
        self.add(0, NOTHING_TO_REMEMBER, "[]", held).await
    }

    async fn since(&self, seq: Seq) -> Result<Vec<Line>, JournalProblem> {
        let transaction = self.read(&[ENTRIES]).await?;
        let index = transaction.object_store(ENTRIES)?.index("seq")?;
        // Numbers begin at 1; entries the shelf brought into an empty journal stand under 0.
        let later = || -> Result<Option<Query>, JournalProblem> {
            Ok(match seq {
                0 => None,
                seq => Some(KeyRange::lower_bound(&js_number(seq), Some(true))?.into()),
            })
        };
        let (keys, values) = (index.get_all_keys(later()?, None)?, index.get_all(later()?, None)?);
        let (keys, values) = (keys.await?, values.await?);
        let lines = keys.iter().zip(&values).filter_map(|(id, value)| {
            Some(Line { seq: number_of(value, "seq")?, id: id.as_string()?, raw: raw_of(value, "text")? })
        });
        Ok(lines.collect())
    }

    async fn extent(&self) -> Result<Extent, JournalProblem> {
        let transaction = self.read(&[ENTRIES, CHANGES]).await?;
        let entries = transaction.object_store(ENTRIES)?.count(None)?.await? as usize;
        let newest = transaction.object_store(CHANGES)?.open_key_cursor(None, Some(idb::CursorDirection::Prev))?;
        let last = match newest.await? {
            Some(cursor) => number(&cursor.key()?).unwrap_or_default(),
            None => 0,
        };
        Ok(Extent { last, entries })
    }

    async fn history(&self, most: usize) -> Result<History, JournalProblem> {
        let last = self.extent().await?.last;
        let transaction = self.read(&[CHANGES]).await?;
        let changes = transaction.object_store(CHANGES)?;
        let from = js_number(last.saturating_sub(most as u64));
        let range = || KeyRange::lower_bound(&from, Some(true)).map(Query::from);
        let (keys, values) = (changes.get_all_keys(Some(range()?), None)?, changes.get_all(Some(range()?), None)?);
        let (keys, values) = (keys.await?, values.await?);
        let mut history = History::default();
        for (key, value) in keys.iter().zip(&values) {
            let Some(seq) = number(key) else { continue };
            if text_of(value, "label").as_deref() == Some(NOTHING_TO_REMEMBER) {
                continue;
            }
            let remembered = || {
                let inverse = inverse(text_of(value, "label")?, &text_of(value, "before")?)?;
                Some(Remembered { seq, at: number_of(value, "at")?, inverse })
            };
            match remembered() {
                Some(remembered) => history.changes.push(remembered),
                None => {
                    let there = raw_of(value, "before").unwrap_or_else(|| Raw::Text(String::new()));
                    history.unreadable.push((seq, there));
                }
            }
        }
        Ok(history)
    }

    async fn asides(&self) -> Result<Vec<PutAside>, JournalProblem> {
        let transaction = self.read(&[ASIDE]).await?;
        let all = all_of(&transaction, ASIDE).await?;
        let asides = all.iter().filter_map(|(key, value)| {
            Some(PutAside { number: number(key)?, id: text_of(value, "id")?, raw: raw_of(value, "text")? })
        });
        Ok(asides.collect())
    }

    async fn drop_aside(&self, number: u64) -> Result<(), JournalProblem> {
        let transaction = self.write().await?;
        transaction.object_store(ASIDE)?.delete(js_number(number))?;
        committed(transaction).await
    }

    async fn snapshots(&self) -> Result<Vec<Snapshot>, JournalProblem> {
        let transaction = self.read(&[SNAPSHOTS]).await?;
        let all = all_of(&transaction, SNAPSHOTS).await?;
        let snapshots =
            all.iter().filter_map(|(key, value)| Some(Snapshot { number: number(key)?, head: head_of(value)? }));
        Ok(snapshots.collect())
    }

    async fn snapshot(&self, number: u64) -> Result<Option<Raw>, JournalProblem> {
        let transaction = self.read(&[SNAPSHOT_TEXTS]).await?;
        let text = transaction.object_store(SNAPSHOT_TEXTS)?.get(js_number(number))?.await?;
        Ok(text.and_then(text_as_it_lies))
    }

    async fn keep_snapshot(&self, head: &Head, text: &str) -> Result<(), JournalProblem> {
        let transaction = self.write().await?;
        let number = transaction.object_store(SNAPSHOTS)?.add(&head_to_js(head)?, None)?.await?;
        transaction.object_store(SNAPSHOT_TEXTS)?.put(&JsValue::from_str(text), Some(&number))?;
        committed(transaction).await
    }

    async fn drop_snapshots(&self, numbers: &[u64]) -> Result<(), JournalProblem> {
        let transaction = self.write().await?;
        for number in numbers {
            for store in [SNAPSHOTS, SNAPSHOT_TEXTS] {
                transaction.object_store(store)?.delete(js_number(*number))?;
            }
        }
        committed(transaction).await
    }

    async fn forget(&self, eraser: &Eraser<'_>) -> Result<(), JournalProblem> {
        let transaction = self.write().await?;
        for (store, fields) in [(CHANGES, ["label", "before"]), (ASIDE, ["id", "text"])] {
            for (key, value) in all_of(&transaction, store).await? {
                let mut texts = fields.iter().filter_map(|field| raw_of(&value, field));
                if !texts.any(|raw| eraser.concerns(&raw.to_lossy())) {
                    continue;
                }
                let store = transaction.object_store(store)?;
                // The newest number says how far the journal is, so a change leaves its number behind.
                match fields {
                    ["label", _] => drop(store.put(&nothing_to_remember()?, Some(&key))?),
                    _ => drop(store.delete(key)?),
                }
            }
        }
        let (heads, texts) = (transaction.object_store(SNAPSHOTS)?, transaction.object_store(SNAPSHOT_TEXTS)?);
        for key in texts.get_all_keys(None, None)?.await? {
            let Some(there) = texts.get(key.clone())?.await?.and_then(text_as_it_lies) else { continue };
            if !eraser.concerns(&there.to_lossy()) {
                continue;
            }
            let head = heads.get(key.clone())?.await?.and_then(|head| head_of(&head));
            match ((eraser.without)(&there), head) {
                (Some((text, entries)), Some(head)) => {
                    let head = Head { entries, size: text.len(), ..head };
                    heads.put(&head_to_js(&head)?, Some(&key))?;
                    texts.put(&JsValue::from_str(&text), Some(&key))?;
                }
                _ => {
                    heads.delete(key.clone())?;
                    texts.delete(key)?;
                }
            }
        }
        committed(transaction).await
    }

    async fn all_texts(&self) -> Result<Vec<Raw>, JournalProblem> {
        let transaction = self.read(&ALL).await?;
        let mut texts = Vec::new();
        for store in [ENTRIES, CHANGES, ASIDE] {
            for (_, value) in all_of(&transaction, store).await? {
                texts.extend(["text", "label", "before"].iter().filter_map(|field| raw_of(&value, field)));
            }
        }
        let snapshots = all_of(&transaction, SNAPSHOT_TEXTS).await?;
        texts.extend(snapshots.into_iter().filter_map(|(_, text)| text_as_it_lies(text)));
        Ok(texts)
    }

    async fn erase(&self) -> Result<(), JournalProblem> {
        let transaction = self.write().await?;
        for store in ALL {
            transaction.object_store(store)?.clear()?;
        }
        committed(transaction).await
    }

    fn when_taken(&self, tell: Rc<dyn Fn()>) {
        self.watcher.set(tell);
    }
}
