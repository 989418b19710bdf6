//! Search over everything, from everywhere.

use std::{cell::RefCell, rc::Rc};

use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;

use crate::{
    domain::{Body, EntryId, KindName, Notebook},
    guide::page::Page,
    insights::search::{Field, Found, Hit, Index, guide_pages},
    ui::{
        desk::Desk,
        later::{self, Later},
        parts::{dialog::Dialog, unique},
        reactive::Look,
        route::{Route, Tab},
        words::{guide, names, shell::search},
    },
};

/// Hits shown of each kind.
const MOST: usize = 6;

/// What the dialog keeps while it is closed.
#[derive(Clone, Copy)]
pub struct Memory {
    /// Whether it is open.
    open: RwSignal<bool>,
    /// What was looked for last.
    query: RwSignal<String>,
    /// Folds only what changed since it was used last.
    index: StoredValue<Rc<RefCell<Index>>, LocalStorage>,
}

/// The search dialog.
#[component]
pub(super) fn Search(open: RwSignal<bool>) -> impl IntoView {
    let index = StoredValue::new_local(Rc::default());
    let memory = Memory { open, query: RwSignal::new(String::new()), index };
    view! {
        <Dialog open=open title=search::LABEL class="search">{move || later::part(Later::Search(memory))}</Dialog>
    }
}

/// A line to type into, and what it finds.
#[component]
pub fn Inside(memory: Memory) -> impl IntoView {
    let desk = Desk::get();
    let Memory { open, query, index } = memory;
    // Once for each change of the notebook, and begun when the dialog opens: not with the first key.
    let folded = desk.view(move |notebook| {
        index.get_value().borrow_mut().update(notebook);
    });
    fold_in_turns(desk, index);
    let found = Look::new(move || {
        let query = query.get();
        if query.trim().is_empty() || !open.get() {
            return Vec::new();
        }
        folded.get();
        desk.notebook.with(|notebook| {
            let index = index.get_value();
            rows(notebook, index.borrow().search(notebook, &query, MOST), desk)
        })
    });
    let pages = Look::new(move || query.with(|query| guide_pages(query)));
    let told = move || {
        let total: usize = found.with(|groups| groups.iter().map(|group| group.total).sum());
        match (query.with(|query| query.trim().is_empty()), total) {
            (true, _) => search::HINT.to_owned(),
            (false, 0) if pages.with(|pages| !pages.is_empty()) => search::ONLY_GUIDE.to_owned(),
            (false, 0) => search::NONE.to_owned(),
            (false, total) => search::found(total),
        }
    };
    view! {
        <SearchField query=query />
        <p class="small soft" role="status">{told}</p>
        <div class="hits" on:keydown=move |event| walk(&event)>
            {move || found.get().into_iter().map(|group| group_view(group, desk, open)).collect_view()}
            {move || pages_view(&pages.get(), open)}
        </div>
    }
}

/// Folds the notebook while nobody has typed yet.
fn fold_in_turns(desk: Desk, index: StoredValue<Rc<RefCell<Index>>, LocalStorage>) {
    const AT_ONCE: usize = 1000;
    spawn_local(async move {
        loop {
            TimeoutFuture::new(0).await;
            let Some(index) = index.try_get_value() else { return };
            let folded = desk.notebook.try_with_untracked(|notebook| index.borrow_mut().update_some(notebook, AT_ONCE));
            if folded.is_none_or(|folded| folded < AT_ONCE) {
                return;
            }
        }
    });
}

/// The pages of the guide that speak of it.
fn pages_view(pages: &[&'static Page], open: RwSignal<bool>) -> Option<AnyView> {
    let link = |page: &&'static Page| {
        let address = Route::Guide(Some(page.slug.to_owned())).address();
        view! {
            <li><a class="hit" href=address on:click=move |_| open.set(false)>
                <span class="what">{page.title}</span>
                <span class="why">{page.lead}</span>
            </a></li>
        }
    };
    let links = pages.iter().take(MOST).map(link).collect_view();
    (!pages.is_empty())
        .then(|| view! { <section><h3>{guide::FOUND}</h3><ul class="plain">{links}</ul></section> }.into_any())
}

/// The arrows lead from the line to the hits, through them, and back; Enter in the line goes to the first of them.
fn walk(event: &web_sys::KeyboardEvent) {
    let down = match event.key().as_str() {
        "Enter" => {
            let in_line = document().active_element().is_some_and(|it| it.matches(".search .input") == Ok(true));
            let first = document().query_selector(".search[open] .hit").ok().flatten().filter(|_| in_line);
            if let Some(first) = first.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
                first.click();
            }
            return;
        }
        "ArrowDown" => true,
        "ArrowUp" => false,
        _ => return,
    };
    let Ok(stops) = document().query_selector_all(".search[open] .input, .search[open] .hit") else { return };
    let stops: Vec<web_sys::Node> = (0..stops.length()).filter_map(|at| stops.get(at)).collect();
    let now = document().active_element();
    let Some(at) = stops.iter().position(|stop| now.as_deref() == Some(stop)) else { return };
    let next = if down { Some(at + 1) } else { at.checked_sub(1) };
    if let Some(stop) = next.and_then(|next| stops.get(next)).and_then(|stop| stop.dyn_ref::<web_sys::HtmlElement>()) {
        let _ = stop.focus();
        event.prevent_default();
    }
}

#[component]
fn SearchField(query: RwSignal<String>) -> impl IntoView {
    let id = unique("search");
    let input = NodeRef::<leptos::html::Input>::new();
    Effect::new(move |_| {
        if let Some(input) = input.get() {
            input.set_value(&query.get_untracked());
            let _ = input.focus();
            input.select();
        }
    });
    // What was looked for last stands there, selected: the next word replaces it. The same on each focus, since a
    // dialog that is closed and opened again in one frame is not made anew; the browser then goes by `autofocus`.
    let select = move |_| input.get_untracked().iter().for_each(|input| input.select());
    view! {
        <div class="field">
            <label for=id.clone() class="unseen">{search::LABEL}</label>
            // Not of type “search”: there the first Esc would empty the line instead of closing.
            <input node_ref=input id=id class="input" type="text" role="searchbox" inputmode="search" autocomplete="off" autofocus=true prop:value=query on:focus=select
                on:input=move |event| query.set(event_target_value(&event)) on:keydown=move |event| walk(&event) />
        </div>
    }
}

/// A group of hits as it is shown.
#[derive(Clone, PartialEq)]
struct Group {
    kind: KindName,
    total: usize,
    hits: Vec<Row>,
}

#[derive(Clone, PartialEq)]
struct Row {
    title: String,
    field: &'static str,
    pieces: Vec<(String, bool)>,
    route: Route,
    landing: Option<String>,
}

fn rows(notebook: &Notebook, found: Found, desk: Desk) -> Vec<Group> {
    let groups = found.groups.into_iter().map(|group| Group {
        kind: group.kind,
        total: group.total,
        hits: group.hits.iter().filter_map(|hit| row(notebook, hit, desk)).collect(),
    });
    groups.collect()
}

fn row(notebook: &Notebook, hit: &Hit, desk: Desk) -> Option<Row> {
    let (route, part) = place_of(notebook, hit.id)?;
    let landing =
        part.or_else(|| hit.part.map(|part| part.to_string())).or_else(|| landing(hit.field).map(str::to_owned));
    let snippet = &hit.snippet;
    let mut pieces: Vec<(String, bool)> =
        snippet.pieces().into_iter().map(|(text, marked)| (text.to_owned(), marked)).collect();
    if snippet.cut_before {
        pieces.insert(0, ("…".to_owned(), false));
    }
    if snippet.cut_after {
        pieces.push(("…".to_owned(), false));
    }
    let title = names::entry(&hit.title, &desk.calendar());
    Some(Row { title, field: names::field(hit.field), pieces, route, landing })
}

/// The screen on which an entry stands, and the element there if it has no screen of its own.
pub fn place_of(notebook: &Notebook, id: EntryId) -> Option<(Route, Option<String>)> {
    let entry = notebook.entry(id)?;
    let with = |mentorship, tab| (Route::Mentorship(mentorship, tab), Some(id.to_string()));
    Some(match &entry.draft.body {
        Body::Goal(_) => (Route::Goal(id.of()?), None),
        Body::Person(_) => (Route::Person(id.of()?), None),
        Body::Mentorship(_) => (Route::Mentorship(id.of()?, Tab::About), None),
        Body::Agreement(_) => (Route::Agreement(id.of()?), None),
        Body::Meeting(_) => (Route::Meeting(id.of()?), None),
        Body::CheckIn(it) => with(it.mentorship, Tab::Meetings),
        Body::Action(it) => with(it.mentorship, Tab::Actions),
        Body::Feedback(it) => with(it.mentorship, Tab::Feedback),
        Body::Appreciation(it) => with(it.mentorship, Tab::Thanks),
        Body::Pulse(it) => with(it.mentorship, Tab::Pulse),
        Body::Doubt(_) => (Route::Doubt(id.of()?), None),
        Body::Plan(_) => (Route::Plan(id.of()?), None),
        Body::Event(_) => (Route::Event(id.of()?), None),
        Body::Outreach(_) => (Route::Outreach(id.of()?), None),
        Body::Candidate(_) => (Route::Candidate(id.of()?), None),
        Body::Card(_) => (Route::Card(id.of()?), None),
        Body::Share(it) => (Route::ShareWith(it.mentorship), Some(id.to_string())),
        Body::Comment(it) => (Route::ShareWith(it.mentorship), Some(id.to_string())),
    })
}

/// The name of a field on its screen.
fn landing(field: Field) -> Option<&'static str> {
    Some(match field {
        Field::Title => "title",
        Field::Why => "why",
        Field::Evidence => "evidence",
        Field::Skill => "skills",
        Field::Interest => "interests",
        Field::Values => "values",
        Field::TimeAsked => "time",
        Field::Role => "role",
        Field::HowMet => "met",
        Field::Contact => "contact",
        Field::Link => "link",
        Field::Notes => "notes",
        Field::Story => "story",
        Field::SharedNotes => "shared-notes",
        Field::PrivateNotes => "private-notes",
        Field::Insights => "insights",
        Field::Outcomes => "outcomes",
        Field::LookingFor => "looking-for",
        Field::Place => "place",
        Field::WentWith => "went-with",
        Field::WhyThem => "why-them",
        Field::Ask => "ask",
        Field::Offer => "offer",
        Field::Troubles => "troubles",
        Field::Good => "good",
        Field::Tried => "tried",
        Field::Change => "change",
        Field::Results => "results",
        Field::Mine => "mine",
        Field::Theirs => "theirs",
        Field::Guidelines => "guidelines",
        Field::Cancelling => "cancelling",
        Field::BetweenUs => "between-us",
        Field::Exceptions => "exceptions",
        Field::OffLimits => "off-limits",
        Field::WhyAnew => "why",
        Field::Learning => "learning",
        Field::Learned => "learned",
        Field::Organisation => "organisation",
        Field::About => "about",
        Field::Seeks => "seeks",
        Field::Language => "languages",
        Field::Beside => "note",
        _ => return None,
    })
}

fn group_view(group: Group, desk: Desk, open: RwSignal<bool>) -> AnyView {
    let more = group.total.saturating_sub(group.hits.len());
    let hits = group.hits.into_iter().map(|row| {
        let (route, landing) = (row.route.clone(), row.landing.clone());
        let go = move |_| {
            open.set(false);
            match &landing {
                Some(landing) => desk.go_to(&route, landing.clone()),
                None => desk.go(&route),
            }
        };
        let pieces = row
            .pieces
            .into_iter()
            .map(|(text, marked)| if marked { view! { <mark>{text}</mark> }.into_any() } else { text.into_any() });
        view! {
            <li><button type="button" class="hit" on:click=go>
                <span class="what">{row.title}</span>
                <span class="why"><span class="soft">{row.field}": "</span>{pieces.collect_view()}</span>
            </button></li>
        }
    });
    view! {
        <section>
            <h3>{names::kinds(group.kind)}</h3>
            <ul class="plain">{hits.collect_view()}</ul>
            {(more > 0).then(|| view! { <p class="small soft">{search::more(more)}</p> })}
        </section>
    }
    .into_any()
}
