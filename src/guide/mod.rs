//! The content: what the app has to say that is not about one notebook.
//!
//! Texts stand in tables, so that they can be read and changed without reading code.
//!
//! - [`strategies`]: five ways of finding a mentor, and the plan that begins with them;
//! - [`prompts`]: questions and hints for fields that are still empty;
//! - [`synonyms`]: words that mean the same, for matching;
//! - [`page`], [`pages`], [`hard`]: what a page of the guide is, all of them, and those for hard times;
//! - [`sources`]: works in which one can read on;
//! - [`remedies`]: what helps when something goes wrong between two people;
//! - [`example`]: a made-up year to look around in.

pub mod example;
pub mod hard;
pub mod page;
pub mod pages;
pub mod prompts;
pub mod remedies;
pub mod sources;
pub mod strategies;
pub mod synonyms;
