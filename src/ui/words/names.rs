//! What things are called.

use crate::domain::{
    Answer, Channel, Direction, GoalState, KindName, MeetingState, Owner, Side, TextProblem, Who,
};

pub fn kind(kind: KindName) -> &'static str {
    match kind {
        KindName::Goal => "goal",
        KindName::Person => "person",
        KindName::Mentorship => "mentorship",
        KindName::Meeting => "meeting",
        KindName::CheckIn => "check-in",
        KindName::Action => "action item",
        KindName::Feedback => "feedback",
        KindName::Plan => "finding plan",
        KindName::Event => "event",
        KindName::Outreach => "outreach",
    }
}

pub fn kinds(kind: KindName) -> &'static str {
    match kind {
        KindName::Goal => "Goals",
        KindName::Person => "People",
        KindName::Mentorship => "Mentorships",
        KindName::Meeting => "Meetings",
        KindName::CheckIn => "Check-ins",
        KindName::Action => "Action items",
        KindName::Feedback => "Feedback",
        KindName::Plan => "Finding plans",
        KindName::Event => "Events",
        KindName::Outreach => "Outreach",
    }
}

pub fn goal_state(state: GoalState) -> &'static str {
    match state {
        GoalState::Active => "Active",
        GoalState::Paused => "Paused",
        GoalState::Achieved => "Achieved",
        GoalState::LetGo => "Let go",
    }
}

pub fn meeting_state(state: &MeetingState) -> &'static str {
    match state {
        MeetingState::Planned => "Planned",
        MeetingState::Held => "Held",
        MeetingState::Missed { .. } => "Missed",
        MeetingState::Cancelled { .. } => "Cancelled",
    }
}

pub fn who(who: Who) -> &'static str {
    match who {
        Who::Me => "Me",
        Who::Them => "The other person",
        Who::Both => "Both of us",
    }
}

pub fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::InPerson => "In person",
        Channel::Video => "By video",
        Channel::Phone => "By phone",
        Channel::Email => "By e-mail",
        Channel::Message => "By message",
    }
}

pub fn side(side: Side) -> &'static str {
    match side {
        Side::Guided => "Guides me",
        Side::Guiding => "I guide",
    }
}

pub fn owner(owner: Owner) -> &'static str {
    match owner {
        Owner::Me => "Mine",
        Owner::Them => "Theirs",
    }
}

pub fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::FromMe => "From me",
        Direction::FromThem => "From them",
    }
}

pub fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Answered => "Answered",
        Answer::Waiting => "Waiting for an answer",
        Answer::NotNeeded => "No answer needed",
    }
}

pub fn text_problem(problem: TextProblem) -> String {
    match problem {
        TextProblem::Empty => "Something has to stand here. What stood before is kept.".to_owned(),
        TextProblem::TooLong { units, most } => {
            format!("This is {units} characters long, and {most} fit. Not saved until it is shorter.")
        }
        TextProblem::NotOneLine | TextProblem::NotTrimmed => "One line only, please.".to_owned(),
    }
}

/// The name of somebody who is no longer in the notebook.
pub const SOMEBODY: &str = "somebody who was removed";
/// A meeting without a title.
pub const A_MEETING: &str = "Meeting";
