//! Which of all lines are shown when there are more than fit.

use crate::domain::order;

use super::line::{TodayLine, Urgency};

/// Lines of one urgency that are shown before others get their turn.
const AT_ONCE: usize = 3;

/// At most so many of the lines, by urgency.
///
/// Ten overdue action items must not hide that a person has not been heard of for months: no urgency
/// takes more than three places while another waits. The reminder of a backup, being the least urgent,
/// would never be seen by those who have the most to lose; it always keeps its place.
pub(super) fn of(lines: Vec<TodayLine>, most: usize) -> Vec<TodayLine> {
    let (mut before, mut nth) = (None, 0);
    let lines = order::by_key(lines, TodayLine::urgency).into_iter().enumerate();
    let ranked = lines.map(|(place, line)| {
        let urgency = line.urgency();
        nth = if before == Some(urgency) { nth + 1 } else { 0 };
        before = Some(urgency);
        ((urgency != Urgency::SaveBackup, nth / AT_ONCE, place), line)
    });
    let mut ranked = order::by_key(ranked.collect(), |(rank, _)| *rank);
    ranked.truncate(most);
    let ranked = order::by_key(ranked, |((.., place), _)| *place);
    ranked.into_iter().map(|(_, line)| line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{domain::Id, insights::sample::day};
    use proptest::prelude::*;

    fn overdue(n: u128) -> TodayLine {
        TodayLine::MyActionOverdue { action: Id::new(n), promised: day(0), due: day(1) }
    }

    fn review(n: u128) -> TodayLine {
        TodayLine::ReviewGoal { goal: Id::new(n), review_on: day(0), last_touched: None }
    }

    const BACKUP: TodayLine = TodayLine::SaveBackup { last: None, entries: 10, unsaved_changes: 10 };

    #[test]
    fn many_of_one_kind_do_not_hide_the_others() {
        let mut lines: Vec<_> = (1..=9).map(overdue).collect();
        lines.extend([review(1), BACKUP]);
        let shown = of(lines, 7);
        let expected: Vec<_> = (1..=5).map(overdue).chain([review(1), BACKUP]).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_backup_keeps_its_place() {
        let mut lines: Vec<_> = (1..=9).map(overdue).collect();
        lines.extend((1..=9).map(review));
        lines.push(BACKUP);
        assert_eq!(of(lines, 7).last(), Some(&BACKUP));
    }

    proptest! {
        #[test]
        fn nothing_is_invented_and_nothing_lost_while_there_is_room(
            kinds in prop::collection::vec(any::<bool>(), 0..20), most in 1usize..10,
        ) {
            let lines: Vec<_> = kinds.iter().zip(1..).map(|(kind, n)| if *kind { overdue(n) } else { review(n) }).collect();
            let shown = of(lines.clone(), most);
            prop_assert_eq!(shown.len(), lines.len().min(most));
            prop_assert!(shown.iter().all(|line| lines.contains(line)));
            prop_assert!(shown.is_sorted_by_key(TodayLine::urgency));
        }
    }
}
