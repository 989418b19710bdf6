//! What the reader of a share answers: a comment on an entry, a tick, a proposal. Each is an entry of its own in the
//! notebook that the share is, so it is kept as it is typed.

use leptos::prelude::*;

use crate::{
    domain::{Change, Comment, Draft, EntryId, Id, KindName, Notebook, Point, Share, Text, Title},
    exchange::sheet::Sheet,
    insights::comments,
    ui::{
        desk::{Desk, Taken},
        parts::{Button, DateField, Field, Tick, TimeField, row_more::keep_focus_near},
        reactive::{For, Look, Show},
        shell::focus_when_there,
        words::{
            changes,
            sharing::reading::{self, take_back},
        },
    },
};

/// How many days ahead a day to meet is proposed before another one is chosen.
const AHEAD: i64 = 7;

/// The share that is open in this tab.
fn open_share(notebook: &Notebook) -> Option<(Id<Share>, &Share)> {
    notebook.all::<Share>().next()
}

/// Writes a new point; gives its id.
fn begin(desk: Desk, about: Option<EntryId>, point: Point, label: &str) -> Option<Id<Comment>> {
    desk.flush();
    let (today, id) = (desk.moment.with_untracked(|it| it.today), desk.new_id());
    let comment = desk.notebook.with_untracked(|notebook| {
        open_share(notebook).map(|(share, to)| Comment::new(share, to, today, about, point))
    })?;
    desk.commit(Change::put(changes::added(KindName::Comment, label), Draft::new(id, comment)));
    Some(id)
}

/// The points about an entry, or about none, oldest first.
fn points(notebook: &Notebook, of: Option<EntryId>, which: fn(Point) -> bool) -> Vec<Id<Comment>> {
    let of = |id: &Id<Comment>| notebook.get(*id).is_some_and(|it| it.about == of && which(it.point));
    let all = open_share(notebook).map(|(_, share)| comments::of(notebook, share.mentorship)).unwrap_or_default();
    let mut all: Vec<_> = all.into_iter().filter(of).collect();
    all.reverse();
    all
}

/// What is answered to one entry.
#[component]
pub(super) fn AnswerTo(sheet: Sheet) -> impl IntoView {
    let desk = Desk::get();
    let Sheet { id, title, for_reader, .. } = sheet;
    let mine = desk.view(move |notebook| points(notebook, Some(id), |point| point == Point::Said));
    let tick = for_reader.then(|| view! { <Done id=id title=title.clone() /> });
    let label = reading::comment_on(&title);
    let comment = {
        let title = title.clone();
        move |_| {
            if let Some(id) = begin(desk, Some(id), Point::Said, &title) {
                go_to(id);
            }
        }
    };
    let word = reading::my_comment(&title);
    view! {
        <div class="answer no-print">
            {tick}
            <For each=move || mine.get() key=|id| *id let:id>{said(id, word.clone())}</For>
            <Button look="small" word=reading::COMMENT label=label act=comment />
        </div>
    }
}

fn go_to(id: Id<Comment>) {
    focus_when_there(&format!("[data-at=\"{id}\"]"));
}

/// Whether the reader has done what they were to do.
#[component]
fn Done(id: EntryId, title: String) -> impl IntoView {
    let desk = Desk::get();
    let said = desk.view(move |notebook| points(notebook, Some(id), |point| point == Point::Done));
    let label = reading::done(&title);
    let set = move |done: bool| {
        let before = said.get_untracked();
        match before.first() {
            Some(before) if !done => desk.remove(before.entry(), &title),
            None if done => drop(begin(desk, Some(id), Point::Done, &title)),
            _ => {}
        }
    };
    view! { <Tick label=label value=move || said.with(|it| !it.is_empty()) set=set /> }
}

/// The text of a comment, changed where it stands.
fn text_of(id: Id<Comment>, label: String, hint: &'static str, at: String) -> AnyView {
    let desk = Desk::get();
    let value = desk.field(id, |it: &Comment| it.text.to_string());
    let of = label.clone();
    let take = move |typed: &str| -> Taken {
        let text = Text::typed(typed)?;
        desk.edit(id, changes::changed(&of, ""), |it: &mut Comment| it.text = text);
        Ok(())
    };
    view! { <Field label=label value=value take=take many=true hint=hint at=at draft=format!("text-{id}") /> }
        .into_any()
}

/// A proposal of one line.
fn title_of(id: Id<Comment>, label: &'static str, hint: &'static str) -> AnyView {
    let desk = Desk::get();
    let value = desk.field(id, |it: &Comment| it.text.to_string());
    let take = move |typed: &str| -> Taken {
        let text = Text::typed(&Title::typed(typed)?)?;
        desk.edit(id, changes::changed(label, ""), |it: &mut Comment| it.text = text);
        Ok(())
    };
    view! { <Field label=label value=value take=take hint=hint at=id.to_string() draft=format!("text-{id}") /> }
        .into_any()
}

/// A day to meet, and a word about it.
fn meeting_of(id: Id<Comment>) -> AnyView {
    let desk = Desk::get();
    let day = desk.field(id, |it: &Comment| day_of(it.point));
    let time = desk.field(id, |it: &Comment| time_of(it.point));
    let set = move |label: &'static str, change: &dyn Fn(&mut Point)| {
        desk.edit(id, changes::changed(label, ""), |it: &mut Comment| change(&mut it.point));
    };
    let set_day = move |day: Option<crate::domain::Day>| {
        if let Some(to) = day {
            set(reading::MEETING_DAY, &|point| {
                if let Point::Meeting { day, .. } = point {
                    *day = to;
                }
            });
        }
    };
    let set_time = move |time| {
        set(reading::MEETING_TIME, &|point| {
            if let Point::Meeting { at, .. } = point {
                *at = time;
            }
        });
    };
    view! {
        <div class="pair">
            <DateField label=reading::MEETING_DAY value=day set=set_day at=id.to_string() />
            <TimeField label=reading::MEETING_TIME value=time set=set_time />
        </div>
        {text_of(id, reading::MEETING_NOTE.to_owned(), "", String::new())}
    }
    .into_any()
}

fn day_of(point: Point) -> Option<crate::domain::Day> {
    match point {
        Point::Meeting { day, .. } => Some(day),
        _ => None,
    }
}

fn time_of(point: Point) -> Option<crate::domain::TimeOfDay> {
    match point {
        Point::Meeting { at, .. } => at,
        _ => None,
    }
}

/// A point that is written, with the button that takes it away.
fn said(id: Id<Comment>, label: String) -> AnyView {
    let desk = Desk::get();
    let point = desk.notebook.with_untracked(|notebook| notebook.get(id).map(|it| it.point));
    let of = take_back(&label);
    let remove = {
        let label = label.clone();
        move |_| {
            desk.flush();
            desk.remove(id.entry(), &label);
        }
    };
    let field = match point.unwrap_or_default() {
        Point::Said | Point::Done => text_of(id, label, reading::COMMENT_HINT, id.to_string()),
        Point::Action => title_of(id, reading::ACTION, reading::ACTION_HINT),
        Point::Agenda => title_of(id, reading::AGENDA, reading::AGENDA_HINT),
        Point::Meeting { .. } => meeting_of(id),
    };
    view! {
        <div class="point" tabindex="-1" on:click:capture=keep_focus_near>
            {field}
            <Button look="plain small" word=reading::TAKE_BACK label=of act=remove />
        </div>
    }
    .into_any()
}

/// What is about none of the entries: proposals, and words about all of it.
#[component]
pub(super) fn More() -> impl IntoView {
    let desk = Desk::get();
    let all = desk.view(|notebook| points(notebook, None, |_| true));
    let labelled = move |id: Id<Comment>| {
        let point = desk.notebook.with_untracked(|notebook| notebook.get(id).map(|it| it.point)).unwrap_or_default();
        said(id, word(point).to_owned())
    };
    let is_empty = Look::new(move || all.with(Vec::is_empty));
    let kinds = [Point::Said, Point::Action, Point::Agenda];
    let mut buttons: Vec<_> = kinds.into_iter().map(|point| propose(desk, word(point), move || point)).collect();
    let ahead = move || Point::Meeting { day: desk.moment.with_untracked(|it| it.today).plus(AHEAD), at: None };
    buttons.push(propose(desk, reading::MEETING, ahead));
    view! {
        <Show when=move || is_empty.get()><p class="soft">{reading::MORE_WHAT}</p></Show>
        <div class="answer no-print">
            <For each=move || all.get() key=|id| *id let:id>{labelled(id)}</For>
            <p class="acts">{buttons.into_iter().collect_view()}</p>
        </div>
    }
}

/// What a point about none of the entries is called.
fn word(point: Point) -> &'static str {
    match point {
        Point::Said | Point::Done => reading::SAYING,
        Point::Action => reading::ACTION,
        Point::Agenda => reading::AGENDA,
        Point::Meeting { .. } => reading::MEETING,
    }
}

fn propose(desk: Desk, word: &'static str, point: impl Fn() -> Point + 'static) -> AnyView {
    let act = move |_| {
        if let Some(id) = begin(desk, None, point(), word) {
            go_to(id);
        }
    };
    view! { <Button word=word act=act /> }.into_any()
}

/// How many comments, ticks and proposals are written.
pub(super) fn counts(notebook: &Notebook, share: Id<Share>) -> (usize, usize, usize) {
    let mut counts = (0, 0, 0);
    for (_, comment) in crate::exchange::share::reply::written(notebook, share) {
        *match comment.point {
            Point::Said => &mut counts.0,
            Point::Done => &mut counts.1,
            Point::Action | Point::Agenda | Point::Meeting { .. } => &mut counts.2,
        } += 1;
    }
    counts
}
