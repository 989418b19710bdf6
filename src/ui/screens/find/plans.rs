//! Finding plans in a list, and the form for a new one (F1 to F5).

use std::cmp::Reverse;

use leptos::prelude::*;

use crate::{
    domain::{Day, Id, Plan, PlanState, Title, order},
    guide::strategies::{STRATEGIES, finding_plan},
    ui::{
        desk::Desk,
        parts::{Adder, Bar, Empty, Section, Tick, entry_menu::PrivateMark},
        reactive::{For, Look, Show},
        route::Route,
        words::find,
    },
};

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
pub fn Plans() -> impl IntoView {
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
        <div class="form" data-at="new-plan">
            <Adder label=find::plans::NEW hint=find::plans::NEW_HINT button=find::plans::BEGIN draft="plan" add=add />
            <details class="inset" open=is_first>
                <summary>{move || find::plans::ways(chosen.with(Vec::len), STRATEGIES.len())}</summary>
                <fieldset class="pick">
                    <legend class="unseen">{find::plans::BEGIN_WITH}</legend>
                    <ul class="plain">{ways}</ul>
                </fieldset>
            </details>
        </div>
    }
}
