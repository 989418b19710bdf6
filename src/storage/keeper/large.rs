//! A large change on its way into journal and shelf, and much that both are given.
//!
//! The journal takes a large change as one text first, and that is taken apart afterwards: to write ten thousand entries one
//! by one takes a second or two, in which a closed tab would lose all of them. All of it happens in turns, while the page
//! does other things too.

use std::collections::BTreeSet;

use super::{Keeper, Kept, Lost};
use crate::{
    domain::{Notebook, entry::Held, order},
    exchange::{Reason, Refusal, merge},
    storage::{
        journal::{Appended, Bundle, Journal, JournalProblem, Line, Record, Seq, before_all, before_one},
        shelf::{Shelf, ShelfProblem},
        stored,
    },
};

/// From how many entries on a change is a large one.
const MUCH: usize = 500;

/// How many entries of a large change the journal takes out of its one text at once. What is written meanwhile waits for no
/// more than these.
const AT_ONCE: usize = 1000;

/// Whether a change is a large one.
#[must_use]
pub fn is_large(record: &Record) -> bool {
    record.now.len() >= MUCH
}

impl<S: Shelf, J: Journal> Keeper<S, J> {
    /// Keeps a large change as [`Keeper::keep`] does. It is durable once `durable` is called, or this returns without a
    /// problem of the journal; its entries are put where they belong in between.
    pub async fn keep_large(&self, record: &Record, durable: impl FnOnce()) -> Kept {
        let mut lost = Lost { shelf: self.shelf_was_emptied(), journal: false };
        let bundled = match self.journal() {
            Ok(journal) => journal.add_bundle(&self.bundle_of(record).await).await,
            Err(problem) => Err(problem),
        };
        let seq = match bundled {
            Ok(seq) => seq,
            Err(problem) => return self.not_in_journal(record, problem, lost),
        };
        {
            let mut state = self.state.borrow_mut();
            lost.journal = seq <= state.last;
            if lost.journal {
                state.last = seq;
            }
            state.went_on_to(seq);
        }
        if self.state.borrow().owed_to_journal.is_empty() {
            durable();
        }
        let (newest, news, mut journal_problem) = match self.untie(&BTreeSet::from([seq]), &record.now, &[]).await {
            Ok((newest, news)) => (newest, news, None),
            Err(JournalProblem::Newer) => return self.not_in_journal(record, JournalProblem::Newer, lost),
            // It lies in the bundle, and is taken out of it when the notebook is opened next.
            Err(problem) => (None, record.now.clone(), Some(problem)),
        };
        // What others wrote in between is heard of with the next news.
        let newest = newest.filter(|newest| self.state.borrow().last == *newest);
        let shelf_problem = self.all_to_shelf(&news, newest).await;
        journal_problem = self.settle_with_journal().await.err().or(journal_problem);
        Kept { news, shelf_problem, journal_problem, lost }
    }

    /// A large change as the journal takes it, written in turns.
    async fn bundle_of(&self, record: &Record) -> Bundle {
        let (mut text, mut before) = (String::new(), Vec::with_capacity(record.before.len()));
        for held in &record.now {
            text.push_str(&Bundle::line(held));
            self.turn().await;
        }
        for (id, held) in &record.before {
            before.push(before_one(*id, held.as_ref()));
            self.turn().await;
        }
        Bundle { at: record.at, label: record.label.clone(), before: before_all(&before), text }
    }

    /// Writes the entries of bundles where they belong and lets go of these; what could not be read of them is put aside.
    /// Gives the newest number and what lies there now.
    async fn untie(
        &self,
        bundles: &BTreeSet<Seq>,
        now: &[Held],
        unreadable: &[Line],
    ) -> Result<(Option<Seq>, Vec<Held>), JournalProblem> {
        let journal = self.journal()?;
        let (mut newest, mut news) = (None, Vec::with_capacity(now.len()));
        for some in now.chunks(AT_ONCE) {
            let restocked = journal.restock(some).await?;
            self.state.borrow_mut().went_on_to(restocked.seq);
            newest = Some(restocked.seq);
            news.extend(restocked.now);
        }
        journal.drop_bundles(bundles, unreadable).await?;
        Ok((newest, news))
    }

    /// Takes bundles apart that were left behind by pages that went away.
    ///
    /// # Errors
    /// When the journal refuses; [`JournalProblem::Newer`] when a newer app wrote one of them.
    pub async fn untie_all(&self) -> Result<(), JournalProblem> {
        let Ok(journal) = &self.journal else { return Ok(()) };
        // Two of them may hold the same entry.
        let (mut bundles, mut all, mut unreadable) = (BTreeSet::new(), Notebook::default(), Vec::new());
        for line in journal.bundled().await? {
            bundles.insert(line.seq);
            match stored::open(&line.raw, &line.id) {
                Ok(it) => all.hold(match all.held(it.id()) {
                    Some(mine) => merge::merge(&mine, &it),
                    None => it,
                }),
                Err(Refusal { reason: Reason::Newer { .. }, .. }) => return Err(JournalProblem::Newer),
                Err(_) => unreadable.push(line),
            }
        }
        if bundles.is_empty() {
            return Ok(());
        }
        let all: Vec<Held> = all.all_held().collect();
        self.untie(&bundles, &all, &unreadable).await.map(drop)
    }

    /// Lets others have their turn.
    pub(super) async fn turn(&self) {
        if let Ok(shelf) = &self.shelf {
            shelf.turn().await;
        }
    }

    async fn in_turns(&self, now: &[Held]) -> Vec<Held> {
        let mut written = Vec::with_capacity(now.len());
        for ours in now {
            let Ok(shelf) = self.shelf() else { break };
            shelf.turn().await;
            // What it does not take is tried again with the rest, and said then.
            written.extend(self.to_key(shelf, ours).ok());
        }
        written
    }

    /// Writes to the shelf what the journal has, in turns.
    async fn all_to_shelf(&self, news: &[Held], seq: Option<Seq>) -> Option<ShelfProblem> {
        let written = self.in_turns(news).await;
        let written = order::map(written.into_iter().map(|held| (held.id(), held)));
        let rest: Vec<Held> = news.iter().filter(|held| written.get(&held.id()) != Some(held)).cloned().collect();
        let problem = self.to_shelf(&rest, seq).1;
        if let (None, Some(_), Ok(shelf)) = (&problem, seq, &self.shelf) {
            // Where they stay noted, the next opening looks at a little more.
            let _ = self.settled(shelf, news);
        }
        problem
    }

    /// Writes much as [`Keeper::stock`] does.
    pub(super) async fn stock_much(&self, held: &[Held]) -> Kept {
        match self.restock(held).await {
            Ok(Appended { seq, now: news }) => {
                let shelf_problem = self.all_to_shelf(&news, Some(seq)).await;
                Kept { news, shelf_problem, journal_problem: None, lost: Lost::default() }
            }
            Err(kept) => kept,
        }
    }
}
