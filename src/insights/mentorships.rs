//! Mentorships and what belongs to them, in the order in which they are shown (R2, R4).

use std::cmp::Reverse;

use super::{
    contact::last_contact,
    rhythm::{self, RhythmState, Standing, standing},
};
use crate::domain::{
    Action, ActionState, CheckIn, Day, EntryId, Feedback, Id, Meeting, Mentorship, MentorshipState, Notebook, order,
};

/// A mentorship that goes on, and how it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Running {
    /// The mentorship.
    pub id: Id<Mentorship>,
    /// How it stands to its rhythm; none if it has none.
    pub standing: Option<Standing>,
    /// The day of the last contact logged.
    pub last: Option<Day>,
}

/// The mentorships that go on: overdue ones first, then those that are due, then by the day on which
/// the next contact is due; those without a rhythm last.
#[must_use]
pub fn running(notebook: &Notebook, today: Day) -> Vec<Running> {
    let running = notebook.all::<Mentorship>().filter(|(_, it)| it.state.is_running());
    let running: Vec<_> = running
        .map(|(id, _)| Running { id, standing: standing(notebook, id, today), last: last_contact(notebook, id, today) })
        .collect();

    order::by_key(running, |it| {
        let urgency = it.standing.map_or(3, |standing| match standing.state {
            RhythmState::Overdue => 0,
            RhythmState::Due => 1,
            RhythmState::Planned { .. } | RhythmState::Fine | RhythmState::Paused { .. } => 2,
        });
        (urgency, it.standing.map(|standing| standing.due_on), it.id)
    })
}

/// The mentorships that have ended, the latest first.
#[must_use]
pub fn ended(notebook: &Notebook) -> Vec<Id<Mentorship>> {
    let ended: Vec<_> = notebook
        .all::<Mentorship>()
        .filter_map(|(id, it)| match it.state {
            MentorshipState::Ended { on, .. } => Some((Reverse(on), id)),
            MentorshipState::Running => None,
        })
        .collect();
    let ended = order::sorted(ended);
    ended.into_iter().map(|(_, id)| id).collect()
}

/// All planned meetings of a mentorship, soonest first; one whose day has passed and that nobody
/// logged is still among them.
#[must_use]
pub fn planned(notebook: &Notebook, id: Id<Mentorship>) -> Vec<Id<Meeting>> {
    let planned: Vec<_> = notebook
        .pointing::<Meeting>(id)
        .filter(|(_, it)| it.state.is_planned())
        .map(|(meeting, it)| (it.on, it.at, meeting))
        .collect();
    let planned = order::sorted(planned);
    planned.into_iter().map(|(_, _, meeting)| meeting).collect()
}

/// What happened between two people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Happened {
    /// A check-in.
    CheckIn(Id<CheckIn>),
    /// A meeting that was held, missed or cancelled.
    Meeting(Id<Meeting>),
}

impl Happened {
    /// The entry that it is.
    #[must_use]
    pub fn entry(self) -> EntryId {
        match self {
            Self::CheckIn(id) => id.entry(),
            Self::Meeting(id) => id.entry(),
        }
    }
}

/// The meetings that are no longer planned, and the check-ins, newest first.
#[must_use]
pub fn happened(notebook: &Notebook, id: Id<Mentorship>) -> Vec<Happened> {
    let meetings = notebook
        .pointing::<Meeting>(id)
        .filter(|(_, it)| !it.state.is_planned())
        .map(|(meeting, it)| (it.on, it.at, Happened::Meeting(meeting)));
    let check_ins = notebook.pointing::<CheckIn>(id).map(|(check_in, it)| (it.on, None, Happened::CheckIn(check_in)));
    let happened: Vec<_> = meetings.chain(check_ins).collect();
    let happened = order::by_key(happened, |it| Reverse(*it));
    happened.into_iter().map(|(_, _, what)| what).collect()
}

/// The day to propose for the next meeting: as many days as agreed after the last contact or the last
/// planned meeting, not before tomorrow, and not in a pause. None where no rhythm was agreed.
#[must_use]
pub fn proposed_day(notebook: &Notebook, id: Id<Mentorship>, today: Day) -> Option<Day> {
    let mentorship = notebook.get(id)?;
    let rhythm = mentorship.rhythm?;
    let ahead = rhythm::planned(notebook, id, today).last().map(|it| it.0);
    let from = last_contact(notebook, id, today).max(ahead);
    let from = from.map_or(mentorship.since, |from| from.max(mentorship.since));
    let paused = mentorship.paused();
    // The first day from tomorrow on that counts.
    Some(paused.after(from, rhythm.ideal.into()).max(paused.after(today, 1)))
}

/// The action items of a mentorship that are done or were dropped, the latest first.
#[must_use]
pub fn settled_actions(notebook: &Notebook, id: Id<Mentorship>) -> Vec<Id<Action>> {
    let settled: Vec<_> = notebook
        .pointing::<Action>(id)
        .filter_map(|(action, it)| match it.state {
            ActionState::Open => None,
            ActionState::Done { on } | ActionState::Dropped { on, .. } => Some((Reverse(on), action)),
        })
        .collect();
    let settled = order::sorted(settled);
    settled.into_iter().map(|(_, action)| action).collect()
}

/// The feedback of a mentorship, newest first.
#[must_use]
pub fn feedback(notebook: &Notebook, id: Id<Mentorship>) -> Vec<Id<Feedback>> {
    let feedback: Vec<_> = notebook.pointing::<Feedback>(id).map(|(feedback, it)| (Reverse(it.on), feedback)).collect();
    let feedback = order::sorted(feedback);
    feedback.into_iter().map(|(_, feedback)| feedback).collect()
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, day};
    use super::*;
    use crate::domain::{Answer, Direction};

    #[test]
    fn what_is_most_urgent_comes_first_and_what_has_no_rhythm_last() {
        let mut sample = Sample::new();
        let free = sample.mentorship("Free", day(0));
        sample.change(free, |it| it.rhythm = None);
        let fine = sample.mentorship("Fine", day(0));
        sample.held(fine, day(39));
        let due = sample.mentorship("Due", day(20));
        let overdue = sample.mentorship("Overdue", day(0));
        let over = sample.mentorship("Over", day(0));
        sample.change(over, |it| it.state = MentorshipState::Ended { on: day(30), reason: Default::default() });
        let order: Vec<_> = running(&sample.notebook, day(40)).iter().map(|it| it.id).collect();
        assert_eq!(order, [overdue, due, fine, free]);
        assert_eq!(ended(&sample.notebook), [over]);
    }

    #[test]
    fn what_happened_stands_newest_first_and_what_is_planned_soonest_first() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        let first = sample.held(amara, day(1));
        let word = sample.check_in(amara, day(5), Direction::FromMe, Answer::Answered);
        let second = sample.held(amara, day(15));
        let later = sample.planned(amara, day(40));
        let forgotten = sample.planned(amara, day(10));
        assert_eq!(
            happened(&sample.notebook, amara),
            [Happened::Meeting(second), Happened::CheckIn(word), Happened::Meeting(first)]
        );
        assert_eq!(planned(&sample.notebook, amara), [forgotten, later]);
    }

    #[test]
    fn the_next_day_follows_from_the_rhythm_and_is_never_past() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        let proposed = |sample: &Sample, today| proposed_day(&sample.notebook, amara, day(today));
        assert_eq!(proposed(&sample, 2), Some(day(14)));
        sample.held(amara, day(3));
        assert_eq!(proposed(&sample, 4), Some(day(17)));
        assert_eq!(proposed(&sample, 60), Some(day(61)));
        sample.planned(amara, day(20));
        assert_eq!(proposed(&sample, 4), Some(day(34)));
        sample.change(amara, |it| it.rhythm = None);
        assert_eq!(proposed(&sample, 4), None);
    }
}
