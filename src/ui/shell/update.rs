//! “A new version is ready”: it waits for a click, and everything is saved first.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};

use crate::ui::{desk::Desk, parts::Button, reactive::Show, words::shell::update};

fn waiting() -> Option<js_sys::Object> {
    let found = js_sys::Reflect::get(&window(), &"mentorbookUpdate".into()).ok()?;
    found.dyn_into().ok()
}

fn is_ready() -> bool {
    let ready = waiting().and_then(|update| js_sys::Reflect::get(&update, &"ready".into()).ok());
    ready.is_some_and(|ready| ready.is_truthy())
}

/// The news of another version, where there is one.
#[component]
pub(super) fn UpdateReady() -> impl IntoView {
    let desk = Desk::get();
    let ready = RwSignal::new(is_ready());
    let listener = Closure::<dyn FnMut()>::new(move || ready.set(true));
    let _ = window().add_event_listener_with_callback("mentorbook:update-ready", listener.as_ref().unchecked_ref());
    // The app lives as long as the page.
    listener.forget();
    let switch = move |_| {
        leptos::task::spawn_local(async move {
            desk.settled().await;
            if let Some(update) = waiting()
                && let Ok(activate) = js_sys::Reflect::get(&update, &"activate".into())
                && let Ok(activate) = activate.dyn_into::<js_sys::Function>()
            {
                let _ = activate.call0(&update);
            }
        });
    };
    view! {
        <Show when=move || ready.get()>
            <div class="banner" role="region" aria-label=update::READY>
                <p>{update::READY}</p>
                <Button look="main" word=update::USE act=switch />
                <Button look="plain" word=update::LATER act=move |_| ready.set(false) />
            </div>
        </Show>
    }
}
