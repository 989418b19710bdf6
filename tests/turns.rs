//! What happens between two turns of long work: another tab writes, the page goes away, the browser is killed.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, missing_docs, reason = "tests")]

mod stores;

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use futures_util::FutureExt as _;
use mentorbook::{
    domain::{Change, Draft, Goal, Id, Notebook, Op, Title},
    exchange::Ladder,
    storage::{
        Journal, Raw, Shelf, ShelfProblem,
        journal::{Bundle, Line},
        memory::{MemoryJournal, MemoryShelf},
    },
};
use pollster::block_on;
use stores::{Faults, Faulty, Tab};

/// A shelf at whose turns something happens: this is told the number of the turn, and says whether the work goes on.
struct Turning<F>(MemoryShelf, Cell<usize>, F);

impl<F: Fn(usize) -> bool> Turning<F> {
    fn new(shelf: &MemoryShelf, at_turn: F) -> Self {
        Self(shelf.clone(), Cell::new(0), at_turn)
    }
}

impl<F: Fn(usize) -> bool> Shelf for Turning<F> {
    fn keys(&self) -> Result<Vec<String>, ShelfProblem> {
        self.0.keys()
    }
    fn get(&self, key: &str) -> Result<Option<Raw>, ShelfProblem> {
        self.0.get(key)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), ShelfProblem> {
        self.0.set(key, text)
    }
    fn put(&self, key: &str, raw: &Raw) -> Result<(), ShelfProblem> {
        self.0.put(key, raw)
    }
    async fn turn(&self) {
        self.1.set(self.1.get() + 1);
        if !(self.2)(self.1.get()) {
            std::future::pending::<()>().await;
        }
    }
    fn remove(&self, key: &str) -> Result<(), ShelfProblem> {
        self.0.remove(key)
    }
}

fn goals(numbers: std::ops::Range<u128>, title: &str) -> Change {
    let goal = |n| Op::Put(Draft::new(Id::<Goal>::new(n), Goal::new(Title::new(format!("{title} {n}")).unwrap())));
    Change { label: "Wrote".into(), ops: numbers.map(goal).collect() }
}

#[test]
fn what_another_tab_writes_while_a_notebook_is_opened_is_heard_of() {
    for turn in 1..=10 {
        let (shelf, journal) = (MemoryShelf::default(), MemoryJournal::default());
        Tab::open(shelf.clone(), journal.clone(), 1).make(&goals(0..10, "First"));
        let other = RefCell::new(Tab::open(shelf.clone(), journal.clone(), 2));
        let writes = |at: usize| {
            if at == turn {
                other.borrow_mut().make(&goals(3..7, "Of the other tab"));
                other.borrow_mut().make(&goals(20..22, "New"));
            }
            true
        };
        let tab = Tab::open(Turning::new(&shelf, writes), journal, 3);
        let mut notebook = tab.notebook.clone();
        block_on(tab.keeper.news()).unwrap().into_iter().for_each(|held| notebook.hold(held));
        assert_eq!(notebook, other.borrow().notebook, "at turn {turn}");
    }
}

/// A tab on a shelf that stops after so many more turns.
fn stopping(shelf: &MemoryShelf, journal: MemoryJournal) -> (Tab<impl Shelf + use<>, MemoryJournal>, Rc<Cell<usize>>) {
    let left = Rc::new(Cell::new(usize::MAX));
    let turns = left.clone();
    let goes_on = move |_| {
        turns.set(turns.get() - 1);
        turns.get() > 0
    };
    (Tab::open(Turning::new(shelf, goes_on), journal, 2), left)
}

const LARGE: std::ops::Range<u128> = 0..1500;

/// A notebook of ten goals, and a tab in which a large change has touched them and brought in more.
fn begun() -> (MemoryShelf, MemoryJournal) {
    let (shelf, journal) = (MemoryShelf::default(), MemoryJournal::default());
    Tab::open(shelf.clone(), journal.clone(), 1).make(&goals(0..10, "First"));
    (shelf, journal)
}

#[test]
fn at_whichever_turn_a_large_change_ends_it_is_there_whole_or_not_at_all_and_whole_once_it_is_durable() {
    // The text of each entry, what was before of it, the shelf.
    for turns in [1, 2, 1500, 1501, 3000, 3001, 3002, 4000, 4500, 4501] {
        let (shelf, journal) = begun();
        let (mut tab, left) = stopping(&shelf, journal.clone());
        let before = tab.notebook.clone();
        let record = tab.record(&goals(LARGE, "Brought in"));
        let durable = Cell::new(false);
        left.set(turns);
        let ended = tab.keeper.keep_large(&record, || durable.set(true)).now_or_never().is_some();
        assert_eq!((ended, durable.get()), (turns > 4500, turns > 3000), "after {turns} turns");
        // The browser is killed now.
        let opened = Tab::open(shelf.copy(), journal.copy(), 3).notebook;
        assert!(opened == if durable.get() { tab.notebook } else { before }, "after {turns} turns");
    }
}

/// The journal after a large change of which only the bundle was written, and what the tab showed.
fn bundle_alone() -> (MemoryShelf, MemoryJournal, Notebook) {
    let (shelf, journal) = begun();
    // Nothing but the bundle is written: the next call of the journal does not answer.
    let faults = Faults::default();
    let mut tab = Tab::open(shelf.copy(), Faulty { inner: journal.clone(), faults: faults.clone() }, 2);
    let record = tab.record(&goals(LARGE, "Brought in"));
    faults.fail_after(1);
    let kept = block_on(tab.keeper.keep_large(&record, || ()));
    assert!(kept.journal_problem.is_some() && kept.shelf_problem.is_none(), "{:?}", kept.journal_problem);
    (shelf, journal, tab.notebook)
}

#[test]
fn whichever_call_of_the_journal_fails_a_large_change_is_not_lost_and_the_journal_gets_it_whole() {
    for call in 1.. {
        let (shelf, journal) = begun();
        let faults = Faults::default();
        let mut tab = Tab::open(shelf.clone(), Faulty { inner: journal.clone(), faults: faults.clone() }, 2);
        let record = tab.record(&goals(LARGE, "Brought in"));
        faults.fail_after(call - 1);
        let durable = Cell::new(false);
        let before = faults.calls();
        let kept = block_on(tab.keeper.keep_large(&record, || durable.set(true)));
        let failed = kept.journal_problem.is_some();
        assert!(kept.shelf_problem.is_none());
        assert_eq!(durable.get(), call > 1, "the journal has it once it has the bundle");
        assert_eq!(Tab::open(shelf.copy(), journal.copy(), 3).notebook, tab.notebook, "both, call {call}");
        if durable.get() {
            let opened = Tab::open(MemoryShelf::default(), journal.copy(), 3);
            assert_eq!(opened.notebook, tab.notebook, "the journal alone, call {call}");
            drop(opened);
        }
        // Opened once more, the bundle is gone and its entries lie by themselves.
        let healed = journal.copy();
        drop(Tab::open(shelf.copy(), healed.clone(), 4));
        assert_eq!(block_on(healed.bundled()), Ok(Vec::new()));
        assert_eq!(block_on(healed.extent()).unwrap().entries, 1500);
        if !failed {
            assert!(faults.calls() > before + 3, "the bundle, two times a thousand entries, and letting it go");
            return;
        }
    }
}

#[test]
fn another_tab_that_writes_while_a_large_change_is_taken_apart_loses_nothing_and_hears_of_all() {
    let (shelf, journal) = begun();
    let mut other = Tab::open(shelf.clone(), journal.clone(), 3);
    let mut tab = Tab::open(shelf.clone(), journal.clone(), 2);
    let record = tab.record(&goals(LARGE, "Brought in"));
    // It is durable, and nothing of it lies where it belongs yet.
    let writes = || {
        other.make(&Change { label: "Removed".into(), ops: vec![Op::Remove(Id::<Goal>::new(5).entry())] });
        other.make(&goals(2000..2002, "Of the other tab"));
    };
    let kept = block_on(tab.keeper.keep_large(&record, writes));
    kept.news.into_iter().for_each(|held| tab.notebook.hold(held));
    for tab in [&mut tab, &mut other] {
        let news = block_on(tab.keeper.news()).unwrap();
        news.into_iter().for_each(|held| tab.notebook.hold(held));
    }
    assert_eq!(tab.notebook, other.notebook);
    assert_eq!(tab.notebook.len(), 1502);
    assert_eq!(Tab::open(shelf, journal, 4).notebook, tab.notebook);
}

#[test]
fn what_cannot_be_read_of_a_bundle_is_put_aside_as_it_was_and_the_rest_is_there() {
    let (shelf, journal, whole) = bundle_alone();
    let text = block_on(journal.bundled()).unwrap();
    let lines = |change: &dyn Fn(usize, &str) -> String| {
        let line = |(at, line): (usize, &Line)| match &line.raw {
            Raw::Text(sealed) => change(at, &format!("{} {sealed}\n", line.id)),
            Raw::Units(_) => unreachable!(),
        };
        Raw::Text(text.iter().enumerate().map(line).collect())
    };
    let damaged = journal.copy();
    damaged.put_bundle(lines(&|at, line| {
        if at == 700 { line.replace("Brought", "Br\u{fffd}ught") } else { line.to_owned() }
    }));
    let tab = Tab::open(shelf.copy(), damaged.clone(), 3);
    let lost = Id::<Goal>::new(700).entry();
    assert_eq!(tab.notebook.held(lost), None);
    assert_eq!(tab.notebook.len() + 1, whole.len());
    let asides = tab.keeper.asides();
    assert_eq!(asides.iter().map(|it| &*it.id).collect::<Vec<_>>(), [lost.to_string()]);
    assert!(asides[0].raw.to_lossy().contains("Br\u{fffd}ught"));
    assert_eq!(block_on(damaged.bundled()), Ok(Vec::new()));

    // All of it.
    for raw in [Raw::Units(vec![0xd800, 0x41]), Raw::Text("{}".into()), Raw::Text(String::new())] {
        let damaged = journal.copy();
        damaged.put_bundle(raw.clone());
        let tab = Tab::open(shelf.copy(), damaged.clone(), 3);
        assert_eq!(tab.notebook.len(), 10);
        assert_eq!(tab.keeper.asides().len(), usize::from(raw != Raw::Text(String::new())));
        assert_eq!(block_on(damaged.bundled()), Ok(Vec::new()));
    }
}

#[test]
fn a_bundle_of_a_newer_app_is_left_as_it_is() {
    let (shelf, journal, _) = bundle_alone();
    let text = block_on(journal.bundled()).unwrap();
    let Raw::Text(first) = &text[0].raw else { unreachable!() };
    journal.put_bundle(Raw::Text(format!("{} {}\n", text[0].id, first.replacen('{', "{\"format\":7,", 1))));
    let before = block_on(journal.bundled()).unwrap();
    assert!(Tab::open_by(Ladder::CURRENT, shelf, journal.clone(), 3).is_err());
    assert_eq!(block_on(journal.bundled()).unwrap(), before);
}

#[test]
fn bundles_that_were_left_behind_are_taken_apart_by_a_tab_that_is_open() {
    let (shelf, journal) = begun();
    let mut tab = Tab::open(shelf.clone(), journal.clone(), 3);
    // Neither of the two had heard of the other.
    let record = |device, title, range| Tab::open(shelf.copy(), journal.copy(), device).record(&goals(range, title));
    for record in [record(4, "One", 0..700), record(5, "Other", 500..1500)] {
        let text = record.now.iter().map(Bundle::line).collect();
        let bundle = Bundle { at: 1, label: record.label, before: "[]".into(), text };
        block_on(journal.add_bundle(&bundle)).unwrap();
    }
    assert_eq!(block_on(journal.bundled()).unwrap().len(), 700 + 1000);
    let opened = Tab::open(shelf.copy(), journal.copy(), 6).notebook;
    assert_eq!(opened.len(), 1500);
    block_on(tab.keeper.untie_all()).unwrap();
    block_on(tab.keeper.news()).unwrap().into_iter().for_each(|held| tab.notebook.hold(held));
    assert!(tab.notebook == opened);
    assert_eq!(block_on(journal.bundled()), Ok(Vec::new()));
}

#[test]
fn a_large_change_is_not_called_durable_where_the_journal_did_not_take_it_or_lacks_something_older() {
    let (shelf, journal, faults) = (MemoryShelf::default(), MemoryJournal::default(), Faults::default());
    let mut tab = Tab::open(shelf, Faulty { inner: journal, faults: faults.clone() }, 1);
    let mut keep = |change: &Change, refused: bool| {
        let (record, durable) = (tab.record(change), Cell::new(false));
        if refused {
            faults.fail_next();
        }
        let kept = block_on(tab.keeper.keep_large(&record, || durable.set(true)));
        assert_eq!(kept.journal_problem.is_some(), refused);
        durable.get()
    };
    assert!(!keep(&goals(0..600, "Refused"), true));
    assert!(!keep(&goals(700..1300, "What was refused goes along"), false));
    assert!(keep(&goals(2000..2600, "Brought in"), false));
}
