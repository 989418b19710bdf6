//! Words of the worksheet for doubts.

use super::dates::Calendar;
use crate::{domain::Day, insights::doubts::TalkingPoint};

pub const PLACE: &str = "When in doubt";
pub const WHAT: &str = "A page for both sides of it: what troubles you, what is good, what would have to change. For you alone, like the pulse.";
pub const BEGIN: &str = "Write down a doubt";
pub const PURPOSE: &str =
    "For you alone: it goes into no file that is shared. Leave it for two days, and read it again.";
pub const TROUBLES: &str = "What troubles me";
pub const TROUBLES_HINT: &str = "We talk about their week, and never about mine";
pub const GOOD: &str = "What is good all the same";
pub const GOOD_HINT: &str = "The honest questions";
pub const TRIED: &str = "What I tried";
pub const TRIED_HINT: &str = "An agenda the day before; it helped once";
pub const CHANGE: &str = "What would have to change";
pub const CHANGE_HINT: &str = "Ten minutes for my point, first";
pub const LEANING: &str = "Which way I lean";
pub const LEANINGS: [(&str, &str); 3] = [("continue", "Go on"), ("change", "Change something"), ("end", "End it")];
pub const LEANING_OPEN: &str = "I do not know yet";
pub const QUESTIONS: &str = "Questions for both sides";
pub const TALK: &str = "To talk about";
pub const TALK_HELP: &str = "What you put on the agenda is no longer for you alone. Put it as you would say it.";
pub const TALK_EMPTY: &str = "What you write above can become a point of the next agenda here.";
pub const CONTINUE_NEXT: &str =
    "Then let it be good for now. Note the pulse after the next meeting, and see whether it stays so.";
pub const CHANGE_NEXT: &str = "Say it at the next meeting, and write down together what you change.";
pub const CHANGE_LINK: &str = "To what you agreed on";
pub const END_NEXT: &str = "An end said aloud is a good one. Settle what is open, say thanks, keep what came of it.";
pub const END_LINK: &str = "End it well";

/// What one is called: “Doubt · Amara Osei, 3 Feb”.
pub fn title(with: &str, on: Day, calendar: &Calendar) -> String {
    format!("Doubt · {with}, {}", calendar.short(on))
}
pub fn heading(with: &str) -> String {
    format!("A doubt about {with}")
}
pub fn of(day: &str) -> String {
    format!("Written {day}")
}
/// A point of an agenda that begins from what was written.
pub fn point(point: TalkingPoint, opening: &str) -> String {
    match point {
        TalkingPoint::Good => format!("What I value: {opening}"),
        TalkingPoint::Troubles => format!("What I find hard: {opening}"),
        TalkingPoint::Change => format!("What would help me: {opening}"),
    }
}
