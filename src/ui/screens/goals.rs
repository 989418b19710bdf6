//! All goals, by state (G1).

use leptos::prelude::*;

use super::Page;
use crate::{
    domain::{Goal, GoalState, Id, order},
    ui::{
        desk::Desk,
        parts::{Adder, Bar, Empty, PageHead, Section, entry_menu::PrivateMark, plain},
        reactive::{For, Look, Show},
        route::{Place, Route},
        words::{goals, names, shell},
    },
};

/// The list of goals.
#[component]
pub fn GoalsScreen() -> impl IntoView {
    let desk = Desk::get();
    let shown = Look::new(move || match desk.route.get() {
        Route::Goals(state) => state,
        _ => None,
    });
    let rows = desk.view(|notebook| {
        let goals: Vec<_> = notebook.all::<Goal>().collect();
        let goals = order::by_key(goals, |(id, goal)| {
            (goal.state != GoalState::Active, goal.target.is_none(), goal.target, *id)
        });
        goals.into_iter().map(|(id, goal)| (id, goal.state)).collect::<Vec<_>>()
    });
    let chosen = Look::new(move || {
        let state = shown.get();
        let fits = |(id, of): (Id<Goal>, GoalState)| state.is_none_or(|state| of == state).then_some(id);
        rows.get().into_iter().filter_map(fits).collect::<Vec<_>>()
    });
    let filters = [None].into_iter().chain(GoalState::ALL.map(Some)).map(|state| {
        let word = state.map_or(goals::ALL, names::goal_state);
        let current = move || (shown.get() == state).then_some("true");
        view! { <a href=Route::Goals(state).address() aria-current=current>{word}</a> }
    });
    let filters = filters.collect_view();
    let add = move |title: crate::domain::Title| {
        let id = desk.add(&title.clone(), Goal::new(title));
        desk.go(&Route::Goal(id));
    };
    let counted = move || goals::counted(chosen.with(Vec::len), rows.with(Vec::len));
    let nothing = move || match shown.get() {
        Some(state) => view! { <Empty text=goals::none_in(state) /> }.into_any(),
        None => view! { <Empty text=goals::EMPTY /> }.into_any(),
    };
    view! {
        <Page title=shell::place(Place::Goals)>
            <PageHead title=shell::place(Place::Goals)><p class="soft">{goals::PURPOSE}</p></PageHead>
            <div data-at="new-goal">
                <Adder label=goals::NEW hint=goals::NEW_HINT draft="goal" add=add />
            </div>
            <Section title=shell::place(Place::Goals) end=counted>
                <nav class="filters" aria-label=goals::FILTER>{filters}</nav>
                <Show when=move || chosen.with(|rows| !rows.is_empty()) fallback=nothing>
                    <ul class="rows">
                        <For each=move || chosen.get() key=|id| *id plain=plain let:id>
                            <GoalRow id=id />
                        </For>
                    </ul>
                    <p class="small soft">{goals::ORDER}</p>
                </Show>
            </Section>
        </Page>
    }
}

/// One goal in a list: its title, the next step, how far it is.
#[component]
pub(super) fn GoalRow(id: Id<Goal>) -> impl IntoView {
    let goal = Desk::get().field(id, |it: &Goal| {
        let next = it.next_milestone().map(|next| goals::next(&next.title));
        Some((it.title.to_string(), it.state, next, it.progress()))
    });
    move || {
        let (title, state, next, (done, all)) = goal.get()?;
        let state = (state != GoalState::Active).then(|| names::goal_state(state));
        let row = view! {
            <li class="row progress">
                <div>
                    <p class="what"><a href=Route::Goal(id).address()>{title}</a></p>
                    <p class="why">{state.map(|state| view! { <span class="tag">{state}</span>" " })}{next}</p>
                    <PrivateMark id=id />
                </div>
                {(all > 0).then(|| view! { <Bar value=(done, all) label=goals::progress_label(done, all) /> })}
                <span class="soft small num">{if all > 0 { goals::progress(done, all) } else { String::new() }}</span>
            </li>
        };
        Some(row)
    }
}
