//! Buttons that move a part up or down, or remove it.

use leptos::prelude::*;

use super::{Glyph, Icon, Handler};
use crate::{domain::Toward, ui::words::shell};

/// Buttons for one part of a list. Each says what it does to which part.
#[component]
pub fn MoveButtons(
    /// What the part is called.
    #[prop(into)]
    title: Signal<String>,
    /// Moves it.
    #[prop(into)]
    shift: Handler<Toward>,
    /// Removes it.
    #[prop(into)]
    remove: Handler<()>,
) -> impl IntoView {
    let named = move |what: &'static str| move || format!("{what}: {}", title.get());
    view! {
        <span class="moves">
            <button type="button" class="button bare" title=shell::MOVE_UP aria-label=named(shell::MOVE_UP) on:click={ let shift = shift.clone(); move |_| shift.run(Toward::Start) }>
                <Icon glyph=Glyph::Up />
            </button>
            <button type="button" class="button bare" title=shell::MOVE_DOWN aria-label=named(shell::MOVE_DOWN) on:click=move |_| shift.run(Toward::End)>
                <Icon glyph=Glyph::Down />
            </button>
            <button type="button" class="button bare" title=shell::REMOVE aria-label=named(shell::REMOVE) on:click=move |_| remove.run(())>
                <Icon glyph=Glyph::Remove />
            </button>
        </span>
    }
}
