//! An event where mentors can be met (F1).

use serde::{Deserialize, Serialize};

use super::{
    Day, Person, Plan,
    id::{Id, PartId},
    parts::{Parts, part},
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
}
