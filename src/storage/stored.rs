//! The text under one key: an entry with its checksum.
//!
//! `{"sum":"89abcdef","entry":{…}}`, where `sum` is the CRC-32 of the text of the entry, in hex. It
//! tells damage from an edit; it is no protection against somebody who edits on purpose. From the second
//! version of the format on, `"format":2` stands before it.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::shelf::Raw;
use crate::{
    domain::entry::Held,
    exchange::{FORMAT_VERSION, Ladder, Reason, Refusal, checksum::checksum, entry_json},
};

#[derive(Deserialize)]
struct Envelope<'a> {
    #[serde(default = "first")]
    format: u64,
    sum: &'a str,
    #[serde(borrow)]
    entry: &'a RawValue,
}

fn first() -> u64 {
    1
}

fn sum(text: &str) -> String {
    let sum = checksum(text);
    (0..8).rev().filter_map(|at| char::from_digit(sum >> (4 * at) & 15, 16)).collect()
}

/// The entry in a text that is to the letter what [`seal`] writes in the first version: it need not be read once only
/// to find where the entry stands.
fn just_sealed(text: &str) -> Option<&str> {
    let (said, rest) = text.strip_prefix(r#"{"sum":""#)?.strip_suffix('}')?.split_at_checked(8)?;
    let entry = rest.strip_prefix(r#"","entry":"#)?;
    (said == sum(entry)).then_some(entry)
}

/// Writes something held with its checksum.
#[must_use]
pub fn seal(held: &Held) -> String {
    let entry = entry_json::write(held);
    let sum = sum(&entry);
    if FORMAT_VERSION == 1 {
        format!(r#"{{"sum":"{sum}","entry":{entry}}}"#)
    } else {
        format!(r#"{{"format":{FORMAT_VERSION},"sum":"{sum}","entry":{entry}}}"#)
    }
}

/// What a text held, and how it came.
#[derive(Debug, Clone)]
pub struct Unsealed {
    /// What it held.
    pub held: Held,
    /// The version it was written in, and the entry as it was, if that was an older one.
    pub older: Option<(u64, Box<RawValue>)>,
}

/// Reads what [`seal`] wrote in any version that the ladder knows, for the entry of this id.
///
/// # Errors
/// A [`Refusal`]; [`Reason::Damaged`] when the checksum does not fit, [`Reason::Misplaced`] when it is
/// another entry, [`Reason::HalfCharacter`] when the text is none.
pub fn unseal(ladder: Ladder, raw: &Raw, id: &str) -> Result<Unsealed, Refusal> {
    let text = match raw {
        Raw::Text(text) => text,
        Raw::Units(_) => return Err(Refusal::whole(Reason::HalfCharacter)),
    };
    let held_if_of = |held: Held| {
        if id.parse() == Ok(held.id()) { Ok(held) } else { Err(Refusal::whole(Reason::Misplaced)) }
    };
    if let Some(entry) = just_sealed(text)
        && ladder.steps_from(first())? == 0
    {
        return Ok(Unsealed { held: held_if_of(ladder.read(first(), entry)?)?, older: None });
    }
    let envelope: Envelope = serde_json::from_str(text).map_err(|error| Refusal::from_json(&error))?;
    let steps = ladder.steps_from(envelope.format)?;
    if envelope.sum != sum(envelope.entry.get()) {
        return Err(Refusal::whole(Reason::Damaged));
    }
    let held = held_if_of(ladder.read(envelope.format, envelope.entry.get())?)?;
    Ok(Unsealed { held, older: (steps > 0).then(|| (envelope.format, envelope.entry.to_owned())) })
}

/// Reads what [`seal`] wrote in this version.
///
/// # Errors
/// As [`unseal`].
pub fn open(raw: &Raw, id: &str) -> Result<Held, Refusal> {
    unseal(Ladder::CURRENT, raw, id).map(|unsealed| unsealed.held)
}

/// The version in which a newer app wrote this text, if one did.
#[must_use]
pub fn newer(raw: &Raw) -> Option<u64> {
    match raw {
        Raw::Text(text) if text.starts_with("{\"format\":") => match open(raw, "").err()?.reason {
            Reason::Newer { version } => Some(version),
            _ => None,
        },
        _ => None,
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

    fn read(text: &str, held: &Held) -> Result<Held, Refusal> {
        open(&Raw::Text(text.to_owned()), &held.id().to_string())
    }

    #[test]
    fn what_was_sealed_opens_as_it_was() {
        let (held, text) = sealed();
        assert_eq!(read(&text, &held), Ok(held));
    }

    #[test]
    fn no_cut_and_no_flipped_bit_gives_another_entry() {
        let (held, text) = sealed();
        let bytes = text.as_bytes();
        for end in 0..bytes.len() {
            let cut = String::from_utf8_lossy(&bytes[..end]);
            assert!(read(&cut, &held).is_err(), "cut at {end}");
        }
        for at in 0..bytes.len() {
            for bit in 0..8 {
                let mut flipped = bytes.to_vec();
                flipped[at] ^= 1 << bit;
                let opened = read(&String::from_utf8_lossy(&flipped), &held);
                assert!(opened.is_err() || opened.as_ref() == Ok(&held), "bit {bit} of {at}");
            }
        }
    }

    #[test]
    fn the_text_of_another_entry_is_not_taken() {
        let (_, text) = sealed();
        let opened = open(&Raw::Text(text), "goal-0000000000000000");
        assert_eq!(opened.map_err(|refusal| refusal.reason), Err(Reason::Misplaced));
    }

    #[test]
    fn a_text_of_a_newer_app_is_known_as_one() {
        let (held, text) = sealed();
        let later = Raw::Text(text.replacen('{', "{\"format\":7,", 1));
        assert_eq!((newer(&later), newer(&Raw::Text(text))), (Some(7), None));
        assert_eq!(open(&later, &held.id().to_string()).map_err(|it| it.reason), Err(Reason::Newer { version: 7 }));
    }
}
