//! Where the focus goes: to what was asked for, once it has been drawn, and to the heading if what had it is gone.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::ui::{desk::Desk, reactive::is_growing};

/// Gives focus to the first element that fits, once the screen has been drawn.
pub fn focus_when_there(selector: &str) {
    when_there(
        selector.to_owned(),
        Box::new(|found| {
            if let Some(element) = found.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
                let _ = element.focus();
            }
        }),
    );
}

/// Waits until the screen has been drawn, and with it the first element that fits; none if there is none then. Whoever
/// has moved on meanwhile is left alone.
fn when_there(selector: String, then: Box<dyn FnOnce(Option<web_sys::Element>)>) {
    request_animation_frame(move || {
        let found = document().query_selector(&selector).ok().flatten();
        if found.is_some() || !is_growing() {
            return then(found);
        }
        wait_for(selector, then, document().active_element(), location().hash().ok());
    });
}

/// Looks again in each frame as long as lists grow, the focus stays where it was, and so does the address.
fn wait_for(
    selector: String,
    then: Box<dyn FnOnce(Option<web_sys::Element>)>,
    focus: Option<web_sys::Element>,
    address: Option<String>,
) {
    request_animation_frame(move || {
        if document().active_element() != focus || location().hash().ok() != address {
            return;
        }
        let found = document().query_selector(&selector).ok().flatten();
        if found.is_none() && is_growing() { wait_for(selector, then, focus, address) } else { then(found) }
    });
}

/// Goes to the element that was asked for: `landing` names a field, a part, or a form. What is folded
/// away around it unfolds; of a form the first field is gone to, where one can type at once.
pub fn land(desk: Desk) {
    let Some(name) = desk.landing.get_untracked() else { return };
    desk.landing.set(None);
    let selector = format!("[data-at=\"{name}\"]");
    when_there(
        selector,
        Box::new(move |found| {
            let Some(found) = found else { return focus_when_there("main h1") };
            unfold_around(&found);
            let is_form = name.starts_with("new-") || found.tag_name() == "DETAILS";
            let first_field = "input:not([type=checkbox]):not([type=radio]), select, textarea";
            let field = is_form.then(|| found.query_selector(first_field).ok().flatten()).flatten();
            if let Ok(element) = field.unwrap_or(found).dyn_into::<web_sys::HtmlElement>() {
                element.scroll_into_view();
                let _ = element.focus();
            }
        }),
    );
}

fn unfold_around(element: &web_sys::Element) {
    let mut around = element.closest("details").ok().flatten();
    while let Some(details) = around {
        let _ = details.set_attribute("open", "");
        around = details.parent_element().and_then(|parent| parent.closest("details").ok().flatten());
    }
}

/// Gives focus to the heading if what had it has left the page.
pub fn keep_focus() {
    keep_focus_at("main h1");
}

/// Gives focus to the first element that fits if what had it has left the page.
pub fn keep_focus_at(selector: impl Into<String>) {
    let selector = selector.into();
    request_animation_frame(move || {
        if document().active_element().is_none_or(|active| active.tag_name() == "BODY") {
            focus_when_there(&selector);
        }
    });
}
