//! The guide: short pages of advice, each with things to try at once.

use leptos::prelude::*;

use super::{Page, name_of, not_found::NotFoundScreen};
use crate::{
    domain::{Id, Mentorship},
    guide::{
        hard::{Act, HARD},
        pages::{self, PAGES},
    },
    ui::{
        desk::Desk,
        parts::{PageHead, Section},
        reactive::Show,
        route::{Route, Tab},
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

fn address(page: &pages::Page) -> String {
    Route::Guide(Some(page.slug.to_owned())).address()
}

#[component]
fn All() -> impl IntoView {
    let row = |page: &'static pages::Page| {
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
fn One(page: &'static pages::Page) -> impl IntoView {
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
            {page.act.map(|act| view! { <Where act=act /> })}
        </Page>
    }
}

/// The mentorships that go on, each with the place where one can do what the page speaks of.
#[component]
fn Where(act: Act) -> impl IntoView {
    let running = Desk::get().view(|notebook| {
        let running = notebook.all::<Mentorship>().filter(|(_, it)| it.state.is_running());
        running.map(|(id, _)| (id, name_of(notebook, id))).collect::<Vec<(Id<Mentorship>, String)>>()
    });
    let route = move |id| match act {
        Act::Meetings => Route::Mentorship(id, Tab::Meetings),
        Act::Pulse => Route::Mentorship(id, Tab::Pulse),
        Act::About => Route::Mentorship(id, Tab::About),
        Act::Closing => Route::Closing(id),
    };
    let links = move || {
        let links = running.get().into_iter();
        links.map(|(id, name)| view! { <li><a href=route(id).address()>{guide::act(&name)}</a></li> }).collect_view()
    };
    view! {
        <Show when=move || running.with(|running| !running.is_empty())>
            <Section title=guide::ACT><ul class="plain linked">{links}</ul></Section>
        </Show>
    }
}
