//! Drafts of what one writes to somebody: a first message, another one after a silence, thanks for a no, a request to
//! be introduced (F3, F6); thanks and news stand in [`thanks`]. A draft is made of sentences that are known; what is not known is named beside it, and
//! never stands in it.

pub mod thanks;

use crate::domain::{Length, MessageKind};

/// The ways out of the notebook.
pub mod send {
    pub const COPY: &str = "Copy";
    pub const COPIED: &str = "Copied.";
    pub const NOT_COPIED: &str = "The browser does not let this page copy. Select the text and copy it yourself.";
    pub const MAIL: &str = "Open in your mail program";
}

/// The most characters of an invitation on LinkedIn, in UTF-16 units.
pub const INVITATION: usize = 300;

/// What is known for a draft. What is empty is not known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// Who is meant.
    pub to: String,
    /// Who could introduce one to them.
    pub introducer: String,
    /// Where one met them.
    pub event: String,
    /// Why them.
    pub why: String,
    /// What one works toward.
    pub goal: String,
    /// What is asked.
    pub ask: String,
    /// What is offered.
    pub offer: String,
    /// When one wrote last: “on 10 November”.
    pub wrote: String,
}

/// What a draft would say if it were known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    Why,
    Ask,
    Offer,
    Goal,
    Introducer,
}

/// A draft.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Letter {
    /// What stands above an e-mail.
    pub subject: String,
    /// The text.
    pub text: String,
    /// What is not known and would belong there.
    pub missing: Vec<Missing>,
}

/// A sentence, and how much the draft needs it: what is needed less goes first when there is little room.
struct Piece {
    need: u8,
    text: String,
}

/// The sentences of a draft as they come.
#[derive(Default)]
struct Draft {
    pieces: Vec<Piece>,
    missing: Vec<Missing>,
}

impl Draft {
    fn say(&mut self, need: u8, text: impl Into<String>) {
        self.pieces.push(Piece { need, text: text.into() });
    }

    /// Says something if it is known, and names it if it is not.
    fn say_known(&mut self, need: u8, known: &str, missing: Option<Missing>, say: impl FnOnce(&str) -> String) {
        let known = known.trim();
        if known.is_empty() {
            self.missing.extend(missing);
        } else {
            self.say(need, ended(&say(known)));
        }
    }
}

/// A sentence ends with a point, unless it ends with something else that ends one.
fn ended(text: &str) -> String {
    let text = text.trim_end();
    let ends = text.trim_end_matches(['”', '"', '»', ')', '’']).ends_with(['.', '!', '?', '…', ':']);
    if ends { text.to_owned() } else { format!("{text}.") }
}

fn first_name(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or_default()
}

/// Writes a draft of this kind and length.
pub fn write(kind: MessageKind, length: Length, facts: &Facts) -> Letter {
    let mut draft = Draft::default();
    let addressed = if kind == MessageKind::Introduction { &facts.introducer } else { &facts.to };
    let subject = match kind {
        MessageKind::First => first(&mut draft, facts),
        MessageKind::FollowUp => follow_up(&mut draft, facts),
        MessageKind::Thanks => thanks(&mut draft, facts),
        MessageKind::Introduction => introduction(&mut draft, facts),
    };
    let Draft { pieces, missing } = draft;
    let text = laid_out(first_name(addressed), length, pieces);
    Letter { subject, text, missing }
}

/// The sentences with a greeting, as they go this way.
fn laid_out(name: &str, length: Length, pieces: Vec<Piece>) -> String {
    // A name that leaves an invitation no room for what it is about is left out.
    let named = !name.is_empty() && (length != Length::Invitation || units(name) <= INVITATION / 3);
    let greeting = if named { format!("Hello {name},") } else { "Hello,".to_owned() };
    match length {
        Length::Invitation => fitting(&greeting, pieces),
        Length::Message => {
            let said: Vec<_> = pieces.into_iter().filter(|it| it.need <= 2).map(|it| it.text).collect();
            format!("{greeting}\n\n{}", said.join(" "))
        }
        Length::Email => {
            let said: Vec<_> = pieces.into_iter().map(|it| it.text).collect();
            format!("{greeting}\n\n{}\n\nBest wishes", said.join("\n\n"))
        }
        Length::Spoken => {
            let said: Vec<_> = pieces.into_iter().filter(|it| it.need <= 2).map(|it| it.text).collect();
            said.join("\n\n")
        }
    }
}

fn first(draft: &mut Draft, facts: &Facts) -> String {
    draft.say_known(2, &facts.event, None, |event| format!("We met at {event}"));
    draft.say_known(1, &facts.why, Some(Missing::Why), str::to_owned);
    draft.say_known(2, &facts.goal, Some(Missing::Goal), |goal| format!("What I am working toward: {goal}"));
    draft.say_known(1, &facts.ask, Some(Missing::Ask), |ask| format!("What I would like to ask of you: {ask}"));
    draft.say_known(2, &facts.offer, Some(Missing::Offer), |offer| format!("What I can give in return: {offer}"));
    draft.say(3, "If this is not the time for it, a word is enough, and I will not ask again.");
    "A question for you".to_owned()
}

fn follow_up(draft: &mut Draft, facts: &Facts) -> String {
    let wrote = if facts.wrote.is_empty() { "a while ago" } else { &facts.wrote };
    draft.say(1, format!("I wrote to you {wrote}, and I know how full a week can be."));
    draft.say_known(1, &facts.ask, Some(Missing::Ask), |ask| format!("I asked: {ask}"));
    draft.say_known(3, &facts.why, Some(Missing::Why), str::to_owned);
    draft.say(2, "Would another time suit you better? And if it does not fit at all, that is all right; a short no helps me, too.");
    "My question to you, once more".to_owned()
}

fn thanks(draft: &mut Draft, facts: &Facts) -> String {
    draft.say(1, "Thank you for answering, and for saying it plainly.");
    draft.say_known(2, &facts.why, Some(Missing::Why), |why| format!("What I wrote still stands: {why}"));
    draft.say_known(3, &facts.goal, Some(Missing::Goal), |goal| {
        format!("I go on with this: {}", goal.trim_end_matches('.'))
    });
    draft.say(2, "Should somebody come to your mind whom I could ask instead, I would be glad of a name.");
    "Thank you".to_owned()
}

fn introduction(draft: &mut Draft, facts: &Facts) -> String {
    if facts.introducer.trim().is_empty() {
        draft.missing.push(Missing::Introducer);
    }
    draft.say(1, format!("You know {}, whom I would like to meet.", facts.to));
    draft.say_known(1, &facts.why, Some(Missing::Why), |why| format!("Why them: {why}"));
    draft.say_known(2, &facts.ask, Some(Missing::Ask), |ask| format!("What I would ask of them: {ask}"));
    draft.say_known(3, &facts.offer, Some(Missing::Offer), |offer| format!("What I can give in return: {offer}"));
    draft.say(1, "Would you introduce us? A line to both of us is enough.");
    draft.say(3, "And if you would rather not, that is all right, too.");
    format!("Would you introduce me to {}?", facts.to)
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// As many of the sentences as fit into an invitation, in their order; what is needed most first. A first sentence that
/// is too long by itself ends at a word.
fn fitting(greeting: &str, pieces: Vec<Piece>) -> String {
    let mut taken: Vec<bool> = pieces.iter().map(|_| false).collect();
    let mut used = units(greeting);
    for need in 1..=3 {
        for (piece, taken) in pieces.iter().zip(&mut taken).filter(|(piece, _)| piece.need == need) {
            let with_it = used + 1 + units(&piece.text);
            if with_it <= INVITATION {
                (*taken, used) = (true, with_it);
            }
        }
    }
    let mut text = greeting.to_owned();
    let says_why = pieces.iter().zip(&taken).any(|(piece, taken)| *taken && piece.need == 1);
    // What it is about says more cut short than a closing phrase does whole.
    if !says_why
        && let Some(piece) = pieces.iter().filter(|piece| piece.need == 1).min_by_key(|piece| units(&piece.text))
        && let Some(room) = INVITATION.checked_sub(units(&text) + 1).filter(|room| *room > 20)
    {
        text.push(' ');
        text.push_str(&cut(&piece.text, room));
        return text;
    }
    for (piece, _) in pieces.iter().zip(&taken).filter(|(_, taken)| **taken) {
        text.push(' ');
        text.push_str(&piece.text);
    }
    text
}

/// The beginning of a text, up to a word, with a sign that it goes on.
fn cut(text: &str, most: usize) -> String {
    let mut kept = String::new();
    for word in text.split_whitespace() {
        if units(&kept) + units(word) + 2 > most {
            break;
        }
        if !kept.is_empty() {
            kept.push(' ');
        }
        kept.push_str(word);
    }
    kept.push('…');
    kept
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn facts() -> Facts {
        Facts {
            to: "Amara Osei".into(),
            introducer: "Priya Raman".into(),
            event: "the regional conference".into(),
            why: "You said on stage that most findings die in a drawer".into(),
            goal: "Lead a project".into(),
            ask: "An hour over tea, about one report of mine?".into(),
            offer: "I draw".into(),
            wrote: "on 10 November".into(),
        }
    }

    #[test]
    fn a_first_message_says_what_is_known_and_nothing_else() {
        let letter = write(MessageKind::First, Length::Message, &facts());
        assert_eq!(
            letter.text,
            "Hello Amara,\n\nWe met at the regional conference. You said on stage that most findings die in a drawer. \
             What I am working toward: Lead a project. What I would like to ask of you: An hour over tea, about one \
             report of mine? What I can give in return: I draw."
        );
        assert_eq!(letter.missing, []);
        let bare = write(MessageKind::First, Length::Email, &Facts { to: "Amara Osei".into(), ..Facts::default() });
        assert_eq!(bare.missing, [Missing::Why, Missing::Goal, Missing::Ask, Missing::Offer]);
        assert!(!bare.text.contains(['[', ']', '{', '}']));
    }

    #[test]
    fn a_request_to_be_introduced_goes_to_who_introduces() {
        let letter = write(MessageKind::Introduction, Length::Message, &facts());
        assert!(letter.text.starts_with("Hello Priya,\n\nYou know Amara Osei"));
        let nobody = write(MessageKind::Introduction, Length::Message, &Facts { introducer: String::new(), ..facts() });
        assert!(nobody.text.starts_with("Hello,\n\n") && nobody.missing.contains(&Missing::Introducer));
    }

    #[test]
    fn another_message_names_the_day_of_the_one_before() {
        assert!(
            write(MessageKind::FollowUp, Length::Spoken, &facts()).text.starts_with("I wrote to you on 10 November,")
        );
    }

    #[test]
    fn what_an_invitation_is_about_is_cut_rather_than_left_out() {
        let why = "You said on stage that most findings die in a drawer. ".repeat(8);
        let facts = Facts { to: "Amara Osei".into(), why, ..Facts::default() };
        let text = write(MessageKind::First, Length::Invitation, &facts).text;
        assert!(text.starts_with("Hello Amara, You said on stage") && text.ends_with('…'), "{text}");
    }

    proptest! {
        #[test]
        fn an_invitation_always_fits(why in ".{0,400}", ask in ".{0,400}", name in "(\\PC{1,60}|x{250,300})", kind in prop::sample::select(MessageKind::ALL.to_vec())) {
            let facts = Facts { why, ask, to: name, introducer: "Priya".into(), ..Facts::default() };
            let letter = write(kind, Length::Invitation, &facts);
            prop_assert!(units(&letter.text) <= INVITATION, "{}", letter.text);
        }
    }
}
