//! One meeting, from its agenda to what it ended with (R2 to R5).

mod after;
mod agenda;
mod moving;
mod proposed;
mod settle;
mod state;
mod talk;

pub use after::AfterScreen;
pub use talk::TalkScreen;

use leptos::prelude::*;

use super::{
    Page,
    mentorship::{FeedbackRow, HelpAt, IntoCalendar, NewFeedback, PickChannel},
    name_of,
    not_found::NotFoundScreen,
    side_of,
};
use crate::{
    domain::{Action, ActionState, Day, Goal, Id, Meeting, Mentorship, Owner, Title},
    insights::{
        actions::to_settle,
        meeting::{actions_of, feedback_of, last_time},
    },
    ui::{
        desk::Desk,
        parts::{
            ActionRow, Comments, DateField, Empty, EntryMenu, NewAction, NumberField, PageHead, PickGoals, Section,
            SendText, TimeField, Unfold,
            entry_menu::PrivateMark,
            form::{Asked, Form, Kind},
            send_text::mail_of,
        },
        reactive::{For, Look, Show},
        route::{Place, Route, Tab},
        words::{changes, dates, guiding, meetings, meetings::sheet, mentorship, names, shell},
    },
};

static SHARED_NOTES: Asked = Asked::new("shared_notes", Kind::Text, meetings::SHARED, meetings::SHARED_HINT);
static STORY: Asked = Asked::new("story", Kind::Text, meetings::STORY, meetings::STORY_HINT);
static INSIGHTS: Asked = Asked::new("insights", Kind::Text, meetings::INSIGHTS, meetings::INSIGHTS_HINT);
static OUTCOMES: Asked = Asked::new("outcomes", Kind::Text, meetings::OUTCOMES, meetings::OUTCOMES_HINT);
static PRIVATE_NOTES: Asked =
    Asked::new("private_notes", Kind::Text, meetings::PRIVATE, "").help(meetings::PRIVATE_HELP).class("private");
static ARRIVALS: [Asked; 2] = [
    Asked::new("i_came", Kind::OneOf(&names::ARRIVAL, meetings::NOT_NOTED), meetings::I_CAME, ""),
    Asked::new("they_came", Kind::OneOf(&names::ARRIVAL, meetings::NOT_NOTED), meetings::THEY_CAME, ""),
];
static TITLE: Asked = Asked::new("title", Kind::Line, meetings::TITLE, meetings::TITLE_HINT);

/// A meeting.
#[component]
pub fn MeetingScreen(id: Id<Meeting>) -> impl IntoView {
    let desk = Desk::get();
    let mentorship = desk.view(move |notebook| notebook.get(id).map(|it| it.mentorship));
    move || match mentorship.get() {
        Some(mentorship) => view! { <Whole id=id mentorship=mentorship /> }.into_any(),
        None => view! { <NotFoundScreen /> }.into_any(),
    }
}

#[component]
fn Whole(id: Id<Meeting>, mentorship: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let name = desk.view(move |notebook| name_of(notebook, mentorship));
    let Subject { title, called, .. } = Subject::of(id);
    let planned = desk.field(id, |it: &Meeting| it.state.is_planned());
    let when = desk.view(move |notebook| notebook.get(id).map(|it| meetings::when(it, &desk.calendar())));
    let unsettled = desk.view(move |notebook| to_settle(notebook, id));
    let above = move || {
        view! {
            <a href=Place::People.route().address()>{shell::place(Place::People)}</a>" · "
            <a href=Route::Mentorship(mentorship, Tab::Meetings).address()>{name}</a>
        }
    };
    view! {
        <Page title=title aside=move || view! { <Aside id=id mentorship=mentorship /> }>
            <PageHead title=title above=above>
                <p class="soft">{when}</p>
                <PrivateMark id=id />
            </PageHead>
            <state::DidItTakePlace id=id called=called />
            <state::WhileFresh id=id />
            <Unfold title=meetings::FACTS at="facts"><Facts id=id called=called /></Unfold>
            <Show when=move || planned.get()>
                <Unfold title=meetings::calendar::TITLE at="calendar"><IntoCalendar id=mentorship only=id /></Unfold>
            </Show>
            <Show when=move || unsettled.with(|it| !it.is_empty())>
                <settle::Settle meeting=id actions=unsettled />
            </Show>
            <agenda::Agenda id=id />
            <Show when=move || planned.get()><agenda::Preparation id=id called=called /></Show>
            <state::State id=id called=called />
            <Section title=meetings::NOTES>
                <Notes id=id called=called />
            </Section>
            <Comments id=id />
            <Section title=mentorship::ACTIONS>
                <Actions id=id mentorship=mentorship />
            </Section>
            <Section title=mentorship::feedback::ALL>
                <Feedbacks id=id mentorship=mentorship />
            </Section>
            <HelpAt meeting=id mentorship=mentorship />
            <ToSend id=id mentorship=mentorship title=title />
            <EntryMenu id=id title=called after=Route::Mentorship(mentorship, Tab::Meetings) />
        </Page>
    }
}

/// The agenda or what came of it as a text, with the ways by which it goes out.
#[component]
fn ToSend(id: Id<Meeting>, mentorship: Id<Mentorship>, title: Look<String>) -> impl IntoView {
    let desk = Desk::get();
    let text = desk.view(move |notebook| sheet::text(notebook, id, &title.get()));
    let written = Look::new(move || text.get().unwrap_or_default());
    let planned = desk.field(id, |it: &Meeting| it.state.is_planned());
    let to = desk.view(move |notebook| mail_of(notebook.get(mentorship).and_then(|it| notebook.get(it.person))));
    let heading = move || if planned.get() { sheet::SEND_AGENDA } else { sheet::SEND_NOTES };
    view! {
        <Show when=move || text.with(Option::is_some)>
            <details class="inset" data-at="to-send">
                <summary>{heading}</summary>
                <p class="small soft">{sheet::HELP}</p>
                <p class="copy">{written}</p>
                <p class="acts"><SendText text=written subject=title to=to mail=true /></p>
            </details>
        </Show>
    }
}

/// What a meeting is called, and whose it is.
#[derive(Clone, Copy)]
struct Subject {
    /// Its title; of one without, with whom it is.
    title: Look<String>,
    /// The same for the names of changes: “Amara Osei, 2 April”.
    called: Look<String>,
    /// Its mentorship.
    mentorship: Option<Id<Mentorship>>,
}

impl Subject {
    fn of(id: Id<Meeting>) -> Self {
        let desk = Desk::get();
        let mentorship = desk.notebook.with_untracked(|notebook| notebook.get(id).map(|it| it.mentorship));
        let name = move |notebook: &_| mentorship.map(|it| name_of(notebook, it)).unwrap_or_default();
        let title = desk.view(move |notebook| {
            let title = notebook.get(id).map(|it| it.title.to_string()).unwrap_or_default();
            if title.is_empty() { meetings::with(&name(notebook)) } else { title }
        });
        let called = desk.view(move |notebook| called(desk, notebook.get(id), &name(notebook)));
        Self { title, called, mentorship }
    }
}

fn called(desk: Desk, meeting: Option<&Meeting>, name: &str) -> String {
    let day = meeting.map(|it| desk.calendar().short(it.on)).unwrap_or_default();
    mentorship::meetings::called(name, &day)
}

/// What was said, what is for the owner alone, what was understood, what it ended with (R4, R6).
#[component]
fn Notes(id: Id<Meeting>, called: Look<String>) -> impl IntoView {
    let form = Form::new(id, called);
    view! {
        <div class="form">
            {form.field(&SHARED_NOTES)}
            {form.field(&STORY)}
            {form.field(&INSIGHTS)}
            {form.field(&OUTCOMES)}
            {form.field(&PRIVATE_NOTES)}
        </div>
    }
}

/// What one of the two promised here, and what was carried here.
#[component]
fn Actions(id: Id<Meeting>, mentorship: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let ids = desk.view(move |notebook| actions_of(notebook, id));
    let add = move |(title, owner, due): (Title, Owner, Option<Day>)| {
        let Some(on) = desk.notebook.with_untracked(|notebook| notebook.get(id).map(|it| it.on)) else { return };
        let label = title.to_string();
        // What is promised ahead of the meeting is promised now.
        let promised = on.min(desk.today());
        let state = ActionState::Open;
        let (meeting, carried_to) = (Some(id), Vec::new());
        desk.add(&label, Action { title, owner, mentorship, meeting, goal: None, promised, due, state, carried_to });
    };
    view! {
        <Show when=move || ids.with(|ids| !ids.is_empty()) fallback=|| view! { <Empty text=meetings::ACTIONS_EMPTY /> }>
            <ul class="rows">
                <For each=move || ids.get() key=|id| *id let:id>
                    <ActionRow id=id />
                </For>
            </ul>
        </Show>
        <NewAction draft=format!("action-{id}") hint=guiding::action_hint(desk.notebook.with_untracked(|notebook| side_of(notebook, mentorship))) add=add />
    }
}

/// What each told the other about their work (R5).
#[component]
fn Feedbacks(
    id: Id<Meeting>,
    mentorship: Id<Mentorship>,
    /// Whether the form is open from the start.
    #[prop(optional)]
    open: bool,
) -> impl IntoView {
    let desk = Desk::get();
    let ids = desk.view(move |notebook| feedback_of(notebook, id));
    view! {
        <Show when=move || ids.with(|ids| !ids.is_empty())>
            <ol class="timeline">
                <For each=move || ids.get() key=|id| *id let:id>
                    <FeedbackRow id=id />
                </For>
            </ol>
        </Show>
        <Unfold title=meetings::FEEDBACK_NEW at="new-feedback" open=open>
            <NewFeedback id=mentorship meeting=id />
        </Unfold>
    }
}

/// What it is about, when, how long, by which way, for which goals.
#[component]
fn Facts(id: Id<Meeting>, called: Look<String>) -> impl IntoView {
    let desk = Desk::get();
    let changed = move |field: &str| changes::changed(field, &called.get_untracked());
    let on = desk.field(id, |it: &Meeting| Some(it.on));
    let at = desk.field(id, |it: &Meeting| it.at);
    let minutes = desk.field(id, |it: &Meeting| it.minutes);
    let channel = desk.field(id, |it: &Meeting| it.channel);
    let goals = desk.field(id, |it: &Meeting| it.goals.clone());
    // A meeting always has a day: an emptied field keeps it.
    let set_on = move |day: Option<Day>| {
        desk.edit(id, changed(mentorship::meetings::DAY), |it: &mut Meeting| it.on = day.unwrap_or(it.on));
    };
    let set_at = move |time| desk.edit(id, changed(mentorship::meetings::TIME), |it: &mut Meeting| it.at = time);
    let set_minutes = move |minutes| desk.edit(id, changed(meetings::LENGTH), |it: &mut Meeting| it.minutes = minutes);
    let set_channel =
        move |channel| desk.edit(id, changed(mentorship::meetings::CHANNEL), |it: &mut Meeting| it.channel = channel);
    let set_goals = move |goals: Vec<Id<Goal>>| {
        desk.edit(id, changed(meetings::GOALS), |it: &mut Meeting| it.goals = goals);
    };
    view! {
        <div class="form">
            {Form::new(id, called).field(&TITLE)}
            <div class="pair">
                <DateField label=mentorship::meetings::DAY value=on set=set_on at="on" />
                <TimeField label=mentorship::meetings::TIME value=at set=set_at />
                <NumberField label=meetings::LENGTH value=minutes range=(1, 1440) set=set_minutes unit=meetings::MINUTES />
                <PickChannel label=mentorship::meetings::CHANNEL none=mentorship::meetings::CHANNEL_OPEN value=channel set=set_channel />
            </div>
            <PickGoals label=meetings::GOALS value=goals set=set_goals />
        </div>
    }
}

/// What the last one ended with, and the goals the two work on.
#[component]
fn Aside(id: Id<Meeting>, mentorship: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let last = desk.view(move |notebook| {
        let last = last_time(notebook, id)?;
        let it = notebook.get(last)?;
        let title = if it.title.is_empty() { names::A_MEETING.to_owned() } else { it.title.to_string() };
        Some((last, it.on, title, it.outcomes.to_string()))
    });
    let last_time = move || {
        last.get().map(|(last, on, title, outcomes)| {
            view! {
                <section>
                    <h2>{meetings::LAST_TIME}</h2>
                    <p><a href=Route::Meeting(last).address()>{title}</a></p>
                    <p class="small soft">{dates::exact(on)}</p>
                    {(!outcomes.is_empty()).then(|| view! { <p class="copy">{outcomes}</p> })}
                </section>
            }
        })
    };
    view! {
        {last_time}
        <section>
            <h2>{mentorship::GOALS}</h2>
            <super::mentorship::LinkedGoals id=mentorship />
        </section>
    }
}
