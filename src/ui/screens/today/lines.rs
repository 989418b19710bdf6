//! What a line of Today says, and the step that settles it.

use leptos::prelude::*;

use super::super::{candidate_name, name_of, side_of};
use crate::{
    domain::{Action, ActionState, Day, Direction, Id, Meeting, Mentorship, Notebook, Stage},
    insights::{rhythm::Standing, today::TodayLine},
    ui::{
        desk::Desk,
        parts::{Button, Tick},
        route::{Route, Tab},
        words::{agreement as agreement_words, changes, closing, dates::Calendar, names, signals, today::line},
    },
};

/// A line as it stands on the screen: what, why, and the step that settles it.
#[derive(Clone, PartialEq)]
pub struct Row {
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

/// The line, with what settles it.
pub fn line_view(row: Row) -> AnyView {
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
pub fn row(notebook: &Notebook, calendar: &Calendar, line: &TodayLine) -> Row {
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
            what: line::unanswered(&name_of(notebook, mentorship), direction == Direction::FromThem),
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

fn contact(notebook: &Notebook, id: Id<Mentorship>, standing: Standing, overdue: bool) -> Row {
    Row {
        urgent: overdue,
        what: line::contact(&name_of(notebook, id)),
        why: line::contact_why(standing.since_days, standing.paused, standing.ideal, standing.longest, overdue),
        step: Step::Go(Route::Mentorship(id, Tab::Meetings), line::PLAN, Some("new-meeting".to_owned())),
    }
}

fn meeting_name(notebook: &Notebook, id: Id<Meeting>) -> String {
    notebook.get(id).map_or_else(|| names::SOMEBODY.to_owned(), |it| name_of(notebook, it.mentorship))
}

fn action_title(notebook: &Notebook, id: Id<Action>) -> String {
    notebook.get(id).map_or_else(String::new, |it| it.title.to_string())
}
