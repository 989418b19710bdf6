//! The content: what the app has to say that is not about one notebook.
//!
//! Texts stand in tables, so that they can be read and changed without reading code.
//!
//! - [`strategies`]: five ways of finding a mentor, and the plan that begins with them;
//! - [`prompts`]: questions and hints for fields that are still empty;
//! - [`pages`]: the guide;
//! - [`example`]: a made-up year to look around in.

pub mod example;
pub mod pages;
pub mod prompts;
pub mod strategies;
