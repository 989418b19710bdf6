//! Words of Share: files in and out.

use super::count;
use crate::ui::parts::Way;

pub const PURPOSE: &str = "Files that leave this notebook and come back: nothing else ever does.";
pub const SAVE: &str = "Save a backup";
pub const SAVE_WHAT: &str = "One JSON file with everything in this notebook, private entries included. A person can read it, and any Mentorbook can open it. Sealed, it can lie where others come by.";
pub const SAVE_WARN: &str = "Whoever has the file can read it, unless you seal it.";
pub const NEVER: &str = "No backup was saved from this browser yet.";
pub const OPEN: &str = "Open a file";
pub const OPEN_WHAT: &str = "A backup, a share, a reply, mentor cards, a table or an address book: you see what it is and what it would change before anything happens.";
pub const CHOOSE: &str = "Choose a file";
/// What the browser offers where any file is chosen: shares come as text where a share sheet takes no JSON.
pub const FILES: &str =
    ".json,.age,.txt,.csv,.vcf,.vcard,application/json,application/octet-stream,text/plain,text/csv,text/vcard";
/// What a text is called that was pasted.
pub const PASTED: &str = "Pasted text";
pub const PASTE: &str = "It came as a text";
pub const PASTE_HERE: &str = "Paste all of it here";
pub const PASTE_OPEN: &str = "Open the text";
pub const SEE_MATCHES: &str = "Hold them against what I look for";
pub const SEE_PEOPLE: &str = "See who is in it";
/// What the browser offers where a backup is tested, which may be sealed.
pub const BACKUPS: &str = ".json,.age,.txt,application/json,application/octet-stream,text/plain";
/// What the browser offers where a backup is chosen.
pub const JSON_FILES: &str = ".json,application/json";
pub const READING: &str = "Reading the file…";
pub const REFUSED: &str = "This file was not opened";
pub const NOTHING_CHANGED: &str = "Nothing has changed in your notebook.";
pub const WHERE: &str = "Where";
pub const WHY: &str = "Why";
pub const PREVIEW: &str = "What opening it would do";
pub const HOW: &str = "How to open it";
pub const TOGETHER: &str = "Bring both together";
pub const INSTEAD: &str = "Put back what the file says";
pub const TOGETHER_WHAT: &str = "What is newer stands. Nothing that is only here goes away.";
pub const BACK: &str = "Bring back what was removed here, too";
pub const BACK_WHAT: &str =
    "Both are brought together, and what the file has and was removed here stands in the notebook again.";
pub const INSTEAD_WHAT: &str =
    "The notebook becomes what the file says. What is only here is removed; Undo brings it back.";
pub const NOTHING_TO_DO: &str = "Everything in this file stands in your notebook already.";
pub const NOTHING_BUT_REMOVED: &str = "Everything in this file stands in your notebook already, or was removed here.";
pub const GO: &str = "Open it";
pub const LEAVE: &str = "Leave it";
pub const ADDED: &str = "Would be added";
pub const CHANGED: &str = "Would be changed";
pub const REMOVED: &str = "Would be removed";
/// What a file of the rescue page did not give back.
pub fn some_unreadable(number: usize) -> String {
    format!("{} in the file could not be read. The file keeps them as they are.", super::count(number, "text", "texts"))
}

pub const COULD_NOT_READ: &str =
    "The browser could not read the file. Try it once more, or copy it to another folder first.";

pub fn saved_on(when: &str) -> String {
    format!("The last one was saved {when}.")
}

pub fn saved(entries: usize, way: Way) -> String {
    let backup = format!("A backup with {}", count(entries, "entry", "entries"));
    let what = way.pick(["is on its way to your downloads", "was handed on", "was copied: paste it where you keep it"]);
    format!("{backup} {what}")
}

pub fn file(name: &str, entries: usize, saved: &str) -> String {
    format!("“{name}”: {}, saved {saved}", count(entries, "entry", "entries"))
}

pub fn left_alone(number: usize) -> String {
    match number {
        0 => String::new(),
        1 => "One entry stays as it is.".to_owned(),
        n => format!("{n} entries stay as they are."),
    }
}

pub fn opened(name: &str) -> String {
    format!("Opened “{name}”")
}

pub fn done(added: usize, changed: usize, removed: usize) -> String {
    if added + changed + removed == 0 {
        return "Opened: no entry says anything else than before".to_owned();
    }
    format!("Opened: {added} added, {changed} changed, {removed} removed")
}

pub fn more(number: usize) -> String {
    format!("and {number} more")
}

pub mod file {
    use crate::storage::kept_file::FileProblem;

    pub const TITLE: &str = "A file that follows by itself";
    pub const WHAT: &str = "Choose a file once, perhaps in a folder that is copied elsewhere, and it says what the notebook says a moment after each change. Whoever has the file can read it.";
    pub const CHOOSE: &str = "Choose where it lies";
    pub const OTHER: &str = "Choose another file";
    pub const LEAVE: &str = "Follow no more";
    pub const ALLOW: &str = "Allow it again";
    pub fn follows(name: &str) -> String {
        format!("“{name}” follows the notebook.")
    }
    pub fn stopped(name: &str, problem: &FileProblem) -> String {
        match problem {
            FileProblem::NotAllowed => {
                format!(
                    "“{name}” does not follow now: the browser wants to be asked again whether this page may write it."
                )
            }
            FileProblem::Gone => {
                format!(
                    "“{name}” is not where it was, so it does not follow. Your notebook is as it was; choose the file again, or another one."
                )
            }
            FileProblem::Incomplete => {
                format!(
                    "“{name}” waits: something stored here cannot be read, and the file may hold it whole. Open the file here, or let go of the text in the settings; then it follows again."
                )
            }
            FileProblem::Refused(said) => {
                format!("“{name}” could not be written. The browser says: {said}. Your notebook is as it was.")
            }
        }
    }
}

pub mod test {
    use crate::ui::words::count;

    pub const TITLE: &str = "Test a backup";
    pub const WHAT: &str = "See whether a file opens and what it holds. Nothing is changed by that.";
    pub const CHOOSE: &str = "Choose a file to test";
    pub fn refused(name: &str, why: &str) -> String {
        format!("“{name}” does not open. {why}")
    }
    pub fn no_backup(name: &str) -> String {
        format!("“{name}” is a file of Mentorbook and no backup. Open it above to see what it is.")
    }
    /// `since` is what is different here: added, changed, removed.
    pub fn opens(name: &str, entries: usize, since: (usize, usize, usize)) -> String {
        let opens = format!("“{name}” opens: {}", count(entries, "entry", "entries"));
        match since {
            (0, 0, 0) => format!("{opens}, the same as here."),
            (added, changed, removed) => {
                let parts = [
                    (added, "of here not in it"),
                    (changed, "saying something else here"),
                    (removed, "of it not here"),
                ];
                let parts: Vec<String> =
                    parts.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
                format!("{opens}; {}.", parts.join(", "))
            }
        }
    }
}
