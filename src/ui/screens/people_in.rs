//! People from a table or an address book: everybody seen first, chosen one by one, taken in as one change (F3, K8).

mod choosing;

use std::{cell::RefCell, sync::Arc};

use leptos::{prelude::*, task::spawn_local};

use super::Page;
use crate::{
    domain::Line,
    exchange::people_in::{self, MOST_BYTES, People},
    ui::{
        desk::Desk,
        parts::{
            ChooseFile, PageHead, Section,
            file::{NotRead, bytes_of, not_read},
        },
        route::Place,
        words::{people_in as words, share, shell},
    },
};
use choosing::Choosing;

/// How far it has come with a file.
#[derive(Clone, Default)]
enum Stage {
    /// None was chosen.
    #[default]
    None,
    /// It is read.
    Reading,
    /// It was not taken.
    NotRead(NotRead),
    /// It waits for a choice.
    Ready { name: String, people: Arc<People> },
    /// It was brought in, with this result.
    Done(String),
}

thread_local! {
    /// A file that was opened elsewhere, until this screen shows it.
    static HANDED: RefCell<Option<(String, People)>> = const { RefCell::new(None) };
}

/// Has a file shown that was opened elsewhere, when this screen is gone to.
pub fn hand_over(name: String, people: People) {
    HANDED.set(Some((name, people)));
}

/// A file in, everybody in it, and what became of them.
#[component]
pub fn PeopleInScreen() -> impl IntoView {
    let handed = HANDED.take().map(|(name, people)| Stage::Ready { name, people: in_words(people).into() });
    let stage = RwSignal::new(handed.unwrap_or_default());
    let above = move || view! { <a href=Place::People.route().address()>{shell::place(Place::People)}</a> };
    let choose = move |file: web_sys::File| {
        stage.set(Stage::Reading);
        spawn_local(async move {
            let read = match bytes_of(&file, MOST_BYTES).await {
                Ok(bytes) => people_in::read(&bytes).map_err(NotRead::Refused),
                Err(why) => Err(why),
            };
            stage.set(match read {
                Ok(people) => Stage::Ready { name: file.name(), people: in_words(people).into() },
                Err(why) => Stage::NotRead(why),
            });
        });
    };
    let shown = move || match stage.get() {
        Stage::None => ().into_any(),
        Stage::Reading => view! { <p class="soft" role="status">{share::READING}</p> }.into_any(),
        Stage::NotRead(why) => not_read(&why),
        Stage::Ready { name, people } => {
            let finish = move |said: Option<String>| stage.set(said.map_or(Stage::None, Stage::Done));
            view! { <Choosing name=name people=people finish=finish /> }.into_any()
        }
        Stage::Done(said) => view! { <p role="status">{said}</p> }.into_any(),
    };
    // What is typed elsewhere is part of what people are held against.
    Desk::get().flush();
    view! {
        <Page title=words::TITLE>
            <PageHead title=words::TITLE above=above>
                <p class="soft">{words::PURPOSE}</p>
            </PageHead>
            <Section title=words::CHOOSE>
                <p>{words::WHAT}</p>
                <ChooseFile label=share::CHOOSE accept=".csv,.vcf,.vcard,.txt,text/csv,text/vcard" choose=choose />
            </Section>
            {shown}
        </Page>
    }
}

/// When one connected, as a sentence on how one met.
fn in_words(mut people: People) -> People {
    for found in &mut people.found {
        if !found.connected.is_empty() {
            found.person.met = Line::typed(&words::connected(&found.connected)).unwrap_or_default();
        }
    }
    people
}
