//! Some of many: the goals or the skills that something is about.

use leptos::prelude::*;

use super::{Handler, Tick};
use crate::{
    domain::{Goal, GoalState, Id, Title},
    insights::search::fold::fold,
    ui::{
        desk::Desk,
        reactive::{For, Live, Look, Show},
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
    let shown = Look::new(move || {
        let picked = value.get();
        let mut goals = offered.get();
        goals.retain(|(id, _, state)| *state == GoalState::Active || picked.contains(id));
        goals
    });
    let row = move |(id, title, _): (Id<Goal>, String, GoalState)| {
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
    };
    view! {
        <fieldset class="pick">
            <legend>{label}</legend>
            <Show when=move || offered.with(|goals| !goals.is_empty()) fallback=|| view! { <p class="small soft">{words::goals::NONE_TO_PICK}</p> }>
                <ul class="plain"><For each=move || shown.get() key=|(id, title, _)| (*id, title.clone()) children=row.clone() /></ul>
            </Show>
        </fieldset>
    }
}

/// The skills that goals name, and those that are picked already, each with a box to tick. Where no goal names one,
/// nothing is asked.
#[component]
pub fn PickSkills(
    /// What they are picked for.
    #[prop(into)]
    label: String,
    /// The skills that goals name.
    offered: Look<Vec<Title>>,
    /// The ones that are picked.
    #[prop(into)]
    value: Live<Vec<Title>>,
    /// Takes all that are picked now.
    #[prop(into)]
    set: Handler<Vec<Title>>,
) -> impl IntoView {
    let value = value.look();
    let all = Look::new(move || {
        let mut all = offered.get();
        let others = value.get().into_iter();
        let others: Vec<_> = others.filter(|it| !all.iter().any(|one| fold(one) == fold(it))).collect();
        all.extend(others);
        all
    });
    let row = move |skill: Title| {
        let (set, folded) = (set.clone(), fold(&skill));
        let label = skill.to_string();
        let same = folded.clone();
        let toggle = move |on: bool| {
            let mut picked = value.get_untracked();
            picked.retain(|it| fold(it) != same);
            if on {
                picked.push(skill.clone());
            }
            set.run(picked);
        };
        let on = move || value.with(|picked| picked.iter().any(|it| fold(it) == folded));
        view! { <li><Tick label=label value=on set=toggle /></li> }
    };
    view! {
        <Show when=move || all.with(|all| !all.is_empty())>
            <fieldset class="pick">
                <legend>{label.clone()}</legend>
                <ul class="plain"><For each=move || all.get() key=|skill| skill.to_string() children=row.clone() /></ul>
            </fieldset>
        </Show>
    }
}
