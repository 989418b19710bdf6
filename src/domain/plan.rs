//! A finding plan: strategies for finding a mentor, each with its steps (F1 to F5).

use serde::{Deserialize, Serialize};

use super::{
    Day,
    id::PartId,
    parts::{Parts, part},
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

/// Whether a plan is still followed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", tag = "is")]
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
            strategies: Parts::default(),
            steps: Parts::default(),
            state: PlanState::Open,
        }
    }

    /// The steps of one strategy, in order.
    pub fn steps_of(&self, strategy: PartId) -> impl Iterator<Item = &Step> {
        self.steps
            .iter()
            .filter(move |step| step.strategy == strategy)
    }

    /// Takes out a strategy and all of its steps.
    pub fn remove_strategy(&mut self, strategy: PartId) {
        self.strategies.remove(strategy);
        let steps: Vec<_> = self.steps_of(strategy).map(|step| step.id).collect();
        for step in steps {
            self.steps.remove(step);
        }
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
        self.steps
            .iter()
            .filter(|step| step.done.is_none())
            .min_by_key(|step| step.due.unwrap_or(Day::MAX))
    }
}
