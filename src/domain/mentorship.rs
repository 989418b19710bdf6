//! A mentorship: who guides whom, toward which goals, in which rhythm (R1, R2, H5).

use serde::{Deserialize, Serialize};

use super::{
    Day, Goal, Person,
    id::{Id, PartId},
    meeting::Channel,
    parts::Parts,
    pause::{Pause, Paused},
    signal::{SetAside, SignalKind},
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
    /// Days that do not count for the rhythm (R2).
    #[serde(default, skip_serializing_if = "Parts::is_empty")]
    pub pauses: Parts<Pause>,
    /// How they usually meet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// How the one who is guided learns: their way and their pace, as the owner sees it who guides them (R1).
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub learning: Text,
    /// What the owner who guides them can offer: resources, introductions, open doors.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub offers: Text,
    /// What the owner who guides them learns from them.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub learned: Text,
    /// Anything else about it.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub notes: Text,
    /// Whether it goes on.
    #[serde(default, skip_serializing_if = "MentorshipState::is_running")]
    pub state: MentorshipState,
    /// The signals of which the owner wants to hear no more for now (H1 to H4).
    #[serde(default, skip_serializing_if = "Parts::is_empty")]
    pub set_aside: Parts<SetAside>,
    /// What came of it (H5).
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub results: Text,
    /// The day on which to write to them again after it has ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keep_in_touch: Option<Day>,
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
            pauses: Parts::default(),
            channel: None,
            learning: Text::default(),
            offers: Text::default(),
            learned: Text::default(),
            notes: Text::default(),
            state: MentorshipState::Running,
            set_aside: Parts::default(),
            results: Text::default(),
            keep_in_touch: None,
        }
    }

    /// The days that do not count.
    #[must_use]
    pub fn paused(&self) -> Paused {
        Paused::of(&self.pauses)
    }

    /// Wants to hear no more of a signal until a day, or of what has been so far if there is none. What was said
    /// about it before is no longer needed.
    pub fn set_aside(&mut self, signal: SignalKind, on: Day, until: Option<Day>, id: PartId) {
        // What was settled stays settled, also if one wants to hear nothing of what is new for a while.
        let needless = |it: &&SetAside| it.signal == signal && (until.is_none() || it.until.is_some());
        let needless: Vec<_> = self.set_aside.iter().filter(needless).map(|it| it.id).collect();
        for it in needless {
            self.set_aside.remove(it);
        }
        self.set_aside.add(SetAside { id, place: 0, signal, on, until });
    }

    /// Whether nothing is to be heard of a signal on this day.
    #[must_use]
    pub fn is_set_aside(&self, signal: SignalKind, today: Day) -> bool {
        self.set_aside.iter().any(|it| it.signal == signal && it.until.is_some_and(|until| today < until))
    }

    /// The day on which a signal was settled last.
    #[must_use]
    pub fn settled(&self, signal: SignalKind) -> Option<Day> {
        let settled = self.set_aside.iter().filter(|it| it.signal == signal && it.until.is_none());
        settled.map(|it| it.on).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signal_is_set_aside_for_a_while_or_settled() {
        let day = |day| Day::from_ymd_opt(2026, 4, day).unwrap();
        let mut it = Mentorship::new(Id::new(1), Side::Guided, day(1));
        it.set_aside(SignalKind::Time, day(2), None, PartId::new(1));
        it.set_aside(SignalKind::Time, day(5), Some(day(12)), PartId::new(2));
        it.set_aside(SignalKind::Time, day(6), Some(day(20)), PartId::new(3));
        assert_eq!((it.settled(SignalKind::Time), it.settled(SignalKind::Clash)), (Some(day(2)), None));
        assert!(it.is_set_aside(SignalKind::Time, day(19)) && !it.is_set_aside(SignalKind::Time, day(20)));
        assert!(!it.is_set_aside(SignalKind::Clash, day(19)));
        it.set_aside(SignalKind::Time, day(25), None, PartId::new(4));
        assert_eq!((it.set_aside.len(), it.settled(SignalKind::Time)), (1, Some(day(25))));
    }

    #[test]
    fn the_longest_gap_is_never_shorter_than_the_ideal() {
        assert!(Rhythm::new(14, 13).is_none());
        assert!(Rhythm::new(0, 10).is_none());
        assert_eq!(Rhythm::every(14), Rhythm::new(14, 28));
        assert!(serde_json::from_str::<Rhythm>(r#"{"ideal":14,"longest":3}"#).is_err());
    }
}
