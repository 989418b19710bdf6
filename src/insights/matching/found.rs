//! What is found on one card of what is looked for: by name, in a sentence, in all of it.

use super::{About, Thing, Wanted, terms::Memory};
use crate::domain::Title;

/// How a thing was found on a card.
#[derive(Clone, Copy)]
pub(super) enum How<'a> {
    /// By this name.
    Named(&'a str),
    /// In what they write.
    Written,
}

/// What was found on one card so far.
pub(super) struct Found<'a, 'm> {
    wanted: &'a Wanted,
    memory: &'m mut Memory,
    /// Of each thing how it was found.
    theirs: Vec<Option<How<'a>>>,
    /// Of each term whether it stands anywhere on the card.
    terms: Vec<bool>,
}

impl<'a, 'm> Found<'a, 'm> {
    /// Nothing was looked at yet.
    pub fn new(wanted: &'a Wanted, memory: &'m mut Memory) -> Self {
        let (theirs, terms) = (vec![None; wanted.things.len()], vec![false; wanted.terms.len()]);
        Self { wanted, memory, theirs, terms }
    }

    /// Of each thing how it was found.
    pub fn theirs(self) -> Vec<Option<How<'a>>> {
        self.theirs
    }

    /// Looks at names; things of these sorts are found in them.
    pub fn names(&mut self, names: &'a [Title], sorts: &[About]) {
        for name in names {
            let terms = self.memory.name(name, &|term| self.wanted.position(term));
            for at in self.touched(&terms) {
                let Some(thing) = self.wanted.things.get(at).filter(|thing| sorts.contains(&thing.about)) else {
                    continue;
                };
                if is_named(thing, &terms)
                    && let Some(how) = self.theirs.get_mut(at).filter(|how| how.is_none())
                {
                    *how = Some(How::Named(name));
                }
            }
        }
    }

    /// Looks at a folded sentence: skills and interests are found if all of their words stand in it.
    pub fn text(&mut self, sentence: &str) {
        let terms = self.memory.positions(sentence, &|term| self.wanted.position(term));
        for at in self.touched(&terms) {
            let Some(thing) = self.wanted.things.get(at) else { continue };
            let may = matches!(thing.about, About::Skill | About::Interest);
            if may
                && thing.terms.iter().all(|term| terms.contains(&Some(*term)))
                && let Some(how) = self.theirs.get_mut(at).filter(|how| how.is_none())
            {
                *how = Some(How::Written);
            }
        }
    }

    /// Looks for goals in all that was seen: half of the words of a title, and two if there are two.
    pub fn goals(&mut self) {
        for (thing, how) in self.wanted.things.iter().zip(&mut self.theirs) {
            if thing.about == About::Goal {
                let seen = thing.terms.iter().filter(|term| self.terms.get(**term) == Some(&true)).count();
                if 2 * seen >= thing.terms.len() && seen >= thing.terms.len().min(2) {
                    *how = Some(How::Written);
                }
            }
        }
    }

    /// The things in which one of these terms stands, each once. Remembers that the terms were seen.
    fn touched(&mut self, terms: &[Option<usize>]) -> Vec<usize> {
        let mut touched = Vec::new();
        for term in terms.iter().flatten() {
            if let Some(seen) = self.terms.get_mut(*term) {
                *seen = true;
            }
            for at in self.wanted.terms.get(*term).into_iter().flat_map(|(_, things)| things) {
                if !touched.contains(at) {
                    touched.push(*at);
                }
            }
        }
        touched
    }
}

/// Whether a name on a card is a name of this thing: it has all of its terms (“public speaking at conferences” for
/// “public speaking”), or it is a shorter name for it, of two terms at least. Of something that matters one term is
/// enough, for that is looked for in whole sentences.
fn is_named(thing: &Thing, name: &[Option<usize>]) -> bool {
    let has_all = thing.terms.iter().all(|term| name.contains(&Some(*term)));
    let least = if thing.about == About::Value { 1 } else { 2 };
    let is_shorter = name.len() >= least && name.iter().all(|term| term.is_some_and(|it| thing.terms.contains(&it)));
    has_all || is_shorter
}
