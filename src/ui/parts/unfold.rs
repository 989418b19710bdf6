//! A form that unfolds where it stands, and by itself when somebody is sent to it.

use leptos::{html::Details, prelude::*};

/// A form under a line that opens it. Whoever lands on it finds it open.
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
    let details = NodeRef::<Details>::new();
    let unfold = move |_| {
        if let Some(details) = details.get_untracked() {
            details.set_open(true);
        }
    };
    view! {
        <details node_ref=details class="inset" open=open data-at=at tabindex="-1" on:focus=unfold>
            <summary>{title}</summary>
            {children()}
        </details>
    }
}
