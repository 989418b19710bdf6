//! Twice as many cards cost twice as much to rank (F4). The time itself is in `tests/bench/ranking.rs`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs, reason = "tests")]

#[path = "bench/cards.rs"]
mod cards;

use cards::{card, time_to_rank, wanted};

#[test]
fn four_times_as_many_cards_cost_about_four_times_as_much() {
    let (wanted, cards) = (wanted(), (0..1_200).map(card).collect::<Vec<_>>());
    assert_eq!(wanted.rank(&cards[..10]).len(), 10);
    let few = time_to_rank(&wanted, &cards[..300], 5);
    let many = time_to_rank(&wanted, &cards, 3);
    let ratio = many.as_secs_f64() / few.as_secs_f64();
    // Anything that compares cards with each other would give sixteen.
    assert!(ratio < 8.0, "{few:?} for 300, {many:?} for 1200: {ratio:.1} times as much");
}
