//! The guide: short pages, each with things to try at once.
//!
//! It speaks only of what the app can do, and of how to do it; the rest is left to mentors.

use super::{
    hard::HARD,
    page::{Act, Page, Section},
    sources,
};

/// The page with this word in its address.
#[must_use]
pub fn page(slug: &str) -> Option<&'static Page> {
    all().find(|page| page.slug == slug)
}

/// All pages.
pub fn all() -> impl Iterator<Item = &'static Page> {
    PAGES.iter().chain(&HARD)
}

/// The pages for good times, in the order in which they are offered.
pub static PAGES: [Page; 5] = [FIND, BUILD, GROW, GIVE_BACK, YOUR_DATA];

const FIND: Page = Page {
    slug: "find",
    title: "Find a mentor",
    lead: "Most mentors are found by people who know what they want to learn, and who ask.",
    act: Act::Find,
    sources: &[sources::TIES],
    sections: &[
        Section {
            title: "Begin with yourself",
            text: &["Nobody can say yes to “be my mentor”. Many can say yes to “help me get my first talk \
                 accepted”. One clear goal makes it easier to see who could help, and easier for them."],
            tries: &[
                "Write one goal under Goals, with why it matters and how you will know.",
                "Add two or three milestones; the nearest one is often what to ask about.",
            ],
        },
        Section {
            title: "Try two ways at once",
            text: &["Events, associations, LinkedIn, matching platforms, a programme at work: each suits \
                 somebody. A finding plan brings its steps along, and you change what does not fit."],
            tries: &[
                "Begin a finding plan under Find and keep two strategies.",
                "Give the first step of each a day; Today brings it up when the day has come.",
                "Add steps of your own, and a note of what came of each.",
            ],
        },
        Section {
            title: "Meet people before you need them",
            text: &["Two people you wanted to meet are worth more than twenty cards. Most of the value of an \
                 event is in the message afterwards."],
            tries: &[
                "Write an event down with two or three people to meet.",
                "Tick whom you met the same evening, and add them to People.",
                "Set the day by which you want to have written to them.",
            ],
        },
        Section {
            title: "Ask, and ask again",
            text: &["A good message is short: why you write to them of all people, one small thing you ask, one \
                 thing you offer. Silence usually means a full week, not a no."],
            tries: &[
                "Write an outreach: why them, what you ask, what you offer.",
                "Mark it as sent. Ten days later Today asks whether to write once more.",
                "Note what came back, also when it was nothing. The next message gets better.",
            ],
        },
    ],
};

const BUILD: Page = Page {
    slug: "build",
    title: "Build the relationship",
    lead: "A good hour begins before it and ends with something to do.",
    act: Act::Meetings,
    sources: &[sources::EXPECTATIONS],
    sections: &[
        Section {
            title: "Say what you expect",
            text: &["Ten minutes at the start save months: how often, how long, by which way, what stays between \
                 the two of you. It need not be solemn, only said."],
            tries: &[
                "Open the person under People and begin a mentorship with a rhythm.",
                "Link the goals you work on, and write what you agreed into the notes.",
            ],
        },
        Section {
            title: "Come prepared",
            text: &["The agenda is yours to bring. Three points are plenty: something that moved, something that \
                 is stuck, one honest question."],
            tries: &[
                "Plan the next meeting while you are still in this one.",
                "Add an agenda point whenever a thought comes, not the night before.",
                "Look at the action items still open from last time, and tick “prepared”.",
            ],
        },
        Section {
            title: "Write it down while it is warm",
            text: &["Shared notes are for what both of you may read. Private notes are for what you would only \
                 tell yourself. Insights are what you understood, outcomes what you agreed."],
            tries: &[
                "Write one line each into insights and outcomes right after the meeting.",
                "Turn every promise into an action item: whose, what, by when.",
                "Carry forward, finish or drop what was left open. Dropping is allowed.",
            ],
        },
        Section {
            title: "Stay in touch between meetings",
            text: &["A line in between keeps a thread that two months of silence would cut. Today tells you \
                 when the rhythm you agreed on asks for a contact, and shows why."],
            tries: &[
                "Note a check-in when you write or call, and whether it was answered.",
                "Log a meeting that happened without a plan; it counts just the same.",
            ],
        },
        Section {
            title: "Feedback in both directions",
            text: &["Ask for feedback on one thing, and it will be useful. Give some too: mentors seldom hear \
                 what helped."],
            tries: &[
                "Keep one sentence of feedback, what it is about, and later what you did about it.",
                "Look at all of it under People, and begin with what nothing was done about.",
                "Put “What could I do differently?” on an agenda now and then.",
            ],
        },
    ],
};

const GROW: Page = Page {
    slug: "grow",
    title: "Grow",
    lead: "Mentors open doors and ask questions. The walking is yours, and it shows here.",
    act: Act::Goals,
    sources: &[sources::GOALS],
    sections: &[
        Section {
            title: "Goals one can see",
            text: &["A goal is good when a stranger could tell whether you reached it. Milestones you can finish \
                 in a few weeks keep it alive."],
            tries: &[
                "Fill in “How I will know” with something others could see.",
                "Give the next milestone a day.",
                "Name the skills the goal needs; two or three are enough.",
            ],
        },
        Section {
            title: "Look again on a day you set",
            text: &["Goals change as you do. A review takes five minutes: what moved, what is in the way, is it \
                 still mine?"],
            tries: &[
                "Set a review day on every active goal.",
                "Pause a goal, or let it go, and write the reason. You will want to know it in a year.",
            ],
        },
        Section {
            title: "Learn from what went wrong",
            text: &["Write a failure down while it still stings: what happened, what was in your hands, what you \
                 try next. Then take it to a meeting."],
            tries: &[
                "Keep it in the private notes of a meeting until you want to tell it.",
                "Search for a word such as “nervous”: how often it comes up, and when it stops.",
            ],
        },
        Section {
            title: "See how far you came",
            text: &["Progress hides from the one who makes it. Old notes do not."],
            tries: &[
                "Open a goal and read what happened, from the bottom up.",
                "Read the notes of your first meeting before an anniversary.",
            ],
        },
    ],
};

const GIVE_BACK: Page = Page {
    slug: "give-back",
    title: "Give back",
    lead: "What mentors like best is to hear what became of it. And one day it is your turn.",
    act: Act::Thanks,
    sources: &[sources::THANKS],
    sections: &[
        Section {
            title: "Thank them with news",
            text: &["“Thank you” is kind. “I tried it, and this happened” is a present. Write it when it happens, \
                 not at the end of the year."],
            tries: &[
                "Keep what helps under Thanks, in a line, when it happens; later add what became of it.",
                "Write from there: the note is drafted from what helped and what has changed, and kept when it is sent.",
            ],
        },
        Section {
            title: "Be useful to them",
            text: &["You know things your mentor does not: a tool, a market, what juniors really think. Offer it \
                 without being asked."],
            tries: &[
                "Ask what they are stuck on, and take an action item for it.",
                "When two people you know should meet, write to both and keep it in their notes.",
            ],
        },
        Section {
            title: "Guide somebody yourself",
            text: &["You need not be finished; two years ahead is close enough to remember how it was. The same \
                 notebook holds both sides."],
            tries: &[
                "Begin a mentorship and choose that you guide them.",
                "Find out how they learn, and write it under About beside what you can offer.",
                "Leave the agenda to them; bring questions rather than answers.",
                "Keep what you learn from them, and thank them for it.",
            ],
        },
    ],
};

const YOUR_DATA: Page = Page {
    slug: "your-data",
    title: "About your data",
    lead: "Everything you write stays on this device. That makes it private, and it makes you its keeper.",
    act: Act::Share,
    sources: &[sources::SEVEN_DAYS],
    sections: &[
        Section {
            title: "Where it lives",
            text: &[
                "In the local storage of this browser, with a journal beside it in IndexedDB that survives a \
                 crash. There is no account and no server that could hold it, and nothing is counted or sent.",
                "Nobody else can read it over the network. Somebody who can unlock this device and open this \
                 browser can, as with a paper notebook in a drawer.",
            ],
            tries: &[],
        },
        Section {
            title: "What can delete it",
            text: &[
                "You can, by clearing this site's data, or by closing a private window in which you wrote.",
                "Safari deletes what a site stored after seven days of Safari use without a visit to it, \
                 unless it is installed to the home screen.",
                "Any browser may, when the device runs out of room and it made no promise to keep this.",
            ],
            tries: &[],
        },
        Section {
            title: "One notebook per browser",
            text: &["Another browser, another device and the installed app on an iPhone or Mac each begin with an \
                 empty notebook of their own. Nothing is lost then; it is in the other one."],
            tries: &["To bring a notebook along, save a backup there and open it here, under Share."],
        },
        Section {
            title: "How to be safe",
            text: &["A backup is one file with everything in it, private entries included. Keep it where you keep \
                 private things. Before a backup is opened you see what it would change, and Undo takes it back."],
            tries: &[
                "Save a backup after every few meetings; Today reminds you after a month.",
                "Ask the browser to keep this notebook, in the settings.",
                "Install the app, as below.",
            ],
        },
        Section {
            title: "How to install it",
            text: &["Installed, it opens like any other app, and works without a network. On an iPhone, iPad or \
                 Mac save a backup first and open it in the installed app."],
            tries: &[
                "iPhone and iPad: in Safari, Share, then “Add to Home Screen”.",
                "Mac, Safari: the File menu, then “Add to Dock”.",
                "Android, Chrome: the menu with three dots, then “Add to home screen” or “Install”.",
                "Chrome or Edge on a computer: the install sign at the end of the address bar.",
            ],
        },
    ],
};

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_page_is_found_by_its_address() {
        let slugs: BTreeSet<_> = all().map(|page| page.slug).collect();
        assert_eq!(slugs.len(), all().count());
        for it in all() {
            assert_eq!(page(it.slug), Some(it));
        }
        assert_eq!(page("elsewhere"), None);
    }

    #[test]
    fn pages_are_short_and_end_in_something_to_try() {
        for page in all() {
            assert!((3..=5).contains(&page.sections.len()), "{}", page.title);
            assert!(!page.sources.is_empty(), "{}", page.title);
        }
        let to_try = all().filter(|page| page.slug != YOUR_DATA.slug);
        for section in to_try.flat_map(|page| page.sections) {
            assert!((1..=2).contains(&section.text.len()), "{}", section.title);
            assert!((2..=4).contains(&section.tries.len()), "{}", section.title);
        }
    }
}
