//! Answers computed from a notebook and a moment.
//!
//! This floor knows no browser, no clock and no randomness, and says nothing in words: an answer is
//! a type with ids and days in it, and a screen writes the sentence.
//!
//! - [`contact`]: when two people were last in contact;
//! - [`rhythm`], [`strip`]: whether that is often enough, and the drawing that shows it;
//! - [`actions`]: what is still to be done, and what a meeting has to decide;
//! - [`meeting`]: what belongs to one meeting, and which was the last one;
//! - [`agenda`], [`talk`]: what its agenda should not pass over, and how much of its time is left;
//! - [`agreements`], [`pulses`]: which agreement stands, and how a mentorship felt over time;
//! - [`mentorships`]: which there are, and what happened in each;
//! - [`goals`]: which goals to look at again, and what happened to each;
//! - [`today`]: what asks for the owner today;
//! - [`search`]: where words were written;
//! - [`candidates`], [`fit`]: which candidate somebody is, how well they fit, and who leads;
//! - [`titles`]: what to call any entry.

pub mod actions;
pub mod agenda;
pub mod agreements;
pub mod candidates;
pub mod contact;
pub mod fit;
pub mod goals;
pub mod meeting;
pub mod mentorships;
pub mod pulses;
pub mod rhythm;
#[cfg(test)]
mod sample;
pub mod search;
pub mod strip;
pub mod talk;
pub mod titles;
pub mod today;
