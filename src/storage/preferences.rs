//! What belongs to this device and not to the notebook: how it looks, when it was last backed up.
//!
//! Losing it loses nothing that was written, so it stands in local storage alone.

use serde::{Deserialize, Serialize};

use super::{
    local::LocalShelf,
    namespace::Namespace,
    shelf::{Raw, Shelf},
};

/// How this device likes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// Whether single keys are shortcuts (WCAG 2.1.4).
    pub single_keys: bool,
    /// Whether the first questions were answered or skipped.
    pub welcomed: bool,
    /// When the last backup was saved, in milliseconds since 1970 (UTC).
    pub backed_up_at: Option<u64>,
    /// When the first entry of this device was written, in milliseconds since 1970 (UTC).
    pub begun_at: Option<u64>,
    /// Of what somebody gave one to read: whether it came sealed, so that the answer leaves sealed.
    pub sealed: bool,
}

impl Default for Preferences {
    fn default() -> Self {
        Self { single_keys: true, welcomed: false, backed_up_at: None, begun_at: None, sealed: false }
    }
}

const KEY: &str = "preferences";

/// gloo-storage's own reading panics when the browser refuses, so the shelf reads here too.
fn read(key: &str) -> Option<String> {
    match LocalShelf::new().ok()?.get(key) {
        Ok(Some(Raw::Text(text))) => Some(text),
        _ => None,
    }
}

fn write(key: &str, text: &str) {
    if let Ok(shelf) = LocalShelf::new() {
        // A full local storage is said when an entry does not fit; a preference is not worth it.
        let _ = shelf.set(key, text);
    }
}

impl Preferences {
    /// Reads them; what cannot be read is as if it had never been set.
    #[must_use]
    pub fn read(namespace: &Namespace) -> Self {
        read(&namespace.one(KEY)).and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
    }

    /// Writes them, where there is room.
    pub fn write(&self, namespace: &Namespace) {
        write(&namespace.one(KEY), &serde_json::to_string(self).unwrap_or_default());
    }
}

/// Light, dark, or as the system says. The page reads it before anything else is loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

const THEME_KEY: &str = "mentorbook:theme";

impl Theme {
    /// The word in local storage and on the page's root element.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Reads it.
    #[must_use]
    pub fn read() -> Self {
        match read(THEME_KEY).as_deref() {
            Some("light") => Self::Light,
            Some("dark") => Self::Dark,
            _ => Self::System,
        }
    }

    /// Writes it, where there is room.
    pub fn write(self) {
        write(THEME_KEY, self.word());
    }
}
