//! What two people agreed on, and whether it goes on (R1, H5).

use leptos::prelude::*;

use super::{super::side_of, pauses::Pauses};
use crate::{
    domain::{Channel, Day, Goal, Id, Line, Mentorship, MentorshipState, Rhythm, Side},
    guide::prompts,
    ui::{
        desk::Desk,
        parts::{
            Button, Choice, DateField, EntryMenu, Field, NumberField, PickGoals, Prompts, Section, Select,
            form::{Asked, Form, Kind},
        },
        reactive::{Live, Look, Show},
        route::{Place, Route},
        screens::{agreement::Agreements, closing::Touch, name_of},
        words::{
            agreement, changes, closing, guiding,
            mentorship::{about, pauses},
            names,
        },
    },
};

static NOTES: Asked = Asked::new("notes", Kind::Text, about::NOTES, about::NOTES_HINT).quiet();

/// The tab of what was agreed.
#[component]
pub fn About(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let name = desk.view(move |notebook| name_of(notebook, id));
    let side = desk.view(move |notebook| side_of(notebook, id));
    view! {
        <Section title=about::AGREED>
            <Agreed id=id />
        </Section>
        <Section title=agreement::PLACE>
            <Agreements id=id />
        </Section>
        <Show when=move || side.get() == Side::Guiding>
            <Section title=guiding::PLACE>
                <Guiding id=id />
            </Section>
        </Show>
        <Section title=about::RHYTHM>
            <Rhythms id=id />
        </Section>
        <Section title=pauses::PLACE>
            <Pauses id=id />
        </Section>
        <Section title=about::GOALS>
            <Goals id=id />
        </Section>
        <Section title=about::NOTES>
            <Notes id=id />
        </Section>
        <Section title=about::STATE>
            <State id=id />
        </Section>
        <EntryMenu id=id title=name after=Place::People.route() />
    }
}

static LEARNING: Asked =
    Asked::new("learning", Kind::Text, guiding::LEARNING, guiding::LEARNING_HINT).help(guiding::LEARNING_HELP);
static OFFERS: Asked =
    Asked::new("offers", Kind::Text, guiding::OFFERS, guiding::OFFERS_HINT).help(guiding::OFFERS_HELP).at("offer");
static LEARNED: Asked = Asked::new("learned", Kind::Text, guiding::LEARNED, guiding::LEARNED_HINT);

/// For those who guide: how the other one learns, what they can offer, what they learn themselves.
#[component]
fn Guiding(id: Id<Mentorship>) -> impl IntoView {
    let name = Desk::get().view(move |notebook| name_of(notebook, id));
    let form = Form::new(id, name);
    view! {
        <div class="form">
            {form.field(&LEARNING)}
            <Prompts title=guiding::LEARNING_PROMPTS prompts=&prompts::LEARNING />
            {form.field(&OFFERS)}
            <Prompts title=guiding::OFFERS_PROMPTS prompts=&prompts::OFFERS />
            {form.field(&LEARNED)}
        </div>
    }
}

/// Changes one field, with a label that says which.
fn change(desk: Desk, id: Id<Mentorship>, field: &str, change: impl FnOnce(&mut Mentorship)) {
    let name = desk.notebook.with_untracked(|notebook| name_of(notebook, id));
    desk.edit(id, changes::changed(field, &name), change);
}

/// Who guides whom, since when, how one usually meets.
#[component]
fn Agreed(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let side = desk.field(id, |it: &Mentorship| Some(it.side));
    let since = desk.field(id, |it: &Mentorship| Some(it.since));
    let channel = desk.field(id, |it: &Mentorship| it.channel);
    let sides = [Side::Guided, Side::Guiding].map(|side| (side, names::side(side))).to_vec();
    let set_side = move |side| change(desk, id, about::SIDE, |it| it.side = side);
    // A mentorship always has a first day: an emptied field keeps it.
    let set_since = move |day: Option<Day>| change(desk, id, about::SINCE, |it| it.since = day.unwrap_or(it.since));
    let set_channel = move |channel| change(desk, id, about::CHANNEL, |it| it.channel = channel);
    view! {
        <div class="form">
            <Choice label=about::SIDE options=sides value=side set=set_side />
            <div class="pair">
                <DateField label=about::SINCE value=since set=set_since />
                <PickChannel label=about::CHANNEL none=about::CHANNEL_NONE value=channel set=set_channel />
            </div>
        </div>
    }
}

/// How two people meet, or nothing said about it.
#[component]
pub fn PickChannel(
    /// What it is picked for.
    #[prop(into)]
    label: String,
    /// The word for none, if that can be chosen.
    #[prop(optional, into)]
    none: Option<String>,
    /// The channel.
    #[prop(into)]
    value: Live<Option<Channel>>,
    /// Takes another one.
    #[prop(into)]
    set: crate::ui::parts::Handler<Option<Channel>>,
) -> impl IntoView {
    let options = Look::new(|| Channel::ALL.map(|it| (it, names::channel(it).to_owned())).to_vec());
    let set = move |channel| set.run(channel);
    match none {
        Some(none) => view! { <Select label=label options=options none=none value=value set=set /> }.into_any(),
        None => view! { <Select label=label options=options value=value set=set /> }.into_any(),
    }
}

/// The days one would like between two contacts, and the most one accepts.
#[component]
pub fn Rhythms(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let agreed = desk.field(id, |it: &Mentorship| it.rhythm);
    // What stands in the two fields while it is no rhythm yet.
    let typed = RwSignal::new(None::<(Option<u16>, Option<u16>)>);
    let shown = Look::new(move || typed.get().unwrap_or_else(|| agreed.get().map(|it| (it.ideal, it.longest)).unzip()));
    let take = move |ideal: Option<u16>, longest: Option<u16>| {
        let rhythm = match (ideal, longest) {
            (None, _) => None,
            (Some(ideal), None) => Rhythm::every(ideal),
            (Some(ideal), Some(longest)) => Rhythm::new(ideal, longest),
        };
        let refused = ideal.is_some() && rhythm.is_none();
        typed.set(refused.then_some((ideal, longest)));
        if !refused {
            change(desk, id, about::RHYTHM, |it| it.rhythm = rhythm);
        }
    };
    let set_ideal = move |ideal| take(ideal, shown.get_untracked().1);
    let set_longest = move |longest| take(shown.get_untracked().0, longest);
    let problem = move || typed.get().and_then(|(ideal, _)| ideal).map(about::longest_too_short);
    view! {
        <div class="form">
            <p class="small soft">{about::RHYTHM_HELP}</p>
            <div class="pair">
                <NumberField label=about::IDEAL value=move || shown.get().0 range=(1, 366) set=set_ideal unit=about::DAYS />
                <NumberField label=about::LONGEST value=move || shown.get().1 range=(1, 732) set=set_longest unit=about::DAYS />
            </div>
            <p class="problem" role="alert">{problem}</p>
        </div>
    }
}

/// What the two of them work on.
#[component]
pub fn Goals(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let picked = desk.field(id, |it: &Mentorship| it.goals.clone());
    let set = move |goals: Vec<Id<Goal>>| change(desk, id, about::GOALS, |it| it.goals = goals);
    view! { <PickGoals label=about::GOALS value=picked set=set /> }
}

/// Anything else.
#[component]
fn Notes(id: Id<Mentorship>) -> impl IntoView {
    let name = Desk::get().view(move |notebook| name_of(notebook, id));
    view! {
        {Form::new(id, name).field(&NOTES)}
    }
}

/// It goes on and can be ended, or it has ended and can be taken up again.
#[component]
fn State(id: Id<Mentorship>) -> impl IntoView {
    let running = Desk::get().field(id, |it: &Mentorship| it.state.is_running());
    view! {
        <Show when=move || running.get() fallback=move || view! { <Ended id=id /> }>
            <p>{about::RUNNING}</p>
            <p class="acts"><a class="button" href=Route::Closing(id).address()>{closing::WORD}</a></p>
        </Show>
    }
}

/// When it ended and why, the way back, and the day to write again.
#[component]
fn Ended(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let on = desk.field(id, |it: &Mentorship| match it.state {
        MentorshipState::Ended { on, .. } => Some(on),
        MentorshipState::Running => None,
    });
    let reason = desk.field(id, |it: &Mentorship| match &it.state {
        MentorshipState::Ended { reason, .. } => reason.to_string(),
        MentorshipState::Running => String::new(),
    });
    let take_reason = move |typed: &str| {
        let line = Line::typed(typed)?;
        change(desk, id, about::REASON, |it| {
            if let MentorshipState::Ended { reason, .. } = &mut it.state {
                *reason = line;
            }
        });
        Ok(())
    };
    let take_up = move |_| {
        let name = desk.notebook.with_untracked(|notebook| name_of(notebook, id));
        let label = about::taken_up(&name);
        desk.say(label.clone(), true);
        desk.edit(id, label, |it: &mut Mentorship| it.state = MentorshipState::Running);
        crate::ui::shell::focus_when_there("main h1");
    };
    view! {
        <div class="form">
            <p>{move || on.get().map(|on| about::ended(&desk.calendar().within(on)))}</p>
            <Field label=about::REASON value=reason take=take_reason hint=about::REASON_HINT />
            <p><Button word=about::TAKE_UP act=take_up /></p>
        </div>
        <Touch id=id />
    }
}
