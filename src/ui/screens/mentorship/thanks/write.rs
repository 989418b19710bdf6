//! A note: drafted from what helped and what has changed, changed freely, copied or mailed, marked as sent (R7).

use leptos::prelude::*;

use super::facts::facts;
use crate::{
    domain::{
        Answer, Appreciation, Change, Channel, CheckIn, Direction, Draft, Id, Length, Mentorship, Op, Side, Text, Title,
    },
    insights::appreciations,
    ui::{
        desk::Desk,
        parts::{
            Button, Choice, Days, Field, Section, SendText, Tick,
            draft::{self, Typed},
            plain,
            row_more::keep_focus_near,
            send_text::mail_of,
        },
        reactive::{For, Look, Show},
        screens::{mentorship::PickChannel, name_of},
        words::{
            find::outreach,
            letters::{
                Letter,
                thanks::{self as letters, Note},
            },
            thanks,
        },
    },
};

/// Something that helped: its id and what it was.
type Waiting = Vec<(Id<Appreciation>, String)>;

/// The note and what was sent before.
#[component]
pub fn Write(id: Id<Mentorship>, side: Look<Side>) -> impl IntoView {
    let desk = Desk::get();
    let name = desk.view(move |notebook| name_of(notebook, id));
    let title = Look::new(move || thanks::write(&name.get()));
    view! {
        <Section title=title><Compose id=id side=side name=name /></Section>
        <Sent id=id />
    }
}

/// Spoken words need no greeting, and a message is shorter than a letter.
fn length(channel: Channel) -> Length {
    match channel {
        Channel::Email => Length::Email,
        Channel::Message => Length::Message,
        Channel::InPerson | Channel::Video | Channel::Phone => Length::Spoken,
    }
}

/// What is being written: of which kind, by which way, for what.
#[derive(Clone, Copy)]
struct Writing {
    id: Id<Mentorship>,
    note: Look<Note>,
    how: RwSignal<Channel>,
    picked: Look<Vec<Id<Appreciation>>>,
    letter: Look<Letter>,
    text: Look<String>,
    changed: [Typed; 2],
}

impl Writing {
    /// What somebody changed of a note of this kind.
    fn typed(self, note: Note) -> Typed {
        let [thanks, news] = self.changed;
        if note == Note::Thanks { thanks } else { news }
    }
}

/// The draft and what can be done with it.
#[component]
fn Compose(id: Id<Mentorship>, side: Look<Side>, name: Look<String>) -> impl IntoView {
    let desk = Desk::get();
    let waiting: Look<Waiting> = desk.view(move |notebook| {
        let waiting = appreciations::waiting(notebook, id).into_iter().filter(|id| notebook.may_be_named(id.entry()));
        waiting.filter_map(|id| Some((id, notebook.get(id)?.help.to_string()))).collect()
    });
    let private = desk.view(move |notebook| !appreciations::waiting(notebook, id).is_empty());
    let news = desk.view(move |notebook| {
        let news = appreciations::news(notebook, id, desk.today());
        (news.is_empty(), news.since)
    });
    let usual = desk.notebook.with_untracked(|notebook| notebook.get(id).and_then(|it| it.channel));
    let usual = usual.filter(|it| matches!(it, Channel::Email | Channel::Message)).unwrap_or(Channel::Message);
    let (chosen, how) = (RwSignal::new(None::<Note>), RwSignal::new(usual));
    let left_out = RwSignal::new(Vec::<Id<Appreciation>>::new());
    let note = Look::new(move || {
        let first = if waiting.with(Vec::is_empty) { Note::News } else { Note::Thanks };
        chosen.get().unwrap_or(first)
    });
    let picked = Look::new(move || {
        let all = waiting.get().into_iter().map(|(id, _)| id).filter(|_| note.get() == Note::Thanks);
        left_out.with(|left_out| all.filter(|id| !left_out.contains(id)).collect::<Vec<_>>())
    });
    let letter = desk.view(move |notebook| {
        let facts = facts(notebook, id, note.get(), &picked.get(), &desk.calendar());
        letters::write(note.get(), side.get(), length(how.get()), &facts)
    });
    let changed = ["thanks", "news"].map(|of| draft::typed(desk, &format!("{of}-{id}")));
    let text = Look::new(move || {
        let [thanks, news] = changed;
        let typed = if note.get() == Note::Thanks { thanks } else { news };
        let typed = typed.text.get();
        if typed.trim().is_empty() { letter.with(|letter| letter.text.clone()) } else { typed }
    });
    let writing = Writing { id, note, how, picked, letter, text, changed };
    let take = move |typed: &str| {
        writing.typed(note.get_untracked()).text.set(Text::typed(typed)?.to_string());
        Ok(())
    };
    let set_note = move |new| {
        desk.flush();
        chosen.set(Some(new));
    };
    let set_how = move |new: Option<Channel>| {
        desk.flush();
        how.update(|how| *how = new.unwrap_or(*how));
    };
    let kinds = move || {
        let kinds = Note::ALL.map(|note| (note, thanks::kind(note, side.get()))).to_vec();
        view! { <Choice label=thanks::KIND options=kinds value=move || Some(note.get()) set=set_note /> }
    };
    let help = move || {
        let (nothing, since) = news.get();
        let calendar = desk.calendar();
        match note.get() {
            Note::Thanks if waiting.with(Vec::is_empty) && private.get() => thanks::ONLY_PRIVATE_WAITS.to_owned(),
            Note::Thanks if waiting.with(Vec::is_empty) => thanks::NOTHING_WAITS.to_owned(),
            Note::News if nothing => thanks::nothing_new(since, &calendar),
            Note::Thanks | Note::News => thanks::help(side.get(), since, &calendar),
        }
    };
    let is_changed = move || !writing.typed(note.get()).text.with(|text| text.trim().is_empty());
    let again = move |_| {
        desk.flush();
        writing.typed(note.get_untracked()).sent();
        crate::ui::shell::focus_when_there("[data-at=note]");
    };
    view! {
        <div class="form" data-at="write-note">
            <div class="pair">
                {kinds}
                <PickChannel label=thanks::HOW value=move || Some(how.get()) set=set_how />
            </div>
            <Show when=move || { note.get() == Note::Thanks && waiting.with(Vec::len) > 1 }>
                <Pick waiting=waiting left_out=left_out />
            </Show>
            <p class="small soft">{help}</p>
            <Field label=thanks::TEXT value=text take=take many=true at="note" draft=format!("note-{id}") />
            <Acts of=writing name=name />
            <Show when=is_changed>
                <p><Button look="plain" word=thanks::AGAIN act=again /></p>
            </Show>
        </div>
    }
}

/// For what it thanks: all that waits, or some of it.
#[component]
fn Pick(waiting: Look<Waiting>, left_out: RwSignal<Vec<Id<Appreciation>>>) -> impl IntoView {
    let row = move |(id, help): (Id<Appreciation>, String)| {
        let set = move |on: bool| {
            left_out.update(|out| {
                out.retain(|it| *it != id);
                if !on {
                    out.push(id);
                }
            });
        };
        let on = move || left_out.with(|out| !out.contains(&id));
        view! { <li><Tick label=help value=on set=set /></li> }
    };
    view! {
        <fieldset class="pick">
            <legend>{thanks::FOR}</legend>
            <ul class="plain"><For each=move || waiting.get() key=Clone::clone children=row /></ul>
        </fieldset>
    }
}

/// Copying, mailing, marking as sent.
#[component]
fn Acts(of: Writing, name: Look<String>) -> impl IntoView {
    let desk = Desk::get();
    let Writing { id, note, how, picked, letter, text, .. } = of;
    let to = desk.view(move |notebook| mail_of(notebook.get(id).and_then(|it| notebook.get(it.person))));
    let subject = move || letter.with(|letter| letter.subject.clone());
    let mail = move || how.get() == Channel::Email;
    let sent = move |_| {
        desk.flush();
        let about = letter.with_untracked(|letter| Title::typed(&letter.subject));
        let (Ok(text), Ok(about)) = (Text::new(text.get_untracked()), about) else { return };
        let (note, on, message) = (note.get_untracked(), desk.today(), desk.new_id::<CheckIn>());
        let check_in = CheckIn {
            mentorship: id,
            on,
            channel: how.get_untracked(),
            direction: Direction::FromMe,
            about,
            text,
            answer: Answer::NotNeeded,
        };
        let written = Op::Put(Draft::new(message, check_in));
        let thanked = picked.get_untracked().into_iter().filter_map(|help| {
            let entry = desk.entry_now(help.entry())?;
            Op::edit(&entry, |it: &mut Appreciation| it.thank(on, Some(message)))
        });
        let label = thanks::sent(note, &name.get_untracked());
        desk.say(label.clone(), true);
        desk.commit(Change { label, ops: std::iter::once(written).chain(thanked).collect() });
        of.typed(note).sent();
        desk.go_to(&desk.route.get_untracked(), message.to_string());
    };
    view! {
        <p class="acts">
            <SendText text=text subject=subject to=to mail=mail />
            <Button look="main" word=outreach::MARK_SENT act=sent />
        </p>
    }
}

/// What was sent, newest first.
#[component]
fn Sent(id: Id<Mentorship>) -> impl IntoView {
    let ids = Desk::get().view(move |notebook| appreciations::sent(notebook, id));
    view! {
        <Show when=move || ids.with(|ids| !ids.is_empty())>
            <Section title=thanks::SENT>
                <ol class="timeline">
                    <For each=move || ids.get() key=|id| *id plain=plain let:id>
                        <SentRow id=id />
                    </For>
                </ol>
            </Section>
        </Show>
    }
}

#[component]
fn SentRow(id: Id<CheckIn>) -> impl IntoView {
    let desk = Desk::get();
    let on = desk.field(id, |it: &CheckIn| it.on);
    let what = desk.field(id, |it: &CheckIn| thanks::sent_as(&it.about, it.channel));
    let text = desk.field(id, |it: &CheckIn| it.text.to_string());
    view! {
        <li data-at=id.to_string() tabindex="-1" on:click:capture=keep_focus_near>
            <Days on=on />
            <div>
                <p class="what">{what}</p>
                <p class="copy">{text}</p>
            </div>
        </li>
    }
}
