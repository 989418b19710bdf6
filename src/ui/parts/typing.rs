//! What stands in a field while somebody types: made a change at each pause, and when the field is left.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use super::draft;
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
    /// Where a text that is not taken is kept, if it is.
    draft: StoredValue<Option<String>>,
}

impl Typing {
    /// A field in which nobody has typed. `take` makes a change of a text, or says why it cannot; then the
    /// text stays on screen with the reason beside it, and what stood before is kept. With a name, such a text
    /// is kept as a draft and stands there again when the field does.
    pub fn new(value: Look<String>, name: &str, take: impl Fn(&str) -> Result<(), String> + 'static) -> Self {
        let desk = Desk::get();
        let draft = (!name.is_empty()).then(|| draft::key(desk, name));
        let refused = draft.as_deref().and_then(draft::read);
        let typing = Self {
            value,
            text: RwSignal::new(None),
            taken: StoredValue::new(None),
            whole: StoredValue::new(true),
            problem: RwSignal::new(None),
            timer: StoredValue::new_local(None),
            take: StoredValue::new_local(Rc::new(take)),
            draft: StoredValue::new(draft),
        };
        if let Some(refused) = refused {
            typing.text.set(Some(refused));
            typing.now();
        }
        // As long as a text is not taken, not everything is saved. Half a day or a number out of range is no loss.
        let is_text = !name.is_empty();
        let counted = StoredValue::new(false);
        let count = move |now: bool| {
            if counted.try_get_value() != Some(now) {
                counted.try_set_value(now);
                desk.refused.update(|number| *number = if now { *number + 1 } else { number.saturating_sub(1) });
            }
        };
        if is_text {
            Effect::new(move |_| count(typing.problem.with(Option::is_some)));
        }
        let number = desk.typing(Rc::new(move || typing.now()));
        on_cleanup(move || {
            count(false);
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
            if self.problem.try_with_untracked(Option::is_some) == Some(true)
                && let Some(draft) = self.draft.try_get_value().flatten()
            {
                draft::keep(&draft, "");
            }
            self.problem.try_set(None);
            return;
        }
        let Some(take) = self.take.try_get_value() else { return };
        let problem = take(&text).err();
        if let Some(draft) = self.draft.try_get_value().flatten() {
            draft::keep(&draft, if problem.is_some() { &text } else { "" });
        }
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
