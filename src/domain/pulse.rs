//! How a mentorship feels to the owner: communication, trust, respect (H2). Nobody else ever sees it.

use serde::{Deserialize, Serialize};

use super::{Day, Meeting, Mentorship, Rating, id::Id, text::Line};

/// How it felt on one day. It is private by its nature: it goes into backups, and into nothing that is shared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pulse {
    /// The mentorship it is about.
    pub mentorship: Id<Mentorship>,
    /// The meeting after which it was noted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Id<Meeting>>,
    /// Its day.
    pub on: Day,
    /// How easily they say what they mean.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub communication: Option<Rating>,
    /// How much the owner relies on them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trust: Option<Rating>,
    /// How much the owner feels seen and taken seriously.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub respect: Option<Rating>,
    /// A word about it.
    #[serde(default, skip_serializing_if = "Line::is_empty")]
    pub word: Line,
}
