//! Words of thanks: what helped, notes about it, and news of what has changed (R7).

use super::{dates::Calendar, letters::thanks::Note, names};
use crate::domain::{Channel, Day, Side};

pub const KEEP: &str = "Keep something that helped";
pub const AT_MEETING: &str = "What helped";
pub const HELP: &str = "What helped";
pub const BECAME: &str = "What became of it";
pub const BECAME_HINT: &str = "I asked again, and they said yes";
pub const DAY: &str = "Day";
pub const GOAL: &str = "For the goal";
pub const NO_GOAL: &str = "No goal";
pub const WAITING: &str = "Not thanked for yet";
pub const ORDER: &str = "Oldest first";
pub const THANKED_ALREADY: &str = "Thanked already";
pub const NOT_YET: &str = "Not thanked for yet after all";
pub const DONE_ORDER: &str = "The latest thanks first";

/// The line for something new.
pub fn new(side: Side) -> &'static str {
    match side {
        Side::Guided => "What helped, in a line",
        Side::Guiding => "What I took with me from them, in a line",
    }
}
pub fn new_hint(side: Side) -> &'static str {
    match side {
        Side::Guided => "The advice to ask a second time",
        Side::Guiding => "How she asks until she has understood",
    }
}
pub fn empty(side: Side) -> &'static str {
    match side {
        Side::Guided => {
            "Nothing waits for thanks. Advice that worked, an introduction, an hour: keep it in a line, and it stands in \
             what you write next."
        }
        Side::Guiding => {
            "Nothing waits for thanks. Whoever guides is given something, too: a question, a view from elsewhere. Keep it \
             in a line, and it stands in what you write next."
        }
    }
}
pub fn thanked(number: usize) -> String {
    format!("Thanked for ({number})")
}
pub fn more(help: &str) -> String {
    format!("More about {help}")
}
pub fn named(what: &str, help: &str) -> String {
    format!("{what}: {help}")
}
/// When thanks were said, in a line.
pub fn thanked_on(day: &str) -> String {
    format!("thanked {day}")
}
pub fn at_meeting(day: &str) -> String {
    format!("at the meeting of {day}")
}

pub const KIND: &str = "What for";
pub const HOW: &str = "How you send it";
pub const FOR: &str = "It thanks for";
pub const TEXT: &str = "Text";
pub const SENT: &str = "What was sent";
pub const AGAIN: &str = "Begin again from what is known";
pub const ONLY_PRIVATE_WAITS: &str =
    "What waits for thanks is private and stands in no note. Thank for it in your own words, and mark it above.";
pub const NOTHING_WAITS: &str = "Nothing waits for thanks. Keep what helped above, and it stands here.";

pub fn write(name: &str) -> String {
    format!("Write to {name}")
}
/// What a draft is made of.
pub fn help(side: Side, since: Option<Day>, calendar: &Calendar) -> String {
    let since = since.map_or_else(String::new, |day| format!(" since you wrote {}", calendar.within(day)));
    let whose = if side == Side::Guided { "" } else { " for them" };
    format!(
        "Made from what helped you and what has changed{whose}{since}, until you change it. What is private is left out."
    )
}
pub fn nothing_new(since: Option<Day>, calendar: &Calendar) -> String {
    let since = since.map_or_else(|| "yet".to_owned(), |day| format!("since you wrote {}", calendar.within(day)));
    format!(
        "Nothing has changed {since}: no milestone reached, no promise kept, nothing done about feedback. A word is \
         welcome all the same."
    )
}
pub fn kind(note: Note, side: Side) -> &'static str {
    match (note, side) {
        (Note::Thanks, _) => "Thanks",
        (Note::News, Side::Guided) => "How it goes",
        (Note::News, Side::Guiding) => "What I see",
    }
}
/// When help was given, within a note.
pub fn when(meeting: bool, day: &str) -> String {
    if meeting { format!("at our meeting {day}") } else { day.to_owned() }
}
/// What was done, for undo and history.
pub fn sent(note: Note, name: &str) -> String {
    match note {
        Note::Thanks => format!("Thanked {name}"),
        Note::News => format!("Wrote to {name}"),
    }
}
pub fn thanked_for(help: &str) -> String {
    format!("Thanked for {}", super::changes::quoted(help))
}
pub fn unthanked(help: &str) -> String {
    format!("Thanks are still to be said for {}", super::changes::quoted(help))
}
/// A message that was sent: “Thank you, by e-mail”.
pub fn sent_as(about: &str, channel: Channel) -> String {
    format!("{about}, {}", names::channel(channel).to_lowercase())
}
