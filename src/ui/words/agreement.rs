//! Words of agreements.

use super::{count, dates::Calendar, mentorship::about, names};
use crate::domain::{Agreement, Day, Notebook, Rhythm};

pub const PLACE: &str = "Agreement";
pub const WHAT: &str = "What you expect of each other, written down together: it takes one talk, and spares many. One that was agreed on stays as it is; what changes later is a new one.";
pub const PREPARE: &str = "Prepare an agreement";
pub const ANEW: &str = "Talk about it anew";

pub const WHY_ANEW: &str = "Why we talk about it anew";
pub const WHY_ANEW_HINT: &str = "What has changed since: a new goal, less time, something that did not work";
pub const WHY_WAS: &str = "Why";

pub const MINE: &str = "What I hope for and bring";
pub const MINE_HINT: &str = "Honest words about my work, once a month. I come prepared.";
pub const THEIRS: &str = "What they hope for and bring";
pub const THEIRS_HINT: &str = "Time and an open ear, and that I try things out.";
pub const MINE_HINT_GUIDING: &str = "Time and an open ear. I say what I see, and leave the choice to them.";
pub const THEIRS_HINT_GUIDING: &str =
    "Honest words about their work, and that they try things out. They come prepared.";
pub const BOTH_PROMPTS: &str = "Questions for both";
pub const MINUTES: &str = "A meeting lasts";
pub const MINUTES_UNIT: &str = "minutes";
pub const AGENDA_BY: &str = "Who brings the agenda";
pub const LEFT_OPEN: &str = "Left open";
/// Of what belongs to the mentorship and not to its agreement.
pub const AT_ONCE: &str = "This is how your mentorship stands now; what you change here holds at once.";
pub const CANCELLING: &str = "When one of us cannot come";
pub const CANCELLING_HINT: &str = "A word the day before, and a new day at once";
pub const GUIDELINES: &str = "How we talk to each other";
pub const GUIDELINES_HINT: &str =
    "Plainly, with an example, and about the work. Whoever is annoyed says so within a week.";
pub const BETWEEN_US: &str = "What stays between us";
pub const BETWEEN_US_HINT: &str = "Everything about people at work";
pub const EXCEPTIONS: &str = "With whom it may be spoken about all the same";
pub const EXCEPTIONS_HINT: &str = "At home, without names";
pub const OFF_LIMITS: &str = "What we leave out";
pub const OFF_LIMITS_HINT: &str = "Pay, and my family";
pub const REVIEW_ON: &str = "We look at it again on";
pub const ENDS_ON: &str = "It ends on";

pub const AT_THE_TABLE: &str = "One question at a time";
pub const ALL_AT_ONCE: &str = "All at once";
pub const AGREE: &str = "We agree on this";
pub const CHANGE: &str = "Change it together";
pub const HIDES: &str = "A goal that is private is left out here.";
pub const PRINT: &str = "Print";
pub const CHANGED: &str = "What is different";
pub const SAME: &str = "It says the same as the one before.";

/// The titles of the steps, in order.
pub const STEPS: [&str; 6] = [
    "What each of us hopes for",
    "What we work on",
    "How often, and how",
    "How we talk to each other",
    "What stays between us",
    "When we look at it again",
];

/// What one is called: “Agreement with Amara Osei, agreed on 3 March”.
pub fn title(with: &str, agreed: Option<Day>, calendar: &Calendar) -> String {
    match agreed {
        Some(day) => format!("Agreement · {with}, {}", calendar.short(day)),
        None => format!("Agreement · {with}, being talked about"),
    }
}
pub fn heading(with: &str) -> String {
    format!("Agreement with {with}")
}
pub fn agreed(day: &str) -> String {
    format!("Agreed {day}")
}
pub fn talked_about(since: &str) -> String {
    format!("Being talked about since {since}. Nobody has agreed to it yet.")
}
pub fn since_the_one(day: &str) -> String {
    format!("Since the one agreed {day}:")
}
pub fn was_agreed(with: &str) -> String {
    format!("Agreed with {with}")
}
/// An agreement in one line of Today.
pub fn review(with: &str) -> String {
    format!("Look at the agreement with {with} again")
}
pub fn review_why(day: &str) -> String {
    format!("You agreed to do so {day}")
}
pub const REVIEW: &str = "Look at it";

fn minutes(minutes: u16) -> String {
    count(minutes.into(), "minute", "minutes")
}

fn rhythm(rhythm: Rhythm) -> String {
    format!("{}, never longer than {}", super::people::every(rhythm.ideal), count(rhythm.longest.into(), "day", "days"))
}

/// What an agreement says, question by question; what was left open is left out. It is for both to read, so no private
/// goal stands in it (R6).
pub fn lines(notebook: &Notebook, it: &Agreement) -> Vec<(&'static str, String)> {
    let goals = it.goals.iter().filter(|id| notebook.may_be_named(id.entry()));
    let goals: Vec<_> = goals.filter_map(|id| Some(notebook.get(*id)?.title.to_string())).collect();
    let lines = [
        (MINE, it.mine.to_string()),
        (THEIRS, it.theirs.to_string()),
        (about::GOALS, goals.join("\n")),
        (about::RHYTHM, it.rhythm.map(rhythm).unwrap_or_default()),
        (about::CHANNEL, it.channel.map(names::channel).unwrap_or_default().to_owned()),
        (MINUTES, it.minutes.map(minutes).unwrap_or_default()),
        (AGENDA_BY, it.agenda_by.map(names::who).unwrap_or_default().to_owned()),
        (CANCELLING, it.cancelling.to_string()),
        (GUIDELINES, it.guidelines.to_string()),
        (BETWEEN_US, it.between_us.to_string()),
        (EXCEPTIONS, it.exceptions.to_string()),
        (OFF_LIMITS, it.off_limits.to_string()),
        (REVIEW_ON, it.review_on.map(super::dates::exact).unwrap_or_default()),
        (ENDS_ON, it.ends_on.map(super::dates::exact).unwrap_or_default()),
    ];
    lines.into_iter().filter(|(_, said)| !said.is_empty()).collect()
}

/// The same as a text to send.
pub fn as_text(heading: &str, lines: &[(&'static str, String)]) -> String {
    let mut text = heading.to_owned();
    for (label, said) in lines {
        text.push_str(&format!("\n\n{label}\n{said}"));
    }
    text
}
