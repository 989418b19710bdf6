//! Cards of an address book: vCard 3.0 (RFC 2426) and 4.0 (RFC 6350), and what 2.1 left in the world: quoted-printable
//! and names of encodings.
//!
//! Lines are joined as bytes, since old programs break them within a character.

use super::{People, Said, text::decode};
use crate::domain::order;

/// Whether a file is an address book.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    let start = bytes.trim_ascii_start().get(..11).unwrap_or_default();
    start.eq_ignore_ascii_case(b"BEGIN:VCARD")
}

/// Reads all cards. What stands between them, and within cards that stand in others, is passed over.
pub(super) fn read(bytes: &[u8]) -> Option<People> {
    let (mut people, mut card, mut inner, mut agent) = (People::default(), None::<(usize, Card)>, 0usize, false);
    for (line, bytes) in lines(bytes) {
        let property = Property::read(&bytes);
        match (&*property.name, property.value.to_ascii_uppercase().trim()) {
            ("BEGIN", "VCARD") if agent && card.is_some() => inner += 1,
            ("BEGIN", "VCARD") => {
                // A card that never ended ends here.
                if let Some((line, card)) = card.replace((line, Card::default())) {
                    card.taken(&mut people, line);
                }
            }
            ("END", "VCARD") if inner > 0 => inner -= 1,
            ("END", "VCARD") => {
                if let Some((line, card)) = card.take() {
                    card.taken(&mut people, line);
                }
            }
            _ => {
                if let Some((_, card)) = card.as_mut().filter(|_| inner == 0) {
                    card.add(&property, &mut people);
                }
            }
        }
        agent = property.name == "AGENT" && property.value.trim().is_empty();
        if people.is_full() {
            break;
        }
    }
    if let Some((line, card)) = card {
        card.taken(&mut people, line);
    }
    Some(people)
}

/// Lines with the number of each, from 1; those that were broken are joined.
fn lines(bytes: &[u8]) -> Vec<(usize, Vec<u8>)> {
    let mut lines: Vec<(usize, Vec<u8>)> = Vec::new();
    let (mut soft, mut quoted) = (false, false);
    for (number, line) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        match (line, lines.last_mut()) {
            // Quoted-printable breaks a line with “=” at its end, and the next one begins anywhere.
            (line, Some((_, last))) if soft => {
                last.pop();
                last.extend_from_slice(line);
            }
            ([b' ' | b'\t', rest @ ..], Some((_, last))) => last.extend_from_slice(rest),
            ([], _) => {}
            (line, _) => {
                let head = line.split(|byte| *byte == b':').next().unwrap_or_default().to_ascii_uppercase();
                quoted = head.windows(16).any(|it| it == b"QUOTED-PRINTABLE");
                lines.push((number, line.to_vec()));
            }
        }
        soft = quoted && lines.last().is_some_and(|(_, last)| last.ends_with(b"="));
    }
    lines
}

/// One line of a card: `item1.EMAIL;TYPE=work,pref:amara@example.org`.
#[derive(Debug, Default)]
struct Property {
    /// In capitals, without its group.
    name: String,
    /// Everything between name and value, in capitals.
    parameters: String,
    /// As it stands there, escapes included.
    value: String,
}

impl Property {
    fn read(line: &[u8]) -> Self {
        let mut quoted = false;
        let colon = line.iter().position(|byte| {
            quoted ^= *byte == b'"';
            *byte == b':' && !quoted
        });
        let Some((head, value)) = colon.and_then(|at| Some((line.get(..at)?, line.get(at + 1..)?))) else {
            return Self::default();
        };
        let head = decode(head).to_ascii_uppercase();
        let (name, parameters) = head.split_once(';').unwrap_or((&head, ""));
        let name = name.rsplit('.').next().unwrap_or_default().trim().to_owned();
        let value = if parameters.contains("QUOTED-PRINTABLE") {
            // Its own line breaks are written in it, and its backslashes mean themselves.
            decode(&unquoted(value)).replace("\r\n", "\n")
        } else {
            decode(value).into_owned()
        };
        Self { name, parameters: parameters.to_owned(), value }
    }

    /// The pieces of the value between these signs, escapes undone.
    fn pieces(&self, between: char) -> Vec<String> {
        let mut pieces = vec![String::new()];
        let mut escaped = false;
        for c in self.value.chars() {
            let Some(last) = pieces.last_mut() else { break };
            match c {
                c if escaped => {
                    escaped = false;
                    last.push(if matches!(c, 'n' | 'N') { '\n' } else { c });
                }
                '\\' => escaped = true,
                c if c == between => pieces.push(String::new()),
                c => last.push(c),
            }
        }
        pieces.retain(|piece| !piece.trim().is_empty());
        pieces
    }

    /// The value whole, escapes undone.
    fn whole(&self) -> String {
        self.pieces('\0').concat()
    }

    /// Where it stands among others of its kind: `PREF=1` comes first, what says nothing of it last.
    fn rank(&self) -> u32 {
        let number = self.parameters.split(';').find_map(|it| it.strip_prefix("PREF=")?.parse().ok());
        number.unwrap_or(if self.parameters.contains("PREF") { 1 } else { u32::MAX })
    }
}

/// Quoted-printable (RFC 2045): “=C3=AB” is two bytes.
fn unquoted(value: &[u8]) -> Vec<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let (mut bytes, mut rest) = (Vec::with_capacity(value.len()), value);
    while let [first, after @ ..] = rest {
        match rest {
            [b'=', high, low, after @ ..] if digit(*high).is_some() && digit(*low).is_some() => {
                bytes.extend(digit(*high).zip(digit(*low)).map(|(high, low)| high << 4 | low));
                rest = after;
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    bytes
}

/// What a card says, as far as it was read.
#[derive(Debug, Default)]
struct Card {
    said: Said,
    /// The name in its pieces, should it not stand there whole.
    pieces: String,
    nickname: String,
    /// Each with its rank.
    mails: Vec<(u32, String)>,
    phones: Vec<(u32, String)>,
    links: Vec<(u32, String)>,
    /// Whether it is of several people.
    is_group: bool,
}

/// What every card has and says nothing of anybody.
const ABOUT_THE_CARD: [&str; 6] = ["VERSION", "PRODID", "UID", "REV", "SORT-STRING", ""];

impl Card {
    fn add(&mut self, property: &Property, people: &mut People) {
        let without = |value: String, scheme: &str| value.strip_prefix(scheme).map(str::to_owned).unwrap_or(value);
        match &*property.name {
            "FN" if self.said.name.is_empty() => self.said.name = property.whole(),
            "N" => {
                // Family, given, more, before, after.
                let mut pieces = self.name_pieces(property).into_iter();
                let (family, given, more) = (pieces.next(), pieces.next(), pieces.next());
                let all = [given, more, family].into_iter().flatten().filter(|it| !it.is_empty());
                self.pieces = all.collect::<Vec<_>>().join(" ");
            }
            "NICKNAME" => self.nickname = property.whole(),
            "ORG" if self.said.organisation.is_empty() => self.said.organisation = property.pieces(';').join(", "),
            "TITLE" => self.said.role = property.whole(),
            "ROLE" if self.said.role.is_empty() => self.said.role = property.whole(),
            "EMAIL" => self.mails.push((property.rank(), without(property.whole(), "mailto:"))),
            "TEL" => self.phones.push((property.rank(), without(property.whole(), "tel:"))),
            "URL" | "X-SOCIALPROFILE" | "SOCIALPROFILE" => self.links.push((property.rank(), property.whole())),
            "KIND" | "X-ADDRESSBOOKSERVER-KIND" => self.is_group = property.value.trim().eq_ignore_ascii_case("group"),
            "NOTE" => self.said.notes.push(property.whole()),
            // RFC 6715.
            "EXPERTISE" => self.said.skills.push(property.whole()),
            "INTEREST" | "HOBBY" => self.said.interests.push(property.whole()),
            name if ABOUT_THE_CARD.contains(&name) => {}
            name => {
                const MOST: usize = 100;
                if people.passed_over.len() < MOST {
                    people.passed_over.insert(name.chars().take(60).collect());
                }
            }
        }
    }

    /// The pieces of a name, with those that are empty.
    fn name_pieces(&self, property: &Property) -> Vec<String> {
        // An escaped semicolon within a name is rare enough.
        property.value.split(';').map(|it| it.replace("\\,", ",").replace('\\', "").trim().to_owned()).collect()
    }

    /// Takes in whose card it is; a group of people is nobody.
    fn taken(self, people: &mut People, line: usize) {
        if self.is_group {
            people.passed_over.insert("KIND:group".to_owned());
        } else {
            people.take(self.said(), line);
        }
    }

    fn said(mut self) -> Said {
        let named = [&self.said.name, &self.pieces, &self.nickname, &self.said.organisation];
        let name = named.into_iter().find(|it| !it.trim().is_empty()).cloned();
        self.said.name = name.unwrap_or_default();
        let ranked = |all: Vec<(u32, String)>| order::by_key(all, |(rank, _)| *rank).into_iter().map(|(_, it)| it);
        self.said.contacts = ranked(self.mails).chain(ranked(self.phones)).collect();
        self.said.links = ranked(self.links).collect();
        self.said
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_preferred_comes_first_and_a_group_is_nobody() {
        let text = "BEGIN:VCARD\nFN:Amara Osei\nEMAIL:c@x\nEMAIL;PREF=2:b@x\nEMAIL;PREF=1:a@x\nEND:VCARD\n\
            BEGIN:VCARD\nKIND:group\nFN:The choir\nEND:VCARD\n";
        let people = read(text.as_bytes()).unwrap();
        let [amara] = &people.found[..] else { panic!("{people:?}") };
        assert_eq!(amara.person.contacts().collect::<Vec<_>>(), ["a@x", "b@x", "c@x"]);
        assert!(people.passed_over.contains("KIND:group"));
    }

    const BOOK: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Amara Osei\r\nN:Osei;Amara;;Dr.;\r\n\
        item1.EMAIL;type=INTERNET;type=HOME:amara@home.example\r\nEMAIL;TYPE=WORK,PREF:amara@example.org\r\n\
        TEL;TYPE=\"cell:main\":+49 170 1234\r\nORG:Radio;Research\\, Tests\r\nTITLE:Head of research\r\n\
        PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRg\r\n ABAQAAAQABAAD\r\nNOTE:Answers before eight\\nor not at all\\; tea\r\n\
        URL:https://example.org/amara\r\nX-SOCIALPROFILE;TYPE=linkedin:https://www.linkedin.com/in/amara\r\n\
        BDAY:1970-01-01\r\nEND:VCARD\r\n\
        BEGIN:VCARD\nVERSION:4.0\nKIND:individual\nFN:Zoë Nú\n ñez\nTEL;VALUE=uri;PREF=1:tel:+1-555\n\
        EMAIL:mailto:zoe@example.org\nEXPERTISE;LEVEL=expert:Chairing\nHOBBY:Trains\nEND:VCARD\n";

    fn names(people: &People) -> Vec<&str> {
        people.found.iter().map(|it| &*it.person.name).collect()
    }

    fn one(text: &[u8]) -> Found {
        read(text).unwrap().found.into_iter().next().unwrap()
    }

    use super::super::Found;

    #[test]
    fn both_versions_are_read_with_several_addresses_and_without_photos() {
        let people = read(BOOK.as_bytes()).unwrap();
        assert_eq!(names(&people), ["Amara Osei", "Zoë Núñez"]);
        let amara = &people.found[0].person;
        let others: Vec<&str> = amara.other_contacts.iter().map(|it| &**it).collect();
        assert_eq!((&*amara.contact, others), ("amara@example.org", vec!["amara@home.example", "+49 170 1234"]));
        assert_eq!((&*amara.organisation, &*amara.role), ("Radio, Research, Tests", "Head of research"));
        assert_eq!(&*amara.link, "https://www.linkedin.com/in/amara");
        assert_eq!(&*amara.notes, "Answers before eight\nor not at all; tea\nhttps://example.org/amara");
        let zoe = &people.found[1].person;
        assert_eq!((&*zoe.contact, &*zoe.other_contacts[0]), ("zoe@example.org", "+1-555"));
        assert_eq!((&*zoe.skills[0], &*zoe.interests[0]), ("Chairing", "Trains"));
        assert_eq!(people.passed_over.iter().collect::<Vec<_>>(), ["BDAY", "PHOTO"]);
    }

    #[test]
    fn quoted_printable_and_old_encodings_are_read() {
        let card = b"BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:N=C3=BA=\n=C3=B1ez;Zo=C3=AB\nEND:VCARD";
        assert_eq!(&*one(card).person.name, "Zoë Núñez");
        let card = b"BEGIN:VCARD\nVERSION:2.1\nFN;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Zo=EB\nEND:VCARD";
        assert_eq!(&*one(card).person.name, "Zoë");
        let card = b"BEGIN:VCARD\nVERSION:2.1\nFN:Zo\xEB\nEND:VCARD";
        assert_eq!(&*one(card).person.name, "Zoë");
    }

    #[test]
    fn a_line_broken_within_a_character_is_joined() {
        let mut card = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zo\xC3".to_vec();
        card.extend_from_slice(b"\r\n \xAB\r\nEND:VCARD\r\n");
        assert_eq!(&*one(&card).person.name, "Zoë");
    }

    #[test]
    fn a_card_without_a_name_is_told_and_one_that_never_ends_is_read() {
        let text = "BEGIN:VCARD\nTEL:0170\nEND:VCARD\nBEGIN:VCARD\nN:Osei;Amara\nBEGIN:VCARD\nNICKNAME:Zoë\n";
        let people = read(text.as_bytes()).unwrap();
        assert_eq!(names(&people), ["Amara Osei", "Zoë"]);
        assert_eq!((people.nameless[0].line, &*people.nameless[0].says), (1, "0170"));
    }

    #[test]
    fn a_card_within_a_card_is_not_taken() {
        let text = "BEGIN:VCARD\nFN:Amara\nAGENT:\nBEGIN:VCARD\nFN:Somebody\nEND:VCARD\nTITLE:Head\nEND:VCARD\n";
        let people = read(text.as_bytes()).unwrap();
        assert_eq!((names(&people), &*people.found[0].person.role), (vec!["Amara"], "Head"));
    }
}
