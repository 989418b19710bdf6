//! What others gave one to read: each share lies in a notebook of its own, apart from one's own.

use super::{
    platform::{self, Moment},
    start::{Laid, lay_open},
    words::problems,
};
use crate::{
    domain::{Change, Id, Op, Share, entry::Held, order},
    exchange::share::file::Received,
    storage::{
        Namespace, Preferences, Raw, Shelf, Which,
        local::LocalShelf,
        stored,
        tabs::{News, Tabs},
    },
};

/// Lays a share down where it can be read and answered; false if this browser does not keep it.
pub async fn lay_down(received: &Received, was_sealed: bool) -> bool {
    let Some(Laid { namespace, keeper, pen: _pen, mut clock, opened, .. }) = lay_open(Which::Given(received.id)).await
    else {
        return false;
    };
    let note_seal = || {
        let before = Preferences::read(&namespace);
        // Whoever has it both ways is on the safe side.
        Preferences { sealed: was_sealed || before.sealed, ..before }.write(&namespace);
    };
    let mut notebook = opened.notebook;
    // It was opened before: what was typed since stays as it is.
    if notebook.get(received.id).is_some() {
        note_seal();
        return true;
    }
    let ops = received.drafts.iter().cloned().map(Op::Put).collect();
    let written = notebook.apply(&Change { label: String::new(), ops }, &mut clock, Moment::now().millis);
    match written {
        Ok(written) => {
            let is_kept = keeper.stock(&written.now).await.shelf_problem.is_none();
            if is_kept {
                note_seal();
            } else {
                // Half of it would be in nobody's list. What refuses to be written may refuse this, too.
                let _ = keeper.erase().await;
            }
            is_kept
        }
        Err(_) => false,
    }
}

/// Erases a share that lies here, and all that was typed to it; whoever reads it in another tab begins anew.
///
/// # Errors
/// What the browser says.
pub async fn forget(id: Id<Share>) -> Result<(), String> {
    let Some(Laid { namespace, keeper, pen, .. }) = lay_open(Which::Given(id)).await else {
        return Err(problems::ANOTHER_ERASES.to_owned());
    };
    if !pen.begin_to_erase() {
        return Err(problems::ANOTHER_ERASES.to_owned());
    }
    let tabs = Tabs::listen(&namespace, |_| {});
    if let Some(tabs) = &tabs {
        tabs.tell(News::Erasing);
    }
    pen.alone(|| {}, keeper.erase()).await
}

/// The shares that lie in this browser, the newest first.
pub fn all() -> Vec<(Id<Share>, Share)> {
    let folder = platform::folder();
    let Ok(shelf) = LocalShelf::new() else { return Vec::new() };
    let ids =
        order::set(shelf.keys().unwrap_or_default().iter().filter_map(|key| match Namespace::which_of(&folder, key) {
            Some(Which::Given(id)) => Some(id),
            _ => None,
        }));
    let read = |id: Id<Share>| -> Option<Share> {
        let raw: Raw = shelf.get(&Namespace::new(&folder, Which::Given(id)).entry(id.entry())).ok()??;
        match stored::open(&raw, &id.to_string()).ok()? {
            Held::Entry(entry) => entry.body().cloned(),
            Held::Removed(_) => None,
        }
    };
    let all: Vec<_> = ids.into_iter().filter_map(|id| Some((id, read(id)?))).collect();
    let mut all = order::by_key(all, |(id, it): &(Id<Share>, Share)| (it.on, *id));
    all.reverse();
    all
}
