//! Loading the page anew, and saying why afterwards.

use leptos::prelude::window;

use super::platform;

/// The key in the tab's own storage that says that the page was loaded anew because of another tab.
fn key() -> String {
    format!("mentorbook:{}:interrupted", platform::folder())
}

/// Why the page is loaded anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anew {
    /// Another tab erased something.
    Elsewhere,
    /// Everything was erased here.
    Everything,
}

/// Loads the page anew, and says why then.
pub fn begin(why: Anew) {
    if let Some(storage) = platform::tab_storage() {
        let why = if why == Anew::Everything { "everything" } else { "elsewhere" };
        let _ = storage.set_item(&key(), why);
    }
    let _ = window().location().reload();
}

/// Whether that is how this page came to be, and why.
pub fn why() -> Option<Anew> {
    let storage = platform::tab_storage()?;
    let why = storage.get_item(&key()).ok()??;
    let _ = storage.remove_item(&key());
    Some(if why == "everything" { Anew::Everything } else { Anew::Elsewhere })
}
