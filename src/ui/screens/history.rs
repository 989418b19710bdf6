//! What was done lately.

use leptos::{prelude::*, task::spawn_local};

use super::Page;
use crate::ui::{
    desk::{Desk, Status},
    parts::{Empty, PageHead},
    platform::Moment,
    reactive::Show,
    words::{dates, settings::history, shell, shell::status},
};

/// The last changes as the journal has them.
#[component]
pub fn HistoryScreen() -> impl IntoView {
    let desk = Desk::get();
    let changes = RwSignal::new(Vec::<(u64, String)>::new());
    // Read again whenever something became durable.
    Effect::new(move |_| {
        if desk.status.get() != Status::Saving {
            spawn_local(async move {
                let found = desk.history().await;
                changes.try_set(found);
            });
        }
    });
    let none = move || match desk.status.get() {
        Status::Partly(status::NOT_DURABLE) | Status::NotSaved(_) => history::NO_JOURNAL,
        _ => history::NONE,
    };
    let rows = move || {
        let calendar = desk.calendar();
        let rows = changes.get().into_iter().map(|(at, label)| {
            let (day, time) = Moment::local_of(at);
            let when = format!("{}, {}", calendar.near(day), dates::time(time));
            view! { <li><time datetime=day.to_string() title=dates::exact(day)>{when}</time><p>{label}</p></li> }
        });
        rows.collect_view()
    };
    view! {
        <Page title=shell::HISTORY>
            <PageHead title=shell::HISTORY><p class="soft">{history::PURPOSE}</p></PageHead>
            <Show when=move || changes.with(|it| !it.is_empty()) fallback=move || view! { <Empty text=none() /> }>
                <p class="acts"><button type="button" class="button" on:click=move |_| desk.undo()>{history::UNDO_LAST}</button></p>
                <ol class="timeline">{rows}</ol>
            </Show>
        </Page>
    }
}
