//! The agreements of a mentorship, and which of them stands (R1, R8).

use crate::domain::{Agreement, Day, Id, Mentorship, Notebook, order};

/// All of a mentorship, the newest first; drafts before those that were agreed on.
#[must_use]
pub fn of(notebook: &Notebook, mentorship: Id<Mentorship>) -> Vec<(Id<Agreement>, &Agreement)> {
    let all = notebook.pointing::<Agreement>(mentorship).collect();
    let mut all = order::by_key(all, |(id, it): &(Id<Agreement>, &Agreement)| {
        (it.agreed.is_none(), it.agreed, it.since, notebook.made(*id), *id)
    });
    all.reverse();
    all
}

/// The one that stands: of those that were agreed on, the newest.
#[must_use]
pub fn standing(notebook: &Notebook, mentorship: Id<Mentorship>) -> Option<(Id<Agreement>, &Agreement)> {
    of(notebook, mentorship).into_iter().find(|(_, it)| it.agreed.is_some())
}

/// A new one, with the words of the one that stands if there is one.
#[must_use]
pub fn begun(notebook: &Notebook, mentorship: Id<Mentorship>, since: Day) -> Agreement {
    match standing(notebook, mentorship) {
        Some((_, it)) => it.next(since),
        None => Agreement::new(mentorship, since),
    }
}

/// The one that was agreed on before this.
#[must_use]
pub fn before(notebook: &Notebook, id: Id<Agreement>) -> Option<&Agreement> {
    let all = of(notebook, notebook.get(id)?.mentorship);
    let older = all.into_iter().skip_while(|(it, _)| *it != id).skip(1);
    older.map(|(_, it)| it).find(|it| it.agreed.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insights::sample::{Sample, day};

    #[test]
    fn the_newest_that_was_agreed_on_stands_and_knows_the_one_before() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        let mut add = |since, agreed: Option<i64>| {
            let mut it = Agreement::new(amara, day(since));
            it.agreed = agreed.map(day);
            sample.put(it)
        };
        let (first, second, draft) = (add(1, Some(2)), add(10, Some(12)), add(20, None));
        let notebook = &sample.notebook;
        assert_eq!(of(notebook, amara).iter().map(|(id, _)| *id).collect::<Vec<_>>(), [draft, second, first]);
        assert_eq!(standing(notebook, amara).map(|(id, _)| id), Some(second));
        let agreed = |id| before(notebook, id).and_then(|it| it.agreed);
        assert_eq!([draft, second, first].map(agreed), [Some(day(12)), Some(day(2)), None]);
    }
}
