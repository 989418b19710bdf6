//! The floors of the house: what each may use, enforced by reading the sources.
//!
//! Comments and texts are left out of what is read, so that they may speak of anything.
#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Each floor after those it may use, as `src/lib.rs` lists them.
const FLOORS: [&str; 6] = ["domain", "guide", "insights", "exchange", "storage", "ui"];

/// Beside the floors: programs of their own, which run in workers.
const WORKERS: &str = "workers";

/// What workers share with the house: its files are built into both, so they name nothing of it.
const SHARED: [&str; 2] = ["src/exchange/sealed.rs", "src/exchange/strength.rs"];

/// The floors that run anywhere.
const PURE: &[&str] = &["domain", "guide", "insights", "exchange"];

/// What a pure floor may not name: the browser, the clock, chance, the machine.
const NOT_PURE: &[&str] = &[
    "leptos",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "gloo",
    "gloo_storage",
    "gloo_timers",
    "idb",
    "Utc::now",
    "Local::now",
    "SystemTime",
    "Instant",
    "rand",
    "getrandom",
    "std::fs",
    "std::env",
    "std::net",
    "std::thread",
];

/// Takes comments, texts and characters out of a source; lines stay where they are.
fn code_of(source: &str) -> String {
    let mut code = String::new();
    let mut rest = source.chars().peekable();
    while let Some(c) = rest.next() {
        match (c, rest.peek()) {
            ('/', Some('/')) => while rest.next_if(|c| *c != '\n').is_some() {},
            // A text without quotes inside: r"…" reads the same here.
            ('r', Some('#')) if !code.ends_with(is_of_name) => {
                let hashes = std::iter::from_fn(|| rest.next_if_eq(&'#')).count();
                if rest.next_if_eq(&'"').is_some() {
                    let end = format!("\"{}", "#".repeat(hashes));
                    let mut text = String::new();
                    while !text.ends_with(&end) {
                        let Some(c) = rest.next() else { break };
                        text.push(c);
                    }
                    code.extend(text.chars().filter(|c| *c == '\n'));
                }
            }
            ('"', _) => {
                while let Some(c) = rest.next() {
                    match c {
                        '\\' => code.extend(rest.next().filter(|c| *c == '\n')),
                        '"' => break,
                        '\n' => code.push('\n'),
                        _ => {}
                    }
                }
                code.push('"');
            }
            // A character, not a lifetime.
            ('\'', Some(_)) => {
                let ahead: Vec<char> = rest.clone().take(2).collect();
                if ahead.first() == Some(&'\\') {
                    rest.next();
                    rest.next();
                    while rest.next_if(|c| *c != '\'').is_some() {}
                    rest.next();
                } else if ahead.get(1) == Some(&'\'') {
                    rest.next();
                    rest.next();
                }
            }
            _ => code.push(c),
        }
    }
    code
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Whether a line names this: as a whole name, and not as a part of a longer path to its left.
fn names(line: &str, what: &str) -> bool {
    line.match_indices(what).any(|(at, _)| {
        let (before, after) = (line.get(..at).unwrap(), line.get(at + what.len()..).unwrap());
        !before.ends_with(is_of_name) && !after.starts_with(is_of_name)
    })
}

/// What follows `crate::` in a source, with its line: floors that it uses, also in `crate::{a, b::c}`,
/// or by climbing: `super::super::a`.
fn floors_used(code: &str) -> Vec<(usize, String)> {
    let mut used = Vec::new();
    for (at, start) in code.match_indices("crate::") {
        if code.get(..at).unwrap().ends_with(|c: char| is_of_name(c)) {
            continue;
        }
        let line = 1 + code.get(..at).unwrap().matches('\n').count();
        let after = code.get(at + start.len()..).unwrap();
        let first_name = |text: &str| -> String { text.trim_start().chars().take_while(|c| is_of_name(*c)).collect() };
        if let Some(list) = after.trim_start().strip_prefix('{') {
            let mut depth = 0;
            let mut items = vec![String::new()];
            for c in list.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => items.push(String::new()),
                    _ => {}
                }
                items.last_mut().unwrap().push(c);
            }
            let name = |item: &String| first_name(item.trim_start_matches([',', ' ', '\n']));
            used.extend(items.iter().map(name).filter(|name| !name.is_empty()).map(|name| (line, name)));
        } else {
            used.push((line, first_name(after)));
        }
    }
    for (number, line) in (1..).zip(code.lines()) {
        let climbs = |floor: &&&str| names(line, &format!("super::{floor}"));
        used.extend(FLOORS.iter().filter(climbs).map(|floor| (number, (*floor).to_owned())));
    }
    used
}

/// Every source of a floor, with its path from the top of the checkout.
fn sources(floor: &str) -> Vec<(String, String)> {
    fn add(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                add(&path, found);
            } else if path.extension().is_some_and(|it| it == "rs") {
                found.push(path);
            }
        }
    }
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    add(&top.join("src").join(floor), &mut found);
    found.sort();
    let read = |path: PathBuf| {
        let name = path.strip_prefix(top).unwrap().display().to_string();
        (name, code_of(&fs::read_to_string(path).unwrap()))
    };
    found.into_iter().map(read).collect()
}

/// The floors above its own that a source uses.
fn steps_up(floor: &str, name: &str, code: &str) -> Vec<String> {
    let level = |floor: &str| FLOORS.iter().position(|it| *it == floor);
    floors_used(code)
        .into_iter()
        .filter(|(_, used)| level(used).is_none_or(|used| Some(used) > level(floor)))
        .map(|(line, used)| format!("{name}:{line}: {floor} stands below {used} and may not use it"))
        .collect()
}

/// What a source names that a pure floor may not.
fn impurities(name: &str, code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (number, line) in (1..).zip(code.lines()) {
        for what in NOT_PURE.iter().filter(|what| names(line, what)) {
            found.push(format!("{name}:{number}: {what} has no place on a pure floor"));
        }
    }
    found
}

#[test]
fn a_floor_uses_only_those_below_it() {
    let all = FLOORS.iter().flat_map(|floor| sources(floor).into_iter().map(move |source| (floor, source)));
    let wrong: Vec<_> = all.flat_map(|(floor, (name, code))| steps_up(floor, &name, &code)).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_pure_floors_know_no_browser_no_clock_and_no_chance() {
    let all = PURE.iter().flat_map(|floor| sources(floor));
    let wrong: Vec<_> = all.flat_map(|(name, code)| impurities(&name, &code)).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_folder_of_the_house_is_a_floor() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let entries = fs::read_dir(top).unwrap().map(|it| it.unwrap().path());
    let mut folders: Vec<_> =
        entries.filter(|it| it.is_dir()).map(|it| it.file_name().unwrap().to_string_lossy().into_owned()).collect();
    let mut floors = [&FLOORS[..], &[WORKERS]].concat();
    folders.sort();
    floors.sort_unstable();
    assert_eq!(folders, floors);
    for floor in FLOORS {
        assert!(!sources(floor).is_empty(), "{floor}");
    }
}

#[test]
fn the_workers_stand_apart() {
    let shared = sources("exchange").into_iter().filter(|(name, _)| SHARED.contains(&name.as_str()));
    let all: Vec<_> = sources(WORKERS).into_iter().chain(shared).collect();
    assert!(all.len() > SHARED.len());
    for (name, code) in all {
        let used = floors_used(&code);
        assert!(used.iter().all(|(_, floor)| !FLOORS.contains(&floor.as_str())), "{name}: {used:?}");
        assert!(!code.lines().any(|line| names(line, "mentorbook")), "{name} links the whole app");
    }
}

#[test]
fn a_step_up_is_found_however_it_is_written() {
    let source = "//! use crate::ui;\nuse crate::{\n    domain::{Day, Id},\n    storage::Keeper,\n};\n\
        fn f() { let a = \"crate::ui\"; let c = '\"'; crate::ui::go::<'_>(); }\n\
        use super::super::storage;\n";
    assert_eq!(
        steps_up("exchange", "file.rs", &code_of(source)),
        [
            "file.rs:2: exchange stands below storage and may not use it",
            "file.rs:6: exchange stands below ui and may not use it",
            "file.rs:7: exchange stands below storage and may not use it",
        ]
    );
    assert_eq!(steps_up("ui", "file.rs", &code_of(source)), [""; 0]);
}

#[test]
fn an_impurity_is_found_as_a_whole_name_only() {
    let source = "// Utc::now\nlet brand = grand + rand_of();\nlet at = chrono::Utc::now();\nlet t = r#\"rand\n\"#; use rand::Rng;\n";
    assert_eq!(
        impurities("file.rs", &code_of(source)),
        ["file.rs:3: Utc::now has no place on a pure floor", "file.rs:5: rand has no place on a pure floor",]
    );
}
