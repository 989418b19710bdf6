//! A person: a mentor, a mentee, or somebody met on the way (F1, F3, G5).

use serde::{Deserialize, Serialize};

use super::text::{Line, Text, Title};

/// Somebody one knows or wants to know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Person {
    /// What they are called.
    pub name: Title,
    /// What they do, and where.
    #[serde(default, skip_serializing_if = "Line::is_empty")]
    pub role: Line,
    /// How they were met.
    #[serde(default, skip_serializing_if = "Line::is_empty")]
    pub met: Line,
    /// An e-mail address or a telephone number.
    #[serde(default, skip_serializing_if = "Line::is_empty")]
    pub contact: Line,
    /// A page about them, such as a LinkedIn profile (F3). Shown as a link only if it is `https`.
    #[serde(default, skip_serializing_if = "Line::is_empty")]
    pub link: Line,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub notes: Text,
}

impl Person {
    /// A person of whom only the name is known.
    #[must_use]
    pub fn new(name: Title) -> Self {
        Self {
            name,
            role: Line::default(),
            met: Line::default(),
            contact: Line::default(),
            link: Line::default(),
            notes: Text::default(),
        }
    }
}
