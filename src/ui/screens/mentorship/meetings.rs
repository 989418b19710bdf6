//! Meetings and check-ins: the rhythm, what is planned, what happened (R2, R4).

mod calendar;
mod check_in;
mod past;
mod planned;

use leptos::prelude::*;

use super::signal::{Shown, tells_of_gap};
pub use calendar::IntoCalendar;
use past::WhatHappened;
pub use planned::{Plan, Planned};

use crate::{
    domain::{Channel, Id, Mentorship},
    insights::{
        mentorships::planned,
        rhythm::{RhythmState, standing},
    },
    ui::{
        desk::Desk,
        parts::{Button, Section, Unfold},
        reactive::{Look, Show},
        route::{Route, Tab},
        screens::name_of,
        words::{meetings::calendar as calendar_words, mentorship::meetings, people},
    },
};

/// The tab of meetings.
#[component]
pub fn Meetings(id: Id<Mentorship>, leading: Look<Option<Shown>>) -> impl IntoView {
    let desk = Desk::get();
    // What was planned and not written up is asked about after the end, too.
    let shown = desk.view(move |notebook| {
        notebook.get(id).is_some_and(|it| it.state.is_running()) || !planned(notebook, id).is_empty()
    });
    view! {
        <Reminder id=id leading=leading />
        <Show when=move || shown.get()>
            <Section title=meetings::NEXT>
                <Planned id=id />
                <Unfold title=meetings::PLAN at="new-meeting"><Plan id=id /></Unfold>
                <Unfold title=calendar_words::TITLE at="calendar"><IntoCalendar id=id /></Unfold>
            </Section>
        </Show>
        <WhatHappened id=id />
    }
}

/// What the rhythm asks for, if it asks for anything and no signal says the same.
#[component]
fn Reminder(id: Id<Mentorship>, leading: Look<Option<Shown>>) -> impl IntoView {
    let desk = Desk::get();
    let asks = desk.view(move |notebook| {
        let standing = standing(notebook, id, desk.today())?;
        let what = match standing.state {
            RhythmState::Due => meetings::DUE,
            RhythmState::Overdue => meetings::OVERDUE,
            RhythmState::Fine | RhythmState::Planned { .. } | RhythmState::Paused { .. } => return None,
        };
        Some((what, people::standing(&standing, &desk.calendar())))
    });
    let go = move |form: &'static str| move |_| desk.go_to(&Route::Mentorship(id, Tab::Meetings), form.to_owned());
    let told = tells_of_gap(leading);
    move || {
        asks.get().filter(|_| !told.get()).map(|(what, why)| {
            view! {
                <section class="note" aria-label=meetings::SIGNAL>
                    <p class="what">{what}</p>
                    <p>{why}"."</p>
                    <div class="acts">
                        <Button word=meetings::PLAN act=go("new-meeting") />
                        <Button look="plain" word=meetings::CHECK_IN act=go("new-check-in") />
                    </div>
                </section>
            }
        })
    }
}

/// The name of the other person, and how the two usually meet.
fn usual(desk: Desk, id: Id<Mentorship>) -> (String, Option<Channel>) {
    desk.notebook.with_untracked(|notebook| (name_of(notebook, id), notebook.get(id).and_then(|it| it.channel)))
}
