//! Words of a mentorship and its tabs; each tab has a file of its own.

pub mod actions;
pub mod feedback;
pub mod meetings;
pub mod pauses;
pub mod strip;

use super::{count, dates::Calendar, names, people::every};
use crate::domain::{ActionState, Owner, Rhythm};

pub const ABOUT_THEM: &str = "Their page";
pub const GOALS: &str = "Goals you work on";
pub const GOALS_EMPTY: &str = "No goal is linked yet.";
pub const LINK_GOALS: &str = "Link goals";
pub const ACTIONS: &str = "Action items";
pub const NO_OPEN: &str = "None is open; see all of them";
pub fn tabs(name: &str) -> String {
    format!("Mentorship with {name}")
}
pub fn open_actions(open: usize, overdue: usize) -> String {
    let open = format!("{open} open");
    if overdue == 0 { open } else { format!("{open}, {overdue} overdue") }
}
pub fn milestones(done: usize, all: usize) -> String {
    if all == 0 { String::new() } else { format!("{done} of {}", count(all, "milestone", "milestones")) }
}

pub mod about {
    pub const AGREED: &str = "What you agreed on";
    pub const SIDE: &str = "Who guides whom";
    pub const SINCE: &str = "Since";
    pub const CHANNEL: &str = "How you usually meet";
    pub const CHANNEL_NONE: &str = "Left open";
    pub const IDEAL: &str = "A contact every";
    pub const LONGEST: &str = "Never longer than";
    pub const DAYS: &str = "days";
    pub const RHYTHM: &str = "Rhythm";
    pub const RHYTHM_HELP: &str = "Today reminds you when it is time. Leave the first number empty to be left alone.";
    pub const GOALS: &str = "Goals";
    pub const NOTES: &str = "Notes";
    pub const NOTES_HINT: &str = "What you expect of each other, what stays between you";
    pub const STATE: &str = "Whether it goes on";
    pub const RUNNING: &str = "It goes on.";
    pub const END_ON: &str = "It ended on";
    pub const REASON: &str = "The reason, in a line";
    pub const REASON_HINT: &str = "The year was over, and the goal was reached";
    pub const TAKE_UP: &str = "Take it up again";
    pub const ENDS_BEFORE: &str = "It cannot end before it began.";

    pub fn ended(day: &str) -> String {
        format!("It ended {day}.")
    }
    pub fn was_ended(name: &str) -> String {
        format!("Ended the mentorship with {name}")
    }
    pub fn taken_up(name: &str) -> String {
        format!("Took up the mentorship with {name} again")
    }
    pub fn longest_too_short(ideal: u16) -> String {
        format!(
            "The longest gap is at least the usual one, {ideal} days, and at most 732. The rhythm stays as it was until then."
        )
    }
}
