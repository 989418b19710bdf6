//! Texts with their limits, counted in UTF-16 units as local storage counts them.

use std::{borrow::Cow, fmt, ops::Deref};

use serde::{Deserialize, Serialize};

/// Why a text cannot stand where it was put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextProblem {
    /// Something must stand here.
    Empty,
    /// Longer than the most that fits; both in UTF-16 units.
    TooLong {
        /// How long it is.
        units: usize,
        /// How long it may be.
        most: usize,
    },
    /// One line is asked for, and there are several (or a control character).
    NotOneLine,
    /// White space at an end.
    NotTrimmed,
}

impl fmt::Display for TextProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "the text is empty"),
            Self::TooLong { units, most } => {
                write!(f, "the text has {units} characters, and {most} is the most")
            }
            Self::NotOneLine => write!(f, "the text has more than one line"),
            Self::NotTrimmed => write!(f, "the text begins or ends with a space"),
        }
    }
}

fn fits(text: &str, most: usize) -> Result<(), TextProblem> {
    // A UTF-8 text is never shorter than its UTF-16 form, so short texts need no count.
    if text.len() <= most {
        return Ok(());
    }
    let units = text.encode_utf16().count();
    if units > most {
        return Err(TextProblem::TooLong { units, most });
    }
    Ok(())
}

fn one_line(text: &str) -> Result<(), TextProblem> {
    if text.chars().any(char::is_control) {
        return Err(TextProblem::NotOneLine);
    }
    if text.trim().len() != text.len() {
        return Err(TextProblem::NotTrimmed);
    }
    Ok(())
}

/// What was typed into a field of one line, with its white space put in order.
fn tidy_line(typed: &str) -> String {
    let spaced: String = typed.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if has_ink(&spaced) { spaced.trim().to_owned() } else { String::new() }
}

/// Whether anything of a text can be seen: not only spaces, and signs that steer how other signs stand.
fn has_ink(text: &str) -> bool {
    let steers = |c: char| {
        matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}' | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
    };
    text.chars().any(|c| !c.is_whitespace() && !c.is_control() && !steers(c))
}

/// What stands for a name of which nothing can be seen: a circle of dots, as letters that stand alone have it.
const NO_INK: &str = "\u{25CC}";

/// A sign that turns the direction of the letters after it, or ends that (Unicode Annex 9).
fn turns(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// A text that cannot turn the words after it: what it opens of the signs that turn the direction of letters is closed at
/// its end. Where there is no room for that, it goes without those signs.
fn closed(text: Box<str>, most: usize) -> Box<str> {
    const POP_EMBEDDING: char = '\u{202C}';
    const POP_ISOLATE: char = '\u{2069}';
    if text.is_ascii() || !text.contains(turns) {
        return text;
    }
    let mut open = Vec::new();
    for c in text.chars() {
        match c {
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => open.push(POP_EMBEDDING),
            '\u{2066}'..='\u{2068}' => open.push(POP_ISOLATE),
            POP_EMBEDDING if open.last() == Some(&POP_EMBEDDING) => drop(open.pop()),
            // It ends what was opened within, too.
            POP_ISOLATE => {
                if let Some(at) = open.iter().rposition(|it| *it == POP_ISOLATE) {
                    open.truncate(at);
                }
            }
            // The end of a paragraph ends it all.
            '\n' | '\r' | '\u{2029}' => open.clear(),
            _ => {}
        }
    }
    if open.is_empty() {
        return text;
    }
    let closed: String = text.chars().chain(open.into_iter().rev()).collect();
    if fits(&closed, most).is_ok() {
        closed.into()
    } else {
        text.chars().filter(|c| !turns(*c)).collect::<String>().into()
    }
}

/// A name, which may be all that a link has, so something of it can be seen.
fn seen(text: Box<str>) -> Box<str> {
    if text.is_empty() || has_ink(&text) { text } else { NO_INK.into() }
}

macro_rules! text_type {
    ($what:literal $name:ident, most $most:literal, check $check:expr, tidy $tidy:expr, seen $seen:expr) => {
        #[doc = $what]
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "Cow<'_, str>", into = "String")]
        pub struct $name(Box<str>);

        impl $name {
            /// The most UTF-16 units that fit.
            pub const MOST: usize = $most;

            /// Takes a text as it is, or says why it cannot stand here. Signs that would turn the words after it are
            /// closed.
            ///
            /// # Errors
            /// See [`TextProblem`].
            pub fn new(text: impl Into<Box<str>>) -> Result<Self, TextProblem> {
                let text = text.into();
                fits(&text, $most)?;
                let check: fn(&str) -> Result<(), TextProblem> = $check;
                check(&text)?;
                let seen: fn(Box<str>) -> Box<str> = $seen;
                Ok(Self(seen(closed(text, $most))))
            }

            /// Takes what a person typed, with white space put in order first.
            ///
            /// # Errors
            /// See [`TextProblem`].
            pub fn typed(typed: &str) -> Result<Self, TextProblem> {
                let tidy: fn(&str) -> String = $tidy;
                Self::new(tidy(typed))
            }

            /// Whether nothing is written here.
            #[must_use]
            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }
        }

        impl Deref for $name {
            type Target = str;
            fn deref(&self) -> &str {
                &self.0
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl TryFrom<Cow<'_, str>> for $name {
            type Error = TextProblem;
            fn try_from(text: Cow<'_, str>) -> Result<Self, TextProblem> {
                Self::new(text)
            }
        }
        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.0.into()
            }
        }
        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let mut schema = schemars::json_schema!({
                    "description": $what,
                    "type": "string",
                    // Counted in characters there, in UTF-16 units here: never fewer.
                    "maxLength": $most,
                });
                if $name::new("").is_err() {
                    schema.insert("minLength".into(), 1.into());
                }
                if $name::new("\n").is_err() {
                    schema.insert("pattern".into(), "^[^\\u0000-\\u001f\\u007f-\\u009f]*$".into());
                }
                schema
            }
        }
    };
}

text_type! {
    "The name of something: one line, never empty."
    Title, most 300,
    check |text| if text.is_empty() { Err(TextProblem::Empty) } else { one_line(text) },
    tidy tidy_line, seen seen
}

text_type! {
    "One line that may be empty."
    Line, most 500, check one_line, tidy tidy_line, seen |text| text
}

text_type! {
    "Text of any number of lines, possibly none."
    Text, most 50_000, check |_| Ok(()), tidy |typed| typed.trim_end().to_owned(), seen |text| text
}

impl Default for Line {
    fn default() -> Self {
        Self("".into())
    }
}
impl Default for Text {
    fn default() -> Self {
        Self("".into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_one_line_with_something_in_it() {
        assert_eq!(Title::new(""), Err(TextProblem::Empty));
        assert_eq!(Title::new("two\nlines"), Err(TextProblem::NotOneLine));
        assert_eq!(Title::typed("  two\nlines ").as_deref(), Ok("two lines"));
    }

    #[test]
    fn a_text_cannot_turn_the_words_after_it() {
        let said = |text: &str| Title::new(text).unwrap().to_string();
        assert_eq!(said("Amara Osei"), "Amara Osei");
        assert_eq!(said("\u{5d0}\u{5d1}"), "\u{5d0}\u{5d1}", "letters of either direction are left alone");
        assert_eq!(said("a\u{202E}b"), "a\u{202E}b\u{202C}");
        assert_eq!(said("a\u{2067}b\u{202E}c"), "a\u{2067}b\u{202E}c\u{202C}\u{2069}");
        assert_eq!(
            said("\u{2067}b\u{202E}c\u{2069}d"),
            "\u{2067}b\u{202E}c\u{2069}d",
            "what ends the outer ends the inner"
        );
        assert_eq!(said("a\u{202C}\u{2069}b"), "a\u{202C}\u{2069}b", "what ends nothing is left alone");
        assert_eq!(Text::new("a\u{202E}b\nc").unwrap().to_string(), "a\u{202E}b\nc");
        // It stays so, and fits.
        let once = said("a\u{202E}b");
        assert_eq!(said(&once), once);
        let full = format!("\u{202E}{}", "a".repeat(299));
        assert_eq!(said(&full), "a".repeat(299));
    }

    #[test]
    fn a_text_that_nobody_sees_is_nothing_when_typed_and_seen_when_it_comes() {
        assert_eq!(Title::typed(" \u{200B}\u{FEFF} "), Err(TextProblem::Empty));
        assert_eq!(Title::new("\u{200B}").unwrap().to_string(), NO_INK);
        assert_eq!(Line::default().to_string(), "");
        assert_eq!(Title::typed("👩\u{200D}🔬").unwrap().to_string(), "👩\u{200D}🔬");
    }

    #[test]
    fn length_is_counted_in_utf_16_units() {
        let clef = "𝄞".repeat(150);
        assert!(Title::new(clef.clone()).is_ok());
        assert_eq!(Title::new(clef + "𝄞"), Err(TextProblem::TooLong { units: 302, most: 300 }));
    }
}
