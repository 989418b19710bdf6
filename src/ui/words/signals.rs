//! Words of signals: what seems to be wrong, from what that shows, and what helps.

use super::{count, pulse};
use crate::{
    domain::{Notebook, Owner, Side, SignalKind},
    insights::signals::{Evidence, PulseSide, Strength},
};

pub const NAME: &str = "How it goes between you";
pub const HELPS: &str = "What could help";
pub const PAUSES: &str = "The days of your pauses are left out.";
pub const REST: &str = "Let it rest";
pub const REST_HELP: &str = "For a while, or for good: what is settled comes back only if something new happens.";
pub const SETTLED: &str = "It is settled";
pub const GUIDE: &str = "More in the guide";
pub const DOUBT: &str = "Write down a doubt";
/// Weeks for which a signal can rest.
pub const WEEKS: [u8; 4] = [1, 2, 4, 12];
pub fn weeks(weeks: u8) -> String {
    format!("Not now: {}", count(weeks.into(), "week", "weeks"))
}
pub fn rests(with: &str, until: &str) -> String {
    format!("Set the signal about {with} aside until {until}")
}
pub fn settled(with: &str) -> String {
    format!("Settled the signal about {with}")
}
pub fn also(others: &[&str]) -> String {
    format!("There is more: {}.", others.join(" "))
}

/// What seems to be wrong, on the page of the mentorship.
pub fn what(kind: SignalKind, side: Side) -> &'static str {
    match (kind, side) {
        (SignalKind::Time, Side::Guided) => "There may be too little time.",
        (SignalKind::Time, Side::Guiding) => "You may have too little time for them.",
        (SignalKind::Clash, _) => "It may not sit right between you.",
        (SignalKind::Direction, Side::Guided) => "It may have lost its direction.",
        (SignalKind::Direction, Side::Guiding) => "They may not know what to work on with you.",
        (SignalKind::Communication, Side::Guided) => "You may be losing touch.",
        (SignalKind::Communication, Side::Guiding) => "They may be drifting away.",
    }
}

pub fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Faint => "A faint sign",
        Strength::Clear => "A clear sign",
        Strength::Strong => "A strong sign",
    }
}

/// The same on Today, where somebody may look over one's shoulder.
pub fn today(kind: SignalKind, side: Side, with: &str) -> String {
    match (kind, side) {
        (SignalKind::Time, Side::Guided) => format!("There may be too little time with {with}"),
        (SignalKind::Time, Side::Guiding) => format!("You may have too little time for {with}"),
        (SignalKind::Clash, _) => format!("Take a quiet look at how it goes with {with}"),
        (SignalKind::Direction, Side::Guided) => format!("Find the direction with {with} again"),
        (SignalKind::Direction, Side::Guiding) => format!("Ask {with} what should be different"),
        (SignalKind::Communication, _) => format!("Do not lose touch with {with}"),
    }
}
pub fn today_why(notebook: &Notebook, kind: SignalKind, it: Evidence) -> String {
    if kind == SignalKind::Clash { CLASH_WHY.to_owned() } else { evidence(notebook, it) }
}
const CLASH_WHY: &str = "Your own notes of how it feels say so";
pub const LOOK: &str = "Look at it";

fn days(days: i64) -> String {
    count(usize::try_from(days).unwrap_or(0), "day", "days")
}

fn side(side: PulseSide) -> &'static str {
    match side {
        PulseSide::Communication => pulse::COMMUNICATION,
        PulseSide::Trust => pulse::TRUST,
        PulseSide::Respect => pulse::RESPECT,
    }
}

/// A piece of evidence in a sentence without its end.
pub fn evidence(notebook: &Notebook, evidence: Evidence) -> String {
    match evidence {
        Evidence::Gap { days: gone, longest, unheard: false } => {
            format!("No contact logged for {}; the rhythm says {longest} at most", days(gone))
        }
        Evidence::Gap { days: gone, longest, unheard: true } => {
            format!("You wrote, and have heard nothing for {}; the rhythm says {longest} at most", days(gone))
        }
        Evidence::Gaps { times, days: gone, longest } => format!(
            "{} in half a year you were not in contact for longer than the {longest} days of the rhythm, once for {}",
            if times == 2 { "Twice".to_owned() } else { format!("{times} times") },
            days(gone)
        ),
        Evidence::NotHeld { off, held } => {
            format!("{} of the last three months did not take place; {held} did", count(off, "meeting", "meetings"))
        }
        Evidence::PutOff { times } => {
            let times = if times == 2 { "Twice".to_owned() } else { format!("{times} times") };
            format!("{times} in the last three months a meeting was put off")
        }
        Evidence::Low { side: of, rating, times: 1 } => format!("{}: {rating} of 5 the last time", side(of)),
        Evidence::Low { side: of, rating, times } => {
            format!("{}: {rating} of 5 the last time, and low {times} times in a row", side(of))
        }
        Evidence::Fell { side: of, from, to } => format!("{}: {to} of 5 the last time; it was {from}", side(of)),
        Evidence::NoGoal { had: false } => "No goal is linked to it".to_owned(),
        Evidence::NoGoal { had: true } => "Every goal linked to it is reached, paused or let go".to_owned(),
        Evidence::Untouched { goal, days: gone } => {
            let title = notebook.get(goal).map(|it| it.title.to_string()).unwrap_or_default();
            format!("Nothing has happened to “{title}” for {}, nor to another goal you share", days(gone))
        }
        Evidence::NoGoalNamed { meetings } => format!("The last {meetings} meetings name no goal"),
        Evidence::NoOutcome { meetings } => {
            format!("The last {meetings} meetings ended without an outcome or an action item")
        }
        Evidence::Unanswered { from: Owner::Me, messages: 1, days: gone } => {
            format!("Your message has waited for an answer for {}", days(gone))
        }
        Evidence::Unanswered { from: Owner::Me, messages, days: gone } => {
            format!("{messages} messages of yours wait for an answer, one for {}", days(gone))
        }
        Evidence::Unanswered { from: Owner::Them, messages: 1, days: gone } => {
            format!("Their message has waited for your answer for {}", days(gone))
        }
        Evidence::Unanswered { from: Owner::Them, messages, days: gone } => {
            format!("{messages} messages of theirs wait for your answer, one for {}", days(gone))
        }
        Evidence::Overdue { owner, actions, days: late } => {
            let whose = if owner == Owner::Me { "yours" } else { "theirs" };
            match actions {
                1 => format!("An action item of {whose} is {} overdue", days(late)),
                _ => format!("{actions} action items of {whose} are overdue, one by {}", days(late)),
            }
        }
    }
}

pub mod raise {
    use super::super::changes::quoted;

    pub const POINT: &str = "Put on the agenda";
    pub const ACTION: &str = "Make it an action item";
    pub const LINE: &str = "Put into the agreement";
    pub const ON_AGENDA: &str = "On the agenda";
    pub const IS_ACTION: &str = "Among your action items";
    pub const IN_DRAFT: &str = "In the agreement";
    pub fn next_meeting(day: &str) -> String {
        format!("Agenda points go to your meeting {day}.")
    }
    pub fn no_meeting(day: &str) -> String {
        format!("No meeting is planned: the first agenda point plans one {day}.")
    }
    pub fn named(what: &str, text: &str) -> String {
        format!("{what}: {text}")
    }
    pub fn put(text: &str, day: &str) -> String {
        format!("Put {} on the agenda of the meeting {day}", quoted(text))
    }
    pub fn planned(text: &str, with: &str, day: &str) -> String {
        format!("Planned a meeting with {with} {day}, about {}", quoted(text))
    }
    pub fn agreed(text: &str, with: &str) -> String {
        format!("Put {} into the agreement with {with}", quoted(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evidence_is_told_in_days_and_numbers() {
        let notebook = Notebook::default();
        let said = |it| evidence(&notebook, it);
        assert_eq!(
            said(Evidence::Gap { days: 41, longest: 14, unheard: false }),
            "No contact logged for 41 days; the rhythm says 14 at most"
        );
        assert_eq!(
            said(Evidence::Overdue { owner: Owner::Them, actions: 1, days: 1 }),
            "An action item of theirs is 1 day overdue"
        );
        assert_eq!(
            said(Evidence::Low { side: PulseSide::Trust, rating: 2, times: 2 }),
            "Trust: 2 of 5 the last time, and low 2 times in a row"
        );
    }

    #[test]
    fn today_says_nothing_of_a_pulse_that_others_could_read() {
        let low = Evidence::Low { side: PulseSide::Trust, rating: 1, times: 1 };
        assert!(!today_why(&Notebook::default(), SignalKind::Clash, low).contains("Trust"));
    }
}
