//! A day in words.

use leptos::prelude::*;

use crate::{
    domain::Day,
    ui::{desk::Desk, reactive::Live, words::dates},
};

/// A day in words, exact on hover.
#[component]
pub fn Days(
    /// The day.
    #[prop(into)]
    on: Live<Day>,
    /// Whether it stands in the middle of a sentence.
    #[prop(optional)]
    within: bool,
) -> impl IntoView {
    let desk = Desk::get();
    let on = on.look();
    let words = move || {
        let calendar = desk.calendar();
        if within { calendar.within(on.get()) } else { calendar.near(on.get()) }
    };
    view! { <time datetime=move || on.get().to_string() title=move || dates::exact(on.get())>{words}</time> }
}
