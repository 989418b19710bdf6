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
    /// Everything was erased here that could be reached: one of the two stores could not.
    InReach,
}

impl Anew {
    const ALL: [(Self, &'static str); 3] =
        [(Self::Elsewhere, "elsewhere"), (Self::Everything, "everything"), (Self::InReach, "in reach")];
}

/// Loads the page anew, and says why then.
pub fn begin(why: Anew) {
    if let Some(storage) = platform::tab_storage() {
        let word = Anew::ALL.iter().find(|(it, _)| *it == why).map_or("", |(_, word)| word);
        let _ = storage.set_item(&key(), word);
    }
    let _ = window().location().reload();
}

/// Whether that is how this page came to be, and why.
pub fn why() -> Option<Anew> {
    let storage = platform::tab_storage()?;
    let written = storage.get_item(&key()).ok()??;
    let _ = storage.remove_item(&key());
    Anew::ALL.into_iter().find(|(_, word)| *word == written).map(|(why, _)| why)
}
