//! Words of the screens around: goals.

use crate::domain::GoalState;

pub const PURPOSE: &str = "What you work toward, with a plan you can tick off.";
pub const EMPTY: &str = "No goals yet. Start with one sentence; why it matters and the steps can follow.";
pub const NONE_TO_PICK: &str = "There are no goals yet. Write one under Goals, then link it here.";
pub const NEW: &str = "New goal";
pub const NEW_HINT: &str = "Speak at a regional conference";
pub const TITLE: &str = "Goal";
pub const WHY: &str = "Why it matters";
pub const WHY_HINT: &str = "What will be different when you have reached it?";
pub const EVIDENCE: &str = "How I will know";
pub const EVIDENCE_HINT: &str = "Something you or your mentor could see";
pub const TARGET: &str = "Target date";
pub const SKILLS: &str = "Skills it needs";
pub const SKILL_NEW: &str = "Add a skill";
pub const SKILL_HINT: &str = "Telling a story with data";
pub const MILESTONES: &str = "Milestones";
pub const MILESTONES_EMPTY: &str =
    "Break it into steps you could finish in a few weeks each. Progress is counted from them.";
pub const MILESTONE_NEW: &str = "Add a milestone";
pub const MILESTONE_HINT: &str = "Submit the abstract";
pub const MILESTONE: &str = "milestone";
pub const MILESTONE_FIELD: &str = "Milestone";
pub const DUE: &str = "Due";
pub const STATE: &str = "Where it stands";
pub const REASON: &str = "The reason, in a line";
pub const REASON_HINT: &str = "Worth remembering in a year";
pub const TURN: &str = "Set it so";
pub const REVIEW: &str = "Review";
pub const REVIEW_ON: &str = "Look at it again on";
pub const REVIEW_HELP: &str = "Goals change as you do. Today reminds you on this day.";
pub const REVIEW_NOTE: &str = "What do you see now?";
pub const REVIEW_NOTE_HINT: &str = "Is it still the right goal? What moved, what is in the way?";
pub const REVIEW_PROMPTS: &str = "Questions that help";
pub const REVIEW_NEXT: &str = "Next look";
pub const REVIEW_SAVE: &str = "Keep this review";
pub const HISTORY: &str = "What happened";
pub const HISTORY_EMPTY: &str = "Milestones, reviews, meetings and changes will line up here.";
pub const LINKED: &str = "Worked on with";
pub const LINKED_EMPTY: &str = "No mentorship names this goal yet.";
pub const ALL: &str = "All";
pub const FILTER: &str = "Show";
pub const ORDER: &str = "Active ones first, then by target date";

pub fn progress(done: usize, all: usize) -> String {
    format!("{done} of {all}")
}

pub fn progress_label(done: usize, all: usize) -> String {
    format!("{done} of {all} milestones")
}

pub fn next(title: &str) -> String {
    format!("Next: {title}")
}

pub fn counted(shown: usize, all: usize) -> String {
    if shown == all { super::count(all, "goal", "goals") } else { format!("{shown} of {all} goals") }
}

pub fn none_in(state: GoalState) -> String {
    format!("No goal is {} now.", super::names::goal_state(state).to_lowercase())
}

pub fn turned_to(state: GoalState) -> &'static str {
    match state {
        GoalState::Active => "Taken up again",
        GoalState::Paused => "Paused",
        GoalState::Achieved => "Achieved",
        GoalState::LetGo => "Let go",
    }
}

pub fn turned(title: &str, state: GoalState) -> String {
    format!("Set “{title}” to {}", super::names::goal_state(state).to_lowercase())
}

pub fn reviewed(title: &str) -> String {
    format!("Reviewed “{title}”")
}

pub mod happened {
    pub fn milestone(title: &str) -> String {
        format!("Reached: {title}")
    }
    pub const REVIEWED: &str = "Reviewed";
    pub fn meeting(with: &str) -> String {
        format!("Talked about with {with}")
    }
    pub fn action(title: &str) -> String {
        format!("Done: {title}")
    }
    pub const FEEDBACK: &str = "Feedback";
}

pub const REVIEW_NOW: &str = "Look at it now";
