//! The end of a mentorship: what is open is settled, what came of it kept, thanks said, the door left open (H5).

use leptos::prelude::*;

use super::{Existing, Page, mentorship::reached_goals, name_of};
use crate::{
    domain::{
        Action, ActionState, Answer, Change, Channel, CheckIn, Day, Direction, Id, Line, Meeting, MeetingState,
        Mentorship, MentorshipState, Notebook, Op, Owner, Side, Text, Title, Who,
    },
    insights::closing::closing,
    ui::{
        desk::Desk,
        parts::{
            Button, Choice, DateField, Empty, Field, PageHead, ProposedDay, Section, SendText, draft,
            form::{Asked, Form, Kind},
            send_text::mail_of,
        },
        reactive::{For, Look, Show},
        route::{Place, Route, Tab},
        shell::focus_when_there,
        words::{
            closing as words,
            dates::Calendar,
            mentorship::{about, actions},
        },
    },
};

pub static RESULTS: Asked = Asked::new("results", Kind::Text, words::RESULTS, words::RESULTS_HINT).quiet();
static TOUCH: Asked = Asked::new("keep_in_touch", Kind::Day, words::TOUCH_ON, "");

/// What is decided of an action item, and not done yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Done,
    Dropped,
    Kept,
}

type Fates = RwSignal<Vec<(Id<Action>, Fate)>>;

/// The end of a mentorship.
#[component]
pub fn ClosingScreen(id: Id<Mentorship>) -> impl IntoView {
    view! { <Existing id=id><Whole id=id /></Existing> }
}

#[component]
fn Whole(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let name = desk.view(move |notebook| name_of(notebook, id));
    let title = Look::new(move || words::heading(&name.get()));
    let running = desk.field(id, |it: &Mentorship| it.state.is_running());
    let page = Route::Mentorship(id, Tab::default()).address();
    let to_page = page.clone();
    let above = move || view! { <a href=page.clone()>{name}</a> };
    let fates: Fates = RwSignal::new(Vec::new());
    let ended = move || view! { <p>{words::ENDED_ALREADY}</p><p class="acts"><a class="button" href=to_page.clone()>{words::SEE}</a></p> };
    view! {
        <Page title=title>
            <PageHead title=title above=above><p class="soft">{words::PURPOSE}</p></PageHead>
            <Show when=move || running.get() fallback=ended>
                <Section title=words::OPEN><Open id=id fates=fates /></Section>
                <Section title=words::RESULTS><Results id=id /></Section>
                <Section title=words::THANKS><Thanks id=id /></Section>
                <Section title=words::TOUCH><Touch id=id /></Section>
                <Section title=words::NEXT><Next id=id /></Section>
                <Section title=words::END><End id=id fates=fates /></Section>
            </Show>
        </Page>
    }
}

/// Each open action item, to be decided about.
#[component]
fn Open(id: Id<Mentorship>, fates: Fates) -> impl IntoView {
    let desk = Desk::get();
    let open = desk.view(move |notebook| closing(notebook, id, desk.today()).open);
    view! {
        <Show when=move || open.with(|open| !open.is_empty()) fallback=|| view! { <Empty text=words::NONE_OPEN /> }>
            <p class="small soft">{words::OPEN_HELP}</p>
            <ul class="rows">
                <For each=move || open.get() key=|id| *id let:action>
                    <OpenRow action=action fates=fates />
                </For>
            </ul>
        </Show>
    }
}

#[component]
fn OpenRow(action: Id<Action>, fates: Fates) -> impl IntoView {
    let desk = Desk::get();
    let facts = desk.view(move |notebook| {
        let it = notebook.get(action)?;
        Some((it.title.to_string(), actions::facts(it.owner, None, it.due, &it.state, &desk.calendar())))
    });
    let owner = desk.notebook.with_untracked(|notebook| notebook.get(action).map(|it| it.owner));
    let mut options = vec![(Fate::Done, words::DONE), (Fate::Dropped, words::DROP)];
    if owner == Some(Owner::Me) {
        options.push((Fate::Kept, words::KEEP));
    }
    let chosen = move || fates.with(|fates| fates.iter().find(|(id, _)| *id == action).map(|(_, fate)| *fate));
    let choose = move |fate| {
        fates.update(|fates| {
            fates.retain(|(id, _)| *id != action);
            fates.push((action, fate));
        });
    };
    let title = desk.field(action, |it: &Action| it.title.to_string());
    view! {
        <li class="row settle" data-at=action.to_string() tabindex="-1">
            <div>
                <p class="what">{title}</p>
                <p class="why">{move || facts.get().map(|(_, facts)| facts)}</p>
            </div>
            <Choice label=title.get_untracked() quiet=true options=options value=chosen set=choose />
        </li>
    }
}

/// What came of it, and the goals that were reached.
#[component]
fn Results(id: Id<Mentorship>) -> impl IntoView {
    let name = Desk::get().view(move |notebook| name_of(notebook, id));
    view! {
        {Form::new(id, name).field(&RESULTS)}
        {reached_goals(id)}
    }
}

/// What is known for thanks. What is private stands in none (R6).
fn facts(notebook: &Notebook, id: Id<Mentorship>, calendar: &Calendar) -> Option<words::Thanks> {
    let it = notebook.get(id)?;
    let found = closing(notebook, id, calendar.today);
    let taken = found.taken.and_then(|id| notebook.get(id));
    let named = found.reached.iter().filter(|id| notebook.may_be_named(id.entry()));
    let facts = words::Thanks {
        with: name_of(notebook, id),
        guiding: false,
        since: calendar.short(it.since),
        held: found.held,
        results: it.results.to_string(),
        reached: named.filter_map(|id| Some(notebook.get(*id)?.title.to_string())).collect(),
        taken: taken.map(|it| (it.text.to_string(), it.done_about_it.to_string())),
    };
    Some(facts.on(it.side))
}

/// What somebody changed of the words of thanks, until it has ended.
fn farewell(desk: Desk, id: Id<Mentorship>) -> draft::Typed {
    draft::typed(desk, &format!("farewell-{id}"))
}

/// Thanks, drafted and changed freely; copied, mailed, noted as said.
#[component]
fn Thanks(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let typed = farewell(desk, id);
    let drafted = desk.view(move |notebook| {
        facts(notebook, id, &desk.calendar()).map(|facts| words::thanks(&facts)).unwrap_or_default()
    });
    // What was said today, as it was said.
    let said = desk.view(move |notebook| {
        let ours = |it: &CheckIn| it.on == desk.today() && &*it.about == words::SAID_ABOUT;
        notebook.pointing::<CheckIn>(id).find(|(_, it)| ours(it)).map(|(_, it)| it.text.to_string())
    });
    let text = Look::new(move || {
        let own = typed.text.get();
        if own.is_empty() { said.get().unwrap_or_else(|| drafted.get()) } else { own }
    });
    let take = move |written: &str| {
        typed.text.set(written.to_owned());
        Ok(())
    };
    let to = desk.view(move |notebook| mail_of(notebook.get(id).and_then(|it| notebook.get(it.person))));
    let note = move |_| {
        desk.flush();
        let Ok(about) = Title::new(words::SAID_ABOUT) else { return };
        let channel = desk.notebook.with_untracked(|notebook| notebook.get(id).and_then(|it| it.channel));
        let check_in = CheckIn {
            mentorship: id,
            on: desk.today(),
            channel: channel.unwrap_or(Channel::Message),
            direction: Direction::FromMe,
            about,
            text: Text::new(text.get_untracked()).unwrap_or_default(),
            answer: Answer::NotNeeded,
        };
        desk.say(words::SAID_IS, true);
        desk.add(words::SAID_ABOUT, check_in);
        focus_when_there("[data-at=thanks]");
    };
    view! {
        <div class="form">
            <p class="small soft">{words::THANKS_HELP}</p>
            <Field label=words::THANKS_TEXT value=text take=take many=true at="thanks" />
            <p class="acts">
                <SendText text=text subject=move || words::SUBJECT.to_owned() to=to mail=true />
                <Show when=move || said.with(Option::is_none) fallback=|| view! { <span class="tag">{words::SAID_IS}</span> }>
                    <Button word=words::SAID act=note />
                </Show>
                <Show when=move || typed.text.with(|text| !text.is_empty())>
                    <Button look="plain" word=words::AGAIN act=move |_| { typed.sent(); focus_when_there("[data-at=thanks]"); } />
                </Show>
            </p>
        </div>
    }
}

/// The day on which one writes again.
#[component]
pub fn Touch(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let name = desk.view(move |notebook| name_of(notebook, id));
    let set = move |months: u32| {
        let on = desk.today().plus_months(months);
        let label = crate::ui::words::changes::changed(words::TOUCH_ON, &name.get_untracked());
        desk.edit(id, label, |it: &mut Mentorship| it.keep_in_touch = Some(on));
    };
    let later = words::TOUCH_IN.map(|(months, word)| view! { <Button word=word act=move |_| set(months) /> });
    view! {
        <div class="form">
            <p class="small soft">{words::TOUCH_HELP}</p>
            {Form::new(id, name).field(&TOUCH)}
            <p class="acts">{later.into_iter().collect_view()}</p>
        </div>
    }
}

/// An honest line about who comes next.
#[component]
pub fn Next(id: Id<Mentorship>) -> impl IntoView {
    let side = Desk::get().field(id, |it: &Mentorship| Some(it.side));
    move || {
        let (text, place, word) = match side.get()? {
            Side::Guided => (words::NEXT_GUIDED, Place::Find, words::FIND),
            Side::Guiding => (words::NEXT_GUIDING, Place::People, words::PEOPLE),
        };
        Some(view! { <p>{text}" "<a href=place.route().address()>{word}</a></p> })
    }
}

/// Its last day, the reason, and the button.
#[component]
fn End(id: Id<Mentorship>, fates: Fates) -> impl IntoView {
    let desk = Desk::get();
    let on = ProposedDay::new(move || Some(desk.today()));
    let draft = draft::typed(desk, &format!("end-{id}"));
    let reason = draft.text;
    let farewell = farewell(desk, id);
    let planned = desk.view(move |notebook| !closing(notebook, id, desk.today()).planned.is_empty());
    let problem = RwSignal::new(None::<&'static str>);
    let take_reason = move |typed: &str| {
        reason.set(Line::typed(typed)?.to_string());
        Ok(())
    };
    let choose = move |day| {
        on.choose(day);
        problem.set(None);
    };
    // Whoever has decided is asked no more.
    Effect::new(move |_| {
        fates.track();
        problem.set(None);
    });
    let end = move |_| {
        desk.flush();
        let on = on.day().unwrap_or_else(|| desk.today());
        let reason = Line::typed(&reason.get_untracked()).unwrap_or_default();
        match ending(desk, id, on, reason, &fates.get_untracked()) {
            Ok(change) => {
                desk.say(change.label.clone(), true);
                desk.commit(change);
                draft.sent();
                farewell.sent();
                desk.go(&Route::Mentorship(id, Tab::default()));
            }
            Err(why) => {
                problem.set(Some(why));
                if why == words::UNDECIDED {
                    focus_when_there(".settle:not(:has(:checked))");
                }
            }
        }
    };
    view! {
        <div class="form">
            <DateField label=about::END_ON value=on.shown set=choose />
            <Field label=about::REASON value=reason take=take_reason hint=about::REASON_HINT />
            <Show when=move || planned.get()><p class="small soft">{words::CALLS_OFF}</p></Show>
            <p><Button look="main" word=words::WORD act=end /></p>
            // Below the button: what goes away above it would move it from under the pointer.
            <p class="problem" role="alert">{move || problem.get()}</p>
        </div>
    }
}

/// The one change that ends it, with all that was decided; or what stands in its way.
fn ending(
    desk: Desk,
    id: Id<Mentorship>,
    on: Day,
    reason: Line,
    fates: &[(Id<Action>, Fate)],
) -> Result<Change, &'static str> {
    let today = desk.today();
    desk.notebook.with_untracked(|notebook| {
        let found = closing(notebook, id, today);
        if notebook.get(id).is_some_and(|it| on < it.since) {
            return Err(about::ENDS_BEFORE);
        }
        let mut ops = Vec::new();
        for action in found.open {
            let fate = fates.iter().find(|(id, _)| *id == action).map(|(_, fate)| *fate).ok_or(words::UNDECIDED)?;
            let state = match fate {
                Fate::Done => ActionState::Done { on: today },
                Fate::Dropped => {
                    let reason = Line::new(words::DROPPED_BECAUSE).unwrap_or_default();
                    ActionState::Dropped { on: today, reason }
                }
                Fate::Kept => continue,
            };
            let entry = notebook.entry(action.entry());
            ops.extend(entry.and_then(|entry| Op::edit(entry, |it: &mut Action| it.state = state)));
        }
        for meeting in found.planned {
            let reason = Line::new(words::DROPPED_BECAUSE).unwrap_or_default();
            let off = |it: &mut Meeting| it.turn(MeetingState::Cancelled { by: Who::Both, reason }, today);
            ops.extend(notebook.entry(meeting.entry()).and_then(|entry| Op::edit(entry, off)));
        }
        let ended = |it: &mut Mentorship| it.state = MentorshipState::Ended { on, reason };
        ops.extend(notebook.entry(id.entry()).and_then(|entry| Op::edit(entry, ended)));
        Ok(Change { label: about::was_ended(&name_of(notebook, id)), ops })
    })
}
