//! Sealed files (K6): how one is known, and what the app and the worker that seals say to each other.
//!
//! Sealing and opening are slow on purpose and large, so they have a program of their own (`src/workers/sealing`), which
//! runs beside the page and is loaded when somebody seals or opens. Here is the language of the two: that program
//! includes this file, and so it uses nothing of the house.

use serde::{Deserialize, Serialize};

/// How every file that `age` sealed begins, <https://c2sp.org/age>.
const BINARY: &[u8] = b"age-encryption.org/";
/// The same written in letters.
const LETTERS: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";

/// What the name of a sealed file ends in.
pub const ENDING: &str = ".age";

/// How large a sealed file may be of which so many bytes are sealed: in letters it is a third larger, with the ends of
/// its lines a little more.
#[must_use]
pub const fn most_bytes(most: u64) -> u64 {
    most / 2 * 3
}

/// Whether a file is sealed, told by how it begins.
#[must_use]
pub fn is_sealed(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    bytes.starts_with(BINARY) || bytes.trim_ascii_start().starts_with(LETTERS)
}

/// The sealed text within a message, without what stands around it and the signs with which mail quotes lines; none if
/// there is none.
#[must_use]
pub fn letters_in(message: &str) -> Option<String> {
    const END: &str = "-----END AGE ENCRYPTED FILE-----";
    let begin = str::from_utf8(LETTERS).ok()?;
    let mut lines = message.lines().map(|line| line.trim_start_matches(['>', ' ', '\t', '\u{feff}']).trim_end());
    let first = lines.find(|line| *line == begin)?;
    let mut found = vec![first];
    for line in lines {
        found.push(line);
        if line == END {
            return Some(found.join("\n"));
        }
    }
    None
}

/// What the worker is asked to do. Bytes travel beside it, since JSON has none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Job {
    /// Seal the bytes beside it.
    Seal {
        /// With this passphrase.
        passphrase: String,
    },
    /// Open the sealed bytes beside it.
    Open {
        /// With this passphrase.
        passphrase: String,
    },
    /// Propose a passphrase.
    Propose,
}

/// What the worker says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// What it does now takes about so many milliseconds.
    Takes(u32),
    /// It has sealed; the bytes are beside this.
    Sealed,
    /// It has opened; the bytes are beside this.
    Opened,
    /// It could not open.
    NotOpened(Unopened),
    /// A passphrase.
    Proposed(String),
}

/// Why a sealed file did not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unopened {
    /// It is another passphrase that opens it.
    Passphrase,
    /// It was cut off or altered.
    Damaged,
    /// It was sealed for a key and not with a passphrase.
    ForAKey,
    /// Opening it would take more work than any honest file asks for.
    TooMuchWork {
        /// The power of two that it asks for.
        factor: u8,
    },
    /// Its format is newer than what is known here.
    Newer,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_file_is_known_by_how_it_begins() {
        assert!(is_sealed(b"age-encryption.org/v1\n-> scrypt x 18\n"));
        assert!(is_sealed(b"\n -----BEGIN AGE ENCRYPTED FILE-----\nYWdl"));
        assert!(is_sealed("\u{feff}-----BEGIN AGE ENCRYPTED FILE-----".as_bytes()));
        assert!(!is_sealed(b"{\"format\":\"age-encryption.org/\"}"));
        assert!(!is_sealed(b""));
    }

    #[test]
    fn a_sealed_text_is_found_within_a_message() {
        let letters = "-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END AGE ENCRYPTED FILE-----";
        let message = format!("Hi Amara,\n\n{letters}\n\nBest, Robin");
        assert_eq!(letters_in(&message).as_deref(), Some(letters));
        let quoted = message.replace('\n', "\r\n> ");
        assert_eq!(letters_in(&quoted).as_deref(), Some(letters));
        assert_eq!(letters_in("-----BEGIN AGE ENCRYPTED FILE-----\nYWdl"), None, "it was cut off");
        assert_eq!(letters_in("{\"format\":1}"), None);
    }

    #[test]
    fn what_is_said_reads_back() {
        let said = Answer::NotOpened(Unopened::TooMuchWork { factor: 30 });
        assert_eq!(serde_json::from_str::<Answer>(&serde_json::to_string(&said).unwrap()).unwrap(), said);
    }
}
