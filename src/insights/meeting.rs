//! What belongs to one meeting, in the order in which its page shows it (R4, R5).

use super::actions::in_order;
use crate::domain::{Action, Feedback, Id, Meeting, MeetingState, Notebook, order};

/// The action items that stand on a meeting: open ones first, as they are due, then those that are done
/// or were dropped, by the day they were promised.
#[must_use]
pub fn actions_of(notebook: &Notebook, id: Id<Meeting>) -> Vec<Id<Action>> {
    let (open, settled): (Vec<_>, Vec<_>) =
        notebook.pointing::<Action>(id).filter(|(_, it)| it.stands_on(id)).partition(|(_, it)| it.state.is_open());
    let settled: Vec<_> = settled.into_iter().map(|(action, it)| (it.promised, action)).collect();
    let settled = order::sorted(settled);
    let settled = settled.into_iter().map(|(_, action)| action);
    in_order(open.into_iter()).into_iter().chain(settled).collect()
}

/// The feedback given at a meeting, in either direction, as it was written down.
#[must_use]
pub fn feedback_of(notebook: &Notebook, id: Id<Meeting>) -> Vec<Id<Feedback>> {
    let given = notebook.pointing::<Feedback>(id);
    let given: Vec<_> = given.map(|(feedback, it)| (it.on, feedback)).collect();
    let given = order::sorted(given);
    given.into_iter().map(|(_, feedback)| feedback).collect()
}

/// The last meeting of the same mentorship that was held before this one.
#[must_use]
pub fn last_time(notebook: &Notebook, id: Id<Meeting>) -> Option<Id<Meeting>> {
    let this = notebook.get(id)?;
    let before = notebook
        .pointing::<Meeting>(this.mentorship)
        .filter(|(_, it)| it.state == MeetingState::Held)
        .map(|(meeting, it)| (it.on, it.at, meeting))
        .filter(|moment| *moment < (this.on, this.at, id));
    before.max().map(|(_, _, meeting)| meeting)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, day};
    use super::*;
    use crate::domain::{ActionState, Direction, Text};

    #[test]
    fn its_action_items_are_those_from_it_and_those_carried_to_it() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        let first = sample.held(amara, day(1));
        let second = sample.held(amara, day(15));
        let done = sample.action(amara, Some(second), day(15), Some(day(16)));
        sample.change(done, |it| it.state = ActionState::Done { on: day(16) });
        let own = sample.action(amara, Some(second), day(15), None);
        let carried = sample.action(amara, Some(first), day(1), Some(day(20)));
        sample.change(carried, |it| it.carry_to(second));
        assert_eq!(actions_of(&sample.notebook, second), [carried, own, done]);
        assert_eq!(actions_of(&sample.notebook, first), [carried]);
    }

    #[test]
    fn its_feedback_is_what_was_said_at_it() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        let meeting = sample.held(amara, day(1));
        let feedback = Feedback::new(amara, Direction::FromThem, Text::new("Slower").unwrap(), day(1));
        let said = sample.put(Feedback { meeting: Some(meeting), ..feedback });
        let other = sample.held(amara, day(2));
        assert_eq!(feedback_of(&sample.notebook, meeting), [said]);
        assert_eq!(feedback_of(&sample.notebook, other), []);
    }

    #[test]
    fn last_time_is_the_latest_held_before_it_with_the_same_person() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        let jonas = sample.mentorship("Jonas", day(0));
        let first = sample.held(amara, day(1));
        let second = sample.held(amara, day(15));
        sample.held(jonas, day(20));
        let missed = sample.planned(amara, day(22));
        let next = sample.planned(amara, day(29));
        assert_eq!(last_time(&sample.notebook, next), Some(second));
        assert_eq!(last_time(&sample.notebook, missed), Some(second));
        assert_eq!(last_time(&sample.notebook, second), Some(first));
        assert_eq!(last_time(&sample.notebook, first), None);
    }
}
