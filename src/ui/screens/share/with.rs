//! With whom one can share: the mentorships, each with when something was last shared.

use leptos::prelude::*;

use crate::{
    domain::{Id, Mentorship},
    exchange::share::choosing::shares,
    insights::mentorships::{ended, running},
    ui::{
        desk::Desk,
        parts::Section,
        reactive::{For, Show},
        route::Route,
        screens::name_of,
        words::sharing as words,
    },
};

/// Those who are guided or guide now, then those with whom it has ended.
#[component]
pub(super) fn With() -> impl IntoView {
    let desk = Desk::get();
    let all = desk.view(move |notebook| {
        let ids = running(notebook, desk.today()).into_iter().map(|it| it.id).chain(ended(notebook));
        let row = |id: Id<Mentorship>| {
            let last = shares(notebook, id).first().map(|(_, it)| words::last_shared(&desk.calendar().within(it.on)));
            (id, name_of(notebook, id), last.unwrap_or_else(|| words::NOT_YET.to_owned()))
        };
        ids.map(row).collect::<Vec<_>>()
    });
    let row = |(id, name, last): (Id<Mentorship>, String, String)| {
        view! {
            <li class="row two">
                <div>
                    <p class="what"><a href=Route::ShareWith(id).address()>{words::heading(&name)}</a></p>
                    <p class="why">{last}</p>
                </div>
            </li>
        }
    };
    view! {
        <Section title=words::WITH_WHOM>
            <p>{words::WITH_WHOM_WHAT}</p>
            <Show when=move || all.with(|all| !all.is_empty()) fallback=|| view! { <p class="soft">{words::WITH_NOBODY}</p> }>
                <ul class="rows"><For each=move || all.get() key=|it| it.clone() let:it>{row(it)}</For></ul>
            </Show>
        </Section>
    }
}
