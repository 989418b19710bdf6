//! What seems to go wrong between two people: from what it shows, what could help, and letting it rest (H1 to H4).

use leptos::prelude::*;

use super::raise::{Raise, where_points_go};
use crate::{
    domain::{Day, Id, Mentorship, Side, SignalKind},
    guide::{
        pages,
        remedies::{Remedy, remedies},
    },
    insights::{
        raising::Way,
        signals::{Evidence, Strength, signals},
    },
    ui::{
        desk::Desk,
        parts::Button,
        reactive::Look,
        route::{Route, Tab},
        screens::{doubt, name_of},
        words::{mentorship::meetings, signals as words},
    },
};

/// The leading signal as it is shown.
#[derive(Clone, PartialEq)]
pub struct Shown {
    kind: SignalKind,
    side: Side,
    strength: Strength,
    evidence: Vec<String>,
    gap: bool,
    pauses: bool,
    others: Vec<&'static str>,
}

/// The leading signal, if there is one.
pub fn leading(desk: Desk, id: Id<Mentorship>) -> Look<Option<Shown>> {
    desk.view(move |notebook| {
        let mentorship = notebook.get(id)?;
        let side = mentorship.side;
        let all = signals(notebook, id, desk.today());
        let (first, others) = all.split_first()?;
        let evidence = first.signs.iter().map(|it| words::evidence(notebook, it.evidence));
        Some(Shown {
            kind: first.kind,
            side,
            strength: first.strength(),
            evidence: evidence.collect(),
            gap: first.signs.iter().any(|it| matches!(it.evidence, Evidence::Gap { .. })),
            pauses: mentorship.pauses.iter().next().is_some(),
            others: others.iter().map(|it| words::what(it.kind, side)).collect(),
        })
    })
}

/// Whether the leading signal tells of a gap, so that nothing else need say it.
pub fn tells_of_gap(leading: Look<Option<Shown>>) -> Look<bool> {
    Look::new(move || leading.with(|it| it.as_ref().is_some_and(|it| it.gap)))
}

/// What it says, and what helps.
#[component]
pub fn SignalNote(id: Id<Mentorship>, leading: Look<Option<Shown>>) -> impl IntoView {
    let desk = Desk::get();
    move || leading.get().map(|shown| note(desk, id, shown))
}

fn note(desk: Desk, id: Id<Mentorship>, shown: Shown) -> AnyView {
    let Shown { kind, side, strength, evidence, gap, pauses, others } = shown;
    let evidence = evidence.into_iter().map(|it| view! { <li>{it}"."</li> }).collect_view();
    let go = move |form: &'static str| move |_| desk.go_to(&Route::Mentorship(id, Tab::Meetings), form.to_owned());
    let faint = strength == Strength::Faint;
    view! {
        <section class="note signal" class:faint=faint aria-label=words::NAME data-at="signal" tabindex="-1">
            <p class="small soft">{words::strength(strength)}</p>
            <h2 class="what">{words::what(kind, side)}</h2>
            <ul class="plain">{evidence}</ul>
            {pauses.then(|| view! { <p class="small soft">{words::PAUSES}</p> })}
            {gap.then(|| view! {
                <p class="acts">
                    <Button word=meetings::PLAN act=go("new-meeting") />
                    <Button look="plain" word=meetings::CHECK_IN act=go("new-check-in") />
                </p>
            })}
            {(!others.is_empty()).then(|| view! { <p class="small soft">{words::also(&others)}</p> })}
            <details>
                <summary>{words::HELPS}</summary>
                {helps(desk, id, kind, side)}
            </details>
            <details>
                <summary>{words::REST}</summary>
                {rest(desk, id, kind)}
            </details>
        </section>
    }
    .into_any()
}

fn helps(desk: Desk, id: Id<Mentorship>, kind: SignalKind, side: Side) -> AnyView {
    let points = desk.view(move |notebook| where_points_go(notebook, id, &desk.calendar()));
    let all = remedies(kind, side).map(|remedy| remedy_view(id, remedy)).collect_view();
    let page = pages::page(match kind {
        SignalKind::Time => "too-little-time",
        SignalKind::Clash => "not-getting-along",
        SignalKind::Direction => "no-direction",
        SignalKind::Communication => "gone-quiet",
    });
    let page = page.map(|page| {
        let address = Route::Guide(Some(page.slug.to_owned())).address();
        view! { <p>{words::GUIDE}": "<a href=address>{page.title}</a></p> }
    });
    view! {
        <p class="small soft">{points}</p>
        {all}
        {page}
        <p class="acts"><Button word=words::DOUBT act=move |_| doubt::begin(desk, id) /></p>
    }
    .into_any()
}

fn remedy_view(id: Id<Mentorship>, remedy: &'static Remedy) -> AnyView {
    let ways = [(Way::Point, remedy.point), (Way::Action, remedy.action), (Way::Line, remedy.line)];
    let ways = ways.into_iter().filter(|(_, text)| !text.is_empty());
    let ways = ways.map(|(way, text)| view! { <Raise id=id way=way text=text /> }).collect_view();
    view! {
        <section class="remedy" aria-label=remedy.title>
            <h3>{remedy.title}</h3>
            <p class="small soft">{remedy.why}</p>
            <ul class="rows">{ways}</ul>
        </section>
    }
    .into_any()
}

/// For some weeks, or for good.
fn rest(desk: Desk, id: Id<Mentorship>, kind: SignalKind) -> AnyView {
    let set_aside = move |until: Option<Day>| {
        let (today, part) = (desk.today(), desk.new_part());
        let with = desk.notebook.with_untracked(|notebook| name_of(notebook, id));
        let label = match until {
            Some(until) => words::rests(&with, &desk.calendar().short(until)),
            None => words::settled(&with),
        };
        desk.say(label.clone(), true);
        desk.edit(id, label, |it: &mut Mentorship| it.set_aside(kind, today, until, part));
        crate::ui::shell::keep_focus();
    };
    let weeks = words::WEEKS.map(|weeks| {
        let act = move |_| set_aside(Some(desk.today().plus(i64::from(weeks) * 7)));
        view! { <Button word=words::weeks(weeks) act=act /> }
    });
    view! {
        <p class="small soft">{words::REST_HELP}</p>
        <p class="acts">
            {weeks.into_iter().collect_view()}
            <Button word=words::SETTLED act=move |_| set_aside(None) />
        </p>
    }
    .into_any()
}
