//! Everything in a share as it is read: by the one who gives it, to see it first, and by the one who was given it.

use leptos::prelude::*;

use crate::{
    domain::{Notebook, Share},
    exchange::sheet::Sheet,
    ui::{
        parts::{Bar, Section},
        words::{
            dates::Calendar,
            goals,
            sharing::{self, reading, sheet::groups},
        },
    },
};

/// What stands under a sheet.
pub type Beside = Box<dyn Fn(&Sheet) -> AnyView>;

/// The head of a share: when, how much, what is different, what is said beside it.
pub fn head(share: &Share, calendar: &Calendar) -> AnyView {
    let since = sharing::since(share, calendar).map(|since| view! { <p class="soft">{since}</p> });
    let (note, writes) = (share.note.to_string(), reading::writes(&share.from));
    let note = (!note.trim().is_empty()).then(|| view! { <Section title=writes><p class="copy">{note}</p></Section> });
    view! { {since}{note} }.into_any()
}

/// All of it, kind by kind.
pub fn sheets(notebook: &Notebook, share: &Share, beside: &Beside) -> AnyView {
    let groups = groups(notebook, share);
    if groups.is_empty() {
        return view! { <p>{reading::EMPTY}</p> }.into_any();
    }
    let groups = groups.into_iter().map(|group| {
        let number = group.sheets.len().to_string();
        let sheets = group.sheets.iter().map(|sheet| one(sheet, beside(sheet))).collect_view();
        view! { <Section title=group.title end=move || number.clone()><div class="sheets">{sheets}</div></Section> }
    });
    groups.collect_view().into_any()
}

/// One entry, with what stands under it.
pub fn one(sheet: &Sheet, beside: AnyView) -> AnyView {
    let news = sheet.news.map(|news| view! { <span class="tag">{sharing::news(news)}</span> });
    let bar = sheet.bar.map(|(done, all)| view! { <Bar value=(done, all) label=goals::progress_label(done, all) /> });
    let facts = sheet.facts.iter().map(|(label, said)| {
        view! { <dt>{label.clone()}</dt><dd class="copy">{said.clone()}</dd> }
    });
    let facts = (!sheet.facts.is_empty()).then(|| view! { <dl class="facts">{facts.collect_view()}</dl> });
    let lists = sheet.lists.iter().map(|(label, points)| {
        let points = points.iter().map(|(done, point)| {
            let mark = done.map(|done| {
                let word = if done { reading::TICKED } else { reading::NOT_TICKED };
                view! { <span class="mark" class:on=done role="img" aria-label=word></span> }
            });
            view! { <li class:ticked=done.is_some()>{mark}<span>{point.clone()}</span></li> }
        });
        view! { <p class="label">{*label}</p><ul class="points">{points.collect_view()}</ul> }
    });
    let under = (!sheet.under.is_empty()).then(|| view! { <p class="small soft">{sheet.under.clone()}</p> });
    view! {
        <article class="sheet" data-at=sheet.id.to_string() tabindex="-1">
            <h3>{sheet.title.clone()}" "{news}</h3>
            {under}{bar}
            {lists.collect_view()}
            {facts}
            {beside}
        </article>
    }
    .into_any()
}
