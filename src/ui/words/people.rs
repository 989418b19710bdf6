//! Words of People: the list, a person, a mentorship and its tabs.

use crate::{
    domain::{Channel, Mentorship, MentorshipState, Rhythm, Side},
    insights::rhythm::{RhythmState, Standing},
};

use super::{count, dates::Calendar, names};

pub const PURPOSE: &str = "Those who guide you, those you guide, and those you met on the way.";
pub const NEW: &str = "New person";
pub const NEW_HINT: &str = "Amara Osei";
pub const MENTORSHIPS: &str = "Mentorships";
pub const MENTORSHIPS_EMPTY: &str = "No mentorship yet. Open a person below, and begin one there.";
pub const ALL_ENDED: &str = "None goes on at the moment.";
pub const MENTORSHIPS_ORDER: &str = "Overdue ones first, then by the day on which the next contact is due";
pub const PEOPLE: &str = "People";
pub const PEOPLE_EMPTY: &str =
    "Nobody yet. Write down one name: a mentor you have, or somebody you would like to learn from.";
pub const PEOPLE_ORDER: &str = "By name";

pub fn ended(number: usize) -> String {
    count(number, "ended mentorship", "ended mentorships")
}

pub fn running(number: usize) -> String {
    format!("{number} running")
}

pub fn people(number: usize) -> String {
    count(number, "person", "people")
}

/// “Guides you since 9 January”, “You guided them from 9 January to 4 June”.
pub fn side_since(mentorship: &Mentorship, calendar: &Calendar) -> String {
    let since = calendar.short(mentorship.since);
    match (&mentorship.state, mentorship.side) {
        (MentorshipState::Running, Side::Guided) => format!("Guides you since {since}"),
        (MentorshipState::Running, Side::Guiding) => format!("You guide them since {since}"),
        (MentorshipState::Ended { on, .. }, side) => {
            let (to, who) = (calendar.short(*on), if side == Side::Guided { "Guided you" } else { "You guided them" });
            format!("{who} from {since} to {to}")
        }
    }
}

/// “every 14 days by video”.
pub fn rhythm_line(rhythm: Option<Rhythm>, channel: Option<Channel>) -> Option<String> {
    let channel = channel.map(|it| names::channel(it).to_lowercase());
    match (rhythm.map(|it| every(it.ideal)), channel) {
        (Some(every), Some(channel)) => Some(format!("{every} {channel}")),
        (Some(every), None) => Some(every),
        (None, channel) => channel,
    }
}

pub(super) fn every(days: u16) -> String {
    if days == 1 { "every day".to_owned() } else { format!("every {days} days") }
}

/// “Last contact 9 days ago; the rhythm says every 14 days”.
pub fn standing(standing: &Standing, calendar: &Calendar) -> String {
    let last = last_contact(standing.last, calendar);
    match standing.state {
        RhythmState::Paused { until } => format!("{last}; you have a pause until {}", calendar.short(until)),
        RhythmState::Planned { on } => format!("{last}; the next meeting is {}", calendar.within(on)),
        RhythmState::Overdue => {
            format!("{last}{}; the rhythm says {} days at most", paused(standing), standing.longest)
        }
        RhythmState::Fine | RhythmState::Due => {
            format!("{last}{}; the rhythm says {}", paused(standing), every(standing.ideal))
        }
    }
}

/// The days of pauses in between, which do not count.
fn paused(standing: &Standing) -> String {
    match standing.paused {
        0 => String::new(),
        days => format!(", {days} of them a pause"),
    }
}

/// The same where no rhythm was agreed.
pub fn last_contact(last: Option<crate::domain::Day>, calendar: &Calendar) -> String {
    match last {
        Some(last) => format!("Last contact {}", calendar.ago(last)),
        None => "No contact logged yet".to_owned(),
    }
}

/// What asks for attention, if the rhythm does.
pub fn asks(standing: &Standing) -> Option<&'static str> {
    match standing.state {
        RhythmState::Due => Some("Contact due"),
        RhythmState::Overdue => Some("Contact overdue"),
        RhythmState::Fine | RhythmState::Planned { .. } | RhythmState::Paused { .. } => None,
    }
}

pub mod person {
    pub const NAME: &str = "Name";
    pub const ROLE: &str = "What they do";
    pub const ROLE_HINT: &str = "Head of research at a hospital";
    pub const ORGANISATION: &str = "Where they work";
    pub const ORGANISATION_HINT: &str = "A hospital, a town, a firm of three";
    pub const OTHER_CONTACTS: &str = "More ways to reach them";
    pub const OTHER_CONTACT_NEW: &str = "Add another address or number";
    pub const OTHER_CONTACT_HINT: &str = "amara@example.org";
    pub const MET: &str = "How we met";
    pub const MET_HINT: &str = "At a conference, over a question";
    pub const CONTACT: &str = "Contact";
    pub const CONTACT_HINT: &str = "An e-mail address or a number";
    pub const LINK: &str = "Link";
    pub const LINK_HINT: &str = "https://";
    pub const SKILLS: &str = "What they can do";
    pub const SKILL_NEW: &str = "Add something they can do";
    pub const SKILL_HINT: &str = "Chairing a meeting";
    pub const INTERESTS: &str = "What interests them";
    pub const INTEREST_NEW: &str = "Add something that interests them";
    pub const INTEREST_HINT: &str = "Public transport";
    pub const NOTES: &str = "Notes";
    pub const NOTES_HINT: &str = "What they care about, what you talked of";
    pub const MENTORSHIPS: &str = "Mentorships with them";
    pub const BEGIN: &str = "Begin a mentorship";
    pub const SIDE: &str = "Who guides whom";
    pub const SINCE: &str = "Since";
    pub const RHYTHM: &str = "How often you want to be in contact";
    pub const OWN_NUMBER: &str = "Every";
    pub const DAYS: &str = "days";
    pub const OWN_MISSING: &str = "Write a number of days from 1 to 366, or choose another rhythm.";
    pub const GO: &str = "Begin";

    pub const WEEKLY: &str = "Every 7 days";
    pub const FORTNIGHTLY: &str = "Every 14 days";
    pub const MONTHLY: &str = "Every 30 days";
    pub const OWN: &str = "Another number";
    pub const NONE: &str = "Not agreed yet";

    pub fn open_link(address: &str) -> String {
        let shown = address.strip_prefix("https://").unwrap_or(address);
        format!("Open {shown} (another site)")
    }
}
