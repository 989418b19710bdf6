//! What one looks for in a mentor, in detail (F7).

use leptos::prelude::*;

use crate::{
    domain::{Goal, Id, Plan},
    ui::{
        desk::Desk,
        parts::{
            PickGoals, Unfold,
            form::{Asked, Form, Kind},
        },
        words::{changes, find::plan},
    },
};

static WANTED: [Asked; 5] = [
    Asked::new("skills", Kind::Names(plan::SKILL_NEW), plan::SKILLS, plan::SKILL_HINT).help(plan::SKILLS_HELP),
    Asked::new("interests", Kind::Names(plan::INTEREST_NEW), plan::INTERESTS, plan::INTEREST_HINT),
    Asked::new("values", Kind::Text, plan::VALUES, plan::VALUES_HINT),
    Asked::new("time", Kind::Line, plan::TIME, plan::TIME_HINT),
    Asked::new("offer", Kind::Text, plan::OFFER, plan::OFFER_HINT),
];

/// What one looks for, beyond whom: it feeds fit, matching and drafts.
#[component]
pub fn Wanted(id: Id<Plan>) -> impl IntoView {
    let desk = Desk::get();
    let title = desk.field(id, |plan: &Plan| plan.title.to_string());
    let goals = desk.field(id, |plan: &Plan| plan.goals.clone());
    let set_goals = move |goals: Vec<Id<Goal>>| {
        desk.edit(id, changes::changed(plan::GOALS, &title.get_untracked()), |it: &mut Plan| it.goals = goals);
    };
    view! {
        <Unfold title=plan::WANTED at="wanted">
            <div class="form">
                <p class="small soft">{plan::WANTED_HELP}</p>
                <PickGoals label=plan::GOALS value=goals set=set_goals />
                {Form::new(id, title).fields(&WANTED)}
            </div>
        </Unfold>
    }
}
