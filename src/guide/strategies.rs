//! The five ways of finding a mentor, each with concrete steps (F1 to F5).

use crate::domain::{Day, PartId, Plan, Step, Strategy, Text, Title};

/// A way of finding a mentor that a plan can begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StrategyTemplate {
    /// What it is called.
    pub title: &'static str,
    /// What it is good for, in one sentence.
    pub about: &'static str,
    /// What to do, in order.
    pub steps: &'static [&'static str],
}

/// All five, in the order of F1 to F5.
pub const STRATEGIES: [StrategyTemplate; 5] = [
    StrategyTemplate {
        title: "Events, conferences, workshops",
        about: "People who give talks have often decided to share what they know.",
        steps: &[
            "List three events of the next three months that fit a goal of mine",
            "Ask somebody to come along to the first of them",
            "Read the list of speakers and choose two or three people to meet",
            "Prepare one question for each of them, and one sentence about myself",
            "Go, and write down names and what we talked about that same evening",
            "Write to everybody I met within three days, two sentences each",
        ],
    },
    StrategyTemplate {
        title: "Professional associations",
        about: "Many run a mentoring programme that members only need to ask for.",
        steps: &[
            "Find two associations of my field, and one next to it",
            "Ask a member what they get out of it",
            "Join the one that fits, or come to a meeting as a guest",
            "Ask whether there is a mentoring programme and when it begins",
            "Apply, with one goal and one thing I bring along",
            "Go to two meetings and introduce myself to the organisers",
        ],
    },
    StrategyTemplate {
        title: "LinkedIn",
        about: "It shows who has walked the path you look at, and whom you both know.",
        steps: &[
            "Bring my own profile up to date, with one line on what I work toward",
            "Write down ten people who hold the role I want in five years",
            "Read what three of them write, and answer where I have something to say",
            "Find out whom we both know, and ask for one introduction",
            "Send one of them an invitation with a note of why them",
            "Ask those who accept for twenty minutes about one question",
        ],
    },
    StrategyTemplate {
        title: "Matching platforms",
        about: "They bring together people with the same interests who want to be asked.",
        steps: &[
            "Compare two platforms: field, cost, how long a match lasts",
            "Write down my goals and the skills I look for, in five lines",
            "Sign up at one of them and fill in the whole profile",
            "Look through the suggestions and choose three",
            "Write to each about one thing that stands in their profile",
            "Choose three others after four weeks without an answer",
        ],
    },
    StrategyTemplate {
        title: "My employer's programme",
        about: "A mentor from another department knows the house and does not judge your work.",
        steps: &[
            "Ask the personnel department whether there is a programme",
            "Talk with one person who took part, and ask what they would do again",
            "Tell my manager the one thing I want to learn, and ask for support",
            "Choose two people outside my own line who could guide me",
            "Apply, or ask one of them for half an hour",
        ],
    },
];

/// A plan that begins with these ways, their steps included.
#[must_use]
pub fn finding_plan(
    title: Title,
    since: Day,
    ways: &[&StrategyTemplate],
    new_part: &mut impl FnMut() -> PartId,
) -> Plan {
    let mut plan = Plan::new(title, since);
    for way in ways {
        let strategy = new_part();
        let Ok(title) = Title::new(way.title) else {
            continue;
        };
        plan.strategies.add(Strategy { id: strategy, place: 0, title, notes: Text::default() });
        for step in way.steps {
            let Ok(title) = Title::new(*step) else {
                continue;
            };
            plan.steps.add(Step {
                id: new_part(),
                place: 0,
                strategy,
                title,
                due: None,
                done: None,
                notes: Text::default(),
            });
        }
    }
    plan
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_plan_begins_with_every_step_of_the_ways_that_were_chosen() {
        let mut bits = 0;
        let mut new_part = || {
            bits += 1;
            PartId::new(bits)
        };
        let ways: Vec<_> = STRATEGIES.iter().collect();
        let title = Title::new("A mentor").unwrap();
        let plan = finding_plan(title, Day::default(), &ways, &mut new_part);
        assert_eq!(plan.strategies.len(), 5);
        for (strategy, way) in plan.strategies.iter().zip(ways) {
            let steps: Vec<_> = plan.steps_of(strategy.id).map(|it| &*it.title).collect();
            assert_eq!(steps, way.steps);
        }
    }

    #[test]
    fn every_way_has_five_to_seven_short_steps_of_its_own() {
        let mut known = BTreeSet::new();
        for way in STRATEGIES {
            assert!((5..=7).contains(&way.steps.len()), "{}", way.title);
            for text in [way.title].iter().chain(way.steps) {
                assert!(Title::new(*text).is_ok() && text.len() <= 90, "{text}");
                assert!(known.insert(*text), "{text}");
            }
        }
    }
}
