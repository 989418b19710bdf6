//! Looking at the notebook and at the day: whoever looks is told when it is different.

use std::{ops::Deref, sync::Arc};

use leptos::prelude::*;

use super::{Desk, Status, Trouble};
use crate::{
    domain::{Day, Entry, EntryId, Id, Kind, Notebook},
    ui::{reactive::Look, words::dates::Calendar},
};

impl Desk {
    /// Changes the notebook and tells of it: whoever looks at all of it, and whoever looks at one of these entries. The
    /// rest of a page, as long as it may be, hears nothing.
    pub(super) fn change<T>(
        &self,
        change: impl FnOnce(&mut Notebook) -> T,
        touched: impl Fn(&T) -> Vec<EntryId>,
    ) -> Option<T> {
        let done = self.notebook.try_update(change)?;
        let inside = self.inside();
        let lookers: Vec<_> = {
            let lookers = inside.lookers.borrow();
            touched(&done).iter().filter_map(|id| lookers.get(id).cloned()).collect()
        };
        lookers.iter().for_each(Notify::notify);
        Some(done)
    }

    /// Has whoever asks told when an entry changes.
    fn track(&self, id: EntryId) {
        self.inside().lookers.borrow_mut().entry(id).or_default().track();
    }

    /// An entry, told anew only when it is another one: the rest of the notebook may change freely.
    pub fn entry(&self, id: EntryId) -> Memo<Option<Arc<Entry>>> {
        let desk = *self;
        Memo::new_with_compare(
            move |_| desk.entry_tracked(id),
            |before, now| match (before, now) {
                (Some(Some(before)), Some(Some(now))) => !Arc::ptr_eq(before, now),
                (Some(None), Some(None)) => false,
                _ => true,
            },
        )
    }

    /// An entry as it stands; whoever asks is told when it changes.
    #[inline(never)]
    fn entry_tracked(self, id: EntryId) -> Option<Arc<Entry>> {
        self.track(id);
        self.entry_now(id)
    }

    /// An entry as it stands now, for changing it.
    pub fn entry_now(&self, id: EntryId) -> Option<Arc<Entry>> {
        self.notebook.with_untracked(|notebook| notebook.entry(id).cloned())
    }

    /// Whether an entry is there.
    pub fn exists(&self, id: EntryId) -> Look<bool> {
        let desk = *self;
        Look::new(move || desk.entry_tracked(id).is_some())
    }

    /// Whether an entry is there and private (R6).
    pub fn is_private(&self, id: EntryId) -> Look<bool> {
        let desk = *self;
        Look::new(move || desk.entry_tracked(id).is_some_and(|entry| entry.draft.private))
    }

    /// Something computed from the notebook, told anew only when it is different.
    pub fn view<T: PartialEq + Send + Sync + 'static>(
        &self,
        look: impl Fn(&Notebook) -> T + Send + Sync + 'static,
    ) -> Look<T> {
        let notebook = self.notebook;
        Look::new(move || look(&read(notebook)))
    }

    /// One piece of an entry's body, told anew only when it is different.
    pub fn field<K: Kind, T: PartialEq + Default + Send + Sync + 'static>(
        &self,
        id: Id<K>,
        look: impl Fn(&K) -> T + Send + Sync + 'static,
    ) -> Look<T> {
        let desk = *self;
        Look::new(move || desk.entry_tracked(id.entry()).and_then(|entry| entry.body().map(&look)).unwrap_or_default())
    }

    /// Today.
    pub fn today(&self) -> Day {
        self.moment.with(|moment| moment.today)
    }

    /// Today and the first day of the week, for words about days.
    pub fn calendar(&self) -> Calendar {
        Calendar { today: self.today(), week_start: self.inside().week_start }
    }

    /// The first day of the week here.
    pub fn week_start(&self) -> chrono::Weekday {
        self.inside().week_start
    }

    /// Whether what was written is at least in one place that outlives the page.
    pub fn is_kept(&self) -> bool {
        match self.status.get_untracked() {
            Status::Trouble(trouble) => trouble.is_kept(),
            Status::Saved | Status::Saving => true,
        }
    }

    /// Why something is not kept as it should be, if it is not.
    pub fn trouble(&self) -> Option<Trouble> {
        match self.status.get() {
            Status::Trouble(trouble) => Some(trouble),
            Status::Saved | Status::Saving => None,
        }
    }
}

/// The notebook, for looking at it; whoever looks is told when it changes. Compiled once, and not into each of
/// the closures that look.
#[inline(never)]
fn read(notebook: RwSignal<Notebook>) -> impl Deref<Target = Notebook> {
    notebook.read()
}
