//! The guide: short pages of advice, each with things to try at once.

use leptos::prelude::*;

use super::{Page, name_of, not_found::NotFoundScreen};
use crate::{
    domain::{Id, Mentorship},
    guide::{
        hard::HARD,
        page::{Act, Page as GuidePage},
        pages::{self, PAGES},
    },
    ui::{
        desk::Desk,
        parts::{PageHead, Section},
        reactive::Look,
        route::{Place, Route, Tab},
        words::{guide, shell},
    },
};

/// All pages of the guide, or one of them.
#[component]
pub fn GuideScreen(
    /// The word of a page; none for the list.
    page: Option<String>,
) -> impl IntoView {
    match page {
        None => view! { <All /> }.into_any(),
        Some(slug) => match pages::page(&slug) {
            Some(page) => view! { <One page=page /> }.into_any(),
            None => view! { <NotFoundScreen /> }.into_any(),
        },
    }
}

fn address(page: &GuidePage) -> String {
    Route::Guide(Some(page.slug.to_owned())).address()
}

#[component]
fn All() -> impl IntoView {
    let row = |page: &'static GuidePage| {
        view! {
            <li class="row two">
                <div>
                    <p class="what"><a href=address(page)>{page.title}</a></p>
                    <p class="why">{page.lead}</p>
                </div>
            </li>
        }
    };
    view! {
        <Page title=shell::GUIDE>
            <PageHead title=shell::GUIDE><p class="soft">{guide::PURPOSE}</p></PageHead>
            <ul class="rows">{PAGES.iter().map(row).collect_view()}</ul>
            <Section title=guide::HARD><ul class="rows">{HARD.iter().map(row).collect_view()}</ul></Section>
        </Page>
    }
}

#[component]
fn One(page: &'static GuidePage) -> impl IntoView {
    let above = || view! { <a href=Route::Guide(None).address()>{shell::GUIDE}</a> };
    let sections = page.sections.iter().map(|section| {
        let tries = section.tries.iter().map(|it| view! { <li>{*it}</li> }).collect_view();
        view! {
            <section class="guide-text">
                <h2>{section.title}</h2>
                {section.text.iter().map(|it| view! { <p>{*it}</p> }).collect_view()}
                {(!section.tries.is_empty()).then(|| view! {
                    <p class="label">{guide::TRY}</p>
                    <ul>{tries}</ul>
                })}
            </section>
        }
    });
    let others = || {
        let links = pages::all().map(|page| view! { <li><a href=address(page)>{page.title}</a></li> });
        view! { <section><h2>{guide::PAGES}</h2><ul class="plain linked">{links.collect_view()}</ul></section> }
    };
    view! {
        <Page title=page.title aside=others>
            <PageHead title=page.title above=above><p class="soft">{page.lead}</p></PageHead>
            {sections.collect_view()}
            <Where act=page.act />
            <section class="guide-text">
                <p class="label">{guide::SOURCES}</p>
                <ul class="small soft">{page.sources.iter().map(|it| view! { <li>{*it}</li> }).collect_view()}</ul>
            </section>
        </Page>
    }
}

/// The place where one can do what the page speaks of, or those of the mentorships that go on.
#[component]
fn Where(act: Act) -> impl IntoView {
    let running = Desk::get().view(|notebook| {
        let running = notebook.all::<Mentorship>().filter(|(_, it)| it.state.is_running());
        running.map(|(id, _)| (id, name_of(notebook, id))).collect::<Vec<(Id<Mentorship>, String)>>()
    });
    let place = |place: Place| vec![(place.route(), shell::place(place).to_owned())];
    // Where no mentorship goes on, it begins with somebody.
    let each = move |route: fn(Id<Mentorship>) -> Route| {
        let all: Vec<_> = running.get().into_iter().map(|(id, name)| (route(id), guide::act(&name))).collect();
        if all.is_empty() { place(Place::People) } else { all }
    };
    let routes = Look::new(move || match act {
        Act::Find => place(Place::Find),
        Act::Goals => place(Place::Goals),
        Act::Share => place(Place::Share),
        Act::Meetings => each(|id| Route::Mentorship(id, Tab::Meetings)),
        Act::Thanks => each(|id| Route::Mentorship(id, Tab::Thanks)),
        Act::Pulse => each(|id| Route::Mentorship(id, Tab::Pulse)),
        Act::About => each(|id| Route::Mentorship(id, Tab::About)),
        Act::Closing => each(Route::Closing),
    });
    let links = move || {
        let link = |(route, word): (Route, String)| view! { <li><a href=route.address()>{word}</a></li> };
        routes.get().into_iter().map(link).collect_view()
    };
    view! {
        <Section title=guide::ACT><ul class="plain linked">{links}</ul></Section>
    }
}
