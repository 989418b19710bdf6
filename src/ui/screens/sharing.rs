//! Sharing with the other one of a mentorship: what goes with it, seen first, sent, noted, and what came back (K4, R6).

mod choosing;
mod preview;

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, PoisonError},
};

use leptos::prelude::*;

use super::{Existing, Page, name_of};
use crate::{
    domain::{Change, Draft, EntryId, Id, Mentorship, Notebook, Share, Text, TextProblem, Title, order},
    exchange::share::{
        choosing::{Words, compose, sharable, shares},
        file,
    },
    insights::comments,
    ui::{
        desk::Desk,
        parts::{
            Empty, EntryMenu, HandOut, PageHead, RowMore, Section, Way,
            comments::CommentList,
            draft::{Typed, typed},
            hand_out::File,
            unique,
        },
        reactive::{For, Look, Show},
        route::{Route, Tab},
        shell::focus_when_there,
        words::sharing as words,
    },
};
use choosing::Choosing;
use preview::Preview;

pub use preview::page;

/// What is shared of a mentorship.
#[component]
pub fn SharingScreen(id: Id<Mentorship>) -> impl IntoView {
    view! { <Existing id=id><Whole id=id /></Existing> }
}

/// A share that is being put together.
#[derive(Clone, Copy)]
struct Making {
    desk: Desk,
    mentorship: Id<Mentorship>,
    from: Typed,
    to: Typed,
    note: Typed,
    chosen: RwSignal<BTreeSet<EntryId>>,
    /// The same as it is kept until the share has left: the ids, with spaces between them.
    choice: Typed,
    /// The share that left last in this visit, or the name of the first; and the name of the one after it.
    ids: RwSignal<(Id<Share>, Id<Share>)>,
}

/// What may stand above a share, and does not.
#[derive(Clone, PartialEq)]
struct Wrong {
    /// The field.
    at: &'static str,
    /// What is wrong with it.
    problem: TextProblem,
}

impl Making {
    fn new(desk: Desk, mentorship: Id<Mentorship>) -> Self {
        let choice = typed(desk, &format!("share-chosen-{mentorship}"));
        let (last, first, name) = desk.notebook.with_untracked(|notebook| {
            let last = shares(notebook, mentorship).first().map(|(id, it)| (*id, (*it).clone()));
            let first = first_choice(notebook, mentorship, last.as_ref());
            (last.map(|(_, it)| it), first, name_of(notebook, mentorship))
        });
        let begun = choice.text.with_untracked(|text| text.strip_prefix(CHOSEN).map(ids_in));
        let chosen = RwSignal::new(begun.unwrap_or(first));
        Effect::new(move |before: Option<()>| {
            let now = chosen.with(|chosen| chosen.iter().map(EntryId::to_string).collect::<Vec<_>>().join(" "));
            if before.is_some() {
                choice.text.set(format!("{CHOSEN}{now}"));
            }
        });
        let field = |name: &str, first: String| {
            let typed = typed(desk, &format!("share-{name}-{mentorship}"));
            if typed.text.with_untracked(String::is_empty) {
                typed.text.set(first);
            }
            typed
        };
        Self {
            desk,
            mentorship,
            from: field("from", last.as_ref().map(|it| it.from.to_string()).unwrap_or_default()),
            to: field("to", last.map_or(name, |it| it.to.to_string())),
            note: typed(desk, &format!("share-note-{mentorship}")),
            chosen,
            choice,
            ids: RwSignal::new((desk.new_id(), desk.new_id())),
        }
    }

    /// What stands above it, or what is wrong there.
    fn words(self) -> Result<Words, Wrong> {
        let wrong = |at: &'static str| move |problem| Wrong { at, problem };
        Ok(Words {
            from: Title::typed(&self.from.text.get()).map_err(wrong("from"))?,
            to: Title::typed(&self.to.text.get()).map_err(wrong("to"))?,
            note: Text::typed(&self.note.text.get()).map_err(wrong("note"))?,
        })
    }

    /// What would leave now. The same on another way out is the same share; anything else is the next one.
    fn share(self, notebook: &Notebook) -> Result<(Id<Share>, Share), Wrong> {
        let words = self.words()?;
        let chosen = self.chosen.get();
        let all = sharable(notebook, self.mentorship).into_iter().map(|(entry, _)| entry);
        let chosen: Vec<_> = all.filter(|entry| chosen.contains(entry)).collect();
        let today = self.desk.today();
        let (last, next) = self.ids.get();
        let since = |but: Option<Id<Share>>| {
            let before = shares(notebook, self.mentorship).into_iter().find(|(it, _)| Some(*it) != but);
            compose(notebook, self.mentorship, &chosen, words.clone(), today, before.map(|(_, it)| it))
        };
        let same = since(Some(last));
        Ok(match notebook.get(last) {
            Some(left) if *left != same => (next, since(None)),
            _ => (last, same),
        })
    }

    /// The bytes that would leave now.
    fn text(self, notebook: &Notebook) -> Result<(Id<Share>, Share, String), Wrong> {
        let (id, share) = self.share(notebook)?;
        let text = file::write(notebook, id, &share, env!("CARGO_PKG_VERSION"));
        Ok((id, share, text))
    }

    /// Notes what has left.
    fn note_it(self, id: Id<Share>, share: Share) {
        let desk = self.desk;
        if desk.notebook.with_untracked(|notebook| notebook.get(id).is_none()) {
            desk.commit(Change::put(words::noted(&share.to), Draft::new(id, share)));
        }
        // The page may have been left while the share sheet was open.
        self.ids.try_set((id, desk.new_id()));
        // The next one begins with another note and another choice.
        [self.from, self.to, self.note, self.choice].into_iter().for_each(Typed::stays);
    }
}

/// What stands before the ids of a choice that is kept: also one of nothing is a choice.
const CHOSEN: &str = "chosen ";

fn ids_in(text: &str) -> BTreeSet<EntryId> {
    order::set(text.split(' ').filter_map(|id| id.parse().ok()))
}

/// What is chosen before anybody chooses: what was shared last, and of what is shared by itself what was made since.
fn first_choice(notebook: &Notebook, id: Id<Mentorship>, last: Option<&(Id<Share>, Share)>) -> BTreeSet<EntryId> {
    let is_first = |entry: EntryId, by_itself: bool| match last {
        None => by_itself,
        Some((share, last)) => {
            let made = notebook.entry(entry).map(|entry| entry.trace.made);
            last.given(entry).is_some() || by_itself && made > notebook.made(*share)
        }
    };
    let all = sharable(notebook, id).into_iter();
    order::set(all.filter(|(entry, by_itself)| is_first(*entry, *by_itself)).map(|(entry, _)| entry))
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
                <Section title=words::PREVIEW><Preview making=making /></Section>
                <Section title=words::SEND><Send making=making told=told /></Section>
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
fn Send(making: Making, told: RwSignal<bool>) -> impl IntoView {
    let desk = making.desk;
    // What is noted is what left, also when something has changed while the share sheet was open.
    let leaving = Arc::new(Mutex::new(None::<(Id<Share>, Share)>));
    let left = leaving.clone();
    let file = move || {
        desk.flush();
        match desk.notebook.with_untracked(|notebook| making.text(notebook)) {
            Ok((id, share, text)) => {
                told.set(false);
                *leaving.lock().unwrap_or_else(PoisonError::into_inner) = Some((id, share));
                Some(File { name: file::file_name(desk.today()), text })
            }
            Err(wrong) => {
                told.set(true);
                focus_when_there(&format!("[data-at={}]", wrong.at));
                None
            }
        }
    };
    let done = move |way| {
        let said = match way {
            Way::Saved => words::SAVED,
            Way::HandedOn => words::HANDED_ON,
            Way::Copied => words::COPIED,
        };
        desk.say(said, false);
        if let Some((id, share)) = left.lock().unwrap_or_else(PoisonError::into_inner).take() {
            making.note_it(id, share);
        }
    };
    view! {
        <p class="small soft">{words::SEND_WARN}</p>
        <p class="acts"><HandOut word=words::SAVE file=file done=done /></p>
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
