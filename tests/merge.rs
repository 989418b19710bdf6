//! How copies of one notebook meet: the same whatever the order, and no word is lost.
//!
//! The two examples at the top are those of `docs/format.md`; the laws below them are tried on random
//! lives of an entry on two or three devices.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, missing_docs, reason = "tests")]

mod generate;

use std::collections::{BTreeMap, BTreeSet};

use generate::cases;
use mentorbook::{
    domain::{
        Change, Clock, Day, DeviceId, Draft, Entry, Goal, GoalState, Id, Meeting, Mentorship, Milestone, Notebook, Op,
        PartId, Person, Side, Text, Title, Toward, entry::Held,
    },
    exchange::{entry_json, merge::merge},
};
use proptest::{collection::vec, prelude::*};
use serde_json::{Value, json};

/// A browser that holds a copy of the notebook.
#[derive(Clone)]
struct Device {
    notebook: Notebook,
    clock: Clock,
    /// What the clock on its wall says.
    now: u64,
}

impl Device {
    fn new(number: u32) -> Self {
        Self { notebook: Notebook::default(), clock: Clock::new(DeviceId::new(number)), now: 1000 }
    }

    fn make(&mut self, ops: Vec<Op>) {
        self.now += 1;
        let change = Change { label: String::new(), ops };
        self.notebook.apply(&change, &mut self.clock, self.now).unwrap();
    }

    /// Changes the goal of the tests as a screen does: from what is shown.
    fn edit(&mut self, change: impl FnOnce(&mut Goal)) {
        let mut draft = self.entry().draft.clone();
        let mut goal = self.goal().clone();
        change(&mut goal);
        draft.body = goal.into();
        self.make(vec![Op::Put(draft)]);
    }

    fn remove(&mut self) {
        self.make(self.notebook.removal(the_goal().into()));
    }

    /// Takes in everything that the other holds, by way of the text of each entry.
    fn hear(&mut self, other: &Self) {
        for theirs in other.notebook.all_held() {
            let theirs = entry_json::read(&entry_json::write(&theirs)).unwrap();
            theirs.seen().stamps().for_each(|stamp| self.clock.observe(stamp));
            let met = match self.notebook.held(theirs.id()) {
                Some(mine) => merge(&mine, &theirs),
                None => theirs,
            };
            self.notebook.hold(met);
        }
    }

    fn entry(&self) -> &Entry {
        self.notebook.entry(the_goal().into()).unwrap()
    }

    fn goal(&self) -> &Goal {
        self.notebook.get(the_goal()).unwrap()
    }

    fn held(&self) -> Held {
        self.notebook.held(the_goal().into()).unwrap()
    }

    /// What waits beside the shown value of a field, as text.
    fn beside(&self, path: &str) -> Vec<String> {
        let others = self.entry().trace.others.get(path).into_iter().flatten();
        others.filter_map(|other| Some(other.value.as_ref()?.as_str()?.to_owned())).collect()
    }
}

/// The goal all tests are about.
fn the_goal() -> Id<Goal> {
    Id::new(1)
}

fn title(text: &str) -> Title {
    Title::new(text).unwrap()
}

fn text(text: &str) -> Text {
    Text::new(text).unwrap()
}

fn part(n: u64) -> PartId {
    PartId::new(n)
}

fn milestone(n: u64, name: &str) -> Milestone {
    Milestone { id: part(n), place: 0, title: title(name), due: None, done: None }
}

fn day() -> Day {
    Day::from_ymd_opt(2026, 3, 1).unwrap()
}

/// Two devices, or two tabs, that both show a goal with two milestones.
fn two() -> (Device, Device) {
    let (mut one, mut two) = (Device::new(1), Device::new(2));
    let mut goal = Goal::new(title("Speak in public"));
    goal.milestones.add(milestone(1, "Find a stage"));
    goal.milestones.add(milestone(2, "Rehearse"));
    one.make(vec![Op::Put(Draft::new(the_goal(), goal))]);
    two.hear(&one);
    (one, two)
}

fn exchange(one: &mut Device, two: &mut Device) {
    one.hear(two);
    two.hear(one);
    assert_eq!(one.notebook, two.notebook);
}

// ---- two tabs -------------------------------------------------------------------------------------

#[test]
fn two_tabs_that_change_two_fields_both_show_both() {
    let (mut left, mut right) = two();
    left.edit(|goal| goal.title = title("Speak at a conference"));
    right.edit(|goal| goal.why = text("To be heard"));
    exchange(&mut left, &mut right);
    assert_eq!((&*left.goal().title, &*left.goal().why), ("Speak at a conference", "To be heard"));
    assert!(left.entry().trace.others.is_empty());
}

#[test]
fn two_tabs_that_change_one_field_show_the_later_and_keep_the_other_beside_it() {
    let (mut left, mut right) = two();
    left.edit(|goal| goal.title = title("Speak at a conference"));
    right.now += 60_000;
    right.edit(|goal| goal.title = title("Teach a class"));
    exchange(&mut left, &mut right);
    assert_eq!(&*left.goal().title, "Teach a class");
    assert_eq!(left.beside("title"), ["Speak at a conference"]);
    // Whoever writes on may not have looked at both, so the other waits until it is chosen what stands.
    left.edit(|goal| goal.title = title("Teach at a conference"));
    exchange(&mut left, &mut right);
    assert_eq!(&*right.goal().title, "Teach at a conference");
    assert_eq!(right.beside("title"), ["Speak at a conference"]);
    let chosen = Some(json!("Speak and teach at a conference"));
    right.make(vec![Op::Settle { id: the_goal().into(), path: "title".into(), values: vec![chosen] }]);
    exchange(&mut left, &mut right);
    assert_eq!(&*left.goal().title, "Speak and teach at a conference");
    assert!(left.entry().trace.others.is_empty());
}

#[test]
fn a_choice_that_is_taken_back_has_both_versions_again_and_so_has_every_copy() {
    let (mut left, mut right) = two();
    left.edit(|goal| goal.why = text("Mine"));
    right.edit(|goal| goal.why = text("Theirs"));
    exchange(&mut left, &mut right);
    let before = left.entry().versions();
    let settle = Op::Settle { id: the_goal().into(), path: "why".into(), values: vec![before[0].1[1].clone()] };
    let change = Change { label: String::new(), ops: vec![settle] };
    let inverse = left.notebook.apply(&change, &mut left.clock, left.now).unwrap().inverse;
    exchange(&mut left, &mut right);
    assert_eq!(right.entry().versions(), []);
    left.make(inverse.ops);
    assert_eq!(left.entry().versions(), before);
    exchange(&mut left, &mut right);
    assert_eq!(right.entry().versions(), before);
}

#[test]
fn a_tab_that_emptied_a_field_does_not_hide_what_the_other_wrote_there() {
    let (mut left, mut right) = two();
    left.edit(|goal| goal.why = text("To be heard"));
    exchange(&mut left, &mut right);
    left.edit(|goal| goal.why = text("To be heard beyond my team"));
    right.now += 60_000;
    right.edit(|goal| goal.why = Text::default());
    exchange(&mut left, &mut right);
    assert_eq!(&*left.goal().why, "");
    assert_eq!(left.beside("why"), ["To be heard beyond my team"]);
}

// ---- two devices ----------------------------------------------------------------------------------

#[test]
fn two_devices_that_change_two_milestones_both_show_both() {
    let (mut phone, mut laptop) = two();
    phone.edit(|goal| goal.milestones.get_mut(part(1)).unwrap().done = Some(day()));
    laptop.edit(|goal| {
        goal.milestones.add(milestone(3, "Give the talk"));
        goal.milestones.remove(part(2));
    });
    exchange(&mut phone, &mut laptop);
    let shown: Vec<_> = phone.goal().milestones.iter().map(|it| (&*it.title, it.done.is_some())).collect();
    assert_eq!(shown, [("Find a stage", true), ("Give the talk", false)]);
}

#[test]
fn an_entry_that_was_removed_while_another_device_edited_it_stays() {
    let (mut phone, mut laptop) = two();
    phone.remove();
    laptop.edit(|goal| goal.why = text("To be heard"));
    exchange(&mut phone, &mut laptop);
    assert_eq!((&*phone.goal().title, &*phone.goal().why), ("Speak in public", "To be heard"));
}

#[test]
fn an_entry_that_was_removed_and_only_read_elsewhere_goes() {
    let (mut phone, mut laptop) = two();
    laptop.edit(|goal| goal.why = text("To be heard"));
    exchange(&mut phone, &mut laptop);
    phone.remove();
    exchange(&mut phone, &mut laptop);
    assert!(laptop.notebook.is_empty());
    // A third that comes late with the old copy does not bring it back.
    let (_, mut tablet) = two();
    exchange(&mut tablet, &mut laptop);
    assert!(tablet.notebook.is_empty());
}

#[test]
fn an_entry_whose_removal_was_undone_stays() {
    let (mut phone, mut laptop) = two();
    let draft = phone.entry().draft.clone();
    phone.remove();
    laptop.hear(&phone);
    phone.make(vec![Op::Put(draft.clone())]);
    exchange(&mut phone, &mut laptop);
    assert_eq!(laptop.entry().draft, draft);
    assert!(laptop.entry().trace.others.is_empty());
}

#[test]
fn what_was_written_anew_after_a_removal_does_not_get_old_fields_back() {
    let (mut phone, mut laptop) = two();
    let mut tablet = Device::new(3);
    tablet.hear(&phone);
    phone.remove();
    laptop.hear(&phone);
    let anew = Goal::new(title("Something else"));
    laptop.make(vec![Op::Put(Draft::new(the_goal(), anew.clone()))]);
    // The tablet comes late, with the old copy.
    exchange(&mut laptop, &mut tablet);
    exchange(&mut laptop, &mut phone);
    assert_eq!((laptop.goal(), phone.goal()), (&anew, &anew));
    assert!(laptop.entry().trace.others.is_empty());
}

#[test]
fn an_entry_that_outlived_its_removal_loses_no_field_to_a_copy_that_the_removal_had_seen() {
    let (mut phone, mut laptop) = two();
    phone.edit(|goal| goal.why = text("To be heard"));
    exchange(&mut phone, &mut laptop);
    phone.edit(|goal| goal.why = text("To be heard beyond my team"));
    let mut tablet = Device::new(3);
    tablet.hear(&phone);
    phone.remove();
    laptop.edit(|goal| goal.title = title("Teach a class"));
    let mut told = tablet.clone();
    laptop.hear(&phone);
    assert_eq!(&*laptop.goal().why, "To be heard");
    // Each has replaced what the other holds: the newest stands.
    let mut other_laptop = laptop.clone();
    exchange(&mut laptop, &mut tablet);
    assert_eq!(&*laptop.goal().title, "Teach a class");
    assert_eq!(&*laptop.goal().why, "To be heard beyond my team");
    // Had the tablet been told of the removal first, it would be otherwise, until all have met.
    told.hear(&phone);
    exchange(&mut other_laptop, &mut told);
    assert_eq!(&*told.goal().why, "To be heard");
    exchange(&mut told, &mut laptop);
    assert_eq!(&*told.goal().why, "To be heard beyond my team");
}

#[test]
fn two_orders_of_milestones_both_survive_part_by_part() {
    let (mut phone, mut laptop) = two();
    phone.edit(|goal| goal.milestones.add(milestone(3, "Give the talk")));
    exchange(&mut phone, &mut laptop);
    phone.edit(|goal| assert!(goal.milestones.shift(part(2), Toward::Start)));
    laptop.edit(|goal| goal.milestones.get_mut(part(3)).unwrap().done = Some(day()));
    exchange(&mut phone, &mut laptop);
    let shown: Vec<_> = phone.goal().milestones.iter().map(|it| (&*it.title, it.done.is_some())).collect();
    assert_eq!(shown, [("Rehearse", false), ("Find a stage", false), ("Give the talk", true)]);
}

#[test]
fn what_was_written_by_a_clock_that_is_behind_is_newer_than_all_that_was_seen_there() {
    let (mut phone, mut laptop) = two();
    let mut tablet = Device::new(3);
    tablet.hear(&phone);
    tablet.now += 43_200_000;
    tablet.edit(|goal| goal.title = title("Aside"));
    phone.now += 86_400_000;
    phone.edit(|goal| goal.title = title("First"));
    laptop.hear(&phone);
    laptop.edit(|goal| goal.title = title("Second"));
    exchange(&mut laptop, &mut tablet);
    exchange(&mut laptop, &mut phone);
    assert_eq!(&*phone.goal().title, "Second");
    assert_eq!(phone.beside("title"), ["Aside"]);
}

#[test]
fn an_entry_that_points_to_what_was_removed_elsewhere_can_still_be_edited() {
    let (mut phone, mut laptop) = two();
    let (person, mentorship, meeting) = (Id::<Person>::new(1), Id::<Mentorship>::new(1), Id::<Meeting>::new(1));
    phone.make(vec![
        Op::Put(Draft::new(person, Person::new(title("Amara")))),
        Op::Put(Draft::new(mentorship, Mentorship::new(person, Side::Guided, day()))),
        Op::Put(Draft::new(meeting, Meeting::planned(mentorship, day()))),
    ]);
    exchange(&mut phone, &mut laptop);
    phone.remove();
    let mut about_it = laptop.notebook.get(meeting).unwrap().clone();
    about_it.goals.push(the_goal());
    laptop.make(vec![Op::Put(Draft::new(meeting, about_it.clone()))]);
    exchange(&mut phone, &mut laptop);
    assert!(phone.notebook.get(the_goal()).is_none());
    about_it.shared_notes = text("Typed after that");
    phone.make(vec![Op::Put(Draft::new(meeting, about_it))]);
    assert_eq!(&*phone.notebook.get(meeting).unwrap().shared_notes, "Typed after that");
}

/// Writes a field that this version does not know.
fn write_unknown(device: &mut Device, value: Value) {
    let mut draft = device.entry().draft.clone();
    draft.unknown.insert("resources".into(), value);
    device.make(vec![Op::Put(draft)]);
}

#[test]
fn a_field_of_a_newer_version_that_is_a_list_here_and_a_word_there_keeps_both() {
    let (mut phone, mut laptop) = two();
    write_unknown(&mut phone, json!([{"id": "a", "place": 1, "title": "a book"}]));
    laptop.now += 60_000;
    write_unknown(&mut laptop, json!("a film"));
    exchange(&mut phone, &mut laptop);
    let all = entry_json::write(&phone.held());
    assert!(all.contains("a book") && all.contains("a film"), "{all}");
}

#[test]
fn a_field_of_a_newer_version_that_became_a_list_leaves_nothing_beside_it() {
    let (mut phone, mut laptop) = two();
    write_unknown(&mut phone, json!("a film"));
    exchange(&mut phone, &mut laptop);
    write_unknown(&mut phone, json!([{"id": "a", "place": 1, "title": "a book"}]));
    laptop.edit(|goal| goal.why = text("To be heard"));
    exchange(&mut phone, &mut laptop);
    assert!(phone.entry().trace.others.is_empty(), "{:?}", phone.entry().trace);
}

// ---- laws, on random lives of one entry -----------------------------------------------------------

/// One thing that happens on a device. Every word that is written is a new one.
#[derive(Debug, Clone, Copy)]
enum Doing {
    Title,
    Why,
    EmptyWhy,
    Skills,
    State(usize),
    Private,
    AddMilestone,
    RenameMilestone(usize),
    MoveMilestone(usize),
    RemoveMilestone(usize),
    Unknown(u8),
    Remove,
    WriteAnew,
    /// Time passes on this device only.
    Wait,
    /// It hears all that this other one holds.
    Hear(usize),
}

fn doing() -> impl Strategy<Value = Doing> {
    use Doing::*;
    prop_oneof![
        Just(Title),
        Just(Why),
        Just(EmptyWhy),
        Just(Skills),
        (0usize..4).prop_map(State),
        Just(Private),
        Just(AddMilestone),
        (0usize..4).prop_map(RenameMilestone),
        (0usize..4).prop_map(MoveMilestone),
        (0usize..4).prop_map(RemoveMilestone),
        (0u8..5).prop_map(Unknown),
        Just(Wait),
    ]
}

/// What happens where, in order; without removals, or with them.
fn life(removals: bool) -> impl Strategy<Value = Vec<(usize, Doing)>> {
    let rare = if removals { 2 } else { 0 };
    let what = prop_oneof![
        10 => doing(),
        6 => (0usize..3).prop_map(Doing::Hear),
        rare => Just(Doing::Remove),
        rare => Just(Doing::WriteAnew),
    ];
    vec((0usize..3, what), 0..40)
}

/// Three devices after a life that began with one entry known to all, and what was written meanwhile.
struct Lived {
    devices: Vec<Device>,
    written: BTreeSet<String>,
    /// Words that somebody replaced, or removed with the entry, who had them before their eyes.
    replaced: BTreeSet<String>,
}

/// The words of each register, shown or beside it.
fn words(held: &Held) -> BTreeMap<String, BTreeSet<String>> {
    let mut words = BTreeMap::new();
    if let Held::Entry(entry) = held {
        let others = entry.trace.others.iter().flat_map(|(path, others)| {
            others.iter().filter_map(move |other| Some((path.clone(), other.value.clone()?)))
        });
        for (path, value) in entry.registers().into_iter().chain(others) {
            let here: &mut BTreeSet<String> = words.entry(path).or_default();
            let written = value.to_string();
            let found = written.split(|c: char| !c.is_alphanumeric());
            here.extend(found.filter(|it| it.starts_with("word")).map(str::to_owned));
        }
    }
    words
}

fn all_words(held: &Held) -> BTreeSet<String> {
    words(held).into_values().flatten().collect()
}

fn live(life: &[(usize, Doing)]) -> Lived {
    let (one, two) = two();
    let mut three = Device::new(3);
    three.hear(&one);
    let mut lived = Lived { devices: vec![one, two, three], written: BTreeSet::new(), replaced: BTreeSet::new() };
    for (at, (who, doing)) in life.iter().enumerate() {
        let before = words(&lived.devices[*who].held());
        if let Doing::Hear(from) = doing {
            let other = lived.devices[*from].clone();
            lived.devices[*who].hear(&other);
            continue;
        }
        act(&mut lived.devices[*who], *doing, &format!("word{at}"));
        let held = lived.devices[*who].held();
        let after = words(&held);
        let now: BTreeSet<_> = after.values().flatten().cloned().collect();
        for (path, words) in before {
            let gone = words.into_iter().filter(|word| !after.get(&path).is_some_and(|it| it.contains(word)));
            lived.replaced.extend(gone);
        }
        lived.written.extend(now);
    }
    lived
}

fn act(device: &mut Device, doing: Doing, word: &str) {
    let Some(entry) = device.notebook.entry(the_goal().into()) else {
        if let Doing::WriteAnew = doing {
            device.make(vec![Op::Put(Draft::new(the_goal(), Goal::new(title(word))))]);
        }
        return;
    };
    let mut draft = entry.draft.clone();
    let mut goal = device.goal().clone();
    let nth = |goal: &Goal, n: usize| goal.milestones.iter().nth(n).map(|it| it.id);
    match doing {
        Doing::Title => goal.title = title(word),
        Doing::Why => goal.why = text(word),
        Doing::EmptyWhy => goal.why = Text::default(),
        Doing::Skills => goal.skills.push(title(word)),
        Doing::State(n) => goal.state = GoalState::ALL[n],
        Doing::Private => draft.private = !draft.private,
        Doing::AddMilestone => {
            let number: String = word.chars().filter(char::is_ascii_digit).collect();
            goal.milestones.add(milestone(10 + number.parse::<u64>().unwrap(), word));
        }
        Doing::RenameMilestone(n) => {
            if let Some(part) = nth(&goal, n).and_then(|id| goal.milestones.get_mut(id)) {
                part.title = title(word);
            }
        }
        Doing::MoveMilestone(n) => {
            nth(&goal, n).map(|id| goal.milestones.shift(id, Toward::Start));
        }
        Doing::RemoveMilestone(n) => {
            nth(&goal, n).map(|id| goal.milestones.remove(id));
        }
        Doing::Unknown(shape) => {
            let value = match shape {
                0 => json!(word),
                1 => json!([{"id": "a", "place": 1, "x": word}]),
                // One word for each part, so that each is replaced on its own.
                2 => {
                    json!([{"id": "a", "place": 1, "x": word}, {"id": "b", "place": 2, "x": format!("{word}b")}])
                }
                3 => {
                    json!([{"id": "b", "place": 1, "x": word}, {"id": "b", "place": 2, "x": format!("{word}b")}])
                }
                _ => Value::Null,
            };
            draft.unknown.insert("newer".into(), value);
        }
        Doing::Remove => return device.remove(),
        Doing::Wait => device.now += 7,
        Doing::WriteAnew | Doing::Hear(_) => {}
    }
    draft.body = goal.into();
    device.make(vec![Op::Put(draft)]);
}

/// All devices hear all others until nobody hears anything new.
fn exchange_everything(devices: &mut [Device]) -> Result<(), TestCaseError> {
    for _ in 0..4 {
        let before: Vec<Held> = devices.iter().map(Device::held).collect();
        for to in 0..devices.len() {
            for from in 0..devices.len() {
                let other = devices[from].clone();
                devices[to].hear(&other);
            }
        }
        if devices.iter().map(Device::held).eq(before) {
            return Ok(());
        }
    }
    Err(TestCaseError::fail("they still hear news after exchanging everything four times"))
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn it_does_not_matter_who_meets_whom(life in life(true)) {
        let devices = live(&life).devices;
        for (a, b) in [(0, 1), (1, 2), (2, 0)] {
            let (a, b) = (devices[a].held(), devices[b].held());
            let met = merge(&a, &b);
            prop_assert_eq!(&met, &merge(&b, &a));
            // Meeting again brings nothing new.
            prop_assert_eq!(&met, &merge(&met, &met));
            prop_assert_eq!(&met, &merge(&a, &met));
            prop_assert_eq!(&met, &merge(&met, &b));
            prop_assert_eq!(&a, &merge(&a, &a));
        }
    }

    #[test]
    fn it_does_not_matter_who_meets_first(life in life(false)) {
        let devices = live(&life).devices;
        let [a, b, c] = [0, 1, 2].map(|at| devices[at].held());
        prop_assert_eq!(merge(&merge(&a, &b), &c), merge(&a, &merge(&b, &c)));
    }

    #[test]
    fn devices_that_exchanged_everything_are_equal(life in life(true)) {
        let mut devices = live(&life).devices;
        exchange_everything(&mut devices)?;
        prop_assert_eq!(devices[0].held(), devices[1].held());
        prop_assert_eq!(devices[0].held(), devices[2].held());
    }

    #[test]
    fn the_order_of_the_exchange_does_not_matter(life in life(false), order in Just(vec![0, 1, 2, 0, 1, 2]).prop_shuffle()) {
        let mut devices = live(&life).devices;
        let mut all = devices[order[0]].held();
        for at in &order[1..] {
            all = merge(&all, &devices[*at].held());
        }
        exchange_everything(&mut devices)?;
        prop_assert_eq!(devices[0].held(), all);
    }

    #[test]
    fn a_word_stays_until_somebody_who_has_seen_it_replaces_it(mut life in life(false)) {
        // These write words again that stood there before.
        life.retain(|(_, doing)| !matches!(doing, Doing::MoveMilestone(_) | Doing::Skills));
        let mut lived = live(&life);
        exchange_everything(&mut lived.devices)?;
        let left: BTreeSet<_> = lived.written.difference(&lived.replaced).cloned().collect();
        prop_assert_eq!(all_words(&lived.devices[0].held()), left);
    }

    #[test]
    fn no_word_is_lost_to_somebody_who_had_not_seen_it(life in life(true)) {
        let mut lived = live(&life);
        exchange_everything(&mut lived.devices)?;
        let there = all_words(&lived.devices[0].held());
        let lost: Vec<_> = lived.written.difference(&lived.replaced).filter(|word| !there.contains(*word)).collect();
        prop_assert!(lost.is_empty(), "{lost:?} of {:?}", lived.written);
    }
}
