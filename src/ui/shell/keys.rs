//! Keys, each of which has a button too, and the list of them.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::Floating;
use crate::{
    storage::Which,
    ui::{desk::Desk, parts::dialog::Dialog, route::Place, words::shell::keys},
};

/// What a key does.
pub(super) fn press(desk: Desk, floating: Floating, event: &web_sys::KeyboardEvent) {
    let typing = is_typing(event);
    let command = event.ctrl_key() || event.meta_key();
    let key = event.key();
    // What somebody shared is one page: there is nowhere to go and nothing to find.
    let reading = matches!(desk.which(), Which::Given(_));
    if command && !event.alt_key() {
        match key.to_ascii_lowercase().as_str() {
            "k" if !reading => floating.search.set(true),
            "z" if typing && has_own_undo(event) => return,
            "z" if event.shift_key() => desk.redo(),
            "z" => desk.undo(),
            _ => return,
        }
        event.prevent_default();
        return;
    }
    if matches!(&*key, "Tab" | "Escape") {
        desk.rest_keys(false);
    }
    // The page itself is asked: the news that a dialog was closed comes a moment after it.
    let open = document().query_selector("dialog[open]").is_ok_and(|found| found.is_some());
    let allowed = desk.preferences.with_untracked(|it| it.single_keys);
    if key == "Escape" && !open && desk.notice.with_untracked(Option::is_some) {
        desk.notice.set(None);
        super::keep_focus();
    }
    if reading || command || event.alt_key() || typing || open || !allowed || desk.keys_rest() {
        return;
    }
    match key.to_ascii_lowercase().as_str() {
        "?" => floating.keys.set(true),
        "/" => floating.search.set(true),
        "n" => floating.new.set(true),
        "t" => desk.go(&Place::Today.route()),
        "f" => desk.go(&Place::Find.route()),
        "p" => desk.go(&Place::People.route()),
        "g" => desk.go(&Place::Goals.route()),
        "s" => desk.go(&Place::Share.route()),
        _ => return,
    }
    event.prevent_default();
}

/// Whether a key belongs to a field in which somebody types.
fn is_typing(event: &web_sys::KeyboardEvent) -> bool {
    let Some(element) = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) else {
        return false;
    };
    match element.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => !matches!(element.get_attribute("type").as_deref(), Some("checkbox" | "radio")),
        _ => false,
    }
}

/// Whether the browser takes back what was typed into this field.
fn has_own_undo(event: &web_sys::KeyboardEvent) -> bool {
    let field = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    field.is_none_or(|field| !matches!(field.type_().as_str(), "date" | "time" | "file"))
}

/// The list of keys.
#[component]
pub(super) fn Keys(open: RwSignal<bool>) -> impl IntoView {
    let desk = Desk::get();
    let off =
        move || desk.preferences.with(|it| !it.single_keys).then(|| view! { <p class="soft">{keys::SINGLE_OFF}</p> });
    view! {
        <Dialog open=open title=keys::HEADING>
            <dl class="facts keys">
                {keys::LIST.iter().map(|(key, what)| view! { <dt><kbd>{*key}</kbd></dt><dd>{*what}</dd> }).collect_view()}
            </dl>
            {off}
        </Dialog>
    }
}
