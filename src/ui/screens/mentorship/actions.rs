//! What is still to be done between two people, and what was done or dropped (R4).

use leptos::prelude::*;

use super::super::side_of;
use crate::{
    domain::{Action, ActionState, Day, Id, Mentorship, Owner, Side, Title},
    guide::prompts,
    insights::{across::ActionFilter, actions::open_actions, mentorships::settled_actions},
    ui::{
        desk::Desk,
        parts::{ActionRow, Empty, NewAction, Prompts, Section, plain},
        reactive::{For, Look, Show},
        route::Route,
        words::{across, guiding, mentorship::actions},
    },
};

/// The tab of action items.
#[component]
pub fn Actions(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let open = desk.view(move |notebook| open_actions(notebook, id));
    let settled = desk.view(move |notebook| settled_actions(notebook, id));
    let add = move |(title, owner, due): (Title, Owner, Option<Day>)| {
        let label = title.to_string();
        let promised = desk.today();
        let state = ActionState::Open;
        let carried_to = Vec::new();
        desk.add(
            &label,
            Action { title, owner, mentorship: id, meeting: None, goal: None, promised, due, state, carried_to },
        );
    };
    let side = desk.notebook.with_untracked(|notebook| side_of(notebook, id));
    let all = Route::Actions(ActionFilter { with: Some(id), ..ActionFilter::default() }).address();
    let count = move || open.with(|open| (!open.is_empty()).then_some(open.len()));
    view! {
        <NewAction draft=format!("action-{id}") hint=guiding::action_hint(side) add=add />
        {(side == Side::Guiding).then(|| view! { <Prompts title=guiding::OFFER_PROMPTS prompts=&prompts::OFFERS /> })}
        <Section title=actions::OPEN end=count>
            <Show when=move || open.with(|open| !open.is_empty()) fallback=|| view! { <Empty text=actions::OPEN_EMPTY /> }>
                <Rows ids=open />
                <p class="small soft">{actions::ORDER}</p>
            </Show>
            <Show when=move || settled.with(|settled| !settled.is_empty())>
                <details>
                    <summary>{move || actions::settled(settled.with(Vec::len))}</summary>
                    <Rows ids=settled />
                </details>
            </Show>
            <Show when=move || open.with(|open| !open.is_empty()) || settled.with(|settled| !settled.is_empty())>
                <p class="small"><a href=all.clone()>{across::FILTER}</a></p>
            </Show>
        </Section>
    }
}

#[component]
fn Rows(ids: Look<Vec<Id<Action>>>) -> impl IntoView {
    view! {
        <ul class="rows">
            <For each=move || ids.get() key=|id| *id plain=plain let:id>
                <ActionRow id=id />
            </For>
        </ul>
    }
}
