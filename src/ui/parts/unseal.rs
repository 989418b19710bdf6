//! Opening what is sealed, before it is known what is in it.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    Button, Handler,
    passphrase::{KnownPassphrase, Working, work},
    unique,
};
use crate::{
    exchange::sealed::{Answer, Job},
    ui::{
        reactive::Show,
        shell::{focus_when_there, keep_focus_at},
        words::{sealing as words, share},
        workers::{Helper, Program},
    },
};

/// The passphrase of a sealed file, until one opens it.
#[component]
pub fn Unseal(
    /// What it is called.
    name: String,
    /// The file.
    sealed: Arc<[u8]>,
    /// Takes what was in it.
    #[prop(into)]
    opened: Handler<Vec<u8>>,
    /// It stays closed.
    #[prop(into)]
    leave: Handler<()>,
) -> impl IntoView {
    let passphrase = RwSignal::new(String::new());
    let (problem, is_working) = (RwSignal::new(String::new()), RwSignal::new(false));
    let takes = RwSignal::new(None::<u32>);
    let helper = Helper::new(Program::Sealing);
    on_cleanup(move || helper.stop());
    // Several may stand on one page.
    let at = unique("passphrase");
    let (field, ending) = (format!("[data-at={at}]"), format!("[data-at={at}-ends] button"));
    focus_when_there(&field);
    let back = move || keep_focus_at(field.clone());
    let (after, ends) = (back.clone(), format!("{at}-ends"));
    let open = Handler::from(move |()| {
        if is_working.get_untracked() {
            return;
        }
        let typed = passphrase.get_untracked();
        if typed.is_empty() {
            return problem.set(words::OPEN_EMPTY.to_owned());
        }
        problem.set(String::new());
        is_working.set(true);
        focus_when_there(&ending);
        let (opened, back) = (opened.clone(), back.clone());
        work(helper, &Job::Open { passphrase: typed }, &sealed, takes, move |said| {
            if is_working.try_set(false).is_some() {
                return;
            }
            match said {
                Some((Answer::Opened, bytes)) => return opened.run(bytes),
                Some((Answer::NotOpened(why), _)) => problem.set(words::unopened(why)),
                _ => problem.set(words::OPEN_BROKEN.to_owned()),
            }
            back();
        });
    });
    let go = {
        let open = open.clone();
        move |_| open.run(())
    };
    let cancel = move |()| {
        helper.stop();
        is_working.set(false);
        after();
    };
    let leave = move |_| leave.run(());
    view! {
        <div class="inset form" role="region" aria-label=share::PREVIEW>
            <p role="status">{words::is_sealed(&name)}</p>
            <KnownPassphrase text=passphrase at=at problem=problem enter=open />
            <Show when=move || is_working.get()>
                <div data-at=ends.clone()><Working what=words::OPENING takes=takes cancel=cancel.clone() /></div>
            </Show>
            <Show when=move || !is_working.get()>
                <p class="acts">
                    <Button look="main" word=words::OPEN act=go.clone() />
                    <Button word=share::LEAVE act=leave.clone() />
                </p>
            </Show>
        </div>
    }
}
