//! What mentorship is: entries, the notebook, changes and their rules.
//!
//! This floor knows no browser, no clock and no randomness: the day, the moment and the bits of new
//! ids are passed in.
//!
//! - [`id`], [`text`], [`day`], [`parts`]: small types that cannot hold a wrong value;
//! - one file per kind of entry: [`goal`], [`person`], [`mentorship`], [`agreement`], [`meeting`], [`check_in`],
//!   [`action`], [`feedback`], [`appreciation`], [`pulse`], [`doubt`], [`plan`], [`event`], [`outreach`],
//!   [`candidate`], [`card`], [`share`], [`comment`];
//! - [`pause`], [`signal`]: days that do not count, and what can go wrong between two people;
//! - [`fit`]: what makes somebody the right mentor;
//! - [`entry`]: what all kinds have in common; [`head`]: how that stands in a text;
//! - [`trace`]: who changed which field when, so that two copies can be merged;
//! - [`mod@pointer`]: a value of an entry by its path;
//! - [`order`]: putting things in order;
//! - [`change`] and [`notebook`]: the one way in which anything changes;
//! - [`links`]: which entry points to which, and what goes when one of them goes;
//! - `pointing`: the same from the other end.

pub mod action;
pub mod agreement;
pub mod appreciation;
pub mod candidate;
pub mod card;
pub mod change;
pub mod check_in;
pub mod comment;
pub mod day;
pub mod doubt;
pub mod entry;
pub mod event;
pub mod feedback;
pub mod fields;
pub mod fit;
pub mod goal;
pub mod head;
pub mod id;
pub mod links;
pub mod meeting;
pub mod mentorship;
pub mod notebook;
pub mod order;
pub mod outreach;
pub mod parts;
pub mod pause;
pub mod person;
pub mod plan;
pub mod pointer;
mod pointing;
pub mod pulse;
pub mod share;
pub mod signal;
pub mod text;
pub mod trace;

pub use action::{Action, ActionState, Owner};
pub use agreement::Agreement;
pub use appreciation::Appreciation;
pub use candidate::{Candidate, Stage, StageTurn};
pub use card::{Card, CardSide};
pub use change::{Change, Op};
pub use check_in::{Answer, CheckIn, Direction};
pub use comment::{Comment, Point};
pub use day::{Day, TimeOfDay, time_of_day};
pub use doubt::{Doubt, Leaning};
pub use entry::{Body, Draft, Entry, Kind, KindName, Tombstone};
pub use event::{Event, Guest, Met};
pub use feedback::{Feedback, Subject};
pub use fit::{Criterion, Judgement, Rating, Weights};
pub use goal::{Goal, GoalState, GoalTurn, Milestone, Review};
pub use id::{EntryId, Id, PartId};
pub use meeting::{AgendaPoint, Arrival, Channel, Meeting, MeetingState, Move, Who};
pub use mentorship::{Mentorship, MentorshipState, Rhythm, Side};
pub use notebook::Notebook;
pub use outreach::{Length, Message, MessageKind, Outreach, OutreachStage, Reply, ReplyKind};
pub use parts::{Part, Parts, Titled, Toward};
pub use pause::{Pause, Paused};
pub use person::Person;
pub use plan::{Plan, PlanState, Step, Strategy};
pub use pulse::Pulse;
pub use share::{Given, News, Share};
pub use signal::{SetAside, SignalKind};
pub use text::{Line, Text, TextProblem, Title};
pub use trace::{Clock, DeviceId, Stamp, Trace};
