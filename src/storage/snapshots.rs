//! Snapshots: the notebook as it stood on earlier days, and which of them are kept (K9).
//!
//! A snapshot is a backup that the app makes by itself, before the first change of a day and before
//! anything large. All of today's stay, then one for each day of a month, then one for each month. Their
//! room is bounded, and the oldest go first.

use chrono::Datelike;

use crate::{domain::Day, exchange::Refusal};

/// How much room all snapshots together may take, in characters.
pub const ROOM: usize = 64 * 1024 * 1024;

/// How many days back one snapshot is kept for each day.
const DAYS: i64 = 31;

/// Why a snapshot was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// It is how the day began.
    Day,
    /// It is how the notebook stood before this was done; no words if they were erased.
    Before(String),
    /// It is how the notebook was written before it was moved to a newer version of the format; this is
    /// the older one.
    Format(u64),
}

/// What is known of a snapshot without reading it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// When it was made, in milliseconds since 1970 (UTC).
    pub at: u64,
    /// The day on which it was made, as the calendar on the wall said.
    pub day: Day,
    /// Why it was made.
    pub why: Why,
    /// How many entries it holds.
    pub entries: usize,
    /// How long its text is, in characters.
    pub size: usize,
}

impl Head {
    /// The same without the words of what was done after it, if they concern what is erased.
    #[must_use]
    pub(super) fn without_words(self, concerns: impl Fn(&str) -> bool) -> Option<Self> {
        match &self.why {
            Why::Before(label) if concerns(label) => Some(Self { why: Why::Before(String::new()), ..self }),
            _ => None,
        }
    }
}

/// A snapshot in the list of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// The number under which it lies.
    pub number: u64,
    /// What is known of it.
    pub head: Head,
}

/// All snapshots.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    /// Those of which it is known what they are, oldest first.
    pub all: Vec<Snapshot>,
    /// The numbers of those of which this cannot be read any more, and why. They are never thinned out.
    pub unknown: Vec<(u64, Refusal)>,
}

/// The numbers of those that are no longer kept, of a list from the oldest to the newest.
///
/// The copy of an older format stays until its owner drops it. A snapshot after which more than half of
/// the notebook was gone, by its entries or by its characters, stays too, as long as there is room for
/// anything: whatever made the notebook so small must not push out what it was.
#[must_use]
pub fn superfluous(all: &[Snapshot], today: Day, room: usize) -> Vec<u64> {
    let mut gone = thinned(all, today);
    let mut kept: Vec<&Snapshot> = all.iter().filter(|it| !gone.contains(&it.number)).collect();
    let size = |kept: &[&Snapshot]| kept.iter().map(|it| it.head.size).sum::<usize>();
    while kept.len() > 1 && size(&kept) > room {
        let before_the_last = kept.len() - 1;
        let oldest = kept.iter().take(before_the_last).position(|it| !is_precious(all, it));
        let Some(oldest) = oldest.or_else(|| kept.iter().position(|it| !matches!(it.head.why, Why::Format(_)))) else {
            break;
        };
        gone.push(kept.remove(oldest).number);
    }
    gone
}

/// The day or the month that a snapshot stands for; none for those that stand for themselves.
fn span(snapshot: &Snapshot, today: Day) -> Option<(i32, u32, u32)> {
    let (day, age) = (snapshot.head.day, (today - snapshot.head.day).num_days());
    match age {
        ..=0 => None,
        1..=DAYS => Some((day.year(), day.month(), day.day())),
        _ => Some((day.year(), day.month(), 0)),
    }
}

/// All but the first of each day, and all but the first of each month. The first is how the day began.
fn thinned(all: &[Snapshot], today: Day) -> Vec<u64> {
    let mut spans = Vec::new();
    let doubled = all.iter().filter(|it| {
        let span = span(it, today);
        let is_first = span.is_none() || !spans.contains(&span);
        spans.push(span);
        !is_first && !is_precious(all, it)
    });
    doubled.map(|it| it.number).collect()
}

fn is_precious(all: &[Snapshot], snapshot: &Snapshot) -> bool {
    let next = all.iter().skip_while(|it| it.number != snapshot.number).nth(1);
    let shrank = |of: fn(&Head) -> usize| next.is_some_and(|next| of(&next.head) * 2 < of(&snapshot.head));
    shrank(|head| head.entries) || shrank(|head| head.size) || matches!(snapshot.head.why, Why::Format(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn list(days: &[(&str, usize)]) -> Vec<Snapshot> {
        let of = |(number, (on, entries)): (u64, &(&str, usize))| Snapshot {
            number,
            head: Head { at: number, day: day(on), why: Why::Day, entries: *entries, size: *entries * 100 },
        };
        (1..).zip(days).map(of).collect()
    }

    fn gone(days: &[(&str, usize)], today: &str, room: usize) -> Vec<u64> {
        superfluous(&list(days), day(today), room)
    }

    #[test]
    fn each_of_today_one_a_day_for_a_month_and_one_a_month_after() {
        let days = [
            ("2026-01-03", 9),
            ("2026-01-20", 9),
            ("2026-02-11", 9),
            ("2026-04-13", 9),
            ("2026-04-13", 9),
            ("2026-04-14", 9),
            ("2026-04-14", 9),
        ];
        assert_eq!(gone(&days, "2026-04-14", usize::MAX), [2, 5]);
        // A day later, today's are yesterday's.
        assert_eq!(gone(&days, "2026-04-15", usize::MAX), [2, 5, 7]);
    }

    #[test]
    fn a_year_of_days_becomes_about_a_month_of_days_and_a_year_of_months() {
        let first = day("2025-04-15");
        let days: Vec<Snapshot> = (0..365u64)
            .map(|n| Snapshot {
                number: n,
                head: Head { at: n, day: first.plus(n.try_into().unwrap()), why: Why::Day, entries: 5, size: 1 },
            })
            .collect();
        let left = days.len() - superfluous(&days, day("2026-04-14"), usize::MAX).len();
        assert!((42..=46).contains(&left), "{left}");
    }

    #[test]
    fn the_oldest_make_room() {
        let days = [("2026-04-10", 10), ("2026-04-11", 10), ("2026-04-12", 10), ("2026-04-13", 10)];
        assert_eq!(gone(&days, "2026-04-14", 2500), [1, 2]);
        // The newest stays, however large it is.
        assert_eq!(gone(&days, "2026-04-14", 1), [1, 2, 3]);
    }

    #[test]
    fn what_was_large_before_it_shrank_is_not_pushed_out() {
        let days = [("2026-04-10", 10), ("2026-04-11", 100), ("2026-04-12", 3), ("2026-04-13", 3), ("2026-04-14", 3)];
        assert_eq!(gone(&days, "2026-04-15", 10_900), [1]);
        assert_eq!(gone(&days, "2026-04-15", 10_650), [1, 3]);
        // Emptied texts count like entries that are gone.
        let mut emptied = list(&[("2026-04-10", 10), ("2026-04-11", 10), ("2026-04-12", 10), ("2026-04-13", 10)]);
        emptied[2].head.size = 100;
        assert_eq!(superfluous(&emptied, day("2026-04-14"), 2150), [1]);
        assert_eq!(superfluous(&emptied, day("2026-04-14"), 2050), [1, 3]);
        // On one day, too: the second is not a double of the first.
        let days = [("2026-03-01", 50), ("2026-03-02", 80), ("2026-03-03", 2)];
        assert_eq!(gone(&days, "2026-04-20", usize::MAX), [3]);
    }
}
