//! A file that somebody chooses, read as a backup.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use crate::{
    exchange::{
        Backup, Reason, Refusal,
        backup::{self, MOST_BYTES},
    },
    storage::rescue,
    ui::{
        desk::Desk,
        parts::{Handler, unique},
        words::{problems, share},
    },
};

/// Why a file was not read as a backup.
#[derive(Clone)]
pub(super) enum NotRead {
    /// The browser could not read it.
    ByBrowser,
    /// It is no backup, or a damaged one.
    Refused(Refusal),
}

impl NotRead {
    pub(super) fn in_words(&self) -> String {
        match self {
            Self::Refused(refusal) => problems::reason(&refusal.reason),
            Self::ByBrowser => share::COULD_NOT_READ.to_owned(),
        }
    }
}

/// Reads a file, also one of the page of `rescue.js`. A large one is refused by its size, before it fills the memory.
pub(super) async fn read_backup(desk: Desk, file: &web_sys::File) -> Result<Backup, NotRead> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a file's size is a whole number")]
    let bytes = file.size() as u64;
    if bytes > MOST_BYTES {
        return Err(NotRead::Refused(Refusal::whole(Reason::TooLarge { bytes, most: MOST_BYTES })));
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| NotRead::ByBrowser)?;
    let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
    backup::read(&bytes).or_else(|refusal| {
        let (backup, unreadable) = rescue::read(&bytes, &desk.namespace()).ok_or(NotRead::Refused(refusal))?;
        if unreadable > 0 {
            desk.say(share::some_unreadable(unreadable), false);
        }
        Ok(backup)
    })
}

/// The browser's own choice of a file.
#[component]
pub(super) fn ChooseFile(label: &'static str, #[prop(into)] choose: Handler<web_sys::File>) -> impl IntoView {
    let id = unique("file");
    let on_change = move |event: web_sys::Event| {
        let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        let file = input.as_ref().and_then(|input| input.files()?.get(0));
        if let Some(file) = file {
            choose.run(file);
        }
        // The same file can be chosen again after it was mended.
        if let Some(input) = input {
            input.set_value("");
        }
    };
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <input id=id class="input" type="file" accept=".json,application/json" on:change=on_change />
        </div>
    }
}
