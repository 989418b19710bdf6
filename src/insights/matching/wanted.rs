//! What a notebook looks for in others: in mentors what one wants to learn, in mentees what one can give (F4, G7).

use super::{About, Wanted};
use crate::{
    domain::{Card, CardSide, Goal, GoalState, Id, Notebook, Plan},
    insights::fit::wanted_skills,
};

/// What is looked for on cards of one side: by one finding plan, or by all that are open together with the owner's
/// own cards.
///
/// Of mentors that is what the plan names and its goals need (of all active goals if it names none); of mentees, who
/// are looked for by nobody's plan, it is what stands on the owner's cards.
#[must_use]
pub fn wanted(notebook: &Notebook, plan: Option<Id<Plan>>, side: CardSide) -> Wanted {
    let cards: Vec<&Card> = notebook.all::<Card>().map(|(_, it)| it).filter(|it| it.side != side).collect();
    let mut things: Vec<(About, &str)> = Vec::new();
    if side == CardSide::Mentor {
        let plans: Vec<&Plan> = match plan {
            Some(id) => notebook.get(id).into_iter().collect(),
            None => notebook.all::<Plan>().map(|(_, it)| it).filter(|it| it.state.is_open()).collect(),
        };
        let each = || plans.iter().copied().map(Some).chain(plans.is_empty().then_some(None));
        for plan in each() {
            things.extend(wanted_skills(notebook, plan).into_iter().map(|name| (About::Skill, &**name)));
        }
        for plan in each() {
            things.extend(goals(notebook, plan).map(|goal| (About::Goal, &*goal.title)));
        }
        for plan in &plans {
            things.extend(plan.interests.iter().map(|name| (About::Interest, &**name)));
            things.extend(plan.values.split(['.', '!', '?', ';', '\n']).map(|it| (About::Value, it.trim())));
        }
    }
    if side == CardSide::Mentee || plan.is_none() {
        for card in cards {
            let skills = if side == CardSide::Mentor { &card.wants } else { &card.skills };
            things.extend(skills.iter().map(|name| (About::Skill, &**name)));
            things.extend(card.interests.iter().map(|name| (About::Interest, &**name)));
            things.extend(card.values.iter().map(|name| (About::Value, &**name)));
        }
    }
    Wanted::new(side, things)
}

/// The goals with which a plan wants help: those it names, or all active ones.
fn goals<'a>(notebook: &'a Notebook, plan: Option<&'a Plan>) -> impl Iterator<Item = &'a Goal> {
    let named = plan.map(|plan| plan.goals.as_slice()).unwrap_or_default();
    let all = notebook.all::<Goal>();
    all.filter(move |(id, it)| if named.is_empty() { it.state == GoalState::Active } else { named.contains(id) })
        .map(|(_, it)| it)
}

#[cfg(test)]
mod tests {
    use super::super::super::sample::{Sample, day, text, title};
    use super::*;

    fn names(wanted: &Wanted, about: About) -> Vec<&str> {
        wanted.names(about).collect()
    }

    #[test]
    fn a_plan_looks_for_what_it_names_and_what_its_goals_need() {
        let mut sample = Sample::new();
        let speak = sample.goal("Speak at a conference");
        sample.change(speak, |goal: &mut Goal| goal.skills = vec![title("Telling a story")]);
        sample.goal("Pay the house");
        let mut plan = Plan::new(title("Find"), day(0));
        (plan.goals, plan.skills, plan.interests) = (vec![speak], vec![title("Chairing")], vec![title("Trains")]);
        plan.values = text("Says what is wrong; gives credit.\n");
        let plan = sample.put(plan);
        let mut other = Plan::new(title("Another"), day(0));
        other.skills = vec![title("Sewing")];
        sample.put(other);
        let mut own = Card::new(CardSide::Mentee, title("Me"));
        own.wants = vec![title("Listening")];
        sample.put(own);
        let one = wanted(&sample.notebook, Some(plan), CardSide::Mentor);
        assert_eq!(names(&one, About::Skill), ["Chairing", "Telling a story"]);
        assert_eq!(names(&one, About::Goal), ["Speak at a conference"]);
        assert_eq!(names(&one, About::Interest), ["Trains"]);
        assert_eq!(names(&one, About::Value), ["Says what is wrong", "gives credit"]);
        let all = wanted(&sample.notebook, None, CardSide::Mentor);
        assert_eq!(names(&all, About::Skill), ["Chairing", "Telling a story", "Sewing", "Listening"]);
        assert_eq!(names(&all, About::Goal), ["Speak at a conference", "Pay the house"]);
    }

    #[test]
    fn without_a_plan_active_goals_count_and_of_mentees_the_own_card() {
        let mut sample = Sample::new();
        sample.goal("Speak at a conference");
        let mut own = Card::new(CardSide::Mentor, title("Me"));
        (own.skills, own.interests) = (vec![title("Programming")], vec![title("Tea")]);
        sample.put(own);
        assert_eq!(names(&wanted(&sample.notebook, None, CardSide::Mentor), About::Goal), ["Speak at a conference"]);
        let mentees = wanted(&sample.notebook, None, CardSide::Mentee);
        assert_eq!((names(&mentees, About::Skill), names(&mentees, About::Goal)), (vec!["Programming"], vec![]));
        assert_eq!(names(&mentees, About::Interest), ["Tea"]);
        assert!(wanted(&Sample::new().notebook, None, CardSide::Mentor).is_empty());
    }
}
