//! What was promised and what was said across all mentorships; which of it is shown stands in the address (R4, R5).

mod actions;
mod feedback;

pub use actions::ActionsScreen;
pub use feedback::FeedbackScreen;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::name_of;
use crate::{
    domain::{Id, Mentorship, order},
    ui::{
        desk::Desk,
        parts::{Empty, Handler, Select},
        reactive::{Live, Look, Show},
        route::{Place, Route},
        words::{across, shell},
    },
};

/// Something that can be chosen: its word, where it leads, whether it stands.
struct Chosen {
    word: &'static str,
    to: Live<Route>,
    stands: Live<bool>,
}

/// All of it, or one of these: a thin face for [`links`], which is compiled once.
fn filters<T: Copy + PartialEq + Send + Sync + 'static>(
    label: &'static str,
    all: &[T],
    word: fn(T) -> &'static str,
    now: impl Fn() -> Option<T> + Copy + Send + Sync + 'static,
    to: impl Fn(Option<T>) -> Route + Copy + Send + Sync + 'static,
) -> AnyView {
    let choices = [None].into_iter().chain(all.iter().copied().map(Some)).map(|it| Chosen {
        word: it.map_or(across::ALL, word),
        to: Live::from(move || to(it)),
        stands: Live::from(move || now() == it),
    });
    links(label, choices.collect())
}

/// A row of links, each the address of a choice; the one that stands is marked.
fn links(label: &'static str, choices: Vec<Chosen>) -> AnyView {
    let links = choices.into_iter().map(|Chosen { word, to, stands }| {
        let current = move || stands.get().then_some("true");
        view! { <a href=move || to.get().address() aria-current=current>{word}</a> }
    });
    view! {
        <nav class="filters" aria-label=label>
            <span class="small soft" aria-hidden="true">{label}</span>
            {links.collect_view()}
        </nav>
    }
    .into_any()
}

/// With whom: one of the mentorships there are, or everybody.
fn pick_with(now: Look<Option<Id<Mentorship>>>, go: Handler<Option<Id<Mentorship>>>) -> AnyView {
    let options = Desk::get().view(|notebook| {
        let all = notebook.all::<Mentorship>().map(|(id, _)| (id, name_of(notebook, id))).collect();
        order::by_key(all, |(id, name): &(Id<Mentorship>, String)| (name.to_lowercase(), *id))
    });
    view! {
        <Show when=move || { options.with(|all| all.len() > 1) }>
            <Select label=across::WITH options=options none=across::EVERYBODY value=now set={ let go = go.clone(); move |with| go.run(with) } />
        </Show>
    }
    .into_any()
}

/// The rows to show: those that fit, and the one in which somebody is, where it stood; what is typed there may make it
/// fit no more, and it must not go away under the fingers.
fn with_held<T: Copy + PartialEq + Send + Sync + 'static>(
    ids: Look<Vec<T>>,
    held: RwSignal<Option<T>>,
) -> Memo<Vec<T>> {
    Memo::new(move |before: Option<&Vec<T>>| {
        let mut all = ids.get();
        let stays = held.get().filter(|it| !all.contains(it));
        if let Some((it, at)) = stays.and_then(|it| Some((it, before?.iter().position(|other| *other == it)?))) {
            all.insert(at.min(all.len()), it);
        }
        all
    })
}

/// The list item in which an element stands, by its name.
fn row_of(target: Option<web_sys::EventTarget>) -> Option<String> {
    let element = target?.dyn_into::<web_sys::Element>().ok()?;
    element.closest("li[data-at]").ok()??.get_attribute("data-at")
}

/// The link above the heading.
fn above() -> AnyView {
    view! { <a href=Place::People.route().address()>{shell::place(Place::People)}</a> }.into_any()
}

/// What stands where nothing fits, or nothing is.
fn nothing(any: bool, none: &'static str, all: Route) -> AnyView {
    if !any {
        return view! { <Empty text=none /> }.into_any();
    }
    view! { <Empty text=across::NONE_FIT><a class="button" href=all.address()>{across::SHOW_ALL}</a></Empty> }
        .into_any()
}
