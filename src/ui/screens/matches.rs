//! Cards of others held against what one looks for, with the reasons by name (F4, F5).

mod opened;
mod own;
mod row;

use leptos::{prelude::*, task::spawn_local};

use super::Page;
use crate::{
    domain::{CardSide, Id, Plan, order},
    exchange::cards::{Cards, MOST_BYTES, Reading},
    insights::{
        acquaintance::Acquaintances,
        matching::{Ranked, Ranking, Wanted, wanted::wanted},
        search::fold::fold,
    },
    storage::turns::Turn,
    ui::{
        desk::Desk,
        parts::{
            Button, ChooseFile, Empty, PageHead, Section, Select,
            file::{NotRead, bytes_of, not_read},
            unique,
        },
        reactive::{For, Latest, Look, Plain, Show},
        route::{Matches, Place, Route},
        words::{cards as words, shell},
    },
};
use opened::Opened;
use own::OwnCards;
use row::{Line, MatchRow, landing};

/// Opens a file of cards on this screen.
pub async fn open(file: Cards) {
    opened::add(file).await;
}

/// Cards in, who has most of what one looks for, and one's own card.
#[component]
pub fn MatchesScreen() -> impl IntoView {
    let opened = opened::memory();
    let above = move || view! { <a href=Place::Find.route().address()>{shell::place(Place::Find)}</a> };
    let any = Look::new(move || opened.with(|it| !it.cards.is_empty()));
    view! {
        <Page title=words::TITLE>
            <PageHead title=words::TITLE above=above>
                <p class="soft">{words::PURPOSE}</p>
            </PageHead>
            <Section title=words::OPEN>
                <Open opened=opened />
            </Section>
            <Show when=move || any.get()>
                <Who opened=opened />
            </Show>
            <Section title=words::own::HEADING>
                <OwnCards />
            </Section>
        </Page>
    }
}

/// Which files are open, and opening more.
#[component]
fn Open(opened: RwSignal<Opened>) -> impl IntoView {
    let problem = RwSignal::new(None::<NotRead>);
    let choose = move |file: web_sys::File| {
        problem.set(None);
        spawn_local(async move {
            match read(&file).await {
                Ok(file) => super::matches::open(file).await,
                Err(why) => drop(problem.try_set(Some(why))),
            }
        });
    };
    let close = move |_| {
        opened.set(Opened::default());
        crate::ui::shell::keep_focus();
    };
    let files = move || {
        let files = opened.with(|it| it.files.clone());
        if files.is_empty() {
            return view! { <Empty text=words::NONE_OPEN /> }.into_any();
        }
        let files = files.into_iter().map(|file| view! { <li>{file}</li> }).collect_view();
        view! { <div role="status"><ul class="plain">{files}</ul></div><p class="acts"><Button look="plain" word=words::CLOSE act=close /></p> }
            .into_any()
    };
    view! {
        <p>{words::OPEN_WHAT}</p>
        <ChooseFile label=words::CHOOSE many=true choose=choose />
        {move || problem.get().map(|why| not_read(&why))}
        {files}
    }
}

/// Reads a file of cards, in turns.
async fn read(file: &web_sys::File) -> Result<Cards, NotRead> {
    let (bytes, turn) = (bytes_of(file, MOST_BYTES).await?, Turn::begin());
    let mut reading = Reading::begin(&bytes).map_err(NotRead::Refused)?;
    while reading.read_on().map_err(NotRead::Refused)? {
        turn.pause().await;
    }
    Ok(reading.end())
}

/// Who has what, and which of them are shown.
#[component]
fn Who(opened: RwSignal<Opened>) -> impl IntoView {
    let desk = Desk::get();
    let filter = Look::new(move || match desk.route.get() {
        Route::Matches(matches) => matches,
        _ => Matches::default(),
    });
    let sought = RwSignal::new(String::new());
    let looked_for = desk.view(move |notebook| {
        let filter = filter.get();
        wanted(notebook, filter.plan, filter.side)
    });
    let ranked = ranked(opened, looked_for);
    let shown = Look::new(move || {
        let sought = fold(&sought.get());
        let words: Vec<&str> = sought.split_whitespace().collect();
        let skilled = filter.get().skilled;
        opened.with(|opened| {
            let fits = |it: &&Ranked| (!skilled || it.skills > 0) && opened.has(it.card, &words);
            ranked.with(|ranked| ranked.iter().flatten().filter(fits).copied().collect::<Vec<_>>())
        })
    });
    let here = desk.view(Acquaintances::of);
    let named = move || {
        opened.with(|opened| {
            let named = |it: &Ranked| opened.cards.get(it.card).map(|card| (it.card, card.name.to_string()));
            shown.with(|shown| shown.iter().filter_map(named).collect::<Vec<_>>())
        })
    };
    let row = move |at: usize| {
        let line = desk.view(move |notebook| {
            looked_for.with(|wanted| {
                opened.with(|opened| {
                    let card = opened.cards.get(at)?;
                    Some(here.with(|here| Line::of(at, card, wanted, notebook, here)))
                })
            })
        });
        move || line.get().map(|line| view! { <MatchRow line=line opened=opened filter=filter /> })
    };
    let counted = move || {
        ranked.with(|ranked| {
            let all = ranked.as_ref()?;
            let with = all.iter().filter(|it| it.sum > 0).count();
            Some(words::counted(shown.with(Vec::len), all.len(), with))
        })
    };
    let nobody = move || match ranked.with(Option::is_some) {
        true => view! { <Empty text=words::NOTHING_LEFT /> }.into_any(),
        false => view! { <p class="soft" role="status">{words::RANKING}</p> }.into_any(),
    };
    let nothing_wanted = Look::new(move || looked_for.with(|wanted| wanted.is_empty().then(|| wanted.side())));
    view! {
        <Section title=words::MATCHES end=counted>
            <Filters filter=filter sought=sought />
            {move || match nothing_wanted.get() {
                Some(side) => view! { <p class="note">{words::nothing_wanted(side)}</p> }.into_any(),
                None => view! { <p class="small soft">{words::ORDER}</p> }.into_any(),
            }}
            <Show when=move || shown.with(|shown| !shown.is_empty()) fallback=nobody>
                <ol class="rows">
                    <For each=named key=|(at, _)| *at plain=|(at, name)| Plain { at: landing(*at), text: name.clone() } let((at, _))>
                        {row(at)}
                    </For>
                </ol>
            </Show>
        </Section>
    }
}

/// Who has what, found out in turns and anew whenever something else is looked for or more is open; none before the first
/// time.
fn ranked(opened: RwSignal<Opened>, looked_for: Look<Wanted>) -> RwSignal<Option<Vec<Ranked>>> {
    let (ranked, latest) = (RwSignal::new(None), Latest::new());
    Effect::new(move |_| {
        let (cards, wanted) = (opened.with(|it| it.cards.clone()), looked_for.get());
        let is_latest = latest.begin();
        spawn_local(async move {
            let (mut ranking, turn) = (Ranking::begin(&wanted), Turn::begin());
            for card in cards.iter() {
                ranking.add(card);
                turn.pause().await;
                if !is_latest() {
                    return;
                }
            }
            let _ = ranked.try_set(Some(ranking.end()));
        });
    });
    ranked
}

/// Which cards are shown, and against what they are held.
#[component]
fn Filters(filter: Look<Matches>, sought: RwSignal<String>) -> impl IntoView {
    let desk = Desk::get();
    let id = unique("field");
    let link = move |word: &'static str, to: fn(Matches) -> Matches, is: fn(Matches) -> bool| {
        let current = move || is(filter.get()).then_some("true");
        view! { <a href=move || Route::Matches(to(filter.get())).address() aria-current=current>{word}</a> }
    };
    let plans = desk.view(move |notebook| {
        let chosen = filter.get().plan;
        let plans = notebook.all::<Plan>().filter(|(id, plan)| plan.state.is_open() || chosen == Some(*id));
        order::by_key(plans.map(|(id, plan)| (id, plan.title.to_string())).collect(), |(id, _)| *id)
    });
    let set_plan = move |plan: Option<Id<Plan>>| desk.go(&Route::Matches(Matches { plan, ..filter.get_untracked() }));
    let of_plan = move || filter.get().plan;
    view! {
        <nav class="filters" aria-label=words::SIDE>
            {link(words::side(CardSide::Mentor), |it| Matches { side: CardSide::Mentor, ..it }, |it| it.side == CardSide::Mentor)}
            {link(words::side(CardSide::Mentee), |it| Matches { side: CardSide::Mentee, ..it }, |it| it.side == CardSide::Mentee)}
        </nav>
        <nav class="filters" aria-label=words::FILTERS>
            {link(words::ALL, |it| Matches { skilled: false, ..it }, |it| !it.skilled)}
            {link(words::SKILLED, |it| Matches { skilled: true, ..it }, |it| it.skilled)}
        </nav>
        <div class="pair">
            <div class="field">
                <label for=id.clone()>{words::SEARCH}</label>
                <input id=id class="input" type="search" autocomplete="off" prop:value=sought
                    on:input=move |event| sought.set(event_target_value(&event)) />
            </div>
            <Show when=move || plans.with(|plans| !plans.is_empty()) && filter.get().side == CardSide::Mentor>
                <Select label=words::PLAN options=plans none=words::PLAN_NONE value=of_plan set=set_plan />
            </Show>
        </div>
    }
}
