//! How well a candidate fits, criterion by criterion, and what both wrote down (F7).

use leptos::prelude::*;

use crate::{
    domain::{Candidate, Criterion, Id},
    guide::prompts::GOOD_MENTOR,
    insights::fit::{fit, in_common, weights_of},
    ui::{
        desk::Desk,
        parts::{
            Section,
            form::{Asked, Form, Kind},
        },
        reactive::Look,
        route::Route,
        words::fit as words,
    },
};

/// The rating and the reason of one criterion.
const fn judged(criterion: Criterion, rating: &'static str, reason: &'static str, help: &'static str) -> [Asked; 2] {
    [
        Asked::new(rating, Kind::Rating, words::criterion(criterion), "").help(help),
        Asked::new(reason, Kind::Line, words::reason_for(criterion), words::REASON).quiet(),
    ]
}

static JUDGED: [[Asked; 2]; 5] = {
    let [skills, path, values, trust, time] = GOOD_MENTOR;
    [
        judged(Criterion::Skills, "fit_skills/rating", "fit_skills/reason", skills),
        judged(Criterion::Path, "fit_path/rating", "fit_path/reason", path),
        judged(Criterion::Values, "fit_values/rating", "fit_values/reason", values),
        judged(Criterion::Trust, "fit_trust/rating", "fit_trust/reason", trust),
        judged(Criterion::Time, "fit_time/rating", "fit_time/reason", time),
    ]
};

/// The section on a candidate's page.
#[component]
pub fn FitSection(id: Id<Candidate>, name: Look<String>) -> impl IntoView {
    let desk = Desk::get();
    let form = Form::new(id, name);
    let said = desk.view(move |notebook| {
        let Some(it) = notebook.get(id) else { return String::new() };
        let fit = fit(it, &weights_of(notebook, it));
        words::said(fit.tenths, fit.rated, fit.of)
    });
    let common = desk.view(move |notebook| notebook.get(id).map(|it| in_common(notebook, it)).unwrap_or_default());
    let lines = move || {
        let common = common.get();
        let lines = [(words::SKILLS, common.skills), (words::INTERESTS, common.interests)];
        let lines: Vec<_> = lines.into_iter().filter(|(_, names)| !names.is_empty()).collect();
        if lines.is_empty() {
            return view! { <p class="small soft">{words::NOTHING_IN_COMMON}</p> }.into_any();
        }
        lines.into_iter().map(|(what, names)| view! { <p>{what}": "{names.join(", ")}</p> }).collect_view().into_any()
    };
    let criteria = JUDGED.iter().map(move |asked| view! { <div class="judged">{form.fields(asked)}</div> });
    view! {
        <Section title=words::SECTION end=move || view! { <a href=Route::Compare(None).address()>{words::COMPARE}</a> }>
            <p>{said}" "<span class="soft">{words::SCALE}</span></p>
            <div class="form">{criteria.collect_view()}</div>
            <h3 class="small soft">{words::IN_COMMON}</h3>
            {lines}
        </Section>
    }
}
