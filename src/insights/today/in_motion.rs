//! The goals that are worked on, with what comes next (G1).

use crate::domain::{Day, Goal, GoalState, Id, Notebook, PartId, order};

/// An active goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GoalInMotion {
    /// The goal.
    pub goal: Id<Goal>,
    /// Milestones reached.
    pub done: usize,
    /// All milestones.
    pub milestones: usize,
    /// The first milestone that is not reached, and its day if it has one.
    pub next: Option<(PartId, Option<Day>)>,
}

/// All active goals: by the day of the next milestone or the target, whichever comes first, those
/// without either last.
#[must_use]
pub fn goals_in_motion(notebook: &Notebook) -> Vec<GoalInMotion> {
    let goals: Vec<_> = notebook
        .all::<Goal>()
        .filter(|(_, it)| it.state == GoalState::Active)
        .map(|(goal, it)| {
            let (done, milestones) = it.progress();
            let next = it.next_milestone().map(|next| (next.id, next.due));
            let days = next.and_then(|(_, due)| due).into_iter().chain(it.target);
            let in_motion = GoalInMotion { goal, done, milestones, next };
            (days.min().unwrap_or(Day::MAX), in_motion)
        })
        .collect();
    let goals = order::by_key(goals, |(day, _)| *day);
    goals.into_iter().map(|(_, it)| it).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::Milestone,
        insights::sample::{Sample, day, title},
    };

    #[test]
    fn what_comes_next_stands_first() {
        let mut sample = Sample::new();
        let some_day = sample.goal("Some day");
        let by_target = sample.goal("By target");
        let by_milestone = sample.goal("By milestone");
        let paused = sample.goal("Paused");
        sample.change(paused, |it| it.state = GoalState::Paused);
        sample.change(by_target, |it| it.target = Some(day(9)));
        sample.change(by_milestone, |it| {
            for (id, done) in [(1, Some(day(1))), (2, None)] {
                it.milestones.add(Milestone {
                    id: PartId::new(id),
                    place: 0,
                    title: title("Submit the abstract"),
                    due: Some(day(5)),
                    done,
                });
            }
        });
        let found = goals_in_motion(&sample.notebook);
        let order: Vec<_> = found.iter().map(|it| it.goal).collect();
        assert_eq!(order, [by_milestone, by_target, some_day]);
        let first = found.first().unwrap();
        assert_eq!((first.done, first.milestones), (1, 2));
        assert_eq!(first.next, Some((PartId::new(2), Some(day(5)))));
    }
}
