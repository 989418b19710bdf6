//! Cards to rank, and how long that takes.

use std::time::{Duration, Instant};

use mentorbook::{
    domain::{Card, CardSide, Line, Text, Title},
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
pub fn card(number: usize) -> Card {
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

/// What somebody looks for.
pub fn wanted() -> Wanted {
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
pub fn time_to_rank(wanted: &Wanted, cards: &[Card], tries: usize) -> Duration {
    let once = || {
        let (began, before) = (Instant::now(), spent());
        assert_eq!(wanted.rank(cards).len(), cards.len());
        spent().zip(before).map_or_else(|| began.elapsed(), |(now, before)| now - before)
    };
    (0..tries).map(|_| once()).min().unwrap()
}
