//! The texts of an entry, each with the place where it stands.

use super::field::Field;
use crate::domain::{
    Action, ActionState, Agreement, Appreciation, Body, Candidate, Card, CheckIn, Comment, Criterion, Doubt, Event,
    Feedback, Goal, Meeting, MeetingState, Mentorship, MentorshipState, Outreach, PartId, Person, Plan, PlanState,
    Reply, Share, Subject, Title,
};

/// A piece of text in an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Section<'a> {
    /// Where it stands.
    pub field: Field,
    /// In which part, if in one.
    pub part: Option<PartId>,
    /// The text; never empty.
    pub text: &'a str,
}

/// All text of an entry, its title first.
pub(super) fn sections(body: &Body) -> Vec<Section<'_>> {
    let mut sections = Sections(Vec::new());
    match body {
        Body::Goal(it) => sections.goal(it),
        Body::Person(it) => sections.person(it),
        Body::Mentorship(it) => sections.mentorship(it),
        Body::Agreement(it) => sections.agreement(it),
        Body::Meeting(it) => sections.meeting(it),
        Body::CheckIn(it) => sections.check_in(it),
        Body::Action(it) => sections.action(it),
        Body::Feedback(it) => sections.feedback(it),
        Body::Appreciation(it) => sections.appreciation(it),
        Body::Pulse(it) => sections.add(Field::Word, &it.word),
        Body::Doubt(it) => sections.doubt(it),
        Body::Plan(it) => sections.plan(it),
        Body::Event(it) => sections.event(it),
        Body::Outreach(it) => sections.outreach(it),
        Body::Candidate(it) => sections.candidate(it),
        Body::Card(it) => sections.card(it),
        Body::Share(it) => sections.share(it),
        Body::Comment(it) => sections.comment(it),
    }
    sections.0
}

/// Every text of an entry, its title first.
pub fn texts(body: &Body) -> impl Iterator<Item = &str> {
    sections(body).into_iter().map(|section| section.text)
}

struct Sections<'a>(Vec<Section<'a>>);

impl<'a> Sections<'a> {
    fn push(&mut self, field: Field, part: Option<PartId>, text: &'a str) {
        if !text.is_empty() {
            self.0.push(Section { field, part, text });
        }
    }

    fn add(&mut self, field: Field, text: &'a str) {
        self.push(field, None, text);
    }

    fn part(&mut self, field: Field, part: PartId, text: &'a str) {
        self.push(field, Some(part), text);
    }

    fn names(&mut self, field: Field, names: &'a [Title]) {
        names.iter().for_each(|name| self.add(field, name));
    }

    fn goal(&mut self, it: &'a Goal) {
        self.add(Field::Title, &it.title);
        self.add(Field::Why, &it.why);
        self.add(Field::Evidence, &it.evidence);
        for milestone in &it.milestones {
            self.part(Field::Milestone, milestone.id, &milestone.title);
        }
        self.names(Field::Skill, &it.skills);
        for review in &it.reviews {
            self.part(Field::Review, review.id, &review.note);
        }
        for turn in &it.turns {
            self.part(Field::Turn, turn.id, &turn.reason);
        }
    }

    fn person(&mut self, it: &'a Person) {
        self.add(Field::Title, &it.name);
        self.add(Field::Role, &it.role);
        self.add(Field::Organisation, &it.organisation);
        self.add(Field::HowMet, &it.met);
        self.add(Field::Contact, &it.contact);
        self.names(Field::Contact, &it.other_contacts);
        self.add(Field::Link, &it.link);
        self.names(Field::Skill, &it.skills);
        self.names(Field::Interest, &it.interests);
        self.add(Field::Notes, &it.notes);
    }

    fn card(&mut self, it: &'a Card) {
        self.add(Field::Title, &it.name);
        self.add(Field::Role, &it.role);
        self.add(Field::Organisation, &it.organisation);
        self.add(Field::About, &it.about);
        self.names(Field::Skill, &it.skills);
        self.names(Field::Skill, &it.wants);
        self.names(Field::Interest, &it.interests);
        self.names(Field::Values, &it.values);
        self.add(Field::Offer, &it.offers);
        self.add(Field::Seeks, &it.seeks);
        self.names(Field::Language, &it.languages);
        self.add(Field::TimeAsked, &it.time);
        self.add(Field::Contact, &it.contact);
        self.add(Field::Link, &it.link);
    }

    fn mentorship(&mut self, it: &'a Mentorship) {
        self.add(Field::Learning, &it.learning);
        self.add(Field::Offer, &it.offers);
        self.add(Field::Learned, &it.learned);
        self.add(Field::Notes, &it.notes);
        for pause in &it.pauses {
            self.part(Field::Pause, pause.id, &pause.why);
        }
        self.add(Field::Results, &it.results);
        if let MentorshipState::Ended { reason, .. } = &it.state {
            self.add(Field::Reason, reason);
        }
    }

    fn meeting(&mut self, it: &'a Meeting) {
        self.add(Field::Title, &it.title);
        for point in &it.agenda {
            self.part(Field::AgendaPoint, point.id, &point.title);
        }
        for point in &it.preparation {
            self.part(Field::Preparation, point.id, &point.title);
        }
        self.add(Field::SharedNotes, &it.shared_notes);
        self.add(Field::PrivateNotes, &it.private_notes);
        self.add(Field::Story, &it.story);
        self.add(Field::Insights, &it.insights);
        self.add(Field::Outcomes, &it.outcomes);
        match &it.state {
            MeetingState::Planned | MeetingState::Held => {}
            MeetingState::Missed { reason, .. } | MeetingState::Cancelled { reason, .. } => {
                self.add(Field::Reason, reason);
            }
        }
        for it in &it.moves {
            self.part(Field::Reason, it.id, &it.reason);
        }
    }

    fn action(&mut self, it: &'a Action) {
        self.add(Field::Title, &it.title);
        if let ActionState::Dropped { reason, .. } = &it.state {
            self.add(Field::Reason, reason);
        }
    }

    fn feedback(&mut self, it: &'a Feedback) {
        self.add(Field::Said, &it.text);
        if let Some(Subject::Work { piece }) = &it.about {
            self.add(Field::Piece, piece);
        }
        self.names(Field::Skill, &it.skills);
        self.add(Field::DoneAboutIt, &it.done_about_it);
    }

    fn check_in(&mut self, it: &'a CheckIn) {
        self.add(Field::Title, &it.about);
        self.add(Field::Message, &it.text);
    }

    fn appreciation(&mut self, it: &'a Appreciation) {
        self.add(Field::Title, &it.help);
        self.add(Field::Became, &it.became);
    }

    fn share(&mut self, it: &'a Share) {
        self.add(Field::Beside, &it.note);
        self.add(Field::Signed, &it.from);
        self.add(Field::Signed, &it.to);
    }

    fn comment(&mut self, it: &'a Comment) {
        self.add(Field::Comment, &it.text);
        self.add(Field::Signed, &it.from);
    }

    fn plan(&mut self, it: &'a Plan) {
        self.add(Field::Title, &it.title);
        self.add(Field::LookingFor, &it.looking_for);
        self.names(Field::Skill, &it.skills);
        self.names(Field::Interest, &it.interests);
        self.add(Field::Values, &it.values);
        self.add(Field::TimeAsked, &it.time);
        self.add(Field::Offer, &it.offer);
        for strategy in &it.strategies {
            self.part(Field::Strategy, strategy.id, &strategy.title);
            self.part(Field::StrategyNotes, strategy.id, &strategy.notes);
        }
        for step in &it.steps {
            self.part(Field::Step, step.id, &step.title);
            self.part(Field::StepNotes, step.id, &step.notes);
        }
        if let PlanState::Closed { reason, .. } = &it.state {
            self.add(Field::Reason, reason);
        }
    }

    fn event(&mut self, it: &'a Event) {
        self.add(Field::Title, &it.title);
        self.add(Field::Place, &it.place_name);
        self.add(Field::WentWith, &it.went_with);
        for guest in &it.to_meet {
            self.part(Field::ToMeet, guest.id, &guest.title);
        }
        for met in &it.met {
            self.part(Field::Met, met.id, &met.title);
            self.part(Field::MetNote, met.id, &met.note);
        }
        self.add(Field::Notes, &it.notes);
    }

    fn outreach(&mut self, it: &'a Outreach) {
        self.add(Field::Title, &it.to);
        self.add(Field::WhyThem, &it.why_them);
        self.add(Field::Ask, &it.ask);
        self.add(Field::Offer, &it.offer);
        for message in &it.messages {
            self.part(Field::Message, message.id, &message.text);
        }
        if let Reply::Came { note, .. } = &it.reply {
            self.add(Field::Reply, note);
        }
    }

    fn agreement(&mut self, it: &'a Agreement) {
        self.add(Field::WhyAnew, &it.why);
        self.add(Field::Mine, &it.mine);
        self.add(Field::Theirs, &it.theirs);
        self.add(Field::Guidelines, &it.guidelines);
        self.add(Field::Cancelling, &it.cancelling);
        self.add(Field::BetweenUs, &it.between_us);
        self.add(Field::Exceptions, &it.exceptions);
        self.add(Field::OffLimits, &it.off_limits);
    }

    fn doubt(&mut self, it: &'a Doubt) {
        self.add(Field::Troubles, &it.troubles);
        self.add(Field::Good, &it.good);
        self.add(Field::Tried, &it.tried);
        self.add(Field::Change, &it.change);
    }

    fn candidate(&mut self, it: &'a Candidate) {
        self.add(Field::WhyThem, &it.why);
        for criterion in Criterion::ALL {
            self.add(Field::Fit, &it.judgement(criterion).reason);
        }
        self.add(Field::Notes, &it.notes);
        for turn in &it.turns {
            self.part(Field::Turn, turn.id, &turn.reason);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::KindName;
    use serde_json::{Value, json};

    /// An entry of every kind in which every text is a word of its own that begins with `w`.
    fn wordy() -> Vec<(KindName, Value)> {
        let mentorship = "mentorship-0000000000000001";
        let (id, on) = ("00000001", "2026-03-01");
        vec![
            (
                KindName::Goal,
                json!({
                    "title": "w1", "why": "w2", "evidence": "w3", "skills": ["w4"],
                    "milestones": [{"id": id, "place": 1, "title": "w5"}],
                    "reviews": [{"id": id, "place": 1, "on": on, "note": "w6"}],
                    "turns": [{"id": id, "place": 1, "on": on, "to": "paused", "reason": "w7"}],
                }),
            ),
            (
                KindName::Person,
                json!({
                    "name": "w1", "role": "w2", "met": "w3", "contact": "w4", "link": "w5", "notes": "w6",
                    "skills": ["w7"], "interests": ["w8"], "organisation": "w9", "other_contacts": ["wa"],
                }),
            ),
            (
                KindName::Mentorship,
                json!({
                    "person": "person-0000000000000001", "side": "guided", "since": on, "notes": "w1",
                    "learning": "w2", "offers": "w3", "learned": "w4",
                    "state": {"ended": {"on": on, "reason": "w5"}}, "results": "w6",
                    "pauses": [{"id": id, "place": 1, "from": on, "until": on, "why": "w7"}],
                    "set_aside": [{"id": id, "place": 1, "signal": "time", "on": on}],
                }),
            ),
            (
                KindName::Agreement,
                json!({
                    "mentorship": mentorship, "since": on, "mine": "w1", "theirs": "w2", "guidelines": "w3",
                    "cancelling": "w4", "between_us": "w5", "exceptions": "w6", "off_limits": "w7", "why": "w8",
                }),
            ),
            (
                KindName::Meeting,
                json!({
                    "mentorship": mentorship, "on": on, "title": "w1",
                    "agenda": [{"id": id, "place": 1, "title": "w2"}],
                    "preparation": [{"id": id, "place": 1, "title": "w3"}],
                    "shared_notes": "w4", "private_notes": "w5", "story": "w6", "insights": "w7", "outcomes": "w8",
                    "state": {"missed": {"by": "me", "reason": "w9"}},
                    "moves": [{"id": id, "place": 1, "on": on, "from": on, "by": "me", "reason": "w10"}],
                }),
            ),
            (
                KindName::CheckIn,
                json!({
                    "mentorship": mentorship, "on": on, "channel": "email", "direction": "from-me", "about": "w1", "text": "w2",
                }),
            ),
            (
                KindName::Action,
                json!({
                    "mentorship": mentorship, "promised": on, "owner": "me", "title": "w1",
                    "state": {"dropped": {"on": on, "reason": "w2"}},
                }),
            ),
            (
                KindName::Feedback,
                json!({
                    "mentorship": mentorship, "on": on, "direction": "from-me", "text": "w1", "done_about_it": "w2",
                    "about": {"work": {"piece": "w3"}}, "skills": ["w4"],
                }),
            ),
            (KindName::Appreciation, json!({"mentorship": mentorship, "on": on, "help": "w1", "became": "w2"})),
            (KindName::Pulse, json!({"mentorship": mentorship, "on": on, "trust": 3, "word": "w1"})),
            (
                KindName::Doubt,
                json!({
                    "mentorship": mentorship, "on": on, "troubles": "w1", "good": "w2", "tried": "w3", "change": "w4",
                    "leaning": "end",
                }),
            ),
            (
                KindName::Plan,
                json!({
                    "title": "w1", "since": on, "looking_for": "w2", "skills": ["w8"], "interests": ["w9"],
                    "values": "wa", "time": "wb", "offer": "wc",
                    "strategies": [{"id": id, "place": 1, "title": "w3", "notes": "w4"}],
                    "steps": [{"id": id, "place": 1, "strategy": id, "title": "w5", "notes": "w6"}],
                    "state": {"closed": {"on": on, "reason": "w7"}},
                }),
            ),
            (
                KindName::Event,
                json!({
                    "title": "w1", "on": on, "place_name": "w2", "went_with": "w3", "notes": "w4",
                    "to_meet": [{"id": id, "place": 1, "title": "w5"}],
                    "met": [{"id": id, "place": 1, "title": "w6", "note": "w7"}],
                }),
            ),
            (
                KindName::Outreach,
                json!({
                    "to": "w1", "why_them": "w2", "ask": "w3", "offer": "w4",
                    "messages": [{"id": id, "place": 1, "kind": "first", "length": "email", "text": "w6"}],
                    "reply": {"came": {"on": on, "note": "w5"}},
                }),
            ),
            (
                KindName::Candidate,
                json!({
                    "person": "person-0000000000000001", "since": on, "why": "w1", "notes": "w2",
                    "fit_skills": {"reason": "w4"}, "fit_path": {"rating": 2, "reason": "w5"}, "fit_values": {"reason": "w6"},
                    "fit_trust": {"reason": "w7"}, "fit_time": {"reason": "w8"},
                    "stage": "talking", "turns": [{"id": id, "place": 1, "on": on, "to": "talking", "reason": "w3"}],
                }),
            ),
            (
                KindName::Card,
                json!({
                    "side": "mentor", "name": "w01", "role": "w02", "organisation": "w03", "about": "w04",
                    "skills": ["w05"], "wants": ["w06"], "interests": ["w07"], "values": ["w08"], "offers": "w09",
                    "seeks": "w10", "languages": ["w11"], "time": "w12", "contact": "w13", "link": "w14",
                }),
            ),
            (KindName::Share, json!({"mentorship": mentorship, "on": on, "from": "w1", "to": "w2", "note": "w3"})),
            (KindName::Comment, json!({"mentorship": mentorship, "on": on, "from": "w1", "text": "w2"})),
        ]
    }

    fn words(value: &Value) -> Vec<String> {
        match value {
            Value::String(text) if text.starts_with('w') => vec![text.clone()],
            Value::Array(items) => items.iter().flat_map(words).collect(),
            Value::Object(fields) => fields.values().flat_map(words).collect(),
            _ => Vec::new(),
        }
    }

    /// Every text that the file format holds is a section: what is written can be found.
    #[test]
    fn no_text_of_an_entry_is_left_out() {
        let wordy = wordy();
        let kinds: Vec<_> = wordy.iter().map(|(kind, _)| *kind).collect();
        assert_eq!(kinds, KindName::ALL);
        for (kind, json) in wordy {
            let body = Body::read(kind, &json.to_string()).unwrap();
            let mut found: Vec<_> = sections(&body).iter().map(|it| it.text.to_owned()).collect();
            found.sort();
            let mut expected = words(&json);
            expected.sort();
            assert_eq!(found, expected, "{kind}");
        }
    }
}
