//! The contacts of half a year as dots on a line, against the agreed gap (R2, H1).

use leptos::prelude::*;

use super::Days;
use crate::{
    domain::{Day, Id, Mentorship, order},
    insights::{
        contact::ContactKind,
        strip::{Dot, DotKind, Strip, strip as strip_of},
    },
    ui::{
        desk::Desk,
        route::Route,
        words::{dates::Calendar, mentorship::strip},
    },
};

/// The drawing is 300 wide and 64 high; the line runs at this height, between these ends.
const LINE: i64 = 40;
const ENDS: (i64, i64) = (8, 292);
/// Fewer days than these are not drawn: a young mentorship would be one dot in a corner.
const LEAST_DAYS: i64 = 28;

/// The strip, and the same as a table.
#[component]
pub fn RhythmStrip(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let found = desk.view(move |notebook| {
        let since = notebook.get(id)?.since;
        Some((strip_of(notebook, id, desk.today())?, since))
    });
    move || {
        let calendar = desk.calendar();
        found.get().map(|(strip, since)| {
            if strip.dots.is_empty() {
                return view! { <p class="small soft">{strip::before_first(&strip)}</p> }.into_any();
            }
            view! {
                <figure>
                    {drawing(&strip, since, &calendar)}
                    <figcaption>{strip::caption(&strip)}{(!strip.pauses().is_empty()).then(|| format!(" {}", strip::PAUSES))}</figcaption>
                </figure>
                <details>
                    <summary>{strip::TABLE}</summary>
                    {table(&strip, &calendar)}
                </details>
            }
            .into_any()
        })
    }
}

/// Where days stand on the line.
#[derive(Clone, Copy)]
struct Scale {
    from: Day,
    days: i64,
}

impl Scale {
    fn of(strip: &Strip, since: Day) -> Self {
        let first = strip.dots.first().map_or(since, |dot| dot.on.min(since));
        let young = strip.to.plus(-LEAST_DAYS);
        let from = strip.from.max(first.min(young));
        Self { from, days: (strip.to - from).num_days().max(1) }
    }

    fn x(self, day: Day) -> i64 {
        let (start, end) = ENDS;
        let after = (day - self.from).num_days().clamp(0, self.days);
        start + (after * (end - start) + self.days / 2) / self.days
    }
}

fn drawing(strip: &Strip, since: Day, calendar: &Calendar) -> impl IntoView + use<> {
    let scale = Scale::of(strip, since);
    let (start, end) = ENDS;
    let dots = strip.dots.iter().map(|dot| dot_view(*dot, scale.x(dot.on))).collect_view();
    let ticks = agreed_days(strip, scale).into_iter().map(|x| format!("M{x} {}v12", LINE - 6)).collect::<String>();
    let last = strip.to;
    view! {
        <svg viewBox="0 0 300 64" role="img" aria-label=strip::label(strip, calendar)>
            {pauses_view(strip, scale)}
            <path d=format!("M{start} {LINE}H{end}{ticks}") stroke="var(--line)" fill="none" />
            {gap_view(strip, scale)}
            {dots}
            <g font-size="11" fill="var(--ink-soft)">
                <text x="4" y="62">{calendar.short(scale.from)}</text>
                <text x="296" y="62" text-anchor="end">{calendar.short(last)}</text>
            </g>
        </svg>
    }
}

/// A mark for each contact that the rhythm would ask for, counted from the first.
fn agreed_days(strip: &Strip, scale: Scale) -> Vec<i64> {
    let (Some(rhythm), Some(first)) = (strip.rhythm, strip.dots.first()) else { return Vec::new() };
    // Marks that touch each other say nothing.
    const LEAST_APART: i64 = 6;
    let (start, end) = ENDS;
    if i64::from(rhythm.ideal) * (end - start) < LEAST_APART * scale.days {
        return Vec::new();
    }
    let next = |day: &Day| Some(strip.paused.after(*day, rhythm.ideal.into())).filter(|next| next > day);
    let days = std::iter::successors(Some(first.on), next);
    days.take_while(|day| *day <= strip.to).map(|day| scale.x(day)).collect()
}

/// The days of pauses, shaded behind the line.
fn pauses_view(strip: &Strip, scale: Scale) -> impl IntoView + use<> {
    let pauses = strip.pauses().into_iter().filter(|(_, until)| *until >= scale.from).map(|(from, until)| {
        let (from, until) = (scale.x(from), scale.x(until));
        let width = (until - from).max(3);
        view! { <rect x=from y=LINE - 10 width=width height="20" rx="2" fill="var(--sunk)" stroke="var(--edge)" stroke-dasharray="2 2" /> }
    });
    pauses.collect_view()
}

/// Filled for a contact of both sides, open for what is planned or was not answered.
fn dot_view(dot: Dot, x: i64) -> impl IntoView {
    let (fill, stroke, dashes) = match dot.what {
        DotKind::Was(ContactKind::Unanswered(_)) => ("var(--paper)", "var(--accent)", None),
        DotKind::Was(_) => ("var(--accent)", "var(--accent)", None),
        DotKind::Planned(_) => ("var(--paper)", "var(--accent)", Some("2 2")),
    };
    let radius =
        if matches!(dot.what, DotKind::Was(ContactKind::Meeting(_)) | DotKind::Planned(_)) { "5" } else { "3.5" };
    view! { <circle cx=x cy=LINE r=radius fill=fill stroke=stroke stroke-width="1.6" stroke-dasharray=dashes /> }
}

/// An arc over the longest gap where it was longer than agreed.
fn gap_view(strip: &Strip, scale: Scale) -> Option<impl IntoView + use<>> {
    let gap = strip.longest_gap.filter(|_| strip.exceeded)?;
    let (from, to) = (scale.x(gap.from), scale.x(gap.to));
    let middle = i64::midpoint(from, to);
    // The words stay on the drawing.
    let words = middle.clamp(24, 276);
    Some(view! {
        <path d=format!("M{from} 30Q{middle} 12 {to} 30") fill="none" stroke="var(--amber)" stroke-width="1.5" stroke-dasharray="3 3" />
        <text x=words y="14" text-anchor="middle" font-size="11" fill="var(--ink-soft)">{strip::days(gap.days)}</text>
    })
}

/// The same facts in rows, oldest first.
fn table(strip: &Strip, calendar: &Calendar) -> impl IntoView + use<> {
    let before = std::iter::once(None).chain(strip.dots.iter().map(|dot| Some(dot.on)));
    let dots = strip.dots.iter().zip(before).map(|(dot, before)| {
        let gap = before.map(|before| strip.paused.between(before, dot.on));
        (dot.on, what(dot.what), gap)
    });
    let pauses =
        strip.pauses().into_iter().map(|(from, until)| (from, strip::pause(&calendar.short(until)).into_any(), None));
    let rows = order::by_key(dots.chain(pauses).collect(), |(on, ..)| *on).into_iter().map(
        |(on, what, gap): (Day, AnyView, Option<i64>)| {
            view! { <tr><td><Days on=on /></td><td>{what}</td><td class="num">{gap}</td></tr> }
        },
    );
    let rows = rows.collect_view();
    view! {
        <table>
            <thead><tr><th scope="col">{strip::DAY}</th><th scope="col">{strip::WHAT}</th><th scope="col">{strip::GAP}</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn what(dot: DotKind) -> AnyView {
    match dot {
        DotKind::Was(ContactKind::Meeting(id)) | DotKind::Planned(id) => {
            view! { <a href=Route::Meeting(id).address()>{strip::what(dot)}</a> }.into_any()
        }
        DotKind::Was(_) => strip::what(dot).into_any(),
    }
}
