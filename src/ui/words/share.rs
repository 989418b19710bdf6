//! Words of the screens around: share.
