//! Words of the lists across all mentorships: action items and feedback.

use super::count;
use crate::{
    domain::{Direction, Owner},
    insights::across::{About, Standing},
};

pub const ACTIONS: &str = "Action items";
pub const ACTIONS_LIST: &str = "What was promised";
pub const ACTIONS_PURPOSE: &str = "By you and to you, in all mentorships.";
pub const FEEDBACK: &str = "Feedback";
pub const FEEDBACK_LIST: &str = "What was said";
pub const FEEDBACK_PURPOSE: &str = "About your work and theirs, in all mentorships, and what came of it.";
pub const ALL: &str = "All";
pub const EVERYBODY: &str = "Everybody";
pub const WITH: &str = "With whom";
pub const STATE: &str = "How it stands";
pub const WHOSE: &str = "Whose";
pub const FROM: &str = "From whom";
pub const ACTED: &str = "What was done";
pub const ABOUT: &str = "About what";
pub const NONE_FIT: &str = "Nothing fits what you ask for.";
pub const SHOW_ALL: &str = "Show all";
pub const ACTIONS_NONE: &str =
    "No action items yet. They are written down where they are promised: on the page of a meeting or a mentorship.";
pub const FEEDBACK_NONE: &str =
    "No feedback yet. It is written down where it is given: on the page of a meeting or a mentorship.";
pub const ACTIONS_ORDER: &str =
    "What is overdue stands first, then by due day, those without one after them; what is settled stands last.";
pub const FEEDBACK_ORDER: &str = "Newest first";
pub const FILTER: &str = "Filter them";

pub fn state(state: Standing) -> &'static str {
    match state {
        Standing::Open => "Open",
        Standing::Overdue => "Overdue",
        Standing::Done => "Done",
        Standing::Dropped => "Dropped",
    }
}
pub fn whose(owner: Owner) -> &'static str {
    match owner {
        Owner::Me => "Mine",
        Owner::Them => "Theirs",
    }
}
pub fn from(direction: Direction) -> &'static str {
    super::names::direction(direction)
}
pub fn acted(acted: bool) -> &'static str {
    if acted { "Something was done" } else { "Nothing done yet" }
}
pub fn about(about: About) -> &'static str {
    match about {
        About::Way => "How somebody works",
        About::Work => "A piece of work",
    }
}

/// How many fit, of how many.
pub fn counted_actions(found: usize, all: usize) -> String {
    of(found, all, "action item", "action items")
}
pub fn counted_feedback(found: usize, all: usize) -> String {
    of(found, all, "piece of feedback", "pieces of feedback")
}
fn of(found: usize, all: usize, one: &str, many: &str) -> String {
    if found == all { count(all, one, many) } else { format!("{found} of {}", count(all, one, many)) }
}
