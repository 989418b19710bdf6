//! The content.

pub mod strategies;
