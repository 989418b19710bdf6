//! Erasing on purpose: the whole notebook, or what was said in one entry.

use super::{Keeper, State};
use crate::storage::{
    journal::{Eraser, Journal},
    namespace::Key,
    shelf::{Raw, Shelf, ShelfProblem},
};

impl<S: Shelf, J: Journal> Keeper<S, J> {
    /// Whether both stores could be opened. What lies in one that could not is not erased, and not looked through.
    pub fn reaches_both(&self) -> bool {
        self.journal.is_ok() && self.shelf.is_ok()
    }

    /// Removes the whole notebook from shelf and journal.
    ///
    /// # Errors
    /// What the first of the two that refuses says.
    pub async fn erase(&self) -> Result<(), String> {
        if let Ok(journal) = &self.journal {
            journal.erase().await.map_err(|problem| problem.to_string())?;
        }
        if let Ok(shelf) = &self.shelf {
            for key in shelf.keys().map_err(|problem| problem.to_string())? {
                if self.namespace.parse(&key).is_some() {
                    shelf.remove(&key).map_err(|problem| problem.to_string())?;
                }
            }
        }
        *self.state.borrow_mut() = State::default();
        Ok(())
    }

    /// Takes what was said in entries that were removed out of everything that remembers: history,
    /// snapshots, what was put aside, what was being typed for them.
    ///
    /// # Errors
    /// What the first of the two stores that refuses says.
    pub async fn forget(&self, eraser: &Eraser<'_>) -> Result<(), String> {
        if let Ok(journal) = &self.journal {
            journal.forget(eraser).await.map_err(|problem| problem.to_string())?;
        }
        let Ok(shelf) = &self.shelf else { return Ok(()) };
        let refused = |problem: ShelfProblem| problem.to_string();
        for key in shelf.keys().map_err(refused)? {
            let goes = match self.namespace.parse(&key) {
                Some(Key::Aside | Key::Other) => {
                    let said = shelf.get(&key).map_err(refused)?.is_some_and(|raw| eraser.concerns(&raw.to_lossy()));
                    said || eraser.concerns(&key)
                }
                Some(Key::Entry(_)) | None => false,
            };
            if goes {
                shelf.remove(&key).map_err(refused)?;
            }
        }
        self.state
            .borrow_mut()
            .asides
            .retain(|aside| !eraser.concerns(&aside.id) && !eraser.concerns(&aside.raw.to_lossy()));
        Ok(())
    }

    /// How many texts of both stores were looked through, and how many of them hold one of these words.
    ///
    /// # Errors
    /// What the first of the two stores that refuses says.
    pub async fn look_for(&self, words: &[String]) -> Result<(usize, usize), String> {
        let mut texts: Vec<Raw> = Vec::new();
        if let Ok(journal) = &self.journal {
            texts.extend(journal.all_texts().await.map_err(|problem| problem.to_string())?);
        }
        if let Ok(shelf) = &self.shelf {
            let keys = shelf.keys().map_err(|problem| problem.to_string())?;
            for key in keys.iter().filter(|key| self.namespace.parse(key).is_some()) {
                texts.extend(shelf.get(key).map_err(|problem| problem.to_string())?);
            }
        }
        let holds = |raw: &&Raw| {
            let text = raw.to_lossy();
            words.iter().any(|word| text.contains(word.as_str()))
        };
        Ok((texts.len(), texts.iter().filter(holds).count()))
    }
}
