//! An agenda that proposes itself: what a planned meeting should not pass over, each point with its reason (R3).

use std::cmp::Reverse;

use super::{
    actions::open_actions,
    agreements,
    goals::{last_touched, written_last},
    meeting::last_time,
};
use crate::domain::{
    Action, Agreement, Day, Direction, Feedback, Goal, GoalState, Id, Meeting, Notebook, PartId, Rhythm, order,
};

/// Days after which a goal to which nothing happened is worth a question, where no rhythm says more.
const QUIET: i64 = 30;

/// Days after which one tells what became of a piece of feedback.
const TO_ACT: i64 = 7;

/// A point that an agenda should have, with its reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Proposal {
    /// It stood on the agenda of the last meeting, and others were talked about instead.
    LeftOver {
        /// That meeting.
        meeting: Id<Meeting>,
        /// The point.
        point: PartId,
    },
    /// A milestone was reached since the last meeting: good news is told.
    Reached {
        /// The goal.
        goal: Id<Goal>,
        /// The milestone.
        milestone: PartId,
        /// The day.
        on: Day,
    },
    /// An action item is overdue.
    Overdue {
        /// The action item.
        action: Id<Action>,
        /// The day by which it should have been done.
        due: Day,
    },
    /// The day to look at the agreement again has come, or comes before this meeting (R8).
    Agreement {
        /// The agreement that stands.
        agreement: Id<Agreement>,
        /// The day set for it.
        review_on: Day,
    },
    /// The day to look at a goal again has come, or comes before this meeting (R8).
    Review {
        /// The goal.
        goal: Id<Goal>,
        /// The day set for it.
        review_on: Day,
    },
    /// Nothing happened to a goal for long.
    Quiet {
        /// The goal.
        goal: Id<Goal>,
        /// The last day on which anything happened to it; none if nothing ever did.
        since: Option<Day>,
    },
    /// Somebody gave feedback, and nothing is noted that came of it (R5).
    Feedback {
        /// The feedback.
        feedback: Id<Feedback>,
        /// Its day.
        on: Day,
    },
}

/// What a planned meeting should not pass over, what is lost soonest first; none for one that is not planned.
///
/// - *Left over*: points of the last meeting that were not ticked off. Where none was, nobody ticks, and nothing follows.
/// - *Reached*: milestones of the goals of this mentorship since the last meeting, or in the last 30 days.
/// - *Overdue*: what either promised, and whose day has passed.
/// - *To look at again*: the agreement that stands and the goals, if their day comes by the day of the meeting.
/// - *Quiet*: active goals to which nothing happened for twice the ideal days of the rhythm, or 30 days without
///   one. A goal that is to be looked at again is not named twice.
/// - *Feedback* from the other side, seven days old or more, of which nothing is noted that came of it.
///
/// An agenda is for both to read, so nothing is proposed that is private (R6).
#[must_use]
pub fn proposals(notebook: &Notebook, id: Id<Meeting>, today: Day) -> Vec<Proposal> {
    let Some(meeting) = notebook.get(id).filter(|it| it.state.is_planned()) else { return Vec::new() };
    let Some(mentorship) = notebook.get(meeting.mentorship) else { return Vec::new() };
    let by = meeting.on.max(today);
    let last = last_time(notebook, id);
    let mut found = left_over(notebook, last);
    let since = last.and_then(|last| notebook.get(last)).map_or(today.plus(-QUIET), |it| it.on);
    let goals = mentorship.goals.iter().filter(|id| notebook.may_be_named(id.entry()));
    let goals: Vec<_> = goals.filter_map(|id| Some((*id, notebook.get(*id)?))).collect();
    for (goal, it) in &goals {
        let reached = it.milestones.iter().filter_map(|milestone| Some((milestone.id, milestone.done?)));
        let new = reached.filter(|(_, on)| *on > since && *on <= today);
        found.extend(new.map(|(milestone, on)| Proposal::Reached { goal: *goal, milestone, on }));
    }
    let open = open_actions(notebook, meeting.mentorship).into_iter().filter(|id| notebook.may_be_named(id.entry()));
    let overdue = open.filter_map(|action| Some((action, notebook.get(action)?)));
    let overdue = overdue.filter(|(_, it)| it.is_overdue(today)).filter_map(|(action, it)| Some((action, it.due?)));
    found.extend(overdue.map(|(action, due)| Proposal::Overdue { action, due }));
    if let Some((agreement, it)) = agreements::standing(notebook, meeting.mentorship)
        && let Some(review_on) = it.review_on.filter(|day| *day <= by)
    {
        found.push(Proposal::Agreement { agreement, review_on });
    }
    let patience = mentorship.rhythm.map_or(QUIET, |Rhythm { ideal, .. }| 2 * i64::from(ideal));
    for (goal, it) in goals.iter().filter(|(_, it)| it.state == GoalState::Active) {
        let touched = last_touched(notebook, *goal, today);
        // A goal to which nothing happened yet is as old as its words.
        let known = touched.or_else(|| written_last(notebook, *goal, today));
        let known = known.map_or(mentorship.since, |known| known.max(mentorship.since));
        if let Some(review_on) = it.review_on.filter(|day| *day <= by) {
            found.push(Proposal::Review { goal: *goal, review_on });
        } else if (today - known).num_days() >= patience {
            found.push(Proposal::Quiet { goal: *goal, since: touched });
        }
    }
    let waits = |(id, it): &(Id<Feedback>, &Feedback)| {
        let is_theirs = it.direction == Direction::FromThem;
        is_theirs && !it.is_acted_upon() && (today - it.on).num_days() >= TO_ACT && notebook.may_be_named(id.entry())
    };
    let waiting = notebook.pointing::<Feedback>(meeting.mentorship).filter(waits).map(|(id, it)| (id, it.on)).collect();
    let waiting = order::by_key(waiting, |(id, on): &(Id<Feedback>, Day)| (Reverse(*on), *id));
    found.extend(waiting.into_iter().map(|(feedback, on)| Proposal::Feedback { feedback, on }));
    found
}

fn left_over(notebook: &Notebook, last: Option<Id<Meeting>>) -> Vec<Proposal> {
    let Some((meeting, it)) = last.and_then(|last| Some((last, notebook.get(last)?))) else { return Vec::new() };
    if !it.agenda.iter().any(|point| point.done) {
        return Vec::new();
    }
    let open = it.agenda.iter().filter(|point| !point.done);
    open.map(|point| Proposal::LeftOver { meeting, point: point.id }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{AgendaPoint, Milestone},
        insights::sample::{Sample, day, text, title},
    };

    fn point(id: u64, done: bool) -> AgendaPoint {
        AgendaPoint { id: PartId::new(id), place: 0, title: title("A point"), done }
    }

    #[test]
    fn what_others_pushed_aside_comes_again_if_anything_was_ticked_off() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        let last = sample.held(amara, day(1));
        let next = sample.planned(amara, day(15));
        sample.change(last, |it| it.agenda.add(point(1, false)));
        assert_eq!(proposals(&sample.notebook, next, day(2)), [], "nobody ticks here");
        sample.change(last, |it| it.agenda.add(point(2, true)));
        let expected = Proposal::LeftOver { meeting: last, point: PartId::new(1) };
        assert_eq!(proposals(&sample.notebook, next, day(2)), [expected]);
        assert_eq!(proposals(&sample.notebook, last, day(2)), [], "only what is planned has an agenda to come");
    }

    #[test]
    fn a_milestone_is_told_at_the_next_meeting_and_not_after_it() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        let goal = sample.goal("Lead a project");
        sample.change(amara, |it| it.goals = vec![goal]);
        sample.change(goal, |it| {
            it.milestones.add(Milestone {
                id: PartId::new(1),
                place: 0,
                title: title("Brief the team"),
                due: None,
                done: Some(day(5)),
            });
        });
        sample.held(amara, day(1));
        let next = sample.planned(amara, day(15));
        let reached = Proposal::Reached { goal, milestone: PartId::new(1), on: day(5) };
        assert_eq!(proposals(&sample.notebook, next, day(6)), [reached]);
        sample.held(amara, day(7));
        assert_eq!(proposals(&sample.notebook, next, day(8)), []);
    }

    #[test]
    fn what_is_overdue_quiet_or_to_be_looked_at_again_is_proposed_with_its_day() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        let (quiet, review) = (sample.goal("Lead a project"), sample.goal("Write it down"));
        sample.change(amara, |it| (it.goals, it.rhythm) = (vec![quiet, review], Rhythm::every(10)));
        sample.change(review, |it| it.review_on = Some(day(30)));
        let action = sample.action(amara, None, day(1), Some(day(4)));
        sample.action(amara, None, day(1), Some(day(40)));
        let next = sample.planned(amara, day(30));
        let found = |today| proposals(&sample.notebook, next, day(today));
        let overdue = Proposal::Overdue { action, due: day(4) };
        let review = Proposal::Review { goal: review, review_on: day(30) };
        assert_eq!(found(19), [overdue, review]);
        assert_eq!(found(20), [overdue, Proposal::Quiet { goal: quiet, since: None }, review]);
    }

    #[test]
    fn feedback_is_asked_after_once_there_was_time_to_act() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        let next = sample.planned(amara, day(15));
        let feedback = sample.put(Feedback::new(amara, Direction::FromThem, text("Slower"), day(1)));
        assert_eq!(proposals(&sample.notebook, next, day(7)), []);
        assert_eq!(proposals(&sample.notebook, next, day(8)), [Proposal::Feedback { feedback, on: day(1) }]);
        sample.change(feedback, |it| it.act(text("I pause after each slide"), day(8)));
        assert_eq!(proposals(&sample.notebook, next, day(8)), []);
    }

    #[test]
    fn a_goal_that_is_new_or_was_just_changed_is_not_quiet() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        let next = sample.planned(amara, day(60));
        let goal = sample.goal("Budgets");
        sample.change(amara, |it| it.goals.push(goal));
        let quiet = Proposal::Quiet { goal, since: None };
        assert_eq!(proposals(&sample.notebook, next, day(50)), [quiet]);
        sample.on(day(40));
        sample.change(goal, |it| it.why = text("To be asked"));
        assert_eq!(proposals(&sample.notebook, next, day(50)), []);
    }

    #[test]
    fn nothing_private_is_proposed() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        let next = sample.planned(amara, day(60));
        let goal = sample.goal("Leave the company");
        sample.change(amara, |it| it.goals.push(goal));
        let feedback = sample.put(Feedback::new(amara, Direction::FromThem, text("Slower"), day(1)));
        let action = sample.action(amara, None, day(1), Some(day(5)));
        assert_eq!(proposals(&sample.notebook, next, day(50)).len(), 3);
        sample.hide(goal);
        sample.hide(feedback);
        sample.hide(action);
        assert_eq!(proposals(&sample.notebook, next, day(50)), []);
    }
}
