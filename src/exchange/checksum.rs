//! A checksum that tells a change from none: no protection against somebody who makes one on purpose.

use crc::{CRC_32_ISO_HDLC, Crc, Table};

/// The table of one kilobyte: a larger one is faster, and would be sixteen kilobytes that do not compress.
const CRC: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

/// The CRC-32 of a text.
#[must_use]
pub fn checksum(text: &str) -> u32 {
    CRC.checksum(text.as_bytes())
}
