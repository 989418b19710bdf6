//! Which entries can be shared in a mentorship, and what leaves of those that are chosen.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::allowed::{ALLOWED, leaving};
use crate::{
    domain::{
        Action, Appreciation, Day, EntryId, Feedback, Given, Goal, Id, KindName, Meeting, Mentorship, News, Notebook,
        Share, Text, Title, links::Link, order,
    },
    exchange::checksum::checksum,
    insights::agreements,
};

/// What can be shared in a mentorship, in the order in which it is read, and whether it is shared unless the owner
/// says otherwise: the goals of the mentorship, the agreement that stands, meetings and action items are; other goals
/// and agreements, feedback and help are not. Nothing that is private is among it.
#[must_use]
pub fn sharable(notebook: &Notebook, id: Id<Mentorship>) -> Vec<(EntryId, bool)> {
    all_of(notebook, id).into_iter().filter(|(entry, _)| notebook.may_be_named(*entry)).collect()
}

/// How many could be shared if they were not private.
#[must_use]
pub fn held_back(notebook: &Notebook, id: Id<Mentorship>) -> usize {
    all_of(notebook, id).into_iter().filter(|(entry, _)| !notebook.may_be_named(*entry)).count()
}

fn all_of(notebook: &Notebook, id: Id<Mentorship>) -> Vec<(EntryId, bool)> {
    let Some(mentorship) = notebook.get(id) else { return Vec::new() };
    let standing = agreements::standing(notebook, id).map(|(agreement, _)| agreement);
    let mut all: Vec<(EntryId, bool)> = mentorship.goals.iter().map(|goal| (goal.entry(), true)).collect();
    let others = notebook.all::<Goal>().filter(|(goal, _)| !mentorship.goals.contains(goal));
    all.extend(others.map(|(goal, _)| (goal.entry(), false)));
    all.extend(agreements::of(notebook, id).iter().map(|(it, _)| (it.entry(), Some(*it) == standing)));
    let newest_first = |days: Vec<(Day, EntryId)>, by_itself| {
        let mut days = order::sorted(days);
        days.reverse();
        days.into_iter().map(move |(_, entry)| (entry, by_itself))
    };
    let meetings = notebook.pointing::<Meeting>(id).map(|(it, of)| (of.on, it.entry()));
    all.extend(newest_first(meetings.collect(), true));
    let actions = notebook.pointing::<Action>(id);
    let actions = order::by_key(actions.collect(), |(it, of): &(Id<Action>, &Action)| {
        (!of.state.is_open(), of.due.unwrap_or(Day::MAX), *it)
    });
    all.extend(actions.into_iter().map(|(it, _)| (it.entry(), true)));
    let feedback = notebook.pointing::<Feedback>(id).map(|(it, of)| (of.on, it.entry()));
    all.extend(newest_first(feedback.collect(), false));
    let help = notebook.pointing::<Appreciation>(id);
    all.extend(newest_first(help.map(|(it, of)| (of.on, it.entry())).collect(), false));
    all
}

/// What leaves of one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// Which entry it is; a reply points to it.
    pub id: EntryId,
    /// Its fields that leave, in the names of the format.
    pub fields: Map<String, Value>,
}

/// Fields that point to other entries. Whether they stand in a share hangs on what else was chosen.
const LINKS: [&str; 3] = ["goal", "goals", "meeting"];

impl Shared {
    /// A checksum of what is said of it, whatever it points to.
    #[must_use]
    pub fn sum(&self) -> u32 {
        let mut said = self.fields.clone();
        said.retain(|name, _| !LINKS.contains(&name.as_str()));
        checksum(&Value::Object(said).to_string())
    }
}

/// What leaves of these entries, in their order. What is private, belongs to another mentorship (without one, to any), or
/// is of a kind that never leaves, is passed over although it was chosen. `beside` are entries that leave with them, and
/// are not told here: what points to them may.
#[must_use]
pub fn leaves(
    notebook: &Notebook,
    mentorship: Option<Id<Mentorship>>,
    chosen: &[EntryId],
    beside: &[EntryId],
) -> Vec<Shared> {
    let mentorship = mentorship.map(Id::entry);
    let is_of_it = |id: EntryId| {
        let Some(entry) = notebook.entry(id) else { return false };
        let links = entry.draft.body.links();
        links.iter().filter(|link| link.to.kind() == KindName::Mentorship).all(|link| Some(link.to) == mentorship)
    };
    let may = |id: &EntryId| {
        notebook.may_be_named(*id) && is_of_it(*id) && ALLOWED.iter().any(|allowed| allowed.kind == id.kind())
    };
    let mut here: BTreeSet<EntryId> = BTreeSet::new();
    let chosen: Vec<EntryId> = chosen.iter().copied().filter(may).filter(|id| here.insert(*id)).collect();
    here.extend(beside.iter().copied().filter(may));
    let shared = chosen.iter().filter_map(|id| {
        let mut draft = notebook.entry(*id)?.draft.clone();
        let stays = |link: &Link| !link.needed && !here.contains(&link.to);
        for link in draft.body.links().into_iter().filter(stays) {
            draft.body.unlink(link.to);
        }
        Some(Shared { id: *id, fields: leaving(&ALLOWED, id.kind(), &draft.body_fields())? })
    });
    shared.collect()
}

/// What stands above a share, in the owner's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// What the owner calls themself.
    pub from: Title,
    /// What they call the reader.
    pub to: Title,
    /// What they say beside it.
    pub note: Text,
}

/// A share of these entries on a day, compared with the one before it, if there is one.
#[must_use]
pub fn compose(
    notebook: &Notebook,
    mentorship: Id<Mentorship>,
    chosen: &[EntryId],
    words: Words,
    on: Day,
    before: Option<&Share>,
) -> Share {
    let given = leaves(notebook, Some(mentorship), chosen, &[]).into_iter().map(|shared| {
        let sum = shared.sum();
        let news = before.and_then(|before| match before.given(shared.id) {
            None => Some(News::New),
            Some(given) => (given.sum != sum).then_some(News::Changed),
        });
        Given { entry: shared.id, sum, news }
    });
    let Words { from, to, note } = words;
    Share { mentorship, on, from, to, note, since: before.map(|it| it.on), given: given.collect() }
}

/// The shares of a mentorship, the newest first.
#[must_use]
pub fn shares(notebook: &Notebook, mentorship: Id<Mentorship>) -> Vec<(Id<Share>, &Share)> {
    let all = notebook.pointing::<Share>(mentorship).collect();
    let mut all = order::by_key(all, |(id, it): &(Id<Share>, &Share)| (it.on, notebook.made(*id), *id));
    all.reverse();
    all
}
