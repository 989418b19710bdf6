//! Share: everything out as one file, and back in.

use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::Page;
use crate::{
    domain::{Body, Change, EntryId, KindName, Notebook, entry::Held},
    exchange::{
        Backup, Header, Opening, Preview, Reason, Refusal,
        backup::{self, MOST_BYTES},
        preview::opening,
    },
    insights::titles::title_of,
    ui::{
        desk::Desk,
        parts::{Choice, PageHead, Section, unique},
        platform::{self, Moment},
        reactive::{Look, Show},
        route::Place,
        words::{dates::Calendar, names, problems, share, shell},
    },
};

/// How far the opening of a file has come.
#[derive(Clone, Default)]
enum Stage {
    /// No file was chosen.
    #[default]
    None,
    /// It is read.
    Reading,
    /// It was not taken.
    Refused(Refusal),
    /// The browser could not read it.
    Unreadable,
    /// It is right, and waits for a yes.
    Ready { name: String, backup: std::sync::Arc<Backup> },
}

/// Files in and out.
#[component]
pub fn ShareScreen() -> impl IntoView {
    view! {
        <Page title=shell::place(Place::Share)>
            <PageHead title=shell::place(Place::Share)><p class="soft">{share::PURPOSE}</p></PageHead>
            <Section title=share::SAVE><Save /></Section>
            <Section title=share::OPEN><Open /></Section>
        </Page>
    }
}

/// Everything as one file.
#[component]
fn Save() -> impl IntoView {
    let desk = Desk::get();
    let last = move || match desk.preferences.with(|it| it.backed_up_at) {
        None => share::NEVER.to_owned(),
        Some(at) => share::saved_on(&desk.calendar().ago(Moment::local_of(at).0)),
    };
    view! {
        <p>{share::SAVE_WHAT}</p>
        <p class="small soft">{share::SAVE_WARN}" "{last}</p>
        <p class="acts"><button type="button" class="button main" on:click=move |_| save(desk)>{share::SAVE}</button></p>
    }
}

fn save(desk: Desk) {
    desk.flush();
    let header = Header { saved: platform::utc_text(), app: env!("CARGO_PKG_VERSION").to_owned() };
    let (text, entries) = desk.notebook.with_untracked(|notebook| (backup::write(notebook, &header), notebook.len()));
    match platform::save_file(&backup::file_name(desk.today()), &text) {
        Ok(()) => {
            desk.prefer(|it| it.backed_up_at = Some(Moment::now().millis));
            desk.say(share::saving(entries), false);
        }
        Err(_) => desk.say(problems::COULD_NOT_SAVE_FILE, false),
    }
}

/// A file, checked whole and shown before anything happens.
#[component]
pub fn Open() -> impl IntoView {
    let stage = RwSignal::new(Stage::default());
    let id = unique("file");
    let choose = move |event: web_sys::Event| {
        let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        let file = input.as_ref().and_then(|input| input.files()?.get(0));
        if let Some(file) = file {
            spawn_local(read(file, stage));
        }
        // The same file can be chosen again after it was mended.
        if let Some(input) = input {
            input.set_value("");
        }
    };
    let shown = move || match stage.get() {
        Stage::None => ().into_any(),
        Stage::Reading => view! { <p class="soft" role="status">{share::READING}</p> }.into_any(),
        Stage::Unreadable => view! { <p class="problem" role="alert">{share::COULD_NOT_READ}</p> }.into_any(),
        Stage::Refused(refusal) => refused(&refusal),
        Stage::Ready { name, backup } => view! { <Ready name=name backup=backup stage=stage /> }.into_any(),
    };
    view! {
        <p>{share::OPEN_WHAT}</p>
        <div class="field">
            <label for=id.clone()>{share::CHOOSE}</label>
            <input id=id class="input" type="file" accept=".json,application/json" on:change=choose />
        </div>
        {shown}
    }
}

async fn read(file: web_sys::File, stage: RwSignal<Stage>) {
    stage.set(Stage::Reading);
    // A large file is refused by its size, before it fills the memory.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a file's size is a whole number")]
    let bytes = file.size() as u64;
    if bytes > MOST_BYTES {
        stage.set(Stage::Refused(Refusal::whole(Reason::TooLarge { bytes, most: MOST_BYTES })));
        return;
    }
    let Ok(buffer) = JsFuture::from(file.array_buffer()).await else {
        stage.set(Stage::Unreadable);
        return;
    };
    let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
    stage.set(match backup::read(&bytes) {
        Ok(backup) => Stage::Ready { name: file.name(), backup: backup.into() },
        Err(refusal) => Stage::Refused(refusal),
    });
}

fn refused(refusal: &Refusal) -> AnyView {
    let place = problems::place(refusal).map(|place| view! { <dt>{share::WHERE}</dt><dd>{place}</dd> });
    view! {
        <div class="note" role="alert">
            <p class="what">{share::REFUSED}</p>
            <dl class="facts">{place}<dt>{share::WHY}</dt><dd>{problems::reason(&refusal.reason)}</dd></dl>
            <p>{share::NOTHING_CHANGED}</p>
        </div>
    }
    .into_any()
}

/// What opening it would do, and the question whether to.
#[component]
fn Ready(name: String, backup: std::sync::Arc<Backup>, stage: RwSignal<Stage>) -> impl IntoView {
    let desk = Desk::get();
    let how = RwSignal::new(Opening::Together);
    let entries = backup.held.iter().filter(|held| matches!(held, Held::Entry(_))).count();
    let saved: String = backup.header.saved.chars().take(10).collect();
    let saved = saved.parse().map_or(saved, |day| untrack(|| desk.calendar().within(day)));
    let label = share::opened(&name);
    let planned = Look::new(move || {
        let how = how.get();
        desk.notebook.with(|notebook| {
            let (preview, change) = opening(notebook, &backup, how, &label);
            (Shown::of(notebook, &backup, &preview, &desk.calendar()), Planned(change))
        })
    });
    let nothing = move || planned.with(|(_, Planned(change))| change.ops.is_empty());
    let go = move |_| {
        let (shown, Planned(change)) = planned.get_untracked();
        desk.say(share::done(shown.added.count, shown.changed.count, shown.removed.count), true);
        desk.prefer(|it| it.welcomed = true);
        desk.commit(change);
        stage.set(Stage::None);
    };
    let options = vec![(Opening::Together, share::TOGETHER), (Opening::Instead, share::INSTEAD)];
    let explained = move || match how.get() {
        Opening::Together => share::TOGETHER_WHAT,
        Opening::Instead => share::INSTEAD_WHAT,
    };
    let lists = move || {
        planned.with(|(shown, _)| {
            [(share::ADDED, &shown.added), (share::CHANGED, &shown.changed), (share::REMOVED, &shown.removed)]
                .into_iter()
                .filter(|(_, list)| list.count > 0)
                .map(|(what, list)| list.view(what))
                .collect_view()
        })
    };
    view! {
        <div class="inset preview" role="region" aria-label=share::PREVIEW>
            <h3>{share::file(&name, entries, &saved)}</h3>
            <div class="form">
                <Choice label=share::HOW options=options value=move || Some(how.get()) set=move |chosen| how.set(chosen) />
                <p class="small soft">{explained}</p>
                {lists}
                <p class="small soft">{move || planned.with(|(shown, _)| share::left_alone(shown.left_alone))}</p>
                <p role="status">{move || nothing().then_some(share::NOTHING_TO_DO)}</p>
                <p class="acts">
                    <Show when=move || !nothing()>
                        <button type="button" class="button main" on:click=go>{share::GO}</button>
                    </Show>
                    <button type="button" class="button" on:click=move |_| stage.set(Stage::None)>{share::LEAVE}</button>
                </p>
            </div>
        </div>
    }
}

/// The change that waits for a yes.
#[derive(Clone, PartialEq)]
struct Planned(Change);

/// The preview in words.
#[derive(Clone, PartialEq)]
struct Shown {
    added: List,
    changed: List,
    removed: List,
    left_alone: usize,
}

/// How many of each kind, and the first of them by name.
#[derive(Clone, PartialEq)]
struct List {
    count: usize,
    kinds: Vec<(KindName, Vec<String>)>,
}

impl Shown {
    fn of(notebook: &Notebook, backup: &Backup, preview: &Preview, calendar: &Calendar) -> Self {
        // Entries of the file are named with the help of the others in it.
        let mut after = notebook.clone();
        backup.held.iter().cloned().for_each(|held| after.hold(held));
        Self {
            added: List::of(&after, &preview.added, calendar),
            changed: List::of(&after, &preview.changed, calendar),
            removed: List::of(notebook, &preview.removed, calendar),
            left_alone: preview.left_alone,
        }
    }
}

impl List {
    fn of(notebook: &Notebook, entries: &[(EntryId, Body)], calendar: &Calendar) -> Self {
        let kinds = KindName::ALL.iter().map(|kind| {
            let of_kind = entries.iter().filter(|(id, _)| id.kind() == *kind);
            let titles = of_kind
                .map(|(id, _)| title_of(notebook, *id).map_or_else(String::new, |it| names::entry(&it, calendar)));
            (*kind, titles.collect::<Vec<_>>())
        });
        Self { count: entries.len(), kinds: kinds.filter(|(_, titles)| !titles.is_empty()).collect() }
    }

    fn view(&self, what: &'static str) -> AnyView {
        const NAMED: usize = 20;
        let kinds = self.kinds.iter().map(|(kind, titles)| {
            let more = titles.len().saturating_sub(NAMED);
            let named = titles.iter().take(NAMED).cloned().map(|title| view! { <li>{title}</li> }).collect_view();
            view! {
                <details>
                    <summary>{format!("{} · {}", names::kinds(*kind), titles.len())}</summary>
                    <ul>{named}{(more > 0).then(|| view! { <li>{share::more(more)}</li> })}</ul>
                </details>
            }
        });
        view! { <div><p class="label">{format!("{what}: {}", self.count)}</p>{kinds.collect_view()}</div> }.into_any()
    }
}
