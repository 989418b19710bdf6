//! What belongs to this device and not to the notebook: how it looks, when it was last backed up.
//!
//! Losing it loses nothing that was written, so it stands in local storage alone.

use gloo_storage::Storage as _;
use serde::{Deserialize, Serialize};

use super::{local::LocalShelf, namespace::Namespace};

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
}

impl Default for Preferences {
    fn default() -> Self {
        Self { single_keys: true, welcomed: false, backed_up_at: None, begun_at: None }
    }
}

const KEY: &str = "preferences";

impl Preferences {
    /// Reads them; what cannot be read is as if it had never been set.
    #[must_use]
    pub fn read(namespace: &Namespace) -> Self {
        // gloo-storage panics where storage is blocked, so that is ruled out first.
        if LocalShelf::new().is_err() {
            return Self::default();
        }
        gloo_storage::LocalStorage::get(namespace.one(KEY)).unwrap_or_default()
    }

    /// Writes them, where there is room.
    pub fn write(&self, namespace: &Namespace) {
        if LocalShelf::new().is_ok() {
            // A full local storage is said when an entry does not fit; a preference is not worth it.
            let _ = gloo_storage::LocalStorage::set(namespace.one(KEY), self);
        }
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
        let Ok(_) = LocalShelf::new() else {
            return Self::System;
        };
        match gloo_storage::LocalStorage::raw().get_item(THEME_KEY) {
            Ok(Some(word)) if word == "light" => Self::Light,
            Ok(Some(word)) if word == "dark" => Self::Dark,
            _ => Self::System,
        }
    }

    /// Writes it, where there is room.
    pub fn write(self) {
        if LocalShelf::new().is_ok() {
            let _ = gloo_storage::LocalStorage::raw().set_item(THEME_KEY, self.word());
        }
    }
}
