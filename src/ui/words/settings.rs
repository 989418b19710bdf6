//! Words of the settings and the history.

use super::count;
use crate::storage::Room;

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
pub fn used(room: Room, most: usize, entries: usize) -> String {
    let per_cent = room.all * 100 / most.max(1);
    let others = room.all.saturating_sub(room.ours) / 1000;
    let others = if others > 0 { format!(" and {others} kB of other things of this site") } else { String::new() };
    format!(
        "{} kB for {}{others}: {per_cent} % of about {} MB",
        room.ours / 1000,
        count(entries, "entry", "entries"),
        most / 1_000_000,
    )
}
pub const PROMISE: &str = "Kept by the browser";
pub const PROMISE_KEPT: &str = "Yes: it promised not to clear this by itself.";
pub const PROMISE_NOT: &str = "Not promised: it may clear this when the device runs out of room.";
pub const PROMISE_UNKNOWN: &str = "This browser makes no such promise.";
pub const ASK: &str = "Ask the browser to keep it";

pub const ASIDES: &str = "What could not be read";
pub const ASIDES_WHAT: &str = "These texts were found in storage and could not be read. They lie where they lay. Where it says so, your notebook has the same entry whole, and nothing is missing; save the others if they matter, a newer version may read them.";
pub const ASIDE_SAVE: &str = "Save the raw text";
pub const ASIDE_RETRY: &str = "Try again";
pub const ASIDE_READ: &str = "It can be read again, and nothing of it is missing.";
pub fn still_unreadable(why: &str) -> String {
    format!("It still cannot be read. {why} It stays as it is.")
}
pub const ASIDE_DROP: &str = "Let go of it";
pub const ASIDE_ASK: &str = "Let go of this text?";
pub const ASIDE_DROP_WHAT: &str =
    "The raw text goes for good. Save it first if it might matter; a newer version may read it.";
pub const ASIDE_DROP_YES: &str = "Let it go";
pub const ASIDE_DROP_NO: &str = "Keep it";
pub const NOT_SECURE: &str = "This page is not served over HTTPS. It works, but not without a network, and two open tabs cannot tell each other apart as well as they should. Ask whoever runs this site for an address that begins with https.";
pub const ROOM_SHORT: &str = "Little room is left. What helps: save a backup, then archive mentorships that have ended into files of their own, below. Other pages of this site use the same room.";

pub const ERASE: &str = "Erase everything";
pub const ERASE_WHAT: &str = "Removes this whole notebook from this browser, its journal and its history with it. There is no way back but a backup.";
pub const ERASE_ASK: &str = "Erase the whole notebook?";
pub const ERASE_SAVE_FIRST: &str = "Save a backup first";
/// “It has 38 entries; no backup yet.”
pub fn erase_ask(entries: usize, backup: &str, since: usize) -> String {
    let entries = super::count(entries, "entry goes", "entries go");
    let since = match since {
        0 => String::new(),
        since => format!(" {} in no backup.", super::count(since, "entry is newer and", "entries are newer and")),
    };
    format!(
        "{entries}, with the journal, the history and the earlier days ({backup}).{since} There is no way back but a backup."
    )
}
pub const ERASE_YES: &str = "Erase it all";
pub const ERASE_NO: &str = "Keep it";

pub const ABOUT: &str = "About";
pub fn version(version: &str) -> String {
    format!("Mentorbook {version}. No account, no server, no analytics.")
}
pub const EXAMPLE: &str = "Look around with an example";

pub mod archive {
    use crate::ui::words::{changes, count};

    pub const TITLE: &str = "Archive what has ended";
    pub const WHAT: &str = "A mentorship that has ended can move into a file of its own, with its meetings, action items and feedback. The person stays here. The file opens in any Mentorbook, and here again.";
    pub const NONE: &str = "No mentorship has ended yet.";
    pub const SAVE: &str = "Save to a file";
    pub const REMOVE: &str = "Remove it here";
    pub const SAVED: &str = "The file is on its way to your downloads. When you have it, remove the mentorship here.";
    pub fn holds(entries: usize, units: usize) -> String {
        format!("{}, {} kB", count(entries, "entry", "entries"), units.div_ceil(1000))
    }
    pub fn archived(name: &str) -> String {
        format!("Archived the mentorship with {}", changes::quoted(name))
    }
    pub fn file_name(day: &str) -> String {
        format!("mentorbook-archive-{day}.json")
    }
}
