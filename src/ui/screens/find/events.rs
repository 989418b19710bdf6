//! Events in a list, and the form for a new one (F1).

use std::cmp::Reverse;

use leptos::prelude::*;

use super::row::Row;
use crate::{
    domain::{Day, Event, Id, Plan, Title, order},
    ui::{
        desk::Desk,
        parts::{Adder, DateField, Empty, Section, plain},
        reactive::{For, Live, Look, Show},
        route::Route,
        words::find,
    },
};

/// An event as its row shows it.
#[derive(Clone, PartialEq, Eq, Hash)]
struct EventLine {
    id: Id<Event>,
    title: String,
    on: Day,
    about: String,
    follow_up: Option<Day>,
}

/// All events, or those of one plan: the next ones first, then those that are past.
#[component]
pub fn Events(
    /// The plan they belong to; none for all of them.
    #[prop(optional)]
    of: Option<Id<Plan>>,
) -> impl IntoView {
    let desk = Desk::get();
    let lines = desk.view(move |notebook| {
        let today = desk.today();
        let events = notebook.all::<Event>().filter(|(_, event)| of.is_none() || event.plan == of);
        let line = |(id, event): (Id<Event>, &Event)| EventLine {
            id,
            title: event.title.to_string(),
            on: event.on,
            about: find::events::about(&event.place_name, event.to_meet.len(), event.met.len()),
            follow_up: event.follow_up_due(today),
        };
        let (ahead, past): (Vec<_>, Vec<_>) = events.map(line).partition(|line| line.on >= today);
        let ahead = order::by_key(ahead, |line| (line.on, line.id));
        let past = order::by_key(past, |line| (Reverse(line.on), line.id));
        (ahead, past)
    });
    let (ahead, past) = (Look::new(move || lines.get().0), Look::new(move || lines.get().1));
    let nothing = move || lines.with(|(ahead, past)| ahead.is_empty() && past.is_empty());
    let count = move || find::events::counted(ahead.with(Vec::len), past.with(Vec::len));
    let (heading, empty) = match of {
        None => (find::events::HEADING, find::events::EMPTY),
        Some(_) => (find::plan::EVENTS, find::events::EMPTY_IN_PLAN),
    };
    view! {
        <Section title=heading end=count>
            <Show when=nothing>
                <Empty text=empty />
            </Show>
            <EventRows title=find::events::AHEAD lines=ahead />
            <EventRows title=find::events::PAST lines=past />
            <NewEvent of=of />
        </Section>
    }
}

#[component]
fn EventRows(title: &'static str, lines: Look<Vec<EventLine>>) -> impl IntoView {
    view! {
        <Show when=move || lines.with(|lines| !lines.is_empty())>
            <h3 class="small soft">{title}</h3>
            <ul class="rows">
                <For each=move || lines.get() key=Clone::clone plain=|line| plain(&line.id) let:line>
                    <Row
                        id=line.id to=Route::Event(line.id) name=line.title.clone() due=line.follow_up end=line.on
                        why={let about = line.about.clone(); move || about.clone()}
                    />
                </For>
            </ul>
        </Show>
    }
}

/// A follow-up whose day has come.
#[component]
pub fn FollowUp(
    /// The day, if it has come.
    #[prop(into)]
    by: Live<Option<Day>>,
) -> impl IntoView {
    let desk = Desk::get();
    move || by.get().map(|by| view! { " " <span class="tag due">{find::follow_up(&desk.calendar().within(by))}</span> })
}

/// The form for a new event: its day and its name.
#[component]
fn NewEvent(of: Option<Id<Plan>>) -> impl IntoView {
    let desk = Desk::get();
    let on = RwSignal::new(None::<Day>);
    let shown = Look::new(move || Some(on.get().unwrap_or_else(|| desk.today())));
    let add = move |title: Title| {
        let day = on.get_untracked().unwrap_or_else(|| desk.today());
        let id = desk.add(&title.clone(), Event { plan: of, ..Event::new(title, day) });
        desk.go(&Route::Event(id));
    };
    let draft = of.map_or_else(|| "event".to_owned(), |plan| format!("event-{plan}"));
    view! {
        <div class="form" data-at="new-event">
            <DateField label=find::events::NEW_ON value=shown set=move |day| on.set(day) />
            <Adder label=find::events::NEW hint=find::events::NEW_HINT draft=draft add=add />
        </div>
    }
}
