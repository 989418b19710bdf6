//! What went wrong, what it means for the data, and what to do.

use crate::{
    domain::{KindName, notebook::ChangeProblem},
    exchange::{Reason, Refusal},
    storage::{Aside, JournalProblem, Kept, ShelfProblem, journal::Place, keeper::Store},
    ui::desk::{Status, Trouble},
};

/// A change that could not be made.
pub fn change(problem: &ChangeProblem) -> String {
    match problem {
        ChangeProblem::PointsToNothing { to, .. } => format!(
            "This could not be done, because the {} it belongs to was removed meanwhile. Nothing has changed.",
            super::names::kind(to.kind())
        ),
    }
}

/// How far a change was kept.
pub fn status(kept: &Kept) -> Status {
    kept_as(kept.shelf_problem.as_ref(), kept.journal_problem.as_ref())
}

/// How far something is kept, by what the stores say.
pub fn kept_as(shelf: Option<&ShelfProblem>, journal: Option<&JournalProblem>) -> Status {
    Status::Trouble(match (journal, shelf) {
        (None, None) => return Status::Saved,
        (Some(JournalProblem::Newer), _) | (_, Some(ShelfProblem::Newer)) => Trouble::Outdated,
        (None, Some(ShelfProblem::Full)) => Trouble::ShelfFull,
        (None, Some(ShelfProblem::Refused(_))) => Trouble::NotOnShelf,
        (Some(JournalProblem::Full), None) => Trouble::JournalFull,
        (Some(JournalProblem::Refused(_)), None) => Trouble::NotDurable,
        (Some(_), Some(_)) => Trouble::InMemory,
    })
}

/// Where in a file something is: “Entry 12 (goal), milestones[2].due, line 80”.
pub fn place(refusal: &Refusal) -> Option<String> {
    let place = &refusal.place;
    let mut parts = Vec::new();
    match (place.number, place.kind) {
        (Some(number), Some(kind)) => parts.push(format!("entry {number}, a {}", super::names::kind(kind))),
        (Some(number), None) => parts.push(format!("entry {number}")),
        (None, Some(kind)) => parts.push(format!("a {}", super::names::kind(kind))),
        (None, None) => {}
    }
    if let Some(field) = &place.field {
        parts.push(format!("field “{field}”"));
    }
    match (place.line, place.column) {
        (Some(line), Some(column)) => parts.push(format!("line {line}, column {column}")),
        (Some(line), None) => parts.push(format!("line {line}")),
        _ => {}
    }
    Some(super::capital(&parts.join(", "))).filter(|text| !text.is_empty())
}

fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1024 * 1024)
}

/// Why a file or a stored entry was not taken.
pub fn reason(reason: &Reason) -> String {
    match reason {
        Reason::Empty => "There is nothing in it.".to_owned(),
        Reason::TooLarge { bytes, most } => {
            let (large, most_mb) = (megabytes(*bytes), megabytes(*most));
            if *most == crate::exchange::backup::MOST_BYTES {
                format!("It is {large} MB large. A whole notebook is never more than {most_mb} MB.")
            } else {
                format!("It is {large} MB large, and {most_mb} MB is the most that is read here.")
            }
        }
        Reason::TooMany { number, most } => format!("There are {number} in it, and {most} is the most."),
        Reason::NotCards => "It is no mentor card, and no directory of them.".to_owned(),
        Reason::Sealed => {
            "It is sealed with a passphrase. Open it under Share, where it asks for the passphrase.".to_owned()
        }
        Reason::NotAShare => "It is no share.".to_owned(),
        Reason::NotAReply => "It is no reply.".to_owned(),
        Reason::NotPeople => {
            "There are no people in it: neither a table with a column of names nor an address book (vCard).".to_owned()
        }
        Reason::NotText => "It is no text: perhaps a picture, a document or an archive.".to_owned(),
        Reason::NotJson(said) => format!("It is not valid JSON: {}.", super::json::plain(said)),
        Reason::CutShort => "It ends in the middle: it was cut off, perhaps while it was copied.".to_owned(),
        Reason::TooDeep => "It is nested deeper than any notebook.".to_owned(),
        Reason::NotANotebook => "It is a file of another program, not a backup of Mentorbook.".to_owned(),
        Reason::Newer { version } => format!(
            "It was written by a newer Mentorbook, in format {version}, which this one does not know yet. Reload this page to get the newest version, then open it again."
        ),
        Reason::UnknownVersion => "Its format version is none that ever existed.".to_owned(),
        Reason::Wrong(said) => format!("A value cannot stand there: {}.", super::json::plain(said)),
        Reason::UnknownKind(kind) => format!("“{}” is no kind of entry.", shown(kind)),
        Reason::KindAndIdDiffer => "Its id belongs to another kind of entry.".to_owned(),
        Reason::SameIdTwice(id) => format!("Another entry has the same id, {id}."),
        Reason::PointsToNothing(id) => format!("It points to {id}, and there is no such entry."),
        Reason::Damaged => "The text does not fit its checksum: it was damaged.".to_owned(),
        Reason::Misplaced => "It is the text of another entry.".to_owned(),
        Reason::HalfCharacter => "It holds half of a character, which is no text.".to_owned(),
    }
}

fn shown(text: &str) -> String {
    text.chars().take(40).collect()
}

/// The heading over a stored text that could not be read.
pub fn aside(kind: Option<KindName>, title: Option<&str>, aside: &Aside) -> String {
    let mut what = super::capital(kind.map_or("An entry", super::names::kind));
    if let Some(title) = title {
        what = format!("{what} {}", super::changes::quoted(title));
    }
    match (&aside.store, aside.repaired) {
        (Store::Journal(Place::Change(_)), _) => "A change that was made: it cannot be taken back any more".to_owned(),
        (Store::Journal(Place::Snapshot(_)), _) => {
            "An earlier day: how the notebook stood then cannot be read any more".to_owned()
        }
        (Store::Shelf(_), _) if aside.is_mark() => {
            "What local storage says of itself: could not be read, and was found out anew".to_owned()
        }
        (Store::Shelf(_), true) => format!("{what}: could not be read in local storage, and is whole all the same"),
        (Store::Journal(_), true) => format!("{what}: could not be read in the journal, and is whole all the same"),
        (Store::Shelf(_) | Store::Journal(_), false) => format!("{what}: cannot be read"),
    }
}

pub const COULD_NOT_SAVE_FILE: &str =
    "The browser did not save the file. Your notebook is as it was; try again, or in another browser.";

/// A look afterwards found something.
pub fn still_there(texts: usize) -> String {
    format!("{} still there", super::count(texts, "text is", "texts are"))
}

pub const ANOTHER_ERASES: &str = "something else is being erased at this moment";

/// Erasing went wrong half-way.
pub fn not_erased(said: &str) -> String {
    format!(
        "Not everything could be erased. The browser says: {said}. Try again, or clear this site's data in the browser."
    )
}
