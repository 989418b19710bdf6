//! Cards of one's own: those there are, and making one.

use leptos::prelude::*;

use crate::{
    domain::{Card, CardSide, Title},
    insights::own_card::own_card,
    ui::{
        desk::Desk,
        parts::{Adder, Choice, entry_menu::PrivateMark},
        reactive::{For, Show},
        route::Route,
        words::{cards::own as words, names},
    },
};

/// The list of them, and the line that makes one.
#[component]
pub(super) fn OwnCards() -> impl IntoView {
    let desk = Desk::get();
    let side = RwSignal::new(CardSide::Mentee);
    let cards = desk
        .view(|notebook| notebook.all::<Card>().map(|(id, it)| (id, it.name.to_string(), it.side)).collect::<Vec<_>>());
    let sides = CardSide::ALL.map(|side| (side, words::side(side))).to_vec();
    let add = move |name: Title| {
        let card =
            desk.notebook.with_untracked(|notebook| own_card(&notebook.named(), side.get_untracked(), name.clone()));
        let id = desk.add(&name, card);
        desk.go(&Route::Card(id));
    };
    view! {
        <p>{words::WHAT}</p>
        <Show when=move || cards.with(|cards| !cards.is_empty())>
            <ul class="rows">
                <For each=move || cards.get() key=Clone::clone let:card>
                    <li class="row two">
                        <div>
                            <p class="what"><a href=Route::Card(card.0).address()>{card.1.clone()}</a></p>
                            <PrivateMark id=card.0 />
                        </div>
                        <span class="tag">{names::card_side(card.2)}</span>
                    </li>
                </For>
            </ul>
        </Show>
        <div class="form" data-at="new-card">
            <Choice label=words::AS options=sides value=move || Some(side.get()) set=move |chosen| side.set(chosen) />
            <Adder label=words::NEW_NAME hint=words::NEW_HINT button=words::MAKE draft="card" add=add />
        </div>
    }
}
