//! Words of sharing with the other one of a mentorship, of reading a share, and of replies.

pub mod reading;
pub mod reply;
pub mod sheet;

use super::{count, dates::Calendar, names};
use crate::domain::{Day, KindName, News, Share, TextProblem};

/// What a share is called in a list of many kinds.
pub fn title(person: &str, on: Day, calendar: &Calendar) -> String {
    format!("Share with {person}, {}", calendar.short(on))
}

pub fn heading(name: &str) -> String {
    format!("Share with {name}")
}
pub fn what(name: &str) -> String {
    format!(
        "{name} opens the file in Mentorbook, on any device and without an account, reads it there, and can send a reply file back. Nothing is in it but what you choose here."
    )
}
pub const NEVER: &str = "Private entries and private notes, insights, how it feels, doubts, candidates and everything about other people are never in it.";

pub const WORDS: &str = "Above it";
pub const FROM: &str = "Your name in it";
pub const FROM_HINT: &str = "Robin";
pub const TO: &str = "Their name in it";
pub const NOTE: &str = "What I say beside it";
pub const NOTE_HINT: &str = "What I would like to hear about, and by when";
/// What has to be put right before it can leave.
pub fn wrong(at: &str, problem: TextProblem) -> String {
    match (at, problem) {
        ("from", TextProblem::Empty) => {
            "Write your name first: whoever opens the file sees it above everything else.".to_owned()
        }
        ("to", TextProblem::Empty) => "Write their name first.".to_owned(),
        (_, TextProblem::TooLong { units, most }) => format!("This is {units} characters long, and {most} fit."),
        (_, problem) => names::text_problem(problem),
    }
}
pub const NOT_YET_SEEN: &str = "It can be seen once both names stand above it, and the note fits.";

pub const CHOOSE: &str = "What goes with it";
pub const CHOOSE_ALL: &str = "All";
pub const CHOOSE_NONE: &str = "None";
pub fn choose_all(kind: KindName) -> String {
    format!("All: {}", names::kinds(kind).to_lowercase())
}
pub fn choose_none(kind: KindName) -> String {
    format!("None: {}", names::kinds(kind).to_lowercase())
}
pub fn chosen(chosen: usize, all: usize) -> String {
    format!("{chosen} of {all}")
}
pub fn left_out(private: usize) -> Option<String> {
    (private > 0).then(|| format!("{} left out.", count(private, "private entry is", "private entries are")))
}
pub const NOTHING: &str = "There is nothing to share yet: a goal, a meeting or an action item would be.";

pub const PREVIEW: &str = "See it first";
pub const PREVIEW_WHAT: &str = "This is the file itself, read back: what you see here is all that is in it.";
pub const AS_PAGE: &str = "As a page";
pub const AS_JSON: &str = "As JSON, letter by letter";
/// “2 goals, 1 agreement, 4 meetings”.
pub fn counted(kinds: &[(KindName, usize)]) -> String {
    let parts: Vec<_> = kinds.iter().map(|(kind, number)| names::counted(*kind, *number)).collect();
    parts.join(", ")
}
/// The same with its size.
pub fn holds(kinds: &[(KindName, usize)], bytes: usize) -> String {
    let counted = counted(kinds);
    let counted = if counted.is_empty() { "No entry".to_owned() } else { counted };
    format!("{counted}: {} kB", bytes.div_ceil(1000))
}
/// What is different since the share before, if there was one.
pub fn since(share: &Share, calendar: &Calendar) -> Option<String> {
    let day = calendar.within(share.since?);
    let counted = [(News::New, "new"), (News::Changed, "changed")].map(|(news, word)| (share.how_many(news), word));
    let counted: Vec<_> = counted.iter().filter(|(n, _)| *n > 0).map(|(n, word)| format!("{n} {word}")).collect();
    Some(if counted.is_empty() {
        format!("The same as the share {day}.")
    } else {
        format!("Since the share {day}: {}.", counted.join(", "))
    })
}

pub const SEND: &str = "Send it";
pub const SEND_WARN: &str = "Whoever has the file can read it, unless you seal it.";
pub const SAVE: &str = "Save the file";
pub const HAND_ON: &str = "Hand it on…";
pub const COPY: &str = "Copy it as text";
pub const SAVED: &str = "The file is on its way to your downloads. What you shared is noted here.";
pub const HANDED_ON: &str = "Handed on. What you shared is noted here.";
pub const COPIED: &str =
    "Copied: paste it into a message. Whoever gets it pastes it into “Open a file”. What you shared is noted here.";
pub const NOT_COPIED: &str = "The browser did not let the page copy. Save the file instead.";
pub const TOO_LONG: &str = "It is too long to paste into a message. Save the file instead.";
pub fn noted(name: &str) -> String {
    format!("Shared with {name}")
}

pub const BEFORE: &str = "Shared before";
pub fn entries(number: usize) -> String {
    count(number, "entry", "entries")
}
pub fn more_about(day: &str) -> String {
    format!("More about what was shared {day}")
}
pub const ANSWERS: &str = "What came back";
pub const ANSWERS_EMPTY: &str =
    "When a reply comes, open the file under Share. What is in it you see first, and take or leave point by point.";
pub const OPEN_REPLY: &str = "Open a reply";

pub const WITH_WHOM: &str = "Share with somebody";
pub const WITH_WHOM_WHAT: &str = "What the two of you need, as a file that opens in Mentorbook on any device.";
pub const WITH_NOBODY: &str = "Begin a mentorship first, under People: what is shared is chosen for each by itself.";
pub fn last_shared(when: &str) -> String {
    format!("Last shared {when}")
}
pub const NOT_YET: &str = "Nothing shared yet";
pub const FROM_MENTORSHIP: &str = "Share with them, or see what came back";

pub fn news(news: News) -> &'static str {
    match news {
        News::New => "New",
        News::Changed => "Changed",
    }
}
