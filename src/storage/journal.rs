//! The journal: what makes a change durable, and remembers what was done.

use std::{collections::BTreeSet, fmt, rc::Rc};

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::{
    shelf::Raw,
    snapshots::{Head, Listing},
    stored,
};
use crate::{
    domain::{Change, EntryId, entry::Held, notebook::back_to},
    exchange::{Reason, Refusal, entry_json, merge},
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

/// Why the journal did not do what was asked. Nothing of it was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JournalProblem {
    /// There is no room left.
    Full,
    /// A newer app wrote what would have been written over.
    Newer,
    /// The browser refused, with what it says.
    Refused(String),
}

impl fmt::Display for JournalProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Full => f.write_str("the journal is full"),
            Self::Newer => f.write_str("the journal holds what a newer app wrote"),
            Self::Refused(said) => write!(f, "the journal refused: {said}"),
        }
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
    pub raw: Raw,
}

/// What the journal remembers of what was done.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    /// The last changes, oldest first.
    pub changes: Vec<Remembered>,
    /// The numbers of those that cannot be read any more, with what is there, and why.
    pub unreadable: Vec<(Seq, Raw, Refusal)>,
}

/// Where in the journal something lies that may not be readable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Under the id of an entry.
    Entry(String),
    /// Under this number among the texts that had to make room.
    Aside(u64),
    /// As what was before this change: undo does not reach over it.
    Change(Seq),
    /// As the snapshot of this number.
    Snapshot(u64),
}

/// A text that could not be read and had to make room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PutAside {
    /// The number under which it lies now.
    pub number: u64,
    /// The entry whose text it was.
    pub id: String,
    /// The text as it was.
    pub raw: Raw,
}

/// What takes the content of entries out of texts that hold several.
pub struct Eraser<'a> {
    /// The entries to be erased.
    pub ids: &'a BTreeSet<EntryId>,
    /// What they are called in what was done: “Learn to negotiate”, with its marks.
    pub titles: &'a [String],
    /// A snapshot without them; none if it cannot be read, and goes whole.
    pub without: &'a dyn Fn(&Raw) -> Option<(String, usize)>,
}

impl Eraser<'_> {
    /// Whether a text names one of the entries.
    #[must_use]
    pub fn concerns(&self, text: &str) -> bool {
        self.ids.iter().any(|id| text.contains(&id.to_string())) || self.titles.iter().any(|it| text.contains(it))
    }
}

/// What the journal holds, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Extent {
    /// The newest change.
    pub last: Seq,
    /// How many entries, removed ones included.
    pub entries: usize,
}

/// A large change as it goes into the journal: all it touched as one text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle {
    /// When, in milliseconds since 1970 (UTC).
    pub at: u64,
    /// What was done, in words.
    pub label: String,
    /// What was before, as one text.
    pub before: String,
    /// Of each entry its id and its sealed text, in a line of its own.
    pub text: String,
}

/// The id of what cannot be told apart in a bundle any more.
const WHOLE_BUNDLE: &str = "bundle";

impl Bundle {
    /// The line of an entry.
    #[must_use]
    pub fn line(held: &Held) -> String {
        format!("{} {}\n", held.id(), stored::seal(held))
    }

    /// The lines of a bundle, as it was found under this number. What is none is one line by itself.
    #[must_use]
    pub(super) fn lines(seq: Seq, raw: Raw) -> Vec<Line> {
        let Raw::Text(text) = raw else { return vec![Line { seq, id: WHOLE_BUNDLE.to_owned(), raw }] };
        let line = |line: &str| {
            let (id, sealed) = line.split_once(' ').unwrap_or((WHOLE_BUNDLE, line));
            Line { seq, id: id.to_owned(), raw: Raw::Text(sealed.to_owned()) }
        };
        text.lines().map(line).collect()
    }
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
    /// Adds a change, merged with what lies there, and returns when it is durable. Text that lies there
    /// and cannot be read is put aside as it is.
    async fn append(&self, record: &Record) -> Result<Appended, JournalProblem>;

    /// Writes entries as [`Journal::append`] does, without anything to remember: what the shelf had and the
    /// journal lacked. It gets a number all the same, so that other tabs hear of it.
    async fn restock(&self, held: &[Held]) -> Result<Appended, JournalProblem>;

    /// Adds a large change as one text, without a look at what lies there. It is durable when this returns; its entries
    /// lie by themselves only after they were [restocked](Journal::restock), and then the bundle goes.
    async fn add_bundle(&self, bundle: &Bundle) -> Result<Seq, JournalProblem>;

    /// What lies in bundles: the page that wrote them went away before their entries lay by themselves.
    async fn bundled(&self) -> Result<Vec<Line>, JournalProblem>;

    /// Takes bundles away whose entries lie by themselves; what could not be read of them is put aside.
    async fn drop_bundles(&self, seqs: &BTreeSet<Seq>, unreadable: &[Line]) -> Result<(), JournalProblem>;

    /// The texts written by changes later than `seq`, oldest first; all of them for 0.
    async fn since(&self, seq: Seq) -> Result<Vec<Line>, JournalProblem>;

    /// The same, if there are no more than `most`: a large change is not worth looking at twice.
    async fn few_since(&self, seq: Seq, most: usize) -> Result<Option<Vec<Line>>, JournalProblem> {
        let lines = self.since(seq).await?;
        Ok((lines.len() <= most).then_some(lines))
    }

    /// At most so many of all texts, by id, of those behind `after`: for looking at all of them in turns.
    async fn some(&self, after: &str, most: usize) -> Result<Vec<Line>, JournalProblem>;

    /// What the journal holds, in numbers.
    async fn extent(&self) -> Result<Extent, JournalProblem>;

    /// The last changes, at most `most`.
    async fn history(&self, most: usize) -> Result<History, JournalProblem>;

    /// Everything that was put aside.
    async fn asides(&self) -> Result<Vec<PutAside>, JournalProblem>;

    /// What lies at a place, exactly as it lies there.
    async fn lies_at(&self, place: &Place) -> Result<Option<Raw>, JournalProblem>;

    /// Takes away what lies at a place, if it is still this.
    async fn let_go(&self, place: &Place, raw: &Raw) -> Result<(), JournalProblem>;

    /// All snapshots.
    async fn snapshots(&self) -> Result<Listing, JournalProblem>;

    /// Keeps a snapshot.
    async fn keep_snapshot(&self, head: &Head, text: &str) -> Result<(), JournalProblem>;

    /// Takes snapshots away.
    async fn drop_snapshots(&self, numbers: &[u64]) -> Result<(), JournalProblem>;

    /// Takes what was said in some entries out of everything that remembers: history, texts put aside,
    /// snapshots. The entries themselves were removed before.
    async fn forget(&self, eraser: &Eraser<'_>) -> Result<(), JournalProblem>;

    /// Every text the journal holds, for looking through it.
    async fn all_texts(&self) -> Result<Vec<Raw>, JournalProblem>;

    /// Removes everything.
    async fn erase(&self) -> Result<(), JournalProblem>;

    /// Has this called when somebody else deletes the journal, or a newer app takes it over.
    fn when_taken(&self, tell: Rc<dyn Fn()>) {
        drop(tell);
    }
}

/// What the journal writes for something touched, given what lies there; with it, text that could not be
/// read and must be put aside before it is written over.
///
/// # Errors
/// [`JournalProblem::Newer`].
pub(super) fn settle(lies_there: Option<&Raw>, ours: &Held) -> Result<(Held, Option<Raw>), JournalProblem> {
    let Some(raw) = lies_there else { return Ok((ours.clone(), None)) };
    match stored::open(raw, &ours.id().to_string()) {
        Ok(theirs) => Ok((merge::merge(ours, &theirs), None)),
        Err(Refusal { reason: Reason::Newer { .. }, .. }) => Err(JournalProblem::Newer),
        Err(_) => Ok((ours.clone(), Some(raw.clone()))),
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
    let texts: Vec<String> = before.iter().map(|(id, held)| before_one(*id, held.as_ref())).collect();
    before_all(&texts)
}

/// Writes what was before of one entry.
pub(super) fn before_one(id: EntryId, held: Option<&Held>) -> String {
    let text = held.and_then(|held| RawValue::from_string(entry_json::write(held)).ok());
    serde_json::to_string(&Before { id, entry: text.as_deref() }).unwrap_or_default()
}

/// The text of what was before of each entry.
pub(super) fn before_all(texts: &[String]) -> String {
    format!("[{}]", texts.join(","))
}

/// The change that takes a remembered one back.
///
/// # Errors
/// Why it cannot be read any more.
pub(super) fn inverse(label: String, before: &str) -> Result<Change, Refusal> {
    let list: Vec<Before> = serde_json::from_str(before).map_err(|error| Refusal::from_json(&error))?;
    let mut ops = Vec::with_capacity(list.len());
    for before in list.iter().rev() {
        match before.entry.map(|text| entry_json::read(text.get())) {
            Some(Ok(Held::Entry(entry))) => ops.extend(back_to(before.id, Some(&entry))),
            None | Some(Ok(Held::Removed(_))) => ops.extend(back_to(before.id, None)),
            Some(Err(refusal)) => return Err(refusal),
        }
    }
    Ok(Change { label, ops })
}
