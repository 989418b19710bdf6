//! Keeping: where the notebook lies and how it comes back.
//!
//! Local storage (the [`Shelf`]) holds the notebook, one entry under one key. It is written back to
//! disk late and without transactions, so an IndexedDB [`Journal`] beside it makes a change durable:
//! a change is acknowledged when the journal has it, and on opening the shelf takes from the journal
//! what it lacks. Both hold the same texts ([`stored`]), and both meet by merging, so that it never
//! matters which of the two was behind.
//!
//! The browser stands behind two small traits; tests use memory.
//!
//! - [`keeper`]: the whole path, opening and keeping;
//! - [`shelf`], [`local`]: the trait, and local storage behind it;
//! - [`journal`], [`indexed_db`]: the trait, and IndexedDB behind it;
//! - [`stored`]: the text under one key, with its checksum;
//! - [`snapshots`]: the notebook on earlier days, and which of them are kept;
//! - [`kept_file`]: a file outside the browser that follows the notebook;
//! - [`rescue`]: what the page of `rescue.js` saved;
//! - [`namespace`]: the names of keys and databases, so that two notebooks never touch;
//! - [`preferences`]: what belongs to this device and not to the notebook;
//! - [`locks`], [`pens`]: Web Locks, and who may write while somebody erases;
//! - [`writer`]: which stamps this tab may give;
//! - [`tabs`]: news between tabs;
//! - [`turns`]: long work in turns, between which the page answers.

pub mod indexed_db;
pub mod journal;
mod js_text;
pub mod keeper;
pub mod kept_file;
pub mod local;
pub mod locks;
pub mod memory;
pub mod namespace;
pub mod pens;
pub mod preferences;
pub mod rescue;
pub mod shelf;
pub mod snapshots;
pub mod stored;
pub mod tabs;
pub mod turns;
pub mod writer;

pub use journal::{Eraser, Journal, JournalProblem, Record};
pub use keeper::{Aside, Keeper, Kept, Lost, Now, Opened, Room, WrittenByNewer};
pub use namespace::{Namespace, Which};
pub use preferences::Preferences;
pub use shelf::{Raw, Shelf, ShelfProblem};
