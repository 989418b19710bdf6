//! Days, times and numbers: the browser's own fields, in which one also types.

use leptos::prelude::*;

use super::{Handler, typing::Typing, unique};
use crate::{
    domain::{Day, TimeOfDay, time_of_day},
    ui::{
        reactive::Live,
        words::{dates, names},
    },
};

/// A field of the browser's own, of one of its kinds.
///
/// While one types into it, what stands there is now and then nothing at all (a month without its day) or
/// something else than meant (the year 2 on the way to 2026). Only what is whole and in range is taken,
/// and the field is never written to meanwhile: that would empty it under the fingers.
#[component]
fn Exact(
    label: String,
    kind: &'static str,
    range: (String, String),
    value: Live<String>,
    set: Handler<String>,
    not_whole: String,
    quiet: bool,
    at: Option<String>,
    unit: Option<String>,
) -> impl IntoView {
    let typing = Typing::new(value.look(), "", move |typed| {
        set.run(typed.to_owned());
        Ok(())
    });
    let input = NodeRef::<leptos::html::Input>::new();
    let on_input = move |event| {
        if input.get_untracked().is_some_and(|input| input.check_validity()) {
            typing.typed(event_target_value(&event));
        } else {
            typing.unfinished();
        }
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Enter" {
            typing.now();
        }
    };
    let has_unit = unit.is_some();
    let id = unique(kind);
    let about = format!("{id}-problem");
    let described = {
        let about = about.clone();
        move || typing.problem.with(Option::is_some).then(|| about.clone())
    };
    view! {
        <div class="field short">
            <label for=id.clone() class:unseen=quiet>{label}</label>
            <span class:with-unit=has_unit>
                <input
                    node_ref=input id=id class="input num" type=kind min=range.0 max=range.1 data-at=at
                    prop:value=move || typing.shown()
                    on:input=on_input on:keydown=on_key on:blur=move |_| typing.left(&not_whole)
                    aria-describedby=described aria-invalid=move || typing.invalid()
                />
                {unit.map(|unit| view! { <span class="soft">{unit}</span> })}
            </span>
            <p class="problem" id=about role="alert">{move || typing.problem.get()}</p>
        </div>
    }
}

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
    let shown = Live::from(move || value.get().map(|day| day.to_string()).unwrap_or_default());
    let set = Handler::from(move |typed: String| set.run(typed.parse().ok()));
    // The first of the years that are written with four digits.
    let range = ("1000-01-01".to_owned(), "9999-12-31".to_owned());
    view! { <Exact label kind="date" range value=shown set not_whole=names::NOT_A_DAY.to_owned() quiet at unit=None /> }
}

/// A time of day, or none.
#[component]
pub fn TimeField(
    /// What it is.
    #[prop(into)]
    label: String,
    /// The time.
    #[prop(into)]
    value: Live<Option<TimeOfDay>>,
    /// Takes a time, or none.
    #[prop(into)]
    set: Handler<Option<TimeOfDay>>,
) -> impl IntoView {
    let shown = Live::from(move || value.get().map(dates::time).unwrap_or_default());
    let set = Handler::from(move |typed: String| set.run(time_of_day(&typed)));
    let range = ("00:00".to_owned(), "23:59".to_owned());
    view! {
        <Exact label kind="time" range value=shown set not_whole=names::NOT_A_TIME.to_owned() quiet=false at=None unit=None />
    }
}

/// A small whole number, or nothing.
#[component]
pub fn NumberField(
    /// What it is.
    #[prop(into)]
    label: String,
    /// The number.
    #[prop(into)]
    value: Live<Option<u16>>,
    /// The least and the most it may be.
    range: (u16, u16),
    /// Takes a number in range, or none.
    #[prop(into)]
    set: Handler<Option<u16>>,
    /// What is counted.
    #[prop(into)]
    unit: String,
) -> impl IntoView {
    let shown = Live::from(move || value.get().map(|n| n.to_string()).unwrap_or_default());
    let set = Handler::from(move |typed: String| set.run(typed.parse().ok()));
    let not_whole = names::not_a_number(range);
    let range = (range.0.to_string(), range.1.to_string());
    view! { <Exact label kind="number" range value=shown set not_whole quiet=false at=None unit=Some(unit) /> }
}
