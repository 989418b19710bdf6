//! Words for those who guide: how the other one learns, what one can offer, what one learns oneself (R1, G7).

use crate::domain::Side;

pub const PLACE: &str = "As the one who guides";
pub const LEARNING: &str = "How they learn";
pub const LEARNING_HELP: &str = "Their way and their pace: what helps them understand, and how much at a time.";
pub const LEARNING_HINT: &str = "By doing, and talking about it afterwards. One thing a week.";
pub const LEARNING_PROMPTS: &str = "Questions to find out";
pub const OFFERS: &str = "What I can offer them";
pub const OFFERS_HELP: &str =
    "Books and tools, people to meet, a door you can open, an hour of looking over a shoulder.";
pub const OFFERS_HINT: &str = "An introduction to Priya. A seat beside me at the next review.";
pub const OFFERS_PROMPTS: &str = "Things one can offer";
pub const LEARNED: &str = "What I learn from them";
pub const LEARNED_HINT: &str = "How little I explain. What it is like to begin today.";
pub const SAFE_PROMPTS: &str = "What makes it safe to speak";
pub const KIND_PROMPTS: &str = "Saying it kindly and plainly";
pub const OFFER_PROMPTS: &str = "What you could offer to do";

/// Examples that fit the one who is guided fit badly the one who guides.
pub fn action_hint(side: Side) -> &'static str {
    match side {
        Side::Guided => super::mentorship::actions::NEW_HINT,
        Side::Guiding => "Introduce them to Priya",
    }
}
pub fn feedback_hint(side: Side) -> &'static str {
    match side {
        Side::Guided => super::mentorship::feedback::NEW_HINT,
        Side::Guiding => "When you slow down, the room follows you",
    }
}
pub fn check_in_hint(side: Side) -> &'static str {
    match side {
        Side::Guided => super::mentorship::meetings::ABOUT_HINT,
        Side::Guiding => "Asked how the talk went, sent the article",
    }
}
pub fn point_hint(side: Side) -> &'static str {
    match side {
        Side::Guided => super::meetings::POINT_HINT,
        Side::Guiding => "How did the talk with her manager go?",
    }
}
