//! Buttons that move a part up or down, or remove it.

use leptos::{html::Button, prelude::*};

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
    let (up, down) = (NodeRef::<Button>::new(), NodeRef::<Button>::new());
    // A row that moves is taken out and put in again, and the focus would be lost with it.
    let press = move |toward: Toward, button: NodeRef<Button>| {
        let shift = shift.clone();
        move |_| {
            shift.run(toward);
            request_animation_frame(move || {
                if let Some(button) = button.try_get_untracked().flatten() {
                    let _ = button.focus();
                }
            });
        }
    };
    view! {
        <span class="moves">
            <button node_ref=up type="button" class="button bare" title=shell::MOVE_UP aria-label=named(shell::MOVE_UP) on:click=press(Toward::Start, up)>
                <Icon glyph=Glyph::Up />
            </button>
            <button node_ref=down type="button" class="button bare" title=shell::MOVE_DOWN aria-label=named(shell::MOVE_DOWN) on:click=press(Toward::End, down)>
                <Icon glyph=Glyph::Down />
            </button>
            <button type="button" class="button bare" title=shell::REMOVE aria-label=named(shell::REMOVE) on:click=move |_| remove.run(())>
                <Icon glyph=Glyph::Remove />
            </button>
        </span>
    }
}
