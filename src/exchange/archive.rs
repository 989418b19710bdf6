//! A part of the notebook that moves into a file of its own.

use std::collections::BTreeSet;

use crate::domain::{EntryId, Notebook, entry::Held};

/// A notebook of these entries and of all that they point to, so that the file opens anywhere.
#[must_use]
pub fn part_of(notebook: &Notebook, ids: &BTreeSet<EntryId>) -> Notebook {
    let mut part = Notebook::default();
    let mut wanted: Vec<EntryId> = ids.iter().copied().collect();
    while let Some(id) = wanted.pop() {
        if let (None, Some(Held::Entry(entry))) = (part.entry(id), notebook.held(id)) {
            wanted.extend(entry.draft.body.links().iter().map(|link| link.to));
            part.hold(Held::Entry(entry));
        }
    }
    part
}
