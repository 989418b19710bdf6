//! Questions and hints for fields that are still empty (F6, R3, R8).

/// Questions worth bringing to a meeting (R3).
pub const AGENDA: [&str; 8] = [
    "What would you do differently if you stood where I stand?",
    "Which part of my plan do you not believe yet?",
    "Where did you see me hold back last time?",
    "What is the smallest next step that would count?",
    "Whom should I talk to about this, and what should I ask them?",
    "What went wrong for you at this point, and what did you make of it?",
    "What should I stop doing to have time for this?",
    "Did your advice from last time work out? Here is what happened.",
];

/// What to do before a meeting (R3).
pub const PREPARATION: [&str; 4] = [
    "Read what we noted last time",
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Title;

    #[test]
    fn a_prompt_can_be_taken_over_as_it_is() {
        let all = [&AGENDA[..], &PREPARATION, &OUTREACH_WHY, &GOOD_MENTOR, &OUTREACH_ASK, &OUTREACH_OFFER, &REVIEW];
        for text in all.concat() {
            assert!(Title::new(text).is_ok(), "{text}");
        }
    }
}
