//! Who of those in a file is known already, what the notebook would learn, and the change that takes them in.
//!
//! Bringing the same file in twice makes nobody twice; what the first time taught may let a field grow the second time.

use std::collections::BTreeMap;

use super::Found;
use crate::{
    domain::{Change, Draft, Id, Notebook, Op, Person},
    insights::acquaintance::{Acquaintances, By, Known, filled, stays},
};

/// Somebody who may be taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newcomer {
    /// What the file says of them, all of its rows together.
    pub person: Person,
    /// How many rows say it.
    pub rows: usize,
    /// Fields in which these rows say different things; the first counts.
    pub differ: Vec<&'static str>,
    /// Who they are to the notebook.
    pub standing: Standing,
}

/// Who somebody in a file is to the notebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Nobody that it knows.
    New,
    /// Somebody of whom it would learn something.
    Learns {
        /// Who.
        id: Id<Person>,
        /// By what they were recognised.
        by: By,
        /// What the notebook would say of them.
        after: Box<Person>,
        /// Fields in which it says something else than the file, and keeps it.
        stays: Vec<&'static str>,
    },
    /// Somebody of whom it knows all that the file has a place for.
    Known(Id<Person>),
    /// One of so many of the same name.
    Unclear(usize),
}

impl Newcomer {
    /// Whether anything would change.
    #[must_use]
    pub fn can_be_taken(&self) -> bool {
        matches!(self.standing, Standing::New | Standing::Learns { .. })
    }
}

/// Everybody in a file once, as the notebook knows them. What it learns of one person tells them from the next of
/// the same name.
#[must_use]
pub fn newcomers(notebook: &Notebook, found: &[Found]) -> Vec<Newcomer> {
    let mut here = Acquaintances::of(notebook);
    let mut learned = BTreeMap::new();
    let newcomer = |Row { person, rows, differ }| {
        let standing = standing(notebook, &here, &person);
        if let Standing::Learns { id, after, .. } = &standing {
            let now = learned.get(id).map_or_else(|| (**after).clone(), |before| filled(before, &person));
            here.learn(*id, &now);
            learned.insert(*id, now);
        }
        Newcomer { person, rows, differ, standing }
    };
    once(found).into_iter().map(newcomer).collect()
}

/// All rows of a file that speak of one person.
struct Row {
    person: Person,
    rows: usize,
    differ: Vec<&'static str>,
}

/// Everybody once: rows that speak of the same one are brought together.
fn once(found: &[Found]) -> Vec<Row> {
    let mut seen = Acquaintances::none();
    let mut all: Vec<Row> = Vec::new();
    for Found { person, .. } in found {
        let known = match seen.who(person) {
            Known::Somebody(at, _) => all.get_mut(at).map(|it: &mut Row| (at, it)),
            // One who could be either of two in a file is a third.
            Known::Nobody | Known::Unclear(_) => None,
        };
        match known {
            Some((at, first)) => {
                // The name may be written in two ways; what else differs would go without a word.
                let differ = stays(&first.person, person).into_iter().filter(|field| *field != "name");
                first.differ.extend(differ.filter(|field| !first.differ.contains(field)).collect::<Vec<_>>());
                first.person = filled(&first.person, person);
                first.rows += 1;
                seen.learn(at, &first.person);
            }
            None => {
                seen.add(all.len(), person);
                all.push(Row { person: person.clone(), rows: 1, differ: Vec::new() });
            }
        }
    }
    all
}

fn standing(notebook: &Notebook, here: &Acquaintances<Id<Person>>, person: &Person) -> Standing {
    match here.who(person) {
        Known::Nobody => Standing::New,
        Known::Unclear(number) => Standing::Unclear(number),
        Known::Somebody(id, by) => {
            let Some(before) = notebook.get(id) else { return Standing::New };
            let after = filled(before, person);
            if after == *before {
                Standing::Known(id)
            } else {
                Standing::Learns { id, by, stays: stays(before, person), after: after.into() }
            }
        }
    }
}

/// The change that takes these in; `new_id` gives ids for those who are new. Two who turn out to be the same person
/// of the notebook are both brought in, one after the other.
pub fn bring<'a>(
    notebook: &Notebook,
    chosen: impl IntoIterator<Item = &'a Newcomer>,
    label: String,
    new_id: &mut dyn FnMut() -> Id<Person>,
) -> Change {
    let mut ops: Vec<Op> = Vec::new();
    let mut learned: BTreeMap<Id<Person>, Person> = BTreeMap::new();
    for newcomer in chosen {
        match &newcomer.standing {
            Standing::New => ops.push(Op::Put(Draft::new(new_id(), newcomer.person.clone()))),
            Standing::Learns { id, after, .. } => match learned.get_mut(id) {
                Some(before) => *before = filled(before, &newcomer.person),
                None => {
                    learned.insert(*id, (**after).clone());
                }
            },
            Standing::Known(_) | Standing::Unclear(_) => {}
        }
    }
    ops.extend(learned.into_iter().filter_map(|(id, after)| {
        let entry = notebook.entry(id.entry())?;
        Op::edit(entry, |it: &mut Person| *it = after)
    }));
    Change { label, ops }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::{Clock, DeviceId, Line, Title};

    fn found(name: &str, contact: &str, link: &str) -> Found {
        let line = |text: &str| Line::new(text).unwrap();
        let person = Person { contact: line(contact), link: line(link), ..Person::new(Title::new(name).unwrap()) };
        Found { person, connected: String::new() }
    }

    fn bring_all(notebook: &mut Notebook, found: &[Found]) -> usize {
        let all = newcomers(notebook, found);
        let mut next = notebook.len() as u128;
        let change = bring(notebook, &all, "Brought in".into(), &mut || {
            next += 1;
            Id::new(next)
        });
        let ops = change.ops.len();
        notebook.apply(&change, &mut Clock::new(DeviceId::new(1)), 1).unwrap();
        ops
    }

    #[test]
    fn rows_of_one_person_are_one_and_who_is_known_learns_what_is_new() {
        let mut notebook = Notebook::default();
        assert_eq!(bring_all(&mut notebook, &[found("Amara Osei", "", "https://example.org/amara")]), 1);
        let rows = [
            found("Amara Osei", "amara@example.org", "https://example.org/amara"),
            found("A. Osei", "amara@example.org", ""),
            found("Jonas Feld", "", ""),
        ];
        let all = newcomers(&notebook, &rows);
        assert_eq!(all.iter().map(|it| it.rows).collect::<Vec<_>>(), [2, 1]);
        assert!(
            matches!(&all[0].standing, Standing::Learns { by: By::Link, after, .. } if &*after.contact == "amara@example.org")
        );
        assert_eq!(all[1].standing, Standing::New);
        assert!(all.iter().all(|it| it.differ.is_empty()));
        let at = |place: &str| {
            let mut row = found("Amara Osei", "amara@example.org", "");
            row.person.organisation = Line::new(place).unwrap();
            row
        };
        let two = newcomers(&Notebook::default(), &[at("Radio"), at("Museum"), at("Museum")]);
        assert_eq!((two.len(), &*two[0].person.organisation, &*two[0].differ), (1, "Radio", &["organisation"][..]));
        // An office has one address, and two who sit there are two.
        let office = [found("Amara Osei", "desk@example.org", ""), found("Jonas Feld", "desk@example.org", "")];
        assert_eq!(newcomers(&Notebook::default(), &office).len(), 2);
        assert_eq!(bring_all(&mut notebook, &rows), 2);
        assert_eq!((notebook.len(), bring_all(&mut notebook, &rows)), (2, 0), "once more changes nothing");
    }

    #[test]
    fn who_could_be_either_of_two_is_left_to_the_owner() {
        let mut notebook = Notebook::default();
        let two = [found("Amara Osei", "", "https://example.org/1"), found("Amara Osei", "", "https://example.org/2")];
        assert_eq!(bring_all(&mut notebook, &two), 2);
        let all = newcomers(&notebook, &[found("Amara Osei", "", "")]);
        assert_eq!(all[0].standing, Standing::Unclear(2));
        assert!(!all[0].can_be_taken());
    }

    proptest! {
        #[test]
        fn bringing_in_twice_is_bringing_in_once(
            rows in prop::collection::vec(("[a-b]{1,2}", "([a-b]@[a-b])?", "(https://[a-c])?"), 0..12),
            before in prop::collection::vec(("[a-b]{1,2}", "([a-b]@[a-b])?", "(https://[a-c])?"), 0..4),
        ) {
            let all = |rows: &[(String, String, String)]| -> Vec<Found> {
                rows.iter().map(|(name, contact, link)| found(name, contact, link)).collect()
            };
            let mut notebook = Notebook::default();
            bring_all(&mut notebook, &all(&before));
            let rows = all(&rows);
            bring_all(&mut notebook, &rows);
            let people = notebook.len();
            // What one row taught may let another be recognised that was not before; then only fields grow.
            bring_all(&mut notebook, &rows);
            prop_assert_eq!(notebook.len(), people);
            bring_all(&mut notebook, &rows);
            prop_assert_eq!(bring_all(&mut notebook, &rows), 0);
        }
    }
}
