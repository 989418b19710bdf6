//! IndexedDB as a [`Journal`].
//!
//! Three stores: `entries` (the sealed text of every entry by id, with the change that wrote it),
//! `changes` (what was done, for history and undo; its key generator numbers the changes), and `aside`
//! (texts that could not be read and had to make room). A change writes the first two in one strict
//! transaction, so the journal always holds everything and needs no compaction.

use idb::{
    Database, DatabaseEvent, Factory, IndexParams, KeyPath, KeyRange, ObjectStoreParams, Query, Transaction,
    TransactionResult,
};
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::{
    journal::{
        Appended, Extent, Journal, JournalProblem, Line, REMEMBERED, Record, Remembered, Seq, inverse, settle,
        write_before,
    },
    local::said,
    stored,
};
use crate::domain::entry::Held;

const ENTRIES: &str = "entries";
const CHANGES: &str = "changes";
const ASIDE: &str = "aside";

/// A database of this origin.
#[derive(Debug)]
pub struct IndexedDb {
    database: Database,
    /// The same database without the library's wrapping.
    raw: web_sys::IdbDatabase,
}

impl From<idb::Error> for JournalProblem {
    fn from(error: idb::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<JsValue> for JournalProblem {
    fn from(error: JsValue) -> Self {
        Self(said(&error))
    }
}

impl IndexedDb {
    /// Opens or makes the database of this name.
    ///
    /// # Errors
    /// When the browser has no IndexedDB, blocks it, or a newer app made the database.
    pub async fn open(name: &str) -> Result<Self, JournalProblem> {
        let mut request = Factory::new()?.open(name, Some(1))?;
        request.on_upgrade_needed(|event| {
            // A failure here fails the opening, which is reported.
            let _ = event.database().map_err(JournalProblem::from).and_then(|database| make(&database));
        });
        let raw = web_sys::IdbDatabase::from(request.await?);
        let mut database = Database::from(raw.clone());
        // Somebody erases the database or a newer app changes it: this connection must not hold it.
        database.on_version_change(|event| {
            if let Some(database) = event.target().and_then(|target| target.dyn_into::<web_sys::IdbDatabase>().ok()) {
                database.close();
            }
        });
        Ok(Self { database, raw })
    }

    /// A transaction that is on disk when it completes. The library knows no durability, so the
    /// browser is asked directly.
    fn write(&self, stores: &[&str]) -> Result<Transaction, JournalProblem> {
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let stores: Array = stores.iter().copied().map(JsValue::from_str).collect();
        let transaction = Reflect::get(&self.raw, &"transaction".into())?.dyn_into::<Function>()?.call3(
            &self.raw,
            &stores,
            &"readwrite".into(),
            &options,
        )?;
        let transaction: web_sys::IdbTransaction = transaction.dyn_into()?;
        Ok(transaction.into())
    }

    fn read(&self, stores: &[&str]) -> Result<Transaction, JournalProblem> {
        Ok(self.database.transaction(stores, idb::TransactionMode::ReadOnly)?)
    }
}

fn make(database: &Database) -> Result<(), JournalProblem> {
    let entries = database.create_object_store(ENTRIES, ObjectStoreParams::new())?;
    entries.create_index("seq", KeyPath::new_single("seq"), Some(IndexParams::new()))?;
    let mut numbered = ObjectStoreParams::new();
    numbered.auto_increment(true);
    database.create_object_store(CHANGES, numbered.clone())?;
    database.create_object_store(ASIDE, numbered)?;
    Ok(())
}

async fn committed(transaction: Transaction) -> Result<(), JournalProblem> {
    match transaction.await? {
        TransactionResult::Committed => Ok(()),
        TransactionResult::Aborted => Err(JournalProblem("the transaction was aborted".to_owned())),
    }
}

fn object<const N: usize>(fields: [(&str, JsValue); N]) -> Result<JsValue, JournalProblem> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &name.into(), &value)?;
    }
    Ok(object.into())
}

fn text_of(value: &JsValue, field: &str) -> Option<String> {
    Reflect::get(value, &field.into()).ok()?.as_string()
}

fn number_of(value: &JsValue, field: &str) -> Option<u64> {
    number(&Reflect::get(value, &field.into()).ok()?)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be a whole number")]
fn number(value: &JsValue) -> Option<u64> {
    let number = value.as_f64()?;
    (number >= 0.0 && number.fract() == 0.0 && number < 9e15).then_some(number as u64)
}

#[allow(clippy::cast_precision_loss, reason = "sequence numbers and milliseconds stay far below 2^53")]
fn js_number(number: u64) -> JsValue {
    JsValue::from_f64(number as f64)
}

impl Journal for IndexedDb {
    async fn append(&self, record: &Record) -> Result<Appended, JournalProblem> {
        let transaction = self.write(&[ENTRIES, CHANGES, ASIDE])?;
        let (entries, changes) = (transaction.object_store(ENTRIES)?, transaction.object_store(CHANGES)?);
        let change = object([
            ("at", js_number(record.at)),
            ("label", JsValue::from_str(&record.label)),
            ("before", JsValue::from_str(&write_before(&record.before))),
        ])?;
        let key = changes.add(&change, None)?.await?;
        let seq = number(&key).ok_or_else(|| JournalProblem("no number was given".to_owned()))?;
        let mut now = Vec::with_capacity(record.now.len());
        for ours in &record.now {
            let id = JsValue::from_str(&ours.id().to_string());
            let lies_there = entries.get(id.clone())?.await?;
            let lies_there = lies_there.and_then(|value| text_of(&value, "text"));
            let (held, unreadable) = settle(lies_there.as_deref(), ours);
            if let Some(text) = unreadable {
                let aside = object([("id", id.clone()), ("text", JsValue::from_str(&text))])?;
                transaction.object_store(ASIDE)?.add(&aside, None)?;
            }
            let line = object([("seq", js_number(seq)), ("text", JsValue::from_str(&stored::seal(&held)))])?;
            entries.put(&line, Some(&id))?;
            now.push(held);
        }
        if let Some(old) = seq.checked_sub(REMEMBERED).filter(|old| *old > 0) {
            changes.delete(KeyRange::upper_bound(&js_number(old), None)?)?;
        }
        committed(transaction).await?;
        Ok(Appended { seq, now })
    }

    async fn restock(&self, held: &[Held]) -> Result<(), JournalProblem> {
        let seq = self.extent().await?.last;
        let transaction = self.write(&[ENTRIES])?;
        let entries = transaction.object_store(ENTRIES)?;
        for held in held {
            let line = object([("seq", js_number(seq)), ("text", JsValue::from_str(&stored::seal(held)))])?;
            entries.put(&line, Some(&JsValue::from_str(&held.id().to_string())))?;
        }
        committed(transaction).await
    }

    async fn since(&self, seq: Seq) -> Result<Vec<Line>, JournalProblem> {
        let transaction = self.read(&[ENTRIES])?;
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
            Some(Line { seq: number_of(value, "seq")?, id: id.as_string()?, text: text_of(value, "text")? })
        });
        Ok(lines.collect())
    }

    async fn extent(&self) -> Result<Extent, JournalProblem> {
        let transaction = self.read(&[ENTRIES, CHANGES])?;
        let count = transaction.object_store(ENTRIES)?.count(None)?;
        let newest = transaction.object_store(CHANGES)?.open_key_cursor(None, Some(idb::CursorDirection::Prev))?;
        let entries = count.await? as usize;
        let last = match newest.await? {
            Some(cursor) => number(&cursor.key()?).unwrap_or_default(),
            None => 0,
        };
        Ok(Extent { last, entries })
    }

    async fn history(&self, most: usize) -> Result<Vec<Remembered>, JournalProblem> {
        let last = self.extent().await?.last;
        let transaction = self.read(&[CHANGES])?;
        let changes = transaction.object_store(CHANGES)?;
        let from = js_number(last.saturating_sub(most as u64));
        let range = || KeyRange::lower_bound(&from, Some(true)).map(Query::from);
        let (keys, values) = (changes.get_all_keys(Some(range()?), None)?, changes.get_all(Some(range()?), None)?);
        let (keys, values) = (keys.await?, values.await?);
        let remembered = keys.iter().zip(&values).filter_map(|(key, value)| {
            let label = text_of(value, "label")?;
            Some(Remembered {
                seq: number(key)?,
                at: number_of(value, "at")?,
                inverse: inverse(label, &text_of(value, "before")?)?,
            })
        });
        Ok(remembered.collect())
    }

    async fn erase(&self) -> Result<(), JournalProblem> {
        let transaction = self.write(&[ENTRIES, CHANGES, ASIDE])?;
        for store in [ENTRIES, CHANGES, ASIDE] {
            transaction.object_store(store)?.clear()?;
        }
        committed(transaction).await
    }
}
