//! What stands in the text of every entry, whatever its kind, and how a body is read from among it in one go.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, IgnoredAny, IntoDeserializer, MapAccess, Visitor},
};

use super::{
    Body, KindName,
    trace::{Stamp, Trace},
};

/// Fields that every entry has and no kind may use.
pub const HEAD: [&str; 6] = ["kind", "id", "private", "removed", "trace", "seen"];

/// What can be read of an entry without knowing its kind.
#[derive(Debug, Default)]
pub struct Head<'de> {
    /// The word for its kind.
    pub kind: Option<Cow<'de, str>>,
    /// Its id.
    pub id: Option<Cow<'de, str>>,
    /// Whether it is kept out of everything that is shared.
    pub private: bool,
    /// Whether this is what is left of an entry that was removed.
    pub removed: bool,
    /// What had been seen of it then.
    pub seen: Option<Vec<Stamp>>,
    /// Who changed which field when.
    pub trace: Option<Trace>,
    /// The names of all fields in the order of the text, these among them.
    pub names: Vec<Cow<'de, str>>,
}

impl<'de> Head<'de> {
    /// Reads it from the text of an entry, and passes over what belongs to its kind.
    ///
    /// # Errors
    /// Whatever the deserializer says.
    pub fn read(text: &'de str) -> serde_json::Result<Self> {
        let mut json = serde_json::Deserializer::from_str(text);
        let head = json.deserialize_map(Alone)?;
        json.end()?;
        Ok(head)
    }

    /// Takes in what every entry has, and gives the fields of this kind.
    pub(super) fn read_beside(&mut self, text: &'de str, kind: KindName) -> serde_json::Result<Body> {
        let mut json = serde_json::Deserializer::from_str(text);
        let body = json.deserialize_map(Beside { head: self, kind })?;
        json.end()?;
        Ok(body)
    }

    /// Goes on to the next field that is not one of these, whose name is then the last; those are taken in on the way.
    #[inline(never)]
    fn go_on<A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<bool, A::Error> {
        while let Some(Name(name)) = map.next_key()? {
            if self.names.contains(&name) {
                return Err(serde::de::Error::custom(format_args!("“{name}” stands twice")));
            }
            match &*name {
                "kind" => self.kind = Some(map.next_value::<Name>()?.0),
                "id" => self.id = Some(map.next_value::<Name>()?.0),
                "private" => self.private = map.next_value()?,
                "removed" => self.removed = map.next_value()?,
                "seen" => self.seen = Some(map.next_value()?),
                "trace" => self.trace = Some(map.next_value()?),
                _ => {
                    self.names.push(name);
                    return Ok(true);
                }
            }
            self.names.push(name);
        }
        Ok(false)
    }
}

/// The name of a field, or a word, as it stands in the text where it can.
#[derive(Deserialize)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);

/// Reads the head of an entry alone.
struct Alone;

impl<'de> Visitor<'de> for Alone {
    type Value = Head<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an entry")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Head<'de>, A::Error> {
        let mut head = Head::default();
        while head.go_on(&mut map)? {
            map.next_value::<IgnoredAny>()?;
        }
        Ok(head)
    }
}

/// Reads an object of which some fields are the head's and the others a body's.
struct Beside<'h, 'de> {
    head: &'h mut Head<'de>,
    kind: KindName,
}

impl<'de> Visitor<'de> for Beside<'_, 'de> {
    type Value = Body;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an entry")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Body, A::Error> {
        Body::of_fields(self.kind, Rest { head: self.head, map })
    }
}

/// The fields of an object without those that the head has taken.
struct Rest<'h, 'de, A> {
    head: &'h mut Head<'de>,
    map: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Rest<'_, 'de, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        if !self.head.go_on(&mut self.map)? {
            return Ok(None);
        }
        let name = self.head.names.last().map_or("", |name| &**name);
        seed.deserialize(name.into_deserializer()).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(seed)
    }
}
