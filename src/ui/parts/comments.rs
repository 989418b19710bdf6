//! What readers of a share said: beside the owner's words, and never mixed with them.

use leptos::prelude::*;

use super::{Button, row_more::keep_focus_near};
use crate::{
    domain::{Comment, EntryId, Id, Notebook, Point},
    insights::{comments::about, titles::title_of},
    ui::{
        desk::Desk,
        reactive::{For, Show},
        shell::search::place_of,
        words::{
            dates::{self, Calendar},
            names,
            sharing::{reading, reply},
        },
    },
};

/// The comments on an entry, if there are any.
#[component]
pub fn Comments(
    /// The entry.
    #[prop(into)]
    id: EntryId,
) -> impl IntoView {
    let ids = Desk::get().view(move |notebook| about(notebook, id));
    view! {
        <Show when=move || ids.with(|ids| !ids.is_empty())>
            <section class="comments" aria-label=reply::SAID_ABOUT>
                <CommentList ids=move || ids.get() about=id />
            </section>
        </Show>
    }
}

/// Comments, each with who says it, when, and what it is about or became.
#[component]
pub fn CommentList(
    /// Which.
    #[prop(into)]
    ids: crate::ui::reactive::Live<Vec<Id<Comment>>>,
    /// The entry beside which they stand; none in a list of their own.
    #[prop(optional, into)]
    about: Option<EntryId>,
) -> impl IntoView {
    view! {
        <ul class="plain comments">
            <For each=move || ids.get() key=|id| *id let:id><Row id=id beside=about /></For>
        </ul>
    }
}

/// What a comment says, in words.
#[derive(Clone, PartialEq, Eq)]
pub struct Said {
    /// Who says it, and when.
    pub by: String,
    /// What it is, where that is more than a comment.
    pub what: Option<String>,
    /// What is said.
    pub text: String,
    /// What it is about.
    pub about: Option<(EntryId, String)>,
    /// What became of it.
    pub became: Option<(EntryId, String)>,
}

impl Said {
    /// Of a comment, in the notebook it belongs to.
    pub fn of(notebook: &Notebook, comment: &Comment, calendar: &Calendar) -> Self {
        let called = |id: EntryId| Some((id, names::entry(&title_of(notebook, id)?, calendar)));
        let what = match comment.point {
            Point::Said => None,
            Point::Done => Some(reply::SAYS_DONE.to_owned()),
            Point::Action => Some(reply::PROPOSES_ACTION.to_owned()),
            Point::Agenda => Some(reply::PROPOSES_AGENDA.to_owned()),
            Point::Meeting { day, at } => {
                let time = at.map(|at| format!(", {}", dates::time(at))).unwrap_or_default();
                Some(format!("{}: {}{time}", reply::PROPOSES_MEETING, dates::exact(day)))
            }
        };
        Self {
            by: reply::said(&comment.from, &calendar.within(comment.on)),
            what,
            text: comment.text.to_string(),
            about: comment.about.and_then(called),
            became: comment.became.and_then(called),
        }
    }
}

#[component]
fn Row(id: Id<Comment>, beside: Option<EntryId>) -> impl IntoView {
    let desk = Desk::get();
    let said = desk.view(move |notebook| Some(Said::of(notebook, notebook.get(id)?, &desk.calendar())));
    let remove = move |_| {
        let title = said.with_untracked(|said| said.as_ref().map(|it| it.by.clone())).unwrap_or_default();
        desk.remove(id.entry(), &title);
    };
    let label = move || reading::take_back(&said.with(|it| it.as_ref().map(|it| it.by.clone()).unwrap_or_default()));
    let link = move |(id, title): (EntryId, String)| {
        let place = desk.notebook.with_untracked(|notebook| place_of(notebook, id));
        place.map(|(route, at)| {
            let address = route.address();
            let go = move |event: web_sys::MouseEvent| {
                if let Some(at) = &at {
                    event.prevent_default();
                    desk.go_to(&route, at.clone());
                }
            };
            view! { <a href=address on:click=go>{title}</a> }
        })
    };
    let shown = move || {
        let said = said.get()?;
        let about = said.about.filter(|(about, _)| Some(*about) != beside).map(|about| view! { " · "{link(about)} });
        let became = said.became.filter(|(became, _)| Some(*became) != beside).map(|became| {
            view! { <p class="small soft">{reply::BECAME}" "{link(became)}</p> }
        });
        let what = said.what.map(|what| view! { <p class="small">{what}</p> });
        Some(view! {
            <p class="small soft">{said.by}{about}</p>
            {what}
            <p class="copy">{said.text}</p>
            {became}
        })
    };
    view! {
        <li class="comment" data-at=id.to_string() tabindex="-1" on:click:capture=keep_focus_near>
            <div>{shown}</div>
            <Button look="plain small" word=reading::TAKE_BACK label=label act=remove />
        </li>
    }
}
