//! What other tabs wrote, what is being typed, and the end of this page.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use leptos::{prelude::*, task::spawn_local};

use super::{Desk, Status, Trouble};
use crate::{
    domain::{entry::Held, order},
    exchange::merge::merge,
    storage::{JournalProblem, keeper::ON_SHELF},
    ui::{anew, platform},
};

/// How long one store may be cleared after the other, in milliseconds.
const SOON: u32 = 500;

impl Desk {
    /// Another tab tells that it wrote. However many tell it while the journal is being read, it is read once more.
    pub(super) fn told_by_tab(self) {
        let inside = self.inside();
        inside.told.set(inside.told.get() + 1);
        if inside.told.get() > 1 {
            return;
        }
        spawn_local(async move {
            let mut heard = 0;
            while inside.told.get() > heard {
                heard = inside.told.get();
                self.hear().await;
            }
            inside.told.set(0);
        });
    }

    /// Takes in what other tabs wrote.
    pub(super) async fn hear(self) {
        match self.inside().keeper.news().await {
            Ok(news) => self.take_in(news),
            Err(JournalProblem::Newer) => self.status.set(Status::Trouble(Trouble::Outdated)),
            // It is heard of again with the next change.
            Err(_) => {}
        }
    }

    /// Takes in what other tabs wrote, and looks whether the browser took something away.
    pub async fn look_around(self) {
        self.hear().await;
        self.look_for_loss().await;
        let inside = self.inside();
        if inside.keeper.room().is_short() {
            inside.keeper.recount();
            self.room.set(inside.keeper.room());
        }
    }

    /// The same in a moment: whoever clears what a site stored does so store by store.
    pub fn look_around_soon(self) {
        Timeout::new(SOON, move || spawn_local(self.look_around())).forget();
    }

    /// Another tab wrote this to local storage under this key; no key if it cleared all of it.
    pub fn told_by_storage(self, key: Option<&str>, text: Option<&str>) {
        let Some(key) = key else { return self.look_around_soon() };
        if key == self.namespace().one(ON_SHELF) {
            // Where tabs have a channel, they heard of it there.
            if self.inside().tabs.borrow().is_none() {
                spawn_local(self.look_around());
            }
        } else if let Some(held) = text.and_then(|text| self.with_keeper(|keeper| keeper.told_of(key, text))) {
            let id = held.id();
            self.take_in(vec![held]);
            if let Some(mine) = self.notebook.with_untracked(|notebook| notebook.held(id)) {
                self.with_keeper(|keeper| keeper.answer(mine));
            }
        }
    }

    /// Shows what was merged or written elsewhere. What this tab wrote meanwhile stays: it is merged.
    pub(super) fn take_in(&self, news: Vec<Held>) {
        if self.fresh(&news).is_empty() {
            return;
        }
        // What is being typed was not written with knowledge of this: it becomes a change before the news
        // comes, so that both stay.
        self.flush();
        let fresh = self.fresh(&news);
        let inside = self.inside();
        for held in &fresh {
            let mut clock = inside.clock.borrow_mut();
            held.seen().stamps().for_each(|stamp| clock.observe(stamp));
        }
        self.change(
            |notebook| fresh.iter().for_each(|held| notebook.hold(held.clone())),
            |()| fresh.iter().map(Held::id).collect(),
        );
    }

    /// What of the news is different from what is shown, merged with it.
    fn fresh(&self, news: &[Held]) -> Vec<Held> {
        self.notebook.with_untracked(|notebook| {
            let merged = news.iter().filter_map(|theirs| match notebook.held(theirs.id()) {
                Some(mine) if mine == *theirs => None,
                Some(mine) => Some(merge(&mine, theirs)).filter(|it| *it != mine),
                None => Some(theirs.clone()),
            });
            merged.collect()
        })
    }

    /// Registers a field in which something may be typed; `flush` makes a change of it.
    pub fn typing(&self, flush: Rc<dyn Fn()>) -> u64 {
        let inside = self.inside();
        let number = inside.next_field.get();
        inside.next_field.set(number + 1);
        inside.typing.borrow_mut().push((number, flush));
        number
    }

    /// Takes a field off again.
    pub fn typed(&self, number: u64) {
        self.inside().typing.borrow_mut().retain(|(it, _)| *it != number);
    }

    /// Makes changes of everything that is being typed.
    pub fn flush(&self) {
        let fields: Vec<_> = self.inside().typing.borrow().iter().map(|(_, flush)| flush.clone()).collect();
        for flush in fields {
            flush();
        }
    }

    /// Another tab erases something: what is typed here is kept, nothing more is written, and the page begins
    /// anew when the other has ended.
    pub(super) async fn put_pen_down(self) {
        if !self.inside().pen.begin_to_put_down() {
            return;
        }
        platform::make_inert();
        self.rest_keys(true);
        self.settled().await;
        self.inside().pen.put_down().await;
        anew::begin(anew::Anew::Elsewhere);
    }

    /// The page may be gone the next moment: what is not durable yet goes to local storage at once.
    pub fn going_away(&self) {
        let inside = self.inside();
        if inside.pen.is_down() {
            return;
        }
        self.flush();
        let unsettled = order::set(inside.unsettled.borrow().iter().flat_map(|record| record.now.iter().map(Held::id)));
        let now = self
            .notebook
            .with_untracked(|notebook| unsettled.into_iter().filter_map(|id| notebook.held(id)).collect::<Vec<_>>());
        if !now.is_empty() {
            inside.keeper.keep_at_once(&now);
        }
    }

    /// Returns when nothing is on its way any more.
    pub async fn settled(self) {
        self.flush();
        while self.inside().underway.get() > 0 {
            gloo_timers::future::TimeoutFuture::new(10).await;
        }
    }

    /// Loads the page anew.
    pub fn reload(&self) {
        if let Some(window) = web_sys::window() {
            let _ = window.location().reload();
        }
    }
}
