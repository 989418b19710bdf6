//! When two people were in contact: meetings that were held, and check-ins of any kind (R2).

use crate::domain::{Answer, CheckIn, Day, Direction, Id, Meeting, MeetingState, Mentorship, Notebook, order};

/// One contact of a mentorship.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Contact {
    /// Its day.
    pub on: Day,
    /// What it was.
    pub how: ContactKind,
}

/// What a contact was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ContactKind {
    /// A meeting that was held.
    Meeting(Id<Meeting>),
    /// A check-in that was answered, needed no answer, or came from the other side.
    CheckIn(Id<CheckIn>),
    /// A check-in from the owner that nobody has answered yet. It was logged, so the rhythm counts
    /// from it, but it shows one half of a contact.
    Unanswered(Id<CheckIn>),
}

impl ContactKind {
    /// Whether both sides took part.
    #[must_use]
    pub fn is_mutual(self) -> bool {
        !matches!(self, Self::Unanswered(_))
    }
}

/// The contacts of a mentorship up to and including today, oldest first. What is dated later is a
/// plan or a slip of the pen, never a contact.
#[must_use]
pub fn contacts(notebook: &Notebook, mentorship: Id<Mentorship>, today: Day) -> Vec<Contact> {
    let meetings = notebook
        .pointing::<Meeting>(mentorship)
        .filter(|(_, it)| it.state == MeetingState::Held)
        .map(|(id, it)| Contact { on: it.on, how: ContactKind::Meeting(id) });
    let check_ins = notebook.pointing::<CheckIn>(mentorship).map(|(id, it)| Contact {
        on: it.on,
        how: if it.direction == Direction::FromMe && it.answer == Answer::Waiting {
            ContactKind::Unanswered(id)
        } else {
            ContactKind::CheckIn(id)
        },
    });
    let contacts: Vec<_> = meetings.chain(check_ins).filter(|contact| contact.on <= today).collect();

    order::sorted(contacts)
}

/// Days that a message may wait without a word about it, those of pauses left out.
pub const PATIENCE: i64 = 7;

/// The check-ins of a mentorship that wait for an answer: those to which nothing came after. A message of the owner's is
/// made good by a contact on a later day in which both took part, for what is written after a talk of the same day waits
/// all the same; one that came, by any contact on a later day.
#[must_use]
pub fn waiting(notebook: &Notebook, id: Id<Mentorship>, today: Day) -> Vec<(Id<CheckIn>, &CheckIn)> {
    waiting_after(notebook, id, today, &contacts(notebook, id, today))
}

/// The same for whoever has the contacts already: of somebody who logs every message there are thousands.
#[must_use]
pub fn waiting_after<'a>(
    notebook: &'a Notebook,
    id: Id<Mentorship>,
    today: Day,
    contacts: &[Contact],
) -> Vec<(Id<CheckIn>, &'a CheckIn)> {
    let mutual = contacts.iter().filter(|it| it.how.is_mutual()).map(|it| it.on).max();
    let asks = |it: &CheckIn| it.answer == Answer::Waiting && it.on <= today;
    let waits = |it: &CheckIn| match it.direction {
        Direction::FromMe => mutual.is_none_or(|mutual| mutual <= it.on),
        Direction::FromThem => !contacts.iter().any(|contact| contact.on > it.on),
    };
    notebook.pointing::<CheckIn>(id).filter(|(_, it)| asks(it) && waits(it)).collect()
}

/// The day of the last contact logged, today at the latest.
#[must_use]
pub fn last_contact(notebook: &Notebook, mentorship: Id<Mentorship>, today: Day) -> Option<Day> {
    contacts(notebook, mentorship, today).last().map(|contact| contact.on)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, day};
    use super::*;
    use crate::domain::Who;

    #[test]
    fn meetings_count_when_they_were_held() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        let jonas = sample.mentorship("Jonas", day(0));
        let held = sample.held(amara, day(3));
        sample.planned(amara, day(4));
        sample.held(jonas, day(6));
        let missed = sample.held(amara, day(5));
        sample.change(missed, |meeting| {
            meeting.state = MeetingState::Missed { by: Who::Them, reason: Default::default() }
        });
        let expected = Contact { on: day(3), how: ContactKind::Meeting(held) };
        assert_eq!(contacts(&sample.notebook, amara, day(9)), [expected]);
    }

    #[test]
    fn a_message_waits_until_they_are_in_contact_on_a_later_day() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        let mine = sample.check_in(amara, day(3), Direction::FromMe, Answer::Waiting);
        let waits = |sample: &Sample| {
            waiting(&sample.notebook, amara, day(9)).into_iter().map(|(id, _)| id).collect::<Vec<_>>()
        };
        sample.held(amara, day(3));
        assert_eq!(waits(&sample), [mine], "it may have been written after the talk");
        let theirs = sample.check_in(amara, day(4), Direction::FromThem, Answer::Waiting);
        assert_eq!(waits(&sample), [theirs], "they wrote, which settles mine and waits itself");
        sample.check_in(amara, day(5), Direction::FromMe, Answer::NotNeeded);
        assert_eq!(waits(&sample), []);
    }

    #[test]
    fn a_check_in_nobody_answered_is_logged_but_told_apart() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        sample.check_in(amara, day(2), Direction::FromMe, Answer::Waiting);
        sample.check_in(amara, day(1), Direction::FromThem, Answer::Waiting);
        let found = contacts(&sample.notebook, amara, day(9));
        let mutual: Vec<_> = found.iter().map(|it| (it.on, it.how.is_mutual())).collect();
        assert_eq!(mutual, [(day(1), true), (day(2), false)]);
        assert_eq!(last_contact(&sample.notebook, amara, day(9)), Some(day(2)));
    }

    #[test]
    fn what_is_dated_later_is_no_contact() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        sample.held(amara, day(8));
        sample.check_in(amara, day(9), Direction::FromMe, Answer::Answered);
        assert_eq!(last_contact(&sample.notebook, amara, day(7)), None);
        assert_eq!(last_contact(&sample.notebook, amara, day(8)), Some(day(8)));
    }
}
