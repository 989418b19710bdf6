//! Words of Today.

use super::count;

pub const QUIET: &str = "Nothing asks for you today";
pub const WAITING: &str = "Waiting for you";
pub const NONE_WAITING: &str = "Nothing waits. A good moment to look at a goal, or to write a line to somebody.";
pub const IN_MOTION: &str = "Goals in motion";
pub const NONE_IN_MOTION: &str = "No active goal. What are you working toward?";
pub const BEGIN: &str = "Where to begin";
pub const BEGIN_WHY: &str = "With what you work toward, or with somebody. Either leads to the other.";
pub const HAVE_MENTOR: &str = "I have a mentor";
pub const LOOK_FOR_ONE: &str = "I look for one";
pub const GUIDE_SOMEBODY: &str = "I guide somebody";
pub const FIRST_GOAL: &str = "Write a goal";
pub const ALL_GOALS: &str = "All goals";
pub const ALL_ACTIONS: &str = "Open action items";
pub const ALL_FEEDBACK: &str = "Feedback";
pub fn rhythm_with(name: &str) -> String {
    format!("Rhythm with {name}")
}

pub const PREPARE: &str = "Prepare";
pub const OPEN: &str = "Open";
pub const NEXT_MEETING: &str = "Next meeting";

pub fn heading(lines: usize) -> String {
    match lines {
        0 => QUIET.to_owned(),
        1 => "One thing asks for you today".to_owned(),
        n => format!("{} things ask for you today", number(n)),
    }
}

fn number(n: usize) -> String {
    const WORDS: [&str; 8] = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven"];
    WORDS.get(n).map_or_else(|| n.to_string(), |word| (*word).to_owned())
}

pub fn shown(lines: usize, more: usize) -> String {
    if more == 0 { String::new() } else { format!("the {lines} most urgent of {}", lines + more) }
}

pub fn meeting_with(name: &str) -> String {
    format!("Meeting with {name}")
}

/// “Agenda has 3 points, one still open from last time. Not prepared yet.”
pub fn agenda(points: usize, to_settle: usize, prepared: bool) -> String {
    let agenda = match points {
        0 => "The agenda is still empty".to_owned(),
        n => format!("The agenda has {}", count(n, "point", "points")),
    };
    let open = match to_settle {
        0 => String::new(),
        1 => ", one action item is still open from last time".to_owned(),
        n => format!(", {n} action items are still open from last time"),
    };
    let prepared = if prepared { " You are prepared." } else { " Not prepared yet." };
    format!("{agenda}{open}.{prepared}")
}

pub mod line {
    use super::super::count;

    pub fn log_meeting(with: &str) -> String {
        format!("Did the meeting with {with} take place?")
    }
    pub fn log_meeting_why(on: &str) -> String {
        format!("It was planned for {on}, and nothing says what came of it")
    }
    pub const LOG: &str = "Write it down";
    pub fn promised(promised: &str, due: &str) -> String {
        format!("You promised it {promised} · due {due}")
    }
    pub fn they_promised(name: &str, promised: &str, due: &str) -> String {
        format!("{name} promised it {promised} · it was due {due}")
    }
    pub fn ask(name: &str, title: &str) -> String {
        format!("Ask {name} about “{title}”")
    }
    pub const SEE: &str = "See it";
    pub fn contact(name: &str) -> String {
        format!("Get in touch with {name}")
    }
    pub fn contact_why(days: Option<i64>, paused: i64, ideal: u16, longest: u16, overdue: bool) -> String {
        let rhythm = if overdue { format!("{longest} at most") } else { format!("every {ideal}") };
        match days {
            Some(days) => {
                let paused = if paused > 0 { ", pauses left out" } else { "" };
                let days = count(usize::try_from(days).unwrap_or(0), "day", "days");
                format!("No contact logged for {days}{paused}; the rhythm says {rhythm}")
            }
            None => format!("No contact logged yet; the rhythm says {rhythm} days"),
        }
    }
    pub const PLAN: &str = "Plan or log";
    pub fn unanswered(name: &str, theirs: bool) -> String {
        if theirs { format!("Answer {name}") } else { format!("{name} has not answered") }
    }
    pub fn unanswered_why(days: i64, about: &str) -> String {
        format!("“{about}” has waited for {days} days")
    }
    pub fn outreach(to: &str, sent: bool) -> String {
        if sent { format!("Ask {to} once more, or stop waiting") } else { format!("Write to {to}") }
    }
    pub fn outreach_why(sent: Option<String>, by: &str) -> String {
        match sent {
            Some(sent) => format!("Sent {sent}, no reply; you wanted to look again {by}"),
            None => format!("You wanted to do it {by}"),
        }
    }
    pub fn candidate(name: &str, parked: bool) -> String {
        if parked { format!("Think of {name} again") } else { format!("Go on with {name}") }
    }
    pub fn candidate_why(stage: &str, by: &str) -> String {
        format!("{stage}; you wanted to look again {by}")
    }
    pub fn event(title: &str) -> String {
        format!("Write to the people you met at “{title}”")
    }
    pub fn event_why(met: usize, by: &str) -> String {
        format!("{} met; you wanted to have written {by}", count(met, "person", "people"))
    }
    pub fn thanks(name: &str) -> String {
        format!("Thank {name}")
    }
    pub fn thanks_why(help: &str, ago: &str, more: usize) -> String {
        let more = if more == 0 { String::new() } else { format!(", and {more} more") };
        format!("“{help}” helped you {ago}{more}")
    }
    pub const WRITE: &str = "Write";
    pub fn review(title: &str) -> String {
        format!("Look again at “{title}”")
    }
    pub fn review_why(touched: Option<String>, on: &str) -> String {
        match touched {
            Some(touched) => format!("Last touched {touched}; you wanted to look again {on}"),
            None => format!("Not touched yet; you wanted to look again {on}"),
        }
    }
    pub const REVIEW: &str = "Review";
    pub fn step_why(plan: &str, due: &str) -> String {
        format!("The next step of “{plan}”, due {due}")
    }
    pub const BACKUP: &str = "Save a backup";
    pub fn backup_why(last: Option<String>, entries: usize, changes: usize) -> String {
        match last {
            None => format!("{entries} entries lie in this browser only"),
            Some(last) => format!("{} changed since the last one, {last}", count(changes, "entry", "entries")),
        }
    }
}
