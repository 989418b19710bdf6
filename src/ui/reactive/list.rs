//! Lists of any length.
//!
//! A row is whole, plain, or on its way. The first rows of a list are drawn whole at once. Of a long one the others are
//! drawn plainly in the frames after: each is one element with what the row is called, so that ten thousand of them are
//! on the page within a second, are counted by a screen reader, and are found by the browser's own search. A plain row
//! becomes whole when it comes near the window, by scrolling, searching or the Tab key; the last one is whole from the
//! beginning, for whoever comes from below. Where a list has no word for plain rows, all are drawn whole, some in each
//! frame.
//!
//! - this file: the list, and what it draws in which frame;
//! - `near`: who is near the window, or beside where somebody is;
//! - `row`: a row on its way, plain or whole;
//! - `moves`: what moves when the order becomes another one;
//! - `view`: the list as Leptos has its views.

mod moves;
mod near;
mod row;
mod view;

pub use row::Plain;
pub(super) use row::{Draw, Row};
pub(super) use view::Rows;

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::{
    prelude::*,
    tachys::{renderer::types, view::Mountable},
};

use moves::moved;
use row::{Item, Shown};

use crate::{domain::order, storage::turns::Turn};

/// A list of so many rows is drawn whole at once.
const SHORT: usize = 50;
/// How many rows of a longer one are drawn whole at first: as many as a window shows. A row costs up to half a
/// millisecond, and on a slow phone two.
const WHOLE_AT_ONCE: usize = 16;
/// From how many rows on that go at once a list is taken off the page meanwhile.
const MANY: usize = 200;
/// How long whole rows are drawn in one frame, in milliseconds: on a slow device, those that would come later are drawn
/// plainly first.
const TURN: f64 = 8.0;
/// How many are drawn plainly in one frame: a browser takes longer for each, the more of its neighbours are new.
const PLAIN_AT_ONCE: usize = 300;

thread_local! {
    /// How many lists on the page have rows on their way.
    static GROWING: Cell<usize> = const { Cell::new(0) };
}

/// Whether a list on the page has rows to come in the next frames, so that what is not there yet may be in them.
pub fn is_growing() -> bool {
    GROWING.get() > 0
}

/// A list on the page.
struct List {
    /// What holds what the rows hold.
    owner: Owner,
    items: RefCell<Vec<Item>>,
    /// Stands behind the last row.
    end: types::Placeholder,
    parent: RefCell<Option<types::Element>>,
    grows: Cell<bool>,
    /// Whether the next frame is asked for.
    due: Cell<bool>,
    /// Whether nothing was drawn in a frame since it was told what to show.
    fresh: Cell<bool>,
    /// Whether rows may have come near the window.
    moved: Cell<bool>,
}

impl Drop for List {
    fn drop(&mut self) {
        self.set_growing(false);
    }
}

impl List {
    fn set_growing(&self, grows: bool) {
        let lists = GROWING.get() - usize::from(self.grows.replace(grows));
        GROWING.set(lists + usize::from(grows));
    }

    /// Shows these rows from now on. What was there stays as it is, and moves only if it must.
    fn show(self: &Rc<Self>, rows: Vec<Row>) {
        let mut old = self.items.take();
        let places = order::sorted(old.iter().enumerate().map(|(at, item)| (item.key, at)).collect());
        let place = |key: u64| {
            let found = places.binary_search_by_key(&key, |(key, _)| *key).ok()?;
            places.get(found).map(|(_, at)| *at)
        };
        // Of a list that loses many, what nobody looks at is drawn anew in the frames after: to put all of it on the page
        // again would take as long as what goes.
        let there = old.iter().filter(|item| item.shown.is_there()).count();
        let stay = rows.iter().filter(|row| place(row.key).is_some()).count();
        let anew = there.saturating_sub(stay) > MANY && !self.has_focus();
        let mut kept = Vec::new();
        let mut new = Vec::new();
        let mut items: Vec<Item> = Vec::with_capacity(rows.len());
        for row in rows {
            let before = place(row.key).and_then(|at| Some((at, old.get_mut(at)?)));
            let shown = match before {
                Some((at, item)) if !item.shown.is_nothing() && (!anew || !item.shown.is_plain()) => {
                    kept.push((at, items.len()));
                    std::mem::replace(&mut item.shown, Shown::Nothing)
                }
                _ => {
                    new.push(items.len());
                    Shown::Waiting(row.draw)
                }
            };
            items.push(Item { key: row.key, shown });
        }
        self.take_away(old, anew);
        let many = new.len() > SHORT;
        if many {
            new.truncate(WHOLE_AT_ONCE);
        }
        if many && items.last().is_some_and(|item| item.shown.plainly().is_some()) {
            new.push(items.len() - 1);
        }
        let turn = Turn::of(TURN);
        let last = items.len().saturating_sub(1);
        for at in &new {
            let Some(item) = items.get_mut(*at) else { continue };
            match item.shown.plainly().filter(|_| many && *at != last && turn.is_over()) {
                Some(plain) => item.shown.draw_plainly(&plain),
                None => item.shown.draw_whole(&self.owner),
            }
        }
        let mut to_mount = new;
        to_mount.extend(moved(&kept));
        self.mount(&mut items, to_mount);
        self.set_growing(items.iter().any(|item| matches!(item.shown, Shown::Waiting(_))));
        self.items.replace(items);
        self.fresh.set(true);
        self.may_have_moved();
    }

    /// Whether somebody is in it.
    fn has_focus(&self) -> bool {
        let active = document().active_element();
        self.parent.borrow().as_ref().is_none_or(|parent| parent.contains(active.as_deref()))
    }

    /// Takes these off the page. Of many, while the list is off it: a page that watches each of them go takes long. Plain
    /// ones that stand side by side go together.
    fn take_away(&self, mut gone: Vec<Item>, many: bool) {
        let list = self.parent.borrow().clone().filter(|_| many);
        let place = list.and_then(|list| Some((list.parent_node()?, list.next_sibling(), list)));
        if let Some((_, _, list)) = &place {
            list.remove();
        }
        for run in gone.chunk_by_mut(|one, next| one.shown.is_plain() && next.shown.is_plain()) {
            match run {
                [first, .., last] if remove_all(first, last).is_some() => {}
                run => run.iter_mut().for_each(|item| item.shown.unmount()),
            }
        }
        if let Some((around, next, list)) = place {
            let _ = around.insert_before(&list, next.as_ref());
        }
    }

    /// Puts these where they belong. Those behind them are put there first, so that each finds its neighbour.
    fn mount(&self, items: &mut [Item], which: Vec<usize>) {
        let parent = self.parent.borrow();
        let Some(parent) = parent.as_ref() else { return };
        for at in order::sorted(which).into_iter().rev() {
            let (before, behind) = items.split_at_mut(at + 1);
            let Some(item) = before.last_mut() else { continue };
            match behind.iter().find(|item| item.shown.is_there()) {
                Some(next) if next.shown.insert_before_this(&mut item.shown) => {}
                _ => item.shown.mount(parent, Some(&self.end)),
            }
        }
    }

    fn may_have_moved(self: &Rc<Self>) {
        self.moved.set(true);
        self.ask_for_frame();
    }

    fn ask_for_frame(self: &Rc<Self>) {
        if self.parent.borrow().is_none() || self.due.replace(true) {
            return;
        }
        let list = Rc::downgrade(self);
        request_animation_frame(move || {
            if let Some(list) = list.upgrade() {
                list.due.set(false);
                // First it becomes as long as it was: to look at places lays the page out, and a short one scrolls up.
                // After that what was drawn before has its place; behind what comes next, it would be laid out twice.
                if !list.fresh.get() && list.moved.get() && list.look() {
                    list.moved.set(false);
                }
                list.grow();
                list.fresh.set(false);
                if list.moved.get() {
                    list.ask_for_frame();
                }
            }
        });
    }

    /// Draws the next of those that are on their way.
    fn grow(self: &Rc<Self>) {
        if !self.grows.get() {
            return;
        }
        let mut items = self.items.borrow_mut();
        let (mut drawn, mut wholes) = (Vec::new(), 0);
        let mut waits = false;
        self.owner.with(|| {
            for (at, item) in items.iter_mut().enumerate() {
                let Shown::Waiting(row) = &item.shown else { continue };
                if drawn.len() == PLAIN_AT_ONCE || wholes == WHOLE_AT_ONCE {
                    waits = true;
                    break;
                }
                if let Some(plain) = row.plainly() {
                    item.shown.draw_plainly(&plain);
                } else {
                    item.shown.draw_whole(&self.owner);
                    wholes += 1;
                }
                drawn.push(at);
            }
        });
        self.mount(&mut items, drawn);
        drop(items);
        self.set_growing(waits);
        if waits {
            self.ask_for_frame();
        }
    }
}

/// Removes two rows and everything between them; none if the browser does not.
fn remove_all(first: &Item, last: &Item) -> Option<()> {
    let range = document().create_range().ok()?;
    range.set_start_before(&first.shown.element()?.into()).ok()?;
    range.set_end_after(&last.shown.element()?.into()).ok()?;
    range.delete_contents().ok()
}
