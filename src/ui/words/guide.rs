//! Words around the guide; its content stands in `crate::guide::pages`.

pub const PURPOSE: &str = "What helps in a mentorship, page by page, with things to try right here.";
pub const TRY: &str = "Try";
pub const PAGES: &str = "More of the guide";
pub const HARD: &str = "When it gets hard";
pub const ACT: &str = "Where you can act";
pub const SOURCES: &str = "To read on";
pub const FOUND: &str = "In the guide";
pub fn act(with: &str) -> String {
    format!("The mentorship with {with}")
}
