//! What floats above the page: a native `dialog`, which traps focus, closes with Esc and gives focus
//! back by itself.

use leptos::prelude::*;

use crate::ui::reactive::{Live, Show};

use super::{Glyph, Icon};
use crate::ui::words::shell;

/// A dialog that is open while `open` is true.
#[component]
pub fn Dialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Its heading.
    #[prop(into)]
    title: Live<String>,
    /// More classes.
    #[prop(optional, into)]
    class: String,
    /// What is in it; made anew each time it opens.
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<leptos::html::Dialog>::new();
    let heading = super::unique("dialog");
    let labelled = heading.clone();
    Effect::new(move |_| {
        let is_open = open.get();
        let Some(dialog) = node.get() else { return };
        if is_open && !dialog.open() {
            let _ = dialog.show_modal();
        } else if !is_open && dialog.open() {
            dialog.close();
        }
    });
    // The news of closing comes a moment after it; by then it may be open again.
    let on_close = move |_| open.set(node.get_untracked().is_some_and(|dialog| dialog.open()));
    // A click on the backdrop is a click on the dialog itself.
    let on_click = move |event: web_sys::MouseEvent| {
        let on_backdrop = node.get_untracked().is_some_and(|dialog| event.target().as_deref() == Some(dialog.as_ref()));
        if on_backdrop {
            open.set(false);
        }
    };
    let children = StoredValue::new(children);
    view! {
        <dialog node_ref=node class=format!("dialog {class}") aria-labelledby=labelled on:close=on_close on:click=on_click>
            <div class="inside">
                <header>
                    <h2 id=heading>{title}</h2>
                    <button type="button" class="button bare" title=shell::CLOSE aria-label=shell::CLOSE on:click=move |_| open.set(false)>
                        <Icon glyph=Glyph::Close />
                    </button>
                </header>
                <Show when=move || open.get()>{children.with_value(|children| children())}</Show>
            </div>
        </dialog>
    }
}
