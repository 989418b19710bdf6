//! Candidates in a list: those to look at again first, then those who are furthest (F8).

use std::cmp::Reverse;

use leptos::prelude::*;

use super::row::Row;
use crate::{
    domain::{Candidate, Day, Id, Plan, Stage, Title, order},
    ui::{
        desk::Desk,
        parts::{Adder, Empty, Section, plain},
        reactive::{For, Show},
        route::Route,
        screens::{candidate, candidate_name},
        words::candidates,
    },
};

/// A candidate as its row shows it.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Line {
    id: Id<Candidate>,
    name: String,
    stage: Stage,
    next: Option<Day>,
    due: Option<Day>,
}

/// The candidates of whom something may still come: all, or those of one plan.
#[component]
pub fn Candidates(
    /// The plan they belong to; none for all of them.
    #[prop(optional)]
    of: Option<Id<Plan>>,
) -> impl IntoView {
    let desk = Desk::get();
    let found = desk.view(move |notebook| {
        let today = desk.today();
        let all = notebook.all::<Candidate>().filter(|(_, it)| of.is_none() || it.plan == of);
        let line = |(id, it): (Id<Candidate>, &Candidate)| Line {
            id,
            name: candidate_name(notebook, id),
            stage: it.stage,
            next: it.next,
            due: it.due(today),
        };
        let (open, settled): (Vec<_>, Vec<_>) = all.map(line).partition(|line| line.stage.is_open());
        let parked_last = |line: &Line| line.stage == Stage::Parked;
        let open =
            order::by_key(open, |it| (it.due.is_none(), it.due, parked_last(it), Reverse(it.stage), it.next, it.id));
        (open, settled.len())
    });
    let count = move || {
        let counted = found.with(|(open, settled)| candidates::counted(open.len(), *settled));
        let all = (!counted.is_empty()).then(|| {
            view! {
                " · " <a href=Route::Candidates.address()>{candidates::ALL}</a>
            }
        });
        view! { {counted}{all} }
    };
    let nothing = move || {
        let text = match (found.with(|(_, settled)| *settled), of) {
            (0, None) => candidates::EMPTY,
            (0, Some(_)) => candidates::EMPTY_IN_PLAN,
            _ => candidates::SETTLED,
        };
        view! { <Empty text=text /> }
    };
    let add = move |name: Title| {
        let id = candidate::add(desk, name, |it| it.plan = of);
        desk.go(&Route::Candidate(id));
    };
    let draft = of.map_or_else(|| "candidate".to_owned(), |plan| format!("candidate-{plan}"));
    let why = move |line: &Line| {
        let again = line.next.filter(|_| line.due.is_none()).map(|next| desk.calendar().within(next));
        candidates::stands(line.stage, again.as_deref())
    };
    let heading = if of.is_some() { candidates::IN_PLAN } else { candidates::TITLE };
    view! {
        <Section title=heading end=count>
            <Show when=move || found.with(|(open, _)| !open.is_empty()) fallback=nothing>
                <ul class="rows">
                    <For each=move || found.with(|(open, _)| open.clone()) key=Clone::clone plain=|line| plain(&line.id) let:line>
                        <Row
                            id=line.id to=Route::Candidate(line.id) name=line.name.clone() due=line.due
                            why={let line = line.clone(); move || why(&line)}
                        />
                    </For>
                </ul>
            </Show>
            <div data-at="new-candidate">
                <Adder label=candidates::NEW hint=candidates::NEW_HINT draft=draft add=add />
            </div>
        </Section>
    }
}
