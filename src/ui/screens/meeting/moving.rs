//! A planned meeting that is put on another day, and every time that it was (R2).

use leptos::prelude::*;

use super::state::everybody;
use crate::{
    domain::{Day, Id, Line, Meeting, Who},
    ui::{
        desk::Desk,
        parts::{Button, Choice, DateField, Field, Unfold, draft},
        reactive::{Look, Show},
        words::meetings,
    },
};

/// Puts it on another day.
#[component]
pub fn MoveIt(id: Id<Meeting>, called: Look<String>) -> impl IntoView {
    let desk = Desk::get();
    let planned = desk.field(id, |it: &Meeting| it.state.is_planned());
    view! {
        <Show when=move || planned.get()>
            <Unfold title=meetings::MOVE at="move"><To id=id called=called /></Unfold>
        </Show>
        <Moves id=id />
    }
}

#[component]
fn To(id: Id<Meeting>, called: Look<String>) -> impl IntoView {
    let desk = Desk::get();
    let (to, by) = (RwSignal::new(None::<Day>), RwSignal::new(None::<Who>));
    let draft = draft::typed(desk, &format!("move-{id}"));
    let reason = draft.text;
    let problem = RwSignal::new(None::<&'static str>);
    let take_reason = move |typed: &str| {
        reason.set(Line::typed(typed)?.to_string());
        Ok(())
    };
    let choose_day = move |day| {
        to.set(day);
        problem.set(None);
    };
    let choose = move |who| {
        by.set(Some(who));
        problem.set(None);
    };
    let go = move |_| {
        desk.flush();
        let on = desk.notebook.with_untracked(|notebook| notebook.get(id).map(|it| it.on));
        let (day, who) = match (to.get_untracked(), by.get_untracked()) {
            (None, _) => return problem.set(Some(crate::ui::words::mentorship::meetings::NO_DAY)),
            (Some(day), _) if Some(day) == on => return problem.set(Some(meetings::MOVE_SAME)),
            (Some(day), _) if day < desk.today() => return problem.set(Some(meetings::MOVE_PAST)),
            (Some(_), None) => return problem.set(Some(meetings::WHO_FIRST)),
            (Some(day), Some(who)) => (day, who),
        };
        let why = Line::typed(&reason.get_untracked()).unwrap_or_default();
        let (today, part) = (desk.today(), desk.new_part());
        let label = meetings::moved(&called.get_untracked(), &desk.calendar().short(day));
        desk.say(label.clone(), true);
        desk.edit(id, label, |it: &mut Meeting| it.move_to(day, who, why, today, part));
        draft.sent();
        to.set(None);
        by.set(None);
        crate::ui::shell::focus_when_there("main h1");
    };
    view! {
        <div class="form">
            <DateField label=meetings::MOVE_TO value=to set=choose_day />
            <Choice label=meetings::MOVED_BY options=everybody() value=by set=choose />
            <Field label=meetings::MOVE_WHY value=reason take=take_reason hint=meetings::REASON_HINT />
            <p class="acts"><Button look="main" word=meetings::MOVE_GO act=go /></p>
            <p class="problem" role="alert">{move || problem.get()}</p>
        </div>
    }
}

/// Every time it was moved, the latest first.
#[component]
fn Moves(id: Id<Meeting>) -> impl IntoView {
    let moves = Desk::get().field(id, |it: &Meeting| {
        // Each move led to where the next one began, the last one to where it stands.
        let ends = it.moves.iter().skip(1).map(|next| next.from).chain([it.on]);
        let mut said: Vec<_> = it.moves.iter().zip(ends).map(|(it, to)| meetings::was_moved(it, to)).collect();
        said.reverse();
        said
    });
    let rows = move || moves.get().into_iter().map(|said| view! { <li>{said}</li> }).collect_view();
    view! {
        <Show when=move || moves.with(|moves| !moves.is_empty())><ul class="small soft plain">{rows}</ul></Show>
    }
}
