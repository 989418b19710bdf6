//! What came of a mentorship that has ended: results, goals reached, the day to write again, who comes next (H5).

use leptos::prelude::*;

use crate::{
    domain::{Id, Mentorship},
    insights::closing::closing,
    ui::{
        desk::Desk,
        parts::{Days, Section, form::Form},
        reactive::Show,
        route::{Route, Tab},
        screens::{
            closing::{Next, RESULTS},
            name_of,
        },
        words::closing as words,
    },
};

/// What came of it, once it has ended.
#[component]
pub fn WhatCameOfIt(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let ended = desk.field(id, |it: &Mentorship| !it.state.is_running());
    let name = desk.view(move |notebook| name_of(notebook, id));
    let on = desk.field(id, |it: &Mentorship| it.keep_in_touch);
    let touch = move || {
        on.get().map(|on| {
            let address = Route::Mentorship(id, Tab::About).address();
            view! { <p>{words::TOUCH_ON}" "<a href=address><Days on=on /></a></p> }
        })
    };
    view! {
        <Show when=move || ended.get()>
            <Section title=words::RESULTS>
                {Form::new(id, name).field(&RESULTS)}
                {reached_goals(id)}
                {touch}
                <Next id=id />
            </Section>
        </Show>
    }
}

/// The goals that were reached, if there are any.
pub fn reached_goals(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let reached = desk.view(move |notebook| {
        let reached = closing(notebook, id, desk.today()).reached.into_iter();
        reached.filter_map(|goal| Some((goal, notebook.get(goal)?.title.to_string()))).collect::<Vec<_>>()
    });
    let links = move || {
        let links = reached.get().into_iter();
        links.map(|(id, title)| view! { <li><a href=Route::Goal(id).address()>{title}</a></li> }).collect_view()
    };
    view! {
        <Show when=move || reached.with(|reached| !reached.is_empty())>
            <p class="label">{words::REACHED}</p>
            <ul class="plain linked">{links}</ul>
        </Show>
    }
}
