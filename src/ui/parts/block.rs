//! How a page is divided: its head, its sections, and what stands where nothing is yet.

use leptos::prelude::*;

use crate::ui::reactive::Live;

/// The first lines of a screen: where it belongs, and its heading, which takes the focus.
#[component]
pub fn PageHead(
    /// What stands above the heading: a day, a link to where it belongs.
    #[prop(optional, into)]
    above: ViewFn,
    /// The heading.
    #[prop(into)]
    title: Live<String>,
    /// What stands under it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <header class="page-head">
            <p class="soft above">{move || above.run()}</p>
            <h1 tabindex="-1">{title}</h1>
            {children.map(|children| children())}
        </header>
    }
}

/// A section with its heading and, at its end, a count or a link.
#[component]
pub fn Section(
    /// The heading.
    #[prop(into)]
    title: Live<String>,
    /// At the end of the line of the heading.
    #[prop(optional, into)]
    end: ViewFn,
    /// The section.
    children: Children,
) -> impl IntoView {
    let id = super::unique("section");
    let labelled = id.clone();
    view! {
        <section class="section" aria-labelledby=labelled>
            <header><h2 id=id>{title}</h2><span class="end soft small num">{move || end.run()}</span></header>
            {children()}
        </section>
    }
}

/// What stands where nothing is yet: what the place is for, and the first step.
#[component]
pub fn Empty(
    /// What the place is for.
    #[prop(into)]
    text: String,
    /// The first step.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! { <div class="empty"><p>{text}</p>{children.map(|children| children())}</div> }
}

/// Sentences or questions to begin from, folded away.
#[component]
pub fn Prompts(
    /// What they are.
    title: &'static str,
    /// They themselves.
    prompts: &'static [&'static str],
) -> impl IntoView {
    view! {
        <details class="prompts">
            <summary class="small">{title}</summary>
            <ul class="small soft">{prompts.iter().map(|prompt| view! { <li>{*prompt}</li> }).collect_view()}</ul>
        </details>
    }
}

/// How much of something is done.
#[component]
pub fn Bar(
    /// Done, and all.
    #[prop(into)]
    value: Live<(usize, usize)>,
    /// The same in words.
    #[prop(into)]
    label: Live<String>,
) -> impl IntoView {
    view! {
        <div class="bar" role="img" aria-label=label>
            <i style:width=move || {
                let (done, all) = value.get();
                format!("{}%", (done * 100).checked_div(all).unwrap_or(0))
            }></i>
        </div>
    }
}
