//! What is typed and not yet a change, kept so that it survives a closed tab: under the name of its form.

use leptos::prelude::*;

use crate::{
    storage::{Raw, Shelf, local::LocalShelf},
    ui::desk::Desk,
};

/// The key of a draft.
pub fn key(desk: Desk, name: &str) -> String {
    desk.namespace().one(&format!("draft-{name}"))
}

/// The draft under a key.
pub fn read(key: &str) -> Option<String> {
    match LocalShelf::new().ok()?.get(key).ok()?? {
        Raw::Text(text) => Some(text),
        Raw::Units(_) => None,
    }
}

/// What is typed into a form that is not sent yet: it survives leaving the page and a reload.
#[derive(Clone, Copy)]
pub struct Typed {
    /// The text.
    pub text: RwSignal<String>,
    key: StoredValue<String>,
}

impl Typed {
    /// It was sent, and stays on screen as it is until that is left; then it is no draft any more.
    pub fn stays(self) {
        self.key.with_value(|key| keep(key, ""));
    }

    /// It was sent, and is no draft any more. At once: the form may leave the page with that.
    pub fn sent(self) {
        self.key.with_value(|key| keep(key, ""));
        self.text.set(String::new());
    }
}

/// What is typed into the form of this name.
pub fn typed(desk: Desk, name: &str) -> Typed {
    let key = key(desk, name);
    let text = RwSignal::new(read(&key).unwrap_or_default());
    let key = StoredValue::new(key);
    Effect::new(move |before: Option<()>| {
        let now = text.get();
        if before.is_some() {
            key.with_value(|key| keep(key, &now));
        }
    });
    Typed { text, key }
}

/// Keeps what is typed; where there is no room for it, it stands on screen all the same.
pub fn keep(key: &str, text: &str) {
    if let Ok(shelf) = LocalShelf::new() {
        let _ = if text.is_empty() { shelf.remove(key) } else { shelf.set(key, text) };
    }
}
