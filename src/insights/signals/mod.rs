//! What can go wrong between two people, noticed early and told with its reasons (H1 to H4).
//!
//! - `clash`: they do not get along;
//! - `communication`: one does not hear from the other;
//! - `time`: there is too little time;
//! - `direction`: they do not know what they work on;
//! - `gap`: to which of them a long time without contact belongs;
//! - `between`: what the rules look at.
//!
//! The formulas, and why they are as they are, stand in `docs/rules.md`.

mod between;
mod clash;
mod communication;
mod direction;
mod gap;
#[cfg(test)]
mod tests;
mod time;

use std::cmp::Reverse;

use between::Between;

use crate::domain::{Day, Goal, Id, Mentorship, Notebook, Owner, SignalKind, order};

/// What was noticed of one kind of trouble.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signal {
    /// The trouble.
    pub kind: SignalKind,
    /// What it was noticed from, never nothing; what weighs most comes first.
    pub signs: Vec<Sign>,
}

/// A piece of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sign {
    /// What was found.
    pub evidence: Evidence,
    /// What it weighs: 1 may be chance, 2 is plain, 3 could not be plainer.
    pub weight: u8,
}

/// How sure it is that something is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// One thing that may be chance.
    Faint,
    /// One plain thing, or two that may be chance.
    Clear,
    /// Several things that say the same.
    Strong,
}

/// What a signal is noticed from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// More days than agreed without contact.
    Gap {
        /// How many, those of pauses left out.
        days: i64,
        /// How many were agreed at most.
        longest: u16,
        /// Whether the owner wrote meanwhile, and heard nothing.
        unheard: bool,
    },
    /// More than once in half a year there was none for longer than agreed.
    Gaps {
        /// How often.
        times: usize,
        /// The longest, in days.
        days: i64,
        /// How many were agreed at most.
        longest: u16,
    },
    /// Meetings of the last 90 days that did not take place.
    NotHeld {
        /// How many.
        off: usize,
        /// How many did.
        held: usize,
    },
    /// Meetings were put off in the last 90 days.
    PutOff {
        /// How often.
        times: usize,
    },
    /// One side of the pulse is low.
    Low {
        /// Which side.
        side: PulseSide,
        /// How low, 1 or 2 of 5.
        rating: u8,
        /// How often in a row.
        times: usize,
    },
    /// One side of the pulse fell.
    Fell {
        /// Which side.
        side: PulseSide,
        /// What it was at its best.
        from: u8,
        /// What it is now.
        to: u8,
    },
    /// No goal that is worked on is linked.
    NoGoal {
        /// Whether some were, and were reached or let go.
        had: bool,
    },
    /// Nothing happened to any of the goals for long.
    Untouched {
        /// The one to which something happened last.
        goal: Id<Goal>,
        /// How many days ago.
        days: i64,
    },
    /// The last meetings were about no goal.
    NoGoalNamed {
        /// How many.
        meetings: usize,
    },
    /// The last meetings ended without an outcome or an action item.
    NoOutcome {
        /// How many.
        meetings: usize,
    },
    /// Messages wait for an answer.
    Unanswered {
        /// Whose: [`Owner::Me`] wrote them, or has to answer them if it is [`Owner::Them`].
        from: Owner,
        /// How many.
        messages: usize,
        /// How long the oldest has waited, in days.
        days: i64,
    },
    /// Action items are overdue.
    Overdue {
        /// Whose.
        owner: Owner,
        /// How many.
        actions: usize,
        /// For how long the oldest has been, in days.
        days: i64,
    },
}

/// What a pulse says something about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PulseSide {
    /// How easily they say what they mean.
    Communication,
    /// How much the owner relies on them.
    Trust,
    /// How much the owner feels taken seriously.
    Respect,
}

impl Signal {
    /// How sure it is; see [`Strength`].
    #[must_use]
    pub fn strength(&self) -> Strength {
        match self.signs.iter().map(|it| it.weight).sum::<u8>() {
            0..=1 => Strength::Faint,
            2 => Strength::Clear,
            _ => Strength::Strong,
        }
    }
}

/// The signals of a mentorship on this day, the leading one first. None if it has ended, is young, or has a pause.
#[must_use]
pub fn signals(notebook: &Notebook, id: Id<Mentorship>, today: Day) -> Vec<Signal> {
    let Some(between) = Between::of(notebook, id, today) else { return Vec::new() };
    let gap = gap::of(&between);
    let heard = SignalKind::ALL.into_iter().filter(|kind| !between.mentorship.is_set_aside(*kind, today));
    let signals = heard.map(|kind| {
        let after = between.mentorship.settled(kind).unwrap_or(Day::MIN);
        let mut signs = match kind {
            SignalKind::Clash => clash::signs(&between, after),
            SignalKind::Communication => communication::signs(&between, after),
            SignalKind::Time => time::signs(&between, after),
            SignalKind::Direction => direction::signs(&between, after),
        };
        signs.extend(gap.filter(|gap| gap.of == kind && gap.since > after).map(|gap| gap.sign));
        Signal { kind, signs: order::by_key(signs, |it| Reverse(it.weight)) }
    });
    let signals = signals.filter(|it| !it.signs.is_empty()).collect();
    order::by_key(signals, |it: &Signal| Reverse(it.strength()))
}
