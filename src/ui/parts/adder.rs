//! The shortest form that makes something exist: one line and a button.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{Handler, draft as kept, unique};
use crate::{
    domain::Title,
    ui::{
        desk::Desk,
        words::{names, shell},
    },
};

/// A line and a button. What is typed and not yet added survives a closed tab.
#[component]
pub fn Adder(
    /// What is added: “Add a milestone”.
    #[prop(into)]
    label: String,
    /// An example of it, shown while the line is empty.
    #[prop(optional, into)]
    hint: String,
    /// The words on the button, if not “Add”.
    #[prop(optional, into)]
    button: Option<String>,
    /// Under which name what is typed is kept; one per form.
    #[prop(into)]
    draft: String,
    /// Whether the label is for screen readers only.
    #[prop(optional)]
    quiet: bool,
    /// Adds it.
    #[prop(into)]
    add: Handler<Title>,
) -> impl IntoView {
    let desk = Desk::get();
    let key = kept::key(desk, &draft);
    let text = RwSignal::new(kept::read(&key).unwrap_or_default());
    let (problem, left) = (RwSignal::new(None), RwSignal::new(false));
    let id = unique("add");
    let about = format!("{id}-problem");
    let described = {
        let about = about.clone();
        move || (problem.with(Option::is_some) && !left.get()).then(|| about.clone())
    };
    let hint = if hint.is_empty() { hint } else { shell::for_example(&hint) };
    let input = NodeRef::<leptos::html::Input>::new();
    let on_input = {
        let key = key.clone();
        move |event| {
            text.set(event_target_value(&event));
            problem.set(None);
            text.with_untracked(|text| kept::keep(&key, text));
        }
    };
    let on_submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        match text.with_untracked(|text| Title::typed(text)) {
            Ok(title) => {
                text.set(String::new());
                kept::keep(&key, "");
                add.run(title);
            }
            Err(what) => {
                left.set(false);
                problem.set(Some(what));
            }
        }
        if let Some(input) = input.get_untracked() {
            let _ = input.focus();
        }
    };
    // Who leaves the line for something else is reminded of nothing. The words keep their room until somebody writes:
    // what lies below would move from under the pointer that is being pressed.
    let on_leave = move |event: web_sys::FocusEvent| {
        let form = event.current_target().and_then(|form| form.dyn_into::<web_sys::Node>().ok());
        let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
        if !form.is_some_and(|form| form.contains(to.as_ref())) {
            left.try_set(true);
        }
    };
    view! {
        <form class="adder" on:submit=on_submit on:focusout=on_leave>
            <label for=id.clone() class:unseen=quiet>{label}</label>
            <span class="line">
                <input
                    node_ref=input id=id class="input" type="text" placeholder=hint autocomplete="off"
                    prop:value=text on:input=on_input
                    aria-describedby=described aria-invalid=move || (problem.with(Option::is_some) && !left.get()).then_some("true")
                />
                <button class="button" type="submit">{button.unwrap_or_else(|| shell::ADD.to_owned())}</button>
            </span>
            <p class="problem" class:left=move || left.get() id=about role="alert">{move || problem.get().map(|problem| match problem {
                crate::domain::TextProblem::Empty => shell::ADD_EMPTY.to_owned(),
                other => names::text_problem(other),
            })}</p>
        </form>
    }
}
