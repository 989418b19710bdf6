//! Words for what was written twice at the same time.

use super::{changes, count};

pub const TITLE: &str = "Written twice";
pub const PURPOSE: &str = "The same place was changed in two tabs or on two devices, neither knowing of the other. Both are kept. Choose what stands.";
pub const NONE: &str = "Nothing waits for a choice.";
pub const SHOWN: &str = "Shown now";
pub const BESIDE: &str = "Written elsewhere";
pub const KEEP: &str = "Keep this one";
pub const TAKE: &str = "Take this one";
pub const BOTH: &str = "Keep both texts";
pub const CHOOSE: &str = "Choose";
pub const GO: &str = "Go to it";

pub fn waiting(number: usize) -> String {
    format!("{} written twice at the same time. Both versions are kept.", count(number, "place was", "places were"))
}

pub fn chose(field: &str, title: &str) -> String {
    format!("Chose what stands: {field} of {}", changes::quoted(title))
}
