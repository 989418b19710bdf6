//! What the other one of a mentorship was given: which entries, when, and beside which words (K4).
//!
//! The same entry stands in both notebooks: in the owner's it remembers what left, and in the one that is opened for
//! the reader it is the head of what came.

use serde::{Deserialize, Serialize};

use super::{
    Day, Mentorship,
    id::{EntryId, Id},
    text::{Text, Title},
};

/// What was shared at one time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Share {
    /// The mentorship it was shared in.
    pub mentorship: Id<Mentorship>,
    /// Its day.
    pub on: Day,
    /// What those who share call themselves in it.
    pub from: Title,
    /// What they call those who read it.
    pub to: Title,
    /// What they say beside it.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub note: Text,
    /// The day of the share before it, with which it was compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Day>,
    /// What was shared, in the order in which it is read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub given: Vec<Given>,
}

/// One entry of a share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Given {
    /// Which entry it was.
    pub entry: EntryId,
    /// A checksum of what was said of it, so that the next share knows what is different.
    pub sum: u32,
    /// Whether it is new since the share before, or says something else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub news: Option<News>,
}

/// What is different since the share before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum News {
    /// It was not in it.
    New,
    /// It said something else.
    Changed,
}

impl Share {
    /// How much of it is new since the share before, or changed.
    #[must_use]
    pub fn how_many(&self, news: News) -> usize {
        self.given.iter().filter(|it| it.news == Some(news)).count()
    }

    /// The part of it that is about this entry.
    #[must_use]
    pub fn given(&self, entry: EntryId) -> Option<&Given> {
        self.given.iter().find(|it| it.entry == entry)
    }
}
