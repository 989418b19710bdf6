//! Taking characters apart as Unicode does (canonical decomposition, Unicode Standard Annex 15). The table is made
//! by `build.rs` from the crate `unicode-normalization`, whose own is three times as large in the browser.

use std::{str, sync::OnceLock};

static TABLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/decompositions.bin"));

/// Every character that is taken apart, in order, with its pieces.
fn table() -> &'static [(char, &'static str)] {
    static READ: OnceLock<Vec<(char, &'static str)>> = OnceLock::new();
    READ.get_or_init(|| {
        let end = TABLE.iter().position(|byte| *byte == 0).unwrap_or_default();
        let (distances, texts) = TABLE.split_at(end);
        let mut texts = texts.split(|byte| *byte == 0).skip(1).map(|text| str::from_utf8(text).unwrap_or_default());
        let (mut found, mut at, mut distance, mut shift) = (Vec::new(), 0, 0, 0);
        for byte in distances {
            distance |= u32::from(byte & 0x7F) << shift;
            shift += 7;
            if byte & 0x80 == 0 {
                at += distance;
                (distance, shift) = (0, 0);
                found.extend(char::from_u32(at).zip(texts.next()));
            }
        }
        found
    })
}

/// The pieces of a character; itself if it has none.
pub(super) fn decompose(c: char, mut emit: impl FnMut(char)) {
    if let Some(pieces) = syllable(c) {
        return pieces.into_iter().flatten().for_each(emit);
    }
    let table = table();
    match table.binary_search_by_key(&c, |(c, _)| *c).ok().and_then(|at| table.get(at)) {
        Some((_, pieces)) => pieces.chars().for_each(emit),
        None => emit(c),
    }
}

/// A Korean syllable is made of two or three letters by a rule (the Unicode Standard, 3.12).
fn syllable(c: char) -> Option<[Option<char>; 3]> {
    const FIRST: u32 = 0xAC00;
    const VOWELS: u32 = 21;
    const LASTS: u32 = 28;
    let at = u32::from(c).checked_sub(FIRST).filter(|_| c <= '\u{D7A3}')?;
    let last = at % LASTS;
    Some([
        char::from_u32(0x1100 + at / (VOWELS * LASTS)),
        char::from_u32(0x1161 + at / LASTS % VOWELS),
        (last > 0).then(|| char::from_u32(0x11A7 + last)).flatten(),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_comes_apart_as_unicode_says() {
        for c in '\0'..=char::MAX {
            let (mut ours, mut theirs) = (Vec::new(), Vec::new());
            decompose(c, |piece| ours.push(piece));
            unicode_normalization::char::decompose_canonical(c, |piece| theirs.push(piece));
            assert_eq!(ours, theirs, "{c:?}");
        }
    }
}
