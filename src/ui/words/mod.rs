//! Every sentence of the interface, so that another language has one place to begin.
//!
//! One file per place, plus [`shell`], [`dates`], [`names`] (what an entry is called), [`changes`]
//! (what was done) and [`problems`] (what went wrong, [`json`] of it in files). The guide's own content stands in
//! `crate::guide`.

pub mod across;
pub mod agreement;
pub mod candidates;
pub mod cards;
pub mod changes;
pub mod closing;
pub mod dates;
pub mod doubt;
pub mod find;
pub mod fit;
pub mod goals;
pub mod guide;
pub mod guiding;
pub mod history;
pub mod json;
pub mod letters;
pub mod meetings;
pub mod mentorship;
pub mod names;
pub mod people;
pub mod people_in;
pub mod problems;
pub mod pulse;
pub mod report;
pub mod sealing;
pub mod settings;
pub mod share;
pub mod sharing;
pub mod shell;
pub mod signals;
pub mod thanks;
pub mod today;
pub mod values;
pub mod versions;
pub mod welcome;

/// “1 goal”, “3 goals”.
pub fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

/// The same with a large first letter.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
