//! Check-ins: one line, changed where it stands (R2).

use leptos::prelude::*;

use super::super::{super::side_of, about::PickChannel};
use crate::{
    domain::{Answer, Channel, CheckIn, Day, Direction, Id, Mentorship, Text, Title},
    ui::{
        desk::Desk,
        parts::{
            Adder, Button, Choice, DateField, Days, EntryMenu, ProposedDay, RowMore, Tick,
            entry_menu::PrivateMark,
            form::{Asked, Form, Kind},
            row_more::keep_focus_near,
        },
        reactive::{Look, Show},
        words::{changes, guiding, mentorship::meetings, names},
    },
};

static WRITTEN: Asked = Asked::new("text", Kind::Text, meetings::WRITTEN, "");
static ABOUT: Asked = Asked::new("about", Kind::Title, meetings::CHECK_IN_FIELD, "").in_row();

/// The form for a check-in: who began, how, when, and last what it was about.
#[component]
pub fn NewCheckIn(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let direction = RwSignal::new(Direction::FromMe);
    let channel = RwSignal::new(Channel::Message);
    let on = ProposedDay::new(move || Some(desk.today()));
    let waiting = RwSignal::new(false);
    let add = move |about: Title| {
        let label = about.to_string();
        let entry = CheckIn {
            mentorship: id,
            on: on.day().unwrap_or_else(|| desk.today()),
            channel: channel.get_untracked(),
            direction: direction.get_untracked(),
            about,
            text: Text::default(),
            answer: if waiting.get_untracked() { Answer::Waiting } else { Answer::Answered },
        };
        desk.add(&label, entry);
        on.again();
        waiting.set(false);
    };
    let set_channel = move |it: Option<Channel>| channel.update(|channel| *channel = it.unwrap_or(*channel));
    let ahead = move || on.shown.get().is_some_and(|day| day > desk.today()).then_some(meetings::CHECK_IN_AHEAD);
    view! {
        <div class="form">
            <div class="pair">
                <Choice label=meetings::WHO_BEGAN options=directions() value=move || Some(direction.get()) set=move |it| direction.set(it) />
                <PickChannel label=meetings::HOW value=move || Some(channel.get()) set=set_channel />
                <div>
                    <DateField label=meetings::DAY value=on.shown set=move |day| on.choose(day) />
                    <p class="small soft" role="status">{ahead}</p>
                </div>
            </div>
            <Tick label=meetings::WAITING value=waiting set=move |it| waiting.set(it) />
            <Adder label=meetings::ABOUT hint=guiding::check_in_hint(desk.notebook.with_untracked(|notebook| side_of(notebook, id))) button=meetings::CHECK_IN_GO draft=format!("check-in-{id}") add=add />
        </div>
    }
}

fn directions() -> Vec<(Direction, &'static str)> {
    [Direction::FromMe, Direction::FromThem].map(|it| (it, names::direction(it))).to_vec()
}

/// A check-in, changed where it stands.
#[component]
pub fn CheckInRow(id: Id<CheckIn>) -> impl IntoView {
    let desk = Desk::get();
    let on = desk.field(id, |it: &CheckIn| it.on);
    let about = desk.field(id, |it: &CheckIn| it.about.to_string());
    let line = desk
        .view(move |notebook| notebook.get(id).map(|it| meetings::check_in_line(it.direction, it.channel, it.answer)));
    let waiting = desk.field(id, |it: &CheckIn| it.answer == Answer::Waiting);
    let answered = move |_| {
        let label = changes::changed(meetings::ANSWER, &about.get_untracked());
        desk.edit(id, label, |it: &mut CheckIn| it.answer = Answer::Answered);
    };
    let named = move || meetings::answered(&about.get());
    let more = Look::new(move || meetings::more(&about.get()));
    view! {
        <li class="with-more" data-at=id.to_string() tabindex="-1" on:click:capture=keep_focus_near>
            <Days on=on />
            <div>
                {Form::new(id, about).field(&ABOUT)}
                <p class="why">{line}</p>
                <Show when=move || waiting.get()>
                    <p class="why">
                        <span class="tag">{names::answer(Answer::Waiting)}</span>
                        <Button look="plain" word=meetings::ANSWERED label=named act=answered />
                    </p>
                </Show>
                <PrivateMark id=id />
            </div>
            <RowMore label=more><More id=id /></RowMore>
        </li>
    }
}

/// Who began, how, when, whether it was answered; private, removed.
#[component]
fn More(id: Id<CheckIn>) -> impl IntoView {
    let desk = Desk::get();
    let about = desk.field(id, |it: &CheckIn| it.about.to_string());
    let changed = move |field: &str| changes::changed(field, &about.get_untracked());
    let direction = desk.field(id, |it: &CheckIn| Some(it.direction));
    let channel = desk.field(id, |it: &CheckIn| Some(it.channel));
    let on = desk.field(id, |it: &CheckIn| Some(it.on));
    let answer = desk.field(id, |it: &CheckIn| Some(it.answer));
    let answers = [Answer::Answered, Answer::Waiting, Answer::NotNeeded].map(|it| (it, names::answer(it))).to_vec();
    let set_direction = move |new| desk.edit(id, changed(meetings::WHO_BEGAN), |it: &mut CheckIn| it.direction = new);
    let set_channel = move |new: Option<Channel>| {
        desk.edit(id, changed(meetings::HOW), |it: &mut CheckIn| it.channel = new.unwrap_or(it.channel));
    };
    // A check-in always has a day: an emptied field keeps it.
    let set_on = move |day: Option<Day>| {
        desk.edit(id, changed(meetings::DAY), |it: &mut CheckIn| it.on = day.unwrap_or(it.on));
    };
    let set_answer = move |new| desk.edit(id, changed(meetings::ANSWER), |it: &mut CheckIn| it.answer = new);
    view! {
        <Choice label=meetings::WHO_BEGAN options=directions() value=direction set=set_direction />
        <div class="pair">
            <PickChannel label=meetings::HOW value=channel set=set_channel />
            <DateField label=meetings::DAY value=on set=set_on />
        </div>
        <Choice label=meetings::ANSWER options=answers value=answer set=set_answer />
        {Form::new(id, about).field(&WRITTEN)}
        <EntryMenu id=id title=about />
    }
}
