//! A meeting while it takes place: agenda, time, a note, a promise, and nothing else (R3, R4).

use leptos::prelude::*;

use super::{
    Actions, PRIVATE_NOTES, SHARED_NOTES, Subject,
    agenda::{add, points, side},
    state,
};
use crate::{
    domain::{Id, Meeting, MeetingState, PartId},
    insights::talk::{TalkTime, talk_time},
    ui::{
        desk::Desk,
        parts::{Adder, Button, Empty, PageHead, Section, Tick, Unfold, form::Form},
        reactive::{For, Look, Show},
        route::Route,
        screens::{Existing, Page},
        words::{changes, guiding, meetings, meetings::talk, mentorship},
    },
};

/// Minutes before the end from which the time asks for attention.
const SOON: i64 = 5;

/// A meeting while it takes place.
#[component]
pub fn TalkScreen(id: Id<Meeting>) -> impl IntoView {
    view! { <Existing id=id><Whole id=id /></Existing> }
}

#[component]
fn Whole(id: Id<Meeting>) -> impl IntoView {
    let desk = Desk::get();
    let Subject { title, called, mentorship } = Subject::of(id);
    let form = Form::new(id, called);
    let back = Route::Meeting(id).address();
    let over = move |_| {
        desk.flush();
        if desk.notebook.with_untracked(|notebook| notebook.get(id).is_some_and(|it| it.state.is_planned())) {
            state::set(desk, id, called, MeetingState::Held, None);
        }
        desk.go(&Route::After(id));
    };
    let above = move || view! { <a href=back.clone()>{talk::BACK}</a> };
    let actions = mentorship.map(|mentorship| {
        view! { <Section title=mentorship::ACTIONS><Actions id=id mentorship=mentorship /></Section> }
    });
    view! {
        <Page title=title>
            <PageHead title=title above=above><Clock id=id called=called /></PageHead>
            <Section title=meetings::AGENDA><Points id=id /></Section>
            <Section title=meetings::NOTES>
                <div class="form">
                    {form.field(&SHARED_NOTES)}
                    <Unfold title=meetings::PRIVATE at="private">{form.field(&PRIVATE_NOTES)}</Unfold>
                </div>
            </Section>
            {actions}
            <p class="acts after"><Button look="main" word=talk::OVER act=over /></p>
        </Page>
    }
}

/// How much time is left; said by nobody unless asked, since it changes all the time.
#[component]
fn Clock(id: Id<Meeting>, called: Look<String>) -> impl IntoView {
    let desk = Desk::get();
    let time = desk.view(move |notebook| {
        let moment = desk.moment.get();
        talk_time(notebook, id, moment.today, moment.time)
    });
    let is_today = desk.field(id, move |it: &Meeting| it.on == desk.today());
    let goes_on = move || matches!(time.get(), Some(TalkTime::Since(_) | TalkTime::Left(_) | TalkTime::Over(_)));
    let soon = move || matches!(time.get(), Some(TalkTime::Left(..=SOON) | TalkTime::Over(_)));
    let begin = move |_| {
        let now = desk.moment.get_untracked().time;
        desk.edit(id, talk::began(&called.get_untracked()), |it: &mut Meeting| it.at = Some(now));
        crate::ui::shell::focus_when_there("main h1");
    };
    view! {
        <p class="clock num" class:due=soon role="timer" aria-label=talk::TIME>{move || time.get().map(talk::time)}</p>
        <Show when=move || is_today.get() && !goes_on()>
            <p class="acts"><Button word=talk::BEGIN_NOW act=begin /></p>
        </Show>
    }
}

/// The agenda, to tick off and to add to.
#[component]
fn Points(id: Id<Meeting>) -> impl IntoView {
    let desk = Desk::get();
    let of = points(id);
    let ids = of.ids();
    let row = move |part: PartId| {
        let (title, done) = (of.title(part), of.field(part, |it| it.done));
        let tick = move |on: bool| of.edit(desk, part, changes::ticked(&title.get_untracked(), on), |it| it.done = on);
        view! { <li class:done=move || done.get()><Tick label=title value=done set=tick /></li> }
    };
    view! {
        <Show when=move || ids.with(Vec::is_empty)><Empty text=talk::AGENDA_EMPTY /></Show>
        <ol class="plain points"><For each=move || ids.get() key=|part| *part let:part>{row(part)}</For></ol>
        <Adder label=meetings::POINT_NEW hint=guiding::point_hint(side(desk, id)) draft=format!("point-{id}") add=move |title| add(desk, of, title) />
    }
}
