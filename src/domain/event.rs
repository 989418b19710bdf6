//! An event where mentors can be met (F1).

use serde::{Deserialize, Serialize};

use super::{
    Day, Person, Plan,
    id::{Id, PartId},
    parts::{Parts, part, titled},
    text::{Line, Text, Title},
};

/// A conference, a workshop, an evening of talks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Event {
    /// What it is called.
    pub title: Title,
    /// Its day.
    pub on: Day,
    /// The finding plan it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<Id<Plan>>,
    /// Where it takes place.
    #[serde(default, skip_serializing_if = "Line::is_empty")]
    pub place_name: Line,
    /// With whom one goes.
    #[serde(default, skip_serializing_if = "Line::is_empty")]
    pub went_with: Line,
    /// Whom one wants to meet.
    #[serde(default, skip_serializing_if = "Parts::is_empty")]
    pub to_meet: Parts<Guest>,
    /// Whom one met.
    #[serde(default, skip_serializing_if = "Parts::is_empty")]
    pub met: Parts<Met>,
    /// The day by which one wants to have written to them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follow_up_by: Option<Day>,
    /// The day on which one had written to them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub followed_up: Option<Day>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub notes: Text,
}

/// Somebody one wants to meet at an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Guest {
    /// Its id within the event.
    pub id: PartId,
    /// Where it stands in the order.
    pub place: i64,
    /// Who it is.
    pub title: Title,
}

/// Somebody one met at an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Met {
    /// Its id within the event.
    pub id: PartId,
    /// Where it stands in the order.
    pub place: i64,
    /// Who it is.
    pub title: Title,
    /// What one talked about.
    #[serde(default, skip_serializing_if = "Line::is_empty")]
    pub note: Line,
    /// The person they became in the notebook.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Id<Person>>,
}

part!(Guest, Met);
titled!(Guest, Met);

impl Event {
    /// An event of which only name and day are known.
    #[must_use]
    pub fn new(title: Title, on: Day) -> Self {
        Self {
            title,
            on,
            plan: None,
            place_name: Line::default(),
            went_with: Line::default(),
            to_meet: Parts::default(),
            met: Parts::default(),
            follow_up_by: None,
            followed_up: None,
            notes: Text::default(),
        }
    }

    /// The day of its follow-up, if that has come and nobody has been written to.
    #[must_use]
    pub fn follow_up_due(&self, today: Day) -> Option<Day> {
        self.follow_up_by.filter(|by| self.followed_up.is_none() && *by <= today)
    }

    /// Somebody to meet was met. The part keeps its id, so that saying so on two devices gives one.
    pub fn meet(&mut self, guest: PartId) {
        if let Some(guest) = self.to_meet.remove(guest) {
            self.met.add(Met { id: guest.id, place: 0, title: guest.title, note: Line::default(), person: None });
        }
    }

    /// Somebody one met here, as a person of the notebook.
    #[must_use]
    pub fn person_met(&self, met: PartId) -> Option<Person> {
        let met = self.met.get(met)?;
        // A title always fits in a line.
        let how = Line::typed(&self.title).unwrap_or_default();
        Some(Person { met: how, ..Person::new(met.title.clone()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn title(text: &str) -> Title {
        Title::new(text).unwrap()
    }

    fn day(day: u32) -> Day {
        Day::from_ymd_opt(2026, 4, day).unwrap()
    }

    fn evening() -> Event {
        let mut event = Event::new(title("Evening of talks"), day(10));
        event.to_meet.add(Guest { id: PartId::new(1), place: 0, title: title("Amara Osei") });
        event
    }

    #[test]
    fn who_was_met_leaves_the_list_of_those_to_meet() {
        let mut event = evening();
        event.meet(PartId::new(1));
        assert!(event.to_meet.is_empty());
        let person = event.person_met(PartId::new(1)).unwrap();
        assert_eq!((&*person.name, &*person.met), ("Amara Osei", "Evening of talks"));
        event.meet(PartId::new(1));
        assert_eq!(event.met.len(), 1);
    }

    #[test]
    fn a_follow_up_is_due_from_its_day_until_it_is_done() {
        let mut event = evening();
        event.follow_up_by = Some(day(12));
        assert_eq!(event.follow_up_due(day(11)), None);
        assert_eq!(event.follow_up_due(day(12)), Some(day(12)));
        event.followed_up = Some(day(12));
        assert_eq!(event.follow_up_due(day(13)), None);
    }
}
