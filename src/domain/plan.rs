//! A finding plan: strategies for finding a mentor, each with its steps (F1 to F5).

use serde::{Deserialize, Serialize};

use super::{
    Day, Goal,
    fit::Weights,
    id::{Id, PartId},
    parts::{Part, Parts, Toward, part, titled},
    text::{Line, Text, Title},
};

/// How a person goes about finding a mentor. There may be several over the years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Plan {
    /// What it is called.
    pub title: Title,
    /// The day it was begun.
    pub since: Day,
    /// Whom it looks for, and for what.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub looking_for: Text,
    /// The goals with which a mentor is to help.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<Id<Goal>>,
    /// The skills that one wants to learn, by name, beside those of the goals.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<Title>,
    /// What one is interested in, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interests: Vec<Title>,
    /// What has to be shared.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub values: Text,
    /// How much time one asks for.
    #[serde(default, skip_serializing_if = "Line::is_empty")]
    pub time: Line,
    /// What one can give in return (F6).
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub offer: Text,
    /// How much each criterion counts when candidates are compared (F7).
    #[serde(default, skip_serializing_if = "Weights::is_usual")]
    pub weights: Weights,
    /// The ways it tries.
    #[serde(default, skip_serializing_if = "Parts::is_empty")]
    pub strategies: Parts<Strategy>,
    /// The steps of all strategies.
    #[serde(default, skip_serializing_if = "Parts::is_empty")]
    pub steps: Parts<Step>,
    /// Whether it is still followed.
    #[serde(default, skip_serializing_if = "PlanState::is_open")]
    pub state: PlanState,
}

/// One way of finding a mentor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Strategy {
    /// Its id within the plan.
    pub id: PartId,
    /// Where it stands in the order.
    pub place: i64,
    /// What it is called.
    pub title: Title,
    /// Anything to remember about it.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub notes: Text,
}

/// Something concrete to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Step {
    /// Its id within the plan.
    pub id: PartId,
    /// Where it stands among the steps of its strategy.
    pub place: i64,
    /// The strategy it belongs to.
    pub strategy: PartId,
    /// What is to be done.
    pub title: Title,
    /// The day by which it should be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// The day on which it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<Day>,
    /// Anything to remember about it.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub notes: Text,
}

part!(Strategy, Step);
titled!(Strategy, Step);

impl Step {
    /// Whether its day has come and it is not done.
    #[must_use]
    pub fn is_due(&self, today: Day) -> bool {
        self.done.is_none() && self.due.is_some_and(|due| due <= today)
    }
}

/// Whether a plan is still followed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PlanState {
    /// It is.
    #[default]
    Open,
    /// It is not.
    Closed {
        /// The day it was closed.
        on: Day,
        /// What came of it.
        #[serde(default, skip_serializing_if = "Line::is_empty")]
        reason: Line,
    },
}

impl PlanState {
    /// Whether it is still followed.
    #[must_use]
    pub fn is_open(&self) -> bool {
        *self == Self::Open
    }
}

impl Plan {
    /// A plan without strategies yet.
    #[must_use]
    pub fn new(title: Title, since: Day) -> Self {
        Self {
            title,
            since,
            looking_for: Text::default(),
            goals: Vec::new(),
            skills: Vec::new(),
            interests: Vec::new(),
            values: Text::default(),
            time: Line::default(),
            offer: Text::default(),
            weights: Weights::default(),
            strategies: Parts::default(),
            steps: Parts::default(),
            state: PlanState::Open,
        }
    }

    /// The steps of one strategy, in order.
    pub fn steps_of(&self, strategy: PartId) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(move |step| step.strategy == strategy)
    }

    /// Takes out a strategy and all of its steps.
    pub fn remove_strategy(&mut self, strategy: PartId) {
        self.strategies.remove(strategy);
        let steps: Vec<_> = self.steps_of(strategy).map(|step| step.id).collect();
        for step in steps {
            self.steps.remove(step);
        }
    }

    /// Adds strategies and their steps at the end; their ids must be new here.
    pub fn add_strategies(&mut self, strategies: Parts<Strategy>, steps: Parts<Step>) {
        for strategy in &strategies {
            self.strategies.add(strategy.clone());
        }
        for step in &steps {
            self.steps.add(step.clone());
        }
    }

    /// Moves a step past its neighbour of the same strategy. Gives whether it moved.
    pub fn shift_step(&mut self, id: PartId, toward: Toward) -> bool {
        let Some(strategy) = self.steps.get(id).map(|step| step.strategy) else {
            return false;
        };
        let siblings: Vec<_> = self.steps_of(strategy).map(Part::id).collect();
        let at = siblings.iter().position(|step| *step == id);
        let neighbour = at.and_then(|at| match toward {
            Toward::Start => siblings.get(at.checked_sub(1)?),
            Toward::End => siblings.get(at + 1),
        });
        neighbour.is_some_and(|neighbour| self.steps.swap(id, *neighbour))
    }

    /// Closes it, with what came of it.
    pub fn close(&mut self, on: Day, reason: Line) {
        self.state = PlanState::Closed { on, reason };
    }

    /// Follows it again.
    pub fn reopen(&mut self) {
        self.state = PlanState::Open;
    }

    /// Steps of one strategy done, and all of them.
    #[must_use]
    pub fn progress_of(&self, strategy: PartId) -> (usize, usize) {
        let done = self.steps_of(strategy).filter(|it| it.done.is_some());
        (done.count(), self.steps_of(strategy).count())
    }

    /// Steps done, and all steps.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        let done = self.steps.iter().filter(|step| step.done.is_some()).count();
        (done, self.steps.len())
    }

    /// The first step that is not done, by due day first, then by order.
    #[must_use]
    pub fn next_step(&self) -> Option<&Step> {
        self.steps.iter().filter(|step| step.done.is_none()).min_by_key(|step| step.due.unwrap_or(Day::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(bits: u64) -> PartId {
        PartId::new(bits)
    }

    fn day(day: u32) -> Day {
        Day::from_ymd_opt(2026, 4, day).unwrap()
    }

    fn step(bits: u64, strategy: u64) -> Step {
        Step {
            id: id(bits),
            place: 0,
            strategy: id(strategy),
            title: Title::new("A step").unwrap(),
            due: None,
            done: None,
            notes: Text::default(),
        }
    }

    /// Two strategies, 1 and 2, whose steps stand between one another.
    fn plan() -> Plan {
        let mut plan = Plan::new(Title::new("A plan").unwrap(), day(1));
        for (bits, strategy) in [(10, 1), (20, 2), (11, 1), (21, 2), (12, 1)] {
            plan.steps.add(step(bits, strategy));
        }
        plan
    }

    fn order(plan: &Plan, strategy: u64) -> Vec<PartId> {
        plan.steps_of(id(strategy)).map(|step| step.id).collect()
    }

    #[test]
    fn a_step_moves_among_the_steps_of_its_strategy_only() {
        let mut plan = plan();
        assert!(plan.shift_step(id(12), Toward::Start));
        assert_eq!(order(&plan, 1), [10, 12, 11].map(id));
        assert_eq!(order(&plan, 2), [20, 21].map(id));
        assert!(plan.shift_step(id(10), Toward::End));
        assert_eq!(order(&plan, 1), [12, 10, 11].map(id));
        assert_eq!(order(&plan, 2), [20, 21].map(id));
    }

    #[test]
    fn the_first_and_the_last_step_of_a_strategy_go_no_further() {
        let mut plan = plan();
        let before = plan.clone();
        assert!(!plan.shift_step(id(20), Toward::Start));
        assert!(!plan.shift_step(id(12), Toward::End));
        assert!(!plan.shift_step(id(99), Toward::End));
        assert_eq!(plan, before);
    }

    #[test]
    fn what_is_added_later_stands_at_the_end() {
        let (mut plan, mut more) = (plan(), Parts::default());
        more.add(step(30, 3));
        plan.add_strategies(Parts::default(), more);
        assert_eq!(plan.steps.iter().last().map(|it| it.id), Some(id(30)));
        assert_eq!(plan.progress_of(id(3)), (0, 1));
    }

    #[test]
    fn a_step_is_due_from_its_day_until_it_is_done() {
        let mut step = Step { due: Some(day(3)), ..step(1, 1) };
        assert!(!step.is_due(day(2)) && step.is_due(day(3)) && step.is_due(day(9)));
        step.done = Some(day(9));
        assert!(!step.is_due(day(9)));
    }
}
