//! What opening a backup would do, shown before it is done; and the change that does it.

use std::sync::Arc;

use super::{backup::Backup, merge};
use serde_json::Value;

use crate::domain::{Change, Draft, Entry, EntryId, Notebook, Op, entry::Held, order};

/// The ways to open a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Opening {
    /// Bring file and notebook together: what is newer stands, nothing that is only here goes.
    #[default]
    Together,
    /// The same, and what was removed here comes back: an archive, or something that should not have gone.
    Back,
    /// Put the notebook back to what the file says.
    Instead,
}

/// What opening a backup would do, entry by entry.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preview {
    /// Entries that are only in the file.
    pub added: Vec<EntryId>,
    /// Entries that would say something else, and what.
    pub changed: Vec<(EntryId, Vec<Difference>)>,
    /// Entries that would go.
    pub removed: Vec<EntryId>,
    /// How many entries of the notebook stay as they are.
    pub left_alone: usize,
}

/// A field or a part of a list that would say something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Its path: see [`fields`](crate::domain::fields).
    pub path: String,
    /// What it says; none where it is new.
    pub before: Option<Value>,
    /// What it would say; none where it goes.
    pub after: Option<Value>,
}

/// What an entry would say otherwise.
#[must_use]
pub fn differences(before: &Draft, after: &Draft) -> Vec<Difference> {
    let (mut was, mut becomes) = (before.registers(), after.registers());
    let paths = order::set(was.keys().chain(becomes.keys()).cloned());
    let all = paths.into_iter().map(|path| {
        let (before, after) = (was.remove(&path), becomes.remove(&path));
        Difference { path, before, after }
    });
    all.filter(|it| it.before != it.after).collect()
}

/// What opening would do, and the change that does it. The change is empty if nothing would happen.
#[must_use]
pub fn opening(notebook: &Notebook, backup: &Backup, how: Opening, label: &str) -> (Preview, Change) {
    let ops = match how {
        Opening::Together => together(notebook, backup),
        Opening::Back => {
            let mut ops = together(notebook, backup);
            ops.extend(removed_here(notebook, backup).map(|entry| Op::Put(entry.draft.clone())));
            ops
        }
        Opening::Instead => instead(notebook, backup),
    };
    let preview = Preview::of(notebook, &ops);
    (preview, Change { label: label.to_owned(), ops })
}

impl Preview {
    /// What these steps would do.
    #[must_use]
    pub fn of(notebook: &Notebook, ops: &[Op]) -> Self {
        let mut preview = Self::default();
        for op in ops {
            let id = op.id();
            let before = notebook.entry(id).map(|entry| &entry.draft);
            let after = match op {
                Op::Put(draft) => Some(draft),
                Op::Take(Held::Entry(entry)) => Some(&entry.draft),
                Op::Remove(_) | Op::Take(Held::Removed(_)) => None,
                Op::Settle { .. } => continue,
            };
            match (before, after) {
                (None, Some(_)) => preview.added.push(id),
                (Some(before), Some(after)) if before != after => {
                    preview.changed.push((id, differences(before, after)));
                }
                (Some(_), None) => preview.removed.push(id),
                _ => {}
            }
        }
        preview.left_alone = notebook.len() - preview.changed.len() - preview.removed.len();
        preview
    }

    /// Whether no entry would say anything else.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }
}

/// How many entries are in `after` and not in `before`, say something else there, and are there no more.
#[must_use]
pub fn between(before: &Notebook, after: &Notebook) -> (usize, usize, usize) {
    let only_in =
        |one: &Notebook, other: &Notebook| one.entries().filter(|entry| other.entry(entry.draft.id).is_none()).count();
    let says_else = |entry: &&Arc<Entry>| before.entry(entry.draft.id).is_some_and(|it| it.draft != entry.draft);
    (only_in(after, before), after.entries().filter(says_else).count(), only_in(before, after))
}

fn together(notebook: &Notebook, backup: &Backup) -> Vec<Op> {
    let news = backup.held.iter().filter_map(|theirs| match notebook.held(theirs.id()) {
        None => Some(theirs.clone()),
        Some(mine) => Some(merge::merge(&mine, theirs)).filter(|merged| *merged != mine),
    });
    news.map(Op::Take).collect()
}

/// Entries of the file that were removed here, and stay removed when both are brought together.
pub fn removed_here<'a>(notebook: &'a Notebook, backup: &'a Backup) -> impl Iterator<Item = &'a Arc<Entry>> {
    backup.held.iter().filter_map(|theirs| match (notebook.held(theirs.id()), theirs) {
        (Some(mine @ Held::Removed(_)), Held::Entry(entry)) => {
            matches!(merge::merge(&mine, theirs), Held::Removed(_)).then_some(entry)
        }
        _ => None,
    })
}

fn instead(notebook: &Notebook, backup: &Backup) -> Vec<Op> {
    let mut ops = Vec::new();
    let entries = backup.held.iter().filter_map(|held| match held {
        Held::Entry(entry) => Some(entry.draft.id),
        Held::Removed(_) => None,
    });
    let entries = order::set(entries);
    let in_file = |id| entries.contains(&id);
    for theirs in &backup.held {
        match (notebook.held(theirs.id()), theirs) {
            // Never heard of here: taken as it is, so that saving again gives the same bytes.
            (None, theirs) => ops.push(Op::Take(theirs.clone())),
            (Some(_), Held::Removed(_)) => {}
            (Some(mine), Held::Entry(entry)) => {
                let same = matches!(&mine, Held::Entry(mine) if mine.draft == entry.draft);
                if !same {
                    let mut draft = entry.draft.clone();
                    for link in entry.draft.body.links() {
                        if !link.needed && !in_file(link.to) {
                            draft.body.unlink(link.to);
                        }
                    }
                    ops.push(Op::Put(draft));
                }
            }
        }
    }
    let only_here = notebook.entries().filter(|entry| !in_file(entry.draft.id));
    ops.extend(only_here.map(|entry| Op::Remove(entry.draft.id)));
    ops
}
