//! A share that was opened: from whom it is, and the way to reading it.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    exchange::share::file::Received,
    storage::Which,
    ui::{
        desk::Desk,
        given,
        parts::{Button, Handler},
        reactive::Show,
        route::Route,
        screens::sharing,
        shell::keep_focus,
        start::switch_to,
        words::{
            share,
            sharing::{counted, reply, sheet::counts},
        },
    },
};

/// What it is, and reading it.
#[component]
pub(super) fn Share(
    received: Received,
    /// Whether it came sealed; then the answer to it is, too.
    was_sealed: bool,
    close: Handler<()>,
) -> impl IntoView {
    let desk = Desk::get();
    let head = &received.share;
    let what = reply::is_share(&head.from, &head.to, &untrack(|| desk.calendar()).within(head.on));
    let holds = counted(&counts(head));
    let is_own = desk.notebook.with_untracked(|notebook| notebook.get(received.id).is_some());
    let leave = {
        let close = close.clone();
        move || view! { <Button word=share::LEAVE act={ let close = close.clone(); move |_| close.run(()) } /> }
    };
    let leave_it = leave.clone();
    // Where nothing can be kept it is read here.
    let here = RwSignal::new(false);
    let page = {
        let received = received.clone();
        move || sharing::page(desk, &received)
    };
    let read = move |_| {
        let received = received.clone();
        spawn_local(async move {
            desk.settled().await;
            // Whose own words are kept nowhere would lose them with this page.
            if desk.is_kept() && given::lay_down(&received, was_sealed).await {
                switch_to(Which::Given(received.id), &Route::Today);
            } else {
                here.set(true);
                keep_focus();
            }
        });
    };
    view! {
        <div class="inset" role="region" aria-label=share::PREVIEW>
            <p role="status">{what}" "{is_own.then_some(reply::IS_YOURS)}</p>
            <p class="soft">{holds}</p>
            <Show when=move || !here.get()>
                <p class="small soft">{reply::READ_WHAT}</p>
                <p class="acts">
                    <Button look="main" word=reply::READ_IT act=read.clone() />
                    {leave()}
                </p>
            </Show>
            <Show when=move || here.get()>
                <p class="note" role="status">{reply::NOT_KEPT}</p>
                <div class="read">{page()}</div>
                <p class="acts">{leave_it()}</p>
            </Show>
        </div>
    }
}
