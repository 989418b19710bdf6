//! Share: everything out as one file, and back in.

mod backup;
mod follow;
mod given;
mod open;
mod reading;
mod received;
mod reply;
mod test;
mod with;

use leptos::prelude::*;

pub use given::Given;
pub use open::Open;

use super::Page;
use crate::{
    exchange::backup as file,
    storage::kept_file::KeptFile,
    ui::{
        desk::{Desk, keeping::header},
        parts::{Button, PageHead, Section},
        platform::{self, Moment},
        route::Place,
        words::{problems, share as words, shell},
    },
};
use follow::Follow;
use test::Test;
use with::With;

/// Files in and out.
#[component]
pub fn ShareScreen() -> impl IntoView {
    view! {
        <Page title=shell::place(Place::Share)>
            <PageHead title=shell::place(Place::Share)><p class="soft">{words::PURPOSE}</p></PageHead>
            <With />
            <Section title=words::OPEN><Open /></Section>
            <Given />
            <Section title=words::SAVE><Save /></Section>
            {KeptFile::is_possible().then(|| view! { <Section title=words::file::TITLE><Follow /></Section> })}
            <Section title=words::test::TITLE><Test /></Section>
        </Page>
    }
}

/// Everything as one file.
#[component]
fn Save() -> impl IntoView {
    let desk = Desk::get();
    let last = move || match desk.preferences.with(|it| it.backed_up_at) {
        None => words::NEVER.to_owned(),
        Some(at) => words::saved_on(&desk.calendar().ago(Moment::local_of(at).0)),
    };
    view! {
        <p>{words::SAVE_WHAT}</p>
        <p class="small soft">{words::SAVE_WARN}" "{last}</p>
        <p class="acts"><Button look="main" word=words::SAVE act=move |_| save(desk) /></p>
    }
}

fn save(desk: Desk) {
    desk.flush();
    let (text, entries) = desk.notebook.with_untracked(|notebook| (file::write(notebook, &header()), notebook.len()));
    match platform::save_file(&file::file_name(desk.today()), &text) {
        Ok(()) => {
            desk.prefer(|it| it.backed_up_at = Some(Moment::now().millis));
            desk.say(words::saving(entries), false);
        }
        Err(_) => desk.say(problems::COULD_NOT_SAVE_FILE, false),
    }
}
