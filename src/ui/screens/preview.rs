//! What a change of much at once would do, in words, before it is done.

use leptos::prelude::*;

use crate::{
    domain::{Body, EntryId, KindName, Notebook, entry::Held},
    exchange::Preview,
    insights::titles::title_of,
    ui::words::{dates::Calendar, names, share},
};

/// What would be added, changed and removed.
#[derive(Clone, PartialEq)]
pub struct Shown {
    pub added: List,
    pub changed: List,
    pub removed: List,
    left_alone: usize,
}

/// How many of each kind, and the first of them by name.
#[derive(Clone, PartialEq)]
pub struct List {
    pub count: usize,
    kinds: Vec<(KindName, Vec<String>)>,
}

impl Shown {
    /// A preview in words. `after` is what would be held of what is touched.
    pub fn of(notebook: &Notebook, after: &[Held], preview: &Preview, calendar: &Calendar) -> Self {
        // What comes is named with the help of the others that come with it.
        let mut there = notebook.clone();
        after.iter().cloned().for_each(|held| there.hold(held));
        Self {
            added: List::of(&there, &preview.added, calendar),
            changed: List::of(&there, &preview.changed, calendar),
            removed: List::of(notebook, &preview.removed, calendar),
            left_alone: preview.left_alone,
        }
    }

    pub fn view(&self) -> AnyView {
        let lists = [(share::ADDED, &self.added), (share::CHANGED, &self.changed), (share::REMOVED, &self.removed)];
        let lists = lists.into_iter().filter(|(_, list)| list.count > 0).map(|(what, list)| list.view(what));
        view! {
            {lists.collect_view()}
            <p class="small soft">{share::left_alone(self.left_alone)}</p>
        }
        .into_any()
    }
}

impl List {
    fn of(notebook: &Notebook, entries: &[(EntryId, Body)], calendar: &Calendar) -> Self {
        let kinds = KindName::ALL.iter().map(|kind| {
            let of_kind = entries.iter().filter(|(id, _)| id.kind() == *kind);
            let titles = of_kind
                .map(|(id, _)| title_of(notebook, *id).map_or_else(String::new, |it| names::entry(&it, calendar)));
            (*kind, titles.collect::<Vec<_>>())
        });
        Self { count: entries.len(), kinds: kinds.filter(|(_, titles)| !titles.is_empty()).collect() }
    }

    fn view(&self, what: &'static str) -> AnyView {
        const NAMED: usize = 20;
        let kinds = self.kinds.iter().map(|(kind, titles)| {
            let more = titles.len().saturating_sub(NAMED);
            let named = titles.iter().take(NAMED).cloned().map(|title| view! { <li>{title}</li> }).collect_view();
            view! {
                <details>
                    <summary>{format!("{} · {}", names::kinds(*kind), titles.len())}</summary>
                    <ul>{named}{(more > 0).then(|| view! { <li>{share::more(more)}</li> })}</ul>
                </details>
            }
        });
        view! { <div><p class="label">{format!("{what}: {}", self.count)}</p>{kinds.collect_view()}</div> }.into_any()
    }
}
