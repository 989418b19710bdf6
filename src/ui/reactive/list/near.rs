//! Plain rows that somebody comes near, by scrolling, searching or the Tab key: they become whole.

use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};

use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use wasm_bindgen::JsCast;

use super::{List, TURN, row::Item};
use crate::storage::turns::Turn;

/// How many rows above and below the one in which somebody is are whole.
const BESIDE: usize = 3;

thread_local! {
    /// The lists with plain rows, told when somebody scrolls; none as long as nobody listens.
    static LISTS: RefCell<Option<Vec<Weak<List>>>> = const { RefCell::new(None) };
}

impl List {
    /// Makes those whole that are near the window. Gives whether there is nothing more to look for.
    pub(super) fn look(self: &Rc<Self>) -> bool {
        let mut items = self.items.borrow_mut();
        if !items.iter().any(|item| item.shown.is_plain()) {
            return !self.grows.get();
        }
        listen(self);
        // As much above and below as the window is high.
        let height = document().document_element().map_or(0, |page| page.client_height());
        let (above, below) = (-height, 2 * height);
        let ends = |item: &Item| {
            item.shown.element().map(|it| it.get_bounding_client_rect()).map(|it| (whole(it.top()), whole(it.bottom())))
        };
        // All that is there is in order; what has no place is passed over.
        let first = items.partition_point(|item| ends(item).is_some_and(|(_, bottom)| bottom < above));
        let near =
            items.iter().enumerate().skip(first).take_while(|(_, item)| ends(item).is_none_or(|(top, _)| top <= below));
        let near: Vec<usize> = near.filter(|(_, item)| item.shown.is_plain()).map(|(at, _)| at).collect();
        let (mut made, turn) = (0, Turn::of(TURN));
        for at in &near {
            if made > 0 && turn.is_over() {
                break;
            }
            self.make_whole(&mut items, *at);
            made += 1;
        }
        // What is still on its way may come to stand here.
        made == near.len() && !self.grows.get()
    }

    /// Makes those whole that stand beside the one in which somebody is: the Tab key may be faster than the next frame.
    fn surround(&self, target: &web_sys::Node) {
        let parent = self.parent.borrow().clone();
        if !parent.is_some_and(|parent| parent.contains(Some(target))) {
            return;
        }
        // While a row is drawn, what takes the focus is drawn by this list.
        let Ok(mut items) = self.items.try_borrow_mut() else { return };
        let is_before_or_in = |item: &Item| {
            item.shown.element().is_some_and(|it| {
                let position = it.compare_document_position(target);
                position == 0 || position & web_sys::Node::DOCUMENT_POSITION_FOLLOWING > 0
            })
        };
        let behind = items.partition_point(is_before_or_in);
        for at in behind.saturating_sub(1 + BESIDE)..(behind + BESIDE).min(items.len()) {
            // Its own becomes whole with what is near the window: now, the focus would move while it moves.
            if at + 1 != behind && items.get(at).is_some_and(|item| item.shown.is_plain()) {
                self.make_whole(&mut items, at);
            }
        }
    }

    /// Draws a row whole in the place of the plain one.
    fn make_whole(&self, items: &mut [Item], at: usize) {
        let Some(item) = items.get_mut(at) else { return };
        let Some(plain) = item.shown.element() else { return };
        let had_focus = document().active_element().as_ref() == Some(&plain);
        item.shown.draw_whole(&self.owner);
        if let Some(parent) = plain.parent_element() {
            item.shown.mount(&parent, Some(&plain));
        }
        plain.remove();
        if had_focus && let Some(Ok(element)) = item.shown.element().map(JsCast::dyn_into::<web_sys::HtmlElement>) {
            if !element.has_attribute("tabindex") {
                let _ = element.set_attribute("tabindex", "-1");
            }
            let _ = element.focus();
        }
    }
}

#[allow(clippy::cast_possible_truncation, reason = "pixels of a page")]
fn whole(pixels: f64) -> i32 {
    pixels as i32
}

/// Has a list told when somebody scrolls, or moves on with the Tab key.
fn listen(list: &Rc<List>) {
    LISTS.with_borrow_mut(|lists| {
        if lists.is_none() {
            for event in ["scroll", "resize"] {
                window_event_listener_untyped(event, |_| all_lists().iter().for_each(List::may_have_moved));
            }
            window_event_listener_untyped("focusin", |event| {
                if let Some(target) = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok()) {
                    all_lists().iter().for_each(|list| list.surround(&target));
                }
            });
        }
        let lists = lists.get_or_insert_default();
        if !lists.iter().any(|it| std::ptr::eq(it.as_ptr(), Rc::as_ptr(list))) {
            lists.push(Rc::downgrade(list));
        }
    });
}

/// The lists that listen and are still on the page.
fn all_lists() -> Vec<Rc<List>> {
    LISTS.with_borrow_mut(|lists| {
        let lists = lists.get_or_insert_default();
        lists.retain(|list| list.strong_count() > 0);
        lists.iter().filter_map(Weak::upgrade).collect()
    })
}
