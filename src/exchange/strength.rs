//! How hard a passphrase is to guess: what is asked of the worker that estimates it (`src/workers/strength`), and what
//! its answer means. That program includes this file, and so it uses nothing of the house.

use serde::{Deserialize, Serialize};

/// The question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weigh {
    /// The passphrase.
    pub passphrase: String,
    /// What whoever guesses would try first, such as the names of the two.
    pub known: Vec<String>,
}

/// How many guesses a passphrase outlasts.
///
/// Whoever tries by machine is thought to make 10⁴ guesses in a second. One guess costs half a second of a processor
/// (`FACTOR` in `src/workers/sealing/lock.rs`), so this stands for some thousand of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Strength {
    /// The number of guesses as a power of ten, in tenths: 105 is 10^10.5.
    pub tenths: u32,
}

/// How long guessing takes at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Within {
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A month.
    Month,
    /// A year.
    Year,
    /// A lifetime, of a hundred years.
    Lifetime,
    /// Longer.
    Never,
}

/// A strength in three steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// A machine finds it within a month.
    Weak,
    /// It keeps off the curious, and not somebody determined.
    Fair,
    /// Nobody finds it by guessing.
    Strong,
}

impl Strength {
    /// How long a machine guesses.
    #[must_use]
    pub fn within(self) -> Within {
        // 60 s are 60 × 10⁴ guesses, which is 10^5.8, and so on.
        match self.tenths {
            ..58 => Within::Minute,
            58..76 => Within::Hour,
            76..89 => Within::Day,
            89..104 => Within::Month,
            104..115 => Within::Year,
            115..135 => Within::Lifetime,
            135.. => Within::Never,
        }
    }

    /// It in three steps.
    #[must_use]
    pub fn level(self) -> Level {
        match self.within() {
            Within::Minute | Within::Hour | Within::Day | Within::Month => Level::Weak,
            Within::Year | Within::Lifetime => Level::Fair,
            Within::Never => Level::Strong,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_are_where_the_seconds_are() {
        const DAY: f64 = 86_400.0;
        let steps = [
            (60.0, Within::Hour),
            (3600.0, Within::Day),
            (DAY, Within::Month),
            (30.0 * DAY, Within::Year),
            (365.0 * DAY, Within::Lifetime),
            (100.0 * 365.0 * DAY, Within::Never),
        ];
        for (seconds, from_there) in steps {
            let tenths = (10.0 * f64::log10(seconds * 1e4)).round();
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small number")]
            let tenths = tenths as u32;
            assert_eq!(Strength { tenths }.within(), from_there, "{seconds} s");
            assert!(Strength { tenths: tenths - 1 }.within() < from_there, "{seconds} s");
        }
    }

    #[test]
    fn a_strength_has_three_steps() {
        let level = |tenths| Strength { tenths }.level();
        assert_eq!(
            [level(0), level(103), level(104), level(134), level(135)],
            [Level::Weak, Level::Weak, Level::Fair, Level::Fair, Level::Strong]
        );
    }
}
