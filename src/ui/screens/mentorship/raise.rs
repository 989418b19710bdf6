//! What is raised with the other one: a point of the next agenda, an action item, a line of the agreement, each in one
//! step that can be undone (H1 to H5).

use leptos::prelude::*;

use crate::{
    domain::{
        Action, ActionState, AgendaPoint, Agreement, Change, Day, Draft, Id, Meeting, Mentorship, Notebook, Op, Owner,
        Text, Title,
    },
    insights::{
        agreements,
        mentorships::{planned, proposed_day},
    },
    ui::{
        desk::Desk,
        parts::Button,
        reactive::{Look, Show},
        screens::name_of,
        words::{changes, dates::Calendar, signals::raise as words},
    },
};

/// Days after which somebody without a rhythm meets, and by which an action item is due.
const WEEK: i64 = 7;

/// The planned meeting that comes next.
fn next_meeting(notebook: &Notebook, id: Id<Mentorship>, today: Day) -> Option<(Id<Meeting>, Day)> {
    let days = planned(notebook, id).into_iter().filter_map(|meeting| Some((meeting, notebook.get(meeting)?.on)));
    days.into_iter().find(|(_, on)| *on >= today)
}

/// The day of a meeting that is planned for what is to be said.
fn day_for_it(notebook: &Notebook, id: Id<Mentorship>, today: Day) -> Day {
    let paused = notebook.get(id).map(Mentorship::paused).unwrap_or_default();
    proposed_day(notebook, id, today).unwrap_or_else(|| paused.after(today, WEEK))
}

/// Where agenda points go, in words.
pub fn where_points_go(notebook: &Notebook, id: Id<Mentorship>, calendar: &Calendar) -> String {
    match next_meeting(notebook, id, calendar.today) {
        Some((_, on)) => words::next_meeting(&calendar.within(on)),
        None => words::no_meeting(&calendar.within(day_for_it(notebook, id, calendar.today))),
    }
}

/// What a text can become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// A point of the next agenda.
    Point,
    /// An action item of the owner.
    Action,
    /// A line of the agreement.
    Line,
}

impl Way {
    fn word(self) -> &'static str {
        match self {
            Self::Point => words::POINT,
            Self::Action => words::ACTION,
            Self::Line => words::LINE,
        }
    }

    fn is_there(self) -> &'static str {
        match self {
            Self::Point => words::ON_AGENDA,
            Self::Action => words::IS_ACTION,
            Self::Line => words::IN_DRAFT,
        }
    }

    /// Whether the text has become that already.
    fn stands(self, notebook: &Notebook, id: Id<Mentorship>, text: &str) -> bool {
        match self {
            Self::Point => planned(notebook, id).into_iter().any(|meeting| {
                notebook.get(meeting).is_some_and(|it| it.agenda.iter().any(|point| &*point.title == text))
            }),
            Self::Action => {
                notebook.all::<Action>().any(|(_, it)| it.mentorship == id && it.state.is_open() && &*it.title == text)
            }
            Self::Line => agreements::of(notebook, id)
                .first()
                .is_some_and(|(_, it)| it.agreed.is_none() && it.guidelines.lines().any(|line| line == text)),
        }
    }

    /// The change that makes it so.
    fn change(self, desk: Desk, id: Id<Mentorship>, text: &str) -> Option<Change> {
        let (title, calendar) = (Title::typed(text).ok()?, desk.calendar());
        let today = calendar.today;
        desk.notebook.with_untracked(|notebook| {
            let with = name_of(notebook, id);
            match self {
                Self::Point => {
                    let point = AgendaPoint { id: desk.new_part(), place: 0, title, done: false };
                    if let Some((meeting, on)) = next_meeting(notebook, id, today) {
                        let add = |it: &mut Meeting| it.agenda.add(point);
                        let put = Op::edit(notebook.entry(meeting.entry())?, add)?;
                        return Some(Change { label: words::put(text, &calendar.within(on)), ops: vec![put] });
                    }
                    let on = day_for_it(notebook, id, today);
                    let mut meeting = Meeting::planned(id, on);
                    meeting.channel = notebook.get(id)?.channel;
                    meeting.agenda.add(point);
                    let label = words::planned(text, &with, &calendar.within(on));
                    Some(Change::put(label, Draft::new(desk.new_id(), meeting)))
                }
                Self::Action => {
                    let action = Action {
                        title,
                        owner: Owner::Me,
                        mentorship: id,
                        meeting: None,
                        goal: None,
                        promised: today,
                        due: Some(today.plus(WEEK)),
                        state: ActionState::Open,
                        carried_to: Vec::new(),
                    };
                    let label = changes::added(crate::domain::KindName::Action, text);
                    Some(Change::put(label, Draft::new(desk.new_id(), action)))
                }
                Self::Line => {
                    let said = |before: &Text| Text::new([before.trim_end(), text].join("\n").trim_start()).ok();
                    let label = words::agreed(text, &with);
                    let newest = agreements::of(notebook, id).into_iter().next();
                    if let Some((draft, it)) = newest.filter(|(_, it)| it.agreed.is_none()) {
                        let said = said(&it.guidelines)?;
                        let put = Op::edit(notebook.entry(draft.entry())?, |it: &mut Agreement| it.guidelines = said)?;
                        return Some(Change { label, ops: vec![put] });
                    }
                    let mut it = agreements::begun(notebook, id, today);
                    it.guidelines = said(&it.guidelines)?;
                    Some(Change::put(label, Draft::new(desk.new_id(), it)))
                }
            }
        })
    }
}

/// A text, and the step that raises it, or where it stands already.
#[component]
pub fn Raise(
    /// With whom.
    id: Id<Mentorship>,
    /// What it becomes.
    way: Way,
    /// The text.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    let desk = Desk::get();
    let stands: Look<bool> = {
        let text = text.clone();
        desk.view(move |notebook| way.stands(notebook, id, &text))
    };
    let named = words::named(way.word(), &text);
    let quoted = format!("“{text}”");
    let raise = move |_| {
        desk.flush();
        if let Some(change) = way.change(desk, id, &text) {
            desk.say(change.label.clone(), true);
            desk.commit(change);
            crate::ui::shell::keep_focus();
        }
    };
    // The button is made anew each time it comes back.
    let raise = StoredValue::new_local(raise);
    view! {
        <li class="row two" tabindex="-1" on:click:capture=crate::ui::parts::row_more::keep_focus_near>
            <p>{quoted}</p>
            <Show when=move || !stands.get() fallback=move || view! { <span class="tag">{way.is_there()}</span> }>
                <Button word=way.word() label=named.clone() act=move |event: leptos::ev::MouseEvent| raise.with_value(|raise| raise(event)) />
            </Show>
        </li>
    }
}
