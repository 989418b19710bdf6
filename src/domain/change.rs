//! A change: the one way in which anything in a notebook becomes different.

use serde_json::Value;

use super::{
    entry::{Draft, Held},
    id::EntryId,
};

/// One step of one change.
#[allow(clippy::large_enum_variant, reason = "nearly every step is a `Put`")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Op {
    /// Write this, over what stands there or anew.
    Put(Draft),
    /// Remove this.
    Remove(EntryId),
    /// Of the versions of one field that were written at the same time, let these stand: the first is shown,
    /// the others wait beside it. A field that is none was emptied.
    Settle {
        /// The entry.
        id: EntryId,
        /// The field or part, as in [`Trace::others`](super::trace::Trace::others).
        path: String,
        /// What stands from now on; not empty.
        values: Vec<Option<Value>>,
    },
    /// Hold this exactly as it is: it comes from elsewhere and was stamped and merged already.
    Take(Held),
}

impl Op {
    /// The entry it is about.
    #[must_use]
    pub fn id(&self) -> EntryId {
        match self {
            Self::Put(draft) => draft.id,
            Self::Remove(id) | Self::Settle { id, .. } => *id,
            Self::Take(held) => held.id(),
        }
    }
}

/// Steps that happen together or not at all, with a label a person understands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What was done: “Closed the meeting of 3 March”.
    pub label: String,
    /// The steps, in order.
    pub ops: Vec<Op>,
}

impl Change {
    /// A change of one entry.
    pub fn put(label: impl Into<String>, draft: Draft) -> Self {
        Self { label: label.into(), ops: vec![Op::Put(draft)] }
    }
}
