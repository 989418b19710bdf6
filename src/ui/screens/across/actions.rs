//! The action items of all mentorships, each settled where it stands (R4, R5).

use leptos::prelude::*;

use super::{above, filters, nothing, pick_with};
use crate::{
    domain::{Action, Owner},
    insights::across::{ActionFilter, Standing, actions},
    ui::{
        desk::Desk,
        parts::{ActionRow, Handler, PageHead, Section, plain},
        reactive::{For, Look, Show},
        route::Route,
        screens::Page,
        words::across as words,
    },
};

/// The list, as the address asks for it.
#[component]
pub fn ActionsScreen() -> impl IntoView {
    let desk = Desk::get();
    let filter = Memo::new(move |before: Option<&ActionFilter>| match desk.route.get() {
        Route::Actions(filter) => filter,
        // On the way to another screen, the list stays as it was.
        _ => before.copied().unwrap_or_default(),
    });
    let ids = desk.view(move |notebook| actions(notebook, filter.get(), desk.today()));
    let all = desk.view(|notebook| notebook.all::<Action>().count());
    let count = Look::new(move || ids.with(Vec::len));
    let counted = move || words::counted_actions(count.get(), all.get());
    let none = move || nothing(all.get() > 0, words::ACTIONS_NONE, Route::Actions(ActionFilter::default()));
    view! {
        <Page title=words::ACTIONS>
            <PageHead title=words::ACTIONS above=above><p class="soft">{words::ACTIONS_PURPOSE}</p></PageHead>
            <Filters filter=filter />
            <Section title=words::ACTIONS_LIST end=counted>
                <Show when=move || { count.get() > 0 } fallback=none>
                    <ul class="rows">
                        <For each=move || ids.get() key=|id| *id plain=plain let:id>
                            <ActionRow id=id with=true />
                        </For>
                    </ul>
                    <p class="small soft">{words::ACTIONS_ORDER}</p>
                </Show>
            </Section>
        </Page>
    }
}

/// How they stand, whose they are, with whom.
#[component]
fn Filters(filter: Memo<ActionFilter>) -> impl IntoView {
    let desk = Desk::get();
    let by_state = move |state| Route::Actions(ActionFilter { state, ..filter.get() });
    let by_owner = move |whose| Route::Actions(ActionFilter { whose, ..filter.get() });
    let with = Handler::from(move |with| desk.go(&Route::Actions(ActionFilter { with, ..filter.get_untracked() })));
    view! {
        <div class="asked">
            {filters(words::STATE, &Standing::ALL, words::state, move || filter.get().state, by_state)}
            {filters(words::WHOSE, &[Owner::Me, Owner::Them], words::whose, move || filter.get().whose, by_owner)}
            {pick_with(Look::new(move || filter.get().with), with)}
        </div>
    }
}
