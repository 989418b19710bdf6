//! Up to four candidates beside each other: a table, the same as a drawing, and who leads (F7).

use leptos::prelude::*;

use super::{Page, candidate_name};
use crate::{
    domain::{Candidate, Criterion, Id, Notebook, Plan, Weights, order},
    insights::fit::{Fit, Hinge, InCommon, Lead, fit, in_common, lead, ranked},
    ui::{
        desk::Desk,
        parts::{Button, Empty, Glyph, Icon, PageHead, Section, Select},
        reactive::Look,
        route::Route,
        words::{candidates, fit as words, names},
    },
};

/// How many are compared at most.
const MOST: usize = 4;

/// A candidate as a column shows it.
#[derive(Clone, PartialEq, Eq)]
struct Column {
    id: Id<Candidate>,
    name: String,
    stage: &'static str,
    judged: Vec<(Criterion, Option<u8>, String)>,
    fit: Fit,
    common: InCommon,
}

/// All that the screen shows.
#[derive(Clone, PartialEq, Eq, Default)]
struct Compared {
    /// The finding plan whose weights count.
    plan: Option<(Id<Plan>, String)>,
    weights: Weights,
    columns: Vec<Column>,
    /// Who else could be compared.
    others: Vec<(Id<Candidate>, String)>,
    /// Who leads, in sentences.
    leads: Vec<String>,
}

fn compared(notebook: &Notebook, with: Option<&[Id<Candidate>]>) -> Compared {
    let candidates: Vec<_> = notebook.all::<Candidate>().collect();
    let among = |id: &Id<Candidate>, it: &Candidate| with.map_or(it.stage.is_open(), |with| with.contains(id));
    let chosen: Vec<_> = candidates.iter().filter(|(id, it)| among(id, it)).collect();
    // The newest open plan to which one of them belongs says how much each criterion counts.
    let plans = chosen.iter().filter_map(|(_, it)| Some((it.plan?, notebook.get(it.plan?)?))).collect();
    let plan = order::by_key(plans, |(id, it): &(Id<Plan>, &Plan)| (it.state.is_open(), it.since, *id)).pop();
    let weights = plan.map(|(_, it)| it.weights).unwrap_or_default();
    let ids: Vec<_> = chosen.iter().map(|(id, _)| *id).collect();
    let best = ranked(notebook, &ids, &weights).into_iter().take(MOST);
    let best: Vec<_> = best.filter_map(|(id, _)| Some((id, notebook.get(id)?))).collect();
    let columns = best.iter().map(|(id, it)| Column {
        id: *id,
        name: candidate_name(notebook, *id),
        stage: names::stage(it.stage),
        judged: Criterion::ALL.into_iter().map(|criterion| judged(it, criterion)).collect(),
        fit: fit(it, &weights),
        common: in_common(notebook, it),
    });
    let columns: Vec<_> = columns.collect();
    let others = candidates.iter().filter(|(id, _)| !columns.iter().any(|column| column.id == *id));
    let others = others.map(|(id, _)| (*id, candidate_name(notebook, *id))).collect();
    Compared {
        plan: plan.map(|(id, it)| (id, it.title.to_string())),
        weights,
        leads: leads(&best, &columns, &weights),
        others: order::by_key(others, |(id, name): &(Id<Candidate>, String)| (name.to_lowercase(), *id)),
        columns,
    }
}

fn judged(it: &Candidate, criterion: Criterion) -> (Criterion, Option<u8>, String) {
    let judgement = it.judgement(criterion);
    (criterion, judgement.rating.map(|rating| rating.get()), judgement.reason.to_string())
}

/// How the first stands to each of the others.
fn leads(best: &[(Id<Candidate>, &Candidate)], columns: &[Column], weights: &Weights) -> Vec<String> {
    let mut all = best.iter().zip(columns);
    let Some(((_, first), one)) = all.next() else { return Vec::new() };
    let said = all.map(|((_, second), other)| {
        let say = |leader: &str, other: &str, hinges: &[Hinge]| match hinges.first() {
            Some(hinge) => words::leads(leader, other, hinge.criterion, hinge.level),
            None => words::leads_always(leader, other),
        };
        match lead(first, second, weights) {
            Lead::Unknown => words::unknown(&one.name, &other.name),
            Lead::Level => words::level(&one.name, &other.name),
            Lead::First(hinges) => say(&one.name, &other.name, &hinges),
            Lead::Second(hinges) => say(&other.name, &one.name, &hinges),
        }
    });
    said.collect()
}

/// The screen; without a choice, the best of those who are open.
#[component]
pub fn CompareScreen() -> impl IntoView {
    let desk = Desk::get();
    let all = desk.view(move |notebook| {
        let with = desk.route.with(|route| match route {
            Route::Compare(with) => with.clone(),
            _ => None,
        });
        compared(notebook, with.as_deref())
    });
    let above = move || view! { <a href=Route::Candidates.address()>{candidates::TITLE}</a> };
    let body = move || {
        if all.with(|all| all.columns.is_empty() && all.others.is_empty()) {
            let first = move |_| desk.go_to(&Route::Candidates, "new-candidate".to_owned());
            return view! {
                <Empty text=words::NOBODY>
                    <p><Button word=words::FIRST act=first /></p>
                </Empty>
            }
            .into_any();
        }
        view! {
            <Others all=all />
            {move || all.with(|all| (!all.columns.is_empty()).then(|| table(all)))}
            {move || all.with(|all| (!all.leads.is_empty()).then(|| who_leads(all)))}
        }
        .into_any()
    };
    view! {
        <Page title=words::TITLE>
            <PageHead title=words::TITLE above=above>
                <p class="soft">{words::PURPOSE}</p>
            </PageHead>
            {body}
        </Page>
    }
}

fn go(desk: Desk, ids: Vec<Id<Candidate>>, focus: String) {
    desk.go_to(&Route::Compare(Some(ids)), focus);
}

/// Puts one more beside the others.
#[component]
fn Others(all: Look<Compared>) -> impl IntoView {
    let desk = Desk::get();
    let add = move |id: Option<Id<Candidate>>| {
        let ids = all.with_untracked(|all| all.columns.iter().map(|column| column.id).collect::<Vec<_>>());
        if let Some(id) = id {
            go(desk, ids.into_iter().chain([id]).collect(), id.to_string());
        }
    };
    move || match all.with(|all| (all.columns.len() < MOST, all.others.is_empty())) {
        (_, true) => ().into_any(),
        (false, _) => view! { <p class="small soft">{words::CHOSEN_FOUR}</p> }.into_any(),
        (true, false) => view! {
            <Select label=words::CHOOSE options=move || all.with(|all| all.others.clone())
                value=move || None set=add at="compare-with" />
        }
        .into_any(),
    }
}

/// The table is spoken as one even where a narrow screen draws it as a list.
fn table(all: &Compared) -> AnyView {
    let desk = Desk::get();
    let ids: Vec<_> = all.columns.iter().map(|column| column.id).collect();
    let heads = all.columns.iter().map(|column| {
        let (id, rest) = (column.id, ids.iter().copied().filter(|id| *id != column.id).collect::<Vec<_>>());
        view! {
            <th role="columnheader" scope="col" data-at=id.to_string() tabindex="-1">
                <a href=Route::Candidate(id).address()>{column.name.clone()}</a>
                <span class="small soft">{column.stage}</span>
                <button
                    type="button" class="button bare" title=words::TAKE_OUT aria-label=words::take_out(&column.name)
                    on:click=move |_| go(desk, rest.clone(), "compare-with".to_owned())
                >
                    <Icon glyph=Glyph::Close />
                </button>
            </th>
        }
    });
    let rows = Criterion::ALL.into_iter().enumerate().map(|(at, criterion)| {
        let cells = all.columns.iter().map(|column| {
            let (_, rating, reason) = column.judged.get(at).cloned().unwrap_or((criterion, None, String::new()));
            cell(&column.name, marks(rating), reason)
        });
        view! {
            <tr role="row">
                <th role="rowheader" scope="row">{words::criterion(criterion)}{weight(desk, all, criterion)}</th>
                {cells.collect_view()}
            </tr>
        }
    });
    let fits = all.columns.iter().map(|column| {
        let Fit { tenths, rated, of } = column.fit;
        let number = view! { <strong class="num">{tenths.map_or_else(|| "–".to_owned(), words::tenths)}</strong> };
        let rest = if rated == of { String::new() } else { words::said(tenths, rated, of) };
        cell(&column.name, number.into_any(), rest)
    });
    let common = |what: &'static str, of: fn(&InCommon) -> &Vec<String>| {
        let cells = all.columns.iter().map(|column| cell(&column.name, ().into_any(), of(&column.common).join(", ")));
        view! { <tr role="row"><th role="rowheader" scope="row">{what}</th>{cells.collect_view()}</tr> }
    };
    let kept = match &all.plan {
        Some((id, title)) => view! { <a href=Route::Plan(*id).address()>{words::counted_by(title)}</a> }.into_any(),
        None => words::USUAL.into_any(),
    };
    view! {
        <table class="compare" role="table" aria-label=words::TITLE>
            <thead role="rowgroup">
                <tr role="row"><th role="columnheader" scope="col">{words::CRITERION}</th>{heads.collect_view()}</tr>
            </thead>
            <tbody role="rowgroup">
                {rows.collect_view()}
                <tr role="row" class="sum"><th role="rowheader" scope="row">{words::FIT}</th>{fits.collect_view()}</tr>
                {common(words::SKILLS, |it| &it.skills)}
                {common(words::INTERESTS, |it| &it.interests)}
            </tbody>
        </table>
        <p class="small soft">{kept}</p>
    }
    .into_any()
}

fn cell(name: &str, what: AnyView, more: String) -> AnyView {
    view! { <td role="cell" data-name=name.to_owned()>{what}<p class="small soft">{more}</p></td> }.into_any()
}

/// A rating as a number and as so many of five dots.
fn marks(rating: Option<u8>) -> AnyView {
    let Some(rating) = rating else { return view! { <span class="soft">{words::NOT_RATED}</span> }.into_any() };
    let dots = (1..=5).map(|at| view! { <i class:on=move || at <= rating></i> }).collect_view();
    view! { <span class="num">{rating.to_string()}</span><span class="dots" aria-hidden="true">{dots}</span> }
        .into_any()
}

/// How much a criterion counts; it is kept in the plan.
fn weight(desk: Desk, all: &Compared, criterion: Criterion) -> Option<AnyView> {
    let (plan, title) = all.plan.clone()?;
    let options: Vec<_> = (0..=Weights::MOST).map(|weight| (weight, words::weight(weight).to_owned())).collect();
    let now = all.weights.of(criterion);
    let at = format!("weight-{criterion:?}");
    let set = {
        let at = at.clone();
        move |weight: Option<u8>| {
            if let Some(weight) = weight {
                let label = words::changed_weight(criterion, &title);
                desk.edit(plan, label, |it: &mut Plan| it.weights.set(criterion, weight));
                // The table is drawn anew.
                desk.go_to(&desk.route.get_untracked(), at.clone());
            }
        }
    };
    let label = words::counts_of(criterion);
    Some(view! { <Select label=label quiet=true options=move || options.clone() value=move || Some(now) set=set at=at /> }.into_any())
}

/// Who leads, in sentences and as a drawing.
fn who_leads(all: &Compared) -> AnyView {
    let said: Vec<_> = all.leads.iter().map(|said| view! { <li>{said.clone()}</li> }).collect();
    let drawing = drawing(&all.columns);
    view! { <Section title=words::WHO_LEADS><ul class="plain said">{said}</ul>{drawing}</Section> }.into_any()
}

/// Each criterion is a line from 1 to 5 with a sign for each candidate. The table above says the same.
fn drawing(columns: &[Column]) -> AnyView {
    let lines = Criterion::ALL.into_iter().enumerate().map(|(at, criterion)| {
        let signs = columns.iter().enumerate().filter_map(|(number, column)| {
            let rating = column.judged.get(at)?.1?;
            let left = format!("{}%", (u32::from(rating) - 1) * 25);
            Some(view! { <i class=format!("sign s{number}") style:left=left></i> })
        });
        view! { <div><span class="small">{words::criterion(criterion)}</span><span class="line">{signs.collect_view()}</span></div> }
    });
    let legend = columns.iter().enumerate();
    let legend = legend.map(|(number, it)| view! { <li><i class=format!("sign s{number}")></i>{it.name.clone()}</li> });
    view! {
        <figure class="signs" aria-hidden="true">
            {lines.collect_view()}
            <ul class="plain small">{legend.collect_view()}</ul>
        </figure>
    }
    .into_any()
}
