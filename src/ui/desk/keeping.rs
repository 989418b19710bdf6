//! What the browser took away, earlier days, and erasing.

use std::{cell::Cell, collections::BTreeSet, rc::Rc};

use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};

use super::{Desk, Keeping, Status, Trouble, backup::header};
use crate::{
    domain::{Change, EntryId, Notebook, entry::Held},
    exchange::{Backup, Refusal, backup},
    insights::search::texts,
    storage::{
        Aside, Eraser, JournalProblem, Kept, Lost, Raw, Record, Which,
        journal::Remembered,
        kept_file::KeptFile,
        snapshots::{Snapshot, Why},
        tabs::News,
    },
    ui::{
        anew,
        chores::Chore,
        platform::Moment,
        words::{changes, problems, shell},
    },
};

/// How late what another tab wrote to local storage may be seen in this one, in milliseconds.
const LATE: u32 = 100;

impl Desk {
    /// The keeper, for the screens that show where things lie.
    pub fn with_keeper<T>(&self, look: impl FnOnce(&Keeping) -> T) -> T {
        look(&self.inside().keeper)
    }

    // --- What the browser took away ----------------------------------------------------------------

    /// Shows how far something was kept.
    pub(super) fn show(&self, kept: &Kept) {
        let inside = self.inside();
        self.room.set(inside.keeper.room());
        // From a newer app's notebook there is no way back but to reload.
        if self.status.get_untracked() == Status::Trouble(Trouble::Outdated) {
            return;
        }
        let status = problems::status(kept);
        if status != Status::Saved || inside.all_durable() {
            self.status.set(status);
        }
    }

    /// Looks whether somebody emptied a store while the notebook is open. What one lost the other gives
    /// back; if both were emptied, the person is asked.
    pub async fn look_for_loss(self) {
        let lost = self.inside().keeper.lost().await;
        if lost.both() {
            self.status.set(Status::Trouble(Trouble::Cleared));
        } else if lost.any() {
            self.later(Chore::Refill(lost));
        }
    }

    /// A change found a store empty: it gets everything again.
    pub(super) fn found_empty(self, lost: Lost) {
        if lost.both() {
            // Until that is done, the stores hold the change alone.
            self.status.set(Status::Trouble(Trouble::Cleared));
        }
        self.later(Chore::Refill(lost));
    }

    /// Writes everything on screen to both stores, after one of them was found empty.
    pub fn refill(self, lost: Lost) {
        self.status.set(Status::Saving);
        self.under_way(async move {
            let all: Vec<Held> = self.notebook.with_untracked(|notebook| notebook.all_held().collect());
            let kept = self.inside().keeper.refill(&all).await;
            self.status.set(problems::status(&kept));
            self.say(if lost.both() { shell::trouble::WRITTEN_BACK } else { shell::trouble::REFILLED }, false);
        });
    }

    /// Does something until whose end nothing is called saved.
    pub(super) fn under_way(self, work: impl Future<Output = ()> + 'static) {
        let inside = self.inside();
        inside.underway.set(inside.underway.get() + 1);
        spawn_local(async move {
            work.await;
            inside.underway.set(inside.underway.get() - 1);
            if inside.all_durable() && self.status.get_untracked() == Status::Saving {
                self.status.set(Status::Saved);
            }
        });
    }

    /// Compares the two stores whole and takes in what differed.
    pub async fn scrub(self) {
        // What refuses is said when something is written next.
        if let Ok(news) = self.inside().keeper.scrub().await {
            self.take_in(news);
        }
    }

    /// Writes everything back that was cleared.
    pub fn write_back(self) {
        self.later(Chore::Refill(Lost { shelf: true, journal: true }));
    }

    // --- Earlier days -----------------------------------------------------------------------------

    /// The last changes as the journal has them, newest first.
    pub async fn history(self, most: usize) -> Vec<Remembered> {
        let mut history = self.inside().keeper.history(most).await.unwrap_or_default().changes;
        history.reverse();
        history
    }

    /// All snapshots, oldest first.
    pub async fn snapshots(self) -> Vec<Snapshot> {
        self.inside().keeper.snapshots().await.unwrap_or_default()
    }

    /// Reads a snapshot.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub async fn read_snapshot(self, number: u64) -> Result<Backup, Refusal> {
        self.inside().keeper.read_snapshot(number).await
    }

    /// The text of a snapshot as it lies there.
    pub async fn snapshot_text(self, number: u64) -> Option<Raw> {
        self.inside().keeper.snapshot_text(number).await
    }

    /// Takes snapshots away.
    ///
    /// # Errors
    /// When the journal refuses.
    pub async fn drop_snapshots(self, numbers: Vec<u64>) -> Result<(), JournalProblem> {
        self.inside().keeper.drop_snapshots(&numbers).await
    }

    /// Before the first change of a day the notebook is kept as it stands.
    pub(super) fn begin_day(&self, notebook: &Notebook) {
        let inside = self.inside();
        let today = Moment::now().today;
        if inside.which == Which::Mine && inside.snapshot_of.get() != Some(today) {
            let before = notebook.clone();
            self.once_recalled(move |desk| {
                if desk.inside().snapshot_of.replace(Some(today)) != Some(today) {
                    desk.later(Chore::Snapshot(before, Why::Day));
                }
            });
        }
    }

    /// Keeps the notebook as it stands here.
    pub fn keep_snapshot(self, notebook: Notebook, why: Why) {
        let now = Moment::now();
        self.under_way(async move {
            // A snapshot that does not fit is missed by nobody as long as the journal takes the change itself.
            let _ = self.inside().keeper.keep_snapshot(&notebook, &header(), now.millis, now.today, why).await;
        });
    }

    /// Keeps a large change: it is called saved when it is durable, though its entries are still on their way to where they
    /// belong.
    pub fn keep_large(self, record: Rc<Record>) {
        spawn_local(async move {
            let (inside, durable) = (self.inside(), Cell::new(0));
            let is_durable = || {
                durable.set(1);
                inside.durable.set(inside.durable.get() + 1);
                inside.unsettled.borrow_mut().retain(|it| !Rc::ptr_eq(it, &record));
                if inside.all_durable() && self.status.get_untracked() == Status::Saving {
                    self.status.set(Status::Saved);
                }
            };
            let kept = inside.keeper.keep_large(&record, is_durable).await;
            inside.durable.set(inside.durable.get() - durable.get());
            self.was_kept(&record, &kept);
        });
    }

    /// Makes a change of much at once, after the notebook was kept as it stands.
    pub fn commit_large(&self, change: Change) {
        if self.which() == Which::Mine {
            let before = self.notebook.get_untracked();
            self.later(Chore::Snapshot(before, Why::Before(change.label.clone())));
        }
        self.commit(change);
    }

    // --- What could not be read ------------------------------------------------------------------------

    /// Reads an unreadable text once more. What can be read comes into the notebook, and the text goes.
    ///
    /// # Errors
    /// Why it still cannot be read.
    pub async fn retry(self, aside: &Aside) -> Result<(), Refusal> {
        let Some(held) = self.inside().keeper.retry(aside).await? else { return Ok(()) };
        self.take_in(vec![held.clone()]);
        let mine = self.notebook.with_untracked(|notebook| notebook.held(held.id())).unwrap_or(held);
        let kept = self.inside().keeper.stock(&[mine]).await;
        self.show(&kept);
        if !kept.nowhere() {
            // Should it not go, it is only listed once more.
            let _ = self.inside().keeper.drop_aside(aside).await;
        }
        Ok(())
    }

    /// Everything that could not be read.
    pub fn asides(self) -> Vec<Aside> {
        self.inside().keeper.asides()
    }

    /// Whether something of the notebook could not be read anywhere.
    pub fn lacks_something(self) -> bool {
        let inside = self.inside();
        self.notebook.with_untracked(|notebook| inside.keeper.note_repaired(notebook));
        self.asides().iter().any(|aside| !aside.repaired)
    }

    /// Looks through everything that only remembers. What cannot be read there is listed afterwards.
    pub async fn look_through(self) {
        // A journal that refuses is said elsewhere.
        let inside = self.inside();
        let _ = inside.keeper.look_through().await;
        self.notebook.with_untracked(|notebook| inside.keeper.note_repaired(notebook));
    }

    /// Takes an unreadable text away for good.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn drop_aside(self, aside: &Aside) -> Result<(), String> {
        self.inside().keeper.drop_aside(aside).await?;
        self.follow();
        Ok(())
    }

    // --- Erasing ------------------------------------------------------------------------------------

    /// Erases the open notebook, here and in every other tab, and looks afterwards that nothing of it is left.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn erase(self) -> Result<(), String> {
        let inside = self.inside();
        self.alone(async {
            inside.keeper.erase().await?;
            // What another tab wrote to local storage last may arrive a moment later.
            TimeoutFuture::new(LATE).await;
            inside.keeper.erase().await?;
            match inside.keeper.look_for(&[]).await? {
                (0, _) => Ok(()),
                (left, _) => Err(problems::still_there(left)),
            }
        })
        .await?;
        KeptFile::forget(&inside.namespace).await;
        Ok(())
    }

    /// Does something while no other tab can write: what is typed in them was kept before, and they begin anew
    /// afterwards.
    async fn alone<T>(self, work: impl Future<Output = Result<T, String>>) -> Result<T, String> {
        let inside = self.inside();
        if !inside.pen.begin_to_erase() {
            return Err(problems::ANOTHER_ERASES.to_owned());
        }
        self.settled().await;
        if let Some(tabs) = &*inside.tabs.borrow() {
            tabs.tell(News::Erasing);
        }
        inside.pen.alone(|| anew::begin(anew::Anew::Elsewhere), work).await
    }

    /// Removes an entry with what belongs to it, and takes what it said out of everything that remembers.
    /// Gives how many texts were looked through afterwards, and how many still hold something of it.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn erase_entry(self, id: EntryId, label: String) -> Result<(usize, usize), String> {
        self.alone(self.erase_now(id, label)).await
    }

    async fn erase_now(self, id: EntryId, label: String) -> Result<(usize, usize), String> {
        // What was typed in other tabs until now belongs to what is erased, also of one that went away in the middle.
        TimeoutFuture::new(LATE).await;
        self.inside().keeper.untie_all().await.map_err(|problem| problem.to_string())?;
        self.hear().await;
        let ops = self.notebook.with_untracked(|notebook| notebook.removal(id));
        let ids = self.notebook.with_untracked(|notebook| notebook.gone_with(id));
        let (titles, words) =
            self.notebook.with_untracked(|notebook| (titles_of(notebook, &ids), words_of(notebook, &ids)));
        self.commit(Change { label, ops });
        self.settled().await;
        let inside = self.inside();
        let concerned = |change: &Change| change.ops.iter().any(|op| ids.contains(&op.id()));
        inside.undo.borrow_mut().retain(|change| !concerned(change));
        inside.redo.borrow_mut().retain(|change| !concerned(change));
        self.notice.set(None);
        let without = |raw: &Raw| match raw {
            Raw::Text(text) => backup::without(text, &ids),
            Raw::Units(_) => None,
        };
        let eraser = Eraser { ids: &ids, titles: &titles, without: &without };
        inside.keeper.forget(&eraser).await?;
        inside.erased.set(true);
        inside.keeper.look_for(&words).await
    }
}

/// What these entries are called where it is told what was done.
fn titles_of(notebook: &Notebook, ids: &BTreeSet<EntryId>) -> Vec<String> {
    texts_of(notebook, ids).map(changes::quoted).collect()
}

/// What these entries say, as it stands in stored texts. Short words stand in other entries too.
fn words_of(notebook: &Notebook, ids: &BTreeSet<EntryId>) -> Vec<String> {
    const SHORT: usize = 8;
    // Without the quotation marks around it.
    let in_json = |text: &str| {
        let json = serde_json::Value::from(text).to_string();
        json.get(1..json.len() - 1).unwrap_or_default().to_owned()
    };
    texts_of(notebook, ids).filter(|text| text.chars().count() >= SHORT).map(in_json).collect()
}

/// Everything that was written in these entries.
fn texts_of<'a>(notebook: &'a Notebook, ids: &'a BTreeSet<EntryId>) -> impl Iterator<Item = &'a str> {
    ids.iter().filter_map(|id| notebook.entry(*id)).flat_map(|entry| texts(&entry.draft.body))
}
