//! Whether two people are in contact as often as they agreed (R1, R2).
//!
//! Days are counted from the last contact *logged*, whatever it was, so that a reminder never ignores
//! what has just been written down. Days of pauses do not count.

use super::contact::last_contact;
use crate::domain::{Day, Id, Meeting, Mentorship, Notebook, Rhythm, order};

/// How a running mentorship stands to its rhythm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The day of the last contact logged.
    pub last: Option<Day>,
    /// Days from that contact to today, those of pauses left out.
    pub since_days: Option<i64>,
    /// Days of pauses between the two.
    pub paused: i64,
    /// The days they would like between two contacts.
    pub ideal: u16,
    /// The days they never want to exceed.
    pub longest: u16,
    /// The day on which the next contact is due.
    pub due_on: Day,
    /// The planned meeting that comes soon enough: within the longest gap, or, where that is too late already, within
    /// the next ideal days.
    pub meets: Option<Day>,
    /// What follows from that today.
    pub state: RhythmState,
}

/// What the rhythm asks for today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RhythmState {
    /// Nothing: fewer than the ideal days have passed.
    Fine,
    /// The ideal days have passed.
    Due,
    /// More than the longest gap has passed.
    Overdue,
    /// It would be due or overdue, but a meeting is planned soon enough.
    Planned {
        /// The day of that meeting.
        on: Day,
    },
    /// Nothing: there is a pause, whatever would be due.
    Paused {
        /// Its last day.
        until: Day,
    },
}

/// How a mentorship stands to its rhythm today; none if it has no rhythm or has ended.
///
/// Days count from the last contact, or from the day it began where there is none or only an older one.
#[must_use]
pub fn standing(notebook: &Notebook, id: Id<Mentorship>, today: Day) -> Option<Standing> {
    let mentorship = notebook.get(id)?;
    let Rhythm { ideal, longest } = mentorship.rhythm?;
    if !mentorship.state.is_running() {
        return None;
    }
    let last = last_contact(notebook, id, today);
    let from = last.map_or(mentorship.since, |last| last.max(mentorship.since));
    let paused = mentorship.paused();
    let due_on = paused.after(from, ideal.into());
    let limit = paused.after(from, longest.into());
    let soon_enough = limit.max(paused.after(today, ideal.into()));
    let meets = next_planned(notebook, id, today).filter(|on| *on <= soon_enough);
    let state = match meets {
        _ if let Some(until) = paused.until(today) => RhythmState::Paused { until },
        _ if today < due_on => RhythmState::Fine,
        Some(on) => RhythmState::Planned { on },
        _ if today > limit => RhythmState::Overdue,
        _ => RhythmState::Due,
    };
    let since_days = last.map(|last| paused.between(last, today));
    let paused = last.map_or(0, |last| paused.within(last, today));
    Some(Standing { last, since_days, paused, ideal, longest, due_on, meets, state })
}

/// The planned meetings of a mentorship from today on, soonest first.
pub(super) fn planned(notebook: &Notebook, id: Id<Mentorship>, today: Day) -> Vec<(Day, Id<Meeting>)> {
    let planned: Vec<_> = notebook
        .pointing::<Meeting>(id)
        .filter(|(_, it)| it.state.is_planned() && it.on >= today)
        .map(|(meeting, it)| (it.on, meeting))
        .collect();

    order::sorted(planned)
}

fn next_planned(notebook: &Notebook, id: Id<Mentorship>, today: Day) -> Option<Day> {
    planned(notebook, id, today).first().map(|(on, _)| *on)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, day};
    use super::*;
    use crate::domain::{Answer, Direction, MentorshipState, PartId, Pause};
    use proptest::prelude::*;

    fn state(sample: &Sample, id: Id<Mentorship>, today: i64) -> RhythmState {
        standing(&sample.notebook, id, day(today)).unwrap().state
    }

    #[test]
    fn it_is_due_after_the_ideal_and_overdue_after_the_longest_gap() {
        let mut sample = Sample::new();
        let id = sample.mentorship("Amara", day(-100));
        sample.held(id, day(0));
        for (today, expected) in
            [(13, RhythmState::Fine), (14, RhythmState::Due), (28, RhythmState::Due), (29, RhythmState::Overdue)]
        {
            assert_eq!(state(&sample, id, today), expected, "{today}");
        }
        let standing = standing(&sample.notebook, id, day(20)).unwrap();
        assert_eq!((standing.last, standing.since_days), (Some(day(0)), Some(20)));
        assert_eq!(standing.due_on, day(14));
    }

    #[test]
    fn without_a_contact_it_counts_from_the_beginning() {
        let mut sample = Sample::new();
        let id = sample.mentorship("Amara", day(0));
        assert_eq!(state(&sample, id, 13), RhythmState::Fine);
        assert_eq!(state(&sample, id, 14), RhythmState::Due);
        let standing = standing(&sample.notebook, id, day(14)).unwrap();
        assert_eq!((standing.last, standing.since_days), (None, None));
    }

    #[test]
    fn a_contact_already_logged_settles_the_reminder() {
        let mut sample = Sample::new();
        let id = sample.mentorship("Amara", day(0));
        assert_eq!(state(&sample, id, 40), RhythmState::Overdue);
        sample.check_in(id, day(40), Direction::FromMe, Answer::Waiting);
        assert_eq!(state(&sample, id, 40), RhythmState::Fine);
    }

    #[test]
    fn a_meeting_planned_soon_enough_settles_it_too() {
        let mut sample = Sample::new();
        let id = sample.mentorship("Amara", day(0));
        let meeting = sample.planned(id, day(27));
        assert_eq!(state(&sample, id, 10), RhythmState::Fine);
        assert_eq!(state(&sample, id, 15), RhythmState::Planned { on: day(27) });
        sample.change(meeting, |meeting| meeting.on = day(50));
        assert_eq!(state(&sample, id, 15), RhythmState::Due);
        assert_eq!(state(&sample, id, 30), RhythmState::Overdue);
        assert_eq!(state(&sample, id, 36), RhythmState::Planned { on: day(50) });
        assert_eq!(state(&sample, id, 51), RhythmState::Overdue);
    }

    fn pause(sample: &mut Sample, id: Id<Mentorship>, from: i64, until: i64) {
        sample.change(id, |it| {
            let part = PartId::new(it.pauses.len() as u64);
            let why = super::super::sample::title("Holidays");
            it.pauses.add(Pause { id: part, place: 0, from: day(from), until: day(until), why });
        });
    }

    #[test]
    fn days_of_a_pause_do_not_count_and_during_it_nothing_is_asked() {
        let mut sample = Sample::new();
        let id = sample.mentorship("Amara", day(-100));
        sample.held(id, day(0));
        pause(&mut sample, id, 5, 11);
        for (today, expected) in
            [(20, RhythmState::Fine), (21, RhythmState::Due), (35, RhythmState::Due), (36, RhythmState::Overdue)]
        {
            assert_eq!(state(&sample, id, today), expected, "{today}");
        }
        let standing = standing(&sample.notebook, id, day(36)).unwrap();
        assert_eq!((standing.since_days, standing.paused, standing.due_on), (Some(29), 7, day(21)));
        pause(&mut sample, id, 34, 40);
        assert_eq!(state(&sample, id, 36), RhythmState::Paused { until: day(40) });
        assert_eq!(state(&sample, id, 41), RhythmState::Due);
    }

    #[test]
    fn an_ended_mentorship_and_one_without_rhythm_have_no_standing() {
        let mut sample = Sample::new();
        let ended = sample.mentorship("Amara", day(0));
        sample.change(ended, |it| it.state = MentorshipState::Ended { on: day(3), reason: Default::default() });
        let free = sample.mentorship("Jonas", day(0));
        sample.change(free, |it| it.rhythm = None);
        assert_eq!(standing(&sample.notebook, ended, day(90)), None);
        assert_eq!(standing(&sample.notebook, free, day(90)), None);
    }

    #[test]
    fn days_at_the_edge_of_the_calendar_do_no_harm() {
        let mut sample = Sample::new();
        let id = sample.mentorship("Amara", Day::MAX);
        sample.held(id, Day::MIN);
        sample.planned(id, Day::MAX);
        for today in [Day::MIN, day(0), Day::MAX] {
            assert!(standing(&sample.notebook, id, today).is_some());
            assert!(super::super::strip::strip(&sample.notebook, id, today).is_some());
        }
    }

    fn urgency(state: RhythmState) -> u8 {
        match state {
            RhythmState::Fine | RhythmState::Paused { .. } => 0,
            RhythmState::Planned { .. } => 1,
            RhythmState::Due => 2,
            RhythmState::Overdue => 3,
        }
    }

    proptest! {
        #[test]
        fn time_alone_never_makes_it_less_urgent(days in prop::collection::vec(0i64..60, 0..5), from in 60i64..120) {
            let mut sample = Sample::new();
            let id = sample.mentorship("Amara", day(0));
            for on in days {
                sample.held(id, day(on));
            }
            let before = urgency(state(&sample, id, from));
            prop_assert!(urgency(state(&sample, id, from + 1)) >= before);
        }

        #[test]
        fn a_pause_never_makes_a_contact_due_earlier(
            held in 0i64..60, pauses in prop::collection::vec((-10i64..100, 0i64..30), 1..4), today in 60i64..140,
        ) {
            let mut sample = Sample::new();
            let id = sample.mentorship("Amara", day(0));
            sample.held(id, day(held));
            let due = |sample: &Sample| standing(&sample.notebook, id, day(today)).unwrap().due_on;
            for (from, days) in pauses {
                let before = (due(&sample), urgency(state(&sample, id, today)));
                pause(&mut sample, id, from, from + days);
                prop_assert!(due(&sample) >= before.0);
                prop_assert!(urgency(state(&sample, id, today)) <= before.1);
            }
        }

        #[test]
        fn a_contact_today_leaves_nothing_due(today in 0i64..90, planned in prop::option::of(0i64..90)) {
            let mut sample = Sample::new();
            let id = sample.mentorship("Amara", day(0));
            if let Some(on) = planned {
                sample.planned(id, day(on));
            }
            sample.held(id, day(today));
            prop_assert_eq!(state(&sample, id, today), RhythmState::Fine);
        }
    }
}
