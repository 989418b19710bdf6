//! The words around a match, and which of them to mark.

use crate::domain::order;
use std::ops::Range;

use super::fold::Mapped;

/// Characters shown before the first match.
const LEAD: usize = 40;
/// Characters shown in all.
const MOST: usize = 160;

/// Some words of a text, as they were written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Snippet {
    /// The words, on one line.
    pub text: String,
    /// What to mark in them: ranges of bytes between characters, in order, apart from each other.
    pub marks: Vec<Range<usize>>,
    /// Whether the text began earlier.
    pub cut_before: bool,
    /// Whether the text goes on.
    pub cut_after: bool,
}

impl Snippet {
    /// The words around the first of the matches. The words searched for are folded.
    pub(super) fn of(text: &str, words: &[String]) -> Self {
        let marks = matches(text, words);
        let focus = marks.first().cloned().unwrap_or(0..0);
        let shown = window(text, &focus);
        let within = text.get(shown.clone()).unwrap_or_default();
        let marks = marks
            .into_iter()
            .map(|mark| mark.start.max(shown.start)..mark.end.min(shown.end))
            .filter(|mark| !mark.is_empty())
            .map(|mark| mark.start - shown.start..mark.end - shown.start)
            .collect();
        let is_blank = |rest: Option<&str>| rest.is_none_or(|rest| rest.trim().is_empty());
        Self {
            // Each of these is one byte, like the space that takes its place: the marks still fit.
            text: within.replace(['\n', '\r', '\t'], " "),
            marks,
            cut_before: !is_blank(text.get(..shown.start)),
            cut_after: !is_blank(text.get(shown.end..)),
        }
    }

    /// The text in pieces, each with whether it is to be marked.
    #[must_use]
    pub fn pieces(&self) -> Vec<(&str, bool)> {
        let mut pieces = Vec::new();
        let mut at = 0;
        for mark in &self.marks {
            pieces.push((self.text.get(at..mark.start).unwrap_or_default(), false));
            pieces.push((self.text.get(mark.clone()).unwrap_or_default(), true));
            at = mark.end;
        }
        pieces.push((self.text.get(at..).unwrap_or_default(), false));
        pieces.retain(|(text, _)| !text.is_empty());
        pieces
    }
}

/// Where the words stand in the text as it was written, in order; matches that touch are one.
fn matches(text: &str, words: &[String]) -> Vec<Range<usize>> {
    let mapped = Mapped::of(text);
    let found: Vec<_> = words
        .iter()
        .flat_map(|word| mapped.folded.match_indices(word.as_str()))
        .map(|(at, word)| mapped.before(&(at..at + word.len())))
        .collect();
    let found = order::by_key(found, |range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for range in found {
        match apart.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}

/// What is shown of a text: some characters before the focus and as many after it as fit, cut between
/// words where that leaves the focus whole.
fn window(text: &str, focus: &Range<usize>) -> Range<usize> {
    let before = text.get(..focus.start).unwrap_or_default();
    let start = before.char_indices().rev().nth(LEAD).map_or(0, |(cut, _)| {
        let lead = before.get(cut..).unwrap_or_default();
        let word = lead.char_indices().skip_while(|(_, c)| !c.is_whitespace()).find(|(_, c)| !c.is_whitespace());
        // Without a space there, or with nothing else, the cut goes through a word.
        word.map_or(cut, |(at, _)| cut + at)
    });
    let rest = text.get(start..).unwrap_or_default();
    let end = rest.char_indices().nth(MOST).map_or(text.len(), |(cut, _)| {
        let end = start + cut;
        let tail = text.get(focus.end..end).unwrap_or_default();
        tail.rfind(char::is_whitespace).map_or(end, |at| focus.end + at)
    });
    start..end
}

#[cfg(test)]
mod tests {
    use super::super::fold::fold;
    use super::*;
    use proptest::prelude::*;

    fn snippet(text: &str, query: &str) -> Snippet {
        let words: Vec<_> = fold(query).split_whitespace().map(str::to_owned).collect();
        Snippet::of(text, &words)
    }

    fn marked(snippet: &Snippet) -> Vec<&str> {
        let pieces = snippet.pieces().into_iter();
        pieces.filter(|(_, mark)| *mark).map(|(text, _)| text).collect()
    }

    #[test]
    fn marks_stand_on_the_words_as_they_were_written() {
        let found = snippet("Grüße\nan André", "andre gruss");
        assert_eq!(found.text, "Grüße an André");
        assert_eq!(marked(&found), ["Grüß", "André"]);
        assert!(!found.cut_before && !found.cut_after);
    }

    #[test]
    fn matches_that_overlap_are_one_mark() {
        assert_eq!(marked(&snippet("portfolio", "port tfol")), ["portfol"]);
    }

    #[test]
    fn a_long_text_is_cut_between_words_around_the_match() {
        let text = "before ".repeat(60) + "needle " + &"after ".repeat(60);
        let found = snippet(&text, "needle");
        assert_eq!(marked(&found), ["needle"]);
        assert!(found.cut_before && found.cut_after);
        assert!(found.text.starts_with("before ") && found.text.ends_with(" after"));
        assert!(found.text.chars().count() <= MOST);
    }

    proptest! {
        #[test]
        fn a_snippet_is_short_and_its_pieces_are_its_text(text in any::<String>(), query in any::<String>(), from in any::<prop::sample::Index>()) {
            let chars: Vec<char> = text.chars().collect();
            let part: String = chars.iter().skip(from.index(chars.len() + 1)).take(3).collect();
            for query in [query, part] {
                let found = snippet(&text, &query);
                prop_assert!(found.text.chars().count() <= MOST);
                let together: String = found.pieces().iter().map(|(text, _)| *text).collect();
                prop_assert_eq!(together, found.text.clone());
                for mark in &found.marks {
                    prop_assert!(found.text.get(mark.clone()).is_some_and(|it| !it.is_empty()));
                }
            }
        }
    }
}
