//! How long ten thousand cards take to be read and ranked (F4): `cargo bench --bench ranking`. What was seen stands in
//! `docs/rules.md`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stdout, missing_docs, reason = "a measurement")]

#[cfg(not(target_arch = "wasm32"))]
mod cards;

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    use std::time::Instant;

    use mentorbook::{domain::Title, exchange::cards as files};

    let (wanted, all) = (cards::wanted(), (0..10_000).map(cards::card).collect::<Vec<_>>());
    let file = files::write_directory(&Title::new("All").unwrap(), &all);
    let began = Instant::now();
    assert_eq!(files::read(file.as_bytes()).unwrap().cards.len(), all.len());
    let (read, ranked) = (began.elapsed(), cards::time_to_rank(&wanted, &all, 3));
    println!("{} kB: read in {read:?}, ranked in {ranked:?}; the target is 200 ms", file.len() / 1024);
}
