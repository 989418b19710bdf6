//! Who changed which field when, so that copies of one notebook can be merged without losing a word.
//!
//! Every change gets a stamp of a hybrid logical clock (Kulkarni et al., *Logical Physical Clocks*,
//! 2014). An entry keeps for each register the stamp of its last change, and for the whole entry the
//! newest stamp seen of each device. With these, merging is a causal map of multi-value registers
//! (Shapiro et al., *Conflict-free Replicated Data Types*, 2011; Almeida et al., *Delta state
//! replicated data types*, 2018): a value whose stamp the other copy has seen was replaced there, and
//! one it has not seen is news. How the copies meet stands in `exchange::merge`.

use std::{collections::BTreeMap, fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::id::{NotAnId, as_json_string, from_letters, letters};

/// A browser profile that holds the notebook: 30 random bits that say nothing about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeviceId(u32);

impl DeviceId {
    /// A new id; the lowest 30 of the random `bits` count.
    #[must_use]
    pub fn new(bits: u32) -> Self {
        Self(bits & ((1 << 30) - 1))
    }
}

impl fmt::Display for DeviceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&letters(self.0.into(), 6))
    }
}

impl FromStr for DeviceId {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        from_letters(text, 6)
            .and_then(|bits| u32::try_from(bits).ok())
            .map(Self)
            .ok_or_else(|| NotAnId(text.to_owned()))
    }
}

/// When and where something was changed. Written `1795527912123-0-k3f9ab`: milliseconds since 1970
/// (UTC), a counter, a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    millis: u64,
    count: u16,
    device: DeviceId,
}

impl Stamp {
    /// Milliseconds since 1970 (UTC), as the clock of the device said, or later.
    #[must_use]
    pub fn millis(self) -> u64 {
        self.millis
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{}", self.millis, self.count, self.device)
    }
}

/// The latest moment a stamp may name: the last millisecond of the year 9999.
const LATEST_MILLIS: u64 = 253_402_300_799_999;

/// The latest moment from which a clock goes on. A file may name a later one, and stamps that come
/// after it must still be ones that can be read: the year that is left is never used up.
const LATEST_START: u64 = LATEST_MILLIS - 366 * 24 * 60 * 60 * 1000;

impl FromStr for Stamp {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let read = || {
            let (millis, rest) = text.split_once('-')?;
            let (count, device) = rest.split_once('-')?;
            let stamp = Self {
                millis: millis.parse().ok().filter(|m| *m <= LATEST_MILLIS)?,
                count: count.parse().ok()?,
                device: device.parse().ok()?,
            };
            // There is one way to write a stamp.
            (stamp.to_string() == text).then_some(stamp)
        };
        read().ok_or_else(|| NotAnId(text.to_owned()))
    }
}

as_json_string! {
    [] DeviceId, format!("^{}{{6}}$", super::id::LETTER_CLASS);
    [] Stamp, format!("^[0-9]{{1,15}}-[0-9]{{1,5}}-{}{{6}}$", super::id::LETTER_CLASS);
}

/// Gives stamps that only ever rise, also when the device's clock is set back.
#[derive(Debug, Clone)]
pub struct Clock {
    device: DeviceId,
    millis: u64,
    count: u16,
}

impl Clock {
    /// A clock of this device that has given no stamp yet.
    #[must_use]
    pub fn new(device: DeviceId) -> Self {
        Self { device, millis: 0, count: 0 }
    }

    /// Whose clock it is.
    #[must_use]
    pub fn device(&self) -> DeviceId {
        self.device
    }

    /// A stamp later than any given or seen before; `now` in milliseconds since 1970 (UTC).
    pub fn tick(&mut self, now: u64) -> Stamp {
        let now = now.min(LATEST_START);
        if now > self.millis {
            (self.millis, self.count) = (now, 0);
        } else if let Some(count) = self.count.checked_add(1) {
            self.count = count;
        } else {
            (self.millis, self.count) = (self.millis + 1, 0);
        }
        Stamp { millis: self.millis, count: self.count, device: self.device }
    }

    /// Takes note of a stamp from elsewhere, so that later ones here come after it. One from the last
    /// year that can be written is no moment at all and is passed over.
    pub fn observe(&mut self, stamp: Stamp) {
        if stamp.millis > LATEST_START {
            return;
        }
        (self.millis, self.count) = (self.millis, self.count).max((stamp.millis, stamp.count));
    }
}

/// The newest stamp seen of each device: everything up to it has been seen too.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seen(BTreeMap<DeviceId, Stamp>);

impl Seen {
    /// Whether a change with this stamp has been seen.
    #[must_use]
    pub fn covers(&self, stamp: Stamp) -> bool {
        self.0.get(&stamp.device).is_some_and(|seen| *seen >= stamp)
    }

    /// Takes note of a stamp.
    pub fn note(&mut self, stamp: Stamp) {
        let seen = self.0.entry(stamp.device).or_insert(stamp);
        *seen = (*seen).max(stamp);
    }

    /// Takes note of all that another has seen.
    pub fn join(&mut self, other: &Self) {
        for stamp in other.stamps() {
            self.note(stamp);
        }
    }

    /// The newest stamps, one per device.
    pub fn stamps(&self) -> impl Iterator<Item = Stamp> {
        self.0.values().copied()
    }
}

impl FromIterator<Stamp> for Seen {
    fn from_iter<I: IntoIterator<Item = Stamp>>(stamps: I) -> Self {
        let mut seen = Self::default();
        for stamp in stamps {
            seen.note(stamp);
        }
        seen
    }
}

/// A value that was written on another copy at the same time as the one that is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Other {
    /// When and where it was written.
    pub stamp: Stamp,
    /// What was written; none if the field was emptied.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "written")]
    pub value: Option<Value>,
}

/// A `null` that was written is a value; only a missing field is none.
fn written<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

/// The history of an entry as far as merging needs it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "TraceAsWritten", from = "TraceAsWritten")]
pub struct Trace {
    /// The stamp of every register that is not named in `edits`.
    pub made: Stamp,
    /// The stamp of the last change of a register, by path; also of registers that were emptied.
    pub edits: BTreeMap<String, Stamp>,
    /// Values written at the same time elsewhere, by path, until the owner chooses.
    pub others: BTreeMap<String, Vec<Other>>,
    /// Everything seen of this entry.
    pub seen: Seen,
}

impl Trace {
    /// The trace of an entry that was just made.
    #[must_use]
    pub fn new(made: Stamp) -> Self {
        Self { made, edits: BTreeMap::new(), others: BTreeMap::new(), seen: [made].into_iter().collect() }
    }

    /// The stamp of a register.
    #[must_use]
    pub fn stamp_of(&self, path: &str) -> Stamp {
        self.edits.get(path).copied().unwrap_or(self.made)
    }

    /// Notes that a register was changed. Values that were written elsewhere still wait beside it: whoever types
    /// may not have seen them.
    pub fn edit(&mut self, path: String, stamp: Stamp) {
        self.edits.insert(path, stamp);
        self.seen.note(stamp);
    }

    /// The newest stamp on the entry.
    #[must_use]
    pub fn newest(&self) -> Stamp {
        self.seen.stamps().max().map_or(self.made, |seen| seen.max(self.made))
    }

    /// What `seen` holds at the least: the stamps that stand on the entry.
    fn least_seen(&self) -> Seen {
        let others = self.others.values().flatten().map(|other| other.stamp);
        let edits = self.edits.values().copied();
        [self.made].into_iter().chain(edits).chain(others).collect()
    }
}

/// Who changed which field when, as far as merging needs it. What follows from the rest is left out.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Trace"))]
pub(crate) struct TraceAsWritten {
    /// When and where the entry was written: the stamp of every field that is not named in `edits`.
    made: Stamp,
    /// The last change of a field (`title`) or a part (`milestones/0k3f9abc`), also of emptied ones.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    edits: BTreeMap<String, Stamp>,
    /// Values that were written at the same time elsewhere and wait beside the one that is shown.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    others: BTreeMap<String, Vec<Other>>,
    /// The newest change of each device that is known here, if it is more than the stamps above.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    seen: Vec<Stamp>,
}

impl From<Trace> for TraceAsWritten {
    fn from(trace: Trace) -> Self {
        let seen = if trace.least_seen() == trace.seen { Vec::new() } else { trace.seen.stamps().collect() };
        Self { made: trace.made, edits: trace.edits, others: trace.others, seen }
    }
}

impl From<TraceAsWritten> for Trace {
    fn from(written: TraceAsWritten) -> Self {
        let mut trace =
            Self { made: written.made, edits: written.edits, others: written.others, seen: Seen::default() };
        trace.seen = trace.least_seen();
        trace.seen.join(&written.seen.into_iter().collect());
        trace
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_is_set_back_still_gives_later_stamps() {
        let mut clock = Clock::new(DeviceId::new(1));
        let ten_years_ahead = clock.tick(2_000);
        let after = clock.tick(1_000);
        assert!(after > ten_years_ahead);
    }

    #[test]
    fn a_full_counter_goes_on_in_the_next_millisecond() {
        let mut clock = Clock::new(DeviceId::new(1));
        let mut last = clock.tick(5);
        for _ in 0..70_000 {
            let next = clock.tick(5);
            assert!(next > last);
            last = next;
        }
    }

    #[test]
    fn a_clock_never_gives_a_stamp_that_cannot_be_read() {
        let mut clock = Clock::new(DeviceId::new(1));
        clock.observe("253402300799999-65535-000002".parse().unwrap());
        for now in [0, u64::MAX, 5] {
            let stamp = clock.tick(now);
            assert_eq!(stamp.to_string().parse(), Ok(stamp));
        }
    }

    #[test]
    fn there_is_one_way_to_write_a_stamp() {
        let stamp = Clock::new(DeviceId::new(77)).tick(1_795_527_912_123);
        assert_eq!(stamp.to_string(), "1795527912123-0-00002d");
        assert_eq!(stamp.to_string().parse(), Ok(stamp));
        for wrong in ["", "1", "01-0-00002d", "1-+0-00002d", "999999999999999-0-00002d"] {
            assert!(wrong.parse::<Stamp>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_follows_from_the_stamps_is_not_written() {
        let mut clock = Clock::new(DeviceId::new(1));
        let mut trace = Trace::new(clock.tick(1));
        trace.edit("title".into(), clock.tick(2));
        let written = serde_json::to_string(&trace).unwrap();
        assert_eq!(written, r#"{"made":"1-0-000001","edits":{"title":"2-0-000001"}}"#);
        trace.seen.note(Clock::new(DeviceId::new(2)).tick(3));
        let written = serde_json::to_string(&trace).unwrap();
        assert_eq!(serde_json::from_str::<Trace>(&written).unwrap(), trace);
    }
}
