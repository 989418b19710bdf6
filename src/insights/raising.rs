//! What can be raised with the other one, where it would go, and whether it stands there already (H1 to H5).

use super::{
    agreements,
    mentorships::{planned, proposed_day},
};
use crate::domain::{Action, Day, Id, Meeting, Mentorship, Notebook};

/// Days after which somebody without a rhythm meets, and by which an action item is due.
pub const WEEK: i64 = 7;

/// What a text can become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// A point of the next agenda.
    Point,
    /// An action item of the owner.
    Action,
    /// A line of the agreement.
    Line,
}

/// The planned meeting that comes next, and its day.
#[must_use]
pub fn next_meeting(notebook: &Notebook, id: Id<Mentorship>, today: Day) -> Option<(Id<Meeting>, Day)> {
    let days = planned(notebook, id).into_iter().filter_map(|meeting| Some((meeting, notebook.get(meeting)?.on)));
    days.into_iter().find(|(_, on)| *on >= today)
}

/// The day of a meeting that is planned for what is to be said: the one the rhythm proposes, or a week from today,
/// days of pauses left out.
#[must_use]
pub fn day_for_it(notebook: &Notebook, id: Id<Mentorship>, today: Day) -> Day {
    let paused = notebook.get(id).map(Mentorship::paused).unwrap_or_default();
    proposed_day(notebook, id, today).unwrap_or_else(|| paused.after(today, WEEK))
}

/// Whether a text has become that already: on the agenda of a planned meeting, among the open action items, in the
/// newest agreement, agreed or not.
#[must_use]
pub fn stands(notebook: &Notebook, id: Id<Mentorship>, way: Way, text: &str) -> bool {
    match way {
        Way::Point => planned(notebook, id)
            .into_iter()
            .any(|meeting| notebook.get(meeting).is_some_and(|it| it.agenda.iter().any(|point| &*point.title == text))),
        Way::Action => notebook.pointing::<Action>(id).any(|(_, it)| it.state.is_open() && &*it.title == text),
        Way::Line => {
            let newest = agreements::of(notebook, id).into_iter().next();
            newest.is_some_and(|(_, it)| it.guidelines.lines().any(|line| line == text))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, day, text, title};
    use super::*;
    use crate::domain::{ActionState, AgendaPoint, Agreement, MeetingState, PartId};

    #[test]
    fn it_goes_to_the_next_meeting_that_is_planned_or_to_the_day_the_rhythm_proposes() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        sample.held(amara, day(1));
        assert_eq!(next_meeting(&sample.notebook, amara, day(2)), None);
        assert_eq!(day_for_it(&sample.notebook, amara, day(2)), day(15));
        let (later, next) = (sample.planned(amara, day(20)), sample.planned(amara, day(9)));
        assert_eq!(next_meeting(&sample.notebook, amara, day(2)), Some((next, day(9))));
        assert_eq!(
            next_meeting(&sample.notebook, amara, day(10)),
            Some((later, day(20))),
            "what is past waits to be logged"
        );
        sample.change(amara, |it| it.rhythm = None);
        assert_eq!(day_for_it(&sample.notebook, amara, day(2)), day(9));
    }

    #[test]
    fn what_was_raised_stands_as_long_as_it_is_open() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        let stands = |sample: &Sample, way| stands(&sample.notebook, amara, way, "Slower");
        let meeting = sample.planned(amara, day(9));
        sample.change(meeting, |it| {
            it.agenda.add(AgendaPoint { id: PartId::new(1), place: 0, title: title("Slower"), done: false });
        });
        let action = sample.action(amara, None, day(0), None);
        sample.change(action, |it| it.title = title("Slower"));
        let agreement = sample.put(Agreement::new(amara, day(0)));
        assert!(!stands(&sample, Way::Line));
        sample.change(agreement, |it| it.guidelines = text("Kindly\nSlower"));
        assert!([Way::Point, Way::Action, Way::Line].into_iter().all(|way| stands(&sample, way)));
        sample.change(meeting, |it| it.state = MeetingState::Held);
        sample.change(action, |it| it.state = ActionState::Done { on: day(3) });
        assert!(!stands(&sample, Way::Point) && !stands(&sample, Way::Action));
    }
}
