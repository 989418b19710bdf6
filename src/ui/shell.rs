//! What stands around every screen: places, search, status, notices, keys.

pub mod banners;
mod focus;
mod keys;
mod new;
pub mod search;
mod update;

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

use super::{
    desk::{Desk, Offer, Status},
    later::{self, Arrival, Later, is_later},
    parts::{Button, Glyph, Icon},
    reactive::Look,
    route::{Place, Route},
    screens,
    start::switch_to,
    words::{self, sharing::reading, shell},
};
use crate::storage::Which;

pub use focus::{focus_when_there, keep_focus, keep_focus_at, land};

/// Which of the things that float above the page are open.
#[derive(Clone, Copy)]
struct Floating {
    search: RwSignal<bool>,
    new: RwSignal<bool>,
    keys: RwSignal<bool>,
}

/// The whole app.
#[component]
pub fn App(
    /// Whether the shell stands: the screen is drawn after it, in a turn of its own.
    stands: RwSignal<bool>,
) -> impl IntoView {
    let desk = Desk::get();
    let floating = Floating { search: RwSignal::new(false), new: RwSignal::new(false), keys: RwSignal::new(false) };
    let arrival = later::ask();
    follow_address(desk, arrival);
    let _listening = window_event_listener(ev::keydown, move |event| keys::press(desk, floating, &event));
    let _once = window_event_listener(ev::click, once);
    let _woken = window_event_listener(ev::pointerdown, move |_| desk.rest_keys(false));
    let reading = matches!(desk.which(), Which::Given(_));
    let place = Look::new(move || desk.route.with(Route::place));
    let places = Place::ALL
        .into_iter()
        .map(|it| {
            let current = move || (place.get() == Some(it)).then_some("page");
            view! {
                <a href=it.route().address() aria-current=current>
                    <Icon glyph=glyph(it) />
                    {shell::place(it)}
                </a>
            }
        })
        .collect_view();
    view! {
        <a class="skip button" href="#page" on:click=skip>{shell::SKIP}</a>
        <div class="shell" class:talk=move || desk.route.with(|route| matches!(route, Route::Talk(_)))>
            <div class="rail">
                <header class="top">
                    <a class="brand" href=Route::Today.address()><Icon glyph=Glyph::Mark />{shell::APP}</a>
                    {(!reading).then(|| view! {
                        <button type="button" class="button find" title=shell::SEARCH_KEY on:click=move |_| floating.search.set(true)>
                            <Icon glyph=Glyph::Search /><span>{shell::SEARCH}</span>
                        </button>
                        <button type="button" class="button" on:click=move |_| floating.new.set(true)>
                            <Icon glyph=Glyph::Plus /><span>{shell::NEW}</span>
                        </button>
                    })}
                </header>
                {(!reading).then(|| view! { <nav class="places" aria-label=shell::PLACES>{places}</nav> })}
                <Foot keys=floating.keys reading=reading />
            </div>
            <div class="column">
                <Banner />
                {move || later::part(Later::Banners)}
                <update::UpdateReady />
                {move || stands.get().then(|| view! { <screens::Screen /> })}
            </div>
        </div>
        <Notices />
        <search::Search open=floating.search />
        <new::New open=floating.new />
        <keys::Keys open=floating.keys />
    }
}

/// A double click on what makes something makes one.
fn once(event: web_sys::MouseEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let submits = target.is_some_and(|target| matches!(target.closest("button[type=submit]"), Ok(Some(_))));
    if submits && event.detail() > 1 {
        event.prevent_default();
    }
}

fn glyph(place: Place) -> Glyph {
    match place {
        Place::Today => Glyph::Today,
        Place::Find => Glyph::Find,
        Place::People => Glyph::People,
        Place::Goals => Glyph::Goals,
        Place::Share => Glyph::Share,
    }
}

/// The address bar decides which screen is open.
fn follow_address(desk: Desk, arrival: RwSignal<Arrival>) {
    let read = || Route::parse(&window().location().hash().unwrap_or_default());
    let first = read();
    let untouched = desk.which() == Which::Mine
        && desk.notebook.with_untracked(crate::domain::Notebook::is_empty)
        && desk.preferences.with_untracked(|it| !it.welcomed);
    if untouched && first == Route::Today {
        desk.go(&Route::Welcome);
    }
    desk.route.set(read());
    let _listening = window_event_listener(ev::hashchange, move |_| {
        let (before, now) = (desk.route.get_untracked(), read());
        if before == now {
            return;
        }
        desk.flush();
        let same = before.same_screen(&now);
        if !same {
            desk.move_on();
        }
        let here = !is_later(&now) || arrival.get_untracked() == Arrival::Here;
        desk.route.set(now);
        if here {
            arrive(desk, same);
        }
    });
    // A screen whose code comes after the address was changed is gone to when it has come.
    let went = desk.route.get_untracked();
    Effect::new(move |before: Option<Arrival>| {
        let now = arrival.get();
        let late = before == Some(Arrival::Underway) && now != Arrival::Underway;
        if late && desk.route.with_untracked(|route| is_later(route) && *route != went) {
            arrive(desk, false);
        }
        now
    });
}

/// Gives focus to what was gone to: the element that was asked for, or the heading of another screen.
fn arrive(desk: Desk, same: bool) {
    if desk.landing.with_untracked(Option::is_some) {
        land(desk);
    } else if !same {
        focus_when_there("main h1");
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
}

fn skip(event: web_sys::MouseEvent) {
    // The address belongs to the routes, so the link moves the focus itself.
    event.prevent_default();
    focus_when_there("main h1");
}

/// Settings, guide, history, keys, and how things stand with what was written.
#[component]
fn Foot(keys: RwSignal<bool>, reading: bool) -> impl IntoView {
    let desk = Desk::get();
    let current = move |route: Route| {
        move || desk.route.with(|now| std::mem::discriminant(now) == std::mem::discriminant(&route)).then_some("page")
    };
    let link = move |route: Route, glyph: Glyph, word: &'static str| {
        view! { <a href=route.address() aria-current=current(route)><Icon glyph=glyph /><span>{word}</span></a> }
    };
    view! {
        <footer class="foot">
            <nav class="beside" aria-label=shell::MORE>
                {link(Route::Guide(None), Glyph::Guide, shell::GUIDE)}
                {(!reading).then(|| view! {
                    {link(Route::History, Glyph::Clock, shell::HISTORY)}
                    {link(Route::Settings, Glyph::Settings, shell::SETTINGS)}
                    <button type="button" class="linkish" on:click=move |_| keys.set(true)>
                        <span class="key" aria-hidden="true">"?"</span><span>{shell::KEYS}</span>
                    </button>
                })}
            </nav>
            <StatusLine />
        </footer>
    }
}

/// “Saved”, “Saving” or “Not saved” with the reason.
#[component]
fn StatusLine() -> impl IntoView {
    let desk = Desk::get();
    let refused = move || desk.refused.get() > 0;
    let word = move || match desk.status.get() {
        _ if refused() => shell::status::NOT_SAVED,
        Status::Saving => shell::status::SAVING,
        Status::Trouble(trouble) if !trouble.is_kept() => shell::status::NOT_SAVED,
        Status::Saved | Status::Trouble(_) => shell::status::SAVED,
    };
    let glyph = move || match desk.status.get() {
        _ if refused() => Glyph::Attention,
        Status::Saved => Glyph::Saved,
        Status::Saving => Glyph::Saving,
        Status::Trouble(_) => Glyph::Attention,
    };
    let age = move || {
        let shown = desk.which() == Which::Mine && desk.notebook.with(|notebook| !notebook.is_empty());
        shown.then(|| format!(" · {}", shell::status::backup_age(desk.backup_days())))
    };
    let trouble = move || desk.trouble();
    view! {
        <div class="status" class:due=move || trouble().is_some() || refused()>
            <Icon glyph=glyph />
            <p><span role="status" data-status="">{word}</span>{age}<span class="why">{move || trouble().map(shell::status::why).or_else(|| refused().then_some(shell::status::REFUSED))}</span></p>
        </div>
    }
}

/// The way out of the example.
#[component]
fn Banner() -> impl IntoView {
    let desk = Desk::get();
    let leave = move |_| {
        leptos::task::spawn_local(async move {
            // The example is made anew each time; if it cannot be erased it is overwritten then.
            let _ = desk.erase().await;
            switch_to(Which::Mine, &Route::Today);
        });
    };
    let banner = |name: &'static str, text: String, button: AnyView| {
        view! { <div class="banner" role="region" aria-label=name><p>{text}</p>{button}</div> }
    };
    match desk.which() {
        Which::Mine => None,
        Which::Example => {
            let button = view! { <Button word=shell::example::LEAVE act=leave /> }.into_any();
            Some(banner(shell::example::NAME, shell::example::BANNER.to_owned(), button))
        }
        Which::Given(id) => {
            let from = desk.notebook.with_untracked(|notebook| notebook.get(id).map(|it| it.from.to_string()));
            let close = move |_| {
                leptos::task::spawn_local(async move {
                    desk.settled().await;
                    if desk.is_kept() {
                        switch_to(Which::Mine, &Route::Share)
                    } else {
                        desk.say(reading::NOT_KEPT, false)
                    }
                });
            };
            let button = view! { <Button word=reading::LEAVE act=close /> }.into_any();
            Some(banner(reading::A_SHARE, reading::banner(&from.unwrap_or_default()), button))
        }
    }
}

/// What was said last, with “Undo” where it can be taken back.
#[component]
fn Notices() -> impl IntoView {
    let desk = Desk::get();
    let go = move |offer| match offer {
        Offer::Undo => desk.undo(),
        Offer::Redo => desk.redo(),
    };
    let dismiss = move |_| {
        desk.notice.set(None);
        keep_focus();
    };
    view! {
        <div class="notices" role="status">
            {move || desk.notice.get().map(|notice| view! {
                <div class="notice">
                    <p>{notice.text}</p>
                    // Once something else was changed, “Undo” would take that back.
                    {notice.offers.filter(|(_, number)| *number == desk.changes_made.get()).map(|(offer, _)| view! {
                        <Button word=shell::offer(offer) act=move |_| go(offer) />
                    })}
                    <button type="button" class="button bare" title=shell::DISMISS aria-label=shell::DISMISS on:click=dismiss>
                        <Icon glyph=Glyph::Close />
                    </button>
                </div>
            })}
        </div>
    }
}

/// The title of the window follows the screen.
pub fn set_title(title: &str) {
    document().set_title(&words::shell::window_title(title));
}
