//! A backup that was opened: what it would change, and how to open it.

use leptos::prelude::*;

use super::super::preview::Shown;
use crate::{
    domain::entry::Held,
    exchange::{
        Backup, Opening,
        preview::{opening, removed_here},
    },
    ui::{
        desk::Desk,
        parts::{Button, Choice, Handler},
        reactive::{Look, Show},
        route::Route,
        words::share,
    },
};

/// What opening it would do, and the question whether to.
#[component]
pub(super) fn Ready(name: String, backup: Backup, close: Handler<()>) -> impl IntoView {
    let desk = Desk::get();
    let entries = backup.held.iter().filter(|held| matches!(held, Held::Entry(_))).count();
    let saved: String = backup.header.saved.chars().take(10).collect();
    let saved = saved.parse().map_or(saved, |day| untrack(|| desk.calendar().within(day)));
    let label = share::opened(&name);
    let removed = desk.notebook.with_untracked(|it| removed_here(it, &backup).count());
    let something_was_removed = removed > 0;
    // A file most of which was removed here, such as an archive, is opened to bring that back.
    let how = RwSignal::new(if 2 * removed > entries { Opening::Back } else { Opening::Together });
    let planned = Look::new(move || {
        let how = how.get();
        desk.notebook.with(|notebook| {
            let (preview, change) = opening(notebook, &backup, how, &label);
            (Shown::of(notebook, &backup.held, &preview, &desk.calendar()), change)
        })
    });
    let nothing = move || planned.with(|(_, change)| change.ops.is_empty());
    let leave = {
        let close = close.clone();
        move |_| close.run(())
    };
    let go = move |_| {
        let (shown, change) = planned.get_untracked();
        desk.say(share::done(shown.added.count, shown.changed.count, shown.removed.count), true);
        desk.prefer(|it| it.welcomed = true);
        desk.commit_large(change);
        // The first visit has nothing left to ask.
        if desk.route.with_untracked(|route| *route == Route::Welcome) {
            desk.go(&Route::Today);
        }
        close.run(());
    };
    let mut options = vec![(Opening::Together, share::TOGETHER), (Opening::Instead, share::INSTEAD)];
    if something_was_removed {
        options.insert(1, (Opening::Back, share::BACK));
    }
    let explained = move || match how.get() {
        Opening::Together => share::TOGETHER_WHAT,
        Opening::Back => share::BACK_WHAT,
        Opening::Instead => share::INSTEAD_WHAT,
    };
    view! {
        <div class="inset" role="region" aria-label=share::PREVIEW>
            <h3>{share::file(&name, entries, &saved)}</h3>
            <div class="form">
                <Choice label=share::HOW options=options value=move || Some(how.get()) set=move |chosen| how.set(chosen) />
                <p class="small soft">{explained}</p>
                {move || planned.with(|(shown, _)| shown.view())}
                <p role="status">{move || nothing().then_some(if something_was_removed { share::NOTHING_BUT_REMOVED } else { share::NOTHING_TO_DO })}</p>
                <p class="acts">
                    <Show when=move || !nothing()>
                        <Button look="main" word=share::GO act=go.clone() />
                    </Show>
                    <Button word=share::LEAVE act=leave />
                </p>
            </div>
        </div>
    }
}
