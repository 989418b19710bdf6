//! Whose card it is to the notebook, and the change that takes somebody in from their card (F4).

use crate::{
    domain::{Candidate, Card, Change, Draft, Id, Notebook, Op, Person, Stage},
    insights::{
        acquaintance::{Acquaintances, Known, filled},
        candidates::of_person,
    },
};

/// Whose card it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Whose {
    /// Nobody's that the notebook knows.
    Nobodys,
    /// A person's.
    Persons(Id<Person>),
    /// That of a person who is a candidate, at this stage.
    Candidates(Id<Person>, Id<Candidate>, Stage),
    /// One of so many of the same name.
    Unclear(usize),
}

/// Whose card it is; `here` is everybody in the notebook.
#[must_use]
pub fn whose(notebook: &Notebook, here: &Acquaintances<Id<Person>>, card: &Card) -> Whose {
    match here.who(&card.person()) {
        Known::Nobody => Whose::Nobodys,
        Known::Unclear(number) => Whose::Unclear(number),
        Known::Somebody(person, _) => match of_person(notebook, person) {
            Some((candidate, it)) => Whose::Candidates(person, candidate, it.stage),
            None => Whose::Persons(person),
        },
    }
}

/// What somebody becomes: a person alone, or a candidate of this id and content; the person it names is put right.
pub type Becomes = Option<(Id<Candidate>, Candidate)>;

/// The change that takes somebody in from their card. Who is known already learns what is new and is not made twice;
/// `new` is the id of a person who is not.
#[must_use]
pub fn taken(notebook: &Notebook, card: &Card, new: Id<Person>, becomes: Becomes, label: String) -> Change {
    let says = card.person();
    let known = match Acquaintances::of(notebook).who(&says) {
        Known::Somebody(id, _) => notebook.entry(id.entry()).map(|entry| (id, entry)),
        Known::Nobody | Known::Unclear(_) => None,
    };
    let (person, private) = known.map_or((new, false), |(id, entry)| (id, entry.draft.private));
    let mut ops: Vec<Op> = match known {
        Some((_, entry)) => Op::edit(entry, |it: &mut Person| *it = filled(it, &says)).into_iter().collect(),
        None => vec![Op::Put(Draft::new(new, says))],
    };
    if let Some((id, candidate)) = becomes {
        // Whoever belongs to a private person or to a private plan is private.
        let private = private || candidate.plan.is_some_and(|plan| !notebook.may_be_named(plan.entry()));
        ops.push(Op::Put(Draft { private, ..Draft::new(id, Candidate { person, ..candidate }) }));
    }
    Change { label, ops }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{CardSide, Clock, Day, DeviceId, Line, Title};

    fn card(contact: &str) -> Card {
        let contact = Line::new(contact).unwrap();
        Card {
            contact,
            skills: vec![Title::new("Chairing").unwrap()],
            ..Card::new(CardSide::Mentor, Title::new("Amara Osei").unwrap())
        }
    }

    fn take(notebook: &mut Notebook, card: &Card, number: u128) -> usize {
        let candidate = Candidate::new(Id::new(1), Day::from_ymd_opt(2026, 3, 1).unwrap());
        let change = taken(notebook, card, Id::new(number), Some((Id::new(number), candidate)), String::new());
        notebook.apply(&change, &mut Clock::new(DeviceId::new(1)), 1).unwrap();
        change.ops.len()
    }

    #[test]
    fn somebody_new_becomes_a_person_and_a_candidate_in_one_change() {
        let mut notebook = Notebook::default();
        assert_eq!(take(&mut notebook, &card("amara@example.org"), 7), 2);
        let here = Acquaintances::of(&notebook);
        assert_eq!(whose(&notebook, &here, &card("")), Whose::Candidates(Id::new(7), Id::new(7), Stage::Spotted));
        let person = notebook.get(Id::<Person>::new(7)).unwrap();
        assert_eq!((&*person.contact, person.skills.len()), ("amara@example.org", 1));
    }

    #[test]
    fn somebody_known_is_linked_and_learns_what_is_new() {
        let mut notebook = Notebook::default();
        let known = Person { role: Line::new("Friend").unwrap(), ..Person::new(Title::new("Amara Osei").unwrap()) };
        let draft = Draft { private: true, ..Draft::new(Id::<Person>::new(3), known) };
        notebook.apply(&Change::put("", draft), &mut Clock::new(DeviceId::new(1)), 1).unwrap();
        take(&mut notebook, &card("amara@example.org"), 7);
        let people: Vec<_> = notebook.all::<Person>().collect();
        assert_eq!(people.len(), 1);
        assert_eq!((&*people[0].1.role, &*people[0].1.contact), ("Friend", "amara@example.org"));
        let (id, it) = notebook.all::<Candidate>().next().unwrap();
        assert_eq!(it.person, Id::new(3));
        assert!(notebook.entry(id.entry()).unwrap().draft.private, "a private person makes a private candidate");
    }
}
