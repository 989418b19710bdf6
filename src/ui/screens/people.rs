//! Mentorships and all people (F1, R1, R2).

use leptos::prelude::*;

use super::{Page, name_of, today::AcrossLinks};
use crate::{
    domain::{Id, Mentorship, Notebook, Person, Title, order},
    insights::mentorships::{Running, ended, running},
    ui::{
        desk::Desk,
        parts::{Adder, Empty, PageHead, Section, entry_menu::PrivateMark, plain},
        reactive::{For, Look, Show},
        route::{Place, Route, Tab},
        words::{dates::Calendar, names, people, people_in, shell},
    },
};

/// Mentorships, and everybody.
#[component]
pub fn PeopleScreen() -> impl IntoView {
    let desk = Desk::get();
    let add = move |name: Title| {
        let id = desk.add(&name.clone(), Person::new(name));
        desk.go(&Route::Person(id));
    };
    let anybody = desk.view(|notebook| notebook.all::<Person>().next().is_some());
    view! {
        <Page title=shell::place(Place::People)>
            <PageHead title=shell::place(Place::People)><p class="soft">{people::PURPOSE}</p></PageHead>
            <div data-at="new-person">
                <Adder label=people::NEW hint=people::NEW_HINT draft="person" add=add />
            </div>
            <p class="acts"><a class="button plain" href=Route::PeopleIn.address()>{people_in::LINK}</a></p>
            <Show when=move || anybody.get() fallback=|| view! { <Empty text=people::PEOPLE_EMPTY /> }>
                <Mentorships />
                <Everybody />
            </Show>
        </Page>
    }
}

// --- Mentorships -----------------------------------------------------------------------------------

/// A mentorship as its row shows it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct MentorshipLine {
    id: Id<Mentorship>,
    name: String,
    side: &'static str,
    about: String,
    asks: Option<&'static str>,
}

impl MentorshipLine {
    fn running(notebook: &Notebook, it: Running, calendar: &Calendar) -> Option<Self> {
        Some(Self {
            id: it.id,
            name: name_of(notebook, it.id),
            side: names::side(notebook.get(it.id)?.side),
            about: match &it.standing {
                Some(standing) => people::standing(standing, calendar),
                None => people::last_contact(it.last, calendar),
            },
            asks: it.standing.as_ref().and_then(people::asks),
        })
    }

    fn ended(notebook: &Notebook, id: Id<Mentorship>, calendar: &Calendar) -> Option<Self> {
        let mentorship = notebook.get(id)?;
        Some(Self {
            id,
            name: name_of(notebook, id),
            side: names::side(mentorship.side),
            about: people::side_since(mentorship, calendar),
            asks: None,
        })
    }
}

/// Rows of the mentorships that go on, the most urgent first, and of those that ended; with one
/// person, or all of them.
pub(super) fn lines_of(desk: Desk, with: Option<Id<Person>>) -> (Look<Vec<MentorshipLine>>, Look<Vec<MentorshipLine>>) {
    let is_with =
        move |notebook: &Notebook, id: Id<Mentorship>| with.is_none() || notebook.get(id).map(|it| it.person) == with;
    let going_on = desk.view(move |notebook| {
        let calendar = desk.calendar();
        let lines = running(notebook, calendar.today).into_iter().filter(|it| is_with(notebook, it.id));
        lines.filter_map(|it| MentorshipLine::running(notebook, it, &calendar)).collect()
    });
    let over = desk.view(move |notebook| {
        let calendar = desk.calendar();
        let lines = ended(notebook).into_iter().filter(|id| is_with(notebook, *id));
        lines.filter_map(|id| MentorshipLine::ended(notebook, id, &calendar)).collect()
    });
    (going_on, over)
}

/// Those that go on, and folded away those that ended.
#[component]
fn Mentorships() -> impl IntoView {
    let (going_on, over) = lines_of(Desk::get(), None);
    let count = move || (!going_on.with(Vec::is_empty)).then(|| people::running(going_on.with(Vec::len)));
    let none = move || {
        let text = if over.with(Vec::is_empty) { people::MENTORSHIPS_EMPTY } else { people::ALL_ENDED };
        view! { <Empty text=text /> }
    };
    view! {
        <Section title=people::MENTORSHIPS end=count>
            <Show when=move || going_on.with(|lines| !lines.is_empty()) fallback=none>
                <MentorshipRows lines=going_on />
                <p class="small soft">{people::MENTORSHIPS_ORDER}</p>
                <AcrossLinks />
            </Show>
            <Show when=move || over.with(|lines| !lines.is_empty())>
                <details>
                    <summary>{move || people::ended(over.with(Vec::len))}</summary>
                    <MentorshipRows lines=over />
                </details>
            </Show>
        </Section>
    }
}

/// Mentorships in rows: with whom, who guides whom, how they stand to their rhythm.
#[component]
pub(super) fn MentorshipRows(lines: Look<Vec<MentorshipLine>>) -> impl IntoView {
    view! {
        <ul class="rows">
            <For each=move || lines.get() key=Clone::clone plain=|line| plain(&line.id) let:line>
                <li class="row two">
                    <div>
                        <p class="what"><a href=Route::Mentorship(line.id, Tab::Meetings).address()>{line.name.clone()}</a></p>
                        <p class="why">
                            {line.asks.map(|asks| view! { <span class="tag due">{asks}</span>" " })}
                            {line.about.clone()}
                        </p>
                        <PrivateMark id=line.id />
                    </div>
                    <span class="tag">{line.side}</span>
                </li>
            </For>
        </ul>
    }
}

// --- People ----------------------------------------------------------------------------------------

/// Everybody, by name.
#[component]
fn Everybody() -> impl IntoView {
    let everybody = Desk::get().view(|notebook| {
        let people = notebook.all::<Person>().map(|(id, it)| (id, it.name.to_string(), it.role.to_string()));
        let people: Vec<_> = people.collect();

        order::by_key(people, |(id, name, _)| (name.to_lowercase(), *id))
    });
    let count = move || people::people(everybody.with(Vec::len));
    view! {
        <Section title=people::PEOPLE end=count>
            <ul class="rows">
                <For each=move || everybody.get() key=Clone::clone plain=|person| plain(&person.0) let:person>
                    <li class="row two">
                        <div>
                            <p class="what"><a href=Route::Person(person.0).address()>{person.1.clone()}</a></p>
                            <p class="why">{person.2.clone()}</p>
                            <PrivateMark id=person.0 />
                        </div>
                    </li>
                </For>
            </ul>
            <p class="small soft">{people::PEOPLE_ORDER}</p>
        </Section>
    }
}
