//! Where a word stands in a text, and how good a find that is. Both are folded.

use super::field::Field;

/// Where a word stands in a text. The search of the standard library prepares itself for each text anew, which takes
/// longer than the search in one as short as these.
fn finds<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let found = move |at: &usize| text.get(*at..).is_some_and(|rest| rest.starts_with(word));
    let begins = word.chars().next().into_iter().flat_map(|begin| text.match_indices(begin));
    begins.map(|(at, _)| at).filter(found)
}

/// Whether a word stands in a text.
pub(super) fn stands_in(text: &str, word: &str) -> bool {
    finds(text, word).next().is_some()
}

/// How good a find it is; 0 is none. A word in the name of the other person finds the entry, but
/// any word of its own is better.
pub(super) fn score(field: Field, text: &str, word: &str) -> u32 {
    let mut finds = finds(text, word).map(|at| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        !before.is_some_and(char::is_alphanumeric)
    });
    let Some(begins) = finds.next().map(|begins| begins || finds.any(|begins| begins)) else { return 0 };
    match (field, begins) {
        (Field::With, _) => 1,
        (Field::Title, true) => 6,
        (Field::Title, false) => 4,
        (_, true) => 3,
        (_, false) => 2,
    }
}
