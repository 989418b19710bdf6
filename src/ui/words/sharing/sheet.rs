//! What a share says of each of its entries, by the names of the two: the same to the one who gives it and to the one
//! who reads it.

use super::super::{agreement, count, dates, mentorship::about, names, thanks};
use crate::{
    domain::{
        Action, ActionState, Agreement, Appreciation, Body, Direction, EntryId, Feedback, Goal, Id, KindName, Meeting,
        MeetingState, News, Notebook, Owner, Share, Who,
    },
    exchange::sheet::{Group, Point, Sheet},
};

/// The names of the two.
pub struct Names<'a> {
    /// Who tells.
    pub from: &'a str,
    /// The other one.
    pub to: &'a str,
}

impl Names<'_> {
    fn who(&self, who: Who) -> String {
        match who {
            Who::Me => self.from.to_owned(),
            Who::Them => self.to.to_owned(),
            Who::Both => "Both".to_owned(),
        }
    }
}

/// Everything in a share, kind by kind, in the order of the share.
pub fn groups(notebook: &Notebook, share: &Share) -> Vec<Group> {
    let given = share.given.iter().map(|given| (given.entry, given.news));
    grouped(notebook, given, &Names { from: &share.from, to: &share.to })
}

/// Entries kind by kind, in the order in which a kind comes first, told by the names of the two.
pub fn grouped(
    notebook: &Notebook,
    entries: impl IntoIterator<Item = (EntryId, Option<News>)>,
    names: &Names<'_>,
) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (id, news) in entries {
        let Some(sheet) = sheet(notebook, id, news, names) else { continue };
        let kind = id.kind();
        match groups.iter_mut().find(|group| group.kind == kind) {
            Some(group) => group.sheets.push(sheet),
            None => groups.push(Group { kind, title: names::kinds(kind).to_owned(), sheets: vec![sheet] }),
        }
    }
    groups
}

fn sheet(notebook: &Notebook, id: EntryId, news: Option<News>, names: &Names<'_>) -> Option<Sheet> {
    let mut sheet = Sheet {
        id,
        title: String::new(),
        under: String::new(),
        news,
        bar: None,
        facts: Vec::new(),
        lists: Vec::new(),
        for_reader: false,
    };
    match &notebook.entry(id)?.draft.body {
        Body::Goal(it) => sheet.goal(it),
        Body::Agreement(it) => sheet.agreement(notebook, it, names),
        Body::Meeting(it) => sheet.meeting(notebook, it, names),
        Body::Action(it) => sheet.action(notebook, it, names),
        Body::Feedback(it) => sheet.feedback(notebook, it, names),
        Body::Appreciation(it) => sheet.help(notebook, it),
        _ => return None,
    }
    Some(sheet)
}

impl Sheet {
    fn fact(&mut self, label: impl Into<String>, said: &str) {
        if !said.trim().is_empty() {
            self.facts.push((label.into(), said.to_owned()));
        }
    }

    fn list(&mut self, label: &'static str, points: Vec<Point>) {
        if !points.is_empty() {
            self.lists.push((label, points));
        }
    }

    fn goal(&mut self, it: &Goal) {
        self.title = it.title.to_string();
        let by = it.target.map(|day| format!("by {}", dates::exact(day)));
        self.under = joined([Some(names::goal_state(it.state).to_owned()), by]);
        let done = it.milestones.iter().filter(|milestone| milestone.done.is_some()).count();
        self.bar = (!it.milestones.is_empty()).then_some((done, it.milestones.len()));
        self.fact("Why it matters", &it.why);
        self.fact("How it shows that it is reached", &it.evidence);
        let milestones = it.milestones.iter().map(|milestone| {
            let by = milestone.due.map(|day| format!(", by {}", dates::exact(day)));
            let done = milestone.done.map(|day| format!(", done on {}", dates::exact(day)));
            let said = format!("{}{}{}", milestone.title, by.unwrap_or_default(), done.unwrap_or_default());
            (Some(milestone.done.is_some()), said)
        });
        self.list("Milestones", milestones.collect());
        self.list("Skills", it.skills.iter().map(|skill| (None, skill.to_string())).collect());
    }

    fn agreement(&mut self, notebook: &Notebook, it: &Agreement, names: &Names<'_>) {
        self.title = super::super::capital(names::kind(KindName::Agreement));
        self.under = match it.agreed {
            Some(day) => agreement::agreed(&format!("on {}", dates::exact(day))),
            None => agreement::talked_about(&dates::exact(it.since)),
        };
        for (label, said) in agreement::lines(notebook, it) {
            let label = match label {
                agreement::MINE => format!("What {} hopes for and brings", names.from),
                agreement::THEIRS => format!("What {} hopes for and brings", names.to),
                other => other.to_owned(),
            };
            let said = match it.agenda_by.filter(|_| label == agreement::AGENDA_BY) {
                Some(who) => names.who(who),
                None => said,
            };
            self.fact(label, &said);
        }
    }

    fn meeting(&mut self, notebook: &Notebook, it: &Meeting, names: &Names<'_>) {
        let day = dates::exact(it.on);
        self.title = if it.title.is_empty() { day.clone() } else { it.title.to_string() };
        let state = match &it.state {
            MeetingState::Missed { by, .. } => format!("{} did not come", names.who(*by)),
            MeetingState::Cancelled { by, .. } => format!("Called off by {}", names.who(*by)),
            state => names::meeting_state(state).to_owned(),
        };
        let day = (!it.title.is_empty()).then_some(day);
        let minutes = it.minutes.map(|minutes| count(minutes.into(), "minute", "minutes"));
        let how = it.channel.map(|channel| names::channel(channel).to_owned());
        self.under = joined([day, it.at.map(dates::time), minutes, how, Some(state)]);
        let is_over = !it.state.is_planned();
        let points = it.agenda.iter().map(|point| (is_over.then_some(point.done), point.title.to_string()));
        self.list("Agenda", points.collect());
        self.goals(notebook, it.goals.iter().map(|goal| goal.entry()));
        self.fact("Notes", &it.shared_notes);
        self.fact("What it ended with", &it.outcomes);
    }

    fn action(&mut self, notebook: &Notebook, it: &Action, names: &Names<'_>) {
        self.title = it.title.to_string();
        let who = match it.owner {
            Owner::Me => names.from,
            Owner::Them => names.to,
        };
        let state = match &it.state {
            ActionState::Open => None,
            ActionState::Done { on } => Some(format!("done on {}", dates::exact(*on))),
            ActionState::Dropped { on, .. } => Some(format!("let go on {}", dates::exact(*on))),
        };
        let promised = format!("promised on {}", dates::exact(it.promised));
        let by = it.due.map(|day| format!("by {}", dates::exact(day)));
        self.under = joined([Some(who.to_owned()), by, state, Some(promised)]);
        self.for_reader = it.owner == Owner::Them && it.state.is_open();
        self.from(notebook, it.meeting, it.goal);
    }

    fn feedback(&mut self, notebook: &Notebook, it: &Feedback, names: &Names<'_>) {
        let from = match it.direction {
            Direction::FromMe => names.from,
            Direction::FromThem => names.to,
        };
        self.title = format!("From {from}");
        self.under = dates::exact(it.on);
        self.fact("What was said", &it.text);
        self.list("Skills", it.skills.iter().map(|skill| (None, skill.to_string())).collect());
        self.fact("What was done about it", &it.done_about_it);
        self.from(notebook, it.meeting, it.goal);
    }

    fn help(&mut self, notebook: &Notebook, it: &Appreciation) {
        self.title = it.help.to_string();
        self.under = dates::exact(it.on);
        self.fact(thanks::BECAME, &it.became);
        self.from(notebook, it.meeting, it.goal);
    }

    /// The meeting it came from, and the goal it serves.
    fn from(&mut self, notebook: &Notebook, meeting: Option<Id<Meeting>>, goal: Option<Id<Goal>>) {
        if let Some(meeting) = meeting.and_then(|meeting| notebook.get(meeting)) {
            self.fact("From the meeting", &format!("{} {}", dates::exact(meeting.on), meeting.title));
        }
        self.goals(notebook, goal.map(|goal| goal.entry()));
    }

    fn goals(&mut self, notebook: &Notebook, goals: impl IntoIterator<Item = EntryId>) {
        let titles = goals.into_iter().filter_map(|goal| Some(notebook.get(goal.of::<Goal>()?)?.title.to_string()));
        let titles: Vec<_> = titles.collect();
        self.fact(about::GOALS, &titles.join("\n"));
    }
}

fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// How many of each kind are in it.
pub fn counts(share: &Share) -> Vec<(KindName, usize)> {
    let of = |kind| share.given.iter().filter(|it| it.entry.kind() == kind).count();
    KindName::ALL.iter().map(|kind| (*kind, of(*kind))).filter(|(_, number)| *number > 0).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::{domain::Day, exchange::share::file};

    /// Fields that are told in words of ours, or that tell which part is which.
    const IN_OTHER_WORDS: [&str; 9] =
        ["kind", "id", "news", "owner", "state", "channel", "agenda_by", "direction", "at"];

    /// Every text, day and number of a value, but for those.
    fn said(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(members) => {
                let members = members.iter().filter(|(name, _)| !IN_OTHER_WORDS.contains(&name.as_str()));
                members.for_each(|(_, value)| said(value, found));
            }
            Value::Array(items) => items.iter().for_each(|item| said(item, found)),
            Value::String(text) => found.push(text.clone()),
            Value::Number(number) => found.push(number.to_string()),
            _ => {}
        }
    }

    #[test]
    fn everything_in_a_share_is_seen() {
        let text = include_str!("../../../../tests/fixtures/share-1.json");
        let received = file::read(text.as_bytes()).unwrap();
        let notebook = received.notebook();
        let shown = format!("{:?}", groups(&notebook, &received.share));
        let json: Value = serde_json::from_str(text).unwrap();
        let mut all = Vec::new();
        said(&json["entries"], &mut all);
        assert!(all.len() > 40, "{all:?}");
        for said in all {
            let linked = said.parse::<EntryId>().ok().map(|id| match notebook.entry(id).map(|it| &it.draft.body) {
                Some(Body::Goal(goal)) => goal.title.to_string(),
                Some(Body::Meeting(meeting)) => dates::exact(meeting.on),
                _ => String::new(),
            });
            let day = said.parse::<Day>().ok().map(dates::exact);
            let seen = linked.or(day).unwrap_or(said);
            // As `Debug` writes it.
            let seen = format!("{seen:?}");
            let seen = seen.trim_matches('"');
            assert!(shown.contains(seen), "{seen} in {shown}");
        }
    }
}
