//! People from outside: LinkedIn's `Connections.csv` and other tables, and address books as vCard (F3, K8).
//!
//! - `text`: the text of a file in whatever encoding it came;
//! - `table`: rows of a table with a header;
//! - `vcard`: cards of an address book, versions 2.1, 3.0 and 4.0;
//! - [`bringing`]: who of them is known already, and the change that takes the others in.
//!
//! What is read is bounded, and whatever is not taken is told: rows without a name, columns nobody asked for.

pub mod bringing;
mod table;
mod text;
mod vcard;

use std::collections::BTreeSet;

use super::{
    file_text::can_be_read,
    refusal::{Reason, Refusal},
};
use crate::domain::{Line, Person, Text, Title};

/// The most bytes of a file of people.
pub const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// The most people that are read at once: LinkedIn allows 30,000 connections.
pub const MOST_PEOPLE: usize = 30_000;

/// What a file of people holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct People {
    /// Everybody who has a name, in the order of the file.
    pub found: Vec<Found>,
    /// Those who have none, or one that does not fit.
    pub nameless: Vec<Nameless>,
    /// What the file says of people and the notebook has no place for, in the names of the file.
    pub passed_over: BTreeSet<String>,
    /// How many texts were too long, and were cut.
    pub cut: usize,
}

/// Somebody in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it says of them.
    pub person: Person,
    /// When one connected with them, in the words of the file; empty if it does not say.
    pub connected: String,
}

/// A row or a card that names nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nameless {
    /// The line where it begins, from 1.
    pub line: usize,
    /// The first that it says, for recognising it.
    pub says: String,
}

/// Reads people from the bytes of a file, whatever it is.
///
/// # Errors
/// A [`Refusal`]: it is too large, empty, has too many in it, or there are no people in it.
pub fn read(bytes: &[u8]) -> Result<People, Refusal> {
    can_be_read(bytes, MOST_BYTES)?;
    let bytes = text::as_utf8(bytes);
    if bytes.trim_ascii().is_empty() {
        return Err(Refusal::whole(Reason::Empty));
    }
    let people = if vcard::is_one(&bytes) { vcard::read(&bytes) } else { table::read(&text::decode(&bytes)) };
    let people = people.ok_or_else(|| Refusal::whole(Reason::NotPeople))?;
    let number = people.found.len() + people.nameless.len();
    if number > MOST_PEOPLE {
        return Err(Refusal::whole(Reason::TooMany { number, most: MOST_PEOPLE }));
    }
    Ok(people)
}

/// What a file says of one person, before it is put in order.
#[derive(Debug, Default)]
struct Said {
    name: String,
    role: String,
    organisation: String,
    /// Addresses and numbers, the one to use first.
    contacts: Vec<String>,
    links: Vec<String>,
    connected: String,
    skills: Vec<String>,
    interests: Vec<String>,
    notes: Vec<String>,
}

impl People {
    /// Whether no more are read: one more than there may be is enough to say so.
    fn is_full(&self) -> bool {
        self.found.len() + self.nameless.len() > MOST_PEOPLE
    }

    /// Takes somebody in, who stands at this line.
    fn take(&mut self, said: Said, line: usize) {
        const SHOWN: usize = 60;
        let Ok(name) = Title::typed(&said.name) else {
            let rest =
                [&said.name, &said.organisation, &said.role].into_iter().chain(&said.contacts).chain(&said.links);
            let says = rest.map(|it| it.trim()).find(|it| !it.is_empty()).unwrap_or_default();
            self.nameless.push(Nameless { line, says: says.chars().take(SHOWN).collect() });
            return;
        };
        let mut contacts = self.names(&said.contacts).into_iter();
        let mut person = Person::new(name);
        person.contact = contacts.next().and_then(|it| Line::new(&*it).ok()).unwrap_or_default();
        person.other_contacts = contacts.collect();
        person.role = self.line(&said.role);
        person.organisation = self.line(&said.organisation);
        let links = said.links.iter().map(|link| link.trim());
        let best =
            links.clone().find(|link| link.contains("linkedin.")).or_else(|| links.clone().find(|it| !it.is_empty()));
        person.link = self.line(best.unwrap_or_default());
        person.skills = self.names(&said.skills);
        person.interests = self.names(&said.interests);
        let left: Vec<&str> = links.filter(|link| !link.is_empty() && Some(*link) != best).collect();
        let notes: Vec<&str> = said.notes.iter().map(|it| it.trim()).filter(|it| !it.is_empty()).chain(left).collect();
        person.notes = self.text(&notes.join("\n"));
        self.found.push(Found { person, connected: said.connected.trim().to_owned() });
    }

    /// A line, cut if it is too long.
    fn line(&mut self, text: &str) -> Line {
        Line::typed(&self.cut_to(text, Line::MOST)).unwrap_or_default()
    }

    /// A text, cut if it is too long.
    fn text(&mut self, text: &str) -> Text {
        Text::typed(&self.cut_to(text, Text::MOST)).unwrap_or_default()
    }

    /// Names, each once, cut if they are too long or too many.
    fn names(&mut self, texts: &[String]) -> Vec<Title> {
        /// Nobody has more addresses, skills or interests, and comparing each with each takes its time.
        const MOST_NAMES: usize = 50;
        let mut names: Vec<Title> = Vec::new();
        for text in texts {
            match Title::typed(&self.cut_to(text, Title::MOST)) {
                Ok(name) if names.contains(&name) => {}
                Ok(_) if names.len() == MOST_NAMES => self.cut += 1,
                Ok(name) => names.push(name),
                Err(_) => {}
            }
        }
        names
    }

    /// As much of a text as fits.
    fn cut_to(&mut self, text: &str, most: usize) -> String {
        let text = text.trim();
        if text.len() <= most || text.encode_utf16().count() <= most {
            return text.to_owned();
        }
        self.cut += 1;
        let mut units = 0;
        let fits = |c: &char| {
            units += c.len_utf16();
            units < most
        };
        text.chars().take_while(fits).chain(['…']).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_is_cut_and_counted() {
        let mut people = People::default();
        let said = Said { name: "Amara".into(), role: "𝄞".repeat(400), notes: vec!["x".into()], ..Said::default() };
        people.take(said, 1);
        assert_eq!((people.cut, people.found[0].person.role.chars().count()), (1, 250));
        people.take(Said { name: "x".repeat(301), ..Said::default() }, 7);
        assert_eq!((people.nameless[0].line, people.nameless[0].says.len()), (7, 60));
    }

    #[test]
    fn what_holds_no_people_is_refused() {
        let reason = |bytes: &[u8]| read(bytes).unwrap_err().reason;
        assert_eq!(reason(b""), Reason::Empty);
        assert_eq!(reason(b"\xef\xbb\xbf \n"), Reason::Empty);
        assert_eq!(reason(b"{\"format\":\"mentorbook-card\"}"), Reason::NotPeople);
        assert_eq!(reason(b"\x89PNG\r\n\x1a\n"), Reason::NotPeople);
        assert_eq!(reason(b"date,amount\n1,2\n"), Reason::NotPeople);
        let many = format!("Name,Company\n{}", "A,B\n".repeat(MOST_PEOPLE + 5));
        assert!(matches!(reason(many.as_bytes()), Reason::TooMany { .. }));
    }
}
