//! Feedback in both directions, and what was done about it (R5).

use leptos::prelude::*;

use crate::{
    domain::{Day, Direction, Feedback, Goal, Id, Meeting, Mentorship, Text, TextProblem, Title},
    insights::{mentorships::feedback as feedback_of, titles::Opening},
    ui::{
        desk::Desk,
        parts::{
            Adder, Choice, DateField, Days, Empty, EntryMenu, Field, PickGoal, ProposedDay, RowMore, Section,
            entry_menu::PrivateMark,
            form::{Asked, Form, Kind},
            row_more::keep_focus_near,
        },
        reactive::{For, Look, Show},
        route::Route,
        words::{changes, mentorship::feedback, names},
    },
};

static DONE_ABOUT_IT: Asked = Asked::new("done_about_it", Kind::Text, feedback::DONE_ABOUT_IT, feedback::DONE_HINT);

/// The tab of feedback.
#[component]
pub fn FeedbackTab(id: Id<Mentorship>) -> impl IntoView {
    let ids = Desk::get().view(move |notebook| feedback_of(notebook, id));
    let count = move || ids.with(|ids| (!ids.is_empty()).then_some(ids.len()));
    view! {
        <NewFeedback id=id />
        <Section title=feedback::ALL end=count>
            <Show when=move || ids.with(|ids| !ids.is_empty()) fallback=|| view! { <Empty text=feedback::EMPTY /> }>
                <ol class="timeline">
                    <For each=move || ids.get() key=|id| *id let:id>
                        <FeedbackRow id=id />
                    </For>
                </ol>
                <p class="small soft">{feedback::ORDER}</p>
            </Show>
        </Section>
    }
}

fn directions() -> Vec<(Direction, &'static str)> {
    [Direction::FromThem, Direction::FromMe].map(|it| (it, names::direction(it))).to_vec()
}

/// From whom, when, about which goal, and last what was said.
#[component]
pub fn NewFeedback(
    /// The mentorship it belongs to.
    id: Id<Mentorship>,
    /// The meeting at which it was given.
    #[prop(optional)]
    meeting: Option<Id<Meeting>>,
) -> impl IntoView {
    let desk = Desk::get();
    let direction = RwSignal::new(Direction::FromThem);
    let of_meeting = desk.view(move |notebook| notebook.get(meeting?).map(|it| it.on.min(desk.today())));
    let on = ProposedDay::new(move || of_meeting.get().or_else(|| Some(desk.today())));
    let goal = RwSignal::new(None::<Id<Goal>>);
    let add = move |said: Title| {
        let Ok(text) = Text::new(&*said) else { return };
        let entry = Feedback {
            mentorship: id,
            meeting,
            on: on.day().unwrap_or_else(|| desk.today()),
            direction: direction.get_untracked(),
            text,
            goal: goal.get_untracked(),
            done_about_it: Text::default(),
        };
        desk.add(&said, entry);
        on.again();
    };
    let draft = format!("feedback-{}", meeting.map_or_else(|| id.entry(), Id::entry));
    let ahead = move || on.shown.get().is_some_and(|day| day > desk.today()).then_some(feedback::DAY_IS_AHEAD);
    view! {
        <div class="form" data-at="new-feedback">
            <div class="pair">
                <Choice label=feedback::DIRECTION options=directions() value=move || Some(direction.get()) set=move |it| direction.set(it) />
                <div>
                    <DateField label=feedback::DAY value=on.shown set=move |day| on.choose(day) />
                    <p class="small soft" role="status">{ahead}</p>
                </div>
            </div>
            <PickGoal label=feedback::GOAL none=feedback::NO_GOAL value=goal set=move |it| goal.set(it) />
            <Adder label=feedback::NEW hint=feedback::NEW_HINT draft=draft add=add />
        </div>
    }
}

/// One piece of feedback, changed where it stands.
#[component]
pub fn FeedbackRow(id: Id<Feedback>) -> impl IntoView {
    let desk = Desk::get();
    let on = desk.field(id, |it: &Feedback| it.on);
    let title = desk.field(id, |it: &Feedback| Opening::of(&it.text).text);
    let changed = move |field: &str| changes::changed(field, &title.get_untracked());
    let text = desk.field(id, |it: &Feedback| it.text.to_string());
    let direction = desk.field(id, |it: &Feedback| names::direction(it.direction));
    let goal = desk.view(move |notebook| {
        let goal = notebook.get(id)?.goal?;
        Some((goal, notebook.get(goal)?.title.to_string()))
    });
    let take_text = move |typed: &str| {
        let text = Text::typed(typed)?;
        if text.is_empty() {
            return Err(TextProblem::Empty);
        }
        desk.edit(id, changed(feedback::TEXT), |it: &mut Feedback| it.text = text);
        Ok(())
    };
    let about = move || goal.get().map(|(id, title)| view! { " · "<a href=Route::Goal(id).address()>{title}</a> });
    let more = Look::new(move || feedback::more(&desk.calendar().short(on.get())));
    view! {
        <li class="with-more" data-at=id.to_string() tabindex="-1" on:click:capture=keep_focus_near>
            <Days on=on />
            <div class="form">
                <p class="why">{direction}{about}" "<PrivateMark id=id /></p>
                <Field label=feedback::TEXT quiet=true value=text take=take_text many=true class="in-row" />
                {Form::new(id, title).field(&DONE_ABOUT_IT)}
            </div>
            <RowMore label=more><More id=id /></RowMore>
        </li>
    }
}

/// From whom, when, about which goal; private, removed.
#[component]
fn More(id: Id<Feedback>) -> impl IntoView {
    let desk = Desk::get();
    let title = desk.field(id, |it: &Feedback| Opening::of(&it.text).text);
    let changed = move |field: &str| changes::changed(field, &title.get_untracked());
    let direction = desk.field(id, |it: &Feedback| Some(it.direction));
    let on = desk.field(id, |it: &Feedback| Some(it.on));
    let goal = desk.field(id, |it: &Feedback| it.goal);
    let set_direction = move |new| desk.edit(id, changed(feedback::DIRECTION), |it: &mut Feedback| it.direction = new);
    // Feedback always has a day: an emptied field keeps it.
    let set_on = move |day: Option<Day>| {
        desk.edit(id, changed(feedback::DAY), |it: &mut Feedback| it.on = day.unwrap_or(it.on));
    };
    let set_goal = move |goal| desk.edit(id, changed(feedback::GOAL), |it: &mut Feedback| it.goal = goal);
    view! {
        <div class="pair">
            <Choice label=feedback::DIRECTION options=directions() value=direction set=set_direction />
            <DateField label=feedback::DAY value=on set=set_on />
        </div>
        <PickGoal label=feedback::GOAL none=feedback::NO_GOAL value=goal set=set_goal />
        <EntryMenu id=id title=title />
    }
}
