//! Made-up histories: healthy ones raise nothing, each kind of trouble raises its own signal first.

use super::*;
use crate::{
    domain::{
        Answer, Direction, Goal, GoalState, Line, MeetingState, MentorshipState, PartId, Pause, Pulse, Rating, Side,
        Who,
    },
    insights::sample::{Sample, day, text, title},
};
use proptest::prelude::*;

/// A mentorship of a year with a goal that moves, on day 0; nobody has met yet.
fn begun(sample: &mut Sample) -> (Id<Mentorship>, Id<Goal>) {
    let amara = sample.mentorship("Amara", day(-365));
    let goal = sample.goal("Speak in public");
    sample.change(amara, |it| it.goals.push(goal));
    sample.change(goal, |it| it.review(day(-10), text("It moves"), None, PartId::new(1)));
    (amara, goal)
}

/// A meeting about the goal with an outcome.
fn good(sample: &mut Sample, amara: Id<Mentorship>, goal: Id<Goal>, on: i64) {
    let meeting = sample.held(amara, day(on));
    sample.change(meeting, |it| {
        it.goals.push(goal);
        it.outcomes = text("Write the abstract");
    });
}

/// The same with a meeting every two weeks until a day.
fn healthy(sample: &mut Sample, until: i64) -> Id<Mentorship> {
    let (amara, goal) = begun(sample);
    for on in (-355..=until).step_by(14) {
        good(sample, amara, goal, on);
    }
    amara
}

fn found(sample: &Sample, id: Id<Mentorship>, today: i64) -> Vec<(SignalKind, Strength)> {
    signals(&sample.notebook, id, day(today)).iter().map(|it| (it.kind, it.strength())).collect()
}

fn first(sample: &Sample, id: Id<Mentorship>) -> Option<Signal> {
    signals(&sample.notebook, id, day(0)).into_iter().next()
}

fn pulse(sample: &mut Sample, mentorship: Id<Mentorship>, on: i64, rated: [u8; 3]) {
    let [communication, trust, respect] = rated.map(Rating::new);
    sample.put(Pulse { mentorship, meeting: None, on: day(on), communication, trust, respect, word: Line::default() });
}

#[test]
fn a_healthy_year_raises_nothing() {
    let mut sample = Sample::new();
    let amara = healthy(&mut sample, 0);
    pulse(&mut sample, amara, -60, [4, 5, 4]);
    pulse(&mut sample, amara, -20, [3, 4, 4]);
    sample.check_in(amara, day(-3), Direction::FromMe, Answer::Waiting);
    sample.action(amara, None, day(-20), Some(day(-2)));
    let off = sample.planned(amara, day(-50));
    let reason = Line::default();
    sample.change(off, |it| it.state = MeetingState::Cancelled { by: Who::Them, reason });
    assert_eq!(signals(&sample.notebook, amara, day(0)), []);
}

#[test]
fn a_long_gap_and_meetings_that_fall_out_are_too_little_time() {
    let mut sample = Sample::new();
    let amara = healthy(&mut sample, -40);
    for on in [-30, -20, -10] {
        let off = sample.planned(amara, day(on));
        sample.change(off, |it| it.state = MeetingState::Cancelled { by: Who::Me, reason: Line::default() });
    }
    let signal = first(&sample, amara).unwrap();
    assert_eq!((signal.kind, signal.strength()), (SignalKind::Time, Strength::Strong));
    let evidence: Vec<_> = signal.signs.iter().map(|it| it.evidence).collect();
    assert!(evidence.contains(&Evidence::Gap { days: 47, longest: 28, unheard: false }), "{evidence:?}");
    assert!(evidence.contains(&Evidence::NotHeld { off: 3, held: 4 }), "{evidence:?}");
    // A meeting that is planned soon enough answers the gap, not what falls out.
    sample.planned(amara, day(5));
    assert_eq!(found(&sample, amara, 0), [(SignalKind::Time, Strength::Clear)]);
}

#[test]
fn a_goal_of_which_something_was_written_is_not_stale() {
    let mut sample = Sample::new();
    let (amara, goal) = begun(&mut sample);
    sample.change(goal, |it| it.reviews = Default::default());
    let stale = |sample: &Sample| {
        let all = signals(&sample.notebook, amara, day(0)).into_iter();
        all.flat_map(|it| it.signs).any(|sign| matches!(sign.evidence, Evidence::Untouched { .. }))
    };
    assert!(stale(&sample), "nothing ever happened to it");
    sample.on(day(-30));
    sample.change(goal, |it| it.why = text("To be heard"));
    assert!(!stale(&sample));
}

#[test]
fn who_wrote_yesterday_or_meets_soon_is_not_told_to_get_in_touch() {
    let mut sample = Sample::new();
    let amara = healthy(&mut sample, -30);
    sample.check_in(amara, day(-1), Direction::FromMe, Answer::Waiting);
    assert_eq!(signals(&sample.notebook, amara, day(0)), []);
    assert!(!signals(&sample.notebook, amara, day(8)).is_empty(), "nine days are too long");
    sample.planned(amara, day(10));
    let gap = |signal: &Signal| signal.signs.iter().any(|it| matches!(it.evidence, Evidence::Gap { .. }));
    assert!(!signals(&sample.notebook, amara, day(8)).iter().any(gap), "they meet in two days");
}

#[test]
fn meetings_that_are_put_off_are_too_little_time_and_those_brought_forward_are_not() {
    let mut sample = Sample::new();
    let amara = healthy(&mut sample, -4);
    let meeting = sample.planned(amara, day(3));
    let put = |sample: &mut Sample, to, part| {
        sample.change(meeting, |it| it.move_to(day(to), Who::Them, Line::default(), day(-2), PartId::new(part)));
    };
    put(&mut sample, 5, 1);
    put(&mut sample, 4, 2);
    assert_eq!(signals(&sample.notebook, amara, day(0)), [], "once later and once sooner");
    put(&mut sample, 6, 3);
    let signal = first(&sample, amara).unwrap();
    assert_eq!((signal.kind, signal.strength()), (SignalKind::Time, Strength::Faint));
    assert_eq!(signal.signs, [Sign { evidence: Evidence::PutOff { times: 2 }, weight: 1 }]);
    put(&mut sample, 8, 4);
    put(&mut sample, 10, 5);
    assert_eq!(found(&sample, amara, 0), [(SignalKind::Time, Strength::Clear)]);
}

#[test]
fn gaps_that_come_again_are_too_little_time_even_after_a_contact() {
    let mut sample = Sample::new();
    let (amara, goal) = begun(&mut sample);
    for on in (-355..=-150).step_by(14).chain([-110, -100, -60, -50, -2]) {
        good(&mut sample, amara, goal, on);
    }
    let signal = first(&sample, amara).unwrap();
    assert_eq!(signal.kind, SignalKind::Time);
    assert!(
        matches!(signal.signs[..], [Sign { evidence: Evidence::Gaps { times: 3, days: 49, .. }, .. }]),
        "{signal:?}"
    );
}

#[test]
fn a_low_or_falling_pulse_is_a_clash() {
    let mut sample = Sample::new();
    let amara = healthy(&mut sample, 0);
    pulse(&mut sample, amara, -60, [4, 5, 5]);
    pulse(&mut sample, amara, -30, [4, 3, 5]);
    let fell = Evidence::Fell { side: PulseSide::Trust, from: 5, to: 3 };
    let signal = first(&sample, amara).unwrap();
    assert_eq!((signal.kind, signal.strength()), (SignalKind::Clash, Strength::Faint));
    assert_eq!(signal.signs, [Sign { evidence: fell, weight: 1 }]);
    pulse(&mut sample, amara, -15, [4, 2, 5]);
    pulse(&mut sample, amara, -1, [4, 2, 5]);
    let low = Evidence::Low { side: PulseSide::Trust, rating: 2, times: 2 };
    assert_eq!(first(&sample, amara).unwrap().signs, [Sign { evidence: low, weight: 2 }]);
    // Half a year later it says nothing of today.
    assert!(found(&sample, amara, 200).iter().all(|(kind, _)| *kind != SignalKind::Clash));
}

#[test]
fn goals_that_are_missing_or_stale_are_no_direction() {
    let mut sample = Sample::new();
    let (amara, goal) = begun(&mut sample);
    for on in (-355..=-4).step_by(14) {
        let meeting = sample.held(amara, day(on));
        sample.change(meeting, |it| it.outcomes = text("We go on"));
    }
    // The goal was looked at, so that no meeting names it is all there is to say.
    assert_eq!(found(&sample, amara, 0), [(SignalKind::Direction, Strength::Faint)]);
    sample.write(goal, Goal::new(title("Speak in public")));
    let signal = first(&sample, amara).unwrap();
    assert_eq!((signal.kind, signal.strength()), (SignalKind::Direction, Strength::Strong));
    assert!(matches!(signal.signs[0].evidence, Evidence::Untouched { days: 365, .. }), "{signal:?}");
    sample.change(goal, |it| it.turn(GoalState::Achieved, day(-42), Line::default(), PartId::new(2)));
    assert_eq!(signals(&sample.notebook, amara, day(-1)), [], "whoever has just reached one may rest");
    let signal = first(&sample, amara).unwrap();
    assert_eq!(signal.signs[0].evidence, Evidence::NoGoal { had: true });
    assert_eq!(signal.strength(), Strength::Clear);
    // Whoever guides need not have the goals of the other one here.
    sample.change(amara, |it| it.side = Side::Guiding);
    assert_eq!(found(&sample, amara, 0), [(SignalKind::Direction, Strength::Faint)]);
}

#[test]
fn meetings_that_end_with_nothing_are_no_direction() {
    let mut sample = Sample::new();
    let (amara, goal) = begun(&mut sample);
    let meetings: Vec<_> = (-70..=-4).step_by(14).map(|on| sample.held(amara, day(on))).collect();
    meetings.iter().for_each(|id| sample.change(*id, |it| it.goals.push(goal)));
    let signal = first(&sample, amara).unwrap();
    assert_eq!(signal.kind, SignalKind::Direction);
    assert_eq!(signal.signs, [Sign { evidence: Evidence::NoOutcome { meetings: 5 }, weight: 2 }]);
    sample.action(amara, meetings.last().copied(), day(-4), None);
    assert_eq!(first(&sample, amara), None);
}

#[test]
fn silence_after_a_message_is_communication_and_not_time() {
    let mut sample = Sample::new();
    let amara = healthy(&mut sample, -40);
    sample.check_in(amara, day(-30), Direction::FromMe, Answer::Waiting);
    sample.check_in(amara, day(-12), Direction::FromMe, Answer::Waiting);
    let signal = first(&sample, amara).unwrap();
    assert_eq!((signal.kind, signal.strength()), (SignalKind::Communication, Strength::Strong));
    let evidence: Vec<_> = signal.signs.iter().map(|it| it.evidence).collect();
    assert!(evidence.contains(&Evidence::Unanswered { from: Owner::Me, messages: 2, days: 30 }), "{evidence:?}");
    assert!(evidence.contains(&Evidence::Gap { days: 47, longest: 28, unheard: true }), "{evidence:?}");
    assert_eq!(found(&sample, amara, 0).len(), 1, "a gap is evidence of one thing only");
    sample.check_in(amara, day(-1), Direction::FromThem, Answer::NotNeeded);
    assert_eq!(first(&sample, amara), None);
}

#[test]
fn a_gap_in_which_something_was_promised_is_communication() {
    let mut sample = Sample::new();
    let amara = healthy(&mut sample, -40);
    let theirs = sample.action(amara, None, day(-50), Some(day(-30)));
    sample.change(theirs, |it| it.owner = Owner::Them);
    let signal = first(&sample, amara).unwrap();
    assert_eq!((signal.kind, signal.strength()), (SignalKind::Communication, Strength::Strong));
    assert!(
        signal.signs.iter().any(|it| it.evidence == Evidence::Overdue { owner: Owner::Them, actions: 1, days: 30 })
    );
}

#[test]
fn mine_count_as_theirs_do() {
    let mut sample = Sample::new();
    let amara = healthy(&mut sample, 0);
    for due in [-40, -30, -9, -2] {
        sample.action(amara, None, day(-50), Some(day(due)));
    }
    let signal = first(&sample, amara).unwrap();
    let evidence = Evidence::Overdue { owner: Owner::Me, actions: 3, days: 40 };
    assert_eq!((signal.kind, signal.signs), (SignalKind::Communication, vec![Sign { evidence, weight: 2 }]));
}

#[test]
fn a_new_mentorship_a_pause_and_an_end_are_quiet() {
    let mut sample = Sample::new();
    let amara = sample.mentorship("Amara", day(-27));
    pulse(&mut sample, amara, -2, [1, 1, 1]);
    assert_eq!(first(&sample, amara), None);
    sample.change(amara, |it| it.since = day(-28));
    assert_eq!(found(&sample, amara, 0), [(SignalKind::Clash, Strength::Strong)]);
    let pause = |from, until| Pause { id: PartId::new(1), place: 0, from, until, why: title("Holidays") };
    sample.change(amara, |it| it.pauses.add(pause(day(0), day(3))));
    assert_eq!(first(&sample, amara), None);
    sample.change(amara, |it| it.pauses.add(pause(day(-9), day(-8))));
    assert_eq!(first(&sample, amara), None, "days of a pause make nobody older");
    sample.change(amara, |it| {
        it.since = day(-90);
        it.state = MentorshipState::Ended { on: day(-1), reason: Line::default() };
    });
    assert_eq!(first(&sample, amara), None);
}

#[test]
fn a_pause_takes_a_gap_away() {
    let mut sample = Sample::new();
    let amara = healthy(&mut sample, -40);
    assert_eq!(found(&sample, amara, 0), [(SignalKind::Time, Strength::Clear)]);
    let pause = Pause { id: PartId::new(1), place: 0, from: day(-30), until: day(-11), why: title("Holidays") };
    sample.change(amara, |it| it.pauses.add(pause));
    assert_eq!(first(&sample, amara), None);
}

#[test]
fn what_is_set_aside_is_quiet_for_a_while_and_what_is_settled_until_something_new_happens() {
    let mut sample = Sample::new();
    let amara = healthy(&mut sample, 0);
    pulse(&mut sample, amara, -5, [2, 2, 5]);
    assert_eq!(found(&sample, amara, 0), [(SignalKind::Clash, Strength::Clear)]);
    sample.change(amara, |it| it.set_aside(SignalKind::Clash, day(0), Some(day(7)), PartId::new(1)));
    assert_eq!(found(&sample, amara, 6), []);
    assert_eq!(found(&sample, amara, 7), [(SignalKind::Clash, Strength::Clear)]);
    sample.change(amara, |it| it.set_aside(SignalKind::Clash, day(7), None, PartId::new(2)));
    assert_eq!(found(&sample, amara, 8), []);
    pulse(&mut sample, amara, 9, [4, 1, 5]);
    assert_eq!(found(&sample, amara, 9), [(SignalKind::Clash, Strength::Clear)]);
}

#[test]
fn a_gap_that_was_settled_is_quiet_until_there_is_another() {
    let mut sample = Sample::new();
    let amara = healthy(&mut sample, -40);
    sample.change(amara, |it| it.set_aside(SignalKind::Time, day(0), None, PartId::new(1)));
    assert_eq!(found(&sample, amara, 20), []);
    let goal = sample.notebook.get(amara).unwrap().goals[0];
    good(&mut sample, amara, goal, 20);
    assert_eq!(found(&sample, amara, 48), []);
    assert_eq!(found(&sample, amara, 49), [(SignalKind::Time, Strength::Clear)]);
}

#[test]
fn in_the_example_year_jonas_has_gone_quiet_and_amara_is_well() {
    use crate::domain::{Change, Clock, DeviceId, Op};
    let ops = crate::guide::example::example_year(day(0)).into_iter().map(Op::Put).collect();
    let mut notebook = Notebook::default();
    notebook.apply(&Change { label: String::new(), ops }, &mut Clock::new(DeviceId::new(1)), 1).unwrap();
    let mut found: Vec<_> = notebook
        .all::<Mentorship>()
        .map(|(id, it)| {
            let name = notebook.get(it.person).unwrap().name.to_string();
            (name, signals(&notebook, id, day(0)).iter().map(|it| (it.kind, it.strength())).collect::<Vec<_>>())
        })
        .collect();
    found.sort_by(|one, other| one.0.cmp(&other.0));
    let expected = [
        ("Amara Osei".to_owned(), vec![]),
        ("Jonas Feld".to_owned(), vec![(SignalKind::Communication, Strength::Strong)]),
    ];
    assert_eq!(found, expected);
}

proptest! {
    /// Whatever happened before, two people who meet in their rhythm, about a goal, with an outcome, are left alone
    /// once three months have gone by so.
    #[test]
    fn a_good_quarter_is_enough(
        before in prop::collection::vec((-300i64..-100, 0u8..4), 0..12), every in 5i64..=28,
    ) {
        let mut sample = Sample::new();
        let (amara, goal) = begun(&mut sample);
        for (on, what) in before {
            match what {
                0 => { sample.held(amara, day(on)); }
                1 => { sample.check_in(amara, day(on), Direction::FromMe, Answer::Waiting); }
                2 => pulse(&mut sample, amara, on - 90, [1, 2, 3]),
                _ => {
                    let off = sample.planned(amara, day(on));
                    sample.change(off, |it| it.state = MeetingState::Missed { by: Who::Both, reason: Line::default() });
                }
            }
        }
        for on in (-99..=0).rev().step_by(usize::try_from(every).unwrap()) {
            good(&mut sample, amara, goal, on);
        }
        let found = signals(&sample.notebook, amara, day(0));
        prop_assert!(found.iter().flat_map(|it| &it.signs).all(|it| matches!(it.evidence, Evidence::Gaps { .. } | Evidence::Low { .. } | Evidence::Fell { .. })), "{found:?}");
    }

    /// Days alone never take a gap away, and the edges of the calendar do no harm.
    #[test]
    fn a_gap_only_grows(last in -60i64..-30, later in 0i64..200) {
        let mut sample = Sample::new();
        let amara = healthy(&mut sample, last);
        let weight = |today: i64| {
            let all = signals(&sample.notebook, amara, day(today));
            all.iter().flat_map(|it| &it.signs).find(|it| matches!(it.evidence, Evidence::Gap { .. })).map(|it| it.weight)
        };
        prop_assert!(weight(later) >= weight(0));
        for today in [Day::MIN, Day::MAX] {
            prop_assert!(signals(&sample.notebook, amara, today).len() <= 4);
        }
    }
}
