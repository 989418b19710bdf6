//! Every class that a view names outright has a rule in the style sheets: one without does nothing, and looks as if it did.
#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

use std::{
    fs,
    path::{Path, PathBuf},
};

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|it| it == ending) {
            found.push(path);
        }
    }
    found
}

/// The texts between `before` and the next quotation mark.
fn between<'a>(source: &'a str, before: &'a str) -> impl Iterator<Item = &'a str> {
    source.split(before).skip(1).filter_map(|rest| rest.split('"').next())
}

#[test]
fn every_class_of_a_view_has_a_rule() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let rules: String =
        files(&root.join("style"), "css").iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    let has_rule = |class: &str| {
        rules
            .split(&format!(".{class}"))
            .skip(1)
            .any(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
    };
    let mut without = Vec::new();
    for path in files(&root.join("src/ui"), "rs") {
        let source = fs::read_to_string(&path).unwrap();
        // `class:done=…`, which is set while something holds.
        let is_name = |name: &&str| name.chars().all(|c| c.is_ascii_lowercase() || c == '-');
        let sometimes = source.split(" class:").skip(1).filter_map(|rest| rest.split_once('=')).map(|(name, _)| name);
        let sometimes = sometimes.filter(is_name);
        let classes = between(&source, "class=\"").flat_map(str::split_whitespace).chain(sometimes);
        without.extend(classes.filter(|class| !has_rule(class)).map(|class| format!("{class} in {}", path.display())));
    }
    assert!(without.is_empty(), "{without:#?}");
}
