//! What other tabs wrote, and what the browser or somebody else took away.

use std::rc::Rc;

use super::{Keeper, Kept, Lost, ON_SHELF};
use crate::{
    domain::{EntryId, entry::Held},
    exchange::merge,
    storage::{
        journal::{Journal, JournalProblem, Seq},
        namespace::Key,
        shelf::{Raw, Shelf},
        stored,
    },
};

/// How many texts are compared before the page does something else.
const AT_ONCE: usize = 250;

impl<S: Shelf, J: Journal> Keeper<S, J> {
    /// What other tabs wrote since this one last looked.
    ///
    /// # Errors
    /// When the journal refuses; [`JournalProblem::Newer`] when a newer app wrote it.
    pub async fn news(&self) -> Result<Vec<Held>, JournalProblem> {
        let Ok(journal) = &self.journal else {
            return Ok(Vec::new());
        };
        let last = self.state.borrow().last;
        let lines = journal.since(last).await?;
        if lines.iter().any(|line| stored::newer(&line.raw).is_some()) {
            return Err(JournalProblem::Newer);
        }
        let newest = lines.last().map_or(last, |line| line.seq);
        {
            let mut state = self.state.borrow_mut();
            state.last = state.last.max(newest);
        }
        let news: Vec<Held> = lines.iter().filter_map(|line| stored::open(&line.raw, &line.id).ok()).collect();
        // The tab that wrote it has put it on the shelf, unless this one has just put an older text over it.
        self.put_right(&news, Some(newest));
        Ok(news)
    }

    /// Writes to the shelf what does not lie there: a tab that had not heard of it wrote over it.
    fn put_right(&self, news: &[Held], seq: Option<Seq>) {
        let behind: Vec<Held> = news.iter().filter(|held| !self.lies_on_shelf(held)).cloned().collect();
        if !behind.is_empty() {
            // A full shelf loses nothing; it is said when something is written next.
            self.to_shelf(&behind, seq);
        }
    }

    fn lies_on_shelf(&self, held: &Held) -> bool {
        let Ok(shelf) = &self.shelf else { return true };
        self.read_entry(shelf, held.id()) == Ok(Some(held.clone()))
    }

    /// Compares every text of the two stores and brings together what differs: what lay damaged, or was
    /// written over by a tab that had not heard of it. Done a while after opening; gives what was different.
    ///
    /// # Errors
    /// When one of the stores refuses.
    pub async fn scrub(&self) -> Result<Vec<Held>, String> {
        let (Ok(journal), Ok(shelf)) = (&self.journal, &self.shelf) else { return Ok(Vec::new()) };
        let (mut differing, mut after) = (Vec::new(), String::new());
        loop {
            let lines = journal.some(&after, AT_ONCE).await.map_err(|problem| problem.to_string())?;
            let Some(last) = lines.last() else { break };
            after.clone_from(&last.id);
            for line in lines {
                let Ok(id) = line.id.parse::<EntryId>() else { continue };
                let on_shelf = shelf.get(&self.namespace.entry(id)).map_err(|problem| problem.to_string())?;
                if on_shelf.as_ref() == Some(&line.raw) {
                    continue;
                }
                let of = |raw: &Raw| stored::open(raw, &line.id).ok();
                match (on_shelf.as_ref().and_then(of), of(&line.raw)) {
                    (Some(mine), Some(theirs)) => differing.push(merge::merge(&mine, &theirs)),
                    (mine, theirs) => differing.extend(mine.or(theirs)),
                }
            }
        }
        if differing.is_empty() {
            return Ok(differing);
        }
        let kept = self.stock_much(&differing).await;
        Ok(kept.news)
    }

    /// What another tab wrote to the shelf under this key, where there is no journal to tell of it. The text is
    /// the one the browser told of: what lies there may be ours, written over it.
    pub fn told_of(&self, key: &str, text: &str) -> Option<Held> {
        let (Some(Key::Entry(id)), Err(_)) = (self.namespace.parse(key), &self.journal) else { return None };
        stored::open(&Raw::Text(text.to_owned()), id).ok()
    }

    /// What this tab has after it was told: where there is no journal, nobody but the two tabs knows that one
    /// of them wrote over the other. Both come to the same text, since it does not matter which merges.
    pub fn answer(&self, held: Held) {
        self.put_right(&[held], None);
    }

    pub(super) fn shelf_was_emptied(&self) -> bool {
        let mark = self.namespace.one(ON_SHELF);
        self.state.borrow().marked && self.shelf.as_ref().is_ok_and(|shelf| matches!(shelf.get(&mark), Ok(None)))
    }

    /// Has this called when somebody else deletes the journal, or a newer app takes it over.
    pub fn when_taken(&self, tell: Rc<dyn Fn()>) {
        if let Ok(journal) = &self.journal {
            journal.when_taken(tell);
        }
    }

    /// Whether somebody else emptied one of the stores since the notebook was opened.
    pub async fn lost(&self) -> Lost {
        let last = self.state.borrow().last;
        let journal = match &self.journal {
            Ok(journal) => journal.extent().await.is_ok_and(|extent| extent.last < last),
            Err(_) => false,
        };
        Lost { shelf: self.shelf_was_emptied(), journal }
    }

    /// Gives both stores everything, after one was emptied.
    pub async fn refill(&self, all: &[Held]) -> Kept {
        if let Ok(journal) = &self.journal {
            let last = journal.extent().await.unwrap_or_default().last;
            self.state.borrow_mut().last = last;
        }
        self.stock_much(all).await
    }
}
