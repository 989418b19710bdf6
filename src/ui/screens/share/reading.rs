//! A file that somebody chooses, read as a backup.

use crate::{
    exchange::{Backup, Refusal, backup},
    storage::rescue,
    ui::{desk::Desk, parts::file::NotRead, words::share},
};

/// Reads a backup, also one of the page of `rescue.js`.
pub(super) fn read_backup(desk: Desk, bytes: &[u8]) -> Result<Backup, NotRead> {
    backup::read(bytes).or_else(|refusal| rescued(desk, bytes, refusal))
}

/// What was refused, read as a file of the page of `rescue.js`; it stays refused if it is none.
pub(super) fn rescued(desk: Desk, bytes: &[u8], refusal: Refusal) -> Result<Backup, NotRead> {
    let (backup, unreadable) = rescue::read(bytes, &desk.namespace()).ok_or(NotRead::Refused(refusal))?;
    if unreadable > 0 {
        desk.say(share::some_unreadable(unreadable), false);
    }
    Ok(backup)
}
