//! A tab on stores in memory, and stores that fail when they are told to.
#![allow(dead_code, reason = "each test file uses a part of it")]

use std::{cell::Cell, collections::BTreeSet, rc::Rc};

use mentorbook::{
    domain::{Change, Clock, Day, DeviceId, EntryId, Notebook, entry::Held},
    exchange::Ladder,
    storage::{
        Eraser, Journal, JournalProblem, Keeper, Kept, Namespace, Now, Opened, Raw, Record, Shelf, ShelfProblem, Which,
        WrittenByNewer,
        journal::{Appended, Bundle, Extent, History, Line, Place, PutAside, Seq},
        memory::{MemoryJournal, MemoryShelf},
        snapshots::{Head, Listing},
    },
};
use pollster::block_on;

pub const NOW: Now = Now { at: 1_795_527_912_123, day: Day::MIN };

pub fn namespace() -> Namespace {
    Namespace::new("/", Which::Mine)
}

/// A notebook that is open.
pub struct Tab<S, J> {
    pub keeper: Keeper<S, J>,
    pub notebook: Notebook,
    pub clock: Clock,
    pub opened: Opened,
}

impl<S: Shelf, J: Journal> Tab<S, J> {
    pub fn open(shelf: S, journal: J, device: u32) -> Self {
        Self::open_by(Ladder::CURRENT, shelf, journal, device).unwrap()
    }

    pub fn open_by(ladder: Ladder, shelf: S, journal: J, device: u32) -> Result<Self, WrittenByNewer> {
        let opening = Keeper::open_by(ladder, namespace(), Ok(shelf), Ok(journal), NOW);
        let (keeper, opened) = block_on(opening)?;
        let mut clock = Clock::new(DeviceId::new(device));
        for held in opened.notebook.all_held() {
            held.seen().stamps().for_each(|stamp| clock.observe(stamp));
        }
        Ok(Self { keeper, notebook: opened.notebook.clone(), clock, opened })
    }

    /// Makes a change as the app does; gives what is to be kept of it.
    pub fn record(&mut self, change: &Change) -> Record {
        let before = change.ops.iter().map(|op| (op.id(), self.notebook.held(op.id()))).collect();
        let applied = self.notebook.apply(change, &mut self.clock, NOW.at).unwrap();
        Record { at: NOW.at, label: change.label.clone(), now: applied.now, before }
    }

    /// Makes a change as the app does, and keeps it.
    pub fn make(&mut self, change: &Change) -> Kept {
        let record = self.record(change);
        let kept = block_on(self.keeper.keep(&record));
        kept.news.iter().cloned().for_each(|held| self.notebook.hold(held));
        kept
    }
}

/// What fails: the call of this number, counted over both stores; none for no call.
#[derive(Debug, Clone, Default)]
pub struct Faults {
    calls: Rc<Cell<usize>>,
    at: Rc<Cell<usize>>,
}

impl Faults {
    pub fn at(number: usize) -> Self {
        Self { calls: Rc::default(), at: Rc::new(Cell::new(number)) }
    }

    /// How many calls there were.
    pub fn calls(&self) -> usize {
        self.calls.get()
    }

    /// The next call fails.
    pub fn fail_next(&self) {
        self.fail_after(0);
    }

    /// After so many more calls, one fails.
    pub fn fail_after(&self, calls: usize) {
        self.at.set(self.calls.get() + calls + 1);
    }

    fn strike(&self) -> bool {
        self.calls.set(self.calls.get() + 1);
        self.calls.get() == self.at.get()
    }
}

/// A store that fails at one call.
#[derive(Debug)]
pub struct Faulty<T> {
    pub inner: T,
    pub faults: Faults,
}

impl<T> Faulty<T> {
    fn shelf(&self) -> Result<&T, ShelfProblem> {
        if self.faults.strike() { Err(ShelfProblem::Refused("told to".into())) } else { Ok(&self.inner) }
    }

    fn journal(&self) -> Result<&T, JournalProblem> {
        if self.faults.strike() { Err(JournalProblem::Refused("told to".into())) } else { Ok(&self.inner) }
    }
}

impl Shelf for Faulty<MemoryShelf> {
    fn keys(&self) -> Result<Vec<String>, ShelfProblem> {
        self.shelf()?.keys()
    }
    fn get(&self, key: &str) -> Result<Option<Raw>, ShelfProblem> {
        self.shelf()?.get(key)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), ShelfProblem> {
        self.shelf()?.set(key, text)
    }
    fn put(&self, key: &str, raw: &Raw) -> Result<(), ShelfProblem> {
        self.shelf()?.put(key, raw)
    }
    fn remove(&self, key: &str) -> Result<(), ShelfProblem> {
        self.shelf()?.remove(key)
    }
}

impl Journal for Faulty<MemoryJournal> {
    async fn append(&self, record: &Record) -> Result<Appended, JournalProblem> {
        self.journal()?.append(record).await
    }
    async fn restock(&self, held: &[Held]) -> Result<Appended, JournalProblem> {
        self.journal()?.restock(held).await
    }
    async fn add_bundle(&self, bundle: &Bundle) -> Result<Seq, JournalProblem> {
        self.journal()?.add_bundle(bundle).await
    }
    async fn bundled(&self) -> Result<Vec<Line>, JournalProblem> {
        self.journal()?.bundled().await
    }
    async fn drop_bundles(&self, seqs: &BTreeSet<Seq>, unreadable: &[Line]) -> Result<(), JournalProblem> {
        self.journal()?.drop_bundles(seqs, unreadable).await
    }
    async fn since(&self, seq: Seq) -> Result<Vec<Line>, JournalProblem> {
        self.journal()?.since(seq).await
    }
    async fn some(&self, after: &str, most: usize) -> Result<Vec<Line>, JournalProblem> {
        self.journal()?.some(after, most).await
    }
    async fn extent(&self) -> Result<Extent, JournalProblem> {
        self.journal()?.extent().await
    }
    async fn history(&self, most: usize) -> Result<History, JournalProblem> {
        self.journal()?.history(most).await
    }
    async fn asides(&self) -> Result<Vec<PutAside>, JournalProblem> {
        self.journal()?.asides().await
    }
    async fn lies_at(&self, place: &Place) -> Result<Option<Raw>, JournalProblem> {
        self.journal()?.lies_at(place).await
    }

    async fn let_go(&self, place: &Place, raw: &Raw) -> Result<(), JournalProblem> {
        self.journal()?.let_go(place, raw).await
    }
    async fn snapshots(&self) -> Result<Listing, JournalProblem> {
        self.journal()?.snapshots().await
    }
    async fn keep_snapshot(&self, head: &Head, text: &str) -> Result<(), JournalProblem> {
        self.journal()?.keep_snapshot(head, text).await
    }
    async fn drop_snapshots(&self, numbers: &[u64]) -> Result<(), JournalProblem> {
        self.journal()?.drop_snapshots(numbers).await
    }
    async fn forget(&self, eraser: &Eraser<'_>) -> Result<(), JournalProblem> {
        self.journal()?.forget(eraser).await
    }
    async fn all_texts(&self) -> Result<Vec<Raw>, JournalProblem> {
        self.journal()?.all_texts().await
    }
    async fn erase(&self) -> Result<(), JournalProblem> {
        self.journal()?.erase().await
    }
}

/// All that a notebook holds under these ids.
pub fn held(notebook: &Notebook, ids: &[EntryId]) -> Vec<Option<Held>> {
    ids.iter().map(|id| notebook.held(*id)).collect()
}
