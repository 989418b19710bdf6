//! Words of putting meetings into a calendar.

use crate::{domain::Meeting, ui::words::people};

pub const TITLE: &str = "Into my calendar";
pub const WHAT: &str =
    "A file for the calendar of your telephone or computer. Opened again later, it brings what has changed.";
pub const PRIVATE_ONE: &str = "This meeting is private. The file says when it is and what it is called.";
pub const REMIND: &str = "Remind me";
pub const NOT: &str = "Not";
pub const QUARTER: &str = "15 minutes before";
pub const HOUR: &str = "An hour before";
pub const DAY: &str = "A day before";
pub const AGENDA: &str = "With the points of the agenda";
pub const PRIVATE: &str = "With the meetings that are private";
pub fn rhythm(days: u16) -> String {
    format!("And the rhythm after that: {}, as often as you agreed", people::every(days))
}
pub const SAVE: &str = "Save for the calendar";
pub const SAVED: &str = "The file is on its way to your downloads. Open it with your calendar.";
pub const NOTHING: &str = "No meeting is planned: plan one, or take the rhythm with it.";

/// What a meeting is called in a calendar; without one, what the meetings of the rhythm are.
pub fn called(with: &str, meeting: Option<&Meeting>) -> String {
    match meeting {
        Some(meeting) if !meeting.title.is_empty() => format!("{} · {with}", meeting.title),
        _ => format!("Meeting with {with}"),
    }
}
