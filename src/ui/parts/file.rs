//! Files that somebody chooses: the browser's own choice, their bytes, and what is said of one that was not taken.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::Handler;
use crate::{
    exchange::{Reason, Refusal},
    ui::words::{problems, share},
};

/// Why a file was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotRead {
    /// The browser could not read it.
    ByBrowser,
    /// It is something else, or damaged.
    Refused(Refusal),
}

impl NotRead {
    /// It as a sentence.
    pub fn in_words(&self) -> String {
        match self {
            Self::Refused(refusal) => problems::reason(&refusal.reason),
            Self::ByBrowser => share::COULD_NOT_READ.to_owned(),
        }
    }
}

/// The bytes of a file. A large one is refused by its size, before it fills the memory.
pub async fn bytes_of(file: &web_sys::File, most: u64) -> Result<Vec<u8>, NotRead> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a file's size is a whole number")]
    let bytes = file.size() as u64;
    if bytes > most {
        return Err(NotRead::Refused(Refusal::whole(Reason::TooLarge { bytes, most })));
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| NotRead::ByBrowser)?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// What is said of a file that was not taken: where the trouble is, and why.
pub fn not_read(why: &NotRead) -> AnyView {
    let NotRead::Refused(refusal) = why else {
        return view! { <p class="problem" role="alert">{share::COULD_NOT_READ}</p> }.into_any();
    };
    let place = problems::place(refusal).map(|place| view! { <dt>{share::WHERE}</dt><dd>{place}</dd> });
    view! {
        <div class="note" role="alert">
            <p class="what">{share::REFUSED}</p>
            <dl class="facts">{place}<dt>{share::WHY}</dt><dd>{problems::reason(&refusal.reason)}</dd></dl>
            <p>{share::NOTHING_CHANGED}</p>
        </div>
    }
    .into_any()
}

/// A button that asks for files. The browser's own field says “No file chosen” in its own language, so it lies unseen
/// over a button of ours: it still takes the focus, a key, a click and files that are dropped on it, and screen readers
/// meet the browser's own field.
#[component]
pub fn ChooseFile(
    /// What is chosen: “Choose a file”.
    label: &'static str,
    /// Which kinds of file, as `accept` has them.
    #[prop(optional)]
    accept: Option<&'static str>,
    /// Whether several may be chosen at once.
    #[prop(optional)]
    many: bool,
    /// Takes each that was chosen.
    #[prop(into)]
    choose: Handler<web_sys::File>,
) -> impl IntoView {
    let on_change = move |event: web_sys::Event| {
        let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        let Some(input) = input else { return };
        if let Some(files) = input.files() {
            (0..files.length()).filter_map(|at| files.get(at)).for_each(|file| choose.run(file));
        }
        // The same file can be chosen again after it was mended.
        input.set_value("");
    };
    let accept = accept.unwrap_or(share::JSON_FILES);
    // With a title, the browser shows no name of a file under the pointer.
    view! {
        <label class="file">
            <input type="file" title=label accept=accept multiple=many on:change=on_change />
            <span class="button">{label}</span>
        </label>
    }
}
