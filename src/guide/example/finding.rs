//! How Amara was found, and the search for a mentor of another kind.

use super::{GoalOf, PlanOf, Who, Year, goal_ids, id, line, person_id, plan_id, text, title, titles};
use crate::{
    domain::{
        Event, Outreach, Plan, Reply,
        event::{Guest, Met},
    },
    guide::strategies::{STRATEGIES, StrategyTemplate, finding_plan},
};

/// What became of a step: due, done, a note. Rows follow the steps of the plan in order.
type StepRow = (Option<i64>, Option<i64>, &'static str);

struct PlanRow {
    plan: PlanOf,
    title: &'static str,
    since: i64,
    looking_for: &'static str,
    goals: &'static [GoalOf],
    skills: &'static [&'static str],
    interests: &'static [&'static str],
    values: &'static str,
    time: &'static str,
    offer: &'static str,
    /// The ways it tries, by their titles in [`STRATEGIES`].
    ways: &'static [&'static str],
    steps: &'static [StepRow],
    closed: Option<(i64, &'static str)>,
}

const PLANS: [PlanRow; 2] = [
    PlanRow {
        plan: PlanOf::First,
        title: "A first mentor",
        since: 372,
        looking_for: "Somebody ten years further on who made research count where nobody had asked for it. \
                      An hour every other week. Not in my own reporting line.",
        goals: &[],
        skills: &[],
        interests: &[],
        values: "",
        time: "An hour every other week",
        offer: "",
        ways: &["Events, conferences, workshops", "My employer's programme"],
        steps: &[
            (Some(366), Some(368), "Three, and two of them cost more than my bicycle"),
            (Some(362), Some(363), "Ines from support comes along, for the lunch, as she says"),
            (None, Some(361), "Amara Osei and Tomás Ribeiro"),
            (None, Some(359), "For Amara: what do you do with findings nobody asked for?"),
            (None, Some(358), "On the tram home, on the back of the programme"),
            (Some(355), Some(355), ""),
            (Some(360), Some(366), "There is none. They asked whether I would start one"),
        ],
        closed: Some((330, "Amara said yes. The conference ticket was the best money of the year")),
    },
    PlanRow {
        plan: PlanOf::Second,
        title: "A mentor for leading without being the boss",
        since: 48,
        looking_for: "Somebody who leads projects from inside a product team, with no title to lean on. Better \
                      from another trade. Three talks would do to begin with.",
        goals: &[GoalOf::Lead],
        skills: &["Leading without a title"],
        interests: &["Public services"],
        values: "Says no early and kindly. Gives the credit away.",
        time: "Three talks of half an hour, then we see",
        offer: "Our notes on how nurses swap shifts; a careful reader; drawings.",
        ways: &["LinkedIn", "Professional associations"],
        steps: &[
            (None, Some(44), "Took out “passionate”"),
            (None, Some(38), "Ten became seven: three sell courses now"),
            (None, Some(30), "Greta Lindholm, Li Wen, and one who only posts pictures of his desk"),
            (None, Some(27), "Amara knows Li Wen"),
            (None, Some(16), "Li Wen"),
            (Some(-9), None, ""),
            (None, Some(35), "Two for designers, one for people who run hospitals"),
            (Some(2), None, ""),
            (Some(-14), None, ""),
        ],
        closed: None,
    },
];

struct EventRow {
    title: &'static str,
    on: i64,
    plan: PlanOf,
    place: &'static str,
    went_with: &'static str,
    to_meet: &'static [&'static str],
    /// Who, what about, who they are among the people.
    met: &'static [(&'static str, &'static str, Option<Who>)],
    follow_up_by: i64,
    followed_up: Option<i64>,
    notes: &'static str,
}

const EVENTS: [EventRow; 2] = [
    EventRow {
        title: "Regional design conference",
        on: 358,
        plan: PlanOf::First,
        place: "The old gasworks",
        went_with: "Ines from support",
        to_meet: &[],
        met: &[
            ("Amara Osei", "Findings nobody asked for. She laughed, then answered properly", Some(Who::Amara)),
            ("Tomás Ribeiro", "How the programme is chosen; too many talks about buttons", Some(Who::Tomas)),
        ],
        follow_up_by: 355,
        followed_up: Some(355),
        notes: "Asked a question from row nine with a shaking voice. Worth it.",
    },
    EventRow {
        title: "Evening of talks: design inside product teams",
        on: 6,
        plan: PlanOf::Second,
        place: "Tram depot, upper hall",
        went_with: "Ines again",
        to_meet: &["Greta Lindholm, who gave the second talk"],
        met: &[
            ("Priya Raman", "Who agrees the scope in our house. She does, it turns out", Some(Who::Priya)),
            ("Sven, who asks about budgets", "What a week of research costs, and what it saves", None),
        ],
        follow_up_by: 2,
        followed_up: None,
        notes: "Greta had left before I had my sentence ready. Next time go to the front first, then look \
                for a drink.",
    },
];

struct OutreachRow {
    to: &'static str,
    person: Who,
    plan: PlanOf,
    why: &'static str,
    ask: &'static str,
    offer: &'static str,
    sent: Option<i64>,
    follow_up: Option<i64>,
    came: Option<(i64, &'static str)>,
}

const OUTREACH: [OutreachRow; 3] = [
    OutreachRow {
        to: "Amara Osei",
        person: Who::Amara,
        plan: PlanOf::First,
        why: "You said on stage that most findings die in a drawer, and that it is our own fault. I went \
              home and opened mine.",
        ask: "An hour over tea, about one report of mine that nobody acted on.",
        offer: "I draw. If a finding of yours needs a picture, it is yours.",
        sent: Some(355),
        follow_up: Some(345),
        came: Some((349, "“Bring the report. And the drawer.”")),
    },
    OutreachRow {
        to: "Li Wen",
        person: Who::LiWen,
        plan: PlanOf::Second,
        why: "Amara told me how you got three departments to agree on one form, without being in charge of \
              any of them.",
        ask: "Half an hour by phone: how do you ask for a project that nobody has offered you?",
        offer: "Our notes on how nurses swap shifts. Your branches have the same problem, I would bet.",
        sent: Some(16),
        follow_up: Some(6),
        came: None,
    },
    OutreachRow {
        to: "Greta Lindholm",
        person: Who::Greta,
        plan: PlanOf::Second,
        why: "“Disagree on paper first” has saved me two meetings already.",
        ask: "",
        offer: "",
        sent: None,
        follow_up: None,
        came: None,
    },
];

impl Year {
    pub(super) fn plans(&mut self) -> Option<()> {
        for row in &PLANS {
            let ways: Vec<&StrategyTemplate> = STRATEGIES.iter().filter(|way| row.ways.contains(&way.title)).collect();
            let since = self.day(row.since);
            let mut plan = finding_plan(title(row.title)?, since, &ways, &mut || self.part());
            plan.looking_for = text(row.looking_for)?;
            plan.goals = goal_ids(row.goals);
            plan.skills = titles(row.skills)?;
            plan.interests = titles(row.interests)?;
            plan.values = text(row.values)?;
            plan.time = line(row.time)?;
            plan.offer = text(row.offer)?;
            self.steps(&mut plan, row.steps)?;
            if let Some((ago, reason)) = row.closed {
                plan.close(self.day(ago), line(reason)?);
            }
            self.put(plan_id(row.plan), false, plan);
        }
        Some(())
    }

    fn steps(&self, plan: &mut Plan, rows: &[StepRow]) -> Option<()> {
        let ids: Vec<_> = plan.steps.iter().map(|step| step.id).collect();
        for (id, (due, done, note)) in ids.into_iter().zip(rows) {
            let step = plan.steps.get_mut(id)?;
            step.due = self.day_if(*due);
            step.done = self.day_if(*done);
            step.notes = text(note)?;
        }
        Some(())
    }

    pub(super) fn events(&mut self) -> Option<()> {
        for (number, row) in EVENTS.iter().enumerate() {
            let mut event = Event::new(title(row.title)?, self.day(row.on));
            event.plan = Some(plan_id(row.plan));
            event.place_name = line(row.place)?;
            event.went_with = line(row.went_with)?;
            for who in row.to_meet {
                event.to_meet.add(Guest { id: self.part(), place: 0, title: title(who)? });
            }
            for (who, note, person) in row.met {
                event.met.add(Met {
                    id: self.part(),
                    place: 0,
                    title: title(who)?,
                    note: line(note)?,
                    person: person.map(person_id),
                });
            }
            event.follow_up_by = Some(self.day(row.follow_up_by));
            event.followed_up = self.day_if(row.followed_up);
            event.notes = text(row.notes)?;
            self.put(id(number), false, event);
        }
        Some(())
    }

    pub(super) fn outreach(&mut self) -> Option<()> {
        for (number, row) in OUTREACH.iter().enumerate() {
            let mut it = Outreach::new(title(row.to)?);
            it.person = Some(person_id(row.person));
            it.plan = Some(plan_id(row.plan));
            it.why_them = text(row.why)?;
            it.ask = text(row.ask)?;
            it.offer = text(row.offer)?;
            it.sent = self.day_if(row.sent);
            it.follow_up = self.day_if(row.follow_up);
            if let Some((ago, note)) = row.came {
                it.reply = Reply::Came { on: self.day(ago), note: line(note)? };
            }
            self.put(id(number), false, it);
        }
        Some(())
    }
}
