//! The time of a talk that is under way: how much is left, or how long it has gone on (R3).

use crate::domain::{Day, Id, Meeting, Notebook, TimeOfDay};

use super::agreements;

/// Minutes around a talk in which its clock is shown: before it begins, and after it should have ended.
const AROUND: (i64, i64) = (120, 240);

/// How a talk stands to the clock. All numbers are whole minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TalkTime {
    /// It begins in so many minutes.
    Before(i64),
    /// It has gone on for so long, and nobody said how long it is to last.
    Since(i64),
    /// So much is left.
    Left(i64),
    /// It goes on for so much longer than it was to last.
    Over(i64),
}

/// How long a meeting is meant to last, in minutes: as it says itself, or as the two agreed.
#[must_use]
pub fn minutes(notebook: &Notebook, meeting: &Meeting) -> Option<u16> {
    let agreed = || agreements::standing(notebook, meeting.mentorship).and_then(|(_, it)| it.minutes);
    meeting.minutes.or_else(agreed)
}

/// How a talk stands to the clock; none where its time is not known or far away.
#[must_use]
pub fn talk_time(notebook: &Notebook, id: Id<Meeting>, today: Day, now: TimeOfDay) -> Option<TalkTime> {
    let meeting = notebook.get(id)?;
    // A talk may go on past midnight.
    let passed = (today.and_time(now) - meeting.on.and_time(meeting.at?)).num_minutes();
    let lasts = minutes(notebook, meeting).map(i64::from);
    let (before, after) = (-AROUND.0, lasts.unwrap_or_default() + AROUND.1);
    if !(before..=after).contains(&passed) {
        return None;
    }
    Some(match lasts {
        _ if passed < 0 => TalkTime::Before(-passed),
        None => TalkTime::Since(passed),
        Some(lasts) if passed <= lasts => TalkTime::Left(lasts - passed),
        Some(lasts) => TalkTime::Over(passed - lasts),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::Agreement,
        insights::sample::{Sample, day},
    };

    fn at(hour: u32, minute: u32) -> TimeOfDay {
        TimeOfDay::from_hms_opt(hour, minute, 0).unwrap()
    }

    #[test]
    fn it_counts_down_and_then_over() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        let meeting = sample.planned(amara, day(1));
        let time =
            |sample: &Sample, today, hour, minute| talk_time(&sample.notebook, meeting, day(today), at(hour, minute));
        assert_eq!(time(&sample, 1, 17, 0), None, "nobody said when");
        sample.change(meeting, |it| it.at = Some(at(17, 0)));
        assert_eq!(time(&sample, 1, 16, 50), Some(TalkTime::Before(10)));
        assert_eq!(time(&sample, 1, 17, 12), Some(TalkTime::Since(12)));
        sample.change(meeting, |it| it.minutes = Some(45));
        assert_eq!(time(&sample, 1, 17, 12), Some(TalkTime::Left(33)));
        assert_eq!(time(&sample, 1, 17, 45), Some(TalkTime::Left(0)));
        assert_eq!(time(&sample, 1, 17, 48), Some(TalkTime::Over(3)));
        assert_eq!(time(&sample, 1, 23, 0), None, "long over");
        assert_eq!(time(&sample, 2, 17, 12), None, "another day");
    }

    #[test]
    fn it_goes_on_past_midnight() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        let meeting = sample.planned(amara, day(1));
        sample.change(meeting, |it| (it.at, it.minutes) = (Some(at(23, 30)), Some(60)));
        assert_eq!(talk_time(&sample.notebook, meeting, day(2), at(0, 10)), Some(TalkTime::Left(20)));
    }

    #[test]
    fn without_a_length_of_its_own_it_lasts_as_agreed() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        let meeting = sample.planned(amara, day(1));
        let mut agreement = Agreement::new(amara, day(0));
        (agreement.agreed, agreement.minutes) = (Some(day(0)), Some(30));
        sample.put(agreement);
        let lasts = |sample: &Sample| minutes(&sample.notebook, sample.notebook.get(meeting).unwrap());
        assert_eq!(lasts(&sample), Some(30));
        sample.change(meeting, |it| it.minutes = Some(90));
        assert_eq!(lasts(&sample), Some(90));
    }
}
