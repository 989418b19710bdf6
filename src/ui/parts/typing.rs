//! What stands in a field while somebody types: made a change at each pause, and when the field is left.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use crate::ui::{desk::Desk, reactive::Look};

/// How long a pause in typing is, in milliseconds.
const PAUSE: u32 = 700;

/// Takes what was typed, or says why it cannot.
type Take = Rc<dyn Fn(&str) -> Result<(), String>>;

/// The typing in one field.
#[derive(Clone, Copy)]
pub struct Typing {
    /// What stands in the notebook.
    value: Look<String>,
    /// What was typed; none while nobody types, then the value is shown.
    text: RwSignal<Option<String>>,
    /// What was made a change last, so that nothing becomes two changes.
    taken: StoredValue<Option<String>>,
    /// Whether what stands in the field is something whole: a day with its month and year.
    whole: StoredValue<bool>,
    /// Why what was typed was not taken.
    pub problem: RwSignal<Option<String>>,
    timer: StoredValue<Option<Timeout>, LocalStorage>,
    take: StoredValue<Take, LocalStorage>,
}

impl Typing {
    /// A field in which nobody has typed. `take` makes a change of a text, or says why it cannot; then the
    /// text stays on screen with the reason beside it, and what stood before is kept.
    pub fn new(value: Look<String>, take: impl Fn(&str) -> Result<(), String> + 'static) -> Self {
        let typing = Self {
            value,
            text: RwSignal::new(None),
            taken: StoredValue::new(None),
            whole: StoredValue::new(true),
            problem: RwSignal::new(None),
            timer: StoredValue::new_local(None),
            take: StoredValue::new_local(Rc::new(take)),
        };
        let desk = Desk::get();
        let number = desk.typing(Rc::new(move || typing.now()));
        on_cleanup(move || {
            typing.now();
            desk.typed(number);
        });
        typing
    }

    /// What the field shows.
    pub fn shown(self) -> String {
        self.text.get().unwrap_or_else(|| self.value.get())
    }

    /// This stands in the field now.
    pub fn typed(self, text: String) {
        self.whole.set_value(true);
        self.text.set(Some(text));
        self.timer.set_value(Some(Timeout::new(PAUSE, move || self.now())));
    }

    /// What stands in the field now is on the way to something.
    pub fn unfinished(self) {
        self.whole.set_value(false);
        self.timer.set_value(None);
    }

    /// Makes a change of what was typed, without waiting for a pause. A field that leaves the page does so
    /// when all this may be gone already.
    pub fn now(self) {
        self.timer.try_update_value(|timer| timer.take());
        if self.whole.try_get_value() != Some(true) {
            return;
        }
        let Some(text) = self.text.try_get_untracked().flatten() else { return };
        let standing = self.taken.try_get_value().flatten().or_else(|| self.value.try_get_untracked());
        if standing.as_ref() == Some(&text) {
            self.problem.try_set(None);
            return;
        }
        let Some(take) = self.take.try_get_value() else { return };
        let problem = take(&text).err();
        if problem.is_none() {
            self.taken.try_set_value(Some(text));
        }
        self.problem.try_set(problem);
    }

    /// The field is left: what is not whole by now is not taken, for this reason.
    pub fn left(self, not_whole: &str) {
        if self.whole.try_get_value() == Some(false) {
            self.problem.try_set(Some(not_whole.to_owned()));
            return;
        }
        self.now();
        // A text that was refused stays on screen until it is mended.
        if self.problem.try_with_untracked(Option::is_none) == Some(true) {
            self.text.try_set(None);
            self.taken.try_set_value(None);
        }
    }

    /// What the field says of itself to a screen reader: that it is wrong.
    pub fn invalid(self) -> Option<&'static str> {
        self.problem.with(Option::is_some).then_some("true")
    }
}
