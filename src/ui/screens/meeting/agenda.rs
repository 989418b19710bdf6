//! What is to be talked about, and whether one is prepared (R3).

use leptos::prelude::*;

use crate::{
    domain::{AgendaPoint, Id, Meeting, PartId, Title},
    guide::prompts,
    ui::{
        desk::Desk,
        parts::{Adder, Button, Empty, PartMoves, PartTitle, PartsOf, Section, Tick, row_more::keep_focus_near},
        reactive::{For, Look, Show},
        words::{changes, meetings},
    },
};

/// The list of points.
fn points(id: Id<Meeting>) -> PartsOf<Meeting, AgendaPoint> {
    PartsOf { id, what: meetings::POINT_PART, read: |it| &it.agenda, write: |it| &mut it.agenda }
}

fn add(desk: Desk, id: Id<Meeting>, title: Title) {
    points(id).add(desk, AgendaPoint { id: desk.new_part(), place: 0, title, done: false });
}

/// The agenda.
#[component]
pub fn Agenda(id: Id<Meeting>, called: Look<String>) -> impl IntoView {
    let desk = Desk::get();
    let ids = points(id).ids();
    let planned = desk.field(id, |it: &Meeting| it.state.is_planned());
    let prepared = desk.field(id, |it: &Meeting| it.prepared);
    let prepare = move |on: bool| {
        desk.edit(id, meetings::made_ready(&called.get_untracked(), on), |it: &mut Meeting| it.prepared = on);
    };
    let done = desk.field(id, |it: &Meeting| it.agenda.iter().filter(|point| point.done).count());
    let count = move || {
        let all = ids.with(Vec::len);
        (all > 0).then(|| meetings::talked_about(done.get(), all))
    };
    view! {
        <Section title=meetings::AGENDA end=count>
            <Show when=move || ids.with(Vec::is_empty)>
                <Empty text=meetings::AGENDA_EMPTY />
            </Show>
            <ol class="rows">
                <For each=move || ids.get() key=|part| *part let:part>
                    <PointRow id=id part=part />
                </For>
            </ol>
            <Adder label=meetings::POINT_NEW hint=meetings::POINT_HINT draft=format!("point-{id}") add=move |title| add(desk, id, title) />
            <Show when=move || planned.get()>
                <Questions id=id />
                <p class="after"><Tick label=meetings::PREPARED value=prepared set=prepare /></p>
            </Show>
        </Section>
    }
}

#[component]
fn PointRow(id: Id<Meeting>, part: PartId) -> impl IntoView {
    let desk = Desk::get();
    let points = points(id);
    let title = points.title(part);
    let done = points.field(part, |it| it.done);
    let tick = move |on: bool| points.edit(desk, part, changes::ticked(&title.get_untracked(), on), |it| it.done = on);
    view! {
        <li class="row part" class:done=move || done.get() data-at=part.to_string() tabindex="-1" on:click:capture=keep_focus_near>
            <Tick label=title value=done set=tick quiet=true />
            <PartTitle of=points part=part label=meetings::POINT many=true />
            <span></span>
            <PartMoves of=points part=part />
        </li>
    }
}

/// Questions worth bringing; those that stand on the agenda already are left out.
#[component]
fn Questions(id: Id<Meeting>) -> impl IntoView {
    let desk = Desk::get();
    let left = desk.field(id, |it: &Meeting| {
        let new = |question: &&str| !it.agenda.iter().any(|point| *point.title == **question);
        prompts::AGENDA.into_iter().filter(new).collect::<Vec<_>>()
    });
    let take = move |question: &'static str| {
        if let Ok(title) = Title::new(question) {
            add(desk, id, title);
        }
    };
    view! {
        <details class="inset questions">
            <summary>{meetings::QUESTIONS}</summary>
            <ul class="rows">
                <For each=move || left.get() key=|question| *question let:question>
                    <li class="row two" tabindex="-1" on:click:capture=keep_focus_near>
                        <p>{question}</p>
                        <Button word=meetings::TAKE label=meetings::take(question) act=move |_| take(question) />
                    </li>
                </For>
            </ul>
        </details>
    }
}
