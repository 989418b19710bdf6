//! A person: a mentor, a mentee, or somebody met on the way (F1, F3, G5).

use serde::{Deserialize, Serialize};

use super::text::{Line, Text, Title};

/// Somebody one knows or wants to know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Person {
    /// What they are called.
    pub name: Title,
    /// What they do, and where.
    #[serde(default, skip_serializing_if = "Line::is_empty")]
    pub role: Line,
    /// Where they work, or whom they speak for (F3).
    #[serde(default, skip_serializing_if = "Line::is_empty")]
    pub organisation: Line,
    /// How they were met.
    #[serde(default, skip_serializing_if = "Line::is_empty")]
    pub met: Line,
    /// An e-mail address or a telephone number.
    #[serde(default, skip_serializing_if = "Line::is_empty")]
    pub contact: Line,
    /// More addresses and numbers, such as those of an address book (K8).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_contacts: Vec<Title>,
    /// A page about them, such as a LinkedIn profile (F3). Shown as a link only if it is `https`.
    #[serde(default, skip_serializing_if = "Line::is_empty")]
    pub link: Line,
    /// What they can do, by name (F4, F7).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<Title>,
    /// What they are interested in, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interests: Vec<Title>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub notes: Text,
}

impl Person {
    /// A person of whom only the name is known.
    #[must_use]
    pub fn new(name: Title) -> Self {
        Self {
            name,
            role: Line::default(),
            organisation: Line::default(),
            met: Line::default(),
            contact: Line::default(),
            other_contacts: Vec::new(),
            link: Line::default(),
            skills: Vec::new(),
            interests: Vec::new(),
            notes: Text::default(),
        }
    }

    /// Their addresses and numbers; the first may be empty.
    pub fn contacts(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&*self.contact).chain(self.other_contacts.iter().map(|it| &**it))
    }

    /// The first of their addresses that is one for e-mail.
    #[must_use]
    pub fn mail(&self) -> Option<&str> {
        self.contacts().find(|it| it.contains('@') && !it.contains(char::is_whitespace))
    }

    /// The page about them, if its address may be followed: only `https` is.
    #[must_use]
    pub fn page(&self) -> Option<&str> {
        let rest = self.link.strip_prefix("https://")?;
        (!rest.is_empty() && !rest.contains(char::is_whitespace)).then_some(&*self.link)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_mails_to_the_first_address_that_is_one() {
        let mut person = Person::new(Title::new("Amara Osei").unwrap());
        assert_eq!(person.mail(), None);
        person.contact = Line::new("+49 30 123").unwrap();
        person.other_contacts = vec![Title::new("ask at the desk").unwrap(), Title::new("amara@example.org").unwrap()];
        assert_eq!(person.mail(), Some("amara@example.org"));
        person.contact = Line::new("osei@example.org").unwrap();
        assert_eq!(person.mail(), Some("osei@example.org"));
    }

    #[test]
    fn only_an_https_address_may_be_followed() {
        let page = |link: &str| {
            let mut person = Person::new(Title::new("Amara").unwrap());
            person.link = Line::new(link).unwrap();
            person.page().map(str::to_owned)
        };
        assert_eq!(page("https://example.org/amara"), Some("https://example.org/amara".into()));
        for not_followed in ["", "https://", "http://example.org", "javascript:alert(1)", "example.org", "https://a b"]
        {
            assert_eq!(page(not_followed), None, "{not_followed}");
        }
    }
}
