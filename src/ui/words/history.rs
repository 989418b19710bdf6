//! Words of the history and of earlier days.

use super::count;

pub const PURPOSE: &str = "What was done, and how the notebook stood on earlier days. From here you can go back.";
pub const LATELY: &str = "What was done lately";
pub const UNDO_LAST: &str = "Undo the last change";
pub const NONE: &str = "Nothing was changed yet. What you change shows up here, and each step can be taken back.";
pub const NO_JOURNAL: &str =
    "This browser keeps no journal here, so what was done before this page was opened is not remembered.";
pub const BEFORE_THIS: &str = "Go back to before this";
pub const MORE: &str = "Show more";
pub const FROM: &str = "Begin with";
pub const NEWEST: &str = "The newest";

/// A day of the list: “Yesterday: 3 changes”.
pub fn day_of(day: &str, changes: usize) -> String {
    format!("{day}: {}", count(changes, "change", "changes"))
}

pub const EARLIER: &str = "Earlier days";
pub const EARLIER_WHAT: &str = "Before the first change of a day the notebook is kept as it stands: one for each day of a month, then one for each month. They lie in this browser only; a backup is what you hold in your hand.";
pub const EARLIER_NONE: &str = "No earlier day is kept yet. The first one is there tomorrow.";
pub const SHOW: &str = "Go back to it";
pub const SAVE: &str = "Save as a file";
pub const DROP: &str = "Let go of it";
pub const DROP_OLD: &str = "Let go of all but the newest";
pub const DROP_ASK: &str = "Let go of the earlier days?";
pub const DROP_WHAT: &str = "All but the newest snapshot go for good. The notebook itself stays as it is.";
pub const DROP_YES: &str = "Let them go";
pub const DROP_NO: &str = "Keep them";
pub const UNREADABLE: &str = "This snapshot cannot be read. It stays as it is; save it as a file if it matters.";

pub const BACK: &str = "What going back would do";
pub const BACK_GO: &str = "Go back";
pub const BACK_LEAVE: &str = "Stay here";
pub const BACK_NOTHING: &str = "The notebook stands like that already.";
pub const BACK_UNDO: &str = "Going back is a change like any other: Undo takes it back.";

/// How a snapshot is called: “Tuesday, how the day began”.
pub fn day_began(day: &str) -> String {
    format!("{day}, how the day began")
}
pub fn before(day: &str, label: &str) -> String {
    if label.is_empty() {
        format!("{day}, before something that was erased")
    } else {
        format!("{day}, before: {label}")
    }
}
pub fn older(day: &str, version: u64) -> String {
    format!("{day}, as it was in format {version}")
}

/// “312 entries, 140 kB”.
pub fn holds(entries: usize, size: usize) -> String {
    format!("{}, {} kB", count(entries, "entry", "entries"), size.div_ceil(1000))
}

/// What is different from the snapshot before it.
pub fn since((added, changed, removed): (usize, usize, usize)) -> String {
    let parts = [(added, "added"), (changed, "changed"), (removed, "removed")];
    let parts: Vec<String> = parts.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
    if parts.is_empty() {
        "nothing is different from the one before".to_owned()
    } else {
        format!("since the one before: {}", parts.join(", "))
    }
}

pub fn taken(number: usize, size: usize) -> String {
    format!("{}, {} kB in all", count(number, "snapshot", "snapshots"), size.div_ceil(1000))
}

pub fn went_before(label: &str) -> String {
    format!("Went back to before: {label}")
}
pub fn went_to(name: &str) -> String {
    format!("Went back to: {name}")
}
pub fn done(added: usize, changed: usize, removed: usize) -> String {
    format!("Went back: {added} added, {changed} changed, {removed} removed")
}
pub fn going_before(label: &str) -> String {
    format!("Back to before “{label}”")
}
pub fn going_to(name: &str) -> String {
    format!("Back to: {name}")
}
