//! What makes somebody the right mentor: five criteria, how each is judged, how much each counts (F7).
//!
//! A judgement is a field of its own for each criterion, so that two devices can judge without each other.

use serde::{Deserialize, Deserializer, Serialize, de::Error as _};

use super::text::Line;

/// What a mentor is judged by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Criterion {
    /// Skills and experience that the goals need.
    Skills,
    /// A path that inspires.
    Path,
    /// Values that both share.
    Values,
    /// Trust, and talking openly.
    Trust,
    /// Time, and the will to give it.
    Time,
}

impl Criterion {
    /// All of them, in order.
    pub const ALL: [Self; 5] = [Self::Skills, Self::Path, Self::Values, Self::Trust, Self::Time];
}

/// A number from 1 (not at all) to 5 (fully).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rating(#[cfg_attr(feature = "schema", schemars(range(min = 1, max = 5)))] u8);

impl Rating {
    /// All of them, the lowest first.
    pub const ALL: [Self; 5] = [Self(1), Self(2), Self(3), Self(4), Self(5)];

    /// The rating of this number, if it is one.
    #[must_use]
    pub fn new(number: u8) -> Option<Self> {
        (1..=5).contains(&number).then_some(Self(number))
    }

    /// Its number.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }
}

impl<'de> Deserialize<'de> for Rating {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(u8::deserialize(deserializer)?).ok_or_else(|| D::Error::custom("a rating goes from 1 to 5"))
    }
}

/// How well somebody fits by one criterion, and why.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Judgement {
    /// How well; none while there is only a thought.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<Rating>,
    /// Why.
    #[serde(default, skip_serializing_if = "Line::is_empty")]
    pub reason: Line,
}

impl Judgement {
    /// Whether nothing was judged.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// How much each criterion counts against the others, from 0 (not at all) to 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Weights {
    /// Of skills and experience.
    #[cfg_attr(feature = "schema", schemars(range(max = 4)))]
    pub skills: u8,
    /// Of the path.
    #[cfg_attr(feature = "schema", schemars(range(max = 4)))]
    pub path: u8,
    /// Of values.
    #[cfg_attr(feature = "schema", schemars(range(max = 4)))]
    pub values: u8,
    /// Of trust.
    #[cfg_attr(feature = "schema", schemars(range(max = 4)))]
    pub trust: u8,
    /// Of time.
    #[cfg_attr(feature = "schema", schemars(range(max = 4)))]
    pub time: u8,
}

impl Weights {
    /// The most that a criterion can count.
    pub const MOST: u8 = 4;
    /// What a criterion counts unless somebody says something else.
    pub const USUAL: u8 = 2;

    /// How much a criterion counts.
    #[must_use]
    pub fn of(&self, criterion: Criterion) -> u8 {
        match criterion {
            Criterion::Skills => self.skills,
            Criterion::Path => self.path,
            Criterion::Values => self.values,
            Criterion::Trust => self.trust,
            Criterion::Time => self.time,
        }
    }

    /// Lets a criterion count as much; more than [`Weights::MOST`] is that.
    pub fn set(&mut self, criterion: Criterion, weight: u8) {
        let place = match criterion {
            Criterion::Skills => &mut self.skills,
            Criterion::Path => &mut self.path,
            Criterion::Values => &mut self.values,
            Criterion::Trust => &mut self.trust,
            Criterion::Time => &mut self.time,
        };
        *place = weight.min(Self::MOST);
    }

    /// Whether nobody said how much anything counts.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

impl Default for Weights {
    fn default() -> Self {
        let usual = Self::USUAL;
        Self { skills: usual, path: usual, values: usual, trust: usual, time: usual }
    }
}

impl<'de> Deserialize<'de> for Weights {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Read {
            skills: u8,
            path: u8,
            values: u8,
            trust: u8,
            time: u8,
        }
        let Read { skills, path, values, trust, time } = Read::deserialize(deserializer)?;
        if [skills, path, values, trust, time].into_iter().any(|weight| weight > Self::MOST) {
            return Err(D::Error::custom("a weight goes from 0 to 4"));
        }
        Ok(Self { skills, path, values, trust, time })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rating_goes_from_one_to_five() {
        let read = |text: &str| serde_json::from_str::<Rating>(text).ok().map(Rating::get);
        assert_eq!([1, 5].map(|n| read(&n.to_string())), [Some(1), Some(5)]);
        for wrong in ["0", "6", "256", "-1", "2.5", "null", "\"3\""] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
        assert_eq!(Rating::ALL.map(|rating| Rating::new(rating.get())), Rating::ALL.map(Some));
    }

    #[test]
    fn a_weight_that_cannot_be_is_refused() {
        let read = |text: &str| serde_json::from_str::<Weights>(text).ok();
        let usual = serde_json::to_string(&Weights::default()).unwrap();
        assert_eq!(read(&usual), Some(Weights::default()));
        assert_eq!(read(&usual.replacen('2', "5", 1)), None);
        assert_eq!(read(r#"{"skills":1}"#), None);
    }

    #[test]
    fn every_criterion_has_a_weight_of_its_own() {
        let mut weights = Weights::default();
        for (number, criterion) in Criterion::ALL.into_iter().enumerate() {
            weights.set(criterion, number.try_into().unwrap());
        }
        assert_eq!(Criterion::ALL.map(|criterion| weights.of(criterion)), [0, 1, 2, 3, 4]);
        weights.set(Criterion::Skills, 9);
        assert_eq!(weights.skills, Weights::MOST);
    }
}
