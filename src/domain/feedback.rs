//! Feedback in both directions: what it is about, and what was done about it (R5).

use serde::{Deserialize, Serialize};

use super::{
    Day, Goal, Meeting, Mentorship,
    check_in::Direction,
    id::Id,
    text::{Line, Text, Title},
};

/// What one side told the other about their work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Feedback {
    /// The mentorship it belongs to.
    pub mentorship: Id<Mentorship>,
    /// The meeting at which it was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Id<Meeting>>,
    /// Its day.
    pub on: Day,
    /// Who gave it.
    pub direction: Direction,
    /// What was said.
    pub text: Text,
    /// What it is about; none if nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Subject>,
    /// The goal it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<Id<Goal>>,
    /// The skills it is about, by name, as goals name them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<Title>,
    /// What was done about it.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub done_about_it: Text,
    /// The day on which that was written first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_on: Option<Day>,
}

/// What feedback is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// The way in which somebody works.
    Way,
    /// One piece of their work.
    Work {
        /// Which one.
        #[serde(default, skip_serializing_if = "Line::is_empty")]
        piece: Line,
    },
}

impl Feedback {
    /// Feedback of which only the words are known.
    #[must_use]
    pub fn new(mentorship: Id<Mentorship>, direction: Direction, text: Text, on: Day) -> Self {
        Self {
            mentorship,
            meeting: None,
            on,
            direction,
            text,
            about: None,
            goal: None,
            skills: Vec::new(),
            done_about_it: Text::default(),
            done_on: None,
        }
    }

    /// Whether something was done about it.
    #[must_use]
    pub fn is_acted_upon(&self) -> bool {
        !self.done_about_it.trim().is_empty()
    }

    /// Says what was done about it; the first day on which it says anything is remembered.
    pub fn act(&mut self, done: Text, on: Day) {
        self.done_about_it = done;
        self.done_on = if self.is_acted_upon() { self.done_on.or(Some(on)) } else { None };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_day_on_which_something_was_done_stays() {
        let day = |n| Day::from_ymd_opt(2026, 4, n).unwrap();
        let text = |text| Text::new(text).unwrap();
        let mut it = Feedback::new(Id::new(1), Direction::FromThem, text("Slower"), day(1));
        assert!(!it.is_acted_upon());
        it.act(text("I breathe"), day(2));
        it.act(text("I breathe, and count to three"), day(5));
        assert_eq!((it.is_acted_upon(), it.done_on), (true, Some(day(2))));
        it.act(Text::default(), day(6));
        assert_eq!((it.is_acted_upon(), it.done_on), (false, None));
    }
}
