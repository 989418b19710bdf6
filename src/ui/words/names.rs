//! What things are called.

use super::dates::Calendar;
use crate::domain::{
    Answer, CardSide, Channel, Direction, GoalState, KindName, MeetingState, Owner, Side, Stage, TextProblem, Who,
};
use crate::insights::{search::Field, titles::EntryTitle};

pub fn kind(kind: KindName) -> &'static str {
    match kind {
        KindName::Goal => "goal",
        KindName::Person => "person",
        KindName::Mentorship => "mentorship",
        KindName::Agreement => "agreement",
        KindName::Meeting => "meeting",
        KindName::CheckIn => "check-in",
        KindName::Action => "action item",
        KindName::Feedback => "feedback",
        KindName::Appreciation => "appreciation",
        KindName::Pulse => "pulse",
        KindName::Doubt => "doubt",
        KindName::Plan => "finding plan",
        KindName::Event => "event",
        KindName::Outreach => "outreach",
        KindName::Candidate => "candidate",
        KindName::Card => "card",
        KindName::Share => "share",
        KindName::Comment => "comment",
    }
}

pub fn kinds(kind: KindName) -> &'static str {
    match kind {
        KindName::Goal => "Goals",
        KindName::Person => "People",
        KindName::Mentorship => "Mentorships",
        KindName::Agreement => "Agreements",
        KindName::Meeting => "Meetings",
        KindName::CheckIn => "Check-ins",
        KindName::Action => "Action items",
        KindName::Feedback => "Feedback",
        KindName::Appreciation => "Appreciations",
        KindName::Pulse => "Pulses",
        KindName::Doubt => "Doubts",
        KindName::Plan => "Finding plans",
        KindName::Event => "Events",
        KindName::Outreach => "Outreach",
        KindName::Candidate => "Candidates",
        KindName::Card => "Cards",
        KindName::Share => "Shares",
        KindName::Comment => "Comments",
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

pub fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Spotted => "Spotted",
        Stage::Researching => "Researching",
        Stage::ReachedOut => "Reached out",
        Stage::Talking => "Talking",
        Stage::Agreed => "Agreed",
        Stage::Declined => "Declined",
        Stage::Parked => "Parked",
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

/// When somebody came, in the words of the file format and ours.
pub const ARRIVAL: [(&str, &str); 2] = [("on-time", "On time"), ("late", "Late")];

/// Who it was, in the words of the file format and ours.
pub const WHO: [(&str, &str); 3] = [("me", "Me"), ("them", "The other person"), ("both", "Both of us")];

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

pub fn card_side(side: CardSide) -> &'static str {
    match side {
        CardSide::Mentor => "Mentor",
        CardSide::Mentee => "Mentee",
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

/// A day that was left without its month or year.
pub const NOT_A_DAY: &str = "This is not a whole day. What stood before is kept.";
/// A time that was left without its minutes.
pub const NOT_A_TIME: &str = "This is not a whole time. What stood before is kept.";
/// A number out of its range.
pub fn not_a_number(range: (u16, u16)) -> String {
    format!("A whole number from {} to {}. What stood before is kept.", range.0, range.1)
}

/// The name of somebody who is no longer in the notebook.
pub const SOMEBODY: &str = "somebody who was removed";
/// A meeting without a title.
pub const A_MEETING: &str = "Meeting";

/// What an entry is called in a list of many kinds.
pub fn entry(title: &EntryTitle, calendar: &Calendar) -> String {
    let with = |person: &Option<String>| person.clone().unwrap_or_else(|| SOMEBODY.to_owned());
    match title {
        EntryTitle::Goal { title } | EntryTitle::Plan { title } => title.clone(),
        EntryTitle::Person { name } => name.clone(),
        EntryTitle::Mentorship { person, side } => format!("{} · {}", with(person), self::side(*side).to_lowercase()),
        EntryTitle::Meeting { person, on, title, .. } => {
            let what = title.clone().unwrap_or_else(|| A_MEETING.to_owned());
            format!("{what} · {}, {}", with(person), calendar.short(*on))
        }
        EntryTitle::CheckIn { person, on, about } => format!("{about} · {}, {}", with(person), calendar.short(*on)),
        EntryTitle::Action { person, title, .. } => format!("{title} · {}", with(person)),
        EntryTitle::Feedback { person, on, opening, .. } => {
            let goes_on = if opening.goes_on { "…" } else { "" };
            format!("{}{goes_on} · {}, {}", opening.text, with(person), calendar.short(*on))
        }
        EntryTitle::Appreciation { person, help } => format!("{help} · {}", with(person)),
        EntryTitle::Pulse { person, on } => super::pulse::title(&with(person), *on, calendar),
        EntryTitle::Doubt { person, on } => super::doubt::title(&with(person), *on, calendar),
        EntryTitle::Agreement { person, agreed } => super::agreement::title(&with(person), *agreed, calendar),
        EntryTitle::Event { title, on } => format!("{title} · {}", calendar.short(*on)),
        EntryTitle::Outreach { to } => to.clone(),
        EntryTitle::Share { person, on } => super::sharing::title(&with(person), *on, calendar),
        EntryTitle::Comment { from, on, opening } => {
            let goes_on = if opening.goes_on { "…" } else { "" };
            format!("{}{goes_on} · {from}, {}", opening.text, calendar.short(*on))
        }
        EntryTitle::Card { name, side } => format!("{name} · {}", card_side(*side).to_lowercase()),
        EntryTitle::Candidate { person, stage } => format!("{} · {}", with(person), self::stage(*stage).to_lowercase()),
    }
}

/// “2 meetings”.
pub fn counted(kind: KindName, number: usize) -> String {
    super::count(number, self::kind(kind), &kinds(kind).to_lowercase())
}

/// What a field is called, for saying where words stand.
pub fn field(field: Field) -> &'static str {
    match field {
        Field::Title => "Title",
        Field::With => "With",
        Field::Why => "Why it matters",
        Field::Evidence => "How I will know",
        Field::Milestone => "Milestone",
        Field::Skill => "Skill",
        Field::Interest => "Interest",
        Field::Values => "What we should share",
        Field::TimeAsked => "How much time I ask for",
        Field::Fit => "How well they fit",
        Field::Review => "Review",
        Field::Turn | Field::Reason => "Reason",
        Field::Role => "What they do",
        Field::HowMet => "How we met",
        Field::Contact => "Contact",
        Field::Link => "Link",
        Field::Word => super::pulse::WORD,
        Field::Troubles => super::doubt::TROUBLES,
        Field::Good => super::doubt::GOOD,
        Field::Tried => super::doubt::TRIED,
        Field::Change => super::doubt::CHANGE,
        Field::Pause => super::mentorship::pauses::ONE,
        Field::Results => super::closing::RESULTS,
        Field::Mine => super::agreement::MINE,
        Field::Theirs => super::agreement::THEIRS,
        Field::Guidelines => super::agreement::GUIDELINES,
        Field::Cancelling => super::agreement::CANCELLING,
        Field::BetweenUs => super::agreement::BETWEEN_US,
        Field::Exceptions => super::agreement::EXCEPTIONS,
        Field::OffLimits => super::agreement::OFF_LIMITS,
        Field::WhyAnew => super::agreement::WHY_ANEW,
        Field::Learning => super::guiding::LEARNING,
        Field::Learned => super::guiding::LEARNED,
        Field::Organisation => super::people::person::ORGANISATION,
        Field::About => super::cards::ABOUT,
        Field::Seeks => super::cards::SEEKS,
        Field::Language => super::cards::LANGUAGES,
        Field::Notes => "Notes",
        Field::AgendaPoint => "Agenda",
        Field::Story => super::meetings::STORY,
        Field::Preparation => super::meetings::PREPARATION,
        Field::SharedNotes => "Notes to share",
        Field::PrivateNotes => "Private notes",
        Field::Insights => "Insights",
        Field::Outcomes => "Outcomes",
        Field::Said => "Feedback",
        Field::DoneAboutIt => "What was done about it",
        Field::Piece => super::mentorship::feedback::PIECE,
        Field::Became => super::thanks::BECAME,
        Field::LookingFor => "Whom I look for",
        Field::Strategy | Field::StrategyNotes => "Strategy",
        Field::Step | Field::StepNotes => "Step",
        Field::Place => "Where",
        Field::WentWith => "With whom",
        Field::ToMeet => "To meet",
        Field::Met | Field::MetNote => "Met",
        Field::WhyThem => "Why them",
        Field::Ask => "What I ask",
        Field::Offer => "What I offer",
        Field::Message => "Message",
        Field::Reply => "Reply",
        Field::Comment => "Comment",
        Field::Signed => "Name",
        Field::Beside => super::sharing::NOTE,
    }
}
