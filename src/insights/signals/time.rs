//! There is too little time: meetings that do not take place or are put off, and gaps that come again (H1).
//!
//! The gap that still goes on is judged in `gap`.

use super::{Evidence, Sign, between::Between};
use crate::domain::{Day, MeetingState};

/// Days in which meetings that did not take place are counted.
const LATELY: i64 = 90;
/// Days in which gaps that have ended are counted.
const HALF_A_YEAR: i64 = 180;

pub(super) fn signs(between: &Between<'_>, after: Day) -> Vec<Sign> {
    let signs = [not_held(between, after), put_off(between, after), gaps(between, after)];
    signs.into_iter().flatten().collect()
}

/// Two that did not take place may be chance; three are plain, and two if no more than that were held.
fn not_held(between: &Between<'_>, after: Day) -> Option<Sign> {
    let from = after.max(between.today.plus(-LATELY));
    let lately = between.meetings.iter().map(|(_, it)| *it).filter(|it| it.on > from && it.on <= between.today);
    let held = lately.clone().filter(|it| it.state == MeetingState::Held).count();
    let off = lately.filter(|it| falls_out(&it.state)).count();
    let weight = if off >= 3 || off >= held { 2 } else { 1 };
    (off >= 2).then_some(Sign { evidence: Evidence::NotHeld { off, held }, weight })
}

/// Whether a meeting did not take place.
fn falls_out(state: &MeetingState) -> bool {
    matches!(state, MeetingState::Missed { .. } | MeetingState::Cancelled { .. })
}

/// Two meetings that were put off may be chance, and four times are plain. One that did not take place counts there.
fn put_off(between: &Between<'_>, after: Day) -> Option<Sign> {
    let from = after.max(between.today.plus(-LATELY));
    let meetings = between.meetings.iter().map(|(_, it)| *it).filter(|it| !falls_out(&it.state));
    // Each move led to where the next one began, the last one to where the meeting stands.
    let times = meetings.flat_map(|it| {
        let ends = it.moves.iter().skip(1).map(|next| next.from).chain([it.on]);
        it.moves.iter().zip(ends).filter(|(it, to)| *to > it.from).map(|(it, _)| it.on)
    });
    let times = times.filter(|on| *on > from && *on <= between.today).count();
    let weight = if times >= 4 { 2 } else { 1 };
    (times >= 2).then_some(Sign { evidence: Evidence::PutOff { times }, weight })
}

/// One long gap is a full month; two in half a year are how it goes.
fn gaps(between: &Between<'_>, after: Day) -> Option<Sign> {
    let longest = between.mentorship.rhythm?.longest;
    let from = after.max(between.today.plus(-HALF_A_YEAR));
    let begun = between.mentorship.since;
    let days = between.contacts.iter().map(|it| it.on).filter(|on| *on >= begun);
    let before = std::iter::once(begun).chain(days.clone());
    let gaps = before.zip(days).filter(|(_, to)| *to > from).map(|(last, to)| between.paused.between(last, to));
    let gaps: Vec<i64> = gaps.filter(|days| *days > longest.into()).collect();
    let days = gaps.iter().copied().max()?;
    let evidence = Evidence::Gaps { times: gaps.len(), days, longest };
    (gaps.len() >= 2).then_some(Sign { evidence, weight: 2 })
}
