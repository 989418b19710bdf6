//! The folded notebook, kept up to date entry by entry, and how it is searched.

use std::{cmp::Reverse, collections::BTreeMap, ops::Range, sync::Arc};

use super::{
    field::Field,
    fold::fold,
    score::{score, stands_in},
    sections::{Section, sections},
    snippet::Snippet,
};
use crate::{
    domain::{Body, EntryId, KindName, Notebook, PartId, entry::Entry, order, trace::Stamp},
    insights::titles::{EntryTitle, title_of},
};

/// All text of a notebook, folded once.
#[derive(Debug, Default)]
pub struct Index {
    entries: BTreeMap<EntryId, Folded>,
}

/// An entry with its text folded.
#[derive(Debug)]
struct Folded {
    /// Held, so that no other entry can come to stand at its address while it is compared by that.
    entry: Arc<Entry>,
    /// All its sections, each ended by [`END`]: to see that a word stands nowhere in it is then one search.
    text: String,
    /// Where each of its sections stands, in their order.
    places: Vec<Place>,
    /// When it was changed last.
    newest: Stamp,
}

/// What no word that is searched for holds.
const END: char = '\n';

/// Where a section stands in its entry, and its folded text in [`Folded::text`].
#[derive(Debug)]
struct Place {
    field: Field,
    text: Range<usize>,
}

/// What a search found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// What was found, by kind, in the order of [`KindName::ALL`]; no group is empty.
    pub groups: Vec<Group>,
    /// How many entries in all.
    pub total: usize,
}

/// What was found of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The kind.
    pub kind: KindName,
    /// The best hits, the best first.
    pub hits: Vec<Hit>,
    /// How many there are, shown or not.
    pub total: usize,
}

/// An entry that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The entry.
    pub id: EntryId,
    /// What to call it.
    pub title: EntryTitle,
    /// Where the words stand; of several places, the one that holds the most.
    pub field: Field,
    /// The part in which they stand, if in one.
    pub part: Option<PartId>,
    /// The words around them.
    pub snippet: Snippet,
}

/// Words searched for beyond the twelfth narrow nothing down any more.
const MOST_WORDS: usize = 12;

impl Index {
    /// Takes in what changed: folds entries that are new or different, and forgets those that are
    /// gone. Gives how many were folded; after one edit it is one, however large the notebook.
    pub fn update(&mut self, notebook: &Notebook) -> usize {
        self.update_some(notebook, usize::MAX)
    }

    /// The same, and folds no more than `most`.
    pub fn update_some(&mut self, notebook: &Notebook, most: usize) -> usize {
        let mut folded = 0;
        for entry in notebook.entries() {
            if folded == most {
                return folded;
            }
            let id = entry.draft.id;
            let is_known = |it: &Folded| Arc::ptr_eq(&it.entry, entry);
            if !self.entries.get(&id).is_some_and(is_known) {
                self.entries.insert(id, Folded::new(entry));
                folded += 1;
            }
        }
        if self.entries.len() > notebook.len() {
            self.entries.retain(|id, _| notebook.entry(*id).is_some());
        }
        folded
    }

    /// Finds the entries that hold every word of the query somewhere, at most `most` of each kind.
    /// The name of the other person counts as a word of all that belongs to a mentorship with them.
    ///
    /// In a group, words in a title come before words in a text, beginnings of words before their
    /// middles, and of equals what was changed last comes first.
    #[must_use]
    pub fn search(&self, notebook: &Notebook, query: &str, most: usize) -> Found {
        let mut words: Vec<String> = Vec::new();
        for word in fold(query).split_whitespace() {
            if words.len() < MOST_WORDS && !words.iter().any(|it| it == word) {
                words.push(word.to_owned());
            }
        }
        let mut found = Found::default();
        if words.is_empty() {
            return found;
        }
        for kind in KindName::ALL {
            let range = EntryId::new(*kind, 0)..=EntryId::new(*kind, u128::MAX);
            let mut total = 0;
            let matches = self.entries.range(range).filter_map(|(id, it)| {
                let best = self.best(it, &words)?;
                total += 1;
                Some((best, *id, it))
            });
            let first =
                order::first_by_key(matches, most, |(best, id, it)| (Reverse(best.score), Reverse(it.newest), *id));
            if total == 0 {
                continue;
            }
            let hits = first.iter().filter_map(|(best, id, it)| {
                let section = match best.at {
                    Some(at) => sections(&it.entry.draft.body).into_iter().nth(at)?,
                    None => self.with(&it.entry.draft.body)?.0,
                };
                Some(Hit {
                    id: *id,
                    title: title_of(notebook, *id)?,
                    field: section.field,
                    part: section.part,
                    snippet: Snippet::of(section.text, &words),
                })
            });
            found.total += total;
            found.groups.push(Group { kind: *kind, hits: hits.collect(), total });
        }
        found
    }

    /// The best place of an entry in which the words stand, if it holds all of them.
    fn best(&self, it: &Folded, words: &[String]) -> Option<Best> {
        // Most entries lack a word: that is seen without taking them apart. With whom an entry has to do is asked for only
        // where it counts: any word of its own is better.
        let lacks = |word: &String| !stands_in(&it.text, word);
        let name = || self.with(&it.entry.draft.body).map(|(_, name)| name);
        let with = if words.len() > 1 || words.iter().any(lacks) { name() } else { None };
        if !words.iter().all(|word| !lacks(word) || with.is_some_and(|name| stands_in(name, word))) {
            return None;
        }
        let own = it.places.iter().enumerate();
        let own = own.filter_map(|(at, place)| Some((Some(at), place.field, it.text.get(place.text.clone())?)));
        let mut score_of_word = vec![0; words.len()];
        // Where most of the words stand, and of such places the one with the best score.
        let mut best: Option<((usize, u32), Option<usize>)> = None;
        for (at, field, text) in own.chain(with.map(|name| (None, Field::With, name))) {
            let mut here = (0, 0);
            for (word, total) in words.iter().zip(&mut score_of_word) {
                let score = score(field, text, word);
                here.0 += usize::from(score > 0);
                here.1 += score;
                *total = (*total).max(score);
            }
            if best.is_none_or(|(most, _)| here > most) {
                best = Some((here, at));
            }
        }
        let (_, at) = best?;
        Some(Best { score: score_of_word.iter().sum(), at })
    }

    /// The name of the person with whom an entry has to do, and the same folded.
    fn with(&self, body: &Body) -> Option<(Section<'_>, &str)> {
        let mentorship = match body {
            Body::Mentorship(it) => return self.name(it.person.entry()),
            Body::Candidate(it) => return self.name(it.person.entry()),
            Body::Agreement(it) => it.mentorship,
            Body::Meeting(it) => it.mentorship,
            Body::CheckIn(it) => it.mentorship,
            Body::Action(it) => it.mentorship,
            Body::Feedback(it) => it.mentorship,
            Body::Appreciation(it) => it.mentorship,
            Body::Pulse(it) => it.mentorship,
            Body::Doubt(it) => it.mentorship,
            Body::Share(it) => it.mentorship,
            Body::Comment(it) => it.mentorship,
            Body::Goal(_) | Body::Person(_) | Body::Plan(_) | Body::Event(_) | Body::Outreach(_) | Body::Card(_) => {
                return None;
            }
        };
        match &self.entries.get(&mentorship.entry())?.entry.draft.body {
            Body::Mentorship(it) => self.name(it.person.entry()),
            _ => None,
        }
    }

    fn name(&self, person: EntryId) -> Option<(Section<'_>, &str)> {
        let it = self.entries.get(&person)?;
        let Body::Person(person) = &it.entry.draft.body else {
            return None;
        };
        let section = Section { field: Field::With, part: None, text: &person.name };
        // A name is never empty, so it is the first section.
        Some((section, it.text.get(it.places.first()?.text.clone())?))
    }
}

impl Folded {
    fn new(entry: &Arc<Entry>) -> Self {
        let (mut text, mut places) = (String::new(), Vec::new());
        for section in sections(&entry.draft.body) {
            let begin = text.len();
            text.push_str(&fold(section.text));
            places.push(Place { field: section.field, text: begin..text.len() });
            text.push(END);
        }
        Self { text, places, newest: entry.trace.newest(), entry: entry.clone() }
    }
}

struct Best {
    score: u32,
    /// Which of its sections; none if it is the name of the other person.
    at: Option<usize>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{Line, Milestone, Title},
        insights::sample::{Sample, day, text, title},
    };
    use proptest::prelude::*;

    fn search(sample: &Sample, query: &str) -> Found {
        let mut index = Index::default();
        index.update(&sample.notebook);
        index.search(&sample.notebook, query, 10)
    }

    fn ids(found: &Found) -> Vec<EntryId> {
        let hits = found.groups.iter().flat_map(|group| &group.hits);
        hits.map(|hit| hit.id).collect()
    }

    #[test]
    fn a_notebook_is_folded_in_turns_or_at_once() {
        let mut sample = Sample::new();
        for n in 0..5 {
            sample.goal(&format!("Goal {n}"));
        }
        let mut index = Index::default();
        assert_eq!([2, 2, 2, 2].map(|most| index.update_some(&sample.notebook, most)), [2, 2, 1, 0]);
        assert_eq!(index.search(&sample.notebook, "goal", 10).total, 5);
        assert_eq!(Index::default().update(&sample.notebook), 5);
    }

    #[test]
    fn every_word_must_stand_somewhere_in_the_entry() {
        let mut sample = Sample::new();
        let goal = sample.goal("Speak in Málaga");
        sample.change(goal, |it| it.why = text("It frightens me"));
        sample.goal("Speak in Lisbon");
        assert_eq!(ids(&search(&sample, "MALAGA fright")), [goal.entry()]);
        assert_eq!(search(&sample, "malaga lisbon"), Found::default());
        assert_eq!(search(&sample, " \u{301} "), Found::default());
    }

    #[test]
    fn a_hit_names_the_part_in_which_it_stands() {
        let mut sample = Sample::new();
        let goal = sample.goal("Speak in public");
        let id = PartId::new(4);
        sample.change(goal, |it| {
            it.milestones.add(Milestone { id, place: 0, title: title("Submit the abstract"), due: None, done: None })
        });
        let found = search(&sample, "abstract");
        let hit = &found.groups[0].hits[0];
        assert_eq!((hit.field, hit.part), (Field::Milestone, Some(id)));
        assert_eq!(hit.snippet.pieces(), [("Submit the ", false), ("abstract", true)]);
    }

    #[test]
    fn titles_and_beginnings_come_first() {
        let mut sample = Sample::new();
        let inside = sample.goal("Report");
        let begins = sample.goal("A new portfolio");
        let in_text = sample.goal("Drawings");
        sample.change(in_text, |it| it.why = text("For the portfolio"));
        let expected = [begins, inside, in_text].map(|id| id.entry());
        assert_eq!(ids(&search(&sample, "port")), expected);
    }

    #[test]
    fn a_persons_name_finds_what_was_done_with_them() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara Osei", day(0));
        let jonas = sample.mentorship("Jonas Feld", day(0));
        let [with_amara, with_jonas] = [amara, jonas].map(|id| {
            let meeting = sample.held(id, day(1));
            sample.change(meeting, |it| it.outcomes = text("A first portfolio"));
            meeting
        });
        let found = search(&sample, "amara portfolio");
        assert_eq!(ids(&found), [with_amara.entry()]);
        assert_eq!(found.groups[0].hits[0].field, Field::Outcomes);
        assert!(!ids(&search(&sample, "osei")).contains(&with_jonas.entry()));
        let kinds: Vec<_> = search(&sample, "osei").groups.iter().map(|it| it.kind).collect();
        assert_eq!(kinds, [KindName::Person, KindName::Mentorship, KindName::Meeting]);
    }

    #[test]
    fn a_group_tells_how_many_it_does_not_show() {
        let mut sample = Sample::new();
        for n in 0..14 {
            sample.goal(&format!("Goal {n}"));
        }
        let found = search(&sample, "goal");
        assert_eq!((found.groups[0].hits.len(), found.groups[0].total), (10, 14));
        assert_eq!(found.total, 14);
    }

    #[test]
    fn an_edit_folds_one_entry_and_a_removal_none() {
        let mut sample = Sample::new();
        let goals: Vec<_> = (0..5).map(|n| sample.goal(&format!("Goal {n}"))).collect();
        let mut index = Index::default();
        assert_eq!(index.update(&sample.notebook), 5);
        assert_eq!(index.update(&sample.notebook), 0);
        sample.change(goals[2], |it| it.title = title("Otherwise"));
        assert_eq!(index.update(&sample.notebook), 1);
        sample.remove(goals[3]);
        assert_eq!(index.update(&sample.notebook), 0);
        assert_eq!(index.search(&sample.notebook, "goal", 9).total, 3);
        assert_eq!(index.search(&sample.notebook, "OTHER", 9).total, 1);
    }

    #[test]
    fn markup_is_only_text() {
        let mut sample = Sample::new();
        let goal = sample.goal("<script>alert(1)</script>");
        assert_eq!(ids(&search(&sample, "<SCRIPT>")), [goal.entry()]);
    }

    proptest! {
        #[test]
        fn a_text_is_found_by_each_of_its_words(why in any::<String>(), reason in "[^\\p{C}]{0,30}") {
            let mut sample = Sample::new();
            let goal = sample.goal("Speak");
            let reason = Line::typed(&reason).unwrap();
            sample.change(goal, |it| {
                it.why = text(&why);
                it.turn(crate::domain::GoalState::Paused, day(0), reason.clone(), PartId::new(1));
            });
            for word in why.split_whitespace().chain(reason.split_whitespace()) {
                let expected = if fold(word).is_empty() { vec![] } else { vec![goal.entry()] };
                prop_assert_eq!(ids(&search(&sample, word)), expected, "{:?}", word);
            }
        }

        #[test]
        fn an_index_kept_up_to_date_is_like_a_new_one(
            steps in prop::collection::vec((0usize..4, "[a-c ]{1,6}", any::<bool>()), 1..12), query in "[a-c]{1,2}",
        ) {
            let mut sample = Sample::new();
            let mut kept = Index::default();
            let goals: Vec<_> = (0..4).map(|_| sample.goal("x")).collect();
            for (at, words, remove) in steps {
                let goal = goals[at];
                match Title::typed(&words) {
                    Ok(title) if !remove => sample.write(goal, crate::domain::Goal::new(title)),
                    _ if sample.notebook.get(goal).is_some() => sample.remove(goal),
                    _ => {}
                }
                kept.update(&sample.notebook);
            }
            prop_assert_eq!(kept.search(&sample.notebook, &query, 9), search(&sample, &query));
        }
    }
}
