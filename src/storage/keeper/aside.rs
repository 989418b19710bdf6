//! What could not be read: kept as it was, shown, and tried again.

use super::Keeper;
use crate::{
    domain::{EntryId, Notebook, entry::Held},
    exchange::{Reason, Refusal},
    storage::{
        journal::{Journal, JournalProblem, Seq},
        shelf::{Raw, Shelf, ShelfProblem},
        stored,
    },
};

/// Where an unreadable text lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Store {
    /// On the shelf, under this key.
    Shelf(String),
    /// In the journal, under this number among what was put aside; none if it still lies in its place.
    Journal(Option<u64>),
    /// In the journal, as what was before this change: undo does not reach over it.
    History(Seq),
}

/// Something stored that could not be read. It is kept as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// Where it lies now.
    pub store: Store,
    /// The entry it is said to be; empty where it is none.
    pub id: String,
    /// What lies there.
    pub raw: Raw,
    /// Why it could not be read.
    pub refusal: Refusal,
    /// Whether the other store had the entry, so that nothing is missing from the notebook.
    pub repaired: bool,
}

impl<S: Shelf, J: Journal> Keeper<S, J> {
    /// Everything that could not be read.
    #[must_use]
    pub fn asides(&self) -> Vec<Aside> {
        self.state.borrow().asides.clone()
    }

    /// Adds to the list what the journal had to put aside.
    pub(super) async fn list_asides(&self, journal: &J) -> Result<(), JournalProblem> {
        let put_aside = journal.asides().await?;
        let mut state = self.state.borrow_mut();
        for aside in put_aside {
            let refusal = stored::unseal(self.ladder, &aside.raw, &aside.id)
                .err()
                .unwrap_or_else(|| Refusal::whole(Reason::Damaged));
            let store = Store::Journal(Some(aside.number));
            state.asides.push(Aside { store, id: aside.id, raw: aside.raw, refusal, repaired: false });
        }
        Ok(())
    }

    /// Notes of everything that could not be read whether the notebook has the entry all the same.
    pub(super) fn note_repaired(&self, notebook: &Notebook) {
        for aside in &mut self.state.borrow_mut().asides {
            aside.repaired = aside.id.parse::<EntryId>().is_ok_and(|id| notebook.held(id).is_some());
        }
    }

    /// Adds changes to the list that cannot be taken back any more.
    pub(super) fn list_unreadable_changes(&self, unreadable: &[(Seq, Raw)]) {
        let mut state = self.state.borrow_mut();
        for (seq, raw) in unreadable {
            let (store, refusal) = (Store::History(*seq), Refusal::whole(Reason::Damaged));
            if !state.asides.iter().any(|aside| aside.store == store) {
                state.asides.push(Aside { store, id: String::new(), raw: raw.clone(), refusal, repaired: true });
            }
        }
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

    /// Reads an unreadable text once more, from where it lies. What can be read is given back, to be
    /// merged into the notebook; the text stays until [`Keeper::drop_aside`].
    ///
    /// # Errors
    /// Why it still cannot be read.
    pub async fn retry(&self, aside: &Aside) -> Result<Held, Refusal> {
        let gone = || Refusal::whole(Reason::Empty);
        let raw = match &aside.store {
            Store::Shelf(key) => self.shelf().ok().and_then(|shelf| shelf.get(key).ok().flatten()).ok_or_else(gone)?,
            Store::Journal(_) | Store::History(_) => aside.raw.clone(),
        };
        stored::unseal(self.ladder, &raw, &aside.id).map(|unsealed| unsealed.held)
    }

    /// Takes an unreadable text away for good.
    ///
    /// # Errors
    /// What the store says that refuses.
    pub async fn drop_aside(&self, aside: &Aside) -> Result<(), String> {
        match (&aside.store, &self.shelf, &self.journal) {
            (Store::Shelf(key), Ok(shelf), _) => shelf.remove(key).map_err(|problem| problem.to_string())?,
            (Store::Journal(Some(number)), _, Ok(journal)) => {
                journal.drop_aside(*number).await.map_err(|problem| problem.to_string())?;
            }
            _ => {}
        }
        self.state.borrow_mut().asides.retain(|it| it != aside);
        Ok(())
    }
}
