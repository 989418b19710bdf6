//! A made-up year, so that a newcomer sees what a notebook becomes.
//!
//! It belongs to a product designer who makes software for hospital rotas. Days are counted back from
//! today, so the year is always fresh; ids are the same every time. The texts stand in tables, one file
//! per part of the year; each file turns its tables into entries.

mod between;
mod candidates;
mod finding;
mod goals;
mod meetings;
mod people;
mod promises;

use chrono::Datelike;

use crate::domain::{
    Day, Draft, Goal, Id, Line, Meeting, Mentorship, PartId, Person, Plan, Text, TimeOfDay, Title, entry::Kind,
};

/// The entries of the example, as one change puts them into an empty notebook.
///
/// Empty only if `today` lies within two years of the first or last day there is.
#[must_use]
pub fn example_year(today: Day) -> Vec<Draft> {
    let mut year = Year::new(today);
    year.write().map(|()| year.drafts).unwrap_or_default()
}

/// A goal of the example, by which the other entries name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum GoalOf {
    Talk,
    Lead,
    Research,
    Code,
    Portfolio,
    Manage,
}

/// A person of the example.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Amara,
    Jonas,
    Priya,
    LiWen,
    Tomas,
    Greta,
}

/// A finding plan of the example.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PlanOf {
    First,
    Second,
}

/// The year while it is written.
struct Year {
    today: Day,
    drafts: Vec<Draft>,
    /// Parts that were given an id.
    parts: u64,
}

impl Year {
    fn new(today: Day) -> Self {
        Self { today, drafts: Vec::new(), parts: 0 }
    }

    /// None when a text or a day cannot be; the tests see to it that all can.
    fn write(&mut self) -> Option<()> {
        self.goals()?;
        self.people()?;
        self.meetings()?;
        self.check_ins()?;
        self.feedback()?;
        self.help()?;
        self.pulses()?;
        self.doubt()?;
        self.actions()?;
        self.plans()?;
        self.events()?;
        self.outreach()?;
        self.candidates()?;
        self.card()
    }

    /// The day that many days ago; negative numbers are ahead.
    fn day(&self, ago: i64) -> Day {
        self.today.plus(-ago)
    }

    fn day_if(&self, ago: Option<i64>) -> Option<Day> {
        ago.map(|ago| self.day(ago))
    }

    /// The same, moved back to a Friday if it is past and at a weekend: people meet on weekdays.
    fn weekday(&self, ago: i64) -> Day {
        let day = self.day(ago);
        let after_friday = i64::from(day.weekday().num_days_from_monday()) - 4;
        let back = if ago > 0 { after_friday.max(0) } else { 0 };
        day.plus(-back)
    }

    fn part(&mut self) -> PartId {
        self.parts += 1;
        // Multiplying by 2^64 divided by the golden ratio scatters small numbers without a collision.
        PartId::new(self.parts.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 24)
    }

    fn put<K: Kind>(&mut self, id: Id<K>, private: bool, body: K) {
        self.drafts.push(Draft { private, ..Draft::new(id, body) });
    }
}

/// The id of the entry of a kind with this number: scattered, so that it looks like any other id.
fn id<K: Kind>(number: usize) -> Id<K> {
    let number = (K::NAME as u128) << 16 | (number as u128 + 1);
    Id::new(number.wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835) >> 48)
}

fn goal_id(goal: GoalOf) -> Id<Goal> {
    id(goal as usize)
}

fn goal_ids(goals: &[GoalOf]) -> Vec<Id<Goal>> {
    goals.iter().copied().map(goal_id).collect()
}

fn person_id(person: Who) -> Id<Person> {
    id(person as usize)
}

/// The mentorship with this person, if there is one.
fn mentorship_id(person: Who) -> Id<Mentorship> {
    id(person as usize)
}

fn plan_id(plan: PlanOf) -> Id<Plan> {
    id(plan as usize)
}

/// The meeting that was that many days ago, and with whom it was.
fn meeting_of(ago: i64) -> Option<(Id<Meeting>, Id<Mentorship>)> {
    let at = meetings::MEETINGS.iter().position(|it| it.ago == ago)?;
    let with = meetings::MEETINGS.get(at)?.with;
    Some((id(at), mentorship_id(with)))
}

fn title(text: &str) -> Option<Title> {
    Title::new(text).ok()
}

fn titles(names: &[&str]) -> Option<Vec<Title>> {
    names.iter().map(|name| title(name)).collect()
}

fn line(text: &str) -> Option<Line> {
    Line::new(text).ok()
}

fn text(text: &str) -> Option<Text> {
    Text::new(text).ok()
}

fn hour(hour: u32, minute: u32) -> Option<TimeOfDay> {
    TimeOfDay::from_hms_opt(hour, minute, 0)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::{
        Action, ActionState, Appreciation, Candidate, Card, Change, CheckIn, Clock, DeviceId, Doubt, Event, Feedback,
        GoalState, MeetingState, Notebook, Op, Outreach, Owner, Pulse,
    };

    fn days() -> [Day; 5] {
        [(2026, 4, 14), (2027, 12, 31), (2028, 2, 29), (2029, 3, 1), (2031, 1, 1)]
            .map(|(year, month, day)| Day::from_ymd_opt(year, month, day).unwrap())
    }

    fn notebook(today: Day) -> Notebook {
        let ops: Vec<_> = example_year(today).into_iter().map(Op::Put).collect();
        let mut notebook = Notebook::default();
        let label = String::new();
        let change = Change { label, ops };
        notebook.apply(&change, &mut Clock::new(DeviceId::new(1)), 1).unwrap();
        notebook
    }

    #[test]
    fn the_year_stands_on_any_day_and_every_link_leads_somewhere() {
        for today in days() {
            let notebook = notebook(today);
            assert_eq!(notebook.len(), example_year(today).len(), "{today}");
            assert_eq!(notebook.all::<Goal>().count(), 6);
            assert_eq!(notebook.all::<Person>().count(), 6);
            assert_eq!(notebook.all::<Mentorship>().count(), 2);
            assert_eq!(notebook.all::<Meeting>().count(), 25);
            assert_eq!(notebook.all::<CheckIn>().count(), 13);
            assert_eq!(notebook.all::<Action>().count(), 15);
            assert_eq!(notebook.all::<Feedback>().count(), 8);
            assert_eq!(notebook.all::<Appreciation>().count(), 5);
            assert_eq!((notebook.all::<Pulse>().count(), notebook.all::<Doubt>().count()), (5, 1));
            assert_eq!(notebook.all::<Plan>().count(), 2);
            assert_eq!(notebook.all::<Event>().count(), 2);
            assert_eq!(notebook.all::<Outreach>().count(), 3);
            assert_eq!(notebook.all::<Candidate>().count(), 4);
            assert_eq!(notebook.all::<Card>().count(), 1);
            let held = notebook.all::<Meeting>();
            assert_eq!(held.filter(|(_, it)| it.state == MeetingState::Held).count(), 20);
        }
    }

    #[test]
    fn what_has_happened_is_past_and_what_is_planned_is_ahead() {
        for today in days() {
            let notebook = notebook(today);
            for (id, it) in notebook.all::<Meeting>() {
                assert_eq!(it.state.is_planned(), it.on > today, "{id} {today}");
                assert!(!it.state.is_planned() || it.outcomes.is_empty());
            }
            let past = notebook
                .all::<CheckIn>()
                .map(|(_, it)| it.on)
                .chain(notebook.all::<Feedback>().map(|(_, it)| it.on))
                .chain(notebook.all::<Event>().map(|(_, it)| it.on))
                .chain(notebook.all::<Action>().map(|(_, it)| it.promised));
            assert!(past.into_iter().all(|on| on < today));
            for (id, it) in notebook.all::<Action>() {
                let (ActionState::Done { on } | ActionState::Dropped { on, .. }) = it.state else {
                    continue;
                };
                assert!(it.promised < on && on < today, "{id}");
            }
        }
    }

    #[test]
    fn something_asks_for_attention_every_day() {
        for today in days() {
            let notebook = notebook(today);
            let overdue: Vec<_> =
                notebook.all::<Action>().filter(|(_, it)| it.is_overdue(today)).map(|(_, it)| it.owner).collect();
            assert!(overdue.contains(&Owner::Me) && overdue.contains(&Owner::Them));
            let mut goals = notebook.all::<Goal>().map(|(_, it)| it);
            assert!(goals.any(|it| { it.state == GoalState::Active && it.review_on.is_some_and(|on| on <= today) }));
            let mut plans = notebook.all::<Plan>().map(|(_, it)| it);
            assert!(plans.any(|it| it.state.is_open() && it.steps.iter().any(|it| it.is_due(today))));
            let mut outreach = notebook.all::<Outreach>().map(|(_, it)| it);
            assert!(outreach.any(|it| it.follow_up_due(today).is_some()));
            let mut events = notebook.all::<Event>().map(|(_, it)| it);
            assert!(events.any(|it| it.follow_up_due(today).is_some()));
        }
    }

    #[test]
    fn the_next_meeting_with_amara_is_in_two_days_and_jonas_is_long_overdue() {
        for today in days() {
            let notebook = notebook(today);
            let with = |person: Who| {
                let all = notebook.all::<Meeting>().map(|(_, it)| it);
                all.filter(move |it| it.mentorship == mentorship_id(person))
            };
            let next = with(Who::Amara).filter(|it| it.state.is_planned()).min_by_key(|it| it.on);
            let next = next.unwrap();
            assert_eq!((next.on - today).num_days(), 2);
            assert_eq!((next.at, next.minutes), (hour(17, 0), Some(45)));
            assert_eq!((next.agenda.len(), next.prepared), (3, false));
            let met = with(Who::Jonas).filter(|it| it.state == MeetingState::Held);
            let wrote = notebook.all::<CheckIn>().map(|(_, it)| it);
            let wrote = wrote.filter(|it| it.mentorship == mentorship_id(Who::Jonas));
            let last = met.map(|it| it.on).chain(wrote.map(|it| it.on)).max();
            assert!((70..=72).contains(&(today - last.unwrap()).num_days()));
        }
    }

    #[test]
    fn some_of_it_is_private() {
        let year = example_year(days()[0]);
        assert!(year.iter().filter(|it| it.private).count() >= 2);
        let notebook = notebook(days()[0]);
        let kept = notebook.all::<Meeting>();
        assert!(kept.filter(|(_, it)| !it.private_notes.is_empty()).count() >= 5, "meetings with private notes");
    }

    #[test]
    fn ids_are_the_same_every_time_and_look_like_any_other() {
        let ids = |today| -> Vec<_> { example_year(today).iter().map(|it| it.id).collect() };
        assert_eq!(ids(days()[0]), ids(days()[1]));
        let letters: BTreeSet<_> =
            ids(days()[0]).iter().map(|id| id.to_string().rsplit('-').next().map(str::to_owned)).collect();
        assert_eq!(letters.len(), ids(days()[0]).len());
    }
}
