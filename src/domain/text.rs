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
    spaced.trim().to_owned()
}

macro_rules! text_type {
    ($what:literal $name:ident, most $most:literal, check $check:expr, tidy $tidy:expr) => {
        #[doc = $what]
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "Cow<'_, str>", into = "String")]
        pub struct $name(Box<str>);

        impl $name {
            /// The most UTF-16 units that fit.
            pub const MOST: usize = $most;

            /// Takes a text as it is, or says why it cannot stand here.
            ///
            /// # Errors
            /// See [`TextProblem`].
            pub fn new(text: impl Into<Box<str>>) -> Result<Self, TextProblem> {
                let text = text.into();
                fits(&text, $most)?;
                let check: fn(&str) -> Result<(), TextProblem> = $check;
                check(&text)?;
                Ok(Self(text))
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
    tidy tidy_line
}

text_type! {
    "One line that may be empty."
    Line, most 500, check one_line, tidy tidy_line
}

text_type! {
    "Text of any number of lines, possibly none."
    Text, most 50_000, check |_| Ok(()), tidy |typed| typed.trim_end().to_owned()
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
    fn length_is_counted_in_utf_16_units() {
        let clef = "𝄞".repeat(150);
        assert!(Title::new(clef.clone()).is_ok());
        assert_eq!(Title::new(clef + "𝄞"), Err(TextProblem::TooLong { units: 302, most: 300 }));
    }
}
