//! The strategies of a plan with their steps, and the ways one has not taken yet (F1, F2).

use leptos::prelude::*;

use crate::{
    domain::{Day, Id, Part, PartId, Plan, Step, Strategy, Text, Title, Toward},
    guide::strategies::{STRATEGIES, StrategyTemplate, finding_plan},
    ui::{
        desk::Desk,
        parts::{
            Adder, Button, DateField, Days, Empty, Field, MoveButtons, PartTitle, PartsOf, Take, Tick,
            row_more::keep_focus_near, unique,
        },
        reactive::{For, Look, Show},
        route::Route,
        words::{changes, find, find::plan},
    },
};

/// The list of strategies.
fn strategies(id: Id<Plan>) -> PartsOf<Plan, Strategy> {
    PartsOf { id, what: plan::STRATEGY_PART, read: |plan| &plan.strategies, write: |plan| &mut plan.strategies }
}

/// The list of steps, of all strategies.
fn steps(id: Id<Plan>) -> PartsOf<Plan, Step> {
    PartsOf { id, what: plan::STEP_PART, read: |plan| &plan.steps, write: |plan| &mut plan.steps }
}

/// The strategies, in an order one chooses, each with its steps.
#[component]
pub(super) fn Strategies(id: Id<Plan>) -> impl IntoView {
    let ids = strategies(id).ids();
    view! {
        <Show when=move || ids.with(Vec::is_empty)>
            <Empty text=plan::EMPTY />
        </Show>
        <For each=move || ids.get() key=|strategy| *strategy let:strategy>
            <StrategySection id=id strategy=strategy />
        </For>
    }
}

/// One strategy: its title, its notes, its steps.
#[component]
fn StrategySection(id: Id<Plan>, strategy: PartId) -> impl IntoView {
    let desk = Desk::get();
    let all = strategies(id);
    let title = all.title(strategy);
    let notes = all.field(strategy, |it| it.notes.to_string());
    let progress = desk.field(id, move |plan: &Plan| plan.progress_of(strategy));
    let take_notes = move |typed: &str| {
        let new = Text::typed(typed)?;
        all.edit(desk, strategy, changes::changed(plan::NOTES, &title.get_untracked()), |it| it.notes = new);
        Ok(())
    };
    // Its steps go with it.
    let remove = move |()| {
        let label = changes::part_removed(plan::STRATEGY_PART, &title.get_untracked());
        desk.say(label.clone(), true);
        desk.edit(id, label, |plan: &mut Plan| plan.remove_strategy(strategy));
    };
    let count = move || {
        let (done, all) = progress.get();
        (all > 0).then(|| find::plans::progress(done, all))
    };
    let heading = unique("strategy");
    let labelled = heading.clone();
    view! {
        <section class="section strategy" aria-labelledby=labelled data-at=strategy.to_string() tabindex="-1" on:click:capture=keep_focus_near>
            <header>
                <h2 id=heading class="unseen">{title}</h2>
                <PartTitle of=all part=strategy label=plan::STRATEGY many=true class="in-row as-title" />
                <span class="end soft small num">{count}</span>
                <MoveButtons title=title shift=all.shift(desk, strategy) remove=remove />
            </header>
            <Notes of=title notes=notes take=take_notes />
            <Steps id=id strategy=strategy />
        </section>
    }
}

/// The steps of one strategy, in an order one chooses.
#[component]
fn Steps(id: Id<Plan>, strategy: PartId) -> impl IntoView {
    let desk = Desk::get();
    let ids = desk.field(id, move |plan: &Plan| plan.steps_of(strategy).map(Part::id).collect::<Vec<_>>());
    let add = move |title: Title| {
        let (part, notes) = (desk.new_part(), Text::default());
        steps(id).add(desk, Step { id: part, place: 0, strategy, title, due: None, done: None, notes });
    };
    view! {
        <Show when=move || ids.with(Vec::is_empty)>
            <Empty text=plan::STEPS_EMPTY />
        </Show>
        <ol class="rows">
            <For each=move || ids.get() key=|step| *step let:step>
                <StepRow id=id part=step />
            </For>
        </ol>
        <Adder label=plan::STEP_NEW hint=plan::STEP_HINT draft=format!("step-{id}-{strategy}") add=add />
    }
}

#[component]
fn StepRow(id: Id<Plan>, part: PartId) -> impl IntoView {
    let desk = Desk::get();
    let steps = steps(id);
    let title = steps.title(part);
    let notes = steps.field(part, |it| it.notes.to_string());
    let due = steps.field(part, |it| it.due);
    let done = steps.field(part, |it| it.done);
    let is_done = Look::new(move || done.get().is_some());
    let changed = move |field: &str| changes::changed(field, &title.get_untracked());
    let tick = move |on: bool| {
        let day = on.then(|| desk.today());
        steps.edit(desk, part, changes::ticked(&title.get_untracked(), on), |it| it.done = day);
    };
    let take_notes = move |typed: &str| {
        let new = Text::typed(typed)?;
        steps.edit(desk, part, changed(plan::NOTES), |it| it.notes = new);
        Ok(())
    };
    let set_due = move |day: Option<Day>| steps.edit(desk, part, changed(plan::DUE), |it| it.due = day);
    // A step moves among those of its own strategy.
    let shift = move |toward: Toward| {
        let label = changes::part_moved(plan::STEP_PART, &title.get_untracked());
        desk.edit(id, label, |plan: &mut Plan| {
            plan.shift_step(part, toward);
        });
    };
    view! {
        <li class="row part" class:done=move || is_done.get() data-at=part.to_string() tabindex="-1" on:click:capture=keep_focus_near>
            <Tick label=title value=is_done set=tick quiet=true />
            <PartTitle of=steps part=part label=plan::STEP many=true />
            <span class="when">
                {move || done.get().map(|day| view! { <Days on=day /> })}
                <Show when=move || !is_done.get()>
                    <DateField label=plan::due_of(&title.get_untracked()) quiet=true value=due set=set_due />
                </Show>
            </span>
            <MoveButtons title=title shift=shift remove=steps.remove(desk, part) />
            <Notes of=title notes=notes take=take_notes />
        </li>
    }
}

/// Notes on a strategy or a step: what is written is shown; where nothing is, one line offers to write.
#[component]
fn Notes(
    /// What the strategy or step is called.
    of: Look<String>,
    /// What is written.
    notes: Look<String>,
    /// Makes a change of what was typed.
    #[prop(into)]
    take: Take,
) -> impl IntoView {
    let has_notes = notes.with_untracked(|notes| !notes.is_empty());
    let summary = move || if notes.with(String::is_empty) { plan::NOTES_NONE } else { plan::NOTES };
    view! {
        <details class="more" open=has_notes>
            <summary class="small soft">{summary}<span class="unseen">": "{of}</span></summary>
            <Field label=plan::NOTES quiet=true value=notes take=take many=true />
        </details>
    }
}

/// Ways that this plan does not try yet, and one of one's own.
#[component]
pub(super) fn More(id: Id<Plan>) -> impl IntoView {
    let desk = Desk::get();
    let titles =
        desk.field(id, |plan: &Plan| plan.strategies.iter().map(|it| it.title.to_string()).collect::<Vec<_>>());
    let offered = move || {
        let ways = STRATEGIES.iter().enumerate();
        ways.filter(|(_, way)| titles.with(|titles| !titles.iter().any(|title| title == way.title))).collect::<Vec<_>>()
    };
    // The steps come with it, and the focus goes to where it stands now.
    let add = move |label: String, from: Plan| {
        let first = from.strategies.iter().next().map(|strategy| strategy.id.to_string());
        desk.edit(id, label, |plan: &mut Plan| plan.add_strategies(from.strategies, from.steps));
        if let Some(first) = first {
            desk.go_to(&Route::Plan(id), first);
        }
    };
    let take = move |way: &'static StrategyTemplate| {
        let Ok(title) = Title::typed(way.title) else { return };
        let from = finding_plan(title, desk.today(), &[way], &mut || desk.new_part());
        add(changes::part_added(plan::STRATEGY_PART, way.title), from);
    };
    let add_own = move |title: Title| {
        let mut from = Plan::new(title.clone(), desk.today());
        let strategy = Strategy { id: desk.new_part(), place: 0, title: title.clone(), notes: Text::default() };
        from.strategies.add(strategy);
        add(changes::part_added(plan::STRATEGY_PART, &title), from);
    };
    view! {
        <Adder label=plan::OWN_NEW hint=plan::OWN_HINT draft=format!("strategy-{id}") add=add_own />
        <ul class="rows">
            <For each=offered key=|(at, _)| *at let((_, way))>
                <li class="row two">
                    <div>
                        <p class="what">{way.title}</p>
                        <p class="why">{way.about}</p>
                    </div>
                    <Button word=plan::TAKE label=plan::take(way.title) act=move |_| take(way) />
                </li>
            </For>
        </ul>
    }
}
