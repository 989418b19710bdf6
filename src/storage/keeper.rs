//! The whole path: opening a notebook from shelf and journal, and keeping each change in both.
//!
//! - this file: what the keeper is, history, room;
//! - `opening`: reading both stores and bringing them together;
//! - `keeping`: a change on its way into both;
//! - `large`: a large change, and much at once;
//! - `others`: what other tabs wrote, and what the browser took away;
//! - `aside`: what could not be read;
//! - `earlier`: snapshots;
//! - `erasing`: all of it, or what was said in one entry.

mod aside;
mod earlier;
mod erasing;
mod keeping;
mod large;
mod opening;
mod others;
#[cfg(test)]
mod tests;

use std::{cell::RefCell, collections::BTreeSet};

pub use aside::{Aside, Store};
pub use large::is_large;
pub use opening::{Now, Opened, WrittenByNewer};

use super::{
    journal::{History, Journal, JournalProblem, Seq},
    namespace::Namespace,
    shelf::{Raw, Shelf, ShelfProblem, units_of},
};
use crate::{
    domain::{EntryId, entry::Held},
    exchange::Ladder,
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
    /// What the journal did not take and what the shelf did not take: the next change brings it along.
    owed_to_journal: Vec<Held>,
    owed_to_shelf: Vec<Held>,
}

/// Puts something on a list of what is owed, in place of what was there of the same entry.
fn owe(owed: &mut Vec<Held>, held: Held) {
    owed.retain(|it| it.id() != held.id());
    owed.push(held);
}

/// The ids in a list of them; none if it is no such list.
fn ids_in(text: &str) -> Option<BTreeSet<EntryId>> {
    let mut ids = BTreeSet::new();
    for id in text.split(' ') {
        ids.insert(id.parse().ok()?);
    }
    Some(ids)
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

    /// The last changes.
    ///
    /// # Errors
    /// When the journal refuses.
    pub async fn history(&self, most: usize) -> Result<History, JournalProblem> {
        let history = self.journal()?.history(most).await?;
        self.list_changes(&history);
        Ok(history)
    }

    /// The newest change known here.
    #[must_use]
    pub fn last(&self) -> Seq {
        self.state.borrow().last
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
        Ok(self.room_of(&shelf.all()?))
    }

    /// How much room these take.
    fn room_of(&self, all: &[(String, Raw)]) -> Room {
        let mut room = Room::default();
        for (key, raw) in all {
            let units = units_of(key) + raw.units();
            room.all += units;
            if self.namespace.parse(key).is_some() {
                room.ours += units;
            }
        }
        room
    }
}
