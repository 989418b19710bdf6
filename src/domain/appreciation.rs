//! Help that was received: what it was, what became of it, and whether it was thanked for (R7).
//!
//! It belongs to a mentorship, on either side: a mentor is helped by a mentee, too. Help from people with whom there is
//! no mentorship has its place in the wider network (G5), together with who introduced whom.

use serde::{Deserialize, Serialize};

use super::{
    CheckIn, Day, Goal, Meeting, Mentorship,
    id::Id,
    text::{Text, Title},
};

/// Something the other side gave that helped: advice, an introduction, an hour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Appreciation {
    /// The mentorship it belongs to.
    pub mentorship: Id<Mentorship>,
    /// The meeting at which it was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Id<Meeting>>,
    /// Its day.
    pub on: Day,
    /// What the help was, in one line.
    pub help: Title,
    /// The goal it served.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<Id<Goal>>,
    /// What became of it.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub became: Text,
    /// The day on which that was written first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub became_on: Option<Day>,
    /// The day on which the owner said thank you.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thanked: Option<Day>,
    /// The message that did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<Id<CheckIn>>,
}

impl Appreciation {
    /// Help of which only a line is known.
    #[must_use]
    pub fn new(mentorship: Id<Mentorship>, help: Title, on: Day) -> Self {
        Self {
            mentorship,
            meeting: None,
            on,
            help,
            goal: None,
            became: Text::default(),
            became_on: None,
            thanked: None,
            message: None,
        }
    }

    /// Says what became of it; the first day on which it says anything is remembered.
    pub fn tell(&mut self, became: Text, on: Day) {
        self.became_on = if became.trim().is_empty() { None } else { self.became_on.or(Some(on)) };
        self.became = became;
    }

    /// Thanks were said on this day, perhaps with a message.
    pub fn thank(&mut self, on: Day, message: Option<Id<CheckIn>>) {
        (self.thanked, self.message) = (Some(on), message);
    }

    /// Thanks are still to be said.
    pub fn unthank(&mut self) {
        (self.thanked, self.message) = (None, None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_day_on_which_one_knows_what_became_of_it_stays() {
        let day = |n| Day::from_ymd_opt(2026, 4, n).unwrap();
        let text = |text| Text::new(text).unwrap();
        let mut it = Appreciation::new(Id::new(1), Title::new("Ask twice").unwrap(), day(1));
        it.tell(text("I asked"), day(3));
        it.tell(text("I asked, and they said yes"), day(9));
        assert_eq!(it.became_on, Some(day(3)));
        it.tell(text("  "), day(10));
        assert_eq!(it.became_on, None);
        it.thank(day(4), Some(Id::new(7)));
        it.unthank();
        assert_eq!((it.thanked, it.message), (None, None));
    }
}
