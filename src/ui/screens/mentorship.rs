//! One mentorship: its meetings, action items, feedback, thanks, and what was agreed (R1 to R7); what goes wrong, or what
//! came of it (H1 to H5).

mod about;
mod actions;
mod feedback;
mod meetings;
mod pauses;
mod pulse;
mod raise;
mod results;
mod signal;
mod thanks;

pub(super) use about::{Goals, PickChannel, Rhythms};
pub(super) use feedback::{FeedbackRow, NewFeedback};
pub(super) use meetings::{IntoCalendar, Plan, Planned};
pub(super) use pulse::{Felt, begin as begin_pulse};
pub(super) use raise::{Raise, where_points_go};
pub(super) use results::reached_goals;
pub(super) use thanks::HelpAt;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{Existing, Page, name_of};
use crate::{
    domain::{Action, Goal, Id, Mentorship},
    insights::actions::open_actions,
    ui::{
        desk::Desk,
        parts::{Bar, PageHead, RhythmStrip, entry_menu::PrivateMark},
        reactive::{Look, Show},
        route::{Place, Route, Tab},
        words::{goals, mentorship, people, report, sharing, shell, today},
    },
};

/// A mentorship, at one of its tabs.
#[component]
pub fn MentorshipScreen(id: Id<Mentorship>) -> impl IntoView {
    view! { <Existing id=id><Whole id=id /></Existing> }
}

#[component]
fn Whole(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let name = desk.view(move |notebook| name_of(notebook, id));
    let leading = signal::leading(desk, id);
    let tab = Memo::new(move |before: Option<&Tab>| match desk.route.get() {
        Route::Mentorship(it, tab) if it == id => tab,
        // On the way to another screen, the tab stays as it was.
        _ => before.copied().unwrap_or_default(),
    });
    let above = move || view! { <a href=Place::People.route().address()>{shell::place(Place::People)}</a> };
    let chosen = move || match tab.get() {
        Tab::Meetings => view! { <meetings::Meetings id=id leading=leading /> }.into_any(),
        Tab::Actions => view! { <actions::Actions id=id /> }.into_any(),
        Tab::Feedback => view! { <feedback::FeedbackTab id=id /> }.into_any(),
        Tab::Thanks => view! { <thanks::ThanksTab id=id /> }.into_any(),
        Tab::Pulse => view! { <pulse::PulseTab id=id /> }.into_any(),
        Tab::About => view! { <about::About id=id /> }.into_any(),
    };
    view! {
        <Page title=name aside=move || view! { <Aside id=id /> }>
            <PageHead title=name above=above>
                <Intro id=id />
                <PrivateMark id=id />
                <p class="no-print">
                    <a href=Route::ShareWith(id).address()>{sharing::FROM_MENTORSHIP}</a>" · "
                    <a href=Route::Report(Some(id)).address()>{report::FROM_MENTORSHIP}</a>
                </p>
            </PageHead>
            <signal::SignalNote id=id leading=leading />
            <results::WhatCameOfIt id=id />
            <Tabs id=id tab=tab name=name />
            {chosen}
        </Page>
    }
}

/// “Guides you since 9 January · every 14 days by video · Head of research”.
#[component]
fn Intro(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let facts = desk.view(move |notebook| {
        let mentorship = notebook.get(id)?;
        let side = people::side_since(mentorship, &desk.calendar());
        let rhythm = people::rhythm_line(mentorship.rhythm, mentorship.channel);
        Some([Some(side), rhythm].into_iter().flatten().collect::<Vec<_>>().join(" · "))
    });
    let person = desk.view(move |notebook| {
        let person = notebook.get(id)?.person;
        let role = notebook.get(person)?.role.to_string();
        Some((person, if role.is_empty() { mentorship::ABOUT_THEM.to_owned() } else { role }))
    });
    let link = move || person.get().map(|(id, role)| view! { " · "<a href=Route::Person(id).address()>{role}</a> });
    view! { <p class="soft">{facts}{link}</p> }
}

#[component]
fn Tabs(id: Id<Mentorship>, tab: Memo<Tab>, name: Look<String>) -> impl IntoView {
    let links = Tab::ALL.map(|it| {
        let current = move || (tab.get() == it).then_some("page");
        view! { <a href=Route::Mentorship(id, it).address() aria-current=current>{shell::tab(it)}</a> }
    });
    // On a narrow screen the tabs scroll; the one that is open is seen.
    let row = NodeRef::<leptos::html::Nav>::new();
    Effect::new(move |_| {
        tab.get();
        let Some(row) = row.get() else { return };
        request_animation_frame(move || {
            let open = row.query_selector("[aria-current]").ok().flatten();
            if let Some(open) = open.and_then(|open| open.dyn_into::<web_sys::HtmlElement>().ok()) {
                let beyond = open.offset_left() + open.offset_width() - row.offset_left() - row.client_width();
                row.set_scroll_left(beyond.max(0));
            }
        });
    });
    view! { <nav node_ref=row class="tabs" aria-label=move || mentorship::tabs(&name.get())>{links.collect_view()}</nav> }
}

/// The rhythm drawn, the goals with their progress, how many action items are open.
#[component]
fn Aside(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let name = desk.view(move |notebook| name_of(notebook, id));
    let open = desk.view(move |notebook| {
        let open = open_actions(notebook, id);
        let is_overdue = |action: &Action| action.is_overdue(desk.today());
        let overdue = open.iter().filter(|id| notebook.get(**id).is_some_and(is_overdue)).count();
        (open.len(), overdue)
    });
    let actions = move || match open.get() {
        (0, _) => mentorship::NO_OPEN.to_owned(),
        (open, overdue) => mentorship::open_actions(open, overdue),
    };
    view! {
        <section>
            <h2>{move || today::rhythm_with(&name.get())}</h2>
            <RhythmStrip id=id />
        </section>
        <section>
            <h2>{mentorship::GOALS}</h2>
            <LinkedGoals id=id />
        </section>
        <section>
            <h2>{mentorship::ACTIONS}</h2>
            <p><a href=Route::Mentorship(id, Tab::Actions).address()>{actions}</a></p>
        </section>
    }
}

/// The goals it is about, each with how far it is.
#[component]
pub fn LinkedGoals(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let linked = desk.view(move |notebook| {
        let ids = notebook.get(id).map(|it| it.goals.clone()).unwrap_or_default();
        let goals = ids.into_iter().filter_map(|id| Some((id, notebook.get(id)?)));
        goals.map(|(id, goal)| (id, goal.title.to_string(), goal.progress())).collect::<Vec<(Id<Goal>, _, _)>>()
    });
    let row = |(id, title, (done, all)): (Id<Goal>, String, (usize, usize))| {
        view! {
            <li>
                <p><a href=Route::Goal(id).address()>{title}</a></p>
                {(all > 0).then(|| view! {
                    <Bar value=(done, all) label=goals::progress_label(done, all) />
                    <p class="small soft">{mentorship::milestones(done, all)}</p>
                })}
            </li>
        }
    };
    let none = move || {
        view! {
            <p class="small soft">{mentorship::GOALS_EMPTY}</p>
            <p><a href=Route::Mentorship(id, Tab::About).address()>{mentorship::LINK_GOALS}</a></p>
        }
    };
    view! {
        <Show when=move || linked.with(|goals| !goals.is_empty()) fallback=none>
            <ul class="plain linked">{move || linked.get().into_iter().map(row).collect_view()}</ul>
        </Show>
    }
}
