//! The text of a file, what kind of file it says it is, and places in it.

use std::fmt;

use serde::{
    Deserializer as _, Serialize,
    de::{IgnoredAny, MapAccess, Visitor},
};
use serde_json::Value;

use super::{
    refusal::{Reason, Refusal},
    sealed::is_sealed,
};

/// The text of a file of so many bytes at most, without the byte order mark that some editors put first.
pub(super) fn as_text(bytes: &[u8], most: u64) -> Result<&str, Refusal> {
    can_be_read(bytes, most)?;
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::whole(Reason::NotText))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Refusal::whole(Reason::Empty));
    }
    Ok(text)
}

/// The text of a file of this format, in a version that can be read; `otherwise` says what it is not.
pub(super) fn text_in<'a>(
    bytes: &'a [u8],
    most: u64,
    (format, newest): (&str, u32),
    otherwise: Reason,
) -> Result<&'a str, Refusal> {
    let text = as_text(bytes, most)?;
    let probe = Probe::of(text)?.filter(|probe| probe.format_name() == Some(format));
    probe.ok_or_else(|| Refusal::whole(otherwise))?.has_version(newest)?;
    Ok(text)
}

/// Writes a file that a person can read: indented, with a line break at its end.
pub(super) fn pretty(file: &impl Serialize) -> String {
    // Everything in our files has string keys and finite numbers, so writing cannot fail.
    let mut text = serde_json::to_string_pretty(file).unwrap_or_default();
    text.push('\n');
    text
}

/// Whether a file has so many bytes at most, and is not sealed.
pub(super) fn can_be_read(bytes: &[u8], most: u64) -> Result<(), Refusal> {
    if is_sealed(bytes) {
        return Err(Refusal::whole(Reason::Sealed));
    }
    let size = bytes.len() as u64;
    if size > most {
        return Err(Refusal::whole(Reason::TooLarge { bytes: size, most }));
    }
    Ok(())
}

/// What tells whether a text is ours at all. Everything else is passed over.
#[derive(Default)]
pub(super) struct Probe {
    pub format: Option<Value>,
    pub version: Option<Value>,
}

impl Probe {
    /// What a text says it is; none if it is JSON and no object.
    pub fn of(text: &str) -> Result<Option<Self>, Refusal> {
        let problem = |error: serde_json::Error| Refusal::from_json(&error);
        if !text.trim_start().starts_with('{') {
            // Whatever it is, it is no object: serde would take a list for one, field by field.
            serde_json::from_str::<IgnoredAny>(text).map_err(problem)?;
            return Ok(None);
        }
        let mut probe = Self::default();
        let mut json = serde_json::Deserializer::from_str(text);
        json.deserialize_map(Probing { probe: &mut probe, whole: true }).and_then(|()| json.end()).map_err(problem)?;
        Ok(Some(probe))
    }

    /// The same, and where both stand at the beginning, as in a file of ours, no more of the text is read: for whoever
    /// reads all of it afterwards.
    pub fn of_beginning(text: &str) -> Result<Option<Self>, Refusal> {
        let mut probe = Self::default();
        let _ = serde_json::Deserializer::from_str(text).deserialize_map(Probing { probe: &mut probe, whole: false });
        if probe.format.is_some() && probe.version.is_some() { Ok(Some(probe)) } else { Self::of(text) }
    }

    /// The format that it says it is of.
    pub fn format_name(&self) -> Option<&str> {
        self.format.as_ref()?.as_str()
    }

    /// Whether it is of a version that can be read, up to the newest.
    pub fn has_version(&self, newest: u32) -> Result<(), Refusal> {
        match self.version.as_ref().and_then(Value::as_u64) {
            Some(version) if version > u64::from(newest) => Err(Refusal::whole(Reason::Newer { version })),
            Some(version) if version > 0 => Ok(()),
            _ => Err(Refusal::whole(Reason::UnknownVersion)),
        }
    }
}

/// Reads into a probe: the whole text, or what stands at its beginning.
struct Probing<'a> {
    probe: &'a mut Probe,
    whole: bool,
}

impl<'de> Visitor<'de> for Probing<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            let (field, called) = match name.as_str() {
                "format" => (&mut self.probe.format, "format"),
                "version" => (&mut self.probe.version, "version"),
                _ if !self.whole => break,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                    continue;
                }
            };
            if field.is_some() {
                return Err(serde::de::Error::duplicate_field(called));
            }
            *field = Some(map.next_value()?);
        }
        Ok(())
    }
}

/// Moves the place of a refusal from a piece of a file (an entry, a card) into the file.
pub(super) fn in_file(mut refusal: Refusal, number: usize, piece: &str, file: &str) -> Refusal {
    // The piece is a slice of the file's text, so the distance of their addresses is its offset.
    let offset = (piece.as_ptr() as usize).saturating_sub(file.as_ptr() as usize);
    let before = file.get(..offset).unwrap_or_default();
    let line = refusal.place.line.unwrap_or(1);
    if line == 1 {
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        refusal.place.column = refusal.place.column.map(|column| column + offset - start);
    }
    refusal.place.line = Some(line + before.matches('\n').count());
    refusal.place.number = Some(number);
    refusal
}
