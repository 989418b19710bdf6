//! Words around the guide; its content stands in `crate::guide::pages`.

pub const PURPOSE: &str = "What helps in a mentorship, page by page, with things to try right here.";
pub const TRY: &str = "Try";
pub const PAGES: &str = "More of the guide";
