//! Entries as they are read on paper: a title, what stands under it, facts and lists. The words are the interface's; a
//! screen shows them, and a report writes them into a file.

use crate::domain::{EntryId, KindName, News};

/// All sheets of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Which kind.
    pub kind: KindName,
    /// Its heading.
    pub title: String,
    /// One for each entry.
    pub sheets: Vec<Sheet>,
}

/// What is said of one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Which entry.
    pub id: EntryId,
    /// What it is called.
    pub title: String,
    /// Its day, its state.
    pub under: String,
    /// Whether it is new or different since the share before.
    pub news: Option<News>,
    /// How much of it is done.
    pub bar: Option<(usize, usize)>,
    /// What it says, each with what that is.
    pub facts: Vec<(String, String)>,
    /// Its lists: what each is, and its points, ticked or not where they can be.
    pub lists: Vec<(&'static str, Vec<Point>)>,
    /// Whether it is something the reader is still to do.
    pub for_reader: bool,
}

/// A point of a list: whether it is ticked, where it can be, and what it says.
pub type Point = (Option<bool>, String);
