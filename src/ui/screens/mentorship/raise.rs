//! What is raised with the other one: a point of the next agenda, an action item, a line of the agreement, each in one
//! step that can be undone (H1 to H5).

use leptos::prelude::*;

use crate::{
    domain::{
        Action, ActionState, AgendaPoint, Agreement, Change, Draft, Id, Meeting, Mentorship, Notebook, Op, Owner, Text,
        Title,
    },
    insights::{
        agreements,
        raising::{self, Way},
    },
    ui::{
        desk::Desk,
        parts::Button,
        reactive::{Look, Show},
        screens::name_of,
        words::{changes, dates::Calendar, signals::raise as words},
    },
};

/// Where agenda points go, in words.
pub fn where_points_go(notebook: &Notebook, id: Id<Mentorship>, calendar: &Calendar) -> String {
    match raising::next_meeting(notebook, id, calendar.today) {
        Some((_, on)) => words::next_meeting(&calendar.within(on)),
        None => words::no_meeting(&calendar.within(raising::day_for_it(notebook, id, calendar.today))),
    }
}

fn word(way: Way) -> &'static str {
    match way {
        Way::Point => words::POINT,
        Way::Action => words::ACTION,
        Way::Line => words::LINE,
    }
}

fn is_there(way: Way) -> &'static str {
    match way {
        Way::Point => words::ON_AGENDA,
        Way::Action => words::IS_ACTION,
        Way::Line => words::IN_DRAFT,
    }
}

/// The change that makes it so.
fn change(way: Way, desk: Desk, id: Id<Mentorship>, text: &str) -> Option<Change> {
    let (title, calendar) = (Title::typed(text).ok()?, desk.calendar());
    let today = calendar.today;
    desk.notebook.with_untracked(|notebook| {
        let with = name_of(notebook, id);
        match way {
            Way::Point => {
                let point = AgendaPoint { id: desk.new_part(), place: 0, title, done: false };
                if let Some((meeting, on)) = raising::next_meeting(notebook, id, today) {
                    let add = |it: &mut Meeting| it.agenda.add(point);
                    let put = Op::edit(notebook.entry(meeting.entry())?, add)?;
                    return Some(Change { label: words::put(text, &calendar.within(on)), ops: vec![put] });
                }
                let on = raising::day_for_it(notebook, id, today);
                let mut meeting = Meeting::planned(id, on);
                meeting.channel = notebook.get(id)?.channel;
                meeting.agenda.add(point);
                let label = words::planned(text, &with, &calendar.within(on));
                Some(Change::put(label, Draft::new(desk.new_id(), meeting)))
            }
            Way::Action => {
                let action = Action {
                    title,
                    owner: Owner::Me,
                    mentorship: id,
                    meeting: None,
                    goal: None,
                    promised: today,
                    due: Some(today.plus(raising::WEEK)),
                    state: ActionState::Open,
                    carried_to: Vec::new(),
                };
                let label = changes::added(crate::domain::KindName::Action, text);
                Some(Change::put(label, Draft::new(desk.new_id(), action)))
            }
            Way::Line => {
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
        desk.view(move |notebook| raising::stands(notebook, id, way, &text))
    };
    let named = words::named(word(way), &text);
    let quoted = format!("“{text}”");
    let raise = move |_| {
        desk.flush();
        if let Some(change) = change(way, desk, id, &text) {
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
            <Show when=move || !stands.get() fallback=move || view! { <span class="tag">{is_there(way)}</span> }>
                <Button word=word(way) label=named.clone() act=move |event: leptos::ev::MouseEvent| raise.with_value(|raise| raise(event)) />
            </Show>
        </li>
    }
}
