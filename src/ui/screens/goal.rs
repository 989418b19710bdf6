//! One goal, changed where it stands (G1, R8).

use leptos::prelude::*;

use super::{Existing, Page};
use crate::{
    domain::{Day, Goal, GoalState, Id, Line, Mentorship, Milestone, Notebook, PartId, Text, Title},
    guide::prompts,
    insights::goals::{Happening, timeline},
    ui::{
        desk::Desk,
        parts::{
            Adder, Bar, Button, Choice, Comments, DateField, Days, Empty, EntryMenu, Field, PageHead, PartMoves,
            PartTitle, PartsOf, Prompts, Section, Tick, draft,
            entry_menu::PrivateMark,
            form::{Asked, Form, Kind},
            row_more::keep_focus_near,
        },
        reactive::{For, Look, Show},
        route::{Place, Route, Tab},
        words::{changes, goals, names, shell},
    },
};

static TITLE: Asked = Asked::new("title", Kind::Title, goals::TITLE, "");
static WHY: Asked = Asked::new("why", Kind::Text, goals::WHY, goals::WHY_HINT);
static EVIDENCE: Asked = Asked::new("evidence", Kind::Text, goals::EVIDENCE, goals::EVIDENCE_HINT);

/// A goal.
#[component]
pub fn GoalScreen(id: Id<Goal>) -> impl IntoView {
    view! { <Existing id=id><Whole id=id /></Existing> }
}

#[component]
fn Whole(id: Id<Goal>) -> impl IntoView {
    let desk = Desk::get();
    let title = desk.field(id, |goal: &Goal| goal.title.to_string());
    let progress = desk.field(id, Goal::progress);
    let bar_label = Look::new(move || {
        let (done, all) = progress.get();
        goals::progress_label(done, all)
    });
    let above = move || view! { <a href=Place::Goals.route().address()>{shell::place(Place::Goals)}</a> };
    let count = move || {
        let (done, all) = progress.get();
        if all > 0 { goals::progress(done, all) } else { String::new() }
    };
    view! {
        <Page title=title aside=move || view! { <Aside id=id /> }>
            <PageHead title=title above=above>
                <PrivateMark id=id />
            </PageHead>
            <Show when=move || { progress.get().1 > 0 }>
                <Bar value=progress label=bar_label />
            </Show>
            <Texts id=id />
            <Comments id=id />
            <Section title=goals::MILESTONES end=count>
                <Milestones id=id />
            </Section>
            <Section title=goals::STATE>
                <State id=id />
            </Section>
            <Section title=goals::REVIEW>
                <Reviews id=id />
            </Section>
            <Section title=goals::HISTORY>
                <History id=id />
            </Section>
            <EntryMenu id=id title=title after=Place::Goals.route() />
        </Page>
    }
}

static TARGET: Asked = Asked::new("target", Kind::Day, goals::TARGET, "");
static SKILLS: Asked = Asked::new("skills", Kind::Names(goals::SKILL_NEW), goals::SKILLS, goals::SKILL_HINT);

/// Title, reason, evidence, target, skills.
#[component]
fn Texts(id: Id<Goal>) -> impl IntoView {
    let desk = Desk::get();
    let title = desk.field(id, |goal: &Goal| goal.title.to_string());
    let form = Form::new(id, title);
    view! {
        <div class="form">
            {form.field(&TITLE)}
            {form.field(&WHY)}
            {form.field(&EVIDENCE)}
            {form.field(&TARGET)}
            {form.field(&SKILLS)}
        </div>
    }
}

/// The list of milestones.
fn milestones(id: Id<Goal>) -> PartsOf<Goal, Milestone> {
    PartsOf { id, what: goals::MILESTONE, read: |goal| &goal.milestones, write: |goal| &mut goal.milestones }
}

/// Steps on the way, in an order one chooses.
#[component]
fn Milestones(id: Id<Goal>) -> impl IntoView {
    let desk = Desk::get();
    let ids = milestones(id).ids();
    let add = move |title: Title| {
        milestones(id).add(desk, Milestone { id: desk.new_part(), place: 0, title, due: None, done: None });
    };
    view! {
        <Show when=move || ids.with(Vec::is_empty)>
            <Empty text=goals::MILESTONES_EMPTY />
        </Show>
        <ol class="rows">
            <For each=move || ids.get() key=|part| *part let:part>
                <MilestoneRow id=id part=part />
            </For>
        </ol>
        <Adder label=goals::MILESTONE_NEW hint=goals::MILESTONE_HINT draft=format!("milestone-{id}") add=add />
    }
}

#[component]
fn MilestoneRow(id: Id<Goal>, part: PartId) -> impl IntoView {
    let desk = Desk::get();
    let milestones = milestones(id);
    let title = milestones.title(part);
    let due = milestones.field(part, |it| it.due);
    let done = milestones.field(part, |it| it.done);
    let is_done = Look::new(move || done.get().is_some());
    let tick = move |on: bool| {
        let day = on.then(|| desk.today());
        milestones.edit(desk, part, changes::ticked(&title.get_untracked(), on), |it| it.done = day);
    };
    let set_due = move |day| {
        milestones.edit(desk, part, changes::changed(goals::DUE, &title.get_untracked()), |it| it.due = day);
    };
    view! {
        <li class="row part" class:done=move || is_done.get() data-at=part.to_string() tabindex="-1" on:click:capture=keep_focus_near>
            <Tick label=title value=is_done set=tick quiet=true />
            <PartTitle of=milestones part=part label=goals::MILESTONE_FIELD many=true />
            <span class="when">
                {move || done.get().map(|day| view! { <Days on=day /> })}
                <Show when=move || !is_done.get()>
                    <DateField label=goals::DUE quiet=true value=due set=set_due />
                </Show>
            </span>
            <PartMoves of=milestones part=part />
        </li>
    }
}

/// Active, paused, achieved, let go; each change with its reason.
#[component]
fn State(id: Id<Goal>) -> impl IntoView {
    let desk = Desk::get();
    let title = desk.field(id, |goal: &Goal| goal.title.to_string());
    let state = desk.field(id, |goal: &Goal| goal.state);
    let wanted = RwSignal::new(None::<GoalState>);
    let draft = draft::typed(desk, &format!("state-{id}"));
    let reason = draft.text;
    let options = GoalState::ALL.map(|state| (state, names::goal_state(state))).to_vec();
    let choose = move |chosen| {
        wanted.set((chosen != state.get_untracked()).then_some(chosen));
    };
    let take_reason = move |typed: &str| {
        reason.set(Line::typed(typed)?.to_string());
        Ok(())
    };
    let turn = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        desk.flush();
        let Some(to) = wanted.get_untracked() else { return };
        let (part, on) = (desk.new_part(), desk.today());
        let why = Line::typed(&reason.get_untracked()).unwrap_or_default();
        desk.edit(id, goals::turned(&title.get_untracked(), to), |goal: &mut Goal| goal.turn(to, on, why, part));
        wanted.set(None);
        draft.sent();
        // The form leaves the page, and the focus with it.
        crate::ui::shell::focus_when_there("[data-at=state] input:checked");
    };
    view! {
        <div data-at="state"><Choice label=goals::STATE quiet=true options=options value=move || Some(wanted.get().unwrap_or_else(|| state.get())) set=choose /></div>
        <Show when=move || wanted.get().is_some()>
            <form class="form inset" on:submit=turn>
                <Field label=goals::REASON value=reason take=take_reason hint=goals::REASON_HINT />
                <p><button type="submit" class="button main">{goals::TURN}</button></p>
            </form>
        </Show>
    }
}

/// The day of the next look, and what one sees when one looks.
#[component]
fn Reviews(id: Id<Goal>) -> impl IntoView {
    let desk = Desk::get();
    let title = desk.field(id, |goal: &Goal| goal.title.to_string());
    let review_on = desk.field(id, |goal: &Goal| goal.review_on);
    let draft = draft::typed(desk, &format!("review-{id}"));
    let note = draft.text;
    let next = RwSignal::new(None::<Day>);
    let set_on = move |day| {
        let label = changes::changed(goals::REVIEW_ON, &title.get_untracked());
        desk.edit(id, label, |goal: &mut Goal| goal.review_on = day);
    };
    let take_note = move |typed: &str| {
        note.set(Text::typed(typed)?.to_string());
        Ok(())
    };
    let save = move |_| {
        desk.flush();
        let Ok(text) = Text::typed(&note.get_untracked()) else { return };
        let (part, on, next_on) = (desk.new_part(), desk.today(), next.get_untracked());
        desk.edit(id, goals::reviewed(&title.get_untracked()), |goal: &mut Goal| goal.review(on, text, next_on, part));
        draft.sent();
        next.set(None);
    };
    view! {
        <div class="form">
            <p class="small soft">{goals::REVIEW_HELP}</p>
            <DateField label=goals::REVIEW_ON value=review_on set=set_on at="review" />
            <details class="inset">
                <summary>{goals::REVIEW_NOW}</summary>
                <Field label=goals::REVIEW_NOTE value=note take=take_note many=true hint=goals::REVIEW_NOTE_HINT />
                <Prompts title=goals::REVIEW_PROMPTS prompts=&prompts::REVIEW />
                <DateField label=goals::REVIEW_NEXT value=next set=move |day| next.set(day) />
                <p><Button look="main" word=goals::REVIEW_SAVE act=save /></p>
            </details>
        </div>
    }
}

/// What happened with this goal, newest first.
#[component]
fn History(id: Id<Goal>) -> impl IntoView {
    let desk = Desk::get();
    let happened = desk.view(move |notebook| {
        let timeline = timeline(notebook, id).into_iter();
        timeline.map(|it| (it.on, happening(notebook, id, it.what))).collect::<Vec<_>>()
    });
    view! {
        <Show when=move || happened.with(|it| !it.is_empty()) fallback=|| view! { <Empty text=goals::HISTORY_EMPTY /> }>
            <ol class="timeline">
                {move || happened.get().into_iter().map(|(day, (what, more))| view! {
                    <li><Days on=day /><div><p class="what">{what}</p><p class="why">{more}</p></div></li>
                }).collect_view()}
            </ol>
        </Show>
    }
}

/// What happened, and more of it, in words.
fn happening(notebook: &Notebook, id: Id<Goal>, what: Happening) -> (String, String) {
    let goal = notebook.get(id);
    let found = match what {
        Happening::Turn(part) => goal
            .and_then(|goal| goal.turns.get(part))
            .map(|turn| (goals::turned_to(turn.to).to_owned(), turn.reason.to_string())),
        Happening::Review(part) => goal
            .and_then(|goal| goal.reviews.get(part))
            .map(|review| (goals::happened::REVIEWED.to_owned(), review.note.to_string())),
        Happening::Milestone(part) => goal
            .and_then(|goal| goal.milestones.get(part))
            .map(|milestone| (goals::happened::milestone(&milestone.title), String::new())),
        Happening::Meeting(meeting) => notebook.get(meeting).map(|it| {
            let with = super::name_of(notebook, it.mentorship);
            (goals::happened::meeting(&with), it.title.to_string())
        }),
        Happening::ActionDone(action) => {
            notebook.get(action).map(|it| (goals::happened::action(&it.title), String::new()))
        }
        Happening::Feedback(feedback) => {
            notebook.get(feedback).map(|it| (goals::happened::FEEDBACK.to_owned(), it.text.to_string()))
        }
    };
    found.unwrap_or_default()
}

/// The mentorships that work on it.
#[component]
fn Aside(id: Id<Goal>) -> impl IntoView {
    let desk = Desk::get();
    let with = desk.view(move |notebook| {
        let all = notebook.pointing::<Mentorship>(id);
        all.map(|(mentorship, _)| (mentorship, super::name_of(notebook, mentorship))).collect::<Vec<_>>()
    });
    view! {
        <section>
            <h2>{goals::LINKED}</h2>
            <Show when=move || with.with(|it| !it.is_empty()) fallback=|| view! { <p class="soft small">{goals::LINKED_EMPTY}</p> }>
                <ul class="plain">
                    {move || with.get().into_iter().map(|(id, name)| view! {
                        <li><a href=Route::Mentorship(id, Tab::About).address()>{name}</a></li>
                    }).collect_view()}
                </ul>
            </Show>
        </section>
    }
}
