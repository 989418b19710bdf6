//! What could not be read: kept as it was, shown, and tried again.

use super::{Keeper, ON_SHELF, UNSETTLED};
use crate::{
    domain::{EntryId, Notebook, entry::Held},
    exchange::{Reason, Refusal},
    storage::{
        journal::{History, Journal, JournalProblem, Place, PutAside, REMEMBERED},
        shelf::{Raw, Shelf, ShelfProblem},
        snapshots::{Listing, Snapshot},
        stored,
    },
};

/// Where an unreadable text lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Store {
    /// On the shelf, under this key.
    Shelf(String),
    /// In the journal.
    Journal(Place),
}

/// Something stored that could not be read. It is kept as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// Where it lies now.
    pub store: Store,
    /// The entry it is said to be, or the mark; empty where it is none.
    pub id: String,
    /// What lies there.
    pub raw: Raw,
    /// Why it could not be read.
    pub refusal: Refusal,
    /// Whether nothing is missing from the notebook: the other store had the entry, or it is none.
    pub repaired: bool,
}

impl Aside {
    /// Whether it is a mark of local storage: what says how it stands to the journal.
    #[must_use]
    pub fn is_mark(&self) -> bool {
        [ON_SHELF, UNSETTLED].contains(&self.id.as_str())
    }
}

impl<S: Shelf, J: Journal> Keeper<S, J> {
    /// Everything that could not be read.
    #[must_use]
    pub fn asides(&self) -> Vec<Aside> {
        self.state.borrow().asides.clone()
    }

    /// Adds something to the list, or what lies there now in place of what did.
    pub(super) fn list(&self, store: Store, id: &str, raw: Raw, refusal: Refusal) {
        let mut state = self.state.borrow_mut();
        if state.asides.iter().any(|aside| aside.store == store && aside.raw == raw) {
            return;
        }
        state.asides.retain(|aside| aside.store != store);
        let mut aside = Aside { store, id: id.to_owned(), raw, refusal, repaired: false };
        if aside.is_mark() {
            aside.refusal = Refusal::whole(Reason::Wrong("neither a number nor a list of entries".to_owned()));
        }
        aside.repaired =
            aside.is_mark() || matches!(aside.store, Store::Journal(Place::Change(_) | Place::Snapshot(_)));
        state.asides.push(aside);
    }

    /// Adds to the list what the journal had to put aside.
    pub(super) fn list_asides(&self, asides: Vec<PutAside>) {
        for aside in asides {
            let refusal = stored::unseal(self.ladder, &aside.raw, &aside.id)
                .err()
                .unwrap_or_else(|| Refusal::whole(Reason::Damaged));
            self.list(Store::Journal(Place::Aside(aside.number)), &aside.id, aside.raw, refusal);
        }
    }

    /// Notes of every entry that could not be read whether the notebook has it all the same.
    pub fn note_repaired(&self, notebook: &Notebook) {
        for aside in &mut self.state.borrow_mut().asides {
            if let Ok(id) = aside.id.parse::<EntryId>() {
                aside.repaired = notebook.held(id).is_some();
            }
        }
    }

    /// Adds changes to the list that cannot be taken back any more.
    pub(super) fn list_changes(&self, history: &History) {
        for (seq, raw, refusal) in &history.unreadable {
            self.list(Store::Journal(Place::Change(*seq)), "", raw.clone(), refusal.clone());
        }
    }

    /// Reads everything that only remembers, the history and the snapshots, and adds to the list what cannot be
    /// read. Opening reads none of it.
    ///
    /// # Errors
    /// When the journal refuses.
    pub async fn look_through(&self) -> Result<(), JournalProblem> {
        let journal = self.journal()?;
        self.list_changes(&journal.history(REMEMBERED as usize).await?);
        self.list_asides(journal.asides().await?);
        let Listing { all, mut unknown } = journal.snapshots().await?;
        for Snapshot { number, .. } in all {
            if let Err(refusal) = self.read_snapshot(number).await {
                unknown.push((number, refusal));
            }
        }
        for (number, refusal) in unknown {
            let place = Place::Snapshot(number);
            let raw = journal.lies_at(&place).await?.unwrap_or_else(|| Raw::Text(String::new()));
            self.list(Store::Journal(place), "", raw, refusal);
        }
        Ok(())
    }

    /// Moves unreadable text away from a key that is about to be written.
    pub(super) fn make_room(&self, shelf: &S, key: &str) -> Result<(), ShelfProblem> {
        let mut state = self.state.borrow_mut();
        let number = state.asides.len();
        let lies_there = |aside: &&mut Aside| matches!(&aside.store, Store::Shelf(at) if at == key);
        let Some(aside) = state.asides.iter_mut().find(lies_there) else {
            return Ok(());
        };
        let mut away = self.namespace.aside(&aside.id, number);
        // A name that is taken holds another text, which must stay.
        let mut next = number;
        while shelf.get(&away)?.is_some() {
            next += 1;
            away = self.namespace.aside(&aside.id, next);
        }
        shelf.put(&away, &aside.raw)?;
        aside.store = Store::Shelf(away);
        aside.repaired = true;
        Ok(())
    }

    /// Reads something unreadable once more, from where it lies. An entry that can be read is given back, to be
    /// merged into the notebook; the text stays until [`Keeper::drop_aside`]. What is no entry and can be read is
    /// in its place, and leaves the list.
    ///
    /// # Errors
    /// Why it still cannot be read.
    pub async fn retry(&self, aside: &Aside) -> Result<Option<Held>, Refusal> {
        let gone = || Refusal::whole(Reason::Empty);
        let raw = match &aside.store {
            Store::Journal(place) => {
                let journal = self.journal().map_err(|_| gone())?;
                match place {
                    Place::Change(seq) => {
                        let history = journal.history(REMEMBERED as usize).await.map_err(|_| gone())?;
                        let unreadable = history.unreadable.into_iter().find(|(it, ..)| it == seq);
                        return unreadable.map_or_else(|| Ok(self.strike_off(aside)), |(.., refusal)| Err(refusal));
                    }
                    Place::Snapshot(number) => {
                        let listing = journal.snapshots().await.map_err(|_| gone())?;
                        if let Some((_, refusal)) = listing.unknown.into_iter().find(|(it, _)| it == number) {
                            return Err(refusal);
                        }
                        self.read_snapshot(*number).await?;
                        return Ok(self.strike_off(aside));
                    }
                    Place::Entry(_) | Place::Aside(_) => journal.lies_at(place).await.ok().flatten(),
                }
            }
            Store::Shelf(key) => self.shelf().ok().and_then(|shelf| shelf.get(key).ok().flatten()),
        };
        let raw = raw.ok_or_else(gone)?;
        let unsealed = stored::unseal(self.ladder, &raw, &aside.id)?;
        if raw != aside.raw {
            // It was written again meanwhile, and is as it should be.
            self.strike_off(aside);
        }
        Ok(Some(unsealed.held))
    }

    fn strike_off(&self, aside: &Aside) -> Option<Held> {
        self.state.borrow_mut().asides.retain(|it| it.store != aside.store);
        None
    }

    /// Takes an unreadable text away for good.
    ///
    /// # Errors
    /// What the store says that refuses.
    pub async fn drop_aside(&self, aside: &Aside) -> Result<(), String> {
        match (&aside.store, &self.shelf, &self.journal) {
            // What was written there again meanwhile stays.
            (Store::Shelf(key), Ok(shelf), _) => {
                let refused = |problem: ShelfProblem| problem.to_string();
                if shelf.get(key).map_err(refused)?.as_ref() == Some(&aside.raw) {
                    shelf.remove(key).map_err(refused)?;
                }
            }
            (Store::Journal(place), _, Ok(journal)) => {
                journal.let_go(place, &aside.raw).await.map_err(|problem| problem.to_string())?;
            }
            (Store::Shelf(_), Err(problem), _) => return Err(problem.to_string()),
            (Store::Journal(_), _, Err(problem)) => return Err(problem.to_string()),
        }
        self.strike_off(aside);
        Ok(())
    }
}
