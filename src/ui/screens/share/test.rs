//! Testing a backup without opening it.

use leptos::{prelude::*, task::spawn_local};

use super::reading::read_backup;
use crate::{
    domain::Notebook,
    exchange::preview::between,
    ui::{desk::Desk, parts::ChooseFile, words::share},
};

/// Whether a file opens, and whether it says what the notebook says: nothing is changed by that.
#[component]
pub(super) fn Test() -> impl IntoView {
    let desk = Desk::get();
    let said = RwSignal::new(None::<String>);
    let read = move |file: web_sys::File| {
        spawn_local(async move {
            said.set(Some(share::READING.to_owned()));
            let name = file.name();
            let text = match read_backup(desk, &file).await {
                Err(why) => share::test::refused(&name, &why.in_words()),
                Ok(backup) => {
                    let there: Notebook = backup.held.into_iter().collect();
                    let difference = desk.notebook.with_untracked(|here| between(&there, here));
                    share::test::opens(&name, there.len(), difference)
                }
            };
            said.set(Some(text));
        });
    };
    view! {
        <p>{share::test::WHAT}</p>
        <ChooseFile label=share::test::CHOOSE accept=share::JSON_FILES choose=read />
        <p role="status">{said}</p>
    }
}
