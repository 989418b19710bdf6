//! The twenty-five meetings of the year.

use super::{
    GoalOf::{self, Code, Lead, Manage, Research, Talk},
    Who::{self, Amara, Jonas},
    Year, goal_ids, hour, id, line, mentorship_id, text, title,
};
use crate::domain::{AgendaPoint, Meeting, MeetingState, meeting, meeting::Channel};

/// What became of a meeting.
enum Went {
    Held,
    Planned,
    Missed(meeting::Who, &'static str),
    Cancelled(meeting::Who, &'static str),
}

pub(super) struct MeetingRow {
    pub with: Who,
    /// Days ago; no two meetings have the same, so it names the meeting.
    pub ago: i64,
    at: (u32, u32),
    minutes: u16,
    channel: Channel,
    went: Went,
    private: bool,
    title: &'static str,
    agenda: &'static [&'static str],
    goals: &'static [GoalOf],
    shared: &'static str,
    for_me: &'static str,
    insights: &'static str,
    outcomes: &'static str,
}

const WITH_AMARA: MeetingRow = MeetingRow {
    with: Amara,
    ago: 0,
    at: (17, 0),
    minutes: 45,
    channel: Channel::Video,
    went: Went::Held,
    private: false,
    title: "",
    agenda: &[],
    goals: &[],
    shared: "",
    for_me: "",
    insights: "",
    outcomes: "",
};

const WITH_JONAS: MeetingRow = MeetingRow { with: Jonas, at: (9, 30), minutes: 30, ..WITH_AMARA };

pub(super) static MEETINGS: [MeetingRow; 25] = [
    MeetingRow {
        ago: 331,
        at: (16, 0),
        minutes: 60,
        channel: Channel::InPerson,
        title: "First tea: what do I actually want?",
        shared: "Told her about the rota app and why I asked that question at the conference. She asked three \
                 times what I want to be able to do in a year, and waited each time.\nThree candidates: \
                 speak in public, lead a project, do research that people act on.",
        for_me: "Talked far too much about my manager. She was kind about it. Bring less complaint next time.",
        insights: "“Get better” is no goal. A goal has a scene in it: who is in the room, and what I do there.",
        outcomes: "We try it for three months, every two weeks by video. I bring the agenda.",
        ..WITH_AMARA
    },
    MeetingRow {
        ago: 317,
        title: "Turning wishes into goals",
        agenda: &["Read my three goals aloud", "How would a stranger know that I got there?"],
        goals: &[Talk, Lead, Research],
        shared: "Rewrote all three. The talk got a date, the project got smaller, the research got a test: \
                 did anybody decide differently?",
        outcomes: "Three goals, each with steps of about a month.",
        ..WITH_AMARA
    },
    MeetingRow {
        ago: 303,
        title: "Interviews without leading",
        agenda: &["Ten minutes of my last recording"],
        goals: &[Research],
        shared: "She listened to my interview with a ward nurse. I finish people's sentences. Eleven times in \
                 ten minutes; she kept a tally.",
        insights: "Silence is a question too. Count to five before the next one.",
        outcomes: "Two interviews with a note on the desk that says FIVE.",
        ..WITH_AMARA
    },
    MeetingRow { ago: 288, went: Went::Cancelled(meeting::Who::Them, "A cold, and no voice"), ..WITH_AMARA },
    MeetingRow {
        ago: 280,
        minutes: 45,
        title: "Getting to know each other",
        agenda: &["What I build and what I cannot", "What would be interesting for him?"],
        goals: &[Code],
        shared: "He builds, I draw, and both of us have shipped things that nobody used. I learn enough code \
                 to make prototypes behave; he gets to ask how designers decide what to leave out.",
        outcomes: "Once a month, half an hour. I send what I built two days ahead.",
        ..WITH_JONAS
    },
    MeetingRow {
        ago: 274,
        title: "Five seconds",
        goals: &[Research],
        shared: "Played her the new recordings. At second four the nurse says what we would have missed: they \
                 swap shifts on a paper list beside the kettle, and type it in later. If there is time.",
        insights: "The kettle list is what we compete with. It never asks for a password.",
        outcomes: "Write it up on one page, the photograph of the list on top.",
        ..WITH_AMARA
    },
    MeetingRow {
        ago: 253,
        title: "Findings nobody asked for",
        agenda: &["The page", "Whom to send it to", "What if nobody answers?"],
        goals: &[Research],
        shared: "First line: what should be decided. Then what we saw, then how sure we are. My page began \
                 with the method. She covered the upper half with her hand and said: now it is good.",
        outcomes: "Send it to the three people who can move the swap screen. Not to the list of forty.",
        ..WITH_AMARA
    },
    MeetingRow {
        ago: 245,
        title: "A prototype that remembers",
        goals: &[Code],
        shared: "It keeps a shift after reloading. He asked what happens when two people swap at once. \
                 Everything falls over is what happens.",
        insights: "Ask “and if two do it at once?” before drawing the second screen.",
        outcomes: "Next time with two people at once.",
        ..WITH_JONAS
    },
    MeetingRow {
        ago: 232,
        title: "Is the kettle list a talk?",
        goals: &[Talk, Research],
        shared: "She thinks it is a talk. I think it is an anecdote. We settled on a five-minute talk, and the \
                 design guild as the first to suffer.",
        for_me: "My stomach turned at the word “talk”. I noticed that I had hoped she would say it is not \
                 good enough.",
        outcomes: "Ask the guild for five minutes.",
        ..WITH_AMARA
    },
    MeetingRow {
        ago: 210,
        title: "Reading errors aloud",
        goals: &[Code],
        shared: "I read him an error message and stopped after six words, as always. He asked me to go on. \
                 The answer stood in the second line.",
        insights: "An error is a letter. Read it to the end before looking for help.",
        ..WITH_JONAS
    },
    MeetingRow {
        ago: 204,
        title: "After five minutes on a stage",
        goals: &[Talk],
        shared: "It went better than I feared. Two people photographed the kettle. From minute two on I \
                 spoke as if the building were on fire. Nobody left.",
        insights: "The nerves stop when I say the first concrete thing. So say it in the first sentence.",
        outcomes: "A version of fifteen minutes for product day.",
        ..WITH_AMARA
    },
    MeetingRow {
        ago: 183,
        private: true,
        title: "Disagreeing with my manager",
        goals: &[Lead],
        for_me: "He took the scheduling project off my list in front of everybody, then praised my slides. I \
                 said nothing and was angry for a week. Amara did not take sides. She asked what I would \
                 have wanted him to know a day earlier. That I wanted it. I had never told him.",
        insights: "In my hands: what I ask for, and when. Not in my hands: his mood after the budget round.",
        outcomes: "Twenty minutes alone with him, one request, not four.",
        ..WITH_AMARA
    },
    MeetingRow {
        ago: 168,
        title: "Four nurses and a telephone",
        goals: &[Code],
        shared: "Tested the swap screen on the ward. Two found the bug, all four found a use. One asked when \
                 it will be switched on. Showed Jonas the part where the list jumps; it is the order of \
                 keys, and now I know what that means.",
        outcomes: "One step left: a branch that the developers can start from.",
        ..WITH_JONAS
    },
    MeetingRow {
        ago: 155,
        title: "Scope, or how to leave things out kindly",
        agenda: &["How the talk with my manager went", "What is the smallest honest version?"],
        goals: &[Lead],
        shared: "The talk went well: he had not known. Then drew the project as three boxes: what must be true \
                 at the end, what we leave out, who may say stop. The middle one was empty. It is the one \
                 that matters.",
        outcomes: "Fill in the middle box on one page, then ask for the project again.",
        ..WITH_AMARA
    },
    MeetingRow {
        ago: 127,
        at: (16, 0),
        minutes: 60,
        channel: Channel::InPerson,
        title: "Half a year: keep, change, stop",
        agenda: &["Keep", "Change", "Stop", "Feedback, both of us"],
        goals: &[Talk, Lead, Research],
        shared: "Keep: the agenda the day before. Change: less about others, more of my own work on the \
                 table. Stop: beginning every call with an apology.",
        for_me: "She said that she looks forward to our talks. I did not know what to do with my face.",
        outcomes: "On for another half year, same rhythm.",
        ..WITH_AMARA
    },
    MeetingRow {
        ago: 119,
        title: "Done, and what now?",
        agenda: &["The branch", "What I want to understand next"],
        goals: &[Code],
        shared: "The developers began from my branch. They rewrote most of it and kept the names, which he \
                 says is the bigger compliment.",
        outcomes: "Goal reached. Next: how engineers decide what is worth building.",
        ..WITH_JONAS
    },
    MeetingRow {
        ago: 99,
        title: "Do I want to manage people?",
        goals: &[Manage],
        shared: "She went through an ordinary week of hers with me. Eleven talks with one person each, two of \
                 them in tears, a budget, no research at all.",
        for_me: "Relief, mostly. A little shame about the relief. I had told my parents already.",
        insights: "I wanted to be asked, not to be in charge. Those are two things.",
        ..WITH_AMARA
    },
    MeetingRow {
        ago: 85,
        went: Went::Missed(meeting::Who::Me, "Had it in the wrong week of my calendar; wrote to her the same evening"),
        ..WITH_AMARA
    },
    MeetingRow {
        ago: 71,
        title: "Product day, and what a room knows already",
        agenda: &["Sorry, again", "The fifteen minutes", "One conference or three?"],
        goals: &[Talk],
        shared: "Fifteen minutes, forty people, one friendly heckle. The part on sampling lost them. She would \
                 cut it: nobody there doubts that eight nurses are enough. They doubt that it matters \
                 to sales.",
        insights: "Before preparing, ask: what does this room believe already?",
        outcomes: "One conference, the regional one. Write the abstract.",
        ..WITH_AMARA
    },
    MeetingRow {
        ago: 70,
        title: "How engineers say “it depends”",
        agenda: &["Why are estimates always wrong?", "What may a designer ask?"],
        goals: &[Lead],
        shared: "Three questions before anybody estimates: what may be wrong, what may be slow, what may be \
                 ugly. Most quarrels are about the third and dressed up as the first.",
        for_me: "He seemed worn out; two people have left his team. I only noticed at the end. Next time ask \
                 how he is before asking anything else.",
        outcomes: "He sends me his page for estimates. I try the three questions at our next planning.",
        ..WITH_JONAS
    },
    MeetingRow {
        ago: 42,
        went: Went::Cancelled(meeting::Who::Them, "On call, and the release had gone sideways"),
        title: "The three questions, tried out",
        agenda: &["What happened at planning", "How is he?"],
        goals: &[Lead],
        ..WITH_JONAS
    },
    MeetingRow {
        ago: 41,
        title: "The abstract, and saying no",
        agenda: &["Read the abstract aloud", "Three yeses I regret"],
        goals: &[Talk, Lead],
        shared: "Cut the second paragraph, moved the kettle into the first line. Then no: I said yes to three \
                 side projects this month. She asked what each yes had pushed out. The talk, the talk, \
                 and sleep.",
        insights: "A yes is a no to something that cannot complain.",
        outcomes: "Say no to the icon audit this week. Find out what the programme board has seen too often.",
        ..WITH_AMARA
    },
    MeetingRow {
        ago: 12,
        title: "Ninety seconds, fifty-five seconds",
        agenda: &["Rehearse the opening", "The abstract once more"],
        goals: &[Talk, Research],
        shared: "Rehearsed the opening twice. First ninety seconds, then fifty-five. The second was better and \
                 felt rude.",
        for_me: "The handover interviews frighten me more than the talk: night shift, tired people, me with a \
                 notebook. Have not said it yet.",
        insights: "Short feels rude only to the one who speaks.",
        outcomes: "The abstract goes out before the deadline, finished or not.",
        ..WITH_AMARA
    },
    MeetingRow {
        ago: -2,
        went: Went::Planned,
        agenda: &[
            "The abstract: does its last line ask for anything?",
            "How do I ask for a project a second time?",
            "Interviews at night: how not to be in the way",
        ],
        goals: &[Talk, Lead, Research],
        ..WITH_AMARA
    },
    MeetingRow {
        ago: -16,
        went: Went::Planned,
        title: "Nearly a year: look at what we agreed",
        agenda: &["Keep, change, stop, as at half-time"],
        ..WITH_AMARA
    },
];

impl Year {
    pub(super) fn meetings(&mut self) -> Option<()> {
        for (number, row) in MEETINGS.iter().enumerate() {
            let mut it = Meeting::planned(mentorship_id(row.with), self.weekday(row.ago));
            it.title = line(row.title)?;
            it.at = Some(hour(row.at.0, row.at.1)?);
            it.minutes = Some(row.minutes);
            it.channel = Some(row.channel);
            it.state = row.went.state()?;
            let held = it.state == MeetingState::Held;
            it.prepared = held && !row.agenda.is_empty();
            for point in row.agenda {
                it.agenda.add(AgendaPoint { id: self.part(), place: 0, title: title(point)?, done: held });
            }
            it.goals = goal_ids(row.goals);
            it.shared_notes = text(row.shared)?;
            it.private_notes = text(row.for_me)?;
            it.insights = text(row.insights)?;
            it.outcomes = text(row.outcomes)?;
            self.put(id(number), row.private, it);
        }
        Some(())
    }
}

impl Went {
    fn state(&self) -> Option<MeetingState> {
        Some(match self {
            Self::Held => MeetingState::Held,
            Self::Planned => MeetingState::Planned,
            Self::Missed(by, reason) => MeetingState::Missed { by: *by, reason: line(reason)? },
            Self::Cancelled(by, reason) => MeetingState::Cancelled { by: *by, reason: line(reason)? },
        })
    }
}
