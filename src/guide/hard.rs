//! The pages of the guide for hard times: one for each trouble, one for doubt, one for the end (H1 to H5).

use super::{
    page::{Act, Page, Section},
    sources,
};

/// All of them, in the order in which they are offered.
pub static HARD: [Page; 6] = [TIME, CLASH, DIRECTION, QUIET, DOUBT, ENDING];

const TIME: Page = Page {
    slug: "too-little-time",
    title: "Too little time",
    lead: "Make it easier rather than rarer: what is small and regular survives a full month.",
    act: Act::Meetings,
    sources: &[sources::DISTANCE],
    sections: &[
        Section {
            title: "See how it really is",
            text: &["Two meetings called off in a row are seldom about you. A pattern over three months says more \
                 than one bad week."],
            tries: &[
                "Look at the strip of contacts on the mentorship: where are the gaps?",
                "Note who called a meeting off and why, each time.",
                "Holidays and exams are no gap: write them down as a pause, under About.",
            ],
        },
        Section {
            title: "Make it smaller",
            text: &["Half as long, by phone, with one question. People who cannot find an hour often find \
                 twenty minutes."],
            tries: &[
                "Propose a fixed hour, so that nobody has to search for one.",
                "Send the question the day before; then twenty minutes are enough.",
            ],
        },
        Section {
            title: "Change what you agreed on",
            text: &["A rhythm that nobody keeps is a reproach every other week. One that both keep is a promise."],
            tries: &[
                "Change the rhythm under About to what you both kept lately.",
                "Agree that whoever calls off names another day at once.",
            ],
        },
    ],
};

const CLASH: Page = Page {
    slug: "not-getting-along",
    title: "When you do not get along",
    lead: "Different manners are not yet a clash. Get it clear for yourself, then say it with an example.",
    act: Act::Pulse,
    sources: &[sources::PROTEGES],
    sections: &[
        Section {
            title: "Get it clear for yourself",
            text: &["Write down one moment: what happened, what it did to you, what you wished for. Read it again \
                 tomorrow. Often half of it is gone, and the other half has become clear."],
            tries: &[
                "Note the pulse after each meeting for a while. It is for you alone.",
                "Put one sentence of what bothered you into the private notes of the meeting.",
            ],
        },
        Section {
            title: "Say it early and small",
            text: &["“When you looked at your telephone, I lost my thread. Could we put them away?” One moment, one \
                 wish, no verdict. The other one mostly did not know."],
            tries: &[
                "Put it on the agenda in your own words, so that it is not left for the doorstep.",
                "Ask for the same: “What should I do differently?”",
            ],
        },
        Section {
            title: "Find what you share, or part well",
            text: &["Nobody has to be alike. It is enough that both want the same of these talks. If they do not, an \
                 end in good words is better than a year of politeness."],
            tries: &[
                "Ask each other what made you say yes, and whether it still holds.",
                "Begin a worksheet for your doubts, under Pulse.",
            ],
        },
    ],
};

const DIRECTION: Page = Page {
    slug: "no-direction",
    title: "When you talk and nothing moves",
    lead: "Pleasant talks without a next step mean that the goal has gone stale. Look at it before you look at each other.",
    act: Act::About,
    sources: &[sources::GOALS],
    sections: &[
        Section {
            title: "Name what should get better",
            text: &[
                "Not “grow”, but a scene: who is in the room, and what you do there that you cannot do now. Three \
                 such scenes are a good start for a talk.",
            ],
            tries: &[
                "Write one goal with “How I will know” filled in, and link it under About.",
                "Ask your mentor which of three would matter most in a year.",
            ],
        },
        Section {
            title: "Make it small enough to move",
            text: &["A goal to which nothing happens for two months is too large, reached already, or no longer \
                 yours. All three are good news once they are said."],
            tries: &[
                "Review the goal: what is the next step that takes less than a week?",
                "Pause it or let it go, with the reason.",
                "Set a day to look again.",
            ],
        },
        Section {
            title: "Let each meeting end with something",
            text: &[
                "One outcome and one action item, in the last five minutes. Then the next meeting begins by itself.",
            ],
            tries: &["Link each meeting to the goal it is about.", "Write the outcome while you are still together."],
        },
    ],
};

const QUIET: Page = Page {
    slug: "gone-quiet",
    title: "When it goes quiet",
    lead: "Silence is seldom a no. Ask once more, kindly, with something that is easy to answer.",
    act: Act::Meetings,
    sources: &[sources::DISTANCE],
    sections: &[
        Section {
            title: "Ask what is easy to answer",
            text: &["“Tuesday or Thursday?” is answered between two doors; “how shall we go on?” waits for a quiet \
                 evening that never comes."],
            tries: &[
                "Note the message as a check-in that waits; Today brings it up after a week.",
                "Try another way: who does not answer mail may answer a call.",
                "Ask how they are before you ask anything else.",
            ],
        },
        Section {
            title: "Clear away what is late",
            text: &["An overdue promise makes its owner hide, on either side. Taken back in good words, it harms \
                 nobody."],
            tries: &[
                "Finish, carry forward or drop what is overdue, yours first.",
                "Say which of their promises you no longer need.",
            ],
        },
        Section {
            title: "Listen so that one can speak",
            text: &["Say back what you understood before you answer. Ask what the hardest part is, and then count to \
                 five. Most people say the important thing second."],
            tries: &[
                "Agree how you reach each other, and how fast is fast enough.",
                "Begin the next meeting with “What should I know that I have not asked?”",
            ],
        },
    ],
};

const DOUBT: Page = Page {
    slug: "in-doubt",
    title: "When you doubt whether to go on",
    lead: "A doubt written down can be looked at. It is yours alone until you choose to speak of it.",
    act: Act::Pulse,
    sources: &[sources::DISTANCE, sources::PROTEGES],
    sections: &[
        Section {
            title: "Write both sides down",
            text: &[
                "What troubles you, and what is good all the same. What you tried, and what would have to change. \
                 Whoever writes only the one half has decided already.",
            ],
            tries: &[
                "Begin a worksheet under Pulse; it takes ten minutes.",
                "Leave it for two days, then read it as if a friend had written it.",
            ],
        },
        Section {
            title: "Speak before you leave",
            text: &["A wish that was never said cannot be refused. Say what you value first, then what is hard, then \
                 what would help."],
            tries: &[
                "Turn a line of the worksheet into a point of the next agenda.",
                "Agree on something small, and on the day on which you look whether it helped.",
            ],
        },
        Section {
            title: "Decide on a day",
            text: &["To go on, to change something, to end: each is better than to drift. Set the day on which you \
                 will know, and keep to it."],
            tries: &[
                "Set your leaning on the worksheet, and change it freely until then.",
                "Begin a second worksheet a month later, and compare.",
            ],
        },
    ],
};

const ENDING: Page = Page {
    slug: "ending-well",
    title: "Ending well",
    lead: "An end said aloud is a good one: what came of it, thanks, and what remains open.",
    act: Act::Closing,
    sources: &[sources::PHASES],
    sections: &[
        Section {
            title: "Say it, and say it yourself",
            text: &["Most mentorships end by nobody writing any more. Both then carry a small bad conscience for \
                 years. Ten minutes spare you that."],
            tries: &[
                "Plan a last meeting, and call it that.",
                "Settle what is open on either side: done, or dropped in good words.",
            ],
        },
        Section {
            title: "Thank them with what came of it",
            text: &["“Thank you for everything” is kind. “I count to five before I answer, because of you” stays."],
            tries: &[
                "Write down what came of it while you still know how it was before.",
                "Change the thanks that are drafted from your notes until they sound like you.",
            ],
        },
        Section {
            title: "Leave the door open",
            text: &["A line twice a year keeps somebody who knows you well. Who knows whom you will need, or who \
                 will need you."],
            tries: &[
                "Set a day to write again; Today brings it up.",
                "Ask whom they would go to next, in your place.",
                "Think of whom you could guide yourself.",
            ],
        },
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_hard_page_is_short_and_leads_to_where_one_can_act() {
        for page in &HARD {
            let of_a_mentorship = matches!(page.act, Act::Meetings | Act::Pulse | Act::About | Act::Closing);
            assert!(of_a_mentorship && page.sections.len() == 3, "{}", page.title);
            for section in page.sections {
                assert!((2..=4).contains(&section.tries.len()), "{}", section.title);
            }
        }
    }
}
