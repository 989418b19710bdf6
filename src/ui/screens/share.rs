//! Share: everything out as one file, and back in.

mod follow;
mod reading;
mod test;

use leptos::{prelude::*, task::spawn_local};

use super::{Page, preview::Shown};
use crate::{
    domain::entry::Held,
    exchange::{
        Backup, Opening, backup,
        preview::{opening, removed_here},
    },
    storage::kept_file::KeptFile,
    ui::{
        desk::{Desk, keeping::header},
        parts::{
            Button, Choice, ChooseFile, PageHead, Section,
            file::{NotRead, not_read},
        },
        platform::{self, Moment},
        reactive::{Look, Show},
        route::Place,
        words::{problems, share, shell},
    },
};
use follow::Follow;
use reading::read_backup;
use test::Test;

/// How far the opening of a file has come.
#[derive(Clone, Default)]
enum Stage {
    /// No file was chosen.
    #[default]
    None,
    /// It is read.
    Reading,
    /// It was not taken.
    NotRead(NotRead),
    /// It is right, and waits for a yes.
    Ready { name: String, backup: std::sync::Arc<Backup> },
}

/// Files in and out.
#[component]
pub fn ShareScreen() -> impl IntoView {
    view! {
        <Page title=shell::place(Place::Share)>
            <PageHead title=shell::place(Place::Share)><p class="soft">{share::PURPOSE}</p></PageHead>
            <Section title=share::SAVE><Save /></Section>
            {KeptFile::is_possible().then(|| view! { <Section title=share::file::TITLE><Follow /></Section> })}
            <Section title=share::test::TITLE><Test /></Section>
            <Section title=share::OPEN><Open /></Section>
        </Page>
    }
}

/// Everything as one file.
#[component]
fn Save() -> impl IntoView {
    let desk = Desk::get();
    let last = move || match desk.preferences.with(|it| it.backed_up_at) {
        None => share::NEVER.to_owned(),
        Some(at) => share::saved_on(&desk.calendar().ago(Moment::local_of(at).0)),
    };
    view! {
        <p>{share::SAVE_WHAT}</p>
        <p class="small soft">{share::SAVE_WARN}" "{last}</p>
        <p class="acts"><Button look="main" word=share::SAVE act=move |_| save(desk) /></p>
    }
}

fn save(desk: Desk) {
    desk.flush();
    let (text, entries) = desk.notebook.with_untracked(|notebook| (backup::write(notebook, &header()), notebook.len()));
    match platform::save_file(&backup::file_name(desk.today()), &text) {
        Ok(()) => {
            desk.prefer(|it| it.backed_up_at = Some(Moment::now().millis));
            desk.say(share::saving(entries), false);
        }
        Err(_) => desk.say(problems::COULD_NOT_SAVE_FILE, false),
    }
}

/// A file, checked whole and shown before anything happens.
#[component]
pub fn Open() -> impl IntoView {
    let stage = RwSignal::new(Stage::default());
    let desk = Desk::get();
    let choose = move |file| spawn_local(read(desk, file, stage));
    let shown = move || match stage.get() {
        Stage::None => ().into_any(),
        Stage::Reading => view! { <p class="soft" role="status">{share::READING}</p> }.into_any(),
        Stage::NotRead(why) => not_read(&why),
        Stage::Ready { name, backup } => view! { <Ready name=name backup=backup stage=stage /> }.into_any(),
    };
    view! {
        <p>{share::OPEN_WHAT}</p>
        <ChooseFile label=share::CHOOSE accept=share::JSON_FILES choose=choose />
        {shown}
    }
}

async fn read(desk: Desk, file: web_sys::File, stage: RwSignal<Stage>) {
    stage.set(Stage::Reading);
    stage.set(match read_backup(desk, &file).await {
        Ok(backup) => Stage::Ready { name: file.name(), backup: backup.into() },
        Err(why) => Stage::NotRead(why),
    });
}

/// What opening it would do, and the question whether to.
#[component]
fn Ready(name: String, backup: std::sync::Arc<Backup>, stage: RwSignal<Stage>) -> impl IntoView {
    let desk = Desk::get();
    let entries = backup.held.iter().filter(|held| matches!(held, Held::Entry(_))).count();
    let saved: String = backup.header.saved.chars().take(10).collect();
    let saved = saved.parse().map_or(saved, |day| untrack(|| desk.calendar().within(day)));
    let label = share::opened(&name);
    let removed = desk.notebook.with_untracked(|it| removed_here(it, &backup).count());
    let something_was_removed = removed > 0;
    // A file most of which was removed here, such as an archive, is opened to bring that back.
    let how = RwSignal::new(if 2 * removed > entries { Opening::Back } else { Opening::Together });
    let planned = Look::new(move || {
        let how = how.get();
        desk.notebook.with(|notebook| {
            let (preview, change) = opening(notebook, &backup, how, &label);
            (Shown::of(notebook, &backup.held, &preview, &desk.calendar()), change)
        })
    });
    let nothing = move || planned.with(|(_, change)| change.ops.is_empty());
    let leave = move |_| {
        stage.set(Stage::None);
        crate::ui::shell::keep_focus();
    };
    let go = move |_| {
        let (shown, change) = planned.get_untracked();
        desk.say(share::done(shown.added.count, shown.changed.count, shown.removed.count), true);
        desk.prefer(|it| it.welcomed = true);
        desk.commit_large(change);
        stage.set(Stage::None);
        // The first visit has nothing left to ask.
        if desk.route.with_untracked(|route| *route == crate::ui::route::Route::Welcome) {
            desk.go(&crate::ui::route::Route::Today);
        }
        crate::ui::shell::keep_focus();
    };
    let mut options = vec![(Opening::Together, share::TOGETHER), (Opening::Instead, share::INSTEAD)];
    if something_was_removed {
        options.insert(1, (Opening::Back, share::BACK));
    }
    let explained = move || match how.get() {
        Opening::Together => share::TOGETHER_WHAT,
        Opening::Back => share::BACK_WHAT,
        Opening::Instead => share::INSTEAD_WHAT,
    };
    view! {
        <div class="inset" role="region" aria-label=share::PREVIEW>
            <h3>{share::file(&name, entries, &saved)}</h3>
            <div class="form">
                <Choice label=share::HOW options=options value=move || Some(how.get()) set=move |chosen| how.set(chosen) />
                <p class="small soft">{explained}</p>
                {move || planned.with(|(shown, _)| shown.view())}
                <p role="status">{move || nothing().then_some(if something_was_removed { share::NOTHING_BUT_REMOVED } else { share::NOTHING_TO_DO })}</p>
                <p class="acts">
                    <Show when=move || !nothing()>
                        <Button look="main" word=share::GO act=go />
                    </Show>
                    <Button word=share::LEAVE act=leave />
                </p>
            </div>
        </div>
    }
}
