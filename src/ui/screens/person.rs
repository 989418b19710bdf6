//! One person, changed where it stands; the mentorships with them, and how one begins (F1, R1).

use leptos::prelude::*;

use super::{
    Page,
    not_found::NotFoundScreen,
    people::{MentorshipRows, lines_of},
};
use crate::{
    domain::{Id, Line, Mentorship, Person, Rhythm, Side, Text, Title},
    ui::{
        desk::Desk,
        parts::{
            Choice, DateField, EntryMenu, Field, NumberField, PageHead, ProposedDay, Section, Unfold, entry_menu::PrivateMark,
        },
        route::{Place, Route, Tab},
        words::{changes, names, people::person, shell},
    },
};

/// A person.
#[component]
pub fn PersonScreen(id: Id<Person>) -> impl IntoView {
    let desk = Desk::get();
    let entry = desk.entry(id);
    let exists = Memo::new(move |_| entry.with(Option::is_some));
    view! {
        <Show when=move || exists.get() fallback=|| view! { <NotFoundScreen /> }>
            <Whole id=id />
        </Show>
    }
}

#[component]
fn Whole(id: Id<Person>) -> impl IntoView {
    let desk = Desk::get();
    let name = desk.field(id, |person: &Person| person.name.to_string());
    let above = move || view! { <a href=Place::People.route().address()>{shell::place(Place::People)}</a> };
    view! {
        <Page title=name>
            <PageHead title=name above=above>
                <PrivateMark id=id />
            </PageHead>
            <Texts id=id />
            <Section title=person::MENTORSHIPS>
                <Mentorships id=id />
            </Section>
            <EntryMenu id=id title=name after=Place::People.route() />
        </Page>
    }
}

/// Name, role, how one met, where to reach them, notes.
#[component]
fn Texts(id: Id<Person>) -> impl IntoView {
    let desk = Desk::get();
    let name = desk.field(id, |person: &Person| person.name.to_string());
    let role = desk.field(id, |person: &Person| person.role.to_string());
    let met = desk.field(id, |person: &Person| person.met.to_string());
    let contact = desk.field(id, |person: &Person| person.contact.to_string());
    let link = desk.field(id, |person: &Person| person.link.to_string());
    let page = desk.field(id, |person: &Person| person.page().map(str::to_owned));
    let notes = desk.field(id, |person: &Person| person.notes.to_string());
    let changed = move |field: &str| changes::changed(field, &name.get_untracked());
    let take_name = move |typed: &str| {
        let name = Title::typed(typed)?;
        desk.edit(id, changed(person::NAME), |person: &mut Person| person.name = name);
        Ok(())
    };
    let take_line = move |field: &'static str, put: fn(&mut Person, Line)| {
        move |typed: &str| {
            let line = Line::typed(typed)?;
            desk.edit(id, changed(field), |person: &mut Person| put(person, line));
            Ok(())
        }
    };
    let take_notes = move |typed: &str| {
        let text = Text::typed(typed)?;
        desk.edit(id, changed(person::NOTES), |person: &mut Person| person.notes = text);
        Ok(())
    };
    let take_role = take_line(person::ROLE, |person, line| person.role = line);
    let take_met = take_line(person::MET, |person, line| person.met = line);
    let take_contact = take_line(person::CONTACT, |person, line| person.contact = line);
    let take_link = take_line(person::LINK, |person, line| person.link = line);
    let open_link = move || {
        page.get().map(|page| view! {
            <a class="button plain" href=page.clone() rel="noopener noreferrer" target="_blank">{person::open_link(&page)}</a>
        })
    };
    view! {
        <div class="form">
            <Field label=person::NAME value=name take=take_name at="title" />
            <div class="pair">
                <Field label=person::ROLE value=role take=take_role hint=person::ROLE_HINT at="role" />
                <Field label=person::MET value=met take=take_met hint=person::MET_HINT at="met" />
            </div>
            <div class="pair">
                <Field label=person::CONTACT value=contact take=take_contact hint=person::CONTACT_HINT at="contact" />
                <div>
                    <Field label=person::LINK value=link take=take_link hint=person::LINK_HINT at="link" />
                    {open_link}
                </div>
            </div>
            <Field label=person::NOTES value=notes take=take_notes many=true hint=person::NOTES_HINT at="notes" />
        </div>
    }
}

/// The mentorships with them, and the form that begins one.
#[component]
fn Mentorships(id: Id<Person>) -> impl IntoView {
    let (going_on, over) = lines_of(Desk::get(), Some(id));
    let first = going_on.with_untracked(Vec::is_empty) && over.with_untracked(Vec::is_empty);
    view! {
        <MentorshipRows lines=going_on />
        <MentorshipRows lines=over />
        <Unfold title=person::BEGIN at="new-mentorship" open=first>
            <Begin id=id />
        </Unfold>
    }
}

/// How often one wants to be in contact, as the form offers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Every(u16),
    Own,
    NotAgreed,
}

/// Who guides whom, since when, how often.
#[component]
fn Begin(id: Id<Person>) -> impl IntoView {
    let desk = Desk::get();
    let side = RwSignal::new(Side::Guided);
    let since = ProposedDay::new(move || Some(desk.today()));
    let wanted = RwSignal::new(Wanted::Every(14));
    let own = RwSignal::new(None::<u16>);
    let problem = RwSignal::new(None::<&'static str>);
    let sides = [Side::Guided, Side::Guiding].map(|side| (side, names::side(side))).to_vec();
    let rhythms = vec![
        (Wanted::Every(7), person::WEEKLY),
        (Wanted::Every(14), person::FORTNIGHTLY),
        (Wanted::Every(30), person::MONTHLY),
        (Wanted::Own, person::OWN),
        (Wanted::NotAgreed, person::NONE),
    ];
    let begin = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let rhythm = match wanted.get_untracked() {
            Wanted::Every(days) => Rhythm::every(days),
            Wanted::Own => own.get_untracked().and_then(Rhythm::every),
            Wanted::NotAgreed => None,
        };
        if rhythm.is_none() && wanted.get_untracked() == Wanted::Own {
            problem.set(Some(person::OWN_MISSING));
            return;
        }
        let Some(name) = desk.notebook.with_untracked(|notebook| notebook.get(id).map(|it| it.name.clone())) else { return };
        let since = since.day().unwrap_or_else(|| desk.today());
        let mentorship = Mentorship { rhythm, ..Mentorship::new(id, side.get_untracked(), since) };
        let mentorship = desk.add(&name, mentorship);
        desk.go(&Route::Mentorship(mentorship, Tab::Meetings));
    };
    let choose = move |chosen| {
        wanted.set(chosen);
        problem.set(None);
    };
    let set_own = move |days| {
        own.set(days);
        problem.set(None);
    };
    view! {
        <form class="form" on:submit=begin>
            <div class="pair">
                <Choice label=person::SIDE options=sides value=Signal::derive(move || Some(side.get())) set=move |chosen| side.set(chosen) />
                <DateField label=person::SINCE value=since.shown set=move |day| since.choose(day) />
            </div>
            <Choice label=person::RHYTHM options=rhythms value=Signal::derive(move || Some(wanted.get())) set=choose />
            <Show when=move || wanted.get() == Wanted::Own>
                <NumberField label=person::OWN_NUMBER value=own range=(1, 366) set=set_own unit=person::DAYS />
            </Show>
            <p class="problem" role="alert">{move || problem.get()}</p>
            <p><button type="submit" class="button main">{person::GO}</button></p>
        </form>
    }
}
