//! The cards that are open: in the memory of this tab, until they are closed or the page is loaded anew.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    domain::{Body, Card, order},
    exchange::cards::Cards,
    insights::search::{fold::fold, texts},
    storage::turns::Turn,
    ui::words::cards as words,
};

/// What is open.
#[derive(Clone, Default)]
pub(super) struct Opened {
    /// Each file in words.
    pub files: Vec<String>,
    /// All cards, in the order in which they came.
    pub cards: Arc<Vec<Card>>,
    /// Everything that each of them says, folded.
    folded: Arc<Vec<String>>,
}

impl Opened {
    /// Opens more, each with what it says, folded. A card that is open already is not opened twice.
    fn add(&mut self, file: String, cards: Vec<(Card, String)>) {
        let mut known = order::set(self.cards.iter().map(|it| it.side).zip(self.folded.iter().cloned()));
        let (all, folded) = (Arc::make_mut(&mut self.cards), Arc::make_mut(&mut self.folded));
        for (card, text) in cards {
            if known.insert((card.side, text.clone())) {
                all.push(card);
                folded.push(text);
            }
        }
        if !self.files.contains(&file) {
            self.files.push(file);
        }
    }

    /// Whether all of these folded words stand on a card.
    pub fn has(&self, card: usize, words: &[&str]) -> bool {
        self.folded.get(card).is_some_and(|text| words.iter().all(|word| text.contains(word)))
    }
}

/// Opens the cards of a file, in turns.
pub(super) async fn add(file: Cards) {
    let (words, turn) = (words::opened(&file), Turn::begin());
    let mut cards = Vec::with_capacity(file.cards.len());
    for card in file.cards {
        let body = Body::from(card.clone());
        let text = texts(&body).map(fold).collect::<Vec<_>>().join("\n");
        cards.push((card, text));
        turn.pause().await;
    }
    memory().update(|opened| opened.add(words, cards));
}

/// What is open in this tab. It outlives the screen, so that one finds it again coming back from a candidate.
pub(super) fn memory() -> RwSignal<Opened> {
    thread_local! {
        static OPENED: ArcRwSignal<Opened> = ArcRwSignal::new(Opened::default());
    }
    OPENED.with(Clone::clone).into()
}
