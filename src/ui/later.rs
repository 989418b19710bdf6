//! What comes after the first screen stands, and how it comes.
//!
//! The build cuts the wasm in two (`script/split.mjs`): what a first visit needs, and everything behind
//! the functions marked here. The second part is asked for as soon as the first screen is drawn, and
//! lies in the service worker's cache from then on; see “Sizes” in `docs/decisions.md`.

use std::{
    pin::pin,
    task::{Context, Poll, Waker},
};

use gloo_timers::future::TimeoutFuture;
use leptos::{
    prelude::*,
    task::spawn_local,
    wasm_split::{SplitLoaderError, wasm_split},
};

use super::{
    arriving, chores,
    desk::Desk,
    parts::Button,
    route::Route,
    screens::{self, Page},
    shell::{banners, search},
    words::shell::{APP, later},
};
use crate::domain::Notebook;

/// Whether the code of what comes later is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// It is on its way.
    Underway,
    /// It is here.
    Here,
    /// It did not come.
    Failed,
}

/// What comes later.
#[derive(Clone)]
pub enum Later {
    /// A screen.
    Screen(Route),
    /// What is inside the search dialog.
    Search(search::Memory),
    /// Opening a backup, on the first visit too.
    OpenBackup,
    /// What others gave one to read, on the first visit too.
    Given,
    /// What the banners say of trouble.
    Banners,
    /// Nothing to see: what is done when nobody waits.
    Chores(Desk),
}

/// Asks for the code: once the welcome stands, or at once where something is written, since what is seen first is then
/// among it. Whoever wants to know finds the answer in the context.
pub fn ask() -> RwSignal<Arrival> {
    let arrival = RwSignal::new(Arrival::Underway);
    provide_context(arrival);
    let desk = Desk::get();
    if desk.notebook.with_untracked(Notebook::is_empty) {
        request_animation_frame(move || fetch(arrival, desk));
    } else {
        fetch(arrival, desk);
    }
    arrival
}

fn fetch(arrival: RwSignal<Arrival>, desk: Desk) {
    arrival.set(Arrival::Underway);
    spawn_local(async move {
        let came = load().await.is_ok();
        arrival.set(if came { Arrival::Here } else { Arrival::Failed });
        if came {
            // What is seen comes first.
            TimeoutFuture::new(0).await;
            let _ = now(Later::Chores(desk));
        }
    });
}

/// Whether a screen is among the later ones.
pub fn is_later(route: &Route) -> bool {
    !matches!(route, Route::Welcome | Route::NotFound(_))
}

/// A later part, or what stands in its place until its code is here.
pub fn part(part: Later) -> AnyView {
    let Some(arrival) = use_context::<RwSignal<Arrival>>() else { return ().into_any() };
    let is_screen = matches!(part, Later::Screen(_));
    // Nobody waits for what there may be nothing to see of.
    if matches!(part, Later::Banners | Later::Given) && arrival.get() != Arrival::Here {
        return ().into_any();
    }
    let stand_in = match arrival.get() {
        Arrival::Here => match now(part) {
            Some(view) => return view,
            None => failed(arrival, is_screen),
        },
        Arrival::Underway => view! { <p class="soft" role="status">{later::UNDERWAY}</p> }.into_any(),
        Arrival::Failed => failed(arrival, is_screen),
    };
    if is_screen { view! { <Page title=APP>{stand_in}</Page> }.into_any() } else { stand_in }
}

fn failed(arrival: RwSignal<Arrival>, is_screen: bool) -> AnyView {
    let desk = Desk::get();
    view! {
        {is_screen.then(|| view! { <h1 tabindex="-1">{later::FAILED}</h1> })}
        <p role="alert">{later::FAILED_WHY}</p>
        <p class="acts"><Button look="main" word=later::AGAIN act=move |_| fetch(arrival, desk) /></p>
    }
    .into_any()
}

/// Draws a later part whose code is here. The function is asynchronous because its code might still have
/// to come; once it is here, the first look finds it done.
fn now(part: Later) -> Option<AnyView> {
    match pin!(draw(part)).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(view)) => Some(view),
        Poll::Ready(Err(_)) | Poll::Pending => None,
    }
}

#[allow(clippy::unnecessary_wraps, reason = "the macro asks for a result, in which it says that the code did not come")]
#[wasm_split(later, wasm_split_path = ::leptos::wasm_split, preload(load), fallible)]
fn draw(part: Later) -> Result<AnyView, SplitLoaderError> {
    Ok(match part {
        Later::Screen(route) => screens::later(route),
        Later::Search(memory) => view! { <search::Inside memory=memory /> }.into_any(),
        Later::OpenBackup => view! { <screens::OpenBackup /> }.into_any(),
        Later::Given => view! { <screens::Given /> }.into_any(),
        Later::Banners => {
            view! { <banners::TroubleBanner /><banners::FileBanner /><banners::TwiceBanner /> }.into_any()
        }
        Later::Chores(desk) => {
            chores::begin(desk);
            arriving::listen(desk);
            ().into_any()
        }
    })
}
