//! One button, and nothing else of an app: the least that the framework costs. `script/bench` measures it beside the app.
#![allow(missing_docs, reason = "a measurement")]

use leptos::prelude::*;

fn main() {
    leptos::mount::mount_to_body(|| {
        let pressed = RwSignal::new(0);
        view! {
            <h1>"Leptos"</h1>
            <button type="button" on:click=move |_| pressed.update(|it| *it += 1)>{pressed}</button>
        }
    });
}
