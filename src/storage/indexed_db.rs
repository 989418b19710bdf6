//! IndexedDB as a [`Journal`].
//!
//! `entries` holds the sealed text of every entry by id, with the change that wrote it; `changes` what was
//! done, for history and undo (its key generator numbers the changes); `aside` texts that could not be
//! read and had to make room; `snapshots` and `snapshot-texts` the notebook on earlier days. A change
//! writes the first two in one strict transaction, so the journal always holds everything and needs no
//! compaction. A large change lies in `bundles` as one text until its entries lie in the first: to put ten
//! thousand texts takes a second, and one text of the same length 30 milliseconds.

mod connection;
mod values;
mod within;

use std::{cell::RefCell, collections::BTreeSet, rc::Rc};

use idb::{KeyRange, Query, Transaction};
use wasm_bindgen::JsValue;

use connection::{Connection, Watcher};
use values::{
    NOTHING_TO_REMEMBER, all_as_json, head_of, head_to_js, js_number, lone_text, nothing_to_remember, number, raw_of,
    raw_or_all, text_of,
};
use within::{
    add_change, all_of, committed, lies_at, lies_under, lines_of, oldest_first, put_aside, remembered, write_entries,
    written_since,
};

use super::{
    journal::{
        Appended, Bundle, Eraser, Extent, History, Journal, JournalProblem, Line, Place, PutAside, Record, Seq,
        write_before,
    },
    shelf::Raw,
    snapshots::{Head, Listing, Snapshot},
};
use crate::domain::entry::Held;

const ENTRIES: &str = "entries";
const CHANGES: &str = "changes";
const ASIDE: &str = "aside";
const SNAPSHOTS: &str = "snapshots";
const SNAPSHOT_TEXTS: &str = "snapshot-texts";
const BUNDLES: &str = "bundles";
const ALL: [&str; 6] = [ENTRIES, CHANGES, ASIDE, SNAPSHOTS, SNAPSHOT_TEXTS, BUNDLES];

/// The version of the database: which stores it has. The texts in them name their own version.
const VERSION: u32 = 3;

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
        let seq = add_change(&transaction, at, label, before).await?;
        let now = match write_entries(&transaction, seq, held).await {
            Ok(now) => now,
            Err(problem) => {
                // Nothing of the change may stay; after a failed request the browser has seen to that.
                let _ = transaction.abort();
                return Err(problem);
            }
        };
        committed(transaction).await?;
        Ok(Appended { seq, now })
    }

    async fn read(&self, stores: &[&str]) -> Result<Transaction, JournalProblem> {
        Ok(self.connection().await?.database.transaction(stores, idb::TransactionMode::ReadOnly)?)
    }
}

impl Journal for IndexedDb {
    async fn append(&self, record: &Record) -> Result<Appended, JournalProblem> {
        self.add(record.at, &record.label, &write_before(&record.before), &record.now).await
    }

    async fn restock(&self, held: &[Held]) -> Result<Appended, JournalProblem> {
        self.add(0, NOTHING_TO_REMEMBER, "[]", held).await
    }

    async fn add_bundle(&self, bundle: &Bundle) -> Result<Seq, JournalProblem> {
        let transaction = self.write().await?;
        let seq = add_change(&transaction, bundle.at, &bundle.label, &bundle.before).await?;
        transaction.object_store(BUNDLES)?.put(&JsValue::from_str(&bundle.text), Some(&js_number(seq)))?;
        committed(transaction).await?;
        Ok(seq)
    }

    async fn bundled(&self) -> Result<Vec<Line>, JournalProblem> {
        let transaction = self.read(&[BUNDLES]).await?;
        let all = all_of(&transaction, BUNDLES).await?.into_iter();
        Ok(all.flat_map(|(key, value)| Bundle::lines(number(&key).unwrap_or_default(), lone_text(value))).collect())
    }

    async fn drop_bundles(&self, seqs: &BTreeSet<Seq>, unreadable: &[Line]) -> Result<(), JournalProblem> {
        let transaction = self.write().await?;
        for line in unreadable {
            put_aside(&transaction, &line.id, &line.raw)?;
        }
        for seq in seqs {
            transaction.object_store(BUNDLES)?.delete(js_number(*seq))?;
        }
        committed(transaction).await
    }

    async fn since(&self, seq: Seq) -> Result<Vec<Line>, JournalProblem> {
        let transaction = self.read(&[ENTRIES]).await?;
        // What has lost its number stands in no index.
        let there = if seq == 0 {
            all_of(&transaction, ENTRIES).await?
        } else {
            written_since(&transaction, seq, None).await?
        };
        Ok(oldest_first(&there))
    }

    async fn few_since(&self, seq: Seq, most: usize) -> Result<Option<Vec<Line>>, JournalProblem> {
        let transaction = self.read(&[ENTRIES]).await?;
        let there = if seq > 0 {
            written_since(&transaction, seq, u32::try_from(most + 1).ok()).await?
        } else if transaction.object_store(ENTRIES)?.count(None)?.await? as usize <= most {
            all_of(&transaction, ENTRIES).await?
        } else {
            return Ok(None);
        };
        Ok((there.len() <= most).then(|| oldest_first(&there)))
    }

    async fn some(&self, after: &str, most: usize) -> Result<Vec<Line>, JournalProblem> {
        let transaction = self.read(&[ENTRIES]).await?;
        let entries = transaction.object_store(ENTRIES)?;
        let behind = || KeyRange::lower_bound(&JsValue::from_str(after), Some(true)).map(Query::from);
        let most = u32::try_from(most).ok();
        let (keys, values) = (entries.get_all_keys(Some(behind()?), most)?, entries.get_all(Some(behind()?), most)?);
        let (keys, values) = (keys.await?, values.await?);
        Ok(lines_of(&keys.into_iter().zip(values).collect::<Vec<_>>()))
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
            match remembered(seq, value) {
                Ok(remembered) => history.changes.push(remembered),
                Err(refusal) => history.unreadable.push((seq, all_as_json(value), refusal)),
            }
        }
        Ok(history)
    }

    async fn asides(&self) -> Result<Vec<PutAside>, JournalProblem> {
        let transaction = self.read(&[ASIDE]).await?;
        let all = all_of(&transaction, ASIDE).await?;
        let asides = all.iter().filter_map(|(key, value)| {
            let id = text_of(value, "id").unwrap_or_default();
            Some(PutAside { number: number(key)?, id, raw: raw_or_all(value, "text") })
        });
        Ok(asides.collect())
    }

    async fn lies_at(&self, place: &Place) -> Result<Option<Raw>, JournalProblem> {
        lies_at(&self.read(&ALL).await?, place).await
    }

    async fn let_go(&self, place: &Place, raw: &Raw) -> Result<(), JournalProblem> {
        let transaction = self.write().await?;
        if lies_at(&transaction, place).await?.as_ref() == Some(raw) {
            let (stores, key) = lies_under(place);
            for store in stores {
                let store = transaction.object_store(store)?;
                match place {
                    Place::Change(_) => drop(store.put(&nothing_to_remember()?, Some(&key))?),
                    _ => drop(store.delete(key.clone())?),
                }
            }
        }
        committed(transaction).await
    }

    async fn snapshots(&self) -> Result<Listing, JournalProblem> {
        let transaction = self.read(&[SNAPSHOTS]).await?;
        let mut listing = Listing::default();
        for (key, value) in all_of(&transaction, SNAPSHOTS).await? {
            let Some(number) = number(&key) else { continue };
            match head_of(&value) {
                Ok(head) => listing.all.push(Snapshot { number, head }),
                Err(refusal) => listing.unknown.push((number, refusal)),
            }
        }
        Ok(listing)
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
                let mut texts = fields.iter().map(|field| raw_or_all(&value, field));
                if !texts.any(|raw| eraser.concerns(&raw.to_lossy())) {
                    continue;
                }
                let store = transaction.object_store(store)?;
                match fields {
                    ["label", _] => drop(store.put(&nothing_to_remember()?, Some(&key))?),
                    _ => drop(store.delete(key)?),
                }
            }
        }
        let (heads, texts) = (transaction.object_store(SNAPSHOTS)?, transaction.object_store(SNAPSHOT_TEXTS)?);
        for (key, value) in all_of(&transaction, SNAPSHOTS).await? {
            if let Ok(head) = head_of(&value)
                && let Some(head) = head.without_words(|label| eraser.concerns(label))
            {
                heads.put(&head_to_js(&head)?, Some(&key))?;
            }
        }
        for key in texts.get_all_keys(None, None)?.await? {
            let Some(there) = texts.get(key.clone())?.await?.map(lone_text) else { continue };
            if !eraser.concerns(&there.to_lossy()) {
                continue;
            }
            let head = heads.get(key.clone())?.await?.and_then(|head| head_of(&head).ok());
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
                let found: Vec<Raw> = ["text", "label", "before"].iter().filter_map(|it| raw_of(&value, it)).collect();
                if found.is_empty() {
                    texts.push(all_as_json(&value));
                }
                texts.extend(found);
            }
        }
        let heads = all_of(&transaction, SNAPSHOTS).await?;
        texts.extend(heads.iter().map(|(_, head)| all_as_json(head)));
        for store in [SNAPSHOT_TEXTS, BUNDLES] {
            texts.extend(all_of(&transaction, store).await?.into_iter().map(|(_, text)| lone_text(text)));
        }
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
