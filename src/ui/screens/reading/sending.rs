//! The end of reading: the reply as a file, and forgetting what was given.

use leptos::{prelude::*, task::spawn_local};

use super::answers::counts;
use crate::{
    domain::{Id, Share, Title},
    exchange::share::reply,
    storage::Which,
    ui::{
        desk::{Desk, Taken},
        parts::{Button, Confirm, Field, HandOut, Way, hand_out::File},
        reactive::{Look, Show},
        route::Route,
        start::switch_to,
        words::{changes, problems, sharing::reading},
    },
};

/// The reply, and the way out.
#[component]
pub(super) fn Sending(share: Id<Share>, from: String) -> impl IntoView {
    let desk = Desk::get();
    let written = desk.view(move |notebook| counts(notebook, share));
    let name = desk.field(share, |it: &Share| it.to.to_string());
    let take = move |typed: &str| -> Taken {
        let name = Title::typed(typed)?;
        desk.edit(share, changes::changed(reading::NAME, ""), |it: &mut Share| it.to = name);
        Ok(())
    };
    let is_empty = Look::new(move || written.with(|it| *it == (0, 0, 0)));
    let holds = move || {
        let (comments, done, proposals) = written.get();
        reading::holds(comments, done, proposals)
    };
    let sealed = desk.preferences.with_untracked(|it| it.sealed);
    let of = move || desk.notebook.track();
    let file = move || {
        desk.flush();
        let on = desk.moment.with_untracked(|it| it.today);
        let text = desk.notebook.with_untracked(|notebook| {
            let from = notebook.get(share)?.to.clone();
            Some(reply::write(notebook, share, &from, on, env!("CARGO_PKG_VERSION")))
        })?;
        Some(File::new(reply::file_name(on), text))
    };
    let done = move |way: Way| {
        desk.say(way.pick([reading::SAVED, reading::HANDED_ON, reading::COPIED]), false);
    };
    let asked = RwSignal::new(false);
    let forget = move |()| {
        spawn_local(async move {
            match desk.erase().await {
                Ok(()) => switch_to(Which::Mine, &Route::Share),
                Err(said) => desk.say(problems::not_erased(&said), false),
            }
        });
    };
    let what = reading::forget_what(&from);
    view! {
        <p class="soft">{reading::save_for(&from)}</p>
        <Show when=move || is_empty.get() fallback=move || view! { <p role="status">{holds}</p> }>
            <p>{reading::NOTHING_YET}</p>
        </Show>
        <Show when=move || !is_empty.get()>
            <Field label=reading::NAME value=name take=take class="short" at="name" draft="reply-name" />
            <HandOut word=reading::SAVE file=file of=of known=Vec::new answers_sealed=sealed done=done />
        </Show>
        <p class="small soft">{reading::LATER}</p>
        <p class="acts no-print"><Button look="plain" word=reading::FORGET act=move |_| asked.set(true) /></p>
        <Confirm
            open=asked title=reading::FORGET_ASK what=what
            yes=reading::FORGET_YES no=reading::FORGET_NO act=forget
        />
    }
}
