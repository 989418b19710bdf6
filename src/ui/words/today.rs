//! Words of the screens around: today.
