//! How two copies of one entry meet: register by register, nothing lost.
//!
//! A register holds the values that no copy has replaced. A value is dropped when the other copy has
//! seen its stamp and no longer holds it. Usually one value is left; when two were written without
//! knowledge of each other, the newer one is shown and the other is kept beside it in
//! [`Trace::others`](crate::domain::trace::Trace::others) until the owner chooses. A removal stands
//! unless the entry was edited by somebody who had not seen it. See `domain::trace` for the sources.

use std::{collections::BTreeMap, sync::Arc};

use serde_json::Value;

use super::entry_json;
use crate::domain::{
    Draft, Entry, Tombstone,
    entry::Held,
    fields, order,
    trace::{Other, Seen, Stamp, Trace},
};

/// Two copies made one. Symmetric, associative and idempotent.
#[must_use]
pub fn merge(a: &Held, b: &Held) -> Held {
    match (a, b) {
        (Held::Removed(a), Held::Removed(b)) => {
            let mut seen = a.seen.clone();
            seen.join(&b.seen);
            Held::Removed(Arc::new(Tombstone { id: a.id, seen }))
        }
        (Held::Removed(tombstone), Held::Entry(entry)) | (Held::Entry(entry), Held::Removed(tombstone)) => {
            meet_removal(entry, tombstone)
        }
        (Held::Entry(a), Held::Entry(b)) => {
            if a == b {
                return Held::Entry(a.clone());
            }
            meet(a, b)
        }
    }
}

fn meet_removal(entry: &Entry, tombstone: &Tombstone) -> Held {
    let mut seen = entry.trace.seen.clone();
    seen.join(&tombstone.seen);
    let news = Values::of(entry)
        .0
        .values()
        .flat_map(|values| values.keys().copied())
        .any(|stamp| !tombstone.seen.covers(stamp));
    if news {
        let mut entry = entry.clone();
        entry.trace.seen = seen;
        Held::Entry(Arc::new(entry))
    } else {
        Held::Removed(Arc::new(Tombstone { id: tombstone.id, seen }))
    }
}

/// The values of every register, by stamp. `None` is a register that was emptied.
struct Values(BTreeMap<String, BTreeMap<Stamp, Option<Value>>>);

impl Values {
    fn of(entry: &Entry) -> Self {
        let mut values: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
        for (path, value) in entry.registers() {
            let stamp = entry.trace.stamp_of(&path);
            values.entry(path).or_default().insert(stamp, Some(value));
        }
        for (path, stamp) in &entry.trace.edits {
            values.entry(path.clone()).or_default().entry(*stamp).or_insert(None);
        }
        for (path, others) in &entry.trace.others {
            let register = values.entry(path.clone()).or_default();
            register.extend(others.iter().map(|other| (other.stamp, other.value.clone())));
        }
        Self(values)
    }
}

fn meet(a: &Entry, b: &Entry) -> Held {
    let (Values(mut mine), Values(mut theirs)) = (Values::of(a), Values::of(b));
    let mut seen = a.trace.seen.clone();
    seen.join(&b.trace.seen);
    // What is not named in `edits` has the stamp `made`: the earlier of two is kept, and everything
    // that carries another stamp is named.
    let made = a.trace.made.min(b.trace.made);
    let mut trace = Trace { made, edits: BTreeMap::new(), others: BTreeMap::new(), seen };
    let paths = order::set(mine.keys().chain(theirs.keys()).cloned());
    let mut registers = BTreeMap::new();
    for path in paths {
        let mine = mine.remove(&path).unwrap_or_default();
        let theirs = theirs.remove(&path).unwrap_or_default();
        let kept = unreplaced(mine, &a.trace.seen, theirs, &b.trace.seen);
        registers.insert(path, kept);
    }
    let there = registers.iter().filter(|(_, kept)| kept.last_key_value().is_some_and(|(_, value)| value.is_some()));
    let lists = order::set(there.filter_map(|(path, _)| fields::list_of(path).map(str::to_owned)));
    let mut shown = fields::Registers::new();
    for (path, mut kept) in registers {
        let is_emptied = kept.last_key_value().is_some_and(|(_, value)| value.is_none());
        // A field that is a list of parts on one side and something else on the other shows the list,
        // and the rest waits beside it.
        let shows = is_emptied || !lists.contains(&path);
        if let Some((stamp, value)) = shows.then(|| kept.pop_last()).flatten() {
            if stamp != made || value.is_none() {
                trace.edits.insert(path.clone(), stamp);
            }
            shown.extend(value.map(|value| (path.clone(), value)));
        }
        if !kept.is_empty() {
            let others = kept.into_iter().map(|(stamp, value)| Other { stamp, value });
            trace.others.insert(path, others.collect());
        }
    }
    read_back(shown, trace, a, b)
}

/// The values that the other side either holds too or has not seen.
fn unreplaced(
    mine: BTreeMap<Stamp, Option<Value>>,
    my_seen: &Seen,
    theirs: BTreeMap<Stamp, Option<Value>>,
    their_seen: &Seen,
) -> BTreeMap<Stamp, Option<Value>> {
    let both = !mine.is_empty() && !theirs.is_empty();
    let newest = mine
        .last_key_value()
        .into_iter()
        .chain(theirs.last_key_value())
        .max_by_key(|(stamp, _)| **stamp)
        .map(|(stamp, value)| (*stamp, value.clone()));
    let mut kept = BTreeMap::new();
    for (stamp, value) in &mine {
        if theirs.contains_key(stamp) || !their_seen.covers(*stamp) {
            kept.insert(*stamp, value.clone());
        }
    }
    for (stamp, value) in theirs {
        if mine.contains_key(&stamp) || !my_seen.covers(stamp) {
            kept.insert(stamp, value);
        }
    }
    // An entry that outlived its removal has seen more than it holds, and may meet a copy that the
    // removal had seen: each has replaced the other's value. A field that both have keeps the newest.
    if kept.is_empty() && both {
        kept.extend(newest);
    }
    kept
}

/// Fields that were valid on both sides are valid together; should a future rule make them clash, the
/// newer copy stands whole and nothing is half merged.
fn read_back(shown: fields::Registers, trace: Trace, a: &Entry, b: &Entry) -> Held {
    let newer = if a.trace.newest() >= b.trace.newest() { a } else { b };
    match Draft::assemble(newer.draft.id, shown) {
        Some(draft) => Held::Entry(Arc::new(Entry { draft, trace })),
        None => {
            let mut newer = newer.clone();
            newer.trace.seen = trace.seen;
            Held::Entry(Arc::new(newer))
        }
    }
}

/// Whether a merge of `theirs` into `mine` would change `mine`.
#[must_use]
pub fn brings_news(mine: &Held, theirs: &Held) -> bool {
    entry_json::write(&merge(mine, theirs)) != entry_json::write(mine)
}
