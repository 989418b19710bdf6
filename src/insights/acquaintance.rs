//! Who of the notebook somebody from outside is, and what the notebook would learn of them (F3, K8).
//!
//! Somebody is known by an e-mail address, by a page about them, or by their name. Offices share addresses, and companies
//! pages, so an address or a page counts only if the names can be of one person. A page of one's own belongs to one
//! person, so two who are called the same and have different pages are two. What the notebook says is never written over.

use std::collections::BTreeMap;

use super::search::fold::fold;
use crate::domain::{Id, Line, Notebook, Person, Title};

/// By what somebody was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// An e-mail address.
    Mail,
    /// A page about them.
    Link,
    /// Their name.
    Name,
}

/// Who somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known<K> {
    /// Nobody of these.
    Nobody,
    /// This one.
    Somebody(K, By),
    /// One of so many who are called the same.
    Unclear(usize),
}

/// People by everything by which they are known, each with a key.
#[derive(Debug, PartialEq, Eq)]
pub struct Acquaintances<K> {
    /// By address and by page, with the folded names.
    mails: BTreeMap<String, Vec<(K, String)>>,
    links: BTreeMap<String, Vec<(K, String)>>,
    /// By name, with the page about them.
    names: BTreeMap<String, Vec<(K, String)>>,
}

impl Acquaintances<Id<Person>> {
    /// Everybody in a notebook.
    #[must_use]
    pub fn of(notebook: &Notebook) -> Self {
        let mut all = Self::none();
        notebook.all::<Person>().for_each(|(id, person)| all.add(id, person));
        all
    }
}

impl<K: Copy + PartialEq> Acquaintances<K> {
    /// Nobody yet.
    #[must_use]
    pub fn none() -> Self {
        Self { mails: BTreeMap::new(), links: BTreeMap::new(), names: BTreeMap::new() }
    }

    /// One more. Who came first is found by what two of them share.
    pub fn add(&mut self, key: K, person: &Person) {
        self.names.entry(fold(&person.name)).or_default().push((key, String::new()));
        self.learn(key, person);
    }

    /// What one who was added says now, with what was learned since.
    pub fn learn(&mut self, key: K, person: &Person) {
        let same = self.names.get_mut(&fold(&person.name)).into_iter().flatten();
        for (_, link) in same.filter(|(it, _)| *it == key) {
            *link = page(&person.link);
        }
        let add = |of: &mut Vec<(K, String)>| {
            if !of.iter().any(|(it, _)| *it == key) {
                of.push((key, fold(&person.name)));
            }
        };
        for mail in mails(person) {
            add(self.mails.entry(mail).or_default());
        }
        let link = page(&person.link);
        if !link.is_empty() {
            add(self.links.entry(link).or_default());
        }
    }

    /// Who this is.
    #[must_use]
    pub fn who(&self, person: &Person) -> Known<K> {
        let name = fold(&person.name);
        let akin = |all: &Vec<(K, String)>| all.iter().find(|(_, other)| are_akin(&name, other)).map(|(key, _)| *key);
        if let Some(key) = mails(person).find_map(|mail| akin(self.mails.get(&mail)?)) {
            return Known::Somebody(key, By::Mail);
        }
        let link = page(&person.link);
        if let Some(key) = self.links.get(&link).and_then(akin) {
            return Known::Somebody(key, By::Link);
        }
        let same = self.names.get(&name).into_iter().flatten();
        let mut same = same.filter(|(_, page)| page.is_empty() || link.is_empty()).map(|(key, _)| *key);
        match (same.next(), same.count()) {
            (None, _) => Known::Nobody,
            (Some(key), 0) => Known::Somebody(key, By::Name),
            (Some(_), more) => Known::Unclear(1 + more),
        }
    }
}

/// Words before a name that are none of it.
const TITLES: [&str; 9] = ["dr", "prof", "mr", "mrs", "ms", "mx", "herr", "frau", "ing"];

/// Whether two folded names can be of one person: one has all words of the other; or they begin with the same one, or
/// with its initial and share another. “Anna Feld” and “Jonas Feld” have one letter box and are two.
fn are_akin(one: &str, other: &str) -> bool {
    let words = |name: &'_ str| -> Vec<String> {
        let words =
            name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && !TITLES.contains(word));
        words.map(str::to_owned).collect()
    };
    let (one, other) = (words(one), words(other));
    let (Some(first), Some(second)) = (one.first(), other.first()) else { return false };
    let has_all = |of: &[String], words: &[String]| words.iter().all(|word| of.contains(word));
    let is_initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    let initial = is_initial(first, second) || is_initial(second, first);
    has_all(&one, &other)
        || has_all(&other, &one)
        || first == second
        || initial && one.iter().skip(1).any(|word| other.contains(word))
}

/// The e-mail addresses of somebody.
fn mails(person: &Person) -> impl Iterator<Item = String> {
    person.contacts().filter(|it| it.contains('@')).map(str::to_lowercase)
}

/// What tells one page from another: an address without its scheme and all that may be left out. After the question
/// mark stands mostly what follows visitors; only what names somebody is kept.
fn page(link: &str) -> String {
    const NAMES_SOMEBODY: [&str; 8] = ["id", "uid", "user", "user_id", "userid", "profile", "person", "author"];
    let address = link.split('#').next().unwrap_or_default().trim();
    let address = address.split_once("://").map_or(address, |(_, rest)| rest).to_lowercase();
    let (path, query) = address.split_once('?').unwrap_or((&address, ""));
    let page = path.strip_prefix("www.").unwrap_or(path).trim_end_matches('/');
    let names = |pair: &&str| pair.split_once('=').is_some_and(|(name, _)| NAMES_SOMEBODY.contains(&name));
    let query: Vec<&str> = query.split('&').filter(names).collect();
    if query.is_empty() { page.to_owned() } else { format!("{page}?{}", query.join("&")) }
}

/// What the notebook would say of somebody with what comes from outside: empty fields are filled, lists grow, and
/// nothing that is written goes.
#[must_use]
pub fn filled(here: &Person, from: &Person) -> Person {
    let mut after = here.clone();
    let fill = |here: &mut Line, from: &Line| {
        if here.is_empty() {
            *here = from.clone();
        }
    };
    fill(&mut after.role, &from.role);
    fill(&mut after.organisation, &from.organisation);
    fill(&mut after.met, &from.met);
    fill(&mut after.contact, &from.contact);
    fill(&mut after.link, &from.link);
    if after.notes.is_empty() {
        after.notes = from.notes.clone();
    }
    // A second address stands beside the first.
    let contact = Title::new(&*from.contact).ok();
    let contacts = contact.iter().chain(&from.other_contacts).filter(|it| fold(it) != fold(&after.contact));
    let contacts: Vec<Title> = contacts.cloned().collect();
    grow(&mut after.other_contacts, &contacts);
    grow(&mut after.skills, &from.skills);
    grow(&mut after.interests, &from.interests);
    after
}

/// Adds those names that are not there yet, whatever their case.
fn grow(names: &mut Vec<Title>, more: &[Title]) {
    for name in more {
        if !names.iter().any(|it| fold(it) == fold(name)) {
            names.push(name.clone());
        }
    }
}

/// Fields in which both say something, and not the same: there the notebook keeps its word. By their names in the
/// file format.
#[must_use]
pub fn stays(here: &Person, from: &Person) -> Vec<&'static str> {
    let lines = [
        ("name", &*here.name, &*from.name),
        ("role", &here.role, &from.role),
        ("organisation", &here.organisation, &from.organisation),
        ("met", &here.met, &from.met),
        ("link", &here.link, &from.link),
        ("notes", &here.notes, &from.notes),
    ];
    let apart = |(_, here, from): &(&str, &str, &str)| !here.is_empty() && !from.is_empty() && fold(here) != fold(from);
    lines.into_iter().filter(apart).map(|(field, ..)| field).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::sample::{Sample, text, title};
    use super::*;

    fn person(name: &str, contact: &str, link: &str) -> Person {
        let line = |text: &str| Line::new(text).unwrap();
        Person { contact: line(contact), link: line(link), ..Person::new(title(name)) }
    }

    #[test]
    fn somebody_is_known_by_mail_then_by_page_then_by_name() {
        let mut sample = Sample::new();
        let amara = sample.put(person("Amara Osei", "amara@example.org", "https://www.linkedin.com/in/amara/"));
        let jose = sample.put(person("José Núñez", "", ""));
        let all = Acquaintances::of(&sample.notebook);
        let who = |it: &Person| all.who(it);
        assert_eq!(who(&person("A. Osei", "Amara@Example.org", "")), Known::Somebody(amara, By::Mail));
        assert_eq!(who(&person("A. Osei", "", "http://linkedin.com/in/Amara?trk=x")), Known::Somebody(amara, By::Link));
        assert_eq!(who(&person("jose nunez", "", "https://example.org/jose")), Known::Somebody(jose, By::Name));
        assert_eq!(who(&person("Amara Osei", "", "https://example.org/another")), Known::Nobody, "another page");
        assert_eq!(who(&person("Nobody", "0170 1234", "")), Known::Nobody);
        for other in ["Jonas Feld", "Dr. Jonas Feld", "Jonas Osei", "B. Osei"] {
            assert_eq!(who(&person(other, "amara@example.org", "")), Known::Nobody, "an address that two share");
        }
        for same in ["Dr. Amara Osei", "Osei, Amara", "Amara Feld", "Amara Kwame Osei"] {
            assert_eq!(who(&person(same, "amara@example.org", "")), Known::Somebody(amara, By::Mail), "{same}");
        }
        let copied = "https://www.linkedin.com/in/amara?originalSubdomain=de&miniProfileUrn=x";
        assert_eq!(who(&person("A. Osei", "", copied)), Known::Somebody(amara, By::Link));
        assert_ne!(page("https://example.org/profile?id=1"), page("https://example.org/profile?id=2"));
    }

    #[test]
    fn two_of_one_name_are_not_told_apart_by_it() {
        let mut sample = Sample::new();
        sample.put(person("Amara Osei", "", ""));
        let second = sample.put(person("Amara Osei", "second@example.org", ""));
        let all = Acquaintances::of(&sample.notebook);
        assert_eq!(all.who(&person("Amara Osei", "", "")), Known::Unclear(2));
        assert_eq!(all.who(&person("Amara Osei", "second@example.org", "")), Known::Somebody(second, By::Mail));
    }

    #[test]
    fn only_what_is_empty_is_filled_and_lists_grow() {
        let mut here = person("Amara Osei", "amara@example.org", "");
        here.role = Line::new("Head of research").unwrap();
        here.skills = vec![title("Chairing")];
        let mut from = person("Amara O.", "amara@work.example", "https://example.org/amara");
        from.role = Line::new("Director").unwrap();
        from.organisation = Line::new("Radio").unwrap();
        from.notes = text("Met at the talk");
        from.skills = vec![title("chairing"), title("Budgets")];
        let after = filled(&here, &from);
        assert_eq!((&*after.name, &*after.role, &*after.organisation), ("Amara Osei", "Head of research", "Radio"));
        assert_eq!(
            (&*after.contact, &*after.other_contacts),
            ("amara@example.org", &[title("amara@work.example")][..])
        );
        assert_eq!(after.skills, [title("Chairing"), title("Budgets")]);
        assert_eq!((&*after.link, &*after.notes), ("https://example.org/amara", "Met at the talk"));
        assert_eq!(stays(&here, &from), ["name", "role"]);
        assert_eq!(filled(&after, &from), after, "once more changes nothing");
    }

    proptest! {
        #[test]
        fn who_was_added_is_known_and_filling_twice_is_filling_once(
            name in "[a-c]{1,3}", contact in "([a-c]@[a-c])?", link in "(https://[a-c])?",
            other in "([a-c]@[a-c])?", role in "[a-c]?",
        ) {
            let here = person(&name, &contact, &link);
            let mut from = person(&name, &other, &link);
            from.role = Line::new(role).unwrap();
            let mut all = Acquaintances::none();
            all.add(1, &here);
            let known = matches!(all.who(&from), Known::Somebody(1, _));
            prop_assert!(known);
            let after = filled(&here, &from);
            prop_assert_eq!(filled(&after, &from), after);
        }
    }
}
