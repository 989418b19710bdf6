//! The published schemas are those that the types give.
//!
//! `UPDATE=1 cargo test --features schema --test schema` writes them. That they are valid in themselves, and
//! that the frozen files fit them, an independent validator checks in `tests/schema.test.mjs`.
#![cfg(feature = "schema")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs, reason = "tests")]

use std::{fs, path::Path};

use mentorbook::exchange::schema::{backup_schema, cards_schema, reply_schema, share_schema};
use serde_json::Value;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/public/schema");

fn is_published(name: &str, schema: &Value) {
    let given = serde_json::to_string_pretty(schema).unwrap() + "\n";
    let file = Path::new(FOLDER).join(name);
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(FOLDER).unwrap();
        fs::write(&file, &given).unwrap();
    }
    let published = fs::read_to_string(&file).unwrap_or_default();
    assert!(published == given, "{name} is not what the types give: run this test with UPDATE=1");
}

#[test]
fn the_published_schema_is_what_the_types_give() {
    is_published("backup-1.schema.json", &backup_schema());
}

#[test]
fn the_published_schema_of_cards_is_what_the_types_give() {
    is_published("cards-1.schema.json", &cards_schema());
}

#[test]
fn the_published_schemas_of_shares_and_replies_are_what_the_types_and_the_table_give() {
    is_published("share-1.schema.json", &share_schema());
    is_published("reply-1.schema.json", &reply_schema());
}
