//! One candidate, changed where it stands: how far it is, why them, how one came upon them (F1, F8).

mod changes;
mod fit;

use leptos::prelude::*;

use super::{
    Existing, Page, candidate_name,
    find::{FollowUp, PickPlan},
};
use crate::{
    domain::{
        Candidate, Change, Day, Draft, Event, Id, KindName, Line, Mentorship, Outreach, Part, PartId, Person, Plan,
        Stage, order,
    },
    ui::{
        desk::Desk,
        parts::{
            Button, Choice, DateField, Days, EntryMenu, Field, PageHead, Section, Select,
            entry_menu::PrivateMark,
            form::{Asked, Form, Kind},
        },
        reactive::{For, Look, Show},
        route::{Route, Tab},
        words::{self, candidates, candidates::one, find, names},
    },
};

static NOTES: Asked = Asked::new("notes", Kind::Text, one::NOTES, one::NOTES_HINT).quiet();
static WHY: Asked = Asked::new("why", Kind::Text, one::WHY, one::WHY_HINT).quiet().at("why-them");

pub use changes::{CandidateOf, add, reached_out, turn};

/// A candidate.
#[component]
pub fn CandidateScreen(id: Id<Candidate>) -> impl IntoView {
    view! { <Existing id=id><Whole id=id /></Existing> }
}

#[component]
fn Whole(id: Id<Candidate>) -> impl IntoView {
    let name = name_of(id);
    let above = move || view! { <a href=Route::Candidates.address()>{candidates::TITLE}</a> };
    view! {
        <Page title=name aside=move || view! { <Aside id=id /> }>
            <PageHead title=name above=above>
                <PrivateMark id=id />
            </PageHead>
            <Section title=one::STAGE>
                <Standing id=id />
            </Section>
            <Section title=one::WHY>
                <Why id=id />
            </Section>
            <Section title=one::SOURCE>
                <Source id=id />
            </Section>
            <fit::FitSection id=id name=name />
            <Section title=one::NOTES>
                {Form::new(id, name).field(&NOTES)}
            </Section>
            <EntryMenu id=id title=name after=Route::Candidates />
        </Page>
    }
}

fn name_of(id: Id<Candidate>) -> Look<String> {
    Desk::get().view(move |notebook| candidate_name(notebook, id))
}

/// The stage, the day to look again, and how it came there.
#[component]
fn Standing(id: Id<Candidate>) -> impl IntoView {
    let desk = Desk::get();
    let name = name_of(id);
    let stage = desk.field(id, |it: &Candidate| it.stage);
    let next = desk.field(id, |it: &Candidate| it.next);
    let due = desk.field(id, move |it: &Candidate| it.due(desk.today()));
    let since = desk.field(id, |it: &Candidate| Some(it.since));
    let turns = desk.field(id, |it: &Candidate| it.turns.iter().map(Part::id).rev().collect::<Vec<_>>());
    let options = Stage::ALL.map(|stage| (stage, names::stage(stage))).to_vec();
    let choose = move |to| turn(desk, id, to);
    let set_next = move |day: Option<Day>| {
        let field = if stage.get_untracked() == Stage::Parked { one::NEXT_PARKED } else { one::NEXT };
        desk.edit(id, words::changes::changed(field, &name.get_untracked()), |it: &mut Candidate| it.next = day);
    };
    let day = move || {
        let label = if stage.get() == Stage::Parked { one::NEXT_PARKED } else { one::NEXT };
        view! { <DateField label=label value=next set=set_next at="next" /> }
    };
    view! {
        <div class="form">
            <Choice label=one::STAGE_FIELD quiet=true careful=true options=options value=move || Some(stage.get()) set=choose />
            <Show when=move || stage.get() == Stage::Agreed>
                <Agreed id=id />
            </Show>
            <Show when=move || stage.get().is_open()>
                {day}
                <p class="small soft">{one::NEXT_HELP}<FollowUp by=due /></p>
            </Show>
        </div>
        <h3 class="small soft">{one::TURNS}</h3>
        <ol class="timeline">
            <For each=move || turns.get() key=|part| *part let:part>
                <Turn id=id part=part />
            </For>
            <li>
                {move || since.get().map(|on| view! { <Days on=on /> })}
                <p class="what">{names::stage(Stage::Spotted)}</p>
            </li>
        </ol>
    }
}

/// One change of stage, with its reason.
#[component]
fn Turn(id: Id<Candidate>, part: PartId) -> impl IntoView {
    let desk = Desk::get();
    let name = name_of(id);
    let said = desk.field(id, move |it: &Candidate| it.turns.get(part).map(|turn| (turn.on, turn.to)));
    let reason = desk
        .field(id, move |it: &Candidate| it.turns.get(part).map(|turn| turn.reason.to_string()).unwrap_or_default());
    let take = move |typed: &str| {
        let line = Line::typed(typed)?;
        desk.edit(id, words::changes::changed(one::REASON, &name.get_untracked()), |it: &mut Candidate| {
            if let Some(turn) = it.turns.get_mut(part) {
                turn.reason = line;
            }
        });
        Ok(())
    };
    let label = said.get_untracked().map(|(_, to)| one::reason_of(to)).unwrap_or_default();
    view! {
        <li data-at=part.to_string() tabindex="-1">
            {move || said.get().map(|(on, _)| view! { <Days on=on /> })}
            <div>
                <p class="what">{move || said.get().map(|(_, to)| names::stage(to))}</p>
                <Field label=label quiet=true value=reason take=take many=true hint=one::REASON_HINT class="in-row" />
            </div>
        </li>
    }
}

/// They said yes: on to the mentorship.
#[component]
fn Agreed(id: Id<Candidate>) -> impl IntoView {
    let desk = Desk::get();
    let person = desk.field(id, |it: &Candidate| Some(it.person));
    let begun = desk.view(move |notebook| {
        let person = notebook.get(id)?.person;
        notebook.all::<Mentorship>().find(|(_, it)| it.person == person).map(|(id, _)| id)
    });
    let begin = move |_| {
        if let Some(person) = person.get_untracked() {
            desk.go_to(&Route::Person(person), "new-mentorship".to_owned());
        }
    };
    move || match begun.get() {
        Some(mentorship) => {
            let address = Route::Mentorship(mentorship, Tab::Meetings).address();
            view! { <p><a class="button" href=address>{one::MENTORSHIP}</a></p> }.into_any()
        }
        None => view! {
            <p class="soft">{one::AGREED}</p>
            <p><Button look="main" word=one::BEGIN act=begin /></p>
        }
        .into_any(),
    }
}

/// Why this person.
#[component]
fn Why(id: Id<Candidate>) -> impl IntoView {
    let name = name_of(id);
    view! {
        {Form::new(id, name).field(&WHY)}
    }
}

/// The plan and its strategy, the event, who introduced them.
#[component]
fn Source(id: Id<Candidate>) -> impl IntoView {
    let desk = Desk::get();
    let name = name_of(id);
    let changed = move |field: &str| words::changes::changed(field, &name.get_untracked());
    let plan = desk.field(id, |it: &Candidate| it.plan);
    let strategy = desk.field(id, |it: &Candidate| it.strategy);
    let event = desk.field(id, |it: &Candidate| it.event);
    let introduced = desk.field(id, |it: &Candidate| it.introduced_by);
    let strategies = desk.view(move |notebook| {
        let plan = plan.get().and_then(|id| notebook.get(id));
        let ways = plan.into_iter().flat_map(|plan| plan.strategies.iter());
        ways.map(|way| (way.id, way.title.to_string())).collect::<Vec<_>>()
    });
    let events = desk.view(|notebook| {
        let events: Vec<_> = notebook.all::<Event>().collect();
        let events = order::by_key(events, |(id, it)| (std::cmp::Reverse(it.on), *id));
        events.into_iter().map(|(id, it)| (id, it.title.to_string())).collect::<Vec<_>>()
    });
    let people = desk.view(move |notebook| {
        let own = notebook.get(id).map(|it| it.person);
        let others = notebook.all::<Person>().filter(|(id, _)| Some(*id) != own);
        let others: Vec<_> = others.map(|(id, it)| (id, it.name.to_string())).collect();
        order::by_key(others, |(id, name)| (name.to_lowercase(), *id))
    });
    let set_plan = move |plan: Option<Id<Plan>>| {
        desk.edit(id, changed(find::PLAN_FIELD), |it: &mut Candidate| it.belong_to(plan));
    };
    let set_strategy = move |way: Option<PartId>| {
        desk.edit(id, changed(one::STRATEGY), |it: &mut Candidate| it.strategy = way);
    };
    let set_event = move |event: Option<Id<Event>>| {
        desk.edit(id, changed(one::EVENT), |it: &mut Candidate| it.event = event);
    };
    let set_introduced = move |person: Option<Id<Person>>| {
        desk.edit(id, changed(one::INTRODUCED), |it: &mut Candidate| it.introduced_by = person);
    };
    view! {
        <div class="form">
            <div class="pair">
                <Select label=one::EVENT options=events none=one::EVENT_NONE value=event set=set_event />
                <Select label=one::INTRODUCED options=people none=one::INTRODUCED_NONE value=introduced set=set_introduced />
            </div>
            <div class="pair">
                <div><PickPlan value=plan set=set_plan /></div>
                <Show when=move || strategies.with(|ways| !ways.is_empty())>
                    <Select label=one::STRATEGY options=strategies none=one::STRATEGY_NONE value=strategy set=set_strategy />
                </Show>
            </div>
        </div>
    }
}

/// The person, and what was written to them.
#[component]
fn Aside(id: Id<Candidate>) -> impl IntoView {
    let desk = Desk::get();
    let person = desk.field(id, |it: &Candidate| Some(it.person));
    let role = desk
        .view(move |notebook| notebook.get(id).and_then(|it| notebook.get(it.person)).map(|it| it.role.to_string()));
    let written = desk.view(move |notebook| {
        let person = notebook.get(id).map(|it| it.person);
        let all = notebook.all::<Outreach>().filter(|(_, it)| it.person.is_some() && it.person == person);
        all.map(|(id, it)| (id, it.to.to_string(), it.sent)).collect::<Vec<_>>()
    });
    let write = move |_| {
        desk.flush();
        let found = desk.notebook.with_untracked(|notebook| {
            let it = notebook.get(id)?;
            Some((notebook.get(it.person)?.name.clone(), it.person, it.plan, notebook.entry(id.entry())?.draft.private))
        });
        let Some((name, person, plan, private)) = found else { return };
        let label = words::changes::added(KindName::Outreach, &name);
        let body = Outreach { person: Some(person), plan, ..Outreach::new(name) };
        let new = desk.new_id();
        desk.commit(Change::put(label, Draft { private, ..Draft::new(new, body) }));
        desk.go(&Route::Outreach(new));
    };
    let rows = move || {
        let rows = written.get().into_iter().map(|(id, to, sent)| {
            let when = sent.map(|on| view! { " · " <Days on=on /> });
            view! { <li><a href=Route::Outreach(id).address()>{to}</a><span class="soft small">{when}</span></li> }
        });
        rows.collect_view()
    };
    view! {
        <section>
            <h2>{one::PERSON}</h2>
            <p class="soft small">{role}</p>
            <p>{move || person.get().map(|id| view! {
                <a href=Route::Person(id).address()>{name_of_person(desk, id)}</a>
            })}</p>
        </section>
        <section>
            <h2>{one::OUTREACH}</h2>
            <Show when=move || written.with(|it| !it.is_empty()) fallback=|| view! { <p class="soft small">{one::OUTREACH_NONE}</p> }>
                <ul class="plain">{rows}</ul>
            </Show>
            <p class="acts"><Button word=one::WRITE act=write /></p>
        </section>
    }
}

fn name_of_person(desk: Desk, id: Id<Person>) -> String {
    desk.notebook.with(|notebook| notebook.get(id).map_or_else(|| names::SOMEBODY.to_owned(), |it| it.name.to_string()))
}
