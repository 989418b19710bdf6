//! Arbitrary notebooks: drafts of every kind, and the steps of a person who writes in them.
//!
//! Everything here is valid by construction or made so before it is used, so a test that meets a
//! refusal has found something. Each test file uses a part of it.
#![allow(dead_code, reason = "each test file uses a part of it")]

use mentorbook::domain::{
    Action, ActionState, AgendaPoint, Agreement, Answer, Appreciation, Arrival, Body, Candidate, Card, CardSide,
    Change, Channel, CheckIn, Clock, Comment, Day, DeviceId, Direction, Doubt, Draft, Entry, EntryId, Event, Feedback,
    Given, Goal, GoalState, GoalTurn, Guest, Id, Judgement, Kind, KindName, Leaning, Length, Line, Meeting,
    MeetingState, Mentorship, MentorshipState, Message, MessageKind, Met, Milestone, Move, News, Notebook, Op,
    Outreach, Owner, Part, PartId, Parts, Pause, Person, Plan, PlanState, Point, Pulse, Rating, Reply, Review, Rhythm,
    SetAside, Share, Side, SignalKind, Stage, StageTurn, Step, Strategy as Way, Subject, Text, TimeOfDay, Title,
    Weights, Who, entry::Held,
};
use proptest::{
    collection::{btree_map, vec},
    option::{of as maybe, weighted},
    prelude::*,
    sample::{select, subsequence},
    test_runner::Config,
};
use serde_json::{Map, Value, json};

/// As many cases as `PROPTEST_CASES` says, or as many as fit into an ordinary run.
pub fn cases(ordinary: u32) -> Config {
    let asked = std::env::var("PROPTEST_CASES").ok();
    Config {
        cases: asked.and_then(|n| n.parse().ok()).unwrap_or(ordinary),
        failure_persistence: None,
        // Of ten thousand notebooks, a fifth have no mentorship: others are made in their place.
        max_global_rejects: u32::MAX,
        ..Config::default()
    }
}

// ---- texts, days, places -------------------------------------------------------------------------

/// Pieces of text that have broken programs.
const PIECES: &[&str] = &[
    "a",
    "Speak in public",
    " ",
    "🎉",
    "👩‍👩‍👧",
    "e\u{301}\u{323}",
    "שלום",
    "\u{202e}gnp.exe",
    "\u{200b}",
    "\u{feff}",
    "\u{2028}",
    "漢字",
    "Ł",
    "\"",
    "'",
    "\\",
    "\\ud800",
    "/",
    "~1",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "&amp;",
    "{",
    "]",
    ",",
    "null",
    "\u{fffd}",
    "\u{10ffff}",
];

/// Pieces that only a text of several lines may hold.
const BREAKS: &[&str] = &["\n", "\r\n", "\t", "\0", "\u{1b}", "\u{85}"];

fn pieces(of: Vec<&'static str>) -> impl Strategy<Value = String> {
    prop_oneof![
        3 => vec(select(of), 0..6).prop_map(|it| it.concat()),
        1 => any::<String>(),
    ]
}

pub fn title() -> impl Strategy<Value = Title> {
    pieces(PIECES.to_vec()).prop_map(|it| Title::typed(&it).unwrap_or(Title::new("untitled").unwrap()))
}

pub fn line() -> impl Strategy<Value = Line> {
    pieces(PIECES.to_vec()).prop_map(|it| Line::typed(&it).unwrap_or_default())
}

pub fn text() -> impl Strategy<Value = Text> {
    let all = [PIECES, BREAKS].concat();
    prop_oneof![
        400 => pieces(all).prop_map(|it| Text::new(it).unwrap()),
        1 => Just(Text::new("𝄞".repeat(Text::MOST / 2)).unwrap()),
    ]
}

/// From 1900 to 2199; every fifth is the end of a February.
pub fn day() -> impl Strategy<Value = Day> {
    let from = |year, month, day| Day::from_ymd_opt(year, month, day).unwrap();
    let (first, last) = (from(1900, 1, 1), from(2199, 12, 31));
    let days = 0..=(last - first).num_days();
    prop_oneof![
        4 => days.prop_map(move |n| first.plus(n)),
        1 => (1900..2200).prop_map(move |year| Day::from_ymd_opt(year, 2, 29).unwrap_or(from(year, 2, 28))),
    ]
}

fn time() -> impl Strategy<Value = TimeOfDay> {
    (0u32..24, 0u32..60).prop_map(|(h, m)| TimeOfDay::from_hms_opt(h, m, 0).unwrap())
}

/// Small places meet often, so that two parts share one.
fn place() -> impl Strategy<Value = i64> {
    prop_oneof![3 => 0i64..4, 1 => any::<i64>()]
}

fn part_id() -> impl Strategy<Value = PartId> {
    prop_oneof![3 => 0u64..6, 1 => any::<u64>()].prop_map(PartId::new)
}

/// A list of parts, each with an id of its own.
fn parts<T, S>(part: S) -> impl Strategy<Value = Parts<T>>
where
    T: Part + std::fmt::Debug,
    S: Strategy<Value = T>,
{
    vec(part, 0..4).prop_map(|mut parts| {
        parts.sort_by_key(Part::id);
        parts.dedup_by_key(|part| part.id());
        Parts::new(parts).unwrap()
    })
}

// ---- what this version does not know --------------------------------------------------------------

fn json_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        // Eighths are exact in every reader.
        any::<i32>().prop_map(|n| Value::from(f64::from(n) / 8.0)),
        text().prop_map(|it| Value::from(it.to_string())),
    ];
    leaf.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Value::from),
            btree_map(field_name(), inner.clone(), 0..3).prop_map(|it| Value::Object(it.into_iter().collect())),
            // Parts of a newer version.
            vec((select(vec!["a", "b/c", "d~e"]), inner), 1..3).prop_map(|mut parts| {
                parts.sort_by_key(|(id, _)| *id);
                parts.dedup_by_key(|(id, _)| *id);
                let part = |(at, (id, value))| json!({"id": id, "place": at, "more": value});
                parts.into_iter().enumerate().map(part).collect()
            }),
        ]
    })
}

fn field_name() -> impl Strategy<Value = String> {
    let names = ["mood", "__proto__", "constructor", "", "a/b~c", "漢", "Title", "edits", "id "];
    prop_oneof![
        4 => select(names.to_vec()).prop_map(str::to_owned),
        1 => "[a-z]{1,8}".prop_map(|name| format!("x-{name}")),
    ]
}

/// Fields of a newer version: none, mostly.
pub fn unknown() -> impl Strategy<Value = Map<String, Value>> {
    prop_oneof![
        2 => Just(Map::new()),
        1 => btree_map(field_name(), json_value(), 1..4).prop_map(|it| it.into_iter().collect()),
    ]
}

// ---- ids ------------------------------------------------------------------------------------------

/// How many entries of each kind there can be. Few, so that steps meet.
const EACH: u128 = 2;

/// The id of the nth entry of a kind.
pub fn nth<K: Kind>(n: u128) -> Id<K> {
    Id::new((n + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835))
}

fn ids<K: Kind>() -> Vec<Id<K>> {
    (0..EACH).map(nth).collect()
}

fn id<K: Kind>() -> impl Strategy<Value = Id<K>> {
    select(ids())
}

fn several<K: Kind>() -> impl Strategy<Value = Vec<Id<K>>> {
    subsequence(ids(), 0..=ids::<K>().len())
}

/// Every id there can be, each after those it needs.
pub fn all_ids() -> Vec<EntryId> {
    let kinds = KindName::ALL.iter().copied();
    let number = |kind| (0..EACH).map(move |n| EntryId::new(kind, bits(n)));
    kinds.flat_map(number).collect()
}

fn bits(n: u128) -> u128 {
    (n + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835)
}

// ---- the kinds ------------------------------------------------------------------------------------

fn channel() -> impl Strategy<Value = Channel> {
    select(Channel::ALL.to_vec())
}

fn who() -> impl Strategy<Value = Who> {
    select(vec![Who::Me, Who::Them, Who::Both])
}

fn direction() -> impl Strategy<Value = Direction> {
    select(vec![Direction::FromMe, Direction::FromThem])
}

fn goal() -> impl Strategy<Value = Goal> {
    let milestone = (part_id(), place(), title(), maybe(day()), maybe(day()))
        .prop_map(|(id, place, title, due, done)| Milestone { id, place, title, due, done });
    let review = (part_id(), place(), day(), text()).prop_map(|(id, place, on, note)| Review { id, place, on, note });
    let state = || select(GoalState::ALL.to_vec());
    let turn = (part_id(), place(), day(), state(), line()).prop_map(|(id, place, on, to, reason)| GoalTurn {
        id,
        place,
        on,
        to,
        reason,
    });
    (
        (title(), text(), text(), maybe(day()), maybe(day()), state()),
        (vec(title(), 0..3), parts(milestone), parts(review), parts(turn)),
    )
        .prop_map(|((title, why, evidence, target, review_on, state), (skills, milestones, reviews, turns))| {
            Goal { title, why, evidence, target, milestones, skills, state, review_on, reviews, turns }
        })
}

/// Names of skills or interests.
fn names() -> impl Strategy<Value = Vec<Title>> {
    vec(title(), 0..3)
}

fn person() -> impl Strategy<Value = Person> {
    let texts = (title(), line(), line(), line(), line(), line(), text());
    (texts, names(), names(), names()).prop_map(|(texts, other_contacts, skills, interests)| {
        let (name, role, organisation, met, contact, link, notes) = texts;
        Person { name, role, organisation, met, contact, other_contacts, link, skills, interests, notes }
    })
}

fn mentorship() -> impl Strategy<Value = Mentorship> {
    let rhythm = (1u16..=366, 0u16..=366).prop_map(|(ideal, more)| Rhythm::new(ideal, ideal + more).unwrap());
    let state = prop_oneof![
        Just(MentorshipState::Running),
        (day(), line()).prop_map(|(on, reason)| MentorshipState::Ended { on, reason }),
    ];
    let side = select(vec![Side::Guided, Side::Guiding]);
    let pause = (part_id(), place(), day(), day(), title()).prop_map(|(id, place, from, until, why)| Pause {
        id,
        place,
        from,
        until,
        why,
    });
    let aside = (part_id(), place(), select(SignalKind::ALL.to_vec()), day(), maybe(day()))
        .prop_map(|(id, place, signal, on, until)| SetAside { id, place, signal, on, until });
    let more = (parts(pause), parts(aside), text(), maybe(day()));
    let texts = (text(), text(), text(), text());
    (id(), side, day(), several(), maybe(rhythm), maybe(channel()), texts, state, more).prop_map(
        |(person, side, since, goals, rhythm, channel, (learning, offers, learned, notes), state, more)| {
            let (pauses, set_aside, results, keep_in_touch) = more;
            Mentorship {
                person,
                side,
                since,
                goals,
                rhythm,
                pauses,
                channel,
                learning,
                offers,
                learned,
                notes,
                state,
                set_aside,
                results,
                keep_in_touch,
            }
        },
    )
}

fn meeting() -> impl Strategy<Value = Meeting> {
    let point = || {
        (part_id(), place(), title(), any::<bool>()).prop_map(|(id, place, title, done)| AgendaPoint {
            id,
            place,
            title,
            done,
        })
    };
    let moved = (part_id(), place(), day(), day(), who(), line()).prop_map(|(id, place, on, from, by, reason)| Move {
        id,
        place,
        on,
        from,
        by,
        reason,
    });
    let arrival = || maybe(select(vec![Arrival::OnTime, Arrival::Late]));
    let state = prop_oneof![
        Just(MeetingState::Planned),
        Just(MeetingState::Held),
        (who(), line()).prop_map(|(by, reason)| MeetingState::Missed { by, reason }),
        (who(), line()).prop_map(|(by, reason)| MeetingState::Cancelled { by, reason }),
    ];
    (
        (id(), line(), day(), maybe(time()), maybe(any::<u16>()), maybe(channel()), state),
        (parts(point()), any::<bool>(), several(), text(), text(), text(), text()),
        (parts(point()), parts(moved), arrival(), arrival(), text()),
    )
        .prop_map(
            |(
                (mentorship, title, on, at, minutes, channel, state),
                (agenda, prepared, goals, shared_notes, private_notes, insights, outcomes),
                (preparation, moves, i_came, they_came, story),
            )| Meeting {
                mentorship,
                title,
                on,
                at,
                minutes,
                channel,
                state,
                agenda,
                preparation,
                prepared,
                moves,
                i_came,
                they_came,
                goals,
                shared_notes,
                private_notes,
                story,
                insights,
                outcomes,
            },
        )
}

fn check_in() -> impl Strategy<Value = CheckIn> {
    let answer = select(vec![Answer::Answered, Answer::Waiting, Answer::NotNeeded]);
    (id(), day(), channel(), direction(), title(), text(), answer).prop_map(
        |(mentorship, on, channel, direction, about, text, answer)| CheckIn {
            mentorship,
            on,
            channel,
            direction,
            about,
            text,
            answer,
        },
    )
}

fn action() -> impl Strategy<Value = Action> {
    let state = prop_oneof![
        Just(ActionState::Open),
        day().prop_map(|on| ActionState::Done { on }),
        (day(), line()).prop_map(|(on, reason)| ActionState::Dropped { on, reason }),
    ];
    let owner = select(vec![Owner::Me, Owner::Them]);
    (title(), owner, id(), maybe(id()), maybe(id()), day(), maybe(day()), state, several()).prop_map(
        |(title, owner, mentorship, meeting, goal, promised, due, state, carried_to)| Action {
            title,
            owner,
            mentorship,
            meeting,
            goal,
            promised,
            due,
            state,
            carried_to,
        },
    )
}

fn feedback() -> impl Strategy<Value = Feedback> {
    let about = prop_oneof![Just(Subject::Way), line().prop_map(|piece| Subject::Work { piece })];
    let what = (text(), maybe(about), maybe(id()), names());
    (id(), maybe(id()), day(), direction(), what, text(), maybe(day())).prop_map(
        |(mentorship, meeting, on, direction, (text, about, goal, skills), done_about_it, done_on)| Feedback {
            mentorship,
            meeting,
            on,
            direction,
            text,
            about,
            goal,
            skills,
            done_about_it,
            done_on,
        },
    )
}

fn appreciation() -> impl Strategy<Value = Appreciation> {
    let became = (text(), maybe(day()));
    (id(), maybe(id()), day(), title(), maybe(id()), became, (maybe(day()), maybe(id()))).prop_map(
        |(mentorship, meeting, on, help, goal, (became, became_on), (thanked, message))| Appreciation {
            mentorship,
            meeting,
            on,
            help,
            goal,
            became,
            became_on,
            thanked,
            message,
        },
    )
}

fn share() -> impl Strategy<Value = Share> {
    let given = (select(all_ids()), any::<u32>(), maybe(select(vec![News::New, News::Changed])))
        .prop_map(|(entry, sum, news)| Given { entry, sum, news });
    (id(), day(), title(), title(), text(), maybe(day()), vec(given, 0..4)).prop_map(
        |(mentorship, on, from, to, note, since, given)| Share { mentorship, on, from, to, note, since, given },
    )
}

fn comment() -> impl Strategy<Value = Comment> {
    let point = prop_oneof![
        select(vec![Point::Said, Point::Done, Point::Action, Point::Agenda]),
        (day(), maybe(time())).prop_map(|(day, at)| Point::Meeting { day, at }),
    ];
    let ids = (maybe(select(all_ids())), maybe(select(all_ids())));
    (id(), maybe(id()), title(), day(), point, text(), ids).prop_map(
        |(mentorship, share, from, on, point, text, (about, became))| Comment {
            mentorship,
            share,
            from,
            on,
            about,
            point,
            text,
            became,
        },
    )
}

fn agreement() -> impl Strategy<Value = Agreement> {
    let rhythm = (1u16..=366, 0u16..=366).prop_map(|(ideal, more)| Rhythm::new(ideal, ideal + more).unwrap());
    let said = (text(), text(), text(), text(), text(), text(), text(), text());
    let how = (several(), maybe(rhythm), maybe(channel()), maybe(5u16..=480), maybe(who()));
    (id(), day(), maybe(day()), said, how, maybe(day()), maybe(day())).prop_map(
        |(mentorship, since, agreed, said, (goals, rhythm, channel, minutes, agenda_by), review_on, ends_on)| {
            let (why, mine, theirs, guidelines, cancelling, between_us, exceptions, off_limits) = said;
            Agreement {
                agreed,
                why,
                mine,
                theirs,
                goals,
                rhythm,
                channel,
                minutes,
                agenda_by,
                guidelines,
                cancelling,
                between_us,
                exceptions,
                off_limits,
                review_on,
                ends_on,
                ..Agreement::new(mentorship, since)
            }
        },
    )
}

fn pulse() -> impl Strategy<Value = Pulse> {
    let rating = || maybe(select(Rating::ALL.to_vec()));
    (id(), maybe(id()), day(), rating(), rating(), rating(), line()).prop_map(
        |(mentorship, meeting, on, communication, trust, respect, word)| Pulse {
            mentorship,
            meeting,
            on,
            communication,
            trust,
            respect,
            word,
        },
    )
}

fn doubt() -> impl Strategy<Value = Doubt> {
    let leaning = maybe(select(vec![Leaning::Continue, Leaning::Change, Leaning::End]));
    (id(), day(), text(), text(), text(), text(), leaning).prop_map(
        |(mentorship, on, troubles, good, tried, change, leaning)| Doubt {
            mentorship,
            on,
            troubles,
            good,
            tried,
            change,
            leaning,
        },
    )
}

fn weights() -> impl Strategy<Value = Weights> {
    prop_oneof![
        1 => Just(Weights::default()),
        1 => [0..=Weights::MOST, 0..=Weights::MOST, 0..=Weights::MOST, 0..=Weights::MOST, 0..=Weights::MOST]
            .prop_map(|[skills, path, values, trust, time]| Weights { skills, path, values, trust, time }),
    ]
}

fn judgement() -> impl Strategy<Value = Judgement> {
    (maybe(select(Rating::ALL.to_vec())), line()).prop_map(|(rating, reason)| Judgement { rating, reason })
}

fn plan() -> impl Strategy<Value = Plan> {
    let way =
        (part_id(), place(), title(), text()).prop_map(|(id, place, title, notes)| Way { id, place, title, notes });
    let step = (part_id(), place(), part_id(), title(), maybe(day()), maybe(day()), text()).prop_map(
        |(id, place, strategy, title, due, done, notes)| Step { id, place, strategy, title, due, done, notes },
    );
    let state =
        prop_oneof![Just(PlanState::Open), (day(), line()).prop_map(|(on, reason)| PlanState::Closed { on, reason }),];
    let wanted = (several(), names(), names(), text(), line(), text(), weights());
    (title(), day(), text(), wanted, parts(way), parts(step), state).prop_map(
        |(title, since, looking_for, wanted, strategies, steps, state)| {
            let (goals, skills, interests, values, time, offer, weights) = wanted;
            Plan {
                title,
                since,
                looking_for,
                goals,
                skills,
                interests,
                values,
                time,
                offer,
                weights,
                strategies,
                steps,
                state,
            }
        },
    )
}

fn event() -> impl Strategy<Value = Event> {
    let guest = (part_id(), place(), title()).prop_map(|(id, place, title)| Guest { id, place, title });
    let met = (part_id(), place(), title(), line(), maybe(id())).prop_map(|(id, place, title, note, person)| Met {
        id,
        place,
        title,
        note,
        person,
    });
    ((title(), day(), maybe(id()), line(), line()), (parts(guest), parts(met), maybe(day()), maybe(day()), text()))
        .prop_map(|((title, on, plan, place_name, went_with), (to_meet, met, follow_up_by, followed_up, notes))| {
            Event { title, on, plan, place_name, went_with, to_meet, met, follow_up_by, followed_up, notes }
        })
}

fn outreach() -> impl Strategy<Value = Outreach> {
    let reply = prop_oneof![
        Just(Reply::Waiting),
        (day(), line()).prop_map(|(on, note)| Reply::Came { on, note }),
        day().prop_map(|on| Reply::None { on }),
    ];
    let kinds = (select(MessageKind::ALL.to_vec()), select(Length::ALL.to_vec()));
    let message = (part_id(), place(), kinds, text(), maybe(day()))
        .prop_map(|(id, place, (kind, length), text, sent)| Message { id, place, kind, length, text, sent });
    let sending = (maybe(day()), maybe(day()), parts(message), reply);
    ((title(), maybe(id()), maybe(id()), text(), text(), text()), sending).prop_map(
        |((to, person, plan, why_them, ask, offer), (sent, follow_up, messages, reply))| Outreach {
            to,
            person,
            plan,
            why_them,
            ask,
            offer,
            sent,
            follow_up,
            messages,
            reply,
        },
    )
}

fn candidate() -> impl Strategy<Value = Candidate> {
    let stage = || select(Stage::ALL.to_vec());
    let turn = (part_id(), place(), day(), stage(), line()).prop_map(|(id, place, on, to, reason)| StageTurn {
        id,
        place,
        on,
        to,
        reason,
    });
    (
        (id(), day(), text(), maybe(id()), maybe(part_id()), maybe(id()), maybe(id())),
        (stage(), maybe(day()), parts(turn), text()),
        [judgement(), judgement(), judgement(), judgement(), judgement()],
    )
        .prop_map(|(source, (stage, next, turns, notes), fit)| {
            let (person, since, why, plan, strategy, event, introduced_by) = source;
            let [fit_skills, fit_path, fit_values, fit_trust, fit_time] = fit;
            Candidate {
                person,
                since,
                why,
                plan,
                strategy,
                event,
                introduced_by,
                stage,
                next,
                fit_skills,
                fit_path,
                fit_values,
                fit_trust,
                fit_time,
                turns,
                notes,
            }
        })
}

/// A card, as it stands in a file too.
pub fn card() -> impl Strategy<Value = Card> {
    let lines = (title(), line(), line(), line(), line(), line());
    let lists = (names(), names(), names(), names(), names());
    let texts = (text(), text(), text());
    (select(CardSide::ALL.to_vec()), lines, lists, texts).prop_map(|(side, lines, lists, texts)| {
        let (name, role, organisation, time, contact, link) = lines;
        let (skills, wants, interests, values, languages) = lists;
        let (about, offers, seeks) = texts;
        Card {
            side,
            name,
            role,
            organisation,
            about,
            skills,
            wants,
            interests,
            values,
            offers,
            seeks,
            languages,
            time,
            contact,
            link,
        }
    })
}

fn body(kind: KindName) -> BoxedStrategy<Body> {
    fn any_of<K: Kind + std::fmt::Debug>(it: impl Strategy<Value = K> + 'static) -> BoxedStrategy<Body> {
        it.prop_map(Into::into).boxed()
    }
    match kind {
        KindName::Goal => any_of(goal()),
        KindName::Person => any_of(person()),
        KindName::Mentorship => any_of(mentorship()),
        KindName::Meeting => any_of(meeting()),
        KindName::CheckIn => any_of(check_in()),
        KindName::Action => any_of(action()),
        KindName::Agreement => any_of(agreement()),
        KindName::Feedback => any_of(feedback()),
        KindName::Appreciation => any_of(appreciation()),
        KindName::Pulse => any_of(pulse()),
        KindName::Doubt => any_of(doubt()),
        KindName::Plan => any_of(plan()),
        KindName::Event => any_of(event()),
        KindName::Outreach => any_of(outreach()),
        KindName::Candidate => any_of(candidate()),
        KindName::Card => any_of(card()),
        KindName::Share => any_of(share()),
        KindName::Comment => any_of(comment()),
    }
}

/// A draft with this id; its links are ids of [`all_ids`].
pub fn draft(id: EntryId) -> impl Strategy<Value = Draft> {
    (body(id.kind()), weighted(0.2, Just(true)), unknown()).prop_map(move |(body, private, unknown)| Draft {
        id,
        private: private.is_some(),
        body,
        unknown,
    })
}

/// A draft of any kind, under any id.
pub fn any_draft() -> impl Strategy<Value = Draft> {
    (select(KindName::ALL.to_vec()), any::<u128>()).prop_flat_map(|(kind, bits)| draft(EntryId::new(kind, bits)))
}

// ---- what a person does ---------------------------------------------------------------------------

/// One thing a person does in a notebook.
#[derive(Debug, Clone)]
pub enum Doing {
    /// Writes an entry whole, over what stands there or anew.
    Write(Draft),
    /// Takes some fields of this draft over into what stands there; which ones, the bits say.
    Edit(Draft, u16),
    /// Removes an entry and what makes no sense without it.
    Remove(EntryId),
    /// Several of these, as one change.
    Several(Vec<Draft>),
}

impl Doing {
    /// As a change of this notebook; `None` if it cannot be done there.
    pub fn change(&self, notebook: &Notebook) -> Option<Change> {
        let ops = match self {
            Self::Write(draft) => vec![Op::Put(fitted(draft, notebook)?)],
            Self::Edit(draft, which) => {
                let entry = notebook.entry(draft.id)?;
                vec![Op::Put(fitted(&mixed(&entry.draft, draft, *which), notebook)?)]
            }
            Self::Remove(id) => {
                notebook.entry(*id)?;
                notebook.removal(*id)
            }
            Self::Several(drafts) => {
                let fitted = |draft| fitted(draft, notebook).map(Op::Put);
                drafts.iter().filter_map(fitted).collect()
            }
        };
        Some(Change { label: "done".into(), ops })
    }
}

/// The draft without links that lead nowhere; `None` if it needs one of them.
fn fitted(draft: &Draft, notebook: &Notebook) -> Option<Draft> {
    let mut draft = draft.clone();
    for link in draft.body.links() {
        if notebook.entry(link.to).is_none() {
            if link.needed {
                return None;
            }
            draft.body.unlink(link.to);
        }
    }
    Some(draft)
}

/// The one draft with some fields of the other.
fn mixed(one: &Draft, other: &Draft, which: u16) -> Draft {
    let fields = |draft: &Draft| match serde_json::to_value(&draft.body) {
        Ok(Value::Object(fields)) => fields,
        _ => unreachable!("a body is an object"),
    };
    let (one_says, mut other_says) = (fields(one), fields(other));
    let chosen = |at: usize| which >> (at % 16) & 1 == 1;
    let mut fields = Map::new();
    for (at, name) in one.id.kind().field_names().iter().enumerate() {
        let value = if chosen(at) { other_says.remove(*name) } else { one_says.get(*name).cloned() };
        fields.extend(value.map(|value| ((*name).to_owned(), value)));
    }
    Draft {
        id: one.id,
        private: if chosen(14) { other.private } else { one.private },
        body: Body::read(one.id.kind(), &Value::Object(fields).to_string()).unwrap(),
        unknown: if chosen(15) { other.unknown.clone() } else { one.unknown.clone() },
    }
}

fn doing() -> impl Strategy<Value = Doing> {
    let draft = || select(all_ids()).prop_flat_map(draft);
    prop_oneof![
        2 => draft().prop_map(Doing::Write),
        5 => (draft(), any::<u16>(), any::<u16>()).prop_map(|(draft, some, few)| Doing::Edit(draft, some & few)),
        2 => select(all_ids()).prop_map(Doing::Remove),
        1 => vec(draft(), 1..4).prop_map(Doing::Several),
    ]
}

/// What a person does, one thing after another.
pub fn doings(most: usize) -> impl Strategy<Value = Vec<Doing>> {
    vec(doing(), 0..=most)
}

/// A notebook with most of the entries there can be, changed on two devices after that.
pub fn notebook() -> impl Strategy<Value = Notebook> {
    let drafts: Vec<_> = all_ids().into_iter().map(|id| weighted(0.8, draft(id))).collect();
    (drafts, doings(12)).prop_map(|(drafts, doings)| {
        let mut notebook = Notebook::default();
        let mut clocks = [1, 2].map(|device| Clock::new(DeviceId::new(device)));
        let written = drafts.into_iter().flatten().map(Doing::Write);
        for (at, doing) in written.chain(doings).enumerate() {
            if let Some(change) = doing.change(&notebook) {
                let now = 1_795_527_912_123 + at as u64;
                notebook.apply(&change, &mut clocks[at % 2], now).unwrap();
            }
        }
        notebook
    })
}

/// An entry as it stands after a while, with a trace to show for it.
pub fn entry() -> impl Strategy<Value = Entry> {
    let moments = vec((0u32..3, any::<u32>()), 0..4);
    (any_draft(), moments, vec(any::<u16>(), 4)).prop_flat_map(|(first, moments, which)| {
        vec(draft(first.id), moments.len()).prop_map(move |drafts| {
            let stamp = |(device, now): (u32, u32)| Clock::new(DeviceId::new(device)).tick(u64::from(now) + 1);
            let mut entry = Entry::made(first.clone(), stamp((7, 0)), None);
            for ((draft, moment), which) in drafts.iter().zip(&moments).zip(&which) {
                let draft = mixed(&entry.draft, draft, *which);
                entry = entry.edited(draft, stamp(*moment));
            }
            entry
        })
    })
}

/// The drafts of a notebook: what it says, without who said it when.
pub fn drafts(notebook: &Notebook) -> Vec<Draft> {
    notebook.entries().map(|entry| entry.draft.clone()).collect()
}

/// What is held under an id, which must be there.
pub fn held(notebook: &Notebook, id: impl Into<EntryId>) -> Held {
    notebook.held(id.into()).unwrap()
}
