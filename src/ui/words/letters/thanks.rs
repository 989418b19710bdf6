//! Thank-you notes, and news of what has changed, from either side (R7). Like every draft they are made of sentences
//! that are known: what is not known is left out.

use super::{Draft, Letter, first_name, laid_out};
use crate::domain::{Length, Side};

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Note {
    /// Thanks for what helped.
    Thanks,
    /// How things go.
    News,
}

impl Note {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Thanks, Self::News];
}

/// Something that helped.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Help {
    /// What.
    pub help: String,
    /// When: “at our meeting on 10 November”.
    pub when: String,
    /// What became of it; empty if that is not known.
    pub became: String,
}

/// What is known for a note. What is empty is not known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// To whom it goes.
    pub to: String,
    /// What it thanks for.
    pub helps: Vec<Help>,
    /// What became of help that was thanked for before.
    pub became: Vec<Help>,
    /// Goals that were reached.
    pub achieved: Vec<String>,
    /// Goals, each with the milestones that were reached.
    pub steps: Vec<(String, Vec<String>)>,
    /// What the owner promised and did.
    pub done: Vec<String>,
    /// What the other one said, and what was done about it.
    pub acted: Vec<(String, String)>,
}

impl Facts {
    fn has_news(&self) -> bool {
        !(self.became.is_empty()
            && self.achieved.is_empty()
            && self.steps.is_empty()
            && self.done.is_empty()
            && self.acted.is_empty())
    }
}

/// The sentences of one side.
struct Words {
    thanks: &'static str,
    helped: &'static str,
    thanks_end: &'static str,
    news: &'static str,
    still: &'static str,
    news_end: &'static str,
    news_subject: &'static str,
    achieved: &'static str,
    reached: &'static str,
    done: &'static str,
}

const GUIDED: Words = Words {
    thanks: "I would like to thank you.",
    helped: "What helped me",
    thanks_end: "You are a part of this.",
    news: "I would like to tell you what has moved.",
    still: "A short word, so that you know I am still at it.",
    news_end: "You need not answer; I only wanted you to know.",
    news_subject: "How it goes",
    achieved: "I have reached this goal",
    reached: "I have reached",
    done: "I have done what I promised",
};

const GUIDING: Words = Words {
    thanks: "I would like to thank you, for I learn from you, too.",
    helped: "What I took with me",
    thanks_end: "I am glad to walk a part of the way with you.",
    news: "I would like to tell you what I see.",
    still: "A short word, so that you know I am thinking of you.",
    news_end: "Tell me when something is in your way.",
    news_subject: "A word in between",
    achieved: "You have reached this goal",
    reached: "you have reached",
    done: "I have done what I promised you",
};

/// Several things in one sentence: the points at their ends make way.
fn listed(items: &[String]) -> String {
    let items = items.iter().map(|it| it.trim().trim_end_matches('.').trim_end());
    items.filter(|it| !it.is_empty()).collect::<Vec<_>>().join("; ")
}

/// Writes a note to somebody.
pub fn write(note: Note, side: Side, length: Length, facts: &Facts) -> Letter {
    let words = if side == Side::Guided { &GUIDED } else { &GUIDING };
    let mut draft = Draft::default();
    let subject = match note {
        Note::Thanks => {
            draft.say(1, words.thanks);
            for it in &facts.helps {
                let when = if it.when.is_empty() { String::new() } else { format!(", {}", it.when) };
                draft.say_known(1, &it.help, None, |help| format!("{}{when}: {help}", words.helped));
                draft.say_known(1, &it.became, None, |became| format!("What became of it: {became}"));
            }
            // Short thanks name the goals they led to, and leave the rest to a letter.
            news(&mut draft, words, side, facts, 3);
            draft.say(3, words.thanks_end);
            "Thank you"
        }
        Note::News => {
            draft.say(1, if facts.has_news() { words.news } else { words.still });
            news(&mut draft, words, side, facts, 2);
            draft.say(3, words.news_end);
            words.news_subject
        }
    };
    let text = laid_out(first_name(&facts.to), length, draft.pieces);
    Letter { subject: subject.to_owned(), text, missing: draft.missing }
}

/// What has changed; `need` says how much is needed what is no goal.
fn news(draft: &mut Draft, words: &Words, side: Side, facts: &Facts, need: u8) {
    draft.say_known(2, &listed(&facts.achieved), None, |goals| format!("{}: {goals}", words.achieved));
    for (goal, steps) in &facts.steps {
        draft.say_known(2, &listed(steps), None, |steps| format!("Toward “{goal}” {}: {steps}", words.reached));
    }
    draft.say_known(need, &listed(&facts.done), None, |done| format!("{}: {done}", words.done));
    for (said, done) in &facts.acted {
        draft.say(need, format!("You told me: “{}”", said.trim()));
        draft.say_known(need, done, None, |done| format!("What I did about it: {done}"));
    }
    for it in &facts.became {
        let helped = if side == Side::Guided { "You helped me with this" } else { "I took this from you" };
        draft.say_known(need, &it.help, None, |help| format!("{helped}: {help}"));
        draft.say_known(need, &it.became, None, |became| format!("What became of it: {became}"));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn facts() -> Facts {
        Facts {
            to: "Amara Osei".into(),
            helps: vec![Help {
                help: "The advice to ask a second time".into(),
                when: "at our meeting on 10 November".into(),
                became: "I asked, and they said yes".into(),
            }],
            became: vec![Help {
                help: "The list of three".into(),
                became: "It hangs on the wall.".into(),
                ..Help::default()
            }],
            achieved: vec!["Lead a project".into()],
            steps: vec![("Speak in public".into(), vec!["Submit the abstract.".into(), "Rehearse".into()])],
            done: vec!["Send the outline".into()],
            acted: vec![("Slower, please.".into(), "I breathe".into())],
        }
    }

    #[test]
    fn thanks_name_what_helped_and_what_became_of_it() {
        let bare = Facts { to: "Amara Osei".into(), helps: facts().helps, ..Facts::default() };
        assert_eq!(
            write(Note::Thanks, Side::Guided, Length::Message, &bare).text,
            "Hello Amara,\n\nI would like to thank you. What helped me, at our meeting on 10 November: The advice to ask \
             a second time. What became of it: I asked, and they said yes."
        );
    }

    #[test]
    fn news_says_what_has_changed_and_names_the_advice() {
        assert_eq!(
            write(Note::News, Side::Guided, Length::Message, &facts()).text,
            "Hello Amara,\n\nI would like to tell you what has moved. I have reached this goal: Lead a project. Toward \
             “Speak in public” I have reached: Submit the abstract; Rehearse. I have done what I promised: Send the \
             outline. You told me: “Slower, please.” What I did about it: I breathe. You helped me with this: The list \
             of three. What became of it: It hangs on the wall."
        );
        let quiet = Facts { to: "Amara Osei".into(), ..Facts::default() };
        assert_eq!(
            write(Note::News, Side::Guided, Length::Message, &quiet).text,
            "Hello Amara,\n\nA short word, so that you know I am still at it."
        );
    }

    #[test]
    fn who_guides_has_words_of_their_own() {
        let letter = write(Note::News, Side::Guiding, Length::Email, &facts());
        assert!(letter.text.contains("Toward “Speak in public” you have reached: Submit the abstract; Rehearse."));
        assert!(letter.text.contains("You have reached this goal: Lead a project."));
        assert_eq!(letter.subject, "A word in between");
        let thanks = write(Note::Thanks, Side::Guiding, Length::Spoken, &facts());
        assert!(!thanks.text.contains("Send the outline"), "spoken thanks are short");
        assert!(
            thanks.text.starts_with("I would like to thank you, for I learn from you, too.\n\nWhat I took with me")
        );
    }

    proptest! {
        #[test]
        fn nothing_stands_in_a_note_but_sentences(
            help in "[a-zA-Z .]{0,30}", became in "[a-zA-Z .]{0,30}", to in "[a-zA-Z ]{0,20}", done in prop::collection::vec("[a-z .]{0,9}", 0..3),
            note in prop::sample::select(Note::ALL.to_vec()), guided in any::<bool>(), length in prop::sample::select(Length::ALL.to_vec()),
        ) {
            let side = if guided { Side::Guided } else { Side::Guiding };
            let helps = vec![Help { help, became, when: String::new() }];
            let text = write(note, side, length, &Facts { to, helps, done, ..Facts::default() }).text;
            prop_assert!(!text.contains(['[', ']', '{', '}', '_']), "{text}");
            prop_assert!(!text.contains(": ;") && !text.contains(":."), "{text}");
        }
    }
}
