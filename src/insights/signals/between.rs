//! What the rules of signals look at: all that belongs to one mentorship, gone through once.

use crate::{
    domain::{Action, CheckIn, Day, Id, Meeting, MeetingState, Mentorship, Notebook, Paused, TimeOfDay, order},
    insights::contact::{Contact, PATIENCE, contacts, waiting_after},
};

/// Days, those of pauses left out, in which a new mentorship is left alone: nobody knows yet how it goes.
const YOUNG: i64 = 28;

/// A mentorship and what belongs to it.
pub(super) struct Between<'a> {
    pub notebook: &'a Notebook,
    pub id: Id<Mentorship>,
    pub mentorship: &'a Mentorship,
    pub today: Day,
    pub paused: Paused,
    /// Oldest first.
    pub contacts: Vec<Contact>,
    pub meetings: Vec<(Id<Meeting>, &'a Meeting)>,
    /// The open action items.
    pub open: Vec<&'a Action>,
    /// The check-ins that still wait for an answer, and were not made good by a later contact.
    pub waiting: Vec<&'a CheckIn>,
}

impl<'a> Between<'a> {
    /// What there is; none if nothing is to be said about it today.
    pub fn of(notebook: &'a Notebook, id: Id<Mentorship>, today: Day) -> Option<Self> {
        let mentorship = notebook.get(id)?;
        let paused = mentorship.paused();
        let quiet = !mentorship.state.is_running()
            || paused.until(today).is_some()
            || paused.between(mentorship.since, today) < YOUNG;
        if quiet {
            return None;
        }
        let contacts = contacts(notebook, id, today);
        let waiting = waiting_after(notebook, id, today, &contacts).into_iter().map(|(_, it)| it).collect();
        let open = notebook.pointing::<Action>(id).map(|(_, it)| it).filter(|it| it.state.is_open()).collect();
        let meetings = notebook.pointing::<Meeting>(id).collect();
        Some(Self { notebook, id, mentorship, today, paused, contacts, meetings, open, waiting })
    }

    /// Days since this one, those of pauses left out.
    pub fn days_since(&self, day: Day) -> i64 {
        self.paused.between(day, self.today)
    }

    /// The meetings that were held up to a day, the latest first.
    pub fn held_until(&self, day: Day) -> Vec<(Id<Meeting>, &'a Meeting)> {
        let held = self.meetings.iter().filter(|(_, it)| it.state == MeetingState::Held && it.on <= day);
        let moment =
            |(id, it): &(Id<Meeting>, &Meeting)| -> (Day, Option<TimeOfDay>, Id<Meeting>) { (it.on, it.at, *id) };
        let mut held = order::by_key(held.copied().collect(), moment);
        held.reverse();
        held
    }

    /// The open action items that are late by more than one has patience for.
    pub fn late(&self) -> impl Iterator<Item = (&'a Action, Day)> + '_ {
        let due = self.open.iter().filter_map(|it| Some((*it, it.due?)));
        due.filter(|(_, due)| self.days_since(*due) > PATIENCE)
    }
}
