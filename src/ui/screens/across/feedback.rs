//! The feedback of all mentorships, and what was done about it (R5).

use leptos::prelude::*;

use super::{above, filters, nothing, pick_with, row_of, with_held};
use crate::{
    domain::{Direction, Feedback, Id},
    insights::across::{About, FeedbackFilter, feedback},
    ui::{
        desk::Desk,
        parts::{Handler, PageHead, Section, plain},
        reactive::{For, Look, Show},
        route::Route,
        screens::{Page, mentorship::FeedbackRow},
        words::across as words,
    },
};

/// The list, as the address asks for it.
#[component]
pub fn FeedbackScreen() -> impl IntoView {
    let desk = Desk::get();
    let filter = Memo::new(move |before: Option<&FeedbackFilter>| match desk.route.get() {
        Route::Feedback(filter) => filter,
        // On the way to another screen, the list stays as it was.
        _ => before.copied().unwrap_or_default(),
    });
    let held = RwSignal::new(None::<Id<Feedback>>);
    let enter = move |event: web_sys::FocusEvent| held.set(row_of(event.target()).and_then(|id| id.parse().ok()));
    let leave = move |event: web_sys::FocusEvent| {
        // Whoever goes to another window comes back to the same row.
        if row_of(event.related_target()).is_none() && document().has_focus().unwrap_or(true) {
            held.set(None);
        }
    };
    let fitting = desk.view(move |notebook| feedback(notebook, filter.get()));
    let ids = with_held(fitting, held);
    let all = desk.view(|notebook| notebook.all::<Feedback>().count());
    let count = Look::new(move || ids.with(Vec::len));
    let counted = move || words::counted_feedback(count.get(), all.get());
    let none = move || nothing(all.get() > 0, words::FEEDBACK_NONE, Route::Feedback(FeedbackFilter::default()));
    view! {
        <Page title=words::FEEDBACK>
            <PageHead title=words::FEEDBACK above=above><p class="soft">{words::FEEDBACK_PURPOSE}</p></PageHead>
            <Filters filter=filter />
            <Section title=words::FEEDBACK_LIST end=counted>
                <Show when=move || { count.get() > 0 } fallback=none>
                    <ol class="timeline" on:focusin=enter on:focusout=leave>
                        <For each=move || ids.get() key=|id| *id plain=plain let:id>
                            <FeedbackRow id=id with=true />
                        </For>
                    </ol>
                    <p class="small soft">{words::FEEDBACK_ORDER}</p>
                </Show>
            </Section>
        </Page>
    }
}

/// From whom, whether something was done, about what, with whom.
#[component]
fn Filters(filter: Memo<FeedbackFilter>) -> impl IntoView {
    let desk = Desk::get();
    let directions = [Direction::FromThem, Direction::FromMe];
    let by_direction = move |from| Route::Feedback(FeedbackFilter { from, ..filter.get() });
    let by_acted = move |acted| Route::Feedback(FeedbackFilter { acted, ..filter.get() });
    let by_about = move |about| Route::Feedback(FeedbackFilter { about, ..filter.get() });
    let with = Handler::from(move |with| desk.go(&Route::Feedback(FeedbackFilter { with, ..filter.get_untracked() })));
    view! {
        <div class="asked">
            {filters(words::FROM, &directions, words::from, move || filter.get().from, by_direction)}
            {filters(words::ACTED, &[false, true], words::acted, move || filter.get().acted, by_acted)}
            {filters(words::ABOUT, &About::ALL, words::about, move || filter.get().about, by_about)}
            {pick_with(Look::new(move || filter.get().with), with)}
        </div>
    }
}
