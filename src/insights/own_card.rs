//! A first card of one's own, from what the notebook knows (F4, G7).

use crate::domain::{Card, CardSide, Goal, GoalState, Notebook, Plan, Title};

/// A card to begin with. A mentee's says what they look for: skills of open finding plans and active goals. A
/// mentor's says what they have learned: skills of goals that were achieved. What stands on another card of the
/// owner's and holds for both sides is taken over. It is made to be handed out: give it what of the notebook may be
/// named ([`Notebook::named`], R6).
#[must_use]
pub fn own_card(notebook: &Notebook, side: CardSide, name: Title) -> Card {
    let mut card = Card::new(side, name);
    if let Some((_, other)) = notebook.all::<Card>().last() {
        card.role = other.role.clone();
        card.organisation = other.organisation.clone();
        card.about = other.about.clone();
        card.languages = other.languages.clone();
        card.contact = other.contact.clone();
        card.link = other.link.clone();
        add(&mut card.skills, &other.skills);
        add(&mut card.wants, &other.wants);
        add(&mut card.interests, &other.interests);
        add(&mut card.values, &other.values);
    }
    for (_, goal) in notebook.all::<Goal>() {
        match (goal.state, side) {
            (GoalState::Achieved, _) => add(&mut card.skills, &goal.skills),
            (GoalState::Active, CardSide::Mentee) => add(&mut card.wants, &goal.skills),
            _ => {}
        }
    }
    for (_, plan) in notebook.all::<Plan>().filter(|(_, plan)| plan.state.is_open()) {
        add(&mut card.interests, &plan.interests);
        let values = plan.values.split(['.', '!', '?', ';', '\n']).filter_map(|value| Title::typed(value).ok());
        add(&mut card.values, &values.collect::<Vec<_>>());
        if side == CardSide::Mentee {
            add(&mut card.wants, &plan.skills);
            for (here, there) in [(&mut card.offers, &plan.offer), (&mut card.seeks, &plan.looking_for)] {
                if here.is_empty() {
                    *here = there.clone();
                }
            }
            if card.time.is_empty() {
                card.time = plan.time.clone();
            }
        }
    }
    card
}

/// Adds those names that are not there yet.
fn add(names: &mut Vec<Title>, more: &[Title]) {
    for name in more {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, day, text, title};
    use super::*;

    #[test]
    fn a_card_begins_with_what_the_notebook_knows() {
        let mut sample = Sample::new();
        for (name, state) in [("Chair", GoalState::Achieved), ("Speak", GoalState::Active), ("Pay", GoalState::Paused)]
        {
            let goal = sample.goal(name);
            sample.change(goal, |it: &mut Goal| (it.state, it.skills) = (state, vec![title(name)]));
        }
        let mut plan = Plan::new(title("Find"), day(0));
        (plan.skills, plan.interests) = (vec![title("Budgets"), title("Speak")], vec![title("Trains")]);
        (plan.values, plan.offer) = (text("Gives credit; goes home at six."), text("A reader"));
        sample.put(plan);
        let names = |names: &[Title]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
        let mentee = own_card(&sample.notebook, CardSide::Mentee, title("Me"));
        assert_eq!(
            (names(&mentee.wants), names(&mentee.skills)),
            (vec!["Speak".into(), "Budgets".into()], vec!["Chair".into()])
        );
        assert_eq!(
            (names(&mentee.values), &*mentee.offers),
            (vec!["Gives credit".into(), "goes home at six".into()], "A reader")
        );
        sample.put(Card { role: crate::domain::Line::new("Designer").unwrap(), ..mentee });
        let mentor = own_card(&sample.notebook, CardSide::Mentor, title("Me"));
        assert_eq!((&*mentor.role, names(&mentor.skills), &*mentor.offers), ("Designer", vec!["Chair".into()], ""));
    }
}
