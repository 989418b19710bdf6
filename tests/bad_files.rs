//! Bad files: each is refused with the place and the reason that a person is told, and none does harm.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    missing_docs,
    reason = "tests"
)]

mod generate;

use generate::{cases, notebook};
use mentorbook::{
    domain::{Clock, DeviceId, Notebook, entry::Held},
    exchange::{Header, Opening, Reason, Refusal, backup, preview},
};
use proptest::{collection::vec, prelude::*, sample::Index};

/// A small backup: a goal in lines 7 to 15, a person, a mentorship.
const GOOD: &str = r#"{
  "format": "mentorbook-backup",
  "version": 1,
  "saved": "2026-04-02T18:30:00Z",
  "app": "0.1.0",
  "entries": [
    {
      "kind": "goal",
      "id": "goal-0000000000000001",
      "title": "Speak in public",
      "target": "2026-09-30",
      "mood": "calm",
      "milestones": [{"id": "00000001", "place": 1, "title": "Find a stage"}],
      "trace": {"made": "1000-0-000001"}
    },
    {
      "kind": "person",
      "id": "person-0000000000000001",
      "name": "Amara",
      "trace": {"made": "1001-0-000001"}
    },
    {
      "kind": "mentorship",
      "id": "mentorship-0000000000000001",
      "person": "person-0000000000000001",
      "side": "guided",
      "since": "2026-01-05",
      "trace": {"made": "1002-0-000001"}
    }
  ]
}
"#;

fn refused(file: impl AsRef<[u8]>) -> Refusal {
    match backup::read(file.as_ref()) {
        Err(refusal) => refusal,
        Ok(backup) => panic!("it was taken, with {} entries", backup.held.len()),
    }
}

/// The good file with one thing replaced, which must be there once.
fn with(what: &str, by: &str) -> String {
    assert_eq!(GOOD.matches(what).count(), 1, "“{what}” stands there once");
    GOOD.replacen(what, by, 1)
}

/// A place as a person is told it: `entry 2, person, name, line 19`.
fn place(refusal: &Refusal) -> String {
    let place = &refusal.place;
    let told = [
        place.number.map(|it| format!("entry {it}")),
        place.kind.map(|it| it.to_string()),
        place.field.clone(),
        place.line.map(|it| format!("line {it}")),
    ];
    told.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Refused for this reason, at this place.
#[track_caller]
fn expect(file: impl AsRef<[u8]>, at: &str, why: &Reason) {
    let refusal = refused(file);
    assert_eq!((place(&refusal).as_str(), &refusal.reason), (at, why));
}

/// Refused because a value cannot stand there; what is said contains this.
#[track_caller]
fn expect_wrong(file: impl AsRef<[u8]>, at: &str, said: &str) {
    let refusal = refused(file);
    let Reason::Wrong(told) = &refusal.reason else { panic!("{refusal}") };
    assert!(told.contains(said) && told.len() < 1000, "{told}");
    assert_eq!(place(&refusal), at, "{told}");
}

fn deep(levels: usize) -> String {
    format!("{}1{}", r#"{"a":"#.repeat(levels), "}".repeat(levels))
}

#[test]
fn the_good_file_is_good() {
    assert_eq!(backup::read(GOOD.as_bytes()).unwrap().held.len(), 3);
}

// ---- not a backup at all --------------------------------------------------------------------------

#[test]
fn what_is_no_text_is_told_so() {
    expect(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "", &Reason::NotText);
    expect(b"PK\x03\x04\xff\xfe", "", &Reason::NotText);
    let utf_16: Vec<u8> = "\u{feff}{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    expect(utf_16, "", &Reason::NotText);
}

#[test]
fn nothing_is_told_to_be_nothing() {
    for nothing in ["", " ", "\n\t\r\n", "\u{feff}", "\u{feff}\n"] {
        expect(nothing, "", &Reason::Empty);
    }
}

#[test]
fn a_file_that_is_too_large_is_refused_for_its_length() {
    // Not even text: what is in it was not looked at.
    let bytes = backup::MOST_BYTES + 1;
    let file = vec![0xff; usize::try_from(bytes).unwrap()];
    expect(&file, "", &Reason::TooLarge { bytes, most: backup::MOST_BYTES });
    expect(&file[1..], "", &Reason::NotText);
}

#[test]
fn what_another_program_wrote_is_told_so() {
    for other in [
        "{}",
        "[]",
        "[1, 2, 3]",
        "null",
        "17",
        "\"mentorbook-backup\"",
        r#"{"type": "FeatureCollection", "features": []}"#,
        r#"{"format": "another-backup", "version": 1, "entries": []}"#,
        r#"{"format": ["mentorbook-backup"], "version": 1, "entries": []}"#,
        r#"["mentorbook-backup", 1, "", "", []]"#,
    ] {
        expect(other, "", &Reason::NotANotebook);
    }
}

#[test]
fn text_that_is_no_json_is_told_with_its_line() {
    let behind = format!("line {}", GOOD.lines().count() + 1);
    for (file, line) in [
        ("hello", "line 1"),
        ("<html></html>", "line 1"),
        (&with("\"version\": 1,", "version = 1"), "line 3"),
        (&with("\"Amara\",", "'Amara',"), "line 19"),
        (&with("\"Amara\",", "NaN,"), "line 19"),
        (&with("\"Amara\",", "\"Am\0ara\","), "line 19"),
        (&with("\"Amara\",", "\"Amara\",,"), "line 19"),
        (&format!("{GOOD}{GOOD}"), &behind),
        (&format!("{GOOD}\0"), &behind),
    ] {
        let refusal = refused(file);
        assert!(matches!(refusal.reason, Reason::NotJson(_)), "{refusal}");
        assert_eq!(place(&refusal), line, "{refusal}");
    }
}

#[test]
fn a_file_that_was_cut_anywhere_is_refused() {
    for end in 0..GOOD.trim_end().len() {
        let refusal = refused(&GOOD[..end]);
        assert!(matches!(refusal.reason, Reason::CutShort | Reason::Empty), "cut at {end}: {refusal}");
    }
    assert_eq!(backup::read(GOOD.trim_end().as_bytes()), backup::read(GOOD.as_bytes()));
}

// ---- versions -------------------------------------------------------------------------------------

#[test]
fn a_newer_version_is_refused_before_anything_else_is_read() {
    expect(with("\"version\": 1", "\"version\": 2"), "", &Reason::Newer { version: 2 });
    let newer = r#"{"format": "mentorbook-backup", "version": 900, "entries": {"as": "never seen"}}"#;
    expect(newer, "", &Reason::Newer { version: 900 });
}

#[test]
fn a_version_that_never_was_is_told_so() {
    for version in ["0", "-1", "1.5", "1.0", "\"1\"", "null", "[1]", "1e30", "18446744073709551616"] {
        let file = with("\"version\": 1", &format!("\"version\": {version}"));
        expect(file, "", &Reason::UnknownVersion);
    }
    expect(with("\"version\": 1,\n", ""), "", &Reason::UnknownVersion);
}

// ---- nested too deep ------------------------------------------------------------------------------

#[test]
fn a_hundred_thousand_levels_are_refused_wherever_they_are() {
    const LEVELS: usize = 100_000;
    let lists = "[".repeat(LEVELS) + &"]".repeat(LEVELS);
    expect(&lists, "", &Reason::NotANotebook);
    expect("[".repeat(LEVELS), "line 1", &Reason::CutShort);
    expect(deep(LEVELS), "", &Reason::NotANotebook);
    let unknown = |value: &str| with("\"calm\"", value);
    expect(unknown(&deep(LEVELS)), "entry 1, goal, line 12", &Reason::TooDeep);
    expect(unknown(&lists), "entry 1, goal, line 12", &Reason::TooDeep);
    expect_wrong(with("\"Amara\"", &lists), "entry 2, person, name, line 19", "expected a string");
    let entries = format!(r#"{{"format": "mentorbook-backup", "version": 1, "entries": {lists}}}"#);
    expect_wrong(entries, "entry 1, line 1", "expected an entry");
    // Nobody reads it, so it does no harm.
    let beside = with("\"version\": 1,", &format!("\"version\": 1, \"more\": {lists},"));
    assert_eq!(backup::read(beside.as_bytes()), backup::read(GOOD.as_bytes()));
}

#[test]
fn what_is_kept_unread_is_not_so_deep_that_merging_could_not_write_it() {
    assert!(backup::read(with("\"calm\"", &deep(100)).as_bytes()).is_ok());
    expect(with("\"calm\"", &deep(101)), "entry 1, goal, mood, line 7", &Reason::TooDeep);
    let beside = format!(
        r#""made": "1000-0-000001", "others": {{"mood": [{{"stamp": "1-0-000002", "value": {}}}]}}"#,
        deep(101)
    );
    expect(with(r#""made": "1000-0-000001""#, &beside), "entry 1, goal, mood, line 7", &Reason::TooDeep);
}

// ---- entries --------------------------------------------------------------------------------------

#[test]
fn a_value_that_cannot_stand_there_is_told_with_entry_field_and_line() {
    for (what, by, at, said) in [
        ("\"2026-09-30\"", "\"2026-02-30\"", "entry 1, goal, target, line 11", "stands in the calendar"),
        ("\"2026-09-30\"", "\"2027-02-29\"", "entry 1, goal, target, line 11", "stands in the calendar"),
        ("\"2026-09-30\"", "\"soon\"", "entry 1, goal, target, line 11", "a day is written like"),
        ("\"2026-09-30\"", "20260930", "entry 1, goal, target, line 11", "expected a day like 2026-03-01"),
        ("\"Speak in public\"", "\"\"", "entry 1, goal, title, line 10", "the text is empty"),
        ("\"Speak in public\"", "\" x\"", "entry 1, goal, title, line 10", "begins or ends with a space"),
        ("\"Speak in public\"", "\"a\\u0000b\"", "entry 1, goal, title, line 10", "more than one line"),
        ("\"Speak in public\"", "\"a\\nb\"", "entry 1, goal, title, line 10", "more than one line"),
        ("\"Speak in public\"", "null", "entry 1, goal, title, line 10", "invalid type: null"),
        ("\"place\": 1", "\"place\": 1.5", "entry 1, goal, milestones[0].place, line 13", "floating point"),
        ("\"00000001\"", "\"1\"", "entry 1, goal, milestones[0].id, line 13", "“1” is not an id"),
        ("\"Find a stage\"", "7", "entry 1, goal, milestones[0].title, line 13", "integer `7`"),
        ("\"guided\"", "\"sideways\"", "entry 3, mentorship, side, line 26", "unknown variant `sideways`"),
        (
            "\"person-0000000000000001\",\n      \"side\"",
            "\"goal-0000000000000001\",\n      \"side\"",
            "entry 3, mentorship, person, line 25",
            "is not an id",
        ),
        ("\"since\": \"2026-01-05\",\n", "", "entry 3, mentorship, line 28", "missing field `since`"),
        ("\"1001-0-000001\"", "\"yesterday\"", "entry 2, trace, line 20", "“yesterday” is not an id"),
        ("\"mood\": \"calm\"", "\"private\": \"yes\"", "entry 1, private, line 12", "expected a boolean"),
        ("\"mood\": \"calm\"", "\"title\": \"Again\"", "entry 1, title, line 12", "“title” stands twice"),
        (
            "\"place\": 1,",
            "\"place\": 1, \"place\": 2,",
            "entry 1, goal, milestones[0].place, line 13",
            "duplicate field `place`",
        ),
        ("\"name\": \"Amara\",\n", "", "entry 2, person, line 20", "missing field `name`"),
        (
            ",\n      \"trace\": {\"made\": \"1001-0-000001\"}",
            "",
            "entry 2, person, trace, line 16",
            "“trace” is missing",
        ),
        ("      \"id\": \"person-0000000000000001\",\n", "", "entry 2, person, id, line 16", "“id” is missing"),
        (
            "\"id\": \"person-0000000000000001\"",
            "\"id\": \"person-1\"",
            "entry 2, person, id, line 16",
            "“person-1” is not an id",
        ),
        ("\"id\": \"person-0000000000000001\"", "\"id\": 1", "entry 2, id, line 18", "expected a string"),
    ] {
        expect_wrong(with(what, by), at, said);
    }
}

#[test]
fn a_value_of_a_megabyte_is_refused_in_few_words() {
    let long = "x".repeat(1 << 20);
    expect_wrong(
        with("Speak in public", &long),
        "entry 1, goal, title, line 10",
        "1048576 characters, and 300 is the most",
    );
    expect_wrong(
        with("\"place\": 1", &format!("\"place\": \"{long}\"")),
        "entry 1, goal, milestones[0].place, line 13",
        "invalid type: string",
    );
    expect_wrong(with("guided", &long), "entry 3, mentorship, side, line 26", "unknown variant");
    let name = with("\"mood\": \"calm\"", &format!("\"{long}\": \"\\ud800\""));
    assert!(place(&refused(name)).len() < 100);
}

#[test]
fn kind_and_id_that_do_not_go_together_are_told() {
    let kind = |kind: &str| with("\"kind\": \"person\"", &format!("\"kind\": {kind}"));
    expect(kind("\"goal\""), "entry 2, goal, id, line 16", &Reason::KindAndIdDiffer);
    expect(kind("\"wish\""), "entry 2, kind, line 16", &Reason::UnknownKind("wish".into()));
    expect(kind("\"\""), "entry 2, kind, line 16", &Reason::UnknownKind(String::new()));
    expect_wrong(kind("5"), "entry 2, kind, line 17", "expected a string");
    let missing = with("      \"kind\": \"person\",\n", "");
    expect(missing, "entry 2, kind, line 16", &Reason::UnknownKind(String::new()));
}

#[test]
fn an_id_that_stands_twice_is_told_where_it_stands_again() {
    let again = r#"{"kind": "goal", "id": "goal-0000000000000001", "title": "x", "trace": {"made": "1-0-000001"}}"#;
    let twice = Reason::SameIdTwice("goal-0000000000000001".into());
    let file = with("\"1002-0-000001\"}\n    }\n", &format!("\"1002-0-000001\"}}\n    }},\n    {again}\n"));
    expect(file, "entry 4, goal, id, line 30", &twice);
    // Removed and not removed at once is twice too.
    let removed = r#"{"kind": "goal", "id": "goal-0000000000000001", "removed": true, "seen": []}"#;
    let file = with("\"1002-0-000001\"}\n    }\n", &format!("\"1002-0-000001\"}}\n    }},\n    {removed}\n"));
    expect(file, "entry 4, goal, id, line 30", &twice);
}

#[test]
fn a_reference_to_nothing_is_told_where_it_stands() {
    let nothing = "person-0000000000000002";
    let file = with("\"person\": \"person-0000000000000001\"", &format!("\"person\": \"{nothing}\""));
    expect(file, "entry 3, mentorship, person, line 25", &Reason::PointsToNothing(nothing.into()));
    let goal = "goal-0000000000000009";
    let file = with("\"side\"", &format!("\"goals\": [\n\"{goal}\"],\n\"side\""));
    expect(file, "entry 3, mentorship, goals, line 27", &Reason::PointsToNothing(goal.into()));
}

#[test]
fn a_reference_to_what_was_removed_is_no_reference_to_nothing() {
    // Two devices can bring it about: one removed the goal while the other pointed to it.
    let removed = r#"{"kind": "goal", "id": "goal-0000000000000009", "removed": true, "seen": ["1-0-000001"]}"#;
    let file = with("\"side\"", "\"goals\": [\"goal-0000000000000009\"], \"side\"");
    let file = file.replace("\"1002-0-000001\"}\n    }\n", &format!("\"1002-0-000001\"}}\n    }},\n    {removed}\n"));
    assert_eq!(backup::read(file.as_bytes()).unwrap().held.len(), 4);
}

#[test]
fn half_of_a_character_is_told_with_its_field() {
    for half in ["\\ud83c", "\\udf89", "\\ud83cx", "\\ud83c\\ud83c", "\\ud83c\\n"] {
        expect(with("Amara", half), "entry 2, person, name, line 19", &Reason::HalfCharacter);
        expect(with("calm", half), "entry 1, goal, mood, line 12", &Reason::HalfCharacter);
    }
    assert!(backup::read(with("Amara", "\\ud83c\\udf89").as_bytes()).is_ok());
}

#[test]
fn a_number_that_no_number_can_hold_is_refused() {
    let refusal = refused(with("\"calm\"", "1e999"));
    assert_eq!(refusal.reason, Reason::NotJson("number out of range".into()));
    assert_eq!(place(&refusal), "entry 1, goal, mood, line 12");
}

#[test]
fn entries_that_are_none_are_refused() {
    for (entry, said) in [("5", "integer `5`"), ("null", "null"), ("\"goal\"", "string"), ("[]", "sequence")] {
        let file = format!("{{\"format\": \"mentorbook-backup\", \"version\": 1, \"entries\": [\n{entry}]}}");
        expect_wrong(file, "entry 1, line 2", said);
    }
    let entries = |entries: &str| format!(r#"{{"format": "mentorbook-backup", "version": 1{entries}}}"#);
    expect_wrong(entries(""), "line 1", "missing field `entries`");
    expect_wrong(entries(r#", "entries": {}"#), "line 1", "expected a sequence");
    expect_wrong(entries(r#", "entries": [], "entries": []"#), "line 1", "duplicate field `entries`");
    expect_wrong(with("\"version\": 1,", "\"version\": 1, \"version\": 2,"), "line 3", "duplicate field `version`");
    expect_wrong(with("\"0.1.0\"", "0.1"), "line 5", "expected a string");
}

// ---- what looks bad and is not --------------------------------------------------------------------

#[test]
fn a_byte_order_mark_and_the_line_ends_of_windows_are_no_trouble() {
    let good = backup::read(GOOD.as_bytes());
    assert_eq!(backup::read(format!("\u{feff}{GOOD}").as_bytes()), good);
    assert_eq!(backup::read(GOOD.replace('\n', "\r\n").as_bytes()), good);
    let wrong = with("\"2026-09-30\"", "\"soon\"").replace('\n', "\r\n");
    assert_eq!(place(&refused(format!("\u{feff}{wrong}"))), "entry 1, goal, target, line 11");
}

#[test]
fn the_names_that_are_special_in_javascript_are_fields_like_any_other() {
    for name in ["__proto__", "constructor", "prototype", "toString", ""] {
        let backup = backup::read(with("mood", name).as_bytes()).unwrap();
        let mut notebook = Notebook::default();
        let (_, change) = preview::opening(&notebook, &backup, Opening::Together, "");
        notebook.apply(&change, &mut Clock::new(DeviceId::new(1)), 1).unwrap();
        let again = backup::write(&notebook, &Header::default());
        assert!(again.contains(&format!("\"{name}\": \"calm\"")), "{again}");
    }
}

#[test]
fn markup_in_a_text_stays_text() {
    let markup = "<script>alert(1)</script> & <img src=x onerror=alert(1)> &amp; ${1} {{1}}";
    let backup = backup::read(with("Amara", markup).as_bytes()).unwrap();
    let Held::Entry(person) = &backup.held[1] else { panic!("it was removed") };
    let person: &mentorbook::domain::Person = person.body().unwrap();
    assert_eq!(&*person.name, markup);
}

#[test]
fn an_entry_with_a_hundred_thousand_fields_is_read_without_a_pause() {
    let fields: Vec<String> = (0..100_000).map(|n| format!("\"x-{n}\": {n}")).collect();
    let backup = backup::read(with("\"mood\": \"calm\"", &fields.join(",")).as_bytes()).unwrap();
    let Held::Entry(goal) = &backup.held[0] else { panic!("it was removed") };
    assert_eq!(goal.draft.unknown.len(), 100_000);
}

// ---- anything at all ------------------------------------------------------------------------------

#[derive(Debug, Clone)]
enum Damage {
    Flip(Index, u8),
    Cut(Index, Index),
    Insert(Index, String),
    Copy(Index, Index, Index),
}

fn damage() -> impl Strategy<Value = Damage> {
    let bits = ["\"", "{", "}", "[", "]", ",", ":", "null", "0", "-1", "\\u", "\\ud800", "\"id\":", "true", "\n", "é"];
    prop_oneof![
        (any::<Index>(), 0u8..8).prop_map(|(at, bit)| Damage::Flip(at, bit)),
        (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Damage::Cut(from, to)),
        (any::<Index>(), proptest::sample::select(bits.to_vec()))
            .prop_map(|(at, what)| Damage::Insert(at, what.to_owned())),
        (any::<Index>(), any::<Index>(), any::<Index>()).prop_map(|(from, to, at)| Damage::Copy(from, to, at)),
    ]
}

fn damaged(mut bytes: Vec<u8>, damages: &[Damage]) -> Vec<u8> {
    for damage in damages {
        let size = bytes.len() + 1;
        let range = |from: &Index, to: &Index| {
            let (from, to) = (from.index(size), to.index(size));
            from.min(to)..from.max(to).min(from.min(to) + 60)
        };
        match damage {
            Damage::Flip(at, bit) if size > 1 => bytes[at.index(size - 1)] ^= 1 << bit,
            Damage::Flip(..) => {}
            Damage::Cut(from, to) => drop(bytes.drain(range(from, to))),
            Damage::Insert(at, what) => drop(bytes.splice(at.index(size)..at.index(size), what.bytes())),
            Damage::Copy(from, to, at) => {
                let piece = bytes[range(from, to)].to_vec();
                drop(bytes.splice(at.index(size)..at.index(size), piece));
            }
        }
    }
    bytes
}

/// A file that is taken can be opened, and saved, and opened again as the same.
fn is_taken_whole_or_not_at_all(file: &[u8]) -> Result<(), TestCaseError> {
    let Ok(backup) = backup::read(file) else {
        return Ok(());
    };
    let mut notebook = Notebook::default();
    let (_, change) = preview::opening(&notebook, &backup, Opening::Together, "");
    notebook.apply(&change, &mut Clock::new(DeviceId::new(1)), 1).unwrap();
    prop_assert_eq!(notebook.all_held().count(), backup.held.len());
    let written = backup::write(&notebook, &backup.header);
    let again = backup::read(written.as_bytes());
    let held: Vec<Held> = notebook.all_held().collect();
    prop_assert_eq!(again.map(|it| it.held).map_err(|it| it.to_string()), Ok(held), "{}", written);
    Ok(())
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn a_damaged_backup_is_taken_whole_or_not_at_all(damages in vec(damage(), 1..4)) {
        let fixture = include_bytes!("fixtures/backup-1.json").to_vec();
        is_taken_whole_or_not_at_all(&damaged(GOOD.as_bytes().to_vec(), &damages))?;
        is_taken_whole_or_not_at_all(&damaged(fixture, &damages))?;
    }

    #[test]
    fn any_bytes_are_read_without_harm(bytes in vec(any::<u8>(), 0..200), text in any::<String>()) {
        prop_assert!(backup::read(&bytes).is_err());
        prop_assert!(backup::read(text.as_bytes()).is_err());
    }
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn any_damaged_notebook_is_taken_whole_or_not_at_all(notebook in notebook(), damages in vec(damage(), 1..3)) {
        let file = backup::write(&notebook, &Header::default());
        is_taken_whole_or_not_at_all(&damaged(file.into_bytes(), &damages))?;
    }
}
