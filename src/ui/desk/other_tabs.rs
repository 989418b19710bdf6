//! What other tabs wrote, what is being typed, and the end of this page.

use std::rc::Rc;

use leptos::prelude::*;

use super::{Desk, Keeping};
use crate::{
    domain::{EntryId, entry::Held},
    exchange::merge::merge,
    storage::tabs::News,
};

impl Desk {
    pub(super) async fn hear(self) {
        if let Ok(news) = self.inside().keeper.news().await {
            self.take_in(news);
        }
    }

    /// Shows what was merged or written elsewhere. What this tab wrote meanwhile stays: it is merged.
    pub(super) fn take_in(&self, news: Vec<Held>) {
        let inside = self.inside();
        let fresh: Vec<Held> = self.notebook.with_untracked(|notebook| {
            let merged = news.into_iter().filter_map(|theirs| match notebook.held(theirs.id()) {
                Some(mine) if mine == theirs => None,
                Some(mine) => Some(merge(&mine, &theirs)).filter(|it| *it != mine),
                None => Some(theirs),
            });
            merged.collect()
        });
        if fresh.is_empty() {
            return;
        }
        for held in &fresh {
            let mut clock = inside.clock.borrow_mut();
            held.seen().stamps().for_each(|stamp| clock.observe(stamp));
        }
        self.notebook.update(|notebook| fresh.into_iter().for_each(|held| notebook.hold(held)));
    }

    /// Registers a field in which something may be typed; `flush` makes a change of it.
    pub fn typing(&self, flush: Rc<dyn Fn()>) -> u64 {
        let inside = self.inside();
        let number = inside.next_field.get();
        inside.next_field.set(number + 1);
        inside.typing.borrow_mut().insert(number, flush);
        number
    }

    /// Takes a field off again.
    pub fn typed(&self, number: u64) {
        self.inside().typing.borrow_mut().remove(&number);
    }

    /// Makes changes of everything that is being typed.
    pub fn flush(&self) {
        let fields: Vec<_> = self.inside().typing.borrow().values().cloned().collect();
        for flush in fields {
            flush();
        }
    }

    /// The page may be gone the next moment: what is not durable yet goes to local storage at once.
    pub fn going_away(&self) {
        self.flush();
        let inside = self.inside();
        let unsettled: Vec<EntryId> = inside.unsettled.borrow().keys().copied().collect();
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

    /// The keeper, for the screens that show where things lie.
    pub fn with_keeper<T>(&self, look: impl FnOnce(&Keeping) -> T) -> T {
        look(&self.inside().keeper)
    }

    /// The last changes as the journal has them, newest first: when, and what.
    pub async fn history(self) -> Vec<(u64, String)> {
        let history = self.inside().keeper.history(200).await.unwrap_or_default();
        history.into_iter().rev().map(|it| (it.at, it.inverse.label)).collect()
    }

    /// Erases the open notebook, here and in every other tab.
    pub async fn erase(self) -> Result<(), String> {
        self.settled().await;
        let inside = self.inside();
        inside.keeper.erase().await?;
        if let Some(tabs) = &*inside.tabs.borrow() {
            tabs.tell(News::Erased);
        }
        Ok(())
    }

    /// Loads the page anew.
    pub fn reload(&self) {
        if let Some(window) = web_sys::window() {
            let _ = window.location().reload();
        }
    }
}
