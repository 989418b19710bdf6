//! What others gave one to read, as it lies in this browser.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{Id, Share},
    storage::Which,
    ui::{
        desk::Desk,
        given,
        parts::{Button, Confirm, Section},
        reactive::Show,
        route::Route,
        shell::keep_focus,
        start::switch_to,
        words::{
            problems,
            sharing::{
                counted,
                reading::{self, given as words},
                sheet::counts,
            },
        },
    },
};

/// Each of them, if there are any.
#[component]
pub fn Given() -> impl IntoView {
    let desk = Desk::get();
    let calendar = untrack(|| desk.calendar());
    let all = RwSignal::new(given::all());
    let asked = RwSignal::new(false);
    let which = RwSignal::new(None::<(Id<Share>, String)>);
    let forget = move |()| {
        let Some((id, _)) = which.get_untracked() else { return };
        spawn_local(async move {
            match given::forget(id).await {
                Ok(()) => desk.say(reading::FORGOTTEN, false),
                Err(said) => desk.say(problems::not_erased(&said), false),
            }
            all.set(given::all());
            keep_focus();
        });
    };
    let what = move || reading::forget_what(&which.get().map(|(_, from)| from).unwrap_or_default());
    let rows = move || {
        let all = all.get();
        let rows = all.into_iter().map(|(id, share)| {
            let from = share.from.to_string();
            let about = format!("{}: {}", calendar.within(share.on), counted(&counts(&share)));
            let read = move |_| switch_to(Which::Given(id), &Route::Today);
            let ask = {
                let from = from.clone();
                move |_| {
                    which.set(Some((id, from.clone())));
                    asked.set(true);
                }
            };
            view! {
                <li class="row two">
                    <div>
                        <p class="what">{words::from(&from)}</p>
                        <p class="why">{crate::ui::words::capital(&about)}</p>
                    </div>
                    <p class="acts">
                        <Button word=words::READ label=words::read(&from) act=read />
                        <Button look="plain" word=words::FORGET label=words::forget(&from) act=ask />
                    </p>
                </li>
            }
        });
        rows.collect_view()
    };
    view! {
        <Show when=move || all.with(|all| !all.is_empty())>
            <Section title=words::TITLE>
                <p>{words::WHAT}</p>
                <ul class="rows">{rows}</ul>
            </Section>
        </Show>
        <Confirm
            open=asked title=reading::FORGET_ASK what=what
            yes=reading::FORGET_YES no=reading::FORGET_NO act=forget
        />
    }
}
