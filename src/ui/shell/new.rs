//! “New”: one way to begin anything, from everywhere.

use leptos::prelude::*;

use crate::{
    domain::{Id, KindName, Mentorship},
    insights::mentorships::running,
    ui::{
        desk::Desk,
        parts::dialog::Dialog,
        route::{Place, Route, Tab},
        screens::name_of,
        words::shell::new,
    },
};

/// Something that can be begun: a screen, and the form on it.
type Offer = (String, Route, &'static str);

/// What can be begun without anybody.
fn alone() -> Vec<Offer> {
    let offer = |word: &str, place: Place, form| (word.to_owned(), place.route(), form);
    vec![
        offer(new::GOAL, Place::Goals, "new-goal"),
        offer(new::PERSON, Place::People, "new-person"),
        offer(new::PLAN, Place::Find, "new-plan"),
        offer(new::EVENT, Place::Find, "new-event"),
        offer(new::OUTREACH, Place::Find, "new-outreach"),
    ]
}

/// What is begun with the other one of each mentorship that goes on.
fn together(desk: Desk) -> Vec<Offer> {
    desk.notebook.with(|notebook| {
        let ids = running(notebook, desk.today()).into_iter().map(|it| it.id);
        let offers = ids.flat_map(|id: Id<Mentorship>| {
            let name = name_of(notebook, id);
            let route = Route::Mentorship(id, Tab::Meetings);
            [
                (new::with(KindName::Meeting, &name), route.clone(), "new-meeting"),
                (new::with(KindName::CheckIn, &name), route, "new-check-in"),
            ]
        });
        offers.collect()
    })
}

/// The list of what can be begun.
#[component]
pub(super) fn New(open: RwSignal<bool>) -> impl IntoView {
    let desk = Desk::get();
    let offers = move || {
        let offers = alone().into_iter().chain(together(desk)).enumerate().map(|(at, (word, route, form))| {
            let go = move |_| {
                open.set(false);
                desk.go_to(&route, form.to_owned());
            };
            // The first has the focus when the dialog opens, and not the button that closes it.
            view! { <li><button type="button" class="button" autofocus={at == 0} on:click=go>{word}</button></li> }
        });
        offers.collect_view()
    };
    view! {
        <Dialog open=open title=new::HEADING>
            <ul class="plain offers">{offers}</ul>
        </Dialog>
    }
}
