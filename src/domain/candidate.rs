//! Somebody who might become a mentor: how far it is, how it came there, when to look again (F1, F8).

use serde::{Deserialize, Serialize};

use super::{
    Day, Event, Person, Plan,
    fit::{Criterion, Judgement},
    id::{Id, PartId},
    parts::{Parts, part},
    text::{Line, Text},
};

/// A person who might become a mentor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Candidate {
    /// Who it is.
    pub person: Id<Person>,
    /// The day they were thought of first.
    pub since: Day,
    /// Why they could be the one.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub why: Text,
    /// The finding plan it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<Id<Plan>>,
    /// The strategy of that plan that led to them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strategy: Option<PartId>,
    /// The event at which they were met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<Id<Event>>,
    /// Who introduced them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub introduced_by: Option<Id<Person>>,
    /// How far it is.
    #[serde(default, skip_serializing_if = "Stage::is_spotted")]
    pub stage: Stage,
    /// The day to look again. For one that is parked it is the day on which they come back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Day>,
    /// How their skills and experience fit (F7).
    #[serde(default, skip_serializing_if = "Judgement::is_empty")]
    pub fit_skills: Judgement,
    /// How their path fits.
    #[serde(default, skip_serializing_if = "Judgement::is_empty")]
    pub fit_path: Judgement,
    /// How their values fit.
    #[serde(default, skip_serializing_if = "Judgement::is_empty")]
    pub fit_values: Judgement,
    /// How far there is trust and open talk.
    #[serde(default, skip_serializing_if = "Judgement::is_empty")]
    pub fit_trust: Judgement,
    /// How their time fits.
    #[serde(default, skip_serializing_if = "Judgement::is_empty")]
    pub fit_time: Judgement,
    /// Every change of stage, with its day and reason, oldest first.
    #[serde(default, skip_serializing_if = "Parts::is_empty")]
    pub turns: Parts<StageTurn>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub notes: Text,
}

/// How far it is with a candidate. Days and reasons of each change are kept in [`Candidate::turns`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// A name, and a first thought.
    #[default]
    Spotted,
    /// One reads about them and asks around.
    Researching,
    /// One has written to them.
    ReachedOut,
    /// The two are in conversation.
    Talking,
    /// They said yes.
    Agreed,
    /// One of the two said no.
    Declined,
    /// Not now, perhaps later.
    Parked,
}

impl Stage {
    /// All of them, in order.
    pub const ALL: [Self; 7] =
        [Self::Spotted, Self::Researching, Self::ReachedOut, Self::Talking, Self::Agreed, Self::Declined, Self::Parked];

    #[allow(clippy::trivially_copy_pass_by_ref, reason = "the signature is serde's")]
    fn is_spotted(&self) -> bool {
        *self == Self::Spotted
    }

    /// Whether the two do not talk with each other yet.
    #[must_use]
    pub fn is_before_talk(self) -> bool {
        matches!(self, Self::Spotted | Self::Researching | Self::ReachedOut)
    }

    /// Whether something may still come of it.
    #[must_use]
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Agreed | Self::Declined)
    }
}

/// A change of a candidate's stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StageTurn {
    /// Its id within the candidate.
    pub id: PartId,
    /// Where it stands in the order.
    pub place: i64,
    /// The day of the change.
    pub on: Day,
    /// The stage from that day on.
    pub to: Stage,
    /// Why.
    #[serde(default, skip_serializing_if = "Line::is_empty")]
    pub reason: Line,
}

part!(StageTurn);

impl Candidate {
    /// A candidate of whom nothing is known yet.
    #[must_use]
    pub fn new(person: Id<Person>, since: Day) -> Self {
        Self {
            person,
            since,
            why: Text::default(),
            plan: None,
            strategy: None,
            event: None,
            introduced_by: None,
            stage: Stage::Spotted,
            next: None,
            fit_skills: Judgement::default(),
            fit_path: Judgement::default(),
            fit_values: Judgement::default(),
            fit_trust: Judgement::default(),
            fit_time: Judgement::default(),
            turns: Parts::default(),
            notes: Text::default(),
        }
    }

    /// How they were judged by a criterion.
    #[must_use]
    pub fn judgement(&self, criterion: Criterion) -> &Judgement {
        match criterion {
            Criterion::Skills => &self.fit_skills,
            Criterion::Path => &self.fit_path,
            Criterion::Values => &self.fit_values,
            Criterion::Trust => &self.fit_trust,
            Criterion::Time => &self.fit_time,
        }
    }

    /// Changes the stage and remembers when and why. Does nothing if the stage is the same. A day to look
    /// again belongs to the stage for which it was set: it does not outlive the parking, nor the search.
    pub fn turn(&mut self, to: Stage, on: Day, reason: Line, id: PartId) {
        if self.stage == to {
            return;
        }
        if self.stage == Stage::Parked || !to.is_open() || to == Stage::Parked {
            self.next = None;
        }
        self.stage = to;
        self.turns.add(StageTurn { id, place: 0, on, to, reason });
    }

    /// One has written to them: that is a step forward for those to whom one had not reached out (F6).
    pub fn reach_out(&mut self, on: Day, id: PartId) {
        if self.stage < Stage::ReachedOut {
            self.turn(Stage::ReachedOut, on, Line::default(), id);
        }
    }

    /// Lets it belong to a plan, or to none. A strategy is one of its plan and goes with it.
    pub fn belong_to(&mut self, plan: Option<Id<Plan>>) {
        if self.plan != plan {
            (self.plan, self.strategy) = (plan, None);
        }
    }

    /// The day to look again, if it has come.
    #[must_use]
    pub fn due(&self, today: Day) -> Option<Day> {
        self.next.filter(|next| self.stage.is_open() && *next <= today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: u32) -> Day {
        Day::from_ymd_opt(2026, 3, n).unwrap()
    }

    fn candidate() -> Candidate {
        Candidate::new(Id::new(1), day(1))
    }

    #[test]
    fn a_stage_is_remembered_with_its_day_and_reason() {
        let mut it = candidate();
        let reason = Line::new("After her talk").unwrap();
        it.turn(Stage::ReachedOut, day(4), reason.clone(), PartId::new(1));
        it.turn(Stage::ReachedOut, day(5), Line::default(), PartId::new(2));
        assert_eq!(it.stage, Stage::ReachedOut);
        let turns: Vec<_> = it.turns.iter().map(|turn| (turn.on, turn.to, &turn.reason)).collect();
        assert_eq!(turns, [(day(4), Stage::ReachedOut, &reason)]);
    }

    #[test]
    fn a_day_to_look_again_comes_while_something_may_come_of_it() {
        let mut it = candidate();
        it.next = Some(day(10));
        assert_eq!(it.due(day(9)), None);
        assert_eq!(it.due(day(10)), Some(day(10)));
        it.turn(Stage::Talking, day(11), Line::default(), PartId::new(1));
        assert_eq!(it.due(day(11)), Some(day(10)), "a step forward leaves it");
        it.turn(Stage::Declined, day(12), Line::default(), PartId::new(2));
        assert_eq!(it.next, None);
    }

    #[test]
    fn writing_to_somebody_is_a_step_for_those_who_were_only_thought_of() {
        for (before, after) in [
            (Stage::Spotted, Stage::ReachedOut),
            (Stage::Researching, Stage::ReachedOut),
            (Stage::Talking, Stage::Talking),
            (Stage::Agreed, Stage::Agreed),
            (Stage::Parked, Stage::Parked),
        ] {
            let mut it = Candidate { stage: before, ..candidate() };
            it.reach_out(day(2), PartId::new(1));
            assert_eq!(it.stage, after);
            assert_eq!(it.turns.len(), usize::from(before != after));
        }
    }

    #[test]
    fn a_strategy_goes_with_its_plan() {
        let mut it = candidate();
        it.belong_to(Some(Id::new(1)));
        it.strategy = Some(PartId::new(1));
        it.belong_to(Some(Id::new(1)));
        assert_eq!(it.strategy, Some(PartId::new(1)));
        it.belong_to(None);
        assert_eq!((it.plan, it.strategy), (None, None));
    }

    #[test]
    fn parking_begins_and_ends_without_a_day() {
        let mut it = candidate();
        it.next = Some(day(10));
        it.turn(Stage::Parked, day(2), Line::default(), PartId::new(1));
        assert_eq!(it.next, None);
        it.next = Some(day(20));
        assert_eq!(it.due(day(20)), Some(day(20)), "one that is parked comes back");
        it.turn(Stage::Researching, day(20), Line::default(), PartId::new(2));
        assert_eq!(it.next, None);
    }
}
