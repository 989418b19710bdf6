//! Words of the screens around: welcome.
