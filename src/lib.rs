//! Mentorbook: a private notebook for mentorship that runs wholly in the browser.
//!
//! The house stands on floors. A floor uses only those listed before it:
//!
//! | floor | what it is |
//! |---|---|
//! | [`domain`] | what mentorship is: entries, the notebook, changes, rules |
//! | [`guide`] | the content: strategies, prompts, help, an example |
//! | [`insights`] | answers computed from a notebook and a moment |
//! | [`exchange`] | how a notebook leaves and comes back |
//! | [`storage`] | keeping: local storage, the journal, what could not be read |
//! | [`ui`] | what is seen |

pub mod domain;
pub mod exchange;
pub mod guide;
pub mod insights;
pub mod storage;
pub mod ui;
