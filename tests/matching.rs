//! Ten thousand cards are ranked at once, and twice as many cost twice as much (F4).
//!
//! The time itself: `cargo test --release --features schema --test matching -- --ignored --nocapture`; what was seen
//! stands in `docs/rules.md`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs, reason = "tests")]

use std::time::{Duration, Instant};

use mentorbook::{
    domain::{Card, CardSide, Line, Text, Title},
    exchange::cards,
    insights::matching::{About, Wanted},
};

const SKILLS: [&str; 20] = [
    "Public speaking",
    "Leading a team",
    "User experience",
    "Budget planning",
    "Chairing a meeting",
    "Negotiation",
    "Writing briefly",
    "Data analysis",
    "Project management",
    "Hard conversations",
    "JavaScript",
    "Teaching adults",
    "Museum education",
    "Fundraising",
    "Product management",
    "Agreeing on scope",
    "Reading balance sheets",
    "Interviewing people",
    "Railway timetables",
    "Choral conducting",
];

/// A card of some four hundred letters, each somewhat different.
fn card(number: usize) -> Card {
    let skill = |at: usize| Title::new(SKILLS[(number * 7 + at * 3) % SKILLS.len()]).unwrap();
    let name = Title::new(format!("Person {number}")).unwrap();
    Card {
        role: Line::new("Head of a department of eleven, and of its nights").unwrap(),
        organisation: Line::new("A public library").unwrap(),
        about: Text::new(
            "I began as a reporter. For twenty years I have led teams that plan what others take for granted. \
             Most of what I know I learned from people who asked one question more than was polite.",
        )
        .unwrap(),
        skills: (0..5).map(skill).collect(),
        interests: (5..8).map(skill).collect(),
        values: vec![Title::new("Giving credit").unwrap()],
        offers: Text::new("An hour a month by video. I read drafts, and say what I think of them.").unwrap(),
        ..Card::new(CardSide::Mentor, name)
    }
}

fn wanted() -> Wanted {
    let skills = ["Speaking in public", "People management", "UX", "Budgets", "Facilitation", "Conflict", "Coding"];
    let goals = ["Lead a project from start to end", "Speak at a regional conference", "Run a museum evening"];
    let skills = skills.map(|name| (About::Skill, name));
    let goals = goals.map(|name| (About::Goal, name));
    let more = [(About::Interest, "Trains"), (About::Interest, "Singing in choirs"), (About::Value, "gives credit")];
    Wanted::new(CardSide::Mentor, skills.into_iter().chain(goals).chain(more))
}

/// How long this thread has had a processor, where the system tells: what else the machine does is left out.
fn spent() -> Option<Duration> {
    let says = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    says.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

/// The shortest of some tries, for whatever else the machine does.
fn time_to_rank(wanted: &Wanted, cards: &[Card], tries: usize) -> Duration {
    let once = || {
        let (began, before) = (Instant::now(), spent());
        assert_eq!(wanted.rank(cards).len(), cards.len());
        spent().zip(before).map_or_else(|| began.elapsed(), |(now, before)| now - before)
    };
    (0..tries).map(|_| once()).min().unwrap()
}

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

#[test]
#[ignore = "a time, which depends on the machine"]
fn ten_thousand_cards_are_ranked_within_200_ms() {
    let (wanted, cards) = (wanted(), (0..10_000).map(card).collect::<Vec<_>>());
    let file = cards::write_directory(&Title::new("All").unwrap(), &cards);
    let began = Instant::now();
    assert_eq!(cards::read(file.as_bytes()).unwrap().cards.len(), cards.len());
    let (read, ranked) = (began.elapsed(), time_to_rank(&wanted, &cards, 3));
    println!("{} kB: read in {read:?}, ranked in {ranked:?}", file.len() / 1024);
    assert!(ranked < Duration::from_millis(200), "{ranked:?}");
}
