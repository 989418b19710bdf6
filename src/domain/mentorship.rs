//! A mentorship: who guides whom, toward which goals, in which rhythm (R1, R2, H5).

use serde::{Deserialize, Serialize};

use super::{
    Day, Goal, Person,
    id::Id,
    meeting::Channel,
    text::{Line, Text},
};

/// A relationship between the owner and one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Mentorship {
    /// The other person.
    pub person: Id<Person>,
    /// Who guides whom.
    pub side: Side,
    /// The day it began.
    pub since: Day,
    /// What the two of them work on, each goal once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<Id<Goal>>,
    /// How often they want to be in contact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rhythm: Option<Rhythm>,
    /// How they usually meet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// Anything else about it.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub notes: Text,
    /// Whether it goes on.
    #[serde(default, skip_serializing_if = "MentorshipState::is_running")]
    pub state: MentorshipState,
}

/// Who guides whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The owner is guided by the person.
    Guided,
    /// The owner guides the person.
    Guiding,
}

/// How often two people want to be in contact (R1), in days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "RhythmAsWritten")]
pub struct Rhythm {
    /// The days they would like between two contacts, 1 to 366.
    pub ideal: u16,
    /// The days they never want to exceed, at least `ideal`, at most 732.
    pub longest: u16,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Rhythm"))]
struct RhythmAsWritten {
    /// The days they would like between two contacts.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 366)))]
    ideal: u16,
    /// The days they never want to exceed, at least `ideal`.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 732)))]
    longest: u16,
}

impl TryFrom<RhythmAsWritten> for Rhythm {
    type Error = &'static str;
    fn try_from(written: RhythmAsWritten) -> Result<Self, Self::Error> {
        Self::new(written.ideal, written.longest)
            .ok_or("a rhythm is 1 to 366 days, and its longest gap at least as long and at most 732")
    }
}

impl Rhythm {
    /// A rhythm, if both numbers are in range and the longest gap is not the shorter one.
    #[must_use]
    pub fn new(ideal: u16, longest: u16) -> Option<Self> {
        ((1..=366).contains(&ideal) && (ideal..=732).contains(&longest)).then_some(Self { ideal, longest })
    }

    /// A rhythm of which only the ideal is known: the longest gap is twice that.
    #[must_use]
    pub fn every(ideal: u16) -> Option<Self> {
        Self::new(ideal, ideal.checked_mul(2)?)
    }
}

/// Whether a mentorship goes on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum MentorshipState {
    /// It goes on.
    #[default]
    Running,
    /// It has ended.
    Ended {
        /// The day it ended.
        on: Day,
        /// Why.
        #[serde(default, skip_serializing_if = "Line::is_empty")]
        reason: Line,
    },
}

impl MentorshipState {
    /// Whether it goes on.
    #[must_use]
    pub fn is_running(&self) -> bool {
        *self == Self::Running
    }
}

impl Mentorship {
    /// A mentorship that has just begun.
    #[must_use]
    pub fn new(person: Id<Person>, side: Side, since: Day) -> Self {
        Self {
            person,
            side,
            since,
            goals: Vec::new(),
            rhythm: None,
            channel: None,
            notes: Text::default(),
            state: MentorshipState::Running,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_gap_is_never_shorter_than_the_ideal() {
        assert!(Rhythm::new(14, 13).is_none());
        assert!(Rhythm::new(0, 10).is_none());
        assert_eq!(Rhythm::every(14), Rhythm::new(14, 28));
        assert!(serde_json::from_str::<Rhythm>(r#"{"ideal":14,"longest":3}"#).is_err());
    }
}
