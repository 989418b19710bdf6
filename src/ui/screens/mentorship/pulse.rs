//! How it feels, for the owner alone: three numbers and a word, drawn over time (H2), and doubts (H5).

use leptos::prelude::*;

use crate::{
    domain::{Day, Id, Line, Meeting, Mentorship, Notebook, Pulse, Rating, Side},
    insights::pulses,
    ui::{
        desk::Desk,
        parts::{
            Button, DateField, Days, Empty, EntryMenu, RowMore, Section,
            form::{Asked, Form, Kind},
            plain,
            row_more::keep_focus_near,
        },
        reactive::{For, Look, Show},
        screens::{doubt::Doubts, name_of},
        words::{changes, dates, pulse as words},
    },
};

static RATED: [Asked; 3] = [
    Asked::new("communication", Kind::Rating, words::COMMUNICATION, "").help(words::COMMUNICATION_HELP),
    Asked::new("trust", Kind::Rating, words::TRUST, "").help(words::TRUST_HELP),
    Asked::new("respect", Kind::Rating, words::RESPECT, "").help(words::RESPECT_HELP),
];
static RATED_GUIDING: [Asked; 3] = [
    Asked::new("communication", Kind::Rating, words::COMMUNICATION, "").help(words::COMMUNICATION_HELP),
    Asked::new("trust", Kind::Rating, words::TRUST, "").help(words::TRUST_HELP_GUIDING),
    Asked::new("respect", Kind::Rating, words::RESPECT, "").help(words::RESPECT_HELP_GUIDING),
];
static WORD: Asked = Asked::new("word", Kind::Line, words::WORD, words::WORD_HINT);

/// The tab of the pulse.
#[component]
pub fn PulseTab(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let ids = desk.view(move |notebook| {
        let mut ids: Vec<_> = pulses::of(notebook, id).into_iter().map(|(id, _)| id).collect();
        ids.reverse();
        ids
    });
    let begun = desk.view(move |notebook| pulses::of(notebook, id).iter().any(|(_, it)| it.on == desk.today()));
    let begin = move |_| begin(desk, id, None, desk.today());
    view! {
        <p class="soft">{words::PURPOSE}</p>
        <Show when=move || !begun.get()>
            <p class="acts"><Button look="main" word=words::NEW act=begin /></p>
        </Show>
        <Show when=move || ids.with(|ids| ids.len() > 1)>
            <Section title=words::OVER_TIME><OverTime id=id /></Section>
        </Show>
        <Section title=words::ALL>
            <Show when=move || ids.with(|ids| !ids.is_empty()) fallback=|| view! { <Empty text=words::EMPTY /> }>
                <ol class="timeline">
                    <For each=move || ids.get() key=|id| *id plain=plain let:id>
                        <Row id=id />
                    </For>
                </ol>
            </Show>
        </Section>
        <Section title=crate::ui::words::doubt::PLACE><Doubts id=id /></Section>
    }
}

/// Begins one, and goes to its first question.
pub fn begin(desk: Desk, mentorship: Id<Mentorship>, meeting: Option<Id<Meeting>>, on: Day) {
    let with = desk.notebook.with_untracked(|notebook| name_of(notebook, mentorship));
    let (none, word) = (None::<Rating>, Line::default());
    let new = desk.add(&with, Pulse { mentorship, meeting, on, communication: none, trust: none, respect: none, word });
    crate::ui::shell::focus_when_there(&format!("[data-at=\"{new}\"] input"));
}

/// The three numbers and the word.
#[component]
pub fn Felt(id: Id<Pulse>) -> impl IntoView {
    let desk = Desk::get();
    let with =
        desk.view(move |notebook| notebook.get(id).map(|it| name_of(notebook, it.mentorship)).unwrap_or_default());
    let side = |notebook: &Notebook| Some(notebook.get(notebook.get(id)?.mentorship)?.side);
    let guiding = desk.notebook.with_untracked(side) == Some(Side::Guiding);
    let form = Form::new(id, Look::new(move || words::of(&with.get())));
    let rated = form.fields(if guiding { &RATED_GUIDING } else { &RATED });
    view! { <div class="form" data-at=id.to_string() tabindex="-1">{rated}{form.field(&WORD)}</div> }
}

/// One of them, changed where it stands.
#[component]
fn Row(id: Id<Pulse>) -> impl IntoView {
    let desk = Desk::get();
    let on = desk.field(id, |it: &Pulse| it.on);
    let with =
        desk.view(move |notebook| notebook.get(id).map(|it| name_of(notebook, it.mentorship)).unwrap_or_default());
    let title = Look::new(move || words::of(&with.get()));
    // It always has a day: an emptied field keeps it.
    let set_on = move |day: Option<Day>| {
        let label = changes::changed(words::ON, &title.get_untracked());
        desk.edit(id, label, |it: &mut Pulse| it.on = day.unwrap_or(it.on));
    };
    let more = Look::new(move || words::title(&with.get(), on.get(), &desk.calendar()));
    view! {
        <li class="with-more" tabindex="-1" on:click:capture=keep_focus_near>
            <Days on=on />
            <Felt id=id />
            <RowMore label=more>
                <DateField label=words::ON value=move || Some(on.get()) set=set_on />
                <EntryMenu id=id title=title />
            </RowMore>
        </li>
    }
}

/// A pulse as it is drawn: its day and the three numbers.
type Dot = (Day, [Option<u8>; 3]);

/// A line for each of the three, and the same as a table.
#[component]
fn OverTime(id: Id<Mentorship>) -> impl IntoView {
    let desk = Desk::get();
    let dots = desk.view(move |notebook| {
        let dot = |it: &Pulse| (it.on, [it.communication, it.trust, it.respect].map(|it| it.map(Rating::get)));
        pulses::of(notebook, id).into_iter().map(|(_, it)| dot(it)).collect::<Vec<Dot>>()
    });
    move || dots.with(|dots| drawn(dots))
}

const WIDTH: i64 = 300;
const NAMES: [&str; 3] = [words::COMMUNICATION, words::TRUST, words::RESPECT];
/// Told apart without colour: whole, dashed, dotted.
const DASHES: [&str; 3] = ["none", "7 4", "1.5 4"];

fn drawn(dots: &[Dot]) -> AnyView {
    let (Some((first, _)), Some((last, latest))) = (dots.first(), dots.last()) else { return ().into_any() };
    let (first, days) = (*first, (*last - *first).num_days().max(1));
    let x = move |day: Day| 10 + (day - first).num_days() * (WIDTH - 20) / days;
    let y = |rating: u8| 90 - i64::from(rating) * 16;
    let lines = DASHES.iter().enumerate().map(|(at, dashes)| {
        let points = dots.iter().filter_map(|(day, rated)| Some(format!("{},{}", x(*day), y((*rated.get(at)?)?))));
        let points = points.collect::<Vec<_>>().join(" ");
        view! { <polyline points=points fill="none" stroke="var(--accent)" stroke-width="2" stroke-linecap="round" stroke-dasharray=*dashes /> }
    });
    let lines = lines.collect_view();
    let legend = NAMES.iter().zip(DASHES).map(|(name, dashes)| {
        view! {
            <span class="key-line">
                <svg viewBox="0 0 30 10" width="30" height="10" aria-hidden="true"><path d="M1 5H29" stroke="var(--accent)" stroke-width="2" stroke-linecap="round" stroke-dasharray=dashes /></svg>
                {*name}
            </span>
        }
    });
    let legend = legend.collect_view();
    let rows = dots.iter().rev().map(|(day, rated)| {
        let cells =
            rated.map(|rating| view! { <td class="num">{words::rated(rating)}</td> }).into_iter().collect_view();
        view! { <tr><th scope="row">{dates::exact(*day)}</th>{cells}</tr> }
    });
    let rows = rows.collect_view();
    let heads = NAMES.map(|name| view! { <th scope="col">{name}</th> }).into_iter().collect_view();
    view! {
        <figure>
            <svg viewBox="0 0 300 96" role="img" aria-label=words::drawing(*latest, dots.len())>
                <path d="M10 74H290M10 58H290M10 42H290M10 26H290M10 10H290" stroke="var(--line)" fill="none" />
                {lines}
            </svg>
            <figcaption class="small">{legend}</figcaption>
        </figure>
        <details>
            <summary class="small">{words::TABLE}</summary>
            <table>
                <thead><tr><th scope="col">{words::ON}</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
    .into_any()
}
