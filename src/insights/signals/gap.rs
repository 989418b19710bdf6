//! To which signal a long time without contact belongs: to one of them only, so that nothing counts twice.

use super::{Evidence, Sign, between::Between};
use crate::{
    domain::{CheckIn, Day, Direction, SignalKind},
    insights::{
        contact::PATIENCE,
        rhythm::{RhythmState, standing},
    },
};

/// A gap that still goes on.
#[derive(Clone, Copy)]
pub(super) struct Gap {
    /// What it is evidence of.
    pub of: SignalKind,
    pub sign: Sign,
    /// The day on which it became longer than agreed.
    pub since: Day,
}

/// The gap that goes on, if it is longer than agreed and no meeting is planned that would end it.
///
/// Whoever wrote and heard nothing, or waits for what was promised for these days, lacks an answer and not time: then
/// it is evidence of communication that breaks down.
pub(super) fn of(between: &Between<'_>) -> Option<Gap> {
    let standing = standing(between.notebook, between.id, between.today)?;
    if matches!(standing.state, RhythmState::Paused { .. }) || standing.meets.is_some() {
        return None;
    }
    let begun = between.mentorship.since;
    let since = |last: Option<Day>| last.map_or(begun, |last| last.max(begun));
    let mutual = since(between.contacts.iter().rev().find(|it| it.how.is_mutual()).map(|it| it.on));
    let last = since(standing.last);
    let longest = standing.longest;
    // Whoever wrote the day before yesterday may hear tomorrow.
    let is_late =
        |it: &&CheckIn| it.direction == Direction::FromMe && it.on >= mutual && between.days_since(it.on) > PATIENCE;
    let unheard = between.waiting.iter().any(is_late);
    let from = if unheard { mutual } else { last };
    let days = between.days_since(from);
    if days <= longest.into() {
        return None;
    }
    let owed = between.late().any(|(_, due)| due > from);
    let of = if unheard || owed { SignalKind::Communication } else { SignalKind::Time };
    let weight = if days > 2 * i64::from(longest) { 3 } else { 2 };
    let sign = Sign { evidence: Evidence::Gap { days, longest, unheard }, weight };
    Some(Gap { of, sign, since: between.paused.after(from, i64::from(longest) + 1) })
}
