//! A change on its way into journal and shelf.

use std::collections::BTreeSet;

use super::{Keeper, Kept, Lost, ON_SHELF, Store, UNSETTLED, ids_in};
use crate::{
    domain::{EntryId, entry::Held},
    exchange::{Reason, Refusal, merge},
    storage::{
        journal::{Appended, Journal, JournalProblem, Record, Seq},
        shelf::{Raw, Shelf, ShelfProblem},
        stored,
    },
};

impl<S: Shelf, J: Journal> Keeper<S, J> {
    /// Keeps a change. It is durable when this returns without a problem of the journal.
    pub async fn keep(&self, record: &Record) -> Kept {
        let mut lost = Lost { shelf: self.shelf_was_emptied(), journal: false };
        let appended = match self.journal() {
            Ok(journal) => journal.append(record).await,
            Err(problem) => Err(problem),
        };
        let last = self.state.borrow().last;
        let appended = match appended {
            Ok(appended) => appended,
            // What a newer app wrote is not to be written over, on the shelf neither.
            Err(JournalProblem::Newer) => {
                let (shelf_problem, journal_problem) = (Some(ShelfProblem::Newer), Some(JournalProblem::Newer));
                return Kept { news: Vec::new(), shelf_problem, journal_problem, lost };
            }
            Err(problem) => {
                let (news, shelf_problem) = match self.to_shelf(&record.now, None) {
                    Ok(news) => (news, None),
                    Err(problem) => (record.now.clone(), Some(problem)),
                };
                return Kept { news, shelf_problem, journal_problem: Some(problem), lost };
            }
        };
        let (seq, mut news, mut journal_problem) = (appended.seq, appended.now, None);
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
                Err(problem) => journal_problem = Some(problem),
            }
        }
        {
            let mut state = self.state.borrow_mut();
            state.last = if lost.journal { seq } else { state.last.max(seq) };
        }
        let shelf_problem = self.to_shelf(&news, Some(seq)).err();
        Kept { news, shelf_problem, journal_problem, lost }
    }

    /// Writes entries that come with the notebook and not from a person: there is nothing to remember
    /// and nothing to undo. Both stores have all of them afterwards.
    pub async fn stock(&self, held: &[Held]) -> Kept {
        let restocked = match self.journal() {
            Ok(journal) => journal.restock(held).await,
            Err(problem) => Err(problem),
        };
        let (news, seq, journal_problem) = match restocked {
            Ok(Appended { seq, now }) => (now, Some(seq), None),
            Err(problem) => (held.to_vec(), None, Some(problem)),
        };
        if let Some(seq) = seq {
            self.state.borrow_mut().went_on_to(seq);
        }
        let shelf_problem = self.to_shelf(&news, seq).err();
        Kept { news, shelf_problem, journal_problem, lost: Lost::default() }
    }

    /// Writes to the shelf without waiting, when the page is about to go away. The journal gets it
    /// when the notebook is opened next, or when the same is kept in the ordinary way.
    pub fn keep_at_once(&self, now: &[Held]) {
        let Ok(shelf) = &self.shelf else { return };
        // The page is going away: there is nobody left to tell.
        let _ = self.mark_unsettled(shelf, |unsettled| unsettled.extend(now.iter().map(Held::id)));
        let _ = self.to_shelf(now, None);
    }

    /// Writes to the shelf, merged with what lies there: another tab may have written meanwhile, and not every
    /// browser shows at once what it wrote. With a number of the journal, the journal has all of it. Gives
    /// what lies there now.
    pub(super) fn to_shelf(&self, news: &[Held], seq: Option<Seq>) -> Result<Vec<Held>, ShelfProblem> {
        let shelf = self.shelf()?;
        let mut now = Vec::with_capacity(news.len());
        for ours in news {
            let held = match self.read_entry(shelf, ours.id())? {
                Some(theirs) if theirs == *ours => theirs,
                Some(theirs) => merge::merge(ours, &theirs),
                None => ours.clone(),
            };
            self.write_entry(shelf, &held)?;
            now.push(held);
        }
        if let Some(seq) = seq {
            let before = self.read_mark(shelf, ON_SHELF, |text| text.parse().ok())?.unwrap_or_default();
            // The mark of a journal that was made anew begins anew. One that is too low only makes the next
            // opening look at more.
            let seq = if before > self.state.borrow().last { seq } else { seq.max(before) };
            self.write_text(shelf, &self.namespace.one(ON_SHELF), &seq.to_string())?;
            self.state.borrow_mut().marked = true;
            self.mark_unsettled(shelf, |unsettled| unsettled.retain(|id| !news.iter().any(|held| held.id() == *id)))?;
        }
        Ok(now)
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

    pub(super) fn read_entry(&self, shelf: &S, id: EntryId) -> Result<Option<Held>, ShelfProblem> {
        let raw = shelf.get(&self.namespace.entry(id))?;
        Ok(raw.and_then(|raw| stored::open(&raw, &id.to_string()).ok()))
    }

    fn write_entry(&self, shelf: &S, held: &Held) -> Result<(), ShelfProblem> {
        self.write_text(shelf, &self.namespace.entry(held.id()), &stored::seal(held))
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
        let now = key.len() + text.encode_utf16().count();
        let mut state = self.state.borrow_mut();
        state.room.ours = (state.room.ours + now).saturating_sub(before);
        state.room.all = (state.room.all + now).saturating_sub(before);
        Ok(())
    }
}
