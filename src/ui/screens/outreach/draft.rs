//! The message itself: a draft from what is known, changed freely, copied or mailed, marked as sent (F3, F6).

use leptos::prelude::*;

use crate::{
    domain::{Candidate, Change, Goal, Id, Length, MessageKind, Notebook, Op, Outreach, Reply, Stage, Text},
    insights::candidates::of_person,
    ui::{
        desk::Desk,
        parts::{Button, Choice, Days, Field, Select, SendText, send_text::mail_of},
        reactive::{For, Look, Show},
        route::Route,
        screens::candidate,
        words::{
            candidates::turned,
            dates::Calendar,
            find::outreach,
            letters::{self, Facts, INVITATION, Letter},
        },
    },
};

/// Days after which one looks again at somebody who did not answer.
const LATER: i64 = 90;

/// What is known for a message to them. What is private stands in none (R6).
fn facts(notebook: &Notebook, id: Id<Outreach>, calendar: &Calendar) -> Option<Facts> {
    let it = notebook.get(id)?;
    let candidate = it.person.and_then(|person| of_person(notebook, person));
    let candidate = candidate.filter(|(id, _)| notebook.may_be_named(id.entry())).map(|(_, candidate)| candidate);
    let plan = it.plan.or(candidate.and_then(|it| it.plan)).filter(|plan| notebook.may_be_named(plan.entry()));
    let plan = plan.and_then(|plan| notebook.get(plan));
    let open = |id: &&Id<Goal>| notebook.may_be_named(id.entry());
    let goal = |id: &Id<Goal>| notebook.get(*id).map(|goal| goal.title.to_string());
    let offer = Some(&it.offer).filter(|offer| !offer.trim().is_empty()).or(plan.map(|plan| &plan.offer));
    let event = candidate.and_then(|it| it.event).filter(|event| notebook.may_be_named(event.entry()));
    let event = event.and_then(|event| notebook.get(event)).map(|event| event.title.to_string());
    let introducer = candidate.and_then(|it| notebook.get(it.introduced_by?)).map(|person| person.name.to_string());
    Some(Facts {
        to: it.to.to_string(),
        introducer: introducer.unwrap_or_default(),
        event: event.unwrap_or_default(),
        // Why somebody is a candidate is a note of the owner's, and not for their eyes.
        why: it.why_them.to_string(),
        goal: plan.and_then(|plan| plan.goals.iter().filter(open).find_map(goal)).unwrap_or_default(),
        ask: it.ask.to_string(),
        offer: offer.map(ToString::to_string).unwrap_or_default(),
        wrote: it.wrote_last().map(|day| calendar.within(day)).unwrap_or_default(),
    })
}

/// What kind of message comes next.
fn next(notebook: &Notebook, id: Id<Outreach>) -> MessageKind {
    let Some(it) = notebook.get(id) else { return MessageKind::First };
    match (&it.reply, it.sent) {
        (Reply::Came { .. }, _) if super::is_declined(notebook, it) => MessageKind::Thanks,
        (Reply::Waiting | Reply::None { .. }, Some(_)) => MessageKind::FollowUp,
        _ => MessageKind::First,
    }
}

/// The draft and what can be done with it.
#[component]
pub fn Draft(id: Id<Outreach>) -> impl IntoView {
    let desk = Desk::get();
    let to = desk.field(id, |it: &Outreach| it.to.to_string());
    let written = desk.field(id, |it: &Outreach| it.being_written().map(|it| (it.kind, it.length)));
    let begin = desk.view(move |notebook| next(notebook, id));
    // By the way it went the last time.
    let way = desk.field(id, |it: &Outreach| it.messages.iter().rfind(|it| it.sent.is_some()).map(|it| it.length));
    let chosen = RwSignal::new(None::<(MessageKind, Length)>);
    let how = Look::new(move || {
        chosen.get().or_else(|| written.get()).unwrap_or_else(|| (begin.get(), way.get().unwrap_or(Length::Message)))
    });
    let letter = desk.view(move |notebook| {
        let (kind, length) = how.get();
        facts(notebook, id, &desk.calendar()).map(|facts| letters::write(kind, length, &facts)).unwrap_or_default()
    });
    // What somebody changed stands as long as what it is for does.
    let changed = desk.field(id, move |it: &Outreach| {
        let (kind, length) = how.get();
        it.unsent(kind, length).map(|it| it.text.to_string())
    });
    let text = Look::new(move || changed.get().unwrap_or_else(|| letter.with(|letter| letter.text.clone())));
    let take = move |typed: &str| {
        let (text, (kind, length), part) = (Text::typed(typed)?, how.get_untracked(), desk.new_part());
        let label = outreach::wrote(&to.get_untracked());
        desk.edit(id, label, |it: &mut Outreach| it.write(kind, length, text, part));
        Ok(())
    };
    let again = move |_| {
        let (label, (kind, length)) = (outreach::began_again(&to.get_untracked()), how.get_untracked());
        // It stays the one that is being written.
        chosen.set(Some((kind, length)));
        desk.edit(id, label, |it: &mut Outreach| {
            if let Some(message) = it.unsent(kind, length).map(|message| message.id) {
                it.messages.remove(message);
            }
        });
        crate::ui::shell::focus_when_there("[data-at=message]");
    };
    let kinds = MessageKind::ALL.map(|kind| (kind, outreach::kind(kind))).to_vec();
    let lengths = Length::ALL.map(|length| (length, outreach::length(length).to_owned())).to_vec();
    let set_kind = move |kind| chosen.set(Some((kind, how.get_untracked().1)));
    let set_length = move |length: Option<Length>| {
        if let Some(length) = length {
            chosen.set(Some((how.get_untracked().0, length)));
        }
    };
    let fits = move || {
        let units = text.with(|text| text.encode_utf16().count());
        (how.get().1 == Length::Invitation).then(|| outreach::fits(units, INVITATION))
    };
    let missing = move || {
        let missing: Vec<_> = letter.with(|letter| letter.missing.iter().map(|it| outreach::missing(*it)).collect());
        (changed.with(Option::is_none) && !missing.is_empty())
            .then(|| view! { <p class="small soft">{outreach::MISSING}" "{missing.join(", ")}"."</p> })
    };
    view! {
        <div class="form">
            <p class="small soft">{outreach::DRAFT_HELP}</p>
            <Choice label=outreach::KIND options=kinds value=move || Some(how.get().0) set=set_kind />
            <Select label=outreach::LENGTH options=move || lengths.clone() value=move || Some(how.get().1) set=set_length />
            {missing}
            <Field label=outreach::TEXT value=text take=take many=true at="message" draft=format!("message-{id}") />
            <p class="small soft num">{fits}</p>
            <Acts id=id how=how text=text letter=letter chosen=chosen />
            <Show when=move || changed.with(Option::is_some)>
                <p><Button look="plain" word=outreach::AGAIN act=again /></p>
            </Show>
        </div>
        <LetBe id=id />
        <Sent id=id />
    }
}

/// Copying, mailing, marking as sent.
#[component]
fn Acts(
    id: Id<Outreach>,
    how: Look<(MessageKind, Length)>,
    text: Look<String>,
    letter: Look<Letter>,
    chosen: RwSignal<Option<(MessageKind, Length)>>,
) -> impl IntoView {
    let desk = Desk::get();
    let to = desk.field(id, |it: &Outreach| it.to.to_string());
    // A request to be introduced goes to who introduces.
    let to_address = desk.view(move |notebook| {
        let person = notebook.get(id)?.person;
        let introducer = || of_person(notebook, person?)?.1.introduced_by;
        let to = if how.get().0 == MessageKind::Introduction { introducer() } else { person };
        Some(mail_of(to.and_then(|to| notebook.get(to))))
    });
    let to_address = move || to_address.get().unwrap_or_default();
    let subject = move || letter.with(|letter| letter.subject.clone());
    let mail = move || how.get().1 == Length::Email;
    let sent = move |_| {
        desk.flush();
        let Ok(text) = Text::new(text.get_untracked()) else { return };
        let ((kind, length), today, part) = (how.get_untracked(), desk.today(), desk.new_part());
        let Some(entry) = desk.entry_now(id.entry()) else { return };
        let written = Op::edit(&entry, |it: &mut Outreach| it.send_message(kind, length, text, today, part));
        let to_them = matches!(kind, MessageKind::First | MessageKind::FollowUp);
        let person = entry.body::<Outreach>().and_then(|it| it.person).filter(|_| to_them);
        let reached = person.and_then(|person| candidate::reached_out(desk, person));
        let label = outreach::sent(&to.get_untracked());
        desk.say(label.clone(), true);
        desk.commit(Change { label, ops: [written, reached].into_iter().flatten().collect() });
        // What comes next is another message.
        chosen.set(None);
        desk.go_to(&Route::Outreach(id), "sent-messages".to_owned());
    };
    view! {
        <p class="acts">
            <SendText text=text subject=subject to=to_address mail=mail />
            <Button look="main" word=outreach::MARK_SENT act=sent />
        </p>
    }
}

/// After two messages without an answer: to let it be for now.
#[component]
fn LetBe(id: Id<Outreach>) -> impl IntoView {
    let desk = Desk::get();
    let shown = desk.field(id, move |it: &Outreach| it.is_unanswered(desk.today()));
    let let_be = move |_| {
        let Some(entry) = desk.entry_now(id.entry()) else { return };
        let Some(it) = entry.body::<Outreach>() else { return };
        let (today, part) = (desk.today(), desk.new_part());
        let later = Some(today.plus(LATER));
        let settled = Op::edit(&entry, |it: &mut Outreach| it.answer(crate::domain::ReplyKind::None, today));
        let found = desk.notebook.with_untracked(|notebook| of_person(notebook, it.person?).map(|(id, _)| id));
        let found = found.and_then(|id| desk.entry_now(id.entry()));
        // With whom one talks already, or has come to an end, nothing is parked.
        let before = |it: &Candidate| it.stage.is_before_talk();
        let found = found.filter(|entry| entry.body::<Candidate>().is_some_and(before));
        let parked = found.and_then(|entry| {
            Op::edit(&entry, |it: &mut Candidate| {
                it.turn(Stage::Parked, today, crate::domain::Line::default(), part);
                it.next = later;
            })
        });
        let label = match &parked {
            Some(_) => turned(&it.to, Stage::Parked),
            None => outreach::let_be(&it.to),
        };
        desk.say(label.clone(), true);
        desk.commit(Change { label, ops: [settled, parked].into_iter().flatten().collect() });
        crate::ui::shell::keep_focus();
    };
    view! {
        <Show when=move || shown.get()>
            <div class="note">
                <p>{outreach::LET_BE}</p>
                <p class="acts"><Button word=outreach::LET_BE_YES act=let_be /></p>
            </div>
        </Show>
    }
}

/// What was sent, newest first.
#[component]
fn Sent(id: Id<Outreach>) -> impl IntoView {
    let desk = Desk::get();
    let sent = desk.field(id, |it: &Outreach| {
        let sent = it.messages.iter().filter_map(|it| Some((it.id, it.sent?, it.kind, it.length, it.text.to_string())));
        let mut sent: Vec<_> = sent.collect();
        sent.reverse();
        sent
    });
    view! {
        <Show when=move || sent.with(|sent| !sent.is_empty())>
            <h3 class="small soft" data-at="sent-messages" tabindex="-1">{outreach::WAS_SENT}</h3>
            <ol class="timeline">
                <For each=move || sent.get() key=Clone::clone let:message>
                    <li data-at=message.0.to_string() tabindex="-1">
                        <Days on=move || message.1 />
                        <div>
                            <p class="what">{outreach::sent_as(message.2, message.3)}</p>
                            <p class="copy">{message.4.clone()}</p>
                        </div>
                    </li>
                </For>
            </ol>
        </Show>
    }
}
