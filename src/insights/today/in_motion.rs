//! The goals that are worked on, with what comes next (G1).

use crate::domain::{Day, Goal, GoalState, Id, Notebook, order};

/// All active goals: by the day of the next milestone or the target, whichever comes first, those
/// without either last.
#[must_use]
pub fn goals_in_motion(notebook: &Notebook) -> Vec<Id<Goal>> {
    let active = notebook.all::<Goal>().filter(|(_, it)| it.state == GoalState::Active);
    let goals = active.map(|(goal, it)| {
        let days = it.next_milestone().and_then(|next| next.due).into_iter().chain(it.target);
        (days.min().unwrap_or(Day::MAX), goal)
    });
    order::sorted(goals.collect()).into_iter().map(|(_, goal)| goal).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{Milestone, PartId},
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
        assert_eq!(goals_in_motion(&sample.notebook), [by_milestone, by_target, some_day]);
    }
}
