//! Everything that could be a line of the Today screen, each kind with the longest waiting first.
//!
//! - [`between`]: what waits between the owner and somebody;
//! - [`finding`]: what waits in finding a mentor.

mod between;
mod finding;

use super::{BackupAge, line::TodayLine};
use crate::{
    domain::{Day, Notebook, order},
    insights::goals::{last_touched, reviews_due},
};

/// Entries from which on a notebook is work worth a reminder.
const WORTH_KEEPING: usize = 10;
/// Days that a backup may be old.
const BACKUP_AGE: i64 = 30;

/// All lines of this day; within one kind the longest waiting first.
pub(super) fn all(notebook: &Notebook, today: Day, backup: BackupAge) -> Vec<TodayLine> {
    let mut lines = Vec::new();
    lines.extend(between::meetings_to_log(notebook, today));
    lines.extend(between::actions(notebook, today));
    lines.extend(between::rhythms(notebook, today));
    lines.extend(between::check_ins(notebook, today));
    lines.extend(between::signs(notebook, today, &lines));
    lines.extend(finding::outreaches(notebook, today));
    lines.extend(finding::candidates(notebook, today));
    lines.extend(finding::events(notebook, today));
    lines.extend(between::thanks(notebook, today));
    lines.extend(reviews(notebook, today));
    lines.extend(between::agreements(notebook, today));
    lines.extend(finding::steps(notebook, today));
    lines.extend(between::keeping_in_touch(notebook, today));
    lines.extend(old_backup(notebook, today, backup));
    lines
}

/// Lines by rising day; those of one day stay in the order of their ids.
fn by_day(lines: Vec<(Day, TodayLine)>) -> impl Iterator<Item = TodayLine> {
    let lines = order::by_key(lines, |(day, _)| *day);
    lines.into_iter().map(|(_, line)| line)
}

fn reviews(notebook: &Notebook, today: Day) -> impl Iterator<Item = TodayLine> {
    reviews_due(notebook, today).into_iter().filter_map(move |goal| {
        Some(TodayLine::ReviewGoal {
            goal,
            review_on: notebook.get(goal)?.review_on?,
            last_touched: last_touched(notebook, goal, today),
        })
    })
}

/// A reminder only where there is something to lose (K9).
fn old_backup(notebook: &Notebook, today: Day, backup: BackupAge) -> Option<TodayLine> {
    let entries = notebook.len();
    let is_old = match backup.last {
        None => true,
        // A backup from the future was saved while the clock was ahead, and tells nothing of its age.
        Some(last) if last > today => true,
        Some(last) => backup.unsaved_changes > 0 && (today - last).num_days() > BACKUP_AGE,
    };
    (entries >= WORTH_KEEPING && is_old).then_some(TodayLine::SaveBackup {
        last: backup.last,
        entries,
        unsaved_changes: backup.unsaved_changes,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{GoalState, PartId},
        insights::sample::{Sample, day},
    };

    /// The lines of a day; what the backup is like does not matter to most rules.
    pub(super) fn lines(sample: &Sample, today: i64) -> Vec<TodayLine> {
        all(&sample.notebook, day(today), BackupAge { last: Some(day(today)), unsaved_changes: 0 })
    }

    #[test]
    fn a_goal_is_looked_at_again_on_its_day() {
        let mut sample = Sample::new();
        let goal = sample.goal("Speak in public");
        sample.change(goal, |it| {
            it.review_on = Some(day(4));
            it.turn(GoalState::Paused, day(2), Default::default(), PartId::new(1));
        });
        let expected = TodayLine::ReviewGoal { goal, review_on: day(4), last_touched: Some(day(2)) };
        assert_eq!(lines(&sample, 4), [expected]);
    }

    #[test]
    fn a_backup_is_asked_for_when_there_is_something_to_lose() {
        let mut sample = Sample::new();
        let asked = |sample: &Sample, last: Option<i64>, unsaved_changes| {
            let last = last.map(day);
            let backup = BackupAge { last, unsaved_changes };
            !all(&sample.notebook, day(100), backup).is_empty()
        };
        for n in 0..9 {
            sample.goal(&format!("Goal {n}"));
        }
        assert!(!asked(&sample, None, 9));
        sample.goal("The tenth");
        assert!(asked(&sample, None, 10));
        assert!(asked(&sample, Some(69), 1));
        assert!(!asked(&sample, Some(70), 1));
        assert!(!asked(&sample, Some(69), 0));
    }
}
