//! Today: the next meeting, at most seven lines with their reasons, goals in motion.

mod in_motion;
mod lines;

use leptos::prelude::*;

use super::{Page, name_of};
use crate::{
    insights::{
        across::{self, ActionFilter, FeedbackFilter},
        today::{BackupAge, NextMeeting, today},
    },
    storage::Which,
    ui::{
        desk::Desk,
        parts::{Button, Empty, PageHead, Section},
        platform::Moment,
        reactive::{Look, Show},
        route::{Place, Route},
        words::{dates, shell, today as words},
    },
};
use in_motion::InMotion;
use lines::{line_view, row};

/// What asks for the owner today.
#[component]
pub fn TodayScreen() -> impl IntoView {
    let desk = Desk::get();
    let found = Look::new(move || {
        let backup = backup_age(desk);
        desk.notebook.with(|notebook| today(notebook, desk.today(), backup))
    });
    let rows = Look::new(move || {
        let calendar = desk.calendar();
        found.with(|found| {
            desk.notebook.with(|notebook| found.lines.iter().map(|it| row(notebook, &calendar, it)).collect::<Vec<_>>())
        })
    });
    let title = Look::new(move || words::heading(found.with(|found| found.lines.len() + found.more)));
    let begun = desk.view(|notebook| !notebook.is_empty());
    let above = move || dates::heading(desk.today());
    let shown = move || found.with(|found| words::shown(found.lines.len(), found.more));
    view! {
        <Page title=shell::place(Place::Today)>
            <PageHead title=title above=above />
            {move || found.with(|found| found.next_meeting).map(|next| view! { <NextCard next=next /> })}
            <Show when=begun fallback=|| view! { <Begin /> }>
                <Section title=words::WAITING end=shown>
                    <Show when=move || rows.with(|rows| !rows.is_empty()) fallback=|| view! { <Empty text=words::NONE_WAITING /> }>
                        <ul class="rows">{move || rows.get().into_iter().map(line_view).collect_view()}</ul>
                    </Show>
                    <AcrossLinks />
                </Section>
                <InMotion />
            </Show>
        </Page>
    }
}

/// The way to what was promised and said in all mentorships.
#[component]
pub(super) fn AcrossLinks() -> impl IntoView {
    let open = ActionFilter { state: Some(across::Standing::Open), ..ActionFilter::default() };
    view! {
        <p class="small">
            <a href=Route::Actions(open).address()>{words::ALL_ACTIONS}</a>
            " · "
            <a href=Route::Feedback(FeedbackFilter::default()).address()>{words::ALL_FEEDBACK}</a>
        </p>
    }
}

/// The first step, while nothing is written.
#[component]
fn Begin() -> impl IntoView {
    let desk = Desk::get();
    let begin = move |place: Place, form: &'static str| move |_| desk.go_to(&place.route(), form.to_owned());
    view! {
        <section class="lead-card" aria-label=words::BEGIN>
            <div>
                <h2>{words::BEGIN}</h2>
                <p class="soft">{words::BEGIN_WHY}</p>
                <p class="acts">
                    <Button look="main" word=words::FIRST_GOAL act=begin(Place::Goals, "new-goal") />
                    <Button word=words::HAVE_MENTOR act=begin(Place::People, "new-person") />
                    <Button word=words::LOOK_FOR_ONE act=begin(Place::Find, "new-plan") />
                    <Button word=words::GUIDE_SOMEBODY act=begin(Place::People, "new-person") />
                </p>
            </div>
        </section>
    }
}

/// What the example has no need of: it is made anew each time.
fn backup_age(desk: Desk) -> BackupAge {
    if desk.which() == Which::Example {
        return BackupAge { last: Some(desk.today()), unsaved_changes: 0 };
    }
    let at = desk.preferences.with(|it| it.backed_up_at);
    BackupAge { last: at.map(|at| Moment::local_of(at).0), unsaved_changes: desk.not_backed_up() }
}

/// The next meeting, and whether it is prepared.
#[component]
fn NextCard(next: NextMeeting) -> impl IntoView {
    let desk = Desk::get();
    let name = desk.notebook.with_untracked(|notebook| name_of(notebook, next.mentorship));
    let time = next.at.map(|at| format!(" · {}", dates::time(at)));
    let when = format!("{}{}", desk.calendar().near(next.on), time.unwrap_or_default());
    let word = if next.prepared { words::OPEN } else { words::PREPARE };
    view! {
        <section class="lead-card" aria-label=words::NEXT_MEETING>
            <div>
                <p class="when"><time datetime=next.on.to_string() title=dates::exact(next.on)>{when}</time></p>
                <h2>{words::meeting_with(&name)}</h2>
                <p class="soft">{words::agenda(next.points, next.to_settle, next.prepared)}</p>
            </div>
            <a class="button main" href=Route::Meeting(next.meeting).address()>{word}</a>
        </section>
    }
}
