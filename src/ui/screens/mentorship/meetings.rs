//! Meetings and check-ins: the rhythm, what is planned, what happened (R2, R4).

use leptos::prelude::*;

use super::about::PickChannel;
use crate::{
    domain::{
        Action, Answer, Channel, CheckIn, Day, Direction, Id, Meeting, MeetingState, Mentorship, Notebook, TimeOfDay,
        Title,
    },
    insights::{
        actions::to_settle,
        mentorships::{Happened, happened, planned, proposed_day},
        rhythm::{RhythmState, standing},
        titles::Opening,
    },
    ui::{
        desk::Desk,
        parts::{
            Adder, Choice, DateField, Days, Empty, EntryMenu, ProposedDay, RowMore, Section, Tick, TimeField, Unfold,
            Written, entry_menu::PrivateMark, row_more::keep_focus_near,
        },
        reactive::{For, Look, Show},
        route::{Route, Tab},
        screens::name_of,
        words::{changes, dates, names, people, people::meetings, today},
    },
};

/// The tab of meetings.
#[component]
pub fn Meetings(id: Id<Mentorship>) -> impl IntoView {
    view! {
        <Reminder id=id />
        <Section title=meetings::NEXT>
            <Planned id=id />
            <Unfold title=meetings::PLAN at="new-meeting"><Plan id=id /></Unfold>
        </Section>
        <WhatHappened id=id />
    }
}

/// What the rhythm asks for, if it asks for anything.
#[component]
fn Reminder(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let asks = desk.view(move |notebook| {
        let standing = standing(notebook, id, desk.today())?;
        let what = match standing.state {
            RhythmState::Due => meetings::DUE,
            RhythmState::Overdue => meetings::OVERDUE,
            RhythmState::Fine | RhythmState::Planned { .. } => return None,
        };
        Some((what, people::standing(&standing, &desk.calendar())))
    });
    let go = move |form: &'static str| move |_| desk.go_to(&Route::Mentorship(id, Tab::Meetings), form.to_owned());
    move || {
        asks.get().map(|(what, why)| view! {
            <section class="note" aria-label=meetings::SIGNAL>
                <p class="what">{what}</p>
                <p>{why}"."</p>
                <div class="acts">
                    <button type="button" class="button" on:click=go("new-meeting")>{meetings::PLAN}</button>
                    <button type="button" class="button plain" on:click=go("new-check-in")>{meetings::CHECK_IN}</button>
                </div>
            </section>
        })
    }
}

// --- Planned ---------------------------------------------------------------------------------------

/// A planned meeting as its row shows it.
#[derive(Clone, PartialEq, Eq, Hash)]
struct PlannedLine {
    id: Id<Meeting>,
    on: Day,
    when: String,
    title: String,
    about: String,
    prepared: bool,
    passed: bool,
}

impl PlannedLine {
    fn of(notebook: &Notebook, id: Id<Meeting>, calendar: &dates::Calendar) -> Option<Self> {
        let meeting = notebook.get(id)?;
        let time = meeting.at.map(|at| format!(", {}", dates::time(at))).unwrap_or_default();
        Some(Self {
            id,
            on: meeting.on,
            when: format!("{}{time}", calendar.near(meeting.on)),
            title: meeting.title.to_string(),
            about: today::agenda(meeting.agenda.len(), to_settle(notebook, id).len(), meeting.prepared),
            prepared: meeting.prepared,
            passed: meeting.on < calendar.today,
        })
    }
}

/// What is planned, soonest first.
#[component]
fn Planned(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let lines = desk.view(move |notebook| {
        let lines = planned(notebook, id).into_iter();
        lines.filter_map(|id| PlannedLine::of(notebook, id, &desk.calendar())).collect::<Vec<_>>()
    });
    view! {
        <Show when=move || lines.with(|lines| !lines.is_empty()) fallback=|| view! { <Empty text=meetings::NEXT_EMPTY /> }>
            <ul class="rows">
                <For each=move || lines.get() key=Clone::clone let:line>
                    <PlannedRow line=line />
                </For>
            </ul>
        </Show>
    }
}

#[component]
fn PlannedRow(line: PlannedLine) -> impl IntoView {
    let step = match (line.passed, line.prepared) {
        (true, _) => meetings::WRITE_DOWN,
        (false, true) => today::OPEN,
        (false, false) => today::PREPARE,
    };
    let named = meetings::step(step, &dates::exact(line.on));
    let why = if line.passed {
        view! { <span class="tag due">{meetings::NOT_LOGGED}</span> }.into_any()
    } else {
        line.about.into_any()
    };
    view! {
        <li class="row" data-at=line.id.to_string() tabindex="-1">
            <span class="dot" class:due=line.passed></span>
            <div>
                <p class="what"><time datetime=line.on.to_string() title=dates::exact(line.on)>{line.when}</time></p>
                {(!line.title.is_empty()).then(|| view! { <p>{line.title}</p> })}
                <p class="why">{why}</p>
                <PrivateMark id=line.id />
            </div>
            <a class="button" class:main=!line.prepared href=Route::Meeting(line.id).address() aria-label=named>{step}</a>
        </li>
    }
}

/// The name of the other person, and how the two usually meet.
fn usual(desk: Desk, id: Id<Mentorship>) -> (String, Option<Channel>) {
    desk.notebook.with_untracked(|notebook| (name_of(notebook, id), notebook.get(id).and_then(|it| it.channel)))
}

/// The form for a meeting that is to come: its day, its time, how.
#[component]
fn Plan(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let proposed = desk.view(move |notebook| proposed_day(notebook, id, desk.today()));
    let on = ProposedDay::new(move || proposed.get());
    let at = RwSignal::new(None::<TimeOfDay>);
    let channel = RwSignal::new(usual(desk, id).1);
    let problem = RwSignal::new(None::<&'static str>);
    let choose = move |day| {
        on.choose(day);
        problem.set(None);
    };
    let plan = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(day) = on.day() else { return problem.set(Some(meetings::NO_DAY)) };
        if day < desk.today() {
            return problem.set(Some(meetings::DAY_IS_PAST));
        }
        let name = usual(desk, id).0;
        let calendar = desk.calendar();
        let meeting = Meeting { at: at.get_untracked(), channel: channel.get_untracked(), ..Meeting::planned(id, day) };
        desk.add(&meetings::called(&name, &calendar.short(day)), meeting);
        desk.say(meetings::planned(&name, &calendar.within(day)), true);
        on.again();
        at.set(None);
    };
    view! {
        <form class="form" on:submit=plan>
            <div class="pair">
                <DateField label=meetings::DAY value=on.shown set=choose />
                <TimeField label=meetings::TIME value=at set=move |time| at.set(time) />
                <PickChannel label=meetings::CHANNEL none=meetings::CHANNEL_OPEN value=channel set=move |it| channel.set(it) />
            </div>
            <Show when=move || proposed.with(Option::is_some)>
                <p class="small soft">{meetings::PROPOSED}</p>
            </Show>
            <p class="problem" role="alert">{move || problem.get()}</p>
            <p><button type="submit" class="button main">{meetings::PLAN_GO}</button></p>
        </form>
    }
}

// --- What happened -----------------------------------------------------------------------------------

/// Forms for what happened, and all of it, newest first.
#[component]
fn WhatHappened(id: Id<Mentorship>) -> impl IntoView {
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
                    <For each=move || all.get() key=|it| *it let:it>
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
            <p class="problem" role="alert">{move || problem.get()}</p>
            <p><button type="submit" class="button main">{meetings::LOG_GO}</button></p>
        </form>
    }
}

/// The form for a check-in: who began, how, when, and last what it was about.
#[component]
fn NewCheckIn(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let direction = RwSignal::new(Direction::FromMe);
    let channel = RwSignal::new(Channel::Message);
    let on = ProposedDay::new(move || Some(desk.today()));
    let waiting = RwSignal::new(false);
    let add = move |about: Title| {
        let label = about.to_string();
        let entry = CheckIn {
            mentorship: id,
            on: on.day().unwrap_or_else(|| desk.today()),
            channel: channel.get_untracked(),
            direction: direction.get_untracked(),
            about,
            answer: if waiting.get_untracked() { Answer::Waiting } else { Answer::Answered },
        };
        desk.add(&label, entry);
        on.again();
        waiting.set(false);
    };
    let set_channel = move |it: Option<Channel>| channel.update(|channel| *channel = it.unwrap_or(*channel));
    let ahead = move || on.shown.get().is_some_and(|day| day > desk.today()).then_some(meetings::CHECK_IN_AHEAD);
    view! {
        <div class="form">
            <div class="pair">
                <Choice label=meetings::WHO_BEGAN options=directions() value=move || Some(direction.get()) set=move |it| direction.set(it) />
                <PickChannel label=meetings::HOW value=move || Some(channel.get()) set=set_channel />
                <div>
                    <DateField label=meetings::DAY value=on.shown set=move |day| on.choose(day) />
                    <p class="small soft" role="status">{ahead}</p>
                </div>
            </div>
            <Tick label=meetings::WAITING value=waiting set=move |it| waiting.set(it) />
            <Adder label=meetings::ABOUT hint=meetings::ABOUT_HINT button=meetings::CHECK_IN_GO draft=format!("check-in-{id}") add=add />
        </div>
    }
}

fn directions() -> Vec<(Direction, &'static str)> {
    [Direction::FromMe, Direction::FromThem].map(|it| (it, names::direction(it))).to_vec()
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
        let actions = notebook.all::<Action>().filter(|(_, it)| it.meeting == Some(id));
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

/// A check-in, changed where it stands.
#[component]
fn CheckInRow(id: Id<CheckIn>) -> impl IntoView {
    let desk = Desk::get();
    let on = desk.field(id, |it: &CheckIn| it.on);
    let about = desk.field(id, |it: &CheckIn| it.about.to_string());
    let line = desk
        .view(move |notebook| notebook.get(id).map(|it| meetings::check_in_line(it.direction, it.channel, it.answer)));
    let waiting = desk.field(id, |it: &CheckIn| it.answer == Answer::Waiting);
    let answered = move |_| {
        let label = changes::changed(meetings::ANSWER, &about.get_untracked());
        desk.edit(id, label, |it: &mut CheckIn| it.answer = Answer::Answered);
    };
    let named = move || meetings::answered(&about.get());
    let more = Look::new(move || meetings::more(&about.get()));
    view! {
        <li class="with-more" data-at=id.to_string() tabindex="-1" on:click:capture=keep_focus_near>
            <Days on=on />
            <div>
                <Written id=id of=about label=meetings::CHECK_IN_FIELD quiet=true class="in-row"
                    read=|it: &CheckIn| &it.about write=|it, about| it.about = about />
                <p class="why">{line}</p>
                <Show when=move || waiting.get()>
                    <p class="why">
                        <span class="tag">{names::answer(Answer::Waiting)}</span>
                        <button type="button" class="button plain" aria-label=named on:click=answered>{meetings::ANSWERED}</button>
                    </p>
                </Show>
                <PrivateMark id=id />
            </div>
            <RowMore label=more><More id=id /></RowMore>
        </li>
    }
}

/// Who began, how, when, whether it was answered; private, removed.
#[component]
fn More(id: Id<CheckIn>) -> impl IntoView {
    let desk = Desk::get();
    let about = desk.field(id, |it: &CheckIn| it.about.to_string());
    let changed = move |field: &str| changes::changed(field, &about.get_untracked());
    let direction = desk.field(id, |it: &CheckIn| Some(it.direction));
    let channel = desk.field(id, |it: &CheckIn| Some(it.channel));
    let on = desk.field(id, |it: &CheckIn| Some(it.on));
    let answer = desk.field(id, |it: &CheckIn| Some(it.answer));
    let answers = [Answer::Answered, Answer::Waiting, Answer::NotNeeded].map(|it| (it, names::answer(it))).to_vec();
    let set_direction = move |new| desk.edit(id, changed(meetings::WHO_BEGAN), |it: &mut CheckIn| it.direction = new);
    let set_channel = move |new: Option<Channel>| {
        desk.edit(id, changed(meetings::HOW), |it: &mut CheckIn| it.channel = new.unwrap_or(it.channel));
    };
    // A check-in always has a day: an emptied field keeps it.
    let set_on = move |day: Option<Day>| {
        desk.edit(id, changed(meetings::DAY), |it: &mut CheckIn| it.on = day.unwrap_or(it.on));
    };
    let set_answer = move |new| desk.edit(id, changed(meetings::ANSWER), |it: &mut CheckIn| it.answer = new);
    view! {
        <Choice label=meetings::WHO_BEGAN options=directions() value=direction set=set_direction />
        <div class="pair">
            <PickChannel label=meetings::HOW value=channel set=set_channel />
            <DateField label=meetings::DAY value=on set=set_on />
        </div>
        <Choice label=meetings::ANSWER options=answers value=answer set=set_answer />
        <EntryMenu id=id title=about />
    }
}
