//! What happened between two people, newest first, and the form that logs a meeting (R2, R4).

use leptos::prelude::*;

use super::{
    super::about::PickChannel,
    check_in::{CheckInRow, NewCheckIn},
    usual,
};
use crate::{
    domain::{Action, Day, Id, Meeting, MeetingState, Mentorship, Notebook},
    insights::{
        mentorships::{Happened, happened},
        titles::Opening,
    },
    ui::{
        desk::Desk,
        parts::{DateField, Days, Empty, ProposedDay, Section, Unfold, entry_menu::PrivateMark, plain_entry},
        reactive::{For, Show},
        route::Route,
        words::{mentorship::meetings, names},
    },
};

/// Forms for what happened, and all of it, newest first.
#[component]
pub fn WhatHappened(id: Id<Mentorship>) -> impl IntoView {
    let all = Desk::get().view(move |notebook| happened(notebook, id));
    let count = move || {
        all.with(|all| {
            let check_ins = all.iter().filter(|it| matches!(it, Happened::CheckIn(_))).count();
            (!all.is_empty()).then(|| meetings::counted(all.len() - check_ins, check_ins))
        })
    };
    view! {
        <Section title=meetings::HAPPENED end=count>
            <Unfold title=meetings::CHECK_IN at="new-check-in"><NewCheckIn id=id /></Unfold>
            <Unfold title=meetings::LOG at="log-meeting"><Log id=id /></Unfold>
            <Show when=move || all.with(|all| !all.is_empty()) fallback=|| view! { <Empty text=meetings::HAPPENED_EMPTY /> }>
                <ol class="timeline">
                    <For each=move || all.get() key=|it| *it plain=|it| plain_entry(it.entry()) let:it>
                        {match it {
                            Happened::Meeting(id) => view! { <MeetingRow id=id /> }.into_any(),
                            Happened::CheckIn(id) => view! { <CheckInRow id=id /> }.into_any(),
                        }}
                    </For>
                </ol>
                <p class="small soft">{meetings::ORDER}</p>
            </Show>
        </Section>
    }
}

/// The form for a meeting that was: its day and how; the rest is written on its own page.
#[component]
fn Log(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let on = ProposedDay::new(move || Some(desk.today()));
    let channel = RwSignal::new(usual(desk, id).1);
    let problem = RwSignal::new(None::<&'static str>);
    let choose = move |day| {
        on.choose(day);
        problem.set(None);
    };
    let log = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(day) = on.day() else { return problem.set(Some(meetings::NO_DAY)) };
        if day > desk.today() {
            return problem.set(Some(meetings::DAY_IS_AHEAD));
        }
        let name = usual(desk, id).0;
        let meeting =
            Meeting { state: MeetingState::Held, channel: channel.get_untracked(), ..Meeting::planned(id, day) };
        let meeting = desk.add(&meetings::called(&name, &desk.calendar().short(day)), meeting);
        desk.go(&Route::Meeting(meeting));
    };
    view! {
        <form class="form" on:submit=log>
            <div class="pair">
                <DateField label=meetings::DAY value=on.shown set=choose />
                <PickChannel label=meetings::CHANNEL none=meetings::CHANNEL_OPEN value=channel set=move |it| channel.set(it) />
            </div>
            <p class="small soft">{meetings::LOG_HELP}</p>
            <p><button type="submit" class="button main">{meetings::LOG_GO}</button></p>
            <p class="problem" role="alert">{move || problem.get()}</p>
        </form>
    }
}

/// A meeting that is past, as its row shows it.
#[derive(Clone, PartialEq)]
struct MeetingLine {
    on: Day,
    title: String,
    state: Option<&'static str>,
    reason: Option<String>,
    snippet: String,
    actions: Option<String>,
}

impl MeetingLine {
    fn of(notebook: &Notebook, id: Id<Meeting>) -> Option<Self> {
        let meeting = notebook.get(id)?;
        let actions = notebook.pointing::<Action>(id).filter(|(_, it)| it.meeting == Some(id));
        let (all, open) =
            actions.fold((0, 0), |(all, open), (_, it)| (all + 1, open + usize::from(it.state.is_open())));
        let texts = [&meeting.outcomes, &meeting.insights, &meeting.shared_notes];
        let snippet = texts.into_iter().find(|text| !text.trim().is_empty()).map(|text| Opening::of(text));
        Some(Self {
            on: meeting.on,
            title: if meeting.title.is_empty() { names::A_MEETING.to_owned() } else { meeting.title.to_string() },
            state: (meeting.state != MeetingState::Held).then(|| names::meeting_state(&meeting.state)),
            reason: meetings::not_held(&meeting.state),
            snippet: snippet.map(|it| if it.goes_on { format!("{}…", it.text) } else { it.text }).unwrap_or_default(),
            actions: meetings::actions(all, open),
        })
    }
}

/// A meeting that was held, missed or cancelled: what it was about and what it ended with.
#[component]
fn MeetingRow(id: Id<Meeting>) -> impl IntoView {
    let line = Desk::get().view(move |notebook| MeetingLine::of(notebook, id));
    let shown = move || {
        line.get().map(|line| {
            view! {
                <Days on=line.on />
                <div>
                    <h3>
                        <a href=Route::Meeting(id).address()>{line.title}</a>
                        {line.state.map(|state| view! { " "<span class="tag">{state}</span> })}
                    </h3>
                    {line.reason.map(|reason| view! { <p class="why">{reason}</p> })}
                    {(!line.snippet.is_empty()).then(|| view! { <p>{line.snippet}</p> })}
                    {line.actions.map(|actions| view! { <p class="small soft">{actions}</p> })}
                    <PrivateMark id=id />
                </div>
            }
        })
    };
    view! { <li data-at=id.to_string() tabindex="-1">{shown}</li> }
}
