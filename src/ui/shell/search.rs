//! Search over everything, from everywhere.

use leptos::prelude::*;

use crate::ui::{parts::dialog::Dialog, words::shell::search};

/// The search dialog.
#[component]
pub(super) fn Search(open: RwSignal<bool>) -> impl IntoView {
    view! {
        <Dialog open=open title=search::LABEL class="search">
            <p>{search::HINT}</p>
        </Dialog>
    }
}
