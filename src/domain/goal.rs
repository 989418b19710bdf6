//! A goal with a plan: why it matters, how one will know, milestones, reviews (G1, R8).

use serde::{Deserialize, Serialize};

use super::{
    Day,
    id::PartId,
    parts::{Parts, part, titled},
    text::{Line, Text, Title},
};

/// Something a person works toward.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Goal {
    /// What is to be reached.
    pub title: Title,
    /// Why it matters.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub why: Text,
    /// How one will know that it is reached.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub evidence: Text,
    /// The day by which it should be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Day>,
    /// The steps on the way; progress is counted from them.
    #[serde(default, skip_serializing_if = "Parts::is_empty")]
    pub milestones: Parts<Milestone>,
    /// The skills it needs, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<Title>,
    /// Where it stands.
    #[serde(default, skip_serializing_if = "GoalState::is_active")]
    pub state: GoalState,
    /// The day on which it should be looked at again (R8).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_on: Option<Day>,
    /// What was found when it was looked at.
    #[serde(default, skip_serializing_if = "Parts::is_empty")]
    pub reviews: Parts<Review>,
    /// Every change of state, with its day and reason, oldest first.
    #[serde(default, skip_serializing_if = "Parts::is_empty")]
    pub turns: Parts<GoalTurn>,
}

/// Where a goal stands. Days and reasons of each change are kept in [`Goal::turns`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum GoalState {
    /// Worked on.
    #[default]
    Active,
    /// Resting, to be taken up again.
    Paused,
    /// Reached.
    Achieved,
    /// Given up on purpose.
    LetGo,
}

impl GoalState {
    /// All states, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Active, Self::Paused, Self::Achieved, Self::LetGo];

    fn is_active(&self) -> bool {
        *self == Self::Active
    }
}

/// One step on the way to a goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Milestone {
    /// Its id within the goal.
    pub id: PartId,
    /// Where it stands in the order.
    pub place: i64,
    /// What is done when it is reached.
    pub title: Title,
    /// The day by which it should be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// The day on which it was reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<Day>,
}

/// A look back at a goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Review {
    /// Its id within the goal.
    pub id: PartId,
    /// Where it stands in the order.
    pub place: i64,
    /// The day of the review.
    pub on: Day,
    /// What was found.
    pub note: Text,
}

/// A change of a goal's state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GoalTurn {
    /// Its id within the goal.
    pub id: PartId,
    /// Where it stands in the order.
    pub place: i64,
    /// The day of the change.
    pub on: Day,
    /// The state from that day on.
    pub to: GoalState,
    /// Why.
    #[serde(default, skip_serializing_if = "Line::is_empty")]
    pub reason: Line,
}

part!(Milestone, Review, GoalTurn);
titled!(Milestone);

impl Goal {
    /// A goal of which only the title is known.
    #[must_use]
    pub fn new(title: Title) -> Self {
        Self {
            title,
            why: Text::default(),
            evidence: Text::default(),
            target: None,
            milestones: Parts::default(),
            skills: Vec::new(),
            state: GoalState::Active,
            review_on: None,
            reviews: Parts::default(),
            turns: Parts::default(),
        }
    }

    /// Milestones reached, and all milestones.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        let done = self.milestones.iter().filter(|m| m.done.is_some()).count();
        (done, self.milestones.len())
    }

    /// The first milestone that is not reached yet.
    #[must_use]
    pub fn next_milestone(&self) -> Option<&Milestone> {
        self.milestones.iter().find(|m| m.done.is_none())
    }

    /// Changes the state and remembers when and why. Does nothing if the state is the same.
    pub fn turn(&mut self, to: GoalState, on: Day, reason: Line, id: PartId) {
        if self.state == to {
            return;
        }
        self.state = to;
        self.turns.add(GoalTurn { id, place: 0, on, to, reason });
    }

    /// Keeps a review and sets the day of the next one (R8).
    pub fn review(&mut self, on: Day, note: Text, next: Option<Day>, id: PartId) {
        self.review_on = next;
        self.reviews.add(Review { id, place: 0, on, note });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: u32) -> Day {
        Day::from_ymd_opt(2026, 3, n).unwrap()
    }

    #[test]
    fn a_state_is_remembered_with_its_day_and_reason() {
        let mut goal = Goal::new(Title::new("Speak in public").unwrap());
        let reason = Line::new("The talk went well").unwrap();
        goal.turn(GoalState::Achieved, day(4), reason.clone(), PartId::new(1));
        goal.turn(GoalState::Achieved, day(5), Line::default(), PartId::new(2));
        assert_eq!(goal.state, GoalState::Achieved);
        let turns: Vec<_> = goal.turns.iter().map(|t| (t.on, &t.reason)).collect();
        assert_eq!(turns, [(day(4), &reason)]);
    }

    #[test]
    fn progress_comes_from_milestones() {
        let mut goal = Goal::new(Title::new("Speak in public").unwrap());
        assert_eq!(goal.progress(), (0, 0));
        for (n, done) in [(1, Some(day(1))), (2, None)] {
            let title = Title::new(format!("Step {n}")).unwrap();
            goal.milestones.add(Milestone { id: PartId::new(n), place: 0, title, due: None, done });
        }
        assert_eq!(goal.progress(), (1, 2));
        assert_eq!(goal.next_milestone().map(|m| m.id), Some(PartId::new(2)));
    }
}
