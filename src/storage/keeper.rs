//! The whole path: opening a notebook from shelf and journal, and keeping each change in both.
//!
//! - this file: what the keeper is, keeping a change, what other tabs wrote, room, erasing;
//! - `opening`: reading both stores and bringing them together;
//! - `aside`: what could not be read;
//! - `earlier`: snapshots.

mod aside;
mod earlier;
mod opening;
#[cfg(test)]
mod tests;

use std::{cell::RefCell, collections::BTreeSet, rc::Rc};

pub use aside::{Aside, Store};
pub use opening::{Now, Opened, WrittenByNewer};

use super::{
    journal::{Appended, Eraser, History, Journal, JournalProblem, Record, Seq},
    namespace::{Key, Namespace},
    shelf::{Raw, Shelf, ShelfProblem},
    stored,
};
use crate::{
    domain::{EntryId, entry::Held},
    exchange::{Ladder, merge},
};

/// The key that holds the number of the newest change that lies on the shelf.
pub const ON_SHELF: &str = "on-shelf";
/// The key that lists entries which lie on the shelf and perhaps not yet in the journal.
const UNSETTLED: &str = "unsettled";

/// UTF-16 units that local storage holds for one origin, keys included (measured on Chromium; Firefox and
/// Safari hold about as many).
pub const ROOM_OF_SHELF: usize = 5 * 1024 * 1024;

/// How far a change was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// What was touched, merged with what other tabs had written, and what they wrote elsewhere.
    pub news: Vec<Held>,
    /// Why it is not on the shelf, if it is not.
    pub shelf_problem: Option<ShelfProblem>,
    /// Why it is not in the journal, if it is not.
    pub journal_problem: Option<JournalProblem>,
    /// What was found to be gone: it lacks everything but this change.
    pub lost: Lost,
}

impl Kept {
    /// Whether it lies nowhere but in memory.
    #[must_use]
    pub fn nowhere(&self) -> bool {
        self.shelf_problem.is_some() && self.journal_problem.is_some()
    }

    /// Whether it was not kept because a newer app has the notebook now.
    #[must_use]
    pub fn newer(&self) -> bool {
        self.shelf_problem == Some(ShelfProblem::Newer) || self.journal_problem == Some(JournalProblem::Newer)
    }
}

/// Stores that were emptied by somebody else while the notebook is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lost {
    /// Local storage.
    pub shelf: bool,
    /// The journal.
    pub journal: bool,
}

impl Lost {
    /// Whether one of them was.
    #[must_use]
    pub fn any(self) -> bool {
        self.shelf || self.journal
    }

    /// Whether both were.
    #[must_use]
    pub fn both(self) -> bool {
        self.shelf && self.journal
    }
}

/// How full local storage is, in UTF-16 units, keys included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Room {
    /// Used by this notebook.
    pub ours: usize,
    /// Used by everything of this origin.
    pub all: usize,
}

impl Room {
    /// Whether more than four fifths are used.
    #[must_use]
    pub fn is_short(self) -> bool {
        self.all * 5 > ROOM_OF_SHELF * 4
    }
}

/// Keeps one notebook.
#[derive(Debug)]
pub struct Keeper<S, J> {
    namespace: Namespace,
    shelf: Result<S, ShelfProblem>,
    journal: Result<J, JournalProblem>,
    ladder: Ladder,
    state: RefCell<State>,
}

#[derive(Debug, Default)]
struct State {
    /// The newest change known here.
    last: Seq,
    /// Whether the shelf was seen with its mark: if the mark is gone, so is the rest.
    marked: bool,
    room: Room,
    asides: Vec<Aside>,
}

/// The ids in a list of them; none if it is no such list.
fn ids_in(text: &str) -> Option<BTreeSet<EntryId>> {
    text.split(' ').map(|id| id.parse().ok()).collect()
}

impl State {
    /// A number that this tab was given. If others were given in between, what stands under them is still to
    /// be heard of.
    fn went_on_to(&mut self, seq: Seq) {
        if seq == self.last + 1 {
            self.last = seq;
        }
    }
}

impl<S: Shelf, J: Journal> Keeper<S, J> {
    fn journal(&self) -> Result<&J, JournalProblem> {
        self.journal.as_ref().map_err(Clone::clone)
    }

    fn shelf(&self) -> Result<&S, ShelfProblem> {
        self.shelf.as_ref().map_err(Clone::clone)
    }

    // --- Keeping -------------------------------------------------------------------------------

    /// Keeps a change. It is durable when this returns without a problem of the journal.
    pub async fn keep(&self, record: &Record) -> Kept {
        let mut lost = Lost { shelf: self.shelf_was_emptied(), journal: false };
        let appended = match self.journal() {
            Ok(journal) => journal.append(record).await,
            Err(problem) => Err(problem),
        };
        let last = self.state.borrow().last;
        let appended = match appended {
            Ok(appended) => appended,
            // What a newer app wrote is not to be written over, on the shelf neither.
            Err(JournalProblem::Newer) => {
                let (shelf_problem, journal_problem) = (Some(ShelfProblem::Newer), Some(JournalProblem::Newer));
                return Kept { news: Vec::new(), shelf_problem, journal_problem, lost };
            }
            Err(problem) => {
                let (news, shelf_problem) = match self.to_shelf(&record.now, None) {
                    Ok(news) => (news, None),
                    Err(problem) => (record.now.clone(), Some(problem)),
                };
                return Kept { news, shelf_problem, journal_problem: Some(problem), lost };
            }
        };
        let (seq, mut news, mut journal_problem) = (appended.seq, appended.now, None);
        // Numbers only rise, so a journal that gives a lower one was made anew.
        lost.journal = seq <= last;
        if seq > last + 1
            && let Ok(journal) = self.journal()
        {
            // Other tabs wrote in between: the shelf may lack theirs, and so does this tab.
            match journal.since(last).await {
                Ok(lines) => {
                    let theirs = lines.iter().filter_map(|line| stored::open(&line.raw, &line.id).ok());
                    news = theirs.collect();
                }
                Err(problem) => journal_problem = Some(problem),
            }
        }
        {
            let mut state = self.state.borrow_mut();
            state.last = if lost.journal { seq } else { state.last.max(seq) };
        }
        let shelf_problem = self.to_shelf(&news, Some(seq)).err();
        Kept { news, shelf_problem, journal_problem, lost }
    }

    /// Writes entries that come with the notebook and not from a person: there is nothing to remember
    /// and nothing to undo. Both stores have all of them afterwards.
    pub async fn stock(&self, held: &[Held]) -> Kept {
        let restocked = match self.journal() {
            Ok(journal) => journal.restock(held).await,
            Err(problem) => Err(problem),
        };
        let (news, seq, journal_problem) = match restocked {
            Ok(Appended { seq, now }) => (now, Some(seq), None),
            Err(problem) => (held.to_vec(), None, Some(problem)),
        };
        if let Some(seq) = seq {
            self.state.borrow_mut().went_on_to(seq);
        }
        let shelf_problem = self.to_shelf(&news, seq).err();
        Kept { news, shelf_problem, journal_problem, lost: Lost::default() }
    }

    /// Writes to the shelf without waiting, when the page is about to go away. The journal gets it
    /// when the notebook is opened next, or when the same is kept in the ordinary way.
    pub fn keep_at_once(&self, now: &[Held]) {
        let Ok(shelf) = &self.shelf else { return };
        // The page is going away: there is nobody left to tell.
        let _ = self.mark_unsettled(shelf, |unsettled| unsettled.extend(now.iter().map(Held::id)));
        let _ = self.to_shelf(now, None);
    }

    /// Writes to the shelf, merged with what lies there: another tab may have written meanwhile, and not every
    /// browser shows at once what it wrote. With a number of the journal, the journal has all of it. Gives
    /// what lies there now.
    fn to_shelf(&self, news: &[Held], seq: Option<Seq>) -> Result<Vec<Held>, ShelfProblem> {
        let shelf = self.shelf()?;
        let mut now = Vec::with_capacity(news.len());
        for ours in news {
            let held = match self.read_entry(shelf, ours.id())? {
                Some(theirs) if theirs == *ours => theirs,
                Some(theirs) => merge::merge(ours, &theirs),
                None => ours.clone(),
            };
            self.write_entry(shelf, &held)?;
            now.push(held);
        }
        if let Some(seq) = seq {
            let mark = self.namespace.one(ON_SHELF);
            let before = match shelf.get(&mark)? {
                Some(Raw::Text(text)) => text.parse().unwrap_or(0),
                _ => 0,
            };
            // The mark of a journal that was made anew begins anew. One that is too low only makes the next
            // opening look at more.
            let seq = if before > self.state.borrow().last { seq } else { seq.max(before) };
            self.write_text(shelf, &mark, &seq.to_string())?;
            self.state.borrow_mut().marked = true;
            self.mark_unsettled(shelf, |unsettled| unsettled.retain(|id| !news.iter().any(|held| held.id() == *id)))?;
        }
        Ok(now)
    }

    /// Changes the list of entries that the journal may lack. It belongs to all tabs, so each adds and takes
    /// away only its own.
    fn mark_unsettled(&self, shelf: &S, change: impl FnOnce(&mut BTreeSet<EntryId>)) -> Result<(), ShelfProblem> {
        let key = self.namespace.one(UNSETTLED);
        let before = match shelf.get(&key)? {
            Some(Raw::Text(text)) => ids_in(&text).unwrap_or_default(),
            _ => BTreeSet::new(),
        };
        let mut now = before.clone();
        change(&mut now);
        if now == before {
            return Ok(());
        }
        if now.is_empty() {
            return shelf.remove(&key);
        }
        let ids: Vec<String> = now.iter().map(EntryId::to_string).collect();
        shelf.set(&key, &ids.join(" "))
    }

    fn read_entry(&self, shelf: &S, id: EntryId) -> Result<Option<Held>, ShelfProblem> {
        let raw = shelf.get(&self.namespace.entry(id))?;
        Ok(raw.and_then(|raw| stored::open(&raw, &id.to_string()).ok()))
    }

    fn write_entry(&self, shelf: &S, held: &Held) -> Result<(), ShelfProblem> {
        let key = self.namespace.entry(held.id());
        self.make_room(shelf, &key)?;
        self.write_text(shelf, &key, &stored::seal(held))
    }

    /// Writes a text of ours, unless a newer app wrote what lies there, and notes how much room it takes.
    fn write_text(&self, shelf: &S, key: &str, text: &str) -> Result<(), ShelfProblem> {
        let before = shelf.get(key)?;
        if before.as_ref().is_some_and(|raw| stored::newer(raw).is_some()) {
            return Err(ShelfProblem::Newer);
        }
        shelf.set(key, text)?;
        let before = before.map_or(0, |raw| key.len() + raw.units());
        let now = key.len() + text.encode_utf16().count();
        let mut state = self.state.borrow_mut();
        state.room.ours = (state.room.ours + now).saturating_sub(before);
        state.room.all = (state.room.all + now).saturating_sub(before);
        Ok(())
    }

    // --- Other tabs, and the browser -------------------------------------------------------------

    /// What other tabs wrote since this one last looked.
    ///
    /// # Errors
    /// When the journal refuses; [`JournalProblem::Newer`] when a newer app wrote it.
    pub async fn news(&self) -> Result<Vec<Held>, JournalProblem> {
        let Ok(journal) = &self.journal else {
            return Ok(Vec::new());
        };
        let last = self.state.borrow().last;
        let lines = journal.since(last).await?;
        if lines.iter().any(|line| stored::newer(&line.raw).is_some()) {
            return Err(JournalProblem::Newer);
        }
        let newest = lines.last().map_or(last, |line| line.seq);
        {
            let mut state = self.state.borrow_mut();
            state.last = state.last.max(newest);
        }
        let news: Vec<Held> = lines.iter().filter_map(|line| stored::open(&line.raw, &line.id).ok()).collect();
        // The tab that wrote it has put it on the shelf, unless this one has just put an older text over it.
        let behind: Vec<Held> = news.iter().filter(|held| !self.lies_on_shelf(held)).cloned().collect();
        if !behind.is_empty() {
            // A full shelf loses nothing; it is said when something is written next.
            let _ = self.to_shelf(&behind, Some(newest));
        }
        Ok(news)
    }

    fn lies_on_shelf(&self, held: &Held) -> bool {
        let Ok(shelf) = &self.shelf else { return true };
        self.read_entry(shelf, held.id()) == Ok(Some(held.clone()))
    }

    /// Compares every text of the two stores and brings together what differs: what lay damaged, or was
    /// written over by a tab that had not heard of it. Done a while after opening; gives what was different.
    ///
    /// # Errors
    /// When one of the stores refuses.
    pub async fn scrub(&self) -> Result<Vec<Held>, String> {
        let (Ok(journal), Ok(shelf)) = (&self.journal, &self.shelf) else { return Ok(Vec::new()) };
        let lines = journal.since(0).await.map_err(|problem| problem.to_string())?;
        let mut differing = Vec::new();
        for line in lines {
            let Ok(id) = line.id.parse::<EntryId>() else { continue };
            let on_shelf = shelf.get(&self.namespace.entry(id)).map_err(|problem| problem.to_string())?;
            if on_shelf.as_ref() == Some(&line.raw) {
                continue;
            }
            let of = |raw: &Raw| stored::open(raw, &line.id).ok();
            match (on_shelf.as_ref().and_then(of), of(&line.raw)) {
                (Some(mine), Some(theirs)) => differing.push(merge::merge(&mine, &theirs)),
                (mine, theirs) => differing.extend(mine.or(theirs)),
            }
        }
        if differing.is_empty() {
            return Ok(differing);
        }
        let kept = self.stock(&differing).await;
        Ok(kept.news)
    }

    /// What another tab wrote to the shelf under this key, where there is no journal to tell of it.
    pub fn told_of(&self, key: &str) -> Option<Held> {
        let (Some(Key::Entry(id)), Err(_), Ok(shelf)) = (self.namespace.parse(key), &self.journal, &self.shelf) else {
            return None;
        };
        self.read_entry(shelf, id.parse().ok()?).ok().flatten()
    }

    fn shelf_was_emptied(&self) -> bool {
        let mark = self.namespace.one(ON_SHELF);
        self.state.borrow().marked && self.shelf.as_ref().is_ok_and(|shelf| matches!(shelf.get(&mark), Ok(None)))
    }

    /// Has this called when somebody else deletes the journal, or a newer app takes it over.
    pub fn when_taken(&self, tell: Rc<dyn Fn()>) {
        if let Ok(journal) = &self.journal {
            journal.when_taken(tell);
        }
    }

    /// Whether somebody else emptied one of the stores since the notebook was opened.
    pub async fn lost(&self) -> Lost {
        let last = self.state.borrow().last;
        let journal = match &self.journal {
            Ok(journal) => journal.extent().await.is_ok_and(|extent| extent.last < last),
            Err(_) => false,
        };
        Lost { shelf: self.shelf_was_emptied(), journal }
    }

    /// Gives both stores everything, after one was emptied.
    pub async fn refill(&self, all: &[Held]) -> Kept {
        if let Ok(journal) = &self.journal {
            let last = journal.extent().await.unwrap_or_default().last;
            self.state.borrow_mut().last = last;
        }
        self.stock(all).await
    }

    // --- History and room --------------------------------------------------------------------------

    /// The last changes.
    ///
    /// # Errors
    /// When the journal refuses.
    pub async fn history(&self, most: usize) -> Result<History, JournalProblem> {
        let history = self.journal()?.history(most).await?;
        self.list_unreadable_changes(&history.unreadable);
        Ok(history)
    }

    /// How full local storage is.
    #[must_use]
    pub fn room(&self) -> Room {
        self.state.borrow().room
    }

    /// Counts again what lies on the shelf: other pages of this origin use it too.
    pub fn recount(&self) {
        if let Some(room) = self.shelf.as_ref().ok().and_then(|shelf| self.count(shelf).ok()) {
            self.state.borrow_mut().room = room;
        }
    }

    /// Counts what lies on the shelf.
    fn count(&self, shelf: &S) -> Result<Room, ShelfProblem> {
        let mut room = Room::default();
        for key in shelf.keys()? {
            let units = key.encode_utf16().count() + shelf.get(&key)?.map_or(0, |raw| raw.units());
            room.all += units;
            if self.namespace.parse(&key).is_some() {
                room.ours += units;
            }
        }
        Ok(room)
    }

    // --- Erasing -------------------------------------------------------------------------------------

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

    /// Takes what was said in entries that were removed out of everything that remembers: history,
    /// snapshots, what was put aside, what was being typed for them.
    ///
    /// # Errors
    /// What the first of the two stores that refuses says.
    pub async fn forget(&self, eraser: &Eraser<'_>) -> Result<(), String> {
        if let Ok(journal) = &self.journal {
            journal.forget(eraser).await.map_err(|problem| problem.to_string())?;
        }
        let Ok(shelf) = &self.shelf else { return Ok(()) };
        let refused = |problem: ShelfProblem| problem.to_string();
        for key in shelf.keys().map_err(refused)? {
            let goes = match self.namespace.parse(&key) {
                Some(Key::Aside | Key::Other) => {
                    let said = shelf.get(&key).map_err(refused)?.is_some_and(|raw| eraser.concerns(&raw.to_lossy()));
                    said || eraser.concerns(&key)
                }
                Some(Key::Entry(_)) | None => false,
            };
            if goes {
                shelf.remove(&key).map_err(refused)?;
            }
        }
        self.state.borrow_mut().asides.retain(|aside| !eraser.concerns(&aside.raw.to_lossy()));
        Ok(())
    }

    /// How many texts of both stores were looked through, and how many of them hold one of these words.
    ///
    /// # Errors
    /// What the first of the two stores that refuses says.
    pub async fn look_for(&self, words: &[String]) -> Result<(usize, usize), String> {
        let mut texts: Vec<Raw> = Vec::new();
        if let Ok(journal) = &self.journal {
            texts.extend(journal.all_texts().await.map_err(|problem| problem.to_string())?);
        }
        if let Ok(shelf) = &self.shelf {
            let keys = shelf.keys().map_err(|problem| problem.to_string())?;
            for key in keys.iter().filter(|key| self.namespace.parse(key).is_some()) {
                texts.extend(shelf.get(key).map_err(|problem| problem.to_string())?);
            }
        }
        let holds = |raw: &&Raw| {
            let text = raw.to_lossy();
            words.iter().any(|word| text.contains(word.as_str()))
        };
        Ok((texts.len(), texts.iter().filter(holds).count()))
    }
}
