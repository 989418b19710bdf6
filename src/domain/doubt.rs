//! A worksheet for the moment in which one does not know whether to go on (H5). Nobody else ever sees it.

use serde::{Deserialize, Serialize};

use super::{Day, Mentorship, id::Id, text::Text};

/// A doubt about a mentorship. It is private by its nature: it goes into backups, and into nothing that is shared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Doubt {
    /// The mentorship it is about.
    pub mentorship: Id<Mentorship>,
    /// Its day.
    pub on: Day,
    /// What troubles the owner.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub troubles: Text,
    /// What is good all the same.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub good: Text,
    /// What was tried.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub tried: Text,
    /// What would have to change.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub change: Text,
    /// Whither the owner leans.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leaning: Option<Leaning>,
}

/// What is to become of a mentorship.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Leaning {
    /// It goes on as it is.
    Continue,
    /// It goes on, and something changes.
    Change,
    /// It ends.
    End,
}

impl Doubt {
    /// A doubt of which only the day is known.
    #[must_use]
    pub fn new(mentorship: Id<Mentorship>, on: Day) -> Self {
        Self {
            mentorship,
            on,
            troubles: Text::default(),
            good: Text::default(),
            tried: Text::default(),
            change: Text::default(),
            leaning: None,
        }
    }
}
