//! A row of a list in Find: where it leads, words about it, its follow-up.

use leptos::prelude::*;

use super::FollowUp;
use crate::{
    domain::{Day, EntryId},
    ui::{
        parts::{Days, entry_menu::PrivateMark},
        route::Route,
    },
};

/// One entry in a list.
#[component]
pub fn Row(
    /// The entry.
    #[prop(into)]
    id: EntryId,
    /// Its screen.
    to: Route,
    /// What it is called.
    name: String,
    /// Words about it.
    #[prop(into)]
    why: ViewFn,
    /// The day of its follow-up, if that has come.
    due: Option<Day>,
    /// What stands at the end of the row.
    #[prop(optional)]
    end: Option<Day>,
) -> impl IntoView {
    view! {
        <li class="row two">
            <div>
                <p class="what"><a href=to.address()>{name}</a></p>
                <p class="why">{move || why.run()}<FollowUp by=due /></p>
                <PrivateMark id=id />
            </div>
            {end.map(|on| view! { <span class="soft small num"><Days on=on /></span> })}
        </li>
    }
}
