//! Words of the end of a mentorship, and the thanks that are drafted from what the notebook knows (H5).

use super::count;
use crate::domain::Side;

pub const CALLS_OFF: &str = "Meetings that are still planned are called off with it.";
pub const WORD: &str = "End it";
pub const PURPOSE: &str =
    "Take what you need of this, in any order. It ends only with the last button, and that can be undone.";
pub const OPEN: &str = "What is still open";
pub const OPEN_HELP: &str = "Decide about each. What is yours may stay yours.";
pub const NONE_OPEN: &str = "No action item is open between you.";
pub const DONE: &str = "Done";
pub const DROP: &str = "Drop it";
pub const KEEP: &str = "I still do it";
pub const UNDECIDED: &str = "Decide about each action item first.";
pub const DROPPED_BECAUSE: &str = "The mentorship ended";
pub const RESULTS: &str = "What came of it";
pub const RESULTS_HINT: &str = "I count to five before I answer. A talk held, the next one asked for.";
pub const REACHED: &str = "Goals reached";
pub const THANKS: &str = "Say thanks";
pub const THANKS_HELP: &str = "Drafted from what stands in the notebook; change it until it sounds like you.";
pub const THANKS_TEXT: &str = "Your words";
pub const SUBJECT: &str = "Thank you";
pub const SAID: &str = "I said it";
pub const SAID_IS: &str = "Noted as a check-in today";
pub const SAID_ABOUT: &str = "Thanks at the end";
pub const AGAIN: &str = "Draft it again";
pub const TOUCH: &str = "Keep in touch";
pub const TOUCH_HELP: &str =
    "People who part well often meet again. Today reminds you on this day, and asks for no more than a line.";
pub const TOUCH_ON: &str = "Write again on";
/// Months after which one may write again, and the words for it.
pub const TOUCH_IN: [(u32, &str); 2] = [(3, "In 3 months"), (6, "In half a year")];
pub const NEXT: &str = "Who is next?";
pub const NEXT_GUIDED: &str = "Some things are learned from one person, others from the next. You need not look today; a name written down is a beginning.";
pub const NEXT_GUIDING: &str = "You know now how it is to guide. Somebody else may be glad of it.";
pub const FIND: &str = "Find";
pub const PEOPLE: &str = "People";
pub const END: &str = "The end";
pub const ENDED_ALREADY: &str = "It has ended. What came of it stands on its page.";
pub const SEE: &str = "To its page";

pub fn heading(with: &str) -> String {
    format!("End the mentorship with {with}")
}
pub fn touch(with: &str) -> String {
    format!("Write a line to {with}")
}
pub fn touch_why(day: &str) -> String {
    format!("You wanted to keep in touch, and to write again {day}")
}
pub const WRITE: &str = "Write";

/// What is known for thanks. What is empty is not known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Thanks {
    pub with: String,
    pub guiding: bool,
    /// “since 9 January”.
    pub since: String,
    pub held: usize,
    pub results: String,
    pub reached: Vec<String>,
    /// What they said, and what the owner did about it.
    pub taken: Option<(String, String)>,
}

impl Thanks {
    /// On which side the owner is.
    pub fn on(mut self, side: Side) -> Self {
        self.guiding = side == Side::Guiding;
        self
    }
}

/// A sentence with an end, if it has none.
fn ended(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?', '…', '”']) { text.to_owned() } else { format!("{text}.") }
}

/// A draft of thanks; it says only what is known.
pub fn thanks(facts: &Thanks) -> String {
    let mut said = vec![match facts.with.split_whitespace().next() {
        Some(name) => format!("Hello {name},"),
        None => "Hello,".to_owned(),
    }];
    let what = if facts.guiding { "your trust" } else { "your time" };
    let met = match facts.held {
        0 => ".".to_owned(),
        1 => "; we met once.".to_owned(),
        held => format!("; we met {}.", count(held, "time", "times")),
    };
    said.push(format!("Thank you for {what} since {}{met}", facts.since));
    if !facts.reached.is_empty() {
        let reached = facts.reached.join("; ");
        let whose = if facts.guiding { "What you reached" } else { "What I reached" };
        said.push(ended(&format!("{whose}: {reached}")));
    }
    if !facts.results.trim().is_empty() {
        said.push(format!("What came of it: {}", ended(&facts.results)));
    }
    if let Some((text, done)) = &facts.taken {
        said.push(format!("You once said: “{}” What I made of it: {}", text.trim(), ended(done)));
    }
    said.push(if facts.guiding {
        "I learned from you, too. Write to me when something has moved; I would like to know.".to_owned()
    } else {
        "Let us stay in touch. I will tell you what becomes of it.".to_owned()
    });
    said.push("Best wishes".to_owned());
    said.join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thanks_say_what_is_known_and_nothing_else() {
        let facts = Thanks {
            with: "Amara Osei".into(),
            since: "9 January".into(),
            held: 20,
            results: "I count to five".into(),
            reached: vec!["Speak in public".into()],
            taken: Some(("You finish people’s sentences.".into(), "FIVE on the desk".into())),
            ..Thanks::default()
        };
        assert_eq!(
            thanks(&facts),
            "Hello Amara,\n\nThank you for your time since 9 January; we met 20 times.\n\nWhat I reached: Speak in public.\
             \n\nWhat came of it: I count to five.\n\nYou once said: “You finish people’s sentences.” What I made of it: \
             FIVE on the desk.\n\nLet us stay in touch. I will tell you what becomes of it.\n\nBest wishes"
        );
        let bare = Thanks { with: "Bea".into(), since: "1 May".into(), ..Thanks::default() }.on(Side::Guiding);
        let bare = thanks(&bare);
        assert!(bare.contains("Thank you for your trust since 1 May.") && !bare.contains("What came of it"), "{bare}");
    }
}
