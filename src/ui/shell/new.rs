//! “New”: one way to begin anything, from everywhere.

use leptos::prelude::*;

use crate::{
    domain::{KindName, Mentorship},
    ui::{
        desk::Desk,
        parts::dialog::Dialog,
        route::{Place, Route, Tab},
        words::shell::new,
    },
};

/// Where something new is begun: a screen, and the form on it.
fn begin(desk: Desk, kind: KindName) {
    let one = desk.notebook.with_untracked(|notebook| {
        let running = notebook.all::<Mentorship>().filter(|(_, it)| it.state.is_running());
        running.map(|(id, _)| id).next()
    });
    let (route, form) = match (kind, one) {
        (KindName::Goal, _) => (Place::Goals.route(), "new-goal"),
        (KindName::Meeting, Some(id)) => (Route::Mentorship(id, Tab::Meetings), "new-meeting"),
        (KindName::CheckIn, Some(id)) => (Route::Mentorship(id, Tab::Meetings), "new-check-in"),
        (KindName::Plan, _) => (Place::Find.route(), "new-plan"),
        (KindName::Event, _) => (Place::Find.route(), "new-event"),
        (KindName::Outreach, _) => (Place::Find.route(), "new-outreach"),
        _ => (Place::People.route(), "new-person"),
    };
    desk.go_to(&route, form.to_owned());
}

/// The list of what can be begun.
#[component]
pub(super) fn New(open: RwSignal<bool>) -> impl IntoView {
    let desk = Desk::get();
    let offers = [
        (KindName::Goal, new::GOAL),
        (KindName::Meeting, new::MEETING),
        (KindName::CheckIn, new::CHECK_IN),
        (KindName::Person, new::PERSON),
        (KindName::Plan, new::PLAN),
        (KindName::Event, new::EVENT),
        (KindName::Outreach, new::OUTREACH),
    ];
    view! {
        <Dialog open=open title=new::HEADING>
            <ul class="plain offers">
                {offers.iter().map(|(kind, word)| {
                    let kind = *kind;
                    let go = move |_| {
                        open.set(false);
                        begin(desk, kind);
                    };
                    view! { <li><button type="button" class="button" on:click=go>{*word}</button></li> }
                }).collect_view()}
            </ul>
        </Dialog>
    }
}
