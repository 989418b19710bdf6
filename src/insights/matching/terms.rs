//! What two ways of writing a thing have in common: folded, without endings, one word for its synonyms.
//!
//! “Leading a Team”, “team leadership” and “people management” come to terms that can be compared. Endings are those
//! of English; words of other languages keep most of theirs, and are found as they are written.

use std::{collections::HashMap, rc::Rc, sync::OnceLock};

use crate::{
    domain::order,
    guide::synonyms::{KEPT_WHOLE, SAY_NOTHING, SYNONYMS},
    insights::search::fold::fold,
};

/// A phrase that means the same as others.
struct Phrase {
    /// Its words without endings.
    words: Vec<&'static str>,
    /// The one phrase that stands for all of them.
    means: &'static str,
}

/// All phrases, in order of their words.
fn phrases() -> &'static [Phrase] {
    static READ: OnceLock<Vec<Phrase>> = OnceLock::new();
    READ.get_or_init(|| {
        let mut all = Vec::new();
        for group in SYNONYMS {
            let means = group.first().copied().unwrap_or_default();
            all.extend(group.iter().map(|phrase| Phrase { words: words(phrase).map(stem).collect(), means }));
        }
        order::by_key(all, |phrase: &Phrase| phrase.words.clone())
    })
}

/// The words of a folded text. `+` and `#` belong to them, as in “C++” and “C#”.
fn words(folded: &str) -> impl Iterator<Item = &str> {
    let is_of_word =
        |c: char| if c.is_ascii() { c.is_ascii_alphanumeric() || c == '+' || c == '#' } else { c.is_alphanumeric() };
    folded.split(move |c| !is_of_word(c)).filter(|word| !word.is_empty())
}

/// The terms of a folded text, in order. Words that say nothing are left out, unless nothing else is there.
#[must_use]
pub fn terms(folded: &str) -> Vec<&str> {
    let whole: Vec<&str> = words(folded).collect();
    let stems: Vec<&str> = whole.iter().map(|word| stem(word)).collect();
    let (mut terms, mut rest) = (Vec::with_capacity(stems.len()), stems.as_slice());
    while let Some((word, after)) = rest.split_first() {
        match longest(beginning(word), after.iter().copied()) {
            Some(phrase) => {
                terms.push(phrase.means);
                rest = rest.get(phrase.words.len()..).unwrap_or_default();
            }
            None => {
                let at = stems.len() - rest.len();
                if !whole.get(at).is_some_and(|word| says_nothing(word)) {
                    terms.push(*word);
                }
                rest = after;
            }
        }
    }
    if terms.is_empty() { stems } else { terms }
}

/// Whether a word says nothing of what is looked for; asked of the word as it is written, with its ending.
fn says_nothing(word: &str) -> bool {
    SAY_NOTHING.binary_search(&word).is_ok()
}

/// What was found out about words and names, so that each is taken apart once however often it stands on cards.
#[derive(Default)]
pub(super) struct Memory {
    words: HashMap<String, Word>,
    /// Of each name what [`Memory::positions`] gives. The people of one directory use the same names again and again.
    names: HashMap<String, Rc<[Option<usize>]>>,
}

/// A file of nothing but different words and names fills no memory.
const MOST: usize = 100_000;

/// What is known of a word.
#[derive(Clone, Copy)]
struct Word {
    /// The phrases that begin with it and mean the same as others.
    phrases: &'static [Phrase],
    /// Whether it says nothing.
    says_nothing: bool,
    /// Its position among the terms that are looked for.
    at: Option<usize>,
}

impl Memory {
    fn word(&mut self, word: &str, position: &dyn Fn(&str) -> Option<usize>) -> Word {
        if let Some(known) = self.words.get(word) {
            return *known;
        }
        let stem = stem(word);
        let found = Word { phrases: beginning(stem), says_nothing: says_nothing(word), at: position(stem) };
        if self.words.len() < MOST {
            self.words.insert(word.to_owned(), found);
        }
        found
    }

    /// [`Memory::positions`] of a name as it is written.
    pub fn name(&mut self, name: &str, position: &dyn Fn(&str) -> Option<usize>) -> Rc<[Option<usize>]> {
        if let Some(known) = self.names.get(name) {
            return known.clone();
        }
        let found: Rc<[_]> = self.positions(&fold(name), position).into();
        if self.names.len() < MOST {
            self.names.insert(name.to_owned(), found.clone());
        }
        found
    }

    /// What [`terms`] gives, each as its position among those that are looked for.
    pub fn positions(&mut self, folded: &str, position: &dyn Fn(&str) -> Option<usize>) -> Vec<Option<usize>> {
        let all: Vec<&str> = words(folded).collect();
        let (mut positions, mut rest) = (Vec::new(), all.as_slice());
        while let Some((first, after)) = rest.split_first() {
            let word = self.word(first, position);
            if let Some(phrase) = longest(word.phrases, after.iter().map(|word| stem(word))) {
                positions.push(position(phrase.means));
                rest = rest.get(phrase.words.len()..).unwrap_or_default();
                continue;
            }
            if !word.says_nothing {
                positions.push(word.at);
            }
            rest = after;
        }
        if positions.is_empty() { all.iter().map(|word| self.word(word, position).at).collect() } else { positions }
    }
}

/// The phrases that begin with this word, without its endings.
fn beginning(stem: &str) -> &'static [Phrase] {
    let all = phrases();
    let first = |phrase: &Phrase| phrase.words.first().copied().unwrap_or_default();
    let from = all.partition_point(|phrase| first(phrase) < stem);
    let rest = all.get(from..).unwrap_or_default();
    rest.get(..rest.partition_point(|phrase| first(phrase) == stem)).unwrap_or_default()
}

/// Of phrases that begin with the same word, the longest that goes on with these.
fn longest<'a>(phrases: &'static [Phrase], after: impl Iterator<Item = &'a str> + Clone) -> Option<&'static Phrase> {
    let goes_on = |phrase: &&Phrase| {
        let mut after = after.clone();
        phrase.words.iter().skip(1).all(|word| after.next() == Some(word))
    };
    phrases.iter().filter(goes_on).max_by_key(|phrase| phrase.words.len())
}

/// Endings of English by their last letter, those that hold others first. What is left has four letters at least.
const ENDINGS: &[(char, &[&str])] = &[
    ('e', &["able", "ible", "ise", "ize", "ate", "ive", "ie", "e"]),
    ('g', &["ising", "izing", "ating", "ing"]),
    ('r', &["er", "or"]),
    ('n', &["isation", "ization", "ation", "ion"]),
    ('t', &["ement", "ment", "ist"]),
    ('l', &["ical", "ial", "ful", "al"]),
    ('y', &["ally", "ity", "ly", "y"]),
    ('d', &["ised", "ized", "ated", "ied", "ed"]),
    ('c', &["ic"]),
    ('p', &["ership", "ship"]),
    ('s', &["ness", "ies", "es"]),
];

/// A folded word without its endings: “leaders”, “leading” and “leadership” come to “lead”.
#[must_use]
pub fn stem(word: &str) -> &str {
    const LEAST: usize = 4;
    let mut word = word;
    let ends_twice = ["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    if word.len() >= LEAST && !ends_twice && KEPT_WHOLE.binary_search(&word).is_err() {
        let singular = word.strip_suffix('s').unwrap_or(word);
        // “Communities” is many of a word that keeps its ending.
        let many = word.strip_suffix("ies").unwrap_or_default();
        let kept = KEPT_WHOLE.iter().find(|kept| !many.is_empty() && kept.strip_suffix('y') == Some(many));
        word = kept.copied().unwrap_or(singular);
    }
    loop {
        if KEPT_WHOLE.binary_search(&word).is_ok() {
            return word;
        }
        let endings = ENDINGS.iter().find(|(last, _)| word.ends_with(*last)).map_or(&[][..], |(_, endings)| *endings);
        let shorter = endings.iter().find_map(|ending| word.strip_suffix(ending).filter(|rest| rest.len() >= LEAST));
        let Some(shorter) = shorter else { return word };
        word = undoubled(shorter);
    }
}

/// “Programm” comes from “programming”; “sell” and “discuss” end so by themselves.
fn undoubled(word: &str) -> &str {
    let mut letters = word.chars().rev();
    match (letters.next(), letters.next()) {
        (Some(last), Some(before)) if last == before && "bdgmnprt".contains(last) => {
            word.strip_suffix(last).unwrap_or(word)
        }
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(text: &str) -> Vec<String> {
        terms(&fold(text)).into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn the_lists_are_in_order_and_folded() {
        for list in [SAY_NOTHING, KEPT_WHOLE] {
            assert!(list.is_sorted(), "{list:?}");
        }
        for phrase in SYNONYMS.iter().copied().flatten() {
            assert_eq!(*phrase, fold(phrase));
        }
    }

    #[test]
    fn a_phrase_means_one_thing_only() {
        for (one, other) in phrases().iter().zip(phrases().iter().skip(1)) {
            assert!(
                one.words != other.words || one.means == other.means,
                "{:?}: {} {}",
                one.words,
                one.means,
                other.means
            );
        }
    }

    #[test]
    fn forms_of_a_word_come_to_one_term() {
        for forms in [
            &["lead", "leading", "Leadership", "leaders"][..],
            &["management", "Manager", "managing", "manage"],
            &["design", "Designer", "designing"],
            &["negotiate", "Negotiations", "negotiating"],
            &["strategy", "strategies", "strategic"],
            &["organise", "organisation", "Organizing", "organized"],
            &["programme", "programming"],
            &["finance", "financial", "finances"],
            &["politics", "political"],
            &["Économie", "economist", "economics"],
            &["communities", "community"],
            &["careers", "career"],
        ] {
            let stems: Vec<_> = forms.iter().map(|form| stem(&fold(form)).to_owned()).collect();
            assert!(stems.iter().all(|it| it == &stems[0]) || of(forms[0]) == of(forms[1]), "{forms:?}: {stems:?}");
        }
    }

    #[test]
    fn words_that_only_look_alike_stay_apart() {
        for (one, other) in [
            ("career", "care"),
            ("community", "communication"),
            ("trains", "training"),
            ("product management", "production"),
            ("C", "C++"),
            ("Java", "JavaScript"),
            ("internship", "international"),
        ] {
            assert_ne!(of(one), of(other));
        }
    }

    #[test]
    fn names_of_one_thing_come_to_one_term() {
        for (one, other) in [
            ("UX", "User experience"),
            ("JS", "JavaScript"),
            ("People management", "Leadership"),
            ("Chairing a meeting", "Facilitating"),
            ("Public speaking", "Giving talks"),
            ("Difficult conversations", "hard conversations"),
            ("Software engineer", "Programming"),
        ] {
            assert_eq!(of(one), of(other), "{one}, {other}");
        }
    }

    #[test]
    fn words_that_say_nothing_are_left_out_unless_they_are_all() {
        assert_eq!(of("How to speak at a conference"), of("speak, conference"));
        assert_eq!(of("IT"), ["it"]);
        assert_eq!(of("  –  "), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn what_is_remembered_is_what_is_found_anew(
            words in prop::collection::vec(
                prop_oneof![
                    prop::sample::select(SYNONYMS.concat()), prop::sample::select(SAY_NOTHING.to_vec()), Just("zebras"), Just("C++"),
                ],
                0..8,
            ),
        ) {
            let text = words.join(" ");
            let all = terms(&text);
            let position = |term: &str| all.iter().position(|it| *it == term);
            let expected: Vec<_> = all.iter().map(|term| position(term)).collect();
            let mut memory = Memory::default();
            prop_assert_eq!(memory.positions(&text, &position), expected.clone());
            prop_assert_eq!(memory.positions(&text, &position), expected);
        }

        #[test]
        fn a_stem_is_no_longer_than_its_word_and_as_good_as_it(word in "\\PC{0,12}") {
            let folded = fold(&word);
            let stem = stem(&folded);
            prop_assert!(stem.len() <= folded.len() && stem.is_empty() == folded.is_empty(), "{}", stem);
        }
    }
}
