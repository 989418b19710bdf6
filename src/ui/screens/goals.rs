//! All goals, by state (G1).

use leptos::prelude::*;

use super::Page;
use crate::{
    domain::{Goal, GoalState, Id, order},
    ui::{
        desk::Desk,
        parts::{Adder, Bar, Empty, PageHead, Section},
        reactive::{For, Look, Show},
        route::{Place, Route},
        words::{goals, names, shell},
    },
};

/// A goal as its row shows it.
#[derive(Clone, PartialEq)]
struct Row {
    id: Id<Goal>,
    title: String,
    state: GoalState,
    progress: (usize, usize),
    next: Option<String>,
    private: bool,
}

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
        let row = |(id, goal): (Id<Goal>, &Goal)| Row {
            id,
            title: goal.title.to_string(),
            state: goal.state,
            progress: goal.progress(),
            next: goal.next_milestone().map(|it| it.title.to_string()),
            private: notebook.entry(id.entry()).is_some_and(|entry| entry.draft.private),
        };
        goals.into_iter().map(row).collect::<Vec<_>>()
    });
    let chosen = Look::new(move || {
        let state = shown.get();
        let mut rows = rows.get();
        rows.retain(|row| state.is_none_or(|state| row.state == state));
        rows
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
                        <For each=move || chosen.get() key=|row| (row.id, row.title.clone(), row.progress, row.state, row.private, row.next.clone()) let:row>
                            <GoalRow row=row />
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
fn GoalRow(row: Row) -> impl IntoView {
    let (done, all) = row.progress;
    let next = row.next.as_deref().map(goals::next);
    let state = (row.state != GoalState::Active).then(|| names::goal_state(row.state));
    view! {
        <li class="row progress">
            <div>
                <p class="what"><a href=Route::Goal(row.id).address()>{row.title}</a></p>
                <p class="why">{state.map(|state| view! { <span class="tag">{state}</span>" " })}{next}</p>
                <crate::ui::parts::entry_menu::PrivateMark id=row.id />
            </div>
            {(all > 0).then(|| view! { <Bar value=(done, all) label=goals::progress_label(done, all) /> })}
            <span class="soft small num">{if all > 0 { goals::progress(done, all) } else { String::new() }}</span>
        </li>
    }
}
