//! One file per screen. A screen reads from top to bottom as it looks.

mod across;
mod agreement;
mod candidate;
mod candidates;
mod card;
mod closing;
mod compare;
mod doubt;
mod event;
mod find;
mod goal;
mod goals;
mod guide;
mod history;
mod matches;
mod meeting;
mod mentorship;
mod not_found;
mod outreach;
mod people;
mod people_in;
mod person;
mod plan;
mod preview;
mod reading;
mod report;
mod settings;
mod share;
mod sharing;
mod today;
mod versions;
mod welcome;

use leptos::prelude::*;

pub use share::{Given, Open as OpenBackup};

use super::{
    desk::Desk,
    later::{self, Later},
    reactive::{Live, Show},
    route::Route,
    words::names,
};
use crate::{
    domain::{Candidate, EntryId, Id, Mentorship, Notebook, Side},
    storage::Which,
};

/// The screen of the address.
#[component]
pub fn Screen() -> impl IntoView {
    let desk = Desk::get();
    // A tab or a filter of the same screen is the screen's own business.
    let screen = Memo::new_with_compare(
        move |_| desk.route.get(),
        |before, now| match (before, now) {
            (Some(before), Some(now)) => !before.same_screen(now),
            _ => true,
        },
    );
    move || match screen.get() {
        route if matches!(desk.which(), Which::Given(_)) && !stands_beside_reading(&route) => {
            later::part(Later::Screen(Route::Today))
        }
        Route::Welcome => view! { <welcome::WelcomeScreen /> }.into_any(),
        Route::NotFound(_) => view! { <not_found::NotFoundScreen /> }.into_any(),
        route => later::part(Later::Screen(route)),
    }
}

/// Whether a screen can be gone to while one reads what somebody shared.
fn stands_beside_reading(route: &Route) -> bool {
    matches!(route, Route::Guide(_) | Route::Versions)
}

/// The screens whose code comes after the first one stands.
pub fn later(route: Route) -> AnyView {
    // What somebody shared is read on one page.
    if let (Which::Given(share), false) = (Desk::get().which(), stands_beside_reading(&route)) {
        return view! { <reading::ReadingScreen id=share /> }.into_any();
    }
    match route {
        Route::Today => view! { <today::TodayScreen /> }.into_any(),
        Route::Goals(_) => view! { <goals::GoalsScreen /> }.into_any(),
        Route::Goal(id) => view! { <goal::GoalScreen id=id /> }.into_any(),
        Route::People => view! { <people::PeopleScreen /> }.into_any(),
        Route::Person(id) => view! { <person::PersonScreen id=id /> }.into_any(),
        Route::Mentorship(id, _) => view! { <mentorship::MentorshipScreen id=id /> }.into_any(),
        Route::Closing(id) => view! { <closing::ClosingScreen id=id /> }.into_any(),
        Route::ShareWith(id) => view! { <sharing::SharingScreen id=id /> }.into_any(),
        Route::Doubt(id) => view! { <doubt::DoubtScreen id=id /> }.into_any(),
        Route::Agreement(id) => view! { <agreement::AgreementScreen id=id /> }.into_any(),
        Route::Meeting(id) => view! { <meeting::MeetingScreen id=id /> }.into_any(),
        Route::Talk(id) => view! { <meeting::TalkScreen id=id /> }.into_any(),
        Route::After(id) => view! { <meeting::AfterScreen id=id /> }.into_any(),
        Route::Actions(_) => view! { <across::ActionsScreen /> }.into_any(),
        Route::Feedback(_) => view! { <across::FeedbackScreen /> }.into_any(),
        Route::Find => view! { <find::FindScreen /> }.into_any(),
        Route::Plan(id) => view! { <plan::PlanScreen id=id /> }.into_any(),
        Route::Event(id) => view! { <event::EventScreen id=id /> }.into_any(),
        Route::Outreach(id) => view! { <outreach::OutreachScreen id=id /> }.into_any(),
        Route::Candidates => view! { <candidates::CandidatesScreen /> }.into_any(),
        Route::Candidate(id) => view! { <candidate::CandidateScreen id=id /> }.into_any(),
        Route::Compare(_) => view! { <compare::CompareScreen /> }.into_any(),
        Route::Matches(_) => view! { <matches::MatchesScreen /> }.into_any(),
        Route::Card(id) => view! { <card::CardScreen id=id /> }.into_any(),
        Route::PeopleIn => view! { <people_in::PeopleInScreen /> }.into_any(),
        Route::Share => view! { <share::ShareScreen /> }.into_any(),
        Route::Report(with) => view! { <report::ReportScreen with=with /> }.into_any(),
        Route::Settings => view! { <settings::SettingsScreen /> }.into_any(),
        Route::Versions => view! { <versions::VersionsScreen /> }.into_any(),
        Route::History => view! { <history::HistoryScreen /> }.into_any(),
        Route::Guide(page) => view! { <guide::GuideScreen page=page /> }.into_any(),
        Route::Welcome | Route::NotFound(_) => view! { <not_found::NotFoundScreen /> }.into_any(),
    }
}

/// The screen of an entry, or the page for one that is gone.
#[component]
pub fn Existing(
    /// The entry.
    #[prop(into)]
    id: EntryId,
    /// Its screen.
    children: ChildrenFn,
) -> impl IntoView {
    view! {
        <Show when=Desk::get().exists(id) fallback=|| view! { <not_found::NotFoundScreen /> }>{children()}</Show>
    }
}

/// The frame of a screen: one column, and beside it what is linked.
#[component]
pub fn Page(
    /// The title of the window.
    #[prop(into)]
    title: Live<String>,
    /// The column.
    children: Children,
    /// Beside it on wide screens, below it on narrow ones.
    #[prop(optional, into)]
    aside: Option<ViewFn>,
) -> impl IntoView {
    Effect::new(move |_| super::shell::set_title(&title.get()));
    view! {
        <div class="page">
            <main id="page">{children()}</main>
            {aside.map(|aside| view! { <aside aria-label=super::words::shell::BESIDE>{move || aside.run()}</aside> })}
        </div>
    }
}

/// The name of the other person of a mentorship.
pub fn name_of(notebook: &Notebook, mentorship: Id<Mentorship>) -> String {
    let person = notebook.get(mentorship).and_then(|it| notebook.get(it.person));
    person.map_or_else(|| names::SOMEBODY.to_owned(), |it| it.name.to_string())
}

/// Who guides whom in a mentorship.
pub fn side_of(notebook: &Notebook, mentorship: Id<Mentorship>) -> Side {
    notebook.get(mentorship).map_or(Side::Guided, |it| it.side)
}

/// The name of a candidate.
pub fn candidate_name(notebook: &Notebook, candidate: Id<Candidate>) -> String {
    let person = notebook.get(candidate).and_then(|it| notebook.get(it.person));
    person.map_or_else(|| names::SOMEBODY.to_owned(), |it| it.name.to_string())
}
