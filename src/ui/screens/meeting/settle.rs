//! What earlier meetings left open: finished, carried forward or dropped (R4).

use leptos::prelude::*;

use crate::{
    domain::{Action, ActionState, Id, Line, Meeting},
    ui::{
        desk::Desk,
        parts::{Button, Section, plain, row_more::keep_focus_near},
        reactive::{For, Look, Show},
        words::{changes, meetings, mentorship::actions},
    },
};

/// The action items that this meeting has to decide about.
#[component]
pub fn Settle(meeting: Id<Meeting>, actions: Look<Vec<Id<Action>>>) -> impl IntoView {
    let count = move || actions.with(Vec::len);
    view! {
        <Section title=meetings::SETTLE end=count>
            <p class="small soft">{meetings::SETTLE_HELP}</p>
            <ul class="rows">
                <For each=move || actions.get() key=|id| *id plain=plain let:action>
                    <SettleRow meeting=meeting action=action />
                </For>
            </ul>
        </Section>
    }
}

#[component]
fn SettleRow(meeting: Id<Meeting>, action: Id<Action>) -> impl IntoView {
    let desk = Desk::get();
    let title = desk.field(action, |it: &Action| it.title.to_string());
    let overdue = desk.field(action, move |it: &Action| it.is_overdue(desk.today()));
    let facts = desk.view(move |notebook| {
        notebook.get(action).map(|it| actions::facts(it.owner, None, it.due, &it.state, &desk.calendar()))
    });
    let decide = move |label: String, change: fn(&mut Action, Id<Meeting>, crate::domain::Day)| {
        desk.say(label.clone(), true);
        let today = desk.today();
        desk.edit(action, label, |it: &mut Action| change(it, meeting, today));
    };
    let finish = move |_| {
        decide(changes::ticked(&title.get_untracked(), true), |it, _, on| it.state = ActionState::Done { on });
    };
    let carry = move |_| decide(meetings::carried(&title.get_untracked()), |it, to, _| it.carry_to(to));
    let drop = move |_| {
        decide(actions::dropped(&title.get_untracked()), |it, _, on| {
            it.state = ActionState::Dropped { on, reason: Line::default() };
        });
    };
    let named = move |what: &'static str| move || meetings::decision(what, &title.get());
    view! {
        <li class="row settle" data-at=action.to_string() tabindex="-1" on:click:capture=keep_focus_near>
            <div>
                <p class="what">{title}</p>
                <p class="why">
                    <Show when=move || overdue.get()><span class="tag due">{actions::OVERDUE}</span>" "</Show>
                    {facts}
                </p>
            </div>
            <div class="acts">
                <Button word=meetings::DONE label=named(meetings::DONE) act=finish />
                <Button word=meetings::CARRY label=named(meetings::CARRY) act=carry />
                <Button word=meetings::DROP label=named(meetings::DROP) act=drop />
            </div>
        </li>
    }
}
