//! What is to be talked about, what the agenda should not pass over, and what to do before (R3).

use leptos::prelude::*;

use super::proposed::proposed;
use crate::{
    domain::{AgendaPoint, Id, Meeting, Notebook, PartId, Parts, Side, Title},
    guide::prompts,
    ui::{
        desk::Desk,
        parts::{Adder, Button, Empty, PartMoves, PartTitle, PartsOf, Section, Tick, row_more::keep_focus_near},
        reactive::{For, Look, Show},
        words::{changes, guiding, meetings},
    },
};

/// One of the two lists of a meeting that are ticked off.
type Points = PartsOf<Meeting, AgendaPoint>;

/// What is to be talked about.
pub fn points(id: Id<Meeting>) -> Points {
    PartsOf { id, what: meetings::POINT_PART, read: |it| &it.agenda, write: |it| &mut it.agenda }
}

/// What is to be done before.
fn preparation(id: Id<Meeting>) -> Points {
    PartsOf { id, what: meetings::PREPARATION_PART, read: |it| &it.preparation, write: |it| &mut it.preparation }
}

/// Puts a point at the end of a list.
pub fn add(desk: Desk, points: Points, title: Title) {
    points.add(desk, AgendaPoint { id: desk.new_part(), place: 0, title, done: false });
}

/// How many of a list are done, and how many there are.
fn counted(id: Id<Meeting>, read: fn(&Meeting) -> &Parts<AgendaPoint>) -> Look<(usize, usize)> {
    Desk::get().field(id, move |it: &Meeting| {
        let all = read(it);
        (all.iter().filter(|point| point.done).count(), all.len())
    })
}

/// The agenda.
#[component]
pub fn Agenda(id: Id<Meeting>) -> impl IntoView {
    let desk = Desk::get();
    let planned = desk.field(id, |it: &Meeting| it.state.is_planned());
    let side = side(desk, id);
    let questions: &'static [&'static str] =
        if side == Side::Guided { &prompts::AGENDA } else { &prompts::AGENDA_GUIDING };
    let counted = counted(id, |it| &it.agenda);
    let count = move || {
        let (done, all) = counted.get();
        (all > 0).then(|| meetings::talked_about(done, all))
    };
    view! {
        <Section title=meetings::AGENDA end=count>
            <Show when=move || counted.get().1 == 0>
                <Empty text=meetings::AGENDA_EMPTY />
            </Show>
            <ol class="rows">
                <Rows of=points(id) label=meetings::POINT />
            </ol>
            <Adder label=meetings::POINT_NEW hint=guiding::point_hint(side) draft=format!("point-{id}") add=move |title| add(desk, points(id), title) />
            <Show when=move || planned.get()>
                <Suggested title=meetings::PROPOSED of=points(id) named=meetings::take open=true given=proposed(id) />
                <Suggested title=meetings::QUESTIONS of=points(id) named=meetings::take given=always(questions) />
            </Show>
        </Section>
    }
}

/// What is to be done before, and whether one is prepared.
#[component]
pub fn Preparation(id: Id<Meeting>, called: Look<String>) -> impl IntoView {
    let desk = Desk::get();
    let prepared = desk.field(id, |it: &Meeting| it.prepared);
    let prepare = move |on: bool| {
        desk.edit(id, meetings::made_ready(&called.get_untracked(), on), |it: &mut Meeting| it.prepared = on);
    };
    let counted = counted(id, |it| &it.preparation);
    let count = move || {
        let (done, all) = counted.get();
        (all > 0).then(|| meetings::prepared(done, all))
    };
    view! {
        <Section title=meetings::PREPARATION end=count>
            <ul class="rows">
                <Rows of=preparation(id) label=meetings::PREPARATION />
            </ul>
            <Adder label=meetings::PREPARATION_NEW hint=meetings::PREPARATION_HINT draft=format!("preparation-{id}") add=move |title| add(desk, preparation(id), title) />
            <Suggested title=meetings::PREPARATION_USUAL of=preparation(id) named=meetings::take_preparation given=always(&prompts::PREPARATION) />
            <p class="after"><Tick label=meetings::PREPARED value=prepared set=prepare /></p>
        </Section>
    }
}

#[component]
fn Rows(of: Points, label: &'static str) -> impl IntoView {
    let ids = of.ids();
    view! {
        <For each=move || ids.get() key=|part| *part let:part>
            <PointRow points=of part=part label=label />
        </For>
    }
}

#[component]
fn PointRow(points: Points, part: PartId, label: &'static str) -> impl IntoView {
    let desk = Desk::get();
    let title = points.title(part);
    let done = points.field(part, |it| it.done);
    let tick = move |on: bool| points.edit(desk, part, changes::ticked(&title.get_untracked(), on), |it| it.done = on);
    view! {
        <li class="row part" class:done=move || done.get() data-at=part.to_string() tabindex="-1" on:click:capture=keep_focus_near>
            <Tick label=title value=done set=tick quiet=true />
            <PartTitle of=points part=part label=label many=true />
            <span></span>
            <PartMoves of=points part=part />
        </li>
    }
}

/// Something that could be taken over into a list, and why it should; the reason may be empty.
pub type Suggestion = (Title, String);

/// Suggestions that are the same for every meeting, without reasons.
fn always(texts: &'static [&'static str]) -> Look<Vec<Suggestion>> {
    Look::new(move || texts.iter().filter_map(|text| Some((Title::new(*text).ok()?, String::new()))).collect())
}

/// Who guides whom: each side brings questions of its own.
pub fn side(desk: Desk, id: Id<Meeting>) -> Side {
    let side = |notebook: &Notebook| Some(notebook.get(notebook.get(id)?.mentorship)?.side);
    desk.notebook.with_untracked(side).unwrap_or(Side::Guided)
}

/// What could be taken over into a list; what stands there already is left out.
#[component]
fn Suggested(
    title: &'static str,
    of: Points,
    named: fn(&str) -> String,
    given: Look<Vec<Suggestion>>,
    #[prop(optional)] open: bool,
) -> impl IntoView {
    let desk = Desk::get();
    let left = desk.field(of.id, move |it: &Meeting| {
        let new = |(title, _): &Suggestion| !(of.read)(it).iter().any(|point| point.title == *title);
        given.get().into_iter().filter(new).collect::<Vec<_>>()
    });
    let row = move |(title, why): Suggestion| {
        let label = named(&title);
        let what = title.to_string();
        let why = (!why.is_empty()).then(|| view! { <p class="why">{why}</p> });
        view! {
            <li class="row two" tabindex="-1" on:click:capture=keep_focus_near>
                <div><p>{what}</p>{why}</div>
                <Button word=meetings::TAKE label=label act=move |_| add(desk, of, title.clone()) />
            </li>
        }
    };
    view! {
        <Show when=move || left.with(|left| !left.is_empty())>
            <details class="inset" open=open>
                <summary>{title}</summary>
                <ul class="rows">
                    <For each=move || left.get() key=Clone::clone let:it>
                        {row(it)}
                    </For>
                </ul>
            </details>
        </Show>
    }
}
