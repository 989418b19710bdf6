//! Today: the next meeting, at most seven lines with their reasons, goals in motion.

use leptos::prelude::*;

use super::{Page, candidate_name, name_of, side_of};
use crate::{
    domain::{Action, ActionState, Day, Goal, Id, Notebook, Stage},
    insights::{
        across::{self, ActionFilter, FeedbackFilter},
        rhythm::Standing,
        today::{BackupAge, NextMeeting, Today, TodayLine, goals_in_motion, today},
    },
    storage::Which,
    ui::{
        desk::Desk,
        parts::{Bar, Button, Empty, PageHead, Section, Tick},
        platform::Moment,
        reactive::{For, Look, Show},
        route::{Place, Route, Tab},
        words::{
            agreement as agreement_words, changes, closing,
            dates::{self, Calendar},
            goals, names, share, shell, signals,
            today::{self as words, line},
        },
    },
};

/// A line as it stands on the screen: what, why, and the step that settles it.
#[derive(Clone, PartialEq)]
struct Row {
    urgent: bool,
    what: String,
    why: String,
    step: Step,
}

#[derive(Clone, PartialEq)]
enum Step {
    /// Tick an action item.
    Tick(Id<Action>),
    /// Go where it is settled; the last is an element to land on.
    Go(Route, &'static str, Option<String>),
}

/// What asks for the owner today.
#[component]
pub fn TodayScreen() -> impl IntoView {
    let desk = Desk::get();
    let found = Look::new(move || {
        let backup = backup_age(desk);
        desk.notebook.with(|notebook| today(notebook, desk.today(), backup))
    });
    let rows = Look::new(move || {
        let calendar = desk.calendar();
        found.with(|found| {
            desk.notebook.with(|notebook| found.lines.iter().map(|it| row(notebook, &calendar, it)).collect::<Vec<_>>())
        })
    });
    let title = Look::new(move || words::heading(found.with(|found| found.lines.len() + found.more)));
    let begun = desk.view(|notebook| !notebook.is_empty());
    let above = move || dates::heading(desk.today());
    let shown = move || found.with(|found| words::shown(found.lines.len(), found.more));
    view! {
        <Page title=shell::place(Place::Today)>
            <PageHead title=title above=above />
            {move || found.with(|found| found.next_meeting).map(|next| view! { <NextCard next=next /> })}
            <Show when=begun fallback=|| view! { <Begin /> }>
                <Section title=words::WAITING end=shown>
                    <Show when=move || rows.with(|rows| !rows.is_empty()) fallback=|| view! { <Empty text=words::NONE_WAITING /> }>
                        <ul class="rows">{move || rows.get().into_iter().map(line_view).collect_view()}</ul>
                    </Show>
                    <AcrossLinks />
                </Section>
                <InMotion />
            </Show>
        </Page>
    }
}

/// The way to what was promised and said in all mentorships.
#[component]
pub(super) fn AcrossLinks() -> impl IntoView {
    let open = ActionFilter { state: Some(across::Standing::Open), ..ActionFilter::default() };
    view! {
        <p class="small">
            <a href=Route::Actions(open).address()>{words::ALL_ACTIONS}</a>
            " · "
            <a href=Route::Feedback(FeedbackFilter::default()).address()>{words::ALL_FEEDBACK}</a>
        </p>
    }
}

/// The first step, while nothing is written.
#[component]
fn Begin() -> impl IntoView {
    let desk = Desk::get();
    let begin = move |place: Place, form: &'static str| move |_| desk.go_to(&place.route(), form.to_owned());
    view! {
        <section class="lead-card" aria-label=words::BEGIN>
            <div>
                <h2>{words::BEGIN}</h2>
                <p class="soft">{words::BEGIN_WHY}</p>
                <p class="acts">
                    <Button look="main" word=words::FIRST_GOAL act=begin(Place::Goals, "new-goal") />
                    <Button word=words::HAVE_MENTOR act=begin(Place::People, "new-person") />
                    <Button word=words::LOOK_FOR_ONE act=begin(Place::Find, "new-plan") />
                    <Button word=words::GUIDE_SOMEBODY act=begin(Place::People, "new-person") />
                </p>
            </div>
        </section>
    }
}

/// What the example has no need of: it is made anew each time.
fn backup_age(desk: Desk) -> BackupAge {
    if desk.which() == Which::Example {
        return BackupAge { last: Some(desk.today()), unsaved_changes: 0 };
    }
    let at = desk.preferences.with(|it| it.backed_up_at);
    BackupAge { last: at.map(|at| Moment::local_of(at).0), unsaved_changes: desk.not_backed_up() }
}

/// The next meeting, and whether it is prepared.
#[component]
fn NextCard(next: NextMeeting) -> impl IntoView {
    let desk = Desk::get();
    let name = desk.notebook.with_untracked(|notebook| name_of(notebook, next.mentorship));
    let time = next.at.map(|at| format!(" · {}", dates::time(at)));
    let when = format!("{}{}", desk.calendar().near(next.on), time.unwrap_or_default());
    let word = if next.prepared { words::OPEN } else { words::PREPARE };
    view! {
        <section class="lead-card" aria-label=words::NEXT_MEETING>
            <div>
                <p class="when"><time datetime=next.on.to_string() title=dates::exact(next.on)>{when}</time></p>
                <h2>{words::meeting_with(&name)}</h2>
                <p class="soft">{words::agenda(next.points, next.to_settle, next.prepared)}</p>
            </div>
            <a class="button main" href=Route::Meeting(next.meeting).address()>{word}</a>
        </section>
    }
}

fn line_view(row: Row) -> AnyView {
    let desk = Desk::get();
    let (lead, end) = match row.step {
        Step::Tick(id) => {
            let title = row.what.clone();
            let done = move |on: bool| {
                let state = if on { ActionState::Done { on: desk.today() } } else { ActionState::Open };
                let label = changes::ticked(&title, on);
                desk.say(label.clone(), true);
                desk.edit(id, label, |action: &mut Action| action.state = state);
            };
            let tick = view! { <Tick label=row.what.clone() value=false quiet=true set=done /> };
            (tick.into_any(), ().into_any())
        }
        Step::Go(route, word, landing) => {
            let go = move |_| match &landing {
                Some(landing) => desk.go_to(&route, landing.clone()),
                None => desk.go(&route),
            };
            let dot = view! { <span class="dot" class:due=row.urgent></span> };
            let button = view! { <Button word=word act=go /> };
            (dot.into_any(), button.into_any())
        }
    };
    view! {
        <li class="row">{lead}<div><p class="what">{row.what}</p><p class="why">{row.why}</p></div>{end}</li>
    }
    .into_any()
}

/// A line in words.
fn row(notebook: &Notebook, calendar: &Calendar, line: &TodayLine) -> Row {
    let within = |day: Day| calendar.within(day);
    match *line {
        TodayLine::LogMeeting { meeting, on } => Row {
            urgent: true,
            what: line::log_meeting(&meeting_name(notebook, meeting)),
            why: line::log_meeting_why(&calendar.short(on)),
            step: Step::Go(Route::Meeting(meeting), line::LOG, None),
        },
        TodayLine::MyActionOverdue { action, promised, due } | TodayLine::MyActionDue { action, promised, due } => {
            Row {
                urgent: matches!(line, TodayLine::MyActionOverdue { .. }),
                what: action_title(notebook, action),
                why: line::promised(&within(promised), &within(due)),
                step: Step::Tick(action),
            }
        }
        TodayLine::AskForAction { action, promised, due } => {
            let name = notebook.get(action).map_or_else(String::new, |it| name_of(notebook, it.mentorship));
            let step = notebook.get(action).map(|it| Route::Mentorship(it.mentorship, Tab::Actions));
            Row {
                urgent: true,
                what: line::ask(&name, &action_title(notebook, action)),
                why: line::they_promised(&name, &within(promised), &within(due)),
                step: Step::Go(step.unwrap_or(Route::People), line::SEE, None),
            }
        }
        TodayLine::ContactOverdue { mentorship, standing } => contact(notebook, mentorship, standing, true),
        TodayLine::ContactDue { mentorship, standing } => contact(notebook, mentorship, standing, false),
        TodayLine::UnansweredCheckIn { check_in, mentorship, direction, days, .. } => Row {
            urgent: true,
            what: line::unanswered(&name_of(notebook, mentorship), direction == crate::domain::Direction::FromThem),
            why: line::unanswered_why(days, notebook.get(check_in).map_or("", |it| &it.about)),
            step: Step::Go(Route::Mentorship(mentorship, Tab::Meetings), line::SEE, None),
        },
        TodayLine::Signal { mentorship, kind, evidence, .. } => Row {
            urgent: true,
            what: signals::today(kind, side_of(notebook, mentorship), &name_of(notebook, mentorship)),
            why: signals::today_why(notebook, kind, evidence),
            step: Step::Go(Route::Mentorship(mentorship, Tab::Meetings), signals::LOOK, Some("signal".to_owned())),
        },
        TodayLine::KeepInTouch { mentorship, on } => Row {
            urgent: false,
            what: closing::touch(&name_of(notebook, mentorship)),
            why: closing::touch_why(&within(on)),
            step: Step::Go(
                Route::Mentorship(mentorship, Tab::Meetings),
                closing::WRITE,
                Some("new-check-in".to_owned()),
            ),
        },
        TodayLine::FollowUpOutreach { outreach, sent, by } => Row {
            urgent: true,
            what: line::outreach(notebook.get(outreach).map_or("", |it| &it.to), sent.is_some()),
            why: line::outreach_why(sent.map(within), &within(by)),
            step: Step::Go(Route::Outreach(outreach), line::SEE, None),
        },
        TodayLine::FollowUpCandidate { candidate, by } => {
            let stage = notebook.get(candidate).map(|it| it.stage).unwrap_or_default();
            Row {
                urgent: true,
                what: line::candidate(&candidate_name(notebook, candidate), stage == Stage::Parked),
                why: line::candidate_why(names::stage(stage), &within(by)),
                step: Step::Go(Route::Candidate(candidate), line::SEE, None),
            }
        }
        TodayLine::FollowUpEvent { event, by, met } => Row {
            urgent: true,
            what: line::event(notebook.get(event).map_or("", |it| &it.title)),
            why: line::event_why(met, &within(by)),
            step: Step::Go(Route::Event(event), line::SEE, None),
        },
        TodayLine::ReviewGoal { goal, review_on, last_touched } => Row {
            urgent: true,
            what: line::review(notebook.get(goal).map_or("", |it| &it.title)),
            why: line::review_why(last_touched.map(within), &within(review_on)),
            step: Step::Go(Route::Goal(goal), line::REVIEW, Some("review".to_owned())),
        },
        TodayLine::SayThanks { mentorship, help, on, more } => Row {
            urgent: true,
            what: line::thanks(&name_of(notebook, mentorship)),
            why: line::thanks_why(notebook.get(help).map_or("", |it| &it.help), &calendar.ago(on), more),
            step: Step::Go(Route::Mentorship(mentorship, Tab::Thanks), line::WRITE, Some("note".to_owned())),
        },
        TodayLine::ReviewAgreement { agreement, mentorship, review_on } => Row {
            urgent: true,
            what: agreement_words::review(&name_of(notebook, mentorship)),
            why: agreement_words::review_why(&within(review_on)),
            step: Step::Go(Route::Agreement(agreement), agreement_words::REVIEW, None),
        },
        TodayLine::TakeStep { plan, step, due } => {
            let found = notebook.get(plan);
            let title = found.and_then(|it| it.steps.get(step)).map(|it| it.title.to_string());
            Row {
                urgent: false,
                what: title.unwrap_or_default(),
                why: line::step_why(found.map_or("", |it| &it.title), &within(due)),
                step: Step::Go(Route::Plan(plan), line::SEE, Some(step.to_string())),
            }
        }
        TodayLine::SaveBackup { last, entries, unsaved_changes } => Row {
            urgent: false,
            what: line::BACKUP.to_owned(),
            why: line::backup_why(last.map(within), entries, unsaved_changes),
            step: Step::Go(Route::Share, line::BACKUP, None),
        },
    }
}

fn contact(notebook: &Notebook, id: Id<crate::domain::Mentorship>, standing: Standing, overdue: bool) -> Row {
    Row {
        urgent: overdue,
        what: line::contact(&name_of(notebook, id)),
        why: line::contact_why(standing.since_days, standing.paused, standing.ideal, standing.longest, overdue),
        step: Step::Go(Route::Mentorship(id, Tab::Meetings), line::PLAN, Some("new-meeting".to_owned())),
    }
}

fn meeting_name(notebook: &Notebook, id: Id<crate::domain::Meeting>) -> String {
    notebook.get(id).map_or_else(|| names::SOMEBODY.to_owned(), |it| name_of(notebook, it.mentorship))
}

fn action_title(notebook: &Notebook, id: Id<Action>) -> String {
    notebook.get(id).map_or_else(String::new, |it| it.title.to_string())
}

/// The most goals shown: who works at more of them at once looks under Goals.
const MOST_GOALS: usize = Today::MOST;

/// Active goals with their next step, what comes first first.
#[component]
fn InMotion() -> impl IntoView {
    let desk = Desk::get();
    let active = desk.view(goals_in_motion);
    let shown = Look::new(move || active.with(|ids| ids.iter().copied().take(MOST_GOALS).collect::<Vec<_>>()));
    let more = Look::new(move || active.with(Vec::len).saturating_sub(MOST_GOALS));
    let end = || view! { <a href=Place::Goals.route().address()>{words::ALL_GOALS}</a> };
    let none = move || {
        view! {
            <Empty text=words::NONE_IN_MOTION>
                <Button word=words::FIRST_GOAL act=move |_| desk.go_to(&Place::Goals.route(), "new-goal".to_owned()) />
            </Empty>
        }
    };
    view! {
        <Section title=words::IN_MOTION end=end>
            <Show when=move || active.with(|it| !it.is_empty()) fallback=none>
                <ul class="rows"><For each=move || shown.get() key=|id| *id let:id><GoalRow id=id /></For></ul>
                <Show when=move || { more.get() > 0 }>
                    <p class="small soft">{move || share::more(more.get())}</p>
                </Show>
            </Show>
        </Section>
    }
}

/// An active goal: its title, what comes next, how far it is.
#[component]
fn GoalRow(id: Id<Goal>) -> impl IntoView {
    let goal = Desk::get().field(id, |it: &Goal| {
        let next = it.next_milestone().map(|next| goals::next(&next.title));
        Some((it.title.to_string(), next, it.progress()))
    });
    move || {
        let (title, next, (done, all)) = goal.get()?;
        let row = view! {
            <li class="row progress">
                <div>
                    <p class="what"><a href=Route::Goal(id).address()>{title}</a></p>
                    <p class="why">{next}</p>
                </div>
                {(all > 0).then(|| view! { <Bar value=(done, all) label=goals::progress_label(done, all) /> })}
                <span class="soft small num">{if all > 0 { goals::progress(done, all) } else { String::new() }}</span>
            </li>
        };
        Some(row)
    }
}
