//! A meeting as a text to send: ahead of it the agenda, after it what both may read (R3, R4). What is private stands in
//! none of it.

use super::{super::mentorship::ACTIONS, AGENDA, NOTES};
use crate::{
    domain::{Action, ActionState, Day, Id, Meeting, Notebook, Owner},
    insights::meeting::actions_of,
    ui::words::dates,
};

pub const SEND_AGENDA: &str = "Send the agenda";
pub const SEND_NOTES: &str = "Send the notes";
pub const HELP: &str =
    "This text goes out, and nothing else. Private notes, insights and private entries are left out.";
const OUTCOMES: &str = "What it ended with";

/// The text; none while there is nothing to send, and of a meeting that is private.
pub fn text(notebook: &Notebook, id: Id<Meeting>, title: &str) -> Option<String> {
    let meeting = notebook.get(id).filter(|_| notebook.may_be_named(id.entry()))?;
    let points: Vec<_> = meeting.agenda.iter().map(|point| format!("– {}", point.title)).collect();
    let actions: Vec<_> = actions_of(notebook, id).into_iter().filter_map(|action| promise(notebook, action)).collect();
    let parts = if meeting.state.is_planned() {
        [(AGENDA, points.join("\n")), ("", String::new()), ("", String::new())]
    } else {
        let written = |text: &str| text.trim().to_owned();
        [(NOTES, written(&meeting.shared_notes)), (OUTCOMES, written(&meeting.outcomes)), (ACTIONS, actions.join("\n"))]
    };
    let said: Vec<_> = parts.into_iter().filter(|(_, said)| !said.is_empty()).collect();
    if said.is_empty() {
        return None;
    }
    let day = dates::exact(meeting.on);
    let time = meeting.at.map(|at| format!(", {}", dates::time(at))).unwrap_or_default();
    let mut text = format!("{title}\n{day}{time}");
    for (label, said) in said {
        text.push_str(&format!("\n\n{label}\n{said}"));
    }
    Some(text)
}

/// Who does what, as the other one reads it; what was dropped is promised no more.
fn promise(notebook: &Notebook, id: Id<Action>) -> Option<String> {
    let action = notebook.get(id).filter(|_| notebook.may_be_named(id.entry()))?;
    let done = match action.state {
        ActionState::Open => "",
        ActionState::Done { .. } => " (done)",
        ActionState::Dropped { .. } => return None,
    };
    let who = match action.owner {
        Owner::Me => "I",
        Owner::Them => "You",
    };
    let by = |day: Day| format!(", by {}", dates::exact(day));
    let due = action.due.filter(|_| action.state.is_open());
    Some(format!("– {who}: {}{}{done}", action.title, due.map(by).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{AgendaPoint, MeetingState, PartId, Text, Title},
        insights::sample::{Sample, day},
    };

    #[test]
    fn ahead_it_is_the_agenda_and_afterwards_what_both_may_read() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        let meeting = sample.planned(amara, day(9));
        let said = |sample: &Sample| text(&sample.notebook, meeting, "Meeting with Amara");
        assert_eq!(said(&sample), None, "there is nothing to send yet");
        let title = Title::new("Ask twice").unwrap();
        sample.change(meeting, |it| {
            it.agenda.add(AgendaPoint { id: PartId::new(1), place: 0, title: title.clone(), done: false });
            it.private_notes = Text::new("I am nervous").unwrap();
            it.insights = Text::new("A no is a question").unwrap();
        });
        let agenda = said(&sample).unwrap();
        assert!(agenda.starts_with("Meeting with Amara\n") && agenda.ends_with("\n\nAgenda\n– Ask twice"), "{agenda}");
        let theirs = sample.action(amara, Some(meeting), day(9), None);
        sample.change(theirs, |it| (it.owner, it.title) = (Owner::Them, title.clone()));
        let hidden = sample.action(amara, Some(meeting), day(9), None);
        sample.hide(hidden);
        let done = sample.action(amara, Some(meeting), day(9), Some(day(12)));
        sample.change(done, |it| it.state = ActionState::Done { on: day(9) });
        let dropped = sample.action(amara, Some(meeting), day(9), None);
        sample.change(dropped, |it| it.state = ActionState::Dropped { on: day(9), reason: Default::default() });
        sample.change(meeting, |it| {
            it.state = MeetingState::Held;
            it.shared_notes = Text::new("Every second Monday\n").unwrap();
        });
        let notes = said(&sample).unwrap();
        assert!(
            notes.ends_with(
                "\n\nNotes\nEvery second Monday\n\nAction items\n– You: Ask twice\n– I: Send the outline (done)"
            ),
            "{notes}"
        );
        sample.hide(meeting);
        assert_eq!(said(&sample), None, "a meeting that is private goes out in nothing");
    }
}
