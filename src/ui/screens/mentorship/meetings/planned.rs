//! What is planned, and the form that plans (R2).

use leptos::prelude::*;

use super::{super::about::PickChannel, usual};
use crate::{
    domain::{Day, Id, Meeting, Mentorship, Notebook, TimeOfDay},
    insights::{
        actions::to_settle,
        mentorships::{planned, proposed_day},
    },
    ui::{
        desk::Desk,
        parts::{DateField, Empty, ProposedDay, TimeField, entry_menu::PrivateMark},
        reactive::{For, Show},
        route::Route,
        words::{dates, mentorship::meetings, today},
    },
};

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
pub fn Planned(id: Id<Mentorship>) -> impl IntoView {
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

/// The form for a meeting that is to come: its day, its time, how.
#[component]
pub fn Plan(id: Id<Mentorship>) -> impl IntoView {
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
        desk.say(meetings::planned(&name, &calendar.within(day)), true);
        let meeting = desk.add(&meetings::called(&name, &calendar.short(day)), meeting);
        on.again();
        at.set(None);
        // On to the row of it, so that another Enter plans no second one.
        desk.go_to(&desk.route.get_untracked(), meeting.to_string());
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
            <p><button type="submit" class="button main">{meetings::PLAN_GO}</button></p>
            <p class="problem" role="alert">{move || problem.get()}</p>
        </form>
    }
}
