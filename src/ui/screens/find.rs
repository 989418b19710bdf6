//! Finding a mentor: plans, candidates, events and outreach (F1, F2, F5, F6, F8).

mod candidates;
mod events;
mod outreaches;
mod pick_plan;
mod plans;
mod row;

use leptos::prelude::*;

use super::Page;
use crate::ui::{
    parts::PageHead,
    route::{Matches, Place, Route},
    words::{cards, find, shell},
};

pub(super) use candidates::Candidates;
pub(super) use events::{Events, FollowUp};
pub(super) use outreaches::Outreaches;
pub(super) use pick_plan::PickPlan;

/// Plans, candidates, events and outreach.
#[component]
pub fn FindScreen() -> impl IntoView {
    view! {
        <Page title=shell::place(Place::Find)>
            <PageHead title=shell::place(Place::Find)><p class="soft">{find::PURPOSE}</p></PageHead>
            <plans::Plans />
            <Candidates />
            <p class="acts"><a class="button" href=Route::Matches(Matches::default()).address()>{cards::LINK}</a></p>
            <Events />
            <Outreaches />
        </Page>
    }
}
