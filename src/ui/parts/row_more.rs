//! More of a row: what is rarely needed unfolds under it.

use leptos::{ev::MouseEvent, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{Glyph, Icon, unique};
use crate::ui::reactive::{Live, Show};

/// A button at the end of a row, and under the row what it unfolds.
#[component]
pub fn RowMore(
    /// The name of the button: “More about …”.
    #[prop(into)]
    label: Live<String>,
    /// What unfolds.
    children: ChildrenFn,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let id = unique("more");
    let shown = id.clone();
    let controls = move || open.get().then(|| shown.clone());
    let glyph = move || if open.get() { Glyph::Up } else { Glyph::Down };
    view! {
        <button
            type="button" class="button bare more" title=label.clone() aria-label=label
            aria-expanded=move || open.get().to_string() aria-controls=controls
            on:click=move |_| open.update(|open| *open = !*open)
        >
            <Icon glyph=glyph />
        </button>
        <Show when=move || open.get()>
            <div class="wide inset form" id=id.clone()>{children()}</div>
        </Show>
    }
}

/// For `on:click:capture` of a row whose buttons may leave the page, alone or with the row: the focus
/// then goes to the row, to the one beside it, to the section in which they stood, or to the heading of the page.
pub fn keep_focus_near(event: MouseEvent) {
    let row = event.current_target().and_then(|row| row.dyn_into::<HtmlElement>().ok());
    let Some(row) = row else { return };
    let beside = row.next_element_sibling().or_else(|| row.previous_element_sibling());
    let around = row.closest("section").ok().flatten();
    request_animation_frame(move || {
        let is_lost = || document().active_element().is_none_or(|active| active.tag_name() == "BODY");
        if !is_lost() {
            return;
        }
        if let Some(around) = &around {
            let _ = around.set_attribute("tabindex", "-1");
        }
        let heading = document().query_selector("main h1").ok().flatten();
        // What has left the page, and what takes no focus, leaves it where it was.
        for to in [Some(row.into()), beside, around, heading].into_iter().flatten() {
            if let Ok(to) = to.dyn_into::<HtmlElement>() {
                let _ = to.focus();
            }
            if !is_lost() {
                return;
            }
        }
    });
}
