//! The notebook as it stands, as a file.

use crate::{
    domain::Notebook,
    exchange::{Header, backup::Writing},
    storage::turns::Turn,
    ui::platform,
};

/// When and by what a backup or a snapshot is written.
pub fn header() -> Header {
    Header { saved: platform::utc_text(), app: env!("CARGO_PKG_VERSION").to_owned() }
}

/// A backup of a notebook, written in turns.
pub async fn written(notebook: &Notebook) -> String {
    let (mut file, turn) = (Writing::begin(&header()), Turn::begin());
    for held in notebook.all_held() {
        file.add(&held);
        turn.pause().await;
    }
    file.end()
}
