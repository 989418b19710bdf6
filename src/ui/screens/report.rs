//! A report of some time: what it tells, seen first, and the ways out (K8).

use chrono::Datelike;
use leptos::prelude::*;

use super::{Existing, Page, reading::sheets::one};
use crate::{
    domain::{Day, Id, KindName, Mentorship, Notebook, Share},
    exchange::{
        report::{Bar, Chart, Document, Part, Scope, file_name, html, markdown, mentorships, told},
        share::allowed,
    },
    ui::{
        desk::Desk,
        parts::{
            Button, DateField, HandOut, PageHead, Section, Tick, Way,
            hand_out::{Content, File},
        },
        platform,
        reactive::{For, Look, Show},
        route::{Place, Route, Tab},
        words::{names, problems, report as words, shell},
    },
};

/// A report with somebody, or of one's own time.
#[component]
pub fn ReportScreen(
    /// With whom; none for one's own.
    with: Option<Id<Mentorship>>,
) -> impl IntoView {
    match with {
        Some(id) => view! { <Existing id=id><Named id=id /></Existing> }.into_any(),
        None => view! { <Whole with=None /> }.into_any(),
    }
}

/// A report with somebody who may be named.
#[component]
fn Named(id: Id<Mentorship>) -> impl IntoView {
    let may_be = Desk::get().view(move |notebook| mentorships(notebook).contains(&id));
    let private = move || {
        view! {
            <Page title=words::PLACE>
                <PageHead title=words::PLACE above=move || above(Some(id))><p>{words::PRIVATE}</p></PageHead>
            </Page>
        }
    };
    view! { <Show when=may_be fallback=private><Whole with=Some(id) /></Show> }
}

/// Where it belongs.
fn above(with: Option<Id<Mentorship>>) -> AnyView {
    let (route, word) = match with {
        Some(id) => (Route::Mentorship(id, Tab::default()), words::BACK),
        None => (Route::Share, shell::place(Place::Share)),
    };
    view! { <a class="no-print" href=route.address()>{word}</a> }.into_any()
}

/// What the owner called themself when they shared something last.
fn own_name(notebook: &Notebook) -> String {
    let last = notebook.all::<Share>().max_by_key(|(id, it)| (it.on, *id));
    last.map(|(_, it)| it.from.to_string()).unwrap_or_default()
}

#[component]
fn Whole(with: Option<Id<Mentorship>>) -> impl IntoView {
    let desk = Desk::get();
    let today = desk.today();
    let begin = with.and_then(|id| desk.notebook.with_untracked(|notebook| notebook.get(id).map(|it| it.since)));
    let from = RwSignal::new(begin.unwrap_or_else(|| first_of_year(today)));
    let to = RwSignal::new(today.max(from.get_untracked()));
    let me = RwSignal::new(desk.notebook.with_untracked(own_name));
    let kinds = RwSignal::new(vec![KindName::Goal, KindName::Meeting, KindName::Action, KindName::Appreciation]);
    let report = desk.view(move |notebook| {
        let scope = Scope { with, from: from.get(), to: to.get(), kinds: kinds.get() };
        words::document(&told(notebook, &scope), &scope, &me.get(), desk.today())
    });
    let is_wrong = move || to.get() < from.get();
    let title =
        Look::new(move || if is_wrong() { words::PLACE.to_owned() } else { report.with(|it| it.title.clone()) });
    let set = |signal: RwSignal<Day>| move |day: Option<Day>| day.into_iter().for_each(|day| signal.set(day));
    let wrong = move || is_wrong().then_some(words::WRONG_WAY);
    view! {
        <Page title=title>
            <PageHead title=title above=move || above(with)>
                <p class="soft">{move || (!is_wrong()).then(|| report.with(|it| it.period.clone()))}</p>
            </PageHead>
            <div class="form no-print">
                <p class="small soft">{words::WHAT}</p>
                <div class="pair">
                    <DateField label=words::FROM value=move || Some(from.get()) set=set(from) />
                    <DateField label=words::TO value=move || Some(to.get()) set=set(to) />
                </div>
                <p class="problem" role="alert">{wrong}</p>
                <Kinds kinds=kinds />
                <div class="field short">
                    <label for="report-name">{words::NAME}</label>
                    <input id="report-name" class="input" type="text" autocomplete="off" placeholder=words::NAME_HINT
                        prop:value=me on:input=move |event| me.set(event_target_value(&event)) />
                </div>
                <Show when=move || report.with(|it| !it.parts.is_empty())><WaysOut report=report /></Show>
            </div>
            <Numbers report=report />
            {move || report.with(|it| it.chart.as_ref().map(drawing))}
            {move || report.with(|it| it.parts.iter().map(part).collect_view())}
            <Show when=move || !is_wrong() && report.with(|it| it.parts.is_empty())><p class="soft">{words::NOTHING}</p></Show>
        </Page>
    }
}

fn first_of_year(day: Day) -> Day {
    Day::from_ymd_opt(day.year(), 1, 1).unwrap_or(day)
}

/// What it tells.
#[component]
fn Kinds(kinds: RwSignal<Vec<KindName>>) -> impl IntoView {
    let tick = move |kind: KindName| {
        let set = move |on: bool| {
            kinds.update(|kinds| {
                kinds.retain(|it| *it != kind);
                if on {
                    kinds.push(kind);
                }
            });
        };
        view! { <Tick label=names::kinds(kind) value=move || kinds.with(|it| it.contains(&kind)) set=set /> }
    };
    view! {
        <fieldset class="kinds">
            <legend>{words::CHOICE}</legend>
            <div class="ticks-in-line">{allowed::kinds().map(tick).collect_view()}</div>
        </fieldset>
    }
}

/// As a page, as a text, on paper.
#[component]
fn WaysOut(report: Look<Document>) -> impl IntoView {
    let desk = Desk::get();
    let name = move |ending: &str| format!("{}.{ending}", file_name(desk.today()));
    let file = move || {
        desk.flush();
        report
            .with(|it| Some(File { name: name("html"), content: Content::Text(html(it)), pasted: Some(markdown(it)) }))
    };
    let of = move || report.with(|_| ());
    let done = move |way: Way| {
        desk.say(way.pick([words::SAVED, words::HANDED_ON, words::COPIED]), false);
    };
    let as_text = move |_| {
        desk.flush();
        match platform::save_file(&name("md"), &report.with_untracked(markdown)) {
            Ok(()) => desk.say(words::SAVED, false),
            Err(_) => desk.say(problems::COULD_NOT_SAVE_FILE, false),
        }
    };
    let more = move || {
        view! {
            <Button word=words::SAVE_TEXT act=as_text />
            <Button word=words::PRINT act=|_| platform::print() />
        }
    };
    view! {
        <HandOut word=words::SAVE file=file of=of known=Vec::new more=more done=done />
    }
}

/// What it says in numbers.
#[component]
fn Numbers(report: Look<Document>) -> impl IntoView {
    let rows = move || {
        report.with(|it| {
            let row = |(what, number): &(String, String)| view! { <div><dt>{what.clone()}</dt><dd class="num">{number.clone()}</dd></div> };
            it.numbers.iter().map(row).collect_view()
        })
    };
    view! { <dl class="numbers">{rows}</dl> }
}

/// The drawing, and the same in words for those who do not see it.
fn drawing(chart: &Chart) -> AnyView {
    let bars = chart.bars().into_iter().map(|Bar { what, x, y, height }| {
        view! { <rect class=if what == 0 { "first" } else { "second" } x=x y=y width=Chart::BAR height=height /> }
    });
    let bars: Vec<_> = bars.collect();
    let size = format!("0 0 {} {}", chart.width(), Chart::HEIGHT);
    let steps: Vec<_> = chart.steps.iter().map(|(step, both)| view! { <li>{words::step(step, *both)}</li> }).collect();
    let names: Vec<_> = chart.steps.iter().map(|(step, _)| view! { <span>{step.clone()}</span> }).collect();
    let [first, second] = chart.what;
    view! {
        <Section title=chart.title.clone()>
            <figure class="chart">
                <svg viewBox=size preserveAspectRatio="none" aria-hidden="true">{bars}</svg>
                <div class="small soft steps" aria-hidden="true">{names}</div>
                <figcaption class="small soft"><span class="key first"></span>{first}" "<span class="key second"></span>{second}</figcaption>
                <ul class="unseen">{steps}</ul>
            </figure>
        </Section>
    }
    .into_any()
}

fn part(part: &Part) -> AnyView {
    let groups = part.groups.iter().map(|group| {
        let title = match &part.title {
            Some(with) => format!("{} · {with}", group.title),
            None => group.title.clone(),
        };
        let (number, sheets) = (group.sheets.len().to_string(), group.sheets.clone());
        view! {
            <Section title=title end=move || number.clone()>
                <div class="sheets">
                    <For each=move || sheets.clone() key=|it| it.id let:it>{one(&it, ().into_any())}</For>
                </div>
            </Section>
        }
    });
    groups.collect_view().into_any()
}
