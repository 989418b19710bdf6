//! The text under one key: an entry with its checksum.
//!
//! `{"sum":"89abcdef","entry":{…}}`, where `sum` is the CRC-32 of the text of the entry, in hex. It
//! tells damage from an edit; it is no protection against somebody who edits on purpose.

use crc::{CRC_32_ISO_HDLC, Crc, Table};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::shelf::Raw;
use crate::{
    domain::entry::Held,
    exchange::{Reason, Refusal, entry_json},
};

#[derive(Serialize, Deserialize)]
struct Envelope<'a> {
    sum: &'a str,
    #[serde(borrow)]
    entry: &'a RawValue,
}

/// The table of one kilobyte: a larger one is faster, and would be sixteen kilobytes that do not compress.
const CRC: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

fn sum(text: &str) -> String {
    format!("{:08x}", CRC.checksum(text.as_bytes()))
}

/// Writes something held with its checksum.
#[must_use]
pub fn seal(held: &Held) -> String {
    let entry = entry_json::write(held);
    format!(r#"{{"sum":"{}","entry":{entry}}}"#, sum(&entry))
}

/// Reads what [`seal`] wrote.
///
/// # Errors
/// A [`Refusal`]; [`Reason::Damaged`] when the checksum does not fit.
pub fn open(text: &str) -> Result<Held, Refusal> {
    let envelope: Envelope = serde_json::from_str(text).map_err(|error| Refusal::from_json(&error))?;
    if envelope.sum != sum(envelope.entry.get()) {
        return Err(Refusal::whole(Reason::Damaged));
    }
    entry_json::read(envelope.entry.get())
}

/// Reads a text as it lay on the shelf.
///
/// # Errors
/// As [`open`], and when the text is none.
pub fn open_raw(raw: &Raw) -> Result<Held, Refusal> {
    match raw {
        Raw::Text(text) => open(text),
        Raw::Units(_) => Err(Refusal::whole(Reason::HalfCharacter)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Change, Clock, DeviceId, Draft, Goal, Id, Notebook, Title};

    fn sealed() -> (Held, String) {
        let mut notebook = Notebook::default();
        let id = Id::<Goal>::new(42);
        let goal = Goal::new(Title::new("Läuft 🎉").unwrap());
        let change = Change::put("", Draft::new(id, goal));
        notebook.apply(&change, &mut Clock::new(DeviceId::new(5)), 1000).unwrap();
        let held = notebook.held(id.into()).unwrap();
        let text = seal(&held);
        (held, text)
    }

    #[test]
    fn what_was_sealed_opens_as_it_was() {
        let (held, text) = sealed();
        assert_eq!(open(&text), Ok(held));
    }

    #[test]
    fn no_cut_and_no_flipped_bit_gives_another_entry() {
        let (held, text) = sealed();
        let bytes = text.as_bytes();
        for end in 0..bytes.len() {
            let cut = String::from_utf8_lossy(&bytes[..end]);
            assert!(open(&cut).is_err(), "cut at {end}");
        }
        for at in 0..bytes.len() {
            for bit in 0..8 {
                let mut flipped = bytes.to_vec();
                flipped[at] ^= 1 << bit;
                let opened = open(&String::from_utf8_lossy(&flipped));
                assert!(opened.is_err() || opened.as_ref() == Ok(&held), "bit {bit} of {at}");
            }
        }
    }
}
