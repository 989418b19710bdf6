//! Questions one at a time: where one is, what is asked there, on and back.

use leptos::prelude::*;

use super::Button;
use crate::ui::{desk::Desk, shell::focus_when_there, words::shell::steps};

/// What a step asks.
pub type Ask = Box<dyn Fn(usize) -> AnyView + Send + Sync>;

/// Steps, gone through one by one. What is typed in one is kept when another one is gone to.
#[component]
pub fn Steps(
    /// What each asks about.
    titles: &'static [&'static str],
    /// What stands in the one with this number, counted from 0.
    ask: Ask,
    /// What stands in place of “Next” in the last one.
    #[prop(into)]
    last: ViewFn,
    /// What stands beside it in all of them: the way out.
    #[prop(into)]
    leave: ViewFn,
) -> impl IntoView {
    let desk = Desk::get();
    let at = RwSignal::new(0_usize);
    let go_to = move |step: usize| {
        desk.flush();
        at.set(step);
        focus_when_there("main h2");
    };
    move || {
        let now = at.get();
        let on = if now + 1 == titles.len() {
            last.run()
        } else {
            view! { <Button look="main" word=steps::NEXT act=move |_| go_to(now + 1) /> }.into_any()
        };
        let back = now.checked_sub(1).map(|before| {
            view! { <Button word=steps::BACK act=move |_| go_to(before) /> }
        });
        let (title, label) = (steps::step(now, titles), steps::step(now, titles));
        view! {
            <section class="guided" aria-label=label>
                <h2 tabindex="-1">{title}</h2>
                <div class="form">{ask(now)}</div>
                <p class="acts">{back}{on}{leave.run()}</p>
            </section>
        }
    }
}
