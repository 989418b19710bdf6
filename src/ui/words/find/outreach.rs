//! Words of an outreach and of the messages in it.

use super::super::{changes::quoted, letters::Missing};
use crate::domain::{Length, MessageKind, OutreachStage, ReplyKind};

pub const HEADING: &str = "Outreach";
pub const EMPTY: &str = "Nobody to write to yet. Begin with one name; why this person and what you ask can follow.";
pub const EMPTY_IN_PLAN: &str = "Nobody was written to for this plan yet.";
pub const NEW: &str = "New outreach";
pub const NEW_HINT: &str = "Amara Osei";

pub fn stage(stage: OutreachStage) -> &'static str {
    match stage {
        OutreachStage::ToSend => "To be sent",
        OutreachStage::Waiting => "Waiting for an answer",
        OutreachStage::Settled => "Answered, or no longer awaited",
    }
}

pub fn counted(to_send: usize, waiting: usize, settled: usize) -> String {
    let said = [(to_send, "to be sent"), (waiting, "waiting"), (settled, "settled")];
    let said = said.into_iter().filter(|(number, _)| *number > 0);
    said.map(|(number, word)| format!("{number} {word}")).collect::<Vec<_>>().join(", ")
}

pub const TO: &str = "To whom";
pub const PERSON: &str = "In your notebook";
pub const PERSON_FIELD: &str = "person";
pub const PERSON_NONE: &str = "Not linked";
pub const SEE_PERSON: &str = "Go to this person";
pub const MESSAGE: &str = "The message";
pub const MESSAGE_HELP: &str = "Be clear and brief: a busy person decides in a minute.";
pub const WHY_THEM: &str = "Why this person";
pub const WHY_THEM_PROMPTS: &str = "Good reasons to name";
pub const ASK_PROMPTS: &str = "Things one can ask";
pub const OFFER_PROMPTS: &str = "Things one can offer";
pub const WHY_THEM_HINT: &str = "What of theirs you have seen or read, and what it meant to you";
pub const ASK: &str = "What I ask";
pub const ASK_HINT: &str = "Something small with an end: half an hour about one question";
pub const OFFER: &str = "What I offer";
pub const OFFER_HINT: &str = "Your help, your view from another field, news of what became of the advice";
pub const DRAFT: &str = "Write it";
pub const DRAFT_HELP: &str = "Made from what stands above, until you change it. Read it aloud once before it goes.";
/// What the page of the candidate says of why, to be taken over.
pub const TAKE_WHY: &str = "Take over what you wrote about them";
pub const TO_CANDIDATE: &str = "To the candidate";
pub const TALKING: &str = "You are talking now";
pub const WRITE_MORE: &str = "Write another message";
pub const KIND: &str = "What for";
pub const LENGTH: &str = "How it goes";
pub const TEXT: &str = "Text";
pub const MISSING: &str = "It would say more with this:";
pub const AGAIN: &str = "Begin again from what stands above";
pub const MARK_SENT: &str = "Mark as sent today";
pub const WAS_SENT: &str = "What was sent";
pub const LET_BE: &str = "Two messages and no answer. People are busy, and some letters do not find their moment; that says little about you. Let it be for now, and look again in three months?";
pub const LET_BE_YES: &str = "Let it be for now";

pub fn kind(kind: MessageKind) -> &'static str {
    match kind {
        MessageKind::First => "A first message",
        MessageKind::FollowUp => "A reminder",
        MessageKind::Thanks => "Thanks for a no",
        MessageKind::Introduction => "To be introduced",
    }
}

pub fn length(length: Length) -> &'static str {
    match length {
        Length::Invitation => "LinkedIn invitation",
        Length::Message => "Message",
        Length::Email => "E-mail",
        Length::Spoken => "Spoken",
    }
}

pub fn missing(missing: Missing) -> &'static str {
    match missing {
        Missing::Why => "why this person",
        Missing::Ask => "what you ask",
        Missing::Offer => "what you offer",
        Missing::Goal => "a goal of the finding plan",
        Missing::Introducer => "who could introduce you, on the candidate’s page",
    }
}

/// “212 of 300 characters”.
pub fn fits(units: usize, most: usize) -> String {
    format!("{units} of {most} characters")
}

pub fn wrote(to: &str) -> String {
    format!("Wrote to {}", quoted(to))
}

pub fn began_again(to: &str) -> String {
    format!("Began the message to {} again", quoted(to))
}

pub fn let_be(to: &str) -> String {
    format!("Let the outreach to {} be", quoted(to))
}

/// “A reminder, by e-mail”.
pub fn sent_as(kind: MessageKind, length: Length) -> String {
    format!("{}, {}", self::kind(kind), self::length(length))
}

pub const SENDING: &str = "Sending";
pub const SENT: &str = "Sent on";
pub const FOLLOW_UP: &str = "Ask again on";
pub const FOLLOW_UP_HELP: &str = "No answer often means no time. One friendly reminder is welcome more often than not.";
pub const REPLY: &str = "Reply";
pub const REPLY_DAY: &str = "Day of the reply";
pub const REPLY_ON_CAME: &str = "Came on";
pub const REPLY_ON_NONE: &str = "Stopped waiting on";
pub const NOTE: &str = "What it said";
pub const NOTE_HINT: &str = "Gladly, after the summer";

pub fn reply(kind: ReplyKind) -> &'static str {
    match kind {
        ReplyKind::Waiting => "Waiting",
        ReplyKind::Came => "An answer came",
        ReplyKind::None => "No answer",
    }
}

pub fn sent_on(within: &str) -> String {
    format!("Sent {within}")
}

pub fn answered(within: &str, note: &str) -> String {
    if note.is_empty() { format!("Answered {within}") } else { format!("Answered {within}: {note}") }
}

pub fn no_answer(within: &str) -> String {
    format!("No answer; waited until {}", within.trim_start_matches("on "))
}

pub fn sent(to: &str) -> String {
    format!("Sent the outreach to “{to}”")
}

pub fn replied(to: &str, kind: ReplyKind) -> String {
    match kind {
        ReplyKind::Waiting => format!("Waiting again for an answer of “{to}”"),
        ReplyKind::Came => format!("“{to}” answered"),
        ReplyKind::None => format!("No answer of “{to}” is expected any more"),
    }
}
