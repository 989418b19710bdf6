//! Words of Share: files in and out.

use super::count;

pub const PURPOSE: &str = "Files that leave this notebook and come back: nothing else ever does.";
pub const SAVE: &str = "Save a backup";
pub const SAVE_WHAT: &str = "One JSON file with everything in this notebook, private entries included. A person can read it, and any Mentorbook can open it.";
pub const SAVE_WARN: &str = "Whoever has the file can read it. Keep it where you keep private things.";
pub const NEVER: &str = "No backup was saved from this browser yet.";
pub const OPEN: &str = "Open a backup";
pub const OPEN_WHAT: &str = "The file is checked whole, and you see what it would change before anything happens.";
pub const CHOOSE: &str = "Choose a file";
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
pub const INSTEAD_WHAT: &str =
    "The notebook becomes what the file says. What is only here is removed; Undo brings it back.";
pub const NOTHING_TO_DO: &str = "Everything in this file stands in your notebook already.";
pub const GO: &str = "Open it";
pub const LEAVE: &str = "Leave it";
pub const ADDED: &str = "Would be added";
pub const CHANGED: &str = "Would be changed";
pub const REMOVED: &str = "Would be removed";
pub const COULD_NOT_READ: &str =
    "The browser could not read the file. Try it once more, or copy it to another folder first.";

pub fn saved_on(when: &str) -> String {
    format!("The last one was saved {when}.")
}

pub fn saving(entries: usize) -> String {
    format!("A backup with {} is on its way to your downloads", count(entries, "entry", "entries"))
}

pub fn file(name: &str, entries: usize, saved: &str) -> String {
    format!("“{name}”: {}, saved {saved}", count(entries, "entry", "entries"))
}

pub fn left_alone(number: usize) -> String {
    match number {
        0 => "Nothing of the notebook stays as it is.".to_owned(),
        1 => "One entry stays as it is.".to_owned(),
        n => format!("{n} entries stay as they are."),
    }
}

pub fn opened(name: &str) -> String {
    format!("Opened “{name}”")
}

pub fn done(added: usize, changed: usize, removed: usize) -> String {
    format!("Opened: {added} added, {changed} changed, {removed} removed")
}

pub fn more(number: usize) -> String {
    format!("and {number} more")
}
