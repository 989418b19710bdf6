//! What stands for an entry in a long list, until somebody comes near it.

use leptos::prelude::*;

use crate::{
    domain::{EntryId, Id, Kind},
    insights::titles::title_of,
    ui::{desk::Desk, reactive::Plain, words::names},
};

/// An entry by what it is called.
pub fn plain<K: Kind>(id: &Id<K>) -> Plain {
    plain_entry(id.entry())
}

/// The same, whatever its kind.
pub fn plain_entry(id: EntryId) -> Plain {
    let desk = Desk::get();
    let title = desk.notebook.with_untracked(|notebook| title_of(notebook, id));
    let calendar = untrack(move || desk.calendar());
    Plain { at: id.to_string(), text: title.map(|title| names::entry(&title, &calendar)).unwrap_or_default() }
}
