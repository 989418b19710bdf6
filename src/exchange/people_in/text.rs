//! The text of a file in whatever encoding it came: UTF-8 or UTF-16 with a mark, or Windows-1252 as old
//! spreadsheets write it.

use std::borrow::Cow;

/// The bytes of a file without a byte order mark; what is UTF-16 becomes UTF-8.
pub(super) fn as_utf8(bytes: &[u8]) -> Cow<'_, [u8]> {
    let units = |rest: &[u8], of: fn([u8; 2]) -> u16| {
        let units = rest.chunks_exact(2).filter_map(|pair| Some(of(pair.try_into().ok()?)));
        char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect::<String>().into_bytes()
    };
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => rest.into(),
        [0xFF, 0xFE, rest @ ..] => units(rest, u16::from_le_bytes).into(),
        [0xFE, 0xFF, rest @ ..] => units(rest, u16::from_be_bytes).into(),
        _ => bytes.into(),
    }
}

/// Text in UTF-8, else in Windows-1252, in which every byte is a character.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.into(),
        Err(_) => bytes.iter().map(|byte| windows_1252(*byte)).collect::<String>().into(),
    }
}

/// The bytes 0x80 to 0x9F of Windows-1252, as the WHATWG's Encoding Standard has them; all others are those of Latin-1.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

fn windows_1252(byte: u8) -> char {
    let special = byte.checked_sub(0x80).and_then(|at| WINDOWS_1252.get(usize::from(at)));
    special.copied().unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_in_every_encoding_it_may_have() {
        let read = |bytes: &[u8]| decode(&as_utf8(bytes)).into_owned();
        assert_eq!(read("Zoë – €".as_bytes()), "Zoë – €");
        assert_eq!(read(b"\xEF\xBB\xBFZo\xC3\xAB"), "Zoë");
        assert_eq!(read(b"Zo\xEB \x96 \x80"), "Zoë – €");
        assert_eq!(read(b"\xFF\xFEZ\0o\0\xEB\0"), "Zoë");
        assert_eq!(read(b"\xFE\xFF\0Z\0o\0\xEB"), "Zoë");
    }
}
