//! One event, changed where it stands: whom to meet there, whom one met, the follow-up (F1).

use leptos::prelude::*;

use super::{
    Existing, Page,
    find::{FollowUp, PickPlan},
};
use crate::{
    domain::{Candidate, Change, Day, Draft, Event, Guest, Id, KindName, Line, Met, Op, PartId, Person, Plan, Title},
    insights::candidates::of_person,
    ui::{
        desk::Desk,
        parts::{
            Adder, Button, DateField, Days, Empty, EntryMenu, Field, PageHead, PartMoves, PartTitle, PartsOf, Section,
            Tick,
            entry_menu::PrivateMark,
            form::{Asked, Form, Kind},
            row_more::keep_focus_near,
        },
        reactive::{For, Show},
        route::{Place, Route},
        words::{candidates, candidates::one, changes, find, find::event, shell},
    },
};

static TITLE: Asked = Asked::new("title", Kind::Title, event::TITLE, "");
static PLACE_NAME: Asked = Asked::new("place_name", Kind::Line, event::PLACE, event::PLACE_HINT).at("place");
static WENT_WITH: Asked = Asked::new("went_with", Kind::Line, event::WENT_WITH, event::WENT_WITH_HINT);
static NOTES: Asked = Asked::new("notes", Kind::Text, event::NOTES, event::NOTES_HINT).quiet();

/// An event.
#[component]
pub fn EventScreen(id: Id<Event>) -> impl IntoView {
    view! { <Existing id=id><Whole id=id /></Existing> }
}

#[component]
fn Whole(id: Id<Event>) -> impl IntoView {
    let desk = Desk::get();
    let title = desk.field(id, |event: &Event| event.title.to_string());
    let on = desk.field(id, |event: &Event| Some(event.on));
    let to_meet = desk.field(id, |event: &Event| event.to_meet.len());
    let met = desk.field(id, |event: &Event| event.met.len());
    let above = move || {
        view! {
            <a href=Place::Find.route().address()>{shell::place(Place::Find)}</a>
            {on.get().map(|on| view! { " · " <Days on=on /> })}
        }
    };
    let some = |number: usize| (number > 0).then_some(number);
    view! {
        <Page title=title>
            <PageHead title=title above=above>
                <PrivateMark id=id />
            </PageHead>
            <Facts id=id />
            <Section title=event::TO_MEET end=move || some(to_meet.get())>
                <ToMeet id=id />
            </Section>
            <Section title=event::MET end=move || some(met.get())>
                <People id=id />
            </Section>
            <Section title=event::FOLLOW_UP>
                <FollowingUp id=id />
            </Section>
            <Section title=event::NOTES>
                <Notes id=id />
            </Section>
            <EntryMenu id=id title=title after=Place::Find.route() />
        </Page>
    }
}

/// What it is, when, where, with whom, and for which plan.
#[component]
fn Facts(id: Id<Event>) -> impl IntoView {
    let desk = Desk::get();
    let title = desk.field(id, |event: &Event| event.title.to_string());
    let changed = move |field: &str| changes::changed(field, &title.get_untracked());
    let on = desk.field(id, |event: &Event| Some(event.on));
    let plan = desk.field(id, |event: &Event| event.plan);
    // An event always has a day: an emptied field keeps it.
    let set_on = move |day: Option<Day>| {
        desk.edit(id, changed(event::ON), |event: &mut Event| event.on = day.unwrap_or(event.on));
    };
    let set_plan = move |plan: Option<Id<Plan>>| {
        desk.edit(id, changed(find::PLAN_FIELD), |event: &mut Event| event.plan = plan);
    };
    let form = Form::new(id, title);
    view! {
        <div class="form">
            {form.field(&TITLE)}
            <div class="pair">
                <DateField label=event::ON value=on set=set_on at="on" />
                {form.field(&PLACE_NAME)}
            </div>
            <div class="pair">
                {form.field(&WENT_WITH)}
                <div><PickPlan value=plan set=set_plan /></div>
            </div>
        </div>
    }
}

/// The list of people to meet.
fn guests(id: Id<Event>) -> PartsOf<Event, Guest> {
    PartsOf { id, what: event::GUEST_PART, read: |event| &event.to_meet, write: |event| &mut event.to_meet }
}

/// The list of people met.
fn all_met(id: Id<Event>) -> PartsOf<Event, Met> {
    PartsOf { id, what: event::MET_PART, read: |event| &event.met, write: |event| &mut event.met }
}

/// People one wants to meet, in an order one chooses.
#[component]
fn ToMeet(id: Id<Event>) -> impl IntoView {
    let desk = Desk::get();
    let ids = guests(id).ids();
    let add = move |title: Title| guests(id).add(desk, Guest { id: desk.new_part(), place: 0, title });
    view! {
        <Show when=move || ids.with(Vec::is_empty)>
            <Empty text=event::TO_MEET_EMPTY />
        </Show>
        <ol class="rows">
            <For each=move || ids.get() key=|guest| *guest let:guest>
                <GuestRow id=id part=guest />
            </For>
        </ol>
        <Adder label=event::TO_MEET_NEW hint=event::TO_MEET_HINT draft=format!("guest-{id}") add=add />
    }
}

#[component]
fn GuestRow(id: Id<Event>, part: PartId) -> impl IntoView {
    let desk = Desk::get();
    let guests = guests(id);
    let title = guests.title(part);
    // The row leaves this list, and the focus goes with it.
    let meet = move |_| {
        desk.flush();
        desk.edit(id, event::met(&title.get_untracked()), |event: &mut Event| event.meet(part));
        desk.go_to(&Route::Event(id), part.to_string());
    };
    let named = move || event::button_for(event::MET_BUTTON, &title.get());
    view! {
        <li class="row guest" data-at=part.to_string() tabindex="-1" on:click:capture=keep_focus_near>
            <PartTitle of=guests part=part label=event::GUEST many=true />
            <Button word=event::MET_BUTTON label=named act=meet />
            <PartMoves of=guests part=part />
        </li>
    }
}

/// People one met, each with what one talked about.
#[component]
fn People(id: Id<Event>) -> impl IntoView {
    let desk = Desk::get();
    let ids = all_met(id).ids();
    let add = move |title: Title| {
        let (part, note) = (desk.new_part(), Line::default());
        all_met(id).add(desk, Met { id: part, place: 0, title, note, person: None });
    };
    view! {
        <Show when=move || ids.with(Vec::is_empty)>
            <Empty text=event::MET_EMPTY />
        </Show>
        <ol class="rows">
            <For each=move || ids.get() key=|met| *met let:met>
                <MetRow id=id part=met />
            </For>
        </ol>
        <Adder label=event::MET_NEW hint=event::MET_HINT draft=format!("met-{id}") add=add />
    }
}

#[component]
fn MetRow(id: Id<Event>, part: PartId) -> impl IntoView {
    let desk = Desk::get();
    let all_met = all_met(id);
    let title = all_met.title(part);
    let note = all_met.field(part, |it| it.note.to_string());
    let person = all_met.field(part, |it| it.person);
    let take_note = move |typed: &str| {
        let new = Line::typed(typed)?;
        all_met.edit(desk, part, changes::changed(event::MET_NOTE, &title.get_untracked()), |it| it.note = new);
        Ok(())
    };
    let candidate = desk.view(move |notebook| of_person(notebook, person.get()?).map(|(id, _)| id));
    // The button gives way to a link, so the focus goes to the row.
    let add = move |becomes: Becomes| {
        desk.flush();
        if let Some(change) = adding(desk, id, part, becomes) {
            desk.commit(change);
            desk.go_to(&Route::Event(id), part.to_string());
        }
    };
    let named = move |button| move || event::button_for(button, &title.get());
    let of_person = move || {
        match person.get() {
        Some(person) => view! {
            <a class="button plain" href=Route::Person(person).address() aria-label=named(event::SEE_PERSON)>{event::SEE_PERSON}</a>
        }.into_any(),
        None => view! {
            <Button word=event::ADD_PERSON label=named(event::ADD_PERSON) act=move |_| add(Becomes::Person) />
        }.into_any(),
    }
    };
    let of_candidate = move || {
        match candidate.get() {
        Some(id) => view! {
            <a class="button plain" href=Route::Candidate(id).address() aria-label=named(event::SEE_CANDIDATE)>{event::SEE_CANDIDATE}</a>
        }.into_any(),
        None => view! {
            <Button word=one::MAKE label=named(one::MAKE) act=move |_| add(Becomes::Candidate) />
        }.into_any(),
    }
    };
    view! {
        <li class="row guest" data-at=part.to_string() tabindex="-1" on:click:capture=keep_focus_near>
            <div>
                <PartTitle of=all_met part=part label=event::MET_NAME many=true />
                <Field label=event::MET_NOTE quiet=true value=note take=take_note many=true hint=event::MET_NOTE class="in-row" />
            </div>
            <span class="acts">{of_person}{of_candidate}</span>
            <PartMoves of=all_met part=part />
        </li>
    }
}

/// What somebody one met becomes in the notebook.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Becomes {
    Person,
    Candidate,
}

/// The change that makes a person of somebody one met, and links them, or a candidate, who is a person too.
/// Of a private event come private ones: how they were met would tell of it.
fn adding(desk: Desk, id: Id<Event>, part: PartId, becomes: Becomes) -> Option<Change> {
    let entry = desk.entry_now(id.entry())?;
    let event = entry.body::<Event>()?;
    let met = event.met.get(part)?;
    let (name, known) = (met.title.clone(), met.person);
    let private = entry.draft.private;
    let mut ops = Vec::new();
    let person = match known {
        Some(person) => person,
        None => {
            let (person, body) = (desk.new_id::<Person>(), event.person_met(part)?);
            ops.push(Op::Put(Draft { private, ..Draft::new(person, body) }));
            ops.extend(Op::edit(&entry, |event: &mut Event| {
                if let Some(met) = event.met.get_mut(part) {
                    met.person = Some(person);
                }
            }));
            person
        }
    };
    let label = match becomes {
        Becomes::Person => changes::added(KindName::Person, &name),
        Becomes::Candidate => {
            let body = Candidate { event: Some(id), plan: event.plan, ..Candidate::new(person, desk.today()) };
            ops.push(Op::Put(Draft { private, ..Draft::new(desk.new_id(), body) }));
            candidates::added(&name)
        }
    };
    Some(Change { label, ops })
}

/// The day by which one wants to have written to them, and whether one has.
#[component]
fn FollowingUp(id: Id<Event>) -> impl IntoView {
    let desk = Desk::get();
    let title = desk.field(id, |event: &Event| event.title.to_string());
    let by = desk.field(id, |event: &Event| event.follow_up_by);
    let done = desk.field(id, |event: &Event| event.followed_up);
    let due = desk.field(id, move |event: &Event| event.follow_up_due(desk.today()));
    let set_by = move |day: Option<Day>| {
        let label = changes::changed(event::FOLLOW_UP_BY, &title.get_untracked());
        desk.edit(id, label, |event: &mut Event| event.follow_up_by = day);
    };
    let tick = move |on: bool| {
        let day = on.then(|| desk.today());
        let label = event::followed_up(&title.get_untracked(), on);
        desk.edit(id, label, |event: &mut Event| event.followed_up = day);
    };
    let set_done = move |day: Option<Day>| {
        let label = changes::changed(event::FOLLOWED_UP_ON, &title.get_untracked());
        desk.edit(id, label, |event: &mut Event| event.followed_up = day.or(event.followed_up));
    };
    view! {
        <div class="form">
            <p class="small soft">{event::FOLLOW_UP_HELP}<FollowUp by=due /></p>
            <DateField label=event::FOLLOW_UP_BY value=by set=set_by at="follow-up" />
            <Tick label=event::FOLLOWED_UP value=move || done.get().is_some() set=tick />
            <Show when=move || done.get().is_some()>
                <DateField label=event::FOLLOWED_UP_ON value=done set=set_done />
            </Show>
        </div>
    }
}

/// Anything else.
#[component]
fn Notes(id: Id<Event>) -> impl IntoView {
    let title = Desk::get().field(id, |event: &Event| event.title.to_string());
    view! {
        {Form::new(id, title).field(&NOTES)}
    }
}
