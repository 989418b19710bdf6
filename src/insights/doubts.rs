//! The doubts about a mentorship, and what of them could be spoken of (H5).

use super::titles::Opening;
use crate::domain::{Doubt, Id, Mentorship, Notebook, Text, order};

/// All of a mentorship, the newest first.
#[must_use]
pub fn of(notebook: &Notebook, mentorship: Id<Mentorship>) -> Vec<(Id<Doubt>, &Doubt)> {
    let all = notebook.pointing::<Doubt>(mentorship).collect();
    let mut all = order::by_key(all, |(id, it): &(Id<Doubt>, &Doubt)| (it.on, notebook.made(*id), *id));
    all.reverse();
    all
}

/// What a talk could begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TalkingPoint {
    /// What is good.
    Good,
    /// What troubles the owner.
    Troubles,
    /// What would have to change.
    Change,
}

/// What of a doubt could be spoken of, each with how it begins: what is good comes first, in a talk too.
#[must_use]
pub fn talking_points(doubt: &Doubt) -> Vec<(TalkingPoint, String)> {
    let points = [
        (TalkingPoint::Good, &doubt.good),
        (TalkingPoint::Troubles, &doubt.troubles),
        (TalkingPoint::Change, &doubt.change),
    ];
    let said = |(point, text): (TalkingPoint, &Text)| {
        let Opening { text, goes_on } = Opening::of(text);
        (!text.is_empty()).then(|| (point, if goes_on { format!("{text}…") } else { text }))
    };
    points.into_iter().filter_map(said).collect()
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, day, text};
    use super::*;

    #[test]
    fn the_newest_stands_first_and_what_was_written_can_be_spoken_of() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        let first = sample.put(Doubt::new(amara, day(3)));
        let second = sample.put(Doubt::new(amara, day(9)));
        sample.change(second, |it| {
            it.change = text("Ten minutes for my point\nand no more");
            it.good = text("Honest questions");
            it.tried = text("A line in the agenda");
        });
        let all = of(&sample.notebook, amara);
        assert_eq!(all.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [second, first]);
        let points = talking_points(all[0].1);
        assert_eq!(
            points,
            [
                (TalkingPoint::Good, "Honest questions".to_owned()),
                (TalkingPoint::Change, "Ten minutes for my point…".to_owned()),
            ]
        );
    }
}
