//! A share while it is put together: the names above it, what is chosen, and what of that would leave now.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::{
    domain::{Change, Draft, EntryId, Id, Mentorship, Notebook, Share, Text, TextProblem, Title, order},
    exchange::share::{
        choosing::{Words, compose, sharable, shares},
        file,
    },
    ui::{
        desk::Desk,
        parts::draft::{Typed, typed},
        screens::name_of,
        words::sharing as words,
    },
};

/// A share that is being put together.
#[derive(Clone, Copy)]
pub(super) struct Making {
    pub(super) desk: Desk,
    pub(super) mentorship: Id<Mentorship>,
    pub(super) from: Typed,
    pub(super) to: Typed,
    pub(super) note: Typed,
    pub(super) chosen: RwSignal<BTreeSet<EntryId>>,
    /// The same as it is kept until the share has left: the ids, with spaces between them.
    choice: Typed,
    /// The share that left last in this visit, or the name of the first; and the name of the one after it.
    ids: RwSignal<(Id<Share>, Id<Share>)>,
}

/// What may stand above a share, and does not.
#[derive(Clone, PartialEq)]
pub(super) struct Wrong {
    /// The field.
    pub(super) at: &'static str,
    /// What is wrong with it.
    pub(super) problem: TextProblem,
}

impl Making {
    pub(super) fn new(desk: Desk, mentorship: Id<Mentorship>) -> Self {
        let choice = typed(desk, &format!("share-chosen-{mentorship}"));
        let (last, first, name) = desk.notebook.with_untracked(|notebook| {
            let last = shares(notebook, mentorship).first().map(|(id, it)| (*id, (*it).clone()));
            let first = first_choice(notebook, mentorship, last.as_ref());
            (last.map(|(_, it)| it), first, name_of(notebook, mentorship))
        });
        let begun = choice.text.with_untracked(|text| text.strip_prefix(CHOSEN).map(ids_in));
        let chosen = RwSignal::new(begun.unwrap_or(first));
        Effect::new(move |before: Option<()>| {
            let now = chosen.with(|chosen| chosen.iter().map(EntryId::to_string).collect::<Vec<_>>().join(" "));
            if before.is_some() {
                choice.text.set(format!("{CHOSEN}{now}"));
            }
        });
        let field = |name: &str, first: String| {
            let typed = typed(desk, &format!("share-{name}-{mentorship}"));
            if typed.text.with_untracked(String::is_empty) {
                typed.text.set(first);
            }
            typed
        };
        Self {
            desk,
            mentorship,
            from: field("from", last.as_ref().map(|it| it.from.to_string()).unwrap_or_default()),
            to: field("to", last.map_or(name, |it| it.to.to_string())),
            note: typed(desk, &format!("share-note-{mentorship}")),
            chosen,
            choice,
            ids: RwSignal::new((desk.new_id(), desk.new_id())),
        }
    }

    /// What stands above it, or what is wrong there.
    pub(super) fn words(self) -> Result<Words, Wrong> {
        let wrong = |at: &'static str| move |problem| Wrong { at, problem };
        Ok(Words {
            from: Title::typed(&self.from.text.get()).map_err(wrong("from"))?,
            to: Title::typed(&self.to.text.get()).map_err(wrong("to"))?,
            note: Text::typed(&self.note.text.get()).map_err(wrong("note"))?,
        })
    }

    /// What would leave now. The same on another way out is the same share; anything else is the next one.
    pub(super) fn share(self, notebook: &Notebook) -> Result<(Id<Share>, Share), Wrong> {
        let words = self.words()?;
        let chosen = self.chosen.get();
        let all = sharable(notebook, self.mentorship).into_iter().map(|(entry, _)| entry);
        let chosen: Vec<_> = all.filter(|entry| chosen.contains(entry)).collect();
        let today = self.desk.today();
        let (last, next) = self.ids.get();
        let since = |but: Option<Id<Share>>| {
            let before = shares(notebook, self.mentorship).into_iter().find(|(it, _)| Some(*it) != but);
            compose(notebook, self.mentorship, &chosen, words.clone(), today, before.map(|(_, it)| it))
        };
        let same = since(Some(last));
        Ok(match notebook.get(last) {
            Some(left) if *left != same => (next, since(None)),
            _ => (last, same),
        })
    }

    /// The bytes that would leave now.
    pub(super) fn text(self, notebook: &Notebook) -> Result<(Id<Share>, Share, String), Wrong> {
        let (id, share) = self.share(notebook)?;
        let text = file::write(notebook, id, &share, env!("CARGO_PKG_VERSION"));
        Ok((id, share, text))
    }

    /// Notes what has left.
    pub(super) fn note_it(self, id: Id<Share>, share: Share) {
        let desk = self.desk;
        if desk.notebook.with_untracked(|notebook| notebook.get(id).is_none()) {
            desk.commit(Change::put(words::noted(&share.to), Draft::new(id, share)));
        }
        // The page may have been left while the share sheet was open.
        self.ids.try_set((id, desk.new_id()));
        // The next one begins with another note and another choice.
        [self.from, self.to, self.note, self.choice].into_iter().for_each(Typed::stays);
    }
}

/// What stands before the ids of a choice that is kept: also one of nothing is a choice.
const CHOSEN: &str = "chosen ";

fn ids_in(text: &str) -> BTreeSet<EntryId> {
    order::set(text.split(' ').filter_map(|id| id.parse().ok()))
}

/// What is chosen before anybody chooses: what was shared last, and of what is shared by itself what was made since.
fn first_choice(notebook: &Notebook, id: Id<Mentorship>, last: Option<&(Id<Share>, Share)>) -> BTreeSet<EntryId> {
    let is_first = |entry: EntryId, by_itself: bool| match last {
        None => by_itself,
        Some((share, last)) => {
            let made = notebook.entry(entry).map(|entry| entry.trace.made);
            last.given(entry).is_some() || by_itself && made > notebook.made(*share)
        }
    };
    let all = sharable(notebook, id).into_iter();
    order::set(all.filter(|(entry, by_itself)| is_first(*entry, *by_itself)).map(|(entry, _)| entry))
}
