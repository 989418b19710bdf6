//! The published schema is the one that the types give.
//!
//! `UPDATE=1 cargo test --features schema --test schema` writes it. That it is valid in itself, and
//! that the frozen backups fit it, an independent validator checks in `tests/schema.test.mjs`.
#![cfg(feature = "schema")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs, reason = "tests")]

use std::{fs, path::Path};

use mentorbook::exchange::schema::backup_schema;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/public/schema/backup-1.schema.json");

#[test]
fn the_published_schema_is_what_the_types_give() {
    let given = serde_json::to_string_pretty(&backup_schema()).unwrap() + "\n";
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(Path::new(FILE).parent().unwrap()).unwrap();
        fs::write(FILE, &given).unwrap();
    }
    let published = fs::read_to_string(FILE).unwrap_or_default();
    assert!(published == given, "{FILE} is not what the types give: run this test with UPDATE=1");
}
