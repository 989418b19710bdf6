//! Which entries go with a share: kind by kind, each with a box to tick.

use leptos::prelude::*;

use super::making::Making;
use crate::{
    domain::{EntryId, KindName},
    exchange::share::{
        allowed::kinds,
        choosing::{held_back, sharable},
    },
    insights::titles::title_of,
    ui::{
        parts::{Button, Tick},
        reactive::{For, Look},
        words::{names, sharing as words},
    },
};

/// All that can be shared.
#[component]
pub(super) fn Choosing(making: Making) -> impl IntoView {
    let Making { desk, mentorship, .. } = making;
    let all = desk.view(move |notebook| {
        let calendar = desk.calendar();
        let all = sharable(notebook, mentorship).into_iter();
        let called = all.filter_map(|(id, _)| Some((id, names::entry(&title_of(notebook, id)?, &calendar))));
        called.collect::<Vec<_>>()
    });
    let private = desk.view(move |notebook| held_back(notebook, mentorship));
    let all_kinds = kinds().map(|kind| view! { <Kind making=making kind=kind all=all /> });
    view! {
        {all_kinds.into_iter().collect_view()}
        <p class="small soft">{move || words::left_out(private.get())}</p>
    }
}

#[component]
fn Kind(making: Making, kind: KindName, all: Look<Vec<(EntryId, String)>>) -> impl IntoView {
    let chosen = making.chosen;
    let mine =
        Look::new(move || all.with(|all| all.iter().filter(|(id, _)| id.kind() == kind).cloned().collect::<Vec<_>>()));
    let set_all = move |on: bool| {
        let ids = mine.with_untracked(|mine| mine.iter().map(|(id, _)| *id).collect::<Vec<_>>());
        chosen.update(|chosen| {
            for id in ids {
                if on {
                    chosen.insert(id);
                } else {
                    chosen.remove(&id);
                }
            }
        });
    };
    let how_many = move || {
        let number = chosen.with(|chosen| mine.with(|mine| mine.iter().filter(|(id, _)| chosen.contains(id)).count()));
        words::chosen(number, mine.with(Vec::len))
    };
    let tick = move |(id, title): (EntryId, String)| {
        let set = move |on| {
            chosen.update(|chosen| {
                if on {
                    chosen.insert(id);
                } else {
                    chosen.remove(&id);
                }
            });
        };
        view! { <li><Tick label=title value=move || chosen.with(|chosen| chosen.contains(&id)) set=set /></li> }
    };
    let shown = move || {
        (!mine.with(Vec::is_empty)).then(|| {
            view! {
                <fieldset class="kinds">
                    <legend>{names::kinds(kind)}" "<span class="small soft num" role="status">{how_many}</span></legend>
                    <p class="acts">
                        <Button look="small" word=words::CHOOSE_ALL label=words::choose_all(kind) act=move |_| set_all(true) />
                        <Button look="small" word=words::CHOOSE_NONE label=words::choose_none(kind) act=move |_| set_all(false) />
                    </p>
                    <ul class="plain ticks">
                        <For each=move || mine.get() key=|it| it.clone() let:it>{tick(it)}</For>
                    </ul>
                </fieldset>
            }
        })
    };
    let any = Look::new(move || !mine.with(Vec::is_empty));
    move || any.get().then(shown)
}
