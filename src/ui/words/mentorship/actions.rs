//! Words of action items.

use super::{ActionState, Calendar, Owner, names};
use crate::domain::Day;

pub const NEW: &str = "New action item";
pub const NEW_HINT: &str = "Send the outline";
pub const OWNER: &str = "Whose";
pub const DUE: &str = "Due";
pub const TITLE: &str = "Action item";
pub const OPEN: &str = "Open";
pub const OPEN_EMPTY: &str = "Nothing is open. What did one of you promise last?";
pub const ORDER: &str = "By due day; those without one come last";
pub const GOAL: &str = "For the goal";
pub const NO_GOAL: &str = "No goal";
pub const DROP: &str = "Drop it";
pub const DROP_REASON: &str = "Why it is dropped, in a line";
pub const DROP_HINT: &str = "No longer needed since the talk moved";
pub const TAKE_UP: &str = "Take it up again";
pub const OVERDUE: &str = "Overdue";

pub fn settled(number: usize) -> String {
    format!("Done and dropped ({number})")
}
pub fn more(title: &str) -> String {
    format!("More about {title}")
}
pub fn dropped(title: &str) -> String {
    format!("Dropped “{title}”")
}
pub fn from_meeting(day: &str) -> String {
    format!("from the meeting of {day}")
}
pub fn carried(day: &str) -> String {
    format!("carried forward to {day}")
}
/// Whose, with whom, and how it stands.
pub fn facts(owner: Owner, with: Option<&str>, due: Option<Day>, state: &ActionState, calendar: &Calendar) -> String {
    let mut facts = vec![names::owner(owner).to_owned()];
    facts.extend(with.map(|name| format!("with {name}")));
    match state {
        ActionState::Open => facts.extend(due.map(|day| format!("due {}", calendar.within(day)))),
        ActionState::Done { on } => facts.push(format!("done {}", calendar.within(*on))),
        ActionState::Dropped { on, reason } if reason.is_empty() => {
            facts.push(format!("dropped {}", calendar.within(*on)));
        }
        ActionState::Dropped { on, reason } => facts.push(format!("dropped {}: {}", calendar.within(*on), &**reason)),
    }
    facts.join(" · ")
}
