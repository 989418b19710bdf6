//! Words of the screens around: candidates.

use super::{changes::quoted, count, names};
use crate::domain::Stage;

pub const TITLE: &str = "Candidates";
pub const PURPOSE: &str = "Everybody who might become your mentor, by how far it is.";
pub const EMPTY: &str = "Nobody yet. Write down the first name that comes to mind; who it is and why can follow.";
pub const EMPTY_IN_PLAN: &str = "Nobody was found through this plan yet.";
pub const IN_PLAN: &str = "Candidates of this plan";
pub const NEW: &str = "New candidate";
pub const NEW_HINT: &str = "Amara Osei";
pub const ALL: &str = "All, side by side";
pub const MOVING: &str =
    "Take a card to where it belongs now, or choose the stage on it. Why it went there can be noted on its page.";
pub const NOBODY: &str = "Nobody here";
pub const SETTLED: &str = "Nothing is open. Those who agreed or declined stand on the page of all.";

/// “4 open, 2 settled”.
pub fn counted(open: usize, settled: usize) -> String {
    let said = [(open, "open"), (settled, "settled")].into_iter().filter(|(number, _)| *number > 0);
    said.map(|(number, word)| format!("{number} {word}")).collect::<Vec<_>>().join(", ")
}

/// The name of the list that moves one card.
pub fn stage_of(name: &str) -> String {
    format!("Stage of {name}")
}

/// “3 candidates”, for the heading of a stage.
pub fn here(number: usize) -> String {
    count(number, "candidate", "candidates")
}

pub fn added(name: &str) -> String {
    format!("Added candidate {}", quoted(name))
}

/// Somebody is a candidate already.
pub fn is_one(name: &str, stage: Stage) -> String {
    format!("{} is a candidate already: {}", quoted(name), names::stage(stage).to_lowercase())
}

pub fn turned(name: &str, to: Stage) -> String {
    format!("Moved {} to {}", quoted(name), names::stage(to).to_lowercase())
}

/// The day to look again, in a list.
pub fn again(stage: Stage, within: &str) -> String {
    match stage {
        Stage::Parked => format!("Comes back {within}"),
        _ => format!("Look again {within}"),
    }
}

/// “Talking · Look again on Monday”.
pub fn stands(stage: Stage, within: Option<&str>) -> String {
    let stands = names::stage(stage);
    within.map_or_else(|| stands.to_owned(), |within| format!("{stands} · {}", again(stage, within)))
}

pub mod one {
    use super::Stage;

    pub const STAGE: &str = "Where it stands";
    pub const STAGE_FIELD: &str = "Stage";
    pub const NEXT: &str = "Look again on";
    pub const NEXT_PARKED: &str = "Comes back on";
    pub const NEXT_HELP: &str = "Today reminds you on this day.";
    pub const TURNS: &str = "How it came there";
    pub const REASON: &str = "Why";
    pub const REASON_HINT: &str = "Why, in a line";
    pub const AGREED: &str = "Write down what you agreed on, and begin.";
    pub const BEGIN: &str = "Begin the mentorship";
    pub const MENTORSHIP: &str = "Go to the mentorship";
    pub const WHY: &str = "Why this person";
    pub const WHY_HINT: &str =
        "What they know that you want to learn; what of their path you would like to have walked";
    pub const SOURCE: &str = "How I came upon them";
    pub const STRATEGY: &str = "Through the strategy";
    pub const STRATEGY_NONE: &str = "None of them";
    pub const EVENT: &str = "Met at";
    pub const EVENT_NONE: &str = "At no event";
    pub const INTRODUCED: &str = "Introduced by";
    pub const INTRODUCED_NONE: &str = "Nobody";
    pub const NOTES: &str = "Notes";
    pub const NOTES_HINT: &str = "What you found out, whom you could ask about them";
    pub const PERSON: &str = "What you know about them";
    pub const OUTREACH: &str = "Outreach to them";
    pub const OUTREACH_NONE: &str = "You have not written to them yet.";
    pub const WRITE: &str = "Prepare a message";
    pub const MAKE: &str = "Make a candidate";

    /// “Candidate: talking”.
    pub fn see(stage: Stage) -> String {
        format!("Candidate: {}", super::names::stage(stage).to_lowercase())
    }

    pub fn reason_of(stage: Stage) -> String {
        format!("{REASON}: {}", super::names::stage(stage))
    }
}
