//! The notebook on earlier days.

use super::Keeper;
use crate::{
    domain::{Day, Notebook},
    exchange::{Backup, Header, Reason, Refusal, backup, entry_json},
    storage::{
        journal::{Journal, JournalProblem, Place},
        shelf::{Raw, Shelf},
        snapshots::{self, Head, ROOM, Snapshot, Why},
    },
};

impl<S: Shelf, J: Journal> Keeper<S, J> {
    /// All snapshots of which it is known what they are, oldest first.
    ///
    /// # Errors
    /// When the journal refuses.
    pub async fn snapshots(&self) -> Result<Vec<Snapshot>, JournalProblem> {
        Ok(self.journal()?.snapshots().await?.all)
    }

    /// Keeps the notebook as it stands, and lets go of snapshots that are no longer kept.
    ///
    /// # Errors
    /// When the journal refuses.
    pub async fn keep_snapshot(
        &self,
        notebook: &Notebook,
        header: &Header,
        at: u64,
        day: Day,
        why: Why,
    ) -> Result<(), JournalProblem> {
        let journal = self.journal()?;
        let text = self.compact(notebook, header).await;
        let head = Head { at, day, why, entries: notebook.len(), size: text.len() };
        journal.keep_snapshot(&head, &text).await?;
        let mut gone = Vec::new();
        for number in snapshots::superfluous(&journal.snapshots().await?.all, day, ROOM) {
            // What cannot be read any more waits until somebody lets go of it.
            if self.read_snapshot(number).await.is_ok() {
                gone.push(number);
            }
        }
        if gone.is_empty() { Ok(()) } else { journal.drop_snapshots(&gone).await }
    }

    /// The notebook as one text, written in turns while the page does other things too.
    async fn compact(&self, notebook: &Notebook, header: &Header) -> String {
        let mut texts = Vec::with_capacity(notebook.len());
        for held in notebook.all_held() {
            texts.push(entry_json::write(&held));
            self.turn().await;
        }
        backup::put_together(&texts, header)
    }

    /// Reads a snapshot.
    ///
    /// # Errors
    /// Why it cannot be read. It stays as it is.
    pub async fn read_snapshot(&self, number: u64) -> Result<Backup, Refusal> {
        match self.snapshot_text(number).await {
            Some(Raw::Text(text)) => backup::read_by(self.ladder, text.as_bytes()),
            Some(Raw::Units(_)) => Err(Refusal::whole(Reason::HalfCharacter)),
            None => Err(Refusal::whole(Reason::Empty)),
        }
    }

    /// The text of a snapshot, exactly as it lies there.
    pub async fn snapshot_text(&self, number: u64) -> Option<Raw> {
        self.journal().ok()?.lies_at(&Place::Snapshot(number)).await.ok().flatten()
    }

    /// Takes snapshots away.
    ///
    /// # Errors
    /// When the journal refuses.
    pub async fn drop_snapshots(&self, numbers: &[u64]) -> Result<(), JournalProblem> {
        self.journal()?.drop_snapshots(numbers).await
    }
}
