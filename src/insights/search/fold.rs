//! What two spellings of a word have in common: `Élan`, `elan` and `ÉLAN` fold to `elan`.
//!
//! Folding looks at one character at a time, so a part of a text folds to a part of the folded text.
//! Whoever changes that breaks the promise that a text is found by each of its words.

use std::ops::Range;

use super::decompose::decompose;

/// Folds accents, case and typographic variants.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c, &mut |c| folded.push(c));
    }
    folded
}

fn fold_char(c: char, emit: &mut impl FnMut(char)) {
    if c.is_ascii() {
        return emit(c.to_ascii_lowercase());
    }
    decompose(c, |c| c.to_lowercase().for_each(|c| emit_plain(c, emit)));
}

/// Letters that Unicode does not take apart, but that people type as others.
fn emit_plain(c: char, emit: &mut impl FnMut(char)) {
    let plain = match c {
        c if is_passed_over(c) => "",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ŧ' => "t",
        'ı' => "i",
        'ſ' => "s",
        'ς' => "σ",
        '‘' | '’' | 'ʼ' => "'",
        '“' | '”' | '„' => "\"",
        '\u{2010}' | '\u{2011}' => "-",
        c => return emit(c),
    };
    plain.chars().for_each(emit);
}

/// Marks that people leave out when they type: accents of Latin, Greek and Cyrillic, vowel points of
/// Hebrew and Arabic, and characters without a width. Marks of other scripts are letters to those who
/// read them and stay.
fn is_passed_over(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36F}'
        | '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}'..='\u{5C2}' | '\u{5C4}'..='\u{5C5}' | '\u{5C7}'
        | '\u{64B}'..='\u{65F}' | '\u{670}'
        | '\u{AD}' | '\u{200B}' | '\u{FEFF}')
}

/// A folded text that knows where each of its pieces came from.
#[derive(Debug)]
pub(super) struct Mapped {
    /// The folded text.
    pub folded: String,
    /// For each character that left something: where that begins, and where the character began.
    starts: Vec<(usize, usize)>,
    /// The length of the text before folding.
    len: usize,
}

impl Mapped {
    /// Folds a text and remembers where its pieces came from.
    pub fn of(text: &str) -> Self {
        let mut folded = String::with_capacity(text.len());
        let mut starts = Vec::with_capacity(text.len());
        for (at, c) in text.char_indices() {
            let before = folded.len();
            fold_char(c, &mut |c| folded.push(c));
            if folded.len() > before {
                starts.push((before, at));
            }
        }
        Self { folded, starts, len: text.len() }
    }

    /// Where a range of the folded text stood before: whole characters, with the accents that follow
    /// the last of them. In bytes, as the range is.
    pub fn before(&self, range: &Range<usize>) -> Range<usize> {
        let origin = |at: usize| self.starts.get(at).map_or(self.len, |(_, origin)| *origin);
        let first = self.starts.partition_point(|(start, _)| *start <= range.start);
        let after = self.starts.partition_point(|(start, _)| *start < range.end);
        origin(first.saturating_sub(1))..origin(after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spellings_that_people_take_for_the_same_fold_to_the_same() {
        for (one, other) in [
            ("Élan", "elan"),
            ("e\u{301}lan", "ÉLAN"),
            ("Straße", "STRASSE"),
            ("Ærøskøbing", "aeroskobing"),
            ("Łódź", "lodz"),
            ("Đặng", "dang"),
            ("İstanbul", "ıstanbul"),
            ("Œuvre", "oeuvre"),
            ("ΣΊΣΥΦΟΣ", "σισυφος"),
            ("Ёлка", "елка"),
            ("don’t", "don't"),
            ("한국", "한국"),
            ("co\u{AD}operate", "cooperate"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} {other}");
        }
        assert_ne!(fold("कि"), fold("का"));
    }

    #[test]
    fn a_match_maps_back_to_whole_characters_with_their_accents() {
        for (text, word, expected) in [
            ("Grüße an alle", "sse", "ße"),
            ("cafe\u{301} noir", "cafe", "cafe\u{301}"),
            ("cafe\u{301}", "cafe", "cafe\u{301}"),
            ("ab", "b", "b"),
        ] {
            let mapped = Mapped::of(text);
            let at = mapped.folded.find(word).unwrap();
            assert_eq!(text.get(mapped.before(&(at..at + word.len()))), Some(expected));
        }
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in any::<String>()) {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }

        #[test]
        fn a_part_folds_to_a_part(one in any::<String>(), other in any::<String>()) {
            prop_assert_eq!(fold(&(one.clone() + &other)), fold(&one) + &fold(&other));
        }

        #[test]
        fn every_range_maps_back_between_characters(text in any::<String>(), from in any::<prop::sample::Index>(), to in any::<prop::sample::Index>()) {
            let mapped = Mapped::of(&text);
            prop_assert_eq!(&mapped.folded, &fold(&text));
            let mut ends = [from, to].map(|at| at.index(mapped.folded.len() + 1));
            ends.sort_unstable();
            let range = ends[0]..ends[1];
            let before = mapped.before(&range);
            let origin = text.get(before);
            prop_assert!(origin.is_some());
            if let Some(part) = mapped.folded.get(range) {
                prop_assert!(part.is_empty() || fold(origin.unwrap()).contains(part));
            }
        }
    }
}
