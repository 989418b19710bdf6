//! How a mentorship felt over time (H2).

use crate::domain::{Id, Mentorship, Notebook, Pulse, order};

/// All of a mentorship, the oldest first.
#[must_use]
pub fn of(notebook: &Notebook, mentorship: Id<Mentorship>) -> Vec<(Id<Pulse>, &Pulse)> {
    let all = notebook.all::<Pulse>().filter(|(_, it)| it.mentorship == mentorship).collect();
    order::by_key(all, |(id, it): &(Id<Pulse>, &Pulse)| (it.on, *id))
}
