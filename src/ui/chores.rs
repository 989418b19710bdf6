//! What is done when nobody waits for it: what can be taken back, earlier days, a file that follows, comparing the two
//! stores. Its code comes with the later part; what there is to do until then waits.

use std::rc::Rc;

use leptos::task::spawn_local;

use super::desk::Desk;
use crate::{
    domain::Notebook,
    storage::{Lost, Record, snapshots::Why},
};

/// How long after opening the two stores are compared whole, in milliseconds.
const SCRUB_AFTER: u32 = 4_000;

/// Something to be done.
pub enum Chore {
    /// Keep the notebook as it stands here.
    Snapshot(Notebook, Why),
    /// The notebook changed: the file that follows it does so.
    Follow,
    /// A store was emptied: both get everything again.
    Refill(Lost),
    /// A large change is on its way.
    Keep(Rc<Record>),
}

/// Begins with them.
pub fn begin(desk: Desk) {
    desk.take_chores(Rc::new(move |chore| match chore {
        Chore::Snapshot(notebook, why) => desk.keep_snapshot(notebook, why),
        Chore::Follow => desk.follow(),
        Chore::Refill(lost) => desk.refill(lost),
        Chore::Keep(record) => desk.keep_large(record),
    }));
    desk.recall();
    spawn_local(desk.find_file());
    gloo_timers::callback::Timeout::new(SCRUB_AFTER, move || spawn_local(desk.scrub())).forget();
}
