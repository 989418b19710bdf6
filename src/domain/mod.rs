//! What mentorship is: entries, the notebook, changes and their rules.
//!
//! This floor knows no browser, no clock and no randomness: the day, the moment and the bits of new
//! ids are passed in.
//!
//! - [`id`], [`text`], [`parts`]: small types that cannot hold a wrong value;
//! - one file per kind of entry: [`goal`], [`person`], [`mentorship`], [`meeting`], [`check_in`],
//!   [`action`], [`feedback`], [`plan`], [`event`], [`outreach`],
//!   [`candidate`];
//! - [`fit`]: what makes somebody the right mentor;
//! - [`entry`]: what all kinds have in common;
//! - [`trace`]: who changed which field when, so that two copies can be merged;
//! - [`pointer`]: a value of an entry by its path;
//! - [`order`]: putting things in order;
//! - [`change`] and [`notebook`]: the one way in which anything changes;
//! - [`links`]: which entry points to which, and what goes when one of them goes.

pub mod action;
pub mod candidate;
pub mod change;
pub mod check_in;
pub mod entry;
pub mod event;
pub mod feedback;
pub mod fields;
pub mod fit;
pub mod goal;
pub mod id;
pub mod links;
pub mod meeting;
pub mod mentorship;
pub mod notebook;
pub mod order;
pub mod outreach;
pub mod parts;
pub mod person;
pub mod plan;
pub mod pointer;
pub mod text;
pub mod trace;

pub use action::{Action, ActionState, Owner};
pub use candidate::{Candidate, Stage, StageTurn};
pub use change::{Change, Op};
pub use check_in::{Answer, CheckIn, Direction};
pub use entry::{Body, Draft, Entry, Kind, KindName, Tombstone};
pub use event::{Event, Guest, Met};
pub use feedback::Feedback;
pub use fit::{Criterion, Judgement, Rating, Weights};
pub use goal::{Goal, GoalState, GoalTurn, Milestone, Review};
pub use id::{EntryId, Id, PartId};
pub use meeting::{AgendaPoint, Channel, Meeting, MeetingState, Who};
pub use mentorship::{Mentorship, MentorshipState, Rhythm, Side};
pub use notebook::Notebook;
pub use outreach::{Outreach, OutreachStage, Reply, ReplyKind};
pub use parts::{Part, Parts, Titled, Toward};
pub use person::Person;
pub use plan::{Plan, PlanState, Step, Strategy};
pub use text::{Line, Text, TextProblem, Title};
pub use trace::{Clock, DeviceId, Stamp, Trace};

/// A calendar day, without time or zone: it means what was written, wherever it is read.
pub type Day = chrono::NaiveDate;

/// A wall-clock time of a day, to the minute.
pub type TimeOfDay = chrono::NaiveTime;

/// Reads a time of day as files and fields write it: `09:30`. The parser of `chrono` knows many more
/// forms, and is ten times as large.
#[must_use]
pub fn time_of_day(text: &str) -> Option<TimeOfDay> {
    let (hour, minute) = text.split_once(':')?;
    let number = |digits: &str| {
        let two = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
        two.then(|| digits.parse().ok()).flatten()
    };
    TimeOfDay::from_hms_opt(number(hour)?, number(minute)?, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_day_is_two_numbers_of_two_digits() {
        assert_eq!(time_of_day("09:30"), TimeOfDay::from_hms_opt(9, 30, 0));
        for wrong in ["", "9:30", "09:60", "24:00", "09:30:00", "+9:30", "09-30", "０９:30"] {
            assert_eq!(time_of_day(wrong), None, "{wrong}");
        }
    }
}
