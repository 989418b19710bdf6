//! Days: chosen, and shown.

use leptos::prelude::*;

use super::{Handler, unique};
use crate::{
    domain::Day,
    ui::{desk::Desk, reactive::Live, words::dates},
};

/// A day, or none.
#[component]
pub fn DateField(
    /// What it is.
    #[prop(into)]
    label: String,
    /// The day.
    #[prop(into)]
    value: Live<Option<Day>>,
    /// Takes a day, or none.
    #[prop(into)]
    set: Handler<Option<Day>>,
    /// Whether the label is for screen readers only.
    #[prop(optional)]
    quiet: bool,
    /// The field's name, for search to land on.
    #[prop(optional, into)]
    at: Option<String>,
) -> impl IntoView {
    let id = unique("date");
    let shown = move || value.get().map(|day| day.to_string()).unwrap_or_default();
    let on_change = move |event: web_sys::Event| {
        let typed = event_target_value(&event);
        if typed.is_empty() {
            set.run(None);
        } else if let Ok(day) = typed.parse() {
            set.run(Some(day));
        }
    };
    view! {
        <div class="field short">
            <label for=id.clone() class:unseen=quiet>{label}</label>
            <input id=id class="input num" type="date" max="9999-12-31" data-at=at prop:value=shown on:change=on_change />
        </div>
    }
}

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
