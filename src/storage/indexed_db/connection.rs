//! A connection to the database: making its stores, strict transactions, and being ended from outside.

use std::{
    cell::{Cell, RefCell},
    fmt,
    rc::Rc,
};

use idb::{Database, DatabaseEvent, Factory, IndexParams, KeyPath, ObjectStoreParams, Transaction};
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::{ALL, ASIDE, BUNDLES, CHANGES, ENTRIES, SNAPSHOT_TEXTS, SNAPSHOTS, VERSION};
use crate::storage::{journal::JournalProblem, js_text::said};

type Tell = Rc<dyn Fn()>;

/// Who is told when a connection is ended from outside.
#[derive(Clone, Default)]
pub(super) struct Watcher(Rc<RefCell<Option<Tell>>>);

impl fmt::Debug for Watcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Watcher")
    }
}

impl Watcher {
    /// Tells this one from now on.
    pub(super) fn set(&self, tell: Tell) {
        self.0.replace(Some(tell));
    }

    fn tell(&self) {
        if let Some(tell) = &*self.0.borrow() {
            tell();
        }
    }
}

/// A connection to the database. The browser ends it when the site's data is cleared.
#[derive(Debug)]
pub(super) struct Connection {
    pub(super) database: Database,
    /// The same database without the library's wrapping.
    raw: web_sys::IdbDatabase,
    /// Whether it was ended.
    pub(super) ended: Rc<Cell<bool>>,
}

impl From<idb::Error> for JournalProblem {
    fn from(error: idb::Error) -> Self {
        problem(error.to_string())
    }
}

impl From<JsValue> for JournalProblem {
    fn from(error: JsValue) -> Self {
        problem(said(&error))
    }
}

/// The browser's errors are told apart by their names, which stand in what they say.
fn problem(said: String) -> JournalProblem {
    if said.contains("QuotaExceededError") {
        JournalProblem::Full
    } else if said.contains("VersionError") {
        JournalProblem::Newer
    } else {
        JournalProblem::Refused(said)
    }
}

impl Connection {
    pub(super) async fn open(name: &str, watcher: Watcher) -> Result<Self, JournalProblem> {
        let mut request = Factory::new()?.open(name, Some(VERSION))?;
        request.on_upgrade_needed(|event| {
            // A failure here fails the opening, which is reported.
            let _ = event.database().map_err(JournalProblem::from).and_then(|database| make(&database));
        });
        let raw = web_sys::IdbDatabase::from(request.await?);
        let mut database = Database::from(raw.clone());
        let ended = Rc::new(Cell::new(false));
        // Somebody erases the database or a newer app changes it: this connection must not hold it.
        let (told, tell) = (ended.clone(), watcher.clone());
        database.on_version_change(move |event| {
            told.set(true);
            if let Some(database) = event.target().and_then(|target| target.dyn_into::<web_sys::IdbDatabase>().ok()) {
                database.close();
            }
            tell.tell();
        });
        let told = ended.clone();
        database.on_close(move |_| {
            told.set(true);
            watcher.tell();
        });
        Ok(Self { database, raw, ended })
    }

    /// A transaction that is on disk when it completes. The library knows no durability, so the
    /// browser is asked directly.
    ///
    /// It always takes every store, so that at no moment two of them write, in this tab or in others:
    /// Chromium takes a database for damaged, and deletes it, when it was killed while two transactions
    /// wrote to different stores of it (`docs/decisions.md`, 3).
    pub(super) fn write(&self) -> Result<Transaction, JournalProblem> {
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let stores: Array = ALL.into_iter().map(JsValue::from_str).collect();
        let transaction = Reflect::get(&self.raw, &"transaction".into())?.dyn_into::<Function>()?.call3(
            &self.raw,
            &stores,
            &"readwrite".into(),
            &options,
        );
        let transaction = transaction.inspect_err(|error| {
            // Not every browser tells that it ended a connection.
            if said(error).starts_with("InvalidStateError") {
                self.ended.set(true);
            }
        })?;
        let transaction: web_sys::IdbTransaction = transaction.dyn_into()?;
        Ok(transaction.into())
    }
}

fn make(database: &Database) -> Result<(), JournalProblem> {
    let there = database.store_names();
    let missing = |name: &str| !there.iter().any(|it| it == name);
    let mut numbered = ObjectStoreParams::new();
    numbered.auto_increment(true);
    if missing(ENTRIES) {
        let entries = database.create_object_store(ENTRIES, ObjectStoreParams::new())?;
        entries.create_index("seq", KeyPath::new_single("seq"), Some(IndexParams::new()))?;
    }
    for store in [SNAPSHOT_TEXTS, BUNDLES].into_iter().filter(|it| missing(it)) {
        database.create_object_store(store, ObjectStoreParams::new())?;
    }
    for store in [CHANGES, ASIDE, SNAPSHOTS].into_iter().filter(|it| missing(it)) {
        database.create_object_store(store, numbered.clone())?;
    }
    Ok(())
}
