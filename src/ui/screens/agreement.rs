//! One agreement: a talk about it question by question, what was agreed, and what is different from the one before (R1).

use leptos::prelude::*;

use super::{
    Existing, Page,
    mentorship::{Goals, PickChannel, Rhythms},
    name_of, side_of,
};
use crate::{
    domain::{Agreement, Id, Mentorship, Notebook, Op, Side, agreement::MINUTES, entry::Draft},
    exchange::preview::differences,
    guide::prompts,
    insights::agreements,
    ui::{
        desk::Desk,
        parts::{
            Button, Comments, EntryMenu, PageHead, Prompts, Section, SendText, Steps,
            entry_menu::PrivateMark,
            form::{Asked, Form, Kind},
            send_text::mail_of,
        },
        platform,
        reactive::{Look, Show},
        route::{Route, Tab},
        shell::focus_when_there,
        words::{agreement as words, changes, guiding, mentorship::about, names, values::Values},
    },
};

static WHY: Asked = Asked::new("why", Kind::Text, words::WHY_ANEW, words::WHY_ANEW_HINT);
static HOPES: [Asked; 2] = [
    Asked::new("mine", Kind::Text, words::MINE, words::MINE_HINT),
    Asked::new("theirs", Kind::Text, words::THEIRS, words::THEIRS_HINT),
];
/// What one who guides hopes for is what the other one said they bring, and the other way round.
static HOPES_GUIDING: [Asked; 2] = [
    Asked::new("mine", Kind::Text, words::MINE, words::MINE_HINT_GUIDING),
    Asked::new("theirs", Kind::Text, words::THEIRS, words::THEIRS_HINT_GUIDING),
];
static MINUTES_OF: Asked = Asked::new("minutes", Kind::Number(MINUTES, words::MINUTES_UNIT), words::MINUTES, "");
static AGENDA_BY: Asked = Asked::new("agenda_by", Kind::OneOf(&names::WHO, words::LEFT_OPEN), words::AGENDA_BY, "");
static CANCELLING: Asked = Asked::new("cancelling", Kind::Text, words::CANCELLING, words::CANCELLING_HINT);
static GUIDELINES: Asked = Asked::new("guidelines", Kind::Text, words::GUIDELINES, words::GUIDELINES_HINT).quiet();
static BETWEEN_US: [Asked; 3] = [
    Asked::new("between_us", Kind::Text, words::BETWEEN_US, words::BETWEEN_US_HINT).quiet(),
    Asked::new("exceptions", Kind::Text, words::EXCEPTIONS, words::EXCEPTIONS_HINT),
    Asked::new("off_limits", Kind::Text, words::OFF_LIMITS, words::OFF_LIMITS_HINT),
];
static UNTIL: [Asked; 2] = [REVIEW_ON, Asked::new("ends_on", Kind::Day, words::ENDS_ON, "")];
const REVIEW_ON: Asked = Asked::new("review_on", Kind::Day, words::REVIEW_ON, "");
static REVIEW: Asked = REVIEW_ON;

/// An agreement.
#[component]
pub fn AgreementScreen(id: Id<Agreement>) -> impl IntoView {
    view! { <Existing id=id><Whole id=id /></Existing> }
}

#[component]
fn Whole(id: Id<Agreement>) -> impl IntoView {
    let desk = Desk::get();
    let mentorship = desk.notebook.with_untracked(|notebook| notebook.get(id).map(|it| it.mentorship));
    let with = desk.view(move |notebook| mentorship.map(|id| name_of(notebook, id)).unwrap_or_default());
    let title = Look::new(move || words::heading(&with.get()));
    let agreed = desk.field(id, |it: &Agreement| it.agreed);
    let since = desk.field(id, |it: &Agreement| Some(it.since));
    let stands = move || {
        let day = |day| desk.calendar().within(day);
        match agreed.get() {
            Some(on) => words::agreed(&day(on)),
            None => words::talked_about(&since.get().map(day).unwrap_or_default()),
        }
    };
    mentorship.map(|mentorship| {
        let back = Route::Mentorship(mentorship, Tab::About);
        let address = back.address();
        let above = move || view! { <a href=address.clone()>{with}</a> };
        view! {
            <Page title=title>
                <PageHead title=title above=above>
                    <p class="soft">{stands}</p>
                    <PrivateMark id=id />
                </PageHead>
                <Show when=move || agreed.get().is_some() fallback=move || view! { <Talk id=id mentorship=mentorship title=title with=with /> }>
                    <Stands id=id mentorship=mentorship title=title with=with />
                </Show>
                <Comments id=id />
                <EntryMenu id=id title=title after=back />
            </Page>
        }
    })
}

/// The questions of one step.
fn step(at: usize, form: Form, mentorship: Id<Mentorship>, side: Side) -> AnyView {
    match at {
        0 => view! {
            <div class="pair">{form.fields(if side == Side::Guided { &HOPES } else { &HOPES_GUIDING })}</div>
            <Prompts title=words::BOTH_PROMPTS prompts=&prompts::AGREEMENT />
        }
        .into_any(),
        1 => view! { <p class="small soft">{words::AT_ONCE}</p><Goals id=mentorship /> }.into_any(),
        2 => view! {
            <p class="small soft">{words::AT_ONCE}</p>
            <Rhythms id=mentorship />
            <div class="pair"><Channel id=mentorship /><div>{form.field(&MINUTES_OF)}</div></div>
            {form.field(&AGENDA_BY)}
            {form.field(&CANCELLING)}
        }
        .into_any(),
        3 => view! {
            {form.field(&GUIDELINES)}
            {(side == Side::Guiding).then(|| view! { <Prompts title=guiding::SAFE_PROMPTS prompts=&prompts::SAFE /> })}
        }
        .into_any(),
        4 => form.fields(&BETWEEN_US),
        _ => view! { <div class="pair">{form.fields(&UNTIL)}</div> }.into_any(),
    }
}

#[component]
fn Channel(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let channel = desk.field(id, |it: &Mentorship| it.channel);
    let set = move |channel| {
        let name = desk.notebook.with_untracked(|notebook| name_of(notebook, id));
        desk.edit(id, changes::changed(about::CHANNEL, &name), |it: &mut Mentorship| it.channel = channel);
    };
    view! { <PickChannel label=about::CHANNEL none=about::CHANNEL_NONE value=channel set=set /> }
}

/// The questions, all at once or one at a time, and agreeing.
#[component]
fn Talk(id: Id<Agreement>, mentorship: Id<Mentorship>, title: Look<String>, with: Look<String>) -> impl IntoView {
    let desk = Desk::get();
    let form = Form::new(id, title);
    let side = desk.notebook.with_untracked(|notebook| side_of(notebook, mentorship));
    let follows = desk.notebook.with_untracked(|notebook| agreements::before(notebook, id).is_some());
    let why = move || follows.then(|| form.field(&WHY));
    let one_by_one = RwSignal::new(false);
    let go_to = move |one: bool| {
        desk.flush();
        one_by_one.set(one);
        focus_when_there(if one { "main h2" } else { "main h1" });
    };
    let agree = move |_| {
        desk.flush();
        let Some(entry) = desk.entry_now(id.entry()) else { return };
        let today = desk.today();
        let agreed = desk.notebook.with_untracked(|notebook| {
            let mentorship = notebook.get(mentorship)?;
            Op::edit(&entry, |it: &mut Agreement| it.agree(mentorship, today))
        });
        let label = words::was_agreed(&with.get_untracked());
        desk.say(label.clone(), true);
        desk.commit(crate::domain::Change { label, ops: agreed.into_iter().collect() });
        focus_when_there("main h1");
    };
    let agree = move || view! { <Button look="main" word=words::AGREE act=agree /> };
    move || {
        if one_by_one.get() {
            let leave = move || view! { <Button look="plain" word=words::ALL_AT_ONCE act=move |_| go_to(false) /> };
            let ask = Box::new(move |at| view! { {(at == 0).then(why)}{step(at, form, mentorship, side)} }.into_any());
            return view! { <Steps titles=&words::STEPS ask=ask last=agree leave=leave /> }.into_any();
        }
        let all = words::STEPS.iter().enumerate().map(|(at, title)| {
            view! { <Section title=*title><div class="form">{step(at, form, mentorship, side)}</div></Section> }
        });
        view! {
            <p class="acts"><Button word=words::AT_THE_TABLE act=move |_| go_to(true) /></p>
            <div class="form">{why()}</div>
            {all.collect_view()}
            <p class="acts">{agree()}</p>
        }
        .into_any()
    }
}

/// What was agreed, to read, send and print; the way to a new one.
#[component]
fn Stands(id: Id<Agreement>, mentorship: Id<Mentorship>, title: Look<String>, with: Look<String>) -> impl IntoView {
    let desk = Desk::get();
    // It is read together, printed and sent: what is private stands in none of it.
    let lines = desk.view(move |notebook| notebook.get(id).map(|it| words::lines(notebook, it)).unwrap_or_default());
    let hides = desk.view(move |notebook| {
        notebook.get(id).is_some_and(|it| it.goals.iter().any(|goal| !notebook.may_be_named(goal.entry())))
    });
    let text = Look::new(move || lines.with(|lines| words::as_text(&title.get(), lines)));
    let facts = move || {
        let facts = lines.get().into_iter().map(|(label, said)| view! { <dt>{label}</dt><dd class="copy">{said}</dd> });
        facts.collect_view()
    };
    let person = move |notebook: &Notebook| mail_of(notebook.get(mentorship).and_then(|it| notebook.get(it.person)));
    let to = desk.view(person);
    let change = move |_| anew(desk, mentorship, &with.get_untracked());
    view! {
        <dl class="facts agreement">{facts}</dl>
        <Show when=move || hides.get()><p class="small soft no-print">{words::HIDES}</p></Show>
        <p class="acts">
            <Button look="main" word=words::CHANGE act=change />
            <SendText text=text subject=title to=to mail=true />
            <Button word=words::PRINT act={|_| platform::print()} />
        </p>
        <div class="form no-print">{Form::new(id, title).field(&REVIEW)}</div>
        <div class="no-print"><Different id=id /></div>
    }
}

/// What is different from the one before.
#[component]
fn Different(id: Id<Agreement>) -> impl IntoView {
    let desk = Desk::get();
    let different = desk.view(move |notebook| {
        let (it, before) = (notebook.get(id)?, agreements::before(notebook, id)?);
        let calendar = desk.calendar();
        // When each was begun and agreed on, and why, is no part of what it says.
        let said = |it: &Agreement| {
            let same = Agreement { since: before.since, agreed: None, why: before.why.clone(), ..it.clone() };
            Draft::new(id, same)
        };
        let values = Values { notebook, calendar: &calendar };
        let lines: Vec<_> = differences(&said(before), &said(it)).iter().map(|it| values.difference(it)).collect();
        Some((words::since_the_one(&calendar.within(before.agreed?)), it.why.to_string(), lines))
    });
    move || {
        different.get().map(|(since, why, lines)| {
            let why = (!why.trim().is_empty())
                .then(|| view! { <p class="copy"><strong>{words::WHY_WAS}": "</strong>{why}</p> });
            let same = lines.is_empty().then(|| view! { <p>{words::SAME}</p> });
            let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
            view! {
                <Section title=words::CHANGED>
                    <p class="soft">{since}</p>
                    {same}
                    <ul class="copy">{lines}</ul>
                    {why}
                </Section>
            }
        })
    }
}

/// Begins an agreement, with the words of the one that stands if there is one, and goes to it.
fn anew(desk: Desk, mentorship: Id<Mentorship>, with: &str) {
    let today = desk.today();
    let draft = desk.notebook.with_untracked(|notebook| agreements::begun(notebook, mentorship, today));
    let id = desk.add(with, draft);
    desk.go(&Route::Agreement(id));
}

/// The agreements of a mentorship: the one that stands, drafts, earlier ones.
#[component]
pub fn Agreements(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let all = desk.view(move |notebook| {
        let calendar = desk.calendar();
        let all = agreements::of(notebook, id).into_iter().map(|(id, it)| {
            let day = |day| calendar.within(day);
            let said = it.agreed.map_or_else(|| words::talked_about(&day(it.since)), |on| words::agreed(&day(on)));
            (id, it.agreed.is_some(), said)
        });
        all.collect::<Vec<_>>()
    });
    let begin = move |_| {
        let with = desk.notebook.with_untracked(|notebook| name_of(notebook, id));
        anew(desk, id, &with);
    };
    let rows = move || {
        let rows = all.get().into_iter().map(|(id, .., said)| {
            view! { <li class="row two"><a class="what" href=Route::Agreement(id).address()>{said}</a></li> }
        });
        rows.collect_view()
    };
    let has_draft = move || all.with(|all| all.iter().any(|(_, agreed, _)| !agreed));
    let word = move || if all.with(Vec::is_empty) { words::PREPARE } else { words::ANEW };
    view! {
        <p class="small soft">{words::WHAT}</p>
        <Show when=move || all.with(|all| !all.is_empty())><ul class="rows">{rows}</ul></Show>
        <Show when=move || !has_draft()>
            <p class="acts"><Button word=word() act=begin /></p>
        </Show>
    }
}
