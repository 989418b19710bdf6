//! What a change of much at once would do, in words, before it is done.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::{
    domain::{EntryId, KindName, Notebook, entry::Held},
    exchange::{Preview, preview::Difference},
    insights::titles::title_of,
    ui::words::{dates::Calendar, names, share, values::Values},
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
    kinds: BTreeMap<KindName, OfKind>,
}

/// How many of a kind, and the first of them.
#[derive(Clone, PartialEq, Default)]
struct OfKind {
    count: usize,
    first: Vec<Named>,
}

/// How many of a kind are named.
const NAMED: usize = 20;

/// What an entry is called, and what would be different in it.
#[derive(Clone, PartialEq)]
struct Named {
    title: String,
    differences: Vec<String>,
}

impl Shown {
    /// A preview in words. `after` is what would be held of what is touched.
    pub fn of(notebook: &Notebook, after: &[Held], preview: &Preview, calendar: &Calendar) -> Self {
        // What comes is named with the help of the others that come with it.
        let mut there = notebook.clone();
        after.iter().cloned().for_each(|held| there.hold(held));
        let (here, there) = (Values { notebook, calendar }, Values { notebook: &there, calendar });
        let only = |ids: &[EntryId]| ids.iter().map(|id| (*id, Vec::new())).collect::<Vec<_>>();
        Self {
            added: List::of(there, &only(&preview.added)),
            changed: List::of(there, &preview.changed),
            removed: List::of(here, &only(&preview.removed)),
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
    fn of(values: Values<'_>, entries: &[(EntryId, Vec<Difference>)]) -> Self {
        let mut kinds: BTreeMap<KindName, OfKind> = BTreeMap::new();
        for (id, differences) in entries {
            let kind = kinds.entry(id.kind()).or_default();
            kind.count += 1;
            if kind.count <= NAMED {
                kind.first.push(Named {
                    title: title_of(values.notebook, *id)
                        .map_or_else(String::new, |it| names::entry(&it, values.calendar)),
                    differences: differences.iter().map(|it| values.difference(it)).collect(),
                });
            }
        }
        Self { count: entries.len(), kinds }
    }

    fn view(&self, what: &'static str) -> AnyView {
        const DIFFERENCES: usize = 8;
        let line = |text: &String| view! { <li>{text.clone()}</li> };
        let kinds = self.kinds.iter().map(|(kind, of_kind)| {
            let more = of_kind.count.saturating_sub(NAMED);
            let named = of_kind.first.iter().map(|it| {
                let beyond = it.differences.len().saturating_sub(DIFFERENCES);
                let differences = it.differences.iter().take(DIFFERENCES).map(line).collect_view();
                let differences = (!it.differences.is_empty()).then(|| view! {
                    <ul class="small soft copy">{differences}{(beyond > 0).then(|| view! { <li>{share::more(beyond)}</li> })}</ul>
                });
                view! { <li>{it.title.clone()}{differences}</li> }
            });
            let named = named.collect_view();
            view! {
                <details>
                    <summary>{format!("{} · {}", names::kinds(*kind), of_kind.count)}</summary>
                    <ul>{named}{(more > 0).then(|| view! { <li>{share::more(more)}</li> })}</ul>
                </details>
            }
        });
        view! { <div><p class="label">{format!("{what}: {}", self.count)}</p>{kinds.collect_view()}</div> }.into_any()
    }
}
