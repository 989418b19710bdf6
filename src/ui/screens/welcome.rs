//! The first visit: three questions at most, each of which can be skipped.

use leptos::prelude::*;

use super::Page;
use crate::{
    domain::{Change, Draft, Goal, Mentorship, Op, Person, Rhythm, Side, Title},
    storage::Which,
    ui::{
        desk::Desk,
        later::{self, Later},
        parts::{Button, Choice, Field, PageHead, Section, draft},
        platform,
        reactive::Show,
        route::{Place, Route, Tab},
        start::switch_to,
        words::{settings, shell, welcome},
    },
};

/// The first questions.
#[component]
pub fn WelcomeScreen() -> impl IntoView {
    let desk = Desk::get();
    // What is answered and not yet begun with survives a closed tab.
    let waiting = |name| RwSignal::new(draft::read(&draft::key(desk, name)).unwrap_or_default());
    let (goal, mentor) = (waiting(GOAL), waiting(MENTOR));
    let has_mentor = RwSignal::new(mentor.with_untracked(|name| (!name.is_empty()).then_some(true)));
    let days = RwSignal::new(None::<u16>);
    let take_goal = move |typed: &str| {
        if !typed.trim().is_empty() {
            Title::typed(typed)?;
        }
        draft::keep(&draft::key(desk, GOAL), typed);
        goal.set(typed.to_owned());
        Ok(())
    };
    let take_mentor = move |typed: &str| {
        if !typed.trim().is_empty() {
            Title::typed(typed)?;
        }
        draft::keep(&draft::key(desk, MENTOR), typed);
        mentor.set(typed.to_owned());
        Ok(())
    };
    let begin = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        desk.flush();
        let goal = Title::typed(&goal.get_untracked()).ok();
        let mentor = Title::typed(&mentor.get_untracked()).ok().filter(|_| has_mentor.get_untracked() == Some(true));
        let rhythm = days.get_untracked().and_then(Rhythm::every);
        begin_with(desk, goal, mentor, rhythm, has_mentor.get_untracked());
    };
    let skip = move |_| {
        answered(desk);
        desk.prefer(|it| it.welcomed = true);
        desk.go(&Route::Today);
    };
    let mentor_options = vec![(true, welcome::MENTOR_YES), (false, welcome::MENTOR_NO)];
    let rhythms = vec![(7, welcome::WEEKLY), (14, welcome::FORTNIGHTLY), (30, welcome::MONTHLY)];
    view! {
        <Page title=shell::WELCOME>
            <PageHead title=welcome::HEADING><p class="soft">{welcome::LEAD}</p></PageHead>
            <form class="form" on:submit=begin>
                <Field label=welcome::GOAL value=goal take=take_goal hint=welcome::GOAL_HINT />
                <Choice label=welcome::MENTOR options=mentor_options value=has_mentor set=move |yes| has_mentor.set(Some(yes)) />
                <Show when=move || has_mentor.get() == Some(true)>
                    <Field label=welcome::MENTOR_NAME value=mentor take=take_mentor />
                    <Choice label=welcome::RHYTHM options=rhythms.clone() value=days set=move |chosen| days.set(Some(chosen)) />
                </Show>
                <p class="acts">
                    <button type="submit" class="button main">{welcome::BEGIN}</button>
                    <Button look="plain" word=welcome::SKIP act=skip />
                </p>
            </form>
            <p class="small soft after">{welcome::WHERE}</p>
            {(platform::is_safari() && !platform::is_installed()).then(|| view! { <p class="note">{settings::SAFARI}</p> })}
            {move || later::part(Later::Given)}
            <Section title=welcome::OTHER>
                <p>{welcome::EXAMPLE_WHAT}</p>
                <p class="acts"><Button word=welcome::EXAMPLE act=move |_| switch_to(Which::Example, &Route::Today) /></p>
                <details class="inset"><summary>{welcome::BACKUP}</summary>{move || later::part(Later::OpenBackup)}</details>
            </Section>
        </Page>
    }
}

/// The names of the drafts.
const GOAL: &str = "welcome-goal";
const MENTOR: &str = "welcome-mentor";

/// Nothing waits to be begun with any more.
fn answered(desk: Desk) {
    for name in [GOAL, MENTOR] {
        draft::keep(&draft::key(desk, name), "");
    }
}

/// Writes down what was answered, as one change, and goes where it is useful to go on.
fn begin_with(
    desk: Desk,
    goal: Option<Title>,
    mentor: Option<Title>,
    rhythm: Option<Rhythm>,
    has_mentor: Option<bool>,
) {
    answered(desk);
    let mut ops = Vec::new();
    let mut next = if has_mentor == Some(false) { Place::Find.route() } else { Route::Today };
    let goal = goal.map(|title| {
        let id = desk.new_id();
        ops.push(Op::Put(Draft::new(id, Goal::new(title))));
        id
    });
    if let Some(goal) = goal {
        next = if has_mentor == Some(false) { next } else { Route::Goal(goal) };
    }
    if let Some(name) = mentor {
        let (person, mentorship) = (desk.new_id(), desk.new_id());
        let mut with = Mentorship::new(person, Side::Guided, desk.today());
        with.rhythm = rhythm;
        with.goals.extend(goal);
        ops.push(Op::Put(Draft::new(person, Person::new(name))));
        ops.push(Op::Put(Draft::new(mentorship, with)));
        next = Route::Mentorship(mentorship, Tab::Meetings);
    }
    desk.prefer(|it| it.welcomed = true);
    if !ops.is_empty() {
        desk.commit(Change { label: welcome::BEGUN.to_owned(), ops });
    }
    desk.go(&next);
}
