//! Proposing a passphrase.

use bip39::Language;

/// How many words a proposal has: six of 2,048 are 66 bits, which outlasts anybody who guesses.
pub const WORDS: usize = 6;

/// A passphrase of words that are easy to read out and to spell, from two random bytes for each. The list is the English
/// one of BIP 39, whose length divides their number evenly, so that each word is as likely as any other.
pub fn propose(random: &[u8; WORDS * 2]) -> String {
    let list = Language::English.word_list();
    let pairs = random.as_chunks::<2>().0.iter();
    let words = pairs.filter_map(|pair| list.get(usize::from(u16::from_le_bytes(*pair)) % list.len()).copied());
    words.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proposal_is_words_with_lines_between_them() {
        let random = [0, 0, 1, 0, 2, 0, 255, 7, 0, 8, 255, 255];
        assert_eq!(propose(&random), "abandon-ability-able-zoo-abandon-zoo");
    }

    #[test]
    fn every_word_is_of_small_letters_without_accents() {
        let words = Language::English.word_list();
        assert!(words.iter().all(|word| word.bytes().all(|letter| letter.is_ascii_lowercase())));
        assert_eq!(words.len(), 2048);
    }
}
