//! The places in the navigation.

use super::Route;

/// The places in the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// What asks for attention today.
    Today,
    /// Finding a mentor.
    Find,
    /// Mentorships and people.
    People,
    /// Goals.
    Goals,
    /// Files in and out.
    Share,
}

impl Place {
    /// All places, in order. Growth joins them when it has something to hold.
    pub const ALL: [Self; 5] = [Self::Today, Self::Find, Self::People, Self::Goals, Self::Share];

    /// Its first screen.
    #[must_use]
    pub fn route(self) -> Route {
        match self {
            Self::Today => Route::Today,
            Self::Find => Route::Find,
            Self::People => Route::People,
            Self::Goals => Route::Goals(None),
            Self::Share => Route::Share,
        }
    }
}
