//! One outreach, changed where it stands: why them, what is asked and offered, what came back (F6, F8).

use leptos::prelude::*;

use super::{
    Page,
    find::{FollowUp, PickPlan},
    not_found::NotFoundScreen,
};
use crate::{
    domain::{Day, Id, Line, Outreach, Person, Plan, Reply, ReplyKind, Text, Title},
    ui::{
        desk::Desk,
        parts::{Choice, DateField, EntryMenu, Field, PageHead, Section, Select, entry_menu::PrivateMark},
        route::{Place, Route},
        words::{changes, find, find::outreach, shell},
    },
};

/// An outreach.
#[component]
pub fn OutreachScreen(id: Id<Outreach>) -> impl IntoView {
    let desk = Desk::get();
    let entry = desk.entry(id);
    let exists = Memo::new(move |_| entry.with(Option::is_some));
    view! {
        <Show when=move || exists.get() fallback=|| view! { <NotFoundScreen /> }>
            <Whole id=id />
        </Show>
    }
}

#[component]
fn Whole(id: Id<Outreach>) -> impl IntoView {
    let desk = Desk::get();
    let to = desk.field(id, |it: &Outreach| it.to.to_string());
    let above = move || view! { <a href=Place::Find.route().address()>{shell::place(Place::Find)}</a> };
    view! {
        <Page title=to>
            <PageHead title=to above=above>
                <PrivateMark id=id />
            </PageHead>
            <ToWhom id=id />
            <Section title=outreach::MESSAGE>
                <Message id=id />
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

/// To whom, who that is in the notebook, and for which plan.
#[component]
fn ToWhom(id: Id<Outreach>) -> impl IntoView {
    let desk = Desk::get();
    let to = desk.field(id, |it: &Outreach| it.to.to_string());
    let changed = move |field: &str| changes::changed(field, &to.get_untracked());
    let person = desk.field(id, |it: &Outreach| it.person);
    let plan = desk.field(id, |it: &Outreach| it.plan);
    let people = desk.view(|notebook| {
        let mut people: Vec<_> = notebook.all::<Person>().map(|(id, it)| (id, it.name.to_string())).collect();
        people.sort_by_cached_key(|(id, name)| (name.to_lowercase(), *id));
        people
    });
    let take_to = move |typed: &str| {
        let to = Title::typed(typed)?;
        desk.edit(id, changed(outreach::TO), |it: &mut Outreach| it.to = to);
        Ok(())
    };
    let set_person = move |person: Option<Id<Person>>| {
        desk.edit(id, changed(outreach::PERSON_FIELD), |it: &mut Outreach| it.person = person);
    };
    let set_plan = move |plan: Option<Id<Plan>>| {
        desk.edit(id, changed(find::PLAN_FIELD), |it: &mut Outreach| it.plan = plan);
    };
    view! {
        <div class="form">
            <Field label=outreach::TO value=to take=take_to at="title" />
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
    let changed = move |field: &str| changes::changed(field, &to.get_untracked());
    let why_them = desk.field(id, |it: &Outreach| it.why_them.to_string());
    let ask = desk.field(id, |it: &Outreach| it.ask.to_string());
    let offer = desk.field(id, |it: &Outreach| it.offer.to_string());
    let take_why_them = move |typed: &str| {
        let text = Text::typed(typed)?;
        desk.edit(id, changed(outreach::WHY_THEM), |it: &mut Outreach| it.why_them = text);
        Ok(())
    };
    let take_ask = move |typed: &str| {
        let text = Text::typed(typed)?;
        desk.edit(id, changed(outreach::ASK), |it: &mut Outreach| it.ask = text);
        Ok(())
    };
    let take_offer = move |typed: &str| {
        let text = Text::typed(typed)?;
        desk.edit(id, changed(outreach::OFFER), |it: &mut Outreach| it.offer = text);
        Ok(())
    };
    view! {
        <div class="form">
            <p class="small soft">{outreach::MESSAGE_HELP}</p>
            <Field label=outreach::WHY_THEM value=why_them take=take_why_them many=true hint=outreach::WHY_THEM_HINT at="why-them" />
            <Field label=outreach::ASK value=ask take=take_ask many=true hint=outreach::ASK_HINT at="ask" />
            <Field label=outreach::OFFER value=offer take=take_offer many=true hint=outreach::OFFER_HINT at="offer" />
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
    let due = desk.field(id, move |it: &Outreach| it.follow_up_due(desk.today()));
    let is_sent = Memo::new(move |_| sent.get().is_some());
    // The button gives way to the day, so the focus goes there.
    let send = move |_| {
        desk.flush();
        let today = desk.today();
        desk.edit(id, outreach::sent(&to.get_untracked()), |it: &mut Outreach| it.send(today));
        desk.go_to(&Route::Outreach(id), "sent".to_owned());
    };
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
            <Show when=move || !is_sent.get()>
                <p><button type="button" class="button main" on:click=send>{outreach::MARK_SENT}</button></p>
            </Show>
            <div class="pair">
                <DateField label=outreach::SENT value=sent set=set_sent at="sent" />
                <DateField label=outreach::FOLLOW_UP value=follow_up set=set_follow_up at="follow-up" />
            </div>
            <p class="small soft">{outreach::FOLLOW_UP_HELP}<FollowUp by=due /></p>
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
    let came = Memo::new(move |_| kind.get() == Some(ReplyKind::Came));
    let given_up = Memo::new(move |_| kind.get() == Some(ReplyKind::None));
    view! {
        <div class="form">
            <Choice label=outreach::REPLY quiet=true options=options value=kind set=choose />
            <Show when=move || came.get()>
                <DateField label=outreach::REPLY_ON_CAME value=on set=set_on />
                <Field label=outreach::NOTE value=note take=take_note hint=outreach::NOTE_HINT at="reply" />
            </Show>
            <Show when=move || given_up.get()>
                <DateField label=outreach::REPLY_ON_NONE value=on set=set_on />
            </Show>
        </div>
    }
}
