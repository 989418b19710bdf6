//! The names of keys and databases: one notebook never touches another.
//!
//! Local storage, IndexedDB, channels and locks are shared by every page of an origin. So the path of
//! this copy of the app and the notebook it opens stand in every name, and every name is made here.

use crate::domain::EntryId;

/// The example and one's own notebook lie apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// The owner's notebook.
    Mine,
    /// The notebook to look around in.
    Example,
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
        let which = match which {
            Which::Mine => "mine",
            Which::Example => "example",
        };
        Self { name: format!("mentorbook:{path}:{which}") }
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
    }
}
