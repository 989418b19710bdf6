//! Words of a mentorship and its tabs.

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

pub mod meetings {
    use super::count;
    use crate::domain::{Answer, Channel, Direction, MeetingState, Who};
    use crate::ui::words::names;

    pub const SIGNAL: &str = "Rhythm";
    pub const DUE: &str = "It is time for a contact";
    pub const OVERDUE: &str = "The longest gap you agreed on has passed";
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
}

pub mod actions {
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
    pub fn facts(
        owner: Owner,
        with: Option<&str>,
        due: Option<Day>,
        state: &ActionState,
        calendar: &Calendar,
    ) -> String {
        let mut facts = vec![names::owner(owner).to_owned()];
        facts.extend(with.map(|name| format!("with {name}")));
        match state {
            ActionState::Open => facts.extend(due.map(|day| format!("due {}", calendar.within(day)))),
            ActionState::Done { on } => facts.push(format!("done {}", calendar.within(*on))),
            ActionState::Dropped { on, reason } if reason.is_empty() => {
                facts.push(format!("dropped {}", calendar.within(*on)));
            }
            ActionState::Dropped { on, reason } => {
                facts.push(format!("dropped {}: {}", calendar.within(*on), &**reason))
            }
        }
        facts.join(" · ")
    }
}

pub mod feedback {
    use crate::domain::Direction;

    pub const NEW: &str = "What was said, in a line; more can follow";
    pub const NEW_HINT: &str = "You explain better than you think";
    pub const DIRECTION: &str = "From whom";
    pub const DAY: &str = "Day";
    pub const GOAL: &str = "About the goal";
    pub const NO_GOAL: &str = "No goal";
    pub const ALL: &str = "Feedback";
    pub const EMPTY: &str =
        "None yet, in either direction. A sentence is enough, and asking for one is a good use of a meeting.";
    pub const ORDER: &str = "Newest first";
    pub const TEXT: &str = "What was said";
    pub const DONE_HINT: &str = "What changed because of it";
    pub const ABOUT: &str = "What it is about";
    pub const NOT_SAID: &str = "Left open";
    pub const PIECE: &str = "Which piece of work";
    pub const PIECE_HINT: &str = "The first draft of the abstract";
    pub const SKILLS: &str = "Skills it is about";

    /// Whoever is told something does something about it.
    pub fn done_about_it(direction: Direction) -> &'static str {
        match direction {
            Direction::FromThem => "What I did about it",
            Direction::FromMe => "What they did about it",
        }
    }
    /// The way in which the one who is told works.
    pub fn way(direction: Direction) -> &'static str {
        match direction {
            Direction::FromThem => "How I work",
            Direction::FromMe => "How they work",
        }
    }
    /// The same within a line.
    pub fn way_within(direction: Direction) -> &'static str {
        match direction {
            Direction::FromThem => "how I work",
            Direction::FromMe => "how they work",
        }
    }
    pub const WORK: &str = "A piece of work";
    pub const WORK_WITHIN: &str = "a piece of work";
    pub const DAY_IS_AHEAD: &str = "That day is still to come.";

    /// The name of a piece of feedback.
    pub fn more(day: &str) -> String {
        format!("More about the feedback of {day}")
    }
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

pub mod pauses {
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
}

pub mod strip {
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
    fn agreed(rhythm: Rhythm) -> String {
        format!("{}, never over {}", every(rhythm.ideal), rhythm.longest)
    }
    /// The whole drawing in a sentence.
    pub fn label(strip: &Strip, calendar: &Calendar) -> String {
        let was = strip.dots.iter().filter(|dot| matches!(dot.what, DotKind::Was(_))).count();
        let mut label = format!("{} since {}", count(was, "contact", "contacts"), calendar.short(strip.from));
        if let Some(rhythm) = strip.rhythm {
            label.push_str(&format!("; agreed: {}", agreed(rhythm)));
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
        let agreed = strip.rhythm.map(|it| format!("Agreed: {}. ", agreed(it))).unwrap_or_default();
        format!("{agreed}No contact in this half year; the next one draws the first dot.")
    }
    /// What stands under it.
    pub fn caption(strip: &Strip) -> String {
        let first = strip.rhythm.map_or_else(|| "No rhythm agreed".to_owned(), |it| format!("Agreed: {}", agreed(it)));
        match strip.longest_gap.filter(|gap| gap.days > 0) {
            Some(gap) if strip.exceeded => {
                format!("{first}. The longest gap was {}, longer than agreed.", days(gap.days))
            }
            Some(gap) => format!("{first}; {}.", longest(gap)),
            None => format!("{first}."),
        }
    }
}
