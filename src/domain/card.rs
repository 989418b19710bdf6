//! A card: what somebody says of themselves to those who look for a mentor or a mentee (F4, F5).
//!
//! The same fields stand on cards that come in files and on the owner's own, which is an entry.

use serde::{Deserialize, Serialize};

use super::{
    Person,
    text::{Line, Text, Title},
};

/// What somebody wants to be found by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Card {
    /// Whether they want to guide or to be guided.
    pub side: CardSide,
    /// What they are called.
    pub name: Title,
    /// What they do.
    #[serde(default, skip_serializing_if = "Line::is_empty")]
    pub role: Line,
    /// Where they work, or whom they speak for.
    #[serde(default, skip_serializing_if = "Line::is_empty")]
    pub organisation: Line,
    /// Who they are, in their own words.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub about: Text,
    /// What they can do, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<Title>,
    /// What they want to learn, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wants: Vec<Title>,
    /// What they are interested in, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interests: Vec<Title>,
    /// What matters to them, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Title>,
    /// What they can give (F6).
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub offers: Text,
    /// Whom they look for, and for what.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub seeks: Text,
    /// The languages in which one can talk with them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Title>,
    /// How much time they have, and when.
    #[serde(default, skip_serializing_if = "Line::is_empty")]
    pub time: Line,
    /// An e-mail address or a telephone number.
    #[serde(default, skip_serializing_if = "Line::is_empty")]
    pub contact: Line,
    /// A page about them.
    #[serde(default, skip_serializing_if = "Line::is_empty")]
    pub link: Line,
}

/// On which side of a mentorship somebody wants to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CardSide {
    /// They want to guide somebody.
    #[default]
    Mentor,
    /// They want to be guided.
    Mentee,
}

impl CardSide {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Mentor, Self::Mentee];
}

impl Card {
    /// A card with nothing but a name on it.
    #[must_use]
    pub fn new(side: CardSide, name: Title) -> Self {
        Self {
            side,
            name,
            role: Line::default(),
            organisation: Line::default(),
            about: Text::default(),
            skills: Vec::new(),
            wants: Vec::new(),
            interests: Vec::new(),
            values: Vec::new(),
            offers: Text::default(),
            seeks: Text::default(),
            languages: Vec::new(),
            time: Line::default(),
            contact: Line::default(),
            link: Line::default(),
        }
    }

    /// What a notebook keeps of somebody whose card this is.
    #[must_use]
    pub fn person(&self) -> Person {
        Person {
            role: self.role.clone(),
            organisation: self.organisation.clone(),
            contact: self.contact.clone(),
            link: self.link.clone(),
            skills: self.skills.clone(),
            interests: self.interests.clone(),
            notes: self.about.clone(),
            ..Person::new(self.name.clone())
        }
    }
}
