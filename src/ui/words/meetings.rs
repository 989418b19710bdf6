//! Words of one meeting.

use super::{count, dates, dates::Calendar, names};
use crate::domain::{Meeting, MeetingState};

pub fn with(name: &str) -> String {
    format!("Meeting with {name}")
}

/// “Thursday, in 2 days, 17:00 · 45 minutes · by video · planned”.
pub fn when(meeting: &Meeting, calendar: &Calendar) -> String {
    let time = meeting.at.map(|at| format!(", {}", dates::time(at))).unwrap_or_default();
    let mut facts = vec![format!("{}{time}", calendar.near(meeting.on))];
    facts.extend(meeting.minutes.map(|it| count(it.into(), "minute", "minutes")));
    facts.extend(meeting.channel.map(|it| names::channel(it).to_lowercase()));
    facts.push(names::meeting_state(&meeting.state).to_lowercase());
    facts.join(" · ")
}

pub const ASK: &str = "Did it take place?";
pub const ASK_TODAY: &str = "It is today";
pub const ASK_YES: &str = "It took place";
pub const ASK_NO: &str = "It did not";

pub const SETTLE: &str = "Left open earlier";
pub const SETTLE_HELP: &str = "Decide about each: finished, taken on to this meeting, or given up.";
pub const DONE: &str = "Done";
pub const CARRY: &str = "Carry forward";
pub const DROP: &str = "Drop";
pub fn decision(what: &str, title: &str) -> String {
    format!("{what}: {title}")
}
pub fn carried(title: &str) -> String {
    format!("Carried forward “{title}”")
}

pub const AGENDA: &str = "Agenda";
pub const AGENDA_EMPTY: &str =
    "Three points are plenty: something that moved, something that is stuck, one honest question.";
pub const POINT: &str = "Agenda point";
pub const POINT_PART: &str = "agenda point";
pub const POINT_NEW: &str = "Add a point";
pub const POINT_HINT: &str = "How do I ask for a project a second time?";
pub const QUESTIONS: &str = "Questions worth bringing";
pub const TAKE: &str = "Add";
pub fn take(question: &str) -> String {
    format!("Add to the agenda: {question}")
}
pub fn talked_about(done: usize, all: usize) -> String {
    if done == 0 { count(all, "point", "points") } else { format!("{done} of {all} talked about") }
}
pub const PREPARED: &str = "I am prepared";
pub fn made_ready(called: &str, on: bool) -> String {
    if on { format!("Prepared for “{called}”") } else { format!("No longer prepared for “{called}”") }
}

pub const NOTES: &str = "Notes";
pub const SHARED: &str = "Notes to share";
pub const SHARED_HINT: &str = "What both of you may read";
pub const PRIVATE: &str = "Private notes";
pub const PRIVATE_HELP: &str = "For you alone. They are never part of anything you share.";
pub const INSIGHTS: &str = "Insights";
pub const INSIGHTS_HINT: &str = "What you understood";
pub const OUTCOMES: &str = "Outcomes";
pub const OUTCOMES_HINT: &str = "What it ended with";

pub const ACTIONS_EMPTY: &str = "Nothing was promised yet. Who does what, by when?";
pub const FEEDBACK_NEW: &str = "Keep a piece of feedback";

pub const FACTS: &str = "Change the day, the subject, the goals";
pub const TITLE: &str = "What it is about";
pub const TITLE_HINT: &str = "The abstract, and saying no";
pub const LENGTH: &str = "How long";
pub const MINUTES: &str = "minutes";
pub const GOALS: &str = "Goals it is about";

pub const STATE: &str = "Whether it took place";
pub const WHO_MISSED: &str = "Who did not come?";
pub const WHO_CANCELLED: &str = "Who called it off?";
pub const NOT_YET: &str = "Nothing is noted yet. Say whose doing it was, then set it so.";
pub const WHO_FIRST: &str = "Choose who, then set it.";
pub const REASON: &str = "The reason, in a line";
pub const REASON_HINT: &str = "A cold, and no voice";
pub const SET_STATE: &str = "Set it so";
pub const LEAVE_STATE: &str = "Leave it";
pub fn became(called: &str, state: &MeetingState, moved: bool) -> String {
    let today = if moved { ", today" } else { "" };
    format!("Set the meeting “{called}” to {}{today}", names::meeting_state(state).to_lowercase())
}

pub const LAST_TIME: &str = "Last time";
