//! A change on its way into journal and shelf.

use std::collections::BTreeSet;

use super::{Keeper, Kept, Lost, ON_SHELF, Store, UNSETTLED, ids_in, owe};
use crate::{
    domain::{EntryId, Notebook, entry::Held, order},
    exchange::{Reason, Refusal, merge},
    storage::{
        journal::{Appended, Bundle, Journal, JournalProblem, Line, Record, Seq, before_all, before_one},
        shelf::{Raw, Shelf, ShelfProblem, units_of},
        stored,
    },
};

/// From how many entries on a change is a large one: the journal takes it as one text, and the shelf is written in turns,
/// while the page does other things too.
const MUCH: usize = 500;

/// How many entries of a large change the journal takes out of its one text at once. What is written meanwhile waits for no
/// more than these.
const AT_ONCE: usize = 1000;

/// Nothing was kept: a newer app has the notebook.
fn newer() -> Kept {
    let (shelf_problem, journal_problem) = (Some(ShelfProblem::Newer), Some(JournalProblem::Newer));
    Kept { news: Vec::new(), shelf_problem, journal_problem, lost: Lost::default() }
}

impl<S: Shelf, J: Journal> Keeper<S, J> {
    /// Keeps a change. It is durable when this returns without a problem of the journal; a large one is when `durable` is
    /// called, while its entries are still on their way to where they belong.
    ///
    /// What one of the stores did not take earlier goes along, so that nothing is called kept while something older
    /// is not.
    pub async fn keep(&self, record: &Record, durable: impl FnOnce()) -> Kept {
        if record.now.len() >= MUCH { self.keep_large(record, durable).await } else { self.keep_small(record).await }
    }

    async fn keep_small(&self, record: &Record) -> Kept {
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
        let shelf_problem = self.all_to_shelf(&news, heard.then_some(seq)).await;
        let journal_problem = self.settle_with_journal().await.err();
        Kept { news, shelf_problem, journal_problem, lost }
    }

    /// Keeps a change as one text first, and takes that apart afterwards: to write ten thousand entries one by one takes a
    /// second or two, in which a closed tab would lose all of them.
    async fn keep_large(&self, record: &Record, durable: impl FnOnce()) -> Kept {
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
            Err(JournalProblem::Newer) => return Kept { lost, ..newer() },
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

    /// The journal did not take a change.
    fn not_in_journal(&self, record: &Record, problem: JournalProblem, lost: Lost) -> Kept {
        if problem == JournalProblem::Newer {
            // What a newer app wrote is not to be written over, on the shelf neither.
            return Kept { lost, ..newer() };
        }
        let (news, shelf_problem) = self.to_shelf_alone(&record.now);
        Kept { news, shelf_problem, journal_problem: Some(problem), lost }
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

    /// Writes to the shelf what the journal has: much of it in turns.
    async fn all_to_shelf(&self, news: &[Held], seq: Option<Seq>) -> Option<ShelfProblem> {
        if news.len() < MUCH {
            return self.to_shelf(news, seq).1;
        }
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

    /// Gives the journal what it did not take before.
    async fn settle_with_journal(&self) -> Result<(), JournalProblem> {
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
    fn to_shelf_alone(&self, now: &[Held]) -> (Vec<Held>, Option<ShelfProblem>) {
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
        let restocked = match self.journal() {
            Ok(journal) => journal.restock(held).await,
            Err(problem) => Err(problem),
        };
        let lost = Lost::default();
        match restocked {
            Ok(Appended { seq, now: news }) => {
                self.state.borrow_mut().went_on_to(seq);
                let shelf_problem = self.all_to_shelf(&news, Some(seq)).await;
                Kept { news, shelf_problem, journal_problem: None, lost }
            }
            Err(problem) => {
                let (news, shelf_problem) = self.to_shelf_alone(held);
                Kept { news, shelf_problem, journal_problem: Some(problem), lost }
            }
        }
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
    fn to_key(&self, shelf: &S, ours: &Held) -> Result<Held, ShelfProblem> {
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
    fn settled(&self, shelf: &S, all: &[Held]) -> Result<(), ShelfProblem> {
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
