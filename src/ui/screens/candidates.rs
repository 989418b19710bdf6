//! All candidates side by side, each where it stands (F8). A card is taken to another stage with the pointer,
//! or sent there with the list on it.

use leptos::prelude::*;

use super::{Page, candidate, candidate_name, find::FollowUp};
use crate::{
    domain::{Candidate, Day, Id, Stage, Title, order},
    ui::{
        desk::Desk,
        parts::{Adder, Handler, PageHead, Select, entry_menu::PrivateMark},
        reactive::{For, Look, Show},
        route::{Place, Route},
        words::{candidates, fit, names, shell},
    },
};

/// A candidate as its card shows it.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Card {
    id: Id<Candidate>,
    name: String,
    stage: Stage,
    role: String,
    next: Option<Day>,
    due: Option<Day>,
}

/// The stages with those who stand there.
#[component]
pub fn CandidatesScreen() -> impl IntoView {
    let desk = Desk::get();
    let cards = desk.view(move |notebook| {
        let today = desk.today();
        let card = |(id, it): (Id<Candidate>, &Candidate)| Card {
            id,
            name: candidate_name(notebook, id),
            stage: it.stage,
            role: notebook.get(it.person).map(|it| it.role.to_string()).unwrap_or_default(),
            next: it.next,
            due: it.due(today),
        };
        let cards: Vec<_> = notebook.all::<Candidate>().map(card).collect();
        order::by_key(cards, |card| (card.next.is_none(), card.next, card.id))
    });
    let carried = RwSignal::new(None::<Id<Candidate>>);
    let turn = Handler::from(move |(id, to): (Id<Candidate>, Stage)| {
        candidate::turn(desk, id, to);
        // The card stands in another list now, and the focus goes with it.
        desk.go_to(&Route::Candidates, id.to_string());
    });
    let add = move |name: Title| {
        let id = candidate::add(desk, name, |_| {});
        desk.go_to(&Route::Candidates, id.to_string());
    };
    let above = move || view! { <a href=Place::Find.route().address()>{shell::place(Place::Find)}</a> };
    let stages = Stage::ALL.map(|stage| {
        let here = Look::new(move || {
            let mut cards = cards.get();
            cards.retain(|card| card.stage == stage);
            cards
        });
        view! { <StageOf stage=stage cards=here carried=carried turn=turn.clone() /> }
    });
    view! {
        <Page title=candidates::TITLE>
            <PageHead title=candidates::TITLE above=above>
                <p class="soft">{candidates::PURPOSE}</p>
            </PageHead>
            <div data-at="new-candidate">
                <Adder label=candidates::NEW hint=candidates::NEW_HINT draft="candidate" add=add />
            </div>
            <p class="small soft">{candidates::MOVING}" "<a href=Route::Compare(None).address()>{fit::TITLE}</a></p>
            <div class="board">{stages.into_iter().collect_view()}</div>
        </Page>
    }
}

/// One stage, onto which a card can be put.
#[component]
fn StageOf(
    stage: Stage,
    cards: Look<Vec<Card>>,
    carried: RwSignal<Option<Id<Candidate>>>,
    turn: Handler<(Id<Candidate>, Stage)>,
) -> impl IntoView {
    let over = RwSignal::new(false);
    let put = {
        let turn = turn.clone();
        move |event: web_sys::DragEvent| {
            event.prevent_default();
            over.set(false);
            if let Some(id) = carried.get_untracked() {
                turn.run((id, stage));
            }
        }
    };
    let hover = move |event: web_sys::DragEvent| {
        if carried.with_untracked(Option::is_some) {
            event.prevent_default();
            over.set(true);
        }
    };
    view! {
        <section
            class="stage" class:over=move || over.get() aria-label=names::stage(stage)
            on:dragover=hover on:dragleave=move |_| over.set(false) on:drop=put
        >
            <header>
                <h2>{names::stage(stage)}</h2>
                <span class="soft small num" aria-hidden="true">{move || cards.with(Vec::len)}</span>
            </header>
            <Show
                when=move || cards.with(|cards| !cards.is_empty())
                fallback=|| view! { <p class="small soft">{candidates::NOBODY}</p> }
            >
                <ul class="plain" aria-label=move || candidates::here(cards.with(Vec::len))>
                    {
                        let turn = turn.clone();
                        view! {
                            <For each=move || cards.get() key=Clone::clone let:card>
                                <CardOf card=card carried=carried turn=turn.clone() />
                            </For>
                        }
                    }
                </ul>
            </Show>
        </section>
    }
}

#[component]
fn CardOf(
    card: Card,
    carried: RwSignal<Option<Id<Candidate>>>,
    turn: Handler<(Id<Candidate>, Stage)>,
) -> impl IntoView {
    let desk = Desk::get();
    let (id, stage) = (card.id, card.stage);
    let take = move |event: web_sys::DragEvent| {
        carried.set(Some(id));
        // Firefox drags nothing that carries nothing.
        if let Some(load) = event.data_transfer() {
            let _ = load.set_data("text/plain", &id.to_string());
        }
    };
    let options = Stage::ALL.map(|stage| (stage, names::stage(stage).to_owned())).to_vec();
    let go = move |to: Option<Stage>| {
        if let Some(to) = to {
            turn.run((id, to));
        }
    };
    let again = card.next.filter(|_| card.due.is_none());
    let again = move || again.map(|next| candidates::again(stage, &desk.calendar().within(next)));
    view! {
        <li class="card" draggable="true" on:dragstart=take on:dragend=move |_| carried.set(None)>
            <p class="what"><a draggable="false" href=Route::Candidate(id).address()>{card.name.clone()}</a></p>
            <p class="why">{card.role.clone()}</p>
            <p class="why">{again}<FollowUp by=card.due /></p>
            <PrivateMark id=id />
            <Select label=candidates::stage_of(&card.name) quiet=true at=id.to_string()
                options=move || options.clone() value=move || Some(stage) set=go />
        </li>
    }
}
