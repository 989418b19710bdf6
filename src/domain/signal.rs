//! What can go wrong between two people, and that the owner wants to hear no more of it for now (H1 to H4).

use serde::{Deserialize, Serialize};

use super::{Day, id::PartId, parts::part};

/// A kind of trouble that the notebook notices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SignalKind {
    /// They do not get along (H2).
    Clash,
    /// One does not hear from the other (H4).
    Communication,
    /// There is too little time for it (H1).
    Time,
    /// They do not know what they work on (H3).
    Direction,
}

impl SignalKind {
    /// All of them; of two that are equally strong, the earlier one leads. What the owner said outright comes before
    /// what is inferred; then what has to be mended before anything else can be spoken of.
    pub const ALL: [Self; 4] = [Self::Clash, Self::Communication, Self::Time, Self::Direction];
}

/// A signal of which the owner wants to hear no more for now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SetAside {
    /// Its id within the mentorship.
    pub id: PartId,
    /// Where it stands in the order.
    pub place: i64,
    /// Of what.
    pub signal: SignalKind,
    /// The day on which it was set aside.
    pub on: Day,
    /// The day from which on it may come back. None if it is settled: then it comes back from what happens after that day only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
}

part!(SetAside);
