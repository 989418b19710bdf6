//! What two people agreed on: expectations of both sides, how they work and talk, what stays between them (R1, R6, R8).
//!
//! Each agreement is an entry of its own. One that was agreed on stays as it is; what changes later is a new one, so
//! that it can be told what is different and since when.

use serde::{Deserialize, Serialize};

use super::{
    Day, Goal, Mentorship, Rhythm,
    id::Id,
    meeting::{Channel, Who},
    text::Text,
};

/// An agreement, or the draft of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Agreement {
    /// The mentorship it belongs to.
    pub mentorship: Id<Mentorship>,
    /// The day it was begun.
    pub since: Day,
    /// The day both agreed on it; none while they talk about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed: Option<Day>,
    /// Why it follows another one: what has changed (R8).
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub why: Text,
    /// What the owner hopes for and brings.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub mine: Text,
    /// What the other side hopes for and brings.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub theirs: Text,
    /// What they work on; of one that was agreed on, as it was on that day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<Id<Goal>>,
    /// How often they want to be in contact; of one that was agreed on, as it was on that day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rhythm: Option<Rhythm>,
    /// How they usually meet; of one that was agreed on, as it was on that day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// How long a meeting lasts, in minutes, 5 to 480.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "minutes")]
    #[cfg_attr(feature = "schema", schemars(range(min = 5, max = 480)))]
    pub minutes: Option<u16>,
    /// Who brings the agenda.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agenda_by: Option<Who>,
    /// How they talk to each other, also when something is hard to say.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub guidelines: Text,
    /// What is done when one of them cannot come.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub cancelling: Text,
    /// What stays between them.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub between_us: Text,
    /// With whom something of it may be spoken about all the same.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub exceptions: Text,
    /// What is not talked about.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub off_limits: Text,
    /// The day on which they look at it again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_on: Option<Day>,
    /// The day on which the mentorship ends, if they set one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_on: Option<Day>,
}

/// The minutes a meeting may be agreed to last.
pub const MINUTES: (u16, u16) = (5, 480);

fn minutes<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<u16>, D::Error> {
    let minutes = Option::<u16>::deserialize(deserializer)?;
    match minutes.filter(|it| !(MINUTES.0..=MINUTES.1).contains(it)) {
        Some(_) => Err(serde::de::Error::custom("a meeting lasts 5 to 480 minutes")),
        None => Ok(minutes),
    }
}

impl Agreement {
    /// The draft of a first one.
    #[must_use]
    pub fn new(mentorship: Id<Mentorship>, since: Day) -> Self {
        Self {
            mentorship,
            since,
            agreed: None,
            why: Text::default(),
            mine: Text::default(),
            theirs: Text::default(),
            goals: Vec::new(),
            rhythm: None,
            channel: None,
            minutes: None,
            agenda_by: None,
            guidelines: Text::default(),
            cancelling: Text::default(),
            between_us: Text::default(),
            exceptions: Text::default(),
            off_limits: Text::default(),
            review_on: None,
            ends_on: None,
        }
    }

    /// The draft of the one after this: it says the same, but has been agreed on by nobody, and why it follows is still
    /// to be said. A day to look at it again that has come is chosen anew.
    #[must_use]
    pub fn next(&self, since: Day) -> Self {
        let review_on = self.review_on.filter(|day| *day > since);
        Self { since, agreed: None, why: Text::default(), review_on, ..self.clone() }
    }

    /// Both agree on it, with what the mentorship is about and how often they meet on that day.
    pub fn agree(&mut self, mentorship: &Mentorship, on: Day) {
        self.agreed = Some(on);
        self.goals.clone_from(&mentorship.goals);
        (self.rhythm, self.channel) = (mentorship.rhythm, mentorship.channel);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Person, Side};

    fn day(day: u32) -> Day {
        Day::from_ymd_opt(2026, 4, day).unwrap()
    }

    #[test]
    fn what_was_agreed_holds_what_the_mentorship_was_on_that_day() {
        let mut mentorship = Mentorship::new(Id::<Person>::new(1), Side::Guided, day(1));
        (mentorship.goals, mentorship.rhythm) = (vec![Id::new(7)], Rhythm::every(14));
        let mut it = Agreement::new(Id::new(2), day(1));
        it.agree(&mentorship, day(2));
        assert_eq!((it.agreed, &it.goals, it.rhythm), (Some(day(2)), &mentorship.goals, Rhythm::every(14)));
    }

    #[test]
    fn the_next_one_begins_with_the_words_of_the_last() {
        let mut it = Agreement::new(Id::new(2), day(1));
        (it.agreed, it.mine, it.review_on) = (Some(day(2)), Text::new("Honest words").unwrap(), Some(day(20)));
        it.why = Text::new("A new job").unwrap();
        let next = it.next(day(20));
        assert_eq!((next.agreed, &next.mine, next.review_on), (None, &it.mine, None));
        assert!(next.why.is_empty(), "why it follows is said anew");
        assert_eq!(it.next(day(10)).review_on, Some(day(20)));
    }
}
