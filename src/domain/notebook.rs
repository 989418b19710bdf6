//! The notebook: all entries, and the one function that changes them.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    sync::Arc,
};

use super::{
    change::{Change, Op},
    entry::{Draft, Entry, Held, Kind, Tombstone},
    id::{EntryId, Id},
    links::Link,
    order,
    pointing::Pointing,
    trace::{Clock, Stamp},
};

/// Everything a person wrote. Cloning it copies pointers, not entries.
#[derive(Debug, Clone, Default)]
pub struct Notebook {
    entries: BTreeMap<EntryId, Arc<Entry>>,
    removed: BTreeMap<EntryId, Arc<Tombstone>>,
    pointing: Pointing,
}

impl PartialEq for Notebook {
    fn eq(&self, other: &Self) -> bool {
        (&self.entries, &self.removed) == (&other.entries, &other.removed)
    }
}
impl Eq for Notebook {}

impl FromIterator<Held> for Notebook {
    fn from_iter<I: IntoIterator<Item = Held>>(all: I) -> Self {
        let mut notebook = Self::default();
        all.into_iter().for_each(|held| notebook.hold(held));
        notebook
    }
}

/// Why a change was not made. Nothing of it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChangeProblem {
    /// An entry would point to one that does not exist.
    PointsToNothing {
        /// The entry.
        from: EntryId,
        /// Its field.
        field: &'static str,
        /// Where it points.
        to: EntryId,
    },
}

impl fmt::Display for ChangeProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PointsToNothing { from, field, to } => {
                write!(f, "“{field}” of {from} points to {to}, which does not exist")
            }
        }
    }
}

/// What a change did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// Every id it touched, as it is held now.
    pub now: Vec<Held>,
    /// The change that takes it back.
    pub inverse: Change,
}

/// The steps that make an entry say again what it said.
#[must_use]
pub fn back_to(id: EntryId, before: Option<&Entry>) -> Vec<Op> {
    let Some(entry) = before else { return vec![Op::Remove(id)] };
    let versions = entry.versions().into_iter().map(|(path, values)| Op::Settle { id, path, values });
    std::iter::once(Op::Put(entry.draft.clone())).chain(versions).collect()
}

impl Notebook {
    /// Makes a change whole or not at all; `now` in milliseconds since 1970 (UTC).
    ///
    /// # Errors
    /// See [`ChangeProblem`]; the notebook is as before then.
    pub fn apply(&mut self, change: &Change, clock: &mut Clock, now: u64) -> Result<Applied, ChangeProblem> {
        self.check(change)?;
        let stamp = clock.tick(now);
        let (mut touched, mut known) = (Vec::new(), BTreeSet::new());
        let mut inverse = Vec::new();
        for op in &change.ops {
            let id = op.id();
            let before = self.entries.get(&id).cloned();
            match op {
                Op::Put(draft) => {
                    let entry = match &before {
                        Some(entry) => entry.edited(draft.clone(), stamp),
                        None => Entry::made(draft.clone(), stamp, self.removed.get(&id).map(Arc::as_ref)),
                    };
                    self.put(Arc::new(entry));
                }
                Op::Remove(_) => {
                    let Some(entry) = &before else { continue };
                    let mut seen = entry.trace.seen.clone();
                    seen.note(stamp);
                    self.bury(Arc::new(Tombstone { id, seen }));
                }
                Op::Settle { path, values, .. } => {
                    let Some(entry) = &before else { continue };
                    let Some(entry) = entry.settled(path, values, || clock.tick(now)) else { continue };
                    self.put(Arc::new(entry));
                }
                Op::Take(held) => {
                    held.seen().stamps().for_each(|stamp| clock.observe(stamp));
                    self.hold(held.clone());
                }
            }
            if known.insert(id) {
                touched.push(id);
                // Only the state before the first touch is worth returning to.
                inverse.extend(back_to(id, before.as_deref()).into_iter().rev());
            }
        }
        inverse.reverse();
        Ok(Applied {
            now: touched.into_iter().filter_map(|id| self.held(id)).collect(),
            inverse: Change { label: change.label.clone(), ops: inverse },
        })
    }

    /// Every pointer that the change writes must lead somewhere afterwards. One that led nowhere before
    /// (its entry was removed on another device) is none of this change's doing.
    fn check(&self, change: &Change) -> Result<(), ChangeProblem> {
        let last = order::map(change.ops.iter().map(|op| (op.id(), op)));
        let exists = |id: EntryId| match last.get(&id) {
            Some(Op::Put(_) | Op::Take(Held::Entry(_))) => true,
            Some(Op::Remove(_) | Op::Take(Held::Removed(_))) => false,
            Some(Op::Settle { .. }) | None => self.entries.contains_key(&id),
        };
        let problem = |draft: &Draft, link: &Link| ChangeProblem::PointsToNothing {
            from: draft.id,
            field: link.field,
            to: link.to,
        };
        for op in &change.ops {
            // What comes from elsewhere may point to what was removed here meanwhile.
            let Op::Put(draft) = op else { continue };
            let before = self.entries.get(&draft.id);
            let led_nowhere = |link: &Link| {
                !self.entries.contains_key(&link.to)
                    && before.is_some_and(|entry| entry.draft.body.links().contains(link))
            };
            let links = draft.body.links();
            if let Some(link) = links.iter().find(|it| !exists(it.to) && !led_nowhere(it)) {
                return Err(problem(draft, link));
            }
        }
        let removed = last.iter().filter(|(id, op)| matches!(op, Op::Remove(_)) && self.entries.contains_key(id));
        for gone in removed.map(|(id, _)| *id) {
            let mut left = self.pointing_to(gone).iter().filter(|from| !last.contains_key(from));
            if let Some(entry) = left.next().and_then(|from| self.entries.get(from)) {
                let links = entry.draft.body.links();
                if let Some(link) = links.iter().find(|it| it.to == gone) {
                    return Err(problem(&entry.draft, link));
                }
            }
        }
        Ok(())
    }

    /// Holds something as it is. Used when a notebook is opened.
    pub fn hold(&mut self, held: Held) {
        match held {
            Held::Entry(entry) => self.put(entry),
            Held::Removed(tombstone) => self.bury(tombstone),
        }
    }

    fn put(&mut self, entry: Arc<Entry>) {
        self.removed.remove(&entry.draft.id);
        let before = self.entries.insert(entry.draft.id, entry.clone());
        self.pointing.turn(before.as_deref(), Some(&entry));
    }

    fn bury(&mut self, tombstone: Arc<Tombstone>) {
        let before = self.entries.remove(&tombstone.id);
        self.pointing.turn(before.as_deref(), None);
        self.removed.insert(tombstone.id, tombstone);
    }

    /// What is held under an id.
    #[must_use]
    pub fn held(&self, id: EntryId) -> Option<Held> {
        let entry = self.entries.get(&id).cloned().map(Held::Entry);
        entry.or_else(|| self.removed.get(&id).cloned().map(Held::Removed))
    }

    /// All that is held, removed entries included, by id.
    pub fn all_held(&self) -> impl Iterator<Item = Held> {
        let removed = self.removed.values().cloned().map(Held::Removed);
        self.entries.values().cloned().map(Held::Entry).chain(removed)
    }

    /// All entries, by kind, then id.
    pub fn entries(&self) -> impl Iterator<Item = &Arc<Entry>> {
        self.entries.values()
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether nothing is written in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// When an entry was made: of two things of one day, the later one was written later. An id says nothing of that.
    #[must_use]
    pub fn made<K: Kind>(&self, id: Id<K>) -> Option<Stamp> {
        self.entry(id.entry()).map(|entry| entry.trace.made)
    }

    /// What of it may be named to others: the same without what is private (R6).
    #[must_use]
    pub fn named(&self) -> Self {
        let mut named = self.clone();
        named.entries.retain(|_, entry| !entry.draft.private);
        named
    }

    /// Whether an entry is there and may be named to others (R6).
    #[must_use]
    pub fn may_be_named(&self, id: EntryId) -> bool {
        self.entry(id).is_some_and(|entry| !entry.draft.private)
    }

    /// An entry by its id.
    #[must_use]
    pub fn entry(&self, id: EntryId) -> Option<&Arc<Entry>> {
        self.entries.get(&id)
    }

    /// The body of an entry of a known kind.
    #[must_use]
    pub fn get<K: Kind>(&self, id: Id<K>) -> Option<&K> {
        self.entries.get(&id.entry())?.body()
    }

    /// All entries of a kind, by id.
    pub fn all<K: Kind>(&self) -> impl Iterator<Item = (Id<K>, &K)> {
        self.entries
            .range(EntryId::new(K::NAME, 0)..=EntryId::new(K::NAME, u128::MAX))
            .filter_map(|(id, entry)| Some((id.of()?, entry.body()?)))
    }

    /// The entries that point to this one, by kind, then id.
    #[must_use]
    pub fn pointing_to(&self, id: EntryId) -> &[EntryId] {
        self.pointing.to(id, self.entries.values().map(Arc::as_ref))
    }

    /// All entries of a kind that point to this one, by id: `notebook.pointing::<Meeting>(mentorship)`.
    pub fn pointing<K: Kind>(&self, to: impl Into<EntryId>) -> impl Iterator<Item = (Id<K>, &K)> {
        let all = self.pointing_to(to.into()).iter();
        all.filter_map(|id| id.of::<K>()).filter_map(|id| Some((id, self.get(id)?)))
    }
}
