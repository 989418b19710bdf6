//! Words of the screens around: people.
