//! What was done, as it stands in the history and on “Undo”.

use crate::domain::KindName;

use super::names;

pub fn quoted(title: &str) -> String {
    const MOST: usize = 60;
    if title.chars().count() <= MOST {
        format!("“{title}”")
    } else {
        let short: String = title.chars().take(MOST - 1).collect();
        format!("“{}…”", short.trim_end())
    }
}

pub fn added(kind: KindName, title: &str) -> String {
    format!("Added {} {}", names::kind(kind), quoted(title))
}

/// The name of a field within a sentence: “why it matters”, “what I ask”, “how I will know”.
fn within(field: &str) -> String {
    let mut letters = field.chars();
    match letters.next() {
        Some(first) if letters.as_str().starts_with(char::is_lowercase) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => field.to_owned(),
    }
}

/// A field of something was changed.
pub fn changed(field: &str, title: &str) -> String {
    format!("Changed {} of {}", within(field), quoted(title))
}

pub fn removed(kind: KindName, title: &str, with_it: usize) -> String {
    let what = names::kind(kind);
    match with_it {
        0 => format!("Removed {what} {}", quoted(title)),
        1 => format!("Removed {what} {} and one entry that belongs to it", quoted(title)),
        n => format!("Removed {what} {} and {n} entries that belong to it", quoted(title)),
    }
}

pub fn part_added(what: &str, title: &str) -> String {
    format!("Added {what} {}", quoted(title))
}

pub fn part_removed(what: &str, title: &str) -> String {
    format!("Removed {what} {}", quoted(title))
}

pub fn part_moved(what: &str, title: &str) -> String {
    format!("Moved {what} {}", quoted(title))
}

pub fn ticked(title: &str, done: bool) -> String {
    if done { format!("Ticked {}", quoted(title)) } else { format!("Opened {} again", quoted(title)) }
}

pub fn made_private(title: &str, private: bool) -> String {
    if private {
        format!("Marked {} as private", quoted(title))
    } else {
        format!("{} is no longer private", quoted(title))
    }
}

/// Undo right after something was erased.
pub fn erased_stays(before: &str) -> String {
    format!("What was erased is gone for good. Undo once more takes back what was done before it: {before}")
}

/// The beginning of the label of a change that takes another back.
pub const UNDID: &str = "Undid: ";
/// The beginning of the label of a change that does another one again.
pub const DID_AGAIN: &str = "Did again: ";
