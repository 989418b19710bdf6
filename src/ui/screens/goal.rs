//! One goal, changed where it stands (G1, R8).

use leptos::prelude::*;

use super::{Page, not_found::NotFoundScreen};
use crate::{
    domain::{Day, Goal, GoalState, Id, Line, Mentorship, Milestone, Notebook, Part, PartId, Text, Title, Toward},
    insights::goals::{Happening, timeline},
    ui::{
        desk::Desk,
        parts::{
            Adder, Bar, Choice, DateField, Days, Empty, EntryMenu, Field, MoveButtons, PageHead, Section, Tick,
            entry_menu::PrivateMark,
        },
        route::{Place, Route, Tab},
        words::{changes, goals, names, shell},
    },
};

/// A goal.
#[component]
pub fn GoalScreen(id: Id<Goal>) -> impl IntoView {
    let desk = Desk::get();
    let entry = desk.entry(id);
    let exists = Memo::new(move |_| entry.with(Option::is_some));
    view! {
        <Show when=move || exists.get() fallback=|| view! { <NotFoundScreen /> }>
            <Whole id=id />
        </Show>
    }
}

#[component]
fn Whole(id: Id<Goal>) -> impl IntoView {
    let desk = Desk::get();
    let title = desk.field(id, |goal: &Goal| goal.title.to_string());
    let progress = desk.field(id, Goal::progress);
    let bar_label = Signal::derive(move || {
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

/// Title, reason, evidence, target, skills.
#[component]
fn Texts(id: Id<Goal>) -> impl IntoView {
    let desk = Desk::get();
    let title = desk.field(id, |goal: &Goal| goal.title.to_string());
    let changed = move |field: &str| changes::changed(field, &title.get_untracked());
    let target = desk.field(id, |goal: &Goal| goal.target);
    let why = desk.field(id, |goal: &Goal| goal.why.to_string());
    let evidence = desk.field(id, |goal: &Goal| goal.evidence.to_string());
    let take_title = move |typed: &str| {
        let title = Title::typed(typed)?;
        desk.edit(id, changed(goals::TITLE), |goal: &mut Goal| goal.title = title);
        Ok(())
    };
    let take_why = move |typed: &str| {
        let text = Text::typed(typed)?;
        desk.edit(id, changed(goals::WHY), |goal: &mut Goal| goal.why = text);
        Ok(())
    };
    let take_evidence = move |typed: &str| {
        let text = Text::typed(typed)?;
        desk.edit(id, changed(goals::EVIDENCE), |goal: &mut Goal| goal.evidence = text);
        Ok(())
    };
    let set_target = move |day: Option<Day>| {
        desk.edit(id, changed(goals::TARGET), |goal: &mut Goal| goal.target = day);
    };
    view! {
        <div class="form">
            <Field label=goals::TITLE value=title take=take_title at="title" />
            <Field label=goals::WHY value=why take=take_why many=true hint=goals::WHY_HINT at="why" />
            <Field label=goals::EVIDENCE value=evidence take=take_evidence many=true hint=goals::EVIDENCE_HINT at="evidence" />
            <DateField label=goals::TARGET value=target set=set_target />
            <Skills id=id />
        </div>
    }
}

/// The skills it needs, by name.
#[component]
fn Skills(id: Id<Goal>) -> impl IntoView {
    let desk = Desk::get();
    let title = desk.field(id, |goal: &Goal| goal.title.to_string());
    let skills = desk.field(id, |goal: &Goal| goal.skills.iter().map(ToString::to_string).collect::<Vec<_>>());
    let label = move || changes::changed(goals::SKILLS, &title.get_untracked());
    let add = move |skill: Title| {
        desk.edit(id, label(), |goal: &mut Goal| {
            if !goal.skills.contains(&skill) {
                goal.skills.push(skill);
            }
        });
    };
    let remove = move |skill: String| {
        desk.edit(id, label(), |goal: &mut Goal| goal.skills.retain(|it| **it != *skill));
    };
    view! {
        <div class="skills" data-at="skills" tabindex="-1">
            <p class="label">{goals::SKILLS}</p>
            <ul class="plain tags">
                <For each=move || skills.get() key=Clone::clone let:skill>
                    <li class="tag">
                        {skill.clone()}
                        <button
                            type="button" class="button bare" title=shell::REMOVE
                            aria-label=format!("{}: {skill}", shell::REMOVE)
                            on:click={ let skill = skill.clone(); move |_| remove(skill.clone()) }
                        >
                            <crate::ui::parts::Icon glyph=crate::ui::parts::Glyph::Close />
                        </button>
                    </li>
                </For>
            </ul>
            <Adder label=goals::SKILL_NEW hint=goals::SKILL_HINT draft=format!("skill-{id}") quiet=true add=add />
        </div>
    }
}

/// Steps on the way, in an order one chooses.
#[component]
fn Milestones(id: Id<Goal>) -> impl IntoView {
    let desk = Desk::get();
    let ids = desk.field(id, |goal: &Goal| goal.milestones.iter().map(Part::id).collect::<Vec<_>>());
    let add = move |title: Title| {
        let part = desk.new_part();
        desk.edit(id, changes::part_added(goals::MILESTONE, &title), |goal: &mut Goal| {
            goal.milestones.add(Milestone { id: part, place: 0, title, due: None, done: None });
        });
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
    let milestone = desk.field(id, move |goal: &Goal| goal.milestones.get(part).cloned());
    let title = Memo::new(move |_| milestone.with(|it| it.as_ref().map(|it| it.title.to_string()).unwrap_or_default()));
    let due = Memo::new(move |_| milestone.with(|it| it.as_ref().and_then(|it| it.due)));
    let done = Memo::new(move |_| milestone.with(|it| it.as_ref().and_then(|it| it.done)));
    let edit = move |label: String, change: Box<dyn FnOnce(&mut Milestone)>| {
        desk.edit(id, label, move |goal: &mut Goal| {
            if let Some(milestone) = goal.milestones.get_mut(part) {
                change(milestone);
            }
        });
    };
    let tick = move |on: bool| {
        let day = on.then(|| desk.today());
        edit(changes::ticked(&title.get_untracked(), on), Box::new(move |it| it.done = day));
    };
    let take_title = move |typed: &str| {
        let new = Title::typed(typed)?;
        edit(changes::changed(goals::TITLE, &title.get_untracked()), Box::new(move |it| it.title = new));
        Ok(())
    };
    let set_due = move |day| {
        edit(changes::changed(goals::DUE, &title.get_untracked()), Box::new(move |it| it.due = day));
    };
    let shift = move |toward: Toward| {
        let label = changes::part_moved(goals::MILESTONE, &title.get_untracked());
        desk.edit(id, label, |goal: &mut Goal| {
            goal.milestones.shift(part, toward);
        });
    };
    let remove = move |()| {
        let label = changes::part_removed(goals::MILESTONE, &title.get_untracked());
        desk.say(label.clone(), true);
        desk.edit(id, label, |goal: &mut Goal| {
            goal.milestones.remove(part);
        });
    };
    view! {
        <li class="row part" class:done=move || done.get().is_some() data-at=part.to_string() tabindex="-1">
            <Tick label=title value=Signal::derive(move || done.get().is_some()) set=tick quiet=true />
            <Field label=goals::MILESTONE quiet=true value=title take=take_title class="in-row" />
            <span class="when">
                {move || done.get().map(|day| view! { <Days on=day /> })}
                <Show when=move || done.get().is_none()>
                    <DateField label=goals::DUE quiet=true value=due set=set_due />
                </Show>
            </span>
            <MoveButtons title=title shift=shift remove=remove />
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
    let reason = RwSignal::new(String::new());
    let options = GoalState::ALL.map(|state| (state, names::goal_state(state))).to_vec();
    let choose = move |chosen| {
        wanted.set((chosen != state.get_untracked()).then_some(chosen));
    };
    let take_reason = move |typed: &str| {
        reason.set(Line::typed(typed)?.to_string());
        Ok(())
    };
    let turn = move |_| {
        desk.flush();
        let Some(to) = wanted.get_untracked() else { return };
        let (part, on) = (desk.new_part(), desk.today());
        let why = Line::typed(&reason.get_untracked()).unwrap_or_default();
        desk.edit(id, goals::turned(&title.get_untracked(), to), |goal: &mut Goal| goal.turn(to, on, why, part));
        wanted.set(None);
        reason.set(String::new());
    };
    view! {
        <Choice label=goals::STATE quiet=true options=options value=Signal::derive(move || Some(wanted.get().unwrap_or_else(|| state.get()))) set=choose />
        <Show when=move || wanted.get().is_some()>
            <div class="form inset">
                <Field label=goals::REASON value=reason take=take_reason hint=goals::REASON_HINT />
                <p><button type="button" class="button main" on:click=turn>{goals::TURN}</button></p>
            </div>
        </Show>
    }
}

/// The day of the next look, and what one sees when one looks.
#[component]
fn Reviews(id: Id<Goal>) -> impl IntoView {
    let desk = Desk::get();
    let title = desk.field(id, |goal: &Goal| goal.title.to_string());
    let review_on = desk.field(id, |goal: &Goal| goal.review_on);
    let note = RwSignal::new(String::new());
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
        note.set(String::new());
        next.set(None);
    };
    view! {
        <div class="form">
            <p class="small soft">{goals::REVIEW_HELP}</p>
            <DateField label=goals::REVIEW_ON value=review_on set=set_on at="review" />
            <details class="inset">
                <summary>{goals::REVIEW_NOW}</summary>
                <Field label=goals::REVIEW_NOTE value=note take=take_note many=true hint=goals::REVIEW_NOTE_HINT />
                <DateField label=goals::REVIEW_NEXT value=next set=move |day| next.set(day) />
                <p><button type="button" class="button main" on:click=save>{goals::REVIEW_SAVE}</button></p>
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
        Happening::Turn(part) => goal.and_then(|goal| goal.turns.get(part)).map(|turn| {
            (goals::turned_to(turn.to).to_owned(), turn.reason.to_string())
        }),
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
        let all = notebook.all::<Mentorship>().filter(|(_, it)| it.goals.contains(&id));
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
