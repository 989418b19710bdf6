//! Which entries point to an entry: the links of all entries, looked at from their other end.

use std::{collections::BTreeMap, sync::OnceLock};

use super::{entry::Entry, id::EntryId};

/// The entries that point to an entry, each once, by kind, then id.
type Ends = BTreeMap<EntryId, Vec<EntryId>>;

/// Which entries point to an entry. It is found when it is first asked for, since opening a notebook asks for nothing,
/// and kept up from then on. A copy of a notebook finds it anew.
#[derive(Debug, Default)]
pub(super) struct Pointing(OnceLock<Ends>);

impl Clone for Pointing {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Pointing {
    /// The entries that point to this one, by kind, then id; `all` are the entries of the notebook.
    pub fn to<'a>(&self, id: EntryId, all: impl Iterator<Item = &'a Entry>) -> &[EntryId] {
        let ends = self.0.get_or_init(|| {
            let mut ends = Ends::new();
            all.for_each(|entry| add(&mut ends, entry));
            ends
        });
        ends.get(&id).map(Vec::as_slice).unwrap_or_default()
    }

    /// An entry says something else now, is gone, or is new.
    pub fn turn(&mut self, before: Option<&Entry>, now: Option<&Entry>) {
        let Some(ends) = self.0.get_mut() else { return };
        if let Some(entry) = before {
            take(ends, entry);
        }
        if let Some(entry) = now {
            add(ends, entry);
        }
    }
}

fn add(ends: &mut Ends, entry: &Entry) {
    for link in entry.draft.body.links() {
        let from = ends.entry(link.to).or_default();
        if let Err(at) = from.binary_search(&entry.draft.id) {
            from.insert(at, entry.draft.id);
        }
    }
}

fn take(ends: &mut Ends, entry: &Entry) {
    for link in entry.draft.body.links() {
        let Some(from) = ends.get_mut(&link.to) else { continue };
        if let Ok(at) = from.binary_search(&entry.draft.id) {
            from.remove(at);
        }
    }
}
