//! The shelf: texts under keys, as local storage offers them.

use std::fmt;

/// A text as it lies on the shelf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Raw {
    /// Text.
    Text(String),
    /// UTF-16 units that are no text: a character was cut in half.
    Units(Vec<u16>),
}

/// Why the shelf did not do what was asked. What lay there before still does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShelfProblem {
    /// There is no room left.
    Full,
    /// The browser refused, with what it says.
    Refused(String),
}

impl fmt::Display for ShelfProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Full => f.write_str("local storage is full"),
            Self::Refused(said) => write!(f, "local storage refused: {said}"),
        }
    }
}

/// Texts under keys. Writing one is atomic; writing two is not.
pub trait Shelf {
    /// All keys, also those of others.
    ///
    /// # Errors
    /// When the browser refuses.
    fn keys(&self) -> Result<Vec<String>, ShelfProblem>;

    /// The text under a key.
    ///
    /// # Errors
    /// When the browser refuses.
    fn get(&self, key: &str) -> Result<Option<Raw>, ShelfProblem>;

    /// Puts a text under a key.
    ///
    /// # Errors
    /// When there is no room or the browser refuses; the text before stays.
    fn set(&self, key: &str, text: &str) -> Result<(), ShelfProblem>;

    /// Puts what could not be read under a key, exactly as it was.
    ///
    /// # Errors
    /// As [`Shelf::set`].
    fn put(&self, key: &str, raw: &Raw) -> Result<(), ShelfProblem>;

    /// Takes a key and its text away.
    ///
    /// # Errors
    /// When the browser refuses.
    fn remove(&self, key: &str) -> Result<(), ShelfProblem>;
}
