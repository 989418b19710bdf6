//! Mentorships that have ended, moved into files of their own to make room.

use std::collections::BTreeSet;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{Change, EntryId, Id, Mentorship, MentorshipState},
    exchange::archive::part_of,
    storage::stored,
    ui::{
        desk::{Desk, backup::written},
        parts::{Button, Empty},
        platform,
        reactive::Show,
        screens::name_of,
        words::{problems, settings::archive},
    },
};

/// A mentorship that has ended, and what goes with it.
#[derive(Clone, PartialEq)]
struct Ended {
    id: Id<Mentorship>,
    name: String,
    entries: usize,
    units: usize,
}

/// The list of them.
#[component]
pub(super) fn Archive() -> impl IntoView {
    let desk = Desk::get();
    let ended = desk.view(|notebook| {
        let ended = notebook.all::<Mentorship>().filter(|(_, it)| it.state != MentorshipState::Running);
        let ended = ended.map(|(id, _)| {
            let ids = notebook.gone_with(id.entry());
            let held = ids.iter().filter_map(|id| notebook.held(*id));
            let units = held.map(|held| stored::seal(&held).encode_utf16().count()).sum();
            Ended { id, name: name_of(notebook, id), entries: ids.len(), units }
        });
        ended.collect::<Vec<_>>()
    });
    let saved = RwSignal::new(BTreeSet::<EntryId>::new());
    let rows = move || {
        let rows = ended.get().into_iter().map(|it| {
            let entry = it.id.entry();
            let save = move |_| {
                desk.flush();
                let part = desk.notebook.with_untracked(|notebook| part_of(notebook, &notebook.gone_with(entry)));
                spawn_local(async move {
                    let text = written(&part).await;
                    match platform::save_file(&archive::file_name(&desk.today().to_string()), &text) {
                        Ok(()) => {
                            let _ = saved.try_update(|saved| saved.insert(entry));
                            desk.say(archive::SAVED, false);
                        }
                        Err(_) => desk.say(problems::COULD_NOT_SAVE_FILE, false),
                    }
                });
            };
            let label = archive::archived(&it.name);
            let remove = move |_| {
                let ops = desk.notebook.with_untracked(|notebook| notebook.removal(entry));
                desk.say(label.clone(), true);
                desk.commit_large(Change { label: label.clone(), ops });
                crate::ui::shell::keep_focus();
            };
            let (save_label, remove_label) =
                (format!("{}: {}", archive::SAVE, it.name), format!("{}: {}", archive::REMOVE, it.name));
            view! {
                <li class="row two">
                    <div><p class="what">{it.name}</p><p class="why num">{archive::holds(it.entries, it.units)}</p></div>
                    <div class="acts">
                        <Button word=archive::SAVE label=save_label act=save />
                        // Only what was saved can go.
                        <Show when=move || saved.with(|saved| saved.contains(&entry))>
                            <Button look="plain" word=archive::REMOVE label=remove_label.clone() act=remove.clone() />
                        </Show>
                    </div>
                </li>
            }
        });
        rows.collect_view()
    };
    view! {
        <p class="small soft">{archive::WHAT}</p>
        <Show when=move || ended.with(|it| !it.is_empty()) fallback=|| view! { <Empty text=archive::NONE /> }>
            <ul class="rows">{rows}</ul>
        </Show>
    }
}
