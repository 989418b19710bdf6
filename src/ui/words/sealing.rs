//! Words of sealing files and of opening what is sealed (K6).

use crate::exchange::{
    sealed::Unopened,
    strength::{Level, Strength, Within},
};

pub const SEAL: &str = "Seal it with a passphrase";
pub const WHAT: &str = "Sealed, the file can be read only by whoever knows the passphrase. Tell it another way than you send the file, such as on the phone. It is kept nowhere: without it nobody opens the file any more.";
pub const WHAT_REPLY: &str = "What you were given came sealed, so your reply is, too. Take the passphrase that opened it: the other one knows it.";
pub const PASSPHRASE: &str = "Passphrase";
pub const PROPOSE: &str = "Propose one";
pub const GO: &str = "Seal the file";
pub const EMPTY: &str = "Write a passphrase first, or let one be proposed.";
pub const EMPTY_REPLY: &str = "Write the passphrase first that opened what you were given.";
pub const SEALING: &str = "Sealing…";
pub const CANCEL: &str = "Cancel";
/// Once it is sealed.
pub fn sealed(name: &str, bytes: usize) -> String {
    format!("Sealed: “{name}”, {} kB. Now it can leave.", bytes.div_ceil(1000))
}
pub const CHANGED: &str = "What goes with it has changed since it was sealed: seal it again.";
pub const BROKEN: &str = "The part of Mentorbook that seals did not start, or ran out of memory. Nothing has left, and your notebook is as it was. Close other tabs, reload this page, and try again.";

/// How long it takes to guess.
pub fn strength(strength: Strength) -> String {
    let within = match strength.within() {
        Within::Minute => "a minute",
        Within::Hour => "an hour",
        Within::Day => "a day",
        Within::Month => "a month",
        Within::Year => "a year",
        Within::Lifetime | Within::Never => "a lifetime",
    };
    match strength.level() {
        Level::Weak => {
            format!(
                "Weak: a machine guesses it within {within}. Words that have nothing to do with each other are better."
            )
        }
        Level::Fair => format!("Fair: it keeps off the curious. A machine made for it guesses it within {within}."),
        Level::Strong => "Strong: guessing it takes longer than a lifetime.".to_owned(),
    }
}
pub const STRONG: &str = "Strong: guessing it takes longer than a lifetime. Note it down before you go on.";
pub const NOT_PROPOSED: &str = "None could be proposed: the part of Mentorbook that does it did not start. Write one of your own, or reload this page.";
pub const NOT_WEIGHED: &str = "How strong it is cannot be said just now: the part that knows could not be loaded, and needs a network the first time. One that is proposed is strong.";

pub fn is_sealed(name: &str) -> String {
    format!("“{name}” is sealed with a passphrase. What is in it can be seen once you have opened it.")
}
pub const SHOW: &str = "Show what I type";
pub const OPEN: &str = "Open the seal";
pub const OPENING: &str = "Opening the seal…";
pub const OPEN_EMPTY: &str = "Write the passphrase first.";
pub const OPEN_BROKEN: &str = "The part of Mentorbook that opens seals did not start, or ran out of memory. Your notebook is as it was. Close other tabs, reload this page, and try again.";

pub const IS_OPEN: &str = "The seal is open";
pub const A_PAGE: &str = "In it is a page, such as a report. Save it, and open it in a browser.";
pub const SOMETHING_ELSE: &str =
    "In it is nothing that Mentorbook reads. Save it, and open it with the program it was made for.";
/// What was in it is nothing that is opened here.
pub const GIVE_BACK: &str = "Save what was in it";
/// What a file is called that came out of a seal without a name.
pub const WHAT_WAS_IN_IT: &str = "unsealed";

/// Why it did not open.
pub fn unopened(why: Unopened) -> String {
    match why {
        Unopened::Passphrase => "This passphrase does not open it. Look at small and large letters and at the marks between words, or ask whoever sent it.".to_owned(),
        Unopened::Damaged => "The file is damaged: it was cut off or altered after it was sealed. Nothing of it can be read, and your notebook is as it was. Ask for it once more.".to_owned(),
        Unopened::ForAKey => "It was sealed for a key and not with a passphrase. Open it with the program that has the key, and open here what was in it.".to_owned(),
        Unopened::TooMuchWork { factor } => format!("To open it, this device would have to work far longer than any honest file asks for (2^{factor} steps), so it was left closed, and your notebook is as it was. Ask for it sealed in the usual way, or open it with the program age."),
        Unopened::Newer => "It was sealed in a format that is newer than this Mentorbook. Reload this page to get the newest version, and open it again.".to_owned(),
    }
}
