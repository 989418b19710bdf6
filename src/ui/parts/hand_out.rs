//! The ways by which a file leaves the notebook: to the downloads, to the share sheet of the device, to where one pastes
//! from.

use leptos::{prelude::*, task::spawn_local};

use super::{Button, Handler};
use crate::ui::{
    desk::Desk,
    platform,
    reactive::Live,
    words::{problems, sharing},
};

/// How a file left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// To the downloads.
    Saved,
    /// To the share sheet.
    HandedOn,
    /// To where one pastes from.
    Copied,
}

/// A file that is to leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub text: String,
}

/// The longest text that is offered for pasting, in bytes: longer ones are refused or cut by programs for messages.
const MOST_PASTED: usize = 60_000;

/// The buttons. The file is asked for when one of them is pressed; none if it cannot leave yet.
#[component]
pub fn HandOut(
    /// What the first button says.
    word: &'static str,
    /// The file.
    #[prop(into)]
    file: Live<Option<File>>,
    /// It has left.
    #[prop(into)]
    done: Handler<Way>,
) -> impl IntoView {
    let desk = Desk::get();
    let file = move || untrack(|| file.get());
    let save = {
        let (file, done) = (file.clone(), done.clone());
        move |_| {
            let Some(file) = file() else { return };
            match platform::save_file(&file.name, &file.text) {
                Ok(()) => done.run(Way::Saved),
                Err(_) => desk.say(problems::COULD_NOT_SAVE_FILE, false),
            }
        }
    };
    let hand_on = platform::can_hand_on().then(|| {
        let (file, done) = (file.clone(), done.clone());
        let act = move |_| {
            let Some(file) = file() else { return };
            let done = done.clone();
            spawn_local(async move {
                // Whoever closes the sheet has changed their mind.
                if platform::hand_on(&file.name, &file.text).await.is_some() {
                    done.run(Way::HandedOn);
                }
            });
        };
        view! { <Button word=sharing::HAND_ON act=act /> }
    });
    let copy = move |_| {
        let Some(file) = file() else { return };
        if file.text.len() > MOST_PASTED {
            return desk.say(sharing::TOO_LONG, false);
        }
        let done = done.clone();
        spawn_local(async move {
            match platform::copy(&file.text).await {
                Some(()) => done.run(Way::Copied),
                None => desk.say(sharing::NOT_COPIED, false),
            }
        });
    };
    view! {
        <Button look="main" word=word act=save />
        {hand_on}
        <Button word=sharing::COPY act=copy />
    }
}
