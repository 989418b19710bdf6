//! What of a reply fits the notebook it comes back to, and the change that takes it in.
//!
//! A reply can only add: comments, and what the owner makes of a proposal. All it changes is an action item of the reader
//! that was shared and is open, which it may call done, and the agenda of a meeting that is planned, which may get a
//! point. So nothing in it can touch what its writer was not given, whatever somebody put into the file.

use std::collections::BTreeMap;

use super::{choosing::shares, reply::Reply};
use crate::{
    domain::{
        Action, ActionState, AgendaPoint, Change, Comment, Day, Draft, EntryId, Goal, Id, Meeting, Mentorship,
        Notebook, Op, Owner, PartId, Point, Share, entry::Held, order,
    },
    insights::raising::{day_for_it, next_meeting},
};

/// How a reply stands to the notebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The mentorship it is about.
    pub mentorship: Id<Mentorship>,
    /// The day of the share that it answers.
    pub shared: Day,
    /// The day of the newest share, if that is a later one.
    pub later: Option<Day>,
    /// Its points, each with how it stands.
    pub points: Vec<Answer>,
}

/// One point of a reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Its id.
    pub id: Id<Comment>,
    /// What it says, as the notebook would hold it.
    pub comment: Comment,
    /// Whether it is about something that has been removed since: then it is about nothing any more.
    pub about_gone: bool,
    /// How it stands to the notebook.
    pub fit: Fit,
}

/// How a point of a reply stands to the notebook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// It can be taken.
    New,
    /// It was taken before, and says something else now.
    Changed,
    /// It was taken before and says the same.
    There,
    /// It is about something that was not in the share.
    NotShared,
    /// It calls something done that is the owner's, or settled already.
    NotToSettle,
    /// It proposes a day that has passed.
    Past,
    /// Its id belongs to a comment on another share.
    OfAnother,
}

impl Fit {
    /// Whether it can be taken.
    #[must_use]
    pub fn can_be_taken(self) -> bool {
        matches!(self, Self::New | Self::Changed)
    }
}

/// How a reply stands to the notebook; none if what it answers was not shared from it.
#[must_use]
pub fn answered(notebook: &Notebook, reply: &Reply, today: Day) -> Option<Answered> {
    let share = notebook.get(reply.share)?;
    let newest = shares(notebook, share.mentorship).first().map(|(id, it)| (*id, it.on));
    let points = reply.comments.iter().map(|(id, comment)| {
        let about = comment.about.filter(|about| !matches!(notebook.held(*about), Some(Held::Removed(_))));
        let about_gone = about != comment.about;
        let comment = Comment { mentorship: share.mentorship, about, ..comment.clone() };
        let fit = if about_gone && comment.point == Point::Done {
            Fit::NotToSettle
        } else {
            fit(notebook, share, *id, &comment, today)
        };
        Answer { id: *id, comment, about_gone, fit }
    });
    Some(Answered {
        mentorship: share.mentorship,
        shared: share.on,
        later: newest.filter(|(id, _)| *id != reply.share).map(|(_, on)| on),
        points: points.collect(),
    })
}

fn fit(notebook: &Notebook, share: &Share, id: Id<Comment>, comment: &Comment, today: Day) -> Fit {
    let before = notebook.get(id);
    if before.is_some_and(|it| it.share != comment.share) {
        return Fit::OfAnother;
    }
    if let Some(before) = before
        // Whoever mends their name says nothing else than before.
        && *before == (Comment { became: before.became, from: before.from.clone(), ..comment.clone() })
    {
        return Fit::There;
    }
    if let Some(about) = comment.about {
        if share.given(about).is_none() {
            return Fit::NotShared;
        }
        let settles = || about.of::<Action>().and_then(|action| notebook.get(action)).is_some_and(may_be_settled);
        if comment.point == Point::Done && before.is_none() && !settles() {
            return Fit::NotToSettle;
        }
    }
    let is_past = matches!(comment.point, Point::Meeting { day, .. } if day < today);
    match before {
        Some(_) => Fit::Changed,
        None if is_past => Fit::Past,
        None => Fit::New,
    }
}

/// Whether a reply may call it done: it is the reader's, and open.
fn may_be_settled(action: &Action) -> bool {
    action.owner == Owner::Them && action.state.is_open()
}

/// The change that takes these points in; what cannot be taken is passed over. `bits` gives 128 random bits.
#[must_use]
pub fn take<'a>(
    notebook: &Notebook,
    answers: impl IntoIterator<Item = &'a Answer>,
    label: String,
    today: Day,
    bits: &mut dyn FnMut() -> u128,
) -> Change {
    let mut taking = Taking { notebook, today, drafts: BTreeMap::new(), planned: None };
    let taken = answers.into_iter().filter(|answer| answer.fit.can_be_taken()).collect();
    // A day to meet comes first: what is to be talked about can go on its agenda.
    let taken = order::by_key(taken, |answer: &&Answer| !matches!(answer.comment.point, Point::Meeting { .. }));
    for answer in taken {
        // What was taken before has become what it became.
        let became = match notebook.get(answer.id) {
            Some(before) => before.became,
            None => taking.become_of(&answer.comment, bits),
        };
        taking.put(Draft::new(answer.id, Comment { became, ..answer.comment.clone() }));
    }
    Change { label, ops: taking.drafts.into_values().map(Op::Put).collect() }
}

struct Taking<'a> {
    notebook: &'a Notebook,
    today: Day,
    drafts: BTreeMap<EntryId, Draft>,
    /// A meeting that was planned for a day that was proposed, or for points of an agenda, since none was.
    planned: Option<Id<Meeting>>,
}

impl Taking<'_> {
    fn put(&mut self, draft: Draft) {
        self.drafts.insert(draft.id, draft);
    }

    /// An entry as it will be.
    fn draft(&self, id: EntryId) -> Option<Draft> {
        self.drafts.get(&id).cloned().or_else(|| Some(self.notebook.entry(id)?.draft.clone()))
    }

    /// What becomes of a point at once; gives the entry, if there is one.
    fn become_of(&mut self, comment: &Comment, bits: &mut dyn FnMut() -> u128) -> Option<EntryId> {
        match comment.point {
            Point::Said => None,
            Point::Done => {
                let mut action =
                    self.notebook.get(comment.about?.of::<Action>()?).filter(|it| may_be_settled(it))?.clone();
                action.state = ActionState::Done { on: comment.on.min(self.today) };
                let draft = self.draft(comment.about?)?;
                self.put(Draft { body: action.into(), ..draft });
                None
            }
            Point::Action => {
                let id = Id::<Action>::new(bits());
                let action = Action {
                    title: comment.title()?,
                    owner: Owner::Me,
                    mentorship: comment.mentorship,
                    meeting: comment.about.and_then(EntryId::of::<Meeting>),
                    goal: comment.about.and_then(EntryId::of::<Goal>),
                    promised: self.today,
                    due: None,
                    state: ActionState::Open,
                    carried_to: Vec::new(),
                };
                self.put(Draft::new(id, action));
                Some(id.entry())
            }
            Point::Agenda => {
                let title = comment.title()?;
                let next = next_meeting(self.notebook, comment.mentorship, self.today).map(|(id, _)| id);
                let id = next.or(self.planned).unwrap_or_else(|| Id::new(bits()));
                let (draft, mut meeting) = match self.draft(id.entry()) {
                    Some(draft) => (draft.clone(), crate::domain::Kind::of(&draft.body).cloned()?),
                    None => {
                        self.planned = Some(id);
                        let day = day_for_it(self.notebook, comment.mentorship, self.today);
                        let meeting = Meeting::planned(comment.mentorship, day);
                        (Draft::new(id, meeting.clone()), meeting)
                    }
                };
                let part = PartId::new(u64::try_from(bits() >> 64).unwrap_or_default());
                meeting.agenda.add(AgendaPoint { id: part, place: 0, title, done: false });
                self.put(Draft { body: meeting.into(), ..draft });
                Some(id.entry())
            }
            Point::Meeting { day, at } => {
                let id = Id::<Meeting>::new(bits());
                self.put(Draft::new(id, Meeting { at, ..Meeting::planned(comment.mentorship, day) }));
                self.planned = self.planned.or(Some(id));
                Some(id.entry())
            }
        }
    }
}
