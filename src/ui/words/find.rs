//! Words of the screens around: find.
