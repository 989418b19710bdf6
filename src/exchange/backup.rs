//! The whole notebook as one JSON file that a person can read.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize, de::IgnoredAny};
use serde_json::value::RawValue;

use super::{
    FORMAT_VERSION, Ladder,
    entry_json::{self, AsWritten},
    file_text::{Probe, as_text, in_file, pretty},
    refusal::{Place, Reason, Refusal},
};
use crate::domain::{EntryId, Notebook, entry::Held};

/// What stands first in the file.
pub const FORMAT: &str = "mentorbook-backup";

/// The most bytes a backup may have: several times what local storage can hold.
pub const MOST_BYTES: u64 = 32 * 1024 * 1024;

/// When and by what a backup was written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Header {
    /// The moment, as RFC 3339 in UTC.
    pub saved: String,
    /// The version of the app.
    pub app: String,
}

/// A backup that was read whole and found right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// When and by what it was written.
    pub header: Header,
    /// All that it holds, removed entries included, in the order of the file.
    pub held: Vec<Held>,
}

#[derive(Serialize)]
struct EmptyFile<'a> {
    format: &'a str,
    version: u32,
    saved: &'a str,
    app: &'a str,
    entries: [(); 0],
}

/// What stands behind the last entry of a file that is written indented.
const AFTER_ENTRIES: &str = "]\n}\n";

/// A file on its way, entry by entry: all of a large notebook at once would keep a page from answering.
#[derive(Debug, Clone)]
pub struct Writing {
    text: String,
    is_empty: bool,
}

impl Writing {
    /// A file without entries.
    #[must_use]
    pub fn begin(header: &Header) -> Self {
        let empty = pretty(&EmptyFile {
            format: FORMAT,
            version: FORMAT_VERSION,
            saved: &header.saved,
            app: &header.app,
            entries: [],
        });
        let text = empty.strip_suffix(AFTER_ENTRIES).unwrap_or(&empty).to_owned();
        Self { text, is_empty: true }
    }

    /// Adds an entry, or that one was removed.
    pub fn add(&mut self, held: &Held) {
        self.text.push_str(if std::mem::take(&mut self.is_empty) { "" } else { "," });
        // A break within a text is written as `\n`, so each of these lines is one of the file.
        for line in pretty(&AsWritten(held)).lines() {
            self.text.push_str("\n    ");
            self.text.push_str(line);
        }
    }

    /// The file.
    #[must_use]
    pub fn end(mut self) -> String {
        self.text.push_str(if self.is_empty { "" } else { "\n  " });
        self.text.push_str(AFTER_ENTRIES);
        self.text
    }
}

/// Writes the notebook as a file: indented, entries by kind and id, removed ones last, so that two
/// files of nearly the same notebook differ in few lines.
#[must_use]
pub fn write(notebook: &Notebook, header: &Header) -> String {
    let mut file = Writing::begin(header);
    notebook.all_held().for_each(|held| file.add(&held));
    file.end()
}

/// Writes the same in as few characters as possible.
#[must_use]
pub fn write_compact(notebook: &Notebook, header: &Header) -> String {
    let entries: Vec<String> = notebook.all_held().map(|held| entry_json::write(&held)).collect();
    put_together(&entries, header)
}

/// The same of entries that were written already, each by [`entry_json::write`].
#[must_use]
pub fn put_together(entries: &[String], header: &Header) -> String {
    compact(FORMAT_VERSION.into(), header, &entries.join(","))
}

/// Writes entries as a file of an older version, each as its text was.
#[must_use]
pub fn write_older(version: u64, texts: &[&RawValue], header: &Header) -> String {
    let entries: Vec<&str> = texts.iter().map(|text| text.get()).collect();
    compact(version, header, &entries.join(","))
}

fn compact(version: u64, header: &Header, entries: &str) -> String {
    let text = |text: &str| serde_json::Value::from(text).to_string();
    let (saved, app) = (text(&header.saved), text(&header.app));
    format!(r#"{{"format":"{FORMAT}","version":{version},"saved":{saved},"app":{app},"entries":[{entries}]}}"#)
}

/// The text of a backup without these entries and what makes no sense without them, and how many are
/// left; none if it cannot be read.
#[must_use]
pub fn without(text: &str, ids: &BTreeSet<EntryId>) -> Option<(String, usize)> {
    let backup = read(text.as_bytes()).ok()?;
    let mut left = Notebook::default();
    let mut gone = ids.clone();
    loop {
        let needs_gone = |held: &&Held| match held {
            Held::Entry(entry) => entry.draft.body.links().iter().any(|link| link.needed && gone.contains(&link.to)),
            Held::Removed(_) => false,
        };
        let more: Vec<EntryId> =
            backup.held.iter().filter(needs_gone).map(Held::id).filter(|id| !gone.contains(id)).collect();
        if more.is_empty() {
            break;
        }
        gone.extend(more);
    }
    for held in backup.held.into_iter().filter(|held| !gone.contains(&held.id())) {
        left.hold(match held {
            Held::Entry(entry) if entry.draft.body.links().iter().any(|link| gone.contains(&link.to)) => {
                let mut entry = (*entry).clone();
                gone.iter().for_each(|id| entry.draft.body.unlink(*id));
                Held::Entry(entry.into())
            }
            held => held,
        });
    }
    Some((write_compact(&left, &backup.header), left.len()))
}

#[derive(Debug, Deserialize)]
struct FileAsRead<'a> {
    /// These two were read before. Here they are named so that none of them stands twice.
    #[serde(rename = "format")]
    _format: IgnoredAny,
    #[serde(rename = "version")]
    _version: IgnoredAny,
    #[serde(default)]
    saved: String,
    #[serde(default)]
    app: String,
    #[serde(borrow)]
    entries: Vec<&'a RawValue>,
}

/// Reads a backup from the bytes of a file.
///
/// # Errors
/// A [`Refusal`] with the place and the reason; nothing is taken in part.
pub fn read(bytes: &[u8]) -> Result<Backup, Refusal> {
    read_by(Ladder::CURRENT, bytes)
}

/// Reads a backup of any version that the ladder knows.
///
/// # Errors
/// As [`read`].
pub fn read_by(ladder: Ladder, bytes: &[u8]) -> Result<Backup, Refusal> {
    let mut reading = Reading::begin(ladder, bytes)?;
    while reading.read_on()? {}
    reading.end()
}

/// A backup that is read entry by entry: all of a large one at once would keep a page from answering.
#[derive(Debug)]
pub struct Reading<'a> {
    ladder: Ladder,
    version: u64,
    text: &'a str,
    file: FileAsRead<'a>,
    held: Vec<Held>,
    ids: BTreeSet<EntryId>,
}

impl<'a> Reading<'a> {
    /// Reads what stands around the entries.
    ///
    /// # Errors
    /// As [`read`].
    pub fn begin(ladder: Ladder, bytes: &'a [u8]) -> Result<Self, Refusal> {
        let text = as_text(bytes, MOST_BYTES)?;
        let Some(probe) = Probe::of_beginning(text)? else { return Err(Refusal::whole(Reason::NotANotebook)) };
        if probe.format_name() != Some(FORMAT) {
            return Err(Refusal::whole(Reason::NotANotebook));
        }
        let unknown = || Refusal::whole(Reason::UnknownVersion);
        let version = probe.version.and_then(|version| version.as_u64()).ok_or_else(unknown)?;
        ladder.steps_from(version)?;
        let file: FileAsRead = serde_json::from_str(text).map_err(|error| Refusal::from_json(&error))?;
        let held = Vec::with_capacity(file.entries.len());
        Ok(Self { ladder, version, text, file, held, ids: BTreeSet::new() })
    }

    /// Reads the next entry. Gives whether there was one.
    ///
    /// # Errors
    /// As [`read`].
    pub fn read_on(&mut self) -> Result<bool, Refusal> {
        let at = self.held.len();
        let Some(raw) = self.file.entries.get(at) else { return Ok(false) };
        let in_file = |refusal| in_file(refusal, at + 1, raw.get(), self.text);
        let entry = self.ladder.read(self.version, raw.get()).map_err(in_file)?;
        if !self.ids.insert(entry.id()) {
            let twice = Reason::SameIdTwice(entry.id().to_string());
            return Err(in_file(Refusal::at(entry.id().kind(), "id", twice)));
        }
        self.held.push(entry);
        Ok(true)
    }

    /// The backup, once all was read.
    ///
    /// # Errors
    /// When an entry needs another one that is not there.
    pub fn end(self) -> Result<Backup, Refusal> {
        for (number, (entry, raw)) in (1..).zip(self.held.iter().zip(&self.file.entries)) {
            if let Some((field, to)) = points_nowhere(entry, &self.ids) {
                let to = to.to_string();
                let before = raw.get().split(&to).next().unwrap_or_default();
                let place = Place {
                    kind: Some(entry.id().kind()),
                    field: Some(field.to_owned()),
                    line: Some(1 + before.matches('\n').count()),
                    ..Place::default()
                };
                let refusal = Refusal { place, reason: Reason::PointsToNothing(to) };
                return Err(in_file(refusal, number, raw.get(), self.text));
            }
        }
        let header = Header { saved: self.file.saved, app: self.file.app };
        Ok(Backup { header, held: self.held })
    }
}

fn points_nowhere(held: &Held, ids: &BTreeSet<EntryId>) -> Option<(&'static str, EntryId)> {
    let Held::Entry(entry) = held else {
        return None;
    };
    let links = entry.draft.body.links();
    let loose = links.iter().find(|link| !ids.contains(&link.to))?;
    Some((loose.field, loose.to))
}

/// The name under which a backup is saved: the day, and nothing that tells what is in it.
#[must_use]
pub fn file_name(on: crate::domain::Day) -> Cow<'static, str> {
    format!("mentorbook-{on}.json").into()
}
