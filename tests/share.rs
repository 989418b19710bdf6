//! What leaves with a share and what comes back with a reply (R6, K4, K5): nothing leaves but what may, and a reply
//! changes nothing its writer was not given.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs, reason = "tests")]

mod generate;

use std::collections::BTreeSet;

use generate::{cases, drafts, notebook, title};
use mentorbook::{
    domain::{
        Action, ActionState, Body, CardSide, Change, Clock, Comment, Day, DeviceId, Draft, EntryId, Goal, Id, KindName,
        Meeting, Mentorship, News, Notebook, Op, Owner, Point, Share, Text, Title, entry::Held, order,
    },
    exchange::{
        Reason, backup, cards,
        report::{self, Scope},
        share::{
            allowed::{self, ALLOWED, ANSWERED},
            choosing::{Words, compose, leaves, sharable},
            file, reply,
            taking::{Fit, answered, take},
        },
    },
    insights::own_card::own_card,
};
use proptest::{prelude::*, sample::Index};
use serde_json::{Value, json};

const SECRET: &str = "Zqx";

fn day(n: i64) -> Day {
    Day::from_ymd_opt(2026, 4, 14).unwrap().plus(n)
}

fn words() -> Words {
    Words { from: Title::new("Robin").unwrap(), to: Title::new("Amara").unwrap(), note: Text::default() }
}

/// The entries of every kind, with every field.
fn entries() -> Vec<Draft> {
    let read = backup::read(include_bytes!("fixtures/backup-1.json")).unwrap();
    let entries = read.held.into_iter().filter_map(|held| match held {
        Held::Entry(entry) => Some(entry.draft.clone()),
        Held::Removed(..) => None,
    });
    entries.collect()
}

/// A notebook of these entries.
fn notebook_of(drafts: Vec<Draft>) -> Notebook {
    let mut notebook = Notebook::default();
    let change = Change { label: String::new(), ops: drafts.into_iter().map(Op::Put).collect() };
    notebook.apply(&change, &mut Clock::new(DeviceId::new(4)), 1_776_153_600_000).unwrap();
    notebook
}

fn applied(notebook: &Notebook, change: &Change) -> Notebook {
    let mut after = notebook.clone();
    after.apply(change, &mut Clock::new(DeviceId::new(9)), 1_776_153_700_000).unwrap();
    after
}

/// The paths of all plain values, as [`ALLOWED`] names them, and as they are written.
fn places(value: &Value, listed: &str, written: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                let under = |path: &str| if path.is_empty() { name.clone() } else { format!("{path}/{name}") };
                places(value, &under(listed), &under(written), found);
            }
        }
        Value::Array(items) => {
            for item in items {
                if let Some(id) = item.get("id").and_then(Value::as_str) {
                    places(item, listed, &format!("{written}/{id}"), found);
                }
            }
        }
        _ => found.push((listed.to_owned(), written.to_owned())),
    }
}

/// The same with a secret in each place that may not leave, or in every place if it stays as a whole; and how many
/// those are.
fn with_secrets(mut draft: Draft, stays: bool) -> (Draft, usize) {
    let allowed = ALLOWED.iter().find(|it| it.kind == draft.id.kind() && !stays).map_or(&[][..], |it| it.fields);
    let (mut found, mut marked) = (Vec::new(), 0);
    places(&Value::Object(draft.body_fields()), "", "", &mut found);
    for (listed, written) in found.into_iter().filter(|(listed, _)| !allowed.contains(&listed.as_str())) {
        // Days, numbers and words that are fixed take no secret.
        if let Some(with) = draft.with_value(&written, Value::String(format!("{SECRET} {listed}"))) {
            (draft, marked) = (with, marked + 1);
        }
    }
    (draft, marked)
}

fn mentorships(notebook: &Notebook) -> Vec<Id<Mentorship>> {
    notebook.all::<Mentorship>().map(|(id, _)| id).collect()
}

/// A share of these entries as a file.
fn written(notebook: &Notebook, mentorship: Id<Mentorship>, chosen: &[EntryId]) -> String {
    let share = compose(notebook, mentorship, chosen, words(), day(0), None);
    file::write(notebook, Id::new(77), &share, "0.1.0")
}

// --- What leaves -------------------------------------------------------------------------------------

#[test]
fn no_secret_leaves_wherever_it_stands() {
    let (drafts, marked): (Vec<_>, Vec<_>) = entries().into_iter().map(|it| with_secrets(it, false)).unzip();
    assert!(marked.iter().sum::<usize>() > 40, "{marked:?} places were marked");
    let open: Vec<_> = drafts.into_iter().map(|draft| Draft { private: false, ..draft }).collect();
    let chosen: Vec<_> = open.iter().map(|draft| draft.id).collect();
    let said = written(&notebook_of(open), Id::new(1), &chosen);
    assert!(said.contains("Speak at a conference") && said.contains("Every second Monday"), "{said}");
    assert!(!said.contains(SECRET), "{said}");
}

/// Written down by hand once more, so that a row of the table that should not be there is noticed.
#[test]
fn no_field_of_these_names_is_ever_in_a_share() {
    const NEVER: [&str; 21] = [
        "private",
        "trace",
        "seen",
        "place",
        "mentorship",
        "private_notes",
        "story",
        "insights",
        "preparation",
        "prepared",
        "moves",
        "i_came",
        "they_came",
        "reviews",
        "turns",
        "reason",
        "carried_to",
        "done_on",
        "became_on",
        "thanked",
        "message",
    ];
    let open: Vec<_> = entries().into_iter().map(|draft| Draft { private: false, ..draft }).collect();
    let chosen: Vec<_> = open.iter().map(|draft| draft.id).collect();
    let said = written(&notebook_of(open), Id::new(1), &chosen);
    for name in NEVER {
        assert!(!said.contains(&format!("\"{name}\":")), "{name} in {said}");
    }
}

#[test]
fn what_stays_is_not_pointed_to_and_what_is_private_stays_although_it_was_chosen() {
    let all = entries();
    let chosen: Vec<_> = all.iter().map(|draft| draft.id).filter(|id| id.kind() != KindName::Goal).collect();
    let said = written(&notebook_of(all.clone()), Id::new(1), &chosen);
    assert!(said.contains("action-") && !said.contains("goal-") && !said.contains("person-"), "{said}");
    let private: Vec<_> = all.into_iter().map(|draft| Draft { private: true, ..draft }).collect();
    assert_eq!(leaves(&notebook_of(private), Some(Id::new(1)), &chosen, &[]), []);
}

proptest! {
    #![proptest_config(cases(60))]

    /// Secrets in every private entry, in every entry of another mentorship, in every entry that was not chosen, and in
    /// each place of the others that may not leave: none of them is in any share, nor is the id of what stays.
    #[test]
    fn no_share_of_any_notebook_holds_a_secret(notebook in notebook(), private in any::<u64>(), left in any::<u64>(), of in any::<Index>()) {
        let all = mentorships(&notebook);
        prop_assume!(!all.is_empty());
        let mentorship = *of.get(&all);
        let bit = |bits: u64, at: usize| bits >> (at % 64) & 1 == 1;
        let is_private = |at: usize, draft: &Draft| draft.private || bit(private, at);
        let marked: Vec<Draft> = drafts(&notebook).into_iter().enumerate().map(|(at, draft)| {
            let private = is_private(at, &draft);
            let others = draft.body.links().iter().any(|link| link.needed && link.to.kind() == KindName::Mentorship && link.to != mentorship.entry());
            Draft { private, ..with_secrets(draft, private || others || bit(left, at)).0 }
        }).collect();
        let chosen: Vec<EntryId> = marked.iter().enumerate().filter(|(at, _)| !bit(left, *at)).map(|(_, draft)| draft.id).collect();
        let notebook = notebook_of(marked);
        let said = written(&notebook, mentorship, &chosen);
        prop_assert!(!said.contains(SECRET), "{said}");
        let gone: BTreeSet<EntryId> = leaves(&notebook, Some(mentorship), &chosen, &[]).into_iter().map(|it| it.id).collect();
        for id in notebook.entries().map(|entry| entry.draft.id).filter(|id| !gone.contains(id)) {
            prop_assert!(!said.contains(&id.to_string()), "{id} in {said}");
        }
    }

    /// Whoever opens a share has what left, and nothing else: written again from there it is the same, letter by letter.
    #[test]
    fn what_is_read_is_what_was_written(notebook in notebook(), of in any::<Index>(), from in title()) {
        let all = mentorships(&notebook);
        prop_assume!(!all.is_empty());
        let mentorship = *of.get(&all);
        let chosen: Vec<EntryId> = sharable(&notebook, mentorship).into_iter().map(|(id, _)| id).collect();
        let share = compose(&notebook, mentorship, &chosen, Words { from, ..words() }, day(0), None);
        let text = file::write(&notebook, Id::new(77), &share, "0.1.0");
        let received = file::read(text.as_bytes()).unwrap();
        prop_assert_eq!(&received.share.given, &share.given);
        let again = file::write(&received.notebook(), received.id, &received.share, "0.1.0");
        let entries = |text: &str| serde_json::from_str::<Value>(text).unwrap()["entries"].clone();
        prop_assert_eq!(entries(&text), entries(&again));
        prop_assert_eq!(again.lines().count(), text.lines().count());
    }
}

// --- What a report tells -------------------------------------------------------------------------------

/// The same notebook, in which everything but the names of people is a secret where it may not leave.
fn marked(notebook: &Notebook, private: u64) -> Notebook {
    let marked = drafts(notebook).into_iter().enumerate().map(|(at, draft)| {
        let private = draft.private || private >> (at % 64) & 1 == 1;
        let name = draft.body.clone();
        let mut draft = Draft { private, ..with_secrets(draft, private).0 };
        // A report names those whom it may name.
        if let (Body::Person(person), Body::Person(before), false) = (&mut draft.body, name, private) {
            person.name = before.name;
        }
        draft
    });
    notebook_of(marked.collect())
}

proptest! {
    #![proptest_config(cases(60))]

    /// Secrets in every private entry, and in each place of the others that may not leave: none of them is in what a
    /// report may tell, and with one mentorship nothing is told of another.
    #[test]
    fn no_report_of_any_notebook_holds_a_secret(notebook in notebook(), private in any::<u64>(), from in -4000i64..1, days in 0i64..8000) {
        let notebook = marked(&notebook, private);
        let (from, to) = (day(from), day(from).plus(days));
        let with = report::mentorships(&notebook).into_iter().map(Some).chain([None]);
        for with in with {
            let told = report::told(&notebook, &Scope { with, from, to, kinds: allowed::kinds().to_vec() });
            let said = backup::write(&told, &backup::Header::default());
            prop_assert!(!said.contains(SECRET), "{said}");
            for entry in told.entries() {
                let before = notebook.entry(entry.draft.id).unwrap();
                prop_assert!(!before.draft.private);
                let link = entry.draft.body.links().into_iter().find(|link| link.to.kind() == KindName::Mentorship);
                prop_assert!(with.is_none_or(|with| link.is_none_or(|link| link.to == with.entry())));
            }
            // And all of that time is told.
            let named = report::mentorships(&notebook);
            for (id, meeting) in notebook.all::<Meeting>() {
                let is_told = named.contains(&meeting.mentorship)
                    && with.is_none_or(|with| with == meeting.mentorship)
                    && notebook.may_be_named(id.entry())
                    && !meeting.state.is_planned()
                    && (from..=to).contains(&meeting.on);
                prop_assert_eq!(told.get(id).is_some(), is_told, "{}", id);
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(60))]

    /// A card that is made to be handed out begins with what the notebook knows, and with nothing that is private.
    #[test]
    fn no_first_card_of_any_notebook_holds_a_secret(notebook in notebook(), private in any::<u64>()) {
        let marked = drafts(&notebook).into_iter().enumerate().map(|(at, draft)| {
            let private = draft.private || private >> (at % 64) & 1 == 1;
            if private { Draft { private, ..with_secrets(draft, true).0 } } else { draft }
        });
        let notebook = notebook_of(marked.collect());
        for side in CardSide::ALL {
            let card = cards::write(&own_card(&notebook.named(), side, Title::new("Robin").unwrap()));
            prop_assert!(!card.contains(SECRET), "{card}");
        }
    }
}

#[test]
fn a_report_tells_of_its_time_and_of_the_kinds_that_were_chosen() {
    let notebook = notebook_of(entries().into_iter().map(|draft| Draft { private: false, ..draft }).collect());
    let kinds = |from: i64, to: i64, kinds: &[KindName]| {
        let scope = Scope { with: Some(Id::new(1)), from: day(from), to: day(to), kinds: kinds.to_vec() };
        let told = report::told(&notebook, &scope);
        let told: BTreeSet<_> = told.entries().map(|entry| entry.draft.id.kind().name()).collect();
        told.into_iter().collect::<Vec<_>>()
    };
    let all = ["action", "agreement", "appreciation", "feedback", "goal", "meeting", "mentorship", "person"];
    assert_eq!(kinds(-2000, 2000, &allowed::kinds()), all);
    assert_eq!(kinds(-2000, 2000, &[KindName::Meeting]), ["meeting", "mentorship", "person"]);
    assert_eq!(kinds(-4000, -3900, &[KindName::Meeting, KindName::Feedback]), ["mentorship", "person"]);
    assert_eq!(kinds(1, 0, &allowed::kinds()), [""; 0], "the last day is before the first");
}

#[test]
fn goals_of_a_mentorship_that_may_not_be_named_are_not_told_in_a_report_of_ones_own() {
    let told = |private: &dyn Fn(&Draft) -> bool| {
        let drafts = entries().into_iter().map(|draft| Draft { private: private(&draft), ..draft }).collect();
        let scope = Scope { with: None, from: day(-2000), to: day(2000), kinds: allowed::kinds().to_vec() };
        let told = report::told(&notebook_of(drafts), &scope);
        (told.all::<Goal>().count(), told.all::<Mentorship>().count())
    };
    let (goals, mentorships) = told(&|_| false);
    assert!(goals > 0 && mentorships > 0);
    let (left, none) = told(&|draft| draft.id.kind() == KindName::Person);
    assert!(left < goals && none == 0, "{left} of {goals} goals are told although nobody may be named");
}

#[test]
fn what_is_shared_by_itself_is_the_mentorships_own() {
    let notebook = notebook_of(entries().into_iter().map(|draft| Draft { private: false, ..draft }).collect());
    let all = sharable(&notebook, Id::new(1));
    let kinds = |by_itself: bool| {
        let mut kinds: Vec<_> = all.iter().filter(|(_, it)| *it == by_itself).map(|(id, _)| id.kind().name()).collect();
        kinds.dedup();
        kinds
    };
    assert_eq!(kinds(true), ["goal", "agreement", "meeting", "action"]);
    assert_eq!(kinds(false), ["goal", "feedback", "appreciation"]);
}

#[test]
fn the_next_share_says_what_is_new_and_what_is_different() {
    let notebook = notebook_of(entries().into_iter().map(|draft| Draft { private: false, ..draft }).collect());
    let (goal, meeting) = (Id::<Goal>::new(1), Id::<Meeting>::new(1));
    let (first, all) = ([goal.entry()], [goal.entry(), meeting.entry()]);
    let before = compose(&notebook, Id::new(1), &first, words(), day(0), None);
    assert!(before.given.iter().all(|it| it.news.is_none()), "there was none to compare it with");
    let news = |notebook: &Notebook| {
        let share = compose(notebook, Id::new(1), &all, words(), day(7), Some(&before));
        assert_eq!(share.since, Some(day(0)));
        share.given.iter().map(|it| it.news).collect::<Vec<_>>()
    };
    // What was a loose end in the first share is whole in the second: that is no change of the goal.
    assert_eq!(news(&notebook), [None, Some(News::New)]);
    let edited = |change: fn(&mut Goal)| {
        let mut it = notebook.get(goal).unwrap().clone();
        change(&mut it);
        applied(&notebook, &Change::put("", Draft::new(goal, it)))
    };
    assert_eq!(news(&edited(|it| it.title = Title::new("Listen").unwrap()))[0], Some(News::Changed));
    assert_eq!(news(&edited(|it| it.review_on = None))[0], None, "what stays is not told of");
    // Nor is it a change of a meeting that the goal it is about goes with it or not.
    let sum = |chosen: &[EntryId]| {
        let share = compose(&notebook, Id::new(1), chosen, words(), day(0), None);
        share.given(meeting.entry()).unwrap().sum
    };
    assert_eq!(sum(&[meeting.entry()]), sum(&all));
}

// --- Reading a share ---------------------------------------------------------------------------------

/// A share of everything in the fixture.
fn shared() -> (Notebook, Id<Share>, Share, String) {
    let notebook = notebook_of(entries().into_iter().map(|draft| Draft { private: false, ..draft }).collect());
    let chosen: Vec<_> = sharable(&notebook, Id::new(1)).into_iter().map(|(id, _)| id).collect();
    let (id, share) = (Id::new(77), compose(&notebook, Id::new(1), &chosen, words(), day(0), None));
    let text = file::write(&notebook, id, &share, "0.1.0");
    let notebook = applied(&notebook, &Change::put("", Draft::new(id, share.clone())));
    (notebook, id, share, text)
}

#[test]
fn a_share_edited_by_hand_is_read_or_refused_with_its_place() {
    let (_, _, _, text) = shared();
    let refusal = |text: &str| file::read(text.as_bytes()).unwrap_err();
    let wrong = text.replacen("\"title\": \"Speak at a conference 🎤\"", "\"title\": \"\"", 1);
    let refused = refusal(&wrong);
    assert_eq!((refused.place.number, refused.place.kind), (Some(1), Some(KindName::Goal)));
    assert!(matches!(refused.reason, Reason::Wrong(_)) && refused.place.line.is_some(), "{refused}");
    let person = text.replacen("\"kind\": \"goal\"", "\"kind\": \"person\"", 1);
    assert_eq!(refusal(&person).reason, Reason::UnknownKind("person".into()), "what never leaves does not come either");
    let loose = text.replace("\"meeting\": \"meeting-0000000000000001\"", "\"meeting\": \"meeting-0000000000000009\"");
    assert!(matches!(refusal(&loose).reason, Reason::PointsToNothing(_)));
    assert_eq!(refusal(&text.replace("\"version\": 1", "\"version\": 2")).reason, Reason::Newer { version: 2 });
    assert_eq!(refusal("{}").reason, Reason::NotAShare);
    // What may not stand there is passed over.
    let more = text.replacen(
        "\"kind\": \"goal\",",
        "\"kind\": \"goal\", \"private\": true, \"reviews\": [{\"note\": \"x\"}],",
        1,
    );
    assert_eq!(file::read(more.as_bytes()).unwrap(), file::read(text.as_bytes()).unwrap());
}

#[test]
fn the_frozen_share_and_reply_are_read_as_ever() {
    let received = file::read(include_bytes!("fixtures/share-1.json")).unwrap();
    let kinds: BTreeSet<_> = order::set(received.share.given.iter().map(|it| it.entry.kind()));
    assert_eq!(kinds, order::set(ALLOWED.iter().map(|it| it.kind)), "every kind is in it");
    let reply = reply::read(include_bytes!("fixtures/reply-1.json")).unwrap();
    assert_eq!((reply.share, reply.comments.len()), (received.id, 5), "every kind of point is in it");
}

/// The tables of `docs/format.md` name what the code lets out, and nothing else.
#[test]
fn the_format_is_described_as_it_is() {
    let text = include_str!("../docs/format.md");
    for (heading, table) in [("## Shares", &ALLOWED[..]), ("## Replies", &ANSWERED)] {
        let chapter = text.split(heading).nth(1).unwrap().split("\n## ").next().unwrap();
        for allowed in table {
            let start = format!("| `{}` | ", allowed.kind.name());
            let row =
                chapter.lines().find_map(|line| line.strip_prefix(&start)).unwrap_or_else(|| panic!("no row {start}"));
            let named: Vec<_> = row.split('`').skip(1).step_by(2).collect();
            assert_eq!(named, allowed.fields, "{start}");
        }
    }
}

#[test]
fn a_share_does_not_lead_into_the_notebook_of_its_reader() {
    let (_, id, share, text) = shared();
    let received = file::read(text.as_bytes()).unwrap();
    assert_eq!((received.id, &received.share.from, received.share.on), (id, &share.from, share.on));
    let opened = received.notebook();
    assert_eq!(opened.len(), share.given.len() + 3, "besides them the share, and who stands for the owner");
    assert_eq!(
        opened.all::<Mentorship>().map(|(_, it)| it.side).collect::<Vec<_>>(),
        [mentorbook::domain::Side::Guiding]
    );
}

// --- Replies -----------------------------------------------------------------------------------------

/// The notebook of the reader with these points written, and the file that comes of it.
fn replied(text: &str, points: Vec<(Option<EntryId>, Point, &str)>) -> String {
    let received = file::read(text.as_bytes()).unwrap();
    let mut opened = received.notebook();
    for (at, (about, point, text)) in (1..).zip(points) {
        let comment = Comment {
            text: Text::new(text).unwrap(),
            ..Comment::new(received.id, &received.share, day(2), about, point)
        };
        opened = applied(&opened, &Change::put("", Draft::new(Id::new(500 + at), comment)));
    }
    reply::write(&opened, received.id, &Title::new("Amara Osei").unwrap(), day(2), "0.1.0")
}

fn bits() -> impl FnMut() -> u128 {
    let mut next = 9_000;
    move || {
        next += 1;
        next | next << 64
    }
}

fn take_all(notebook: &Notebook, text: &str) -> Notebook {
    let reply = reply::read(text.as_bytes()).unwrap();
    let standing = answered(notebook, &reply, day(0)).unwrap();
    applied(notebook, &take(notebook, &standing.points, "Took in".to_owned(), day(3), &mut bits()))
}

#[test]
fn a_reply_lands_where_it_belongs_and_taking_it_twice_changes_nothing() {
    let (mut notebook, id, _, text) = shared();
    let goal = Id::<Goal>::new(1).entry();
    let theirs = Id::<Action>::new(1);
    let mut action = notebook.get(theirs).unwrap().clone();
    (action.owner, action.state) = (Owner::Them, ActionState::Open);
    notebook = applied(&notebook, &Change::put("", Draft::new(theirs, action)));
    let reply = replied(
        &text,
        vec![
            (Some(goal), Point::Said, "Begin smaller."),
            (Some(theirs.entry()), Point::Done, ""),
            (None, Point::Action, "Read the essay on questions"),
            (None, Point::Agenda, "How the talk went"),
            (None, Point::Meeting { day: day(20), at: None }, "If you like"),
            (Some(goal), Point::Said, "  "),
        ],
    );
    assert_eq!(reply::read(reply.as_bytes()).unwrap().comments.len(), 5, "what says nothing is left out");
    let after = take_all(&notebook, &reply);
    let comments: Vec<_> =
        after.all::<Comment>().filter(|(_, it)| it.share == Some(id)).map(|(_, it)| it.clone()).collect();
    assert!(comments.iter().all(|it| &*it.from == "Amara Osei" && it.on == day(2) && it.mentorship == Id::new(1)));
    assert_eq!(after.get(theirs).unwrap().state, ActionState::Done { on: day(2) });
    let new = |kind: KindName| {
        after.entries().filter(|it| it.draft.id.kind() == kind && notebook.entry(it.draft.id).is_none()).count()
    };
    assert_eq!((new(KindName::Action), new(KindName::Meeting)), (1, 1), "what is to be talked about goes to that day");
    let became: Vec<_> = comments.iter().filter_map(|it| it.became).collect();
    assert_eq!(became.len(), 3);
    assert!(
        after.all::<Meeting>().any(|(id, it)| became.contains(&id.entry())
            && it.agenda.iter().any(|point| &*point.title == "How the talk went"))
    );
    // Once more.
    let standing = answered(&after, &reply::read(reply.as_bytes()).unwrap(), day(0)).unwrap();
    assert!(standing.points.iter().all(|it| it.fit == Fit::There), "{:?}", standing.points);
    assert_eq!(take(&after, &standing.points, String::new(), day(4), &mut bits()).ops, []);
}

#[test]
fn what_is_said_again_in_other_words_replaces_them_and_nothing_else() {
    let (notebook, _, _, text) = shared();
    let reply = replied(
        &text,
        vec![(None, Point::Action, "Read the essay"), (None, Point::Meeting { day: day(20), at: None }, "")],
    );
    let after = take_all(&notebook, &reply);
    let again = reply.replace("Read the essay", "Read the book").replace("2026-05-04", "2026-05-05");
    let fits = |text: &str| {
        let standing = answered(&after, &reply::read(text.as_bytes()).unwrap(), day(3)).unwrap();
        standing.points.iter().map(|it| it.fit).collect::<Vec<_>>()
    };
    assert_eq!(fits(&again), [Fit::Changed, Fit::Changed]);
    assert_eq!(fits(&reply.replace("\"from\": \"Amara Osei\"", "\"from\": \"A. Osei\"")), [Fit::There, Fit::There]);
    let now = take_all(&after, &again);
    let count = |notebook: &Notebook| (notebook.all::<Action>().count(), notebook.all::<Meeting>().count());
    assert_eq!(count(&now), count(&after), "what came of it stays as it is");
    assert!(now.all::<Comment>().any(|(_, it)| &*it.text == "Read the book" && it.became.is_some()));
    let passed = reply.replace("2026-05-04", "2026-04-01");
    let standing = answered(&notebook, &reply::read(passed.as_bytes()).unwrap(), day(3)).unwrap();
    assert_eq!(standing.points[1].fit, Fit::Past);
}

#[test]
fn a_reply_says_when_it_answers_an_older_share_or_none_of_ours() {
    let (notebook, id, share, text) = shared();
    let reply = reply::read(replied(&text, vec![(None, Point::Said, "Good")]).as_bytes()).unwrap();
    let standing = answered(&notebook, &reply, day(0)).unwrap();
    assert_eq!((standing.shared, standing.later), (share.on, None));
    let next = applied(&notebook, &Change::put("", Draft::new(Id::new(78), Share { on: day(5), ..share })));
    assert_eq!(answered(&next, &reply, day(0)).unwrap().later, Some(day(5)));
    let elsewhere = applied(&notebook, &Change { label: String::new(), ops: notebook.removal(id.entry()) });
    assert_eq!(answered(&elsewhere, &reply, day(0)), None);
}

#[test]
fn what_does_not_fit_is_told_and_left() {
    let (notebook, _, _, text) = shared();
    let mine = Id::<Action>::new(1);
    let mut action = notebook.get(mine).unwrap().clone();
    (action.owner, action.state) = (Owner::Me, ActionState::Open);
    let notebook = applied(&notebook, &Change::put("", Draft::new(mine, action)));
    let reply = replied(
        &text,
        vec![(Some(mine.entry()), Point::Done, ""), (Some(Id::<Goal>::new(1).entry()), Point::Said, "Hm")],
    );
    let fits = |text: &str| {
        let standing = answered(&notebook, &reply::read(text.as_bytes()).unwrap(), day(0)).unwrap();
        standing.points.iter().map(|it| it.fit).collect::<Vec<_>>()
    };
    assert_eq!(fits(&reply), [Fit::NotToSettle, Fit::New]);
    let foreign = reply.replace("goal-0000000000000001", "person-0000000000000001");
    assert_eq!(fits(&foreign)[1], Fit::NotShared);
    // The comment of this name in the notebook answers another share.
    let taken = reply.replace(&Id::<Comment>::new(502).to_string(), &Id::<Comment>::new(1).to_string());
    assert_eq!(fits(&taken)[1], Fit::OfAnother);
    // The goal was removed since: what was said about it stays a word of theirs.
    let gone = applied(&notebook, &Change { label: String::new(), ops: notebook.removal(Id::<Goal>::new(1).entry()) });
    let standing = answered(&gone, &reply::read(reply.as_bytes()).unwrap(), day(0)).unwrap();
    assert_eq!(
        (standing.points[1].fit, standing.points[1].about_gone, standing.points[1].comment.about),
        (Fit::New, true, None)
    );
}

#[test]
fn a_reply_that_is_wrong_is_refused_with_its_place() {
    let (_, _, _, text) = shared();
    let reply = replied(&text, vec![(None, Point::Action, "Read")]);
    let refusal = |text: &str| reply::read(text.as_bytes()).unwrap_err();
    let empty = refusal(&reply.replace("\"text\": \"Read\"", "\"text\": \"\""));
    assert_eq!((empty.place.number, empty.place.field.as_deref()), (Some(1), Some("text")));
    assert_eq!(refusal("[]").reason, Reason::NotAReply);
    let comment = json!({"kind": "comment", "id": "comment-0000000000000001", "on": "2026-04-16", "text": "x"});
    let many = json!({
        "format": reply::FORMAT, "version": 1, "share": "share-0000000000000001", "on": "2026-04-16", "from": "A",
        "comments": vec![comment; reply::MOST + 1],
    });
    assert_eq!(refusal(&many.to_string()).reason, Reason::TooMany { number: reply::MOST + 1, most: reply::MOST });
}

fn any_point() -> impl Strategy<Value = Point> {
    prop_oneof![
        Just(Point::Said),
        Just(Point::Done),
        Just(Point::Action),
        Just(Point::Agenda),
        Just(Point::Meeting { day: day(9), at: None }),
    ]
}

proptest! {
    #![proptest_config(cases(60))]

    /// Whatever somebody writes into a reply, with whatever ids: taking it adds comments and what becomes of them, and
    /// changes nothing else but open action items of the reader that were shared, and the agenda of a planned meeting.
    #[test]
    fn no_reply_changes_what_its_writer_was_not_given(
        notebook in notebook(), of in any::<Index>(), shared in any::<u64>(),
        points in prop::collection::vec((any_point(), any::<Index>(), any::<bool>(), any::<Index>(), "[a-z]{1,9}"), 1..8),
    ) {
        let all = mentorships(&notebook);
        prop_assume!(!all.is_empty());
        let mentorship = *of.get(&all);
        let chosen: Vec<EntryId> = sharable(&notebook, mentorship).into_iter().enumerate().filter(|(at, _)| shared >> (at % 64) & 1 == 1).map(|(_, (id, _))| id).collect();
        let (id, share) = (Id::new(1 << 70), compose(&notebook, mentorship, &chosen, words(), day(0), None));
        let given: BTreeSet<EntryId> = order::set(share.given.iter().map(|it| it.entry));
        let notebook = applied(&notebook, &Change::put("", Draft::new(id, share)));
        let entries: Vec<EntryId> = notebook.entries().map(|it| it.draft.id).collect();
        let comments: Vec<Value> = points.iter().enumerate().map(|(at, (point, about, general, own, text))| {
            let own = own.get(&entries).to_string();
            let bits = own.rsplit_once('-').unwrap().1;
            // Half of the ids are those of entries in the notebook.
            let id = if at % 2 == 0 { format!("comment-{bits}") } else { format!("comment-zzzzzzzzzzzzzzz{at}") };
            let mut comment = json!({"kind": "comment", "id": id, "on": "2026-04-15", "point": point, "text": text});
            if !general || *point == Point::Done {
                let actions: Vec<_> = entries.iter().filter(|it| it.kind() == KindName::Action).collect();
                let about = if *point == Point::Done && !actions.is_empty() { **about.get(&actions) } else { *about.get(&entries) };
                comment["about"] = about.to_string().into();
            }
            comment
        }).collect();
        let file = json!({"format": reply::FORMAT, "version": 1, "share": id.to_string(), "on": "2026-04-15", "from": "A", "comments": comments});
        let Ok(reply) = reply::read(file.to_string().as_bytes()) else { return Ok(()) };
        let standing = answered(&notebook, &reply, day(0)).unwrap();
        let after = applied(&notebook, &take(&notebook, &standing.points, String::new(), day(3), &mut bits()));
        for entry in notebook.entries() {
            let (before, now) = (&entry.draft, &after.entry(entry.draft.id).unwrap().draft);
            if before == now {
                continue;
            }
            match (before.id.of::<Action>(), before.id.of::<Meeting>()) {
                (Some(action), _) => {
                    let was = notebook.get(action).unwrap();
                    prop_assert!(given.contains(&before.id) && was.owner == Owner::Them && was.state.is_open(), "{before:?}");
                    let mut same = after.get(action).unwrap().clone();
                    same.state = was.state.clone();
                    prop_assert_eq!(&same, was);
                }
                (_, Some(meeting)) => {
                    let was = notebook.get(meeting).unwrap();
                    let mut same = after.get(meeting).unwrap().clone();
                    prop_assert!(was.mentorship == mentorship && was.state.is_planned());
                    same.agenda = was.agenda.clone();
                    prop_assert_eq!(&same, was);
                }
                _ => prop_assert!(false, "{} changed", before.id),
            }
        }
    }
}
