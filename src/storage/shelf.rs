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
    /// A newer app wrote what would have been written over.
    Newer,
    /// The browser refused, with what it says.
    Refused(String),
}

/// How long a text is, in UTF-16 units.
#[must_use]
pub fn units_of(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.encode_utf16().count() }
}

impl Raw {
    /// How long it is, in UTF-16 units.
    #[must_use]
    pub fn units(&self) -> usize {
        match self {
            Self::Text(text) => units_of(text),
            Self::Units(units) => units.len(),
        }
    }

    /// The text, or its units as JavaScript writes them: so that a file of it loses nothing.
    #[must_use]
    pub fn escaped(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Units(units) => units.iter().map(|unit| format!("\\u{unit:04x}")).collect(),
        }
    }

    /// The text, with a sign for each half of a character: for looking through it, never for keeping it.
    #[must_use]
    pub fn to_lossy(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Units(units) => String::from_utf16_lossy(units),
        }
    }
}

impl fmt::Display for ShelfProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Full => f.write_str("local storage is full"),
            Self::Newer => f.write_str("local storage holds what a newer app wrote"),
            Self::Refused(said) => write!(f, "local storage refused: {said}"),
        }
    }
}

/// All keys with what lies under them, asked for one by one.
///
/// # Errors
/// When the browser refuses.
pub(super) fn one_by_one<S: Shelf + ?Sized>(shelf: &S) -> Result<Vec<(String, Raw)>, ShelfProblem> {
    let with_text = |key: String| Some(shelf.get(&key).transpose()?.map(|raw| (key, raw)));
    shelf.keys()?.into_iter().filter_map(with_text).collect()
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

    /// All keys with what lies under them, also those of others.
    ///
    /// # Errors
    /// When the browser refuses.
    fn all(&self) -> Result<Vec<(String, Raw)>, ShelfProblem> {
        one_by_one(self)
    }

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

    /// Lets others have their turn, while much is read or written and it has lasted for a while.
    #[allow(async_fn_in_trait, reason = "used on one thread only, where futures need not be Send")]
    async fn turn(&self) {}

    /// Takes a key and its text away.
    ///
    /// # Errors
    /// When the browser refuses.
    fn remove(&self, key: &str) -> Result<(), ShelfProblem>;
}
