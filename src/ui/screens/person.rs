//! One person, changed where it stands; the mentorships with them, and how one begins (F1, R1).

use leptos::prelude::*;

use super::{
    Existing, Page,
    candidate::CandidateOf,
    people::{MentorshipRows, lines_of},
};
use crate::{
    domain::{Id, Mentorship, Person, Rhythm, Side},
    ui::{
        desk::Desk,
        parts::{
            Choice, DateField, EntryMenu, NumberField, PageHead, ProposedDay, Section, Unfold,
            entry_menu::PrivateMark,
            form::{Asked, Form, Kind},
        },
        reactive::Show,
        route::{Place, Route, Tab},
        words::{names, people::person, shell},
    },
};

static NAME: Asked = Asked::new("name", Kind::Title, person::NAME, "");
static ROLE: Asked = Asked::new("role", Kind::Line, person::ROLE, person::ROLE_HINT);
static ORGANISATION: Asked = Asked::new("organisation", Kind::Line, person::ORGANISATION, person::ORGANISATION_HINT);
static MET: Asked = Asked::new("met", Kind::Line, person::MET, person::MET_HINT);
static CONTACT: Asked = Asked::new("contact", Kind::Line, person::CONTACT, person::CONTACT_HINT);
static OTHER_CONTACTS: Asked = Asked::new(
    "other_contacts",
    Kind::Names(person::OTHER_CONTACT_NEW),
    person::OTHER_CONTACTS,
    person::OTHER_CONTACT_HINT,
);
static LINK: Asked = Asked::new("link", Kind::Line, person::LINK, person::LINK_HINT);
static NOTES: Asked = Asked::new("notes", Kind::Text, person::NOTES, person::NOTES_HINT);

/// A person.
#[component]
pub fn PersonScreen(id: Id<Person>) -> impl IntoView {
    view! { <Existing id=id><Whole id=id /></Existing> }
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
                <p><CandidateOf person=id /></p>
            </Section>
            <EntryMenu id=id title=name after=Place::People.route() />
        </Page>
    }
}

static KNOWN: [Asked; 2] = [
    Asked::new("skills", Kind::Names(person::SKILL_NEW), person::SKILLS, person::SKILL_HINT),
    Asked::new("interests", Kind::Names(person::INTEREST_NEW), person::INTERESTS, person::INTEREST_HINT),
];

/// Name, role, how one met, where to reach them, notes.
#[component]
fn Texts(id: Id<Person>) -> impl IntoView {
    let desk = Desk::get();
    let name = desk.field(id, |person: &Person| person.name.to_string());
    let page = desk.field(id, |person: &Person| person.page().map(str::to_owned));
    let open_link = move || {
        page.get().map(|page| view! {
            <a class="button plain" href=page.clone() rel="noopener noreferrer" target="_blank">{person::open_link(&page)}</a>
        })
    };
    let form = Form::new(id, name);
    view! {
        <div class="form">
            {form.field(&NAME)}
            <div class="pair">
                {form.field(&ROLE)}
                {form.field(&ORGANISATION)}
            </div>
            {form.field(&MET)}
            <div class="pair">
                {form.field(&CONTACT)}
                <div>
                    {form.field(&LINK)}
                    {open_link}
                </div>
            </div>
            {form.field(&OTHER_CONTACTS)}
            <div class="pair">{form.fields(&KNOWN)}</div>
            {form.field(&NOTES)}
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
        let Some(name) = desk.notebook.with_untracked(|notebook| notebook.get(id).map(|it| it.name.clone())) else {
            return;
        };
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
                <Choice label=person::SIDE options=sides value=move || Some(side.get()) set=move |chosen| side.set(chosen) />
                <DateField label=person::SINCE value=since.shown set=move |day| since.choose(day) />
            </div>
            <Choice label=person::RHYTHM options=rhythms value=move || Some(wanted.get()) set=choose />
            <Show when=move || wanted.get() == Wanted::Own>
                <NumberField label=person::OWN_NUMBER value=own range=(1, 366) set=set_own unit=person::DAYS />
            </Show>
            <p><button type="submit" class="button main">{person::GO}</button></p>
            <p class="problem" role="alert">{move || problem.get()}</p>
        </form>
    }
}
