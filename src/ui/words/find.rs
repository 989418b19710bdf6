//! Words of the place Find: plans, events and, in a file of its own, outreach.

pub mod outreach;

pub const PURPOSE: &str =
    "How you go about finding a mentor: a plan, who could be the one, the events you go to, the people you write to.";

/// “4 of 21 steps”.
pub fn progress_label(done: usize, all: usize) -> String {
    format!("{done} of {all} steps")
}

pub mod plans {
    pub const HEADING: &str = "Finding plans";
    pub const EMPTY: &str = "No plan yet. Say whom you look for, keep the two ways that are ticked, and begin: the steps are there already.";
    pub const NONE_OPEN: &str = "No plan is open. Open one again below, or begin a new one.";
    pub const NEW: &str = "New finding plan";
    pub const NEW_HINT: &str = "A mentor for my first year as team lead";
    pub const BEGIN: &str = "Begin";
    pub const BEGIN_WITH: &str = "Ways to begin with";
    pub const ORDER: &str = "The one whose next step is due first stands first";
    pub const NO_STEPS: &str = "No steps yet";
    pub const ALL_DONE: &str = "All steps are done";

    pub fn ways(chosen: usize, all: usize) -> String {
        format!("Ways to begin with ({chosen} of {all})")
    }

    pub fn counted(open: usize, closed: usize) -> String {
        if closed == 0 { format!("{open} open") } else { format!("{open} open, {closed} closed") }
    }

    pub fn closed(number: usize) -> String {
        super::super::count(number, "closed plan", "closed plans")
    }

    pub fn progress(done: usize, all: usize) -> String {
        format!("{done} of {all}")
    }

    pub fn next(title: &str) -> String {
        format!("Next: {title}")
    }

    /// “Closed on 3 April”, and what came of it.
    pub fn closed_on(within: &str, reason: &str) -> String {
        if reason.is_empty() { format!("Closed {within}") } else { format!("Closed {within}: {reason}") }
    }

    pub fn due(within: &str) -> String {
        format!("Due {within}")
    }
}

pub mod plan {
    pub const TITLE: &str = "Finding plan";
    pub const SINCE: &str = "Begun on";
    pub const LOOKING_FOR: &str = "Whom I look for";
    pub const LOOKING_FOR_HINT: &str =
        "Which experience, which manner, how much time; and what you want to learn from them";
    pub const WANTED: &str = "What I look for, in detail";
    pub const WANTED_HELP: &str =
        "What you write here is held against each candidate, and fills the drafts of your messages.";
    pub const GOALS: &str = "Goals a mentor should help with";
    pub const SKILLS: &str = "Skills I want to learn";
    pub const SKILLS_HELP: &str = "Those of the goals above count anyway.";
    pub const SKILL_NEW: &str = "Add a skill I want to learn";
    pub const SKILL_HINT: &str = "Chairing a meeting";
    pub const INTERESTS: &str = "What interests me";
    pub const INTEREST_NEW: &str = "Add an interest";
    pub const INTEREST_HINT: &str = "Public transport";
    pub const VALUES: &str = "What we should share";
    pub const VALUES_HINT: &str = "Says what is wrong before it is late; gives credit; goes home at six";
    pub const TIME: &str = "How much time I ask for";
    pub const TIME_HINT: &str = "An hour a month, for half a year";
    pub const OFFER: &str = "What I can give in return";
    pub const OFFER_HINT: &str = "A first reader; what my generation thinks; an evening of slides";
    pub const CLOSED: &str = "Closed";
    pub const EMPTY: &str = "This plan has no strategy yet. Take one of the ways below, or write down your own.";
    pub const STRATEGY: &str = "Strategy";
    pub const STRATEGY_PART: &str = "strategy";
    pub const STEP: &str = "Step";
    pub const STEP_PART: &str = "step";
    pub const STEP_NEW: &str = "Add a step";
    pub const STEP_HINT: &str = "Ask two colleagues which events are worth it";
    pub const STEPS_EMPTY: &str = "No steps yet. What is the first thing you could do this week?";
    pub const DUE: &str = "Due";
    pub const NOTES: &str = "Notes";
    pub const NOTES_NONE: &str = "Add a note";
    pub const MORE: &str = "Another strategy";
    pub const OWN_NEW: &str = "A strategy of your own";
    pub const OWN_HINT: &str = "Ask former teachers";
    pub const TAKE: &str = "Take up";
    pub const EVENTS: &str = "Events of this plan";
    pub const OUTREACH: &str = "Outreach of this plan";
    pub const STATE: &str = "Where it stands";
    pub const CLOSE: &str = "Close this plan";
    pub const CLOSE_HELP: &str =
        "It keeps everything and moves below the open ones. Its steps no longer come up under Today.";
    pub const REASON: &str = "What came of it";
    pub const REASON_HINT: &str = "Found a mentor through the second event";
    pub const CLOSE_NOW: &str = "Close it";
    pub const REOPEN: &str = "Open it again";

    pub fn take(title: &str) -> String {
        format!("{TAKE}: {title}")
    }

    pub fn due_of(title: &str) -> String {
        format!("{DUE}: {title}")
    }

    pub fn closed_plan(title: &str) -> String {
        format!("Closed the finding plan “{title}”")
    }

    pub fn reopened(title: &str) -> String {
        format!("Opened the finding plan “{title}” again")
    }
}

pub mod events {
    pub const HEADING: &str = "Events";
    pub const EMPTY: &str =
        "No events yet. Write down the next one you could go to; whom you want to meet there can follow.";
    pub const EMPTY_IN_PLAN: &str = "No event belongs to this plan yet.";
    pub const NEW: &str = "New event";
    pub const NEW_HINT: &str = "Regional data meetup";
    pub const NEW_ON: &str = "Its day";
    pub const AHEAD: &str = "Ahead";
    pub const PAST: &str = "Past";

    pub fn counted(ahead: usize, past: usize) -> String {
        match (ahead, past) {
            (0, 0) => String::new(),
            (ahead, 0) => format!("{ahead} ahead"),
            (0, past) => format!("{past} past"),
            (ahead, past) => format!("{ahead} ahead, {past} past"),
        }
    }

    /// “Town hall · 2 people to meet · 1 person met”.
    pub fn about(place: &str, to_meet: usize, met: usize) -> String {
        let mut said = Vec::new();
        if !place.is_empty() {
            said.push(place.to_owned());
        }
        if to_meet > 0 {
            said.push(super::super::count(to_meet, "person to meet", "people to meet"));
        }
        if met > 0 {
            said.push(super::super::count(met, "person met", "people met"));
        }
        said.join(" · ")
    }
}

pub mod event {
    pub const TITLE: &str = "Event";
    pub const ON: &str = "Day";
    pub const PLACE: &str = "Where";
    pub const PLACE_HINT: &str = "Town hall, second floor";
    pub const WENT_WITH: &str = "With whom I go";
    pub const WENT_WITH_HINT: &str = "Easier in twos";
    pub const TO_MEET: &str = "Whom I want to meet";
    pub const TO_MEET_EMPTY: &str = "Look at the speakers and guests beforehand, and choose two or three people.";
    pub const TO_MEET_NEW: &str = "Add somebody to meet";
    pub const TO_MEET_HINT: &str = "The speaker on careers after forty";
    pub const GUEST: &str = "Person to meet";
    pub const GUEST_PART: &str = "person to meet";
    pub const MET_BUTTON: &str = "Met";
    pub const MET: &str = "Whom I met";
    pub const MET_EMPTY: &str = "Write down names while you remember them, also of those you did not plan to meet.";
    pub const MET_NEW: &str = "Add somebody you met";
    pub const MET_HINT: &str = "Noor, who runs the workshop series";
    pub const MET_NAME: &str = "Person met";
    pub const MET_PART: &str = "person met";
    pub const MET_NOTE: &str = "What we talked about";
    pub const ADD_PERSON: &str = "Add to people";
    pub const SEE_PERSON: &str = "In your people";
    pub const SEE_CANDIDATE: &str = "Candidate";
    pub const FOLLOW_UP: &str = "Follow-up";
    pub const FOLLOW_UP_HELP: &str =
        "A short message within a few days keeps the door open. Today reminds you on this day.";
    pub const FOLLOW_UP_BY: &str = "Write to them by";
    pub const FOLLOWED_UP: &str = "I have written to them";
    pub const FOLLOWED_UP_ON: &str = "Written on";
    pub const NOTES: &str = "Notes";
    pub const NOTES_HINT: &str = "What you heard, and what you want to try";

    pub fn met(title: &str) -> String {
        format!("Met “{title}”")
    }

    /// The name of a button for one person.
    pub fn button_for(button: &str, name: &str) -> String {
        format!("{button}: {name}")
    }

    pub fn followed_up(title: &str, done: bool) -> String {
        if done {
            format!("Followed up on “{title}”")
        } else {
            format!("“{title}” is still to be followed up on")
        }
    }
}

pub const PLAN: &str = "Belongs to the plan";
pub const PLAN_FIELD: &str = "plan";
pub const PLAN_NONE: &str = "To no plan";
pub const SEE_PLAN: &str = "Go to this plan";

/// The tag of a follow-up whose day has come.
pub fn follow_up(within: &str) -> String {
    format!("Follow up, due {within}")
}
