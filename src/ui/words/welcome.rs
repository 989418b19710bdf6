//! Words of the first visit. Heading and lead stand in `index.html`, too: they are seen before any wasm is there.

pub const HEADING: &str = "A notebook for mentorship, yours alone";
pub const LEAD: &str = "Goals, meetings and the search for a mentor, in one quiet place. A few short questions, and you are in; skip any of them.";
pub const WHERE: &str = "What you write lies in this browser on this device and nowhere else. Clearing the site's data deletes it, so save a backup now and then.";
pub const GOAL: &str = "What are you working toward?";
pub const GOAL_HINT: &str = "Lead a project from start to end";
pub const MENTOR: &str = "Do you have a mentor?";
pub const MENTOR_YES: &str = "Yes";
pub const MENTOR_NO: &str = "Not yet";
pub const MENTOR_NAME: &str = "Their name";
pub const RHYTHM: &str = "How often do you want to meet?";
pub const WEEKLY: &str = "Every week";
pub const FORTNIGHTLY: &str = "Every two weeks";
pub const MONTHLY: &str = "Every month";
pub const BEGIN: &str = "Begin";
pub const SKIP: &str = "Skip all questions";
pub const OTHER: &str = "Or begin differently";
pub const EXAMPLE: &str = "Look around with an example";
pub const EXAMPLE_WHAT: &str = "A made-up year in a notebook of its own. It never touches yours.";
pub const BACKUP: &str = "Open a backup, or a file somebody gave you";
pub const BEGUN: &str = "Began the notebook";

#[cfg(test)]
mod tests {
    use super::{HEADING, LEAD};

    #[test]
    fn the_page_says_the_same_before_the_app_is_there() {
        let page = include_str!("../../../index.html");
        assert!(page.contains(&format!("<h1>{HEADING}</h1>")), "{HEADING}");
        assert!(page.contains(&format!("<p class=\"soft\">{LEAD}</p>")), "{LEAD}");
    }
}
