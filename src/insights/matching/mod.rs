//! Whose card has most of what the owner looks for, and why (F4). The formula and its reasons stand in
//! `docs/rules.md`.
//!
//! - this file: what is looked for, what a card has of it, and in which order cards stand;
//! - `found`: what is found on one card;
//! - [`mod@terms`]: what two ways of writing a thing have in common;
//! - [`wanted`]: what a notebook looks for.
//!
//! What is looked for is taken apart once, and each card once, so ten thousand cards cost ten thousand times one.

mod found;
pub mod terms;
pub mod wanted;

use std::cmp::Reverse;

use super::search::fold::fold;
use crate::domain::{Card, CardSide, order};
use found::{Found, How};
use terms::{Memory, terms};

/// What something that is looked for is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// A skill: of a mentor what they can do, of a mentee what they want to learn.
    Skill,
    /// A goal, by its title.
    Goal,
    /// An interest of both.
    Interest,
    /// Something that matters to both.
    Value,
}

impl About {
    /// All of them, those that count most first.
    pub const ALL: [Self; 4] = [Self::Skill, Self::Goal, Self::Interest, Self::Value];
}

/// Something that is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Thing {
    about: About,
    /// As the owner wrote it.
    name: String,
    /// Its terms, as positions in the list of all; in order, none twice.
    terms: Vec<usize>,
}

/// What is looked for, taken apart and ready to be held against cards.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    side: CardSide,
    things: Vec<Thing>,
    /// All terms, in order, each with the things in which it stands.
    terms: Vec<(String, Vec<usize>)>,
}

/// One thing that a card has of what is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reason<'a> {
    /// What it is.
    pub about: About,
    /// As the owner wrote it.
    pub mine: &'a str,
    /// As it is named on the card; none if it only stands in what they write.
    pub theirs: Option<&'a str>,
}

impl Reason<'_> {
    /// How much it counts.
    #[must_use]
    pub fn counts(&self) -> u32 {
        match (self.about, self.theirs.is_some()) {
            (About::Skill, true) => 4,
            (About::Goal, _) => 3,
            (About::Skill, false) | (About::Interest, true) => 2,
            (About::Interest, false) | (About::Value, _) => 1,
        }
    }
}

/// Where a card stands among others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ranked {
    /// Its position among the cards that were given.
    pub card: usize,
    /// The sum of what its reasons count.
    pub sum: u32,
    /// How many skills it has of those looked for.
    pub skills: usize,
}

/// The most things that are looked for at once; nobody learns more.
const MOST_THINGS: usize = 500;

impl Wanted {
    /// Makes ready what is looked for on cards of one side.
    #[must_use]
    pub fn new<'a>(side: CardSide, things: impl IntoIterator<Item = (About, &'a str)>) -> Self {
        let mut wanted = Self { side, ..Self::default() };
        let folded: Vec<_> =
            things.into_iter().take(MOST_THINGS).map(|(about, name)| (about, name, fold(name))).collect();
        let all = order::set(folded.iter().flat_map(|(_, _, folded)| terms(folded)));
        wanted.terms = all.into_iter().map(|term| (term.to_owned(), Vec::new())).collect();
        for (about, name, folded) in &folded {
            let known = Memory::default().positions(folded, &|term| wanted.position(term));
            let terms: Vec<usize> = order::set(known.into_iter().flatten()).into_iter().collect();
            let is_new = !wanted.things.iter().any(|it| it.about == *about && it.terms == terms);
            if !terms.is_empty() && is_new {
                let at = wanted.things.len();
                for term in &terms {
                    if let Some((_, things)) = wanted.terms.get_mut(*term) {
                        things.push(at);
                    }
                }
                wanted.things.push(Thing { about: *about, name: (*name).to_owned(), terms });
            }
        }
        wanted
    }

    /// On which side those stand who are looked for.
    #[must_use]
    pub fn side(&self) -> CardSide {
        self.side
    }

    /// Whether nothing is looked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.things.is_empty()
    }

    /// What is looked for, in the owner's words.
    pub fn names(&self, about: About) -> impl Iterator<Item = &str> {
        self.things.iter().filter(move |thing| thing.about == about).map(|thing| &*thing.name)
    }

    /// Where a term stands among those that are looked for.
    fn position(&self, term: &str) -> Option<usize> {
        self.terms.binary_search_by(|(it, _)| (**it).cmp(term)).ok()
    }

    /// Everything that a card has of what is looked for, in the order in which the owner wrote it down.
    #[must_use]
    pub fn reasons<'a>(&'a self, card: &'a Card) -> Vec<Reason<'a>> {
        self.look(card, &mut Memory::default())
    }

    fn look<'a>(&'a self, card: &'a Card, memory: &mut Memory) -> Vec<Reason<'a>> {
        let mut found = Found::new(self, memory);
        let (skills, more) = match self.side {
            CardSide::Mentor => (&card.skills, &card.wants),
            CardSide::Mentee => (&card.wants, &card.skills),
        };
        found.names(skills, &[About::Skill, About::Interest]);
        found.names(&card.interests, &[About::Interest]);
        found.names(&card.values, &[About::Value]);
        // What they want to learn themselves is of one world with what one looks for, and no skill of theirs.
        found.names(more, &[About::Interest]);
        for text in [&*card.role, &card.about, &card.offers, &card.seeks] {
            let folded = fold(text);
            // Far apart in a long text, words have nothing to do with each other.
            folded.split(['.', '!', '?', ';', '\n']).for_each(|sentence| found.text(sentence));
        }
        found.goals();
        let things = self.things.iter().zip(found.theirs());
        let reason = |it: &'a Thing, how| {
            let theirs = match how {
                How::Named(name) => Some(name),
                How::Written => None,
            };
            Reason { about: it.about, mine: &it.name, theirs }
        };
        things.filter_map(|(it, how)| Some(reason(it, how?))).collect()
    }

    /// Cards of the side that is looked for, those first that have most; of two with the same sum the one that
    /// names fewer things, for it is more about these, then by name, then as they came.
    #[must_use]
    pub fn rank(&self, cards: &[Card]) -> Vec<Ranked> {
        let mut ranking = Ranking::begin(self);
        cards.iter().for_each(|card| ranking.add(card));
        ranking.end()
    }
}

/// Cards that are ranked one by one: ten thousand at once would keep a page from answering.
pub struct Ranking<'a> {
    wanted: &'a Wanted,
    memory: Memory,
    /// How many cards were seen, also those of the other side.
    seen: usize,
    ranked: Vec<(Stands, Ranked)>,
}

/// What decides where a card stands: its sum, how many things it names, its name, and when it came.
type Stands = (Reverse<u32>, usize, String, usize);

impl<'a> Ranking<'a> {
    /// No card was seen yet.
    #[must_use]
    pub fn begin(wanted: &'a Wanted) -> Self {
        Self { wanted, memory: Memory::default(), seen: 0, ranked: Vec::new() }
    }

    /// The next card.
    pub fn add(&mut self, card: &Card) {
        let at = self.seen;
        self.seen += 1;
        if card.side != self.wanted.side {
            return;
        }
        let reasons = self.wanted.look(card, &mut self.memory);
        let sum = reasons.iter().map(Reason::counts).sum();
        let skills = reasons.iter().filter(|reason| reason.about == About::Skill).count();
        let named = card.skills.len() + card.wants.len() + card.interests.len() + card.values.len();
        self.ranked.push(((Reverse(sum), named, fold(&card.name), at), Ranked { card: at, sum, skills }));
    }

    /// All of them in the order that [`Wanted::rank`] describes.
    #[must_use]
    pub fn end(self) -> Vec<Ranked> {
        let order = order::by_key(self.ranked.iter().collect(), |(stands, _): &&(Stands, Ranked)| stands);
        order.into_iter().map(|(_, ranked)| *ranked).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::{Line, Text, Title};

    fn titles(names: &[&str]) -> Vec<Title> {
        names.iter().map(|name| Title::new(*name).unwrap()).collect()
    }

    fn card(name: &str, skills: &[&str], interests: &[&str]) -> Card {
        Card {
            skills: titles(skills),
            interests: titles(interests),
            ..Card::new(CardSide::Mentor, Title::new(name).unwrap())
        }
    }

    fn mentors(things: &[(About, &'static str)]) -> Wanted {
        Wanted::new(CardSide::Mentor, things.iter().copied())
    }

    fn said(wanted: &Wanted, card: &Card) -> Vec<(About, String, Option<String>)> {
        let reasons = wanted.reasons(card).into_iter();
        reasons.map(|it| (it.about, it.mine.to_owned(), it.theirs.map(str::to_owned))).collect()
    }

    fn order(wanted: &Wanted, cards: &[Card]) -> Vec<String> {
        wanted.rank(cards).into_iter().map(|it| cards[it.card].name.to_string()).collect()
    }

    #[test]
    fn reasons_name_what_both_wrote_each_in_their_words() {
        let wanted = mentors(&[
            (About::Skill, "People management"),
            (About::Skill, "Public speaking"),
            (About::Skill, "Budgets"),
            (About::Interest, "Trains"),
            (About::Value, "Says what is wrong before it is late. Gives credit, goes home at six"),
        ]);
        let mut amara = card("Amara", &["Leadership", "Giving talks at conferences"], &["Railways"]);
        amara.values = titles(&["Giving credit"]);
        amara.offers = Text::new("Half an hour a month.\nI have planned budgets for ten years.").unwrap();
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            said(&wanted, &amara),
            [
                (About::Skill, "People management".into(), some("Leadership")),
                (About::Skill, "Public speaking".into(), some("Giving talks at conferences")),
                (About::Skill, "Budgets".into(), None),
                (About::Interest, "Trains".into(), some("Railways")),
                (
                    About::Value,
                    "Says what is wrong before it is late. Gives credit, goes home at six".into(),
                    some("Giving credit")
                ),
            ]
        );
        assert_eq!(wanted.rank(&[amara])[0].sum, 4 + 4 + 2 + 2 + 1);
    }

    #[test]
    fn one_word_of_a_name_is_not_the_thing() {
        let wanted = mentors(&[(About::Skill, "Data protection law"), (About::Interest, "Opera for children")]);
        assert_eq!(said(&wanted, &card("A", &["Data", "Law"], &["Opera"])), []);
        assert_eq!(said(&wanted, &card("B", &["Data protection"], &[])).len(), 1);
    }

    #[test]
    fn words_of_a_text_belong_together_only_within_a_sentence() {
        let wanted = mentors(&[(About::Skill, "Pension law")]);
        let about = |text: &str| Card { about: Text::new(text).unwrap(), ..card("A", &[], &[]) };
        assert_eq!(said(&wanted, &about("I practise law. I draw a pension.")), []);
        assert_eq!(said(&wanted, &about("Twenty years of law, most of it about pensions.")).len(), 1);
    }

    #[test]
    fn a_goal_is_met_by_half_of_its_words_wherever_they_stand() {
        let wanted = mentors(&[(About::Goal, "Lead a museum project to its opening")]);
        let mut it = card("A", &["Leadership"], &["Museums"]);
        assert_eq!(said(&wanted, &it).len(), 1);
        it.interests.clear();
        assert_eq!(said(&wanted, &it), []);
        it.role = Line::new("Museum director").unwrap();
        assert_eq!(said(&wanted, &it).len(), 1);
    }

    #[test]
    fn of_a_mentee_it_counts_what_they_want_to_learn() {
        let wanted = Wanted::new(CardSide::Mentee, [(About::Skill, "Programming")]);
        let mentee = |skills: &[&str], wants: &[&str]| Card {
            side: CardSide::Mentee,
            wants: titles(wants),
            ..card("A", skills, &[])
        };
        assert_eq!(said(&wanted, &mentee(&["Coding"], &[])), []);
        assert_eq!(said(&wanted, &mentee(&[], &["Coding"])).len(), 1);
        assert_eq!(wanted.rank(&[card("B", &["Coding"], &[])]), [], "mentors are not looked for");
    }

    #[test]
    fn who_has_most_stands_first_and_of_equals_the_one_who_names_less() {
        let wanted = mentors(&[(About::Skill, "Chairing"), (About::Skill, "Budgets"), (About::Interest, "Trains")]);
        let cards = [
            card("Nobody", &["Sewing"], &[]),
            card("Interest", &[], &["Trains"]),
            card("Everything under the sun", &["Chairing", "Sewing", "Singing"], &[]),
            card("Zoe", &["Chairing"], &[]),
            card("Álvaro", &["Budgets"], &[]),
            card("Both", &["Chairing", "Budgets"], &["Trains"]),
        ];
        assert_eq!(order(&wanted, &cards), ["Both", "Álvaro", "Zoe", "Everything under the sun", "Interest", "Nobody"]);
    }

    #[test]
    fn what_is_looked_for_twice_counts_once() {
        let wanted = mentors(&[(About::Skill, "UX"), (About::Skill, "User experience")]);
        assert_eq!(wanted.names(About::Skill).collect::<Vec<_>>(), ["UX"]);
        assert_eq!(wanted.rank(&[card("A", &["UX design"], &[])])[0].sum, 4);
    }

    const WORDS: [&str; 12] = [
        "public",
        "speaking",
        "leading",
        "teams",
        "budgets",
        "of",
        "museums",
        "UX",
        "user",
        "experience",
        "trains",
        "law",
    ];

    fn phrase() -> impl Strategy<Value = String> {
        prop::collection::vec(prop::sample::select(WORDS.to_vec()), 1..4).prop_map(|words| words.join(" "))
    }

    proptest! {
        #[test]
        fn the_order_of_the_cards_changes_nothing_but_the_order_of_equals(
            things in prop::collection::vec((0usize..4, phrase()), 0..6),
            skills in prop::collection::vec(prop::collection::vec(phrase(), 0..4), 1..8),
        ) {
            let sorts = [About::Skill, About::Goal, About::Interest, About::Value];
            let wanted = Wanted::new(CardSide::Mentor, things.iter().map(|(sort, name)| (sorts[*sort], &**name)));
            let cards: Vec<Card> = skills.iter().enumerate().map(|(at, skills)| {
                let skills: Vec<&str> = skills.iter().map(|it| &**it).collect();
                card(&format!("Person {at}"), &skills, &skills)
            }).collect();
            let forward = order(&wanted, &cards);
            let mut backward = cards.clone();
            backward.reverse();
            prop_assert_eq!(order(&wanted, &backward), forward);
        }

        #[test]
        fn more_on_a_card_never_counts_less(
            things in prop::collection::vec((0usize..4, phrase()), 0..6),
            skills in prop::collection::vec(phrase(), 0..4), more in phrase(),
        ) {
            let sorts = [About::Skill, About::Goal, About::Interest, About::Value];
            let wanted = Wanted::new(CardSide::Mentor, things.iter().map(|(sort, name)| (sorts[*sort], &**name)));
            let mut names: Vec<&str> = skills.iter().map(|it| &**it).collect();
            let before = wanted.rank(&[card("A", &names, &[])])[0].sum;
            names.push(&more);
            let after = wanted.rank(&[card("A", &names, &[])])[0].sum;
            prop_assert!(after >= before);
        }

        #[test]
        fn what_is_named_exactly_so_is_always_found(name in phrase()) {
            let wanted = Wanted::new(CardSide::Mentor, [(About::Skill, &*name)]);
            prop_assert_eq!(wanted.rank(&[card("A", &[&name], &[])])[0].sum, 4);
        }
    }
}
