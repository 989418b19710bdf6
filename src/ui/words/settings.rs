//! Words of the settings and the history.

use super::count;

pub const PURPOSE: &str = "What belongs to this device, not to the notebook.";
pub const ASIDES_FOUND: &str = "Something stored here could not be read. It was left as it is; the settings show it.";

pub const LOOKS: &str = "How it looks";
pub const THEME: &str = "Theme";
pub const SYSTEM: &str = "As the system";
pub const LIGHT: &str = "Light";
pub const DARK: &str = "Dark";

pub const KEYS: &str = "Keys";
pub const SINGLE_KEYS: &str = "Single keys are shortcuts (N, T, ? and others)";
pub const SINGLE_KEYS_WHY: &str = "Switch this off if you dictate, or if letters set things off by accident.";

pub const CALENDAR: &str = "Calendar";
pub fn week_start(day: &str) -> String {
    format!("A week begins on {day}, as is usual in your browser's language.")
}

pub const STORAGE: &str = "Where it lies";
pub const STORAGE_WHERE: &str = "Everything you write lies in this browser, on this device, and nowhere else: in its local storage, with a journal in IndexedDB beside it that survives a crash.";
pub const STORAGE_LOST: &str = "It is gone when you clear this site's data or close a private window. Another browser or device has a notebook of its own. A backup is the only copy you hold in your hand.";
pub const SAFARI: &str = "Safari deletes what a site stored after seven days of use without a visit to it. Install Mentorbook to keep it: Share, then “Add to Home Screen”, on a Mac “Add to Dock”. The installed app has a storage of its own, so save a backup here first and open it there.";
pub const USED: &str = "Room used";
pub fn used(units: usize, most: usize, entries: usize) -> String {
    let per_cent = units * 100 / most.max(1);
    format!(
        "{} kB of about {} MB ({per_cent} %), {}",
        units / 1000,
        most / 1_000_000,
        count(entries, "entry", "entries")
    )
}
pub const PROMISE: &str = "Kept by the browser";
pub const PROMISE_KEPT: &str = "Yes: it promised not to clear this by itself.";
pub const PROMISE_NOT: &str = "Not promised: it may clear this when the device runs out of room.";
pub const PROMISE_UNKNOWN: &str = "This browser makes no such promise.";
pub const ASK: &str = "Ask the browser to keep it";

pub const ASIDES: &str = "What could not be read";
pub const ASIDES_WHAT: &str = "These texts were found in storage and could not be read. They were left untouched. Save them if they matter; a newer version may read them.";
pub const ASIDE_SAVE: &str = "Save the raw text";

pub const ERASE: &str = "Erase everything";
pub const ERASE_WHAT: &str = "Removes this whole notebook from this browser, its journal and its history with it. There is no way back but a backup.";
pub const ERASE_ASK: &str = "Erase the whole notebook?";
pub const ERASE_YES: &str = "Erase it all";
pub const ERASE_NO: &str = "Keep it";

pub const ABOUT: &str = "About";
pub fn version(version: &str) -> String {
    format!("Mentorbook {version}. No account, no server, no analytics.")
}
pub const EXAMPLE: &str = "Look around with an example";

pub mod history {
    pub const PURPOSE: &str = "What was done lately, newest first.";
    pub const UNDO_LAST: &str = "Undo the last change";
    pub const NONE: &str = "Nothing was changed yet. What you change shows up here, and each step can be taken back.";
    pub const NO_JOURNAL: &str =
        "This browser keeps no journal here, so what was done before this page was opened is not remembered.";
}
