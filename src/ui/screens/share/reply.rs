//! A reply that was opened: each point seen in its place, taken or left (K5).

use leptos::prelude::*;

use crate::{
    domain::{Notebook, Point},
    exchange::share::{
        reply::Reply as Read,
        taking::{Answer, Answered, Fit, answered, take},
    },
    insights::raising::next_meeting,
    ui::{
        desk::Desk,
        parts::{Button, Handler, TickAt, Ticked, comments::Said},
        platform,
        reactive::{For, Look, Plain, Show},
        screens::name_of,
        shell::keep_focus,
        words::{dates::Calendar, share, sharing::reply},
    },
};

/// One point as a row shows it.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Row {
    at: usize,
    /// What it is about.
    about: String,
    /// What it is, where that is more than a comment.
    what: String,
    text: String,
    /// What taking it does, or why it cannot be taken.
    does: String,
    can_be_taken: bool,
}

impl Row {
    fn of(at: usize, answer: &Answer, answered: &Answered, notebook: &Notebook, calendar: &Calendar) -> Self {
        let said = Said::of(notebook, &answer.comment, calendar);
        let about = match (said.about, answer.about_gone) {
            (Some((_, title)), _) => title,
            (None, true) => reply::ABOUT_GONE.to_owned(),
            (None, false) => reply::ABOUT_ALL.to_owned(),
        };
        let does = match answer.comment.point {
            _ if answer.fit == Fit::Changed => String::new(),
            Point::Said => reply::DOES_COMMENT.to_owned(),
            Point::Done => reply::DOES_DONE.to_owned(),
            Point::Action => reply::DOES_ACTION.to_owned(),
            Point::Agenda => {
                let next = next_meeting(notebook, answered.mentorship, calendar.today);
                reply::does_agenda(next.map(|(_, day)| calendar.within(day)).as_deref())
            }
            Point::Meeting { .. } => reply::DOES_MEETING.to_owned(),
        };
        let fit = reply::fit(answer.fit);
        let does = if answer.fit.can_be_taken() { [fit, &does].join(" ").trim().to_owned() } else { fit.to_owned() };
        Self {
            at,
            about,
            what: said.what.unwrap_or_default(),
            text: said.text,
            does,
            can_be_taken: answer.fit.can_be_taken(),
        }
    }
}

/// What it answers, point by point.
#[component]
pub(super) fn Reply(reply: Read, close: Handler<()>) -> impl IntoView {
    let desk = Desk::get();
    let what = reply::is_reply(&reply.from, &untrack(|| desk.calendar()).within(reply.on));
    let from = reply.from.to_string();
    // As the notebook stands now: another tab may take the same in meanwhile.
    let answers = reply.share;
    let standing = desk.view(move |notebook| answered(notebook, &reply, desk.today()));
    let leave = {
        let close = close.clone();
        move || view! { <Button word=share::LEAVE act={ let close = close.clone(); move |_| close.run(()) } /> }
    };
    let ours = standing.with_untracked(Option::is_some);
    let shown = move || {
        if ours {
            view! { <Points standing=standing from=from.clone() close=close.clone() /> }.into_any()
        } else {
            // The note of it was here, and was removed.
            let was_ours = desk.notebook.with_untracked(|notebook| notebook.held(answers.entry()).is_some());
            let why = if was_ours { reply::NOTE_REMOVED } else { reply::NOT_OURS };
            view! { <p class="note">{why}</p><p class="acts">{leave()}</p> }.into_any()
        }
    };
    view! {
        <div class="inset" role="region" aria-label=share::PREVIEW>
            <p role="status">{what}</p>
            {shown()}
        </div>
    }
}

#[component]
fn Points(standing: Look<Option<Answered>>, from: String, close: Handler<()>) -> impl IntoView {
    let desk = Desk::get();
    let rows = desk.view(move |notebook| {
        let calendar = desk.calendar();
        standing.with(|standing| {
            let points = standing.iter().flat_map(|it| it.points.iter().map(move |answer| (it, answer)));
            let rows = points.enumerate().map(|(at, (it, answer))| Row::of(at, answer, it, notebook, &calendar));
            rows.collect::<Vec<_>>()
        })
    });
    let head = desk.view(move |notebook| {
        standing.with(|standing| {
            let it = standing.as_ref()?;
            let calendar = desk.calendar();
            let name = name_of(notebook, it.mentorship);
            let older = it.later.map(|later| reply::older(&calendar.within(later)));
            Some((reply::answers(&name, &calendar.within(it.shared)), older))
        })
    });
    let chosen = RwSignal::new(rows.with_untracked(|rows| rows.iter().map(|it| it.can_be_taken).collect::<Vec<_>>()));
    let is_taken = move |at: usize| chosen.with(|chosen| chosen.get(at) == Some(&true));
    let taken =
        Look::new(move || rows.with(|rows| rows.iter().filter(|it| it.can_be_taken && is_taken(it.at)).count()));
    let can_take = Look::new(move || rows.with(|rows| rows.iter().any(|it| it.can_be_taken)));
    let count = Look::new(move || rows.with(Vec::len));
    let go = {
        let close = close.clone();
        move |_| {
            desk.flush();
            let today = desk.moment.with_untracked(|it| it.today);
            let change = standing.with_untracked(|standing| {
                let points = standing.iter().flat_map(|it| it.points.iter()).enumerate();
                let points = points.filter(|(at, _)| chosen.with_untracked(|it| it.get(*at) == Some(&true)));
                let points: Vec<&Answer> = points.map(|(_, answer)| answer).collect();
                desk.notebook.with_untracked(|notebook| {
                    take(notebook, points, reply::taken(&from), today, &mut platform::random_bits)
                })
            });
            let number = taken.get_untracked();
            let could = rows.with_untracked(|rows| rows.iter().filter(|it| it.can_be_taken).count());
            desk.say(reply::done(number, could - number), true);
            desk.commit(change);
            close.run(());
            keep_focus();
        }
    };
    let all_there = Look::new(move || {
        standing.with(|standing| standing.iter().flat_map(|it| &it.points).all(|it| it.fit == Fit::There))
    });
    let none = move || match (count.get(), all_there.get()) {
        (0, _) => reply::EMPTY,
        (_, true) => reply::ALL_THERE,
        (_, false) => reply::NOTHING_FITS,
    };
    let older = move || head.get().and_then(|(_, older)| older).map(|older| view! { <p class="note">{older}</p> });
    let leave = move |_| close.run(());
    let take_word = move || reply::take(taken.get());
    view! {
        <p>{move || head.get().map(|(answers, _)| answers)}</p>
        {older}
        <h3>{reply::TITLE}</h3>
        <ul class="rows">
            <For each=move || rows.get() key=Clone::clone plain=plain_row let:row>
                <RowOf row=row chosen=chosen />
            </For>
        </ul>
        <Show when=move || !can_take.get()><p role="status">{none()}</p></Show>
        <p class="acts">
            <Show when=move || can_take.get()>
                <button type="button" class="button main" disabled=move || taken.get() == 0 on:click=go.clone()>{take_word}</button>
            </Show>
            <Button word=share::LEAVE act=leave />
        </p>
    }
}

/// The name of a row.
fn landing(at: usize) -> String {
    format!("point-{at}")
}

fn plain_row(row: &Row) -> Plain {
    Plain { at: landing(row.at), text: format!("{} · {}", row.about, row.what) }
}

#[component]
fn RowOf(row: Row, chosen: Ticked) -> impl IntoView {
    let at = row.at;
    let said = if row.text.is_empty() { row.what.clone() } else { row.text.clone() };
    let tick = row.can_be_taken.then(|| {
        view! { <TickAt label=reply::take_this(&said, &row.about) chosen=chosen at=at /> }
    });
    view! {
        <li class="row newcomer" data-at=landing(at) tabindex="-1">
            <div>{tick}</div>
            <div>
                <p class="why">{row.about}</p>
                <p class="what">{row.what}</p>
                <p class="copy">{row.text}</p>
                <p class="small soft">{row.does}</p>
            </div>
        </li>
    }
}
