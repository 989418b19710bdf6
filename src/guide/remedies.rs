//! What helps when something goes wrong between two people: words for the next meeting, for an action item, for the
//! agreement (H1 to H4).

use crate::domain::{Side, SignalKind};

/// One thing that may help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Remedy {
    /// What it is called.
    pub title: &'static str,
    /// Why it helps.
    pub why: &'static str,
    /// What it says as a point of an agenda; empty if it is nothing to talk about.
    pub point: &'static str,
    /// What it says as an action item of the owner; empty if there is nothing to do.
    pub action: &'static str,
    /// What it says as a line of the agreement; empty if it is nothing to agree on.
    pub line: &'static str,
    /// Whether it is for those who are guided, for those who guide, or for both.
    pub only: Option<Side>,
}

const BOTH: Remedy = Remedy { title: "", why: "", point: "", action: "", line: "", only: None };
const GUIDED: Remedy = Remedy { only: Some(Side::Guided), ..BOTH };
const GUIDING: Remedy = Remedy { only: Some(Side::Guiding), ..BOTH };

/// What may help against this trouble on this side.
pub fn remedies(signal: SignalKind, side: Side) -> impl Iterator<Item = &'static Remedy> {
    let all: &'static [Remedy] = match signal {
        SignalKind::Time => &TIME,
        SignalKind::Clash => &CLASH,
        SignalKind::Direction => &DIRECTION,
        SignalKind::Communication => &COMMUNICATION,
    };
    all.iter().filter(move |it| it.only.is_none_or(|only| only == side))
}

static TIME: [Remedy; 4] = [
    Remedy {
        title: "A fixed slot",
        why: "What stands in both calendars for good needs no finding, and is moved rather than dropped.",
        point: "Could we meet at the same hour each time?",
        line: "We meet at a fixed hour. Whoever cannot come names another one in the same week.",
        ..BOTH
    },
    Remedy {
        title: "Half as long",
        why: "Twenty-five minutes that take place are worth more than an hour that is called off.",
        point: "Would half an hour, with one question, be easier to keep?",
        line: "A meeting lasts half an hour and has one question.",
        ..BOTH
    },
    Remedy {
        title: "By phone or video",
        why: "The way there is often the longest part of a meeting.",
        point: "Shall we talk by phone or video while time is short?",
        action: "Propose a call instead of the next meeting in person",
        ..BOTH
    },
    Remedy {
        title: "A rhythm you can both keep",
        why: "A promise kept every six weeks carries further than one broken every two.",
        point: "How often can we really meet until summer, and how often do we write?",
        ..BOTH
    },
];

static CLASH: [Remedy; 5] = [
    Remedy {
        title: "Say it openly, with an example",
        why: "What is said early, about one moment and without a verdict, is usually small.",
        point: "Something I would like to say about how we talk, with an example",
        action: "Write down one moment that troubled me: what happened, what it did to me, what I wish for",
        ..BOTH
    },
    Remedy {
        title: "Find common ground",
        why: "Two people who know what they both care about can differ about the rest.",
        point: "What made each of us say yes to this, and does it still hold?",
        ..BOTH
    },
    Remedy {
        title: "Ask how you come across",
        why: "Who guides is seldom told. A question that invites the answer makes it easier.",
        point: "What should I do less of, so that this helps you more?",
        ..GUIDING
    },
    Remedy {
        title: "Agree how you talk to each other",
        why: "A rule for hard moments is easier to find before the next one.",
        line: "Whoever is annoyed says so within a week, about the matter and with an example.",
        ..BOTH
    },
    Remedy {
        title: "Look at it together",
        why: "To go on, to change something and to part well are three good answers. Not asking is none.",
        point: "Does this still fit both of us: keep, change, stop?",
        ..BOTH
    },
];

static DIRECTION: [Remedy; 5] = [
    Remedy {
        title: "Name what should get better",
        why: "Three places in an ordinary week where it could go better are more than a vision.",
        point: "Three things I would like to be able to do, each with a scene in it",
        action: "Write down three things that I would like to be able to do",
        ..GUIDED
    },
    Remedy {
        title: "Ask what should be different",
        why: "Whoever is guided often waits to be asked.",
        point: "What should be different for you in half a year?",
        ..GUIDING
    },
    Remedy {
        title: "Set a goal together",
        why: "A goal that both have seen gives each talk its first question.",
        point: "One goal for the next three months: how would a stranger know that it is reached?",
        line: "We work on one goal at a time, and both of us can say it in a sentence.",
        ..BOTH
    },
    Remedy {
        title: "Look at the goals again",
        why: "A goal to which nothing happens is too large, reached already, or somebody else’s.",
        point: "Which of our goals is still right, and what is its next small step?",
        action: "Look at each goal: still right, too large, reached already?",
        ..BOTH
    },
    Remedy {
        title: "End with one outcome",
        why: "The last five minutes decide whether the hour goes on living.",
        line: "The last five minutes are for one outcome and one action item.",
        ..BOTH
    },
];

static COMMUNICATION: [Remedy; 5] = [
    Remedy {
        title: "Raise it now, kindly",
        why: "Silence has many reasons, and most of them are not you. An easy question finds out.",
        action: "Write two lines: is all well, and would another way or time suit you better?",
        ..BOTH
    },
    Remedy {
        title: "Agree how you reach each other",
        why: "One writes mail, the other reads messages: half of all silence is that.",
        point: "How do we reach each other best, and how fast is an answer?",
        line: "We write by the way we agreed on, and answer within a week, even if only “later”.",
        ..BOTH
    },
    Remedy {
        title: "Listen before you answer",
        why: "Whoever is heard speaks. Say back what you understood before you say what you think.",
        point: "Each of us says back what the other one said before answering: let us try it for one point",
        ..BOTH
    },
    Remedy {
        title: "Go through what was promised",
        why: "What is late makes both shy. Finished, carried forward or dropped, it is out of the way.",
        point: "What each of us promised: finish, carry forward, or drop",
        ..BOTH
    },
    Remedy {
        title: "A word when something slips",
        why: "A promise that is moved in time is still a promise.",
        line: "Whoever cannot keep a promise says so before its day, with another day.",
        ..BOTH
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Title;

    #[test]
    fn each_trouble_has_something_to_say_to_do_and_to_agree_on_for_either_side() {
        for (signal, side) in SignalKind::ALL.into_iter().flat_map(|it| [(it, Side::Guided), (it, Side::Guiding)]) {
            let all: Vec<_> = remedies(signal, side).collect();
            assert!((3..=5).contains(&all.len()), "{signal:?} {side:?}");
            assert!(
                all.iter().any(|it| !it.point.is_empty()) && all.iter().any(|it| !it.line.is_empty()),
                "{signal:?}"
            );
            for it in all {
                let ways = [it.point, it.action, it.line];
                assert!(ways.iter().any(|way| !way.is_empty()), "{}", it.title);
                assert!(ways.iter().all(|way| way.is_empty() || Title::new(*way).is_ok()), "{}", it.title);
            }
        }
    }
}
