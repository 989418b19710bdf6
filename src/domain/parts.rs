//! Parts of an entry in an order a person chose: milestones, agenda points, steps.
//!
//! Each part keeps an id and a place of its own, so that two copies of one entry can be merged part
//! by part and both orders survive; the order of the list is the order of the places.

use serde::{Deserialize, Serialize, de::Error as _};

use super::{id::PartId, order, text::Title};

/// A part of an entry.
pub trait Part: Clone {
    /// Its id within the entry.
    fn id(&self) -> PartId;
    /// Where it stands; parts are shown by rising place, then id.
    fn place(&self) -> i64;
    /// Moves it.
    fn set_place(&mut self, place: i64);
}

/// Implements [`Part`] for structs with fields `id` and `place`.
macro_rules! part {
    ($($type:ty),*) => {$(
        impl $crate::domain::parts::Part for $type {
            fn id(&self) -> $crate::domain::id::PartId {
                self.id
            }
            fn place(&self) -> i64 {
                self.place
            }
            fn set_place(&mut self, place: i64) {
                self.place = place;
            }
        }
    )*};
}
pub(super) use part;

/// A part that says in one line what it is: a milestone, an agenda point, a step.
pub trait Titled: Part + 'static {
    /// The line.
    fn title(&self) -> &Title;
    /// Says something else.
    fn set_title(&mut self, title: Title);
}

/// Implements [`Titled`] for parts with a field `title`.
macro_rules! titled {
    ($($type:ty),*) => {$(
        impl $crate::domain::parts::Titled for $type {
            fn title(&self) -> &$crate::domain::text::Title {
                &self.title
            }
            fn set_title(&mut self, title: $crate::domain::text::Title) {
                self.title = title;
            }
        }
    )*};
}
pub(super) use titled;

/// Room left between two places, so that most moves touch one part only.
const GAP: i64 = 1024;

/// Which way a part is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toward {
    /// One step toward the beginning.
    Start,
    /// One step toward the end.
    End,
}

/// A list of parts, always in order, with no id twice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Parts<T>(Vec<T>);

impl<T> Default for Parts<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Part> Parts<T> {
    /// Puts parts in order. `None` when two have the same id.
    #[must_use]
    pub fn new(parts: Vec<T>) -> Option<Self> {
        let keys: Vec<_> = parts.iter().map(|part| (part.place(), part.id())).collect();
        let order = order_of(&keys)?;
        let mut slots: Vec<Option<T>> = parts.into_iter().map(Some).collect();
        let ordered = order.into_iter().filter_map(|at| slots.get_mut(at)?.take());
        Some(Self(ordered.collect()))
    }

    /// Adds a part at the end; its place is given here. A part with the same id is replaced.
    pub fn add(&mut self, mut part: T) {
        self.remove(part.id());
        let last = self.0.last().map_or(0, Part::place);
        part.set_place(last.saturating_add(GAP));
        self.0.push(part);
    }

    /// The part with this id.
    #[must_use]
    pub fn get(&self, id: PartId) -> Option<&T> {
        self.0.iter().find(|part| part.id() == id)
    }

    /// The part with this id, to be changed.
    pub fn get_mut(&mut self, id: PartId) -> Option<&mut T> {
        self.0.iter_mut().find(|part| part.id() == id)
    }

    /// Takes a part out.
    pub fn remove(&mut self, id: PartId) -> Option<T> {
        let at = self.0.iter().position(|part| part.id() == id)?;
        Some(self.0.remove(at))
    }

    /// Moves a part one step. Gives whether it moved: the first cannot go further up.
    pub fn shift(&mut self, id: PartId, toward: Toward) -> bool {
        let Some(at) = self.0.iter().position(|part| part.id() == id) else {
            return false;
        };
        let other = match toward {
            Toward::Start => at.checked_sub(1),
            Toward::End => Some(at + 1).filter(|next| *next < self.0.len()),
        };
        let Some(other) = other else { return false };
        self.swap_at(at, other);
        true
    }

    /// Puts each of two parts where the other stands. Gives whether both are there.
    pub fn swap(&mut self, one: PartId, other: PartId) -> bool {
        let at = |id| self.0.iter().position(|part| part.id() == id);
        let (Some(one), Some(other)) = (at(one), at(other)) else {
            return false;
        };
        self.swap_at(one, other);
        true
    }

    fn swap_at(&mut self, at: usize, other: usize) {
        let places = (self.0.get(at).map(Part::place), self.0.get(other).map(Part::place));
        self.0.swap(at, other);
        if let (Some(part), Some(place)) = (self.0.get_mut(at), places.0) {
            part.set_place(place);
        }
        if let (Some(part), Some(place)) = (self.0.get_mut(other), places.1) {
            part.set_place(place);
        }
        // Parts may share a place after a merge; then every part gets a new one.
        if !self.0.is_sorted_by_key(|part| (part.place(), part.id())) {
            for (part, place) in self.0.iter_mut().zip((GAP..).step_by(GAP as usize)) {
                part.set_place(place);
            }
        }
    }

    /// The parts in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }
}

/// The order of parts by place and id, as positions; `None` when two have the same id. It stands apart
/// from the generic list so that sorting is compiled once.
fn order_of(keys: &[(i64, PartId)]) -> Option<Vec<usize>> {
    let id = |at: usize| keys.get(at).map(|(_, id)| *id);
    let by_id = order::positions(keys.len(), &|one, other| id(one).cmp(&id(other)));
    let same = |pair: (&usize, &usize)| id(*pair.0) == id(*pair.1);
    if by_id.iter().zip(by_id.iter().skip(1)).any(same) {
        return None;
    }
    Some(order::positions(keys.len(), &|one, other| keys.get(one).cmp(&keys.get(other))))
}

impl<T> Parts<T> {
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'a, T> IntoIterator for &'a Parts<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<'de, T: Part + Deserialize<'de>> Deserialize<'de> for Parts<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(Vec::deserialize(deserializer)?).ok_or_else(|| D::Error::custom("two parts have the same id"))
    }
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Parts<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Parts of {}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Vec::<T>::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[derive(Debug, Clone, PartialEq)]
    struct Bead {
        id: PartId,
        place: i64,
    }
    part!(Bead);

    fn beads(count: u64) -> Parts<Bead> {
        let mut parts = Parts::default();
        for n in 0..count {
            parts.add(Bead { id: PartId::new(n), place: 0 });
        }
        parts
    }

    fn order(parts: &Parts<Bead>) -> Vec<PartId> {
        parts.iter().map(Part::id).collect()
    }

    #[test]
    fn the_ends_stay_where_they_are() {
        let mut parts = beads(2);
        assert!(!parts.shift(PartId::new(0), Toward::Start));
        assert!(!parts.shift(PartId::new(1), Toward::End));
        assert!(parts.shift(PartId::new(1), Toward::Start));
        assert_eq!(order(&parts), [PartId::new(1), PartId::new(0)]);
    }

    #[test]
    fn parts_that_share_a_place_can_still_be_moved() {
        let same = |n| Bead { id: PartId::new(n), place: 5 };
        let mut parts = Parts::new(vec![same(1), same(2), same(3)]).unwrap();
        assert!(parts.shift(PartId::new(3), Toward::Start));
        assert_eq!(order(&parts), [1, 3, 2].map(PartId::new));
        assert_eq!(Parts::new(parts.0.clone()), Some(parts));
    }

    #[test]
    fn a_part_that_moves_beside_one_of_the_same_place_stays_in_order() {
        let bead = |id, place| Bead { id: PartId::new(id), place };
        let mut parts = Parts::new(vec![bead(9, 5), bead(2, 7), bead(3, 7)]).unwrap();
        assert!(parts.shift(PartId::new(9), Toward::End));
        assert_eq!(order(&parts), [2, 9, 3].map(PartId::new));
        assert_eq!(Parts::new(parts.0.clone()), Some(parts));
    }

    #[test]
    fn two_parts_change_places_over_others_between_them() {
        let mut parts = beads(4);
        assert!(parts.swap(PartId::new(3), PartId::new(1)));
        assert_eq!(order(&parts), [0, 3, 2, 1].map(PartId::new));
        assert!(!parts.swap(PartId::new(3), PartId::new(7)));
        assert_eq!(Parts::new(parts.0.clone()), Some(parts));
    }

    #[test]
    fn the_same_id_twice_is_refused() {
        let same = |place| Bead { id: PartId::new(1), place };
        assert!(Parts::new(vec![same(1), same(2)]).is_none());
    }

    proptest! {
        #[test]
        fn moving_keeps_every_part_and_the_order_of_places(moves in prop::collection::vec((0u64..6, any::<bool>()), 0..40)) {
            let mut parts = beads(6);
            for (id, up) in moves {
                parts.shift(PartId::new(id), if up { Toward::Start } else { Toward::End });
            }
            prop_assert_eq!(parts.len(), 6);
            prop_assert_eq!(Parts::new(parts.0.clone()), Some(parts));
        }
    }
}
