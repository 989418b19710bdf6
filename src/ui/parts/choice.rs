//! One of a few: side by side, or in a list that opens.
//!
//! Each part has a thin generic face that turns choices into numbers, and a body that is compiled once.

use leptos::prelude::*;

use wasm_bindgen::JsCast;

use crate::ui::{
    reactive::{Live, Look},
    words::shell,
};

use super::{Handler, unique};

/// A group of radio buttons side by side, for two to five choices.
#[component]
pub fn Choice<T: Copy + PartialEq + Send + Sync + 'static>(
    /// What is chosen.
    #[prop(into)]
    label: String,
    /// Each choice with its word.
    options: Vec<(T, &'static str)>,
    /// The one that is chosen, if any.
    #[prop(into)]
    value: Live<Option<T>>,
    /// Takes the new choice.
    #[prop(into)]
    set: Handler<T>,
    /// Whether the label is for screen readers only.
    #[prop(optional)]
    quiet: bool,
    /// Whether each choice has consequences: what the arrow keys pass over is then not chosen. Enter, the space bar
    /// or leaving the group chooses.
    #[prop(optional)]
    careful: bool,
) -> impl IntoView {
    let (all, words): (Vec<T>, Vec<&'static str>) = options.into_iter().unzip();
    let at = {
        let all = all.clone();
        Look::new(move || value.get().and_then(|chosen| all.iter().position(|it| *it == chosen)))
    };
    let choose = Handler::from(move |at: usize| {
        if let Some(chosen) = all.get(at) {
            set.run(*chosen);
        }
    });
    radios(label, words, at, choose, quiet, careful)
}

fn radios(
    label: String,
    words: Vec<&'static str>,
    chosen: Look<Option<usize>>,
    choose: Handler<usize>,
    quiet: bool,
    careful: bool,
) -> AnyView {
    let name = unique("choice");
    // The one on which the arrow keys stand.
    let passing = RwSignal::new(None::<usize>);
    let by_arrow = StoredValue::new(false);
    let settle = {
        let choose = choose.clone();
        move || {
            // The focus also leaves a group that is being taken off the page.
            let chosen = passing.try_get_untracked().flatten();
            passing.try_set(None);
            chosen.inspect(|at| choose.run(*at)).is_some()
        }
    };
    let on_key = {
        let settle = settle.clone();
        move |event: web_sys::KeyboardEvent| {
            by_arrow.set_value(careful && event.key().starts_with("Arrow"));
            if matches!(&*event.key(), "Enter" | " ") && settle() {
                event.prevent_default();
            }
        }
    };
    let on_leave = move |event: web_sys::FocusEvent| {
        let group = event.current_target().and_then(|group| group.dyn_into::<web_sys::Node>().ok());
        let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
        if !group.is_some_and(|group| group.contains(to.as_ref())) {
            settle();
        }
    };
    let take = move |at: usize| {
        if by_arrow.get_value() {
            passing.set(Some(at));
        } else {
            passing.set(None);
            choose.run(at);
        }
    };
    let options = words
        .into_iter()
        .enumerate()
        .map(|(at, word)| {
            let take = take.clone();
            view! {
                <label class="option">
                    <input
                        type="radio" name=name.clone()
                        prop:checked=move || passing.get().or_else(|| chosen.get()) == Some(at)
                        on:change=move |_| take(at)
                    />
                    <span>{word}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="choice" on:keydown=on_key on:pointerdown=move |_| by_arrow.set_value(false) on:focusout=on_leave>
            <legend class:unseen=quiet>{label}</legend>
            <div class="options">{options}</div>
            <p class="small soft" role="status">{move || passing.get().map(|_| shell::ENTER_SETS)}</p>
        </fieldset>
    }
    .into_any()
}

/// A list that opens, for many choices or ones that come from the notebook.
#[component]
pub fn Select<T: Copy + PartialEq + Send + Sync + 'static>(
    /// What is chosen.
    #[prop(into)]
    label: String,
    /// Each choice with its word.
    #[prop(into)]
    options: Live<Vec<(T, String)>>,
    /// The word for “none of them”, if that can be chosen.
    #[prop(optional, into)]
    none: Option<String>,
    /// The one that is chosen, if any.
    #[prop(into)]
    value: Live<Option<T>>,
    /// Takes the new choice.
    #[prop(into)]
    set: Handler<Option<T>>,
    /// Whether the label is for screen readers only.
    #[prop(optional)]
    quiet: bool,
    /// Its name, for going to it.
    #[prop(optional, into)]
    at: String,
) -> impl IntoView {
    let options = options.look();
    let words = Look::new(move || options.get().into_iter().map(|(_, word)| word).collect());
    let chosen = Look::new(move || {
        let chosen = value.get()?;
        options.with(|options| options.iter().position(|(it, _)| *it == chosen))
    });
    let choose = Handler::from(move |at: Option<usize>| {
        set.run(at.and_then(|at| options.with_untracked(|options| options.get(at).map(|(it, _)| *it))));
    });
    list(label, words, none, chosen, choose, quiet, at)
}

fn list(
    label: String,
    words: Look<Vec<String>>,
    none: Option<String>,
    chosen: Look<Option<usize>>,
    choose: Handler<Option<usize>>,
    quiet: bool,
    at: String,
) -> AnyView {
    let id = unique("select");
    // The value of an option is its number; nothing is chosen under the empty one.
    let value = |at: Option<usize>| at.map(|at| at.to_string()).unwrap_or_default();
    let on_change = move |event: web_sys::Event| choose.run(event_target_value(&event).parse().ok());
    let all = move || {
        let chosen = chosen.get();
        let none = none.clone().or_else(|| chosen.is_none().then(String::new)).map(|word| (None, word));
        let words = words.get().into_iter().enumerate().map(|(at, word)| (Some(at), word));
        none.into_iter()
            .chain(words)
            .map(|(at, word)| view! { <option value=value(at) selected=at == chosen>{word}</option> })
            .collect_view()
    };
    view! {
        <div class="field short">
            <label for=id.clone() class:unseen=quiet>{label}</label>
            <select id=id class="input" data-at=(!at.is_empty()).then_some(at) on:change=on_change>{all}</select>
        </div>
    }
    .into_any()
}
