//! Opening and keeping, with stores in memory.

use std::ops::Range;

use super::*;
use crate::{
    domain::{Change, Clock, Day, DeviceId, Draft, Goal, Id, Notebook, Op, Text, Title},
    exchange::merge::merge,
    storage::{
        Record, Which,
        memory::{MemoryJournal, MemoryShelf},
        namespace::Key,
        shelf::Raw,
    },
};

const NOW: Now = Now { at: 1000, day: Day::MIN };

/// A tab: a notebook that is open, with what it writes to.
struct Tab {
    keeper: Keeper<MemoryShelf, MemoryJournal>,
    notebook: Notebook,
    clock: Clock,
}

impl Tab {
    fn open(shelf: &MemoryShelf, journal: &MemoryJournal, device: u32) -> Self {
        Self::open_with(shelf, Ok(journal.clone()), device)
    }

    fn open_with(shelf: &MemoryShelf, journal: Result<MemoryJournal, JournalProblem>, device: u32) -> Self {
        let namespace = Namespace::new("/", Which::Mine);
        let opening = Keeper::open(namespace, Ok(shelf.clone()), journal, NOW);
        let (keeper, opened) = pollster::block_on(opening).unwrap();
        let mut clock = Clock::new(DeviceId::new(device));
        for held in opened.notebook.all_held() {
            held.seen().stamps().for_each(|stamp| clock.observe(stamp));
        }
        Self { keeper, notebook: opened.notebook, clock }
    }

    fn record(&mut self, change: &Change) -> Record {
        let before = change.ops.iter().map(|op| (op.id(), self.notebook.held(op.id()))).collect();
        let applied = self.notebook.apply(change, &mut self.clock, 1000).unwrap();
        Record { at: 1000, label: change.label.clone(), now: applied.now, before }
    }

    fn make(&mut self, change: &Change) {
        let record = self.record(change);
        let kept = pollster::block_on(self.keeper.keep(&record));
        kept.news.into_iter().for_each(|held| self.notebook.hold(held));
    }

    fn title(&self, id: Id<Goal>) -> Option<String> {
        Some(self.notebook.get(id)?.title.to_string())
    }
}

fn put(id: Id<Goal>, title: &str) -> Change {
    Change::put(title, Draft::new(id, Goal::new(Title::new(title).unwrap())))
}

fn id(n: u128) -> Id<Goal> {
    Id::new(n)
}

#[test]
fn what_was_kept_is_there_after_opening_again() {
    let (shelf, journal) = Default::default();
    let mut tab = Tab::open(&shelf, &journal, 1);
    tab.make(&put(id(1), "One"));
    tab.make(&put(id(1), "Two"));
    assert_eq!(Tab::open(&shelf, &journal, 1).notebook, tab.notebook);
}

/// Many goals in one change, as when a file is opened.
fn many(numbers: Range<u128>) -> Change {
    let drafts = numbers.map(|n| Draft::new(id(n), Goal::new(Title::new(format!("Goal {n}")).unwrap())));
    Change { label: "Many".into(), ops: drafts.map(Op::Put).collect() }
}

#[test]
fn much_at_once_lies_in_both_stores() {
    let (shelf, journal) = Default::default();
    let mut tab = Tab::open(&shelf, &journal, 1);
    tab.make(&many(10..700));
    let (alone, no_shelf) = (MemoryJournal::default(), MemoryShelf::default());
    assert_eq!(Tab::open(&shelf, &alone, 1).notebook, tab.notebook);
    assert_eq!(Tab::open(&no_shelf, &journal, 1).notebook, tab.notebook);
    let Room { ours, .. } = tab.keeper.room();
    tab.keeper.recount();
    assert_eq!(tab.keeper.room().ours, ours);
}

#[test]
fn a_large_change_among_the_last_ones_is_not_compared_on_opening_and_what_came_after_the_mark_is() {
    let (shelf, journal) = Default::default();
    let mut tab = Tab::open(&shelf, &journal, 1);
    tab.make(&many(10..700));
    tab.make(&put(id(10), "Edited"));
    let before = shelf.copy();
    tab.make(&put(id(11), "Edited, too"));
    // The shelf is as it was one change ago, its mark with it.
    let mut late = Tab::open(&before, &journal, 1);
    assert_eq!((late.title(id(10)).unwrap(), late.title(id(11)).unwrap()), ("Edited".into(), "Edited, too".into()));
    // A text of the large change that lies there older than its mark says is found a while later.
    let namespace = Namespace::new("/", Which::Mine);
    let older = before.get(&namespace.entry(id(690).entry())).unwrap().unwrap();
    late.make(&put(id(690), "Newer"));
    late.make(&many(1000..1300));
    before.put_raw(&namespace.entry(id(690).entry()), older);
    let tab = Tab::open(&before, &journal, 1);
    assert_eq!(tab.title(id(690)).unwrap(), "Goal 690");
    let found = pollster::block_on(tab.keeper.scrub()).unwrap();
    assert_eq!(found.iter().map(Held::id).collect::<Vec<_>>(), [id(690).entry()]);
    assert_eq!(Tab::open(&before, &journal, 1).title(id(690)).unwrap(), "Newer");
}

#[test]
fn what_comes_with_the_notebook_is_kept_and_is_nothing_to_undo() {
    let (shelf, journal) = Default::default();
    let mut tab = Tab::open(&shelf, &journal, 1);
    let record = tab.record(&put(id(1), "One"));
    let kept = pollster::block_on(tab.keeper.stock(&record.now));
    assert_eq!((kept.shelf_problem, kept.journal_problem), (None, None));
    assert_eq!(Tab::open(&shelf, &MemoryJournal::default(), 1).notebook, tab.notebook);
    assert_eq!(Tab::open(&MemoryShelf::default(), &journal, 1).notebook, tab.notebook);
    assert_eq!(pollster::block_on(tab.keeper.history(10)), Ok(History::default()));
}

#[test]
fn each_store_gives_the_other_what_it_lost() {
    let (shelf, journal) = Default::default();
    let mut tab = Tab::open(&shelf, &journal, 1);
    tab.make(&put(id(1), "One"));
    tab.make(&put(id(2), "Two"));
    let shelf_only = Tab::open(&shelf, &MemoryJournal::default(), 1);
    assert_eq!(shelf_only.notebook, tab.notebook);
    let emptied = MemoryShelf::default();
    assert_eq!(Tab::open(&emptied, &journal, 1).notebook, tab.notebook);
    // And the emptied shelf is full again.
    let again = Tab::open(&emptied, &MemoryJournal::default(), 1);
    assert_eq!(again.notebook, tab.notebook);
}

#[test]
fn a_shelf_that_is_behind_never_brings_back_what_was_removed() {
    let (shelf, journal) = (MemoryShelf::default(), MemoryJournal::default());
    let mut tab = Tab::open(&shelf, &journal, 1);
    tab.make(&put(id(1), "One"));
    // The browser is killed before the removal reaches the disk behind the shelf.
    let behind = shelf.copy();
    tab.make(&Change { label: "Removed".into(), ops: vec![Op::Remove(id(1).into())] });
    let again = Tab::open(&behind, &journal, 1);
    assert_eq!(again.title(id(1)), None);
    assert_eq!(again.notebook, tab.notebook);
}

#[test]
fn two_tabs_that_change_one_entry_lose_nothing() {
    let (shelf, journal) = Default::default();
    let mut one = Tab::open(&shelf, &journal, 1);
    one.make(&put(id(1), "One"));
    let mut two = Tab::open(&shelf, &journal, 2);
    let mut goal = two.notebook.get(id(1)).unwrap().clone();
    goal.why = crate::domain::Text::new("Because").unwrap();
    two.make(&Change::put("", Draft::new(id(1), goal)));
    // The first tab has not heard of it and writes another field.
    one.make(&put(id(1), "One, renamed"));
    let goal = one.notebook.get(id(1)).unwrap();
    assert_eq!((&*goal.title, &*goal.why), ("One, renamed", "Because"));
    assert_eq!(Tab::open(&shelf, &journal, 3).notebook, one.notebook);
}

#[test]
fn news_of_other_tabs_come_when_asked_for() {
    let (shelf, journal) = Default::default();
    let mut one = Tab::open(&shelf, &journal, 1);
    let two = Tab::open(&shelf, &journal, 2);
    one.make(&put(id(1), "One"));
    let news = pollster::block_on(two.keeper.news()).unwrap();
    assert_eq!(news, [one.notebook.held(id(1).into()).unwrap()]);
    assert_eq!(pollster::block_on(two.keeper.news()), Ok(Vec::new()));
}

#[test]
fn without_a_journal_two_tabs_that_write_over_each_other_lose_nothing() {
    let blocked = || Err(JournalProblem::Refused("blocked".into()));
    let shelf = MemoryShelf::default();
    Tab::open_with(&shelf, blocked(), 1).make(&put(id(1), "One"));
    let key = Namespace::new("/", Which::Mine).entry(id(1).entry());
    let with = |change: fn(&mut Goal)| {
        let mut goal = Goal::new(Title::new("One").unwrap());
        change(&mut goal);
        Change::put("Edit", Draft::new(id(1), goal))
    };
    // Browsers show each tab what it wrote itself at once, and what others wrote a moment later.
    let mut tabs = [2, 3].map(|device| Tab::open_with(&shelf.copy(), blocked(), device));
    tabs[0].make(&with(|goal| goal.why = Text::new("Pay").unwrap()));
    tabs[1].make(&with(|goal| goal.evidence = Text::new("Yes").unwrap()));
    let written = [0, 1].map(|at| tabs[at].keeper.shelf().unwrap().get(&key).unwrap().unwrap());
    for (last, told) in [(0, [1, 0]), (0, [0, 1]), (1, [1, 0]), (1, [0, 1])] {
        shelf.put_raw(&key, written[last].clone());
        for at in told {
            let Raw::Text(theirs) = &written[1 - at] else { panic!("text") };
            let mut tab = Tab::open_with(&shelf, blocked(), 4);
            tab.notebook = tabs[at].notebook.clone();
            let theirs = tab.keeper.told_of(&key, theirs).unwrap();
            let merged = merge(&tab.notebook.held(id(1).entry()).unwrap(), &theirs);
            tab.keeper.answer(merged);
        }
        let notebook = Tab::open_with(&shelf, blocked(), 5).notebook;
        let goal = notebook.get(id(1)).unwrap();
        assert_eq!((&*goal.why, &*goal.evidence), ("Pay", "Yes"));
    }
}

#[test]
fn what_was_written_while_the_page_went_away_is_there_and_reaches_the_journal() {
    let (shelf, journal) = Default::default();
    let mut tab = Tab::open(&shelf, &journal, 1);
    tab.make(&put(id(1), "One"));
    let record = tab.record(&put(id(1), "Last words"));
    tab.keeper.keep_at_once(&record.now);
    let again = Tab::open(&shelf, &journal, 1);
    assert_eq!(again.title(id(1)).as_deref(), Some("Last words"));
    let from_journal = Tab::open(&MemoryShelf::default(), &journal, 1);
    assert_eq!(from_journal.title(id(1)).as_deref(), Some("Last words"));
}

#[test]
fn what_was_written_last_reaches_the_journal_although_the_list_of_it_is_damaged() {
    for damaged in ["", "{", "goal-0000000000000001 nonsense"] {
        let (shelf, journal) = Default::default();
        let mut tab = Tab::open(&shelf, &journal, 1);
        tab.make(&put(id(1), "One"));
        // So long ago that it is not compared again without a reason.
        for number in 0..100 {
            tab.make(&put(id(2), &number.to_string()));
        }
        let record = tab.record(&put(id(1), "Last words"));
        tab.keeper.keep_at_once(&record.now);
        shelf.set(&tab.keeper.namespace.one(UNSETTLED), damaged).unwrap();
        Tab::open(&shelf, &journal, 1);
        let from_journal = Tab::open(&MemoryShelf::default(), &journal, 1);
        assert_eq!(from_journal.title(id(1)).as_deref(), Some("Last words"), "{damaged}");
    }
}

#[test]
fn unreadable_text_is_put_aside_and_the_rest_opens() {
    let (shelf, journal) = (MemoryShelf::default(), MemoryJournal::default());
    let mut tab = Tab::open(&shelf, &journal, 1);
    tab.make(&put(id(1), "One"));
    tab.make(&put(id(2), "Two"));
    let key = Namespace::new("/", Which::Mine).entry(id(1).into());
    let half = Raw::Units(vec![0xd800]);
    shelf.put_raw(&key, half.clone());
    // Without the journal's copy it stays where it is, untouched.
    let alone = Tab::open(&shelf, &MemoryJournal::default(), 1);
    assert_eq!((alone.title(id(1)), alone.title(id(2)).as_deref()), (None, Some("Two")));
    assert_eq!(shelf.get(&key), Ok(Some(half)));
    assert!(!alone.keeper.asides()[0].repaired);
    // With it the entry is whole again.
    let repaired = Tab::open(&shelf, &journal, 1);
    assert_eq!(repaired.title(id(1)).as_deref(), Some("One"));
    assert!(repaired.keeper.asides()[0].repaired);
}

#[test]
fn what_was_damaged_is_moved_away_as_it_is_before_its_key_is_written() {
    let damages = [
        Raw::Text("{\"sum\":\"00000000\",\"entry\":{}}".into()),
        Raw::Units("{\"sum\"".encode_utf16().chain([0xd800]).collect()),
    ];
    for damaged in damages {
        let (shelf, journal) = (MemoryShelf::default(), MemoryJournal::default());
        let mut tab = Tab::open(&shelf, &journal, 1);
        tab.make(&put(id(1), "One"));
        let namespace = Namespace::new("/", Which::Mine);
        let key = namespace.entry(id(1).into());
        shelf.put_raw(&key, damaged.clone());
        let again = Tab::open(&shelf, &journal, 1);
        let Store::Shelf(away) = again.keeper.asides()[0].store.clone() else { panic!("it lies on the shelf") };
        assert_eq!(namespace.parse(&away), Some(Key::Aside));
        assert_eq!(shelf.get(&away), Ok(Some(damaged)));
    }
}

#[test]
fn erasing_leaves_nothing() {
    let (shelf, journal) = (MemoryShelf::default(), MemoryJournal::default());
    shelf.set("somebody else", "stays").unwrap();
    let mut tab = Tab::open(&shelf, &journal, 1);
    tab.make(&put(id(1), "One"));
    pollster::block_on(tab.keeper.erase()).unwrap();
    assert_eq!(shelf.keys().unwrap(), ["somebody else"]);
    assert!(Tab::open(&shelf, &journal, 1).notebook.is_empty());
}

#[test]
fn history_takes_changes_back_after_opening_again() {
    let (shelf, journal) = Default::default();
    let mut tab = Tab::open(&shelf, &journal, 1);
    tab.make(&put(id(1), "One"));
    tab.make(&put(id(1), "Two"));
    let mut again = Tab::open(&shelf, &journal, 1);
    let history = pollster::block_on(again.keeper.history(10)).unwrap().changes;
    let labels: Vec<_> = history.iter().map(|h| h.inverse.label.as_str()).collect();
    assert_eq!(labels, ["One", "Two"]);
    again.make(&history[1].inverse);
    assert_eq!(again.title(id(1)).as_deref(), Some("One"));
    again.make(&history[0].inverse);
    assert_eq!(again.title(id(1)), None);
}
