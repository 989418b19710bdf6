//! Action items and feedback across all mentorships: which are shown, and in which order (R4, R5).

use std::cmp::Reverse;

use crate::domain::{Action, ActionState, Day, Direction, Feedback, Id, Mentorship, Notebook, Owner, Subject, order};

/// How an action item stands, for choosing some of them. What is overdue is open, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Still to be done.
    Open,
    /// Still to be done, and its day has passed.
    Overdue,
    /// Done.
    Done,
    /// Given up.
    Dropped,
}

impl Standing {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Open, Self::Overdue, Self::Done, Self::Dropped];

    fn holds(self, action: &Action, today: Day) -> bool {
        match self {
            Self::Open => action.state.is_open(),
            Self::Overdue => action.is_overdue(today),
            Self::Done => matches!(action.state, ActionState::Done { .. }),
            Self::Dropped => matches!(action.state, ActionState::Dropped { .. }),
        }
    }
}

/// Which action items are shown; what is none is not asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ActionFilter {
    /// How they stand.
    pub state: Option<Standing>,
    /// Whose they are.
    pub whose: Option<Owner>,
    /// In which mentorship.
    pub with: Option<Id<Mentorship>>,
}

/// Which feedback is shown; what is none is not asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FeedbackFilter {
    /// Who gave it.
    pub from: Option<Direction>,
    /// Whether something was done about it.
    pub acted: Option<bool>,
    /// Whether it is about the way somebody works, or about a piece of work.
    pub about: Option<About>,
    /// In which mentorship.
    pub with: Option<Id<Mentorship>>,
}

/// What feedback is about, without which piece of work it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum About {
    /// The way somebody works.
    Way,
    /// A piece of work.
    Work,
}

impl About {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Way, Self::Work];

    /// What this feedback is about, if somebody said.
    #[must_use]
    pub fn of(feedback: &Feedback) -> Option<Self> {
        Some(match feedback.about.as_ref()? {
            Subject::Way => Self::Way,
            Subject::Work { .. } => Self::Work,
        })
    }
}

/// The action items that are asked for: open ones first, as they are due (overdue ones by themselves before all
/// others), those without a day after them; then what is done or was dropped, the latest first.
#[must_use]
pub fn actions(notebook: &Notebook, filter: ActionFilter, today: Day) -> Vec<Id<Action>> {
    let wanted = |it: &Action| {
        filter.whose.is_none_or(|whose| it.owner == whose)
            && filter.with.is_none_or(|with| it.mentorship == with)
            && filter.state.is_none_or(|state| state.holds(it, today))
    };
    let found: Vec<_> = notebook.all::<Action>().filter(|(_, it)| wanted(it)).collect();
    let found = order::by_key(found, |(id, it)| {
        let (open, settled) = match it.state {
            ActionState::Open => (it.due.unwrap_or(Day::MAX), None),
            ActionState::Done { on } | ActionState::Dropped { on, .. } => (Day::MAX, Some(Reverse(on))),
        };
        (settled.is_some(), open, settled, it.promised, *id)
    });
    found.into_iter().map(|(id, _)| id).collect()
}

/// The feedback that is asked for, newest first.
#[must_use]
pub fn feedback(notebook: &Notebook, filter: FeedbackFilter) -> Vec<Id<Feedback>> {
    let wanted = |it: &Feedback| {
        filter.from.is_none_or(|from| it.direction == from)
            && filter.with.is_none_or(|with| it.mentorship == with)
            && filter.acted.is_none_or(|acted| it.is_acted_upon() == acted)
            && filter.about.is_none_or(|about| About::of(it) == Some(about))
    };
    let found = notebook.all::<Feedback>().filter(|(_, it)| wanted(it));
    let found: Vec<_> = found.map(|(id, it)| (Reverse(it.on), id)).collect();
    order::sorted(found).into_iter().map(|(_, id)| id).collect()
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, day, text};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_overdue_stands_first_and_what_is_settled_last() {
        let mut sample = Sample::new();
        let (amara, jonas) = (sample.mentorship("Amara", day(0)), sample.mentorship("Jonas", day(0)));
        let some_day = sample.action(amara, None, day(0), None);
        let soon = sample.action(jonas, None, day(0), Some(day(12)));
        let overdue = sample.action(amara, None, day(0), Some(day(3)));
        let done = sample.action(amara, None, day(0), Some(day(1)));
        let dropped = sample.action(jonas, None, day(0), None);
        sample.change(done, |it| it.state = ActionState::Done { on: day(4) });
        sample.change(dropped, |it| it.state = ActionState::Dropped { on: day(6), reason: Default::default() });
        sample.change(soon, |it| it.owner = Owner::Them);
        let all = ActionFilter::default();
        let found = |filter| actions(&sample.notebook, filter, day(10));
        assert_eq!(found(all), [overdue, soon, some_day, dropped, done]);
        let state = |state| ActionFilter { state: Some(state), ..all };
        assert_eq!(found(state(Standing::Open)), [overdue, soon, some_day]);
        assert_eq!(found(state(Standing::Overdue)), [overdue]);
        assert_eq!(found(ActionFilter { whose: Some(Owner::Them), ..all }), [soon]);
        assert_eq!(found(ActionFilter { with: Some(jonas), ..state(Standing::Dropped) }), [dropped]);
    }

    #[test]
    fn feedback_is_found_by_who_gave_it_and_what_was_done_about_it() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        let mut add = |direction, on, about, done: &str| {
            let mut it = Feedback::new(amara, direction, text("Slower"), day(on));
            it.about = about;
            it.act(text(done), day(on));
            sample.put(it)
        };
        let old = add(Direction::FromThem, 1, Some(Subject::Way), "");
        let acted = add(Direction::FromThem, 2, Some(Subject::Work { piece: Default::default() }), "I breathe");
        let mine = add(Direction::FromMe, 3, None, "");
        let all = FeedbackFilter::default();
        let found = |filter| feedback(&sample.notebook, filter);
        assert_eq!(found(all), [mine, acted, old]);
        let from = FeedbackFilter { from: Some(Direction::FromThem), ..all };
        assert_eq!(found(from), [acted, old]);
        assert_eq!(found(FeedbackFilter { acted: Some(false), ..from }), [old]);
        assert_eq!(found(FeedbackFilter { about: Some(About::Work), ..all }), [acted]);
    }

    proptest! {
        #[test]
        fn open_and_settled_are_all_of_them(states in prop::collection::vec((0u8..3, prop::option::of(0i64..20)), 0..20)) {
            let mut sample = Sample::new();
            let amara = sample.mentorship("Amara", day(0));
            for (state, due) in &states {
                let action = sample.action(amara, None, day(0), due.map(day));
                sample.change(action, |it| it.state = match state {
                    0 => ActionState::Open,
                    1 => ActionState::Done { on: day(5) },
                    _ => ActionState::Dropped { on: day(5), reason: Default::default() },
                });
            }
            let count = |state| actions(&sample.notebook, ActionFilter { state, ..ActionFilter::default() }, day(10)).len();
            let all = count(None);
            prop_assert_eq!(all, states.len());
            let parts = [Standing::Open, Standing::Done, Standing::Dropped].map(|it| count(Some(it)));
            prop_assert_eq!(all, parts.iter().sum::<usize>());
            prop_assert!(count(Some(Standing::Overdue)) <= parts[0]);
        }
    }
}
