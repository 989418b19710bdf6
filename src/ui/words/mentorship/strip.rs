//! Words of the drawing of contacts.

use crate::insights::{contact::ContactKind, strip::DotKind};

use super::{Calendar, Rhythm, count, every};
use crate::insights::strip::{Gap, Strip};

pub const TABLE: &str = "As a table";
pub const DAY: &str = "Day";
pub const WHAT: &str = "Contact";
pub const GAP: &str = "Days since the one before";

pub fn what(dot: DotKind) -> &'static str {
    match dot {
        DotKind::Was(ContactKind::Meeting(_)) => "Meeting",
        DotKind::Was(ContactKind::CheckIn(_)) => "Check-in",
        DotKind::Was(ContactKind::Unanswered(_)) => "Check-in, not answered",
        DotKind::Planned(_) => "Planned meeting",
    }
}
pub fn pause(until: &str) -> String {
    format!("Pause until {until}")
}
pub const PAUSES: &str = "Days of pauses are shaded, and count in no gap.";
pub fn days(days: i64) -> String {
    count(usize::try_from(days).unwrap_or(0), "day", "days")
}
fn longest(gap: Gap) -> String {
    format!("the longest gap was {}", days(gap.days))
}
fn said(rhythm: Rhythm) -> String {
    format!("{}, never over {}", every(rhythm.ideal), rhythm.longest)
}
/// The whole drawing in a sentence.
pub fn label(strip: &Strip, calendar: &Calendar) -> String {
    let was = strip.dots.iter().filter(|dot| matches!(dot.what, DotKind::Was(_))).count();
    let mut label = format!("{} since {}", count(was, "contact", "contacts"), calendar.short(strip.from));
    if let Some(rhythm) = strip.rhythm {
        label.push_str(&format!("; rhythm: {}", said(rhythm)));
    }
    if !strip.pauses().is_empty() {
        label.push_str(&format!("; {}", count(strip.pauses().len(), "pause", "pauses")));
    }
    if let Some(gap) = strip.longest_gap.filter(|gap| gap.days > 0) {
        label.push_str(&format!("; {}", longest(gap)));
    }
    label
}
/// What stands in its place while there is nothing to draw.
pub fn before_first(strip: &Strip) -> String {
    let rhythm = strip.rhythm.map(|it| format!("Rhythm: {}. ", said(it))).unwrap_or_default();
    format!("{rhythm}No contact in this half year; the next one draws the first dot.")
}
/// What stands under it.
pub fn caption(strip: &Strip) -> String {
    let first = strip.rhythm.map_or_else(|| "No rhythm".to_owned(), |it| format!("Rhythm: {}", said(it)));
    match strip.longest_gap.filter(|gap| gap.days > 0) {
        Some(gap) if strip.exceeded => {
            format!("{first}. The longest gap was {}, longer than that.", days(gap.days))
        }
        Some(gap) => format!("{first}; {}.", longest(gap)),
        None => format!("{first}."),
    }
}
