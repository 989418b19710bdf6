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
    domain::Notebook,
    exchange::backup::file_name,
    storage::kept_file::KeptFile,
    ui::{
        desk::Desk,
        parts::{HandOut, PageHead, Section, hand_out::File},
        platform::Moment,
        route::{Place, Route},
        words::{report, share as words, shell},
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
            <Section title=report::PLACE>
                <p>{report::LINK_WHAT}</p>
                <p class="acts"><a class="button" href=Route::Report(None).address()>{report::MY_YEAR}</a></p>
            </Section>
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
    let whole = move || {
        desk.flush();
        Some(File::backup(file_name(desk.today()), desk.notebook.get_untracked()))
    };
    let of = move || desk.notebook.track();
    let done = move |way| {
        desk.prefer(|it| it.backed_up_at = Some(Moment::now().millis));
        desk.say(words::saved(desk.notebook.with_untracked(Notebook::len), way), false);
    };
    view! {
        <p>{words::SAVE_WHAT}</p>
        <p class="small soft">{words::SAVE_WARN}" "{last}</p>
        <HandOut word=words::SAVE file=whole of=of known=Vec::new done=done />
    }
}
