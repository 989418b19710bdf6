//! What waits in finding a mentor: messages, candidates, people met, steps.

use super::by_day;
use crate::{
    domain::{Candidate, Day, Event, Notebook, Outreach, Plan},
    insights::today::TodayLine,
};

pub(super) fn outreaches(notebook: &Notebook, today: Day) -> impl Iterator<Item = TodayLine> {
    let due = notebook.all::<Outreach>().filter_map(|(outreach, it)| {
        let by = it.follow_up_due(today)?;
        let sent = it.sent;
        Some((by, TodayLine::FollowUpOutreach { outreach, sent, by }))
    });
    by_day(due.collect())
}

/// A candidate to whom an outreach waits today has a line already.
pub(super) fn candidates(notebook: &Notebook, today: Day) -> impl Iterator<Item = TodayLine> {
    let due = notebook.all::<Candidate>().filter_map(|(candidate, it)| {
        let by = it.due(today)?;
        let waits = notebook.pointing::<Outreach>(it.person).any(|(_, out)| out.follow_up_due(today).is_some());
        (!waits).then_some((by, TodayLine::FollowUpCandidate { candidate, by }))
    });
    by_day(due.collect())
}

pub(super) fn events(notebook: &Notebook, today: Day) -> impl Iterator<Item = TodayLine> {
    let due = notebook.all::<Event>().filter_map(|(event, it)| {
        let by = it.follow_up_due(today)?;
        let met = it.met.len();
        Some((by, TodayLine::FollowUpEvent { event, by, met }))
    });
    by_day(due.collect())
}

pub(super) fn steps(notebook: &Notebook, today: Day) -> impl Iterator<Item = TodayLine> {
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

#[cfg(test)]
mod tests {
    use super::{super::tests::lines, *};
    use crate::{
        domain::{PartId, Person, PlanState, Reply, Stage, Step, Strategy, Text},
        insights::sample::{Sample, day, title},
    };

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
}
