//! Names that never change: of entries, of their parts, and of devices.
//!
//! An id of a goal is not an id of a meeting: [`Id<Goal>`](Id) and [`Id<Meeting>`](Id) are different
//! types. The bits are random and say nothing of when or where an entry was made.

use std::{cmp::Ordering, fmt, marker::PhantomData, str::FromStr};

use serde::{Deserialize, Serialize};

use super::entry::{Kind, KindName};

/// Crockford's base 32 in lower case: no letter in it is taken for another.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Writes the lowest `count * 5` bits, most significant first.
pub(super) fn letters(bits: u128, count: u32) -> String {
    (0..count)
        .rev()
        .filter_map(|at| ALPHABET.get((bits >> (at * 5)) as usize & 31))
        .map(|letter| char::from(*letter))
        .collect()
}

/// Reads what [`letters`] wrote; `None` for any other text.
pub(super) fn from_letters(text: &str, count: u32) -> Option<u128> {
    if text.len() != count as usize {
        return None;
    }
    text.bytes().try_fold(0u128, |bits, byte| {
        let digit = ALPHABET.iter().position(|letter| *letter == byte)?;
        Some(bits << 5 | digit as u128)
    })
}

/// Letters after the kind: 80 bits.
const ENTRY_LETTERS: u32 = 16;
const ENTRY_MASK: u128 = (1 << 80) - 1;
/// Letters of a part's id: 40 bits, enough within one entry.
const PART_LETTERS: u32 = 8;
const PART_MASK: u64 = (1 << 40) - 1;

/// Why a text is not an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAnId(pub(super) String);

impl fmt::Display for NotAnId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown: String = self.0.chars().take(40).collect();
        write!(f, "“{shown}” is not an id")
    }
}

/// The id of any entry: its kind and 80 random bits, written `goal-7h3k…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId {
    kind: KindName,
    bits: u128,
}

impl EntryId {
    /// A new id; the lowest 80 of the random `bits` count.
    #[must_use]
    pub fn new(kind: KindName, bits: u128) -> Self {
        Self { kind, bits: bits & ENTRY_MASK }
    }

    /// The kind of entry this names.
    #[must_use]
    pub fn kind(self) -> KindName {
        self.kind
    }

    /// The id of another kind with the same bits: for entries that stand in for what stayed elsewhere.
    #[must_use]
    pub fn sibling<K: Kind>(self) -> Id<K> {
        Id::new(self.bits)
    }

    /// The same id with its kind in the type, if it is of kind `K`.
    #[must_use]
    pub fn of<K: Kind>(self) -> Option<Id<K>> {
        (self.kind == K::NAME).then_some(Id { bits: self.bits, kind: PhantomData })
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.kind, letters(self.bits, ENTRY_LETTERS))
    }
}

impl FromStr for EntryId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let read = || {
            let (kind, rest) = text.rsplit_once('-')?;
            Some(Self { kind: KindName::from_name(kind)?, bits: from_letters(rest, ENTRY_LETTERS)? })
        };
        read().ok_or_else(|| NotAnId(text.to_owned()))
    }
}

/// The id of an entry of kind `K`.
pub struct Id<K> {
    bits: u128,
    kind: PhantomData<fn() -> K>,
}

impl<K: Kind> Id<K> {
    /// A new id; the lowest 80 of the random `bits` count.
    #[must_use]
    pub fn new(bits: u128) -> Self {
        Self { bits: bits & ENTRY_MASK, kind: PhantomData }
    }

    /// The same id without its kind in the type.
    #[must_use]
    pub fn entry(self) -> EntryId {
        EntryId { kind: K::NAME, bits: self.bits }
    }
}

impl<K> Clone for Id<K> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<K> Copy for Id<K> {}
impl<K> PartialEq for Id<K> {
    fn eq(&self, other: &Self) -> bool {
        self.bits == other.bits
    }
}
impl<K> Eq for Id<K> {}
impl<K> PartialOrd for Id<K> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<K> Ord for Id<K> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.bits.cmp(&other.bits)
    }
}
impl<K> std::hash::Hash for Id<K> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.bits.hash(state);
    }
}
impl<K: Kind> fmt::Debug for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
impl<K: Kind> fmt::Display for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.entry(), f)
    }
}
impl<K: Kind> From<Id<K>> for EntryId {
    fn from(id: Id<K>) -> Self {
        id.entry()
    }
}
impl<K: Kind> FromStr for Id<K> {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        EntryId::from_str(text)?.of().ok_or_else(|| NotAnId(text.to_owned()))
    }
}

/// The id of a part within its entry (a milestone, an agenda point, a step): 40 random bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartId(u64);

impl PartId {
    /// A new id; the lowest 40 of the random `bits` count.
    #[must_use]
    pub fn new(bits: u64) -> Self {
        Self(bits & PART_MASK)
    }
}

impl fmt::Display for PartId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&letters(u128::from(self.0), PART_LETTERS))
    }
}

impl FromStr for PartId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        from_letters(text, PART_LETTERS)
            .and_then(|bits| u64::try_from(bits).ok())
            .map(Self)
            .ok_or_else(|| NotAnId(text.to_owned()))
    }
}

/// Ids are JSON strings in the form of their `Display`.
macro_rules! as_json_string {
    ($([$($generics:tt)*] $type:ty, $pattern:expr;)*) => {$(
        impl<$($generics)*> Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
        impl<'de, $($generics)*> Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
        #[cfg(feature = "schema")]
        impl<$($generics)*> schemars::JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let pattern: String = $pattern;
                schemars::json_schema!({ "type": "string", "pattern": pattern })
            }
        }
    )*};
}
pub(super) use as_json_string;

/// The letters of [`ALPHABET`] as a regular expression's class.
#[cfg(feature = "schema")]
pub(super) const LETTER_CLASS: &str = "[0-9a-hjkmnp-tv-z]";

as_json_string! {
    [K: Kind] Id<K>, format!("^{}-{LETTER_CLASS}{{16}}$", K::NAME);
    [] EntryId, format!("^[a-z-]+-{LETTER_CLASS}{{16}}$");
    [] PartId, format!("^{LETTER_CLASS}{{8}}$");
}

#[cfg(test)]
mod tests {
    use super::super::{Goal, Meeting};
    use super::*;

    #[test]
    fn an_id_reads_back_as_itself() {
        let id = Id::<Goal>::new(0x0123_4567_89ab_cdef_0123);
        assert_eq!(id.to_string(), "goal-04hmasw9nf6yy093");
        assert_eq!(id.to_string().parse(), Ok(id));
    }

    #[test]
    fn an_id_of_another_kind_is_refused() {
        let goal = Id::<Goal>::new(7).to_string();
        assert!(goal.parse::<Id<Meeting>>().is_err());
    }

    #[test]
    fn only_the_one_way_to_write_an_id_is_read() {
        for wrong in ["", "goal", "goal-", "goal-0", "GOAL-0000000000000007", "goal-000000000000000U"] {
            assert!(wrong.parse::<EntryId>().is_err(), "{wrong}");
        }
        assert!("0000000".parse::<PartId>().is_err());
    }
}
