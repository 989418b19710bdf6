//! Yes or no.

use leptos::prelude::*;

use crate::ui::reactive::Live;

use super::Handler;

/// A box to tick, with its words beside it or for screen readers only.
#[component]
pub fn Tick(
    /// What is true when it is ticked.
    #[prop(into)]
    label: Live<String>,
    /// Whether it is.
    #[prop(into)]
    value: Live<bool>,
    /// Takes the new answer.
    #[prop(into)]
    set: Handler<bool>,
    /// Whether the label is for screen readers only.
    #[prop(optional)]
    quiet: bool,
) -> impl IntoView {
    view! {
        <label class="tick">
            <input type="checkbox" class="check" prop:checked=move || value.get() on:change=move |event| set.run(event_target_checked(&event)) />
            <span class:unseen=quiet>{label}</span>
        </label>
    }
}
