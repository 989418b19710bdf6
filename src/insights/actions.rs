//! What is still to be done, and what a meeting has to decide about (R4).

use crate::domain::{Action, Day, Id, Meeting, MeetingState, Mentorship, Notebook, TimeOfDay, order};

/// Overdue ones come first by themselves: their days are the earliest.
pub(super) fn in_order<'a>(actions: impl Iterator<Item = (Id<Action>, &'a Action)>) -> Vec<Id<Action>> {
    let actions: Vec<_> = actions.collect();
    let actions = order::by_key(actions, |(id, it)| (it.due.unwrap_or(Day::MAX), it.promised, *id));
    actions.into_iter().map(|(id, _)| id).collect()
}

/// The open action items of a mentorship: by due day, those without one last, then by the day they
/// were promised.
#[must_use]
pub fn open_actions(notebook: &Notebook, mentorship: Id<Mentorship>) -> Vec<Id<Action>> {
    in_order(notebook.pointing::<Action>(mentorship).filter(|(_, it)| it.state.is_open()))
}

/// All open action items: overdue ones first, then by due day, those without one last, then by the
/// day they were promised.
#[must_use]
pub fn all_open(notebook: &Notebook) -> Vec<Id<Action>> {
    in_order(notebook.all::<Action>().filter(|(_, it)| it.state.is_open()))
}

/// Where a meeting stands among those of its mentorship.
type Moment = (Day, Option<TimeOfDay>, Id<Meeting>);

fn moment(id: Id<Meeting>, meeting: &Meeting) -> Moment {
    (meeting.on, meeting.at, id)
}

/// Whether decisions are taken at this meeting: it is the latest that was held, or the first planned
/// after that. An earlier one is past, and one further ahead waits its turn.
fn decides(notebook: &Notebook, id: Id<Meeting>, meeting: &Meeting) -> bool {
    let moments = |state: MeetingState| {
        notebook
            .pointing::<Meeting>(meeting.mentorship)
            .filter(move |(_, it)| it.state == state)
            .map(|(id, it)| moment(id, it))
    };
    let this = moment(id, meeting);
    let latest_held = moments(MeetingState::Held).max();
    match meeting.state {
        MeetingState::Held => latest_held == Some(this),
        MeetingState::Planned => {
            let after = moments(MeetingState::Planned).filter(|it| Some(*it) > latest_held);
            after.min() == Some(this)
        }
        MeetingState::Missed { .. } | MeetingState::Cancelled { .. } => false,
    }
}

/// The open action items that must be finished, carried forward or dropped when this meeting opens
/// (R4): those of the same mentorship that were promised by its day, that do not come from it or from
/// a later one, and that were not carried to it or to a later one. None for a meeting at which nothing
/// is decided: see `decides`.
#[must_use]
pub fn to_settle(notebook: &Notebook, id: Id<Meeting>) -> Vec<Id<Action>> {
    let Some(meeting) = notebook.get(id) else {
        return Vec::new();
    };
    if !decides(notebook, id, meeting) {
        return Vec::new();
    }
    let this = moment(id, meeting);
    let this_or_later = |other: &Id<Meeting>| notebook.get(*other).is_some_and(|it| moment(*other, it) >= this);
    let asks = |action: &Action| {
        action.state.is_open()
            && action.promised <= meeting.on
            && !action.meeting.iter().any(this_or_later)
            && !action.carried_to.iter().any(this_or_later)
    };
    in_order(notebook.pointing::<Action>(meeting.mentorship).filter(|(_, it)| asks(it)))
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, day};
    use super::*;
    use crate::domain::ActionState;
    use proptest::prelude::*;

    #[test]
    fn what_is_due_first_comes_first() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        let jonas = sample.mentorship("Jonas", day(0));
        let some_day = sample.action(amara, None, day(0), None);
        let next_week = sample.action(jonas, None, day(0), Some(day(12)));
        let late_promised_last = sample.action(amara, None, day(2), Some(day(3)));
        let late_promised_first = sample.action(amara, None, day(1), Some(day(3)));
        let done = sample.action(amara, None, day(0), Some(day(1)));
        sample.change(done, |it| it.state = ActionState::Done { on: day(1) });
        assert_eq!(all_open(&sample.notebook), [late_promised_first, late_promised_last, next_week, some_day]);
        assert_eq!(open_actions(&sample.notebook, jonas), [next_week]);
    }

    #[test]
    fn the_next_meeting_asks_for_what_the_last_one_left_open() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        let jonas = sample.mentorship("Jonas", day(0));
        let first = sample.held(amara, day(1));
        let second = sample.held(amara, day(15));
        let third = sample.planned(amara, day(29));
        let fourth = sample.planned(amara, day(43));
        let from_first = sample.action(amara, Some(first), day(1), None);
        let from_second = sample.action(amara, Some(second), day(15), None);
        let by_mail = sample.action(amara, None, day(20), None);
        sample.action(jonas, None, day(1), None);
        assert_eq!(to_settle(&sample.notebook, first), []);
        assert_eq!(to_settle(&sample.notebook, second), [from_first]);
        assert_eq!(to_settle(&sample.notebook, third), [from_first, from_second, by_mail]);
        assert_eq!(to_settle(&sample.notebook, fourth), []);
    }

    #[test]
    fn what_was_carried_forward_is_asked_for_again_only_later() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        let first = sample.held(amara, day(1));
        let second = sample.planned(amara, day(15));
        let action = sample.action(amara, Some(first), day(1), None);
        sample.change(action, |it| it.carry_to(second));
        assert_eq!(to_settle(&sample.notebook, second), []);
        sample.change(second, |it| it.state = MeetingState::Held);
        assert_eq!(to_settle(&sample.notebook, second), []);
        let third = sample.planned(amara, day(29));
        assert_eq!(to_settle(&sample.notebook, third), [action]);
        sample.change(action, |it| it.carry_to(third));
        assert_eq!(to_settle(&sample.notebook, third), []);
        assert_eq!(to_settle(&sample.notebook, second), []);
    }

    #[test]
    fn a_meeting_that_never_was_logged_does_not_hold_up_the_next() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        let forgotten = sample.planned(amara, day(1));
        let held = sample.held(amara, day(15));
        let next = sample.planned(amara, day(29));
        let action = sample.action(amara, Some(held), day(15), None);
        assert_eq!(to_settle(&sample.notebook, forgotten), []);
        assert_eq!(to_settle(&sample.notebook, next), [action]);
    }

    proptest! {
        #[test]
        fn once_every_one_is_decided_on_nothing_is_left_to_settle(
            meetings in prop::collection::vec((0i64..60, any::<bool>()), 1..6),
            actions in prop::collection::vec((0i64..60, prop::option::of(0usize..6)), 0..8),
            decisions in prop::collection::vec(0u8..3, 8),
        ) {
            let mut sample = Sample::new();
            let amara = sample.mentorship("Amara", day(0));
            let meetings: Vec<_> = meetings.into_iter().map(|(on, held)| {
                if held { sample.held(amara, day(on)) } else { sample.planned(amara, day(on)) }
            }).collect();
            for (promised, from) in actions {
                let from = from.and_then(|at| meetings.get(at).copied());
                sample.action(amara, from, day(promised), None);
            }
            for meeting in meetings {
                for (action, decision) in to_settle(&sample.notebook, meeting).into_iter().zip(&decisions) {
                    prop_assert!(!sample.notebook.get(action).unwrap().stands_on(meeting));
                    sample.change(action, |it| match decision {
                        0 => it.state = ActionState::Done { on: day(60) },
                        1 => it.carry_to(meeting),
                        _ => it.state = ActionState::Dropped { on: day(60), reason: Default::default() },
                    });
                }
                prop_assert_eq!(to_settle(&sample.notebook, meeting), []);
            }
        }
    }
}
