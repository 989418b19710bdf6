//! What helped, whether it was thanked for, and notes to the one who gave it (R7).

mod facts;
mod write;

use leptos::prelude::*;

use super::super::side_of;
use crate::{
    domain::{Appreciation, Day, Id, Meeting, Mentorship, Text, Title},
    insights::appreciations,
    ui::{
        desk::Desk,
        parts::{
            Adder, Button, Comments, DateField, Days, Empty, EntryMenu, Field, PickGoal, RowMore, Section, Unfold,
            entry_menu::PrivateMark,
            form::{Asked, Form, Kind},
            plain,
            row_more::keep_focus_near,
        },
        reactive::{For, Look, Show},
        route::Route,
        words::{changes, thanks},
    },
};

static HELP: Asked = Asked::new("help", Kind::Title, thanks::HELP, "").in_row();

/// The tab of thanks.
#[component]
pub fn ThanksTab(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let waiting = desk.view(move |notebook| appreciations::waiting(notebook, id));
    let thanked = desk.view(move |notebook| appreciations::thanked(notebook, id));
    let side = desk.view(move |notebook| side_of(notebook, id));
    let count = move || waiting.with(|ids| (!ids.is_empty()).then_some(ids.len()));
    let none = move || view! { <Empty text=thanks::empty(side.get()) /> };
    view! {
        <NewHelp id=id />
        <Section title=thanks::WAITING end=count>
            <Show when=move || waiting.with(|ids| !ids.is_empty()) fallback=none>
                <Rows ids=waiting />
                <p class="small soft">{thanks::ORDER}</p>
            </Show>
        </Section>
        <write::Write id=id side=side />
        <Show when=move || thanked.with(|ids| !ids.is_empty())>
            <details>
                <summary>{move || thanks::thanked(thanked.with(Vec::len))}</summary>
                <Rows ids=thanked />
                <p class="small soft">{thanks::DONE_ORDER}</p>
            </details>
        </Show>
    }
}

#[component]
fn Rows(ids: Look<Vec<Id<Appreciation>>>) -> impl IntoView {
    view! {
        <ol class="timeline">
            <For each=move || ids.get() key=|id| *id plain=plain let:id>
                <HelpRow id=id />
            </For>
        </ol>
    }
}

/// The line for something that helped.
#[component]
fn NewHelp(
    /// The mentorship it belongs to.
    id: Id<Mentorship>,
    /// The meeting at which it was given.
    #[prop(optional)]
    meeting: Option<Id<Meeting>>,
) -> impl IntoView {
    let desk = Desk::get();
    let side = desk.notebook.with_untracked(|notebook| side_of(notebook, id));
    let add = move |help: Title| {
        let today = desk.today();
        let on = desk.notebook.with_untracked(|notebook| notebook.get(meeting?).map(|it| it.on.min(today)));
        let it = Appreciation::new(id, help.clone(), on.unwrap_or(today));
        desk.add(&help, Appreciation { meeting, ..it });
    };
    let draft = format!("help-{}", meeting.map_or_else(|| id.entry(), Id::entry));
    view! {
        <div data-at="new-help">
            <Adder label=thanks::new(side) hint=thanks::new_hint(side) draft=draft add=add />
        </div>
    }
}

/// What helped at a meeting, and the line for more.
#[component]
pub fn HelpAt(
    /// The meeting.
    meeting: Id<Meeting>,
    /// Its mentorship.
    mentorship: Id<Mentorship>,
) -> impl IntoView {
    let ids = Desk::get().view(move |notebook| appreciations::at(notebook, meeting));
    view! {
        <Section title=thanks::AT_MEETING>
            <Show when=move || ids.with(|ids| !ids.is_empty())>
                <Rows ids=ids />
            </Show>
            <Unfold title=thanks::KEEP at="new-help">
                <NewHelp id=mentorship meeting=meeting />
            </Unfold>
        </Section>
    }
}

/// Something that helped, changed where it stands.
#[component]
fn HelpRow(id: Id<Appreciation>) -> impl IntoView {
    let desk = Desk::get();
    let on = desk.field(id, |it: &Appreciation| it.on);
    let help = desk.field(id, |it: &Appreciation| it.help.to_string());
    let became = desk.field(id, |it: &Appreciation| it.became.to_string());
    let waits = desk.field(id, |it: &Appreciation| it.thanked.is_none());
    let take = move |typed: &str| {
        let (text, today) = (Text::typed(typed)?, desk.today());
        let label = changes::changed(thanks::BECAME, &help.get_untracked());
        desk.edit(id, label, |it: &mut Appreciation| it.tell(text, today));
        Ok(())
    };
    let thanked = move |_| {
        let (label, today) = (thanks::thanked_for(&help.get_untracked()), desk.today());
        desk.say(label.clone(), true);
        desk.edit(id, label, |it: &mut Appreciation| it.thank(today, None));
    };
    let named = move || thanks::named(thanks::THANKED_ALREADY, &help.get());
    let more = Look::new(move || thanks::more(&help.get()));
    view! {
        <li class="with-more" data-at=id.to_string() tabindex="-1" on:click:capture=keep_focus_near>
            <Days on=on />
            <div class="form">
                <div>
                    {Form::new(id, help).field(&HELP)}
                    <p class="why"><Facts id=id /></p>
                    <PrivateMark id=id />
                    <Comments id=id />
                </div>
                <Field label=thanks::BECAME value=became take=take many=true hint=thanks::BECAME_HINT draft=format!("became-{id}") />
                <Show when=move || waits.get()>
                    <p><Button look="plain" word=thanks::THANKED_ALREADY label=named act=thanked /></p>
                </Show>
            </div>
            <RowMore label=more><More id=id /></RowMore>
        </li>
    }
}

/// For which goal, at which meeting, thanked when.
#[component]
fn Facts(id: Id<Appreciation>) -> impl IntoView {
    let desk = Desk::get();
    let facts = desk.view(move |notebook| {
        let Some(it) = notebook.get(id) else { return Vec::new() };
        let calendar = desk.calendar();
        let meeting = it.meeting.and_then(|meeting| {
            let day = calendar.short(notebook.get(meeting)?.on);
            Some((thanks::at_meeting(&day), Some(Route::Meeting(meeting).address())))
        });
        let goal =
            it.goal.and_then(|goal| Some((notebook.get(goal)?.title.to_string(), Some(Route::Goal(goal).address()))));
        let thanked = it.thanked.map(|day| (thanks::thanked_on(&calendar.within(day)), None));
        [meeting, goal, thanked].into_iter().flatten().collect::<Vec<_>>()
    });
    move || {
        let facts = facts.get().into_iter().enumerate().map(|(at, (words, link))| {
            let words = match link {
                Some(link) => view! { <a href=link>{words}</a> }.into_any(),
                None => words.into_any(),
            };
            view! { {(at > 0).then_some(" · ")}{words} }
        });
        facts.collect_view()
    }
}

/// When, for which goal, whether it was thanked for; private, removed.
#[component]
fn More(id: Id<Appreciation>) -> impl IntoView {
    let desk = Desk::get();
    let help = desk.field(id, |it: &Appreciation| it.help.to_string());
    let changed = move |field: &str| changes::changed(field, &help.get_untracked());
    let on = desk.field(id, |it: &Appreciation| Some(it.on));
    let goal = desk.field(id, |it: &Appreciation| it.goal);
    let thanked = desk.field(id, |it: &Appreciation| it.thanked.is_some());
    // It always has a day: an emptied field keeps it.
    let set_on = move |day: Option<Day>| {
        desk.edit(id, changed(thanks::DAY), |it: &mut Appreciation| it.on = day.unwrap_or(it.on));
    };
    let set_goal = move |goal| desk.edit(id, changed(thanks::GOAL), |it: &mut Appreciation| it.goal = goal);
    let unthank = move |_| {
        let label = thanks::unthanked(&help.get_untracked());
        desk.say(label.clone(), true);
        desk.edit(id, label, Appreciation::unthank);
    };
    view! {
        <div class="pair">
            <DateField label=thanks::DAY value=on set=set_on />
            <PickGoal label=thanks::GOAL none=thanks::NO_GOAL value=goal set=set_goal />
        </div>
        <Show when=move || thanked.get()>
            <p><Button word=thanks::NOT_YET act=unthank /></p>
        </Show>
        <EntryMenu id=id title=help />
    }
}
