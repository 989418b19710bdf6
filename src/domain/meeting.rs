//! A meeting from its plan to its outcome (R2, R3, R4).

use serde::{Deserialize, Serialize};

use super::{
    Day, Goal, Mentorship, TimeOfDay,
    id::{Id, PartId},
    parts::{Parts, part, titled},
    text::{Line, Text, Title},
};

/// A meeting of a mentorship: planned, or logged afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Meeting {
    /// The mentorship it belongs to.
    pub mentorship: Id<Mentorship>,
    /// What it is about; a meeting needs no title.
    #[serde(default, skip_serializing_if = "Line::is_empty")]
    pub title: Line,
    /// Its day.
    pub on: Day,
    /// When it begins, as the clock on the wall says there.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "super::fields::minute")]
    #[cfg_attr(feature = "schema", schemars(with = "super::fields::MinuteAsWritten"))]
    pub at: Option<TimeOfDay>,
    /// How long it is meant to last, in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    /// How the two meet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// Whether it has taken place.
    #[serde(default, skip_serializing_if = "MeetingState::is_planned")]
    pub state: MeetingState,
    /// What is to be talked about.
    #[serde(default, skip_serializing_if = "Parts::is_empty")]
    pub agenda: Parts<AgendaPoint>,
    /// What is to be done before it (R3).
    #[serde(default, skip_serializing_if = "Parts::is_empty")]
    pub preparation: Parts<AgendaPoint>,
    /// Whether the owner is prepared (R3).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub prepared: bool,
    /// Every time it was put off or brought forward, oldest first (R2).
    #[serde(default, skip_serializing_if = "Parts::is_empty")]
    pub moves: Parts<Move>,
    /// When the owner came; none where that was not noted (R3).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub i_came: Option<Arrival>,
    /// When the other person came; none where that was not noted (R3).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub they_came: Option<Arrival>,
    /// Goals it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<Id<Goal>>,
    /// Notes that may be shared with the other person.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub shared_notes: Text,
    /// Notes that never leave the notebook in a share (R6).
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub private_notes: Text,
    /// What the other person told of their own path, and what the owner takes from it (R4).
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub story: Text,
    /// What the owner understood.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub insights: Text,
    /// What it ended with.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub outcomes: Text,
}

/// Whether a meeting has taken place.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum MeetingState {
    /// Not yet.
    #[default]
    Planned,
    /// It took place.
    Held,
    /// Somebody did not come.
    Missed {
        /// Who did not come.
        by: Who,
        /// Why.
        #[serde(default, skip_serializing_if = "Line::is_empty")]
        reason: Line,
    },
    /// It was called off beforehand.
    Cancelled {
        /// Who called it off.
        by: Who,
        /// Why.
        #[serde(default, skip_serializing_if = "Line::is_empty")]
        reason: Line,
    },
}

impl MeetingState {
    /// Whether it is still to come.
    #[must_use]
    pub fn is_planned(&self) -> bool {
        *self == Self::Planned
    }
}

/// When somebody came to a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Arrival {
    /// On time.
    OnTime,
    /// Later than agreed.
    Late,
}

/// A planned meeting that was put on another day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Move {
    /// Its id within the meeting.
    pub id: PartId,
    /// Where it stands in the order.
    pub place: i64,
    /// The day on which it was moved.
    pub on: Day,
    /// The day for which it had been planned.
    pub from: Day,
    /// Who asked for it.
    pub by: Who,
    /// Why.
    #[serde(default, skip_serializing_if = "Line::is_empty")]
    pub reason: Line,
}

part!(Move);

/// Whose doing something was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// The owner of the notebook.
    Me,
    /// The other person.
    Them,
    /// Both of them.
    Both,
}

/// How two people are in contact (R2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// In one place.
    InPerson,
    /// By video.
    Video,
    /// By telephone.
    Phone,
    /// By e-mail.
    Email,
    /// By a written message.
    Message,
}

impl Channel {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::InPerson, Self::Video, Self::Phone, Self::Email, Self::Message];
}

/// A point of a list that is ticked off: to talk about, or to prepare.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AgendaPoint {
    /// Its id within the meeting.
    pub id: PartId,
    /// Where it stands in the order.
    pub place: i64,
    /// What it is about.
    pub title: Title,
    /// Whether it was talked about, or done.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub done: bool,
}

part!(AgendaPoint);
titled!(AgendaPoint);

impl Meeting {
    /// A planned meeting of which only the day is known.
    #[must_use]
    pub fn planned(mentorship: Id<Mentorship>, on: Day) -> Self {
        Self {
            mentorship,
            title: Line::default(),
            on,
            at: None,
            minutes: None,
            channel: None,
            state: MeetingState::Planned,
            agenda: Parts::default(),
            preparation: Parts::default(),
            prepared: false,
            moves: Parts::default(),
            i_came: None,
            they_came: None,
            goals: Vec::new(),
            shared_notes: Text::default(),
            private_notes: Text::default(),
            story: Text::default(),
            insights: Text::default(),
            outcomes: Text::default(),
        }
    }

    /// Puts it on another day; that it stood on this one is kept. `id` is for the move.
    pub fn move_to(&mut self, to: Day, by: Who, reason: Line, today: Day, id: PartId) {
        if to != self.on {
            self.moves.add(Move { id, place: 0, on: today, from: self.on, by, reason });
            self.on = to;
        }
    }

    /// Sets what became of it on a day; one that was held before the day it was planned for moves to
    /// the day on which that is said.
    pub fn turn(&mut self, to: MeetingState, today: Day) {
        if to == MeetingState::Held {
            self.on = self.on.min(today);
        }
        self.state = to;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meeting_that_is_moved_remembers_where_it_stood() {
        let day = |day| Day::from_ymd_opt(2026, 4, day).unwrap();
        let mut meeting = Meeting::planned(Id::new(1), day(16));
        meeting.move_to(day(16), Who::Me, Line::default(), day(14), PartId::new(1));
        assert!(meeting.moves.is_empty(), "the same day is no move");
        meeting.move_to(day(23), Who::Them, Line::new("A cold").unwrap(), day(14), PartId::new(2));
        assert_eq!(meeting.on, day(23));
        let moves: Vec<_> = meeting.moves.iter().map(|it| (it.on, it.from, it.by, it.reason.to_string())).collect();
        assert_eq!(moves, [(day(14), day(16), Who::Them, "A cold".to_owned())]);
    }

    #[test]
    fn a_meeting_that_was_held_is_never_ahead() {
        let day = |day| Day::from_ymd_opt(2026, 4, day).unwrap();
        let turned = |planned, state: MeetingState| {
            let mut meeting = Meeting::planned(Id::new(1), day(planned));
            meeting.turn(state, day(14));
            meeting.on
        };
        assert_eq!(turned(16, MeetingState::Held), day(14));
        assert_eq!(turned(2, MeetingState::Held), day(2));
        let (by, reason) = (Who::Them, Line::default());
        assert_eq!(turned(16, MeetingState::Cancelled { by, reason }), day(16));
    }
}
