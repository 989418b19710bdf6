//! Words of opening a share or a reply, and of taking a reply in.

use super::super::count;
use crate::exchange::share::taking::Fit;

pub fn is_share(from: &str, to: &str, day: &str) -> String {
    format!("This is what {from} shared with {to}, {day}.")
}
pub const IS_YOURS: &str = "You shared it yourself, from this notebook: this is how it reads.";
pub const READ_IT: &str = "Read it";
pub const READ_WHAT: &str =
    "It opens on a page of its own, apart from your notebook. You can comment there and send a reply back.";
pub const NOT_KEPT: &str =
    "This browser keeps nothing here, so it can be read and not answered. It is gone when this page closes.";

pub fn is_reply(from: &str, day: &str) -> String {
    format!("This is a reply from {from}, written {day}.")
}
pub const NOT_OURS: &str = "It answers something that was not shared from this notebook, so there is no place for it here. If you have another notebook, perhaps on another device, open it there.";
pub const NOTE_REMOVED: &str = "It answers a share whose note you have removed here, so what was in it is not known any more. Bring the note back with Undo or from an earlier day, then open the reply again.";
pub fn answers(name: &str, shared: &str) -> String {
    format!("It answers what you shared with {name}, {shared}.")
}
pub fn older(later: &str) -> String {
    format!("You have shared again since, {later}: some of it may be said about what has changed.")
}
pub const TITLE: &str = "Point by point";
pub fn take_this(what: &str, about: &str) -> String {
    format!("Take: {what} ({about})")
}
pub fn take(number: usize) -> String {
    format!("Take in {}", count(number, "point", "points"))
}
pub const ALL_THERE: &str = "Everything in it was taken in before.";
pub const NOTHING_FITS: &str = "Nothing in it can be taken in.";
pub const EMPTY: &str = "Nothing is said in it.";
pub fn taken(from: &str) -> String {
    format!("Took in a reply from {from}")
}
pub fn done(taken: usize, left: usize) -> String {
    let taken = format!("{} taken in", count(taken, "point", "points"));
    if left == 0 { taken } else { format!("{taken}, {left} left") }
}

/// What a point is, and what taking it does.
pub const DOES_COMMENT: &str = "It stands beside it, under their name.";
pub const SAYS_DONE: &str = "Says it is done";
pub const DOES_DONE: &str = "The action item is settled.";
pub const PROPOSES_ACTION: &str = "Something to do";
pub const DOES_ACTION: &str = "It becomes an action item of yours.";
pub const PROPOSES_AGENDA: &str = "Something to talk about";
pub fn does_agenda(meeting: Option<&str>) -> String {
    match meeting {
        Some(day) => format!("It goes on the agenda of {day}."),
        None => "A meeting is planned for it.".to_owned(),
    }
}
pub const PROPOSES_MEETING: &str = "A day to meet";
pub const DOES_MEETING: &str = "A meeting is planned for that day.";
pub const ABOUT_ALL: &str = "About all of it";
pub const ABOUT_GONE: &str = "About something you have removed since";

/// Why a point cannot be taken, or what is to be known of it.
pub fn fit(fit: Fit) -> &'static str {
    match fit {
        Fit::New => "",
        Fit::Changed => {
            "It says something else than when you took it in. Its words become these; what came of it stays."
        }
        Fit::There => "Taken in before.",
        Fit::NotShared => "It is about something that was not in the share, so it cannot be taken in.",
        Fit::NotToSettle => "It calls something done that is yours or settled already, so it cannot be taken in.",
        Fit::Past => "The day has passed, so it cannot be taken in.",
        Fit::OfAnother => "It goes by the name of another comment, so it cannot be taken in.",
    }
}

/// Beside an entry.
pub fn said(from: &str, day: &str) -> String {
    format!("{from}, {day}")
}
pub const BECAME: &str = "Became";
pub const SAID_ABOUT: &str = "What was said about it";
