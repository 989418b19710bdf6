//! The whole path: opening a notebook from shelf and journal, and keeping each change in both.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

use super::{
    journal::{Journal, JournalProblem, Record, Remembered, Seq},
    namespace::{Key, Namespace},
    shelf::{Raw, Shelf, ShelfProblem},
    stored,
};
use crate::{
    domain::{EntryId, Notebook, entry::Held},
    exchange::{Refusal, merge},
};

/// The key that holds the number of the newest change that lies on the shelf.
const ON_SHELF: &str = "on-shelf";
/// The key that lists entries which lie on the shelf and perhaps not yet in the journal.
const UNSETTLED: &str = "unsettled";
/// How many changes before the newest one are compared again on opening, should the browser have
/// written the mark to disk and not all that came before it.
const MARGIN: Seq = 64;

/// Something stored that could not be read. It is kept as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// The key under which it lies now.
    pub key: String,
    /// What lies there.
    pub raw: Raw,
    /// Why it could not be read.
    pub refusal: Refusal,
    /// Whether the journal had the entry, so that nothing is missing from the notebook.
    pub repaired: bool,
}

/// A notebook as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// All that could be read.
    pub notebook: Notebook,
    /// Why local storage is not used, if it is not.
    pub shelf_problem: Option<ShelfProblem>,
    /// Why the journal is not used, if it is not.
    pub journal_problem: Option<JournalProblem>,
}

/// How far a change was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// What was touched, merged with what other tabs had written, and what they wrote elsewhere.
    pub news: Vec<Held>,
    /// Why it is not on the shelf, if it is not.
    pub shelf_problem: Option<ShelfProblem>,
    /// Why it is not in the journal, if it is not.
    pub journal_problem: Option<JournalProblem>,
}

impl Kept {
    /// Whether it lies nowhere but in memory.
    #[must_use]
    pub fn nowhere(&self) -> bool {
        self.shelf_problem.is_some() && self.journal_problem.is_some()
    }
}

/// Keeps one notebook.
#[derive(Debug)]
pub struct Keeper<S, J> {
    namespace: Namespace,
    shelf: Result<S, ShelfProblem>,
    journal: Result<J, JournalProblem>,
    state: RefCell<State>,
}

#[derive(Debug, Default)]
struct State {
    /// The newest change known here.
    last: Seq,
    asides: Vec<Aside>,
}

impl<S: Shelf, J: Journal> Keeper<S, J> {
    /// Opens a notebook. It always opens: what cannot be read is put aside, and what cannot be
    /// reached is reported.
    pub async fn open(
        namespace: Namespace,
        shelf: Result<S, ShelfProblem>,
        journal: Result<J, JournalProblem>,
    ) -> (Self, Opened) {
        let mut keeper = Self { namespace, shelf, journal, state: RefCell::default() };
        let mut notebook = Notebook::default();
        let found = match &keeper.shelf {
            Ok(shelf) => keeper.read_shelf(shelf, &mut notebook),
            Err(problem) => Err(problem.clone()),
        };
        let marks = match found {
            Ok(marks) => marks,
            Err(problem) => {
                keeper.shelf = Err(problem);
                Marks::default()
            }
        };
        let met = match &keeper.journal {
            Ok(journal) => keeper.meet_journal(journal, &marks, &mut notebook).await,
            Err(problem) => Err(problem.clone()),
        };
        if let Err(problem) = met {
            keeper.journal = Err(problem);
        }
        let opened = Opened {
            notebook,
            shelf_problem: keeper.shelf.as_ref().err().cloned(),
            journal_problem: keeper.journal.as_ref().err().cloned(),
        };
        (keeper, opened)
    }

    fn read_shelf(&self, shelf: &S, notebook: &mut Notebook) -> Result<Marks, ShelfProblem> {
        let mut marks = Marks::default();
        for key in shelf.keys()? {
            match self.namespace.parse(&key) {
                Some(Key::Entry(id)) => {
                    let Some(raw) = shelf.get(&key)? else {
                        continue;
                    };
                    marks.entries += 1;
                    let held = stored::open_raw(&raw).and_then(|held| {
                        // An entry under the key of another is as good as damaged.
                        if held.id().to_string() == id {
                            Ok(held)
                        } else {
                            Err(Refusal::whole(crate::exchange::Reason::Damaged))
                        }
                    });
                    match held {
                        Ok(held) => notebook.hold(held),
                        Err(refusal) => self.state.borrow_mut().asides.push(Aside {
                            key: key.clone(),
                            raw,
                            refusal,
                            repaired: false,
                        }),
                    }
                }
                Some(Key::Aside) => {
                    let Some(raw) = shelf.get(&key)? else {
                        continue;
                    };
                    let refusal = stored::open_raw(&raw)
                        .err()
                        .unwrap_or_else(|| Refusal::whole(crate::exchange::Reason::Damaged));
                    let aside = Aside { key: key.clone(), raw, refusal, repaired: true };
                    self.state.borrow_mut().asides.push(aside);
                }
                _ => {}
            }
        }
        if let Some(Raw::Text(text)) = shelf.get(&self.namespace.one(ON_SHELF))? {
            marks.on_shelf = text.parse().unwrap_or_default();
        }
        if let Some(Raw::Text(text)) = shelf.get(&self.namespace.one(UNSETTLED))? {
            marks.unsettled = serde_json::from_str(&text).unwrap_or_default();
        }
        Ok(marks)
    }

    /// Shelf and journal give each other what they lack.
    async fn meet_journal(&self, journal: &J, marks: &Marks, notebook: &mut Notebook) -> Result<(), JournalProblem> {
        let extent = journal.extent().await?;
        let torn = !self.state.borrow().asides.is_empty() || extent.entries != marks.entries;
        let from = if torn { 0 } else { marks.on_shelf.saturating_sub(MARGIN) };
        let lines = if extent.last > marks.on_shelf || torn || from < extent.last {
            journal.since(from).await?
        } else {
            Vec::new()
        };
        let mut in_journal = BTreeMap::new();
        let mut for_shelf = Vec::new();
        for line in lines {
            match stored::open(&line.text) {
                Ok(theirs) => {
                    in_journal.insert(theirs.id(), theirs.clone());
                    let held = match notebook.held(theirs.id()) {
                        Some(mine) if mine == theirs => continue,
                        Some(mine) => merge::merge(&mine, &theirs),
                        None => theirs,
                    };
                    for_shelf.push(held.clone());
                    notebook.hold(held);
                }
                Err(refusal) => self.state.borrow_mut().asides.push(Aside {
                    key: format!("{} (journal)", line.id),
                    raw: Raw::Text(line.text),
                    refusal,
                    repaired: line.id.parse().is_ok_and(|id| notebook.held(id).is_some()),
                }),
            }
        }
        // What the journal lacks: all it does not have when it was read whole, and what was written
        // to the shelf alone when the page went away.
        let unsettled: BTreeSet<EntryId> = marks.unsettled.iter().copied().collect();
        let lacking: Vec<Held> = notebook
            .all_held()
            .filter(|held| match in_journal.get(&held.id()) {
                Some(theirs) => theirs != held,
                None => from == 0 || unsettled.contains(&held.id()),
            })
            .collect();
        if !lacking.is_empty() {
            journal.restock(&lacking).await?;
        }
        self.state.borrow_mut().last = extent.last;
        // The journal has everything now, so a full shelf loses nothing; it is said when something is
        // written next.
        let _ = self.to_shelf(&for_shelf, extent.last, true);
        Ok(())
    }

    /// Keeps a change. It is durable when this returns without a problem of the journal.
    pub async fn keep(&self, record: &Record) -> Kept {
        let appended = match &self.journal {
            Ok(journal) => journal.append(record).await,
            Err(problem) => Err(problem.clone()),
        };
        let (mut news, seq, mut journal_problem) = match appended {
            Ok(appended) => (appended.now, Some(appended.seq), None),
            Err(problem) => (record.now.clone(), None, Some(problem)),
        };
        let last = self.state.borrow().last;
        let mut shelf_news = news.clone();
        if let (Some(seq), Ok(journal)) = (seq, &self.journal) {
            if seq != last + 1 {
                // Other tabs wrote in between: the shelf may lack theirs, and so does this tab.
                match journal.since(last).await {
                    Ok(lines) => {
                        let theirs = lines.iter().filter_map(|line| stored::open(&line.text).ok());
                        shelf_news = theirs.collect();
                        news.clone_from(&shelf_news);
                    }
                    Err(problem) => journal_problem = Some(problem),
                }
            }
            let mut state = self.state.borrow_mut();
            state.last = state.last.max(seq);
        }
        let shelf_problem = self.to_shelf(&shelf_news, seq.unwrap_or(last), seq.is_some()).err();
        Kept { news, shelf_problem, journal_problem }
    }

    /// Writes entries that come with the notebook and not from a person: there is nothing to remember
    /// and nothing to undo.
    pub async fn stock(&self, held: &[Held]) -> Kept {
        let restocked = match &self.journal {
            Ok(journal) => journal.restock(held).await,
            Err(problem) => Err(problem.clone()),
        };
        let last = self.state.borrow().last;
        let shelf_problem = self.to_shelf(held, last, restocked.is_ok()).err();
        Kept { news: held.to_vec(), shelf_problem, journal_problem: restocked.err() }
    }

    /// Writes to the shelf without waiting, when the page is about to go away. The journal gets it
    /// when the notebook is opened next, or when the same is kept in the ordinary way.
    pub fn keep_at_once(&self, now: &[Held]) {
        let Ok(shelf) = &self.shelf else { return };
        let ids: Vec<EntryId> = now.iter().map(Held::id).collect();
        let list = serde_json::to_string(&ids).unwrap_or_default();
        // The page is going away: there is nobody left to tell.
        let _ = shelf.set(&self.namespace.one(UNSETTLED), &list);
        for held in now {
            let _ = shelf.set(&self.namespace.entry(held.id()), &stored::seal(held));
        }
    }

    /// What other tabs wrote since this one last looked.
    ///
    /// # Errors
    /// When the journal refuses.
    pub async fn news(&self) -> Result<Vec<Held>, JournalProblem> {
        let Ok(journal) = &self.journal else {
            return Ok(Vec::new());
        };
        let last = self.state.borrow().last;
        let lines = journal.since(last).await?;
        let newest = lines.last().map_or(last, |line| line.seq);
        let mut state = self.state.borrow_mut();
        state.last = state.last.max(newest);
        Ok(lines.iter().filter_map(|line| stored::open(&line.text).ok()).collect())
    }

    fn to_shelf(&self, news: &[Held], seq: Seq, settled: bool) -> Result<(), ShelfProblem> {
        let shelf = self.shelf.as_ref().map_err(Clone::clone)?;
        for held in news {
            let key = self.namespace.entry(held.id());
            self.make_room(shelf, &key)?;
            shelf.set(&key, &stored::seal(held))?;
        }
        if settled {
            shelf.set(&self.namespace.one(ON_SHELF), &seq.to_string())?;
            shelf.remove(&self.namespace.one(UNSETTLED))?;
        }
        Ok(())
    }

    /// Moves unreadable text away from a key that is about to be written.
    fn make_room(&self, shelf: &S, key: &str) -> Result<(), ShelfProblem> {
        let mut state = self.state.borrow_mut();
        let number = state.asides.len();
        let Some(aside) = state.asides.iter_mut().find(|aside| aside.key == key) else {
            return Ok(());
        };
        let what = key.rsplit(':').next().unwrap_or_default();
        let away = self.namespace.aside(what, number);
        shelf.put(&away, &aside.raw)?;
        aside.key = away;
        aside.repaired = true;
        Ok(())
    }

    /// Everything that could not be read.
    #[must_use]
    pub fn asides(&self) -> Vec<Aside> {
        self.state.borrow().asides.clone()
    }

    /// The last changes, oldest first.
    ///
    /// # Errors
    /// When the journal refuses.
    pub async fn history(&self, most: usize) -> Result<Vec<Remembered>, JournalProblem> {
        match &self.journal {
            Ok(journal) => journal.history(most).await,
            Err(problem) => Err(problem.clone()),
        }
    }

    /// UTF-16 units used by this notebook in local storage, keys included.
    #[must_use]
    pub fn units_used(&self) -> usize {
        let Ok(shelf) = &self.shelf else { return 0 };
        let keys = shelf.keys().unwrap_or_default();
        let ours = keys.iter().filter(|key| self.namespace.parse(key).is_some());
        ours.map(|key| {
            let text = match shelf.get(key) {
                Ok(Some(Raw::Text(text))) => text.encode_utf16().count(),
                Ok(Some(Raw::Units(units))) => units.len(),
                _ => 0,
            };
            key.encode_utf16().count() + text
        })
        .sum()
    }

    /// Removes the whole notebook from shelf and journal.
    ///
    /// # Errors
    /// What the first of the two that refuses says.
    pub async fn erase(&self) -> Result<(), String> {
        if let Ok(journal) = &self.journal {
            journal.erase().await.map_err(|problem| problem.to_string())?;
        }
        if let Ok(shelf) = &self.shelf {
            for key in shelf.keys().map_err(|problem| problem.to_string())? {
                if self.namespace.parse(&key).is_some() {
                    shelf.remove(&key).map_err(|problem| problem.to_string())?;
                }
            }
        }
        *self.state.borrow_mut() = State::default();
        Ok(())
    }
}

/// What the shelf says of itself.
#[derive(Debug, Default)]
struct Marks {
    entries: usize,
    on_shelf: Seq,
    unsettled: Vec<EntryId>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{Change, Clock, DeviceId, Draft, Goal, Id, Op, Title},
        storage::{
            Which,
            memory::{MemoryJournal, MemoryShelf},
        },
    };

    /// A tab: a notebook that is open, with what it writes to.
    struct Tab {
        keeper: Keeper<MemoryShelf, MemoryJournal>,
        notebook: Notebook,
        clock: Clock,
    }

    impl Tab {
        fn open(shelf: &MemoryShelf, journal: &MemoryJournal, device: u32) -> Self {
            let namespace = Namespace::new("/", Which::Mine);
            let (keeper, opened) = pollster::block_on(Keeper::open(namespace, Ok(shelf.clone()), Ok(journal.clone())));
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

    #[test]
    fn what_comes_with_the_notebook_is_kept_and_is_nothing_to_undo() {
        let (shelf, journal) = Default::default();
        let mut tab = Tab::open(&shelf, &journal, 1);
        let record = tab.record(&put(id(1), "One"));
        let kept = pollster::block_on(tab.keeper.stock(&record.now));
        assert_eq!((kept.shelf_problem, kept.journal_problem), (None, None));
        assert_eq!(Tab::open(&shelf, &MemoryJournal::default(), 1).notebook, tab.notebook);
        assert_eq!(Tab::open(&MemoryShelf::default(), &journal, 1).notebook, tab.notebook);
        assert_eq!(pollster::block_on(tab.keeper.history(10)), Ok(Vec::new()));
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
        let behind = MemoryShelf::default();
        for key in shelf.keys().unwrap() {
            behind.put_raw(&key, shelf.get(&key).unwrap().unwrap());
        }
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
            let away = again.keeper.asides()[0].key.clone();
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
        let history = pollster::block_on(again.keeper.history(10)).unwrap();
        let labels: Vec<_> = history.iter().map(|h| h.inverse.label.as_str()).collect();
        assert_eq!(labels, ["One", "Two"]);
        again.make(&history[1].inverse);
        assert_eq!(again.title(id(1)).as_deref(), Some("One"));
        again.make(&history[0].inverse);
        assert_eq!(again.title(id(1)), None);
    }
}
