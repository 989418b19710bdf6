//! Meetings as a file for a calendar: one of them, or all that are ahead with the rhythm after them (K8).

use leptos::prelude::*;

use crate::{
    domain::{Id, Meeting, Mentorship},
    exchange::calendar::{Choice as Chosen, file_name, told, write},
    ui::{
        desk::Desk,
        parts::{Button, Choice, Tick},
        platform::{self, Moment},
        reactive::{Look, Show},
        screens::name_of,
        words::{meetings::calendar as words, problems},
    },
};

/// How many minutes ahead one can be reminded.
const AHEAD: [(Option<u16>, &str); 4] =
    [(None, words::NOT), (Some(15), words::QUARTER), (Some(60), words::HOUR), (Some(1440), words::DAY)];

/// The choices, and the file.
#[component]
pub fn IntoCalendar(
    /// The mentorship.
    id: Id<Mentorship>,
    /// One meeting alone.
    #[prop(optional)]
    only: Option<Id<Meeting>>,
) -> impl IntoView {
    let desk = Desk::get();
    let ahead = RwSignal::new(Some(60u16));
    let (agenda, private, rhythm) = (RwSignal::new(false), RwSignal::new(only.is_some()), RwSignal::new(false));
    let name = desk.view(move |notebook| name_of(notebook, id));
    let days = desk.view(move |notebook| notebook.get(id).and_then(|it| it.rhythm).map(|it| it.ideal));
    let days = Look::new(move || days.get().filter(|_| only.is_none()));
    // How many go with it, and how many of those that could are private.
    let counted = desk.view(move |notebook| {
        let called = |_: Option<&Meeting>| String::new();
        let count = |private| {
            let choice =
                Chosen { mentorship: id, only, rhythm: false, agenda: false, private, ahead: None, called: &called };
            told(notebook, &choice, desk.today()).len()
        };
        (count(private.get()), count(true) - count(false))
    });
    let is_private = Look::new(move || only.is_some() && counted.get().1 > 0);
    let some_private = Look::new(move || only.is_none() && counted.get().1 > 0);
    let nothing = Look::new(move || counted.get().0 == 0 && !(rhythm.get() && days.get().is_some()));
    let save = move |_| {
        desk.flush();
        let (today, now) = (desk.moment.with_untracked(|it| it.today), Moment::now().millis);
        let with = name.get_untracked();
        let called = |meeting: Option<&Meeting>| words::called(&with, meeting);
        let choice = Chosen {
            mentorship: id,
            only,
            rhythm: rhythm.get_untracked(),
            agenda: agenda.get_untracked(),
            private: private.get_untracked(),
            ahead: ahead.get_untracked(),
            called: &called,
        };
        let zone = platform::zone(today);
        let text = desk.notebook.with_untracked(|notebook| write(notebook, &choice, &zone, today, now));
        match platform::save_file_as(&file_name(today), &text, "text/calendar") {
            Ok(()) => desk.say(words::SAVED, false),
            Err(_) => desk.say(problems::COULD_NOT_SAVE_FILE, false),
        }
    };
    let rhythm_tick = move || {
        days.get().map(|days| {
            view! { <Tick label=words::rhythm(days) value=rhythm set=move |on| rhythm.set(on) /> }
        })
    };
    view! {
        <div class="form">
            <p class="small soft">{words::WHAT}</p>
            <Show when=move || is_private.get()><p class="small soft">{words::PRIVATE_ONE}</p></Show>
            <Choice label=words::REMIND options=AHEAD.to_vec() value=move || Some(ahead.get()) set=move |chosen| ahead.set(chosen) />
            <div>
                <Tick label=words::AGENDA value=agenda set=move |on| agenda.set(on) />
                {rhythm_tick}
                <Show when=move || some_private.get()>
                    <Tick label=words::PRIVATE value=private set=move |on| private.set(on) />
                </Show>
            </div>
            <Show when=move || !nothing.get() fallback=|| view! { <p class="soft" role="status">{words::NOTHING}</p> }>
                <p class="acts"><Button word=words::SAVE act=save /></p>
            </Show>
        </div>
    }
}
