//! Text that is changed where it stands: saved at each pause, and when the field is left.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use super::{Handler, Take, unique};
use crate::{
    domain::{TextProblem, TimeOfDay, time_of_day},
    ui::{desk::Desk, reactive::Live, words::names},
};

/// How long a pause in typing is, in milliseconds.
const PAUSE: u32 = 700;

/// What stands in a field while somebody types.
#[derive(Clone, Copy)]
struct Typing {
    /// What was typed; none while nobody types, then the value is shown.
    text: RwSignal<Option<String>>,
    /// What was made a change last, so that nothing becomes two changes.
    taken: StoredValue<Option<String>>,
    problem: RwSignal<Option<TextProblem>>,
    timer: StoredValue<Option<Timeout>, LocalStorage>,
}

/// A labelled text field, of one line or of many.
///
/// `take` makes a change of what was typed, or says why it cannot; then the text stays on screen with
/// the reason beside it, and what stood before is kept.
#[component]
pub fn Field(
    /// What the field is.
    #[prop(into)]
    label: String,
    /// What stands in it.
    #[prop(into)]
    value: Live<String>,
    /// Makes a change of what was typed.
    #[prop(into)]
    take: Take,
    /// Whether it has several lines.
    #[prop(optional)]
    many: bool,
    /// Whether the label is for screen readers only.
    #[prop(optional)]
    quiet: bool,
    /// Shown while the field is empty.
    #[prop(optional, into)]
    hint: String,
    /// A sentence under the label.
    #[prop(optional, into)]
    help: String,
    /// The field's name, for search to land on.
    #[prop(optional, into)]
    at: String,
    /// More classes, such as `as-title`.
    #[prop(optional, into)]
    class: String,
) -> impl IntoView {
    let desk = Desk::get();
    let help = (!help.is_empty()).then_some(help);
    let at = (!at.is_empty()).then_some(at);
    let value = value.look();
    let typing = Typing {
        text: RwSignal::new(None),
        taken: StoredValue::new(None),
        problem: RwSignal::new(None),
        timer: StoredValue::new_local(None),
    };
    let flush: Rc<dyn Fn()> = Rc::new(move || {
        typing.timer.try_update_value(|timer| timer.take());
        let Some(text) = typing.text.try_get_untracked().flatten() else { return };
        let standing = typing.taken.try_get_value().flatten().or_else(|| value.try_get_untracked());
        if standing.as_ref() == Some(&text) {
            typing.problem.try_set(None);
            return;
        }
        match take.take(&text) {
            Ok(()) => {
                typing.taken.try_set_value(Some(text));
                typing.problem.try_set(None);
            }
            Err(problem) => {
                typing.problem.try_set(Some(problem));
            }
        }
    });
    let number = desk.typing(flush.clone());
    let flush = StoredValue::new_local(flush);
    let now = move || {
        if let Some(flush) = flush.try_get_value() {
            flush();
        }
    };
    on_cleanup(move || {
        now();
        desk.typed(number);
    });

    let on_input = move |event| {
        typing.text.set(Some(event_target_value(&event)));
        typing.timer.set_value(Some(Timeout::new(PAUSE, now)));
    };
    let on_blur = move |_| {
        now();
        // A text that was refused stays on screen until it is mended. A field that leaves the page with
        // the focus in it loses the focus when all this is gone already.
        if typing.problem.try_with_untracked(Option::is_none) == Some(true) {
            typing.text.try_set(None);
            typing.taken.try_set_value(None);
        }
    };
    let shown = move || typing.text.get().unwrap_or_else(|| value.get());
    let id = unique("field");
    let (about, help_id) = (format!("{id}-problem"), format!("{id}-help"));
    let described = {
        let (about, help_id, has_help) = (about.clone(), help_id.clone(), help.is_some());
        move || match (typing.problem.with(Option::is_some), has_help) {
            (true, _) => Some(about.clone()),
            (false, true) => Some(help_id.clone()),
            (false, false) => None,
        }
    };
    let invalid = move || typing.problem.with(Option::is_some).then_some("true");
    let input = if many {
        let shown_now = shown;
        leptos::either::Either::Left(view! {
            <textarea
                id=id.clone() class="input" rows="2" placeholder=hint data-at=at
                prop:value=shown_now on:input=on_input on:blur=on_blur
                aria-describedby=described aria-invalid=invalid
            ></textarea>
        })
    } else {
        leptos::either::Either::Right(view! {
            <input
                id=id.clone() class="input" type="text" placeholder=hint data-at=at autocomplete="off"
                prop:value=shown on:input=on_input on:blur=on_blur on:change=move |_| now()
                aria-describedby=described aria-invalid=invalid
            />
        })
    };
    view! {
        <div class=format!("field {class}") class:many=many>
            <label for=id class:unseen=quiet>{label}</label>
            {help.map(|help| view! { <p class="small soft" id=help_id>{help}</p> })}
            {input}
            <p class="problem" id=about role="alert">{move || typing.problem.get().map(names::text_problem)}</p>
        </div>
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
    let id = unique("number");
    let on_change = move |event: web_sys::Event| {
        let typed = event_target_value(&event);
        let number = typed.trim().parse().ok().filter(|n| (range.0..=range.1).contains(n));
        if number.is_some() || typed.trim().is_empty() {
            set.run(number);
        }
    };
    let shown = move || value.get().map(|n| n.to_string()).unwrap_or_default();
    view! {
        <div class="field short">
            <label for=id.clone()>{label}</label>
            <span class="with-unit">
                <input
                    id=id class="input num" type="number" min=range.0 max=range.1 inputmode="numeric"
                    prop:value=shown on:change=on_change
                />
                <span class="soft">{unit}</span>
            </span>
        </div>
    }
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
    let id = unique("time");
    let on_change = move |event: web_sys::Event| {
        set.run(time_of_day(&event_target_value(&event)));
    };
    let shown = move || value.get().map(crate::ui::words::dates::time).unwrap_or_default();
    view! {
        <div class="field short">
            <label for=id.clone()>{label}</label>
            <input id=id class="input num" type="time" prop:value=shown on:change=on_change />
        </div>
    }
}
