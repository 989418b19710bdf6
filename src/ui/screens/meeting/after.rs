//! Five questions after a meeting, while it is fresh: what one takes along, promises, feedback, how it felt, when next
//! (R2, R4, R5, H2).

use leptos::prelude::*;

use super::{ARRIVALS, Actions, Feedbacks, INSIGHTS, OUTCOMES, STORY, Subject};
use crate::{
    domain::{Id, Meeting, Mentorship},
    insights::pulses,
    ui::{
        desk::Desk,
        parts::{Button, PageHead, Steps, Unfold, form::Form},
        reactive::Look,
        route::{Route, Tab},
        screens::{
            Existing, Page,
            mentorship::{Felt, Plan, Planned, begin_pulse},
            name_of,
        },
        words::{meetings::after, mentorship, pulse},
    },
};

/// The five questions.
#[component]
pub fn AfterScreen(id: Id<Meeting>) -> impl IntoView {
    view! { <Existing id=id><Whole id=id /></Existing> }
}

#[component]
fn Whole(id: Id<Meeting>) -> impl IntoView {
    let desk = Desk::get();
    let Subject { title, called, mentorship } = Subject::of(id);
    mentorship.map(|mentorship| {
        let name = desk.view(move |notebook| name_of(notebook, mentorship));
        let heading = Look::new(move || after::heading(&name.get()));
        let page = move || Route::Meeting(id).address();
        let above = move || view! { <a href=page()>{title}</a> };
        let last = move || {
            let after = Route::Mentorship(mentorship, Tab::Meetings).address();
            view! { <a class="button main" href=after>{after::DONE}</a> }
        };
        let leave = move || view! { <a class="button plain" href=page()>{after::LEAVE}</a> };
        let ask = Box::new(move |at| question(at, id, mentorship, called));
        view! {
            <Page title=heading>
                <PageHead title=heading above=above />
                <Steps titles=&after::STEPS ask=ask last=last leave=leave />
            </Page>
        }
    })
}

fn question(at: usize, id: Id<Meeting>, mentorship: Id<Mentorship>, called: Look<String>) -> AnyView {
    let form = Form::new(id, called);
    match at {
        0 => view! { {form.field(&INSIGHTS)}{form.field(&OUTCOMES)}{form.field(&STORY)} }.into_any(),
        1 => view! { <Actions id=id mentorship=mentorship /> }.into_any(),
        2 => view! { <Feedbacks id=id mentorship=mentorship open=true /> }.into_any(),
        3 => {
            view! { <Feeling id=id mentorship=mentorship /><div class="pair">{form.fields(&ARRIVALS)}</div> }.into_any()
        }
        _ => view! {
            <Planned id=mentorship />
            <Unfold title=mentorship::meetings::PLAN at="new-meeting" open=true><Plan id=mentorship /></Unfold>
        }
        .into_any(),
    }
}

/// How it felt, for the owner alone.
#[component]
fn Feeling(id: Id<Meeting>, mentorship: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let noted = desk.view(move |notebook| pulses::after(notebook, id));
    let begin = move |_| {
        let on = desk.notebook.with_untracked(|notebook| notebook.get(id).map(|it| it.on));
        begin_pulse(desk, mentorship, Some(id), on.unwrap_or_else(|| desk.today()));
    };
    let felt = move || match noted.get() {
        Some(pulse) => view! { <Felt id=pulse /> }.into_any(),
        None => view! { <p class="acts"><Button word=after::FEEL act=begin /></p> }.into_any(),
    };
    view! { <p class="small soft">{pulse::PURPOSE}</p>{felt} }
}
