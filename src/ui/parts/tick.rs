//! Yes or no.

use leptos::prelude::*;

use crate::ui::reactive::Live;

use super::Handler;

/// Whether each of a list is chosen, by its position.
pub type Ticked = RwSignal<Vec<bool>>;

/// The box of one of a list, with its words for screen readers only.
#[component]
pub fn TickAt(
    /// What is true when it is ticked.
    #[prop(into)]
    label: Live<String>,
    /// The list.
    chosen: Ticked,
    /// Which of it.
    at: usize,
) -> impl IntoView {
    let set = move |on: bool| {
        chosen.update(|chosen| {
            if let Some(it) = chosen.get_mut(at) {
                *it = on;
            }
        });
    };
    view! { <Tick label=label value=move || chosen.with(|it| it.get(at) == Some(&true)) set=set quiet=true /> }
}

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
