//! Words of the page on which a share is read and answered.

use super::super::count;

pub fn heading(from: &str) -> String {
    format!("What {from} shares")
}
/// “With Amara, on 14 April 2026”.
pub fn with_whom(to: &str, day: &str) -> String {
    format!("With {to}, {day}")
}
pub fn banner(from: &str) -> String {
    format!("You are reading what {from} shared with you. It lies apart from any notebook of your own.")
}
pub const A_SHARE: &str = "A share";
pub const LEAVE: &str = "Close it";
pub const CLOSE_FIRST: &str = "Close what you are reading first; then a file can be opened.";
pub const NOT_KEPT: &str = "This browser keeps nothing just now. Send your reply first: what you typed would be gone.";
pub const LATER: &str = "It stays in this browser, with what you typed, until you forget it.";

pub fn writes(from: &str) -> String {
    format!("{from} writes")
}
pub const EMPTY: &str = "No entry is in it.";
pub const COMMENT: &str = "Comment";
pub fn comment_on(what: &str) -> String {
    format!("Comment on “{what}”")
}
pub fn my_comment(what: &str) -> String {
    format!("My comment on “{what}”")
}
pub const COMMENT_HINT: &str = "What I see in it, what I would try";
pub fn done(what: &str) -> String {
    format!("I have done this: {what}")
}
pub const TAKE_BACK: &str = "Remove";
pub fn take_back(what: &str) -> String {
    format!("Remove: {what}")
}

pub const MORE: &str = "Anything else";
pub const MORE_WHAT: &str = "Propose something, or say a word about all of it.";
pub const SAYING: &str = "About all of it";
pub const ACTION: &str = "Something to do";
pub const ACTION_HINT: &str = "A book to read, a person to meet";
pub const AGENDA: &str = "Something to talk about";
pub const AGENDA_HINT: &str = "What I would like to hear next time";
pub const MEETING: &str = "A day to meet";
pub const MEETING_DAY: &str = "Day";
pub const MEETING_TIME: &str = "Time";
pub const MEETING_NOTE: &str = "A word about it";
pub const KINDLY: &str = "Words for feedback that helps";

pub const SEND: &str = "Send it back";
pub const NAME: &str = "Your name in it";
pub const NOTHING_YET: &str = "Nothing is written yet: comment above, or propose something.";
/// “3 comments, 1 done, 2 proposals”.
pub fn holds(comments: usize, done: usize, proposals: usize) -> String {
    let parts = [
        (comments, count(comments, "comment", "comments")),
        (done, format!("{done} done")),
        (proposals, count(proposals, "proposal", "proposals")),
    ];
    let parts: Vec<_> = parts.into_iter().filter(|(number, _)| *number > 0).map(|(_, words)| words).collect();
    parts.join(", ")
}
pub fn save_for(from: &str) -> String {
    format!("The reply is a file. Send it to {from}, who sees each point before taking it.")
}
pub const SAVE: &str = "Save my reply";
pub const SAVED: &str = "The reply is on its way to your downloads. Send it the way you like.";
pub const HANDED_ON: &str = "Handed on.";
pub const COPIED: &str = "Copied: paste it into a message. It opens under Share, where a text can be pasted.";

pub const FORGET: &str = "Forget this file";
pub const FORGET_ASK: &str = "Forget this file?";
pub fn forget_what(from: &str) -> String {
    format!(
        "What {from} shared and everything you typed here goes from this browser, for good. Your own notebook is not touched. The file you were given stays where it is."
    )
}
pub const FORGOTTEN: &str = "Forgotten: nothing of it is left in this browser.";
pub const FORGET_YES: &str = "Forget it";
pub const FORGET_NO: &str = "Keep it";

/// What was given to this browser to read.
pub mod given {
    pub const TITLE: &str = "Given to you";
    pub const WHAT: &str = "Files others shared with you. Each lies apart from your notebook.";
    pub fn from(from: &str) -> String {
        format!("From {from}")
    }
    pub const FORGET: &str = "Forget";
    pub fn forget(from: &str) -> String {
        format!("Forget: from {from}")
    }
    pub const READ: &str = "Read on";
    pub fn read(from: &str) -> String {
        format!("Read on: from {from}")
    }
}
pub const TICKED: &str = "Done";
pub const NOT_TICKED: &str = "Not yet";
