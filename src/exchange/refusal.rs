//! Why something from outside was not taken: a place and a reason.

use std::fmt;

use crate::domain::KindName;

/// Why a file or a stored entry was not taken. Nothing of it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Where in it the trouble is.
    pub place: Place,
    /// What the trouble is.
    pub reason: Reason,
}

/// Where in a file or an entry something is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// The number of the entry in the file, from 1.
    pub number: Option<usize>,
    /// What the entry is, as far as it could be read.
    pub kind: Option<KindName>,
    /// The field, with a path into it: `milestones[2].due`.
    pub field: Option<String>,
    /// The line in the text, from 1.
    pub line: Option<usize>,
    /// The column in that line, in bytes from 1.
    pub column: Option<usize>,
}

/// What the trouble is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// There is nothing in it.
    Empty,
    /// Larger than anything this notebook could hold; both in bytes.
    TooLarge {
        /// How large it is.
        bytes: u64,
        /// How large it may be.
        most: u64,
    },
    /// More of them than are taken at once.
    TooMany {
        /// How many there are.
        number: usize,
        /// How many there may be.
        most: usize,
    },
    /// Not text in UTF-8: a picture, an archive, a document.
    NotText,
    /// Not JSON, with what the reader says.
    NotJson(String),
    /// JSON that ends in the middle.
    CutShort,
    /// Nested deeper than any notebook.
    TooDeep,
    /// JSON of some other program.
    NotANotebook,
    /// Something else, where a card or a directory of cards was asked for.
    NotCards,
    /// Sealed with a passphrase, by `age` or a program like it.
    Sealed,
    /// Something else, where a share was asked for.
    NotAShare,
    /// Something else, where a reply was asked for.
    NotAReply,
    /// Neither a list of people nor an address book.
    NotPeople,
    /// Written by a newer version of the format.
    Newer {
        /// The version it names.
        version: u64,
    },
    /// A version that never existed.
    UnknownVersion,
    /// A field has a value that cannot stand there, with what the reader says.
    Wrong(String),
    /// An entry of a kind that this version does not know.
    UnknownKind(String),
    /// The id and the kind of an entry do not go together.
    KindAndIdDiffer,
    /// Two entries have the same id.
    SameIdTwice(String),
    /// A pointer to an entry that is neither in the file nor in the notebook.
    PointsToNothing(String),
    /// The checksum does not fit: the text was damaged.
    Damaged,
    /// It is the text of another entry than the one it stands for.
    Misplaced,
    /// The text holds half of a character (a lone surrogate).
    HalfCharacter,
}

/// The most characters that are kept of what the reader says.
const MOST_SAID: usize = 200;

impl Refusal {
    /// A refusal of a whole text.
    #[must_use]
    pub fn whole(reason: Reason) -> Self {
        Self { place: Place::default(), reason }
    }

    /// A refusal of one field of an entry of this kind.
    #[must_use]
    pub fn at(kind: KindName, field: &str, reason: Reason) -> Self {
        Self { place: Place { kind: Some(kind), field: Some(field.to_owned()), ..Place::default() }, reason }
    }

    /// What serde says, with its place in the text.
    #[must_use]
    pub fn from_json(error: &serde_json::Error) -> Self {
        let said = error.to_string();
        // serde_json adds the place to its message; it stands in `place` here.
        let said = said.split(" at line ").next().unwrap_or_default();
        // It repeats the value it could not use, however long that is.
        let said: String = said.chars().take(MOST_SAID).collect();
        let reason = if error.is_eof() {
            Reason::CutShort
        } else if error.is_data() {
            Reason::Wrong(said)
        } else if said.contains("recursion limit") {
            Reason::TooDeep
        } else if said.contains("surrogate") || said.contains("hex escape") {
            Reason::HalfCharacter
        } else {
            Reason::NotJson(said)
        };
        Self {
            place: Place {
                line: Some(error.line()).filter(|line| *line > 0),
                column: Some(error.column()).filter(|column| *column > 0),
                ..Place::default()
            },
            reason,
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} at {:?}", self.reason, self.place)
    }
}
