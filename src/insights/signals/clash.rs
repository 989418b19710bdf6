//! They do not get along: the owner's own pulse is low, or falls (H2). Nothing else is read as that.

use super::{Evidence, PulseSide, Sign, between::Between};
use crate::{
    domain::{Day, Pulse, Rating},
    insights::pulses,
};

/// From this on down, a side of the pulse is low.
const LOW: u8 = 2;
/// By so much a side must fall to be noticed, and to this or lower.
const FALL: u8 = 2;
const MIDDLE: u8 = 3;
/// Days after which a pulse says nothing of today.
const OLD: i64 = 180;

const SIDES: [PulseSide; 3] = [PulseSide::Communication, PulseSide::Trust, PulseSide::Respect];

fn rated(pulse: &Pulse, side: PulseSide) -> Option<u8> {
    match side {
        PulseSide::Communication => pulse.communication,
        PulseSide::Trust => pulse.trust,
        PulseSide::Respect => pulse.respect,
    }
    .map(Rating::get)
}

pub(super) fn signs(between: &Between<'_>, after: Day) -> Vec<Sign> {
    let of = pulses::of(between.notebook, between.id).into_iter().map(|(_, it)| it);
    let of = of.filter(|it| it.on > after && it.on <= between.today && between.days_since(it.on) <= OLD);
    let pulses: Vec<&Pulse> = of.collect();
    SIDES.into_iter().filter_map(|side| of_side(&pulses, side)).collect()
}

fn of_side(pulses: &[&Pulse], side: PulseSide) -> Option<Sign> {
    let ratings: Vec<u8> = pulses.iter().filter_map(|it| rated(it, side)).collect();
    let (now, before) = ratings.split_last()?;
    let times = ratings.iter().rev().take_while(|it| **it <= LOW).count();
    if times > 0 {
        let weight = if times > 1 || *now == 1 { 2 } else { 1 };
        return Some(Sign { evidence: Evidence::Low { side, rating: *now, times }, weight });
    }
    let from = before.iter().copied().max()?;
    let fell = from >= now + FALL && *now <= MIDDLE;
    fell.then_some(Sign { evidence: Evidence::Fell { side, from, to: *now }, weight: 1 })
}
