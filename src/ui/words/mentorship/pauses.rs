//! Words of the pauses of a mentorship.

use crate::domain::Day;

use super::{Calendar, count};

pub const PLACE: &str = "Pauses";
pub const HELP: &str = "Holidays, an exam, a birth: days on which nobody waits. They do not count for the rhythm.";
pub const ONE: &str = "Pause";
pub const PART: &str = "pause";
pub const NEW: &str = "Write down a pause";
pub const FROM: &str = "First day";
pub const UNTIL: &str = "Last day";
pub const WHY: &str = "What for";
pub const WHY_HINT: &str = "Summer holidays";
pub const GO: &str = "Add it";
pub const EVERYWHERE: &str = "Also in my other mentorships";
pub const BACKWARDS: &str = "It ends before it begins, so it covers no day yet.";

pub fn also(others: usize) -> String {
    format!("Also in {}", count(others, "other mentorship", "other mentorships"))
}
pub fn copied(why: &str, others: usize) -> String {
    format!("Added the pause “{why}” to {}", count(others, "other mentorship", "other mentorships"))
}
/// “3 August to 17 August, 15 days”.
pub fn days(from: Day, until: Day, calendar: &Calendar) -> String {
    let days = usize::try_from((until - from).num_days() + 1).unwrap_or(0);
    format!("{} to {}, {}", calendar.short(from), calendar.short(until), count(days, "day", "days"))
}
pub fn more(why: &str) -> String {
    format!("More about the pause “{why}”")
}
