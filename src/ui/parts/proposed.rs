//! A day in a form that is proposed until somebody chooses another.

use leptos::prelude::*;

use crate::ui::reactive::Look;

use crate::domain::Day;

/// A day of a form: the proposed one, the chosen one, or none where the field was emptied.
#[derive(Clone, Copy)]
pub struct ProposedDay {
    chosen: RwSignal<Option<Option<Day>>>,
    /// The day as the field shows it.
    pub shown: Look<Option<Day>>,
}

impl ProposedDay {
    /// A day nobody has chosen yet.
    pub fn new(proposed: impl Fn() -> Option<Day> + Send + Sync + 'static) -> Self {
        let chosen = RwSignal::new(None);
        Self { chosen, shown: Look::new(move || chosen.get().unwrap_or_else(&proposed)) }
    }

    /// Takes what stands in the field now.
    pub fn choose(self, day: Option<Day>) {
        self.chosen.set(Some(day));
    }

    /// Goes back to what is proposed, when the form was used.
    pub fn again(self) {
        self.chosen.set(None);
    }

    /// The day, if there is one.
    pub fn day(self) -> Option<Day> {
        self.shown.get_untracked()
    }
}
