//! What readers of a share answered: about an entry, in a mentorship, and where a proposal came from (K5).

use crate::domain::{Comment, EntryId, Id, Mentorship, Notebook, Point, order};

fn in_order(notebook: &Notebook, which: impl Fn(&Comment) -> bool) -> Vec<Id<Comment>> {
    let all: Vec<_> = notebook.all::<Comment>().filter(|(_, it)| which(it)).map(|(id, it)| (it.on, id)).collect();
    let all = order::by_key(all, |(on, id)| (*on, notebook.made(*id), *id));
    all.into_iter().map(|(_, id)| id).collect()
}

/// What was said about an entry, and the proposal from which it came; oldest first.
#[must_use]
pub fn about(notebook: &Notebook, entry: EntryId) -> Vec<Id<Comment>> {
    in_order(notebook, |it| (it.about == Some(entry) && it.point == Point::Said) || came_of(it, entry))
}

/// Whether an entry came of a proposal as a whole. A point of an agenda is only a part of its meeting.
fn came_of(comment: &Comment, entry: EntryId) -> bool {
    comment.became == Some(entry) && comment.point != Point::Agenda
}

/// All that was answered in a mentorship, newest first.
#[must_use]
pub fn of(notebook: &Notebook, mentorship: Id<Mentorship>) -> Vec<Id<Comment>> {
    let mut all = in_order(notebook, |it| it.mentorship == mentorship);
    all.reverse();
    all
}
