//! A form that unfolds where it stands. Whoever is sent to it finds it open: see `shell::land`.

use leptos::prelude::*;

/// A form under a line that opens it.
#[component]
pub fn Unfold(
    /// The line: “Plan a meeting”.
    #[prop(into)]
    title: String,
    /// Its name, for “New” to land on.
    at: &'static str,
    /// Whether it is open from the start.
    #[prop(optional)]
    open: bool,
    /// The form.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="inset" open=open data-at=at>
            <summary>{title}</summary>
            {children()}
        </details>
    }
}
