//! Reaching out to somebody: why them, what is asked, what is offered, what came back (F6).

use serde::{Deserialize, Serialize};

use super::{
    Day, Person, Plan,
    id::Id,
    text::{Line, Text, Title},
};

/// One approach to one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Outreach {
    /// To whom.
    pub to: Title,
    /// The same person in the notebook, if they stand in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Id<Person>>,
    /// The finding plan it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<Id<Plan>>,
    /// Why this person.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub why_them: Text,
    /// What is asked of them.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub ask: Text,
    /// What is offered in return.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub offer: Text,
    /// The day it was sent; none while it is being thought about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent: Option<Day>,
    /// The day on which to ask again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follow_up: Option<Day>,
    /// What came back.
    #[serde(default, skip_serializing_if = "Reply::is_waiting")]
    pub reply: Reply,
}

/// What came back from an outreach.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Reply {
    /// Nothing yet.
    #[default]
    Waiting,
    /// An answer.
    Came {
        /// The day it came.
        on: Day,
        /// What it said.
        #[serde(default, skip_serializing_if = "Line::is_empty")]
        note: Line,
    },
    /// Nothing, and none is expected any more.
    None {
        /// The day on which the owner stopped waiting.
        on: Day,
    },
}

/// What came back, without when and what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReplyKind {
    /// Nothing yet.
    Waiting,
    /// An answer.
    Came,
    /// Nothing, and none is expected any more.
    None,
}

impl ReplyKind {
    /// All of them, in order.
    pub const ALL: [Self; 3] = [Self::Waiting, Self::Came, Self::None];
}

/// How far an outreach is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OutreachStage {
    /// Thought about.
    ToSend,
    /// Sent, and an answer may come.
    Waiting,
    /// Answered, or no answer is expected any more.
    Settled,
}

impl OutreachStage {
    /// All of them, in order.
    pub const ALL: [Self; 3] = [Self::ToSend, Self::Waiting, Self::Settled];
}

impl Reply {
    /// Whether an answer may still come.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        *self == Self::Waiting
    }

    /// What came back, without when and what.
    #[must_use]
    pub fn kind(&self) -> ReplyKind {
        match self {
            Self::Waiting => ReplyKind::Waiting,
            Self::Came { .. } => ReplyKind::Came,
            Self::None { .. } => ReplyKind::None,
        }
    }

    /// The day on which the waiting ended.
    #[must_use]
    pub fn on(&self) -> Option<Day> {
        match self {
            Self::Waiting => None,
            Self::Came { on, .. } | Self::None { on } => Some(*on),
        }
    }
}

/// Days after which one asks again, if no other day was chosen.
const PATIENCE: i64 = 10;

impl Outreach {
    /// An outreach that is only an intention.
    #[must_use]
    pub fn new(to: Title) -> Self {
        Self {
            to,
            person: None,
            plan: None,
            why_them: Text::default(),
            ask: Text::default(),
            offer: Text::default(),
            sent: None,
            follow_up: None,
            reply: Reply::Waiting,
        }
    }

    /// It was sent on this day. Without a day to ask again, one is set.
    pub fn send(&mut self, on: Day) {
        self.sent = Some(on);
        if self.follow_up.is_none() {
            self.follow_up = Some(on.plus(PATIENCE));
        }
    }

    /// What came back, on this day; what was noted of an answer already stays.
    pub fn answer(&mut self, kind: ReplyKind, on: Day) {
        if self.reply.kind() != kind {
            self.reply = match kind {
                ReplyKind::Waiting => Reply::Waiting,
                ReplyKind::Came => Reply::Came { on, note: Line::default() },
                ReplyKind::None => Reply::None { on },
            };
        }
    }

    /// How far it is.
    #[must_use]
    pub fn stage(&self) -> OutreachStage {
        match (self.reply.is_waiting(), self.sent) {
            (false, _) => OutreachStage::Settled,
            (true, None) => OutreachStage::ToSend,
            (true, Some(_)) => OutreachStage::Waiting,
        }
    }

    /// The day of its follow-up, if that has come and an answer may still come.
    #[must_use]
    pub fn follow_up_due(&self, today: Day) -> Option<Day> {
        self.follow_up.filter(|by| self.reply.is_waiting() && *by <= today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> Day {
        Day::from_ymd_opt(2026, 4, day).unwrap()
    }

    fn outreach() -> Outreach {
        Outreach::new(Title::new("Amara Osei").unwrap())
    }

    #[test]
    fn who_sends_is_asked_to_ask_again_after_ten_days() {
        let mut it = outreach();
        assert_eq!(it.stage(), OutreachStage::ToSend);
        it.send(day(1));
        assert_eq!(it.stage(), OutreachStage::Waiting);
        assert_eq!(it.follow_up_due(day(10)), None);
        assert_eq!(it.follow_up_due(day(11)), Some(day(11)));
        it.answer(ReplyKind::Came, day(11));
        assert_eq!(it.stage(), OutreachStage::Settled);
        assert_eq!(it.follow_up_due(day(11)), None);
    }

    #[test]
    fn a_day_to_ask_again_that_was_chosen_stays() {
        let mut it = outreach();
        it.follow_up = Some(day(5));
        it.send(day(1));
        assert_eq!(it.follow_up, Some(day(5)));
    }

    #[test]
    fn the_same_answer_again_keeps_what_was_noted() {
        let mut it = outreach();
        let note = Line::new("Gladly, in May").unwrap();
        it.reply = Reply::Came { on: day(2), note };
        let before = it.clone();
        it.answer(ReplyKind::Came, day(9));
        assert_eq!(it, before);
        it.answer(ReplyKind::Waiting, day(9));
        assert!(it.reply.is_waiting());
    }
}
