//! How well candidates fit, which of them leads, and what would have to count less or more for another one to
//! lead (F7).
//!
//! The fit of a candidate is the mean of the ratings, each as often as its criterion counts; what is not rated
//! or counts nothing is left out. It is told in tenths, since a mean of five guesses is no finer.
//!
//! Who leads is told by whole numbers, not by the rounded mean. Of two candidates who are both rated by every
//! criterion that counts, with weights `w` and ratings `a` and `b`, the first leads as long as `Σ w·(a − b) > 0`.
//! For one criterion the rest of that sum is fixed, so there is one weight of it at which the two are level. Where
//! that is within what a criterion can count, it is told, in hundredths of what it counts now.

use std::cmp::{Ordering, Reverse};

use super::{
    matching::{About, Wanted},
    search::fold::fold,
};
use crate::domain::{Candidate, Card, CardSide, Criterion, Goal, GoalState, Id, Notebook, Plan, Title, Weights, order};

/// How well a candidate fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fit {
    /// The weighted mean of the ratings in tenths, 10 to 50; none if nothing that counts is rated.
    pub tenths: Option<u32>,
    /// How many of the criteria that count are rated.
    pub rated: usize,
    /// How many criteria count.
    pub of: usize,
}

/// How well somebody fits, with these weights.
#[must_use]
pub fn fit(candidate: &Candidate, weights: &Weights) -> Fit {
    let (mut all, mut sum, mut rated, mut of) = (0, 0, 0, 0);
    for criterion in Criterion::ALL {
        let weight = u32::from(weights.of(criterion));
        of += usize::from(weight > 0);
        if let Some(rating) = candidate.judgement(criterion).rating.filter(|_| weight > 0) {
            (all, sum, rated) = (all + weight, sum + weight * u32::from(rating.get()), rated + 1);
        }
    }
    // Half a tenth and more is the next one.
    let tenths = (20 * sum + all).checked_div(2 * all);
    Fit { tenths, rated, of }
}

/// The weights by which a candidate is judged: those of the finding plan it belongs to.
#[must_use]
pub fn weights_of(notebook: &Notebook, candidate: &Candidate) -> Weights {
    candidate.plan.and_then(|plan| notebook.get(plan)).map(|plan| plan.weights).unwrap_or_default()
}

/// These candidates, the best fit first, those of whom nothing is rated last; of two that are equal, the one of
/// whom more is known, then by name.
#[must_use]
pub fn ranked(notebook: &Notebook, ids: &[Id<Candidate>], weights: &Weights) -> Vec<(Id<Candidate>, Fit)> {
    let all = ids.iter().filter_map(|id| Some((*id, fit(notebook.get(*id)?, weights)))).collect();
    order::by_key(all, |(id, fit): &(Id<Candidate>, Fit)| {
        let person = notebook.get(*id).and_then(|it| notebook.get(it.person));
        (Reverse(fit.tenths), Reverse(fit.rated), person.map(|it| fold(&it.name)), *id)
    })
}

/// A criterion that decides who leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hinge {
    /// The criterion.
    pub criterion: Criterion,
    /// At which share of what it counts now the two are level, in hundredths: below 100 it would have to count
    /// less, above 100 more.
    pub level: u32,
}

/// How two candidates stand to each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lead {
    /// Something that counts is not rated of one of them.
    Unknown,
    /// Both are level.
    Level,
    /// The first leads, unless one of these counts so much less or more; the nearest stands first. If there is
    /// none, the first leads whatever any single criterion counts.
    First(Vec<Hinge>),
    /// The same of the second.
    Second(Vec<Hinge>),
}

/// How the first candidate stands to the second.
#[must_use]
pub fn lead(first: &Candidate, second: &Candidate, weights: &Weights) -> Lead {
    let mut terms = Vec::new();
    for criterion in Criterion::ALL.into_iter().filter(|criterion| weights.of(*criterion) > 0) {
        let rating = |it: &Candidate| it.judgement(criterion).rating.map(|rating| i64::from(rating.get()));
        let (Some(one), Some(other)) = (rating(first), rating(second)) else { return Lead::Unknown };
        terms.push((criterion, i64::from(weights.of(criterion)), one - other));
    }
    let sum: i64 = terms.iter().map(|(_, weight, apart)| weight * apart).sum();
    let hinges = terms.iter().filter_map(|(criterion, weight, apart)| {
        let rest = sum - weight * apart;
        // They are level where `rest + at · apart` is nothing.
        let level = (-100 * rest).checked_div(apart * weight)?;
        let most = 100 * i64::from(Weights::MOST) / weight;
        let level = u32::try_from(level).ok().filter(|level| i64::from(*level) <= most)?;
        Some(Hinge { criterion: *criterion, level })
    });
    let hinges = order::by_key(hinges.collect(), |hinge: &Hinge| (hinge.level.abs_diff(100), hinge.criterion));
    match sum.cmp(&0) {
        Ordering::Equal => Lead::Level,
        Ordering::Greater => Lead::First(hinges),
        Ordering::Less => Lead::Second(hinges),
    }
}

/// What somebody and the owner both wrote down, by name as it stands on the person's page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InCommon {
    /// Skills that the owner looks for and they have.
    pub skills: Vec<String>,
    /// Interests of both.
    pub interests: Vec<String>,
}

/// What a candidate and the owner have in common, by the names on the page of the person. The owner looks for the skills
/// of the finding plan and of its goals; of all active goals where the plan names none. Names mean the same as in
/// matching.
#[must_use]
pub fn in_common(notebook: &Notebook, candidate: &Candidate) -> InCommon {
    let Some(person) = notebook.get(candidate.person) else { return InCommon::default() };
    let plan = candidate.plan.and_then(|plan| notebook.get(plan));
    let skills = wanted_skills(notebook, plan).into_iter().map(|name| (About::Skill, &**name));
    let interests = plan.into_iter().flat_map(|plan| &plan.interests).map(|name| (About::Interest, &**name));
    let wanted = Wanted::new(CardSide::Mentor, skills.chain(interests));
    let card = Card {
        skills: person.skills.clone(),
        interests: person.interests.clone(),
        ..Card::new(CardSide::Mentor, person.name.clone())
    };
    let reasons = wanted.reasons(&card);
    let named = |about| {
        let mut names: Vec<String> = Vec::new();
        for name in reasons.iter().filter(|it| it.about == about).filter_map(|it| it.theirs) {
            if !names.iter().any(|it| it == name) {
                names.push(name.to_owned());
            }
        }
        names
    };
    InCommon { skills: named(About::Skill), interests: named(About::Interest) }
}

/// The skills that a finding plan looks for: those it names, and those its goals need.
#[must_use]
pub fn wanted_skills<'a>(notebook: &'a Notebook, plan: Option<&'a Plan>) -> Vec<&'a Title> {
    let named: Vec<&Goal> = plan.into_iter().flat_map(|plan| &plan.goals).filter_map(|id| notebook.get(*id)).collect();
    let goals = if named.is_empty() {
        let active = |it: &&Goal| it.state == GoalState::Active;
        notebook.all::<Goal>().map(|(_, it)| it).filter(active).collect()
    } else {
        named
    };
    plan.into_iter().flat_map(|plan| &plan.skills).chain(goals.into_iter().flat_map(|goal| &goal.skills)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::sample::{Sample, day, title};
    use super::*;
    use crate::domain::{Judgement, Person, Rating};

    fn candidate(ratings: [Option<u8>; 5]) -> Candidate {
        let [fit_skills, fit_path, fit_values, fit_trust, fit_time] =
            ratings.map(|it| Judgement { rating: it.and_then(Rating::new), ..Judgement::default() });
        let new = Candidate::new(Id::new(1), day(0));
        Candidate { fit_skills, fit_path, fit_values, fit_trust, fit_time, ..new }
    }

    fn whole(ratings: [u8; 5]) -> Candidate {
        candidate(ratings.map(Some))
    }

    fn weights(all: [u8; 5]) -> Weights {
        let mut weights = Weights::default();
        Criterion::ALL.into_iter().zip(all).for_each(|(criterion, weight)| weights.set(criterion, weight));
        weights
    }

    #[test]
    fn a_fit_is_the_mean_of_what_is_rated_and_counts() {
        let said = |ratings, all| {
            let Fit { tenths, rated, of } = fit(&candidate(ratings), &weights(all));
            (tenths, rated, of)
        };
        assert_eq!(said([Some(5), Some(4), Some(4), Some(3), Some(4)], [2; 5]), (Some(40), 5, 5));
        assert_eq!(said([Some(5), None, None, Some(2), None], [2; 5]), (Some(35), 2, 5));
        assert_eq!(said([Some(5), None, None, Some(2), None], [4, 0, 0, 2, 0]), (Some(40), 2, 2));
        assert_eq!(said([Some(5), Some(4), Some(4), None, None], [1, 1, 1, 0, 0]), (Some(43), 3, 3));
        assert_eq!(said([None; 5], [2; 5]), (None, 0, 5));
        assert_eq!(said([Some(5); 5], [0; 5]), (None, 0, 0));
    }

    #[test]
    fn the_first_leads_unless_something_counts_so_much_less_or_more() {
        // Time is what the first is better at by two, skills are what the second is better at by one.
        let (first, second) = (whole([3, 3, 3, 3, 5]), whole([4, 3, 3, 3, 3]));
        let hinge = |criterion, level| Hinge { criterion, level };
        let expected = vec![hinge(Criterion::Time, 50), hinge(Criterion::Skills, 200)];
        assert_eq!(lead(&first, &second, &Weights::default()), Lead::First(expected.clone()));
        assert_eq!(lead(&second, &first, &Weights::default()), Lead::Second(expected));
        assert_eq!(lead(&first, &second, &weights([2, 2, 2, 2, 1])), Lead::Level);
        assert_eq!(lead(&whole([5; 5]), &whole([4; 5]), &Weights::default()), Lead::First(vec![]));
    }

    #[test]
    fn who_leads_is_not_said_before_both_are_rated_by_all_that_counts() {
        let half = candidate([Some(5), None, Some(5), Some(5), Some(5)]);
        assert_eq!(lead(&half, &whole([1; 5]), &Weights::default()), Lead::Unknown);
        assert_eq!(lead(&half, &whole([1; 5]), &weights([2, 0, 2, 2, 2])), Lead::First(vec![]));
    }

    proptest! {
        /// A hinge is where it turns: nothing changes just before it, and behind it the other one leads.
        #[test]
        fn behind_a_hinge_the_other_one_leads(
            one in prop::array::uniform5(1u8..=5), other in prop::array::uniform5(1u8..=5),
            all in prop::array::uniform5(0u8..=4),
        ) {
            let (first, second, now) = (whole(one), whole(other), weights(all));
            let sum_with = |criterion: Criterion, hundredths: i64| -> i64 {
                Criterion::ALL.into_iter().map(|it| {
                    let rating = |who: &Candidate| who.judgement(it).rating.map_or(0, |it| i64::from(it.get()));
                    let share = if it == criterion { hundredths } else { 100 };
                    i64::from(now.of(it)) * share * (rating(&first) - rating(&second))
                }).sum()
            };
            let Lead::First(hinges) = lead(&first, &second, &now) else { return Ok(()) };
            for Hinge { criterion, level } in hinges {
                let level = i64::from(level);
                let beyond = if level < 100 { level - 1 } else { level + 1 };
                let before = if level < 100 { level + 1 } else { level - 1 };
                prop_assert!(sum_with(criterion, beyond) <= 0);
                prop_assert!(sum_with(criterion, before) >= 0);
            }
        }
    }

    #[test]
    fn the_best_fit_stands_first_and_who_is_not_rated_last() {
        let mut sample = Sample::new();
        let person = sample.put(Person::new(title("Amara")));
        let mut put = |it: Candidate| sample.put(Candidate { person, ..it });
        let ids = [
            put(candidate([None; 5])),
            put(whole([3; 5])),
            put(whole([5; 5])),
            put(candidate([Some(5), None, None, None, None])),
        ];
        let order: Vec<_> = ranked(&sample.notebook, &ids, &Weights::default()).into_iter().map(|(id, _)| id).collect();
        assert_eq!(order, [ids[2], ids[3], ids[1], ids[0]], "of two with the same mean, the one of whom more is known");
    }

    #[test]
    fn what_both_wrote_down_is_found_in_the_words_of_each() {
        let mut sample = Sample::new();
        let mut amara = Person::new(title("Amara"));
        amara.skills = vec![title("public speaking"), title("Leadership"), title("Budgets")];
        amara.interests = vec![title("Opéra"), title("Chess")];
        let person = sample.put(amara);
        let goal = sample.goal("Speak");
        sample
            .change(goal, |goal: &mut Goal| goal.skills = vec![title("Managing people"), title("Speaking in public")]);
        let mut it = Candidate::new(person, day(0));
        assert_eq!(in_common(&sample.notebook, &it).skills, ["Leadership", "public speaking"], "of the active goals");
        let other = sample.goal("Pay");
        let mut plan = Plan::new(title("Find"), day(0));
        (plan.goals, plan.skills, plan.interests) = (vec![other], vec![title("budgets")], vec![title("opera")]);
        it.plan = Some(sample.put(plan));
        let common = in_common(&sample.notebook, &it);
        assert_eq!((common.skills, common.interests), (vec!["Budgets".into()], vec!["Opéra".into()]));
    }
}
