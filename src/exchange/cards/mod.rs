//! Cards in files: one card, or a directory of many with its name (F4, F5).
//!
//! A card goes from person to person and from app to app, so its file stands by itself: no ids, no trace, a
//! version of its own. Fields that this version does not know are passed over.
//!
//! - this file: reading and writing;
//! - [`taking`]: whose card it is to the notebook, and the change that takes somebody in.

pub mod taking;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::{
    entry_json::located,
    file_text::{Probe, as_text, in_file, pretty},
    refusal::{Reason, Refusal},
};
use crate::domain::{Card, KindName, Title};

/// What stands first in the file of one card.
pub const CARD: &str = "mentorbook-card";

/// What stands first in the file of a directory.
pub const DIRECTORY: &str = "mentorbook-directory";

/// The version of both.
pub const VERSION: u32 = 1;

/// The most bytes of either: more than ten thousand cards that say much.
pub const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// The most cards of a directory.
pub const MOST_CARDS: usize = 20_000;

/// What a file of cards holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cards {
    /// What the directory is called; none for a card that came by itself.
    pub directory: Option<Title>,
    /// The cards, in the order of the file.
    pub cards: Vec<Card>,
}

#[derive(Serialize)]
struct CardToWrite<'a> {
    format: &'a str,
    version: u32,
    card: &'a Card,
}

#[derive(Serialize)]
struct DirectoryToWrite<'a> {
    format: &'a str,
    version: u32,
    name: &'a str,
    cards: &'a [Card],
}

/// Writes one card as a file that a person can read.
#[must_use]
pub fn write(card: &Card) -> String {
    pretty(&CardToWrite { format: CARD, version: VERSION, card })
}

/// Writes a directory as a file that a person can read.
#[must_use]
pub fn write_directory(name: &Title, cards: &[Card]) -> String {
    pretty(&DirectoryToWrite { format: DIRECTORY, version: VERSION, name, cards })
}

#[derive(Deserialize)]
struct CardAsRead<'a> {
    #[serde(borrow)]
    card: &'a RawValue,
}

#[derive(Deserialize)]
struct DirectoryAsRead<'a> {
    name: Title,
    #[serde(borrow)]
    cards: Vec<&'a RawValue>,
}

/// Reads a card or a directory from the bytes of a file.
///
/// # Errors
/// A [`Refusal`] with the place and the reason; nothing is taken in part.
pub fn read(bytes: &[u8]) -> Result<Cards, Refusal> {
    let mut reading = Reading::begin(bytes)?;
    while reading.read_on()? {}
    Ok(reading.end())
}

/// Cards that are read one by one: ten thousand at once would keep a page from answering.
#[derive(Debug)]
pub struct Reading<'a> {
    text: &'a str,
    directory: Option<Title>,
    raw: Vec<&'a RawValue>,
    cards: Vec<Card>,
}

impl<'a> Reading<'a> {
    /// Reads what stands around the cards.
    ///
    /// # Errors
    /// As [`read`].
    #[inline(never)] // Two screens read cards.
    pub fn begin(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let text = as_text(bytes, MOST_BYTES)?;
        let not_cards = || Refusal::whole(Reason::NotCards);
        let probe = Probe::of(text)?.ok_or_else(not_cards)?;
        let is_directory = match probe.format_name() {
            Some(CARD) => false,
            Some(DIRECTORY) => true,
            _ => return Err(not_cards()),
        };
        probe.has_version(VERSION)?;
        let problem = |error: serde_json::Error| located(&error, text);
        let (directory, raw) = if is_directory {
            let file: DirectoryAsRead = serde_json::from_str(text).map_err(problem)?;
            (Some(file.name), file.cards)
        } else {
            let file: CardAsRead = serde_json::from_str(text).map_err(problem)?;
            (None, vec![file.card])
        };
        if raw.len() > MOST_CARDS {
            return Err(Refusal::whole(Reason::TooMany { number: raw.len(), most: MOST_CARDS }));
        }
        let cards = Vec::with_capacity(raw.len());
        Ok(Self { text, directory, raw, cards })
    }

    /// Reads the next card. Gives whether there was one.
    ///
    /// # Errors
    /// As [`read`].
    #[inline(never)]
    pub fn read_on(&mut self) -> Result<bool, Refusal> {
        let at = self.cards.len();
        let Some(raw) = self.raw.get(at) else { return Ok(false) };
        self.cards.push(read_card(raw.get()).map_err(|refusal| in_file(refusal, at + 1, raw.get(), self.text))?);
        Ok(true)
    }

    /// The cards, once all were read.
    #[must_use]
    pub fn end(self) -> Cards {
        Cards { directory: self.directory, cards: self.cards }
    }
}

fn read_card(text: &str) -> Result<Card, Refusal> {
    let mut read = if text.starts_with('[') {
        // serde would take a list for an object, field by field.
        Err(Refusal::whole(Reason::Wrong("invalid type: sequence, expected struct Card".to_owned())))
    } else {
        serde_json::from_str(text).map_err(|error| located(&error, text))
    };
    if let Err(refusal) = &mut read {
        refusal.place.kind = Some(KindName::Card);
    }
    read
}

/// The name under which a card is saved.
#[must_use]
pub fn file_name() -> &'static str {
    "mentorbook-card.json"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::CardSide;

    fn card(name: &str) -> Card {
        Card { skills: vec![Title::new("Chairing").unwrap()], ..Card::new(CardSide::Mentor, Title::new(name).unwrap()) }
    }

    fn directory() -> String {
        write_directory(&Title::new("Programme of 2026").unwrap(), &[card("Amara Osei"), card("Jonas Feld")])
    }

    #[test]
    fn a_card_and_a_directory_read_back_as_they_were() {
        let amara = card("Amara Osei");
        assert_eq!(read(write(&amara).as_bytes()), Ok(Cards { directory: None, cards: vec![amara.clone()] }));
        let marked = format!("\u{feff}{}", directory());
        let read = read(marked.as_bytes()).unwrap();
        assert_eq!(read.directory.as_deref(), Some("Programme of 2026"));
        assert_eq!(read.cards, [amara, card("Jonas Feld")]);
    }

    #[test]
    fn fields_of_newer_cards_are_passed_over() {
        let text = write(&card("Amara Osei")).replace("\"side\"", "\"pronouns\": { \"a\": [1] }, \"side\"");
        assert_eq!(read(text.as_bytes()).unwrap().cards, [card("Amara Osei")]);
    }

    #[test]
    fn a_refusal_names_the_card_the_field_and_the_line() {
        let text = directory().replacen("\"name\": \"Jonas Feld\"", "\"name\": \"\"", 1);
        let refusal = read(text.as_bytes()).unwrap_err();
        assert_eq!((refusal.place.number, refusal.place.field.as_deref()), (Some(2), Some("name")));
        let line = 1 + text.lines().position(|line| line.contains("\"name\": \"\"")).unwrap();
        assert_eq!(refusal.place.line, Some(line));
        assert!(matches!(refusal.reason, Reason::Wrong(_)), "{refusal}");
    }

    #[test]
    fn what_is_not_ours_or_newer_or_twice_is_refused() {
        let reason = |text: &str| read(text.as_bytes()).unwrap_err().reason;
        let whole = directory();
        assert_eq!(reason(&whole.replace("directory\"", "backup\"")), Reason::NotCards);
        assert_eq!(reason("[1]"), Reason::NotCards);
        assert_eq!(reason(""), Reason::Empty);
        assert_eq!(reason(&whole.replace("\"version\": 1", "\"version\": 2")), Reason::Newer { version: 2 });
        assert_eq!(reason(&whole.replace("\"version\": 1", "\"version\": 0")), Reason::UnknownVersion);
        assert_eq!(reason(&whole.replace("Jonas Feld", "Jonas \\ud800")), Reason::HalfCharacter);
        assert!(matches!(reason(&whole.replace("\"side\"", "\"name\": \"x\", \"side\"")), Reason::Wrong(_)));
        assert!(matches!(
            reason(r#"{"format":"mentorbook-card","version":1,"card":["mentor","x"]}"#),
            Reason::Wrong(_)
        ));
        assert_eq!(read(b"\xff").unwrap_err().reason, Reason::NotText);
    }

    #[test]
    fn a_directory_has_so_many_cards_at_most() {
        let cards = vec![card("A"); MOST_CARDS + 1];
        let text = write_directory(&Title::new("All").unwrap(), &cards);
        assert_eq!(
            read(text.as_bytes()).unwrap_err().reason,
            Reason::TooMany { number: MOST_CARDS + 1, most: MOST_CARDS }
        );
    }
}
