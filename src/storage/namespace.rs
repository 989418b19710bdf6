//! The names of keys and databases: one notebook never touches another.
//!
//! Local storage, IndexedDB, channels and locks are shared by every page of an origin. So the path of
//! this copy of the app and the notebook it opens stand in every name, and every name is made here.

use crate::domain::{EntryId, Id, Share};

/// One's own notebook, the example and what others gave one to read lie apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// The owner's notebook.
    Mine,
    /// The notebook to look around in.
    Example,
    /// What somebody shared, to be read and answered.
    Given(Id<Share>),
}

impl Which {
    /// Its word in names.
    #[must_use]
    pub fn word(self) -> String {
        match self {
            Self::Mine => "mine".to_owned(),
            Self::Example => "example".to_owned(),
            Self::Given(share) => format!("given-{share}"),
        }
    }

    /// The notebook with this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "mine" => Some(Self::Mine),
            "example" => Some(Self::Example),
            _ => word.strip_prefix("given-")?.parse().ok().map(Self::Given),
        }
    }
}

/// Where one notebook of one copy of the app lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Namespace {
    name: String,
}

/// What a key of this namespace stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key<'a> {
    /// The text of an entry.
    Entry(&'a str),
    /// Text that could not be read, kept as it was.
    Aside,
    /// Anything else of ours.
    Other,
}

impl Namespace {
    /// The namespace of a notebook of the app at `path` (the folder of the page, `/` or `/book/`).
    #[must_use]
    pub fn new(path: &str, which: Which) -> Self {
        Self { name: format!("mentorbook:{path}:{}", which.word()) }
    }

    /// The name of the database, the channel and the locks.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The key of an entry.
    #[must_use]
    pub fn entry(&self, id: EntryId) -> String {
        format!("{}:entry:{id}", self.name)
    }

    /// The key under which unreadable text is put aside.
    #[must_use]
    pub fn aside(&self, what: &str, number: usize) -> String {
        format!("{}:aside:{what}:{number}", self.name)
    }

    /// The entry whose text lies under the key of something that was put aside.
    #[must_use]
    pub fn what_was_put_aside<'a>(&self, key: &'a str) -> &'a str {
        let rest = key.strip_prefix(self.name.as_str()).and_then(|rest| rest.strip_prefix(":aside:"));
        rest.and_then(|rest| rest.rsplit_once(':')).map_or("", |(what, _)| what)
    }

    /// The key of something there is one of.
    #[must_use]
    pub fn one(&self, what: &str) -> String {
        format!("{}:{what}", self.name)
    }

    /// The notebook of the app at `path` to which a key belongs.
    #[must_use]
    pub fn which_of(path: &str, key: &str) -> Option<Which> {
        let rest = key.strip_prefix("mentorbook:")?.strip_prefix(path)?.strip_prefix(':')?;
        Which::from_word(rest.split(':').next()?)
    }

    /// What a key is, if it belongs to this notebook.
    #[must_use]
    pub fn parse<'a>(&self, key: &'a str) -> Option<Key<'a>> {
        let rest = key.strip_prefix(self.name.as_str())?.strip_prefix(':')?;
        Some(match rest.split_once(':') {
            Some(("entry", id)) => Key::Entry(id),
            Some(("aside", _)) => Key::Aside,
            _ => Key::Other,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Goal, Id};

    #[test]
    fn no_key_of_one_notebook_belongs_to_another() {
        let mine = Namespace::new("/", Which::Mine);
        let example = Namespace::new("/", Which::Example);
        let elsewhere = Namespace::new("/book/", Which::Mine);
        let id = Id::<Goal>::new(1).entry();
        let key = mine.entry(id);
        assert_eq!(mine.parse(&key), Some(Key::Entry(&id.to_string())));
        assert_eq!(example.parse(&key), None);
        assert_eq!(elsewhere.parse(&key), None);
        assert_eq!(mine.parse("mentorbook:/:mineral:x"), None);
        assert_eq!(mine.parse(&mine.aside("goal", 1)), Some(Key::Aside));
        for which in [Which::Mine, Which::Example, Which::Given(Id::new(7))] {
            let key = Namespace::new("/book/", which).entry(id);
            assert_eq!(Namespace::which_of("/book/", &key), Some(which));
            assert_eq!(Namespace::which_of("/", &key), None);
        }
    }
}
