//! Parts that screens share.
//!
//! - [`field`]: text that is changed where it stands, saved as it is typed;
//! - [`choice`], [`date`], [`tick`], [`pick`]: one of a few, a day, yes or no, some of many;
//! - [`adder`]: the shortest form that makes something exist;
//! - [`block`]: a section, an empty place, a page's head;
//! - [`parts_list`]: buttons that move and remove;
//! - [`entry_menu`]: what can be done with any entry: private, remove;
//! - [`icon`]: the one set of drawings;
//! - [`dialog`]: what floats above the page.

pub mod adder;
pub mod block;
pub mod choice;
pub mod date;
pub mod dialog;
pub mod entry_menu;
pub mod field;
pub mod icon;
pub mod parts_list;
pub mod pick;
pub mod tick;

pub use adder::Adder;
pub use block::{Bar, Empty, PageHead, Section};
pub use choice::{Choice, Select};
pub use date::{DateField, Days};
pub use entry_menu::EntryMenu;
pub use field::{Field, NumberField, TimeField};
pub use icon::{Glyph, Icon};
pub use parts_list::MoveButtons;
pub use pick::PickGoals;
pub use tick::Tick;

use std::sync::atomic::{AtomicUsize, Ordering};

/// An id for an element that no other element has.
pub fn unique(what: &str) -> String {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    format!("{what}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}
