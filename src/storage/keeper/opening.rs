//! Opening: reading both stores, and each giving the other what it lacks.

use std::collections::BTreeSet;

use futures_util::future::{join, join4};
use serde_json::value::RawValue;

use super::{Keeper, ON_SHELF, State, UNSETTLED, aside::Store, ids_in};
use crate::{
    domain::{Day, EntryId, Notebook, entry::Held, order},
    exchange::{Header, Ladder, Reason, Refusal, backup, merge},
    storage::{
        journal::{Extent, Journal, JournalProblem, Line, Place, PutAside, Seq},
        namespace::{Key, Namespace},
        shelf::{Raw, Shelf, ShelfProblem},
        snapshots::{Head, Why},
        stored::{self, Unsealed},
    },
};

/// How many changes before the newest one are compared again on opening, should the browser have
/// written the mark to disk and not all that came before it.
const MARGIN: Seq = 64;

/// How many entries may have been written by them: where one of them brought in a whole notebook, only what is newer
/// than the mark is read, and [`Keeper::scrub`] compares the rest a while later.
const MOST_IN_MARGIN: usize = 256;

/// A notebook as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// All that could be read.
    pub notebook: Notebook,
    /// Why local storage is not used, if it is not.
    pub shelf_problem: Option<ShelfProblem>,
    /// Why the journal is not used, if it is not.
    pub journal_problem: Option<JournalProblem>,
    /// The older version of the format from which it was moved to this one, if it was.
    pub moved_from: Option<u64>,
}

/// A newer app wrote this notebook. Nothing of it was touched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrittenByNewer;

/// The moment of opening.
#[derive(Debug, Clone, Copy)]
pub struct Now {
    /// In milliseconds since 1970 (UTC).
    pub at: u64,
    /// The day, as the calendar on the wall says.
    pub day: Day,
}

/// What the shelf says of itself.
#[derive(Debug, Default)]
struct Marks {
    /// How many entries lie there, readable or not.
    entries: usize,
    on_shelf: Seq,
    unsettled: BTreeSet<EntryId>,
}

/// What was written in an older version of the format, as it was.
#[derive(Default)]
struct Older {
    ids: BTreeSet<EntryId>,
    texts: Vec<(u64, Box<RawValue>)>,
}

/// What the journal was asked on opening.
struct Asked {
    /// From which change on.
    margin: Seq,
    extent: Extent,
    /// What was written since; none if that is too much.
    few: Option<Vec<Line>>,
    asides: Vec<PutAside>,
    /// What lies in bundles still.
    bundled: Vec<Line>,
}

impl<S: Shelf, J: Journal> Keeper<S, J> {
    /// Opens a notebook: what cannot be read is put aside, and what cannot be reached is reported.
    ///
    /// # Errors
    /// When a newer app wrote some of it; then nothing is touched.
    pub async fn open(
        namespace: Namespace,
        shelf: Result<S, ShelfProblem>,
        journal: Result<J, JournalProblem>,
        now: Now,
    ) -> Result<(Self, Opened), WrittenByNewer> {
        Self::open_by(Ladder::CURRENT, namespace, shelf, journal, now).await
    }

    /// Opens a notebook that may be of any version that the ladder knows.
    ///
    /// # Errors
    /// As [`Keeper::open`].
    pub async fn open_by(
        ladder: Ladder,
        namespace: Namespace,
        shelf: Result<S, ShelfProblem>,
        journal: Result<J, JournalProblem>,
        now: Now,
    ) -> Result<(Self, Opened), WrittenByNewer> {
        if matches!(journal, Err(JournalProblem::Newer)) {
            return Err(WrittenByNewer);
        }
        let mut keeper = Self { namespace, shelf, journal, ladder, state: State::default().into() };
        let (mut notebook, mut older) = (Notebook::default(), Older::default());
        // The journal is asked first, and answers while local storage is read.
        let read = async {
            match keeper.shelf() {
                Ok(shelf) => keeper.read_shelf(shelf, &mut notebook, &mut older).await,
                Err(problem) => Err(problem),
            }
        };
        let (asked, marks) = join(keeper.ask_journal(), read).await;
        let marks = match marks {
            Ok(marks) => marks,
            Err(ShelfProblem::Newer) => return Err(WrittenByNewer),
            Err(problem) => {
                keeper.shelf = Err(problem);
                Marks::default()
            }
        };
        let met = match (keeper.journal(), asked) {
            (Ok(journal), Ok(asked)) => {
                keeper.meet_journal(journal, asked, &marks, &mut notebook, &mut older, now).await
            }
            (Err(problem), _) | (_, Err(problem)) => Err(problem),
        };
        match met {
            Ok(()) => {}
            Err(JournalProblem::Newer) => return Err(WrittenByNewer),
            Err(problem) => keeper.journal = Err(problem),
        }
        keeper.note_repaired(&notebook);
        let opened = Opened {
            notebook,
            shelf_problem: keeper.shelf.as_ref().err().cloned(),
            journal_problem: keeper.journal.as_ref().err().cloned(),
            moved_from: older.texts.iter().map(|(version, _)| *version).min(),
        };
        Ok((keeper, opened))
    }

    fn unseal(&self, raw: &Raw, id: &str, older: &mut Older) -> Result<Held, Refusal> {
        let Unsealed { held, older: was } = stored::unseal(self.ladder, raw, id)?;
        if let Some(was) = was
            && older.ids.insert(held.id())
        {
            older.texts.push(was);
        }
        Ok(held)
    }

    /// Reads the shelf, in turns. Its marks are those of the moment in which all of it was taken: what another tab writes
    /// between two turns is newer than them, and the journal gives it.
    async fn read_shelf(&self, shelf: &S, notebook: &mut Notebook, older: &mut Older) -> Result<Marks, ShelfProblem> {
        let mut marks = Marks::default();
        let all = shelf.all()?;
        if let Some(seq) = self.read_mark(shelf, ON_SHELF, |text| text.parse().ok())? {
            marks.on_shelf = seq;
            self.state.borrow_mut().marked = true;
        }
        marks.unsettled = self.read_mark(shelf, UNSETTLED, ids_in)?.unwrap_or_default();
        self.state.borrow_mut().room = self.room_of(&all);
        for (key, raw) in all {
            let (id, is_aside) = match self.namespace.parse(&key) {
                Some(Key::Entry(id)) => (id.to_owned(), false),
                Some(Key::Aside) => (self.namespace.what_was_put_aside(&key).to_owned(), true),
                _ => continue,
            };
            marks.entries += usize::from(!is_aside);
            let read = self.unseal(&raw, &id, older);
            match (is_aside, read) {
                (_, Err(Refusal { reason: Reason::Newer { .. }, .. })) => return Err(ShelfProblem::Newer),
                (false, Ok(held)) => notebook.hold(held),
                // It can be read after all: the settings offer to take it back.
                (true, Ok(_)) => self.list(Store::Shelf(key), &id, raw, Refusal::whole(Reason::Damaged)),
                (_, Err(refusal)) => self.list(Store::Shelf(key), &id, raw, refusal),
            }
            shelf.turn().await;
        }
        Ok(marks)
    }

    /// Asks the journal for what is compared on every opening.
    async fn ask_journal(&self) -> Result<Asked, JournalProblem> {
        let journal = self.journal()?;
        // A mark that cannot be read is told when the shelf is.
        let on_shelf: Seq = match self.shelf().and_then(|shelf| shelf.get(&self.namespace.one(ON_SHELF))) {
            Ok(Some(Raw::Text(text))) => text.parse().unwrap_or_default(),
            _ => 0,
        };
        let margin = on_shelf.saturating_sub(MARGIN);
        let few = journal.few_since(margin, MOST_IN_MARGIN);
        let (extent, few, asides, bundled) = join4(journal.extent(), few, journal.asides(), journal.bundled()).await;
        Ok(Asked { margin, extent: extent?, few: few?, asides: asides?, bundled: bundled? })
    }

    /// Shelf and journal give each other what they lack.
    async fn meet_journal(
        &self,
        journal: &J,
        Asked { margin, extent, few, mut asides, bundled }: Asked,
        marks: &Marks,
        notebook: &mut Notebook,
        older: &mut Older,
        now: Now,
    ) -> Result<(), JournalProblem> {
        // A mark that cannot be read is among what could not be.
        let torn = !self.state.borrow().asides.is_empty()
            || !older.ids.is_empty()
            || extent.entries != marks.entries
            || extent.last < marks.on_shelf;
        let (from, lines) = match few {
            _ if torn => (0, journal.since(0).await?),
            Some(lines) => (margin, lines),
            None if marks.on_shelf < extent.last => (marks.on_shelf, journal.since(marks.on_shelf).await?),
            None => (marks.on_shelf, Vec::new()),
        };
        let (mut in_journal, mut damaged) = (Notebook::default(), BTreeSet::new());
        let mut for_shelf = Vec::new();
        for line in lines {
            match self.unseal(&line.raw, &line.id, older) {
                Ok(theirs) => {
                    in_journal.hold(theirs.clone());
                    let held = match notebook.held(theirs.id()) {
                        Some(mine) if mine == theirs => continue,
                        Some(mine) => merge::merge(&mine, &theirs),
                        None => theirs,
                    };
                    for_shelf.push(held.clone());
                    notebook.hold(held);
                }
                Err(Refusal { reason: Reason::Newer { .. }, .. }) => return Err(JournalProblem::Newer),
                Err(refusal) => {
                    let id = line.id.parse::<EntryId>().ok();
                    damaged.extend(id);
                    if id.is_none_or(|id| notebook.held(id).is_none()) {
                        let place = Place::Entry(line.id.clone());
                        self.list(Store::Journal(place), &line.id, line.raw, refusal);
                    }
                }
            }
        }
        // A bundle is the newest there is of its entries, or was merged with what is newer before this page was opened.
        let (mut from_bundles, mut unreadable) = (BTreeSet::new(), Vec::new());
        let bundles: BTreeSet<Seq> = bundled.iter().map(|line| line.seq).collect();
        for line in bundled {
            match self.unseal(&line.raw, &line.id, older) {
                Ok(theirs) => {
                    let held = match notebook.held(theirs.id()) {
                        Some(mine) => merge::merge(&mine, &theirs),
                        None => theirs,
                    };
                    from_bundles.insert(held.id());
                    for_shelf.push(held.clone());
                    notebook.hold(held);
                }
                Err(Refusal { reason: Reason::Newer { .. }, .. }) => return Err(JournalProblem::Newer),
                Err(_) => unreadable.push(line),
            }
        }
        if !older.ids.is_empty() {
            self.keep_older(journal, older, now).await?;
            for_shelf = notebook.all_held().collect();
        }
        // What the journal lacks: all it does not have when it was read whole, what could not be read in
        // it, and what was written to the shelf alone when the page went away.
        let lacks = |held: &Held| match in_journal.held(held.id()) {
            Some(theirs) => theirs != *held || older.ids.contains(&held.id()),
            None => from == 0 || marks.unsettled.contains(&held.id()) || damaged.contains(&held.id()),
        };
        let lacking: Vec<Held> =
            notebook.all_held().filter(|held| from_bundles.contains(&held.id()) || lacks(held)).collect();
        self.state.borrow_mut().last = extent.last;
        if !lacking.is_empty() {
            // Another tab may have written since it was read.
            let restocked = journal.restock(&lacking).await?;
            self.state.borrow_mut().went_on_to(restocked.seq);
            for held in restocked.now {
                if notebook.held(held.id()).as_ref() != Some(&held) {
                    notebook.hold(held.clone());
                    for_shelf.push(held);
                }
            }
            asides = journal.asides().await?;
        }
        if !bundles.is_empty() {
            journal.drop_bundles(&bundles, &unreadable).await?;
            asides = journal.asides().await?;
        }
        self.list_asides(asides);
        // The journal has everything now, so a full shelf loses nothing; it is said when something is
        // written next.
        let last = self.state.borrow().last;
        self.to_shelf(&for_shelf, Some(last));
        Ok(())
    }

    /// A notebook that is moved to a newer version of the format keeps a copy of what it was.
    async fn keep_older(&self, journal: &J, older: &Older, now: Now) -> Result<(), JournalProblem> {
        let mut versions: Vec<u64> = Vec::new();
        for (version, _) in &older.texts {
            if !versions.contains(version) {
                versions.push(*version);
            }
        }
        for version in order::sorted(versions) {
            let texts: Vec<&RawValue> =
                older.texts.iter().filter(|(of, _)| *of == version).map(|(_, text)| &**text).collect();
            let text = backup::write_older(version, &texts, &Header::default());
            let head =
                Head { at: now.at, day: now.day, why: Why::Format(version), entries: texts.len(), size: text.len() };
            journal.keep_snapshot(&head, &text).await?;
        }
        Ok(())
    }
}
