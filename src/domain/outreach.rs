//! Reaching out to somebody: why them, what is asked, what is offered, what came back (F6).

mod message;
mod reply;

use serde::{Deserialize, Serialize};

pub use message::{Length, Message, MessageKind};
pub use reply::{Reply, ReplyKind};

use super::{
    Day, Person, Plan,
    id::{Id, PartId},
    parts::Parts,
    text::{Line, Text, Title},
};

/// One approach to one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Outreach {
    /// To whom.
    pub to: Title,
    /// The same person in the notebook, if they stand in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Id<Person>>,
    /// The finding plan it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<Id<Plan>>,
    /// Why this person.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub why_them: Text,
    /// What is asked of them.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub ask: Text,
    /// What is offered in return.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub offer: Text,
    /// The day it was sent; none while it is being thought about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent: Option<Day>,
    /// The day on which to ask again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follow_up: Option<Day>,
    /// What was written to them, and what is being written, oldest first.
    #[serde(default, skip_serializing_if = "Parts::is_empty")]
    pub messages: Parts<Message>,
    /// What came back.
    #[serde(default, skip_serializing_if = "Reply::is_waiting")]
    pub reply: Reply,
}

/// How far an outreach is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OutreachStage {
    /// Thought about.
    ToSend,
    /// Sent, and an answer may come.
    Waiting,
    /// Answered, or no answer is expected any more.
    Settled,
}

impl OutreachStage {
    /// All of them, in order.
    pub const ALL: [Self; 3] = [Self::ToSend, Self::Waiting, Self::Settled];
}

/// Days after which one asks again, if no other day was chosen.
const PATIENCE: i64 = 10;

impl Outreach {
    /// An outreach that is only an intention.
    #[must_use]
    pub fn new(to: Title) -> Self {
        Self {
            to,
            person: None,
            plan: None,
            why_them: Text::default(),
            ask: Text::default(),
            offer: Text::default(),
            sent: None,
            follow_up: None,
            messages: Parts::default(),
            reply: Reply::Waiting,
        }
    }

    /// The message that was being written last; none once another one was sent after it.
    #[must_use]
    pub fn being_written(&self) -> Option<&Message> {
        self.messages.iter().last().filter(|message| message.sent.is_none())
    }

    /// What is written of this kind and length, and not sent.
    #[must_use]
    pub fn unsent(&self, kind: MessageKind, length: Length) -> Option<&Message> {
        self.messages.iter().find(|it| it.sent.is_none() && (it.kind, it.length) == (kind, length))
    }

    /// Writes a message, which then stands last: one of each kind and length at a time. `id` is for a new one.
    pub fn write(&mut self, kind: MessageKind, length: Length, text: Text, id: PartId) {
        let unsent = self.unsent(kind, length).map(|message| message.id);
        self.messages.add(Message { id: unsent.unwrap_or(id), place: 0, kind, length, text, sent: None });
    }

    /// The message went out on this day. Whoever asks something asks again later: on the day that was chosen, if that
    /// is still to come, or some days after.
    pub fn send_message(&mut self, kind: MessageKind, length: Length, text: Text, on: Day, id: PartId) {
        self.write(kind, length, text, id);
        let unsent = self.unsent(kind, length).map(|message| message.id);
        if let Some(message) = unsent.and_then(|id| self.messages.get_mut(id)) {
            message.sent = Some(on);
        }
        match kind {
            MessageKind::First | MessageKind::FollowUp | MessageKind::Introduction => {
                if kind != MessageKind::Introduction {
                    self.sent.get_or_insert(on);
                }
                self.follow_up = self.follow_up.filter(|by| *by > on).or(Some(on.plus(PATIENCE)));
            }
            MessageKind::Thanks => {}
        }
    }

    /// The day on which one wrote to them last; a request to be introduced goes to somebody else.
    #[must_use]
    pub fn wrote_last(&self) -> Option<Day> {
        let to_them = self.messages.iter().filter(|message| message.kind != MessageKind::Introduction);
        to_them.filter_map(|message| message.sent).max().max(self.sent)
    }

    /// Whether two messages or more went out and no answer came, although it is time to ask again.
    #[must_use]
    pub fn is_unanswered(&self, today: Day) -> bool {
        let asked = |it: &&Message| matches!(it.kind, MessageKind::First | MessageKind::FollowUp) && it.sent.is_some();
        self.messages.iter().filter(asked).count() >= 2 && self.follow_up_due(today).is_some()
    }

    /// What came back, on this day; what was noted of an answer already stays.
    pub fn answer(&mut self, kind: ReplyKind, on: Day) {
        if self.reply.kind() != kind {
            self.reply = match kind {
                ReplyKind::Waiting => Reply::Waiting,
                ReplyKind::Came => Reply::Came { on, note: Line::default() },
                ReplyKind::None => Reply::None { on },
            };
        }
    }

    /// How far it is.
    #[must_use]
    pub fn stage(&self) -> OutreachStage {
        match (self.reply.is_waiting(), self.sent) {
            (false, _) => OutreachStage::Settled,
            (true, None) => OutreachStage::ToSend,
            (true, Some(_)) => OutreachStage::Waiting,
        }
    }

    /// The day of its follow-up, if that has come and an answer may still come.
    #[must_use]
    pub fn follow_up_due(&self, today: Day) -> Option<Day> {
        self.follow_up.filter(|by| self.reply.is_waiting() && *by <= today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> Day {
        Day::from_ymd_opt(2026, 4, day).unwrap()
    }

    fn outreach() -> Outreach {
        Outreach::new(Title::new("Amara Osei").unwrap())
    }

    fn send(it: &mut Outreach, on: Day) {
        it.send_message(MessageKind::First, Length::Message, Text::default(), on, PartId::new(1));
    }

    #[test]
    fn who_sends_is_asked_to_ask_again_after_ten_days() {
        let mut it = outreach();
        assert_eq!(it.stage(), OutreachStage::ToSend);
        send(&mut it, day(1));
        assert_eq!(it.stage(), OutreachStage::Waiting);
        assert_eq!(it.follow_up_due(day(10)), None);
        assert_eq!(it.follow_up_due(day(11)), Some(day(11)));
        it.answer(ReplyKind::Came, day(11));
        assert_eq!(it.stage(), OutreachStage::Settled);
        assert_eq!(it.follow_up_due(day(11)), None);
    }

    #[test]
    fn a_day_to_ask_again_that_was_chosen_stays() {
        let mut it = outreach();
        it.follow_up = Some(day(5));
        send(&mut it, day(1));
        assert_eq!(it.follow_up, Some(day(5)));
    }

    #[test]
    fn one_message_of_each_kind_and_length_is_written_at_a_time_and_each_that_was_sent_stays() {
        let (mut it, text) = (outreach(), |text| Text::new(text).unwrap());
        it.write(MessageKind::First, Length::Message, text("Hello"), PartId::new(1));
        it.write(MessageKind::First, Length::Email, text("Hello"), PartId::new(2));
        it.write(MessageKind::First, Length::Email, text("Hello Amara"), PartId::new(3));
        let said = |it: &Outreach, length| it.unsent(MessageKind::First, length).map(|it| it.text.to_string());
        assert_eq!(said(&it, Length::Message).as_deref(), Some("Hello"), "the e-mail overwrites no message");
        assert_eq!(said(&it, Length::Email).as_deref(), Some("Hello Amara"));
        assert_eq!(it.being_written().map(|it| it.length), Some(Length::Email));
        it.write(MessageKind::First, Length::Message, text("Hello!"), PartId::new(3));
        assert_eq!(it.being_written().map(|it| it.length), Some(Length::Message), "what was changed last");
        it.send_message(MessageKind::First, Length::Email, text("Hello Amara,"), day(1), PartId::new(3));
        assert_eq!((it.sent, it.follow_up, it.being_written()), (Some(day(1)), Some(day(11)), None));
        assert!(!it.is_unanswered(day(11)), "one message is no reason to stop");
        it.send_message(MessageKind::FollowUp, Length::Message, text("Again"), day(11), PartId::new(4));
        assert_eq!((it.sent, it.wrote_last(), it.messages.len()), (Some(day(1)), Some(day(11)), 3));
        assert!(!it.is_unanswered(day(20)) && it.is_unanswered(day(21)));
        it.answer(ReplyKind::Came, day(21));
        assert!(!it.is_unanswered(day(21)));
        let mut again = it.clone();
        again.answer(ReplyKind::Waiting, day(22));
        assert_eq!(again.follow_up_due(day(22)), it.follow_up, "who waits after all is asked again on the same day");
        it.send_message(MessageKind::Introduction, Length::Message, text("Do you know her?"), day(22), PartId::new(6));
        assert_eq!(it.wrote_last(), Some(day(11)), "that went to somebody else");
        it.follow_up = Some(day(21));
        it.send_message(MessageKind::Thanks, Length::Message, text("Thank you"), day(22), PartId::new(5));
        assert_eq!(it.follow_up, Some(day(21)), "one who thanks does not ask again");
    }

    #[test]
    fn the_same_answer_again_keeps_what_was_noted() {
        let mut it = outreach();
        let note = Line::new("Gladly, in May").unwrap();
        it.reply = Reply::Came { on: day(2), note };
        let before = it.clone();
        it.answer(ReplyKind::Came, day(9));
        assert_eq!(it, before);
        it.answer(ReplyKind::Waiting, day(9));
        assert!(it.reply.is_waiting());
    }
}
