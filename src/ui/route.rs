//! Addresses: the only place that knows how a screen is written in the address bar.
//!
//! Everything stands after the `#`, so no host ever sees it and the page works in any folder.

mod across;
mod matches;
mod place;
mod tab;

pub use matches::Matches;
pub use place::Place;
pub use tab::Tab;

use crate::{
    domain::{
        Agreement, Candidate, Card, Doubt, Event, Goal, GoalState, Id, Meeting, Mentorship, Outreach, Person, Plan,
    },
    insights::across::{ActionFilter, FeedbackFilter},
};

/// A screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// What asks for attention today.
    Today,
    /// The goals in one state, or all of them.
    Goals(Option<GoalState>),
    /// One goal.
    Goal(Id<Goal>),
    /// Mentorships and people.
    People,
    /// One person.
    Person(Id<Person>),
    /// One mentorship, at one of its tabs.
    Mentorship(Id<Mentorship>, Tab),
    /// The end of one mentorship.
    Closing(Id<Mentorship>),
    /// What is shared of one mentorship.
    ShareWith(Id<Mentorship>),
    /// One doubt about a mentorship.
    Doubt(Id<Doubt>),
    /// One agreement.
    Agreement(Id<Agreement>),
    /// One meeting.
    Meeting(Id<Meeting>),
    /// A meeting while it takes place.
    Talk(Id<Meeting>),
    /// Five questions after a meeting.
    After(Id<Meeting>),
    /// The action items of all mentorships, or some of them.
    Actions(ActionFilter),
    /// The feedback of all mentorships, or some of it.
    Feedback(FeedbackFilter),
    /// Finding plans, events and outreach.
    Find,
    /// One finding plan.
    Plan(Id<Plan>),
    /// One event.
    Event(Id<Event>),
    /// One outreach.
    Outreach(Id<Outreach>),
    /// Everybody who might become a mentor, by how far it is.
    Candidates,
    /// One candidate.
    Candidate(Id<Candidate>),
    /// These candidates beside each other; without a choice, the best of those who are open.
    Compare(Option<Vec<Id<Candidate>>>),
    /// Cards of others, held against what one looks for.
    Matches(Matches),
    /// A card of one's own.
    Card(Id<Card>),
    /// People from a table or an address book.
    PeopleIn,
    /// Files in and out.
    Share,
    /// What some time came to: with somebody, or of one's own.
    Report(Option<Id<Mentorship>>),
    /// What belongs to this device.
    Settings,
    /// What was done lately, and earlier days.
    History,
    /// What was written twice at the same time.
    Versions,
    /// The guide, or one page of it.
    Guide(Option<String>),
    /// The first questions.
    Welcome,
    /// No screen has this address.
    NotFound(String),
}

fn state_word(state: GoalState) -> &'static str {
    match state {
        GoalState::Active => "active",
        GoalState::Paused => "paused",
        GoalState::Achieved => "achieved",
        GoalState::LetGo => "let-go",
    }
}

impl Route {
    /// Reads what stands after the `#`.
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let path = hash.strip_prefix('#').unwrap_or(hash);
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let steps: Vec<&str> = path.split('/').filter(|step| !step.is_empty()).collect();
        let found = match *steps.as_slice() {
            [] => Some(Self::Today),
            ["goals"] if query.is_empty() => Some(Self::Goals(None)),
            ["goals"] => query.strip_prefix("state=").and_then(|word| {
                let state = GoalState::ALL.into_iter().find(|state| state_word(*state) == word)?;
                Some(Self::Goals(Some(state)))
            }),
            ["goals", id] => id.parse().ok().map(Self::Goal),
            ["people"] => Some(Self::People),
            ["people", id] => id.parse().ok().map(Self::Person),
            ["mentorships", id] => id.parse().ok().map(|id| Self::Mentorship(id, Tab::default())),
            ["mentorships", id, "closing"] => id.parse().ok().map(Self::Closing),
            ["mentorships", id, "report"] => id.parse().ok().map(|id| Self::Report(Some(id))),
            ["mentorships", id, "share"] => id.parse().ok().map(Self::ShareWith),
            ["mentorships", id, tab] => id.parse().ok().and_then(|id| {
                let tab = Tab::ALL.into_iter().find(|it| it.word() == tab)?;
                Some(Self::Mentorship(id, tab))
            }),
            ["doubts", id] => id.parse().ok().map(Self::Doubt),
            ["agreements", id] => id.parse().ok().map(Self::Agreement),
            ["meetings", id] => id.parse().ok().map(Self::Meeting),
            ["meetings", id, "talk"] => id.parse().ok().map(Self::Talk),
            ["meetings", id, "after"] => id.parse().ok().map(Self::After),
            ["actions"] => across::actions(query).map(Self::Actions),
            ["feedback"] => across::feedback(query).map(Self::Feedback),
            ["find"] => Some(Self::Find),
            ["plans", id] => id.parse().ok().map(Self::Plan),
            ["events", id] => id.parse().ok().map(Self::Event),
            ["outreach", id] => id.parse().ok().map(Self::Outreach),
            ["candidates"] => Some(Self::Candidates),
            ["candidates", id] => id.parse().ok().map(Self::Candidate),
            ["compare"] if query.is_empty() => Some(Self::Compare(None)),
            ["compare"] => query.strip_prefix("with=").and_then(|ids| {
                let ids = ids.split(',').filter(|id| !id.is_empty());
                Some(Self::Compare(Some(ids.map(|id| id.parse().ok()).collect::<Option<_>>()?)))
            }),
            ["matches"] => Matches::parse(query).map(Self::Matches),
            ["cards", id] => id.parse().ok().map(Self::Card),
            ["people-in"] => Some(Self::PeopleIn),
            ["share"] => Some(Self::Share),
            ["report"] => Some(Self::Report(None)),
            ["settings"] => Some(Self::Settings),
            ["history"] => Some(Self::History),
            ["versions"] => Some(Self::Versions),
            ["guide"] => Some(Self::Guide(None)),
            ["guide", page] => Some(Self::Guide(Some(page.to_owned()))),
            ["welcome"] => Some(Self::Welcome),
            _ => None,
        };
        found.unwrap_or_else(|| Self::NotFound(hash.to_owned()))
    }

    /// The address, from the `#` on.
    #[must_use]
    pub fn address(&self) -> String {
        match self {
            Self::Today => "#/".to_owned(),
            Self::Goals(None) => "#/goals".to_owned(),
            Self::Goals(Some(state)) => format!("#/goals?state={}", state_word(*state)),
            Self::Goal(id) => format!("#/goals/{id}"),
            Self::People => "#/people".to_owned(),
            Self::Person(id) => format!("#/people/{id}"),
            Self::Mentorship(id, Tab::Meetings) => format!("#/mentorships/{id}"),
            Self::Mentorship(id, tab) => format!("#/mentorships/{id}/{}", tab.word()),
            Self::Closing(id) => format!("#/mentorships/{id}/closing"),
            Self::ShareWith(id) => format!("#/mentorships/{id}/share"),
            Self::Doubt(id) => format!("#/doubts/{id}"),
            Self::Agreement(id) => format!("#/agreements/{id}"),
            Self::Meeting(id) => format!("#/meetings/{id}"),
            Self::Talk(id) => format!("#/meetings/{id}/talk"),
            Self::After(id) => format!("#/meetings/{id}/after"),
            Self::Actions(filter) => across::actions_address(filter),
            Self::Feedback(filter) => across::feedback_address(filter),
            Self::Find => "#/find".to_owned(),
            Self::Plan(id) => format!("#/plans/{id}"),
            Self::Event(id) => format!("#/events/{id}"),
            Self::Outreach(id) => format!("#/outreach/{id}"),
            Self::Candidates => "#/candidates".to_owned(),
            Self::Candidate(id) => format!("#/candidates/{id}"),
            Self::Compare(None) => "#/compare".to_owned(),
            Self::Compare(Some(ids)) => {
                let ids: Vec<_> = ids.iter().map(ToString::to_string).collect();
                format!("#/compare?with={}", ids.join(","))
            }
            Self::Matches(matches) => matches.address(),
            Self::Card(id) => format!("#/cards/{id}"),
            Self::PeopleIn => "#/people-in".to_owned(),
            Self::Share => "#/share".to_owned(),
            Self::Report(None) => "#/report".to_owned(),
            Self::Report(Some(id)) => format!("#/mentorships/{id}/report"),
            Self::Settings => "#/settings".to_owned(),
            Self::History => "#/history".to_owned(),
            Self::Versions => "#/versions".to_owned(),
            Self::Guide(None) => "#/guide".to_owned(),
            Self::Guide(Some(page)) => format!("#/guide/{page}"),
            Self::Welcome => "#/welcome".to_owned(),
            Self::NotFound(address) => address.clone(),
        }
    }

    /// The place it belongs to, if any.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        match self {
            Self::Today => Some(Place::Today),
            Self::Goals(_) | Self::Goal(_) => Some(Place::Goals),
            Self::People
            | Self::PeopleIn
            | Self::Person(_)
            | Self::Mentorship(..)
            | Self::Closing(_)
            | Self::Doubt(_)
            | Self::Agreement(_)
            | Self::Meeting(_)
            | Self::Talk(_)
            | Self::After(_)
            | Self::Actions(_)
            | Self::Feedback(_) => Some(Place::People),
            Self::Find
            | Self::Plan(_)
            | Self::Event(_)
            | Self::Outreach(_)
            | Self::Candidates
            | Self::Candidate(_)
            | Self::Compare(_)
            | Self::Matches(_)
            | Self::Card(_) => Some(Place::Find),
            Self::Share | Self::ShareWith(_) | Self::Report(_) => Some(Place::Share),
            Self::Settings | Self::History | Self::Versions | Self::Guide(_) | Self::Welcome | Self::NotFound(_) => {
                None
            }
        }
    }

    /// Whether two addresses show the same screen, so that going from one to the other moves no focus.
    #[must_use]
    pub fn same_screen(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Goals(_), Self::Goals(_))
            | (Self::Compare(_), Self::Compare(_))
            | (Self::Actions(_), Self::Actions(_))
            | (Self::Feedback(_), Self::Feedback(_))
            | (Self::Matches(_), Self::Matches(_)) => true,
            (Self::Mentorship(a, _), Self::Mentorship(b, _)) => a == b,
            (a, b) => a == b,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        domain::{CardSide, Direction, Owner},
        insights::across::{About, Standing},
    };

    proptest! {
        #[test]
        fn any_address_leads_somewhere_and_what_leads_there_leads_there_again(
            words in prop::collection::vec("(goals|meetings|guide|compare|actions|feedback|[a-z?=,]{0,9}|goal-[0-9a-z]{16}|\\PC{0,9})", 0..5),
        ) {
            let route = Route::parse(&format!("#/{}", words.join("/")));
            prop_assert_eq!(Route::parse(&route.address()), route);
        }
    }

    #[test]
    fn every_address_leads_to_its_screen_and_back() {
        let table = [
            ("#/", Route::Today),
            ("#/goals", Route::Goals(None)),
            ("#/goals?state=let-go", Route::Goals(Some(GoalState::LetGo))),
            ("#/goals/goal-0000000000000007", Route::Goal(Id::new(7))),
            ("#/people", Route::People),
            ("#/people/person-0000000000000007", Route::Person(Id::new(7))),
            ("#/mentorships/mentorship-0000000000000007", Route::Mentorship(Id::new(7), Tab::Meetings)),
            ("#/mentorships/mentorship-0000000000000007/actions", Route::Mentorship(Id::new(7), Tab::Actions)),
            ("#/mentorships/mentorship-0000000000000007/feedback", Route::Mentorship(Id::new(7), Tab::Feedback)),
            ("#/mentorships/mentorship-0000000000000007/about", Route::Mentorship(Id::new(7), Tab::About)),
            ("#/mentorships/mentorship-0000000000000007/closing", Route::Closing(Id::new(7))),
            ("#/mentorships/mentorship-0000000000000007/share", Route::ShareWith(Id::new(7))),
            ("#/doubts/doubt-0000000000000007", Route::Doubt(Id::new(7))),
            ("#/agreements/agreement-0000000000000007", Route::Agreement(Id::new(7))),
            ("#/meetings/meeting-0000000000000007", Route::Meeting(Id::new(7))),
            ("#/meetings/meeting-0000000000000007/talk", Route::Talk(Id::new(7))),
            ("#/meetings/meeting-0000000000000007/after", Route::After(Id::new(7))),
            ("#/mentorships/mentorship-0000000000000007/thanks", Route::Mentorship(Id::new(7), Tab::Thanks)),
            ("#/actions", Route::Actions(ActionFilter::default())),
            (
                "#/actions?state=overdue&whose=them&with=mentorship-0000000000000007",
                Route::Actions(ActionFilter {
                    state: Some(Standing::Overdue),
                    whose: Some(Owner::Them),
                    with: Some(Id::new(7)),
                }),
            ),
            ("#/feedback", Route::Feedback(FeedbackFilter::default())),
            (
                "#/feedback?from=me&acted=no&about=work&with=mentorship-0000000000000007",
                Route::Feedback(FeedbackFilter {
                    from: Some(Direction::FromMe),
                    acted: Some(false),
                    about: Some(About::Work),
                    with: Some(Id::new(7)),
                }),
            ),
            ("#/find", Route::Find),
            ("#/plans/plan-0000000000000007", Route::Plan(Id::new(7))),
            ("#/events/event-0000000000000007", Route::Event(Id::new(7))),
            ("#/outreach/outreach-0000000000000007", Route::Outreach(Id::new(7))),
            ("#/candidates", Route::Candidates),
            ("#/candidates/candidate-0000000000000007", Route::Candidate(Id::new(7))),
            ("#/compare", Route::Compare(None)),
            ("#/compare?with=", Route::Compare(Some(vec![]))),
            (
                "#/compare?with=candidate-0000000000000007,candidate-0000000000000008",
                Route::Compare(Some(vec![Id::new(7), Id::new(8)])),
            ),
            ("#/matches", Route::Matches(Matches::default())),
            (
                "#/matches?side=mentee&plan=plan-0000000000000007&with=skill",
                Route::Matches(Matches { side: CardSide::Mentee, plan: Some(Id::new(7)), skilled: true }),
            ),
            ("#/cards/card-0000000000000007", Route::Card(Id::new(7))),
            ("#/people-in", Route::PeopleIn),
            ("#/report", Route::Report(None)),
            ("#/mentorships/mentorship-0000000000000007/report", Route::Report(Some(Id::new(7)))),
            ("#/share", Route::Share),
            ("#/settings", Route::Settings),
            ("#/history", Route::History),
            ("#/versions", Route::Versions),
            ("#/guide", Route::Guide(None)),
            ("#/guide/grow", Route::Guide(Some("grow".into()))),
            ("#/welcome", Route::Welcome),
        ];
        for (address, route) in table {
            assert_eq!(Route::parse(address), route);
            assert_eq!(route.address(), address);
        }
    }

    #[test]
    fn an_empty_address_is_today() {
        for address in ["", "#", "#/", "/"] {
            assert_eq!(Route::parse(address), Route::Today);
        }
    }

    #[test]
    fn an_unknown_address_is_kept_as_it_came() {
        for address in [
            "#/nowhere",
            "#/goals/x",
            "#/goals/person-0000000000000007",
            "#/goals?state=odd",
            "#/goals/a/b",
            "#/compare?with=x",
            "#/actions?state=odd",
            "#/actions?whose",
            "#/feedback?acted=perhaps",
            "#/matches?with=x",
            "#/matches?plan=goal-0000000000000007",
        ] {
            assert_eq!(Route::parse(address), Route::NotFound(address.to_owned()));
        }
    }
}
