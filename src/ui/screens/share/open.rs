//! One place that opens every file: it says what the file is, and what opening it would do, before anything happens.

use std::sync::Arc;

use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};

use super::{backup::Ready, reading::rescued, received::Share, reply::Reply};
use crate::{
    exchange::{
        Reason, Refusal,
        backup::MOST_BYTES,
        recognise::{Opened, Reading},
        sealed::{ENDING, letters_in, most_bytes},
    },
    storage::turns::Turn,
    ui::{
        arriving,
        desk::Desk,
        parts::{
            Button, ChooseFile, Handler, Unseal,
            file::{NotRead, bytes_of, not_read},
            unique,
        },
        platform,
        reactive::{Latest, Show},
        route::{Matches, Route},
        screens::{matches, people_in},
        shell::{keep_focus, keep_focus_at},
        words::{cards, people_in as people, problems, sealing, share},
    },
};

/// How far the opening of a file has come.
#[derive(Clone, Default)]
enum Stage {
    /// No file was chosen.
    #[default]
    None,
    /// It is read.
    Reading,
    /// It is sealed.
    Sealed { name: String, bytes: Arc<[u8]> },
    /// It was not taken.
    NotRead(NotRead),
    /// It was sealed, and what was in it is nothing that is opened here.
    Other { name: String, bytes: Arc<[u8]>, why: NotRead },
    /// It is right, and waits for a yes.
    Ready { name: String, opened: Arc<Opened>, was_sealed: bool },
}

/// A file, checked whole and shown before anything happens.
#[component]
pub fn Open() -> impl IntoView {
    let stage = RwSignal::new(Stage::default());
    let desk = Desk::get();
    let latest = Latest::new();
    let look = move |name: String, bytes: Vec<u8>, was_sealed: bool| {
        let is_latest = latest.begin();
        spawn_local(async move {
            let next = looked_at(desk, name, bytes, was_sealed).await;
            // Seeing what it would do is work of its own.
            TimeoutFuture::new(0).await;
            if is_latest() {
                stage.set(next);
            }
        });
    };
    let choose = move |file: web_sys::File| {
        stage.set(Stage::Reading);
        let is_latest = latest.begin();
        spawn_local(async move {
            let bytes = bytes_of(&file, most_bytes(MOST_BYTES)).await;
            // What is said of it is drawn before it is read.
            TimeoutFuture::new(0).await;
            match bytes {
                _ if !is_latest() => {}
                Ok(bytes) => look(file.name(), bytes, false),
                Err(why) => stage.set(Stage::NotRead(why)),
            }
        });
    };
    // What was dropped on the window, or opened from the system.
    Effect::new(move |_| {
        if let Some(file) = arriving::take() {
            choose(file);
        }
    });
    let paste = move |text: String| {
        // What was written in words around it, or quoted, is not part of it.
        let text = letters_in(&text).unwrap_or(text);
        look(share::PASTED.to_owned(), text.into_bytes(), false);
    };
    let close = Handler::from(move |()| {
        latest.end();
        stage.set(Stage::None);
        keep_focus();
    });
    let shown = move || match stage.get() {
        Stage::None => ().into_any(),
        Stage::Reading => view! { <p class="soft" role="status">{share::READING}</p> }.into_any(),
        Stage::NotRead(why) => not_read(&why),
        Stage::Other { name, bytes, why } => {
            // What tries to be a file of ours says where it fails.
            let is_ours = matches!(bytes.trim_ascii_start().first(), Some(b'{' | b'['));
            let what = if is_ours { not_read(&why) } else { other_inside(&bytes) };
            view! { {what}{give_back(desk, name, bytes)} }.into_any()
        }
        Stage::Sealed { name, bytes } => {
            let called = name.clone();
            let opened = move |bytes: Vec<u8>| {
                look(called.clone(), bytes, true);
                // The passphrase was asked for where this is shown now.
                keep_focus_at("[data-at=opened]");
            };
            view! { <Unseal name=name sealed=bytes opened=opened leave=close.clone() /> }.into_any()
        }
        Stage::Ready { name, opened, was_sealed } => what_it_is(&name, &opened, was_sealed, &close),
    };
    view! {
        <p>{share::OPEN_WHAT}</p>
        <ChooseFile label=share::CHOOSE accept=share::FILES choose=choose />
        <Paste paste=paste />
        <div data-at="opened" tabindex="-1">{shown}</div>
    }
}

/// What is said of something else that was in a seal.
fn other_inside(bytes: &[u8]) -> AnyView {
    let is_page = bytes.trim_ascii_start().get(..9).is_some_and(|begin| begin.eq_ignore_ascii_case(b"<!doctype"));
    view! {
        <div class="inset" role="status">
            <p class="what">{sealing::IS_OPEN}</p>
            <p>{if is_page { sealing::A_PAGE } else { sealing::SOMETHING_ELSE }}</p>
        </div>
    }
    .into_any()
}

/// What was in a seal, for another program.
fn give_back(desk: Desk, name: String, bytes: Arc<[u8]>) -> AnyView {
    let save = move |_| {
        let name = name.strip_suffix(".txt").unwrap_or(&name).strip_suffix(ENDING).unwrap_or(sealing::WHAT_WAS_IN_IT);
        if platform::save_bytes(name, &bytes).is_err() {
            desk.say(problems::COULD_NOT_SAVE_FILE, false);
        }
    };
    view! { <p class="acts"><Button look="main" word=sealing::GIVE_BACK act=save /></p> }.into_any()
}

/// What comes of reading a file, also one of the page of `rescue.js`.
async fn looked_at(desk: Desk, name: String, bytes: Vec<u8>, was_sealed: bool) -> Stage {
    let read = match read(&bytes).await {
        Ok(opened) => Ok(opened),
        Err(refusal) => rescued(desk, &bytes, refusal).map(Opened::Backup),
    };
    match read {
        Ok(opened) => Stage::Ready { name, opened: opened.into(), was_sealed },
        Err(NotRead::Refused(Refusal { reason: Reason::Sealed, .. })) => Stage::Sealed { name, bytes: bytes.into() },
        Err(why) if was_sealed => Stage::Other { name, bytes: bytes.into(), why },
        Err(why) => Stage::NotRead(why),
    }
}

/// Reads a file, in turns.
async fn read(bytes: &[u8]) -> Result<Opened, Refusal> {
    let (mut reading, turn) = (Reading::begin(bytes)?, Turn::begin());
    while reading.read_on()? {
        turn.pause().await;
    }
    reading.end()
}

/// A text that came in a message.
#[component]
fn Paste(#[prop(into)] paste: Handler<String>) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let id = unique("field");
    let open = move |_| paste.run(text.get_untracked());
    view! {
        <details class="more">
            <summary class="small">{share::PASTE}</summary>
            <div class="field">
                <label for=id.clone()>{share::PASTE_HERE}</label>
                <textarea id=id class="input" rows="3" spellcheck="false" prop:value=text on:input=move |event| text.set(event_target_value(&event))></textarea>
            </div>
            <Show when=move || text.with(|text| !text.trim().is_empty())>
                <p class="acts"><Button word=share::PASTE_OPEN act=open.clone() /></p>
            </Show>
        </details>
    }
}

fn what_it_is(name: &str, opened: &Opened, was_sealed: bool, close: &Handler<()>) -> AnyView {
    let leave = {
        let close = close.clone();
        move |_| close.run(())
    };
    let elsewhere = |what: String, word: &'static str, go: Box<dyn Fn()>| {
        let act = move |_| go();
        view! {
            <div class="inset" role="region" aria-label=share::PREVIEW>
                <p role="status">{what}</p>
                <p class="acts"><Button look="main" word=word act=act /><Button word=share::LEAVE act=leave /></p>
            </div>
        }
        .into_any()
    };
    let desk = Desk::get();
    match opened {
        Opened::Backup(backup) => {
            view! { <Ready name=name.to_owned() backup=backup.clone() close=close.clone() /> }.into_any()
        }
        Opened::Share(received) => {
            view! { <Share received=(**received).clone() was_sealed=was_sealed close=close.clone() /> }.into_any()
        }
        Opened::Reply(reply) => view! { <Reply reply=reply.clone() close=close.clone() /> }.into_any(),
        Opened::Cards(found) => {
            let file = found.clone();
            let go = move || {
                spawn_local(matches::open(file.clone()));
                desk.go(&Route::Matches(Matches::default()));
            };
            elsewhere(cards::opened(found), share::SEE_MATCHES, Box::new(go))
        }
        Opened::People(found) => {
            let (file, called) = (found.clone(), name.to_owned());
            let go = move || {
                people_in::hand_over(called.clone(), file.clone());
                desk.go(&Route::PeopleIn);
            };
            elsewhere(people::file(name, found.found.len()), share::SEE_PEOPLE, Box::new(go))
        }
    }
}
