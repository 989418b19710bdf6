//! What happened between meetings and about them: check-ins and feedback.

use super::{
    GoalOf::{self, Code, Research, Talk},
    Who::{self, Amara, Jonas},
    Year, goal_id, id, meeting_of, mentorship_id, text, title,
};
use crate::domain::{
    Answer::{self, Answered, NotNeeded},
    CheckIn,
    Direction::{self, FromMe, FromThem},
    Feedback,
    meeting::Channel::{self, Email, Message, Phone},
};

/// With whom, days ago, how, who began, whether answered, about what.
type CheckInRow = (Who, i64, Channel, Direction, Answer, &'static str);

const CHECK_INS: [CheckInRow; 12] = [
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
];

struct FeedbackRow {
    /// The meeting at which it was given.
    at: i64,
    from: Direction,
    goal: Option<GoalOf>,
    said: &'static str,
    done: &'static str,
}

const FEEDBACK: [FeedbackRow; 8] = [
    FeedbackRow {
        at: 303,
        from: FromThem,
        goal: Some(Research),
        said: "You finish people's sentences, and they let you.",
        done: "FIVE on the desk. In the last recording: twice.",
    },
    FeedbackRow {
        at: 245,
        from: FromThem,
        goal: Some(Code),
        said: "You name things well. Half of my team cannot.",
        done: "",
    },
    FeedbackRow {
        at: 204,
        from: FromThem,
        goal: Some(Talk),
        said: "The kettle won the room and the numbers lost it. You noticed while you were still speaking, \
               and that is the rarer skill.",
        done: "One number in the long version. It is the seventeen shifts.",
    },
    FeedbackRow {
        at: 127,
        from: FromThem,
        goal: Some(Talk),
        said: "You explain better than you think, and then you apologise for it.",
        done: "Left the apology out at product day. Nobody missed it.",
    },
    FeedbackRow {
        at: 127,
        from: FromMe,
        goal: None,
        said: "Your pauses help me more than your answers. When you are in a hurry you answer for me; the last \
               two calls were like that.",
        done: "She moved our calls to the end of her day. It is a different hour.",
    },
    FeedbackRow {
        at: 119,
        from: FromThem,
        goal: Some(Code),
        said: "Ask for help after twenty minutes, not after two evenings.",
        done: "I set a timer now. It works, and I resent it.",
    },
    FeedbackRow {
        at: 119,
        from: FromMe,
        goal: None,
        said: "You never made me feel slow. One wish: tell me when a question is too large for half an hour.",
        done: "",
    },
    FeedbackRow {
        at: 12,
        from: FromThem,
        goal: Some(Talk),
        said: "The short opening is the real one. Trust it, and take a breath after “kettle”.",
        done: "",
    },
];

impl Year {
    pub(super) fn check_ins(&mut self) -> Option<()> {
        for (number, (with, ago, channel, direction, answer, about)) in CHECK_INS.into_iter().enumerate() {
            let check_in = CheckIn {
                mentorship: mentorship_id(with),
                on: self.weekday(ago),
                channel,
                direction,
                about: title(about)?,
                answer,
            };
            self.put(id(number), false, check_in);
        }
        Some(())
    }

    pub(super) fn feedback(&mut self) -> Option<()> {
        for (number, row) in FEEDBACK.iter().enumerate() {
            let (meeting, mentorship) = meeting_of(row.at)?;
            let feedback = Feedback {
                mentorship,
                meeting: Some(meeting),
                on: self.weekday(row.at),
                direction: row.from,
                text: text(row.said)?,
                goal: row.goal.map(goal_id),
                done_about_it: text(row.done)?,
            };
            self.put(id(number), false, feedback);
        }
        Some(())
    }
}
