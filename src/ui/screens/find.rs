//! Finding a mentor: plans, events and outreach (F1, F2, F5, F6, F8).

use std::cmp::Reverse;

use leptos::prelude::*;

use super::Page;
use crate::{
    domain::{Day, Event, Id, Notebook, Outreach, OutreachStage, Plan, PlanState, Reply, Title, order},
    guide::strategies::{STRATEGIES, finding_plan},
    ui::{
        desk::Desk,
        parts::{
            Adder, Bar, DateField, Days, Empty, Handler, PageHead, Section, Select, Tick, entry_menu::PrivateMark,
        },
        reactive::{For, Live, Look, Show},
        route::{Place, Route},
        words::{find, shell},
    },
};

/// Plans, events and outreach.
#[component]
pub fn FindScreen() -> impl IntoView {
    view! {
        <Page title=shell::place(Place::Find)>
            <PageHead title=shell::place(Place::Find)><p class="soft">{find::PURPOSE}</p></PageHead>
            <Plans />
            <Events />
            <Outreaches />
        </Page>
    }
}

// --- Plans ---------------------------------------------------------------------------------------

/// A plan as its row shows it.
#[derive(Clone, PartialEq, Eq, Hash)]
struct PlanLine {
    id: Id<Plan>,
    title: String,
    progress: (usize, usize),
    next: Option<NextStep>,
    closed: Option<(Day, String)>,
}

#[derive(Clone, PartialEq, Eq, Hash)]
struct NextStep {
    title: String,
    due: Option<Day>,
    is_due: bool,
}

impl PlanLine {
    fn of(id: Id<Plan>, plan: &Plan, today: Day) -> Self {
        let next = plan.next_step().map(|step| NextStep {
            title: step.title.to_string(),
            due: step.due,
            is_due: step.is_due(today),
        });
        let closed = match &plan.state {
            PlanState::Open => None,
            PlanState::Closed { on, reason } => Some((*on, reason.to_string())),
        };
        Self { id, title: plan.title.to_string(), progress: plan.progress(), next, closed }
    }
}

/// The plans that are open, a form for a new one, and those that are closed.
#[component]
fn Plans() -> impl IntoView {
    let desk = Desk::get();
    let lines = desk.view(move |notebook| {
        let today = desk.today();
        let lines: Vec<_> = notebook.all::<Plan>().map(|(id, plan)| PlanLine::of(id, plan, today)).collect();

        order::by_key(lines, |line| {
            let due = line.next.as_ref().and_then(|step| step.due).unwrap_or(Day::MAX);
            (Reverse(line.closed.as_ref().map(|(on, _)| *on)), due, line.id)
        })
    });
    let some = move |closed: bool| {
        Look::new(move || {
            let mut lines = lines.get();
            lines.retain(|line| line.closed.is_some() == closed);
            lines
        })
    };
    let (open, closed) = (some(false), some(true));
    let any = Look::new(move || lines.with(|lines| !lines.is_empty()));
    let count = move || any.get().then(|| find::plans::counted(open.with(Vec::len), closed.with(Vec::len)));
    let nothing = move || {
        let text = if any.get() { find::plans::NONE_OPEN } else { find::plans::EMPTY };
        view! { <Empty text=text /> }
    };
    view! {
        <Section title=find::plans::HEADING end=count>
            <Show when=move || open.with(|lines| !lines.is_empty()) fallback=nothing>
                <ul class="rows">
                    <For each=move || open.get() key=Clone::clone let:line>
                        <PlanRow line=line />
                    </For>
                </ul>
                <Show when=move || open.with(|lines| lines.len() > 1)>
                    <p class="small soft">{find::plans::ORDER}</p>
                </Show>
            </Show>
            <NewPlan />
            <Show when=move || closed.with(|lines| !lines.is_empty())>
                <details>
                    <summary>{move || find::plans::closed(closed.with(Vec::len))}</summary>
                    <ul class="rows">
                        <For each=move || closed.get() key=Clone::clone let:line>
                            <PlanRow line=line />
                        </For>
                    </ul>
                </details>
            </Show>
        </Section>
    }
}

/// One plan: how far it is, and its next step or what came of it.
#[component]
fn PlanRow(line: PlanLine) -> impl IntoView {
    let desk = Desk::get();
    let (id, title, (done, all)) = (line.id, line.title.clone(), line.progress);
    let due = line.next.as_ref().filter(|_| line.closed.is_none());
    let due = due.and_then(|step| Some((step.due?, step.is_due))).map(|(on, is_due)| {
        let words = move || find::plans::due(&desk.calendar().within(on));
        view! { " "<span class="tag" class:due=is_due>{words}</span> }
    });
    let why = move || match (&line.closed, &line.next) {
        (Some((on, reason)), _) => find::plans::closed_on(&desk.calendar().within(*on), reason),
        (None, Some(step)) => find::plans::next(&step.title),
        (None, None) if all == 0 => find::plans::NO_STEPS.to_owned(),
        (None, None) => find::plans::ALL_DONE.to_owned(),
    };
    view! {
        <li class="row progress">
            <div>
                <p class="what"><a href=Route::Plan(id).address()>{title}</a></p>
                <p class="why">{why}{due}</p>
                <PrivateMark id=id />
            </div>
            {(all > 0).then(|| view! { <Bar value=(done, all) label=find::progress_label(done, all) /> })}
            <span class="soft small num">{(all > 0).then(|| find::plans::progress(done, all))}</span>
        </li>
    }
}

/// The ways that are ticked before anybody has chosen: they need no membership and no employer.
const TICKED: [usize; 2] = [0, 2];

/// The form for a new plan: the ways to begin with, and a title.
#[component]
fn NewPlan() -> impl IntoView {
    let desk = Desk::get();
    let chosen = RwSignal::new(TICKED.to_vec());
    let is_first = desk.notebook.with_untracked(|notebook| notebook.all::<Plan>().next().is_none());
    let ways = STRATEGIES.iter().enumerate().map(|(at, way)| {
        let on = Look::new(move || chosen.with(|chosen| chosen.contains(&at)));
        let toggle = move |on: bool| {
            chosen.update(|chosen| {
                chosen.retain(|it| *it != at);
                if on {
                    chosen.push(at);
                }
            });
        };
        view! { <li><Tick label=way.title value=on set=toggle /><p class="small soft">{way.about}</p></li> }
    });
    let ways = ways.collect_view();
    let add = move |title: Title| {
        let begin_with = chosen.with_untracked(|chosen| {
            let ways = STRATEGIES.iter().enumerate().filter(|(at, _)| chosen.contains(at));
            ways.map(|(_, way)| way).collect::<Vec<_>>()
        });
        let plan = finding_plan(title.clone(), desk.today(), &begin_with, &mut || desk.new_part());
        let id = desk.add(&title, plan);
        desk.go(&Route::Plan(id));
    };
    view! {
        <div class="form" data-at="new-plan" tabindex="-1">
            <details class="inset" open=is_first>
                <summary>{move || find::plans::ways(chosen.with(Vec::len), STRATEGIES.len())}</summary>
                <fieldset class="pick">
                    <legend class="unseen">{find::plans::BEGIN_WITH}</legend>
                    <ul class="plain">{ways}</ul>
                </fieldset>
            </details>
            <Adder label=find::plans::NEW hint=find::plans::NEW_HINT button=find::plans::BEGIN draft="plan" add=add />
        </div>
    }
}

// --- Events --------------------------------------------------------------------------------------

/// An event as its row shows it.
#[derive(Clone, PartialEq, Eq, Hash)]
struct EventLine {
    id: Id<Event>,
    title: String,
    on: Day,
    about: String,
    follow_up: Option<Day>,
}

/// All events, or those of one plan: the next ones first, then those that are past.
#[component]
pub(super) fn Events(
    /// The plan they belong to; none for all of them.
    #[prop(optional)]
    of: Option<Id<Plan>>,
) -> impl IntoView {
    let desk = Desk::get();
    let lines = desk.view(move |notebook| {
        let today = desk.today();
        let events = notebook.all::<Event>().filter(|(_, event)| of.is_none() || event.plan == of);
        let line = |(id, event): (Id<Event>, &Event)| EventLine {
            id,
            title: event.title.to_string(),
            on: event.on,
            about: find::events::about(&event.place_name, event.to_meet.len(), event.met.len()),
            follow_up: event.follow_up_due(today),
        };
        let (ahead, past): (Vec<_>, Vec<_>) = events.map(line).partition(|line| line.on >= today);
        let ahead = order::by_key(ahead, |line| (line.on, line.id));
        let past = order::by_key(past, |line| (Reverse(line.on), line.id));
        (ahead, past)
    });
    let (ahead, past) = (Look::new(move || lines.get().0), Look::new(move || lines.get().1));
    let nothing = move || lines.with(|(ahead, past)| ahead.is_empty() && past.is_empty());
    let count = move || find::events::counted(ahead.with(Vec::len), past.with(Vec::len));
    let (heading, empty) = match of {
        None => (find::events::HEADING, find::events::EMPTY),
        Some(_) => (find::plan::EVENTS, find::events::EMPTY_IN_PLAN),
    };
    view! {
        <Section title=heading end=count>
            <Show when=nothing>
                <Empty text=empty />
            </Show>
            <EventRows title=find::events::AHEAD lines=ahead />
            <EventRows title=find::events::PAST lines=past />
            <NewEvent of=of />
        </Section>
    }
}

#[component]
fn EventRows(title: &'static str, lines: Look<Vec<EventLine>>) -> impl IntoView {
    view! {
        <Show when=move || lines.with(|lines| !lines.is_empty())>
            <h3 class="small soft">{title}</h3>
            <ul class="rows">
                <For each=move || lines.get() key=Clone::clone let:line>
                    <li class="row two">
                        <div>
                            <p class="what"><a href=Route::Event(line.id).address()>{line.title.clone()}</a></p>
                            <p class="why">{line.about.clone()}<FollowUp by=line.follow_up /></p>
                            <PrivateMark id=line.id />
                        </div>
                        <span class="soft small num"><Days on=line.on /></span>
                    </li>
                </For>
            </ul>
        </Show>
    }
}

/// A follow-up whose day has come.
#[component]
pub(super) fn FollowUp(
    /// The day, if it has come.
    #[prop(into)]
    by: Live<Option<Day>>,
) -> impl IntoView {
    let desk = Desk::get();
    move || by.get().map(|by| view! { " " <span class="tag due">{find::follow_up(&desk.calendar().within(by))}</span> })
}

/// The form for a new event: its day and its name.
#[component]
fn NewEvent(of: Option<Id<Plan>>) -> impl IntoView {
    let desk = Desk::get();
    let on = RwSignal::new(None::<Day>);
    let shown = Look::new(move || Some(on.get().unwrap_or_else(|| desk.today())));
    let add = move |title: Title| {
        let day = on.get_untracked().unwrap_or_else(|| desk.today());
        let id = desk.add(&title.clone(), Event { plan: of, ..Event::new(title, day) });
        desk.go(&Route::Event(id));
    };
    let draft = of.map_or_else(|| "event".to_owned(), |plan| format!("event-{plan}"));
    view! {
        <div class="form" data-at="new-event" tabindex="-1">
            <Adder label=find::events::NEW hint=find::events::NEW_HINT draft=draft add=add />
            <DateField label=find::events::NEW_ON value=shown set=move |day| on.set(day) />
        </div>
    }
}

// --- Outreach ------------------------------------------------------------------------------------

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
pub(super) fn Outreaches(
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
            <div data-at="new-outreach" tabindex="-1">
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
                <For each=move || lines.get() key=Clone::clone let:line>
                    <li class="row two">
                        <div>
                            <p class="what"><a href=Route::Outreach(line.id).address()>{line.to.clone()}</a></p>
                            <p class="why">
                                {let line = line.clone(); move || why(&line)}
                                <FollowUp by=line.follow_up />
                            </p>
                            <PrivateMark id=line.id />
                        </div>
                    </li>
                </For>
            </ul>
        </Show>
    }
}

// --- What an event and an outreach share -----------------------------------------------------------

/// The plan that an event or an outreach belongs to: one of the open ones, or the one it has.
#[component]
pub(super) fn PickPlan(
    /// The one it belongs to.
    #[prop(into)]
    value: Live<Option<Id<Plan>>>,
    /// Takes another one, or none.
    #[prop(into)]
    set: Handler<Option<Id<Plan>>>,
) -> impl IntoView {
    let desk = Desk::get();
    let chosen = value.look();
    let offered = move |notebook: &Notebook| {
        let plans = notebook.all::<Plan>();
        let plans = plans.filter(|(id, plan)| plan.state.is_open() || chosen.get() == Some(*id));
        plans.map(|(id, plan)| (id, plan.title.to_string())).collect::<Vec<_>>()
    };
    let options = desk.view(offered);
    view! {
        <Select label=find::PLAN options=options none=find::PLAN_NONE value=chosen set=set />
        <Show when=move || chosen.get().is_some()>
            <a class="button plain" href=move || chosen.get().map(|id| Route::Plan(id).address())>{find::SEE_PLAN}</a>
        </Show>
    }
}
