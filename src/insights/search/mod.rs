//! Search over everything that was written, in whatever case and with whatever accents.
//!
//! - [`field`], [`sections`]: the places where words can stand in an entry, and its texts in them;
//! - [`decompose`]: letters and their accents taken apart;
//! - [`fold`]: what two spellings have in common;
//! - [`guide`]: pages of the guide that speak of something;
//! - [`index`]: the folded notebook, kept up to date entry by entry, and how it is searched;
//! - `score`: how good a find is;
//! - [`snippet`]: the words around a match, and which of them to mark.

pub mod decompose;
pub mod field;
pub mod fold;
pub mod guide;
pub mod index;
mod score;
pub mod sections;
pub mod snippet;

pub use field::Field;
pub use guide::guide_pages;
pub use index::{Found, Group, Hit, Index};
pub use sections::texts;
pub use snippet::Snippet;
