//! A report of some time (K8): what of a notebook it may tell, and the report as a page and as Markdown.
//!
//! A report is handed to others, so it is made from what may be shared and from nothing else: the notebook is cut down by
//! the table of shares ([`super::share::allowed`]) first, and everything in the report is counted, dated and told from
//! what is left.
//!
//! - `html`: the report as one page that opens anywhere, without a script;
//! - `markdown`: the report as a text.

mod html;
mod markdown;

use super::{
    share::{
        choosing::{Shared, leaves, sharable},
        entries::put_together,
    },
    sheet::Group,
};
use crate::domain::{
    Action, ActionState, Agreement, Appreciation, Change, Clock, Day, DeviceId, Draft, EntryId, Feedback, Goal,
    GoalState, Id, KindName, Meeting, Mentorship, Notebook, Op, Person, order,
};

pub use html::html;
pub use markdown::markdown;

/// What a report is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// One mentorship; without one it is the owner's own time, with all of them.
    pub with: Option<Id<Mentorship>>,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// Which kinds of entries it tells of.
    pub kinds: Vec<KindName>,
}

impl Scope {
    fn has(&self, day: Day) -> bool {
        (self.from..=self.to).contains(&day)
    }

    /// Whether an entry belongs to that time.
    fn tells(&self, notebook: &Notebook, id: EntryId) -> bool {
        if !self.kinds.contains(&id.kind()) {
            return false;
        }
        match id.kind() {
            KindName::Goal => id.of::<Goal>().and_then(|id| notebook.get(id)).is_some_and(|it| !self.is_over(it)),
            KindName::Agreement => {
                id.of::<Agreement>().and_then(|id| notebook.get(id)).is_some_and(|it| it.since <= self.to)
            }
            KindName::Meeting => {
                let meeting = id.of::<Meeting>().and_then(|id| notebook.get(id));
                meeting.is_some_and(|it| !it.state.is_planned() && self.has(it.on))
            }
            KindName::Action => {
                let action = id.of::<Action>().and_then(|id| notebook.get(id));
                action.is_some_and(|it| match &it.state {
                    ActionState::Open => it.promised <= self.to,
                    ActionState::Done { on } | ActionState::Dropped { on, .. } => {
                        it.promised <= self.to && *on >= self.from
                    }
                })
            }
            KindName::Feedback => id.of::<Feedback>().and_then(|id| notebook.get(id)).is_some_and(|it| self.has(it.on)),
            KindName::Appreciation => {
                id.of::<Appreciation>().and_then(|id| notebook.get(id)).is_some_and(|it| self.has(it.on))
            }
            _ => false,
        }
    }

    /// Whether a goal was left behind before that time, as far as the fields say that may be told.
    fn is_over(&self, goal: &Goal) -> bool {
        let rests = matches!(goal.state, GoalState::Achieved | GoalState::LetGo);
        rests && goal.milestones.iter().filter_map(|milestone| milestone.done).max().is_some_and(|on| on < self.from)
    }
}

/// The mentorships that a report may name, the oldest first: neither they nor the person is private.
#[must_use]
pub fn mentorships(notebook: &Notebook) -> Vec<Id<Mentorship>> {
    let all = notebook.all::<Mentorship>();
    let named = all.filter(|(id, it)| notebook.may_be_named(id.entry()) && notebook.may_be_named(it.person.entry()));
    order::by_key(named.collect(), |(id, it): &(Id<Mentorship>, &Mentorship)| (it.since, *id))
        .into_iter()
        .map(|(id, _)| id)
        .collect()
}

/// What of a notebook the report may tell, as a notebook of its own; nothing, if the last day is before the first.
#[must_use]
pub fn told(notebook: &Notebook, scope: &Scope) -> Notebook {
    let mut told = Notebook::default();
    if scope.to < scope.from {
        return told;
    }
    let named = mentorships(notebook);
    let mut drafts: Vec<Draft> = Vec::new();
    let tells = |ids: Vec<EntryId>| ids.into_iter().filter(|id| scope.tells(notebook, *id)).collect::<Vec<_>>();
    let with: Vec<_> = named.iter().copied().filter(|id| scope.with.is_none_or(|with| with == *id)).collect();
    let goals = tells(match scope.with {
        Some(_) => {
            with.iter().filter_map(|id| notebook.get(*id)).flat_map(|it| &it.goals).map(|id| id.entry()).collect()
        }
        None => own_goals(notebook, &named),
    });
    // What was just written is what is read.
    let put = |common: &[_], shared: Vec<Shared>| {
        shared.into_iter().filter_map(|it| put_together(it.id, &it.fields, common).ok()).collect::<Vec<_>>()
    };
    drafts.extend(put(&[], leaves(notebook, None, &goals, &[])));
    for id in with {
        let Some(mentorship) = notebook.get(id) else { continue };
        let Some(person) = notebook.get(mentorship.person) else { continue };
        drafts.push(Draft::new(mentorship.person, Person::new(person.name.clone())));
        drafts.push(Draft::new(id, Mentorship::new(mentorship.person, mentorship.side, mentorship.since)));
        let all = sharable(notebook, id).into_iter();
        let of_it = all.filter(|(id, by_itself)| match id.kind() {
            KindName::Goal => false,
            KindName::Agreement => *by_itself,
            _ => true,
        });
        let shared = leaves(notebook, Some(id), &tells(of_it.map(|(id, _)| id).collect()), &goals);
        drafts.extend(put(&[("mentorship", id.to_string())], shared));
    }
    let change = Change { label: String::new(), ops: drafts.into_iter().map(Op::Put).collect() };
    // Links to what was left out were left out, too.
    let _ = told.apply(&change, &mut Clock::new(DeviceId::new(0)), 0);
    told
}

/// The goals of one's own report: all but those that belong to mentorships of which none may be named.
fn own_goals(notebook: &Notebook, named: &[Id<Mentorship>]) -> Vec<EntryId> {
    let of = |goal: Id<Goal>| notebook.pointing::<Mentorship>(goal);
    let all = notebook.all::<Goal>().map(|(id, _)| id);
    let told = all.filter(|goal| {
        let mut of = of(*goal).map(|(id, _)| id).peekable();
        of.peek().is_none() || of.any(|id| named.contains(&id))
    });
    told.map(Id::entry).collect()
}

/// A report, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its heading.
    pub title: String,
    /// Of what time it is.
    pub period: String,
    /// What it says in numbers: of what, and how much.
    pub numbers: Vec<(String, String)>,
    /// Month by month.
    pub chart: Option<Chart>,
    /// What it tells, in parts.
    pub parts: Vec<Part>,
    /// Who wrote it, and when.
    pub foot: String,
}

/// A part of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its heading; none for what stands by itself.
    pub title: Option<String>,
    /// Its entries.
    pub groups: Vec<Group>,
}

/// A drawing: two bars for each step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// Its heading.
    pub title: String,
    /// What the two are.
    pub what: [&'static str; 2],
    /// Each step: what it is called, and how much there was of both.
    pub steps: Vec<(String, [usize; 2])>,
}

/// A bar of the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// Which of the two it is.
    pub what: usize,
    /// Where it begins, from the left.
    pub x: usize,
    /// Where it ends, from above: the lowest line is at [`Chart::HEIGHT`].
    pub y: usize,
    /// How high it is.
    pub height: usize,
}

impl Chart {
    /// The most that there was in one step.
    #[must_use]
    pub fn most(&self) -> usize {
        self.steps.iter().flat_map(|(_, both)| both).copied().max().unwrap_or(0)
    }

    /// How high the drawing is, in units of its own.
    pub const HEIGHT: usize = 100;
    /// How wide a step is.
    const STEP: usize = 20;
    /// How wide a bar is.
    pub const BAR: usize = 6;

    /// How wide the drawing is.
    #[must_use]
    pub fn width(&self) -> usize {
        Self::STEP * self.steps.len()
    }

    /// The bars; what there was of is seen, however little, and for nothing there is none.
    #[must_use]
    pub fn bars(&self) -> Vec<Bar> {
        let most = self.most().max(1);
        let bars = self.steps.iter().enumerate().flat_map(|(at, (_, both))| {
            both.iter().enumerate().map(move |(what, number)| {
                let height = (Self::HEIGHT * number).div_ceil(most);
                Bar { what, x: Self::STEP * at + 3 + what * (Self::BAR + 2), y: Self::HEIGHT - height, height }
            })
        });
        bars.filter(|bar| bar.height > 0).collect()
    }
}

/// The name of the file, without an ending: the day, and nothing that tells whom it is about.
#[must_use]
pub fn file_name(on: Day) -> String {
    format!("mentorbook-report-{on}")
}
