//! What can be done with any entry: mark it private, remove it, erase it for good.

use leptos::{prelude::*, task::spawn_local};

use super::{Button, Confirm, Glyph, Icon};
use crate::{
    domain::{EntryId, KindName},
    ui::{
        desk::Desk,
        reactive::{Live, Show},
        route::Route,
        words::{problems, shell},
    },
};

/// The buttons at the foot of an entry's screen. What is private by its nature cannot be marked so.
#[component]
pub fn EntryMenu(
    /// The entry.
    #[prop(into)]
    id: EntryId,
    /// What it is called.
    #[prop(into)]
    title: Live<String>,
    /// Where to go when it is removed; none to stay.
    #[prop(optional)]
    after: Option<Route>,
) -> impl IntoView {
    let desk = Desk::get();
    let private = desk.is_private(id);
    let markable = !id.kind().is_for_owner_alone();
    let title = title.look();
    let leave = {
        let after = after.clone();
        move || {
            if let Some(after) = &after {
                desk.go(after);
            }
        }
    };
    let remove = {
        let leave = leave.clone();
        move |_| {
            desk.flush();
            let title = title.get_untracked();
            leave();
            desk.remove(id, &title);
        }
    };
    let asked = RwSignal::new(false);
    let erase = move |()| {
        leave();
        spawn_local(async move {
            let said = match desk.erase_entry(id, shell::erase::done(id.kind())).await {
                Ok((looked, left)) => {
                    let said = shell::erase::looked(looked, left);
                    if desk.with_keeper(|keeper| keeper.reaches_both()) { said } else { shell::erase::in_reach(&said) }
                }
                Err(said) => problems::not_erased(&said),
            };
            desk.say(said, false);
        });
    };
    let what = move || {
        let with_it = desk.notebook.with(|notebook| {
            let gone = notebook.gone_with(id);
            let of = |kind| gone.iter().filter(|it| **it != id && it.kind() == kind).count();
            KindName::ALL.iter().map(|kind| (*kind, of(*kind))).filter(|(_, number)| *number > 0).collect::<Vec<_>>()
        });
        shell::erase::what(&title.get(), &with_it)
    };
    view! {
        <div class="entry-menu">
            {markable.then(|| view! {
                <button
                    type="button" class="button" aria-pressed=move || private.get().to_string()
                    on:click=move |_| desk.set_private(id, &title.get_untracked(), !private.get_untracked())
                >
                    <Icon glyph=Glyph::Lock />
                    {move || if private.get() { shell::private::UNMARK } else { shell::private::MARK }}
                </button>
            })}
            <button type="button" class="button" on:click=remove>
                <Icon glyph=Glyph::Remove />
                {shell::REMOVE}
            </button>
            <Button look="plain" word=shell::erase::ERASE act=move |_| asked.set(true) />
        </div>
        <Confirm
            open=asked title=shell::erase::ASK what=what
            yes=shell::erase::YES no=shell::erase::NO act=erase
        />
    }
}

/// The mark of a private entry, where there is one: marked so, or private by its nature.
#[component]
pub fn PrivateMark(
    /// The entry.
    #[prop(into)]
    id: EntryId,
) -> impl IntoView {
    let (private, always) = (Desk::get().is_private(id), id.kind().is_for_owner_alone());
    view! {
        <Show when=move || always || private.get()>
            <span class="lock"><Icon glyph=Glyph::Lock />{shell::private::IS}</span>
        </Show>
    }
}
