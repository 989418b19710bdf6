//! What the end of a mentorship has to settle, and what it ends with (H5).

use super::{actions::open_actions, contact::contacts};
use crate::domain::{
    Action, Day, Direction, Feedback, Goal, GoalState, Id, Meeting, MeetingState, Mentorship, MentorshipState, Notebook,
};

/// Days before the day to keep in touch from which on a contact does what was meant for that day.
const NEAR: i64 = 7;

/// What two people did together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Closing {
    /// The action items that are still open.
    pub open: Vec<Id<Action>>,
    /// The meetings that are still to come, which are called off with the end.
    pub planned: Vec<Id<Meeting>>,
    /// The goals that were reached, those that are linked.
    pub reached: Vec<Id<Goal>>,
    /// The meetings that were held.
    pub held: usize,
    /// Something they said about which the owner did something: the latest that may be named to others.
    pub taken: Option<Id<Feedback>>,
}

/// What there is to settle and to thank for.
#[must_use]
pub fn closing(notebook: &Notebook, id: Id<Mentorship>, today: Day) -> Closing {
    let Some(mentorship) = notebook.get(id) else { return Closing::default() };
    let reached = |id: &&Id<Goal>| notebook.get(**id).is_some_and(|it| it.state == GoalState::Achieved);
    let ours = || notebook.pointing::<Meeting>(id);
    let planned = ours().filter(|(_, it)| it.state.is_planned() && it.on >= today).map(|(id, _)| id);
    let held = ours().filter(|(_, it)| it.state == MeetingState::Held);
    let taken = notebook.pointing::<Feedback>(id).filter(|(_, it)| it.is_acted_upon());
    let taken = taken.filter(|(id, it)| it.direction == Direction::FromThem && notebook.may_be_named(id.entry()));
    let taken = taken.map(|(id, it)| (it.on, notebook.made(id), id)).max();
    Closing {
        open: open_actions(notebook, id),
        planned: planned.collect(),
        reached: mentorship.goals.iter().filter(reached).copied().collect(),
        held: held.count(),
        taken: taken.map(|(.., id)| id),
    }
}

/// The day on which one wanted to write to somebody again, once it has come: until a contact was logged since then, or
/// in the week before.
#[must_use]
pub fn keep_in_touch(notebook: &Notebook, id: Id<Mentorship>, today: Day) -> Option<Day> {
    let mentorship = notebook.get(id)?;
    let MentorshipState::Ended { on: ended, .. } = mentorship.state else { return None };
    let on = mentorship.keep_in_touch.filter(|on| *on <= today)?;
    let near = on.plus(-NEAR);
    let wrote = contacts(notebook, id, today).iter().any(|it| it.on > ended && it.on >= near);
    (!wrote).then_some(on)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, day, text};
    use super::*;
    use crate::domain::{Answer, Line};

    #[test]
    fn it_knows_what_is_open_and_what_was_reached() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        let [reached, other] = ["Speak in public", "Lead a project"].map(|name| sample.goal(name));
        sample.change(amara, |it| it.goals = vec![other, reached]);
        sample.change(reached, |it| it.state = GoalState::Achieved);
        let meeting = sample.held(amara, day(4));
        let planned = sample.planned(amara, day(40));
        sample.planned(amara, day(19));
        let open = sample.action(amara, None, day(4), None);
        let mut said = |on, done: &str| {
            let mut feedback = Feedback::new(amara, Direction::FromThem, text("Slower"), day(on));
            feedback.meeting = Some(meeting);
            feedback.act(text(done), day(on));
            sample.put(feedback)
        };
        said(4, "I count to five");
        let taken = said(8, "I breathe");
        said(9, "");
        let private = said(10, "I tell nobody");
        sample.hide(private);
        let expected =
            Closing { open: vec![open], planned: vec![planned], reached: vec![reached], held: 1, taken: Some(taken) };
        assert_eq!(closing(&sample.notebook, amara, day(20)), expected);
    }

    #[test]
    fn keeping_in_touch_waits_until_somebody_wrote() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        sample.change(amara, |it| it.keep_in_touch = Some(day(30)));
        let due = |sample: &Sample, today| keep_in_touch(&sample.notebook, amara, day(today));
        assert_eq!(due(&sample, 30), None, "it goes on");
        sample.check_in(amara, day(27), Direction::FromMe, Answer::NotNeeded);
        sample.change(amara, |it| it.state = MentorshipState::Ended { on: day(28), reason: Line::default() });
        assert_eq!((due(&sample, 29), due(&sample, 30), due(&sample, 90)), (None, Some(day(30)), Some(day(30))));
        sample.check_in(amara, day(29), Direction::FromMe, Answer::NotNeeded);
        assert_eq!(due(&sample, 30), None);
        sample.change(amara, |it| it.keep_in_touch = Some(day(90)));
        assert_eq!(due(&sample, 90), Some(day(90)));
    }
}
