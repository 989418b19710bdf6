//! Whether a meeting took place, and if not, by whom and why (R2).

use leptos::prelude::*;

use super::{ARRIVALS, moving::MoveIt};
use crate::{
    domain::{Day, Id, Line, Meeting, MeetingState, Who},
    ui::{
        desk::Desk,
        parts::{Button, Choice, Field, Section, draft, form::Form},
        reactive::{Look, Show},
        route::Route,
        words::{changes, meetings, names},
    },
};

/// The four states without their details.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Planned,
    Held,
    Missed,
    Cancelled,
}

impl Outcome {
    const ALL: [Self; 4] = [Self::Planned, Self::Held, Self::Missed, Self::Cancelled];

    fn of(state: &MeetingState) -> Self {
        match state {
            MeetingState::Planned => Self::Planned,
            MeetingState::Held => Self::Held,
            MeetingState::Missed { .. } => Self::Missed,
            MeetingState::Cancelled { .. } => Self::Cancelled,
        }
    }

    fn with(self, by: Who, reason: Line) -> MeetingState {
        match self {
            Self::Planned => MeetingState::Planned,
            Self::Held => MeetingState::Held,
            Self::Missed => MeetingState::Missed { by, reason },
            Self::Cancelled => MeetingState::Cancelled { by, reason },
        }
    }

    /// Whether there is somebody whose doing it was.
    fn has_details(self) -> bool {
        matches!(self, Self::Missed | Self::Cancelled)
    }
}

/// Who did not come or called it off, and why.
fn details(state: &MeetingState) -> Option<(Who, &Line)> {
    match state {
        MeetingState::Missed { by, reason } | MeetingState::Cancelled { by, reason } => Some((*by, reason)),
        MeetingState::Planned | MeetingState::Held => None,
    }
}

/// Puts a meeting into a state; one that is planned again gets the day back on which it was to be.
pub fn set(desk: Desk, id: Id<Meeting>, called: Look<String>, state: MeetingState, was_on: Option<Day>) {
    let today = desk.today();
    let ahead = desk.notebook.with_untracked(|notebook| notebook.get(id).is_some_and(|it| it.on > today));
    let label = meetings::became(&called.get_untracked(), &state, ahead && state == MeetingState::Held);
    desk.say(label.clone(), true);
    desk.edit(id, label, |it: &mut Meeting| {
        it.turn(state, today);
        // What took place took place today; else the day for which it was planned stands.
        if let Some(day) = was_on.filter(|_| it.state != MeetingState::Held) {
            it.on = day;
        }
    });
}

/// The question that a planned meeting asks from its day on.
#[component]
pub fn DidItTakePlace(id: Id<Meeting>, called: Look<String>) -> impl IntoView {
    let desk = Desk::get();
    let asks = desk.field(id, move |it: &Meeting| it.state.is_planned() && it.on <= desk.today());
    let passed = desk.field(id, move |it: &Meeting| it.on < desk.today());
    let held = move |_| {
        set(desk, id, called, MeetingState::Held, None);
        // The question leaves the page, and the focus with it.
        crate::ui::shell::focus_when_there("[data-at=shared-notes]");
    };
    let not_held = move |_| crate::ui::shell::focus_when_there("[data-at=state] input");
    move || {
        asks.get().then(|| {
            view! {
                <section class="note" aria-label=meetings::ASK>
                    <p class="what">{if passed.get() { meetings::ASK } else { meetings::ASK_TODAY }}</p>
                    <p class="acts">
                        {(!passed.get()).then(|| view! { <a class="button main" href=Route::Talk(id).address()>{meetings::TALK_GO}</a> })}
                        <Button look=if passed.get() { "main" } else { "" } word=meetings::ASK_YES act=held />
                        <Button look="plain" word=meetings::ASK_NO act=not_held />
                    </p>
                </section>
            }
        })
    }
}

/// Days after a meeting in which it is fresh.
const FRESH: i64 = 7;

/// The way to the five questions, as long as a meeting is fresh and nothing is written down of it.
#[component]
pub fn WhileFresh(id: Id<Meeting>) -> impl IntoView {
    let desk = Desk::get();
    let asks = desk.field(id, move |it: &Meeting| {
        let fresh = it.state == MeetingState::Held && (desk.today() - it.on).num_days() <= FRESH;
        fresh && it.insights.is_empty() && it.outcomes.is_empty()
    });
    view! {
        <Show when=move || asks.get()>
            <section class="note" aria-label=meetings::TO_CLOSE>
                <p>{meetings::TO_CLOSE}</p>
                <p class="acts"><a class="button" href=Route::After(id).address()>{meetings::CLOSE_GO}</a></p>
            </section>
        </Show>
    }
}

/// Planned, held, missed or cancelled.
#[component]
pub fn State(id: Id<Meeting>, called: Look<String>) -> impl IntoView {
    let desk = Desk::get();
    let state = desk.field(id, |it: &Meeting| Some(it.state.clone()));
    let now = Look::new(move || state.with(|state| state.as_ref().map(Outcome::of)));
    // Chosen, and waiting to be told whose doing it was.
    let wanted = RwSignal::new(None::<Outcome>);
    // The day for which it was planned, as long as the page is open: the arrow keys pass over “held”.
    let was_on = RwSignal::new(None::<Day>);
    let choose = move |chosen: Outcome| {
        if now.get_untracked() == Some(Outcome::Planned) {
            was_on.set(desk.notebook.with_untracked(|notebook| notebook.get(id).map(|it| it.on)));
        }
        if chosen.has_details() && Some(chosen) != now.get_untracked() {
            wanted.set(Some(chosen));
        } else {
            wanted.set(None);
            if Some(chosen) != now.get_untracked() {
                set(desk, id, called, chosen.with(Who::Both, Line::default()), was_on.get_untracked());
            }
        }
    };
    let options = Outcome::ALL.map(|it| (it, names::meeting_state(&it.with(Who::Both, Line::default())))).to_vec();
    let shown = Look::new(move || wanted.get().or_else(|| now.get()));
    let details = move || match (wanted.get(), now.get()) {
        (Some(wanted_now), _) => {
            view! { <Because id=id called=called outcome=wanted_now wanted=wanted was_on=was_on /> }.into_any()
        }
        (None, Some(it)) if it.has_details() => view! { <Stands id=id called=called /> }.into_any(),
        (None, Some(Outcome::Held)) => {
            view! { <div class="pair after">{Form::new(id, called).fields(&ARRIVALS)}</div> }.into_any()
        }
        _ => ().into_any(),
    };
    view! {
        <Section title=meetings::STATE>
            <div data-at="state"><Choice label=meetings::STATE quiet=true careful=true options=options value=shown set=choose /></div>
            {details}
            <MoveIt id=id called=called />
        </Section>
    }
}

/// Whose doing something can be.
pub fn everybody() -> Vec<(Who, &'static str)> {
    [Who::Me, Who::Them, Who::Both].map(|who| (who, names::who(who))).to_vec()
}

fn question(outcome: Outcome) -> &'static str {
    if outcome == Outcome::Missed { meetings::WHO_MISSED } else { meetings::WHO_CANCELLED }
}

/// Whose doing it was and why, before it stands.
#[component]
fn Because(
    id: Id<Meeting>,
    called: Look<String>,
    outcome: Outcome,
    wanted: RwSignal<Option<Outcome>>,
    was_on: RwSignal<Option<Day>>,
) -> impl IntoView {
    let desk = Desk::get();
    let by = RwSignal::new(None::<Who>);
    let draft = draft::typed(desk, &format!("state-{id}"));
    let reason = draft.text;
    let problem = RwSignal::new(None::<&'static str>);
    let take_reason = move |typed: &str| {
        reason.set(Line::typed(typed)?.to_string());
        Ok(())
    };
    let choose = move |who| {
        by.set(Some(who));
        problem.set(None);
    };
    let leave = move |_| {
        wanted.set(None);
        crate::ui::shell::focus_when_there("[data-at=state] input:checked");
    };
    let go = move |_| {
        desk.flush();
        let Some(by) = by.get_untracked() else { return problem.set(Some(meetings::WHO_FIRST)) };
        let why = Line::typed(&reason.get_untracked()).unwrap_or_default();
        set(desk, id, called, outcome.with(by, why), was_on.get_untracked());
        wanted.set(None);
        draft.sent();
        // The form leaves the page, and the focus with it.
        crate::ui::shell::focus_when_there("[data-at=state] input:checked");
    };
    view! {
        <div class="form inset">
            <p class="small soft">{meetings::NOT_YET}</p>
            <Choice label=question(outcome) options=everybody() value=by set=choose />
            <Field label=meetings::REASON value=reason take=take_reason hint=meetings::REASON_HINT />
            <p class="acts">
                <Button look="main" word=meetings::SET_STATE act=go />
                <Button look="plain" word=meetings::LEAVE_STATE act=leave />
            </p>
            <p class="problem" role="alert">{move || problem.get()}</p>
        </div>
    }
}

/// Whose doing it was and why, changed where it stands.
#[component]
fn Stands(id: Id<Meeting>, called: Look<String>) -> impl IntoView {
    let desk = Desk::get();
    let outcome = desk.field(id, |it: &Meeting| Some(it.state.clone()));
    let by = desk.field(id, |it: &Meeting| details(&it.state).map(|(by, _)| by));
    let reason = desk.field(id, |it: &Meeting| details(&it.state).map(|(_, why)| why.to_string()).unwrap_or_default());
    let question =
        outcome.with_untracked(|state| state.as_ref().map_or(meetings::WHO_MISSED, |it| question(Outcome::of(it))));
    let change = move |by: Option<Who>, reason: Option<Line>| {
        let field = if by.is_some() { meetings::STATE } else { meetings::REASON };
        desk.edit(id, changes::changed(field, &called.get_untracked()), |it: &mut Meeting| {
            if let MeetingState::Missed { by: who, reason: why } | MeetingState::Cancelled { by: who, reason: why } =
                &mut it.state
            {
                *who = by.unwrap_or(*who);
                *why = reason.unwrap_or_else(|| why.clone());
            }
        });
    };
    let take_reason = move |typed: &str| {
        change(None, Some(Line::typed(typed)?));
        Ok(())
    };
    view! {
        <div class="form inset">
            <Choice label=question options=everybody() value=by set=move |who| change(Some(who), None) />
            <Field label=meetings::REASON value=reason take=take_reason hint=meetings::REASON_HINT at="reason" />
        </div>
    }
}
