//! Text that is changed where it stands: saved at each pause, and when the field is left.

use leptos::prelude::*;

use super::{Take, typing::Typing, unique};
use crate::ui::{reactive::Live, words::names};

/// A labelled text field, of one line or of many.
///
/// `take` makes a change of what was typed, or says why it cannot; then the text stays on screen with
/// the reason beside it, and what stood before is kept.
#[component]
pub fn Field(
    /// What the field is.
    #[prop(into)]
    label: String,
    /// What stands in it.
    #[prop(into)]
    value: Live<String>,
    /// Makes a change of what was typed.
    #[prop(into)]
    take: Take,
    /// Whether it has several lines.
    #[prop(optional)]
    many: bool,
    /// Whether the label is for screen readers only.
    #[prop(optional)]
    quiet: bool,
    /// Shown while the field is empty.
    #[prop(optional, into)]
    hint: String,
    /// A sentence under the label.
    #[prop(optional, into)]
    help: String,
    /// The field's name, for search to land on.
    #[prop(optional, into)]
    at: String,
    /// Under which name a text that is not taken is kept; one per field.
    #[prop(optional, into)]
    draft: String,
    /// More classes, such as `as-title`.
    #[prop(optional, into)]
    class: String,
) -> impl IntoView {
    let help = (!help.is_empty()).then_some(help);
    let at = (!at.is_empty()).then_some(at);
    let typing = Typing::new(value.look(), &draft, move |typed| take.take(typed).map_err(names::text_problem));
    let on_input = move |event| typing.typed(event_target_value(&event));
    let on_blur = move |_| typing.left("");
    let shown = move || typing.shown();
    let id = unique("field");
    let (about, help_id) = (format!("{id}-problem"), format!("{id}-help"));
    let described = {
        let (about, help_id, has_help) = (about.clone(), help_id.clone(), help.is_some());
        move || match (typing.problem.with(Option::is_some), has_help) {
            (true, _) => Some(about.clone()),
            (false, true) => Some(help_id.clone()),
            (false, false) => None,
        }
    };
    let invalid = move || typing.invalid();
    let input = if many {
        leptos::either::Either::Left(view! {
            <textarea
                id=id.clone() class="input" rows="2" placeholder=hint data-at=at
                prop:value=shown on:input=on_input on:blur=on_blur
                aria-describedby=described aria-invalid=invalid
            ></textarea>
        })
    } else {
        leptos::either::Either::Right(view! {
            <input
                id=id.clone() class="input" type="text" placeholder=hint data-at=at autocomplete="off"
                prop:value=shown on:input=on_input on:blur=on_blur on:change=move |_| typing.now()
                aria-describedby=described aria-invalid=invalid
            />
        })
    };
    view! {
        <div class=format!("field {class}")>
            <label for=id class:unseen=quiet>{label}</label>
            {help.map(|help| view! { <p class="small soft" id=help_id>{help}</p> })}
            {input}
            <p class="problem" id=about role="alert">{move || typing.problem.get()}</p>
        </div>
    }
}
