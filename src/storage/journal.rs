//! The journal: what makes a change durable, and remembers what was done.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::stored;
use crate::{
    domain::{Change, EntryId, Op, entry::Held},
    exchange::{entry_json, merge},
};

/// The number that the journal gives to a change; later changes have higher ones.
pub type Seq = u64;

/// How many changes the journal remembers for the history and undo.
pub const REMEMBERED: u64 = 1000;

/// A change as it goes into the journal.
#[derive(Debug, Clone)]
pub struct Record {
    /// When, in milliseconds since 1970 (UTC).
    pub at: u64,
    /// What was done, in words.
    pub label: String,
    /// Everything it touched, as it is now.
    pub now: Vec<Held>,
    /// The same as it was before, for undo: none if it was not there.
    pub before: Vec<(EntryId, Option<Held>)>,
}

/// A change as the journal remembers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remembered {
    /// Its number.
    pub seq: Seq,
    /// When, in milliseconds since 1970 (UTC).
    pub at: u64,
    /// What takes it back; its label says what was done.
    pub inverse: Change,
}

/// Why the journal did not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalProblem(pub String);

impl fmt::Display for JournalProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the journal refused: {}", self.0)
    }
}

/// A text as the journal has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The change that wrote it last.
    pub seq: Seq,
    /// The key: an entry's id.
    pub id: String,
    /// The sealed text.
    pub text: String,
}

/// What the journal holds, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Extent {
    /// The newest change.
    pub last: Seq,
    /// How many entries, removed ones included.
    pub entries: usize,
}

/// What came of appending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appended {
    /// The number given.
    pub seq: Seq,
    /// What was touched, merged with what other tabs had written meanwhile.
    pub now: Vec<Held>,
}

/// A journal. Every call is all or nothing.
#[allow(async_fn_in_trait, reason = "used on one thread only, where futures need not be Send")]
pub trait Journal {
    /// Adds a change, merged with what lies there, and returns when it is durable.
    async fn append(&self, record: &Record) -> Result<Appended, JournalProblem>;

    /// Writes entries as they are, without a change to remember: what the shelf had and the journal
    /// lacked.
    async fn restock(&self, held: &[Held]) -> Result<(), JournalProblem>;

    /// The texts written by changes later than `seq`, oldest first.
    async fn since(&self, seq: Seq) -> Result<Vec<Line>, JournalProblem>;

    /// What the journal holds, in numbers.
    async fn extent(&self) -> Result<Extent, JournalProblem>;

    /// The last changes, oldest first, at most `most`.
    async fn history(&self, most: usize) -> Result<Vec<Remembered>, JournalProblem>;

    /// Removes everything.
    async fn erase(&self) -> Result<(), JournalProblem>;
}

/// What the journal writes for something touched, given what lies there. `Err` holds text that could
/// not be read and must be put aside before it is written over.
pub(super) fn settle(lies_there: Option<&str>, ours: &Held) -> (Held, Option<String>) {
    match lies_there.map(|text| (text, stored::open(text))) {
        None => (ours.clone(), None),
        Some((_, Ok(theirs))) => (merge::merge(ours, &theirs), None),
        Some((text, Err(_))) => (ours.clone(), Some(text.to_owned())),
    }
}

/// How the journal writes what was before.
#[derive(Serialize, Deserialize)]
struct Before<'a> {
    id: EntryId,
    #[serde(borrow, default)]
    entry: Option<&'a RawValue>,
}

/// Writes what was before as one text.
pub(super) fn write_before(before: &[(EntryId, Option<Held>)]) -> String {
    let texts: Vec<(EntryId, Option<Box<RawValue>>)> = before
        .iter()
        .map(|(id, held)| {
            let text = held.as_ref().map(entry_json::write);
            (*id, text.and_then(|text| RawValue::from_string(text).ok()))
        })
        .collect();
    let list: Vec<Before> = texts.iter().map(|(id, text)| Before { id: *id, entry: text.as_deref() }).collect();
    serde_json::to_string(&list).unwrap_or_default()
}

/// The change that takes a remembered one back; `None` if it cannot be read any more.
pub(super) fn inverse(label: String, before: &str) -> Option<Change> {
    let list: Vec<Before> = serde_json::from_str(before).ok()?;
    let ops = list.iter().rev().map(|before| match before.entry {
        None => Some(Op::Remove(before.id)),
        Some(text) => match entry_json::read(text.get()).ok()? {
            Held::Entry(entry) => Some(Op::Put(entry.draft.clone())),
            Held::Removed(_) => Some(Op::Remove(before.id)),
        },
    });
    Some(Change { label, ops: ops.collect::<Option<_>>()? })
}
