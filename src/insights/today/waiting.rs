//! Everything that could be a line of the Today screen, each kind with the longest waiting first.

use super::{BackupAge, line::TodayLine};
use crate::{
    domain::{
        Action, Answer, Candidate, CheckIn, Day, Event, Id, Meeting, Mentorship, Notebook, Outreach, Owner, Plan, order,
    },
    insights::{
        actions::all_open,
        agreements, appreciations,
        closing::keep_in_touch,
        contact::contacts,
        goals::{last_touched, reviews_due},
        rhythm::{RhythmState, standing},
        signals::{Evidence, Signal, Strength, signals},
    },
};

/// Days before its day on which an action item of the owner is shown.
const SOON: i64 = 3;
/// Days that a check-in may wait for an answer without a word about it.
const PATIENCE: i64 = 7;
/// Days that help may wait for thanks without a word about it: time to try what was advised, so that the thanks can say
/// what became of it. Later they sound like a duty.
const THANKS: i64 = 7;
/// Entries from which on a notebook is work worth a reminder.
const WORTH_KEEPING: usize = 10;
/// Days that a backup may be old.
const BACKUP_AGE: i64 = 30;

/// All lines of this day; within one kind the longest waiting first.
pub(super) fn all(notebook: &Notebook, today: Day, backup: BackupAge) -> Vec<TodayLine> {
    let mut lines = Vec::new();
    lines.extend(meetings_to_log(notebook, today));
    lines.extend(actions(notebook, today));
    lines.extend(rhythms(notebook, today));
    lines.extend(check_ins(notebook, today));
    lines.extend(signs(notebook, today, &lines));
    lines.extend(outreaches(notebook, today));
    lines.extend(candidates(notebook, today));
    lines.extend(events(notebook, today));
    lines.extend(thanks(notebook, today));
    lines.extend(reviews(notebook, today));
    lines.extend(agreements(notebook, today));
    lines.extend(steps(notebook, today));
    lines.extend(keeping_in_touch(notebook, today));
    lines.extend(old_backup(notebook, today, backup));
    lines
}

/// Lines by rising day; those of one day stay in the order of their ids.
fn by_day(lines: Vec<(Day, TodayLine)>) -> impl Iterator<Item = TodayLine> {
    let lines = order::by_key(lines, |(day, _)| *day);
    lines.into_iter().map(|(_, line)| line)
}

fn meetings_to_log(notebook: &Notebook, today: Day) -> impl Iterator<Item = TodayLine> {
    let passed = notebook
        .all::<Meeting>()
        .filter(|(_, it)| it.state.is_planned() && it.on < today)
        .map(|(meeting, it)| (it.on, TodayLine::LogMeeting { meeting, on: it.on }));
    by_day(passed.collect())
}

fn is_running(notebook: &Notebook, mentorship: Id<Mentorship>) -> bool {
    notebook.get(mentorship).is_some_and(|it| it.state.is_running())
}

fn actions(notebook: &Notebook, today: Day) -> impl Iterator<Item = TodayLine> {
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

fn rhythms(notebook: &Notebook, today: Day) -> impl Iterator<Item = TodayLine> {
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

/// An answer that was waited for and never logged is no news once the two have been in contact again.
fn in_contact_after(notebook: &Notebook, mentorship: Id<Mentorship>, day: Day, today: Day) -> bool {
    contacts(notebook, mentorship, today).iter().any(|contact| contact.on > day && contact.how.is_mutual())
}

fn check_ins(notebook: &Notebook, today: Day) -> impl Iterator<Item = TodayLine> {
    let waiting = notebook
        .all::<CheckIn>()
        .filter(|(_, it)| it.answer == Answer::Waiting && (today - it.on).num_days() > PATIENCE)
        .filter(|(_, it)| is_running(notebook, it.mentorship))
        .filter(|(_, it)| !in_contact_after(notebook, it.mentorship, it.on, today))
        .map(|(check_in, it)| {
            let line = TodayLine::UnansweredCheckIn {
                check_in,
                mentorship: it.mentorship,
                direction: it.direction,
                on: it.on,
                days: (today - it.on).num_days(),
            };
            (it.on, line)
        });
    by_day(waiting.collect())
}

/// Of each mentorship the first signal that still stands without what these lines say already; a faint one waits on
/// the page of the mentorship.
fn signs(notebook: &Notebook, today: Day, lines: &[TodayLine]) -> Vec<TodayLine> {
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

fn keeping_in_touch(notebook: &Notebook, today: Day) -> impl Iterator<Item = TodayLine> {
    let due = notebook.all::<Mentorship>().filter_map(|(mentorship, _)| {
        let on = keep_in_touch(notebook, mentorship, today)?;
        Some((on, TodayLine::KeepInTouch { mentorship, on }))
    });
    by_day(due.collect())
}

fn outreaches(notebook: &Notebook, today: Day) -> impl Iterator<Item = TodayLine> {
    let due = notebook.all::<Outreach>().filter_map(|(outreach, it)| {
        let by = it.follow_up_due(today)?;
        let sent = it.sent;
        Some((by, TodayLine::FollowUpOutreach { outreach, sent, by }))
    });
    by_day(due.collect())
}

/// A candidate to whom an outreach waits today has a line already.
fn candidates(notebook: &Notebook, today: Day) -> impl Iterator<Item = TodayLine> {
    let due = notebook.all::<Candidate>().filter_map(|(candidate, it)| {
        let by = it.due(today)?;
        let mut outreach = notebook.all::<Outreach>().map(|(_, it)| it);
        let waits = outreach.any(|out| out.person == Some(it.person) && out.follow_up_due(today).is_some());
        (!waits).then_some((by, TodayLine::FollowUpCandidate { candidate, by }))
    });
    by_day(due.collect())
}

fn events(notebook: &Notebook, today: Day) -> impl Iterator<Item = TodayLine> {
    let due = notebook.all::<Event>().filter_map(|(event, it)| {
        let by = it.follow_up_due(today)?;
        let met = it.met.len();
        Some((by, TodayLine::FollowUpEvent { event, by, met }))
    });
    by_day(due.collect())
}

/// One line for each mentorship, also for one that has ended: thanks may come after the parting.
fn thanks(notebook: &Notebook, today: Day) -> impl Iterator<Item = TodayLine> {
    let due = notebook.all::<Mentorship>().filter_map(|(mentorship, _)| {
        let waiting = appreciations::waiting(notebook, mentorship);
        let help = *waiting.first()?;
        let on = notebook.get(help)?.on;
        let due = (today - on).num_days() > THANKS;
        due.then_some((on, TodayLine::SayThanks { mentorship, help, on, more: waiting.len() - 1 }))
    });
    by_day(due.collect())
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

/// The agreement that stands, once its day has come; not while a new one is talked about.
fn agreements(notebook: &Notebook, today: Day) -> impl Iterator<Item = TodayLine> {
    let running = notebook.all::<Mentorship>().filter(|(_, it)| it.state.is_running());
    let due = running.filter_map(|(mentorship, _)| {
        let newest = agreements::of(notebook, mentorship).into_iter().next();
        let (agreement, it) = newest.filter(|(_, it)| it.agreed.is_some())?;
        let review_on = it.review_on.filter(|day| *day <= today)?;
        Some((review_on, TodayLine::ReviewAgreement { agreement, mentorship, review_on }))
    });
    by_day(due.collect())
}

fn steps(notebook: &Notebook, today: Day) -> impl Iterator<Item = TodayLine> {
    let due = notebook
        .all::<Plan>()
        .filter(|(_, it)| it.state.is_open())
        .flat_map(|(plan, it)| it.steps.iter().map(move |step| (plan, step)))
        .filter(|(_, step)| step.is_due(today))
        .filter_map(|(plan, step)| {
            let due = step.due?;
            let step = step.id;
            Some((due, TodayLine::TakeStep { plan, step, due }))
        });
    by_day(due.collect())
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
        domain::{
            Appreciation, Direction, GoalState, MeetingState, MentorshipState, PartId, Person, PlanState, Reply, Stage,
            Step, Strategy, Text,
        },
        insights::sample::{Sample, day, title},
    };

    /// The lines of a day; what the backup is like does not matter to most rules.
    fn lines(sample: &Sample, today: i64) -> Vec<TodayLine> {
        all(&sample.notebook, day(today), BackupAge { last: Some(day(today)), unsaved_changes: 0 })
    }

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
    fn an_outreach_is_followed_up_until_a_reply_came() {
        let mut sample = Sample::new();
        let mut body = Outreach::new(title("Jonas Feld"));
        body.sent = Some(day(0));
        body.follow_up = Some(day(10));
        let outreach = sample.put(body);
        assert_eq!(lines(&sample, 9), []);
        let expected = TodayLine::FollowUpOutreach { outreach, sent: Some(day(0)), by: day(10) };
        assert_eq!(lines(&sample, 10), [expected]);
        sample.change(outreach, |it| it.reply = Reply::None { on: day(10) });
        assert_eq!(lines(&sample, 10), []);
    }

    #[test]
    fn a_candidate_is_looked_at_again_on_its_day_unless_an_outreach_to_them_waits() {
        let mut sample = Sample::new();
        let person = sample.put(Person::new(title("Jonas Feld")));
        let mut body = Candidate::new(person, day(0));
        body.turn(Stage::Parked, day(1), Default::default(), PartId::new(1));
        body.next = Some(day(20));
        let candidate = sample.put(body);
        assert_eq!(lines(&sample, 19), []);
        let expected = TodayLine::FollowUpCandidate { candidate, by: day(20) };
        assert_eq!(lines(&sample, 20), [expected]);
        let mut body = Outreach::new(title("Jonas Feld"));
        body.person = Some(person);
        body.follow_up = Some(day(18));
        let outreach = sample.put(body);
        let asked = TodayLine::FollowUpOutreach { outreach, sent: None, by: day(18) };
        assert_eq!(lines(&sample, 20), [asked]);
        sample.change(outreach, |it| it.reply = Reply::Came { on: day(20), note: Default::default() });
        assert_eq!(lines(&sample, 20), [expected]);
        sample.change(candidate, |it| it.turn(Stage::Agreed, day(20), Default::default(), PartId::new(2)));
        assert_eq!(lines(&sample, 20), []);
    }

    #[test]
    fn people_met_at_an_event_are_written_to_by_the_day_set() {
        let mut sample = Sample::new();
        let mut body = Event::new(title("RustConf"), day(0));
        body.follow_up_by = Some(day(4));
        let event = sample.put(body);
        assert_eq!(lines(&sample, 3), []);
        let expected = TodayLine::FollowUpEvent { event, by: day(4), met: 0 };
        assert_eq!(lines(&sample, 4), [expected]);
        sample.change(event, |it| it.followed_up = Some(day(4)));
        assert_eq!(lines(&sample, 4), []);
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

    #[test]
    fn a_step_of_a_plan_waits_while_the_plan_is_open() {
        let mut sample = Sample::new();
        let mut body = Plan::new(title("Find a mentor"), day(0));
        body.strategies.add(Strategy { id: PartId::new(1), place: 0, title: title("Events"), notes: Text::default() });
        for (id, due, done) in [(2, Some(day(5)), None), (3, Some(day(5)), Some(day(1))), (4, None, None)] {
            body.steps.add(Step {
                id: PartId::new(id),
                place: 0,
                strategy: PartId::new(1),
                title: title("Choose one"),
                due,
                done,
                notes: Text::default(),
            });
        }
        let plan = sample.put(body);
        assert_eq!(lines(&sample, 4), []);
        let expected = TodayLine::TakeStep { plan, step: PartId::new(2), due: day(5) };
        assert_eq!(lines(&sample, 5), [expected]);
        sample.change(plan, |it| it.state = PlanState::Closed { on: day(5), reason: Default::default() });
        assert_eq!(lines(&sample, 5), []);
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
