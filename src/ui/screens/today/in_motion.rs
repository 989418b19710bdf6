//! The goals that are worked on (G1).

use leptos::prelude::*;

use super::super::goals::GoalRow;
use crate::{
    insights::today::{Today, goals_in_motion},
    ui::{
        desk::Desk,
        parts::{Button, Empty, Section},
        reactive::{For, Look, Show},
        route::Place,
        words::{share, today as words},
    },
};

/// The most goals shown: who works at more of them at once looks under Goals.
const MOST_GOALS: usize = Today::MOST;

/// Active goals with their next step, what comes first first.
#[component]
pub fn InMotion() -> impl IntoView {
    let desk = Desk::get();
    let active = desk.view(goals_in_motion);
    let shown = Look::new(move || active.with(|ids| ids.iter().copied().take(MOST_GOALS).collect::<Vec<_>>()));
    let more = Look::new(move || active.with(Vec::len).saturating_sub(MOST_GOALS));
    let end = || view! { <a href=Place::Goals.route().address()>{words::ALL_GOALS}</a> };
    let none = move || {
        view! {
            <Empty text=words::NONE_IN_MOTION>
                <Button word=words::FIRST_GOAL act=move |_| desk.go_to(&Place::Goals.route(), "new-goal".to_owned()) />
            </Empty>
        }
    };
    view! {
        <Section title=words::IN_MOTION end=end>
            <Show when=move || active.with(|it| !it.is_empty()) fallback=none>
                <ul class="rows"><For each=move || shown.get() key=|id| *id let:id><GoalRow id=id /></For></ul>
                <Show when=move || { more.get() > 0 }>
                    <p class="small soft">{move || share::more(more.get())}</p>
                </Show>
            </Show>
        </Section>
    }
}
