//! Words of the tab of meetings and check-ins.

use super::count;
use crate::domain::{Answer, Channel, Direction, MeetingState, Who};
use crate::ui::words::names;

pub const SIGNAL: &str = "Rhythm";
pub const DUE: &str = "It is time for a contact";
pub const OVERDUE: &str = "The longest gap of the rhythm has passed";
pub const PLAN: &str = "Plan a meeting";
pub const LOG: &str = "Log a past meeting";
pub const CHECK_IN: &str = "Note a check-in";
pub const NEXT: &str = "Next";
pub const NEXT_EMPTY: &str = "No meeting is planned. Choose a day, and the agenda can grow until then.";
pub const NOT_LOGGED: &str = "Did it take place?";
pub const WRITE_DOWN: &str = "Write it down";
pub const DAY: &str = "Day";
pub const TIME: &str = "Time";
pub const CHANNEL: &str = "How you meet";
pub const CHANNEL_OPEN: &str = "Left open";
pub const PROPOSED: &str = "The day follows from your rhythm; any other will do.";
pub const PLAN_GO: &str = "Plan it";
pub const LOG_HELP: &str = "Notes, outcomes and action items follow on its page.";
pub const LOG_GO: &str = "Log it";
pub const NO_DAY: &str = "Choose a day first.";
pub const DAY_IS_PAST: &str = "That day is past. To write down a meeting that was, use “Log a past meeting”.";
pub const DAY_IS_AHEAD: &str = "That day is still to come. To plan a meeting, use “Plan a meeting”.";
pub const CHECK_IN_AHEAD: &str = "That day is still to come; it counts as a contact from then on.";
pub const ANSWERED: &str = "It was answered";
pub fn answered(about: &str) -> String {
    format!("{ANSWERED}: {about}")
}
pub fn more(about: &str) -> String {
    format!("More about {about}")
}
pub const ABOUT: &str = "What it was about, in a line";
pub const WRITTEN: &str = "What was written";
pub const ABOUT_HINT: &str = "Sent the outline, asked about the first slide";
pub const WHO_BEGAN: &str = "Who began";
pub const HOW: &str = "How";
pub const WAITING: &str = "Waiting for an answer";
pub const CHECK_IN_GO: &str = "Note it";
pub const CHECK_IN_FIELD: &str = "Check-in";
pub const ANSWER: &str = "Answer";
pub const HAPPENED: &str = "What happened";
pub const HAPPENED_EMPTY: &str =
    "Meetings and check-ins line up here, newest first. Begin with the last time you talked.";
pub const ORDER: &str = "Newest first";

/// A meeting as a list calls it.
pub fn called(name: &str, day: &str) -> String {
    format!("{name}, {day}")
}
pub fn planned(name: &str, day: &str) -> String {
    format!("Planned a meeting with {name} {day}")
}
pub fn counted(meetings: usize, check_ins: usize) -> String {
    let meetings = count(meetings, "meeting", "meetings");
    if check_ins == 0 { meetings } else { format!("{meetings}, {}", count(check_ins, "check-in", "check-ins")) }
}
pub fn step(step: &str, day: &str) -> String {
    format!("{step}: {day}")
}
/// Who did not come or called it off, and why.
pub fn not_held(state: &MeetingState) -> Option<String> {
    let (MeetingState::Missed { by, reason } | MeetingState::Cancelled { by, reason }) = state else { return None };
    let what = match (matches!(state, MeetingState::Missed { .. }), by) {
        (true, Who::Me) => "I did not come",
        (true, Who::Them) => "They did not come",
        (true, Who::Both) => "Neither of us came",
        (false, Who::Me) => "I called it off",
        (false, Who::Them) => "They called it off",
        (false, Who::Both) => "We called it off",
    };
    Some(if reason.is_empty() { what.to_owned() } else { format!("{what}: {}", &**reason) })
}
pub fn actions(all: usize, open: usize) -> Option<String> {
    let actions = count(all, "action item", "action items");
    match (all, open) {
        (0, _) => None,
        (_, 0) => Some(actions),
        (1, 1) => Some(format!("{actions}, still open")),
        _ => Some(format!("{actions}, {open} still open")),
    }
}
pub fn check_in_line(direction: Direction, channel: Channel, answer: Answer) -> String {
    let line = format!("{}, {}", names::direction(direction), names::channel(channel).to_lowercase());
    match answer {
        Answer::Waiting => line,
        answer => format!("{line} · {}", names::answer(answer).to_lowercase()),
    }
}
