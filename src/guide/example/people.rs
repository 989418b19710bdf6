//! The people of the year, and the two mentorships.

use super::{
    GoalOf::{self, Code, Lead, Research, Talk},
    Who, Year, goal_ids, id, line, mentorship_id, person_id, text, title, titles,
};
use crate::domain::{Agreement, Mentorship, Pause, Person, Rhythm, Side, meeting::Channel};

struct PersonRow {
    who: Who,
    name: &'static str,
    role: &'static str,
    met: &'static str,
    contact: &'static str,
    link: &'static str,
    skills: &'static [&'static str],
    interests: &'static [&'static str],
    notes: &'static str,
}

const PEOPLE: &[PersonRow] = &[
    PersonRow {
        who: Who::Amara,
        name: "Amara Osei",
        role: "Head of research at a public broadcaster",
        met: "At the regional design conference, over a question",
        contact: "amara.osei@example.org",
        link: "https://example.org/people/amara-osei",
        skills: &["Interviewing", "Public speaking", "Making research count"],
        interests: &["Radio", "Tea"],
        notes: "Began as a radio reporter; that is where the patience with silence comes from. Answers \
                mail before eight or not at all. Tea, never coffee.",
    },
    PersonRow {
        who: Who::Jonas,
        name: "Jonas Feld",
        role: "Engineering lead at a logistics company",
        met: "Wrote to him about his article on throwing prototypes away",
        contact: "jonas@example.com",
        link: "https://example.com/jonas",
        skills: &[],
        interests: &[],
        notes: "Two small children, so nothing before nine. Draws boxes on everything, also on receipts.",
    },
    PersonRow {
        who: Who::Priya,
        name: "Priya Raman",
        role: "Product manager, in our own company, two floors up",
        met: "Evening of talks: design inside product teams",
        contact: "",
        link: "",
        skills: &[],
        interests: &[],
        notes: "Three years in one building, and we had to cross the city to meet. Ran the pharmacy \
                project, knows how scope is agreed here.",
    },
    PersonRow {
        who: Who::LiWen,
        name: "Li Wen",
        role: "Design lead at a bank that is trying to be simple",
        met: "Amara introduced us by e-mail",
        contact: "",
        link: "https://example.org/li-wen",
        skills: &["Agreeing on scope", "Leading without a title"],
        interests: &["Public services", "Cooking for many"],
        notes: "Led four projects without ever being anybody's boss. Exactly what I want to learn.",
    },
    PersonRow {
        who: Who::Tomas,
        name: "Tomás Ribeiro",
        role: "Sits on the programme board of the regional design conference",
        met: "At the conference, in the queue for soup",
        contact: "",
        link: "",
        skills: &["Choosing a programme"],
        interests: &[],
        notes: "",
    },
    PersonRow {
        who: Who::Greta,
        name: "Greta Lindholm",
        role: "Leads design for a railway, speaks about making decisions together",
        met: "",
        contact: "",
        link: "https://example.org/greta-lindholm",
        skills: &["Hard conversations", "Agreeing on scope", "Writing briefly"],
        interests: &["Railways", "Public services"],
        notes: "Her talk on “disagree on paper first” is the best half hour I heard this year.",
    },
];

struct MentorshipRow {
    with: Who,
    since: i64,
    goals: &'static [GoalOf],
    ideal: u16,
    longest: u16,
    notes: &'static str,
}

const MENTORSHIPS: [MentorshipRow; 2] = [
    MentorshipRow {
        with: Who::Amara,
        since: 331,
        goals: &[Talk, Research, Lead],
        ideal: 14,
        longest: 30,
        notes: "She asks until I hear the question myself.",
    },
    MentorshipRow {
        with: Who::Jonas,
        since: 280,
        goals: &[Code, Lead],
        ideal: 28,
        longest: 60,
        notes: "I send what I built two days ahead, even if it is ugly. He says so when a question is too \
                large for half an hour. No company secrets on either side.",
    },
];

impl Year {
    pub(super) fn people(&mut self) -> Option<()> {
        for row in PEOPLE {
            let person = Person {
                role: line(row.role)?,
                met: line(row.met)?,
                contact: line(row.contact)?,
                link: line(row.link)?,
                skills: titles(row.skills)?,
                interests: titles(row.interests)?,
                notes: text(row.notes)?,
                ..Person::new(title(row.name)?)
            };
            self.put(person_id(row.who), false, person);
        }
        for row in &MENTORSHIPS {
            let since = self.weekday(row.since);
            let mut mentorship = Mentorship::new(person_id(row.with), Side::Guided, since);
            mentorship.goals = goal_ids(row.goals);
            mentorship.rhythm = Some(Rhythm::new(row.ideal, row.longest)?);
            mentorship.channel = Some(Channel::Video);
            mentorship.notes = text(row.notes)?;
            if row.with == Who::Amara {
                let (id, why) = (self.part(), title("A week at the sea, without a telephone")?);
                let (from, until) = (self.day(67), self.day(60));
                mentorship.pauses.add(Pause { id, place: 0, from, until, why });
                self.agreement(&mentorship)?;
            }
            self.put(mentorship_id(row.with), false, mentorship);
        }
        Some(())
    }

    /// What was agreed with Amara, two weeks after they began.
    fn agreement(&mut self, mentorship: &Mentorship) -> Option<()> {
        let mut it = Agreement::new(mentorship_id(Who::Amara), self.weekday(325));
        it.mine = text("Honest words about my work, also when they sting. I bring the agenda a day before.")?;
        it.theirs = text("That I try things out between two talks, and tell her what came of it.")?;
        it.minutes = Some(45);
        it.agenda_by = Some(crate::domain::Who::Me);
        it.guidelines = text("Plainly, about the work, with an example. Whoever is annoyed says so within a week.")?;
        it.cancelling = text("A line the day before is enough, with a new day in it.")?;
        it.between_us = text("Everything about people at work.")?;
        it.exceptions = text("What one of us asks to pass on.")?;
        it.off_limits = text("Pay.")?;
        it.review_on = Some(self.day(-40));
        it.agree(mentorship, self.weekday(318));
        self.put(id::<Agreement>(1), false, it);
        Some(())
    }
}
