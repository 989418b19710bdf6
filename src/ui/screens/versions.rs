//! What was written twice at the same time, and choosing what stands.

use leptos::prelude::*;
use serde_json::Value;

use super::Page;
use crate::{
    domain::{Change, Draft, Entry, EntryId, Op, fields},
    insights::titles::title_of,
    ui::{
        desk::Desk,
        parts::{Button, Empty, PageHead, Section},
        reactive::{Look, Show},
        shell::{focus_when_there, search},
        words::{
            names,
            values::{self, Values},
            versions,
        },
    },
};

/// A place that was written twice.
#[derive(Clone, PartialEq)]
struct Twice {
    id: EntryId,
    /// What the entry is called.
    title: String,
    path: String,
    /// What is shown, then what waits beside it.
    values: Vec<Option<Value>>,
    /// All of them in one, where the field can hold that.
    both: Option<Value>,
}

/// Every place that was written twice.
#[component]
pub fn VersionsScreen() -> impl IntoView {
    let desk = Desk::get();
    let all = Look::new(move || {
        let calendar = desk.calendar();
        desk.notebook.with(|notebook| {
            let entries = notebook.entries().filter(|entry| !entry.trace.others.is_empty());
            let twice = entries.flat_map(|entry| {
                let id = entry.draft.id;
                let title = title_of(notebook, id).map(|it| names::entry(&it, &calendar)).unwrap_or_default();
                let both = |path: &str, values: &[_]| both_texts(entry, path, values);
                let versions = entry.versions().into_iter();
                let twice = versions.map(|(path, values)| {
                    let both = both(&path, &values);
                    Twice { id, title: title.clone(), path, values, both }
                });
                twice.collect::<Vec<_>>()
            });
            twice.collect::<Vec<_>>()
        })
    });
    let sections = move || all.get().into_iter().map(|twice| view! { <Choosing twice=twice /> }).collect_view();
    view! {
        <Page title=versions::TITLE>
            <PageHead title=versions::TITLE><p class="soft">{versions::PURPOSE}</p></PageHead>
            <Show when=move || !all.with(Vec::is_empty) fallback=|| view! { <Empty text=versions::NONE /> }>{sections}</Show>
        </Page>
    }
}

/// One place, with each of its versions.
#[component]
fn Choosing(twice: Twice) -> impl IntoView {
    let desk = Desk::get();
    let field = values::field(fields::list_of(&twice.path).unwrap_or(&twice.path));
    let label = versions::chose(&field, &twice.title);
    let heading = format!("{field} · {}", twice.title);
    let (id, path) = (twice.id, twice.path);
    let settle = move |value: Option<Value>| {
        let op = Op::Settle { id, path: path.clone(), values: vec![value] };
        desk.say(label.clone(), true);
        desk.commit(Change { label: label.clone(), ops: vec![op] });
        focus_when_there("main h1");
    };
    let both = twice.both.map(|both| {
        let settle = settle.clone();
        view! {
            <Button word=versions::BOTH act=move |_| settle(Some(both.clone())) />
        }
    });
    let rows = twice.values.into_iter().enumerate().map(move |(at, value)| {
        let (what, choose) =
            if at == 0 { (versions::SHOWN, versions::KEEP) } else { (versions::BESIDE, versions::TAKE) };
        let said =
            desk.notebook.with_untracked(|notebook| Values { notebook, calendar: &desk.calendar() }.of(value.as_ref()));
        let named = format!("{choose}: {said}");
        let settle = settle.clone();
        view! {
            <li class="row two">
                <div><p class="small soft">{what}</p><p class="what copy">{said}</p></div>
                <Button word=choose label=named act=move |_| settle(value.clone()) />
            </li>
        }
    });
    let route = desk.notebook.with_untracked(|notebook| search::place_of(notebook, id));
    let go = route.map(|(route, _)| view! { <a class="button plain" href=route.address()>{versions::GO}</a> });
    view! {
        <Section title=heading>
            <ul class="rows">{rows.collect_view()}</ul>
            <p class="acts">{both}{go}</p>
        </Section>
    }
}

/// All texts in one, where the entry can say that: under each other, or in one line.
fn both_texts(entry: &Entry, path: &str, values: &[Option<Value>]) -> Option<Value> {
    let texts: Option<Vec<&str>> = values.iter().map(|value| value.as_ref().and_then(Value::as_str)).collect();
    let texts = texts?;
    ["\n\n", " · "].iter().find_map(|between| {
        let both = Value::String(texts.join(between));
        let mut registers = entry.registers();
        registers.insert(path.to_owned(), both.clone());
        Draft::assemble(entry.draft.id, registers).map(|_| both)
    })
}
