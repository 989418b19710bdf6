//! Meetings as a calendar file (RFC 5545), through the `icalendar` crate (K8).
//!
//! A meeting keeps its UID, and its SEQUENCE rises with each change, so that a second import updates what the first one
//! brought. One with a time is told in UTC, one without as a whole day. The rhythm is a recurrence: it has the time zone
//! in it, since its hour on the wall stays when clocks are changed.

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use icalendar::{Alarm, Calendar, CalendarDateTime, Component, Event, EventLike, EventStatus};

use crate::{
    domain::{Day, EntryId, Id, Meeting, MeetingState, Mentorship, Notebook, TimeOfDay, order},
    insights::mentorships::proposed_day,
};

/// How the clocks go where the owner is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    /// Its name, as `Europe/Berlin`.
    pub name: String,
    /// How many minutes it is east of UTC before the first change.
    pub offset: i32,
    /// When that changes, in minutes since 1970 (UTC), and to how many minutes; in order.
    pub changes: Vec<(i64, i32)>,
}

impl Zone {
    /// The changes, each with the offset before it.
    fn changes(&self) -> impl Iterator<Item = (i64, i32, i32)> {
        let before = std::iter::once(self.offset).chain(self.changes.iter().map(|(_, offset)| *offset));
        before.zip(&self.changes).map(|(before, (at, after))| (*at, before, *after))
    }

    /// A moment by the clock on the wall, in UTC. Of an hour that is there twice it is the first, and one that is not
    /// there at all is an hour later.
    fn in_utc(&self, wall: NaiveDateTime) -> NaiveDateTime {
        let minutes = wall.and_utc().timestamp().div_euclid(60);
        let last = self.changes().take_while(|(at, before, _)| minutes >= at + i64::from(*before)).last();
        let offset = match last {
            // In the hour that was left out the clock still says what it said before.
            Some((at, before, after)) if minutes < at + i64::from(after) => before,
            Some((_, _, after)) => after,
            None => self.offset,
        };
        wall - Duration::minutes(offset.into())
    }

    /// The zone as a component of the file. The crate has no type for it.
    fn component(&self) -> String {
        let offset = |minutes: i32| {
            let sign = if minutes < 0 { '-' } else { '+' };
            format!("{sign}{:02}{:02}", minutes.abs() / 60, minutes.abs() % 60)
        };
        let part = |kind: &str, from: i32, to: i32, wall: NaiveDateTime| {
            let wall = wall.format("%Y%m%dT%H%M%S");
            let (from, to) = (offset(from), offset(to));
            format!("BEGIN:{kind}\r\nDTSTART:{wall}\r\nTZOFFSETFROM:{from}\r\nTZOFFSETTO:{to}\r\nEND:{kind}\r\n")
        };
        let mut parts = part("STANDARD", self.offset, self.offset, NaiveDateTime::default());
        for (at, before, after) in self.changes() {
            let Some(moment) = DateTime::from_timestamp(at * 60, 0) else { continue };
            let wall = moment.naive_utc() + Duration::minutes(before.into());
            parts.push_str(&part(if after > before { "DAYLIGHT" } else { "STANDARD" }, before, after, wall));
        }
        format!("BEGIN:VTIMEZONE\r\nTZID:{}\r\n{parts}END:VTIMEZONE\r\n", self.name)
    }
}

/// What goes into the file, and how.
pub struct Choice<'a> {
    /// The mentorship.
    pub mentorship: Id<Mentorship>,
    /// One of its meetings; none for all that are still ahead.
    pub only: Option<Id<Meeting>>,
    /// Whether the rhythm goes on after the last that is planned, as a recurrence.
    pub rhythm: bool,
    /// Whether the points of the agenda go with it.
    pub agenda: bool,
    /// Whether private meetings are among them.
    pub private: bool,
    /// How many minutes ahead one is reminded; none for not at all.
    pub ahead: Option<u16>,
    /// What a meeting is called; without one, what the meetings of the rhythm are.
    pub called: &'a dyn Fn(Option<&Meeting>) -> String,
}

/// How long a meeting lasts of which nobody said it, in minutes.
const USUAL: u16 = 30;

/// The meetings that are told of, in order.
#[must_use]
pub fn told(notebook: &Notebook, choice: &Choice<'_>, today: Day) -> Vec<Id<Meeting>> {
    let is_told = |id: Id<Meeting>, it: &Meeting| match choice.only {
        Some(only) => id == only,
        None => {
            // One that was called off takes itself out of the calendar it is in.
            let stands = it.state.is_planned() || matches!(it.state, MeetingState::Cancelled { .. });
            it.mentorship == choice.mentorship && it.on >= today && stands
        }
    };
    let all = notebook.all::<Meeting>().filter(|(id, it)| is_told(*id, it));
    let all = all.filter(|(id, _)| choice.private || notebook.may_be_named(id.entry()));
    let all: Vec<_> = all.map(|(id, it)| (it.on, it.at, id)).collect();
    order::sorted(all).into_iter().map(|(_, _, id)| id).collect()
}

/// What the file may tell of: where private meetings stay out, no day and no hour of the rhythm comes from one either.
/// Whose meetings they are was chosen.
fn open(notebook: &Notebook, choice: &Choice<'_>) -> Notebook {
    if choice.private {
        return notebook.clone();
    }
    let mut open = notebook.named();
    if let Some(mentorship) = notebook.held(choice.mentorship.entry()) {
        open.hold(mentorship);
    }
    open
}

/// Writes the file. `now` is in milliseconds since 1970 (UTC).
#[must_use]
pub fn write(notebook: &Notebook, choice: &Choice<'_>, zone: &Zone, today: Day, now: u64) -> String {
    let notebook = &open(notebook, choice);
    let mut calendar = Calendar::new();
    for id in told(notebook, choice, today) {
        if let (Some(meeting), Some(entry)) = (notebook.get(id), notebook.entry(id.entry())) {
            let mut event = begun(id.entry(), &(choice.called)(Some(meeting)), entry.trace.newest().millis(), now);
            let minutes = meeting.minutes.unwrap_or(USUAL);
            match meeting.at {
                Some(at) => {
                    let from = zone.in_utc(meeting.on.and_time(at)).and_utc();
                    event.starts(from).ends(from + Duration::minutes(minutes.into()));
                }
                None => {
                    event.starts(*meeting.on).ends(*meeting.on.plus(1));
                }
            }
            if meeting.state.is_planned() {
                remind(&mut event, choice);
            } else {
                event.status(EventStatus::Cancelled);
            }
            if choice.agenda && !meeting.agenda.is_empty() {
                let points: Vec<_> = meeting.agenda.iter().map(|point| format!("– {}", point.title)).collect();
                event.description(&points.join("\n"));
            }
            calendar.push(event.done());
        }
    }
    let is_asked = choice.rhythm && choice.only.is_none();
    let series = is_asked.then(|| series(notebook, choice, zone, today, now)).flatten();
    let needs_zone = series.as_ref().is_some_and(|(_, is_timed)| *is_timed);
    calendar.extend(series.map(|(event, _)| event));
    let text = calendar.done().to_string();
    match text.split_once("BEGIN:VEVENT") {
        Some((head, rest)) if needs_zone => format!("{head}{}BEGIN:VEVENT{rest}", zone.component()),
        _ => text,
    }
}

/// An event with what all have. `changed` and `now` are in milliseconds since 1970 (UTC).
fn begun(id: EntryId, called: &str, changed: u64, now: u64) -> Event {
    /// The beginning of 2025, before which there was no app: SEQUENCE has 31 bits.
    const BEGINNING: u64 = 1_735_689_600;
    let moment = i64::try_from(now).ok().and_then(DateTime::<Utc>::from_timestamp_millis).unwrap_or_default();
    let sequence = u32::try_from((changed / 1000).saturating_sub(BEGINNING)).unwrap_or(u32::MAX >> 1);
    let mut event = Event::new();
    event.uid(&format!("{id}@mentorbook")).sequence(sequence).timestamp(moment).summary(called);
    event
}

fn remind(event: &mut Event, choice: &Choice<'_>) {
    if let Some(ahead) = choice.ahead {
        let called = (choice.called)(None);
        event.alarm(Alarm::display(&called, -Duration::minutes(ahead.into())));
    }
}

/// The rhythm as a recurrence, from the day on that it proposes, at the hour of the latest meeting that has one; and
/// whether it has one.
fn series(notebook: &Notebook, choice: &Choice<'_>, zone: &Zone, today: Day, now: u64) -> Option<(Event, bool)> {
    let (id, mentorship) = (choice.mentorship, notebook.get(choice.mentorship)?);
    let days = mentorship.rhythm?.ideal;
    let day = proposed_day(notebook, id, today)?;
    let changed = notebook.entry(id.entry())?.trace.newest().millis();
    let meetings: Vec<_> =
        notebook.pointing::<Meeting>(id).filter(|(_, it)| it.at.is_some()).map(|(_, it)| it).collect();
    let latest = meetings.iter().max_by_key(|it| (it.on, it.at));
    let mut event = begun(id.entry(), &(choice.called)(None), changed, now);
    let at: Option<TimeOfDay> = latest.and_then(|it| it.at);
    match at {
        Some(at) => {
            let wall = day.and_time(at);
            let minutes = latest.and_then(|it| it.minutes).unwrap_or(USUAL);
            let zoned = |date_time| CalendarDateTime::WithTimezone { date_time, tzid: zone.name.clone() };
            event.starts(zoned(wall)).ends(zoned(wall + Duration::minutes(minutes.into())));
        }
        None => {
            event.starts(*day).ends(*day.plus(1));
        }
    }
    event.add_property("RRULE", format!("FREQ=DAILY;INTERVAL={days}"));
    event.status(EventStatus::Tentative);
    remind(&mut event, choice);
    Some((event.done(), at.is_some()))
}

/// The name under which it is saved: nothing that tells with whom.
#[must_use]
pub fn file_name(on: Day) -> String {
    format!("mentorbook-{on}.ics")
}
