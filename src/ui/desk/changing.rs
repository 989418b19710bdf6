//! The way of a change from a screen: on screen at once, then kept, and undone the same way.

use std::{cell::RefCell, collections::BTreeSet, rc::Rc};

use leptos::{prelude::*, task::spawn_local};

use super::{Desk, Inside, Notice, Offer, Status, Trouble};
use crate::{
    domain::{Change, Draft, EntryId, Id, Kind, Op, PartId, entry::Held},
    storage::{Kept, Preferences, Record, Which, keeper::is_large, tabs::News},
    ui::{
        chores::Chore,
        persistence,
        platform::{self, Moment},
        shell,
        words::{self, changes},
    },
};

impl Desk {
    /// The id of a new entry.
    pub fn new_id<K: Kind>(&self) -> Id<K> {
        Id::new(platform::random_bits())
    }

    /// The id of a new part.
    #[allow(clippy::cast_possible_truncation, reason = "any 64 of the bits will do")]
    pub fn new_part(&self) -> PartId {
        PartId::new(platform::random_bits() as u64)
    }

    /// Adds an entry and gives its id.
    pub fn add<K: Kind>(&self, title: &str, body: K) -> Id<K> {
        let id = self.new_id();
        self.commit(Change::put(changes::added(K::NAME, title), Draft::new(id, body)));
        id
    }

    /// Changes the body of an entry.
    pub fn edit<K: Kind>(&self, id: Id<K>, label: String, change: impl FnOnce(&mut K)) {
        if let Some(op) = self.entry_now(id.entry()).and_then(|entry| Op::edit(&entry, change)) {
            self.commit(Change { label, ops: vec![op] });
        }
    }

    /// Marks an entry as private, or no longer.
    pub fn set_private(&self, id: EntryId, title: &str, private: bool) {
        let Some(entry) = self.entry_now(id) else { return };
        let draft = Draft { private, ..entry.draft.clone() };
        self.commit(Change::put(changes::made_private(title, private), draft));
    }

    /// Removes an entry and what belongs to it, with “Undo” beside the news of it.
    pub fn remove(&self, id: EntryId, title: &str) {
        let ops = self.notebook.with_untracked(|notebook| notebook.removal(id));
        let with_it = ops.iter().filter(|op| matches!(op, Op::Remove(_))).count() - 1;
        let label = changes::removed(id.kind(), title, with_it);
        self.say(label.clone(), true);
        self.commit(Change { label, ops });
    }

    /// Says something, with “Undo” beside it if it tells of the change that comes next.
    pub fn say(&self, text: impl Into<String>, undo: bool) {
        self.offer(text.into(), undo.then(|| (Offer::Undo, self.changes_made.get_untracked() + 1)));
    }

    fn offer(&self, text: String, offers: Option<(Offer, u64)>) {
        self.notice.set(Some(Notice { text, offers, at: Moment::now().millis }));
    }

    /// What was said on one screen has been read when another one is gone to. What is said while going stays.
    pub fn move_on(&self) {
        const WHILE_GOING: u64 = 1000;
        let now = Moment::now().millis;
        if self.notice.with_untracked(|it| it.as_ref().is_some_and(|it| now.saturating_sub(it.at) > WHILE_GOING)) {
            self.notice.set(None);
        }
    }

    /// Makes a change: on screen at once, then kept. The one way in which anything changes.
    pub fn commit(&self, change: Change) {
        if let Some(inverse) = self.make(&change) {
            let inside = self.inside();
            inside.undo.borrow_mut().push(inverse);
            inside.redo.borrow_mut().clear();
            inside.erased.set(false);
        }
    }

    /// Takes the last change back. Right after something was erased that is asked first: whoever means the erasing
    /// would lose something else.
    pub fn undo(&self) {
        self.once_recalled(|desk| desk.undo_now());
    }

    fn undo_now(self) {
        self.flush();
        let inside = self.inside();
        if inside.erased.take()
            && let Some(last) = inside.undo.borrow().last()
        {
            return self
                .offer(changes::erased_stays(&last.label), Some((Offer::Undo, self.changes_made.get_untracked())));
        }
        self.back_and_forth(changes::UNDID, Offer::Redo, |inside| (&inside.undo, &inside.redo));
    }

    /// Makes the change again that was taken back last.
    pub fn redo(&self) {
        self.flush();
        self.back_and_forth(changes::DID_AGAIN, Offer::Undo, |inside| (&inside.redo, &inside.undo));
    }

    fn back_and_forth(
        &self,
        word: &str,
        offer: Offer,
        stacks: impl Fn(&Inside) -> (&RefCell<Vec<Change>>, &RefCell<Vec<Change>>),
    ) {
        let inside = self.inside();
        let (from, to) = stacks(&inside);
        let Some(mut change) = from.borrow_mut().pop() else { return };
        let label = change.label.clone();
        change.label = format!("{word}{label}");
        self.offer(change.label.clone(), Some((offer, self.changes_made.get_untracked() + 1)));
        if let Some(mut inverse) = self.make(&change) {
            inverse.label = label;
            to.borrow_mut().push(inverse);
        }
        // What it takes away may have had the focus.
        shell::keep_focus();
    }

    /// Shows a change and sends it on its way; gives what takes it back.
    fn make(&self, change: &Change) -> Option<Change> {
        let inside = self.inside();
        if inside.pen.is_down() {
            return None;
        }
        let now = Moment::now().millis;
        let before = self.notebook.with_untracked(|notebook| {
            self.begin_day(notebook);
            let (mut before, mut seen) = (Vec::new(), BTreeSet::new());
            for op in &change.ops {
                if seen.insert(op.id()) {
                    let held = notebook.held(op.id()).filter(|held| matches!(held, Held::Entry(_)));
                    before.push((op.id(), held));
                }
            }
            before
        });
        let applied = self.change(
            |notebook| notebook.apply(change, &mut inside.clock.borrow_mut(), now),
            |applied| applied.iter().flat_map(|applied| applied.now.iter().map(Held::id)).collect(),
        )?;
        let applied = match applied {
            Ok(applied) => applied,
            Err(problem) => {
                self.say(words::problems::change(&problem), false);
                return None;
            }
        };
        self.changes_made.update(|made| *made += 1);
        let record = Record { at: now, label: change.label.clone(), now: applied.now, before };
        self.keep(record);
        Some(applied.inverse)
    }

    /// Sends a change on its way. From this moment on it counts as not saved.
    fn keep(self, record: Record) {
        let inside = self.inside();
        let record = Rc::new(record);
        inside.underway.set(inside.underway.get() + 1);
        inside.unsettled.borrow_mut().push(record.clone());
        if self.status.get_untracked() != Status::Trouble(Trouble::Outdated) {
            self.status.set(Status::Saving);
        }
        if is_large(&record) {
            return self.later(Chore::Keep(record));
        }
        spawn_local(async move {
            let kept = inside.keeper.keep(&record).await;
            self.was_kept(&record, &kept);
        });
    }

    /// What came of keeping a change.
    pub(super) fn was_kept(self, record: &Rc<Record>, kept: &Kept) {
        let inside = self.inside();
        self.take_in(kept.news.clone());
        inside.underway.set(inside.underway.get() - 1);
        inside.unsettled.borrow_mut().retain(|it| !Rc::ptr_eq(it, record));
        self.show(kept);
        if kept.lost.any() && !kept.newer() {
            self.found_empty(kept.lost);
        }
        if let Some(tabs) = &*inside.tabs.borrow() {
            tabs.tell(News::Written);
        }
        self.mark_begin();
        self.later(Chore::Follow);
    }

    /// Notes when something was written first, and asks the browser to keep it.
    fn mark_begin(&self) {
        if self.which() == Which::Mine && self.preferences.with_untracked(|it| it.begun_at.is_none()) {
            self.prefer(|it| it.begun_at = Some(Moment::now().millis));
            spawn_local(async {
                persistence::ask().await;
            });
        }
    }

    /// Changes what belongs to this device.
    pub fn prefer(&self, change: impl FnOnce(&mut Preferences)) {
        self.preferences.update(change);
        let namespace = self.namespace();
        self.preferences.with_untracked(|preferences| preferences.write(&namespace));
    }
}
