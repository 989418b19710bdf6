//! The desk: the open notebook and everything the screens share.
//!
//! A screen reads the notebook through signals and changes it through [`Desk::commit`], and in no
//! other way: on screen at once, then kept, and “Saved” when it is durable.
//!
//! - this file: what the desk is, going somewhere;
//! - `reading`: looking at the notebook, told when it changes;
//! - `changing`: the way of a change, undo and redo;
//! - `other_tabs`: what is written elsewhere, what is being typed, the end of the page;
//! - `recalling`: what the journal remembers;
//! - `keeping`: what the browser took away, earlier days, erasing;
//! - `kept_file`: a chosen file that follows the notebook.

pub mod backup;
mod changing;
pub mod keeping;
pub mod kept_file;
mod other_tabs;
mod reading;
mod recalling;

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
};

use gloo_timers::callback::Timeout;
use kept_file::Following;
use leptos::{prelude::*, task::spawn_local};

use super::{
    chores::Chore,
    platform::{self, Moment},
    route::Route,
};
use crate::{
    domain::{Change, Clock, Day, EntryId, Notebook, TextProblem},
    storage::{
        Keeper, Preferences, Record, Room, Which,
        indexed_db::IndexedDb,
        journal::Seq,
        kept_file::KeptFile,
        local::LocalShelf,
        namespace::Namespace,
        pens::Pen,
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
    /// It is not kept as it should be.
    Trouble(Trouble),
}

/// Why something is not kept as it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// It lies in local storage only: the journal cannot be reached.
    NotDurable,
    /// The same: there is no room for the journal.
    JournalFull,
    /// It lies in the journal only: local storage refuses.
    NotOnShelf,
    /// The same: local storage is full.
    ShelfFull,
    /// It lies in memory only.
    InMemory,
    /// What lay in both was cleared while the page was open: it lies in memory only.
    Cleared,
    /// A newer app has the notebook now, and this page must not write over it.
    Outdated,
}

impl Trouble {
    /// Whether what was written is at least in one place that outlives the page.
    pub fn is_kept(self) -> bool {
        !matches!(self, Self::InMemory | Self::Cleared | Self::Outdated)
    }
}

/// A short message with at most one thing to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What happened.
    pub text: String,
    /// What can be done about it, until another change was made: see [`Desk::changes_made`].
    pub offers: Option<(Offer, u64)>,
    /// When it was said, in milliseconds since 1970.
    pub at: u64,
}

/// The one thing to do about what was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offer {
    /// Take it back.
    Undo,
    /// Do again what was taken back.
    Redo,
}

type Keeping = Keeper<LocalShelf, IndexedDb>;

/// Makes a change of what is being typed into a field.
type Flush = Rc<dyn Fn()>;

/// What the screens share. Copying it copies a handle.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The notebook as it stands on screen.
    pub notebook: RwSignal<Notebook>,
    /// How things stand with what was written.
    pub status: RwSignal<Status>,
    /// How many fields hold a text that was not taken.
    pub refused: RwSignal<usize>,
    /// What was said last.
    pub notice: RwSignal<Option<Notice>>,
    /// How many changes were made on this page, taking back included.
    pub changes_made: RwSignal<u64>,
    /// The screen that is open.
    pub route: RwSignal<Route>,
    /// The id of the element to go to when the screen has opened.
    pub landing: RwSignal<Option<String>>,
    /// The moment, renewed every half minute.
    pub moment: RwSignal<Moment>,
    /// What belongs to this device.
    pub preferences: RwSignal<Preferences>,
    /// How full local storage is.
    pub room: RwSignal<Room>,
    /// How things stand with the file that follows the notebook.
    pub following: RwSignal<Following>,
    inside: StoredValue<Rc<Inside>, LocalStorage>,
}

/// What does chores.
pub type Runner = Rc<dyn Fn(Chore)>;

struct Inside {
    which: Which,
    namespace: Namespace,
    keeper: Keeping,
    pen: Pen,
    clock: RefCell<Clock>,
    week_start: chrono::Weekday,
    tabs: RefCell<Option<Tabs>>,
    /// Who is told when one entry changes.
    lookers: RefCell<BTreeMap<EntryId, ArcTrigger>>,
    /// How often other tabs told that they wrote, since the journal was not being read for it.
    told: Cell<usize>,
    undo: RefCell<Vec<Change>>,
    redo: RefCell<Vec<Change>>,
    /// Whether the last thing that was done was to erase something, which nothing takes back.
    erased: Cell<bool>,
    /// Changes on their way.
    underway: Cell<usize>,
    /// Those of them that are durable: large ones, whose entries are on their way to where they belong.
    durable: Cell<usize>,
    /// What is written and not yet durable, for the moment when the page goes away: of each change on its way.
    unsettled: RefCell<Vec<Rc<Record>>>,
    /// Fields in which something is typed that is not yet a change.
    typing: RefCell<Vec<(u64, Flush)>>,
    next_field: Cell<u64>,
    /// Whether single keys do nothing for now: the page was loaded anew under somebody's fingers.
    keys_rest: Cell<bool>,
    /// The day on which the last snapshot was made.
    snapshot_of: Cell<Option<Day>>,
    /// The newest change when it was opened.
    opened_at: Seq,
    /// What waits until it is known what the journal remembers; none once it is.
    recalled: RefCell<Option<Vec<recalling::Then>>>,
    /// The file that follows the notebook.
    file: RefCell<Option<KeptFile>>,
    file_due: RefCell<Option<Timeout>>,
    /// What is done when nobody waits, or what there is to do until its code is here.
    chores: RefCell<Result<Runner, Vec<Chore>>>,
}

/// What the desk is made of.
pub struct Foundations {
    pub which: Which,
    pub namespace: Namespace,
    pub keeper: Keeping,
    pub pen: Pen,
    pub clock: Clock,
    pub notebook: Notebook,
    pub status: Status,
}

impl Inside {
    /// Whether nothing is on its way that is not durable.
    fn all_durable(&self) -> bool {
        self.underway == self.durable
    }
}

impl Desk {
    pub fn new(from: Foundations) -> Self {
        let preferences = Preferences::read(&from.namespace);
        let inside = Inside {
            opened_at: from.keeper.last(),
            which: from.which,
            namespace: from.namespace,
            keeper: from.keeper,
            pen: from.pen,
            clock: RefCell::new(from.clock),
            week_start: platform::week_start(),
            tabs: RefCell::default(),
            lookers: RefCell::default(),
            told: Cell::new(0),
            undo: RefCell::default(),
            redo: RefCell::default(),
            erased: Cell::new(false),
            underway: Cell::new(0),
            durable: Cell::new(0),
            unsettled: RefCell::default(),
            typing: RefCell::default(),
            next_field: Cell::new(0),
            keys_rest: Cell::new(false),
            snapshot_of: Cell::new(None),
            recalled: RefCell::new(Some(Vec::new())),
            file: RefCell::default(),
            file_due: RefCell::default(),
            chores: RefCell::new(Err(Vec::new())),
        };
        let room = inside.keeper.room();
        let desk = Self {
            notebook: RwSignal::new(from.notebook),
            status: RwSignal::new(from.status),
            refused: RwSignal::new(0),
            notice: RwSignal::new(None),
            changes_made: RwSignal::new(0),
            route: RwSignal::new(Route::Today),
            landing: RwSignal::new(None),
            moment: RwSignal::new(Moment::now()),
            preferences: RwSignal::new(preferences),
            room: RwSignal::new(room),
            following: RwSignal::new(Following::None),
            inside: StoredValue::new_local(Rc::new(inside)),
        };
        let tabs = Tabs::listen(&desk.inside().namespace, move |news| match news {
            News::Written => desk.told_by_tab(),
            News::Erasing => spawn_local(desk.put_pen_down()),
        });
        *desk.inside().tabs.borrow_mut() = tabs;
        desk
    }

    /// The desk of the screen that asks; the app provides it before any screen exists.
    pub fn get() -> Self {
        expect_context()
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

    // --- What nobody waits for -------------------------------------------------------------------

    /// Has something done when nobody waits for it.
    fn later(&self, chore: Chore) {
        let inside = self.inside();
        let mut chores = inside.chores.borrow_mut();
        match &mut *chores {
            Ok(run) => {
                let run = run.clone();
                drop(chores);
                run(chore);
            }
            Err(waiting) => waiting.push(chore),
        }
    }

    /// Does from now on what nobody waits for, and what has waited so far.
    pub fn take_chores(&self, run: Runner) {
        if let Err(waiting) = self.inside().chores.replace(Ok(run.clone())) {
            waiting.into_iter().for_each(|chore| run(chore));
        }
    }

    /// How many days ago the last backup was saved; negative if the clock was set back since.
    pub fn backup_days(&self) -> Option<i64> {
        let at = self.preferences.with(|it| it.backed_up_at)?;
        Some((self.today() - Moment::local_of(at).0).num_days())
    }

    /// How many entries were changed since the last backup was saved; all of them if none was.
    pub fn not_backed_up(&self) -> usize {
        let at = self.preferences.with(|it| it.backed_up_at).unwrap_or(0);
        self.notebook.with(|notebook| notebook.entries().filter(|entry| entry.trace.newest().millis() > at).count())
    }

    /// Whether single keys do nothing for now.
    pub fn keys_rest(&self) -> bool {
        self.inside().keys_rest.get()
    }

    /// Lets single keys do nothing until somebody shows that they look at the page.
    pub fn rest_keys(&self, rest: bool) {
        self.inside().keys_rest.set(rest);
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
