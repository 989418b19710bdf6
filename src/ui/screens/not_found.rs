//! Nothing is at this address.

use leptos::prelude::*;

use super::Page;
use crate::ui::{parts::PageHead, route::Route, words::shell::not_found};

/// The page for an address without a screen, and for an entry that is gone.
#[component]
pub fn NotFoundScreen() -> impl IntoView {
    view! {
        <Page title=not_found::HEADING>
            <PageHead title=not_found::HEADING />
            <p>{not_found::WHY}</p>
            <p class="after"><a class="button main" href=Route::Today.address()>{not_found::HOME}</a></p>
        </Page>
    }
}
