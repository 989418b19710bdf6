//! Words of one meeting.

pub mod calendar;
pub mod sheet;

use super::{count, dates, dates::Calendar, names};
use crate::{
    domain::{Day, Meeting, MeetingState, Move, Who},
    insights::talk::TalkTime,
};

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

pub const TO_CLOSE: &str = "While it is fresh: five questions, and the meeting is written down.";
pub const CLOSE_GO: &str = "Answer them";
pub const TALK_GO: &str = "Begin the talk";

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
pub const PROPOSED: &str = "Not to be passed over";
pub const TAKE: &str = "Add";
pub fn take(question: &str) -> String {
    format!("Add to the agenda: {question}")
}
pub fn talked_about(done: usize, all: usize) -> String {
    if done == 0 { count(all, "point", "points") } else { format!("{done} of {all} talked about") }
}
pub const PREPARATION: &str = "Preparation";
pub const PREPARATION_PART: &str = "preparation";
pub const PREPARATION_NEW: &str = "Add something to do before";
pub const PREPARATION_HINT: &str = "Read the chapter they named";
pub const PREPARATION_USUAL: &str = "What often helps";
pub fn take_preparation(what: &str) -> String {
    format!("Add to the preparation: {what}")
}
pub fn prepared(done: usize, all: usize) -> String {
    format!("{done} of {all} done")
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
pub const STORY: &str = "Their own story";
pub const STORY_HINT: &str = "What they told of their path, and what you take from it";
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

pub const I_CAME: &str = "I came";
pub const THEY_CAME: &str = "They came";
pub const NOT_NOTED: &str = "Not noted";
pub const MOVE: &str = "Put it on another day";
pub const MOVE_TO: &str = "The new day";
pub const MOVED_BY: &str = "Who asked for it?";
pub const MOVE_WHY: &str = "Why, in a line";
pub const MOVE_GO: &str = "Move it";
pub const MOVE_SAME: &str = "It stands on that day already.";
pub const MOVE_PAST: &str = "That day is past.";
pub fn moved(called: &str, to: &str) -> String {
    format!("Moved the meeting “{called}” to {to}")
}
/// “Put off from 3 March by the other person: a cold”.
pub fn was_moved(it: &Move, to: Day) -> String {
    let how = if to < it.from { "Brought forward" } else { "Put off" };
    let by = match it.by {
        Who::Me => "by me",
        Who::Them => "by the other person",
        Who::Both => "by both of us",
    };
    let why = if it.reason.is_empty() { String::new() } else { format!(": {}", &*it.reason) };
    format!("{how} from {} {by}{why}", dates::exact(it.from))
}

pub const LAST_TIME: &str = "Last time";

/// Words of a proposed point: what it would say on the agenda, and why it should stand there.
pub mod proposals {
    use super::{Day, dates};
    use crate::domain::Title;

    pub fn reached(milestone: &str) -> String {
        format!("Tell that this is reached: {milestone}")
    }
    pub fn overdue(action: &str) -> String {
        format!("What became of this: {action}")
    }
    pub const AGREEMENT: &str = "Look at our agreement again";
    pub fn review(goal: &str) -> String {
        format!("Is this still the goal: {goal}?")
    }
    pub fn quiet(goal: &str) -> String {
        format!("What holds this up: {goal}")
    }
    pub fn feedback(said: &str) -> String {
        format!("What I made of what you said: {said}")
    }

    pub const LEFT_OVER_WHY: &str = "There was no time for it at the last meeting.";
    pub fn reached_why(on: Day) -> String {
        format!("Reached on {}, and good news is told.", dates::exact(on))
    }
    pub fn overdue_why(due: Day) -> String {
        format!("It was due on {}.", dates::exact(due))
    }
    pub fn agreement_why(on: Day) -> String {
        format!("You agreed to do so on {}.", dates::exact(on))
    }
    pub fn review_why(on: Day) -> String {
        format!("Its review is set for {}.", dates::exact(on))
    }
    pub fn quiet_why(days: Option<i64>) -> String {
        match days {
            Some(days) => format!("Nothing happened to it for {days} days."),
            None => "Nothing has happened to it yet.".to_owned(),
        }
    }
    pub fn feedback_why(on: Day) -> String {
        format!("Said on {}; what came of it is not noted.", dates::exact(on))
    }

    /// What fits an agenda: a title has a most of characters.
    pub fn fitting(text: &str) -> Option<Title> {
        let whole = Title::new(text).ok();
        whole.or_else(|| Title::new(format!("{}…", text.chars().take(150).collect::<String>())).ok())
    }
}

/// Words of the screen of a talk that is under way.
pub mod talk {
    use super::{TalkTime, count};

    pub const AGENDA_EMPTY: &str = "No agenda. What should not be forgotten today?";
    pub const BEGIN_NOW: &str = "It begins now";
    pub const OVER: &str = "The talk is over";
    pub const BACK: &str = "Back to its page";
    pub const TIME: &str = "Time";

    fn minutes(minutes: i64) -> String {
        count(usize::try_from(minutes).unwrap_or_default(), "minute", "minutes")
    }
    /// How it stands to the clock.
    pub fn time(time: TalkTime) -> String {
        match time {
            TalkTime::Before(minutes_left) => format!("Begins in {}", minutes(minutes_left)),
            TalkTime::Since(passed) => format!("{} in", minutes(passed)),
            TalkTime::Left(0) => "Time is up".to_owned(),
            TalkTime::Left(left) => format!("{} left", minutes(left)),
            TalkTime::Over(over) => format!("{} over", minutes(over)),
        }
    }
    /// “It began at 17:04”.
    pub fn began(called: &str) -> String {
        format!("Noted when the meeting “{called}” began")
    }
}

/// Words of the five questions after a meeting.
pub mod after {
    /// The titles of the steps, in order.
    pub const STEPS: [&str; 5] = [
        "What do you take with you?",
        "Who does what, by when?",
        "What did you tell each other about your work?",
        "How did it feel?",
        "When do you talk next?",
    ];
    pub const LEAVE: &str = "Leave it here";
    pub const DONE: &str = "That is all";
    pub const FEEL: &str = "Note how it felt";

    pub fn heading(name: &str) -> String {
        format!("After the talk with {name}")
    }
}
