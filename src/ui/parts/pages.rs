//! A long list, a page of it at a time: drawing a thousand rows keeps somebody waiting who only wants to see the first.

use leptos::prelude::*;

use super::{Button, Handler};
use crate::ui::{
    reactive::{Look, Show},
    shell::focus_when_there,
    words::shell::pages as words,
};

/// How many rows of a list are on the page: as many as fit one, until somebody asks for more. When the list becomes
/// another one, as with another filter, it is one page again.
#[derive(Clone, Copy)]
pub struct Pages {
    /// Rows of one page.
    page: usize,
    /// What the list is of.
    of: Look<String>,
    asked: RwSignal<(String, usize)>,
}

impl Pages {
    /// Pages of so many rows, of a list that is another one when `of` says something else.
    pub fn new(page: usize, of: Look<String>) -> Self {
        Self { page, of, asked: RwSignal::new((String::new(), page)) }
    }

    /// How many rows may be on the page.
    pub fn most(self) -> usize {
        let now = self.of.get();
        self.asked.with(|(of, most)| if *of == now { *most } else { self.page })
    }

    /// The sentence and the button under a list that goes on; `row` gives the name (`data-at`) of a row, counted from
    /// 0, for the focus to go to the first of those that came.
    pub fn more(self, count: Look<usize>, row: impl Fn(usize) -> Option<String> + Send + Sync + 'static) -> AnyView {
        let goes_on = Look::new(move || count.get() > self.most());
        let rest = Look::new(move || count.get().saturating_sub(self.most()).min(self.page));
        let press = Handler::from(move |()| {
            let most = untrack(move || self.most());
            self.asked.set((self.of.get_untracked(), most + self.page));
            if let Some(row) = row(most) {
                focus_when_there(&format!("[data-at=\"{row}\"]"));
            }
        });
        let button = move || {
            let press = press.clone();
            view! { <Button word=words::show_more(rest.get()) act=move |_| press.run(()) /> }
        };
        view! {
            <Show when=move || goes_on.get()>
                <p class="small soft" role="status">{move || words::shown(self.most(), count.get())}</p>
                <p class="acts">{button.clone()}</p>
            </Show>
        }
        .into_any()
    }
}
