//! Laws of the notebook that hold for whatever was done in it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs, reason = "tests")]

mod generate;

use std::collections::{BTreeMap, BTreeSet};

use generate::{all_ids, cases, doings, notebook};
use mentorbook::domain::{Change, Clock, DeviceId, EntryId, Meeting, Notebook, Op};
use proptest::prelude::*;

/// Which entries point to which, found by looking through all of them.
fn pointing(notebook: &Notebook) -> BTreeMap<EntryId, BTreeSet<EntryId>> {
    let mut found = BTreeMap::<_, BTreeSet<_>>::new();
    for entry in notebook.entries() {
        for link in entry.draft.body.links() {
            found.entry(link.to).or_default().insert(entry.draft.id);
        }
    }
    found
}

proptest! {
    #![proptest_config(cases(64))]

    /// What is kept up from change to change is what looking through all entries finds, taken back and done again too.
    #[test]
    fn who_points_to_an_entry_is_known_after_every_change(first in notebook(), doings in doings(24)) {
        let (mut notebook, mut clock) = (first, Clock::new(DeviceId::new(9)));
        let mut at = 1_800_000_000_000;
        for doing in doings {
            let Some(change) = doing.change(&notebook) else { continue };
            let inverse = notebook.apply(&change, &mut clock, at).unwrap().inverse;
            let again = notebook.apply(&inverse, &mut clock, at + 1).unwrap().inverse;
            notebook.apply(&again, &mut clock, at + 2).unwrap();
            at += 3;
            let found = pointing(&notebook);
            for id in all_ids() {
                let known: Vec<_> = notebook.pointing_to(id).to_vec();
                let expected: Vec<_> = found.get(&id).into_iter().flatten().copied().collect();
                prop_assert_eq!(&known, &expected, "{}", id);
                let meetings: Vec<_> = notebook.pointing::<Meeting>(id).map(|(id, _)| id).collect();
                prop_assert_eq!(meetings, known.iter().filter_map(|id| id.of()).collect::<Vec<_>>());
            }
        }
    }

    /// All that makes no sense without it goes along, nothing else does, and nothing that stays points to what is gone.
    #[test]
    fn a_removal_takes_along_what_needs_it_and_leaves_no_loose_end(mut notebook in notebook(), which: prop::sample::Index) {
        let ids: Vec<_> = notebook.entries().map(|entry| entry.draft.id).collect();
        prop_assume!(!ids.is_empty());
        let id = *which.get(&ids);
        let mut gone = BTreeSet::from([id]);
        while let Some(next) = notebook.entries().find(|entry| {
            let needs = entry.draft.body.links().into_iter().any(|link| link.needed && gone.contains(&link.to));
            needs && !gone.contains(&entry.draft.id)
        }) {
            gone.insert(next.draft.id);
        }
        prop_assert_eq!(notebook.gone_with(id), gone.clone());
        let loose_before: BTreeSet<_> = pointing(&notebook).into_keys().filter(|to| notebook.entry(*to).is_none()).collect();

        // With only the entry itself taken out, whoever pointed to it is left with a loose end.
        let points = pointing(&notebook).get(&id).is_some_and(|from| from.iter().any(|it| *it != id));
        let alone = Change { label: "alone".into(), ops: vec![Op::Remove(id)] };
        let mut clock = Clock::new(DeviceId::new(9));
        prop_assert_eq!(notebook.clone().apply(&alone, &mut clock, 1_800_000_000_000).is_err(), points);

        let removal = Change { label: "removed".into(), ops: notebook.removal(id) };
        notebook.apply(&removal, &mut clock, 1_800_000_000_000).unwrap();
        prop_assert!(gone.iter().all(|id| notebook.entry(*id).is_none()));
        let loose: BTreeSet<_> = pointing(&notebook).into_keys().filter(|to| notebook.entry(*to).is_none()).collect();
        prop_assert!(loose.is_subset(&loose_before));
    }
}
