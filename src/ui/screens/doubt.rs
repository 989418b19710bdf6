//! A doubt about a mentorship: both sides of it, which way one leans, and what of it to talk about (H5).

use leptos::prelude::*;

use super::{
    Existing, Page,
    mentorship::{Raise, where_points_go},
    name_of,
};
use crate::{
    domain::{Doubt, Id, Leaning, Mentorship},
    guide::prompts,
    insights::{doubts, raising::Way, titles::Opening},
    ui::{
        desk::Desk,
        parts::{
            Button, Days, EntryMenu, PageHead, Prompts, Section,
            entry_menu::PrivateMark,
            form::{Asked, Form, Kind},
        },
        reactive::{For, Look, Show},
        route::{Route, Tab},
        words::doubt as words,
    },
};

static BOTH_SIDES: [Asked; 4] = [
    Asked::new("troubles", Kind::Text, words::TROUBLES, words::TROUBLES_HINT),
    Asked::new("good", Kind::Text, words::GOOD, words::GOOD_HINT),
    Asked::new("tried", Kind::Text, words::TRIED, words::TRIED_HINT),
    Asked::new("change", Kind::Text, words::CHANGE, words::CHANGE_HINT),
];
static LEANING: Asked = Asked::new("leaning", Kind::OneOf(&words::LEANINGS, words::LEANING_OPEN), words::LEANING, "");

/// Begins a worksheet and goes to it.
pub fn begin(desk: Desk, mentorship: Id<Mentorship>) {
    let with = desk.notebook.with_untracked(|notebook| name_of(notebook, mentorship));
    let id = desk.add(&words::heading(&with), Doubt::new(mentorship, desk.today()));
    desk.go_to(&Route::Doubt(id), "troubles".to_owned());
}

/// A doubt.
#[component]
pub fn DoubtScreen(id: Id<Doubt>) -> impl IntoView {
    view! { <Existing id=id><Whole id=id /></Existing> }
}

#[component]
fn Whole(id: Id<Doubt>) -> impl IntoView {
    let desk = Desk::get();
    let mentorship = desk.notebook.with_untracked(|notebook| notebook.get(id).map(|it| it.mentorship));
    let with = desk.view(move |notebook| mentorship.map(|id| name_of(notebook, id)).unwrap_or_default());
    let title = Look::new(move || words::heading(&with.get()));
    let on = desk.field(id, |it: &Doubt| it.on);
    let form = Form::new(id, title);
    mentorship.map(|mentorship| {
        let back = Route::Mentorship(mentorship, Tab::Pulse);
        let address = back.address();
        let above = move || view! { <a href=address.clone()>{with}</a> };
        view! {
            <Page title=title>
                <PageHead title=title above=above>
                    <p class="soft">{move || words::of(&desk.calendar().within(on.get()))}</p>
                    <p class="soft">{words::PURPOSE}</p>
                    <PrivateMark id=id />
                </PageHead>
                <div class="form">
                    {form.fields(&BOTH_SIDES)}
                    <Prompts title=words::QUESTIONS prompts=&prompts::DOUBT />
                    {form.field(&LEANING)}
                    <NextStep id=id mentorship=mentorship />
                </div>
                <Section title=words::TALK><Talk id=id mentorship=mentorship /></Section>
                <EntryMenu id=id title=title after=back />
            </Page>
        }
    })
}

/// What follows from which way one leans.
#[component]
fn NextStep(id: Id<Doubt>, mentorship: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let leaning = desk.field(id, |it: &Doubt| it.leaning);
    let running = desk.field(mentorship, |it: &Mentorship| it.state.is_running());
    move || {
        let (next, link) = match leaning.get()? {
            Leaning::Continue => (words::CONTINUE_NEXT, None),
            Leaning::Change => {
                (words::CHANGE_NEXT, Some((Route::Mentorship(mentorship, Tab::About), words::CHANGE_LINK)))
            }
            Leaning::End => (words::END_NEXT, running.get().then_some((Route::Closing(mentorship), words::END_LINK))),
        };
        let link =
            link.map(|(route, word)| view! { <p class="acts"><a class="button" href=route.address()>{word}</a></p> });
        Some(view! { <div class="inset"><p>{next}</p>{link}</div> })
    }
}

/// What was written and what is asked in general, each a point of the next agenda in one step.
#[component]
fn Talk(id: Id<Doubt>, mentorship: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let written = desk.field(id, |it: &Doubt| {
        let points = doubts::talking_points(it).into_iter();
        points.map(|(point, opening)| words::point(point, &opening)).collect::<Vec<_>>()
    });
    let running = desk.field(mentorship, |it: &Mentorship| it.state.is_running());
    let points = desk.view(move |notebook| where_points_go(notebook, mentorship, &desk.calendar()));
    let all = move || {
        let asked = prompts::DOUBT_TALK.iter().map(|it| (*it).to_owned());
        written.get().into_iter().chain(asked).collect::<Vec<_>>()
    };
    view! {
        <p class="small soft">{words::TALK_HELP}</p>
        <Show when=move || written.with(Vec::is_empty)><p class="small soft">{words::TALK_EMPTY}</p></Show>
        <Show when=move || running.get()>
            <p class="small soft">{points}</p>
            <ul class="rows">
                <For each=all key=Clone::clone let:text>
                    <Raise id=mentorship way=Way::Point text=text />
                </For>
            </ul>
        </Show>
    }
}

/// The doubts about a mentorship, the newest first, and the way to a new one.
#[component]
pub fn Doubts(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let all = desk.view(move |notebook| {
        let all = doubts::of(notebook, id).into_iter();
        let word = |it: &Doubt| {
            let at = it.leaning.map_or(0, |leaning| leaning as usize + 1);
            let words = std::iter::once(words::LEANING_OPEN).chain(words::LEANINGS.map(|(_, word)| word));
            words.into_iter().nth(at).unwrap_or_default()
        };
        let said = |it: &Doubt| Opening::of(&it.troubles);
        all.map(|(id, it)| (id, it.on, word(it), said(it))).collect::<Vec<_>>()
    });
    let rows = move || {
        let rows = all.get().into_iter().map(|(id, on, leaning, said)| {
            view! {
                <li class="row two">
                    <div>
                        <p class="what"><a href=Route::Doubt(id).address()><Days on=on /></a></p>
                        <p class="why">{if said.goes_on { format!("{}…", said.text) } else { said.text }}</p>
                    </div>
                    <span class="soft small">{leaning}</span>
                </li>
            }
        });
        rows.collect_view()
    };
    view! {
        <p class="small soft">{words::WHAT}</p>
        <Show when=move || all.with(|all| !all.is_empty())><ul class="rows">{rows}</ul></Show>
        <p class="acts"><Button word=words::BEGIN act=move |_| begin(desk, id) /></p>
    }
}
