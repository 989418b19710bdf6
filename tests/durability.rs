//! Whatever the moment at which something stops or breaks, what was acknowledged is there.
//!
//! The stores are in memory here, so that every call can fail and every byte can be damaged. The same in
//! a real browser, killed for real: `tests/torture`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, missing_docs, reason = "tests")]

mod damage;
mod generate;
mod stores;

use std::{cell::Cell, collections::BTreeSet, rc::Rc};

use damage::damaged;
use generate::{cases, doings, drafts, notebook};
use mentorbook::{
    domain::{Change, Clock, DeviceId, Draft, Goal, Id, Notebook, Op, Person, Title},
    exchange::{Header, Ladder, Reason, backup, rewind::rewind},
    storage::{
        Journal, JournalProblem, Keeper, Raw, Shelf, ShelfProblem,
        memory::{MemoryJournal, MemoryShelf},
        snapshots::Why,
        stored,
    },
};
use pollster::block_on;
use proptest::prelude::*;
use serde_json::{Map, Value};
use stores::{Faults, Faulty, NOW, Tab, held, namespace};

fn goal(n: u128, title: &str) -> Draft {
    Draft::new(Id::<Goal>::new(n), Goal::new(Title::new(title).unwrap()))
}

fn put(drafts: &[Draft]) -> Change {
    Change { label: "Wrote".into(), ops: drafts.iter().cloned().map(Op::Put).collect() }
}

fn id(n: u128) -> mentorbook::domain::EntryId {
    Id::<Goal>::new(n).entry()
}

// --- The n-th call fails ----------------------------------------------------------------------------

/// A day with the notebook on stores of which one call fails: what was acknowledged, step by step.
fn a_day(shelf: &MemoryShelf, journal: &MemoryJournal, faults: &Faults) -> Notebook {
    let shelf = || Faulty { inner: shelf.clone(), faults: faults.clone() };
    let journal = || Faulty { inner: journal.clone(), faults: faults.clone() };
    let mut acknowledged = Notebook::default();
    let mut tab = Tab::open(shelf(), journal(), 1);
    let removal = Change { label: "Removed".into(), ops: vec![Op::Remove(id(2))] };
    for change in [put(&[goal(1, "One"), goal(2, "Two")]), put(&[goal(1, "One again"), goal(3, "Three")]), removal] {
        let kept = tab.make(&change);
        assert!(!kept.nowhere(), "one fault never leaves a change in memory alone");
        acknowledged = tab.notebook.clone();
    }
    // Another tab writes, the first hears of it, and goes on.
    let mut other = Tab::open(shelf(), journal(), 2);
    other.notebook = acknowledged.clone();
    let kept = other.make(&put(&[goal(4, "Four")]));
    assert!(!kept.nowhere());
    acknowledged.hold(other.notebook.held(id(4)).unwrap());
    for held in block_on(tab.keeper.news()).unwrap_or_default() {
        tab.notebook.hold(held);
    }
    tab.make(&put(&[goal(5, "Five")]));
    acknowledged.hold(tab.notebook.held(id(5)).unwrap());
    acknowledged
}

#[test]
fn whichever_call_fails_what_was_acknowledged_is_there_and_nothing_else() {
    let mut number = 0;
    loop {
        number += 1;
        let (shelf, journal) = (MemoryShelf::default(), MemoryJournal::default());
        let faults = Faults::at(number);
        let acknowledged = a_day(&shelf, &journal, &faults);
        if faults.calls() < number {
            break;
        }
        let again = Tab::open(shelf, journal, 3);
        let ids = [1, 2, 3, 4, 5].map(id);
        assert_eq!(held(&again.notebook, &ids), held(&acknowledged, &ids), "call {number}");
        assert_eq!(again.keeper.asides(), [], "call {number}");
    }
    assert!(number > 60, "only {number} calls");
}

#[test]
fn whichever_call_of_opening_fails_the_stores_are_as_they_were_or_better() {
    let (shelf, journal) = (MemoryShelf::default(), MemoryJournal::default());
    let mut tab = Tab::open(shelf.clone(), journal.clone(), 1);
    tab.make(&put(&[goal(1, "One"), goal(2, "Two")]));
    // Each store lacks something of the other, and one text is damaged.
    shelf.remove(&namespace().entry(id(1))).unwrap();
    shelf.put_raw(&namespace().entry(id(2)), Raw::Text("{\"sum\":".into()));
    for number in 1.. {
        let (shelf, journal, faults) = (shelf.copy(), journal.copy(), Faults::at(number));
        let first = Tab::open(
            Faulty { inner: shelf.clone(), faults: faults.clone() },
            Faulty { inner: journal.clone(), faults: faults.clone() },
            2,
        );
        if faults.calls() < number {
            assert!(number > 10, "only {number} calls");
            break;
        }
        let told = first.opened.shelf_problem.is_some() || first.opened.journal_problem.is_some();
        assert!(told || first.notebook == tab.notebook, "call {number}: something is missing and nothing is said");
        assert_eq!(Tab::open(shelf, journal, 3).notebook, tab.notebook, "call {number}");
    }
}

// --- Damage -------------------------------------------------------------------------------------------

#[test]
fn a_damaged_text_is_repaired_from_the_other_store_and_kept_as_it_was() {
    let (shelf, journal) = (MemoryShelf::default(), MemoryJournal::default());
    let mut tab = Tab::open(shelf.clone(), journal.clone(), 1);
    tab.make(&put(&[goal(1, "Läuft 🎉"), goal(2, "Two")]));
    let key = namespace().entry(id(1));
    let Some(Raw::Text(whole)) = shelf.get(&key).unwrap() else { panic!("it lies on the shelf") };
    for raw in damaged(&whole, 0..whole.len() * 8) {
        // A flipped bit can give the same JSON in another spelling, which is the same entry.
        let reads = stored::open(&raw, &id(1).to_string()).ok();
        assert!(reads.is_none() || reads == tab.notebook.held(id(1)), "a wrong value: {raw:?}");
        if reads.is_some() {
            continue;
        }
        let on_shelf = shelf.copy();
        on_shelf.put_raw(&key, raw.clone());
        let again = Tab::open(on_shelf.clone(), journal.copy(), 2);
        assert_eq!(again.notebook, tab.notebook, "on the shelf: {raw:?}");
        assert!(again.keeper.asides().iter().all(|aside| aside.repaired && aside.raw == raw));
        assert!(on_shelf.keys().unwrap().iter().any(|key| on_shelf.get(key) == Ok(Some(raw.clone()))), "{raw:?}");

        let in_journal = journal.copy();
        in_journal.put_raw(&id(1).to_string(), 1, raw.clone());
        let again = Tab::open(shelf.copy(), in_journal.clone(), 2);
        assert_eq!(again.notebook, tab.notebook, "in the journal: {raw:?}");
        let asides: Vec<Raw> = block_on(in_journal.asides()).unwrap().into_iter().map(|aside| aside.raw).collect();
        assert_eq!(asides, std::slice::from_ref(&raw));

        // Without the other store the rest opens, and the text stays where it is.
        let alone = shelf.copy();
        alone.put_raw(&key, raw.clone());
        let again = Tab::open(alone.clone(), MemoryJournal::default(), 2);
        assert_eq!((again.notebook.len(), again.notebook.entry(id(1))), (1, None));
        assert_eq!(alone.get(&key), Ok(Some(raw)));
    }
}

#[test]
fn marks_that_cannot_be_read_cost_nothing_but_a_longer_look() {
    for mark in ["on-shelf", "unsettled"] {
        for text in ["", "-1", "nonsense", "99999999999999999999", "{"] {
            let (shelf, journal) = (MemoryShelf::default(), MemoryJournal::default());
            let mut tab = Tab::open(shelf.clone(), journal.clone(), 1);
            tab.make(&put(&[goal(1, "One")]));
            tab.make(&put(&[goal(1, "One again")]));
            let behind = MemoryShelf::default();
            behind.set(&namespace().one(mark), text).unwrap();
            assert_eq!(Tab::open(behind, journal, 2).notebook, tab.notebook, "{mark} {text}");
        }
    }
}

/// Everything that is listed, and whether it says that nothing is missing.
fn listed<S: Shelf, J: Journal>(tab: &Tab<S, J>) -> Vec<(Raw, bool)> {
    tab.keeper.asides().into_iter().map(|aside| (aside.raw, aside.repaired)).collect()
}

#[test]
fn a_mark_that_cannot_be_read_is_kept_as_it_was_and_listed_until_one_lets_go_of_it() {
    for (mark, raw) in [
        ("on-shelf", Raw::Text("nonsense".into())),
        ("on-shelf", Raw::Units(vec![0xd800])),
        ("unsettled", Raw::Text("goal-1 goal".into())),
    ] {
        let (shelf, journal) = (MemoryShelf::default(), MemoryJournal::default());
        let mut early = Tab::open(shelf.clone(), journal.clone(), 1);
        early.make(&put(&[goal(1, "One")]));
        shelf.put_raw(&namespace().one(mark), raw.clone());
        // A tab that was open before, or one that is opened now, goes on to write.
        let now = if mark == "on-shelf" { Tab::open(shelf.clone(), journal.clone(), 2) } else { early };
        let mut now = now;
        now.make(&put(&[goal(2, "Two")]));
        now.keeper.keep_at_once(&now.notebook.all_held().collect::<Vec<_>>());
        assert_eq!(listed(&now), [(raw.clone(), true)], "{mark}");
        let again = Tab::open(shelf.clone(), journal.clone(), 3);
        assert_eq!((listed(&again), &again.notebook), (vec![(raw, true)], &now.notebook), "{mark}");
        let aside = again.keeper.asides().remove(0);
        assert!(aside.is_mark() && block_on(again.keeper.retry(&aside)).is_err());
        block_on(again.keeper.drop_aside(&aside)).unwrap();
        assert_eq!((listed(&again), listed(&Tab::open(shelf, journal, 4))), (vec![], vec![]), "{mark}");
    }
}

#[test]
fn what_is_damaged_while_the_notebook_is_open_is_put_aside_before_it_is_written_over() {
    let (shelf, journal) = (MemoryShelf::default(), MemoryJournal::default());
    let mut tab = Tab::open(shelf.clone(), journal.clone(), 1);
    tab.make(&put(&[goal(1, "One")]));
    let raw = Raw::Text("damaged meanwhile".into());
    shelf.put_raw(&namespace().entry(id(1)), raw.clone());
    tab.make(&put(&[goal(1, "One again")]));
    tab.keeper.note_repaired(&tab.notebook);
    assert_eq!(listed(&tab), [(raw.clone(), true)]);
    assert_eq!(listed(&Tab::open(shelf, journal, 2)), [(raw, true)]);
}

#[test]
fn what_another_tab_has_put_right_is_neither_let_go_of_nor_lost_by_trying_again() {
    let (shelf, journal) = (MemoryShelf::default(), MemoryJournal::default());
    let mut tab = Tab::open(shelf.clone(), journal.clone(), 1);
    tab.make(&put(&[goal(1, "One")]));
    let key = namespace().entry(id(1));
    let whole = shelf.get(&key).unwrap().unwrap();
    shelf.put_raw(&key, Raw::Text("damaged".into()));
    let alone = Tab::open(shelf.clone(), MemoryJournal::default(), 2);
    let aside = alone.keeper.asides().remove(0);
    assert_eq!((aside.repaired, &alone.notebook), (false, &Notebook::default()));
    shelf.put_raw(&key, whole.clone());
    assert_eq!(block_on(alone.keeper.retry(&aside)), Ok(tab.notebook.held(id(1))));
    assert_eq!((listed(&alone), shelf.get(&key)), (vec![], Ok(Some(whole.clone()))));
    block_on(alone.keeper.drop_aside(&aside)).unwrap();
    assert_eq!(shelf.get(&key), Ok(Some(whole)));
}

#[test]
fn what_lies_damaged_in_the_journal_alone_can_be_let_go_of_unless_it_was_written_again() {
    let (shelf, journal) = (MemoryShelf::default(), MemoryJournal::default());
    let mut tab = Tab::open(MemoryShelf::default(), journal.clone(), 1);
    tab.make(&put(&[goal(1, "One"), goal(2, "Two")]));
    let (one, raw) = (id(1).to_string(), Raw::Text("damaged".into()));
    journal.put_raw(&one, 1, raw.clone());
    let again = Tab::open(shelf.clone(), journal.clone(), 2);
    assert_eq!(listed(&again), [(raw.clone(), false)]);
    let aside = again.keeper.asides().remove(0);
    assert!(block_on(again.keeper.retry(&aside)).is_err());

    let written_again = journal.copy();
    let other = Tab::open(shelf.copy(), written_again.clone(), 3);
    block_on(written_again.append(&tab.record(&put(&[goal(1, "One again")])))).unwrap();
    block_on(other.keeper.drop_aside(&aside)).unwrap();
    assert_eq!(listed(&other), []);
    let after = Tab::open(shelf.copy(), written_again, 4);
    assert_eq!(title(&after.notebook, 1).as_deref(), Some("One again"));
    assert_eq!(listed(&after), [(raw, true)], "what was written over was put aside");

    block_on(again.keeper.drop_aside(&aside)).unwrap();
    assert_eq!((listed(&again), journal.get_raw(&one)), (vec![], None));
    assert_eq!(listed(&Tab::open(shelf, journal, 5)), []);
}

#[test]
fn a_change_and_an_earlier_day_that_cannot_be_read_are_listed_tried_again_and_let_go_of() {
    let (shelf, journal) = (MemoryShelf::default(), MemoryJournal::default());
    let mut tab = Tab::open(shelf.clone(), journal.clone(), 1);
    tab.make(&put(&[goal(1, "One")]));
    for _ in 0..2 {
        block_on(tab.keeper.keep_snapshot(&tab.notebook, &Header::default(), 5, NOW.day, Why::Day)).unwrap();
    }
    // The second of a day, which is thinned out on the next.
    let day = block_on(tab.keeper.snapshots()).unwrap().remove(1).number;
    let whole = block_on(tab.keeper.snapshot_text(day)).unwrap();
    journal.put_before("[{");
    journal.put_snapshot(day, Raw::Text("{\"format\":".into()));
    let again = Tab::open(shelf, journal.clone(), 2);
    assert_eq!(listed(&again), [], "opening reads neither");
    block_on(again.keeper.look_through()).unwrap();
    block_on(again.keeper.look_through()).unwrap();
    let texts = [Raw::Text("[{".into()), Raw::Text("{\"format\":".into())];
    assert_eq!(listed(&again), texts.map(|raw| (raw, true)));
    let asides = again.keeper.asides();
    assert!(asides.iter().all(|aside| aside.refusal.reason == Reason::CutShort), "{asides:?}");
    assert!(asides.iter().all(|aside| block_on(again.keeper.retry(aside)).is_err()));
    // A day later it is still there: what cannot be read is not thinned out.
    block_on(again.keeper.keep_snapshot(&again.notebook, &Header::default(), 6, NOW.day.plus(1), Why::Day)).unwrap();
    let kept: Vec<u64> = block_on(again.keeper.snapshots()).unwrap().iter().map(|it| it.number).collect();
    assert!(kept.contains(&day), "{kept:?}");
    // A newer version might read it.
    journal.put_snapshot(day, whole);
    assert_eq!(block_on(again.keeper.retry(&asides[1])), Ok(None));
    assert_eq!(listed(&again).len(), 1);
    block_on(again.keeper.drop_aside(&asides[0])).unwrap();
    block_on(again.keeper.look_through()).unwrap();
    assert_eq!((listed(&again), block_on(journal.extent()).unwrap().last), (vec![], 1));
}

#[test]
fn what_can_be_read_after_all_is_taken_back_and_its_text_goes() {
    let (shelf, journal) = (MemoryShelf::default(), MemoryJournal::default());
    let mut tab = Tab::open(shelf.clone(), journal.clone(), 1);
    tab.make(&put(&[goal(1, "One")]));
    let whole = shelf.get(&namespace().entry(id(1))).unwrap().unwrap();
    let away = namespace().aside(&id(1).to_string(), 0);
    let other = MemoryShelf::default();
    other.put_raw(&away, whole);
    let again = Tab::open(other.clone(), MemoryJournal::default(), 2);
    let aside = again.keeper.asides()[0].clone();
    let found = block_on(again.keeper.retry(&aside)).unwrap();
    assert_eq!(found, tab.notebook.held(id(1)));
    block_on(again.keeper.drop_aside(&aside)).unwrap();
    assert_eq!((other.get(&away), again.keeper.asides()), (Ok(None), Vec::new()));
}

// --- Whatever was on disk when the browser died -----------------------------------------------------

proptest! {
    #![proptest_config(cases(48))]

    /// The journal is durable; local storage is written back late, key by key, in no order one can count
    /// on: after a kill each key has what it had at some moment before.
    #[test]
    fn the_journal_with_any_older_shelf_opens_as_the_notebook_was(
        first in notebook(), doings in doings(12), moments in proptest::collection::vec(any::<prop::sample::Index>(), 64),
    ) {
        let (shelf, journal) = (MemoryShelf::default(), MemoryJournal::default());
        let mut tab = Tab::open(shelf.clone(), journal.clone(), 1);
        block_on(tab.keeper.stock(&first.all_held().collect::<Vec<_>>()));
        tab = Tab::open(shelf.clone(), journal.clone(), 1);
        let mut shelves = vec![shelf.copy()];
        for doing in doings {
            let Some(change) = doing.change(&tab.notebook) else { continue };
            tab.make(&change);
            shelves.push(shelf.copy());
            // A kill at this moment.
            for behind in &shelves {
                let again = Tab::open(behind.copy(), journal.copy(), 2);
                prop_assert_eq!(drafts(&again.notebook), drafts(&tab.notebook));
            }
        }
        let torn = MemoryShelf::default();
        let keys: BTreeSet<String> = shelves.iter().flat_map(|shelf| shelf.keys().unwrap()).collect();
        for (key, moment) in keys.iter().zip(moments.iter().cycle()) {
            if let Some(raw) = moment.get(&shelves).get(key).unwrap() {
                torn.put_raw(key, raw);
            }
        }
        let again = Tab::open(torn.clone(), journal.copy(), 2);
        prop_assert_eq!(drafts(&again.notebook), drafts(&tab.notebook));
        // And the shelf has everything again.
        prop_assert_eq!(drafts(&Tab::open(torn, MemoryJournal::default(), 3).notebook), drafts(&tab.notebook));
    }

    #[test]
    fn the_journal_alone_and_the_shelf_alone_hold_the_notebook(first in notebook(), doings in doings(12)) {
        let (shelf, journal) = (MemoryShelf::default(), MemoryJournal::default());
        let tab = Tab::open(shelf.clone(), journal.clone(), 1);
        block_on(tab.keeper.stock(&first.all_held().collect::<Vec<_>>()));
        let mut tab = Tab::open(shelf.clone(), journal.clone(), 1);
        for doing in doings {
            if let Some(change) = doing.change(&tab.notebook) {
                tab.make(&change);
            }
        }
        prop_assert_eq!(&Tab::open(MemoryShelf::default(), journal, 2).notebook, &tab.notebook);
        prop_assert_eq!(&Tab::open(shelf, MemoryJournal::default(), 2).notebook, &tab.notebook);
    }

    #[test]
    fn the_history_leads_back_to_how_it_was_before_any_of_its_changes(first in notebook(), doings in doings(10)) {
        let (shelf, journal) = (MemoryShelf::default(), MemoryJournal::default());
        let tab = Tab::open(shelf.clone(), journal.clone(), 1);
        block_on(tab.keeper.stock(&first.all_held().collect::<Vec<_>>()));
        let mut tab = Tab::open(shelf, journal, 1);
        let mut stood = vec![drafts(&tab.notebook)];
        for doing in doings {
            if let Some(change) = doing.change(&tab.notebook) {
                tab.make(&change);
                stood.push(drafts(&tab.notebook));
            }
        }
        let history = block_on(tab.keeper.history(100)).unwrap();
        prop_assert_eq!(history.unreadable, []);
        let mut inverses: Vec<Change> = history.changes.into_iter().map(|it| it.inverse).collect();
        inverses.reverse();
        for back in 0..=inverses.len() {
            let mut notebook = tab.notebook.clone();
            let change = rewind(&notebook, &inverses[..back], String::new());
            notebook.apply(&change, &mut Clock::new(DeviceId::new(9)), NOW.at + 1).unwrap();
            prop_assert_eq!(&drafts(&notebook), &stood[stood.len() - 1 - back]);
        }
    }

    #[test]
    fn a_snapshot_gives_the_notebook_back(notebook in notebook()) {
        let tab = Tab::open(MemoryShelf::default(), MemoryJournal::default(), 1);
        block_on(tab.keeper.keep_snapshot(&notebook, &Header::default(), NOW.at, NOW.day, Why::Day)).unwrap();
        let snapshot = block_on(tab.keeper.snapshots()).unwrap().remove(0);
        let mut again = Notebook::default();
        let backup = block_on(tab.keeper.read_snapshot(snapshot.number)).unwrap();
        backup.held.into_iter().for_each(|held| again.hold(held));
        prop_assert_eq!(again, notebook);
    }
}

// --- What a store lost while the notebook is open ------------------------------------------------------

#[test]
fn a_store_that_is_emptied_while_the_notebook_is_open_is_noticed_and_filled_again() {
    for (shelf_goes, journal_goes) in [(true, false), (false, true), (true, true)] {
        let (shelf, journal) = (MemoryShelf::default(), MemoryJournal::default());
        let mut tab = Tab::open(shelf.clone(), journal.clone(), 1);
        tab.make(&put(&[goal(1, "One")]));
        tab.make(&put(&[goal(2, "Two")]));
        assert!(!block_on(tab.keeper.lost()).any());
        if shelf_goes {
            shelf.keys().unwrap().iter().for_each(|key| shelf.remove(key).unwrap());
        }
        if journal_goes {
            block_on(journal.erase()).unwrap();
        }
        let lost = block_on(tab.keeper.lost());
        assert_eq!((lost.shelf, lost.journal), (shelf_goes, journal_goes));
        let kept = tab.make(&put(&[goal(3, "Three")]));
        assert_eq!((kept.lost.shelf, kept.lost.journal), (shelf_goes, journal_goes));
        block_on(tab.keeper.refill(&tab.notebook.all_held().collect::<Vec<_>>()));
        assert!(!block_on(tab.keeper.lost()).any());
        assert_eq!(Tab::open(shelf, MemoryJournal::default(), 2).notebook, tab.notebook);
        assert_eq!(Tab::open(MemoryShelf::default(), journal, 2).notebook, tab.notebook);
    }
}

// --- Versions --------------------------------------------------------------------------------------------

/// A made-up older version, in which a goal was called by its name.
const OLDER: Ladder = Ladder::new(0, &[title_of_goals]);

fn title_of_goals(mut fields: Map<String, Value>) -> Map<String, Value> {
    if let Some(name) = fields.remove("name").filter(|_| fields.get("kind") == Some(&"goal".into())) {
        fields.insert("title".into(), name);
    }
    fields
}

/// A goal as the made-up version stored it.
fn sealed_in_older(n: u128, name: &str) -> Raw {
    let goal = format!(r#"{{"kind":"goal","id":"{}","name":"{name}","trace":{{"made":"1-0-000001"}}}}"#, id(n));
    let sum = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(goal.as_bytes());
    Raw::Text(format!(r#"{{"format":0,"sum":"{sum:08x}","entry":{goal}}}"#))
}

fn title(notebook: &Notebook, n: u128) -> Option<String> {
    notebook.get(Id::<Goal>::new(n)).map(|goal| goal.title.to_string())
}

#[test]
fn a_notebook_of_an_older_version_opens_and_keeps_a_copy_of_what_it_was() {
    let (shelf, journal) = (MemoryShelf::default(), MemoryJournal::default());
    shelf.put_raw(&namespace().entry(id(1)), sealed_in_older(1, "One"));
    shelf.put_raw(&namespace().entry(id(2)), sealed_in_older(2, "Two"));
    journal.put_raw(&id(2).to_string(), 1, sealed_in_older(2, "Two"));
    let tab = Tab::open_by(OLDER, shelf.clone(), journal.clone(), 1).unwrap();
    assert_eq!(tab.opened.moved_from, Some(0));
    assert_eq!([1, 2].map(|n| title(&tab.notebook, n).unwrap()), ["One", "Two"]);
    // Both stores are of this version now, and an app without the steps reads them.
    assert_eq!(Tab::open(shelf, MemoryJournal::default(), 2).notebook, tab.notebook);
    assert_eq!(Tab::open(MemoryShelf::default(), journal, 2).notebook, tab.notebook);
    // What it was lies beside it, letter by letter, until it is dropped.
    let snapshot = block_on(tab.keeper.snapshots()).unwrap().remove(0);
    assert_eq!((snapshot.head.why, snapshot.head.entries), (Why::Format(0), 2));
    let Some(Raw::Text(copy)) = block_on(tab.keeper.snapshot_text(snapshot.number)) else { panic!("it is text") };
    assert!(copy.contains(r#""name":"One""#) && copy.contains(r#""version":0"#));
    assert_eq!(block_on(tab.keeper.read_snapshot(snapshot.number)).unwrap().held.len(), 2);
    block_on(tab.keeper.drop_snapshots(&[snapshot.number])).unwrap();
    assert_eq!(block_on(tab.keeper.snapshots()), Ok(Vec::new()));
}

#[test]
fn a_file_of_an_older_version_opens() {
    let text = format!(
        r#"{{"format":"mentorbook-backup","version":0,"entries":[{{"kind":"goal","id":"{}","name":"One","trace":{{"made":"1-0-000001"}}}}]}}"#,
        id(1)
    );
    let backup = backup::read_by(OLDER, text.as_bytes()).unwrap();
    let mut notebook = Notebook::default();
    backup.held.into_iter().for_each(|held| notebook.hold(held));
    assert_eq!(title(&notebook, 1).as_deref(), Some("One"));
    assert_eq!(backup::read(text.as_bytes()).unwrap_err().reason, Reason::UnknownVersion);
}

#[test]
fn what_a_newer_app_wrote_is_never_written_over() {
    let (shelf, journal) = (MemoryShelf::default(), MemoryJournal::default());
    let mut tab = Tab::open(shelf.clone(), journal.clone(), 1);
    tab.make(&put(&[goal(1, "One")]));
    let key = namespace().entry(id(1));
    let Some(Raw::Text(text)) = shelf.get(&key).unwrap() else { panic!("it is text") };
    let newer = Raw::Text(text.replacen('{', "{\"format\":2,", 1));
    let texts = |shelf: &MemoryShelf, journal: &MemoryJournal| (shelf.get(&key), journal.get_raw(&id(1).to_string()));
    for (on_shelf, in_journal) in [(true, false), (false, true), (true, true)] {
        let (shelf, journal) = (shelf.copy(), journal.copy());
        let mut old = Tab::open(shelf.clone(), journal.clone(), 2);
        if on_shelf {
            shelf.put_raw(&key, newer.clone());
        }
        if in_journal {
            journal.put_raw(&id(1).to_string(), 5, newer.clone());
        }
        let before = texts(&shelf, &journal);
        // It opens for no older app.
        assert!(Tab::open_by(Ladder::CURRENT, shelf.copy(), journal.copy(), 3).is_err());
        // A tab that was open before does not write over it either, not even while it goes away.
        let kept = old.make(&put(&[goal(1, "Older"), goal(2, "Two")]));
        assert!(kept.newer(), "{kept:?}");
        old.keeper.keep_at_once(&[old.notebook.held(id(1)).unwrap()]);
        let after = texts(&shelf, &journal);
        assert_eq!((on_shelf && after.0 != before.0, in_journal && after.1 != before.1), (false, false));
        assert_eq!(block_on(old.keeper.news()).is_err(), in_journal);
    }
}

// --- Full, and erased ------------------------------------------------------------------------------------

/// A shelf that takes only what this says about it: the shelf as it is, the key, the text.
struct Narrow<F>(MemoryShelf, F);

impl<F: Fn(&MemoryShelf, &str, &Raw) -> bool> Shelf for Narrow<F> {
    fn keys(&self) -> Result<Vec<String>, ShelfProblem> {
        self.0.keys()
    }
    fn get(&self, key: &str) -> Result<Option<Raw>, ShelfProblem> {
        self.0.get(key)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), ShelfProblem> {
        self.put(key, &Raw::Text(text.to_owned()))
    }
    fn put(&self, key: &str, raw: &Raw) -> Result<(), ShelfProblem> {
        if (self.1)(&self.0, key, raw) { self.0.put(key, raw) } else { Err(ShelfProblem::Full) }
    }
    fn remove(&self, key: &str) -> Result<(), ShelfProblem> {
        self.0.remove(key)
    }
}

/// A shelf with room for so many texts.
fn small(shelf: &MemoryShelf, most: usize) -> impl Shelf + use<> {
    let fits = move |there: &MemoryShelf, key: &str, _: &Raw| {
        there.get(key).is_ok_and(|text| text.is_some()) || there.keys().is_ok_and(|keys| keys.len() < most)
    };
    Narrow(shelf.clone(), fits)
}

/// A shelf that takes no text longer than so many UTF-16 units.
fn tight(shelf: &MemoryShelf, most: &Rc<Cell<usize>>) -> impl Shelf + use<> {
    let most = most.clone();
    Narrow(shelf.clone(), move |_: &MemoryShelf, _: &str, raw: &Raw| raw.units() <= most.get())
}

#[test]
fn what_does_not_fit_is_in_the_journal_and_is_said() {
    let (shelf, journal) = (MemoryShelf::default(), MemoryJournal::default());
    let mut tab = Tab::open(small(&shelf, 3), journal.clone(), 1);
    assert_eq!(tab.make(&put(&[goal(1, "One")])).shelf_problem, None);
    let kept = tab.make(&put(&[goal(2, "Two"), goal(3, "Three")]));
    assert_eq!((kept.shelf_problem, kept.journal_problem), (Some(ShelfProblem::Full), None));
    assert_eq!(Tab::open(small(&shelf, 3), journal, 2).notebook, tab.notebook);
}

#[test]
fn while_one_change_is_not_on_the_shelf_the_next_one_is_not_called_kept_and_brings_it_along() {
    let (shelf, journal, room) = (MemoryShelf::default(), MemoryJournal::default(), Rc::new(Cell::new(usize::MAX)));
    let mut tab = Tab::open(tight(&shelf, &room), journal.clone(), 1);
    tab.make(&put(&[goal(1, "Short")]));
    room.set(shelf.get(&namespace().entry(id(1))).unwrap().unwrap().units() + 120);
    let long = "Long".repeat(40);
    assert_eq!(tab.make(&put(&[goal(1, &long)])).shelf_problem, Some(ShelfProblem::Full));
    for number in 2..80 {
        let kept = tab.make(&put(&[goal(number, "Fits")]));
        assert_eq!((kept.shelf_problem, kept.journal_problem), (Some(ShelfProblem::Full), None));
    }
    assert!(shelf.get(&namespace().entry(id(79))).unwrap().is_some(), "what fits is written");
    // Opened now, the shelf is known to be behind, however much was written after it.
    assert_eq!(Tab::open(shelf.copy(), journal.clone(), 2).notebook, tab.notebook);
    room.set(usize::MAX);
    assert_eq!(tab.make(&put(&[goal(80, "Fits")])).shelf_problem, None);
    assert_eq!(Tab::open(shelf, MemoryJournal::default(), 3).notebook, tab.notebook, "the shelf has all of it");
}

#[test]
fn without_a_journal_a_change_that_fits_nowhere_is_said_until_it_does() {
    let (shelf, room) = (MemoryShelf::default(), Rc::new(Cell::new(usize::MAX)));
    let refused = || Err(JournalProblem::Refused("blocked".into()));
    let opening = Keeper::<_, MemoryJournal>::open(namespace(), Ok(tight(&shelf, &room)), refused(), NOW);
    let (keeper, opened) = block_on(opening).unwrap();
    let clock = Clock::new(DeviceId::new(1));
    let mut tab = Tab { keeper, notebook: opened.notebook.clone(), clock, opened };
    tab.make(&put(&[goal(1, "Short")]));
    room.set(shelf.get(&namespace().entry(id(1))).unwrap().unwrap().units() + 120);
    assert!(tab.make(&put(&[goal(1, &"Long".repeat(40))])).nowhere());
    assert!(tab.make(&put(&[goal(2, "Fits")])).nowhere(), "the long one lies nowhere still");
    room.set(usize::MAX);
    assert!(!tab.make(&put(&[goal(2, "Fits, too")])).nowhere());
    assert_eq!(Tab::open(shelf, MemoryJournal::default(), 2).notebook, tab.notebook);
}

#[test]
fn what_the_journal_did_not_take_goes_along_with_the_next_change_or_the_next_opening() {
    let (shelf, journal, faults) = (MemoryShelf::default(), MemoryJournal::default(), Faults::default());
    let mut tab = Tab::open(shelf.clone(), Faulty { inner: journal.clone(), faults: faults.clone() }, 1);
    tab.make(&put(&[goal(1, "One")]));
    faults.fail_next();
    let kept = tab.make(&put(&[goal(1, "One again"), goal(2, "Two")]));
    assert!(kept.journal_problem.is_some() && kept.shelf_problem.is_none());
    let reopened = (shelf.copy(), journal.copy());
    assert_eq!(tab.make(&put(&[goal(3, "Three")])).journal_problem, None);
    assert_eq!(Tab::open(MemoryShelf::default(), journal, 2).notebook, tab.notebook, "the journal alone has all of it");
    // A page that went away before: the shelf says what the journal may lack.
    let before = Tab::open(reopened.0, reopened.1.clone(), 3).notebook;
    assert_eq!(title(&before, 1).as_deref(), Some("One again"));
    assert_eq!(Tab::open(MemoryShelf::default(), reopened.1, 4).notebook, before);
}

#[test]
fn what_another_tab_wrote_is_heard_of_later_if_it_could_not_be_read_at_once() {
    let (shelf, journal, faults) = (MemoryShelf::default(), MemoryJournal::default(), Faults::default());
    let mut tab = Tab::open(shelf.clone(), Faulty { inner: journal.clone(), faults: faults.clone() }, 1);
    let mut other = Tab::open(shelf.clone(), journal.clone(), 2);
    other.make(&put(&[goal(1, "Of the other tab")]));
    // The change itself is kept, and the reading after it fails.
    faults.fail_after(1);
    let kept = tab.make(&put(&[goal(2, "Mine")]));
    assert_eq!((kept.shelf_problem, kept.journal_problem), (None, None));
    assert_eq!(title(&tab.notebook, 1), None);
    tab.make(&put(&[goal(3, "Mine, too")]));
    assert_eq!(title(&tab.notebook, 1).as_deref(), Some("Of the other tab"));
}

#[test]
fn room_is_counted_as_it_is_used() {
    let (shelf, journal) = (MemoryShelf::default(), MemoryJournal::default());
    shelf.set("of another page", "ünits").unwrap();
    let mut tab = Tab::open(shelf.clone(), journal.clone(), 1);
    assert_eq!(tab.keeper.room().all - tab.keeper.room().ours, "of another page".len() + "ünits".chars().count());
    tab.make(&put(&[goal(1, "One 🎉")]));
    tab.make(&put(&[goal(1, "One"), goal(2, "Two")]));
    tab.make(&Change { label: String::new(), ops: vec![Op::Remove(id(2))] });
    assert_eq!(Tab::open(shelf, journal, 2).keeper.room(), tab.keeper.room());
}

#[test]
fn what_is_erased_for_good_is_nowhere() {
    let (shelf, journal) = (MemoryShelf::default(), MemoryJournal::default());
    let mut tab = Tab::open(shelf.clone(), journal.clone(), 1);
    let person = Draft::new(Id::<Person>::new(7), Person::new(Title::new("Stays as she is").unwrap()));
    tab.make(&put(&[goal(1, "A secret goal"), goal(2, "Another one"), person]));
    tab.make(&put(&[goal(1, "A secret goal, renamed")]));
    let why = Why::Before("Went back to before: Added “A secret goal, renamed”".into());
    block_on(tab.keeper.keep_snapshot(&tab.notebook, &Header::default(), NOW.at, NOW.day, why)).unwrap();
    shelf.put_raw(&namespace().aside(&id(1).to_string(), 0), Raw::Text("{\"A secret goal\"".into()));
    shelf.set(&namespace().one(&format!("draft-milestone-{}", id(1))), "A secret step").unwrap();
    tab.make(&Change { label: "Removed “A secret goal, renamed”".into(), ops: vec![Op::Remove(id(1))] });
    let ids = BTreeSet::from([id(1)]);
    let without = |raw: &Raw| match raw {
        Raw::Text(text) => backup::without(text, &ids),
        Raw::Units(_) => None,
    };
    let titles = ["“A secret goal, renamed”".to_owned()];
    let eraser = mentorbook::storage::Eraser { ids: &ids, titles: &titles, without: &without };
    block_on(tab.keeper.forget(&eraser)).unwrap();
    let (looked, left) = block_on(tab.keeper.look_for(&["secret".to_owned()])).unwrap();
    assert!(looked > 5);
    assert_eq!(left, 0);
    // The rest is there, in the snapshot too, and the entry does not come back.
    let snapshot = block_on(tab.keeper.snapshots()).unwrap().remove(0);
    assert_eq!((snapshot.head.entries, snapshot.head.why), (2, Why::Before(String::new())));
    assert_eq!(block_on(tab.keeper.read_snapshot(snapshot.number)).unwrap().held.len(), 2);
    let again = Tab::open(shelf, journal, 2);
    assert_eq!((again.notebook.len(), again.notebook.entry(id(1))), (2, None));
}

#[test]
fn what_was_put_aside_is_called_whole_only_if_the_notebook_has_it() {
    let raw = Raw::Text("{\"sum\":".into());
    let (shelf, journal) = (MemoryShelf::default(), MemoryJournal::default());
    shelf.put_raw(&namespace().aside(&id(1).to_string(), 0), raw.clone());
    assert!(!Tab::open(shelf.clone(), journal.clone(), 1).keeper.asides()[0].repaired);
    Tab::open(shelf.clone(), journal.clone(), 1).make(&put(&[goal(1, "One")]));
    assert!(Tab::open(shelf, journal, 2).keeper.asides()[0].repaired);
}
