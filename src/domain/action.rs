//! An action item: whose, what, by when, and what became of it (R4, R5).

use serde::{Deserialize, Serialize};

use super::{
    Day, Goal, Meeting, Mentorship,
    id::Id,
    text::{Line, Title},
};

/// Something one side promised to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Action {
    /// What is to be done.
    pub title: Title,
    /// Who does it.
    pub owner: Owner,
    /// The mentorship it came from.
    pub mentorship: Id<Mentorship>,
    /// The meeting it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Id<Meeting>>,
    /// The goal it serves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<Id<Goal>>,
    /// The day it was promised.
    pub promised: Day,
    /// The day by which it should be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// What became of it.
    #[serde(default, skip_serializing_if = "ActionState::is_open")]
    pub state: ActionState,
    /// Later meetings to which it was carried forward, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub carried_to: Vec<Id<Meeting>>,
}

/// Who does an action item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Owner {
    /// The owner of the notebook.
    Me,
    /// The other person.
    Them,
}

/// What became of an action item.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ActionState {
    /// Still to be done.
    #[default]
    Open,
    /// Done.
    Done {
        /// The day it was done.
        on: Day,
    },
    /// Given up.
    Dropped {
        /// The day it was given up.
        on: Day,
        /// Why.
        #[serde(default, skip_serializing_if = "Line::is_empty")]
        reason: Line,
    },
}

impl ActionState {
    /// Whether it is still to be done.
    #[must_use]
    pub fn is_open(&self) -> bool {
        *self == Self::Open
    }
}

impl Action {
    /// Whether it is still to be done and its day has passed.
    #[must_use]
    pub fn is_overdue(&self, today: Day) -> bool {
        self.state.is_open() && self.due.is_some_and(|due| due < today)
    }

    /// Carries it forward to a later meeting.
    pub fn carry_to(&mut self, meeting: Id<Meeting>) {
        if !self.carried_to.contains(&meeting) {
            self.carried_to.push(meeting);
        }
    }

    /// Whether this meeting already decided about it: it came from it, or was carried to it.
    #[must_use]
    pub fn stands_on(&self, meeting: Id<Meeting>) -> bool {
        self.meeting == Some(meeting) || self.carried_to.contains(&meeting)
    }
}
