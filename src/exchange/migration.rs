//! From an older version of the format to this one, one version at a time.
//!
//! A step is a pure function on the fields of one entry. Whatever holds entries names the version it was
//! written in: a file in its head, a stored text in its envelope. The version rises seldom; see
//! `docs/format.md`.

use serde_json::{Map, Value};

use super::{
    entry_json,
    refusal::{Reason, Refusal},
};
use crate::domain::entry::Held;

/// Takes the fields of an entry from one version of the format to the next.
pub type Step = fn(Map<String, Value>) -> Map<String, Value>;

/// All steps from the oldest version there ever was to the newest.
#[derive(Debug, Clone, Copy)]
pub struct Ladder {
    /// The oldest version.
    oldest: u32,
    /// The steps, from the oldest version on.
    steps: &'static [Step],
}

impl Ladder {
    /// The steps of this app: there has been one version only.
    pub const CURRENT: Self = Self::new(1, &[]);

    /// Steps that begin at a version.
    #[must_use]
    pub const fn new(oldest: u32, steps: &'static [Step]) -> Self {
        Self { oldest, steps }
    }

    /// The version to which the steps lead.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, reason = "there will never be four thousand million versions")]
    pub const fn newest(self) -> u32 {
        self.oldest + self.steps.len() as u32
    }

    /// How many steps there are from a version to the newest one.
    ///
    /// # Errors
    /// [`Reason::Newer`] and [`Reason::UnknownVersion`].
    pub fn steps_from(self, version: u64) -> Result<usize, Refusal> {
        let (oldest, newest) = (u64::from(self.oldest), u64::from(self.newest()));
        if version > newest {
            return Err(Refusal::whole(Reason::Newer { version }));
        }
        match version.checked_sub(oldest).and_then(|done| usize::try_from(done).ok()) {
            Some(done) => Ok(self.steps.len() - done),
            None => Err(Refusal::whole(Reason::UnknownVersion)),
        }
    }

    /// Reads an entry that was written in a version.
    ///
    /// # Errors
    /// A [`Refusal`]; its line and column are those of the text only where no step was needed.
    pub fn read(self, version: u64, text: &str) -> Result<Held, Refusal> {
        let left = self.steps_from(version)?;
        if left == 0 {
            return entry_json::read(text);
        }
        let fields: Map<String, Value> = serde_json::from_str(text).map_err(|error| Refusal::from_json(&error))?;
        let steps = self.steps.iter().rev().take(left).rev();
        let fields = steps.fold(fields, |fields, step| step(fields));
        let text = serde_json::to_string(&fields).unwrap_or_default();
        entry_json::read(&text).map_err(|mut refusal| {
            (refusal.place.line, refusal.place.column) = (None, None);
            refusal
        })
    }
}
