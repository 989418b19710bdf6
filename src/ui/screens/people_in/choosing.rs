//! Everybody in a file: who is new, who is known, what would change, and whom to take.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    domain::{Draft, Id, order},
    exchange::{
        people_in::{
            People,
            bringing::{Newcomer, Standing, bring, newcomers},
        },
        preview::differences,
    },
    insights::search::fold::fold,
    ui::{
        desk::Desk,
        parts::{Button, Empty, Handler, Section, TickAt, Ticked, unique},
        reactive::{For, Look, Plain, Show},
        words::{
            cards, people_in as words, share,
            values::{self, Values},
        },
    },
};

/// The name of a row.
fn landing(at: usize) -> String {
    format!("newcomer-{at}")
}

/// Somebody as a row shows them.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Row {
    /// Their position among all.
    at: usize,
    name: String,
    about: String,
    /// Who they are in the notebook; empty if they are new.
    known: String,
    /// What would change, or how often they stand in the file.
    more: Vec<String>,
}

/// Who of them is what, by number.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
struct Counted {
    new: usize,
    learns: usize,
    known: usize,
    unclear: usize,
}

impl Counted {
    fn of<'a>(all: impl IntoIterator<Item = &'a Newcomer>) -> Self {
        let mut counted = Self::default();
        for newcomer in all {
            *match newcomer.standing {
                Standing::New => &mut counted.new,
                Standing::Learns { .. } => &mut counted.learns,
                Standing::Known(_) => &mut counted.known,
                Standing::Unclear(_) => &mut counted.unclear,
            } += 1;
        }
        counted
    }
}

/// Choosing whom to take, and taking them.
#[component]
pub(super) fn Choosing(
    name: String,
    people: Arc<People>,
    #[prop(into)] finish: Handler<Option<String>>,
) -> impl IntoView {
    let desk = Desk::get();
    // As the notebook stands now: what is chosen would be another one if it changed meanwhile, in another tab.
    let all = {
        let people = people.clone();
        desk.view(move |notebook| Arc::new(newcomers(notebook, &people.found)))
    };
    let chosen = RwSignal::new(all.with_untracked(|all| all.iter().map(Newcomer::can_be_taken).collect::<Vec<_>>()));
    let set_all = move |to: bool| {
        chosen.set(all.with_untracked(|all| all.iter().map(|it| to && it.can_be_taken()).collect()));
    };
    let taken = Look::new(move || {
        all.with(|all| {
            chosen.with(|chosen| {
                Counted::of(all.iter().zip(chosen).filter(|it| *it.1 && it.0.can_be_taken()).map(|it| it.0))
            })
        })
    });
    let nameless = people.nameless.len();
    let counted = move || {
        let Counted { new, learns, known, unclear } = all.with(|all| Counted::of(all.iter()));
        words::counted(new, learns, known, unclear, nameless)
    };
    let can_take = Look::new(move || all.with(|all| all.iter().any(Newcomer::can_be_taken)));
    let title = words::file(&name, all.with_untracked(|all| all.len()));
    let leave = finish.clone();
    let go = move |_| {
        let label = words::brought(&name);
        let Counted { new, learns, .. } = taken.get_untracked();
        let change = all.with_untracked(|all| {
            let picked = chosen
                .with_untracked(|chosen| all.iter().zip(chosen).filter(|it| *it.1).map(|it| it.0).collect::<Vec<_>>());
            desk.notebook.with_untracked(|notebook| bring(notebook, picked, label, &mut || desk.new_id()))
        });
        let left = all.with_untracked(|all| all.len()) + nameless - new - learns;
        let said = words::done(new, learns, left);
        desk.say(said.clone(), true);
        desk.commit_large(change);
        finish.run(Some(said));
        crate::ui::shell::keep_focus();
    };
    let nothing_chosen = move || taken.with(|it| it.new + it.learns == 0);
    view! {
        <Section title=title>
            <p class="soft small" role="status">{counted}</p>
            <Left people=people.clone() all=all />
            <Show when=move || can_take.get() fallback=|| view! { <p>{words::EVERYBODY_KNOWN}</p> }>
                <p class="acts">
                    <Button look="small" word=words::ALL act=move |_| set_all(true) />
                    <Button look="small" word=words::NONE act=move |_| set_all(false) />
                </p>
                <List all=all chosen=chosen />
            </Show>
            <p class="acts">
                <Show when=move || can_take.get()>
                    {
                        let go = go.clone();
                        view! {
                            <button type="button" class="button main" disabled=nothing_chosen on:click=go>
                                {move || words::take(taken.with(|it| it.new + it.learns))}
                            </button>
                        }
                    }
                </Show>
                <Button word=words::LEAVE act=move |_| { leave.run(None); crate::ui::shell::keep_focus(); } />
            </p>
        </Section>
    }
}

/// What is left out, and why.
#[component]
fn Left(people: Arc<People>, all: Look<Arc<Vec<Newcomer>>>) -> impl IntoView {
    const SHOWN: usize = 50;
    let passed_over: Vec<String> = people.passed_over.iter().cloned().collect();
    let passed =
        (!passed_over.is_empty()).then(|| view! { <p class="small soft">{words::passed_over(&passed_over)}</p> });
    let cut = (people.cut > 0).then(|| view! { <p class="small soft">{words::cut(people.cut)}</p> });
    let left = move || {
        let unclear = all.with(|all| {
            let unclear = all.iter().filter_map(|it| match it.standing {
                Standing::Unclear(number) => Some(words::unclear(&it.person.name, number)),
                _ => None,
            });
            unclear.collect::<Vec<_>>()
        });
        let nameless = people.nameless.iter().map(|it| words::nameless(it.line, &it.says));
        let lines: Vec<String> = unclear.into_iter().chain(nameless).collect();
        let more = lines.len().saturating_sub(SHOWN);
        let rows = lines.iter().take(SHOWN).map(|line| view! { <li>{line.clone()}</li> }).collect_view();
        (!lines.is_empty()).then(|| {
            view! {
                <details class="more">
                    <summary class="small">{format!("{}: {}", words::LEFT_OUT, lines.len())}</summary>
                    <ul class="small soft">{rows}{(more > 0).then(|| view! { <li>{share::more(more)}</li> })}</ul>
                </details>
            }
        })
    };
    view! { {passed}{cut}{left} }
}

/// Those who can be taken, each with a box to tick.
#[component]
fn List(all: Look<Arc<Vec<Newcomer>>>, chosen: Ticked) -> impl IntoView {
    let desk = Desk::get();
    let sought = RwSignal::new(String::new());
    let id = unique("field");
    let fits = Look::new(move || {
        let sought = fold(&sought.get());
        let words: Vec<&str> = sought.split_whitespace().collect();
        all.with(|all| {
            let rows = all.iter().enumerate().filter(|(_, it)| it.can_be_taken()).filter(|(_, it)| {
                let text = fold(&format!("{} {} {}", it.person.name, it.person.role, it.person.organisation));
                words.iter().all(|word| text.contains(word))
            });
            let rows: Vec<_> = rows.map(|(at, it)| (it.standing == Standing::New, at)).collect();
            order::sorted(rows).into_iter().map(|(_, at)| at).collect::<Vec<_>>()
        })
    });
    let named = move || {
        let named = |at: &usize| all.with(|all| all.get(*at).map(|it| (*at, it.person.name.to_string())));
        fits.with(|fits| fits.iter().filter_map(named).collect::<Vec<_>>())
    };
    let row = move |at: usize| {
        let row = desk.view(move |notebook| {
            let calendar = desk.calendar();
            let values = Values { notebook, calendar: &calendar };
            all.with(|all| all.get(at).map(|it| row(at, it, values)))
        });
        move || row.get().map(|row| view! { <RowOf row=row chosen=chosen /> })
    };
    view! {
        <div class="field">
            <label for=id.clone()>{words::SEARCH}</label>
            <input id=id class="input" type="search" autocomplete="off" prop:value=sought
                on:input=move |event| sought.set(event_target_value(&event)) />
        </div>
        <Show when=move || fits.with(|fits| !fits.is_empty()) fallback=|| view! { <Empty text=words::NOBODY_LEFT /> }>
            <ul class="rows">
                <For each=named key=|(at, _)| *at plain=|(at, name)| Plain { at: landing(*at), text: name.clone() } let((at, _))>
                    {row(at)}
                </For>
            </ul>
        </Show>
        <p class="small soft">{words::ORDER}</p>
    }
}

/// Somebody, and what the notebook would learn of them.
fn row(at: usize, newcomer: &Newcomer, values: Values<'_>) -> Row {
    let person = &newcomer.person;
    let mut more = Vec::new();
    let mut known = String::new();
    if let Standing::Learns { id, by, after, stays } = &newcomer.standing
        && let Some(before) = values.notebook.get(*id)
    {
        known = words::recognised(*by, &before.name);
        let draft = |it: &crate::domain::Person| Draft::new(Id::new(0), it.clone());
        more.extend(differences(&draft(before), &draft(after)).iter().map(|it| values.difference(it)));
        if !stays.is_empty() {
            let fields: Vec<_> = stays.iter().map(|field| values::field(field).to_lowercase()).collect();
            more.push(format!("{} {}", words::STAYS, fields.join(", ")));
        }
    }
    if newcomer.rows > 1 {
        more.push(words::rows(newcomer.rows));
        if !newcomer.differ.is_empty() {
            let fields: Vec<_> = newcomer.differ.iter().map(|field| values::field(field).to_lowercase()).collect();
            more.push(format!("{} {}", words::DIFFER, fields.join(", ")));
        }
    }
    let role = cards::role(&person.role, &person.organisation);
    let about: Vec<&str> = std::iter::once(&*role).chain(person.contacts()).filter(|it| !it.is_empty()).collect();
    Row { at, name: person.name.to_string(), about: about.join(" · "), known, more }
}

#[component]
fn RowOf(row: Row, chosen: Ticked) -> impl IntoView {
    let is_known = !row.known.is_empty();
    let more = row.more.iter().map(|line| view! { <li>{line.clone()}</li> }).collect_view();
    view! {
        <li class="row newcomer" data-at=landing(row.at) tabindex="-1">
            <TickAt label=row.name.clone() chosen=chosen at=row.at />
            <div>
                <p class="what">{row.name.clone()}</p>
                <p class="why">{row.about.clone()}</p>
                <p class="why">{row.known.clone()}</p>
                <ul class="small soft copy">{more}</ul>
            </div>
            <span class="tag">{if is_known { words::KNOWN } else { words::NEW }}</span>
        </li>
    }
}
