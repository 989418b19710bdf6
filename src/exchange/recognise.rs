//! What a file is, before anything is done with it: told by what is in it, never by its name.

use super::{
    Ladder,
    backup::{self, Backup},
    cards::{self, Cards},
    file_text::{Probe, as_text},
    people_in::{self, People},
    refusal::{Reason, Refusal},
    share::{
        file::{self as share, Received},
        reply::{self, Reply},
    },
};

/// A file that was read whole and found right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opened {
    /// A whole notebook.
    Backup(Backup),
    /// What somebody shared.
    Share(Box<Received>),
    /// What the reader of a share answered.
    Reply(Reply),
    /// A card, or a directory of cards.
    Cards(Cards),
    /// People from a table or an address book.
    People(People),
}

/// Reads a file, whatever it is.
///
/// # Errors
/// A [`Refusal`] with the place and the reason; nothing is taken in part.
pub fn open(bytes: &[u8]) -> Result<Opened, Refusal> {
    let mut reading = Reading::begin(bytes)?;
    while reading.read_on()? {}
    reading.end()
}

/// A file that is read piece by piece, whatever it is: all of a large one at once would keep a page from answering.
#[derive(Debug)]
pub enum Reading<'a> {
    /// A whole notebook.
    Backup(backup::Reading<'a>),
    /// A card, or a directory of cards.
    Cards(cards::Reading<'a>),
    /// What is never large was read already.
    Read(Opened),
}

impl<'a> Reading<'a> {
    /// Looks what it is, and reads what stands around its pieces.
    ///
    /// # Errors
    /// As [`open`].
    pub fn begin(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let a_backup = || backup::Reading::begin(Ladder::CURRENT, bytes).map(Self::Backup);
        match format_of(bytes).as_deref() {
            Some(share::FORMAT) => share::read(bytes).map(|it| Self::Read(Opened::Share(Box::new(it)))),
            Some(reply::FORMAT) => reply::read(bytes).map(|it| Self::Read(Opened::Reply(it))),
            Some(cards::CARD | cards::DIRECTORY) => cards::Reading::begin(bytes).map(Self::Cards),
            Some(_) => a_backup(),
            // What is no object of JSON may be people; what is neither is refused as the notebook it is not.
            None => match a_backup() {
                Ok(backup) => Ok(backup),
                Err(refusal) if begins_like_json(bytes) || is_for_all(&refusal.reason) => Err(refusal),
                Err(refusal) => match people_in::read(bytes) {
                    Ok(people) => Ok(Self::Read(Opened::People(people))),
                    Err(Refusal { reason: Reason::NotPeople | Reason::Empty, .. }) => Err(refusal),
                    Err(said) => Err(said),
                },
            },
        }
    }

    /// Reads the next piece. Gives whether there was one.
    ///
    /// # Errors
    /// As [`open`].
    pub fn read_on(&mut self) -> Result<bool, Refusal> {
        match self {
            Self::Backup(reading) => reading.read_on(),
            Self::Cards(reading) => reading.read_on(),
            Self::Read(_) => Ok(false),
        }
    }

    /// What was read, once all of it was.
    ///
    /// # Errors
    /// As [`open`].
    pub fn end(self) -> Result<Opened, Refusal> {
        match self {
            Self::Backup(reading) => reading.end().map(Opened::Backup),
            Self::Cards(reading) => Ok(Opened::Cards(reading.end())),
            Self::Read(opened) => Ok(opened),
        }
    }
}

/// Whether a file says that it is one of ours, and another one than a backup.
#[must_use]
pub fn is_no_backup(bytes: &[u8]) -> bool {
    matches!(format_of(bytes).as_deref(), Some(share::FORMAT | reply::FORMAT | cards::CARD | cards::DIRECTORY))
}

/// The format that a text says it is of, if it is JSON that says so.
fn format_of(bytes: &[u8]) -> Option<String> {
    let text = as_text(bytes, backup::MOST_BYTES).ok()?;
    Probe::of_beginning(text).ok()??.format_name().map(str::to_owned)
}

/// Whether a reason holds for a file of any kind.
fn is_for_all(reason: &Reason) -> bool {
    matches!(reason, Reason::TooLarge { .. } | Reason::Sealed)
}

fn begins_like_json(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes).trim_ascii_start();
    bytes.starts_with(b"{") || bytes.starts_with(b"[")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Card, CardSide, Notebook, Title};

    #[test]
    fn a_file_is_known_by_what_is_in_it() {
        let backup = backup::write(&Notebook::default(), &backup::Header::default());
        assert!(matches!(open(backup.as_bytes()), Ok(Opened::Backup(_))));
        let card = cards::write(&Card::new(CardSide::Mentor, Title::new("Amara").unwrap()));
        assert!(matches!(open(card.as_bytes()), Ok(Opened::Cards(_))));
        assert!(matches!(open(b"First Name,Last Name\nAmara,Osei\n"), Ok(Opened::People(_))));
        assert!(matches!(open(b"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Amara Osei\r\nEND:VCARD\r\n"), Ok(Opened::People(_))));
    }

    #[test]
    fn what_is_none_of_them_is_refused_with_the_reason() {
        let reason = |bytes: &[u8]| open(bytes).unwrap_err().reason;
        assert_eq!(reason(b"age-encryption.org/v1\n-> scrypt x 18\n\xff"), Reason::Sealed);
        assert_eq!(reason(b" -----BEGIN AGE ENCRYPTED FILE-----\n"), Reason::Sealed);
        assert_eq!(reason(b"{}"), Reason::NotANotebook);
        assert_eq!(reason(b"[1, 2"), Reason::CutShort);
        assert_eq!(reason(b""), Reason::Empty);
        let bytes = backup::MOST_BYTES + 1;
        let large = vec![b' '; usize::try_from(bytes).unwrap()];
        assert_eq!(reason(&large), Reason::TooLarge { bytes, most: backup::MOST_BYTES });
        assert_eq!(reason(b"PK\x03\x04\xff\xfe"), Reason::NotText);
        assert_eq!(reason(br#"{"format":"mentorbook-share","version":2}"#), Reason::Newer { version: 2 });
        assert_eq!(reason(br#"{"format":"mentorbook-reply","version":0}"#), Reason::UnknownVersion);
    }
    #[test]
    fn no_file_says_twice_what_it_is() {
        for format in [backup::FORMAT, share::FORMAT, reply::FORMAT, cards::CARD, cards::DIRECTORY] {
            for again in [r#""format":"mentorbook-backup""#, r#""version":1"#] {
                let text = format!(r#"{{"format":"{format}","version":1,"entries":[],{again}}}"#);
                let reason = open(text.as_bytes()).unwrap_err().reason;
                assert!(
                    matches!(&reason, Reason::NotJson(said) | Reason::Wrong(said) if said.contains("duplicate")),
                    "{text}: {reason:?}"
                );
            }
        }
    }

    #[test]
    fn a_file_of_ours_that_is_no_backup_is_known_though_it_cannot_be_read() {
        for format in [share::FORMAT, reply::FORMAT, cards::CARD, cards::DIRECTORY] {
            assert!(is_no_backup(format!(r#"{{"format":"{format}","version":9}}"#).as_bytes()));
        }
        assert!(!is_no_backup(br#"{"format":"mentorbook-backup","version":9}"#));
        assert!(!is_no_backup(br#"{"format":"diary"}"#));
        assert!(!is_no_backup(b"Name\nAmara\n"));
    }
}
