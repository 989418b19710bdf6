//! What was done lately, how the notebook stood earlier, and going back (K9).

mod earlier;

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use super::{Page, preview::Shown};
use crate::{
    domain::{Change, Day, entry::Held},
    exchange::{Backup, Opening, Preview, preview::opening, rewind::rewind},
    storage::journal::{Remembered, Seq},
    ui::{
        desk::{Desk, Status, Trouble},
        parts::{Button, Empty, PageHead, Section, Select},
        platform::Moment,
        reactive::{Look, Show},
        shell::focus_when_there,
        words::{dates, history, shell},
    },
};
use earlier::Earlier;

/// How many changes the list begins with.
const FIRST: usize = 50;
/// How many the journal remembers at the most.
const ALL: usize = 1000;

/// Where somebody wants to go back to.
#[derive(Clone)]
enum Target {
    /// To before this change, which is called so.
    Before(Seq, String),
    /// To a snapshot, which is called so.
    Snapshot(String, Arc<Backup>),
}

/// The history and the earlier days.
#[component]
pub fn HistoryScreen() -> impl IntoView {
    let target = RwSignal::new(None::<Target>);
    let changes = RwSignal::new(Vec::<Remembered>::new());
    view! {
        <Page title=shell::HISTORY>
            <PageHead title=shell::HISTORY><p class="soft">{history::PURPOSE}</p></PageHead>
            <div data-at="back" tabindex="-1"><GoBack target=target changes=changes /></div>
            <Section title=history::LATELY><Lately target=target changes=changes /></Section>
            <Section title=history::EARLIER><Earlier target=target /></Section>
        </Page>
    }
}

fn go_to(target: RwSignal<Option<Target>>, to: Target) {
    target.set(Some(to));
    focus_when_there("[data-at=back]");
}

/// The last changes as the journal has them.
#[component]
fn Lately(target: RwSignal<Option<Target>>, changes: RwSignal<Vec<Remembered>>) -> impl IntoView {
    let desk = Desk::get();
    let shown = RwSignal::new(FIRST);
    // Read again whenever something became durable.
    Effect::new(move |_| {
        if desk.status.get() != Status::Saving {
            spawn_local(async move {
                let found = desk.history(ALL).await;
                changes.try_set(found);
            });
        }
    });
    let none = move || match desk.status.get() {
        Status::Trouble(Trouble::NotDurable | Trouble::InMemory) => history::NO_JOURNAL,
        _ => history::NONE,
    };
    // The day with whose last change the list begins.
    let from = RwSignal::new(None::<Day>);
    let days = Look::new(move || changes.with(|changes| days_of(changes)));
    let options = Look::new(move || {
        let calendar = desk.calendar();
        days.with(|days| {
            let named = days.iter().map(|(day, count)| (*day, history::day_of(&calendar.near(*day), *count)));
            named.collect::<Vec<_>>()
        })
    });
    let skipped = Look::new(move || {
        let Some(from) = from.get() else { return 0 };
        changes.with(|changes| changes.iter().take_while(|it| Moment::local_of(it.at).0 > from).count())
    });
    let begin_with = move |day| {
        from.set(day);
        shown.set(FIRST);
    };
    let rows = move || {
        let calendar = desk.calendar();
        let changes = changes.get();
        let rows = changes.into_iter().skip(skipped.get()).take(shown.get()).map(|it| {
            let (day, time) = Moment::local_of(it.at);
            let (seq, label) = (it.seq, it.inverse.label);
            let when = format!("{}, {}", calendar.near(day), dates::time(time));
            let named = format!("{}: {label}", history::BEFORE_THIS);
            let to = Target::Before(seq, label.clone());
            view! {
                <li>
                    <time datetime=day.to_string() title=dates::exact(day)>{when}</time>
                    <div>
                        <p>{label}</p>
                        <Button look="plain small" word=history::BEFORE_THIS label=named act=move |_| go_to(target, to.clone()) />
                    </div>
                </li>
            }
        });
        rows.collect_view()
    };
    view! {
        <Show when=move || changes.with(|it| !it.is_empty()) fallback=move || view! { <Empty text=none() /> }>
            <p class="acts"><Button word=history::UNDO_LAST act=move |_| desk.undo() /></p>
            <Show when=move || days.with(|days| days.len() > 1)>
                <Select label=history::FROM options=options none=history::NEWEST value=from set=begin_with />
            </Show>
            <ol class="timeline">{rows}</ol>
            <Show when=move || changes.with(|it| it.len() > skipped.get() + shown.get())>
                <p class="acts"><Button look="plain" word=history::MORE act=move |_| shown.update(|it| *it += FIRST) /></p>
            </Show>
        </Show>
    }
}

/// The days on which something was done, the newest first, and how often.
fn days_of(changes: &[Remembered]) -> Vec<(Day, usize)> {
    let mut days: Vec<(Day, usize)> = Vec::new();
    for change in changes {
        let (day, _) = Moment::local_of(change.at);
        match days.last_mut().filter(|(last, _)| *last == day) {
            Some((_, count)) => *count += 1,
            None => days.push((day, 1)),
        }
    }
    days
}

/// What going back would do, and the question whether to.
#[component]
fn GoBack(target: RwSignal<Option<Target>>, changes: RwSignal<Vec<Remembered>>) -> impl IntoView {
    let desk = Desk::get();
    let planned = Look::new(move || {
        let target = target.get()?;
        let (change, after) = desk.notebook.with(|notebook| match &target {
            Target::Before(seq, label) => {
                let changes = changes.get();
                let since = changes.into_iter().filter(|it| it.seq >= *seq).map(|it| it.inverse);
                let change = rewind(notebook, &since.collect::<Vec<_>>(), history::went_before(label));
                (change, Vec::new())
            }
            Target::Snapshot(name, backup) => {
                let (_, change) = opening(notebook, backup, Opening::Instead, &history::went_to(name));
                (change, backup.held.clone())
            }
        });
        let heading = match &target {
            Target::Before(_, label) => history::going_before(label),
            Target::Snapshot(name, _) => history::going_to(name),
        };
        Some((heading, desk.notebook.with(|notebook| shown(notebook, &change, &after, desk)), change))
    });
    let go = move |_| {
        let Some((_, shown, change)) = planned.get_untracked() else { return };
        target.set(None);
        desk.say(history::done(shown.added.count, shown.changed.count, shown.removed.count), true);
        desk.commit_large(change);
        focus_when_there("main h1");
    };
    let leave = move |_| {
        target.set(None);
        focus_when_there("main h1");
    };
    move || {
        planned.get().map(|(heading, shown, change)| {
            let nothing = change.ops.is_empty();
            view! {
                <div class="inset" role="region" aria-label=history::BACK>
                    <h2>{heading}</h2>
                    <div class="form">
                        {if nothing { view! { <p role="status">{history::BACK_NOTHING}</p> }.into_any() } else { shown.view() }}
                        <p class="small soft">{history::BACK_UNDO}</p>
                        <p class="acts">
                            {(!nothing).then(|| view! { <Button look="main" word=history::BACK_GO act=go /> })}
                            <Button word=history::BACK_LEAVE act=leave />
                        </p>
                    </div>
                </div>
            }
        })
    }
}

fn shown(notebook: &crate::domain::Notebook, change: &Change, after: &[Held], desk: Desk) -> Shown {
    Shown::of(notebook, after, &Preview::of(notebook, &change.ops), &desk.calendar())
}
