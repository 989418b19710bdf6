//! Entries in a share or a reply: kind, id and the fields that may stand there, without a trace.
//!
//! What every entry of one file has in common stands in its head: the mentorship and the share, which are others to
//! the reader than to the owner. Parts of lists need no places there: they stand in their order.

use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::{Map, Value};

use super::allowed::{Allowed, leaving};
use crate::{
    domain::{Body, Draft, EntryId, KindName, PartId, id::NotAnId},
    exchange::{
        entry_json::located,
        refusal::{Place, Reason, Refusal},
    },
};

/// One entry in the order in which a person reads it: kind, id, what the file says of it, its fields.
pub(super) struct AsShared<'a> {
    pub id: EntryId,
    /// What the file says of it beyond its own fields; left out if it is none.
    pub beside: Option<(&'static str, Value)>,
    pub fields: &'a Map<String, Value>,
}

impl Serialize for AsShared<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("kind", self.id.kind().name())?;
        map.serialize_entry("id", &self.id)?;
        if let Some((name, value)) = &self.beside {
            map.serialize_entry(name, value)?;
        }
        self.fields.iter().try_for_each(|(name, value)| map.serialize_entry(name, value))?;
        map.end()
    }
}

/// An entry as it was read, and its fields as they stood in the file.
pub(super) struct Read {
    pub draft: Draft,
    pub fields: Map<String, Value>,
}

/// Reads one entry of the kinds of a table. Fields that may not stand there are passed over; `common` are those that
/// all entries of the file have.
pub(super) fn read(text: &str, table: &[Allowed], common: &[(&'static str, String)]) -> Result<Read, Refusal> {
    let all: Map<String, Value> = serde_json::from_str(text).map_err(|error| located(&error, text))?;
    let word = |name: &str| all.get(name).and_then(Value::as_str).unwrap_or_default();
    let kind = KindName::from_name(word("kind")).filter(|kind| table.iter().any(|allowed| allowed.kind == *kind));
    let at = |field: &str, reason| Refusal {
        place: Place { kind, field: Some(field.to_owned()), ..Place::default() },
        reason,
    };
    let kind = kind.ok_or_else(|| at("kind", Reason::UnknownKind(word("kind").to_owned())))?;
    let id: EntryId = word("id").parse().map_err(|error: NotAnId| at("id", Reason::Wrong(error.to_string())))?;
    if id.kind() != kind {
        return Err(at("id", Reason::KindAndIdDiffer));
    }
    let fields = leaving(table, kind, &all).unwrap_or_default();
    let draft = put_together(id, &fields, common).map_err(|Refusal { place, reason }| {
        // The line would be one of the text that was put together here.
        at(&place.field.unwrap_or_default(), reason)
    })?;
    Ok(Read { draft, fields })
}

/// The entry that these fields are, with those that all entries have.
pub(in crate::exchange) fn put_together(
    id: EntryId,
    fields: &Map<String, Value>,
    common: &[(&'static str, String)],
) -> Result<Draft, Refusal> {
    let kind = id.kind();
    let mut whole = fields.clone();
    whole.values_mut().for_each(put_parts_in_order);
    for (name, value) in common.iter().filter(|(name, _)| kind.field_names().contains(name)) {
        whole.insert((*name).to_owned(), value.clone().into());
    }
    let text = Value::Object(whole).to_string();
    let body = Body::read(kind, &text).map_err(|error| located(&error, &text))?;
    Ok(Draft { id, private: false, body, unknown: Map::new() })
}

/// Gives the parts of a list their places, and an id to those that came without.
fn put_parts_in_order(list: &mut Value) {
    let Value::Array(parts) = list else { return };
    for (number, part) in (1u32..).zip(parts.iter_mut().filter_map(Value::as_object_mut)) {
        part.entry("id").or_insert_with(|| PartId::new(u64::from(number)).to_string().into());
        part.insert("place".to_owned(), number.into());
    }
}
