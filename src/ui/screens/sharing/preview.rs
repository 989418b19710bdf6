//! The share as it would leave, seen first: its bytes, and the page that these bytes are to the one who reads them.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

use super::making::Making;
use crate::{
    exchange::share::file::{self, Received},
    ui::{
        desk::Desk,
        reactive::Look,
        screens::reading::sheets::{Beside, head, sheets},
        words::sharing::{self as words, sheet::counts},
    },
};

/// A share as a page to look at.
pub fn page(desk: Desk, received: &Received) -> AnyView {
    let nothing: Beside = Box::new(|_| ().into_any());
    let calendar = untrack(|| desk.calendar());
    view! { {head(&received.share, &calendar)}{sheets(&received.notebook(), &received.share, &nothing)} }.into_any()
}

/// What would leave now.
#[component]
pub(super) fn Preview(making: Making, text: Look<Option<String>>) -> impl IntoView {
    let desk = making.desk;
    let holds = desk.view(move |notebook| {
        let (_, share) = making.share(notebook).ok()?;
        Some((counts(&share), words::since(&share, &desk.calendar())))
    });
    let holds = move || match holds.get() {
        None => words::NOT_YET_SEEN.to_owned(),
        Some((kinds, since)) => {
            let bytes = text.with(|text| text.as_ref().map_or(0, String::len));
            let holds = words::holds(&kinds, bytes);
            since.map_or(holds.clone(), |since| format!("{holds}. {since}"))
        }
    };
    // The page and the letters are made when somebody looks.
    let (as_page, as_json) = (RwSignal::new(false), RwSignal::new(false));
    let open = |signal: RwSignal<bool>| {
        move |event: ev::Event| {
            let details = event.target().and_then(|it| it.dyn_into::<web_sys::HtmlDetailsElement>().ok());
            signal.set(details.is_some_and(|it| it.open()));
        }
    };
    let read = Look::new(move || as_page.get().then(|| text.get()).flatten());
    let page = move || {
        let text = read.get()?;
        let received = file::read(text.as_bytes()).ok()?;
        Some(page(desk, &received))
    };
    let letters = move || as_json.get().then(|| text.get()).flatten();
    view! {
        <p role="status">{holds}</p>
        <p class="small soft">{words::PREVIEW_WHAT}</p>
        <details class="inset" on:toggle=open(as_page)>
            <summary>{words::AS_PAGE}</summary>
            <div class="read">{page}</div>
        </details>
        <details class="inset" on:toggle=open(as_json)>
            <summary>{words::AS_JSON}</summary>
            <pre class="written" tabindex="0">{letters}</pre>
        </details>
    }
}
