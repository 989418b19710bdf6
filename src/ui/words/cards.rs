//! Words of matching: cards of others, and one's own (F4, F5).

use super::{changes::quoted, count};
use crate::{
    domain::{CardSide, Stage},
    exchange::cards::Cards,
    insights::matching::About,
};

pub const ABOUT: &str = "Who I am";
pub const SEEKS: &str = "Whom I look for";
pub const LANGUAGES: &str = "Languages";

pub const TITLE: &str = "Matches";
pub const PURPOSE: &str = "Open a directory of cards, or cards you were sent, and see who knows what you look for. The comparison happens on this device; nothing of it goes anywhere.";
pub const LINK: &str = "Match cards against what you look for";

pub const OPEN: &str = "Cards";
pub const CHOOSE: &str = "Open a directory or cards";
pub const OPEN_WHAT: &str = "An association, a programme or an employer can hand out a directory. What you open stays in this tab until you close it or reload; only whom you make a candidate is kept in your notebook.";
pub const NONE_OPEN: &str = "No card is open yet.";
pub const CLOSE: &str = "Close them";

pub const MATCHES: &str = "Who has what you look for";
pub const ORDER: &str = "Those who have most of what you look for stand first: skills count most, then goals, then interests and values. Of two who have as much, the one who names fewer things comes first.";
pub const SIDE: &str = "Whom you look for";
pub const ALL: &str = "All of them";
pub const SKILLED: &str = "Only with a skill you look for";
pub const FILTERS: &str = "Which cards";
pub const PLAN: &str = "Held against";
pub const PLAN_NONE: &str = "All open plans and active goals";
pub const SEARCH: &str = "Only cards with these words";
pub const NOTHING_LEFT: &str = "No card is left with these filters.";
pub const NOTHING_SHARED: &str = "Nothing of what you look for stands on this card";
pub const WHOLE: &str = "The whole card";
pub const MAKE: &str = "Make a candidate";
pub const MAKE_PERSON: &str = "Add to people";
pub const SEE_PERSON: &str = "In your people";

pub fn side(side: CardSide) -> &'static str {
    match side {
        CardSide::Mentor => "Mentors",
        CardSide::Mentee => "Mentees",
    }
}

/// Why nothing can be held against the cards.
pub fn nothing_wanted(side: CardSide) -> &'static str {
    match side {
        CardSide::Mentor => {
            "There is nothing to hold against these cards yet. Name the skills you want to learn in a finding plan or at a goal; until then the cards stand by name."
        }
        CardSide::Mentee => {
            "There is nothing to hold against these cards yet. Make a card of your own as a mentor, with what you know; until then the cards stand by name."
        }
    }
}

/// “Programme of 2026: 120 cards”, or the name on a card that came alone.
pub fn opened(file: &Cards) -> String {
    match (&file.directory, file.cards.first()) {
        (Some(name), _) => format!("{name}: {}", count(file.cards.len(), "card", "cards")),
        (None, Some(card)) => card.name.to_string(),
        (None, None) => String::new(),
    }
}

/// Said while many cards are put in order.
pub const RANKING: &str = "Putting them in order…";

/// “12 of 120, 7 with something you look for”.
pub fn counted(shown: usize, all: usize, with: usize) -> String {
    let of = if shown == all { count(all, "card", "cards") } else { format!("{shown} of {all} cards") };
    format!("{of}, {with} with something you look for")
}

/// What begins the line of reasons of one sort.
pub fn reasons(about: About, side: CardSide) -> &'static str {
    match (about, side) {
        (About::Skill, CardSide::Mentor) => "Knows what you want to learn",
        (About::Skill, CardSide::Mentee) => "Wants to learn what you know",
        (About::Goal, _) => "Close to your goal",
        (About::Interest, _) => "Shared interest",
        (About::Value, _) => "Matters to both",
    }
}

/// A reason by name: “Leadership (your “People management”)”, “Budgets, in what they write”.
pub fn reason(about: About, mine: &str, theirs: Option<&str>) -> String {
    match theirs {
        _ if about == About::Goal => mine.to_owned(),
        None => format!("{mine}, in what they write"),
        Some(theirs) if about == About::Value || theirs.to_lowercase() == mine.to_lowercase() => theirs.to_owned(),
        Some(theirs) => format!("{theirs} (your “{mine}”)"),
    }
}

/// “Head of research · Radio”.
pub fn role(role: &str, organisation: &str) -> String {
    [role, organisation].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · ")
}

pub fn whole_of(name: &str) -> String {
    format!("{WHOLE}: {name}")
}

pub fn make_of(word: &str, name: &str) -> String {
    format!("{word}: {name}")
}

pub fn see(stage: Stage) -> String {
    super::candidates::one::see(stage)
}

pub fn unclear(number: usize) -> String {
    format!("{number} people in your notebook are called so. Open the one you mean, and make the candidate there.")
}

pub fn added_person(name: &str) -> String {
    format!("Added {} from a card", quoted(name))
}

pub fn added_candidate(name: &str) -> String {
    format!("Added candidate {} from a card", quoted(name))
}

/// A field of somebody else's card.
pub mod theirs {
    pub const ABOUT: &str = "Who they are";
    pub const SKILLS: &str = "What they know";
    pub const WANTS: &str = "What they want to learn";
    pub const INTERESTS: &str = "Interests";
    pub const VALUES: &str = "What matters to them";
    pub const OFFERS: &str = "What they offer";
    pub const SEEKS: &str = "Whom they look for";
    pub const LANGUAGES: &str = "Languages";
    pub const TIME: &str = "Time";
    pub const CONTACT: &str = "Contact";
    pub const LINK: &str = "Link";
}

/// One's own card.
pub mod own {
    use super::CardSide;

    pub const HEADING: &str = "A card of your own";
    pub const WHAT: &str = "What you hand to a programme, or to somebody who looks for you. It begins with what your notebook knows, and you decide what stays on it.";
    pub const NEW_NAME: &str = "Your name";
    pub const NEW_HINT: &str = "Amara Osei";
    pub const MAKE: &str = "Make my card";
    pub const AS: &str = "How I present myself";
    pub const TITLE: &str = "My card";
    pub const NAME: &str = "Name";
    pub const ROLE: &str = "What I do";
    pub const ROLE_HINT: &str = "Designer, soon to lead a team";
    pub const ORGANISATION: &str = "Where I work";
    pub const ORGANISATION_HINT: &str = "A public library";
    pub const ABOUT_HINT: &str = "Two or three sentences that somebody remembers";
    pub const SKILLS: &str = "What I know";
    pub const SKILL_NEW: &str = "Add something I know";
    pub const SKILL_HINT: &str = "Chairing a meeting";
    pub const WANTS: &str = "What I want to learn";
    pub const WANT_NEW: &str = "Add something I want to learn";
    pub const WANT_HINT: &str = "Planning a budget";
    pub const INTERESTS: &str = "What interests me";
    pub const INTEREST_NEW: &str = "Add something that interests me";
    pub const INTEREST_HINT: &str = "Public transport";
    pub const VALUES: &str = "What matters to me";
    pub const VALUE_NEW: &str = "Add something that matters to me";
    pub const VALUE_HINT: &str = "Giving credit";
    pub const OFFERS: &str = "What I offer";
    pub const OFFERS_HINT: &str = "An hour a month, an honest reader, doors I can open";
    pub const SEEKS_HINT: &str = "Somebody at the beginning who asks many questions";
    pub const LANGUAGE_NEW: &str = "Add a language";
    pub const LANGUAGE_HINT: &str = "French";
    pub const TIME: &str = "How much time I have";
    pub const TIME_HINT: &str = "An hour a month, evenings";
    pub const CONTACT: &str = "How to reach me";
    pub const CONTACT_HINT: &str = "An e-mail address or a number";
    pub const LINK: &str = "A page about me";
    pub const PREVIEW: &str = "What the file says";
    pub const TEXT: &str = "Text of the file";
    pub const PREVIEW_WHAT: &str =
        "Exactly this, and nothing else of your notebook. Whoever gets the file can read it.";
    pub const SAVE: &str = "Save my card";
    pub const SAVED: &str = "Your card is on its way to your downloads";
    pub const HANDED_ON: &str = "Your card was handed on";
    pub const COPIED: &str = "Your card was copied: paste it into a message";

    pub fn side(side: CardSide) -> &'static str {
        match side {
            CardSide::Mentor => "As a mentor",
            CardSide::Mentee => "As a mentee",
        }
    }
}
