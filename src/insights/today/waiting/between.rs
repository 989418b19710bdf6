//! What waits between the owner and somebody: meetings, promises, answers, thanks, what was agreed.

use super::by_day;
use crate::{
    domain::{Action, Day, Id, Meeting, Mentorship, Notebook, Owner},
    insights::{
        actions::all_open,
        agreements, appreciations,
        closing::keep_in_touch,
        contact::{PATIENCE, waiting},
        rhythm::{RhythmState, standing},
        signals::{Evidence, Signal, Strength, signals},
        today::TodayLine,
    },
};

/// Days before its day on which an action item of the owner is shown.
const SOON: i64 = 3;
/// Days that help may wait for thanks without a word about it: time to try what was advised, so that the thanks can say
/// what became of it. Later they sound like a duty.
const THANKS: i64 = 7;

pub(super) fn meetings_to_log(notebook: &Notebook, today: Day) -> impl Iterator<Item = TodayLine> {
    let passed = notebook
        .all::<Meeting>()
        .filter(|(_, it)| it.state.is_planned() && it.on < today && is_running(notebook, it.mentorship))
        .map(|(meeting, it)| (it.on, TodayLine::LogMeeting { meeting, on: it.on }));
    by_day(passed.collect())
}

fn is_running(notebook: &Notebook, mentorship: Id<Mentorship>) -> bool {
    notebook.get(mentorship).is_some_and(|it| it.state.is_running())
}

pub(super) fn actions(notebook: &Notebook, today: Day) -> impl Iterator<Item = TodayLine> {
    all_open(notebook).into_iter().filter_map(move |action| {
        let it: &Action = notebook.get(action)?;
        let (promised, due) = (it.promised, it.due?);
        match it.owner {
            Owner::Me if it.is_overdue(today) => Some(TodayLine::MyActionOverdue { action, promised, due }),
            Owner::Me if (due - today).num_days() <= SOON => Some(TodayLine::MyActionDue { action, promised, due }),
            // Who has parted is not asked for what was promised.
            Owner::Them if it.is_overdue(today) && is_running(notebook, it.mentorship) => {
                Some(TodayLine::AskForAction { action, promised, due })
            }
            _ => None,
        }
    })
}

pub(super) fn rhythms(notebook: &Notebook, today: Day) -> impl Iterator<Item = TodayLine> {
    let lines = notebook.all::<Mentorship>().filter_map(|(mentorship, _)| {
        let standing = standing(notebook, mentorship, today)?;
        let line = match standing.state {
            RhythmState::Overdue => TodayLine::ContactOverdue { mentorship, standing },
            RhythmState::Due => TodayLine::ContactDue { mentorship, standing },
            RhythmState::Fine | RhythmState::Planned { .. } | RhythmState::Paused { .. } => return None,
        };
        Some((standing.due_on, line))
    });
    by_day(lines.collect())
}

/// What waits for an answer; days of pauses are nobody's fault.
pub(super) fn check_ins(notebook: &Notebook, today: Day) -> impl Iterator<Item = TodayLine> {
    let running = notebook.all::<Mentorship>().filter(|(_, it)| it.state.is_running());
    let lines = running.flat_map(|(mentorship, it)| {
        let paused = it.paused();
        let late = waiting(notebook, mentorship, today).into_iter().filter_map(move |(check_in, it)| {
            let (direction, on, days) = (it.direction, it.on, paused.between(it.on, today));
            let line = TodayLine::UnansweredCheckIn { check_in, mentorship, direction, on, days };
            (days > PATIENCE).then_some((on, line))
        });
        late.collect::<Vec<_>>()
    });
    by_day(lines.collect())
}

/// Of each mentorship the first signal that still stands without what these lines say already; a faint one waits on
/// the page of the mentorship.
pub(super) fn signs(notebook: &Notebook, today: Day, lines: &[TodayLine]) -> Vec<TodayLine> {
    let running = notebook.all::<Mentorship>().filter(|(_, it)| it.state.is_running());
    let untold = |mentorship, mut signal: Signal| {
        signal.signs.retain(|it| !lines.iter().any(|line| tells(notebook, line, mentorship, it.evidence)));
        let (strength, evidence) = (signal.strength(), signal.signs.first()?.evidence);
        (strength > Strength::Faint).then_some(TodayLine::Signal { mentorship, kind: signal.kind, strength, evidence })
    };
    let lines = running.filter_map(|(mentorship, _)| {
        signals(notebook, mentorship, today).into_iter().find_map(|signal| untold(mentorship, signal))
    });
    lines.collect()
}

/// Whether a line says of this mentorship what a signal was noticed from.
fn tells(notebook: &Notebook, line: &TodayLine, mentorship: Id<Mentorship>, evidence: Evidence) -> bool {
    let ours = |action: Id<Action>| notebook.get(action).is_some_and(|it| it.mentorship == mentorship);
    match (*line, evidence) {
        (TodayLine::ContactOverdue { mentorship: of, .. }, Evidence::Gap { .. }) => of == mentorship,
        (TodayLine::UnansweredCheckIn { mentorship: of, .. }, Evidence::Unanswered { .. }) => of == mentorship,
        (TodayLine::UnansweredCheckIn { mentorship: of, .. }, Evidence::Gap { unheard, .. }) => {
            unheard && of == mentorship
        }
        (TodayLine::MyActionOverdue { action, .. }, Evidence::Overdue { owner: Owner::Me, .. })
        | (TodayLine::AskForAction { action, .. }, Evidence::Overdue { owner: Owner::Them, .. }) => ours(action),
        _ => false,
    }
}

pub(super) fn keeping_in_touch(notebook: &Notebook, today: Day) -> impl Iterator<Item = TodayLine> {
    let due = notebook.all::<Mentorship>().filter_map(|(mentorship, _)| {
        let on = keep_in_touch(notebook, mentorship, today)?;
        Some((on, TodayLine::KeepInTouch { mentorship, on }))
    });
    by_day(due.collect())
}

/// One line for each mentorship, also for one that has ended: thanks may come after the parting.
pub(super) fn thanks(notebook: &Notebook, today: Day) -> impl Iterator<Item = TodayLine> {
    let due = notebook.all::<Mentorship>().filter_map(|(mentorship, _)| {
        let waiting = appreciations::waiting(notebook, mentorship);
        let help = *waiting.first()?;
        let on = notebook.get(help)?.on;
        let due = (today - on).num_days() > THANKS;
        due.then_some((on, TodayLine::SayThanks { mentorship, help, on, more: waiting.len() - 1 }))
    });
    by_day(due.collect())
}

/// The agreement that stands, once its day has come; not while a new one is talked about.
pub(super) fn agreements(notebook: &Notebook, today: Day) -> impl Iterator<Item = TodayLine> {
    let running = notebook.all::<Mentorship>().filter(|(_, it)| it.state.is_running());
    let due = running.filter_map(|(mentorship, _)| {
        let newest = agreements::of(notebook, mentorship).into_iter().next();
        let (agreement, it) = newest.filter(|(_, it)| it.agreed.is_some())?;
        let review_on = it.review_on.filter(|day| *day <= today)?;
        Some((review_on, TodayLine::ReviewAgreement { agreement, mentorship, review_on }))
    });
    by_day(due.collect())
}

#[cfg(test)]
mod tests {
    use super::{super::tests::lines, *};
    use crate::{
        domain::{Answer, Appreciation, Direction, MeetingState, MentorshipState},
        insights::sample::{Sample, day, title},
    };

    /// A mentorship that asks for nothing by itself.
    fn quiet(sample: &mut Sample) -> Id<Mentorship> {
        let id = sample.mentorship("Amara", day(0));
        sample.change(id, |it| it.rhythm = None);
        id
    }

    #[test]
    fn a_meeting_is_to_be_logged_from_the_day_after() {
        let mut sample = Sample::new();
        let amara = quiet(&mut sample);
        let meeting = sample.planned(amara, day(3));
        assert_eq!(lines(&sample, 3), []);
        let expected = TodayLine::LogMeeting { meeting, on: day(3) };
        assert_eq!(lines(&sample, 4), [expected]);
        sample.change(meeting, |it| it.state = MeetingState::Held);
        assert_eq!(lines(&sample, 4), []);
    }

    #[test]
    fn an_action_of_mine_shows_three_days_before_and_one_of_theirs_a_day_after() {
        let mut sample = Sample::new();
        let amara = quiet(&mut sample);
        let mine = sample.action(amara, None, day(0), Some(day(10)));
        let theirs = sample.action(amara, None, day(0), Some(day(10)));
        sample.change(theirs, |it| it.owner = Owner::Them);
        sample.action(amara, None, day(0), None);
        let (promised, due) = (day(0), day(10));
        assert_eq!(lines(&sample, 6), []);
        let soon = TodayLine::MyActionDue { action: mine, promised, due };
        assert_eq!(lines(&sample, 7), [soon]);
        assert_eq!(lines(&sample, 10), [soon]);
        let overdue = TodayLine::MyActionOverdue { action: mine, promised, due };
        let ask = TodayLine::AskForAction { action: theirs, promised, due };
        assert_eq!(lines(&sample, 11), [overdue, ask]);
        sample.change(amara, |it| it.state = MentorshipState::Ended { on: day(9), reason: Default::default() });
        assert_eq!(lines(&sample, 11), [overdue]);
    }

    #[test]
    fn a_rhythm_asks_until_a_meeting_is_planned() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        assert!(matches!(lines(&sample, 14)[..], [TodayLine::ContactDue { mentorship, .. }] if mentorship == amara));
        assert!(matches!(lines(&sample, 29)[..], [TodayLine::ContactOverdue { .. }]));
        sample.planned(amara, day(33));
        assert_eq!(lines(&sample, 29), []);
    }

    #[test]
    fn a_check_in_waits_a_week_and_no_longer_than_until_the_next_contact() {
        let mut sample = Sample::new();
        let amara = quiet(&mut sample);
        let check_in = sample.check_in(amara, day(0), Direction::FromMe, Answer::Waiting);
        assert_eq!(lines(&sample, 7), []);
        let expected = TodayLine::UnansweredCheckIn {
            check_in,
            mentorship: amara,
            direction: Direction::FromMe,
            on: day(0),
            days: 8,
        };
        assert_eq!(lines(&sample, 8), [expected]);
        sample.check_in(amara, day(5), Direction::FromMe, Answer::Waiting);
        assert_eq!(lines(&sample, 8), [expected]);
        sample.held(amara, day(6));
        assert_eq!(lines(&sample, 8), []);
    }

    #[test]
    fn a_signal_says_only_what_no_other_line_says() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(-365));
        let goal = sample.goal("Speak in public");
        sample.change(amara, |it| it.goals.push(goal));
        let meeting = sample.held(amara, day(-40));
        sample.change(meeting, |it| {
            it.goals.push(goal);
            it.outcomes = crate::insights::sample::text("The abstract");
        });
        // A gap and a late action item: two lines say so.
        let theirs = sample.action(amara, None, day(-40), Some(day(-20)));
        sample.change(theirs, |it| it.owner = Owner::Them);
        assert_eq!(signals(&sample.notebook, amara, day(0)).len(), 1);
        let is_signal = |line: &TodayLine| matches!(line, TodayLine::Signal { .. });
        assert_eq!(lines(&sample, 0).iter().filter(|line| is_signal(line)).count(), 0);
        let low = crate::domain::Rating::new(2);
        for on in [-9, -1] {
            sample.put(crate::domain::Pulse {
                mentorship: amara,
                meeting: None,
                on: day(on),
                communication: None,
                trust: low,
                respect: None,
                word: Default::default(),
            });
        }
        let found: Vec<_> = lines(&sample, 0).into_iter().filter(is_signal).collect();
        assert!(matches!(found[..], [TodayLine::Signal { kind: crate::domain::SignalKind::Clash, .. }]), "{found:?}");
    }

    #[test]
    fn one_writes_again_on_the_day_set_at_the_end() {
        let mut sample = Sample::new();
        let amara = quiet(&mut sample);
        sample.change(amara, |it| {
            it.state = MentorshipState::Ended { on: day(9), reason: Default::default() };
            it.keep_in_touch = Some(day(99));
        });
        assert_eq!(lines(&sample, 98), []);
        assert_eq!(lines(&sample, 99), [TodayLine::KeepInTouch { mentorship: amara, on: day(99) }]);
    }

    #[test]
    fn help_is_thanked_for_after_a_week_also_when_the_mentorship_has_ended() {
        let mut sample = Sample::new();
        let amara = quiet(&mut sample);
        let first = sample.put(Appreciation::new(amara, title("Ask twice"), day(0)));
        sample.put(Appreciation::new(amara, title("Breathe"), day(6)));
        assert_eq!(lines(&sample, 7), []);
        let line = TodayLine::SayThanks { mentorship: amara, help: first, on: day(0), more: 1 };
        assert_eq!(lines(&sample, 8), [line]);
        sample.change(amara, |it| it.state = MentorshipState::Ended { on: day(8), reason: Default::default() });
        assert_eq!(lines(&sample, 8), [line]);
        sample.change(first, |it| it.thank(day(8), None));
        assert_eq!(lines(&sample, 8), [], "the other one is two days old");
    }
}
