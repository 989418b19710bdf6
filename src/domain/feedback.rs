//! Feedback in both directions, and what was done about it (R5).

use serde::{Deserialize, Serialize};

use super::{Day, Goal, Meeting, Mentorship, check_in::Direction, id::Id, text::Text};

/// What one side told the other about their work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Feedback {
    /// The mentorship it belongs to.
    pub mentorship: Id<Mentorship>,
    /// The meeting at which it was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Id<Meeting>>,
    /// Its day.
    pub on: Day,
    /// Who gave it.
    pub direction: Direction,
    /// What was said.
    pub text: Text,
    /// The goal it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<Id<Goal>>,
    /// What was done about it.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub done_about_it: Text,
}
