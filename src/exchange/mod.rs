//! How a notebook leaves and comes back: the file format, backups, merging.
//!
//! Pure, like everything below: bytes and texts in, values or a [`Refusal`] with a place out.
//!
//! - [`entry_json`]: one entry as JSON, the same in local storage, in the journal and in files;
//! - [`backup`]: the whole notebook as one file;
//! - [`archive`]: a part of it that moves into a file of its own;
//! - [`calendar`]: meetings for a calendar;
//! - [`mod@checksum`]: whether a text is another one;
//! - [`cards`]: what people say of themselves to those who look for a mentor or a mentee, one by one or in a directory;
//! - [`report`]: some time, told on a page or as a text;
//! - [`sealed`]: sealed files, and what is said to the worker that seals;
//! - [`strength`]: how hard a passphrase is to guess;
//! - [`sheet`]: entries as they are read on paper;
//! - [`share`]: what a mentor is given of one mentorship, and what comes back;
//! - [`people_in`]: people from a table or an address book;
//! - [`migration`]: from an older version of the format to this one;
//! - [`merge`]: how two copies of one entry meet;
//! - [`preview`]: what opening a file would do, before it is done;
//! - [`rewind`]: how a notebook was before some of its last changes;
//! - [`recognise`]: what a file is, before anything is done with it;
//! - [`refusal`]: why something was not taken.

pub mod archive;
pub mod backup;
pub mod calendar;
pub mod cards;
pub mod checksum;
pub mod entry_json;
mod file_text;
mod locate;
pub mod merge;
pub mod migration;
pub mod people_in;
pub mod preview;
pub mod recognise;
pub mod refusal;
pub mod report;
pub mod rewind;
#[cfg(feature = "schema")]
pub mod schema;
pub mod sealed;
pub mod share;
pub mod sheet;
pub mod strength;

pub use backup::{Backup, Header};
pub use migration::Ladder;
pub use preview::{Opening, Preview};
pub use refusal::{Reason, Refusal};

/// The version of the format that this app writes. It rises when an older app could misread what a
/// newer one wrote; new fields that older apps keep and pass on do not raise it.
pub const FORMAT_VERSION: u32 = Ladder::CURRENT.newest();
