//! A file that somebody chooses, read as a backup.

use crate::{
    exchange::{
        Backup, Refusal,
        backup::{self, MOST_BYTES},
    },
    storage::rescue,
    ui::{
        desk::Desk,
        parts::file::{NotRead, bytes_of},
        words::share,
    },
};

/// Reads a file, also one of the page of `rescue.js`.
pub(super) async fn read_backup(desk: Desk, file: &web_sys::File) -> Result<Backup, NotRead> {
    let bytes = bytes_of(file, MOST_BYTES).await?;
    backup::read(&bytes).or_else(|refusal| rescued(desk, &bytes, refusal))
}

/// What was refused, read as a file of the page of `rescue.js`; it stays refused if it is none.
pub(super) fn rescued(desk: Desk, bytes: &[u8], refusal: Refusal) -> Result<Backup, NotRead> {
    let (backup, unreadable) = rescue::read(bytes, &desk.namespace()).ok_or(NotRead::Refused(refusal))?;
    if unreadable > 0 {
        desk.say(share::some_unreadable(unreadable), false);
    }
    Ok(backup)
}
