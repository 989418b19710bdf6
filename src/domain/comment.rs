//! One thing that the reader of a share answered (K5): said about an entry, done, or proposed.
//!
//! It is never mixed with the owner's words: what came of it is an entry of its own, and the comment points to it.

use serde::{Deserialize, Serialize};

use super::{
    Day, Mentorship, Share, TimeOfDay,
    id::{EntryId, Id},
    text::{Text, Title},
};

/// One point of a reply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Comment {
    /// The mentorship it belongs to.
    pub mentorship: Id<Mentorship>,
    /// The share it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Id<Share>>,
    /// Who says it.
    pub from: Title,
    /// The day on which it was said.
    pub on: Day,
    /// The entry it is about; none if it is about all of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<EntryId>,
    /// What it is.
    #[serde(default, skip_serializing_if = "Point::is_said")]
    pub point: Point,
    /// What is said or proposed, in words.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub text: Text,
    /// What the owner made of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub became: Option<EntryId>,
}

/// What a comment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Point {
    /// Something that is said.
    #[default]
    Said,
    /// The action item it is about is done.
    Done,
    /// Something for the owner to do: a thing to read, a person to meet.
    Action,
    /// Something to talk about at the next meeting.
    Agenda,
    /// A day on which to meet.
    Meeting {
        /// The day.
        day: Day,
        /// The time, as the clock on the wall says there.
        #[serde(default, skip_serializing_if = "Option::is_none", with = "super::fields::minute")]
        #[cfg_attr(feature = "schema", schemars(with = "super::fields::MinuteAsWritten"))]
        at: Option<TimeOfDay>,
    },
}

impl Point {
    fn is_said(&self) -> bool {
        *self == Self::Said
    }
}

impl Comment {
    /// A point of which nothing is said yet.
    #[must_use]
    pub fn new(share: Id<Share>, to: &Share, on: Day, about: Option<EntryId>, point: Point) -> Self {
        Self {
            mentorship: to.mentorship,
            share: Some(share),
            from: to.to.clone(),
            on,
            about,
            point,
            text: Text::default(),
            became: None,
        }
    }

    /// What it proposes as a title: an action item or a point of an agenda has one line. None if it proposes neither,
    /// or says too much or too little for one.
    #[must_use]
    pub fn title(&self) -> Option<Title> {
        matches!(self.point, Point::Action | Point::Agenda).then(|| Title::typed(&self.text).ok()).flatten()
    }

    /// Whether it says what its kind has to say.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        match self.point {
            Point::Said => !self.text.trim().is_empty(),
            Point::Done => matches!(self.about, Some(id) if id.kind() == super::KindName::Action),
            Point::Action | Point::Agenda => self.title().is_some(),
            Point::Meeting { .. } => true,
        }
    }
}
