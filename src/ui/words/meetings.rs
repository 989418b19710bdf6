//! Words of the screens around: meetings.
