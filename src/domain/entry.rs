//! What all entries have in common: an id, a kind, whether they are private, and their trace.

use std::{fmt, sync::Arc};

use serde::{
    Deserialize, Serialize,
    de::{MapAccess, value::MapAccessDeserializer},
};
use serde_json::{Map, Value};

use super::{
    Action, Agreement, Appreciation, Candidate, Card, CheckIn, Comment, Doubt, Event, Feedback, Goal, Meeting,
    Mentorship, Outreach, Person, Plan, Pulse, Share,
    fields::{self, Registers},
    head::Head,
    id::EntryId,
    trace::{Other, Seen, Stamp, Trace},
};

/// A kind of entry, known by its type.
pub trait Kind: Clone + Into<Body> + 'static {
    /// Its name.
    const NAME: KindName;
    /// The body of an entry as this kind, if it is one.
    fn of(body: &Body) -> Option<&Self>;
}

macro_rules! kinds {
    ($($kind:ident $name:literal $what:literal,)*) => {
        /// The kinds of entry, in the order in which a file lists them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum KindName {
            $(#[doc = $what] $kind,)*
        }

        impl KindName {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$kind,)*];

            /// The word in ids and files.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$kind => $name,)* }
            }

            /// The kind with this word.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$kind),)* _ => None }
            }

            /// The fields this version knows of it.
            #[must_use]
            pub fn field_names(self) -> &'static [&'static str] {
                match self { $(Self::$kind => fields::names_of::<$kind>(),)* }
            }
        }

        /// The content of an entry.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
        #[serde(untagged)]
        pub enum Body {
            $(#[doc = $what] $kind($kind),)*
        }

        impl Body {
            /// Its kind.
            #[must_use]
            pub fn kind(&self) -> KindName {
                match self { $(Self::$kind(_) => KindName::$kind,)* }
            }

            /// Reads a body of this kind from the text of its JSON object; fields of other names are
            /// passed over.
            ///
            /// # Errors
            /// Whatever the deserializer says.
            pub fn read(kind: KindName, text: &str) -> serde_json::Result<Self> {
                Self::read_beside(kind, text, &mut Head::default())
            }

            /// Reads a body of this kind from the text of an entry, and what every entry has into `head`. There is one
            /// way to read, so that the code for it exists once.
            ///
            /// # Errors
            /// Whatever the deserializer says.
            pub fn read_beside<'de>(kind: KindName, text: &'de str, head: &mut Head<'de>) -> serde_json::Result<Self> {
                head.read_beside(text, kind)
            }

            pub(super) fn of_fields<'de, M: MapAccess<'de>>(kind: KindName, fields: M) -> Result<Self, M::Error> {
                let fields = MapAccessDeserializer::new(fields);
                match kind { $(KindName::$kind => $kind::deserialize(fields).map(Self::$kind),)* }
            }
        }

        $(
            impl Kind for $kind {
                const NAME: KindName = KindName::$kind;
                fn of(body: &Body) -> Option<&Self> {
                    match body { Body::$kind(it) => Some(it), _ => None }
                }
            }
            impl From<$kind> for Body {
                fn from(it: $kind) -> Self { Self::$kind(it) }
            }
        )*
    };
}

kinds! {
    Goal "goal" "A goal.",
    Person "person" "A person.",
    Mentorship "mentorship" "A mentorship.",
    Agreement "agreement" "An agreement.",
    Meeting "meeting" "A meeting.",
    CheckIn "check-in" "A check-in.",
    Action "action" "An action item.",
    Feedback "feedback" "Feedback.",
    Appreciation "appreciation" "Help received.",
    Pulse "pulse" "How a mentorship feels.",
    Doubt "doubt" "A doubt about a mentorship.",
    Plan "plan" "A finding plan.",
    Event "event" "An event.",
    Outreach "outreach" "An outreach.",
    Candidate "candidate" "A candidate.",
    Card "card" "A card of the owner's own.",
    Share "share" "What was shared.",
    Comment "comment" "A point of a reply.",
}

impl KindName {
    /// Whether its entries are private by their nature (H2, H5), or tell what was shared with whom: they go into backups,
    /// and into nothing that is shared, marked or not.
    #[must_use]
    pub fn is_for_owner_alone(self) -> bool {
        matches!(self, Self::Pulse | Self::Doubt | Self::Share | Self::Comment)
    }
}

impl fmt::Display for KindName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// An entry as a screen makes it: without history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its id.
    pub id: EntryId,
    /// Whether it is kept out of everything that is shared (R6).
    pub private: bool,
    /// Its content.
    pub body: Body,
    /// Fields that this version does not know; they are kept as they came.
    pub unknown: Map<String, Value>,
}

impl Draft {
    /// An entry that is not private.
    pub fn new<K: Kind>(id: super::Id<K>, body: K) -> Self {
        Self { id: id.entry(), private: false, body: body.into(), unknown: Map::new() }
    }

    /// Puts an entry together from its pieces; none if they make no entry of its kind.
    #[must_use]
    pub fn assemble(id: EntryId, registers: Registers) -> Option<Self> {
        let mut fields = fields::assemble(registers);
        let private = fields.remove("private").is_some_and(|value| value == true);
        let text = serde_json::to_string(&fields).ok()?;
        let body = Body::read(id.kind(), &text).ok()?;
        let known = id.kind().field_names();
        fields.retain(|name, _| !known.contains(&name.as_str()));
        Some(Self { id, private, body, unknown: fields })
    }

    /// Its content in pieces, unknown fields included.
    #[must_use]
    pub fn registers(&self) -> Registers {
        fields::registers(self.fields())
    }

    fn fields(&self) -> Map<String, Value> {
        let mut fields = fields_of(&self.body);
        if self.private {
            fields.insert("private".into(), Value::Bool(true));
        }
        fields.extend(self.unknown.clone());
        fields
    }
}

/// The fields of a body in the names of the format.
pub(super) fn fields_of(body: &Body) -> Map<String, Value> {
    // By way of a text, as it is kept, since a second way of writing every kind is thirty kilobytes of wasm. Every body is
    // a struct of serialisable fields.
    serde_json::to_string(body).ok().and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

/// An entry as the notebook holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it says.
    pub draft: Draft,
    /// Who changed which field when.
    pub trace: Trace,
}

/// What is left of an entry that was removed: nothing of what it said, but what had been seen of it,
/// so that a copy that has not heard of the removal does not bring it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tombstone {
    /// The entry that was removed.
    pub id: EntryId,
    /// What had been seen of it, the removal included.
    pub seen: Seen,
}

impl Entry {
    /// An entry that is written for the first time, or again after it was removed.
    #[must_use]
    pub fn made(draft: Draft, stamp: Stamp, removed: Option<&Tombstone>) -> Self {
        let mut trace = Trace::new(stamp);
        if let Some(tombstone) = removed {
            trace.seen.join(&tombstone.seen);
        }
        Self { draft, trace }
    }

    /// The same entry saying something else: what changed gets the stamp.
    #[must_use]
    pub fn edited(&self, draft: Draft, stamp: Stamp) -> Self {
        let before = self.registers();
        let mut next = Self { draft, trace: self.trace.clone() };
        let after = next.registers();
        for (path, value) in &after {
            if before.get(path) != Some(value) {
                next.trace.edit(path.clone(), stamp);
            }
        }
        for path in before.keys().filter(|path| !after.contains_key(*path)) {
            next.trace.edit(path.clone(), stamp);
        }
        next
    }

    /// The fields and parts that were written twice at the same time: the path, what is shown, and what waits
    /// beside it, newest first. What is none was emptied.
    #[must_use]
    pub fn versions(&self) -> Vec<(String, Vec<Option<Value>>)> {
        if self.trace.others.is_empty() {
            return Vec::new();
        }
        let registers = self.registers();
        let versions = self.trace.others.iter().map(|(path, others)| {
            let others = others.iter().rev().map(|other| other.value.clone());
            (path.clone(), std::iter::once(registers.get(path).cloned()).chain(others).collect())
        });
        versions.collect()
    }

    /// The same entry with these values in one register; `tick` gives a later stamp each time. None if no
    /// entry can say that.
    #[must_use]
    pub fn settled(&self, path: &str, values: &[Option<Value>], mut tick: impl FnMut() -> Stamp) -> Option<Self> {
        let (shown, others) = values.split_first()?;
        let mut registers = self.registers();
        match shown {
            Some(value) => registers.insert(path.to_owned(), value.clone()),
            None => registers.remove(path),
        };
        let draft = Draft::assemble(self.draft.id, registers)?;
        let mut trace = self.trace.clone();
        let beside: Vec<Other> =
            others.iter().rev().map(|value| Other { stamp: tick(), value: value.clone() }).collect();
        // The newest of them is the one that is shown.
        trace.others.remove(path);
        trace.edit(path.to_owned(), tick());
        if !beside.is_empty() {
            beside.iter().for_each(|other| trace.seen.note(other.stamp));
            trace.others.insert(path.to_owned(), beside);
        }
        Some(Self { draft, trace })
    }

    /// Its content in pieces, unknown fields included.
    #[must_use]
    pub fn registers(&self) -> Registers {
        self.draft.registers()
    }

    /// Its body as this kind.
    #[must_use]
    pub fn body<K: Kind>(&self) -> Option<&K> {
        K::of(&self.draft.body)
    }
}

/// What a notebook holds under an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held {
    /// An entry.
    Entry(Arc<Entry>),
    /// The trace of one that was removed.
    Removed(Arc<Tombstone>),
}

impl Held {
    /// The id under which it is held.
    #[must_use]
    pub fn id(&self) -> EntryId {
        match self {
            Self::Entry(entry) => entry.draft.id,
            Self::Removed(tombstone) => tombstone.id,
        }
    }

    /// Everything seen of it.
    #[must_use]
    pub fn seen(&self) -> &Seen {
        match self {
            Self::Entry(entry) => &entry.trace.seen,
            Self::Removed(tombstone) => &tombstone.seen,
        }
    }
}
