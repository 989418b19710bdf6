//! How long whole rows are drawn in one frame.

use leptos::prelude::window;

/// In milliseconds: on a slow device, those that would come later are drawn
/// plainly first.
const TURN: f64 = 8.0;

/// The time in which whole rows are drawn in one frame.
pub(super) struct Turn(Option<(web_sys::Performance, f64)>);

impl Turn {
    pub fn begin() -> Self {
        Self(window().performance().map(|clock| {
            let end = clock.now() + TURN;
            (clock, end)
        }))
    }

    pub fn is_over(&self) -> bool {
        self.0.as_ref().is_some_and(|(clock, end)| clock.now() > *end)
    }
}
