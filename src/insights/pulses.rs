//! How a mentorship felt over time (H2).

use crate::domain::{Id, Meeting, Mentorship, Notebook, Pulse, order};

/// All of a mentorship, the oldest first.
#[must_use]
pub fn of(notebook: &Notebook, mentorship: Id<Mentorship>) -> Vec<(Id<Pulse>, &Pulse)> {
    let all = notebook.pointing::<Pulse>(mentorship).collect();
    order::by_key(all, |(id, it): &(Id<Pulse>, &Pulse)| (it.on, notebook.made(*id), *id))
}

/// What was noted after a meeting; of several, the latest.
#[must_use]
pub fn after(notebook: &Notebook, meeting: Id<Meeting>) -> Option<Id<Pulse>> {
    let noted = notebook.pointing::<Pulse>(meeting);
    noted.map(|(id, it)| (it.on, notebook.made(id), id)).max().map(|(.., id)| id)
}
