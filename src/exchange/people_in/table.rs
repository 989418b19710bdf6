//! Rows of a table with a header: LinkedIn's `Connections.csv`, address books of mail programs, tables of one's own.
//!
//! LinkedIn puts some lines of notes before the header, and every program orders its columns as it likes; so the
//! header is the first row that names what we know. A formula of a spreadsheet is a text like any other.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::{People, Said};
use crate::insights::search::fold::fold;

/// What a column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    First,
    Last,
    Name,
    Mail,
    Phone,
    Link,
    Organisation,
    Role,
    Connected,
    Notes,
    /// Something for which there is no place.
    Other,
}

/// What columns are called, folded: by LinkedIn, by mail programs, in languages of the people who try it.
const NAMES: &[(Column, &[&str])] = &[
    (Column::First, &["first name", "given name", "vorname", "prenom", "nombre", "firstname"]),
    (Column::Last, &["last name", "family name", "surname", "nachname", "nom", "apellidos", "lastname"]),
    (Column::Name, &["name", "full name", "display name", "fullname"]),
    (
        Column::Mail,
        &[
            "email address",
            "e-mail address",
            "email",
            "e-mail",
            "mail",
            "e-mail-adresse",
            "adresse e-mail",
            "e-mail 2 address",
            "e-mail 3 address",
        ],
    ),
    (
        Column::Phone,
        &["phone", "telephone", "phone number", "mobile", "mobile phone", "telefon", "business phone", "home phone"],
    ),
    (Column::Link, &["url", "profile url", "linkedin", "link", "website", "web page", "profil-url"]),
    (
        Column::Organisation,
        &[
            "company",
            "organisation",
            "organization",
            "employer",
            "organization name",
            "organization 1 - name",
            "unternehmen",
            "firma",
            "entreprise",
        ],
    ),
    (
        Column::Role,
        &["position", "title", "job title", "role", "organization title", "organization 1 - title", "poste", "rolle"],
    ),
    (Column::Connected, &["connected on", "verbunden am", "connecte le"]),
    (Column::Notes, &["notes", "note", "notizen"]),
];

fn column(name: &str) -> Column {
    let name = fold(name.trim());
    let known = NAMES.iter().find(|(_, names)| names.contains(&&*name)).map(|(column, _)| *column);
    // Google numbers what there is more than one of: “E-mail 1 - Value”.
    let numbered = || match name.strip_suffix(" - value")? {
        it if it.starts_with("e-mail") => Some(Column::Mail),
        it if it.starts_with("phone") => Some(Column::Phone),
        it if it.starts_with("website") => Some(Column::Link),
        _ => None,
    };
    known.or_else(numbered).unwrap_or(Column::Other)
}

/// How many rows may stand before the header.
const BEFORE_HEADER: usize = 30;

/// How many columns are looked at.
const MOST_COLUMNS: usize = 200;

/// Reads a table; none if no row names what we know.
pub(super) fn read(text: &str) -> Option<People> {
    [b',', b';', b'\t'].into_iter().find_map(|delimiter| read_by(text, delimiter))
}

fn read_by(text: &str, delimiter: u8) -> Option<People> {
    let mut rows = Rows::new(text, delimiter);
    let header = loop {
        let (_, row) = rows.next().filter(|_| rows.number <= BEFORE_HEADER)?;
        let columns: Vec<Column> = row.iter().map(|name| column(name)).collect();
        let known = columns.iter().filter(|it| **it != Column::Other).count();
        let names = columns.iter().any(|it| matches!(it, Column::First | Column::Last | Column::Name));
        if names && (known > 1 || row.len() == 1) {
            break row.into_iter().zip(columns).collect::<Vec<_>>();
        }
    };
    let mut people = People::default();
    while let Some((line, row)) = rows.next().filter(|_| !people.is_full()) {
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let (mut said, mut first, mut last) = (Said::default(), "", "");
        for ((name, column), cell) in header.iter().zip(&row).filter(|(_, cell)| !cell.trim().is_empty()) {
            let cell = cell.trim();
            // Google writes several values into one cell.
            let several = || cell.split(" ::: ").map(str::to_owned);
            match column {
                Column::First => first = cell,
                Column::Last => last = cell,
                Column::Name => said.name = cell.to_owned(),
                Column::Mail => {
                    // Mail comes before numbers, wherever its column stands.
                    let at = said.contacts.iter().take_while(|it| it.contains('@')).count();
                    said.contacts.splice(at..at, several());
                }
                Column::Phone => said.contacts.extend(several()),
                Column::Link => said.links.extend(several()),
                Column::Organisation => said.organisation = cell.to_owned(),
                Column::Role => said.role = cell.to_owned(),
                Column::Connected => said.connected = cell.to_owned(),
                Column::Notes => said.notes.push(cell.to_owned()),
                Column::Other => {
                    let name = name.trim();
                    if !name.is_empty() && people.passed_over.len() < MOST_COLUMNS {
                        people.passed_over.insert(name.chars().take(60).collect());
                    }
                }
            }
        }
        said.name = name(&said.name, first, last);
        people.take(said, line);
    }
    Some(people)
}

/// A name of which some is known. A whole name says more than its pieces; beside one of them that it does not have,
/// “Name” is the other one.
fn name(whole: &str, first: &str, last: &str) -> String {
    let folded = fold(whole);
    let has = |piece: &str| fold(piece).split_whitespace().all(|word| folded.split_whitespace().any(|it| it == word));
    match (whole.is_empty(), first.is_empty(), last.is_empty()) {
        (false, ..) if has(first) && has(last) => whole.to_owned(),
        (false, false, true) => format!("{first} {whole}"),
        (false, true, false) => format!("{whole} {last}"),
        _ => format!("{first} {last}"),
    }
}

/// Rows with the line on which each begins. Quotes may hold line breaks.
struct Rows<'a> {
    reader: Reader,
    rest: &'a [u8],
    /// How many rows were read.
    number: usize,
    output: Vec<u8>,
    ends: Vec<usize>,
}

impl<'a> Rows<'a> {
    fn new(text: &'a str, delimiter: u8) -> Self {
        let reader = ReaderBuilder::new().delimiter(delimiter).build();
        Self { reader, rest: text.as_bytes(), number: 0, output: vec![0; 4096], ends: vec![0; 64] }
    }

    fn next(&mut self) -> Option<(usize, Vec<String>)> {
        // Line breaks before a row are passed over with it.
        let blank = self.rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
        let line = usize::try_from(self.reader.line()).unwrap_or(0) + blank.filter(|byte| **byte == b'\n').count();
        let (mut written, mut ended) = (0, 0);
        loop {
            let output = self.output.get_mut(written..)?;
            let ends = self.ends.get_mut(ended..)?;
            let (result, read, wrote, end) = self.reader.read_record(self.rest, output, ends);
            self.rest = self.rest.get(read..).unwrap_or_default();
            (written, ended) = (written + wrote, ended + end);
            match result {
                // Asked again without anything left, it says that this was the end.
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.output.resize(self.output.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return None,
            }
        }
        self.number += 1;
        let mut from = 0;
        let ends = self.ends.iter().take(ended.min(MOST_COLUMNS));
        let cells = ends.map(|end| {
            let cell = self.output.get(from..*end).unwrap_or_default();
            from = *end;
            String::from_utf8_lossy(cell).into_owned()
        });
        Some((line, cells.collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINKEDIN: &str = "Notes:\n\"When exporting your connection data, you may notice that some of the email \
        addresses are missing. You will only see those of connections who allow it, \"\"for now\"\".\"\n\n\
        First Name,Last Name,URL,Email Address,Company,Position,Connected On\n\
        Amara,Osei,https://www.linkedin.com/in/amara,amara@example.org,Radio,Head of research,12 Mar 2024\n\
        ,,,,,,\n\
        José,Núñez,https://www.linkedin.com/in/jose,,\"Núñez, Sons\nand Daughters\",\"Says \"\"hello\"\"\",01 Jan 2020\n\
        ,,https://www.linkedin.com/in/hidden,,Somewhere,,05 Feb 2021\n";

    #[test]
    fn a_name_may_stand_in_pieces_whole_or_both() {
        let names = |text: &str| -> Vec<String> {
            read(text).unwrap().found.iter().map(|it| it.person.name.to_string()).collect()
        };
        assert_eq!(names("Name;Vorname;Firma\nOsei;Amara;Radio\nFeld;Amara;Bahn\n"), ["Amara Osei", "Amara Feld"]);
        assert_eq!(
            names("Name;Vorname;Firma\nHansen;Hans;Radio\nOsei Amara;Amara;Bahn\n"),
            ["Hans Hansen", "Osei Amara"]
        );
        assert_eq!(names("Name,Given Name,Family Name\nAmara Kwame Osei,Amara,Osei\n"), ["Amara Kwame Osei"]);
        assert_eq!(
            names("Name,Family Name,Company\nAmara,Osei,Radio\nAmara Osei,Osei,Bahn\n"),
            ["Amara Osei", "Amara Osei"]
        );
        assert_eq!(names("First Name,Last Name,URL\nAmara,,x\n,Osei,y\n"), ["Amara", "Osei"]);
    }

    #[test]
    fn linkedins_own_file_is_read() {
        let people = read(LINKEDIN).unwrap();
        let names: Vec<&str> = people.found.iter().map(|it| &*it.person.name).collect();
        assert_eq!(names, ["Amara Osei", "José Núñez"]);
        let amara = &people.found[0];
        assert_eq!((&*amara.person.contact, &*amara.person.role), ("amara@example.org", "Head of research"));
        assert_eq!((&*amara.person.organisation, &*amara.connected), ("Radio", "12 Mar 2024"));
        let jose = &people.found[1].person;
        assert_eq!((&*jose.organisation, &*jose.role), ("Núñez, Sons and Daughters", "Says \"hello\""));
        assert_eq!((people.nameless[0].line, &*people.nameless[0].says), (9, "Somewhere"));
        assert!(people.passed_over.is_empty());
    }

    #[test]
    fn columns_may_stand_in_any_order_and_between_semicolons() {
        let people =
            read("Firma;E-Mail;Geburtstag;Nachname;Telefon;Vorname\r\nRadio;a@b.c;1. Mai;Osei;0170;Amara\r\n").unwrap();
        let it = &people.found[0].person;
        assert_eq!((&*it.name, &*it.organisation, &*it.contact), ("Amara Osei", "Radio", "a@b.c"));
        assert_eq!(&*it.other_contacts[0], "0170");
        assert_eq!(people.passed_over.iter().collect::<Vec<_>>(), ["Geburtstag"]);
    }

    #[test]
    fn an_address_book_of_google_is_read() {
        let text = "Name,E-mail 1 - Value,E-mail 2 - Value,Phone 1 - Value,Organization 1 - Name\n\
            Amara Osei,a@b.c ::: d@e.f,g@h.i,+49 170,Radio\n";
        let it = &read(text).unwrap().found[0].person;
        let others: Vec<&str> = it.other_contacts.iter().map(|it| &**it).collect();
        assert_eq!((&*it.contact, others), ("a@b.c", vec!["d@e.f", "g@h.i", "+49 170"]));
    }

    #[test]
    fn a_formula_stays_text() {
        let it = read("Name,Company\n\"=HYPERLINK(\"\"https://x\"\")\",+1+1\n").unwrap();
        assert_eq!(
            (&*it.found[0].person.name, &*it.found[0].person.organisation),
            ("=HYPERLINK(\"https://x\")", "+1+1")
        );
    }

    #[test]
    fn a_row_that_is_too_long_or_too_short_is_read_as_far_as_it_goes() {
        let people = read("Name,Company,Email\nAmara\nJonas,Rail,j@e.org,more,and more\n").unwrap();
        assert_eq!(people.found.len(), 2);
        assert_eq!(&*people.found[1].person.contact, "j@e.org");
    }
}
