//! A change on its way into journal and shelf.

use std::collections::BTreeSet;

use super::{Keeper, Kept, Lost, ON_SHELF, Store, UNSETTLED, ids_in, owe};
use crate::{
    domain::{EntryId, entry::Held},
    exchange::{Reason, Refusal, merge},
    storage::{
        journal::{Appended, Journal, JournalProblem, Record, Seq},
        shelf::{Raw, Shelf, ShelfProblem, units_of},
        stored,
    },
};

impl<S: Shelf, J: Journal> Keeper<S, J> {
    /// Keeps a change. It is durable when this returns without a problem of the journal. A large one is quicker kept by
    /// [`Keeper::keep_large`].
    ///
    /// What one of the stores did not take earlier goes along, so that nothing is called kept while something older
    /// is not.
    pub async fn keep(&self, record: &Record) -> Kept {
        let mut lost = Lost { shelf: self.shelf_was_emptied(), journal: false };
        let appended = match self.journal() {
            Ok(journal) => journal.append(record).await,
            Err(problem) => Err(problem),
        };
        let last = self.state.borrow().last;
        let appended = match appended {
            Ok(appended) => appended,
            Err(problem) => return self.not_in_journal(record, problem, lost),
        };
        let (seq, mut news, mut heard) = (appended.seq, appended.now, true);
        // Numbers only rise, so a journal that gives a lower one was made anew.
        lost.journal = seq <= last;
        if seq > last + 1
            && let Ok(journal) = self.journal()
        {
            // Other tabs wrote in between: the shelf may lack theirs, and so does this tab.
            match journal.since(last).await {
                Ok(lines) => {
                    let theirs = lines.iter().filter_map(|line| stored::open(&line.raw, &line.id).ok());
                    news = theirs.collect();
                }
                // They are heard of the next time.
                Err(_) => heard = false,
            }
        }
        if heard {
            let mut state = self.state.borrow_mut();
            state.last = if lost.journal { seq } else { state.last.max(seq) };
        }
        let shelf_problem = self.to_shelf(&news, heard.then_some(seq)).1;
        let journal_problem = self.settle_with_journal().await.err();
        Kept { news, shelf_problem, journal_problem, lost }
    }

    /// The journal did not take a change.
    pub(super) fn not_in_journal(&self, record: &Record, problem: JournalProblem, lost: Lost) -> Kept {
        if problem == JournalProblem::Newer {
            // What a newer app wrote is not to be written over, on the shelf neither.
            let (shelf_problem, journal_problem) = (Some(ShelfProblem::Newer), Some(problem));
            return Kept { news: Vec::new(), shelf_problem, journal_problem, lost };
        }
        let (news, shelf_problem) = self.to_shelf_alone(&record.now);
        Kept { news, shelf_problem, journal_problem: Some(problem), lost }
    }

    /// Gives the journal what it did not take before.
    pub(super) async fn settle_with_journal(&self) -> Result<(), JournalProblem> {
        let owed = std::mem::take(&mut self.state.borrow_mut().owed_to_journal);
        if owed.is_empty() {
            return Ok(());
        }
        let restocked = self.journal()?.restock(&owed).await.inspect_err(|_| {
            let mut state = self.state.borrow_mut();
            let newer = std::mem::replace(&mut state.owed_to_journal, owed.clone());
            newer.into_iter().for_each(|held| owe(&mut state.owed_to_journal, held));
        })?;
        self.state.borrow_mut().went_on_to(restocked.seq);
        if let Ok(shelf) = &self.shelf {
            // Where it stays noted, the next opening looks at a little more.
            let _ = self.settled(shelf, &owed);
        }
        Ok(())
    }

    /// Writes to the shelf what the journal did not take. The journal gets it with the next change, or when the
    /// notebook is opened next.
    pub(super) fn to_shelf_alone(&self, now: &[Held]) -> (Vec<Held>, Option<ShelfProblem>) {
        if let Ok(shelf) = &self.shelf {
            // Where it cannot be noted, opening compares both stores all the same, a few seconds later.
            let _ = self.mark_unsettled(shelf, |unsettled| unsettled.extend(now.iter().map(Held::id)));
        }
        if self.journal.is_ok() {
            let mut state = self.state.borrow_mut();
            now.iter().for_each(|held| owe(&mut state.owed_to_journal, held.clone()));
        }
        self.to_shelf(now, None)
    }

    /// Writes entries that come with the notebook and not from a person: there is nothing to remember
    /// and nothing to undo. Both stores have all of them afterwards.
    pub async fn stock(&self, held: &[Held]) -> Kept {
        match self.restock(held).await {
            Ok(Appended { seq, now: news }) => {
                let shelf_problem = self.to_shelf(&news, Some(seq)).1;
                Kept { news, shelf_problem, journal_problem: None, lost: Lost::default() }
            }
            Err(kept) => kept,
        }
    }

    /// Has the journal take these; where it does not, the shelf alone does.
    pub(super) async fn restock(&self, held: &[Held]) -> Result<Appended, Kept> {
        let restocked = match self.journal() {
            Ok(journal) => journal.restock(held).await,
            Err(problem) => Err(problem),
        };
        restocked.inspect(|it| self.state.borrow_mut().went_on_to(it.seq)).map_err(|problem| {
            let (news, shelf_problem) = self.to_shelf_alone(held);
            Kept { news, shelf_problem, journal_problem: Some(problem), lost: Lost::default() }
        })
    }

    /// Writes to the shelf without waiting, when the page is about to go away. The journal gets it
    /// when the notebook is opened next, or when the same is kept in the ordinary way.
    pub fn keep_at_once(&self, now: &[Held]) {
        // The page is going away: there is nobody left to tell.
        self.to_shelf_alone(now);
    }

    /// Writes to the shelf, merged with what lies there: another tab may have written meanwhile, and not every
    /// browser shows at once what it wrote. With a number of the journal, the journal has all of it. Gives
    /// what is to lie there now, and why some of it does not; that is tried again with whatever is written next.
    pub(super) fn to_shelf(&self, news: &[Held], seq: Option<Seq>) -> (Vec<Held>, Option<ShelfProblem>) {
        let shelf = match self.shelf() {
            Ok(shelf) => shelf,
            Err(problem) => return (news.to_vec(), Some(problem)),
        };
        let owed = std::mem::take(&mut self.state.borrow_mut().owed_to_shelf);
        let owed = owed.into_iter().filter(|held| !news.iter().any(|it| it.id() == held.id()));
        let mut problem = None;
        let now = news.iter().map(|ours| self.to_key_or_owe(shelf, ours, &mut problem)).collect();
        for held in owed {
            // Once something did not fit, the rest of what is owed is not tried.
            if problem.is_none() {
                self.to_key_or_owe(shelf, &held, &mut problem);
            } else {
                owe(&mut self.state.borrow_mut().owed_to_shelf, held);
            }
        }
        if problem.is_none() {
            problem = self.mark_written(shelf, news, seq).err();
        }
        (now, problem)
    }

    fn to_key_or_owe(&self, shelf: &S, ours: &Held, problem: &mut Option<ShelfProblem>) -> Held {
        self.to_key(shelf, ours).unwrap_or_else(|said| {
            *problem = Some(said);
            owe(&mut self.state.borrow_mut().owed_to_shelf, ours.clone());
            ours.clone()
        })
    }

    /// Writes one entry, merged with what lies there; gives what lies there now.
    pub(super) fn to_key(&self, shelf: &S, ours: &Held) -> Result<Held, ShelfProblem> {
        let held = match self.read_entry(shelf, ours.id())? {
            Some(theirs) => merge::merge(ours, &theirs),
            None => ours.clone(),
        };
        self.write_text(shelf, &self.namespace.entry(held.id()), &stored::seal(&held))?;
        Ok(held)
    }

    /// Notes how far the shelf is now that all of it was written.
    fn mark_written(&self, shelf: &S, news: &[Held], seq: Option<Seq>) -> Result<(), ShelfProblem> {
        if let Some(seq) = seq {
            let before = self.read_mark(shelf, ON_SHELF, |text| text.parse().ok())?.unwrap_or_default();
            // The mark of a journal that was made anew begins anew. One that is too low only makes the next
            // opening look at more.
            let seq = if before > self.state.borrow().last { seq } else { seq.max(before) };
            self.write_text(shelf, &self.namespace.one(ON_SHELF), &seq.to_string())?;
            self.state.borrow_mut().marked = true;
            self.settled(shelf, news)?;
        }
        Ok(())
    }

    /// Notes that the journal has these.
    pub(super) fn settled(&self, shelf: &S, all: &[Held]) -> Result<(), ShelfProblem> {
        self.mark_unsettled(shelf, |unsettled| unsettled.retain(|id| !all.iter().any(|held| held.id() == *id)))
    }

    /// Changes the list of entries that the journal may lack. It belongs to all tabs, so each adds and takes
    /// away only its own.
    fn mark_unsettled(&self, shelf: &S, change: impl FnOnce(&mut BTreeSet<EntryId>)) -> Result<(), ShelfProblem> {
        let key = self.namespace.one(UNSETTLED);
        let before = self.read_mark(shelf, UNSETTLED, ids_in)?.unwrap_or_default();
        let mut now = before.clone();
        change(&mut now);
        if now == before {
            return Ok(());
        }
        if now.is_empty() {
            return shelf.remove(&key);
        }
        let ids: Vec<String> = now.iter().map(EntryId::to_string).collect();
        self.make_room(shelf, &key)?;
        shelf.set(&key, &ids.join(" "))
    }

    /// Reads a mark. One that cannot be read is taken for missing and listed; what is written next makes room for it.
    pub(super) fn read_mark<T>(
        &self,
        shelf: &S,
        mark: &str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, ShelfProblem> {
        let key = self.namespace.one(mark);
        let Some(raw) = shelf.get(&key)? else { return Ok(None) };
        let value = match &raw {
            Raw::Text(text) => read(text),
            Raw::Units(_) => None,
        };
        if value.is_none() {
            self.list(Store::Shelf(key), mark, raw, Refusal::whole(Reason::Damaged));
        }
        Ok(value)
    }

    /// What lies there of an entry. If that cannot be read, it is listed; what is written next makes room for it.
    pub(super) fn read_entry(&self, shelf: &S, id: EntryId) -> Result<Option<Held>, ShelfProblem> {
        let (key, id) = (self.namespace.entry(id), id.to_string());
        let Some(raw) = shelf.get(&key)? else { return Ok(None) };
        match stored::open(&raw, &id) {
            Ok(held) => Ok(Some(held)),
            Err(Refusal { reason: Reason::Newer { .. }, .. }) => Err(ShelfProblem::Newer),
            Err(refusal) => {
                self.list(Store::Shelf(key), &id, raw, refusal);
                Ok(None)
            }
        }
    }

    /// Writes a text of ours, unless a newer app wrote what lies there, and notes how much room it takes.
    pub(super) fn write_text(&self, shelf: &S, key: &str, text: &str) -> Result<(), ShelfProblem> {
        let before = shelf.get(key)?;
        if before.as_ref().is_some_and(|raw| stored::newer(raw).is_some()) {
            return Err(ShelfProblem::Newer);
        }
        self.make_room(shelf, key)?;
        shelf.set(key, text)?;
        let before = before.map_or(0, |raw| key.len() + raw.units());
        let now = key.len() + units_of(text);
        let mut state = self.state.borrow_mut();
        state.room.ours = (state.room.ours + now).saturating_sub(before);
        state.room.all = (state.room.all + now).saturating_sub(before);
        Ok(())
    }
}
