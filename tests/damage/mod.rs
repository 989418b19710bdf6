//! Texts as they are when a store was damaged.

use mentorbook::storage::Raw;

/// A text cut at every place, and with these bits flipped (counted from the first of its first byte), each by
/// itself, as a browser can hold it: what is no UTF-8 cannot lie there, half of a character can.
pub fn damaged(text: &str, bits: impl Iterator<Item = usize>) -> Vec<Raw> {
    let bytes = text.as_bytes();
    let cuts = (0..bytes.len()).map(|end| bytes[..end].to_vec());
    let flips = bits.map(|bit| {
        let mut flipped = bytes.to_vec();
        flipped[bit / 8] ^= 1 << (bit % 8);
        flipped
    });
    let as_raw = |bytes: Vec<u8>| match String::from_utf8(bytes) {
        Ok(text) => Raw::Text(text),
        Err(error) => {
            let units = error.as_bytes().iter().map(|byte| if *byte < 0x80 { (*byte).into() } else { 0xd800 });
            Raw::Units(units.collect())
        }
    };
    cuts.chain(flips).map(as_raw).collect()
}
