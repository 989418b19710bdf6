//! What asks for the owner today: the next meeting and at most seven lines; and the goals in motion.
//!
//! - [`mod@line`]: what a line says and how urgent it is;
//! - `waiting`: everything that could be a line;
//! - `choice`: which seven of them are shown;
//! - [`mod@next_meeting`] and [`in_motion`]: what stands above and below the lines.

mod choice;
pub mod in_motion;
pub mod line;
pub mod next_meeting;
mod waiting;

pub use in_motion::goals_in_motion;
pub use line::{TodayLine, Urgency};
pub use next_meeting::{NextMeeting, next_meeting};

use crate::domain::{Day, Notebook};

/// What is known of the last backup; it is kept beside the notebook, not in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BackupAge {
    /// The day of the last one, if there ever was one.
    pub last: Option<Day>,
    /// Changes made since then, or ever.
    pub unsaved_changes: usize,
}

/// What the Today screen shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Today {
    /// The next meeting, if it is near.
    pub next_meeting: Option<NextMeeting>,
    /// What waits for the owner, at most [`Today::MOST`], the most urgent first.
    pub lines: Vec<TodayLine>,
    /// How many more wait that are not shown.
    pub more: usize,
}

impl Today {
    /// The most lines shown: what a person can take in and settle in a day.
    pub const MOST: usize = 7;
}

/// What asks for the owner on this day.
#[must_use]
pub fn today(notebook: &Notebook, today: Day, backup: BackupAge) -> Today {
    let all = waiting::all(notebook, today, backup);
    let count = all.len();
    let lines = choice::of(all, Today::MOST);
    Today { next_meeting: next_meeting(notebook, today), more: count.saturating_sub(lines.len()), lines }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, day};
    use super::*;

    #[test]
    fn an_empty_notebook_asks_for_nothing() {
        let found = today(&Notebook::default(), day(0), BackupAge::default());
        assert_eq!(found.lines, []);
        assert_eq!((found.next_meeting, found.more), (None, 0));
    }

    #[test]
    fn at_most_seven_lines_and_the_rest_is_counted() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        let goal = sample.goal("Speak in public");
        sample.change(amara, |it| it.goals.push(goal));
        for n in 0..9 {
            sample.action(amara, None, day(0), Some(day(n)));
        }
        let found = today(&sample.notebook, day(60), BackupAge::default());
        assert_eq!(found.lines.len(), Today::MOST);
        assert_eq!(found.more, 4);
        let kinds: Vec<_> = found.lines.iter().map(TodayLine::urgency).collect();
        assert!(kinds.contains(&Urgency::ContactOverdue));
        assert_eq!(kinds.last(), Some(&Urgency::SaveBackup));
        assert!(kinds.is_sorted());
    }
}
