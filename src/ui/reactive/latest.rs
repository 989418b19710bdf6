//! Work that takes several turns, and is for nothing once it was begun anew.

use leptos::prelude::*;

/// Knows which of several works of one kind was begun last.
#[derive(Clone, Copy)]
pub struct Latest(StoredValue<usize>);

impl Latest {
    /// None was begun yet.
    pub fn new() -> Self {
        Self(StoredValue::new(0))
    }

    /// Begins one; whatever was begun before is for nothing. Gives what tells whether this one still is the latest, and
    /// somebody is there who asked for it.
    pub fn begin(self) -> impl Fn() -> bool + Copy + use<> {
        self.0.update_value(|it| *it += 1);
        let mine = self.0.try_get_value();
        move || mine.is_some() && self.0.try_get_value() == mine
    }

    /// Whatever was begun before is for nothing.
    pub fn end(self) {
        self.0.update_value(|it| *it += 1);
    }
}
