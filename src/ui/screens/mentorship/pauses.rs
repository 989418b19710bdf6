//! Days that do not count for the rhythm: holidays and agreed pauses, in one mentorship or in all of them (R2).

use leptos::prelude::*;

use crate::{
    domain::{Change, Day, Id, Mentorship, Notebook, Op, PartId, Pause, Title},
    ui::{
        desk::Desk,
        parts::{
            Adder, Button, DateField, PartTitle, PartsOf, ProposedDay, RowMore, Tick, Unfold, row_more::keep_focus_near,
        },
        reactive::{For, Look, Show},
        words::{changes, mentorship::pauses as words, shell},
    },
};

/// Days that a pause has when nothing is said.
const WEEK: i64 = 7;

fn pauses(id: Id<Mentorship>) -> PartsOf<Mentorship, Pause> {
    PartsOf { id, what: words::PART, read: |it| &it.pauses, write: |it| &mut it.pauses }
}

/// The other mentorships that go on and do not have this pause.
fn others(notebook: &Notebook, id: Id<Mentorship>, pause: &Pause) -> Vec<Id<Mentorship>> {
    let others = notebook.all::<Mentorship>().filter(|(other, it)| *other != id && it.state.is_running());
    others.filter(|(_, it)| !it.pauses.iter().any(|it| it.is_like(pause))).map(|(id, _)| id).collect()
}

/// The steps that write a pause into these mentorships.
fn into(desk: Desk, pause: &Pause, mentorships: &[Id<Mentorship>]) -> Vec<Op> {
    let put = |id: &Id<Mentorship>| {
        let pause = Pause { id: desk.new_part(), ..pause.clone() };
        Op::edit(&*desk.entry_now(id.entry())?, |it: &mut Mentorship| it.pauses.add(pause))
    };
    mentorships.iter().filter_map(put).collect()
}

/// All pauses, and the form for a new one.
#[component]
pub fn Pauses(id: Id<Mentorship>) -> impl IntoView {
    let ids = pauses(id).ids();
    view! {
        <p class="small soft">{words::HELP}</p>
        <Show when=move || ids.with(|ids| !ids.is_empty())>
            <ul class="rows">
                <For each=move || ids.get() key=|part| *part let:part>
                    <PauseRow id=id part=part />
                </For>
            </ul>
        </Show>
        <Unfold title=words::NEW at="new-pause"><NewPause id=id /></Unfold>
    }
}

/// The days, whether it holds everywhere, and last what it is for.
#[component]
fn NewPause(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let from = ProposedDay::new(move || Some(desk.today()));
    let until = ProposedDay::new(move || from.shown.get().map(|from| from.plus(WEEK - 1)));
    let everywhere = RwSignal::new(false);
    let has_others =
        desk.view(move |notebook| notebook.all::<Mentorship>().any(|(other, it)| other != id && it.state.is_running()));
    let add = move |why: Title| {
        let first = from.day().unwrap_or_else(|| desk.today());
        let last = until.day().unwrap_or(first);
        let label = changes::part_added(words::PART, &why);
        let pause = Pause { id: desk.new_part(), place: 0, from: first, until: last, why };
        let mut all = vec![id];
        if everywhere.get_untracked() {
            all.extend(desk.notebook.with_untracked(|notebook| others(notebook, id, &pause)));
        }
        desk.commit(Change { label, ops: into(desk, &pause, &all) });
        from.again();
        until.again();
        everywhere.set(false);
    };
    let backwards = move || from.shown.get() > until.shown.get();
    view! {
        <div class="form">
            <div class="pair">
                <DateField label=words::FROM value=from.shown set=move |day| from.choose(day) />
                <DateField label=words::UNTIL value=until.shown set=move |day| until.choose(day) />
            </div>
            <p class="small soft" role="status">{move || backwards().then_some(words::BACKWARDS)}</p>
            <Show when=move || has_others.get()>
                <Tick label=words::EVERYWHERE value=everywhere set=move |on| everywhere.set(on) />
            </Show>
            <Adder label=words::WHY hint=words::WHY_HINT button=words::GO draft=format!("pause-{id}") add=add />
        </div>
    }
}

/// A pause: what for and when, changed where it stands.
#[component]
fn PauseRow(id: Id<Mentorship>, part: PartId) -> impl IntoView {
    let desk = Desk::get();
    let pauses = pauses(id);
    let why = pauses.title(part);
    let days = pauses.field(part, |it| Some((it.from, it.until)));
    let line = Look::new(move || match days.get() {
        Some((from, until)) if from <= until => words::days(from, until, &desk.calendar()),
        _ => words::BACKWARDS.to_owned(),
    });
    let set = move |field: &'static str, day: Option<Day>, change: fn(&mut Pause, Day)| {
        // A pause always has both days: an emptied field keeps its own.
        if let Some(day) = day {
            pauses.edit(desk, part, changes::changed(field, &why.get_untracked()), |it| change(it, day));
        }
    };
    let pause = move |notebook: &Notebook| notebook.get(id).and_then(|it| it.pauses.get(part)).cloned();
    let left = desk.view(move |notebook| pause(notebook).map_or(0, |it| others(notebook, id, &it).len()));
    let copy = move |_| {
        let found = desk.notebook.with_untracked(|notebook| {
            let pause = pause(notebook)?;
            let others = others(notebook, id, &pause);
            Some((pause, others))
        });
        let Some((pause, others)) = found else { return };
        let label = words::copied(&pause.why, others.len());
        desk.say(label.clone(), true);
        desk.commit(Change { label, ops: into(desk, &pause, &others) });
        crate::ui::shell::keep_focus();
    };
    let more = Look::new(move || words::more(&why.get()));
    view! {
        <li class="row two pause" data-at=part.to_string() tabindex="-1" on:click:capture=keep_focus_near>
            <div>
                <PartTitle of=pauses part=part label=words::ONE many=true />
                <p class="why">{line}</p>
            </div>
            <RowMore label=more>
                <div class="pair">
                    <DateField label=words::FROM value=move || days.get().map(|it| it.0) set=move |day| set(words::FROM, day, |it, day| it.from = day) />
                    <DateField label=words::UNTIL value=move || days.get().map(|it| it.1) set=move |day| set(words::UNTIL, day, |it, day| it.until = day) />
                </div>
                <p class="acts">
                    {move || (left.get() > 0).then(|| view! { <Button word=words::also(left.get()) act=copy /> })}
                    <Button word=shell::REMOVE act=move |_| pauses.remove(desk, part).run(()) />
                </p>
            </RowMore>
        </li>
    }
}
