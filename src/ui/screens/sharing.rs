//! Sharing with the other one of a mentorship: what goes with it, seen first, sent, noted, and what came back (K4, R6).

mod choosing;
mod making;
mod preview;

use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::*;

use super::{Existing, Page, name_of};
use crate::{
    domain::{Id, Mentorship, Share},
    exchange::share::{
        choosing::{sharable, shares},
        file,
    },
    insights::comments,
    ui::{
        desk::Desk,
        parts::{
            Empty, EntryMenu, HandOut, PageHead, RowMore, Section, Way, comments::CommentList, draft::Typed,
            hand_out::File, unique,
        },
        reactive::{For, Look, Show},
        route::{Route, Tab},
        shell::focus_when_there,
        words::sharing as words,
    },
};
use choosing::Choosing;
use making::{Making, Wrong};
use preview::Preview;

pub use preview::page;

/// What is shared of a mentorship.
#[component]
pub fn SharingScreen(id: Id<Mentorship>) -> impl IntoView {
    view! { <Existing id=id><Whole id=id /></Existing> }
}

#[component]
fn Whole(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let name = desk.view(move |notebook| name_of(notebook, id));
    let title = Look::new(move || words::heading(&name.get()));
    let back = Route::Mentorship(id, Tab::default()).address();
    let above = move || view! { <a href=back.clone()>{name}</a> };
    let making = Making::new(desk, id);
    // What was wrong when it was to leave, until it is right.
    let told = RwSignal::new(false);
    let wrong = Look::new(move || told.get().then(|| making.words().err()).flatten());
    let text = desk.view(move |notebook| making.text(notebook).ok().map(|(.., text)| text));
    let nothing = desk.view(move |notebook| sharable(notebook, id).is_empty());
    view! {
        <Page title=title>
            <PageHead title=title above=above>
                <p class="soft">{move || words::what(&name.get())}</p>
                <p class="small soft">{words::NEVER}</p>
            </PageHead>
            <Show when=move || !nothing.get() fallback=|| view! { <Empty text=words::NOTHING /> }>
                <Section title=words::WORDS><Above making=making wrong=wrong /></Section>
                <Section title=words::CHOOSE><Choosing making=making /></Section>
                <Section title=words::PREVIEW><Preview making=making text=text /></Section>
                <Section title=words::SEND><Send making=making told=told text=text /></Section>
            </Show>
            <Answers id=id />
            <Before id=id />
        </Page>
    }
}

/// The names above it, and what is said beside it.
#[component]
fn Above(making: Making, wrong: Look<Option<Wrong>>) -> impl IntoView {
    let problem = move |at: &'static str| {
        Look::new(move || {
            wrong.with(|it| it.as_ref().filter(|it| it.at == at).map(|it| words::wrong(it.at, it.problem)))
        })
    };
    let line = move |label: &'static str, hint: &'static str, at: &'static str, typed: Typed| {
        let (id, problem) = (unique("field"), problem(at));
        let about = format!("{id}-problem");
        view! {
            <div class="field">
                <label for=id.clone()>{label}</label>
                <input id=id class="input" type="text" autocomplete="off" placeholder=hint data-at=at
                    aria-describedby=about.clone() aria-invalid=move || problem.with(Option::is_some).then_some("true")
                    prop:value=typed.text on:input=move |event| typed.text.set(event_target_value(&event)) />
                <p class="problem" id=about role="alert">{problem}</p>
            </div>
        }
    };
    let (id, note) = (unique("field"), making.note.text);
    let (about, too_long) = (format!("{id}-problem"), problem("note"));
    view! {
        <div class="form">
            <div class="pair">
                {line(words::FROM, words::FROM_HINT, "from", making.from)}
                {line(words::TO, "", "to", making.to)}
            </div>
            <div class="field">
                <label for=id.clone()>{words::NOTE}</label>
                <textarea id=id class="input" rows="2" placeholder=words::NOTE_HINT data-at="note"
                    aria-describedby=about.clone() aria-invalid=move || too_long.with(Option::is_some).then_some("true")
                    prop:value=note on:input=move |event| note.set(event_target_value(&event))></textarea>
                <p class="problem" id=about role="alert">{too_long}</p>
            </div>
        </div>
    }
}

/// The ways out.
#[component]
fn Send(making: Making, told: RwSignal<bool>, text: Look<Option<String>>) -> impl IntoView {
    let desk = making.desk;
    let known = move || vec![making.from.text.get(), making.to.text.get()];
    // What is noted is what left, also when something has changed while the share sheet was open.
    let leaving = Arc::new(Mutex::new(None::<(Id<Share>, Share)>));
    let left = leaving.clone();
    let file = move || {
        desk.flush();
        match desk.notebook.with_untracked(|notebook| making.text(notebook)) {
            Ok((id, share, text)) => {
                told.set(false);
                *leaving.lock().unwrap_or_else(PoisonError::into_inner) = Some((id, share));
                Some(File::new(file::file_name(desk.today()), text))
            }
            Err(wrong) => {
                told.set(true);
                focus_when_there(&format!("[data-at={}]", wrong.at));
                None
            }
        }
    };
    let done = move |way: Way| {
        desk.say(way.pick([words::SAVED, words::HANDED_ON, words::COPIED]), false);
        if let Some((id, share)) = left.lock().unwrap_or_else(PoisonError::into_inner).take() {
            making.note_it(id, share);
        }
    };
    view! {
        <p class="small soft">{words::SEND_WARN}</p>
        <HandOut word=words::SAVE file=file of=move || drop(text.get()) known=known done=done />
    }
}

/// What came back, point by point.
#[component]
fn Answers(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let all = desk.view(move |notebook| comments::of(notebook, id));
    let count = move || all.with(|all| (!all.is_empty()).then_some(all.len()));
    let open = Route::Share.address();
    view! {
        <Section title=words::ANSWERS end=count>
            <Show when=move || all.with(|all| !all.is_empty()) fallback=|| view! { <p class="soft">{words::ANSWERS_EMPTY}</p> }>
                <CommentList ids=move || all.get() />
            </Show>
            <p class="acts"><a class="button" href=open.clone()>{words::OPEN_REPLY}</a></p>
        </Section>
    }
}

/// What was shared before, newest first.
#[component]
fn Before(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let all = desk.view(move |notebook| {
        let all = shares(notebook, id).into_iter();
        all.map(|(id, it)| (id, desk.calendar().within(it.on), words::entries(it.given.len()), it.note.to_string()))
            .collect::<Vec<_>>()
    });
    view! {
        <Show when=move || all.with(|all| !all.is_empty())>
            <Section title=words::BEFORE>
                <ul class="rows">
                    <For each=move || all.get() key=|it| it.clone() let:it>
                        <li class="row two" data-at=it.0.to_string() tabindex="-1">
                            <div>
                                <p class="what">{crate::ui::words::capital(&it.1)}</p>
                                <p class="why">{it.2}</p>
                                <p class="why copy">{it.3}</p>
                            </div>
                            <RowMore label=words::more_about(&it.1)>
                                <EntryMenu id=it.0 title=it.1.clone() />
                            </RowMore>
                        </li>
                    </For>
                </ul>
            </Section>
        </Show>
    }
}
