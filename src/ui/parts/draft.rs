//! What is typed and not yet a change, kept so that it survives a closed tab: under the name of its form.

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

/// Keeps what is typed; where there is no room for it, it stands on screen all the same.
pub fn keep(key: &str, text: &str) {
    if let Ok(shelf) = LocalShelf::new() {
        let _ = if text.is_empty() { shelf.remove(key) } else { shelf.set(key, text) };
    }
}
