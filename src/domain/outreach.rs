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
#[serde(rename_all = "kebab-case", tag = "is")]
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

impl Reply {
    /// Whether an answer may still come.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        *self == Self::Waiting
    }
}

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
}
