//! One finding plan, changed where it stands (F1 to F5, F8).

mod strategies;
mod wanted;

use leptos::prelude::*;

use super::{
    Existing, Page,
    find::{Candidates, Events, Outreaches},
};
use crate::{
    domain::{Id, Line, Plan, PlanState},
    ui::{
        desk::Desk,
        parts::{
            Bar, Button, EntryMenu, Field, PageHead, Section, draft,
            entry_menu::PrivateMark,
            form::{Asked, Form, Kind},
        },
        reactive::{Look, Show},
        route::{Matches, Place, Route},
        words::{cards, changes, find, find::plan, shell},
    },
};
use strategies::{More, Strategies};

/// A plan always has begun: an emptied field keeps the day.
static SINCE: Asked = Asked::new("since", Kind::Day, plan::SINCE, "");
static TITLE: Asked = Asked::new("title", Kind::Title, plan::TITLE, "");
static LOOKING_FOR: Asked = Asked::new("looking_for", Kind::Text, plan::LOOKING_FOR, plan::LOOKING_FOR_HINT);

/// A finding plan.
#[component]
pub fn PlanScreen(id: Id<Plan>) -> impl IntoView {
    view! { <Existing id=id><Whole id=id /></Existing> }
}

#[component]
fn Whole(id: Id<Plan>) -> impl IntoView {
    let desk = Desk::get();
    let title = desk.field(id, |plan: &Plan| plan.title.to_string());
    let progress = desk.field(id, Plan::progress);
    let is_closed = desk.field(id, |plan: &Plan| !plan.state.is_open());
    let in_words = Look::new(move || {
        let (done, all) = progress.get();
        find::progress_label(done, all)
    });
    let above = move || view! { <a href=Place::Find.route().address()>{shell::place(Place::Find)}</a> };
    let matches = Route::Matches(Matches { plan: Some(id), ..Matches::default() });
    view! {
        <Page title=title>
            <PageHead title=title above=above>
                <p>
                    <Show when=move || is_closed.get()><span class="tag">{plan::CLOSED}</span>" "</Show>
                    <PrivateMark id=id />
                </p>
            </PageHead>
            <Show when=move || { progress.get().1 > 0 }>
                <Bar value=progress label=in_words />
                <p class="soft small num">{in_words}</p>
            </Show>
            <Texts id=id />
            <wanted::Wanted id=id />
            <Strategies id=id />
            <Section title=plan::MORE>
                <More id=id />
            </Section>
            <Candidates of=id />
            <p class="acts"><a class="button" href=matches.address()>{cards::LINK}</a></p>
            <Events of=id />
            <Outreaches of=id />
            <Section title=plan::STATE>
                <State id=id />
            </Section>
            <EntryMenu id=id title=title after=Place::Find.route() />
        </Page>
    }
}

/// Title, beginning, and whom it looks for.
#[component]
fn Texts(id: Id<Plan>) -> impl IntoView {
    let desk = Desk::get();
    let title = desk.field(id, |plan: &Plan| plan.title.to_string());
    let form = Form::new(id, title);
    view! {
        <div class="form">
            {form.field(&TITLE)}
            {form.field(&LOOKING_FOR)}
            {form.field(&SINCE)}
        </div>
    }
}

/// Open, or closed with what came of it.
#[component]
fn State(id: Id<Plan>) -> impl IntoView {
    let desk = Desk::get();
    let title = desk.field(id, |plan: &Plan| plan.title.to_string());
    let closed_on = desk.field(id, |plan: &Plan| match plan.state {
        PlanState::Open => None,
        PlanState::Closed { on, .. } => Some(on),
    });
    let is_open = Look::new(move || closed_on.get().is_none());
    let reopen = move |_| {
        desk.flush();
        desk.edit(id, plan::reopened(&title.get_untracked()), Plan::reopen);
        desk.go_to(&Route::Plan(id), "close".to_owned());
    };
    view! {
        <Show when=move || is_open.get()>
            <Close id=id />
        </Show>
        {move || closed_on.get().map(|on| view! {
            <div class="form">
                <p>{move || find::plans::closed_on(&desk.calendar().within(on), "")}</p>
                <Reason id=id />
                <p><Button word=plan::REOPEN act=reopen /></p>
            </div>
        })}
    }
}

/// The form that closes a plan.
#[component]
fn Close(id: Id<Plan>) -> impl IntoView {
    let desk = Desk::get();
    let title = desk.field(id, |plan: &Plan| plan.title.to_string());
    let draft = draft::typed(desk, &format!("close-{id}"));
    let reason = draft.text;
    let take_reason = move |typed: &str| {
        reason.set(Line::typed(typed)?.to_string());
        Ok(())
    };
    let close = move |_| {
        desk.flush();
        let (on, why) = (desk.today(), Line::typed(&reason.get_untracked()).unwrap_or_default());
        desk.edit(id, plan::closed_plan(&title.get_untracked()), |plan: &mut Plan| plan.close(on, why));
        draft.sent();
        desk.go_to(&Route::Plan(id), "reason".to_owned());
    };
    view! {
        <details class="inset" data-at="close">
            <summary>{plan::CLOSE}</summary>
            <p class="small soft">{plan::CLOSE_HELP}</p>
            <Field label=plan::REASON value=reason take=take_reason hint=plan::REASON_HINT />
            <p><Button look="main" word=plan::CLOSE_NOW act=close /></p>
        </details>
    }
}

/// What came of a closed plan.
#[component]
fn Reason(id: Id<Plan>) -> impl IntoView {
    let desk = Desk::get();
    let title = desk.field(id, |plan: &Plan| plan.title.to_string());
    let reason = desk.field(id, |plan: &Plan| match &plan.state {
        PlanState::Open => String::new(),
        PlanState::Closed { reason, .. } => reason.to_string(),
    });
    let take = move |typed: &str| {
        let line = Line::typed(typed)?;
        desk.edit(id, changes::changed(plan::REASON, &title.get_untracked()), |plan: &mut Plan| {
            if let PlanState::Closed { reason, .. } = &mut plan.state {
                *reason = line;
            }
        });
        Ok(())
    };
    view! { <Field label=plan::REASON value=reason take=take hint=plan::REASON_HINT at="reason" /> }
}
