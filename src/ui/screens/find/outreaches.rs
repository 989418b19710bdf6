//! Outreach in a list, by how far it is (F6, F8).

use std::cmp::Reverse;

use leptos::prelude::*;

use super::row::Row;
use crate::{
    domain::{Day, Id, Outreach, OutreachStage, Plan, Reply, Title, order},
    ui::{
        desk::Desk,
        parts::{Adder, Empty, Section, plain},
        reactive::{For, Look, Show},
        route::Route,
        words::find,
    },
};

/// An outreach as its row shows it.
#[derive(Clone, PartialEq, Eq, Hash)]
struct OutreachLine {
    id: Id<Outreach>,
    to: String,
    stage: OutreachStage,
    /// The day that matters at its stage.
    on: Option<Day>,
    /// What an answer said, if one came.
    answer: Option<String>,
    follow_up: Option<Day>,
}

impl OutreachLine {
    fn of(id: Id<Outreach>, it: &Outreach, today: Day) -> Self {
        let answer = match &it.reply {
            Reply::Came { note, .. } => Some(note.to_string()),
            Reply::Waiting | Reply::None { .. } => None,
        };
        Self {
            id,
            to: it.to.to_string(),
            stage: it.stage(),
            on: it.reply.on().or(it.sent),
            answer,
            follow_up: it.follow_up_due(today),
        }
    }
}

/// All outreach, or that of one plan, by how far it is.
#[component]
pub fn Outreaches(
    /// The plan it belongs to; none for all of it.
    #[prop(optional)]
    of: Option<Id<Plan>>,
) -> impl IntoView {
    let desk = Desk::get();
    let lines = desk.view(move |notebook| {
        let today = desk.today();
        let all = notebook.all::<Outreach>().filter(|(_, it)| of.is_none() || it.plan == of);
        let lines: Vec<_> = all.map(|(id, it)| OutreachLine::of(id, it, today)).collect();
        // Those to ask again first, then what was longest ago; what is settled the other way round.

        order::by_key(lines, |line| {
            let is_settled = line.stage == OutreachStage::Settled;
            let (ago, lately) = if is_settled { (None, line.on) } else { (line.on, None) };
            (line.follow_up.is_none(), line.follow_up, ago, Reverse(lately), line.id)
        })
    });
    let at = move |stage: OutreachStage| {
        Look::new(move || {
            let mut lines = lines.get();
            lines.retain(|line| line.stage == stage);
            lines
        })
    };
    let stages = OutreachStage::ALL.map(|stage| (stage, at(stage)));
    let [to_send, waiting, settled] = stages.map(|(_, lines)| lines);
    let count = move || find::outreach::counted(to_send.with(Vec::len), waiting.with(Vec::len), settled.with(Vec::len));
    let add = move |to: Title| {
        let id = desk.add(&to.clone(), Outreach { plan: of, ..Outreach::new(to) });
        desk.go(&Route::Outreach(id));
    };
    let draft = of.map_or_else(|| "outreach".to_owned(), |plan| format!("outreach-{plan}"));
    let (heading, empty) = match of {
        None => (find::outreach::HEADING, find::outreach::EMPTY),
        Some(_) => (find::plan::OUTREACH, find::outreach::EMPTY_IN_PLAN),
    };
    view! {
        <Section title=heading end=count>
            <Show when=move || lines.with(Vec::is_empty)>
                <Empty text=empty />
            </Show>
            {stages.map(|(stage, lines)| view! { <OutreachRows stage=stage lines=lines /> }).collect_view()}
            <div data-at="new-outreach">
                <Adder label=find::outreach::NEW hint=find::outreach::NEW_HINT draft=draft add=add />
            </div>
        </Section>
    }
}

#[component]
fn OutreachRows(stage: OutreachStage, lines: Look<Vec<OutreachLine>>) -> impl IntoView {
    let desk = Desk::get();
    let why = move |line: &OutreachLine| {
        let within = desk.calendar().within(line.on?);
        Some(match (stage, &line.answer) {
            (OutreachStage::ToSend, _) => return None,
            (OutreachStage::Waiting, _) => find::outreach::sent_on(&within),
            (OutreachStage::Settled, Some(note)) => find::outreach::answered(&within, note),
            (OutreachStage::Settled, None) => find::outreach::no_answer(&within),
        })
    };
    view! {
        <Show when=move || lines.with(|lines| !lines.is_empty())>
            <h3 class="small soft">{find::outreach::stage(stage)}</h3>
            <ul class="rows">
                <For each=move || lines.get() key=Clone::clone plain=|line| plain(&line.id) let:line>
                    <Row
                        id=line.id to=Route::Outreach(line.id) name=line.to.clone() due=line.follow_up
                        why={let line = line.clone(); move || why(&line)}
                    />
                </For>
            </ul>
        </Show>
    }
}
