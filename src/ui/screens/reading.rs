//! What somebody shared, to be read and answered: the whole app of the one who was given it (K5).

mod answers;
mod sending;
pub mod sheets;

use leptos::prelude::*;

use super::Page;
use crate::{
    domain::{Id, Share},
    ui::{
        desk::Desk,
        parts::{PageHead, Prompts, Section},
        words::sharing::{self, reading, sheet::counts},
    },
};
use answers::{AnswerTo, More};
use sending::Sending;
use sheets::{Beside, head, sheets};

/// The page of a share.
#[component]
pub fn ReadingScreen(id: Id<Share>) -> impl IntoView {
    let desk = Desk::get();
    let Some(share) = desk.notebook.with_untracked(|notebook| notebook.get(id).cloned()) else {
        return view! { <super::not_found::NotFoundScreen /> }.into_any();
    };
    let calendar = untrack(|| desk.calendar());
    let title = reading::heading(&share.from);
    let with = reading::with_whom(&share.to, &calendar.within(share.on));
    let holds = sharing::counted(&counts(&share));
    let beside: Beside = Box::new(|sheet| view! { <AnswerTo sheet=sheet.clone() /> }.into_any());
    let read = desk.notebook.with_untracked(|notebook| sheets(notebook, &share, &beside));
    view! {
        <Page title=title.clone()>
            <PageHead title=title>
                <p class="soft">{with}{(!holds.is_empty()).then(|| format!(": {holds}"))}</p>
            </PageHead>
            {head(&share, &calendar)}
            {read}
            <Section title=reading::MORE><More /></Section>
            <Prompts title=reading::KINDLY prompts=&crate::guide::prompts::FEEDBACK_GIVEN />
            <Section title=reading::SEND><Sending share=id from=share.from.to_string() /></Section>
        </Page>
    }
    .into_any()
}
