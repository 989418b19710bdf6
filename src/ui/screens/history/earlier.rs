//! The snapshots: how the notebook stood on earlier days.

use leptos::{prelude::*, task::spawn_local};

use super::{Target, go_to};
use crate::{
    domain::Notebook,
    exchange::preview::between,
    storage::{
        Raw,
        snapshots::{Snapshot, Why},
    },
    ui::{
        desk::Desk,
        parts::{Button, Confirm, Empty},
        platform,
        reactive::Show,
        words::{history, problems},
    },
};

/// What is different from the snapshot before, by number; none while it is not known.
type Differences = Vec<(u64, (usize, usize, usize))>;

/// The list of them, newest first.
#[component]
pub(super) fn Earlier(target: RwSignal<Option<Target>>) -> impl IntoView {
    let desk = Desk::get();
    let (all, differences) = (RwSignal::new(Vec::<Snapshot>::new()), RwSignal::new(Differences::new()));
    let read = move || spawn_local(read(desk, all, differences));
    read();
    let asked = RwSignal::new(false);
    let let_go = move |numbers: Vec<u64>| {
        spawn_local(async move {
            if let Err(problem) = desk.drop_snapshots(numbers).await {
                desk.say(problems::not_erased(&problem.to_string()), false);
            }
            read();
        });
    };
    let let_old_go = move |()| {
        let numbers: Vec<u64> = all.with_untracked(|all| all.iter().map(|it| it.number).collect());
        let newest = numbers.iter().max().copied();
        let_go(numbers.into_iter().filter(|it| Some(*it) != newest).collect());
    };
    let rows = move || {
        let rows = all.get().into_iter().rev().map(|snapshot| {
            let number = snapshot.number;
            let name = called(&snapshot, desk);
            let since = move || differences.with(|all| {
                let found = all.iter().find(|(it, _)| *it == number);
                found.map(|(_, since)| format!(" · {}", history::since(*since)))
            });
            let named = |what: &str| format!("{what}: {name}");
            let (show_label, save_label, drop_label) = (named(history::SHOW), named(history::SAVE), named(history::DROP));
            let show = {
                let name = name.clone();
                move |_| spawn_local(show(desk, target, number, name.clone()))
            };
            let is_copy = matches!(snapshot.head.why, Why::Format(_));
            let drop = move |_| let_go(vec![number]);
            view! {
                <li class="row two">
                    <div>
                        <p class="what">{name}</p>
                        <p class="why num">{history::holds(snapshot.head.entries, snapshot.head.size)}{since}</p>
                    </div>
                    <div class="acts">
                        <Button word=history::SHOW label=show_label act=show />
                        <Button look="plain" word=history::SAVE label=save_label act=move |_| spawn_local(save(desk, number)) />
                        {is_copy.then(|| view! {
                            <Button look="plain" word=history::DROP label=drop_label act=drop />
                        })}
                    </div>
                </li>
            }
        });
        rows.collect_view()
    };
    let taken = move || all.with(|all| history::taken(all.len(), all.iter().map(|it| it.head.size).sum()));
    view! {
        <p class="small soft">{history::EARLIER_WHAT}</p>
        <Show when=move || all.with(|all| !all.is_empty()) fallback=|| view! { <Empty text=history::EARLIER_NONE /> }>
            <ul class="rows">{rows}</ul>
            <p class="small soft num">{taken}</p>
            <Show when=move || all.with(|all| all.len() > 1)>
                <p class="acts"><Button look="plain" word=history::DROP_OLD act=move |_| asked.set(true) /></p>
            </Show>
        </Show>
        <Confirm
            open=asked title=history::DROP_ASK what=history::DROP_WHAT
            yes=history::DROP_YES no=history::DROP_NO act=let_old_go
        />
    }
}

fn called(snapshot: &Snapshot, desk: Desk) -> String {
    let day = untrack(|| desk.calendar().near(snapshot.head.day));
    match &snapshot.head.why {
        Why::Day => history::day_began(&day),
        Why::Before(label) => history::before(&day, label),
        Why::Format(version) => history::older(&day, *version),
    }
}

/// Reads the list at once, and then, one by one, what is different in each.
async fn read(desk: Desk, all: RwSignal<Vec<Snapshot>>, differences: RwSignal<Differences>) {
    let found = desk.snapshots().await;
    let numbers: Vec<u64> = found.iter().map(|it| it.number).collect();
    if all.try_set(found).is_some() {
        return;
    }
    let mut before: Option<Notebook> = None;
    for number in numbers {
        let now: Option<Notebook> =
            desk.read_snapshot(number).await.ok().map(|backup| backup.held.into_iter().collect());
        if let (Some(before), Some(now)) = (&before, &now) {
            let difference = between(before, now);
            if differences.try_update(|it| it.push((number, difference))).is_none() {
                // The screen is gone.
                return;
            }
        }
        before = now;
    }
}

async fn show(desk: Desk, target: RwSignal<Option<Target>>, number: u64, name: String) {
    match desk.read_snapshot(number).await {
        Ok(backup) => go_to(target, Target::Snapshot(name, backup.into())),
        Err(_) => desk.say(history::UNREADABLE, false),
    }
}

async fn save(desk: Desk, number: u64) {
    let text = match desk.snapshot_text(number).await {
        Some(Raw::Text(text)) => text,
        Some(raw @ Raw::Units(_)) => raw.escaped(),
        None => return desk.say(history::UNREADABLE, false),
    };
    if platform::save_file(&format!("mentorbook-snapshot-{number}.json"), &text).is_err() {
        desk.say(problems::COULD_NOT_SAVE_FILE, false);
    }
}
