//! Questions and hints for fields that are still empty (F6, R3, R8).

/// Questions worth bringing to a meeting (R3).
pub const AGENDA: [&str; 8] = [
    "What would you do differently if you stood where I stand?",
    "Which part of my plan do you not believe yet?",
    "Where do you see me hold back?",
    "What is the smallest next step that would count?",
    "Whom should I talk to about this, and what should I ask them?",
    "What went wrong for you at this point, and what did you make of it?",
    "What should I stop doing to have time for this?",
    "Here is what came of your advice. What would you try next?",
];

/// What to do before a meeting (R3).
pub const PREPARATION: [&str; 4] = [
    "Read our earlier notes",
    "Do, or say openly, what I promised",
    "Choose the one question that matters most",
    "Send the agenda a day ahead",
];

/// Hints for saying why one writes to this person (F6).
pub const OUTREACH_WHY: [&str; 3] = [
    "One thing of theirs I read, heard or used, and what it changed for me",
    "The turn in their path that looks like the one before me",
    "Who named them to me, and why",
];

/// Questions for both sides of an agreement (R1).
pub const AGREEMENT: [&str; 5] = [
    "What should be different in a year, so that this was worth it?",
    "What may the other one count on, every time?",
    "What would make you want to stop?",
    "How do you like to hear that something was not good?",
    "What did you miss in somebody who guided you, or whom you guided?",
];

/// Questions worth asking by the one who guides (R3).
pub const AGENDA_GUIDING: [&str; 8] = [
    "What would make this hour worth it for you?",
    "What have you tried so far, and what happened?",
    "What have you thought of already?",
    "What would you do if you could not ask me?",
    "Is this a moment for advice, or for listening?",
    "Whom could I introduce you to for this?",
    "What should I do more of, and what less?",
    "What will you do first, and by when do we look at it?",
];

/// Questions by which one finds out how somebody learns, and how fast (R1).
pub const LEARNING: [&str; 5] = [
    "When did you last learn something that stayed? How did that go?",
    "Would you rather see it first, try it first, or talk it through?",
    "How much between two meetings is too much?",
    "How do you notice that you are lost, and how would I notice?",
    "What do you want to find out without my help?",
];

/// Things to offer by the one who guides: resources and introductions (R7, G5, G6).
pub const OFFERS: [&str; 6] = [
    "A book, an article or a talk that changed how you work, and why",
    "An introduction to one person who stood where they stand",
    "A seat beside you for an hour: a meeting, a review, a first draft",
    "A look at their work before it counts",
    "A word for them where they are not in the room",
    "A story of yours that went wrong, with what you made of it",
];

/// Hints for telling somebody what one sees (R5).
pub const FEEDBACK_GIVEN: [&str; 5] = [
    "Ask first whether they want to hear it now.",
    "One thing you saw, when it was, and what it did to you or to others.",
    "About the work and the way, never about what somebody is.",
    "Say what already works with the same care: it is what they can build on.",
    "Leave the next step to them, and ask what would help.",
];

/// What makes a setting safe: hints for those who guide (R6, H2).
pub const SAFE: [&str; 5] = [
    "Say first what stays between you, and keep it where nobody sees that you do.",
    "Tell a failure of your own before you ask for one of theirs.",
    "Thank them for a hard truth, also when it stings.",
    "Ask what they need before you tell what you know.",
    "You may be their mentor or judge their work for somebody else; where you are both, say so.",
];

/// Hints for saying why somebody could be the right mentor (F7).
pub const GOOD_MENTOR: [&str; 5] = [
    "They can do what I want to learn, or have stood where I stand",
    "Their path makes me want to walk a part of it",
    "What matters to them matters to me",
    "I could tell them of a failure, and hear the truth from them",
    "They have time, and seem to like giving it",
];

/// Hints for saying what one asks (F6).
pub const OUTREACH_ASK: [&str; 3] = [
    "Half an hour, by video or phone, about this one question: …",
    "Their view of one page of mine, with the place I am stuck at marked",
    "Three talks in three months, and then we both say honestly whether to go on",
];

/// Hints for saying what one offers in return (F6).
pub const OUTREACH_OFFER: [&str; 3] = [
    "To tell them what became of their advice, whichever way it went",
    "A pair of hands for something of theirs: notes, a test, a first draft",
    "What I see from where I am: another field, another generation, another market",
];

/// Questions for looking at a goal again (R8).
pub const REVIEW: [&str; 3] = [
    "Is it still my goal, or one I only got used to?",
    "What moved since the last look, and what made it move?",
    "What stands in the way, and which part of that is in my hands?",
];

/// Questions for looking at a doubt from both sides (H5).
pub const DOUBT: [&str; 5] = [
    "If a friend told me this, what would I ask?",
    "When was it last good, and what was different then?",
    "Have I said it, in words that could be heard?",
    "What would I miss?",
    "What would they say if they wrote this page?",
];

/// Points for a talk about whether and how to go on (H5).
pub const DOUBT_TALK: [&str; 4] = [
    "What does each of us get out of our talks?",
    "Keep, change, stop: one of each from both of us",
    "What could we try until the next meeting, and how will we know whether it helped?",
    "Should we go on, and until when?",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Title;

    #[test]
    fn a_prompt_can_be_taken_over_as_it_is() {
        let all = [
            &AGENDA[..],
            &AGENDA_GUIDING,
            &PREPARATION,
            &DOUBT_TALK,
            &OUTREACH_WHY,
            &GOOD_MENTOR,
            &OUTREACH_ASK,
            &OUTREACH_OFFER,
            &REVIEW,
        ];
        for text in all.concat() {
            assert!(Title::new(text).is_ok(), "{text}");
        }
    }
}
