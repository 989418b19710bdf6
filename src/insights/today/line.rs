//! A line of the Today screen: its reason, in ids and days, and with it the one step that settles it.

use crate::{
    domain::{
        Action, Agreement, Appreciation, Candidate, CheckIn, Day, Direction, Event, Goal, Id, Meeting, Mentorship,
        Outreach, PartId, Plan, SignalKind,
    },
    insights::{
        rhythm::Standing,
        signals::{Evidence, Strength},
    },
};

/// Something that waits for the owner. Each variant names its reason; the step that settles it
/// stands in its first line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TodayLine {
    /// Log a meeting: it was planned, its day has passed, and nothing says what became of it (R2).
    LogMeeting {
        /// The meeting.
        meeting: Id<Meeting>,
        /// The day for which it was planned.
        on: Day,
    },
    /// Do what the owner promised: its day has passed (R4).
    MyActionOverdue {
        /// The action item.
        action: Id<Action>,
        /// The day it was promised.
        promised: Day,
        /// The day by which it should have been done.
        due: Day,
    },
    /// Do what the owner promised: its day is today or in the next three days (R4).
    MyActionDue {
        /// The action item.
        action: Id<Action>,
        /// The day it was promised.
        promised: Day,
        /// The day by which it should be done.
        due: Day,
    },
    /// Write or plan a meeting: more than the longest gap has passed (R2, H1).
    ContactOverdue {
        /// The mentorship.
        mentorship: Id<Mentorship>,
        /// Since when, and what was agreed.
        standing: Standing,
    },
    /// Ask for what the other side promised: its day has passed (H4).
    AskForAction {
        /// The action item.
        action: Id<Action>,
        /// The day it was promised.
        promised: Day,
        /// The day by which it should have been done.
        due: Day,
    },
    /// Answer a check-in, or ask again: it has waited more than seven days, and the two were not in
    /// contact since (H4).
    UnansweredCheckIn {
        /// The check-in.
        check_in: Id<CheckIn>,
        /// The mentorship it belongs to.
        mentorship: Id<Mentorship>,
        /// Who began: from the owner, the other side owes the answer; else the owner does.
        direction: Direction,
        /// Its day.
        on: Day,
        /// How many days it has waited.
        days: i64,
    },
    /// Look at how it goes between two people: something says that it does not go well, and no other line says the same
    /// (H1 to H4).
    Signal {
        /// The mentorship.
        mentorship: Id<Mentorship>,
        /// What seems to be wrong.
        kind: SignalKind,
        /// How sure that is, by what no other line says.
        strength: Strength,
        /// What weighs most of it.
        evidence: Evidence,
    },
    /// Ask again, or stop waiting: the day set for that has come and no reply has (F6).
    FollowUpOutreach {
        /// The outreach.
        outreach: Id<Outreach>,
        /// The day it was sent; none if it is still an intention.
        sent: Option<Day>,
        /// The day set for asking again.
        by: Day,
    },
    /// Look at a candidate again: the day set for that has come, and no outreach to them waits today (F8).
    FollowUpCandidate {
        /// The candidate.
        candidate: Id<Candidate>,
        /// The day set for looking again.
        by: Day,
    },
    /// Write to those met at an event: the day set for that has come (F1).
    FollowUpEvent {
        /// The event.
        event: Id<Event>,
        /// The day by which to write.
        by: Day,
        /// How many people were met.
        met: usize,
    },
    /// Say thank you: something helped, and for more than a week nobody was thanked for it (R7).
    SayThanks {
        /// In which mentorship.
        mentorship: Id<Mentorship>,
        /// What has waited longest.
        help: Id<Appreciation>,
        /// Its day.
        on: Day,
        /// How much more of the same mentorship waits, however old it is.
        more: usize,
    },
    /// Look at an agreement again: its day has come (R8).
    ReviewAgreement {
        /// The agreement.
        agreement: Id<Agreement>,
        /// With whom.
        mentorship: Id<Mentorship>,
        /// The day set for it.
        review_on: Day,
    },
    /// Look again at a goal: the day of its review has come (R8).
    ReviewGoal {
        /// The goal.
        goal: Id<Goal>,
        /// The day set for the review.
        review_on: Day,
        /// The last day on which anything happened to it.
        last_touched: Option<Day>,
    },
    /// Take a step of the finding plan: its day has come (F8).
    TakeStep {
        /// The plan.
        plan: Id<Plan>,
        /// The step.
        step: PartId,
        /// The day by which it should be done.
        due: Day,
    },
    /// Plan a meeting or write: the ideal days have passed (R2).
    ContactDue {
        /// The mentorship.
        mentorship: Id<Mentorship>,
        /// Since when, and what was agreed.
        standing: Standing,
    },
    /// Write to somebody with whom a mentorship has ended: the day set for that has come (H5).
    KeepInTouch {
        /// The mentorship.
        mentorship: Id<Mentorship>,
        /// The day set for it.
        on: Day,
    },
    /// Save a backup: there is work in the notebook that stands in no file, or in none of the last
    /// 30 days (K9).
    SaveBackup {
        /// The day of the last one, if there ever was one.
        last: Option<Day>,
        /// How many entries would be lost without one.
        entries: usize,
        /// Changes made since then, or ever.
        unsaved_changes: usize,
    },
}

/// How urgent a line is, the most urgent first: what fades or keeps somebody waiting stands before
/// what only slips.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Urgency {
    /// What happened at a meeting is forgotten within days.
    LogMeeting,
    /// Somebody waits for the owner.
    MyActionOverdue,
    /// Somebody will.
    MyActionDue,
    /// A relationship runs dry.
    ContactOverdue,
    /// The owner waits for somebody.
    AskForAction,
    /// One side waits for a word.
    UnansweredCheckIn,
    /// Something small may grow.
    Signal,
    /// A question was left without a reply.
    FollowUpOutreach,
    /// An open door may close.
    FollowUpCandidate,
    /// People met are forgotten soon.
    FollowUpEvent,
    /// Thanks come too late one day.
    SayThanks,
    /// A goal may have lost its sense.
    ReviewGoal,
    /// An agreement may no longer fit.
    ReviewAgreement,
    /// The search stands still.
    TakeStep,
    /// A word would be welcome.
    ContactDue,
    /// Somebody who was close is forgotten.
    KeepInTouch,
    /// Nothing is lost yet.
    SaveBackup,
}

impl TodayLine {
    /// How urgent it is; every kind of line has one urgency.
    #[must_use]
    pub fn urgency(&self) -> Urgency {
        match self {
            Self::LogMeeting { .. } => Urgency::LogMeeting,
            Self::MyActionOverdue { .. } => Urgency::MyActionOverdue,
            Self::MyActionDue { .. } => Urgency::MyActionDue,
            Self::ContactOverdue { .. } => Urgency::ContactOverdue,
            Self::AskForAction { .. } => Urgency::AskForAction,
            Self::UnansweredCheckIn { .. } => Urgency::UnansweredCheckIn,
            Self::Signal { .. } => Urgency::Signal,
            Self::FollowUpOutreach { .. } => Urgency::FollowUpOutreach,
            Self::FollowUpCandidate { .. } => Urgency::FollowUpCandidate,
            Self::FollowUpEvent { .. } => Urgency::FollowUpEvent,
            Self::SayThanks { .. } => Urgency::SayThanks,
            Self::ReviewAgreement { .. } => Urgency::ReviewAgreement,
            Self::ReviewGoal { .. } => Urgency::ReviewGoal,
            Self::TakeStep { .. } => Urgency::TakeStep,
            Self::ContactDue { .. } => Urgency::ContactDue,
            Self::KeepInTouch { .. } => Urgency::KeepInTouch,
            Self::SaveBackup { .. } => Urgency::SaveBackup,
        }
    }
}
