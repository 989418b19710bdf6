//! The contacts of half a year, to be drawn as dots on a line against the agreed gap (R2, H1).

use super::{
    contact::{Contact, ContactKind, contacts},
    rhythm::planned,
};
use crate::domain::{Day, Id, Meeting, Mentorship, MentorshipState, Notebook, Paused, Rhythm, order};

/// Days that a strip shows before today.
const BEHIND: u16 = 180;
/// Days that a strip shows after today, for what is planned.
const AHEAD: u16 = 60;

/// The contacts of half a year, to be drawn as dots on a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strip {
    /// The first day shown.
    pub from: Day,
    /// The last day shown: today, the last planned meeting, or the end of the mentorship.
    pub to: Day,
    /// What stands on it, oldest first.
    pub dots: Vec<Dot>,
    /// The longest time without contact that ended in these days or still goes on; none before the
    /// mentorship has begun.
    pub longest_gap: Option<Gap>,
    /// The rhythm agreed on.
    pub rhythm: Option<Rhythm>,
    /// The days that do not count.
    pub paused: Paused,
    /// Whether the longest gap is longer than agreed.
    pub exceeded: bool,
}

/// A contact on a strip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dot {
    /// Its day.
    pub on: Day,
    /// What it is.
    pub what: DotKind,
}

/// What a dot stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DotKind {
    /// Something that was.
    Was(ContactKind),
    /// A meeting that is planned.
    Planned(Id<Meeting>),
}

/// A time without contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// The day of the contact before it, or the day the mentorship began. It may lie before the strip.
    pub from: Day,
    /// The day of the contact after it, today, or the day the mentorship ended.
    pub to: Day,
    /// The days between the two, those of pauses left out.
    pub days: i64,
}

impl Strip {
    /// The pauses that reach into the days shown.
    #[must_use]
    pub fn pauses(&self) -> Vec<(Day, Day)> {
        let spans = self.paused.spans().iter();
        let shown = spans.map(|(from, until)| ((*from).max(self.from), (*until).min(self.to)));
        shown.filter(|(from, until)| from <= until).collect()
    }
}

/// The contacts of a mentorship in the last 180 days and what is planned in the next 60.
#[must_use]
pub fn strip(notebook: &Notebook, id: Id<Mentorship>, today: Day) -> Option<Strip> {
    let mentorship = notebook.get(id)?;
    let end = match mentorship.state {
        MentorshipState::Running => today,
        MentorshipState::Ended { on, .. } => on.min(today),
    };
    let from = end.plus(-i64::from(BEHIND));
    let contacts = contacts(notebook, id, today);
    let was = contacts
        .iter()
        .filter(|contact| contact.on >= from)
        .map(|contact| Dot { on: contact.on, what: DotKind::Was(contact.how) });
    let until = today.plus(AHEAD.into());
    let ahead = planned(notebook, id, today)
        .into_iter()
        .take_while(|(on, _)| *on <= until)
        .map(|(on, meeting)| Dot { on, what: DotKind::Planned(meeting) });
    let dots: Vec<_> = was.chain(ahead).collect();
    let paused = mentorship.paused();
    let longest_gap = longest_gap(&contacts, mentorship.since, from, end, &paused);
    Some(Strip {
        from,
        to: dots.last().map_or(end, |dot| dot.on.max(end)),
        dots,
        longest_gap,
        rhythm: mentorship.rhythm,
        paused,
        exceeded: mentorship.rhythm.zip(longest_gap).is_some_and(|(rhythm, gap)| gap.days > rhythm.longest.into()),
    })
}

/// The longest of the gaps that reach into the days from `window` on; the latest of equals.
fn longest_gap(contacts: &[Contact], since: Day, window: Day, end: Day, paused: &Paused) -> Option<Gap> {
    let mut days: Vec<Day> = contacts.iter().map(|contact| contact.on).collect();
    days.extend([since, end]);
    // A word exchanged before the mentorship began, or after it ended, leaves no gap in it.
    days.retain(|day| (since..=end).contains(day));
    let days = order::sorted(days);
    days.iter()
        .zip(days.iter().skip(1))
        .filter(|(_, to)| **to > window)
        .map(|(from, to)| Gap { from: *from, to: *to, days: paused.between(*from, *to) })
        .max_by_key(|gap| gap.days)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, day};
    use super::*;

    #[test]
    fn a_strip_shows_half_a_year_and_its_longest_gap() {
        let mut sample = Sample::new();
        let id = sample.mentorship("Amara", day(-500));
        for on in [-250, -190, -160, -120, -20] {
            sample.held(id, day(on));
        }
        let meeting = sample.planned(id, day(10));
        sample.planned(id, day(61));
        let strip = strip(&sample.notebook, id, day(0)).unwrap();
        let days: Vec<_> = strip.dots.iter().map(|dot| dot.on).collect();
        assert_eq!(days, [-160, -120, -20, 10].map(day));
        assert_eq!(strip.dots.last().unwrap().what, DotKind::Planned(meeting));
        assert_eq!((strip.from, strip.to), (day(-180), day(10)));
        let gap = strip.longest_gap.unwrap();
        assert_eq!((gap.from, gap.to, gap.days), (day(-120), day(-20), 100));
        assert!(strip.exceeded);
    }

    #[test]
    fn days_of_a_pause_are_no_part_of_a_gap() {
        let mut sample = Sample::new();
        let id = sample.mentorship("Amara", day(-60));
        for on in [-55, -20, -1] {
            sample.held(id, day(on));
        }
        let gap = |sample: &Sample| strip(&sample.notebook, id, day(0)).unwrap().longest_gap.unwrap();
        assert_eq!((gap(&sample).from, gap(&sample).days), (day(-55), 35));
        sample.change(id, |it| {
            let why = super::super::sample::title("Holidays");
            let (from, until) = (day(-50), day(-31));
            it.pauses.add(crate::domain::Pause { id: crate::domain::PartId::new(1), place: 0, from, until, why });
        });
        assert_eq!((gap(&sample).from, gap(&sample).days), (day(-20), 19));
        assert!(!strip(&sample.notebook, id, day(0)).unwrap().exceeded);
    }

    #[test]
    fn the_time_since_the_last_contact_is_a_gap_until_it_ends() {
        let mut sample = Sample::new();
        let id = sample.mentorship("Amara", day(-30));
        sample.held(id, day(-25));
        let gap = |sample: &Sample| strip(&sample.notebook, id, day(0)).unwrap().longest_gap;
        assert_eq!(gap(&sample).unwrap().days, 25);
        sample.change(id, |it| it.state = MentorshipState::Ended { on: day(-22), reason: Default::default() });
        assert_eq!(gap(&sample).unwrap().to, day(-25));
        sample.change(id, |it| it.since = day(5));
        assert_eq!(gap(&sample), None);
    }
}
