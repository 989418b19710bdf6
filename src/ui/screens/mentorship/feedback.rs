//! Feedback in both directions: what it is about, and what was done about it (R5).

use leptos::prelude::*;

use super::super::side_of;
use crate::{
    domain::{
        Day, Direction, Feedback, Goal, Id, KindName, Line, Meeting, Mentorship, Side, Subject, Text, TextProblem,
        Title,
    },
    guide::prompts,
    insights::{
        across::{About, FeedbackFilter},
        goals::skills_named,
        mentorships::feedback as feedback_of,
        titles::Opening,
    },
    ui::{
        desk::Desk,
        parts::{
            Adder, Choice, Comments, DateField, Days, Empty, EntryMenu, Field, Handler, PickGoal, PickSkills, Prompts,
            ProposedDay, RowMore, Section, entry_menu::PrivateMark, plain, row_more::keep_focus_near,
        },
        reactive::{For, Live, Look, Show},
        route::Route,
        screens::name_of,
        words::{across, changes, guiding, mentorship::feedback, names},
    },
};

/// The tab of feedback.
#[component]
pub fn FeedbackTab(id: Id<Mentorship>) -> impl IntoView {
    let ids = Desk::get().view(move |notebook| feedback_of(notebook, id));
    let count = move || ids.with(|ids| (!ids.is_empty()).then_some(ids.len()));
    let all = Route::Feedback(FeedbackFilter { with: Some(id), ..FeedbackFilter::default() }).address();
    view! {
        <NewFeedback id=id />
        <Section title=feedback::ALL end=count>
            <Show when=move || ids.with(|ids| !ids.is_empty()) fallback=|| view! { <Empty text=feedback::EMPTY /> }>
                <ol class="timeline">
                    <For each=move || ids.get() key=|id| *id plain=plain let:id>
                        <FeedbackRow id=id />
                    </For>
                </ol>
                <p class="small soft">{feedback::ORDER}". "<a href=all.clone()>{across::FILTER}</a></p>
            </Show>
        </Section>
    }
}

fn directions() -> Vec<(Direction, &'static str)> {
    [Direction::FromThem, Direction::FromMe].map(|it| (it, names::direction(it))).to_vec()
}

/// What it is about: nothing said, the way one works, or one piece of work, and which one.
#[component]
fn PickSubject(
    /// Whose work it is about.
    direction: Look<Direction>,
    /// What is chosen.
    #[prop(into)]
    value: Live<Option<Subject>>,
    /// Takes something else.
    #[prop(into)]
    set: Handler<Option<Subject>>,
    /// Under which name what is typed is kept.
    draft: String,
) -> impl IntoView {
    let value = value.look();
    let kind = move || {
        Some(value.with(|subject| match subject {
            None => None,
            Some(Subject::Way) => Some(About::Way),
            Some(Subject::Work { .. }) => Some(About::Work),
        }))
    };
    let piece = Look::new(move || {
        value.with(|subject| match subject {
            Some(Subject::Work { piece }) => piece.to_string(),
            Some(Subject::Way) | None => String::new(),
        })
    });
    let choose = {
        let set = set.clone();
        move |about| {
            let piece = Line::typed(&piece.get_untracked()).unwrap_or_default();
            set.run(match about {
                None => None,
                Some(About::Way) => Some(Subject::Way),
                Some(About::Work) => Some(Subject::Work { piece }),
            });
        }
    };
    let choice = move || {
        let options = vec![
            (None, feedback::NOT_SAID),
            (Some(About::Way), feedback::way(direction.get())),
            (Some(About::Work), feedback::WORK),
        ];
        view! { <Choice label=feedback::ABOUT options=options value=kind set=choose.clone() /> }
    };
    let field = move || {
        let (set, draft) = (set.clone(), draft.clone());
        let take = move |typed: &str| {
            set.run(Some(Subject::Work { piece: Line::typed(typed)? }));
            Ok(())
        };
        view! { <Field label=feedback::PIECE value=piece take=take hint=feedback::PIECE_HINT draft=draft /> }
    };
    let is_work = move || value.with(|subject| matches!(subject, Some(Subject::Work { .. })));
    view! {
        {choice}
        <Show when=is_work>{field.clone()}</Show>
    }
}

/// From whom, when, about what, and last what was said.
#[component]
pub fn NewFeedback(
    /// The mentorship it belongs to.
    id: Id<Mentorship>,
    /// The meeting at which it was given.
    #[prop(optional)]
    meeting: Option<Id<Meeting>>,
) -> impl IntoView {
    let desk = Desk::get();
    let side = desk.notebook.with_untracked(|notebook| side_of(notebook, id));
    // Whoever guides says more than they hear; that is the usual case, and not a rule.
    let direction = RwSignal::new(if side == Side::Guided { Direction::FromThem } else { Direction::FromMe });
    let of_meeting = desk.view(move |notebook| notebook.get(meeting?).map(|it| it.on.min(desk.today())));
    let on = ProposedDay::new(move || of_meeting.get().or_else(|| Some(desk.today())));
    let about = RwSignal::new(None::<Subject>);
    let goal = RwSignal::new(None::<Id<Goal>>);
    let add = move |said: Title| {
        desk.flush();
        let Ok(text) = Text::new(&*said) else { return };
        let on_day = on.day().unwrap_or_else(|| desk.today());
        let entry = Feedback::new(id, direction.get_untracked(), text, on_day);
        desk.add(&said, Feedback { meeting, about: about.get_untracked(), goal: goal.get_untracked(), ..entry });
        // On a narrow screen it stands below what is seen.
        desk.say(changes::added(KindName::Feedback, &said), true);
        on.again();
        about.set(None);
    };
    let draft = format!("feedback-{}", meeting.map_or_else(|| id.entry(), Id::entry));
    let piece = format!("piece-{draft}");
    let ahead = move || on.shown.get().is_some_and(|day| day > desk.today()).then_some(feedback::DAY_IS_AHEAD);
    let kindly = move || {
        let shown = side == Side::Guiding && direction.get() == Direction::FromMe;
        shown.then(|| view! { <Prompts title=guiding::KIND_PROMPTS prompts=&prompts::FEEDBACK_GIVEN /> })
    };
    view! {
        <div class="form" data-at="new-feedback">
            <div class="pair">
                <Choice label=feedback::DIRECTION options=directions() value=move || Some(direction.get()) set=move |it| direction.set(it) />
                <div>
                    <DateField label=feedback::DAY value=on.shown set=move |day| on.choose(day) />
                    <p class="small soft" role="status">{ahead}</p>
                </div>
            </div>
            <PickSubject direction=Look::new(move || direction.get()) value=about set=move |it| about.set(it) draft=piece />
            <PickGoal label=feedback::GOAL none=feedback::NO_GOAL value=goal set=move |it| goal.set(it) />
            {kindly}
            <Adder label=feedback::NEW hint=guiding::feedback_hint(side) draft=draft add=add />
        </div>
    }
}

/// One piece of feedback, changed where it stands.
#[component]
pub fn FeedbackRow(
    /// The feedback.
    id: Id<Feedback>,
    /// Whether to say with whom, where that is not plain from the page.
    #[prop(optional)]
    with: bool,
) -> impl IntoView {
    let desk = Desk::get();
    let on = desk.field(id, |it: &Feedback| it.on);
    let title = desk.field(id, |it: &Feedback| Opening::of(&it.text).text);
    let changed = move |field: &str| changes::changed(field, &title.get_untracked());
    let text = desk.field(id, |it: &Feedback| it.text.to_string());
    let done = desk.field(id, |it: &Feedback| it.done_about_it.to_string());
    let direction = desk.field(id, |it: &Feedback| Some(it.direction));
    let take_text = move |typed: &str| {
        let text = Text::typed(typed)?;
        if text.is_empty() {
            return Err(TextProblem::Empty);
        }
        desk.edit(id, changed(feedback::TEXT), |it: &mut Feedback| it.text = text);
        Ok(())
    };
    let asks = move || direction.get_untracked().map(feedback::done_about_it).unwrap_or_default();
    let take_done = move |typed: &str| {
        let (text, today) = (Text::typed(typed)?, desk.today());
        desk.edit(id, changed(asks()), |it: &mut Feedback| it.act(text, today));
        Ok(())
    };
    let more = Look::new(move || feedback::more(&desk.calendar().short(on.get())));
    let done_field = move || {
        // Whose doing it is follows from who said it.
        let label = direction.get().map(feedback::done_about_it).unwrap_or_default();
        view! {
            <Field label=label value=done take=take_done many=true hint=feedback::DONE_HINT draft=format!("done_about_it-{id}") />
        }
    };
    view! {
        <li class="with-more" data-at=id.to_string() tabindex="-1" on:click:capture=keep_focus_near>
            <Days on=on />
            <div class="form">
                <p class="why"><Facts id=id with=with />" "<PrivateMark id=id /></p>
                <Comments id=id />
                <Field label=feedback::TEXT quiet=true value=text take=take_text many=true class="in-row" />
                {done_field}
            </div>
            <RowMore label=more><More id=id /></RowMore>
        </li>
    }
}

/// From whom, about what, for which goal and skills.
#[component]
fn Facts(id: Id<Feedback>, with: bool) -> impl IntoView {
    let desk = Desk::get();
    let facts = desk.view(move |notebook| {
        let it = notebook.get(id)?;
        let mut facts = vec![names::direction(it.direction).to_owned()];
        facts.extend(with.then(|| name_of(notebook, it.mentorship)));
        match &it.about {
            None => {}
            Some(Subject::Way) => facts.push(feedback::way_within(it.direction).to_owned()),
            Some(Subject::Work { piece }) if piece.is_empty() => facts.push(feedback::WORK_WITHIN.to_owned()),
            Some(Subject::Work { piece }) => facts.push(format!("“{}”", &**piece)),
        }
        facts.extend(it.skills.iter().map(|skill| skill.to_string()));
        Some(facts.join(" · "))
    });
    let goal = desk.view(move |notebook| {
        let goal = notebook.get(id)?.goal?;
        Some((goal, notebook.get(goal)?.title.to_string()))
    });
    let about = move || goal.get().map(|(id, title)| view! { " · "<a href=Route::Goal(id).address()>{title}</a> });
    view! { {facts}{about} }
}

/// From whom, when, about what, for which goal and skills; private, removed.
#[component]
fn More(id: Id<Feedback>) -> impl IntoView {
    let desk = Desk::get();
    let title = desk.field(id, |it: &Feedback| Opening::of(&it.text).text);
    let changed = move |field: &str| changes::changed(field, &title.get_untracked());
    let direction = desk.field(id, |it: &Feedback| Some(it.direction));
    let on = desk.field(id, |it: &Feedback| Some(it.on));
    let about = desk.field(id, |it: &Feedback| it.about.clone());
    let goal = desk.field(id, |it: &Feedback| it.goal);
    let skills = desk.field(id, |it: &Feedback| it.skills.clone());
    let offered =
        desk.view(move |notebook| notebook.get(id).map(|it| skills_named(notebook, it.mentorship)).unwrap_or_default());
    let set_direction = move |new| desk.edit(id, changed(feedback::DIRECTION), |it: &mut Feedback| it.direction = new);
    // Feedback always has a day: an emptied field keeps it.
    let set_on = move |day: Option<Day>| {
        desk.edit(id, changed(feedback::DAY), |it: &mut Feedback| it.on = day.unwrap_or(it.on));
    };
    let set_about = move |new| desk.edit(id, changed(feedback::ABOUT), |it: &mut Feedback| it.about = new);
    let set_goal = move |goal| desk.edit(id, changed(feedback::GOAL), |it: &mut Feedback| it.goal = goal);
    let set_skills = move |new| desk.edit(id, changed(feedback::SKILLS), |it: &mut Feedback| it.skills = new);
    let whose = Look::new(move || direction.get().unwrap_or(Direction::FromThem));
    view! {
        <div class="pair">
            <Choice label=feedback::DIRECTION options=directions() value=direction set=set_direction />
            <DateField label=feedback::DAY value=on set=set_on />
        </div>
        <PickSubject direction=whose value=about set=set_about draft=format!("piece-{id}") />
        <PickGoal label=feedback::GOAL none=feedback::NO_GOAL value=goal set=set_goal />
        <PickSkills label=feedback::SKILLS offered=offered value=skills set=set_skills />
        <EntryMenu id=id title=title />
    }
}
