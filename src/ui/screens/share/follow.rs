//! A file that follows the notebook by itself.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    exchange::backup,
    storage::kept_file::FileProblem,
    ui::{
        desk::{Desk, kept_file::Following},
        parts::Button,
        shell::focus_when_there,
        words::share,
    },
};

/// How things stand with it, and choosing it.
#[component]
pub(super) fn Follow() -> impl IntoView {
    let desk = Desk::get();
    let choose = move |_| {
        let suggested = backup::file_name(desk.today()).replace(&desk.today().to_string(), "notebook");
        spawn_local(desk.choose_file(suggested));
    };
    let allow = move |_| spawn_local(desk.allow_file());
    let leave = move |_| {
        spawn_local(async move {
            desk.leave_file().await;
            // The button leaves the page, and the focus with it.
            focus_when_there("[data-at=follow] button");
        });
    };
    let stands = move || {
        let chosen = || view! { <Button look="plain" word=share::file::LEAVE act=leave /> };
        let other = || view! { <Button word=share::file::OTHER act=choose /> };
        match desk.following.get() {
            Following::None => view! {
                <p class="acts"><Button word=share::file::CHOOSE act=choose /></p>
            }
            .into_any(),
            Following::Follows(name) => view! {
                <p role="status">{share::file::follows(&name)}</p>
                <p class="acts">{other()}{chosen()}</p>
            }
            .into_any(),
            Following::Stopped(name, problem) => view! {
                <p class="note" role="status">{share::file::stopped(&name, &problem)}</p>
                <p class="acts">
                    {(problem == FileProblem::NotAllowed).then(|| view! {
                        <Button look="main" word=share::file::ALLOW act=allow />
                    })}
                    {other()}{chosen()}
                </p>
            }
            .into_any(),
        }
    };
    view! {
        <p>{share::file::WHAT}</p>
        <div data-at="follow">{stands}</div>
    }
}
