//! What happened between meetings and about them: check-ins, feedback, help received, how it felt.

use super::{
    GoalOf::{self, Code, Research, Talk},
    Who::{self, Amara, Jonas},
    Year, goal_id, id, line, meeting_of, mentorship_id, text, title,
};
use crate::domain::{
    Answer::{self, Answered, NotNeeded},
    Appreciation, CheckIn,
    Direction::{self, FromMe, FromThem},
    Doubt, Feedback, Leaning, Pulse, Rating, Subject, Text,
    meeting::Channel::{self, Email, Message, Phone},
};

/// With whom, days ago, how, who began, whether answered, about what.
type CheckInRow = (Who, i64, Channel, Direction, Answer, &'static str);

const CHECK_INS: [CheckInRow; 13] = [
    (Amara, 290, Message, FromThem, Answered, "No voice, sends tea emoji, asks to move it"),
    (Amara, 240, Message, FromMe, Answered, "The swap screen moves up two releases, because of the page"),
    (Amara, 218, Email, FromMe, Answered, "Sent the five slides, asked which one to throw out"),
    (Jonas, 196, Message, FromMe, Answered, "Two browsers, one shift, no crash. Sent a film of it"),
    (Amara, 169, Phone, FromMe, Answered, "Ten minutes before the talk with my manager"),
    (Jonas, 140, Email, FromThem, NotNeeded, "An article on branches for people who draw"),
    (Amara, 113, Message, FromThem, Answered, "Asked how the wards took the new screen"),
    (Jonas, 98, Message, FromMe, Answered, "Told him that the names survived the second rewrite, too"),
    (Amara, 84, Email, FromMe, Answered, "Apologised for yesterday; found another day"),
    (Amara, 57, Message, FromMe, Answered, "First draft of the abstract, with a plea for honesty"),
    (Amara, 27, Email, FromThem, Answered, "Introduced me to Li Wen"),
    (Amara, 5, Message, FromThem, NotNeeded, "Link to the talks of last year: “watch the second one”"),
    (Amara, 197, Email, FromMe, NotNeeded, "Thank you for the kettle evening"),
];

/// The last of them, as it was written.
const THANK_YOU: &str = "Hello Amara,\n\nI would like to thank you for something that helped me.\n\nWhat helped me: to throw \
                         out four numbers and keep one.\n\nWhat became of it: the seventeen shifts. Two wards asked for \
                         the slide.\n\nYou are a part of this. Thank you.\n\nBest wishes";

/// With whom, days ago, communication, trust and respect from 1 to 5, a word.
type PulseRow = (Who, i64, [u8; 3], &'static str);

const PULSES: [PulseRow; 5] = [
    (Amara, 230, [3, 4, 4], "I still rehearse before I call"),
    (Amara, 126, [4, 5, 4], "She looks forward to it, she says"),
    (Amara, 40, [5, 5, 4], "Said no, and the roof stayed on"),
    (Jonas, 118, [4, 4, 5], "Never slow, with him"),
    (Jonas, 69, [3, 4, 5], "He was worn out, and I talked"),
];

struct FeedbackRow {
    /// The meeting at which it was given.
    at: i64,
    from: Direction,
    goal: Option<GoalOf>,
    /// A piece of work, or the way somebody works if it is empty.
    about: Option<&'static str>,
    said: &'static str,
    done: &'static str,
}

const FEEDBACK: [FeedbackRow; 8] = [
    FeedbackRow {
        at: 303,
        from: FromThem,
        goal: Some(Research),
        about: Some(""),
        said: "You finish people's sentences, and they let you.",
        done: "FIVE on the desk. In the last recording: twice.",
    },
    FeedbackRow {
        at: 245,
        from: FromThem,
        goal: Some(Code),
        about: None,
        said: "You name things well. Half of my team cannot.",
        done: "",
    },
    FeedbackRow {
        at: 204,
        from: FromThem,
        goal: Some(Talk),
        about: Some("Five minutes at the design guild"),
        said: "The kettle won the room and the numbers lost it. You noticed while you were still speaking, \
               and that is the rarer skill.",
        done: "One number in the long version. It is the seventeen shifts.",
    },
    FeedbackRow {
        at: 127,
        from: FromThem,
        goal: Some(Talk),
        about: Some(""),
        said: "You explain better than you think, and then you apologise for it.",
        done: "Left the apology out at product day. Nobody missed it.",
    },
    FeedbackRow {
        at: 127,
        from: FromMe,
        goal: None,
        about: Some(""),
        said: "Your pauses help me more than your answers. When you are in a hurry you answer for me; the last \
               two calls were like that.",
        done: "She moved our calls to the end of her day. It is a different hour.",
    },
    FeedbackRow {
        at: 119,
        from: FromThem,
        goal: Some(Code),
        about: Some(""),
        said: "Ask for help after twenty minutes, not after two evenings.",
        done: "I set a timer now. It works, and I resent it.",
    },
    FeedbackRow {
        at: 119,
        from: FromMe,
        goal: None,
        about: None,
        said: "You never made me feel slow. One wish: tell me when a question is too large for half an hour.",
        done: "",
    },
    FeedbackRow {
        at: 12,
        from: FromThem,
        goal: Some(Talk),
        about: Some("The abstract"),
        said: "The short opening is the real one. Trust it, and take a breath after “kettle”.",
        done: "",
    },
];

struct HelpRow {
    with: Who,
    ago: i64,
    /// Whether it was given at the meeting of that day.
    at_meeting: bool,
    goal: Option<GoalOf>,
    help: &'static str,
    became: &'static str,
    /// Days ago.
    thanked: Option<i64>,
}

const HELP: [HelpRow; 5] = [
    HelpRow {
        with: Amara,
        ago: 331,
        at_meeting: true,
        goal: None,
        help: "The question what I want to be able to do in a year",
        became: "Three goals, each with a scene in it.",
        thanked: Some(318),
    },
    HelpRow {
        with: Amara,
        ago: 204,
        at_meeting: true,
        goal: Some(Talk),
        help: "To throw out four numbers and keep one",
        became: "The seventeen shifts. Two wards asked for the slide.",
        thanked: Some(197),
    },
    HelpRow {
        with: Jonas,
        ago: 119,
        at_meeting: true,
        goal: Some(Code),
        help: "To ask after twenty minutes, and not after two evenings",
        became: "A timer on my desk. It works, and I resent it.",
        thanked: Some(98),
    },
    HelpRow {
        with: Amara,
        ago: 27,
        at_meeting: false,
        goal: None,
        help: "The introduction to Li Wen",
        became: "",
        thanked: None,
    },
    HelpRow {
        with: Amara,
        ago: 12,
        at_meeting: true,
        goal: Some(Talk),
        help: "To trust the short opening",
        became: "",
        thanked: None,
    },
];

impl Year {
    pub(super) fn help(&mut self) -> Option<()> {
        for (number, row) in HELP.iter().enumerate() {
            let mut it = Appreciation::new(mentorship_id(row.with), title(row.help)?, self.weekday(row.ago));
            it.goal = row.goal.map(goal_id);
            if row.at_meeting {
                it.meeting = Some(meeting_of(row.ago)?.0);
            }
            if let Some(thanked) = row.thanked {
                it.tell(text(row.became)?, self.weekday(thanked));
                let written = number == 1;
                it.thank(self.weekday(thanked), written.then(|| id(CHECK_INS.len() - 1)));
            }
            self.put(id(number), false, it);
        }
        Some(())
    }

    pub(super) fn check_ins(&mut self) -> Option<()> {
        for (number, (with, ago, channel, direction, answer, about)) in CHECK_INS.into_iter().enumerate() {
            let check_in = CheckIn {
                mentorship: mentorship_id(with),
                on: self.weekday(ago),
                channel,
                direction,
                about: title(about)?,
                text: if number + 1 == CHECK_INS.len() { text(THANK_YOU)? } else { Text::default() },
                answer,
            };
            self.put(id(number), false, check_in);
        }
        Some(())
    }

    pub(super) fn pulses(&mut self) -> Option<()> {
        for (number, (with, ago, rated, word)) in PULSES.into_iter().enumerate() {
            let [communication, trust, respect] = rated.map(Rating::new);
            let mentorship = mentorship_id(with);
            let on = self.weekday(ago);
            let pulse = Pulse { mentorship, meeting: None, on, communication, trust, respect, word: line(word)? };
            self.put(id(number), false, pulse);
        }
        Some(())
    }

    /// About Jonas, of whom nothing was heard for weeks.
    pub(super) fn doubt(&mut self) -> Option<()> {
        let mut it = Doubt::new(mentorship_id(Jonas), self.weekday(15));
        it.troubles = text("Nothing since the call about estimates. Every message I begin sounds like a reminder.")?;
        it.good = text("He takes me seriously, and he never made me feel slow.")?;
        it.tried = text("Waiting.")?;
        it.change = text("That one of us may say “not this month” without a bad conscience.")?;
        it.leaning = Some(Leaning::Change);
        self.put(id(0), false, it);
        Some(())
    }

    pub(super) fn feedback(&mut self) -> Option<()> {
        for (number, row) in FEEDBACK.iter().enumerate() {
            let (meeting, mentorship) = meeting_of(row.at)?;
            let on = self.weekday(row.at);
            let mut feedback = Feedback::new(mentorship, row.from, text(row.said)?, on);
            (feedback.meeting, feedback.goal) = (Some(meeting), row.goal.map(goal_id));
            feedback.about = match row.about {
                None => None,
                Some("") => Some(Subject::Way),
                Some(piece) => Some(Subject::Work { piece: line(piece)? }),
            };
            // What was done about it was written down two weeks later.
            feedback.act(text(row.done)?, self.weekday(row.at - 12));
            self.put(id(number), false, feedback);
        }
        Some(())
    }
}
