//! How a notebook was before some of its last changes.

use std::collections::BTreeSet;

use crate::domain::{Change, Notebook, Op, order};

/// The change that takes all of these back at once. `inverses` are what takes back each of them, newest
/// first; where several touched one entry, the oldest says how it was.
#[must_use]
pub fn rewind(notebook: &Notebook, inverses: &[Change], label: String) -> Change {
    let (mut known, mut ops) = (BTreeSet::new(), Vec::new());
    for inverse in inverses.iter().rev() {
        let new = order::set(inverse.ops.iter().map(Op::id).filter(|id| !known.contains(id)));
        ops.extend(inverse.ops.iter().filter(|op| new.contains(&op.id())).cloned());
        known.extend(new);
    }
    let says_something_else = |op: &Op| match op {
        Op::Put(draft) => notebook.entry(draft.id).is_none_or(|entry| entry.draft != *draft),
        Op::Remove(id) => notebook.entry(*id).is_some(),
        Op::Settle { .. } | Op::Take(_) => true,
    };
    Change { label, ops: order::by_key(ops, Op::id).into_iter().filter(says_something_else).collect() }
}
