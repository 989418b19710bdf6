//! The finding plan that an event or an outreach belongs to.

use leptos::prelude::*;

use crate::{
    domain::{Id, Notebook, Plan},
    ui::{
        desk::Desk,
        parts::{Handler, Select},
        reactive::{Live, Show},
        route::Route,
        words::find,
    },
};

/// The plan that an event or an outreach belongs to: one of the open ones, or the one it has.
#[component]
pub fn PickPlan(
    /// The one it belongs to.
    #[prop(into)]
    value: Live<Option<Id<Plan>>>,
    /// Takes another one, or none.
    #[prop(into)]
    set: Handler<Option<Id<Plan>>>,
) -> impl IntoView {
    let desk = Desk::get();
    let chosen = value.look();
    let offered = move |notebook: &Notebook| {
        let plans = notebook.all::<Plan>();
        let plans = plans.filter(|(id, plan)| plan.state.is_open() || chosen.get() == Some(*id));
        plans.map(|(id, plan)| (id, plan.title.to_string())).collect::<Vec<_>>()
    };
    let options = desk.view(offered);
    view! {
        <Select label=find::PLAN options=options none=find::PLAN_NONE value=chosen set=set />
        <Show when=move || chosen.get().is_some()>
            <a class="button plain" href=move || chosen.get().map(|id| Route::Plan(id).address())>{find::SEE_PLAN}</a>
        </Show>
    }
}
