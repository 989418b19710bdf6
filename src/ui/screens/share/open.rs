//! One place that opens every file: it says what the file is, and what opening it would do, before anything happens.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use super::{backup::Ready, reading::rescued, received::Share, reply::Reply};
use crate::{
    exchange::{
        backup::MOST_BYTES,
        recognise::{self, Opened},
    },
    ui::{
        arriving,
        desk::Desk,
        parts::{
            Button, ChooseFile, Handler,
            file::{NotRead, bytes_of, not_read},
            unique,
        },
        reactive::Show,
        route::{Matches, Route},
        screens::{matches, people_in},
        shell::keep_focus,
        words::{cards, people_in as people, share},
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
    /// It was not taken.
    NotRead(NotRead),
    /// It is right, and waits for a yes.
    Ready { name: String, opened: Arc<Opened> },
}

/// A file, checked whole and shown before anything happens.
#[component]
pub fn Open() -> impl IntoView {
    let stage = RwSignal::new(Stage::default());
    let desk = Desk::get();
    let look = move |name: String, read: Result<Opened, NotRead>| {
        stage.set(match read {
            Ok(opened) => Stage::Ready { name, opened: opened.into() },
            Err(why) => Stage::NotRead(why),
        });
    };
    let choose = move |file: web_sys::File| {
        stage.set(Stage::Reading);
        spawn_local(async move {
            let read = match bytes_of(&file, MOST_BYTES).await {
                Ok(bytes) => read(desk, &bytes),
                Err(why) => Err(why),
            };
            look(file.name(), read);
        });
    };
    // What was dropped on the window, or opened from the system.
    Effect::new(move |_| {
        if let Some(file) = arriving::take() {
            choose(file);
        }
    });
    let paste = move |text: String| look(share::PASTED.to_owned(), read(desk, text.as_bytes()));
    let close = Handler::from(move |()| {
        stage.set(Stage::None);
        keep_focus();
    });
    let shown = move || match stage.get() {
        Stage::None => ().into_any(),
        Stage::Reading => view! { <p class="soft" role="status">{share::READING}</p> }.into_any(),
        Stage::NotRead(why) => not_read(&why),
        Stage::Ready { name, opened } => what_it_is(&name, &opened, &close),
    };
    view! {
        <p>{share::OPEN_WHAT}</p>
        <ChooseFile label=share::CHOOSE accept=share::FILES choose=choose />
        <Paste paste=paste />
        {shown}
    }
}

/// Reads a file, also one of the page of `rescue.js`.
fn read(desk: Desk, bytes: &[u8]) -> Result<Opened, NotRead> {
    recognise::open(bytes).or_else(|refusal| rescued(desk, bytes, refusal).map(Opened::Backup))
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

fn what_it_is(name: &str, opened: &Opened, close: &Handler<()>) -> AnyView {
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
        Opened::Share(received) => view! { <Share received=(**received).clone() close=close.clone() /> }.into_any(),
        Opened::Reply(reply) => view! { <Reply reply=reply.clone() close=close.clone() /> }.into_any(),
        Opened::Cards(found) => {
            let file = found.clone();
            let go = move || {
                matches::open(&file);
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
