//! Which candidate somebody is, and who is meant by a name (F8).

use super::search::fold::fold;
use crate::domain::{Candidate, Id, Notebook, Person, Title, order};

/// The candidate that a person is: the one of whom something may still come, else the newest. Somebody may have
/// been one more than once over the years.
#[must_use]
pub fn of_person(notebook: &Notebook, person: Id<Person>) -> Option<(Id<Candidate>, &Candidate)> {
    let all = notebook.all::<Candidate>().filter(|(_, it)| it.person == person).collect();
    order::by_key(all, |(id, it): &(Id<Candidate>, &Candidate)| (it.stage.is_open(), it.since, *id)).pop()
}

/// The one person who is called so, whatever the case and the accents; none if nobody is, or several are.
#[must_use]
pub fn called(notebook: &Notebook, name: &Title) -> Option<Id<Person>> {
    let folded = fold(name);
    let mut same = notebook.all::<Person>().filter(|(_, it)| fold(&it.name) == folded);
    let (id, _) = same.next()?;
    same.next().is_none().then_some(id)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, day, title};
    use super::*;
    use crate::domain::Stage;

    fn person(sample: &mut Sample, name: &str) -> Id<Person> {
        sample.put(Person::new(title(name)))
    }

    #[test]
    fn somebody_is_the_candidate_of_whom_something_may_still_come_else_the_newest() {
        let mut sample = Sample::new();
        let (amara, jonas) = (person(&mut sample, "Amara"), person(&mut sample, "Jonas"));
        let mut add = |person, since, stage| sample.put(Candidate { stage, ..Candidate::new(person, day(since)) });
        let open = add(amara, 1, Stage::Parked);
        add(amara, 5, Stage::Declined);
        add(jonas, 1, Stage::Declined);
        let newest = add(jonas, 9, Stage::Agreed);
        let of = |person| of_person(&sample.notebook, person).map(|(id, _)| id);
        assert_eq!((of(amara), of(jonas)), (Some(open), Some(newest)));
        assert_eq!(of(Id::new(99)), None);
    }

    #[test]
    fn a_name_means_somebody_only_if_nobody_else_is_called_so() {
        let mut sample = Sample::new();
        let amara = person(&mut sample, "Amara Osei");
        assert_eq!(called(&sample.notebook, &title("Amara Osei")), Some(amara));
        assert_eq!(called(&sample.notebook, &title("AMARA OSÉI")), Some(amara));
        assert_eq!(called(&sample.notebook, &title("Amara")), None);
        person(&mut sample, "Amara Osei");
        assert_eq!(called(&sample.notebook, &title("Amara Osei")), None);
    }
}
