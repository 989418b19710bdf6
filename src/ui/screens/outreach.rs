//! One outreach, changed where it stands: why them, what is asked and offered, what came back (F6, F8).

mod draft;

use leptos::prelude::*;

use super::{
    Existing, Page,
    find::{FollowUp, PickPlan},
};
use crate::{
    domain::{Candidate, Day, Id, Line, Notebook, Outreach, Person, Plan, Reply, ReplyKind, Stage, order},
    guide::prompts,
    insights::candidates::of_person,
    ui::{
        desk::Desk,
        parts::{
            Button, Choice, DateField, EntryMenu, Field, PageHead, Prompts, Section, Select,
            entry_menu::PrivateMark,
            form::{Asked, Form, Kind},
        },
        reactive::{Look, Show},
        route::{Place, Route},
        shell::focus_when_there,
        words::{candidates::turned, changes, find, find::outreach, shell},
    },
};

static TO: Asked = Asked::new("to", Kind::Title, outreach::TO, "");
static WHY_THEM: Asked = Asked::new("why_them", Kind::Text, outreach::WHY_THEM, outreach::WHY_THEM_HINT);
static ASK: Asked = Asked::new("ask", Kind::Text, outreach::ASK, outreach::ASK_HINT);
static OFFER: Asked = Asked::new("offer", Kind::Text, outreach::OFFER, outreach::OFFER_HINT);

/// An outreach.
#[component]
pub fn OutreachScreen(id: Id<Outreach>) -> impl IntoView {
    view! { <Existing id=id><Whole id=id /></Existing> }
}

#[component]
fn Whole(id: Id<Outreach>) -> impl IntoView {
    let desk = Desk::get();
    let to = desk.field(id, |it: &Outreach| it.to.to_string());
    let above = move || view! { <a href=Place::Find.route().address()>{shell::place(Place::Find)}</a> };
    // Who answered is met, and not written to once more, unless it was a no, for which one thanks.
    let answered = desk.view(move |notebook| {
        notebook.get(id).is_some_and(|it| matches!(it.reply, Reply::Came { .. }) && !is_declined(notebook, it))
    });
    let begun = move || {
        desk.notebook.with_untracked(|notebook| notebook.get(id).is_some_and(|it| it.being_written().is_some()))
    };
    view! {
        <Page title=to>
            <PageHead title=to above=above>
                <PrivateMark id=id />
            </PageHead>
            <ToWhom id=id />
            <Section title=outreach::MESSAGE>
                <Message id=id />
            </Section>
            <Section title=outreach::DRAFT>
                <Show when=move || answered.get() fallback=move || view! { <draft::Draft id=id /> }>
                    <details class="inset" open=begun()>
                        <summary>{outreach::WRITE_MORE}</summary>
                        <draft::Draft id=id />
                    </details>
                </Show>
            </Section>
            <Section title=outreach::SENDING>
                <Sending id=id />
            </Section>
            <Section title=outreach::REPLY>
                <Answer id=id />
            </Section>
            <EntryMenu id=id title=to after=Place::Find.route() />
        </Page>
    }
}

/// Whether it was written to a candidate who said no.
fn is_declined(notebook: &Notebook, it: &Outreach) -> bool {
    let candidate = it.person.and_then(|person| of_person(notebook, person));
    candidate.is_some_and(|(_, it)| it.stage == Stage::Declined)
}

/// To whom, who that is in the notebook, and for which plan.
#[component]
fn ToWhom(id: Id<Outreach>) -> impl IntoView {
    let desk = Desk::get();
    let to = desk.field(id, |it: &Outreach| it.to.to_string());
    let changed = move |field: &str| changes::changed(field, &to.get_untracked());
    let person = desk.field(id, |it: &Outreach| it.person);
    let plan = desk.field(id, |it: &Outreach| it.plan);
    let people = desk.view(|notebook| {
        let people: Vec<_> = notebook.all::<Person>().map(|(id, it)| (id, it.name.to_string())).collect();

        order::by_key(people, |(id, name)| (name.to_lowercase(), *id))
    });
    let set_person = move |person: Option<Id<Person>>| {
        desk.edit(id, changed(outreach::PERSON_FIELD), |it: &mut Outreach| it.person = person);
    };
    let set_plan = move |plan: Option<Id<Plan>>| {
        desk.edit(id, changed(find::PLAN_FIELD), |it: &mut Outreach| it.plan = plan);
    };
    view! {
        <div class="form">
            {Form::new(id, to).field(&TO)}
            <div class="pair">
                <div>
                    <Select label=outreach::PERSON options=people none=outreach::PERSON_NONE value=person set=set_person />
                    {move || person.get().map(|person| view! {
                        <a class="button plain" href=Route::Person(person).address()>{outreach::SEE_PERSON}</a>
                    })}
                </div>
                <div><PickPlan value=plan set=set_plan /></div>
            </div>
        </div>
    }
}

/// Why this person, what is asked, what is offered.
#[component]
fn Message(id: Id<Outreach>) -> impl IntoView {
    let desk = Desk::get();
    let to = desk.field(id, |it: &Outreach| it.to.to_string());
    let form = Form::new(id, to);
    // What was written about a candidate was written for oneself: it goes out only if it is taken over.
    let why = desk.view(move |notebook| {
        let it = notebook.get(id).filter(|it| it.why_them.trim().is_empty())?;
        let (_, candidate) = of_person(notebook, it.person?)?;
        Some(candidate.why.clone()).filter(|why| !why.trim().is_empty())
    });
    let take = move |_| {
        let Some(why) = why.get_untracked() else { return };
        let label = changes::changed(outreach::WHY_THEM, &to.get_untracked());
        desk.edit(id, label, |it: &mut Outreach| it.why_them = why);
        focus_when_there("[data-at=why-them]");
    };
    view! {
        <div class="form">
            <p class="small soft">{outreach::MESSAGE_HELP}</p>
            {form.field(&WHY_THEM)}
            <Show when=move || why.with(Option::is_some)>
                <p class="acts"><Button look="plain" word=outreach::TAKE_WHY act=take /></p>
            </Show>
            <Prompts title=outreach::WHY_THEM_PROMPTS prompts=&prompts::OUTREACH_WHY />
            {form.field(&ASK)}
            <Prompts title=outreach::ASK_PROMPTS prompts=&prompts::OUTREACH_ASK />
            {form.field(&OFFER)}
            <Prompts title=outreach::OFFER_PROMPTS prompts=&prompts::OUTREACH_OFFER />
        </div>
    }
}

/// When it was sent, and when to ask again.
#[component]
fn Sending(id: Id<Outreach>) -> impl IntoView {
    let desk = Desk::get();
    let to = desk.field(id, |it: &Outreach| it.to.to_string());
    let sent = desk.field(id, |it: &Outreach| it.sent);
    let follow_up = desk.field(id, |it: &Outreach| it.follow_up);
    let waiting = desk.field(id, |it: &Outreach| it.reply.is_waiting());
    let due = desk.field(id, move |it: &Outreach| it.follow_up_due(desk.today()));
    let set_sent = move |day: Option<Day>| {
        let label = changes::changed(outreach::SENT, &to.get_untracked());
        desk.edit(id, label, |it: &mut Outreach| it.sent = day);
    };
    let set_follow_up = move |day: Option<Day>| {
        let label = changes::changed(outreach::FOLLOW_UP, &to.get_untracked());
        desk.edit(id, label, |it: &mut Outreach| it.follow_up = day);
    };
    view! {
        <div class="form">
            <div class="pair">
                <DateField label=outreach::SENT value=sent set=set_sent at="sent" />
                <Show when=move || waiting.get()>
                    <DateField label=outreach::FOLLOW_UP value=follow_up set=set_follow_up at="follow-up" />
                </Show>
            </div>
            <Show when=move || waiting.get()>
                <p class="small soft">{outreach::FOLLOW_UP_HELP}<FollowUp by=due /></p>
            </Show>
        </div>
    }
}

/// What came back.
#[component]
fn Answer(id: Id<Outreach>) -> impl IntoView {
    let desk = Desk::get();
    let to = desk.field(id, |it: &Outreach| it.to.to_string());
    let kind = desk.field(id, |it: &Outreach| Some(it.reply.kind()));
    let on = desk.field(id, |it: &Outreach| it.reply.on());
    let note = desk.field(id, |it: &Outreach| match &it.reply {
        Reply::Came { note, .. } => note.to_string(),
        Reply::Waiting | Reply::None { .. } => String::new(),
    });
    let options = ReplyKind::ALL.map(|kind| (kind, outreach::reply(kind))).to_vec();
    let choose = move |kind: ReplyKind| {
        let today = desk.today();
        desk.edit(id, outreach::replied(&to.get_untracked(), kind), |it: &mut Outreach| it.answer(kind, today));
    };
    let set_on = move |day: Option<Day>| {
        let label = changes::changed(outreach::REPLY_DAY, &to.get_untracked());
        desk.edit(id, label, |it: &mut Outreach| {
            if let (Reply::Came { on, .. } | Reply::None { on }, Some(day)) = (&mut it.reply, day) {
                *on = day;
            }
        });
    };
    let take_note = move |typed: &str| {
        let line = Line::typed(typed)?;
        desk.edit(id, changes::changed(outreach::REPLY, &to.get_untracked()), |it: &mut Outreach| {
            if let Reply::Came { note, .. } = &mut it.reply {
                *note = line;
            }
        });
        Ok(())
    };
    let came = Look::new(move || kind.get() == Some(ReplyKind::Came));
    // Where it goes on: with the candidate it was written to.
    let candidate = desk.view(move |notebook| {
        let (id, it) = of_person(notebook, notebook.get(id)?.person?)?;
        Some((id, it.stage))
    });
    let next = move || {
        let (id, stage) = candidate.get()?;
        let talking = move |_| {
            let (today, part) = (desk.today(), desk.new_part());
            let label = turned(&to.get_untracked(), Stage::Talking);
            desk.say(label.clone(), true);
            desk.edit(id, label, |it: &mut Candidate| it.turn(Stage::Talking, today, Line::default(), part));
            focus_when_there("[data-at=to-candidate]");
        };
        let acts = view! {
            <p class="acts">
                {stage.is_before_talk().then(|| view! { <Button word=outreach::TALKING act=talking /> })}
                <a class="button plain" href=Route::Candidate(id).address() data-at="to-candidate">{outreach::TO_CANDIDATE}</a>
            </p>
        };
        Some(acts)
    };
    let given_up = Look::new(move || kind.get() == Some(ReplyKind::None));
    view! {
        <div class="form">
            <Choice label=outreach::REPLY quiet=true careful=true options=options value=kind set=choose />
            <Show when=move || came.get()>
                <DateField label=outreach::REPLY_ON_CAME value=on set=set_on />
                <Field label=outreach::NOTE value=note take=take_note hint=outreach::NOTE_HINT at="reply" />
                {next}
            </Show>
            <Show when=move || given_up.get()>
                <DateField label=outreach::REPLY_ON_NONE value=on set=set_on />
            </Show>
        </div>
    }
}
