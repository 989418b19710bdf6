//! What a stretch of time brought: how much two people met, what was kept, what was reached, month by month (K8).

use crate::domain::{
    Action, ActionState, Appreciation, Day, Feedback, Goal, GoalState, Meeting, MeetingState, Notebook,
};
use chrono::Datelike;

/// How much there was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sum {
    /// Meetings that were held.
    pub meetings: usize,
    /// How many of them say how long they were.
    pub timed: usize,
    /// How many minutes those took.
    pub minutes: u32,
    /// Action items that were done.
    pub done: usize,
    /// How many of them had a day.
    pub with_day: usize,
    /// How many of those were done by it.
    pub by_their_day: usize,
    /// Milestones that were done.
    pub milestones: usize,
    /// Goals that are reached, of all.
    pub reached: (usize, usize),
    /// Feedback that was given or received.
    pub feedback: usize,
    /// Help that was received.
    pub help: usize,
}

/// One month, or one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Its year.
    pub year: i32,
    /// Its month, from 1; none for the whole year.
    pub month: Option<u32>,
    /// Meetings that were held.
    pub meetings: usize,
    /// Milestones and action items that were done.
    pub done: usize,
}

/// More months than this are told year by year.
pub const MOST_MONTHS: usize = 24;

/// Both of a notebook, from one day to another, both included.
#[must_use]
pub fn of(notebook: &Notebook, from: Day, to: Day) -> (Sum, Vec<Step>) {
    let within = |day: Day| (from..=to).contains(&day);
    let mut sum = Sum::default();
    let mut steps = steps(from, to);
    let mut step = |day: Day, count: fn(&mut Step)| {
        let found =
            steps.iter_mut().find(|it| it.year == day.year() && it.month.is_none_or(|month| month == day.month()));
        if let Some(step) = found {
            count(step);
        }
    };
    for (_, it) in notebook.all::<Meeting>().filter(|(_, it)| it.state == MeetingState::Held && within(it.on)) {
        sum.meetings += 1;
        sum.timed += usize::from(it.minutes.is_some());
        sum.minutes += it.minutes.map_or(0, u32::from);
        step(it.on, |step| step.meetings += 1);
    }
    for (_, it) in notebook.all::<Action>() {
        let ActionState::Done { on } = it.state else { continue };
        if within(on) {
            sum.done += 1;
            sum.with_day += usize::from(it.due.is_some());
            sum.by_their_day += usize::from(it.due.is_some_and(|due| on <= due));
            step(on, |step| step.done += 1);
        }
    }
    for (_, it) in notebook.all::<Goal>() {
        sum.reached.0 += usize::from(it.state == GoalState::Achieved);
        sum.reached.1 += 1;
        for day in it.milestones.iter().filter_map(|milestone| milestone.done).filter(|day| within(*day)) {
            sum.milestones += 1;
            step(day, |step| step.done += 1);
        }
    }
    sum.feedback = notebook.all::<Feedback>().filter(|(_, it)| within(it.on)).count();
    sum.help = notebook.all::<Appreciation>().filter(|(_, it)| within(it.on)).count();
    (sum, steps)
}

/// The months from one day to another; the years, if those are too many.
fn steps(from: Day, to: Day) -> Vec<Step> {
    let step = |year, month| Step { year, month, meetings: 0, done: 0 };
    if to < from {
        return Vec::new();
    }
    let (first, last) = (number(from), number(to));
    if (last - first) as usize >= MOST_MONTHS {
        return (from.year()..=to.year()).map(|year| step(year, None)).collect();
    }
    let months = (first..=last).map(|number| step(number.div_euclid(12), Some(number.rem_euclid(12) as u32 + 1)));
    months.collect()
}

/// The number of a month.
fn number(day: Day) -> i32 {
    day.year() * 12 + day.month0() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_year_has_its_months_and_ten_years_their_years() {
        let months: Vec<_> = steps(day("2025-11-03"), day("2026-02-01")).iter().map(|it| (it.year, it.month)).collect();
        assert_eq!(months, [(2025, Some(11)), (2025, Some(12)), (2026, Some(1)), (2026, Some(2))]);
        let years: Vec<_> = steps(day("2020-12-31"), day("2026-01-01")).iter().map(|it| (it.year, it.month)).collect();
        assert_eq!(years, (2020..=2026).map(|year| (year, None)).collect::<Vec<_>>());
        assert_eq!(steps(day("2026-01-01"), day("2027-12-31")).len(), MOST_MONTHS);
        assert_eq!(steps(day("2026-01-01"), day("2028-01-01")).len(), 3);
        assert_eq!(steps(day("2026-01-02"), day("2026-01-01")), [], "all of one month, and yet nothing");
    }
}
