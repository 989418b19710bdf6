//! A check-in: a contact between meetings, in one line (R2, H4).

use serde::{Deserialize, Serialize};

use super::{
    Day, Mentorship,
    id::Id,
    meeting::Channel,
    text::{Text, Title},
};

/// A message, a call or a few words in passing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CheckIn {
    /// The mentorship it belongs to.
    pub mentorship: Id<Mentorship>,
    /// Its day.
    pub on: Day,
    /// How.
    pub channel: Channel,
    /// Who began.
    pub direction: Direction,
    /// What it was about, in one line.
    pub about: Title,
    /// What was written, if it was kept (R7).
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub text: Text,
    /// Whether the other side answered.
    #[serde(default)]
    pub answer: Answer,
}

/// Who began a contact, or gave something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// From the owner to the other person.
    FromMe,
    /// From the other person to the owner.
    FromThem,
}

/// Whether a check-in was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// It was, or it was a talk to begin with.
    #[default]
    Answered,
    /// Not yet.
    Waiting,
    /// It needed none.
    NotNeeded,
}
