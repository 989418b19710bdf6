//! Words of a report: what some time with a mentor, or a year of one's own, comes to (K8).

use chrono::Datelike;

use super::{
    capital, count, dates, names,
    sharing::sheet::{Names, grouped},
};
use crate::{
    domain::{
        Action, Agreement, Appreciation, Day, EntryId, Feedback, Goal, Id, Kind, KindName, Meeting, Mentorship,
        Notebook,
    },
    exchange::{
        report::{Chart, Document, Part, Scope},
        share::allowed,
    },
    insights::year::{self, Step, Sum},
};

pub const PLACE: &str = "A report";
pub const LINK_WHAT: &str =
    "What some time came to, as a page that opens anywhere, on paper, or as a text: goals, meetings, what was kept.";
/// Above a report with somebody.
pub const BACK: &str = "The mentorship";
pub const MY_YEAR: &str = "My year";
pub const FROM_MENTORSHIP: &str = "What it came to: a report";
pub const WHAT: &str = "Made on this device from what may be shared: nothing private, no private notes, nothing about how it feels, no doubts, no candidates.";
pub const CHOICE: &str = "What it tells";
pub const FROM: &str = "From";
pub const TO: &str = "To";
pub const WRONG_WAY: &str = "The last day is before the first.";
pub const SAVE: &str = "Save as a page";
pub const SAVE_TEXT: &str = "Save as Markdown";
pub const PRINT: &str = "Print";
pub const SAVED: &str = "The report is on its way to your downloads";
pub const HANDED_ON: &str = "The report was handed on";
pub const COPIED: &str = "The report was copied as a text: paste it where you want it";
pub const NOTHING: &str = "Nothing of that time is here to be told.";

pub const NAME: &str = "Your name in it";
pub const NAME_HINT: &str = "Robin";
/// What the owner is called who did not say their name.
const WRITER: &str = "The writer";
pub const PRIVATE: &str =
    "This mentorship, or the person, is marked as private, so no report tells of it. Take the mark away first.";

pub fn with(name: &str) -> String {
    format!("With {name}")
}

/// What a year, or another time, is called.
fn own_title(from: Day, to: Day) -> String {
    let whole_year = from.year() == to.year() && from.ordinal() == 1;
    if whole_year { format!("My year {}", to.year()) } else { "My time with mentors and mentees".to_owned() }
}

fn period(from: Day, to: Day) -> String {
    if from == to {
        return dates::exact(from);
    }
    format!("{} to {}", dates::exact(from), dates::exact(to))
}

fn hours(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

fn numbers(sum: &Sum) -> Vec<(String, String)> {
    let of = |what: &str, number: usize| (number > 0).then(|| (what.to_owned(), number.to_string()));
    let time = match sum.timed {
        0 => None,
        all if all == sum.meetings => Some(("Time together".to_owned(), hours(sum.minutes))),
        some => Some((format!("Time in {some} of them"), hours(sum.minutes))),
    };
    let by_day =
        (sum.with_day > 0).then(|| ("By their day".to_owned(), format!("{} of {}", sum.by_their_day, sum.with_day)));
    let (reached, goals) = sum.reached;
    let goals = (goals > 0).then(|| ("Goals reached so far".to_owned(), format!("{reached} of {goals}")));
    [
        of("Meetings", sum.meetings),
        time,
        goals,
        of("Milestones done", sum.milestones),
        of("Action items done", sum.done),
        by_day,
        of("Feedback", sum.feedback),
        of("Help received", sum.help),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn chart(steps: &[Step]) -> Option<Chart> {
    if steps.iter().all(|step| step.meetings + step.done == 0) {
        return None;
    }
    let one_year = steps.iter().map(|step| step.year).collect::<std::collections::BTreeSet<_>>().len() == 1;
    let called = |step: &Step| match step.month {
        None => step.year.to_string(),
        Some(month) if one_year => dates::month_name(month).chars().take(3).collect(),
        Some(month) => format!("{} {}", dates::month_name(month).chars().take(3).collect::<String>(), step.year),
    };
    let by_month = steps.iter().any(|step| step.month.is_some());
    Some(Chart {
        title: if by_month { "Month by month" } else { "Year by year" }.to_owned(),
        what: ["Meetings", "Milestones and action items done"],
        steps: steps.iter().map(|step| (called(step), [step.meetings, step.done])).collect(),
    })
}

/// Entries of one kind by their day.
fn by_day<'a, K: Kind>(all: impl Iterator<Item = (Id<K>, &'a K)>, on: impl Fn(&K) -> Day) -> Vec<EntryId> {
    let all: Vec<_> = all.map(|(id, it)| (on(it), id.entry())).collect();
    crate::domain::order::sorted(all).into_iter().map(|(_, id)| id).collect()
}

/// The entries of a mentorship, kind by kind, each in the order of days.
fn entries(told: &Notebook, id: Id<Mentorship>) -> Vec<EntryId> {
    let of = |kind: KindName| match kind {
        KindName::Agreement => by_day(told.pointing::<Agreement>(id), |it| it.since),
        KindName::Meeting => by_day(told.pointing::<Meeting>(id), |it| it.on),
        KindName::Action => by_day(told.pointing::<Action>(id), |it| it.promised),
        KindName::Feedback => by_day(told.pointing::<Feedback>(id), |it| it.on),
        KindName::Appreciation => by_day(told.pointing::<Appreciation>(id), |it| it.on),
        _ => Vec::new(),
    };
    allowed::kinds().into_iter().flat_map(of).collect()
}

/// The report in words: `told` is what it may tell.
pub fn document(told: &Notebook, scope: &Scope, me: &str, today: Day) -> Document {
    let me = if me.trim().is_empty() { WRITER } else { me.trim() };
    let (sum, steps) = year::of(told, scope.from, scope.to);
    let name = |id: Id<Mentorship>| {
        let person = told.get(id).and_then(|it| told.get(it.person));
        person.map_or_else(|| names::SOMEBODY.to_owned(), |it| it.name.to_string())
    };
    let goals = by_day(told.all::<Goal>(), |it| it.target.unwrap_or(Day::MAX));
    let groups = |to: &str, entries: Vec<EntryId>| {
        grouped(told, entries.into_iter().map(|id| (id, None)), &Names { from: me, to })
    };
    let mut parts = vec![Part { title: None, groups: groups("", goals) }];
    for id in by_day(told.all::<Mentorship>(), |it| it.since).into_iter().filter_map(EntryId::of::<Mentorship>) {
        let name = name(id);
        let groups = groups(&name, entries(told, id));
        match (scope.with, parts.first_mut()) {
            (Some(_), Some(only)) => only.groups.extend(groups),
            _ => parts.push(Part { title: Some(with(&name)), groups }),
        }
    }
    parts.retain(|part| !part.groups.is_empty());
    Document {
        title: scope.with.map_or_else(|| own_title(scope.from, scope.to), |id| with(&name(id))),
        period: period(scope.from, scope.to),
        numbers: numbers(&sum),
        chart: chart(&steps),
        parts,
        foot: match me {
            WRITER => format!("Written with Mentorbook on {}.", dates::exact(today)),
            me => format!("Written by {me} with Mentorbook on {}.", dates::exact(today)),
        },
    }
}

/// “2 meetings, 3 done”.
pub fn step(step: &str, [meetings, done]: [usize; 2]) -> String {
    format!("{}: {}, {done} done", capital(step), count(meetings, "meeting", "meetings"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{Change, Clock, DeviceId, Draft, Op, Title, entry::Held},
        exchange::{
            backup,
            report::{html, markdown, told},
        },
    };

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    /// What the notebook with every kind of entry comes to, and its entries.
    fn report(with: Option<Id<Mentorship>>, title: &str) -> (Document, Vec<EntryId>) {
        let read = backup::read(include_bytes!("../../../tests/fixtures/backup-1.json")).unwrap();
        let ops = read.held.iter().filter_map(|held| match held {
            Held::Entry(entry) => Some(Op::Put(Draft { private: false, ..entry.draft.clone() })),
            Held::Removed(_) => None,
        });
        let mut notebook = Notebook::default();
        let mut clock = Clock::new(DeviceId::new(1));
        notebook.apply(&Change { label: String::new(), ops: ops.collect() }, &mut clock, 0).unwrap();
        let mut goal = notebook.get(Id::<Goal>::new(1)).unwrap().clone();
        goal.title = Title::new(title).unwrap();
        notebook.apply(&Change::put("", Draft::new(Id::<Goal>::new(1), goal)), &mut clock, 1).unwrap();
        let ids = notebook.entries().map(|entry| entry.draft.id).collect();
        let scope = Scope { with, from: day("2020-01-01"), to: day("2030-12-31"), kinds: allowed::kinds().to_vec() };
        (document(&told(&notebook, &scope), &scope, "Robin", day("2026-04-14")), ids)
    }

    #[test]
    fn everything_it_tells_stands_on_the_page_and_in_the_text() {
        for with in [None, Some(Id::new(1))] {
            let (report, ids) = report(with, "Speak at a conference");
            let (page, text) = (html(&report), markdown(&report));
            for said in [&page, &text] {
                assert!(said.contains("Speak at a conference"), "{said}");
                for (what, number) in &report.numbers {
                    assert!(said.contains(what.as_str()) && said.contains(number.as_str()), "{what} {number}");
                }
                for id in &ids {
                    assert!(!said.contains(&id.to_string()), "{id}");
                }
            }
            let sheets: Vec<_> =
                report.parts.iter().flat_map(|part| &part.groups).flat_map(|group| &group.sheets).collect();
            assert!(sheets.len() > 5);
            assert_eq!(page.matches("<article>").count(), sheets.len());
            assert!(report.chart.is_some() && page.contains("<rect") && text.contains('\u{2588}'));
        }
    }

    #[test]
    fn what_somebody_wrote_is_text_and_nothing_else() {
        let (report, _) = report(None, "<script>alert(1)</script> [a](http://b) <img src=x onerror=y>");
        let page = html(&report);
        assert!(
            page.contains("&lt;script&gt;alert(1)&lt;/script&gt; [a](http://b) &lt;img src=x onerror=y&gt;"),
            "{page}"
        );
        assert!(!page.contains("<script") && !page.contains("<img") && !page.contains("http://b\""));
        let text = markdown(&report);
        assert!(
            text.contains("\\<script\\>alert(1)\\</script\\> \\[a\\](http://b)")
                || text.contains("\\<script\\>alert(1"),
            "{text}"
        );
    }

    #[test]
    fn a_time_has_its_name() {
        assert_eq!(own_title(day("2026-01-01"), day("2026-11-27")), "My year 2026");
        assert_eq!(own_title(day("2025-11-01"), day("2026-11-27")), "My time with mentors and mentees");
        assert_eq!([hours(45), hours(120), hours(150)], ["45 min", "2 h", "2 h 30 min"]);
    }
}
