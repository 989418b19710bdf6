//! Who could be the next mentor, and what the owner says of themselves.

use super::{PlanOf, Who, Year, id, line, person_id, plan_id, text, title, titles};
use crate::domain::{Candidate, Card, CardSide, Judgement, Rating, Stage};

struct CandidateRow {
    who: Who,
    plan: PlanOf,
    since: i64,
    /// The event at which they were met, by its place among the events of the year.
    event: Option<usize>,
    introduced_by: Option<Who>,
    why: &'static str,
    turns: &'static [(i64, Stage, &'static str)],
    next: Option<i64>,
    /// Ratings and reasons, by criterion in order; nothing where it is not judged.
    fit: &'static [(u8, &'static str)],
    notes: &'static str,
}

const CANDIDATES: [CandidateRow; 4] = [
    CandidateRow {
        who: Who::Amara,
        plan: PlanOf::First,
        since: 358,
        event: Some(0),
        introduced_by: None,
        why: "Made research count in a house that had never asked for any. Laughs before she answers, and then \
              answers what was asked.",
        turns: &[
            (355, Stage::ReachedOut, ""),
            (349, Stage::Talking, "She wants to see the report, and the drawer"),
            (330, Stage::Agreed, "An hour every other week, to begin with until summer"),
        ],
        next: None,
        fit: &[
            (5, "Reports that were acted on, in a house that never asked for any"),
            (4, ""),
            (5, "Laughed at the drawer, and then asked what was in it"),
            (4, ""),
            (4, "Every other week, she said so herself"),
        ],
        notes: "",
    },
    CandidateRow {
        who: Who::Tomas,
        plan: PlanOf::First,
        since: 358,
        event: Some(0),
        introduced_by: None,
        why: "Chooses whom a whole region listens to, and says why.",
        turns: &[(352, Stage::Researching, ""), (331, Stage::Parked, "One mentor at a time. Perhaps for the talk")],
        next: Some(-20),
        fit: &[(2, "Knows talks, not research"), (3, ""), (4, "")],
        notes: "Ask Amara how well the two know each other.",
    },
    CandidateRow {
        who: Who::LiWen,
        plan: PlanOf::Second,
        since: 30,
        event: None,
        introduced_by: Some(Who::Amara),
        why: "Three departments, one form, and no title. From another trade, as I wanted.",
        turns: &[(27, Stage::Researching, "Amara knows her"), (16, Stage::ReachedOut, "")],
        next: None,
        fit: &[
            (5, "Four projects without being anybody's boss"),
            (4, "From another trade, as I wanted"),
            (3, "A bank. But the simple kind"),
            (4, "Amara would tell her anything"),
            (4, "Said to write in the mornings"),
        ],
        notes: "",
    },
    CandidateRow {
        who: Who::Greta,
        plan: PlanOf::Second,
        since: 30,
        event: Some(1),
        introduced_by: None,
        why: "“Disagree on paper first.” Leads from the inside, and writes well about it.",
        turns: &[(6, Stage::Researching, "Gone before I had my sentence ready")],
        next: Some(-2),
        fit: &[
            (4, "Leads from the inside, and can say how"),
            (5, "Railways! And she began as a typist"),
            (5, "Disagrees on paper first"),
            (3, "I have only heard her from row nine"),
            (2, "On the road four days a week"),
        ],
        notes: "",
    },
];

impl Year {
    /// What the owner says of themselves to those who look for somebody to guide.
    pub(super) fn card(&mut self) -> Option<()> {
        let card = Card {
            role: line("Researcher in a product team")?,
            about: text("I find out how people really work, and then nobody reads my reports.")?,
            skills: titles(&["Asking good questions", "Drawing while somebody talks"])?,
            wants: titles(&["Speaking in public", "Leading without a title"])?,
            interests: titles(&["Radio", "Public services"])?,
            values: titles(&["Plain words"])?,
            offers: text("An honest reader, and drawings of whatever you explain to me")?,
            seeks: text("Somebody who got their findings heard")?,
            languages: titles(&["English", "Portuguese"])?,
            time: line("Half an hour every two weeks, after five")?,
            ..Card::new(CardSide::Mentee, title("Robin")?)
        };
        self.put(id(1), false, card);
        Some(())
    }

    pub(super) fn candidates(&mut self) -> Option<()> {
        for (number, row) in CANDIDATES.iter().enumerate() {
            let mut it = Candidate::new(person_id(row.who), self.day(row.since));
            it.plan = Some(plan_id(row.plan));
            it.event = row.event.map(id);
            it.introduced_by = row.introduced_by.map(person_id);
            it.why = text(row.why)?;
            for (ago, to, reason) in row.turns {
                it.turn(*to, self.day(*ago), line(reason)?, self.part());
            }
            it.next = self.day_if(row.next);
            let fit = [&mut it.fit_skills, &mut it.fit_path, &mut it.fit_values, &mut it.fit_trust, &mut it.fit_time];
            for (place, (rating, reason)) in fit.into_iter().zip(row.fit) {
                *place = Judgement { rating: Rating::new(*rating), reason: line(reason)? };
            }
            it.notes = text(row.notes)?;
            self.put(id(number), false, it);
        }
        Some(())
    }
}
