//! Which entry points to which, and what goes when one of them goes.

use std::collections::BTreeSet;

use super::{change::Op, entry::Body, id::EntryId, notebook::Notebook, order};

/// A pointer from one entry to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// The field it stands in.
    pub field: &'static str,
    /// Where it points.
    pub to: EntryId,
    /// Whether the entry makes no sense without the other.
    pub needed: bool,
}

impl Body {
    /// All pointers to other entries.
    #[must_use]
    pub fn links(&self) -> Vec<Link> {
        let mut links = Vec::new();
        let mut needs = |field, to| links.push(Link { field, to, needed: true });
        match self {
            Self::Mentorship(it) => needs("person", it.person.entry()),
            Self::Agreement(it) => needs("mentorship", it.mentorship.entry()),
            Self::Meeting(it) => needs("mentorship", it.mentorship.entry()),
            Self::CheckIn(it) => needs("mentorship", it.mentorship.entry()),
            Self::Action(it) => needs("mentorship", it.mentorship.entry()),
            Self::Feedback(it) => needs("mentorship", it.mentorship.entry()),
            Self::Appreciation(it) => needs("mentorship", it.mentorship.entry()),
            Self::Pulse(it) => needs("mentorship", it.mentorship.entry()),
            Self::Doubt(it) => needs("mentorship", it.mentorship.entry()),
            Self::Candidate(it) => needs("person", it.person.entry()),
            Self::Share(it) => needs("mentorship", it.mentorship.entry()),
            Self::Comment(it) => needs("mentorship", it.mentorship.entry()),
            Self::Goal(_) | Self::Person(_) | Self::Plan(_) | Self::Event(_) | Self::Outreach(_) | Self::Card(_) => {}
        }
        let mut names = |field, to: Option<EntryId>| {
            links.extend(to.map(|to| Link { field, to, needed: false }));
        };
        match self {
            Self::Mentorship(it) => it.goals.iter().for_each(|id| names("goals", Some(id.entry()))),
            Self::Agreement(it) => it.goals.iter().for_each(|id| names("goals", Some(id.entry()))),
            Self::Meeting(it) => it.goals.iter().for_each(|id| names("goals", Some(id.entry()))),
            Self::Action(it) => {
                names("meeting", it.meeting.map(Into::into));
                names("goal", it.goal.map(Into::into));
                it.carried_to.iter().for_each(|id| names("carried_to", Some(id.entry())));
            }
            Self::Feedback(it) => {
                names("meeting", it.meeting.map(Into::into));
                names("goal", it.goal.map(Into::into));
            }
            Self::Appreciation(it) => {
                names("meeting", it.meeting.map(Into::into));
                names("goal", it.goal.map(Into::into));
                names("message", it.message.map(Into::into));
            }
            Self::Pulse(it) => names("meeting", it.meeting.map(Into::into)),
            Self::Event(it) => {
                names("plan", it.plan.map(Into::into));
                it.met.iter().for_each(|met| names("met", met.person.map(Into::into)));
            }
            Self::Outreach(it) => {
                names("person", it.person.map(Into::into));
                names("plan", it.plan.map(Into::into));
            }
            Self::Candidate(it) => {
                names("plan", it.plan.map(Into::into));
                names("event", it.event.map(Into::into));
                names("introduced_by", it.introduced_by.map(Into::into));
            }
            Self::Plan(it) => it.goals.iter().for_each(|id| names("goals", Some(id.entry()))),
            Self::Share(it) => it.given.iter().for_each(|it| names("given", Some(it.entry))),
            Self::Comment(it) => {
                names("share", it.share.map(Into::into));
                names("about", it.about);
                names("became", it.became);
            }
            Self::Goal(_) | Self::Person(_) | Self::CheckIn(_) | Self::Doubt(_) | Self::Card(_) => {}
        }
        links
    }

    /// Takes out every pointer to an entry that the body can do without.
    pub fn unlink(&mut self, gone: EntryId) {
        fn clear<K: super::Kind>(link: &mut Option<super::Id<K>>, gone: EntryId) {
            if link.is_some_and(|id| id.entry() == gone) {
                *link = None;
            }
        }
        match self {
            Self::Mentorship(it) => it.goals.retain(|id| id.entry() != gone),
            Self::Agreement(it) => it.goals.retain(|id| id.entry() != gone),
            Self::Meeting(it) => it.goals.retain(|id| id.entry() != gone),
            Self::Action(it) => {
                clear(&mut it.meeting, gone);
                clear(&mut it.goal, gone);
                it.carried_to.retain(|id| id.entry() != gone);
            }
            Self::Feedback(it) => {
                clear(&mut it.meeting, gone);
                clear(&mut it.goal, gone);
            }
            Self::Appreciation(it) => {
                clear(&mut it.meeting, gone);
                clear(&mut it.goal, gone);
                clear(&mut it.message, gone);
            }
            Self::Pulse(it) => clear(&mut it.meeting, gone),
            Self::Event(it) => {
                clear(&mut it.plan, gone);
                let met: Vec<_> = it.met.iter().map(|met| met.id).collect();
                for id in met {
                    if let Some(met) = it.met.get_mut(id) {
                        clear(&mut met.person, gone);
                    }
                }
            }
            Self::Outreach(it) => {
                clear(&mut it.person, gone);
                clear(&mut it.plan, gone);
            }
            Self::Candidate(it) => {
                if it.plan.is_some_and(|plan| plan.entry() == gone) {
                    it.belong_to(None);
                }
                clear(&mut it.event, gone);
                clear(&mut it.introduced_by, gone);
            }
            Self::Plan(it) => it.goals.retain(|id| id.entry() != gone),
            Self::Share(it) => it.given.retain(|it| it.entry != gone),
            Self::Comment(it) => {
                clear(&mut it.share, gone);
                it.about = it.about.filter(|about| *about != gone);
                it.became = it.became.filter(|became| *became != gone);
            }
            Self::Goal(_) | Self::Person(_) | Self::CheckIn(_) | Self::Doubt(_) | Self::Card(_) => {}
        }
    }
}

impl Notebook {
    /// The steps that remove an entry: all that makes no sense without it goes with it, and pointers
    /// to what is gone are taken out of what stays.
    #[must_use]
    pub fn removal(&self, id: EntryId) -> Vec<Op> {
        let (mut gone, mut known) = (vec![id], BTreeSet::from([id]));
        let mut at = 0;
        while let Some(next) = gone.get(at).copied() {
            at += 1;
            for entry in self.pointing_to(next).iter().filter_map(|from| self.entry(*from)) {
                let needs_it = entry.draft.body.links().iter().any(|link| link.needed && link.to == next);
                if needs_it && known.insert(entry.draft.id) {
                    gone.push(entry.draft.id);
                }
            }
        }
        let mut ops: Vec<Op> = gone.iter().copied().map(Op::Remove).collect();
        let loose = gone.iter().flat_map(|id| self.pointing_to(*id)).filter(|from| !known.contains(from));
        for entry in order::set(loose.copied()).into_iter().filter_map(|from| self.entry(from)) {
            let mut draft = entry.draft.clone();
            let links = draft.body.links();
            links.iter().filter(|link| known.contains(&link.to)).for_each(|link| draft.body.unlink(link.to));
            ops.push(Op::Put(draft));
        }
        ops
    }

    /// What goes with an entry when it is removed, itself included.
    #[must_use]
    pub fn gone_with(&self, id: EntryId) -> BTreeSet<EntryId> {
        let gone = self.removal(id).into_iter().filter_map(|op| match op {
            Op::Remove(id) => Some(id),
            Op::Put(_) | Op::Settle { .. } | Op::Take(_) => None,
        });
        order::set(gone)
    }
}
