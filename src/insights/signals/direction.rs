//! They do not know what they work on: no goals, goals to which nothing happens, meetings that end with nothing (H3).

use super::{Evidence, Sign, between::Between};
use crate::{
    domain::{Action, Day, Goal, GoalState, Id, Meeting, Side},
    insights::goals::{last_touched, written_last},
};

/// Days after which two people should have named a goal.
const WITHOUT_GOAL: i64 = 42;
/// Days after which a goal is stale.
const STALE: i64 = 60;
/// A meeting this young may still be written up.
const FRESH: i64 = 2;
/// So many meetings in a row are no chance; and so many are plain.
const IN_A_ROW: usize = 3;
const PLAIN: usize = 5;

pub(super) fn signs(between: &Between<'_>, after: Day) -> Vec<Sign> {
    let linked: Vec<_> =
        between.mentorship.goals.iter().filter_map(|id| Some((*id, between.notebook.get(*id)?))).collect();
    let active: Vec<_> = linked.iter().filter(|(_, it)| it.state == GoalState::Active).map(|(id, _)| *id).collect();
    let held = between.held_until(between.today.plus(-FRESH));
    let held: Vec<_> = held.into_iter().filter(|(_, it)| it.on > after).collect();
    let goals = if active.is_empty() { no_goal(between, after, &linked) } else { untouched(between, after, &active) };
    let named = if active.is_empty() { None } else { no_goal_named(&held) };
    [goals, named, no_outcome(between, &held)].into_iter().flatten().collect()
}

/// One that is paused may be taken up again, and whoever guides need not know the goals of the other one; else it is
/// plain.
fn no_goal(between: &Between<'_>, after: Day, linked: &[(Id<Goal>, &Goal)]) -> Option<Sign> {
    let turned = linked.iter().flat_map(|(_, it)| it.turns.iter().map(|turn| turn.on)).max();
    let without = turned.map_or(between.mentorship.since, |turned| turned.max(between.mentorship.since));
    let since = between.paused.after(without, WITHOUT_GOAL);
    if since > between.today || since <= after {
        return None;
    }
    let paused = linked.iter().any(|(_, it)| it.state == GoalState::Paused);
    let may_be = paused || between.mentorship.side == Side::Guiding;
    Some(Sign { evidence: Evidence::NoGoal { had: !linked.is_empty() }, weight: if may_be { 1 } else { 2 } })
}

/// All of them must be stale: one that moves is a direction.
fn untouched(between: &Between<'_>, after: Day, active: &[Id<Goal>]) -> Option<Sign> {
    let touched = active.iter().map(|id| {
        let happened = last_touched(between.notebook, *id, between.today);
        (
            happened
                .max(written_last(between.notebook, *id, between.today))
                .unwrap_or(Day::MIN)
                .max(between.mentorship.since),
            *id,
        )
    });
    let (last, goal) = touched.max()?;
    let days = between.days_since(last);
    let since = between.paused.after(last, STALE + 1);
    (days > STALE && since > after).then_some(Sign { evidence: Evidence::Untouched { goal, days }, weight: 2 })
}

fn no_goal_named(held: &[(Id<Meeting>, &Meeting)]) -> Option<Sign> {
    let meetings = held.iter().take_while(|(_, it)| it.goals.is_empty()).count();
    (meetings >= IN_A_ROW).then_some(Sign { evidence: Evidence::NoGoalNamed { meetings }, weight: 1 })
}

fn no_outcome(between: &Between<'_>, held: &[(Id<Meeting>, &Meeting)]) -> Option<Sign> {
    let promised = |id: Id<Meeting>| between.notebook.pointing::<Action>(id).any(|(_, it)| it.meeting == Some(id));
    let without = held.iter().take(PLAIN).take_while(|(id, it)| it.outcomes.trim().is_empty() && !promised(*id));
    let meetings = without.count();
    let weight = if meetings >= PLAIN { 2 } else { 1 };
    (meetings >= IN_A_ROW).then_some(Sign { evidence: Evidence::NoOutcome { meetings }, weight })
}
