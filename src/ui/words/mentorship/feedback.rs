//! Words of feedback.

use crate::domain::Direction;

pub const NEW: &str = "What was said, in a line; more can follow";
pub const NEW_HINT: &str = "You explain better than you think";
pub const DIRECTION: &str = "From whom";
pub const DAY: &str = "Day";
pub const GOAL: &str = "About the goal";
pub const NO_GOAL: &str = "No goal";
pub const ALL: &str = "Feedback";
pub const EMPTY: &str =
    "None yet, in either direction. A sentence is enough, and asking for one is a good use of a meeting.";
pub const ORDER: &str = "Newest first";
pub const TEXT: &str = "What was said";
pub const DONE_HINT: &str = "What changed because of it";
pub const ABOUT: &str = "What it is about";
pub const NOT_SAID: &str = "Left open";
pub const PIECE: &str = "Which piece of work";
pub const PIECE_HINT: &str = "The first draft of the abstract";
pub const SKILLS: &str = "Skills it is about";

/// Whoever is told something does something about it.
pub fn done_about_it(direction: Direction) -> &'static str {
    match direction {
        Direction::FromThem => "What I did about it",
        Direction::FromMe => "What they did about it",
    }
}
/// The way in which the one who is told works.
pub fn way(direction: Direction) -> &'static str {
    match direction {
        Direction::FromThem => "How I work",
        Direction::FromMe => "How they work",
    }
}
/// The same within a line.
pub fn way_within(direction: Direction) -> &'static str {
    match direction {
        Direction::FromThem => "how I work",
        Direction::FromMe => "how they work",
    }
}
pub const WORK: &str = "A piece of work";
pub const WORK_WITHIN: &str = "a piece of work";
pub const DAY_IS_AHEAD: &str = "That day is still to come.";

/// The name of a piece of feedback.
pub fn more(day: &str) -> String {
    format!("More about the feedback of {day}")
}
