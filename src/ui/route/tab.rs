//! The tabs of a mentorship, each with an address of its own.

/// A tab of a mentorship.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// Meetings and check-ins.
    #[default]
    Meetings,
    /// Action items.
    Actions,
    /// Feedback in both directions.
    Feedback,
    /// What helped, and thanks for it.
    Thanks,
    /// How it feels, for the owner alone.
    Pulse,
    /// The goals it is about, its rhythm, its notes.
    About,
}

impl Tab {
    /// All tabs, in order.
    pub const ALL: [Self; 6] = [Self::Meetings, Self::Actions, Self::Feedback, Self::Thanks, Self::Pulse, Self::About];

    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Meetings => "meetings",
            Self::Actions => "actions",
            Self::Feedback => "feedback",
            Self::Thanks => "thanks",
            Self::Pulse => "pulse",
            Self::About => "about",
        }
    }
}
