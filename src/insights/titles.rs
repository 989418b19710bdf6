//! What to call any entry: its own words, and whose it is.

use crate::domain::{Body, CardSide, Day, Direction, EntryId, Id, Mentorship, Notebook, Owner, Side, Stage, TimeOfDay};

/// What there is to say of an entry in one line. Whoever shows it writes the words around.
///
/// `person` is the other person of the mentorship, none if they are not in the notebook (after a
/// merge, an entry may point to one that was removed elsewhere).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryTitle {
    /// A goal.
    Goal {
        /// What is to be reached.
        title: String,
    },
    /// A person.
    Person {
        /// What they are called.
        name: String,
    },
    /// A mentorship.
    Mentorship {
        /// With whom.
        person: Option<String>,
        /// Who guides whom.
        side: Side,
    },
    /// A meeting.
    Meeting {
        /// With whom.
        person: Option<String>,
        /// Its day.
        on: Day,
        /// When it begins.
        at: Option<TimeOfDay>,
        /// What it is about, if that was written down.
        title: Option<String>,
    },
    /// A check-in.
    CheckIn {
        /// With whom.
        person: Option<String>,
        /// Its day.
        on: Day,
        /// What it was about.
        about: String,
    },
    /// An action item.
    Action {
        /// With whom it was agreed.
        person: Option<String>,
        /// Who does it.
        owner: Owner,
        /// What is to be done.
        title: String,
    },
    /// Feedback.
    Feedback {
        /// From whom or for whom.
        person: Option<String>,
        /// Its day.
        on: Day,
        /// Who gave it.
        direction: Direction,
        /// How it begins.
        opening: Opening,
    },
    /// Help received.
    Appreciation {
        /// From whom.
        person: Option<String>,
        /// What the help was.
        help: String,
    },
    /// How a mentorship feels.
    Pulse {
        /// With whom.
        person: Option<String>,
        /// Its day.
        on: Day,
    },
    /// A doubt about a mentorship.
    Doubt {
        /// With whom.
        person: Option<String>,
        /// Its day.
        on: Day,
    },
    /// An agreement.
    Agreement {
        /// With whom.
        person: Option<String>,
        /// The day both agreed on it; none while they talk about it.
        agreed: Option<Day>,
    },
    /// A finding plan.
    Plan {
        /// What it is called.
        title: String,
    },
    /// An event.
    Event {
        /// What it is called.
        title: String,
        /// Its day.
        on: Day,
    },
    /// An outreach.
    Outreach {
        /// To whom.
        to: String,
    },
    /// A candidate.
    Candidate {
        /// Who it is.
        person: Option<String>,
        /// How far it is.
        stage: Stage,
    },
    /// What was shared.
    Share {
        /// With whom.
        person: Option<String>,
        /// Its day.
        on: Day,
    },
    /// A point of a reply.
    Comment {
        /// Who says it.
        from: String,
        /// Its day.
        on: Day,
        /// How it begins.
        opening: Opening,
    },
    /// A card of the owner's own.
    Card {
        /// The name on it.
        name: String,
        /// On which side it presents the owner.
        side: CardSide,
    },
}

/// How a text begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// Words from the first line that is not blank; empty if there is none.
    pub text: String,
    /// Whether the text goes on.
    pub goes_on: bool,
}

/// The most characters of an opening.
const OPENING: usize = 80;

impl Opening {
    /// The beginning of a text, cut between two words where that is possible.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let text = text.trim();
        let line = text.lines().next().unwrap_or_default().trim_end();
        let cut = match line.char_indices().nth(OPENING) {
            None => line,
            Some((end, _)) => {
                let head = line.get(..end).unwrap_or(line);
                let between = head.rsplit_once(char::is_whitespace);
                between.map_or(head, |(words, _)| words.trim_end())
            }
        };
        Self { text: cut.to_owned(), goes_on: cut.len() < text.len() }
    }
}

/// The name of the other person of a mentorship.
#[must_use]
pub fn person_of(notebook: &Notebook, mentorship: Id<Mentorship>) -> Option<&str> {
    let person = notebook.get(mentorship)?.person;
    Some(&notebook.get(person)?.name)
}

/// What to call an entry; none if it is not in the notebook.
#[must_use]
pub fn title_of(notebook: &Notebook, id: EntryId) -> Option<EntryTitle> {
    let person = |mentorship| person_of(notebook, mentorship).map(str::to_owned);
    Some(match &notebook.entry(id)?.draft.body {
        Body::Goal(it) => EntryTitle::Goal { title: it.title.to_string() },
        Body::Person(it) => EntryTitle::Person { name: it.name.to_string() },
        Body::Mentorship(it) => {
            EntryTitle::Mentorship { person: notebook.get(it.person).map(|it| it.name.to_string()), side: it.side }
        }
        Body::Agreement(it) => EntryTitle::Agreement { person: person(it.mentorship), agreed: it.agreed },
        Body::Meeting(it) => EntryTitle::Meeting {
            person: person(it.mentorship),
            on: it.on,
            at: it.at,
            title: (!it.title.is_empty()).then(|| it.title.to_string()),
        },
        Body::CheckIn(it) => {
            EntryTitle::CheckIn { person: person(it.mentorship), on: it.on, about: it.about.to_string() }
        }
        Body::Action(it) => {
            EntryTitle::Action { person: person(it.mentorship), owner: it.owner, title: it.title.to_string() }
        }
        Body::Feedback(it) => EntryTitle::Feedback {
            person: person(it.mentorship),
            on: it.on,
            direction: it.direction,
            opening: Opening::of(&it.text),
        },
        Body::Appreciation(it) => EntryTitle::Appreciation { person: person(it.mentorship), help: it.help.to_string() },
        Body::Pulse(it) => EntryTitle::Pulse { person: person(it.mentorship), on: it.on },
        Body::Doubt(it) => EntryTitle::Doubt { person: person(it.mentorship), on: it.on },
        Body::Plan(it) => EntryTitle::Plan { title: it.title.to_string() },
        Body::Event(it) => EntryTitle::Event { title: it.title.to_string(), on: it.on },
        Body::Outreach(it) => EntryTitle::Outreach { to: it.to.to_string() },
        Body::Candidate(it) => {
            EntryTitle::Candidate { person: notebook.get(it.person).map(|it| it.name.to_string()), stage: it.stage }
        }
        Body::Share(it) => EntryTitle::Share { person: person(it.mentorship), on: it.on },
        Body::Comment(it) => {
            EntryTitle::Comment { from: it.from.to_string(), on: it.on, opening: Opening::of(&it.text) }
        }
        Body::Card(it) => EntryTitle::Card { name: it.name.to_string(), side: it.side },
    })
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, day};
    use super::*;
    use crate::domain::{Goal, Person, entry::Held};
    use proptest::prelude::*;

    #[test]
    fn a_meeting_is_called_by_its_person_and_day() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara Osei", day(0));
        let meeting = sample.planned(amara, day(3));
        assert_eq!(
            title_of(&sample.notebook, meeting.entry()),
            Some(EntryTitle::Meeting { person: Some("Amara Osei".into()), on: day(3), at: None, title: None })
        );
    }

    #[test]
    fn an_entry_whose_person_is_gone_still_has_a_title() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara Osei", day(0));
        let mut alone = Notebook::default();
        let entry = sample.notebook.entry(amara.entry()).unwrap();
        alone.hold(Held::Entry(entry.clone()));
        assert_eq!(title_of(&alone, amara.entry()), Some(EntryTitle::Mentorship { person: None, side: Side::Guided }));
    }

    #[test]
    fn nothing_is_called_by_nothing() {
        let none = Notebook::default();
        assert_eq!(title_of(&none, Id::<Goal>::new(1).entry()), None);
        assert_eq!(title_of(&none, Id::<Person>::new(1).entry()), None);
    }

    #[test]
    fn an_opening_is_cut_between_words() {
        let opening = Opening::of("\n\nYour slides\nwere good");
        assert_eq!((&*opening.text, opening.goes_on), ("Your slides", true));
        let opening = Opening::of(&"lovely ".repeat(30));
        assert!(opening.text.ends_with("lovely") && opening.text.len() < OPENING);
        assert!(!Opening::of(" Short ").goes_on);
    }

    proptest! {
        #[test]
        fn an_opening_is_never_long(text in any::<String>()) {
            let opening = Opening::of(&text);
            prop_assert!(opening.text.chars().count() <= OPENING);
            prop_assert!(text.contains(&opening.text));
        }
    }
}
