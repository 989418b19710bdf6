//! One does not hear from the other: messages without an answer, and promises that nobody speaks of (H4).
//!
//! The gap that still goes on is judged in `gap`.

use super::{Evidence, Sign, between::Between};
use crate::{
    domain::{Day, Direction, Owner},
    insights::contact::PATIENCE,
};

/// So many of a kind are plain.
const SEVERAL: usize = 2;
const MANY_ACTIONS: usize = 3;

pub(super) fn signs(between: &Between<'_>, after: Day) -> Vec<Sign> {
    let sides = [Owner::Them, Owner::Me];
    let unanswered = sides.into_iter().filter_map(|from| unanswered(between, after, from));
    let overdue = sides.into_iter().filter_map(|owner| overdue(between, after, owner));
    unanswered.chain(overdue).collect()
}

/// One may have slipped through; two are plain.
fn unanswered(between: &Between<'_>, after: Day, from: Owner) -> Option<Sign> {
    let direction = if from == Owner::Me { Direction::FromMe } else { Direction::FromThem };
    let waiting = between.waiting.iter().filter(|it| it.direction == direction && it.on > after);
    let days: Vec<i64> = waiting.map(|it| between.days_since(it.on)).filter(|days| *days > PATIENCE).collect();
    let evidence = Evidence::Unanswered { from, messages: days.len(), days: days.iter().copied().max()? };
    Some(Sign { evidence, weight: if days.len() >= SEVERAL { 2 } else { 1 } })
}

/// One or two wait for a good week; three are plain.
fn overdue(between: &Between<'_>, after: Day, owner: Owner) -> Option<Sign> {
    let late = between.late().filter(|(it, due)| it.owner == owner && *due > after);
    let days: Vec<i64> = late.map(|(_, due)| between.days_since(due)).collect();
    let evidence = Evidence::Overdue { owner, actions: days.len(), days: days.iter().copied().max()? };
    Some(Sign { evidence, weight: if days.len() >= MANY_ACTIONS { 2 } else { 1 } })
}
