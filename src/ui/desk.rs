//! The desk: the open notebook and everything the screens share.
//!
//! A screen reads the notebook through signals and changes it through [`Desk::commit`], and in no
//! other way: on screen at once, then kept, and “Saved” when it is durable.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
    sync::Arc,
};

use leptos::{prelude::*, task::spawn_local};

use super::{
    platform::{self, Moment},
    reactive::Look,
    route::Route,
    words::{self, changes, dates::Calendar},
};
use crate::{
    domain::{Body, Change, Clock, Draft, Entry, EntryId, Id, Kind, Notebook, Op, PartId, TextProblem, entry::Held},
    storage::{
        Keeper, Preferences, Record, Which,
        indexed_db::IndexedDb,
        local::LocalShelf,
        namespace::Namespace,
        tabs::{News, Tabs},
    },
};

/// How things stand with what was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// All of it is durable.
    Saved,
    /// Some of it is on its way.
    Saving,
    /// Some of it lies in one place only, and why.
    Partly(&'static str),
    /// Some of it lies in memory only, and why.
    NotSaved(String),
}

/// A short message with at most one thing to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What happened.
    pub text: String,
    /// Whether “Undo” stands beside it.
    pub undo: bool,
}

type Keeping = Keeper<LocalShelf, IndexedDb>;

/// What the screens share. Copying it copies a handle.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The notebook as it stands on screen.
    pub notebook: RwSignal<Notebook>,
    /// How things stand with what was written.
    pub status: RwSignal<Status>,
    /// What was said last.
    pub notice: RwSignal<Option<Notice>>,
    /// The screen that is open.
    pub route: RwSignal<Route>,
    /// The id of the element to go to when the screen has opened.
    pub landing: RwSignal<Option<String>>,
    /// The moment, renewed every half minute.
    pub moment: RwSignal<Moment>,
    /// What belongs to this device.
    pub preferences: RwSignal<Preferences>,
    inside: StoredValue<Rc<Inside>, LocalStorage>,
}

struct Inside {
    which: Which,
    namespace: Namespace,
    keeper: Keeping,
    clock: RefCell<Clock>,
    week_start: chrono::Weekday,
    tabs: RefCell<Option<Tabs>>,
    undo: RefCell<Vec<Change>>,
    redo: RefCell<Vec<Change>>,
    /// Changes on their way to the journal.
    underway: Cell<usize>,
    /// What is written and not yet durable, for the moment when the page goes away.
    unsettled: RefCell<BTreeMap<EntryId, usize>>,
    /// Fields in which something is typed that is not yet a change.
    typing: RefCell<BTreeMap<u64, Rc<dyn Fn()>>>,
    next_field: Cell<u64>,
}

/// What the desk is made of.
pub struct Foundations {
    pub which: Which,
    pub namespace: Namespace,
    pub keeper: Keeping,
    pub clock: Clock,
    pub notebook: Notebook,
    pub undo: Vec<Change>,
    pub status: Status,
}

impl Desk {
    pub fn new(from: Foundations) -> Self {
        let preferences = Preferences::read(&from.namespace);
        let inside = Inside {
            which: from.which,
            namespace: from.namespace,
            keeper: from.keeper,
            clock: RefCell::new(from.clock),
            week_start: platform::week_start(),
            tabs: RefCell::default(),
            undo: RefCell::new(from.undo),
            redo: RefCell::default(),
            underway: Cell::new(0),
            unsettled: RefCell::default(),
            typing: RefCell::default(),
            next_field: Cell::new(0),
        };
        let desk = Self {
            notebook: RwSignal::new(from.notebook),
            status: RwSignal::new(from.status),
            notice: RwSignal::new(None),
            route: RwSignal::new(Route::Today),
            landing: RwSignal::new(None),
            moment: RwSignal::new(Moment::now()),
            preferences: RwSignal::new(preferences),
            inside: StoredValue::new_local(Rc::new(inside)),
        };
        let tabs = Tabs::listen(&desk.inside().namespace, move |news| match news {
            News::Written => spawn_local(desk.hear()),
            News::Erased => desk.reload(),
        });
        *desk.inside().tabs.borrow_mut() = tabs;
        desk
    }

    /// The desk of the screen that asks.
    #[allow(clippy::expect_used, reason = "the app provides it before any screen exists")]
    pub fn get() -> Self {
        use_context().expect("the app provides the desk")
    }

    fn inside(&self) -> Rc<Inside> {
        self.inside.get_value()
    }

    /// Which notebook is open.
    pub fn which(&self) -> Which {
        self.inside().which
    }

    /// Where the open notebook lies.
    pub fn namespace(&self) -> Namespace {
        self.inside().namespace.clone()
    }

    // --- Reading -----------------------------------------------------------------------------

    /// An entry, told anew only when it is another one: the rest of the notebook may change freely.
    fn entry(&self, id: EntryId) -> Memo<Option<Arc<Entry>>> {
        let notebook = self.notebook;
        Memo::new_with_compare(
            move |_| notebook.with(|notebook| notebook.entry(id).cloned()),
            |before, now| match (before, now) {
                (Some(Some(before)), Some(Some(now))) => !Arc::ptr_eq(before, now),
                (Some(None), Some(None)) => false,
                _ => true,
            },
        )
    }

    /// Whether an entry is there.
    pub fn exists(&self, id: EntryId) -> Look<bool> {
        let entry = self.entry(id);
        Look::new(move || entry.with(Option::is_some))
    }

    /// Whether an entry is there and private (R6).
    pub fn is_private(&self, id: EntryId) -> Look<bool> {
        let entry = self.entry(id);
        Look::new(move || entry.with(|entry| entry.as_ref().is_some_and(|entry| entry.draft.private)))
    }

    /// Something computed from the notebook, told anew only when it is different.
    pub fn view<T: PartialEq + Send + Sync + 'static>(
        &self,
        look: impl Fn(&Notebook) -> T + Send + Sync + 'static,
    ) -> Look<T> {
        let notebook = self.notebook;
        Look::new(move || notebook.with(|notebook| look(notebook)))
    }

    /// One piece of an entry's body, told anew only when it is different.
    pub fn field<K: Kind, T: PartialEq + Default + Send + Sync + 'static>(
        &self,
        id: Id<K>,
        look: impl Fn(&K) -> T + Send + Sync + 'static,
    ) -> Look<T> {
        let entry = self.entry(id.entry());
        Look::new(move || {
            entry.with(|entry| entry.as_ref().and_then(|entry| entry.body().map(&look)).unwrap_or_default())
        })
    }

    /// Today.
    pub fn today(&self) -> Day {
        self.moment.with(|moment| moment.today)
    }

    /// Today and the first day of the week, for words about days.
    pub fn calendar(&self) -> Calendar {
        Calendar { today: self.today(), week_start: self.inside().week_start }
    }

    /// The first day of the week here.
    pub fn week_start(&self) -> chrono::Weekday {
        self.inside().week_start
    }

    // --- Changing ----------------------------------------------------------------------------

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
        let Some(entry) = self.notebook.with_untracked(|notebook| notebook.entry(id.entry()).cloned()) else {
            return;
        };
        let Some(mut body) = entry.body::<K>().cloned() else { return };
        change(&mut body);
        self.put_body(&entry, label, body.into());
    }

    /// The part of [`Desk::edit`] that is the same for every kind, compiled once.
    fn put_body(&self, entry: &Entry, label: String, body: Body) {
        let draft = Draft { body, ..entry.draft.clone() };
        if draft != entry.draft {
            self.commit(Change::put(label, draft));
        }
    }

    /// Marks an entry as private, or no longer.
    pub fn set_private(&self, id: EntryId, title: &str, private: bool) {
        let Some(entry) = self.notebook.with_untracked(|notebook| notebook.entry(id).cloned()) else {
            return;
        };
        let draft = Draft { private, ..entry.draft.clone() };
        self.commit(Change::put(changes::made_private(title, private), draft));
    }

    /// Removes an entry and what belongs to it, with “Undo” beside the news of it.
    pub fn remove(&self, id: EntryId, title: &str) {
        let ops = self.notebook.with_untracked(|notebook| notebook.removal(id));
        let with_it = ops.iter().filter(|op| matches!(op, Op::Remove(_))).count() - 1;
        let label = changes::removed(id.kind(), title, with_it);
        self.notice.set(Some(Notice { text: label.clone(), undo: true }));
        self.commit(Change { label, ops });
    }

    /// Says something, with “Undo” beside it or not.
    pub fn say(&self, text: impl Into<String>, undo: bool) {
        self.notice.set(Some(Notice { text: text.into(), undo }));
    }

    /// Makes a change: on screen at once, then kept. The one way in which anything changes.
    pub fn commit(&self, change: Change) {
        if let Some(inverse) = self.make(&change) {
            let inside = self.inside();
            inside.undo.borrow_mut().push(inverse);
            inside.redo.borrow_mut().clear();
        }
    }

    /// Takes the last change back.
    pub fn undo(&self) {
        self.flush();
        self.back_and_forth(changes::UNDID, |inside| (&inside.undo, &inside.redo));
    }

    /// Makes the change again that was taken back last.
    pub fn redo(&self) {
        self.flush();
        self.back_and_forth(changes::DID_AGAIN, |inside| (&inside.redo, &inside.undo));
    }

    fn back_and_forth(&self, word: &str, stacks: impl Fn(&Inside) -> (&RefCell<Vec<Change>>, &RefCell<Vec<Change>>)) {
        let inside = self.inside();
        let (from, to) = stacks(&inside);
        let Some(mut change) = from.borrow_mut().pop() else { return };
        let label = change.label.clone();
        change.label = format!("{word}{label}");
        self.say(change.label.clone(), false);
        if let Some(mut inverse) = self.make(&change) {
            inverse.label = label;
            to.borrow_mut().push(inverse);
        }
    }

    /// Shows a change and sends it on its way; gives what takes it back.
    fn make(&self, change: &Change) -> Option<Change> {
        let inside = self.inside();
        let now = Moment::now().millis;
        let before = self.notebook.with_untracked(|notebook| {
            let mut before: Vec<(EntryId, Option<Held>)> = Vec::new();
            for op in &change.ops {
                if !before.iter().any(|(id, _)| *id == op.id()) {
                    let held = notebook.held(op.id()).filter(|held| matches!(held, Held::Entry(_)));
                    before.push((op.id(), held));
                }
            }
            before
        });
        let applied =
            self.notebook.try_update(|notebook| notebook.apply(change, &mut inside.clock.borrow_mut(), now))?;
        let applied = match applied {
            Ok(applied) => applied,
            Err(problem) => {
                self.say(words::problems::change(&problem), false);
                return None;
            }
        };
        let record = Record { at: now, label: change.label.clone(), now: applied.now, before };
        spawn_local(self.keep(record));
        Some(applied.inverse)
    }

    async fn keep(self, record: Record) {
        let inside = self.inside();
        let ids: Vec<EntryId> = record.now.iter().map(Held::id).collect();
        inside.underway.set(inside.underway.get() + 1);
        for id in &ids {
            *inside.unsettled.borrow_mut().entry(*id).or_default() += 1;
        }
        self.status.set(Status::Saving);
        let kept = inside.keeper.keep(&record).await;
        self.take_in(kept.news.clone());
        inside.underway.set(inside.underway.get() - 1);
        for id in ids {
            let mut unsettled = inside.unsettled.borrow_mut();
            if let Some(count) = unsettled.get_mut(&id) {
                *count -= 1;
                if *count == 0 {
                    unsettled.remove(&id);
                }
            }
        }
        let status = words::problems::status(&kept);
        if status != Status::Saved || inside.underway.get() == 0 {
            self.status.set(status);
        }
        if let Some(tabs) = &*inside.tabs.borrow() {
            tabs.tell(News::Written);
        }
        self.mark_begin();
    }

    /// Notes when something was written first, and asks the browser to keep it.
    fn mark_begin(&self) {
        if self.which() == Which::Mine && self.preferences.with_untracked(|it| it.begun_at.is_none()) {
            self.prefer(|it| it.begun_at = Some(Moment::now().millis));
            spawn_local(async {
                super::persistence::ask().await;
            });
        }
    }

    /// Changes what belongs to this device.
    pub fn prefer(&self, change: impl FnOnce(&mut Preferences)) {
        self.preferences.update(change);
        let namespace = self.namespace();
        self.preferences.with_untracked(|preferences| preferences.write(&namespace));
    }

    // --- Other tabs, and the end of this one ---------------------------------------------------

    async fn hear(self) {
        if let Ok(news) = self.inside().keeper.news().await {
            self.take_in(news);
        }
    }

    /// Shows what was merged or written elsewhere. What this tab wrote meanwhile stays: it is merged.
    fn take_in(&self, news: Vec<Held>) {
        let inside = self.inside();
        let fresh: Vec<Held> = self.notebook.with_untracked(|notebook| {
            let merged = news.into_iter().filter_map(|theirs| match notebook.held(theirs.id()) {
                Some(mine) if mine == theirs => None,
                Some(mine) => Some(crate::exchange::merge::merge(&mine, &theirs)).filter(|it| *it != mine),
                None => Some(theirs),
            });
            merged.collect()
        });
        if fresh.is_empty() {
            return;
        }
        for held in &fresh {
            let mut clock = inside.clock.borrow_mut();
            held.seen().stamps().for_each(|stamp| clock.observe(stamp));
        }
        self.notebook.update(|notebook| fresh.into_iter().for_each(|held| notebook.hold(held)));
    }

    /// Registers a field in which something may be typed; `flush` makes a change of it.
    pub fn typing(&self, flush: Rc<dyn Fn()>) -> u64 {
        let inside = self.inside();
        let number = inside.next_field.get();
        inside.next_field.set(number + 1);
        inside.typing.borrow_mut().insert(number, flush);
        number
    }

    /// Takes a field off again.
    pub fn typed(&self, number: u64) {
        self.inside().typing.borrow_mut().remove(&number);
    }

    /// Makes changes of everything that is being typed.
    pub fn flush(&self) {
        let fields: Vec<_> = self.inside().typing.borrow().values().cloned().collect();
        for flush in fields {
            flush();
        }
    }

    /// The page may be gone the next moment: what is not durable yet goes to local storage at once.
    pub fn going_away(&self) {
        self.flush();
        let inside = self.inside();
        let unsettled: Vec<EntryId> = inside.unsettled.borrow().keys().copied().collect();
        let now = self
            .notebook
            .with_untracked(|notebook| unsettled.into_iter().filter_map(|id| notebook.held(id)).collect::<Vec<_>>());
        if !now.is_empty() {
            inside.keeper.keep_at_once(&now);
        }
    }

    /// Returns when nothing is on its way any more.
    pub async fn settled(self) {
        self.flush();
        while self.inside().underway.get() > 0 {
            gloo_timers::future::TimeoutFuture::new(10).await;
        }
    }

    /// The keeper, for the screens that show where things lie.
    pub fn with_keeper<T>(&self, look: impl FnOnce(&Keeping) -> T) -> T {
        look(&self.inside().keeper)
    }

    /// The last changes as the journal has them, newest first: when, and what.
    pub async fn history(self) -> Vec<(u64, String)> {
        let history = self.inside().keeper.history(200).await.unwrap_or_default();
        history.into_iter().rev().map(|it| (it.at, it.inverse.label)).collect()
    }

    /// Erases the open notebook, here and in every other tab.
    pub async fn erase(self) -> Result<(), String> {
        self.settled().await;
        let inside = self.inside();
        inside.keeper.erase().await?;
        if let Some(tabs) = &*inside.tabs.borrow() {
            tabs.tell(News::Erased);
        }
        Ok(())
    }

    /// Loads the page anew.
    pub fn reload(&self) {
        if let Some(window) = web_sys::window() {
            let _ = window.location().reload();
        }
    }

    // --- Going somewhere -----------------------------------------------------------------------

    /// Goes to a screen.
    pub fn go(&self, route: &Route) {
        if let Some(window) = web_sys::window() {
            let _ = window.location().set_hash(&route.address());
        }
    }

    /// Goes to a screen and there to an element.
    pub fn go_to(&self, route: &Route, element: String) {
        self.landing.set(Some(element));
        if self.route.with_untracked(|now| now == route) {
            super::shell::land(*self);
        } else {
            self.go(route);
        }
    }
}

/// Says what a text field may say about a text it cannot take.
pub type Taken = Result<(), TextProblem>;

use crate::domain::Day;
