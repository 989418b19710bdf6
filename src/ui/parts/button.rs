//! Something that can be done, by pressing it.

use leptos::{ev::MouseEvent, prelude::*};

use crate::ui::reactive::Live;

/// What pressing does; boxed like [`super::Handler`].
pub struct Press(Box<dyn Act>);

trait Act {
    fn act(&mut self, event: MouseEvent);
}

impl<F: FnMut(MouseEvent)> Act for F {
    fn act(&mut self, event: MouseEvent) {
        self(event);
    }
}

impl<F: FnMut(MouseEvent) + 'static> From<F> for Press {
    fn from(act: F) -> Self {
        Self(Box::new(act))
    }
}

/// A button. Where several of its kind stand on one page, its label says what it is for.
#[component]
pub fn Button(
    /// What it does.
    #[prop(into)]
    word: String,
    /// How it looks: `main`, `plain`, `danger`, `small`; in between if nothing is said.
    #[prop(optional)]
    look: &'static str,
    /// What screen readers say in place of the word, if it says too little.
    #[prop(optional, into)]
    label: Option<Live<String>>,
    /// What is done.
    #[prop(into)]
    mut act: Press,
) -> impl IntoView {
    let press = move |event| act.0.act(event);
    let label = move || label.as_ref().map(Live::get);
    view! { <button type="button" class=format!("button {look}") aria-label=label on:click=press>{word}</button> }
}
