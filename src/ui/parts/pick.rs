//! Some of many: the goals that something is about.

use leptos::prelude::*;

use super::{Handler, Tick};
use crate::{
    domain::{Goal, GoalState, Id},
    ui::{
        desk::Desk,
        reactive::{Live, Show},
        words,
    },
};

/// The goals that are in motion, or chosen already, each with a box to tick.
#[component]
pub fn PickGoals(
    /// What they are picked for.
    #[prop(into)]
    label: String,
    /// The ones that are picked.
    #[prop(into)]
    value: Live<Vec<Id<Goal>>>,
    /// Takes all that are picked now.
    #[prop(into)]
    set: Handler<Vec<Id<Goal>>>,
) -> impl IntoView {
    let desk = Desk::get();
    let value = value.look();
    let offered = desk.view(|notebook| {
        notebook.all::<Goal>().map(|(id, goal)| (id, goal.title.to_string(), goal.state)).collect::<Vec<_>>()
    });
    let list = move || {
        let picked = value.get();
        let goals = offered.get();
        let goals = goals.into_iter().filter(|(id, _, state)| *state == GoalState::Active || picked.contains(id));
        goals
            .map(|(id, title, _)| {
                let set = set.clone();
                let toggle = move |on: bool| {
                    let mut picked = value.get_untracked();
                    picked.retain(|it| *it != id);
                    if on {
                        picked.push(id);
                    }
                    set.run(picked);
                };
                let on = move || value.with(|picked| picked.contains(&id));
                view! { <li><Tick label=title value=on set=toggle /></li> }
            })
            .collect_view()
    };
    view! {
        <fieldset class="pick">
            <legend>{label}</legend>
            <Show when=move || offered.with(|goals| !goals.is_empty()) fallback=|| view! { <p class="small soft">{words::goals::NONE_TO_PICK}</p> }>
                <ul class="plain">{list.clone()}</ul>
            </Show>
        </fieldset>
    }
}
