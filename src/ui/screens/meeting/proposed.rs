//! What the agenda should not pass over, in words (R3).

use super::agenda::Suggestion;
use crate::{
    domain::{Day, Id, Meeting, Notebook},
    insights::{
        agenda::{Proposal, proposals},
        titles::Opening,
    },
    ui::{desk::Desk, reactive::Look, words::meetings::proposals as words},
};

/// The most that are shown at once: an agenda of more is none.
const MOST: usize = 5;

/// The points that this meeting should have, each with its reason.
pub fn proposed(id: Id<Meeting>) -> Look<Vec<Suggestion>> {
    let desk = Desk::get();
    desk.view(move |notebook| {
        let Some(meeting) = notebook.get(id) else { return Vec::new() };
        let all = proposals(notebook, id, desk.today()).into_iter().filter_map(|it| said(notebook, it, desk.today()));
        let new = |(title, _): &Suggestion| !meeting.agenda.iter().any(|point| point.title == *title);
        all.filter(new).take(MOST).collect()
    })
}

fn said(notebook: &Notebook, proposal: Proposal, today: Day) -> Option<Suggestion> {
    let (title, why) = match proposal {
        Proposal::LeftOver { meeting, point } => {
            let point = notebook.get(meeting)?.agenda.get(point)?;
            (point.title.to_string(), words::LEFT_OVER_WHY.to_owned())
        }
        Proposal::Reached { goal, milestone, on } => {
            let milestone = notebook.get(goal)?.milestones.get(milestone)?;
            (words::reached(&milestone.title), words::reached_why(on))
        }
        Proposal::Overdue { action, due } => (words::overdue(&notebook.get(action)?.title), words::overdue_why(due)),
        Proposal::Agreement { review_on, .. } => (words::AGREEMENT.to_owned(), words::agreement_why(review_on)),
        Proposal::Review { goal, review_on } => {
            (words::review(&notebook.get(goal)?.title), words::review_why(review_on))
        }
        Proposal::Quiet { goal, since } => {
            let days = since.map(|since| (today - since).num_days());
            (words::quiet(&notebook.get(goal)?.title), words::quiet_why(days))
        }
        Proposal::Feedback { feedback, on } => {
            (words::feedback(&Opening::of(&notebook.get(feedback)?.text).text), words::feedback_why(on))
        }
    };
    Some((words::fitting(&title)?, why))
}
