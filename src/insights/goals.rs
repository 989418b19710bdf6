//! Which goals to look at again, and what happened to each (G1, R8).

use std::cmp::Reverse;

use super::search::fold::fold;
use crate::domain::{
    Action, ActionState, Day, Feedback, Goal, GoalState, Id, Meeting, MeetingState, Mentorship, Notebook, PartId,
    Title, order,
};

/// The active and paused goals whose day of review has come, the longest waiting first (R8).
#[must_use]
pub fn reviews_due(notebook: &Notebook, today: Day) -> Vec<Id<Goal>> {
    let due: Vec<_> = notebook
        .all::<Goal>()
        .filter(|(_, it)| matches!(it.state, GoalState::Active | GoalState::Paused))
        .filter_map(|(id, it)| Some((it.review_on.filter(|on| *on <= today)?, id)))
        .collect();
    let due = order::sorted(due);
    due.into_iter().map(|(_, id)| id).collect()
}

/// The skills that are named on the goals of a mentorship and on those in motion, each once, whatever its case and
/// accents (R5, G2).
#[must_use]
pub fn skills_named(notebook: &Notebook, mentorship: Id<Mentorship>) -> Vec<Title> {
    let own = notebook.get(mentorship).map(|it| it.goals.as_slice()).unwrap_or_default();
    let of_own = own.iter().filter_map(|id| notebook.get(*id));
    let in_motion = notebook.all::<Goal>().map(|(_, it)| it).filter(|it| it.state == GoalState::Active);
    let (mut names, mut folded) = (Vec::new(), Vec::new());
    for skill in of_own.chain(in_motion).flat_map(|it| &it.skills) {
        let fold = fold(skill);
        if !folded.contains(&fold) {
            folded.push(fold);
            names.push(skill.clone());
        }
    }
    names
}

/// Something that happened to a goal, and its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Happened {
    /// The day.
    pub on: Day,
    /// What it was.
    pub what: Happening,
}

/// What can happen to a goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Happening {
    /// Feedback about it was given.
    Feedback(Id<Feedback>),
    /// A meeting was about it.
    Meeting(Id<Meeting>),
    /// An action item that serves it was done.
    ActionDone(Id<Action>),
    /// A milestone was reached.
    Milestone(PartId),
    /// It was looked at again.
    Review(PartId),
    /// It changed its state.
    Turn(PartId),
}

/// Everything that happened to a goal, newest first; nothing if there is no such goal.
#[must_use]
pub fn timeline(notebook: &Notebook, id: Id<Goal>) -> Vec<Happened> {
    let Some(goal) = notebook.get(id) else {
        return Vec::new();
    };
    let mut timeline = Vec::new();
    let mut add = |on, what| timeline.push(Happened { on, what });
    // Turns and reviews are kept oldest first; of two on one day the later one is to stand higher.
    for turn in goal.turns.iter().rev() {
        add(turn.on, Happening::Turn(turn.id));
    }
    for review in goal.reviews.iter().rev() {
        add(review.on, Happening::Review(review.id));
    }
    for milestone in goal.milestones.iter().rev() {
        if let Some(done) = milestone.done {
            add(done, Happening::Milestone(milestone.id));
        }
    }
    for (action, it) in notebook.pointing::<Action>(id) {
        if let ActionState::Done { on } = it.state {
            add(on, Happening::ActionDone(action));
        }
    }
    for (meeting, it) in notebook.pointing::<Meeting>(id) {
        if it.state == MeetingState::Held {
            add(it.on, Happening::Meeting(meeting));
        }
    }
    for (feedback, it) in notebook.pointing::<Feedback>(id) {
        add(it.on, Happening::Feedback(feedback));
    }

    order::by_key(timeline, |happened| Reverse(happened.on))
}

/// The last day on which anything happened to a goal, today at the latest; none if nothing ever did.
#[must_use]
pub fn last_touched(notebook: &Notebook, id: Id<Goal>, today: Day) -> Option<Day> {
    timeline(notebook, id).into_iter().map(|happened| happened.on).find(|on| *on <= today)
}

/// The day on which anything of a goal was written last, today at the latest: a goal has no other day on which it began.
#[must_use]
pub fn written_last(notebook: &Notebook, id: Id<Goal>, today: Day) -> Option<Day> {
    const DAY: u64 = 86_400_000;
    let millis = notebook.entry(id.entry())?.trace.newest().millis();
    Some(Day::from_ymd_opt(1970, 1, 1)?.plus(i64::try_from(millis / DAY).ok()?).min(today))
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, day, text, title};
    use super::*;
    use crate::domain::{Direction, Line, Milestone};

    #[test]
    fn a_review_is_due_from_its_day_on() {
        let mut sample = Sample::new();
        let later = sample.goal("Speak in public");
        let sooner = sample.goal("Lead a project");
        let paused = sample.goal("Learn Portuguese");
        let achieved = sample.goal("Write a book");
        sample.goal("Rest");
        for (goal, on, state) in [
            (later, 5, GoalState::Active),
            (sooner, 3, GoalState::Active),
            (paused, 4, GoalState::Paused),
            (achieved, 1, GoalState::Achieved),
        ] {
            sample.change(goal, |it| {
                it.review_on = Some(day(on));
                it.state = state;
            });
        }
        assert_eq!(reviews_due(&sample.notebook, day(4)), [sooner, paused]);
        assert_eq!(reviews_due(&sample.notebook, day(5)), [sooner, paused, later]);
    }

    /// A goal to which one thing of each kind happened, on days 1 to 6.
    fn eventful(sample: &mut Sample) -> Id<Goal> {
        let amara = sample.mentorship("Amara", day(0));
        let goal = sample.goal("Speak in public");
        let id = PartId::new;
        sample.change(goal, |it| {
            it.milestones.add(Milestone {
                id: id(1),
                place: 0,
                title: title("Book a room"),
                due: None,
                done: Some(day(1)),
            });
            it.review(day(2), text("Slow"), None, id(2));
            it.turn(GoalState::Paused, day(3), Line::default(), id(3));
        });
        let meeting = sample.held(amara, day(4));
        sample.change(meeting, |it| it.goals.push(goal));
        let action = sample.action(amara, None, day(0), None);
        sample.change(action, |it| {
            it.goal = Some(goal);
            it.state = ActionState::Done { on: day(5) };
        });
        let feedback = Feedback::new(amara, Direction::FromThem, text("Clear and calm"), day(6));
        sample.put(Feedback { goal: Some(goal), ..feedback });
        goal
    }

    #[test]
    fn the_timeline_tells_everything_newest_first() {
        let mut sample = Sample::new();
        let goal = eventful(&mut sample);
        let timeline = timeline(&sample.notebook, goal);
        let days: Vec<_> = timeline.iter().map(|it| it.on).collect();
        assert_eq!(days, [6, 5, 4, 3, 2, 1].map(day));
        let what: Vec<_> = timeline.into_iter().map(|it| it.what).collect();
        assert!(matches!(what[0], Happening::Feedback(_)));
        assert!(matches!(what[1], Happening::ActionDone(_)));
        assert!(matches!(what[2], Happening::Meeting(_)));
        assert_eq!(what[3], Happening::Turn(PartId::new(3)));
        assert_eq!(what[4], Happening::Review(PartId::new(2)));
        assert_eq!(what[5], Happening::Milestone(PartId::new(1)));
    }

    #[test]
    fn a_skill_is_named_once_however_it_is_spelled() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        let (own, other, paused) = (sample.goal("Speak"), sample.goal("Lead"), sample.goal("Rest"));
        let mut name = |goal, names: &[&str]| {
            sample.change(goal, |it: &mut Goal| it.skills = names.iter().map(|name| title(name)).collect());
        };
        name(own, &["Résumé writing"]);
        name(other, &["resume WRITING", "Chairing"]);
        name(paused, &["Sleeping"]);
        sample.change(paused, |it| it.state = GoalState::Paused);
        sample.change(amara, |it| it.goals.push(own));
        assert_eq!(skills_named(&sample.notebook, amara), ["Résumé writing", "Chairing"].map(title));
    }

    #[test]
    fn two_turns_of_one_day_stand_with_the_later_on_top() {
        let mut sample = Sample::new();
        let goal = sample.goal("Speak in public");
        sample.change(goal, |it| {
            it.turn(GoalState::Paused, day(1), Line::default(), PartId::new(9));
            it.turn(GoalState::Active, day(1), Line::default(), PartId::new(2));
        });
        let what: Vec<_> = timeline(&sample.notebook, goal).iter().map(|it| it.what).collect();
        assert_eq!(what, [2, 9].map(|id| Happening::Turn(PartId::new(id))));
    }

    #[test]
    fn a_goal_was_touched_by_whatever_happened_last() {
        let mut sample = Sample::new();
        let goal = eventful(&mut sample);
        for today in 1..=6 {
            let touched = last_touched(&sample.notebook, goal, day(today));
            assert_eq!(touched, Some(day(today)));
        }
        assert_eq!(last_touched(&sample.notebook, goal, day(0)), None);
    }

    #[test]
    fn a_meeting_still_to_come_has_not_touched_a_goal() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        let goal = sample.goal("Speak in public");
        let meeting = sample.planned(amara, day(4));
        sample.change(meeting, |it| it.goals.push(goal));
        assert_eq!(timeline(&sample.notebook, goal), []);
    }
}
