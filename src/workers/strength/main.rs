//! How hard a passphrase is to guess, as `zxcvbn` estimates it.
//!
//! A program of its own, since its lists of words are larger than everything else here: the app loads it when somebody
//! types a passphrase to seal with.

// The library would bring the whole app with it: what `wasm_split` marks in it is exported, and so nothing is left out.
#[allow(dead_code, reason = "the app uses the rest")]
#[path = "../../exchange/strength.rs"]
mod strength;

#[allow(dead_code, reason = "the other worker uses the rest")]
#[path = "../listen.rs"]
mod listen;

use strength::{Strength, Weigh};

fn main() {
    listen::listen(|_, job: Weigh, _| (weigh(&job), None));
}

/// How many guesses a passphrase outlasts: words, names, dates, keys that lie side by side and what is known are tried
/// first.
fn weigh(job: &Weigh) -> Strength {
    let known: Vec<&str> = job.known.iter().flat_map(|it| it.split_whitespace().chain([it.as_str()])).collect();
    let power = zxcvbn::zxcvbn(job.passphrase.trim(), &known).guesses_log10();
    // It says minus infinity of nothing.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some hundreds at most")]
    Strength { tenths: (10.0 * power.max(0.0)) as u32 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use strength::Level;

    fn of(passphrase: &str, known: &[&str]) -> Strength {
        weigh(&Weigh { passphrase: passphrase.to_owned(), known: known.iter().map(|&it| it.to_owned()).collect() })
    }

    #[test]
    fn what_is_tried_first_is_weak() {
        for weak in ["", "   ", "hunter2", "password", "qwertzuiop", "12.03.1984", "mentor2026"] {
            assert_eq!(of(weak, &[]).level(), Level::Weak, "{weak}");
        }
    }

    #[test]
    fn six_words_are_strong() {
        assert_eq!(of("abstract-oil-fossil-water-canoe-shrimp", &[]).level(), Level::Strong);
    }

    #[test]
    fn the_names_of_the_two_are_tried_first() {
        assert!(of("Osei-Amara", &["Amara Osei"]) < of("Osei-Amara", &[]));
    }

    #[test]
    fn a_long_text_is_weighed_at_once() {
        assert_eq!(of(&"correct horse battery ".repeat(1000), &[]).level(), Level::Strong);
    }
}
