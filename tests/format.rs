//! The file format: what is written reads back the same, and nothing that is not known is dropped.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    missing_docs,
    reason = "tests"
)]

mod generate;

use std::sync::Arc;

use generate::{card, cases, doings, draft, drafts, entry, held, notebook, nth};
use mentorbook::{
    domain::{Change, Clock, Day, DeviceId, Draft, Goal, KindName, Notebook, Op, Title, Tombstone, entry::Held},
    exchange::{Header, Opening, archive::part_of, backup, cards, entry_json, merge::merge, preview},
    guide::example::example_year,
};
use proptest::prelude::*;
use serde_json::{Value, json};

const FIXTURE: &str = include_str!("fixtures/backup-1.json");

/// Everything of a backup but when it was saved and by what.
fn after_header(file: &str) -> &str {
    &file[file.find("\"entries\"").unwrap()..]
}

fn header() -> Header {
    Header { saved: "2026-04-02T18:30:00Z".into(), app: "0.1.0".into() }
}

fn saved(notebook: &Notebook) -> String {
    backup::write(notebook, &header())
}

/// Opens a backup in a notebook, on a device that has not seen it.
fn opened(notebook: &mut Notebook, file: &str, how: Opening) -> Change {
    let backup = backup::read(file.as_bytes()).unwrap();
    let (_, change) = preview::opening(notebook, &backup, how, "opened");
    let mut clock = Clock::new(DeviceId::new(99));
    notebook.apply(&change, &mut clock, 5).unwrap().inverse
}

// ---- one entry ------------------------------------------------------------------------------------

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn an_entry_of_any_kind_reads_back_as_it_was(entry in entry()) {
        let held = Held::Entry(Arc::new(entry));
        let written = entry_json::write(&held);
        prop_assert_eq!(entry_json::read(&written).map_err(|it| it.to_string()), Ok(held), "{}", written);
    }

    #[test]
    fn in_whichever_order_its_fields_stand_it_is_the_same_entry(entry in entry(), by in 0usize..12, removed in any::<bool>()) {
        let held = if removed { self::removed(entry.draft) } else { Held::Entry(Arc::new(entry)) };
        let mut fields: Vec<(String, Value)> = serde_json::from_str::<serde_json::Map<_, _>>(&entry_json::write(&held)).unwrap().into_iter().collect();
        let by = by % fields.len();
        fields.rotate_left(by);
        let text = serde_json::to_string_pretty(&serde_json::Map::from_iter(fields)).unwrap();
        prop_assert_eq!(entry_json::read(&text).map_err(|it| it.to_string()), Ok(held), "{}", text);
    }

    #[test]
    fn a_removed_entry_reads_back_as_it_was(entry in entry()) {
        let Held::Removed(removed) = removed(entry.draft) else { unreachable!() };
        let mut seen = removed.seen.clone();
        seen.join(&entry.trace.seen);
        let held = Held::Removed(Arc::new(Tombstone { id: removed.id, seen }));
        prop_assert_eq!(entry_json::read(&entry_json::write(&held)), Ok(held));
    }

    #[test]
    fn the_same_entry_is_always_written_with_the_same_bytes(entry in entry()) {
        let written = entry_json::write(&Held::Entry(Arc::new(entry)));
        prop_assert_eq!(&entry_json::write(&entry_json::read(&written).unwrap()), &written);
    }
}

// ---- cards ----------------------------------------------------------------------------------------

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn cards_read_back_as_they_were(all in proptest::collection::vec(card(), 1..4), name in generate::title()) {
        let one = cards::read(cards::write(&all[0]).as_bytes()).map_err(|it| it.to_string());
        prop_assert_eq!(one, Ok(cards::Cards { directory: None, cards: vec![all[0].clone()] }));
        let written = cards::write_directory(&name, &all);
        let read = cards::read(written.as_bytes()).unwrap();
        prop_assert_eq!(&cards::write_directory(&name, &read.cards), &written);
        prop_assert_eq!(read, cards::Cards { directory: Some(name), cards: all });
    }
}

#[test]
fn the_frozen_directory_is_read_and_written_with_the_same_bytes() {
    let file = include_str!("fixtures/directory-1.json");
    let read = cards::read(file.as_bytes()).unwrap();
    assert_eq!(cards::write_directory(&read.directory.unwrap(), &read.cards), file);
}

fn removed(mut draft: Draft) -> Held {
    for link in draft.body.links() {
        draft.body.unlink(link.to);
    }
    let (mut notebook, mut clock) = (Notebook::default(), Clock::new(DeviceId::new(3)));
    let id = draft.id;
    let put = Op::Take(Held::Entry(Arc::new(mentorbook::domain::Entry::made(draft, clock.tick(1), None))));
    let change = Change { label: String::new(), ops: vec![put, Op::Remove(id)] };
    notebook.apply(&change, &mut clock, 2).unwrap();
    held(&notebook, id)
}

// ---- a whole notebook -----------------------------------------------------------------------------

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn what_was_saved_opens_elsewhere_and_is_saved_with_the_same_bytes(notebook in notebook()) {
        let file = saved(&notebook);
        for how in [Opening::Together, Opening::Instead] {
            let mut elsewhere = Notebook::default();
            opened(&mut elsewhere, &file, how);
            prop_assert_eq!(&elsewhere, &notebook);
            let again = backup::write(&elsewhere, &Header::default());
            prop_assert_eq!(after_header(&again), after_header(&file));
        }
    }

    #[test]
    fn a_backup_is_indented_as_any_writer_of_json_would(notebook in notebook()) {
        let compact: Value = serde_json::from_str(&backup::write_compact(&notebook, &header())).unwrap();
        prop_assert_eq!(saved(&notebook), serde_json::to_string_pretty(&compact).unwrap() + "\n");
    }

    #[test]
    fn opening_the_same_file_again_changes_nothing(notebook in notebook()) {
        let backup = backup::read(saved(&notebook).as_bytes()).unwrap();
        for how in [Opening::Together, Opening::Instead] {
            let (_, change) = preview::opening(&notebook, &backup, how, "");
            prop_assert_eq!(change.ops, []);
        }
    }

    #[test]
    fn any_change_taken_back_gives_the_same_drafts(notebook in notebook(), doings in doings(8)) {
        let (mut notebook, mut clock) = (notebook, Clock::new(DeviceId::new(1)));
        for doing in doings {
            let before = drafts(&notebook);
            let Some(change) = doing.change(&notebook) else { continue };
            let inverse = notebook.apply(&change, &mut clock, 1_800_000_000_000).unwrap().inverse;
            let after = drafts(&notebook);
            let redo = notebook.apply(&inverse, &mut clock, 1_800_000_000_000).unwrap().inverse;
            prop_assert_eq!(&drafts(&notebook), &before);
            notebook.apply(&redo, &mut clock, 1_800_000_000_000).unwrap();
            prop_assert_eq!(&drafts(&notebook), &after);
        }
    }

    #[test]
    fn opening_a_file_is_taken_back_like_any_change(mine in notebook(), theirs in notebook()) {
        for how in [Opening::Together, Opening::Instead] {
            let mut notebook = mine.clone();
            let inverse = opened(&mut notebook, &saved(&theirs), how);
            if how == Opening::Instead {
                prop_assert_eq!(drafts(&notebook), drafts(&theirs));
            }
            notebook.apply(&inverse, &mut Clock::new(DeviceId::new(98)), 6).unwrap();
            prop_assert_eq!(drafts(&notebook), drafts(&mine));
        }
    }

    #[test]
    fn a_part_of_the_notebook_opens_anywhere_with_all_that_it_points_to(notebook in notebook()) {
        for entry in notebook.entries() {
            let gone = notebook.gone_with(entry.draft.id);
            let part = part_of(&notebook, &gone);
            prop_assert!(gone.iter().all(|id| part.entry(*id) == notebook.entry(*id)));
            prop_assert!(part.entries().all(|entry| notebook.entry(entry.draft.id) == Some(entry)));
            let file = backup::write(&part, &Header::default());
            prop_assert_eq!(backup::read(file.as_bytes()).map(|it| it.held.len()), Ok(part.len()));
        }
    }

    #[test]
    fn a_change_that_is_refused_changes_nothing(notebook in notebook(), draft in draft(nth::<mentorbook::domain::Meeting>(0).into())) {
        let nowhere = draft.body.links().into_iter().find(|link| notebook.entry(link.to).is_none());
        prop_assume!(nowhere.is_some() && notebook.entry(draft.id).is_none());
        let (mut after, mut clock) = (notebook.clone(), Clock::new(DeviceId::new(1)));
        let first = Draft::new(nth::<Goal>(7), Goal::new(Title::new("First").unwrap()));
        let change = Change { label: String::new(), ops: vec![Op::Put(first), Op::Put(draft)] };
        prop_assert!(after.apply(&change, &mut clock, 1).is_err());
        prop_assert_eq!(after, notebook);
    }
}

// ---- a whole year -----------------------------------------------------------------------------------

#[test]
fn the_example_year_opens_elsewhere_and_is_saved_with_the_same_bytes() {
    let today = Day::from_ymd_opt(2026, 4, 14).unwrap();
    let ops = example_year(today).into_iter().map(Op::Put).collect();
    let mut notebook = Notebook::default();
    let mut clock = Clock::new(DeviceId::new(4));
    notebook.apply(&Change { label: String::new(), ops }, &mut clock, 1_776_153_600_000).unwrap();
    let file = saved(&notebook);
    let mut elsewhere = Notebook::default();
    opened(&mut elsewhere, &file, Opening::Together);
    assert_eq!(elsewhere, notebook);
    assert_eq!(saved(&elsewhere), file);
}

// ---- files of every version ever released ---------------------------------------------------------

#[test]
fn the_frozen_file_of_version_1_is_read_and_written_with_the_same_bytes() {
    let mut notebook = Notebook::default();
    opened(&mut notebook, FIXTURE, Opening::Together);
    assert_eq!(saved(&notebook), FIXTURE);
}

#[test]
fn the_frozen_file_has_every_kind_and_every_field() {
    let file: Value = serde_json::from_str(FIXTURE).unwrap();
    let entries = file["entries"].as_array().unwrap();
    for kind in KindName::ALL {
        let of_kind = || entries.iter().filter(|entry| entry["kind"] == kind.name());
        for field in kind.field_names() {
            // A goal is worked on, and a mentorship goes on, if nothing else is said.
            let is_default = *field == "state" && ["goal", "mentorship"].contains(&kind.name());
            assert!(is_default || of_kind().any(|entry| entry.get(field).is_some()), "{kind}: {field}");
        }
    }
    assert!(entries.iter().any(|entry| entry["removed"] == true));
}

// ---- fields of a newer version --------------------------------------------------------------------

/// A goal that a newer version wrote.
fn newer() -> Held {
    let goal = json!({
        "kind": "goal",
        "id": nth::<Goal>(0),
        "title": "Speak in public",
        "mood": "calm",
        "resources": [{"id": "b", "place": 1, "url": "x"}, {"id": "a", "place": 2, "url": "y"}],
        "nothing": null,
        "trace": {"made": "1000-0-000001"},
    });
    entry_json::read(&goal.to_string()).unwrap()
}

fn unknown(held: &Held) -> Vec<(String, Value)> {
    let Held::Entry(entry) = held else { panic!("it was removed") };
    entry.draft.unknown.clone().into_iter().collect()
}

fn with_title(held: &Held, title: &str) -> Change {
    let Held::Entry(entry) = held else { panic!("it was removed") };
    let mut draft = entry.draft.clone();
    draft.body = Goal::new(Title::new(title).unwrap()).into();
    Change::put("", draft)
}

#[test]
fn what_is_not_known_survives_an_edit_and_undo() {
    let (mut notebook, mut clock) = (Notebook::default(), Clock::new(DeviceId::new(2)));
    notebook.hold(newer());
    let inverse = notebook.apply(&with_title(&newer(), "Speak"), &mut clock, 2000).unwrap().inverse;
    assert_eq!(unknown(&held(&notebook, nth::<Goal>(0))), unknown(&newer()));
    notebook.apply(&inverse, &mut clock, 3000).unwrap();
    assert_eq!(unknown(&held(&notebook, nth::<Goal>(0))), unknown(&newer()));
}

#[test]
fn what_is_not_known_survives_removal_and_undo() {
    let (mut notebook, mut clock) = (Notebook::default(), Clock::new(DeviceId::new(2)));
    notebook.hold(newer());
    let remove = Change { label: String::new(), ops: notebook.removal(nth::<Goal>(0).into()) };
    let inverse = notebook.apply(&remove, &mut clock, 2000).unwrap().inverse;
    notebook.apply(&inverse, &mut clock, 3000).unwrap();
    assert_eq!(unknown(&held(&notebook, nth::<Goal>(0))), unknown(&newer()));
}

#[test]
fn what_is_not_known_survives_a_merge() {
    let edited = |device, title| {
        let (mut notebook, mut clock) = (Notebook::default(), Clock::new(DeviceId::new(device)));
        notebook.hold(newer());
        notebook.apply(&with_title(&newer(), title), &mut clock, 2000).unwrap();
        held(&notebook, nth::<Goal>(0))
    };
    let merged = merge(&edited(2, "Here"), &edited(3, "There"));
    let sorted = |held| {
        let mut fields = unknown(held);
        fields.sort_by(|a, b| a.0.cmp(&b.0));
        fields
    };
    assert_eq!(sorted(&merged), sorted(&newer()));
}

#[test]
fn what_is_not_known_is_written_where_it_stood() {
    let written = entry_json::write(&newer());
    let at = |name: &str| written.find(name).unwrap();
    assert!(at("\"title\"") < at("\"mood\"") && at("\"mood\"") < at("\"resources\""), "{written}");
    assert!(at("\"nothing\"") < at("\"trace\""), "{written}");
}
