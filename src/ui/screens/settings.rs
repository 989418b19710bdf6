//! What belongs to this device: looks, keys, where things lie, erasing.

use leptos::{prelude::*, task::spawn_local};

mod archive;

use super::Page;
use crate::{
    domain::{EntryId, Notebook},
    insights::titles,
    storage::{Aside, Which, keeper::ROOM_OF_SHELF, preferences::Theme},
    ui::{
        anew::{self, Anew},
        desk::Desk,
        parts::{Button, Choice, Confirm, PageHead, Section, Tick},
        persistence::{self, Promise},
        platform,
        reactive::{Look, Show},
        route::Route,
        start::switch_to,
        words::{dates, names, problems, settings, shell},
    },
};
use archive::Archive;

/// The settings.
#[component]
pub fn SettingsScreen() -> impl IntoView {
    let desk = Desk::get();
    let asides = RwSignal::new(desk.asides());
    spawn_local(async move {
        desk.look_through().await;
        asides.try_set(desk.asides());
    });
    let version = settings::version(env!("CARGO_PKG_VERSION"));
    view! {
        <Page title=shell::SETTINGS>
            <PageHead title=shell::SETTINGS><p class="soft">{settings::PURPOSE}</p></PageHead>
            <Show when=move || asides.with(|it| !it.is_empty())>
                <Section title=settings::ASIDES><Asides asides=asides /></Section>
            </Show>
            <Section title=settings::LOOKS><Looks /></Section>
            <Section title=settings::KEYS><Keys /></Section>
            <Section title=settings::CALENDAR>
                <p>{settings::week_start(dates::weekday_name(desk.week_start()))}</p>
            </Section>
            <Section title=settings::STORAGE><Where /></Section>
            <Section title=settings::archive::TITLE><Archive /></Section>
            <Section title=settings::ERASE><Erase /></Section>
            <Section title=settings::ABOUT>
                <p>{version}</p>
                {(desk.which() == Which::Mine).then(|| view! {
                    <p class="acts"><Button word=settings::EXAMPLE act=move |_| switch_to(Which::Example, &Route::Today) /></p>
                })}
            </Section>
        </Page>
    }
}

/// Light, dark, or as the system says.
#[component]
fn Looks() -> impl IntoView {
    let theme = RwSignal::new(Theme::read());
    let options =
        vec![(Theme::System, settings::SYSTEM), (Theme::Light, settings::LIGHT), (Theme::Dark, settings::DARK)];
    let set = move |chosen: Theme| {
        theme.set(chosen);
        chosen.write();
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-theme", chosen.word());
        }
    };
    view! { <Choice label=settings::THEME options=options value=move || Some(theme.get()) set=set /> }
}

/// Whether single keys are shortcuts.
#[component]
fn Keys() -> impl IntoView {
    let desk = Desk::get();
    let on = Look::new(move || desk.preferences.with(|it| it.single_keys));
    view! {
        <Tick label=settings::SINGLE_KEYS.to_owned() value=on set=move |on| desk.prefer(|it| it.single_keys = on) />
        <p class="small soft">{settings::SINGLE_KEYS_WHY}</p>
    }
}

/// Where the notebook lies, how much room it takes, and what can delete it.
#[component]
fn Where() -> impl IntoView {
    let desk = Desk::get();
    let promise = RwSignal::new(None);
    spawn_local(async move {
        let given = persistence::given().await;
        promise.set(Some(given));
    });
    let ask = move |_| {
        spawn_local(async move {
            let given = persistence::ask().await;
            promise.set(Some(given));
        });
    };
    let used = move || {
        let entries = desk.notebook.with(crate::domain::Notebook::len);
        settings::used(desk.room.get(), ROOM_OF_SHELF, entries)
    };
    let told = move || match promise.get() {
        Some(Promise::Kept) => settings::PROMISE_KEPT,
        Some(Promise::NotKept) => settings::PROMISE_NOT,
        Some(Promise::Unknown) | None => settings::PROMISE_UNKNOWN,
    };
    view! {
        <p>{settings::STORAGE_WHERE}</p>
        <p>{settings::STORAGE_LOST}</p>
        {(!platform::is_secure()).then(|| view! { <p class="note">{settings::NOT_SECURE}</p> })}
        {(platform::is_safari() && !platform::is_installed()).then(|| view! { <p class="note">{settings::SAFARI}</p> })}
        <dl class="facts">
            <dt>{settings::USED}</dt><dd class="num">{used}</dd>
            <dt>{settings::PROMISE}</dt><dd><span role="status">{told}</span></dd>
        </dl>
        <Show when=move || desk.room.get().is_short()>
            <p class="note">{settings::ROOM_SHORT}</p>
        </Show>
        <Show when=move || promise.get() == Some(Promise::NotKept)>
            <p class="acts"><Button word=settings::ASK act=ask /></p>
        </Show>
    }
}

/// What could not be read, with a way to save it, to try again, and to let go of it.
#[component]
fn Asides(asides: RwSignal<Vec<Aside>>) -> impl IntoView {
    let desk = Desk::get();
    let again = move || {
        asides.try_set(desk.asides());
    };
    let asked = RwSignal::new(None::<Aside>);
    let open = RwSignal::new(false);
    let drop = move |()| {
        let Some(aside) = asked.get_untracked() else { return };
        spawn_local(async move {
            if let Err(said) = desk.drop_aside(&aside).await {
                desk.say(problems::not_erased(&said), false);
            }
            again();
            crate::ui::shell::keep_focus();
        });
    };
    let row = move |(number, aside): (usize, Aside)| {
        let kind = aside.id.parse().ok().map(EntryId::kind);
        let title = desk.notebook.with_untracked(|notebook| titles::title_of(notebook, aside.id.parse().ok()?));
        let title = title.map(|title| names::entry(&title, &desk.calendar()));
        let what = problems::aside(kind, title.as_deref(), &aside);
        let named = |act: &str| format!("{act}: {what}");
        let (save_label, retry_label, drop_label) =
            (named(settings::ASIDE_SAVE), named(settings::ASIDE_RETRY), named(settings::ASIDE_DROP));
        let save = {
            let aside = aside.clone();
            move |_| {
                let name = format!("mentorbook-unreadable-{}.txt", number + 1);
                if platform::save_file(&name, &aside.raw.escaped()).is_err() {
                    desk.say(problems::COULD_NOT_SAVE_FILE, false);
                }
            }
        };
        let retry = {
            let aside = aside.clone();
            move |_| {
                let aside = aside.clone();
                spawn_local(async move {
                    let said = match desk.retry(&aside).await {
                        Ok(()) => settings::ASIDE_READ.to_owned(),
                        Err(refusal) => settings::still_unreadable(&problems::reason(&refusal.reason)),
                    };
                    desk.say(said, false);
                    again();
                });
            }
        };
        let why = (problems::reason(&aside.refusal.reason), problems::place(&aside.refusal));
        let ask = move |_| {
            asked.set(Some(aside.clone()));
            open.set(true);
        };
        view! {
            <li class="row settle">
                <div>
                    <p class="what">{what}</p>
                    <p class="why">{why.0}" "{why.1}</p>
                </div>
                <div class="acts">
                    <Button word=settings::ASIDE_SAVE label=save_label act=save />
                    <Button look="plain" word=settings::ASIDE_RETRY label=retry_label act=retry />
                    <Button look="plain" word=settings::ASIDE_DROP label=drop_label act=ask />
                </div>
            </li>
        }
    };
    let rows = move || asides.get().into_iter().enumerate().map(row).collect_view();
    view! {
        <p>{settings::ASIDES_WHAT}</p>
        <ul class="rows">{rows}</ul>
        <Confirm
            open=open title=settings::ASIDE_ASK what=settings::ASIDE_DROP_WHAT
            yes=settings::ASIDE_DROP_YES no=settings::ASIDE_DROP_NO act=drop
        />
    }
}

/// Everything gone, after a clear question.
#[component]
fn Erase() -> impl IntoView {
    let desk = Desk::get();
    let asked = RwSignal::new(false);
    let what = move || {
        let entries = desk.notebook.with(Notebook::len);
        settings::erase_ask(
            entries,
            &shell::status::backup_age(desk.backup_days()),
            desk.backup_days().map_or(0, |_| desk.not_backed_up()),
        )
    };
    let erase = move |()| {
        spawn_local(async move {
            match desk.erase().await {
                Ok(()) => {
                    desk.go(&Route::Today);
                    let all = desk.with_keeper(|keeper| keeper.reaches_both());
                    anew::begin(if all { Anew::Everything } else { Anew::InReach });
                }
                Err(said) => desk.say(problems::not_erased(&said), false),
            }
        });
    };
    view! {
        <p>{settings::ERASE_WHAT}</p>
        <p class="acts"><Button look="danger" word=settings::ERASE act=move |_| asked.set(true) /></p>
        <Confirm
            open=asked title=settings::ERASE_ASK what=what
            yes=settings::ERASE_YES no=settings::ERASE_NO act=erase
            before=|| view! { <p><a href=Route::Share.address()>{settings::ERASE_SAVE_FIRST}</a></p> }
        />
    }
}
