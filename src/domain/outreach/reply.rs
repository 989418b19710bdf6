//! What came back (F6).

use serde::{Deserialize, Serialize};

use crate::domain::{Day, text::Line};

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
