//! An action item as a row: whose, by when, where it came from, and what became of it (R4).

use leptos::prelude::*;

use super::{
    Adder, Button, Choice, Comments, DateField, EntryMenu, Field, Handler, RowMore, Select, Tick,
    entry_menu::PrivateMark,
    form::{Asked, Form, Kind},
    row_more::keep_focus_near,
};
use crate::{
    domain::{Action, ActionState, Day, Goal, GoalState, Id, Line, Meeting, Owner, Title},
    ui::{
        desk::Desk,
        reactive::{Live, Look, Show},
        route::Route,
        screens::name_of,
        words::{changes, mentorship::actions, names},
    },
};

static TITLE: Asked = Asked::new("title", Kind::Title, actions::TITLE, "").in_row();

/// An action item in a list: ticked, renamed and dated where it stands.
#[component]
pub fn ActionRow(
    /// The action item.
    id: Id<Action>,
    /// Whether to say with whom it was agreed, where that is not plain from the page.
    #[prop(optional)]
    with: bool,
) -> impl IntoView {
    let desk = Desk::get();
    let title = desk.field(id, |action: &Action| action.title.to_string());
    let done = desk.field(id, |action: &Action| matches!(action.state, ActionState::Done { .. }));
    let settled = desk.field(id, |action: &Action| !action.state.is_open());
    let overdue = desk.field(id, move |action: &Action| action.is_overdue(desk.today()));
    let tick = move |on: bool| {
        let state = if on { ActionState::Done { on: desk.today() } } else { ActionState::Open };
        let label = changes::ticked(&title.get_untracked(), on);
        desk.say(label.clone(), true);
        desk.edit(id, label, |action: &mut Action| action.state = state);
    };
    let more = Look::new(move || actions::more(&title.get()));
    view! {
        <li class="row action" class:done=move || settled.get() data-at=id.to_string() tabindex="-1" on:click:capture=keep_focus_near>
            <Tick label=title value=done set=tick quiet=true />
            <div>
                {Form::new(id, title).field(&TITLE)}
                <p class="why">
                    <Show when=move || overdue.get()><span class="tag due">{actions::OVERDUE}</span>" "</Show>
                    <Facts id=id with=with />
                </p>
                <PrivateMark id=id />
                <Comments id=id />
            </div>
            <RowMore label=more><More id=id /></RowMore>
        </li>
    }
}

/// Whose it is, with whom, how it stands, where it came from and where it was carried.
#[component]
fn Facts(id: Id<Action>, with: bool) -> impl IntoView {
    let desk = Desk::get();
    let facts = desk.view(move |notebook| {
        let action = notebook.get(id)?;
        let name = with.then(|| name_of(notebook, action.mentorship));
        Some(actions::facts(action.owner, name.as_deref(), action.due, &action.state, &desk.calendar()))
    });
    let meetings = desk.view(move |notebook| {
        let Some(action) = notebook.get(id) else { return Vec::new() };
        let day = |meeting: Id<Meeting>| notebook.get(meeting).map(|it| desk.calendar().short(it.on));
        let from = action.meeting.and_then(|it| Some((it, actions::from_meeting(&day(it)?))));
        let carried = action.carried_to.last().and_then(|it| Some((*it, actions::carried(&day(*it)?))));
        from.into_iter().chain(carried).collect::<Vec<_>>()
    });
    let links = move || {
        let links = meetings.get().into_iter();
        links.map(|(id, words)| view! { " · "<a href=Route::Meeting(id).address()>{words}</a> }).collect_view()
    };
    view! { {facts}{links} }
}

/// Whose, by when, for which goal; dropped, taken up again, private, removed.
#[component]
fn More(id: Id<Action>) -> impl IntoView {
    let desk = Desk::get();
    let title = desk.field(id, |action: &Action| action.title.to_string());
    let changed = move |field: &str| changes::changed(field, &title.get_untracked());
    let owner = desk.field(id, |action: &Action| Some(action.owner));
    let due = desk.field(id, |action: &Action| action.due);
    let goal = desk.field(id, |action: &Action| action.goal);
    let open = desk.field(id, |action: &Action| action.state.is_open());
    let set_owner = move |owner| desk.edit(id, changed(actions::OWNER), |action: &mut Action| action.owner = owner);
    let set_due = move |due: Option<Day>| desk.edit(id, changed(actions::DUE), |action: &mut Action| action.due = due);
    let set_goal = move |goal| desk.edit(id, changed(actions::GOAL), |action: &mut Action| action.goal = goal);
    let take_up = move |_| {
        let label = changes::ticked(&title.get_untracked(), false);
        desk.say(label.clone(), true);
        desk.edit(id, label, |action: &mut Action| action.state = ActionState::Open);
    };
    view! {
        <div class="pair">
            <PickOwner value=owner set=set_owner />
            <DateField label=actions::DUE value=due set=set_due />
        </div>
        <PickGoal label=actions::GOAL none=actions::NO_GOAL value=goal set=set_goal />
        <Show when=move || open.get() fallback=move || view! {
            <p><Button word=actions::TAKE_UP act=take_up /></p>
        }>
            <Drop id=id />
        </Show>
        <EntryMenu id=id title=title />
    }
}

/// The reason for dropping it, and the button.
#[component]
fn Drop(id: Id<Action>) -> impl IntoView {
    let desk = Desk::get();
    let reason = RwSignal::new(String::new());
    let take_reason = move |typed: &str| {
        reason.set(Line::typed(typed)?.to_string());
        Ok(())
    };
    let drop = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        desk.flush();
        let title = desk.notebook.with_untracked(|notebook| notebook.get(id).map(|it| it.title.to_string()));
        let label = actions::dropped(&title.unwrap_or_default());
        let reason = Line::typed(&reason.get_untracked()).unwrap_or_default();
        desk.say(label.clone(), true);
        let on = desk.today();
        desk.edit(id, label, |action: &mut Action| action.state = ActionState::Dropped { on, reason });
    };
    view! {
        <form class="form" on:submit=drop>
            <Field label=actions::DROP_REASON value=reason take=take_reason hint=actions::DROP_HINT />
            <p><button type="submit" class="button">{actions::DROP}</button></p>
        </form>
    }
}

/// Mine or theirs.
#[component]
pub fn PickOwner(
    /// Whose it is.
    #[prop(into)]
    value: Live<Option<Owner>>,
    /// Takes the other one.
    #[prop(into)]
    set: Handler<Owner>,
) -> impl IntoView {
    let options = [Owner::Me, Owner::Them].map(|owner| (owner, names::owner(owner))).to_vec();
    let set = move |owner| set.run(owner);
    view! { <Choice label=actions::OWNER options=options value=value set=set /> }
}

/// One goal, or none: an active one, or the one that is picked already.
#[component]
pub fn PickGoal(
    /// What it is picked for.
    #[prop(into)]
    label: String,
    /// The word for none.
    #[prop(into)]
    none: String,
    /// The goal.
    #[prop(into)]
    value: Live<Option<Id<Goal>>>,
    /// Takes another one, or none.
    #[prop(into)]
    set: Handler<Option<Id<Goal>>>,
) -> impl IntoView {
    let value = value.look();
    let options = Desk::get().view(move |notebook| {
        let goals = notebook.all::<Goal>();
        let goals = goals.filter(|(id, goal)| goal.state == GoalState::Active || value.get() == Some(*id));
        goals.map(|(id, goal)| (id, goal.title.to_string())).collect::<Vec<_>>()
    });
    let set = move |goal| set.run(goal);
    view! { <Select label=label options=options none=none value=value set=set /> }
}

/// The form for a new action item: its day and its owner, and last what is to be done.
#[component]
pub fn NewAction(
    /// Adds it.
    #[prop(into)]
    add: Handler<(Title, Owner, Option<Day>)>,
    /// Under which name what is typed is kept.
    #[prop(into)]
    draft: String,
    /// An example of one.
    #[prop(default = actions::NEW_HINT)]
    hint: &'static str,
) -> impl IntoView {
    let owner = RwSignal::new(Owner::Me);
    let due = RwSignal::new(None::<Day>);
    let add = move |title: Title| {
        add.run((title, owner.get_untracked(), due.get_untracked()));
        due.set(None);
    };
    view! {
        <div class="form" data-at="new-action">
            <div class="pair">
                <PickOwner value=move || Some(owner.get()) set=move |chosen| owner.set(chosen) />
                <DateField label=actions::DUE value=due set=move |day| due.set(day) />
            </div>
            <Adder label=actions::NEW hint=hint draft=draft add=add />
        </div>
    }
}
