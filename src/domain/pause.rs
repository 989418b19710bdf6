//! Days on which two people agreed not to be in contact, and how days are counted without them (R2).

use serde::{Deserialize, Serialize};

use super::{
    Day,
    id::PartId,
    order,
    parts::{Parts, Titled, part},
    text::Title,
};

/// A time in which nobody waits for a contact: holidays, an exam, a birth. Both days belong to it; one that ends before
/// it begins covers no day, so that the two can be changed one after the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pause {
    /// Its id within the mentorship.
    pub id: PartId,
    /// Where it stands in the order.
    pub place: i64,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub until: Day,
    /// Why.
    pub why: Title,
}

part!(Pause);

impl Titled for Pause {
    fn title(&self) -> &Title {
        &self.why
    }
    fn set_title(&mut self, title: Title) {
        self.why = title;
    }
}

impl Pause {
    /// Whether it covers any day.
    #[must_use]
    pub fn is_real(&self) -> bool {
        self.from <= self.until
    }

    /// Whether another pause is of the same days.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        (self.from, self.until) == (other.from, other.until)
    }
}

/// The days that do not count, as spans that neither meet nor overlap, the earliest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Paused(Vec<(Day, Day)>);

impl Paused {
    /// The days of these pauses, each once.
    #[must_use]
    pub fn of(pauses: &Parts<Pause>) -> Self {
        let spans = pauses.iter().filter(|it| it.is_real()).map(|it| (it.from, it.until)).collect();
        let mut apart: Vec<(Day, Day)> = Vec::new();
        for (from, until) in order::sorted(spans) {
            match apart.last_mut() {
                Some((_, last)) if from <= last.plus(1) => *last = until.max(*last),
                _ => apart.push((from, until)),
            }
        }
        Self(apart)
    }

    /// The spans, the earliest first.
    #[must_use]
    pub fn spans(&self) -> &[(Day, Day)] {
        &self.0
    }

    /// How many of the days after `from`, up to and including `to`, do not count.
    #[must_use]
    pub fn within(&self, from: Day, to: Day) -> i64 {
        let days = self.0.iter().map(|(first, last)| ((*last).min(to) - (*first).max(from.plus(1))).num_days() + 1);
        days.map(|days| days.max(0)).sum()
    }

    /// How many of those days count; negative if `to` comes before `from`.
    #[must_use]
    pub fn between(&self, from: Day, to: Day) -> i64 {
        (to - from).num_days() - self.within(from, to)
    }

    /// The day on which so many days have counted since `from`.
    #[must_use]
    pub fn after(&self, from: Day, days: i64) -> Day {
        let mut day = from.plus(days);
        for (first, last) in &self.0 {
            let first = (*first).max(from.plus(1));
            if first <= *last && first <= day {
                day = day.plus((*last - first).num_days() + 1);
            }
        }
        day
    }

    /// The last day of the pause in which this day lies.
    #[must_use]
    pub fn until(&self, day: Day) -> Option<Day> {
        self.0.iter().find(|(first, last)| (*first..=*last).contains(&day)).map(|(_, last)| *last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(n: i64) -> Day {
        Day::from_ymd_opt(2026, 3, 1).unwrap().plus(n)
    }

    fn paused(spans: &[(i64, i64)]) -> Paused {
        let mut pauses = Parts::default();
        for (at, (from, until)) in (0..).zip(spans) {
            let why = Title::new("Holidays").unwrap();
            pauses.add(Pause { id: PartId::new(at), place: 0, from: day(*from), until: day(*until), why });
        }
        Paused::of(&pauses)
    }

    #[test]
    fn pauses_that_meet_are_one_and_a_day_counts_once() {
        let paused = paused(&[(20, 25), (3, 5), (24, 30), (6, 8), (50, 40)]);
        assert_eq!(paused.spans(), [(day(3), day(8)), (day(20), day(30))]);
        assert_eq!(paused.within(day(0), day(100)), 6 + 11);
        assert_eq!(paused.between(day(0), day(10)), 4);
        // The day from which one counts is past already.
        assert_eq!(paused.between(day(3), day(9)), 1);
        assert_eq!(paused.after(day(0), 3), day(9));
        assert_eq!((paused.until(day(2)), paused.until(day(3))), (None, Some(day(8))));
    }

    fn spans() -> impl Strategy<Value = Vec<(i64, i64)>> {
        prop::collection::vec((0i64..90, 0i64..20).prop_map(|(from, days)| (from, from + days - 2)), 0..5)
    }

    proptest! {
        #[test]
        fn a_day_of_two_pauses_counts_as_one(spans in spans(), from in 0i64..90, days in 0i64..60) {
            let counted = (from + 1..=from + days).filter(|it| !spans.iter().any(|(first, last)| (*first..=*last).contains(it)));
            prop_assert_eq!(paused(&spans).between(day(from), day(from + days)), i64::try_from(counted.count()).unwrap());
        }

        #[test]
        fn the_day_after_so_many_days_is_the_first_on_which_they_have_counted(spans in spans(), from in 0i64..90, days in 1i64..60) {
            let paused = paused(&spans);
            let then = paused.after(day(from), days);
            prop_assert_eq!(paused.between(day(from), then), days);
            prop_assert_eq!(paused.between(day(from), then.plus(-1)), days - 1);
        }

        #[test]
        fn one_more_pause_never_brings_a_day_closer(spans in spans(), from in 0i64..90, days in 0i64..60) {
            let fewer = spans.get(1..).unwrap_or_default();
            prop_assert!(paused(&spans).after(day(from), days) >= paused(fewer).after(day(from), days));
        }
    }
}
