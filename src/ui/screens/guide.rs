//! The guide: short pages of advice, each with things to try at once.

use leptos::prelude::*;

use super::{Page, not_found::NotFoundScreen};
use crate::{
    guide::pages::{self, PAGES},
    ui::{
        parts::PageHead,
        route::Route,
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
    let rows = PAGES.iter().map(|page| {
        view! {
            <li class="row two">
                <div>
                    <p class="what"><a href=address(page)>{page.title}</a></p>
                    <p class="why">{page.lead}</p>
                </div>
            </li>
        }
    });
    view! {
        <Page title=shell::GUIDE>
            <PageHead title=shell::GUIDE><p class="soft">{guide::PURPOSE}</p></PageHead>
            <ul class="rows">{rows.collect_view()}</ul>
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
        let links = PAGES.iter().map(|page| view! { <li><a href=address(page)>{page.title}</a></li> });
        view! { <section><h2>{guide::PAGES}</h2><ul class="plain linked">{links.collect_view()}</ul></section> }
    };
    view! {
        <Page title=page.title aside=others>
            <PageHead title=page.title above=above><p class="soft">{page.lead}</p></PageHead>
            {sections.collect_view()}
        </Page>
    }
}
