//! What a mentor is given of one mentorship, and what comes back (K4, K5, R6).
//!
//! - [`allowed`]: which fields may leave, kind by kind;
//! - [`choosing`]: which entries can be shared, which are by themselves, and what is said of them;
//! - [`file`](mod@file): the share as a file, and as the small notebook that it is for its reader;
//! - [`reply`]: what the reader answers, as a file;
//! - [`taking`]: what of a reply fits, and the change that takes it in;
//! - `entries`: entries in these files, without their traces.
//!
//! Nothing but the chosen entries is in a share: a pointer to an entry that stays is taken out, and so is the trace,
//! which tells when and where something was written.

pub mod allowed;
pub mod choosing;
pub(super) mod entries;
pub mod file;
pub mod reply;
pub mod taking;
