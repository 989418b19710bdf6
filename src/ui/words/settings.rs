//! Words of the screens around: settings.

pub const ASIDES_FOUND: &str = "Something stored here could not be read. It was left as it is; the settings show it.";
