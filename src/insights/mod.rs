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
//! - [`raising`]: what can be raised with the other one, and where it goes;
//! - [`agreements`], [`pulses`]: which agreement stands, and how a mentorship felt over time;
//! - [`mentorships`]: which there are, and what happened in each;
//! - [`across`]: action items and feedback of all mentorships;
//! - [`appreciations`]: what waits for thanks, and what is news since one last wrote;
//! - [`goals`]: which goals to look at again, and what happened to each;
//! - [`today`]: what asks for the owner today;
//! - [`search`]: where words were written;
//! - [`signals`]: what goes wrong between two people, and from what that shows;
//! - [`closing`]: what an ending has to settle, and what it ends with;
//! - [`candidates`], [`fit`]: which candidate somebody is, how well they fit, and who leads;
//! - [`matching`]: whose card has most of what the owner looks for, and why;
//! - [`acquaintance`]: who of the notebook somebody from outside is;
//! - [`own_card`]: a first card of one's own;
//! - [`titles`]: what to call any entry;
//! - [`year`]: what a stretch of time brought.

pub mod acquaintance;
pub mod across;
pub mod actions;
pub mod agenda;
pub mod agreements;
pub mod appreciations;
pub mod candidates;
pub mod closing;
pub mod comments;
pub mod contact;
pub mod doubts;
pub mod fit;
pub mod goals;
pub mod matching;
pub mod meeting;
pub mod mentorships;
pub mod own_card;
pub mod pulses;
pub mod raising;
pub mod rhythm;
#[cfg(test)]
pub(crate) mod sample;
pub mod search;
pub mod signals;
pub mod strip;
pub mod talk;
pub mod titles;
pub mod today;
pub mod year;
