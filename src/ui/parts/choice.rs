//! One of a few: side by side, or in a list that opens.

use leptos::prelude::*;

use super::unique;

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
    value: Signal<Option<T>>,
    /// Takes the new choice.
    set: impl Fn(T) + Copy + Send + Sync + 'static,
    /// Whether the label is for screen readers only.
    #[prop(optional)]
    quiet: bool,
) -> impl IntoView {
    let name = unique("choice");
    let options = options
        .into_iter()
        .map(|(option, word)| {
            view! {
                <label class="option">
                    <input
                        type="radio" name=name.clone()
                        prop:checked=move || value.get() == Some(option)
                        on:change=move |_| set(option)
                    />
                    <span>{word}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="choice">
            <legend class:unseen=quiet>{label}</legend>
            <div class="options">{options}</div>
        </fieldset>
    }
}

/// A list that opens, for many choices or ones that come from the notebook.
#[component]
pub fn Select<T: Copy + PartialEq + Send + Sync + 'static>(
    /// What is chosen.
    #[prop(into)]
    label: String,
    /// Each choice with its word.
    #[prop(into)]
    options: Signal<Vec<(T, String)>>,
    /// The word for “none of them”, if that can be chosen.
    #[prop(optional, into)]
    none: Option<String>,
    /// The one that is chosen, if any.
    #[prop(into)]
    value: Signal<Option<T>>,
    /// Takes the new choice.
    set: impl Fn(Option<T>) + 'static,
) -> impl IntoView {
    let id = unique("select");
    let has_none = none.is_some();
    let first = usize::from(has_none);
    let on_change = move |event: web_sys::Event| {
        let at: usize = event_target_value(&event).parse().unwrap_or_default();
        let chosen = at.checked_sub(first);
        set(chosen.and_then(|at| options.with_untracked(|options| options.get(at).map(|(option, _)| *option))));
    };
    let list = move || {
        let chosen = value.get();
        let none = none.clone().map(|word| (None, word));
        let all = options.get().into_iter().map(|(option, word)| (Some(option), word));
        none.into_iter()
            .chain(all)
            .enumerate()
            .map(|(at, (option, word))| {
                view! { <option value=at.to_string() selected=option == chosen>{word}</option> }
            })
            .collect_view()
    };
    view! {
        <div class="field short">
            <label for=id.clone()>{label}</label>
            <select id=id class="input" on:change=on_change>{list}</select>
        </div>
    }
}
