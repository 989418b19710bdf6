//! What the journal remembers and nothing on the first screen needs: what can be taken back, and of which day the
//! notebook is kept. It is read once the page stands, by code of the later part, and what asks for it earlier waits.

use gloo_timers::future::TimeoutFuture;

use super::Desk;
use crate::{
    domain::Change,
    storage::{journal::Remembered, snapshots::Why},
    ui::words::changes,
};

/// How many changes can be taken back after the page was opened anew.
const UNDO_DEPTH: usize = 100;

/// How long the first screen has to be drawn before, in milliseconds.
const IN_A_MOMENT: u32 = 100;

/// What is done once it has been read.
pub(super) type Then = Box<dyn FnOnce(Desk)>;

impl Desk {
    /// Reads it in a moment.
    pub fn recall(self) {
        let inside = self.inside();
        // What was written since is on the stack by itself.
        let until = inside.opened_at;
        self.under_way(async move {
            TimeoutFuture::new(IN_A_MOMENT).await;
            let mut changes = inside.keeper.history(UNDO_DEPTH).await.unwrap_or_default().changes;
            changes.retain(|change| change.seq <= until);
            inside.undo.borrow_mut().splice(0..0, undo_stack(changes));
            let snapshots = inside.keeper.snapshots().await.unwrap_or_default();
            // The last one that was made, which need not be the latest day: clocks are set back.
            let last = snapshots.iter().rev().find(|it| it.head.why == Why::Day);
            inside.snapshot_of.set(last.map(|it| it.head.day));
            let waiting = inside.recalled.replace(None);
            waiting.into_iter().flatten().for_each(|then| then(self));
        });
    }

    /// Does something once it has been read: at once, if it has.
    pub(super) fn once_recalled(self, then: impl FnOnce(Self) + 'static) {
        if let Some(waiting) = &mut *self.inside().recalled.borrow_mut() {
            return waiting.push(Box::new(then));
        }
        then(self);
    }
}

/// The changes that can be taken back: those remembered, less the ones that were taken back already.
fn undo_stack(history: Vec<Remembered>) -> Vec<Change> {
    let mut stack: Vec<Change> = Vec::new();
    for mut remembered in history {
        let label = &remembered.inverse.label;
        if label.starts_with(changes::UNDID) {
            stack.pop();
        } else {
            if let Some(again) = label.strip_prefix(changes::DID_AGAIN) {
                remembered.inverse.label = again.to_owned();
            }
            stack.push(remembered.inverse);
        }
    }
    stack
}
