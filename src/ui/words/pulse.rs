//! Words of the pulse of a mentorship.

use super::dates::Calendar;
use crate::domain::Day;

pub const PURPOSE: &str = "How it feels between you, for you alone: it goes into no file that is shared. Once a month is often enough, or after a meeting that stays on your mind. One is hardly at all, five is fully.";
pub const NEW: &str = "Note how it feels today";
pub const ALL: &str = "How it felt";
pub const EMPTY: &str = "Nothing noted yet. Three numbers and a word take half a minute.";
pub const COMMUNICATION: &str = "Communication";
pub const COMMUNICATION_HELP: &str = "We say what we mean, and hear what the other one means.";
pub const TRUST: &str = "Trust";
pub const TRUST_HELP: &str = "I could tell them of a failure, and it would stay here.";
pub const TRUST_HELP_GUIDING: &str = "They could tell me of a failure, and it would stay here.";
pub const RESPECT: &str = "Respect";
pub const RESPECT_HELP: &str = "I am taken seriously, also where we differ.";
pub const RESPECT_HELP_GUIDING: &str = "They hear me out, and I them, also where we differ.";
pub const WORD: &str = "A word about it";
pub const WORD_HINT: &str = "Lighter than last time";
pub const ON: &str = "Day";
pub const TABLE: &str = "As a table";
pub const OVER_TIME: &str = "Over time";

/// What one is called: “Pulse · Amara Osei, 3 Feb”.
pub fn title(with: &str, on: Day, calendar: &Calendar) -> String {
    format!("Pulse · {with}, {}", calendar.short(on))
}
pub fn of(with: &str) -> String {
    format!("pulse with {with}")
}
/// A rating in a table.
pub fn rated(rating: Option<u8>) -> String {
    rating.map_or_else(|| "–".to_owned(), |rating| rating.to_string())
}
/// What the drawing shows, for those who do not see it.
pub fn drawing(latest: [Option<u8>; 3], count: usize) -> String {
    let [communication, trust, respect] = latest.map(rated);
    let times = super::count(count, "time", "times");
    format!("Noted {times}. The last time: communication {communication}, trust {trust}, respect {respect}, of 5.")
}
