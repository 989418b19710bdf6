//! A change: the one way in which anything in a notebook becomes different.

use serde_json::Value;

use super::{
    entry::{Body, Draft, Entry, Held, Kind},
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
    /// Writes an entry with its body changed; none if the entry is of another kind, or says the same afterwards.
    pub fn edit<K: Kind>(entry: &Entry, change: impl FnOnce(&mut K)) -> Option<Self> {
        let mut body = entry.body::<K>()?.clone();
        change(&mut body);
        Self::rewrite(entry, body.into())
    }

    /// The part of [`Op::edit`] that is the same for every kind, compiled once.
    fn rewrite(entry: &Entry, body: Body) -> Option<Self> {
        let draft = Draft { body, ..entry.draft.clone() };
        (draft != entry.draft).then_some(Self::Put(draft))
    }

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
