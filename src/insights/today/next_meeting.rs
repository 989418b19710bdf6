//! The next meeting and whether it is prepared (R3).

use crate::{
    domain::{Day, Id, Meeting, Mentorship, Notebook, TimeOfDay},
    insights::actions::to_settle,
};

/// Days ahead in which a meeting is near.
const NEAR: i64 = 14;

/// A planned meeting that is near.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NextMeeting {
    /// The meeting.
    pub meeting: Id<Meeting>,
    /// The mentorship it belongs to.
    pub mentorship: Id<Mentorship>,
    /// Its day.
    pub on: Day,
    /// Days from today; 0 is today.
    pub in_days: i64,
    /// When it begins.
    pub at: Option<TimeOfDay>,
    /// Whether the owner is prepared.
    pub prepared: bool,
    /// Points on its agenda.
    pub points: usize,
    /// Open action items from earlier meetings that it has to decide about (R4).
    pub to_settle: usize,
}

/// The planned meeting that comes first, if that is within 14 days. Of two on one day, the one
/// with the earlier time; those without a time come last.
#[must_use]
pub fn next_meeting(notebook: &Notebook, today: Day) -> Option<NextMeeting> {
    let (meeting, it) = notebook
        .all::<Meeting>()
        .filter(|(_, it)| it.state.is_planned() && notebook.get(it.mentorship).is_some_and(|of| of.state.is_running()))
        .filter(|(_, it)| (0..=NEAR).contains(&(it.on - today).num_days()))
        .min_by_key(|(id, it)| (it.on, it.at.is_none(), it.at, *id))?;
    Some(NextMeeting {
        meeting,
        mentorship: it.mentorship,
        on: it.on,
        in_days: (it.on - today).num_days(),
        at: it.at,
        prepared: it.prepared,
        points: it.agenda.len(),
        to_settle: to_settle(notebook, meeting).len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insights::sample::{Sample, day};

    #[test]
    fn it_is_the_first_planned_from_today_on() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        let passed = sample.planned(amara, day(1));
        let held = sample.held(amara, day(3));
        let near = sample.planned(amara, day(17));
        sample.planned(amara, day(20));
        sample.action(amara, Some(held), day(3), None);
        let next = |today| next_meeting(&sample.notebook, day(today));
        assert_eq!(next(1).map(|it| it.meeting), Some(passed));
        assert_eq!(next(2), None);
        let found = next(3).unwrap();
        assert_eq!((found.meeting, found.in_days, found.to_settle), (near, 14, 1));
    }

    #[test]
    fn of_two_on_one_day_the_earlier_is_next() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        sample.planned(amara, day(2));
        let [late, early] = [17, 9].map(|hour| {
            let meeting = sample.planned(amara, day(2));
            sample.change(meeting, |it| it.at = TimeOfDay::from_hms_opt(hour, 0, 0));
            meeting
        });
        let next = next_meeting(&sample.notebook, day(2)).unwrap();
        assert_eq!(next.meeting, early);
        assert_ne!(next.meeting, late);
    }
}
