//! What is written to somebody: for what, by which way, and what it says (F6).

use serde::{Deserialize, Serialize};

use crate::domain::{Day, id::PartId, parts::part, text::Text};

/// Something that is written to somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Message {
    /// Its id within the outreach.
    pub id: PartId,
    /// Where it stands in the order.
    pub place: i64,
    /// What it is for.
    pub kind: MessageKind,
    /// How it goes.
    pub length: Length,
    /// What it says.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub text: Text,
    /// The day it was sent; none while it is being written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent: Option<Day>,
}

part!(Message);

/// What a message is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum MessageKind {
    /// The first one.
    First,
    /// Another one, after a silence.
    FollowUp,
    /// Thanks for a no.
    Thanks,
    /// Asking somebody else to introduce one.
    Introduction,
}

impl MessageKind {
    /// All of them, in order.
    pub const ALL: [Self; 4] = [Self::First, Self::FollowUp, Self::Thanks, Self::Introduction];
}

/// How long a message is, which is how it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Length {
    /// An invitation on LinkedIn: 300 characters.
    Invitation,
    /// A message.
    Message,
    /// An e-mail.
    Email,
    /// Spoken, by telephone or face to face.
    Spoken,
}

impl Length {
    /// All of them, in order.
    pub const ALL: [Self; 4] = [Self::Invitation, Self::Message, Self::Email, Self::Spoken];
}
