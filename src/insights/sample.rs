//! Small notebooks for the tests of this floor.

use crate::domain::{
    Action, ActionState, Change, CheckIn, Clock, Day, DeviceId, Draft, Goal, Id, Meeting, MeetingState, Mentorship,
    Notebook, Owner, Person, Rhythm, Side, Text, Title,
    check_in::{Answer, Direction},
    entry::Kind,
    meeting::Channel,
};

/// The day that many days after 1 March 2026; negative numbers are before it.
pub(crate) fn day(n: i64) -> Day {
    Day::from_ymd_opt(2026, 3, 1).unwrap().plus(n)
}

pub(crate) fn title(text: &str) -> Title {
    Title::new(text).unwrap()
}

pub(crate) fn text(text: &str) -> Text {
    Text::new(text).unwrap()
}

/// A notebook that grows; ids rise in the order in which entries are put.
pub(crate) struct Sample {
    pub notebook: Notebook,
    clock: Clock,
    next: u128,
    /// When changes are made, in milliseconds of Unix time.
    now: u64,
}

impl Sample {
    pub fn new() -> Self {
        Self { notebook: Notebook::default(), clock: Clock::new(DeviceId::new(1)), next: 0, now: 1 }
    }

    /// From now on changes are made on this day.
    pub fn on(&mut self, day: Day) {
        let days = (day - Day::from_ymd_opt(1970, 1, 1).unwrap()).num_days();
        self.now = u64::try_from(days).unwrap() * 86_400_000;
    }

    pub fn put<K: Kind>(&mut self, body: K) -> Id<K> {
        self.next += 1;
        let id = Id::new(self.next);
        self.write(id, body);
        id
    }

    pub fn write<K: Kind>(&mut self, id: Id<K>, body: K) {
        let change = Change::put("", Draft::new(id, body));
        self.notebook.apply(&change, &mut self.clock, self.now).unwrap();
    }

    pub fn put_draft(&mut self, draft: Draft) {
        self.notebook.apply(&Change::put("", draft), &mut self.clock, self.now).unwrap();
    }

    pub fn change<K: Kind>(&mut self, id: Id<K>, change: impl FnOnce(&mut K)) {
        let mut body = self.notebook.get(id).unwrap().clone();
        change(&mut body);
        self.write(id, body);
    }

    /// Makes an entry private.
    pub fn hide<K: Kind>(&mut self, id: Id<K>) {
        let body = self.notebook.get(id).unwrap().clone();
        self.put_draft(Draft { private: true, ..Draft::new(id, body) });
    }

    pub fn remove<K: Kind>(&mut self, id: Id<K>) {
        let change = Change { label: String::new(), ops: self.notebook.removal(id.entry()) };
        self.notebook.apply(&change, &mut self.clock, self.now).unwrap();
    }

    /// A mentorship with a new person since a day, with contact every 14 days and never after more than 28.
    pub fn mentorship(&mut self, name: &str, since: Day) -> Id<Mentorship> {
        let person = self.put(Person::new(title(name)));
        let mut mentorship = Mentorship::new(person, Side::Guided, since);
        mentorship.rhythm = Rhythm::new(14, 28);
        self.put(mentorship)
    }

    pub fn planned(&mut self, mentorship: Id<Mentorship>, on: Day) -> Id<Meeting> {
        self.put(Meeting::planned(mentorship, on))
    }

    pub fn held(&mut self, mentorship: Id<Mentorship>, on: Day) -> Id<Meeting> {
        let mut meeting = Meeting::planned(mentorship, on);
        meeting.state = MeetingState::Held;
        self.put(meeting)
    }

    pub fn check_in(
        &mut self,
        mentorship: Id<Mentorship>,
        on: Day,
        direction: Direction,
        answer: Answer,
    ) -> Id<CheckIn> {
        let (about, text) = (title("How it goes"), Text::default());
        self.put(CheckIn { mentorship, on, channel: Channel::Email, direction, about, text, answer })
    }

    pub fn action(
        &mut self,
        mentorship: Id<Mentorship>,
        meeting: Option<Id<Meeting>>,
        promised: Day,
        due: Option<Day>,
    ) -> Id<Action> {
        self.put(Action {
            title: title("Send the outline"),
            owner: Owner::Me,
            mentorship,
            meeting,
            goal: None,
            promised,
            due,
            state: ActionState::Open,
            carried_to: Vec::new(),
        })
    }

    pub fn goal(&mut self, name: &str) -> Id<Goal> {
        self.put(Goal::new(title(name)))
    }
}
