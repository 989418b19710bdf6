//! What is known for a note: what helped, and what has changed since one last wrote (R7).

use crate::{
    domain::{Appreciation, Id, Mentorship, Notebook, Text},
    insights::{
        appreciations::{News, news},
        titles::Opening,
    },
    ui::{
        screens::name_of,
        words::{
            dates::Calendar,
            letters::thanks::{Facts, Help, Note},
            thanks,
        },
    },
};

/// What is known for a note of this kind that thanks for these.
pub fn facts(
    notebook: &Notebook,
    id: Id<Mentorship>,
    note: Note,
    picked: &[Id<Appreciation>],
    calendar: &Calendar,
) -> Facts {
    let News { milestones, achieved, done, acted, became, .. } = news(notebook, id, calendar.today);
    let help = |id: &Id<Appreciation>| {
        let it = notebook.get(*id)?;
        let day = it.meeting.and_then(|meeting| notebook.get(meeting)).map(|meeting| meeting.on);
        let when = thanks::when(day.is_some(), &calendar.within(day.unwrap_or(it.on)));
        Some(Help { help: it.help.to_string(), when, became: it.became.to_string() })
    };
    // What still waits for thanks stands in a note of thanks or not at all.
    let told = |id: &&Id<Appreciation>| note == Note::News || notebook.get(**id).is_some_and(|it| it.thanked.is_some());
    let mut steps: Vec<(String, Vec<String>)> = Vec::new();
    for (goal, part) in milestones {
        let Some((goal, step)) = notebook.get(goal).and_then(|it| Some((&it.title, it.milestones.get(part)?))) else {
            continue;
        };
        match steps.iter_mut().find(|(title, _)| *title == **goal) {
            Some((_, steps)) => steps.push(step.title.to_string()),
            None => steps.push((goal.to_string(), vec![step.title.to_string()])),
        }
    }
    let said = |text: &Text| {
        let opening = Opening::of(text);
        if opening.goes_on { format!("{}…", opening.text) } else { opening.text }
    };
    Facts {
        to: name_of(notebook, id),
        helps: picked.iter().filter_map(help).collect(),
        became: became.iter().filter(told).filter_map(help).collect(),
        achieved: achieved.iter().filter_map(|id| Some(notebook.get(*id)?.title.to_string())).collect(),
        steps,
        done: done.iter().filter_map(|id| Some(notebook.get(*id)?.title.to_string())).collect(),
        acted: acted
            .iter()
            .filter_map(|id| notebook.get(*id).map(|it| (said(&it.text), it.done_about_it.to_string())))
            .collect(),
    }
}
