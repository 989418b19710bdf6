//! Words around every screen: places, status, search, keys, notices.

use super::super::{
    desk::Offer,
    route::{Place, Tab},
};

pub const APP: &str = "Mentorbook";
pub const SKIP: &str = "Skip to the page";
pub const PLACES: &str = "Places";
pub const SEARCH: &str = "Find anything";
pub const SEARCH_KEY: &str = "Ctrl K";
pub const SETTINGS: &str = "Settings";
pub const GUIDE: &str = "Guide";
pub const HISTORY: &str = "History";
pub const KEYS: &str = "Keys";
pub const NEW: &str = "New";
/// While the arrow keys go through choices that have consequences.
pub const ENTER_SETS: &str = "Enter sets it.";
/// What can be done about something that was said.
pub fn offer(offer: Offer) -> &'static str {
    match offer {
        Offer::Undo => "Undo",
        Offer::Redo => "Do it again",
    }
}
pub const CLOSE: &str = "Close";
pub const MORE: &str = "More";
pub const REMOVE: &str = "Remove";
pub const ADD: &str = "Add";
/// An example, so that it is not taken for something written.
pub fn for_example(hint: &str) -> String {
    format!("For example: {hint}")
}
/// A name that was added once more, as it stands.
pub fn there_already(name: &str) -> String {
    format!("“{name}” is there already.")
}
pub const ADD_EMPTY: &str = "Write something first.";
pub const MOVE_UP: &str = "Move up";
pub const MOVE_DOWN: &str = "Move down";
pub const BESIDE: &str = "Beside this";
pub const WELCOME: &str = "Welcome";
pub const DISMISS: &str = "Dismiss";

pub fn place(place: Place) -> &'static str {
    match place {
        Place::Today => "Today",
        Place::Find => "Find",
        Place::People => "People",
        Place::Goals => "Goals",
        Place::Share => "Share",
    }
}

/// The title of the window.
pub fn window_title(screen: &str) -> String {
    format!("{screen} · {APP}")
}

pub fn tab(tab: Tab) -> &'static str {
    match tab {
        Tab::Meetings => "Meetings",
        Tab::Actions => "Actions",
        Tab::Feedback => "Feedback",
        Tab::Thanks => "Thanks",
        Tab::Pulse => "Pulse",
        Tab::About => "About",
    }
}

/// Questions one at a time.
pub mod steps {
    pub const NEXT: &str = "Next";
    pub const BACK: &str = "Back";

    /// “Step 2 of 6: What we work on”.
    pub fn step(at: usize, titles: &[&str]) -> String {
        format!("Step {} of {}: {}", at + 1, titles.len(), titles.get(at).copied().unwrap_or_default())
    }
}

pub mod status {
    use crate::ui::desk::Trouble;

    pub const SAVED: &str = "Saved";
    pub const SAVING: &str = "Saving";
    pub const NOT_SAVED: &str = "Not saved";
    /// Why something is not kept as it should be, and what helps.
    pub fn why(trouble: Trouble) -> &'static str {
        match trouble {
            Trouble::InMemory => {
                "This browser keeps nothing here. What you write lives only until this tab closes; save a backup before you leave."
            }
            Trouble::NotDurable => "Saved in local storage only: the journal that survives a crash cannot be reached.",
            Trouble::JournalFull => {
                "Saved in local storage only: there is no room for the journal that survives a crash. Save a backup, then let earlier days go."
            }
            Trouble::NotOnShelf => {
                "Not saved to local storage, which refused it. It lies in the journal, so nothing is lost."
            }
            Trouble::ShelfFull => {
                "Not saved to local storage, which is full. It lies in the journal, so nothing is lost. Save a backup, then make room."
            }
            Trouble::Cleared => {
                "What this site stored was cleared while your notebook was open. What you see lives only in this tab now. Write it back, or save a backup before you leave."
            }
            Trouble::Outdated => {
                "A newer Mentorbook has this notebook now, and this tab must not write over it. What you wrote here last is only in this tab: save a backup and open it after reloading."
            }
        }
    }
    pub const REFUSED: &str = "A field holds what does not fit there. It says why, and keeps it until you mend it.";
    pub fn backup_age(days: Option<i64>) -> String {
        match days {
            None => "no backup yet".to_owned(),
            Some(0) => "backed up today".to_owned(),
            Some(..0) => "last backup dated ahead".to_owned(),
            Some(1) => "backup 1 day old".to_owned(),
            Some(days) => format!("backup {days} days old"),
        }
    }
}

pub mod private {
    pub const MARK: &str = "Mark as private";
    pub const UNMARK: &str = "No longer private";
    pub const IS: &str = "Private, never shared";
}

pub mod erase {
    use crate::{
        domain::KindName,
        ui::words::{count, names},
    };

    pub const ERASE: &str = "Erase for good…";
    pub const ASK: &str = "Erase this for good?";
    pub const ELSEWHERE: &str =
        "Something was erased for good in another tab, so this page was loaded anew. Nothing else was changed.";
    pub const WAITS: &str = "Another tab is erasing something. Your notebook opens here as soon as it has ended.";
    pub const EVERYTHING: &str = "Everything was erased. Nothing of your notebook is left in this browser.";
    /// One of the two stores did not open on this visit.
    pub const OUT_OF_REACH: &str = "One of the two places where this browser keeps the notebook cannot be reached on this visit, so what it may hold is not erased. To be sure, clear this site’s data in the browser.";
    pub const EVERYTHING_IN_REACH: &str = "Everything that can be reached was erased.";
    pub const YES: &str = "Erase it";
    pub const NO: &str = "Keep it";
    /// What goes, and from where.
    pub fn what(title: &str, with_it: &[(KindName, usize)]) -> String {
        let with_it: Vec<_> = with_it.iter().map(|(kind, number)| names::counted(*kind, *number)).collect();
        let with_it = if with_it.is_empty() { String::new() } else { format!(", with {}", with_it.join(", ")) };
        let title = super::super::changes::quoted(title);
        format!(
            "{title} goes{with_it}: from the notebook, its journal, the earlier days and from Undo. The history forgets every step it had a part in. There is no way back. Files you saved are not touched."
        )
    }
    pub fn done(kind: KindName) -> String {
        format!("Erased a {} for good", names::kind(kind))
    }
    pub fn looked(texts: usize, left: usize) -> String {
        let looked = format!("Erased. {} stored here", count(texts, "text", "texts"));
        if left == 0 {
            format!("{looked} were looked through, and nothing of it is left.")
        } else {
            format!("{looked} were looked through; {left} of them, of other entries, hold some of the same words.")
        }
    }
    /// The same where one of the two stores is out of reach.
    pub fn in_reach(said: &str) -> String {
        format!("{said} {OUT_OF_REACH}")
    }
}

pub mod not_found {
    pub const HEADING: &str = "There is nothing at this address";
    pub const WHY: &str = "The link may be mistyped, or the entry was removed. Nothing else has changed.";
    pub const HOME: &str = "Go to Today";
}

pub mod search {
    pub const LABEL: &str = "Search all your notes";
    pub const HINT: &str = "Goals, meetings, people, steps: anything you wrote.";
    pub const NONE: &str = "Nothing found. Try fewer letters or another word.";
    pub const ONLY_GUIDE: &str = "Nothing in your notes; the guide speaks of it.";
    pub fn found(number: usize) -> String {
        super::super::count(number, "place found", "places found")
    }
    pub fn more(number: usize) -> String {
        format!("and {number} more; type another word to narrow it down")
    }
}

pub mod keys {
    pub const HEADING: &str = "Keys";
    pub const LIST: &[(&str, &str)] = &[
        ("Ctrl K, ⌘ K or /", "Find anything"),
        ("Ctrl Z or ⌘ Z", "Undo, outside a text field"),
        ("Ctrl Shift Z or ⌘ ⇧ Z", "Do it again"),
        ("N", "Write something new"),
        ("T, F, P, G, S", "Go to Today, Find, People, Goals, Share"),
        ("?", "Show these keys"),
        ("Esc", "Close what is open"),
    ];
    pub const SINGLE_OFF: &str = "Single keys are switched off in the settings.";
}

pub mod new {
    pub const HEADING: &str = "Write something new";
    pub const GOAL: &str = "A goal";
    pub const PERSON: &str = "A person";
    pub const PLAN: &str = "A finding plan";
    pub const EVENT: &str = "An event";
    pub const OUTREACH: &str = "An outreach";
    pub fn with(kind: crate::domain::KindName, name: &str) -> String {
        format!("A {} with {name}", super::super::names::kind(kind))
    }
}

pub mod update {
    pub const READY: &str = "A new version is ready.";
    pub const USE: &str = "Save and switch";
    pub const LATER: &str = "Later";
}

pub mod later {
    pub const UNDERWAY: &str = "Opening…";
    pub const FAILED: &str = "This page could not be loaded";
    pub const FAILED_WHY: &str =
        "A part of the app did not arrive, perhaps for want of a network. Nothing you wrote is affected.";
    pub const AGAIN: &str = "Try again";
}

pub mod trouble {
    pub const NAME: &str = "Not everything is kept";
    pub const BACKUP: &str = "Save a backup";
    pub const STORED: &str = "What is stored here";
    pub const ROOM: &str = "Make room";
    pub const EARLIER: &str = "Earlier days";
    pub const WRITE_BACK: &str = "Write it back";
    pub const RELOAD: &str = "Reload";
    pub const SHORT: &str =
        "Local storage is more than four fifths full. Save a backup, then make room before it is too late.";
    pub const REFILLED: &str = "The browser had cleared a part of what is stored here. The other part was whole, so nothing is missing; both have everything again.";
    pub const WRITTEN_BACK: &str = "It was written back. If you meant to erase it, the settings erase everything.";
    /// The page that needs no wasm, in `public/rescue.js`.
    pub const STORED_ADDRESS: &str = "#/rescue";
}

pub mod example {
    pub const NAME: &str = "Example notebook";
    pub const BANNER: &str = "This is an example. Your own notebook is untouched.";
    pub const LEAVE: &str = "Leave the example";
    pub const NOT_HERE: &str =
        "The example could not be loaded, perhaps for want of a network. Leave it, and look again later.";
}
