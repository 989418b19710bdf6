//! The six goals of the year.

use super::{GoalOf, Year, goal_id, line, text, title, titles};
use crate::domain::{Goal, GoalState, Milestone};

struct GoalRow {
    goal: GoalOf,
    private: bool,
    title: &'static str,
    why: &'static str,
    evidence: &'static str,
    target: Option<i64>,
    skills: &'static [&'static str],
    /// What, due, done.
    milestones: &'static [(&'static str, Option<i64>, Option<i64>)],
    reviews: &'static [(i64, &'static str)],
    review_on: Option<i64>,
    turn: Option<(GoalState, i64, &'static str)>,
}

const GOALS: &[GoalRow] = &[
    GoalRow {
        goal: GoalOf::Talk,
        private: false,
        title: "Speak at a regional conference",
        why: "I have opinions in the lift and none on a stage. The nurses told us things that more people \
              should hear, and I was the one in the room.",
        evidence: "My name in a programme, and a recording I can watch without leaving the room.",
        target: Some(-75),
        skills: &["Public speaking", "Telling a story with data"],
        milestones: &[
            ("Five minutes at the design guild", Some(200), Some(206)),
            ("Fifteen minutes at product day", Some(80), Some(76)),
            ("Write the abstract", Some(20), Some(14)),
            ("Submit the abstract", Some(-1), None),
            ("Rehearse with three people who do not know me", Some(-40), None),
        ],
        reviews: &[
            (
                204,
                "Five minutes held. Nerves until the first concrete sentence, then fine. Still the right \
                 goal, and no longer a joke.",
            ),
            (
                74,
                "Product day went well except for the part on sampling. One conference is enough for this \
                 year; I had secretly planned for three.",
            ),
        ],
        review_on: Some(-20),
        turn: None,
    },
    GoalRow {
        goal: GoalOf::Lead,
        private: false,
        title: "Lead a project from start to end",
        why: "I keep arriving when the important things are decided already. I want to be there when the \
              question is still open, and when somebody has to say stop.",
        evidence: "A thing in use on at least one ward, a page on what we left out, and a team that would do \
                   it with me again.",
        target: Some(-120),
        skills: &["Agreeing on scope", "Hard conversations"],
        milestones: &[
            ("Tell my manager that I want it", Some(180), Some(175)),
            ("Agree the scope, what we leave out included", Some(-10), None),
            ("First version in use on one ward", Some(-70), None),
            ("Look back with everybody who took part", Some(-120), None),
        ],
        reviews: &[(
            90,
            "The scheduling project went to another team, so back to the start. What I keep: the page of \
             what we leave out. It will be needed wherever I go next.",
        )],
        review_on: Some(13),
        turn: None,
    },
    GoalRow {
        goal: GoalOf::Research,
        private: false,
        title: "Do research that changes a decision",
        why: "My reports were praised and filed. Once, I would like somebody to build something else \
              because of what we saw.",
        evidence: "Somebody says “we had planned it differently, until…” and I am not the one who says it.",
        target: Some(-60),
        skills: &["Interviewing", "Writing briefly"],
        milestones: &[
            ("Four interviews without finishing a sentence", Some(270), Some(278)),
            ("One page that somebody acts on", Some(230), Some(240)),
            ("Two interviews on the handover at night", Some(-12), None),
            ("Findings on the table before the plan is made", Some(-50), None),
        ],
        reviews: &[(
            239,
            "The kettle list moved the swap screen up by two releases. One decision! Do it once more, so \
             that it was not luck.",
        )],
        review_on: Some(-27),
        turn: None,
    },
    GoalRow {
        goal: GoalOf::Code,
        private: false,
        title: "Prototype in code, not only in pictures",
        why: "Pictures lie about time. Half of what goes wrong with rotas happens between two screens.",
        evidence: "A nurse uses it on a real phone and does not ask whether it is real.",
        target: Some(110),
        skills: &["Prototyping", "Reading error messages"],
        milestones: &[
            ("A list that remembers after reloading", Some(250), Some(248)),
            ("Two people change it at once", Some(215), Some(215)),
            ("Tested on a ward, on a real phone", Some(165), Some(171)),
            ("A branch that the developers can start from", Some(125), Some(131)),
        ],
        reviews: &[
            (210, "Slower than hoped and more fun than feared. Error messages are the hard part, not the code."),
            (161, "Four nurses, two bugs, no doubt that it was worth it. Only the branch is left."),
        ],
        review_on: None,
        turn: Some((GoalState::Achieved, 119, "The developers began from my branch, and kept the names")),
    },
    GoalRow {
        goal: GoalOf::Portfolio,
        private: false,
        title: "Rewrite my portfolio as three stories",
        why: "At the moment it is forty pictures and a font.",
        evidence: "Somebody outside design reads it to the end and can say what I did.",
        target: None,
        skills: &["Writing briefly"],
        milestones: &[
            ("Choose the three projects", None, Some(190)),
            ("Write the first one, mistakes included", None, None),
            ("Let Priya read it", None, None),
        ],
        reviews: &[],
        review_on: Some(-45),
        turn: Some((
            GoalState::Paused,
            148,
            "The second story is the project I want to lead, and that has not happened yet",
        )),
    },
    GoalRow {
        goal: GoalOf::Manage,
        private: true,
        title: "Become a manager within the year",
        why: "Everybody a step ahead of me seems to be one.",
        evidence: "The title on the door. I know.",
        target: Some(30),
        skills: &[],
        milestones: &[("Ask three managers what they do all day", None, Some(101))],
        reviews: &[(128, "Whenever I say this goal aloud I add an explanation. That is a sign.")],
        review_on: None,
        turn: Some((GoalState::LetGo, 97, "I wanted to be asked, not to be in charge; and I saw Amara's calendar")),
    },
];

impl Year {
    pub(super) fn goals(&mut self) -> Option<()> {
        for row in GOALS {
            let mut goal = Goal::new(title(row.title)?);
            goal.why = text(row.why)?;
            goal.evidence = text(row.evidence)?;
            goal.target = self.day_if(row.target);
            goal.skills = titles(row.skills)?;
            for (what, due, done) in row.milestones {
                goal.milestones.add(Milestone {
                    id: self.part(),
                    place: 0,
                    title: title(what)?,
                    due: self.day_if(*due),
                    done: self.day_if(*done),
                });
            }
            for (ago, note) in row.reviews {
                goal.review(self.day(*ago), text(note)?, None, self.part());
            }
            goal.review_on = self.day_if(row.review_on);
            if let Some((to, ago, reason)) = row.turn {
                goal.turn(to, self.day(ago), line(reason)?, self.part());
            }
            self.put(goal_id(row.goal), row.private, goal);
        }
        Some(())
    }
}
