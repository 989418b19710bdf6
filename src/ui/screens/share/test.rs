//! Testing a backup without opening it.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use super::reading::read_backup;
use crate::{
    domain::Notebook,
    exchange::{
        backup::MOST_BYTES,
        preview::between,
        recognise::is_no_backup,
        sealed::{is_sealed, most_bytes},
    },
    ui::{
        desk::Desk,
        parts::{ChooseFile, Handler, Unseal, file::bytes_of},
        shell::keep_focus_at,
        words::share,
    },
};

/// Whether a file opens, and whether it says what the notebook says: nothing is changed by that.
#[component]
pub(super) fn Test() -> impl IntoView {
    let desk = Desk::get();
    let said = RwSignal::new(None::<String>);
    let sealed = RwSignal::new(None::<(String, Arc<[u8]>)>);
    let look = move |name: &str, bytes: &[u8]| {
        said.set(Some(match read_backup(desk, bytes) {
            Err(_) if is_no_backup(bytes) => share::test::no_backup(name),
            Err(why) => share::test::refused(name, &why.in_words()),
            Ok(backup) => {
                let there: Notebook = backup.held.into_iter().collect();
                let difference = desk.notebook.with_untracked(|here| between(&there, here));
                share::test::opens(name, there.len(), difference)
            }
        }));
    };
    let read = move |file: web_sys::File| {
        spawn_local(async move {
            sealed.set(None);
            said.set(Some(share::READING.to_owned()));
            let name = file.name();
            match bytes_of(&file, most_bytes(MOST_BYTES)).await {
                Err(why) => said.set(Some(share::test::refused(&name, &why.in_words()))),
                Ok(bytes) if is_sealed(&bytes) => {
                    said.set(None);
                    sealed.set(Some((name, bytes.into())));
                }
                Ok(bytes) => look(&name, &bytes),
            }
        });
    };
    let leave = Handler::from(move |()| {
        sealed.set(None);
        keep_focus_at("[data-at=tested]");
    });
    let unseal = move || {
        let (name, bytes) = sealed.get()?;
        let called = name.clone();
        let opened = move |bytes: Vec<u8>| {
            sealed.set(None);
            look(&called, &bytes);
            keep_focus_at("[data-at=tested]");
        };
        Some(view! { <Unseal name=name sealed=bytes opened=opened leave=leave.clone() /> })
    };
    view! {
        <p>{share::test::WHAT}</p>
        <ChooseFile label=share::test::CHOOSE accept=share::BACKUPS choose=read />
        {unseal}
        <p role="status" data-at="tested" tabindex="-1">{said}</p>
    }
}
