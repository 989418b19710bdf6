//! One card among others: whose it is, what it has of what one looks for, and what can be made of it.

use leptos::prelude::*;

use super::{Matches, opened::Opened};
use crate::{
    domain::{Candidate, Card, CardSide, Change, Id, Notebook, Person, Text, Title},
    exchange::cards::taking::{Whose, taken, whose},
    insights::{
        acquaintance::Acquaintances,
        matching::{About, Wanted, wanted::wanted},
    },
    ui::{
        desk::Desk,
        parts::Button,
        reactive::Look,
        route::Route,
        words::cards::{self as words, theirs},
    },
};

/// A card as its row shows it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct Line {
    /// Its position among all that are open.
    at: usize,
    name: String,
    role: String,
    side: CardSide,
    /// What it has of what one looks for: a line of each sort.
    reasons: Vec<(About, String)>,
    whose: Whose,
}

impl Line {
    pub fn of(at: usize, card: &Card, wanted: &Wanted, notebook: &Notebook, here: &Acquaintances<Id<Person>>) -> Self {
        let found = wanted.reasons(card);
        let of_sort = |about: About| {
            let names = found.iter().filter(|reason| reason.about == about);
            let names: Vec<_> = names.map(|it| words::reason(about, it.mine, it.theirs)).collect();
            (!names.is_empty()).then(|| (about, names.join(" · ")))
        };
        Self {
            at,
            name: card.name.to_string(),
            role: words::role(&card.role, &card.organisation),
            side: card.side,
            reasons: About::ALL.into_iter().filter_map(of_sort).collect(),
            whose: whose(notebook, here, card),
        }
    }
}

#[component]
pub(super) fn MatchRow(line: Line, opened: RwSignal<Opened>, filter: Look<Matches>) -> impl IntoView {
    let (at, side, whose) = (line.at, line.side, line.whose);
    let reasons = line.reasons.iter().map(|(about, names)| {
        view! { <div><dt>{words::reasons(*about, side)}</dt><dd>{names.clone()}</dd></div> }
    });
    let reasons = if line.reasons.is_empty() {
        view! { <p class="why">{words::NOTHING_SHARED}</p> }.into_any()
    } else {
        view! { <dl class="reasons">{reasons.collect_view()}</dl> }.into_any()
    };
    let whole = opened.with_untracked(|opened| opened.cards.get(at).map(whole));
    view! {
        <li class="row two match" data-at=landing(at) tabindex="-1">
            <div>
                <p class="what">{line.name.clone()}</p>
                <p class="why">{line.role.clone()}</p>
            </div>
            <div class="wide">
                {reasons}
                <details class="more">
                    <summary class="small soft" aria-label=words::whole_of(&line.name)>{words::WHOLE}</summary>
                    {whole}
                </details>
            </div>
            {becomes(&line, whose, opened, filter)}
        </li>
    }
}

pub fn landing(at: usize) -> String {
    format!("card-{at}")
}

/// Where they are in the notebook, or the button that takes them in.
fn becomes(line: &Line, whose: Whose, opened: RwSignal<Opened>, filter: Look<Matches>) -> AnyView {
    let desk = Desk::get();
    let at = line.at;
    match (whose, line.side) {
        (Whose::Candidates(_, id, stage), CardSide::Mentor) => {
            view! { <a class="button plain" href=Route::Candidate(id).address()>{words::see(stage)}</a> }.into_any()
        }
        (Whose::Persons(id) | Whose::Candidates(id, ..), CardSide::Mentee) => {
            view! { <a class="button plain" href=Route::Person(id).address()>{words::SEE_PERSON}</a> }.into_any()
        }
        (Whose::Unclear(number), _) => view! { <p class="why">{words::unclear(number)}</p> }.into_any(),
        (_, side) => {
            let word = if side == CardSide::Mentor { words::MAKE } else { words::MAKE_PERSON };
            let act = move |_| {
                let card = opened.with_untracked(|opened| opened.cards.get(at).cloned());
                if let Some(card) = card {
                    take(desk, at, &card, filter.get_untracked());
                    // The row is drawn anew, with a link where the button was.
                    desk.go_to(&desk.route.get_untracked(), landing(at));
                }
            };
            view! { <Button word=word label=words::make_of(word, &line.name) act=act /> }.into_any()
        }
    }
}

/// What a candidate's page keeps of a card: why they came up, and what has no place on the person's page. It says nothing
/// of what is private (R6), unless the plan is: then the candidate is, too.
fn kept(notebook: &Notebook, at: usize, card: &Card, filter: Matches) -> Text {
    let is_private = filter.plan.is_some_and(|plan| !notebook.may_be_named(plan.entry()));
    let open = if is_private { notebook.clone() } else { notebook.named() };
    let line = Line::of(at, card, &wanted(&open, filter.plan, filter.side), &open, &Acquaintances::of(&open));
    let reasons = line.reasons.iter().map(|(about, names)| format!("{}: {names}", words::reasons(*about, line.side)));
    let reasons: Vec<String> = reasons.collect();
    let more =
        [theirs::ABOUT, theirs::WANTS, theirs::VALUES, theirs::OFFERS, theirs::SEEKS, theirs::LANGUAGES, theirs::TIME];
    let facts = facts(card).into_iter().filter(|(what, said)| more.contains(what) && !said.is_empty());
    let facts = facts.map(|(what, said)| format!("{what}: {said}"));
    let all: Vec<String> = reasons.iter().cloned().chain(facts).collect();
    // What is too long for a note is left where it came from.
    Text::typed(&all.join("\n")).or_else(|_| Text::typed(&reasons.join("\n"))).unwrap_or_default()
}

/// Takes somebody in: who is looked for as a mentor becomes a candidate, as private as the plan.
fn take(desk: Desk, at: usize, card: &Card, filter: Matches) {
    desk.flush();
    let new = desk.new_id();
    let becomes = (card.side == CardSide::Mentor).then(|| {
        // The person is put right where they are known or made.
        let notes = desk.notebook.with_untracked(|notebook| kept(notebook, at, card, filter));
        let candidate = Candidate { notes, plan: filter.plan, ..Candidate::new(new, desk.today()) };
        (desk.new_id(), candidate)
    });
    let label = if becomes.is_some() { words::added_candidate(&card.name) } else { words::added_person(&card.name) };
    desk.say(label.clone(), true);
    let change: Change = desk.notebook.with_untracked(|notebook| taken(notebook, card, new, becomes, label));
    desk.commit(change);
}

/// Everything that stands on a card, with its words.
fn facts(card: &Card) -> [(&'static str, String); 11] {
    let names = |names: &[Title]| names.iter().map(|name| &**name).collect::<Vec<_>>().join(", ");
    [
        (theirs::ABOUT, card.about.to_string()),
        (theirs::SKILLS, names(&card.skills)),
        (theirs::WANTS, names(&card.wants)),
        (theirs::INTERESTS, names(&card.interests)),
        (theirs::VALUES, names(&card.values)),
        (theirs::OFFERS, card.offers.to_string()),
        (theirs::SEEKS, card.seeks.to_string()),
        (theirs::LANGUAGES, names(&card.languages)),
        (theirs::TIME, card.time.to_string()),
        (theirs::CONTACT, card.contact.to_string()),
        (theirs::LINK, card.link.to_string()),
    ]
}

/// The same to be read.
fn whole(card: &Card) -> AnyView {
    let facts = facts(card).into_iter().filter(|(_, said)| !said.is_empty());
    let facts = facts.map(|(what, said)| view! { <dt>{what}</dt><dd class="copy">{said}</dd> });
    view! { <dl class="facts">{facts.collect_view()}</dl> }.into_any()
}
