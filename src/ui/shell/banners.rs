//! What is said across the page until it is settled: that something is not kept, or was written twice.

use leptos::prelude::*;

use crate::storage::kept_file::FileProblem;
use crate::ui::{
    desk::{Desk, Trouble, kept_file::Following},
    parts::Button,
    reactive::Look,
    route::{Place, Route},
    words::{share, shell, versions},
};

/// Said where it is seen at once: that something is not kept as it should be, and what helps.
#[component]
pub fn TroubleBanner() -> impl IntoView {
    let desk = Desk::get();
    let trouble = Look::new(move || desk.trouble());
    let short = Look::new(move || desk.room.get().is_short() && desk.route.get() != Route::Settings);
    let backup = || view! { <a class="button" href=Place::Share.route().address()>{shell::trouble::BACKUP}</a> };
    let room = || view! { <a class="button plain" href=Route::Settings.address()>{shell::trouble::ROOM}</a> };
    let earlier = || view! { <a class="button plain" href=Route::History.address()>{shell::trouble::EARLIER}</a> };
    let stored = || view! { <a class="button plain" href=shell::trouble::STORED_ADDRESS>{shell::trouble::STORED}</a> };
    move || {
        let acts = match trouble.get() {
            None if short.get() => view! { {backup()}{room()} }.into_any(),
            None => return None,
            Some(Trouble::ShelfFull) => view! { {backup()}{room()} }.into_any(),
            Some(Trouble::JournalFull) => view! { {backup()}{earlier()} }.into_any(),
            Some(Trouble::Cleared) => view! {
                <Button look="main" word=shell::trouble::WRITE_BACK act=move |_| desk.write_back() />
                {backup()}
            }
            .into_any(),
            Some(Trouble::Outdated) => view! {
                {backup()}
                <Button look="plain" word=shell::trouble::RELOAD act=move |_| desk.reload() />
            }
            .into_any(),
            Some(Trouble::NotDurable | Trouble::NotOnShelf | Trouble::InMemory) => {
                view! { {backup()}{stored()} }.into_any()
            }
        };
        let said = trouble.get().map_or(shell::trouble::SHORT, shell::status::why);
        Some(view! {
            <div class="banner" role="region" aria-label=shell::trouble::NAME>
                <p>{said}</p>
                {acts}
            </div>
        })
    }
}

/// Said until it is settled: that the chosen file does not follow the notebook any more. That the browser wants to be
/// asked again after each visit is said in Share alone.
#[component]
pub fn FileBanner() -> impl IntoView {
    let desk = Desk::get();
    move || {
        let Following::Stopped(name, problem) = desk.following.get() else { return None };
        if problem == FileProblem::NotAllowed || desk.route.with(|route| *route == Route::Share) {
            return None;
        }
        Some(view! {
            <div class="banner" role="region" aria-label=share::file::TITLE>
                <p>{share::file::stopped(&name, &problem)}</p>
                <a class="button" href=Route::Share.address()>{shell::place(Place::Share)}</a>
            </div>
        })
    }
}

/// Said until it is settled: that something was written twice at the same time.
#[component]
pub fn TwiceBanner() -> impl IntoView {
    let desk = Desk::get();
    let waiting = desk.view(|notebook| notebook.entries().map(|entry| entry.trace.others.len()).sum::<usize>());
    let elsewhere = move || desk.route.with(|route| *route != Route::Versions);
    move || {
        (waiting.get() > 0 && elsewhere()).then(|| {
            view! {
                <div class="banner" role="region" aria-label=versions::TITLE>
                    <p>{versions::waiting(waiting.get())}</p>
                    <a class="button" href=Route::Versions.address()>{versions::CHOOSE}</a>
                </div>
            }
        })
    }
}
