//! Parts that screens share.
//!
//! - [`field`]: text that is changed where it stands, saved as it is typed ([`typing`]);
//! - [`file`]: files that somebody chooses;
//! - [`form`]: fields of an entry that are described as data;
//! - [`exact`]: days, times and numbers;
//! - [`choice`], [`tick`], [`pick`]: one of a few, yes or no, some of many;
//! - [`date`]: a day in words;
//! - [`proposed`]: a day that a form proposes;
//! - [`draft`]: what is typed and not yet a change, kept;
//! - [`adder`]: the shortest form that makes something exist;
//! - [`button`]: something that can be done;
//! - [`block`]: a section, an empty place, a page's head;
//! - [`mod@plain`]: what stands for an entry in a long list;
//! - [`parts_list`]: the parts of an entry, in an order one chooses;
//! - [`row_more`], [`unfold`]: what unfolds under a row, and a form that unfolds;
//! - [`action_row`]: an action item in a list, and the form for a new one;
//! - [`rhythm_strip`]: contacts drawn against the agreed gap;
//! - [`comments`]: what readers of a share said about an entry;
//! - [`hand_out`]: the ways by which a file leaves the notebook;
//! - [`passphrase`], [`unseal`]: sealing a file, and opening a sealed one;
//! - [`send_text`]: the ways by which a text leaves the notebook;
//! - [`steps`]: questions one at a time;
//! - [`entry_menu`]: what can be done with any entry: private, remove;
//! - [`icon`]: the one set of drawings;
//! - [`dialog`], [`confirm`]: what floats above the page, and the question before something goes for good.

pub mod action_row;
pub mod adder;
pub mod block;
pub mod button;
pub mod choice;
pub mod comments;
pub mod confirm;
pub mod date;
pub mod dialog;
pub mod draft;
pub mod entry_menu;
pub mod exact;
pub mod field;
pub mod file;
pub mod form;
pub mod hand_out;
pub mod icon;
pub mod parts_list;
pub mod passphrase;
pub mod pick;
pub mod plain;
pub mod proposed;
pub mod rhythm_strip;
pub mod row_more;
pub mod send_text;
pub mod steps;
pub mod tick;
pub mod typing;
pub mod unfold;
pub mod unseal;

pub use action_row::{ActionRow, NewAction, PickGoal};
pub use adder::Adder;
pub use block::{Bar, Empty, PageHead, Prompts, Section};
pub use button::Button;
pub use choice::{Choice, Select};
pub use comments::Comments;
pub use confirm::Confirm;
pub use date::Days;
pub use entry_menu::EntryMenu;
pub use exact::{DateField, NumberField, TimeField};
pub use field::Field;
pub use file::ChooseFile;
pub use hand_out::{HandOut, Way};
pub use icon::{Glyph, Icon};
pub use parts_list::{MoveButtons, PartMoves, PartTitle, PartsOf};
pub use pick::{PickGoals, PickSkills};
pub use plain::{plain, plain_entry};
pub use proposed::ProposedDay;
pub use rhythm_strip::RhythmStrip;
pub use row_more::RowMore;
pub use send_text::SendText;
pub use steps::Steps;
pub use tick::{Tick, TickAt, Ticked};
pub use unfold::Unfold;
pub use unseal::Unseal;

use std::{
    rc::Rc,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use super::desk::Taken;

/// What is done with a value that was chosen. Boxed, so that a part is compiled once and not once for
/// each of its uses.
#[derive(Clone)]
pub struct Handler<T>(Arc<dyn Handle<T>>);

/// A function behind a pointer, as [`super::reactive::Give`].
trait Handle<T>: Send + Sync {
    fn handle(&self, value: T);
}

impl<T, F: Fn(T) + Send + Sync> Handle<T> for F {
    fn handle(&self, value: T) {
        self(value);
    }
}

impl<T, F: Fn(T) + Send + Sync + 'static> From<F> for Handler<T> {
    fn from(set: F) -> Self {
        Self(Arc::new(set))
    }
}

impl<T> Handler<T> {
    /// Does it.
    pub fn run(&self, value: T) {
        self.0.handle(value);
    }
}

/// What is done with a text that was typed; boxed like [`Handler`].
#[derive(Clone)]
pub struct Take(Rc<dyn Fn(&str) -> Taken>);

impl<F: Fn(&str) -> Taken + 'static> From<F> for Take {
    fn from(take: F) -> Self {
        Self(Rc::new(take))
    }
}

impl Take {
    /// Does it, or says why it cannot be done.
    pub fn take(&self, typed: &str) -> Taken {
        (self.0)(typed)
    }
}

/// An id for an element that no other element has.
pub fn unique(what: &str) -> String {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    format!("{what}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}
