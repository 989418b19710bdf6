//! The question before something goes for good.

use leptos::prelude::*;

use super::{Button, Handler, dialog::Dialog};
use crate::ui::reactive::Live;

/// A dialog with one answer that does it and one that does not.
#[component]
pub fn Confirm(
    /// Whether it is asked.
    open: RwSignal<bool>,
    /// The question.
    title: &'static str,
    /// What it means.
    #[prop(into)]
    what: Live<String>,
    /// The answer that does it.
    yes: &'static str,
    /// The answer that does not.
    no: &'static str,
    /// Does it.
    #[prop(into)]
    act: Handler<()>,
    /// What can be done before, or instead.
    #[prop(optional, into)]
    before: ViewFn,
) -> impl IntoView {
    let what = what.look();
    let go = move |_| {
        open.set(false);
        act.run(());
    };
    view! {
        <Dialog open=open title=title>
            <p>{move || open.get().then(|| what.get())}</p>
            {
                let before = before.clone();
                move || before.run()
            }
            <p class="acts">
                <Button look="danger" word=yes act=go.clone() />
                <Button word=no act=move |_| open.set(false) />
            </p>
        </Dialog>
    }
}
