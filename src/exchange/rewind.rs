//! How a notebook was before some of its last changes.

use std::collections::BTreeMap;

use crate::domain::{Change, EntryId, Notebook, Op, order};

/// The change that takes all of these back at once. `inverses` are what takes back each of them, newest
/// first; where several touched one entry, the oldest says how it was.
#[must_use]
pub fn rewind(notebook: &Notebook, inverses: &[Change], label: String) -> Change {
    let mut last: BTreeMap<EntryId, Vec<Op>> = BTreeMap::new();
    for inverse in inverses {
        for id in order::set(inverse.ops.iter().map(Op::id)) {
            last.insert(id, inverse.ops.iter().filter(|op| op.id() == id).cloned().collect());
        }
    }
    let says_something_else = |op: &Op| match op {
        Op::Put(draft) => notebook.entry(draft.id).is_none_or(|entry| entry.draft != *draft),
        Op::Remove(id) => notebook.entry(*id).is_some(),
        Op::Settle { .. } | Op::Take(_) => true,
    };
    Change { label, ops: last.into_values().flatten().filter(says_something_else).collect() }
}
