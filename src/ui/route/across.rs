//! The filters of the lists across all mentorships, as an address holds them: `state=overdue&whose=me`.

use crate::{
    domain::{Direction, Owner},
    insights::across::{About, ActionFilter, FeedbackFilter, Standing},
};

fn standing_word(state: Standing) -> &'static str {
    match state {
        Standing::Open => "open",
        Standing::Overdue => "overdue",
        Standing::Done => "done",
        Standing::Dropped => "dropped",
    }
}

/// The pairs of a query; none if one of them is no pair.
fn pairs(query: &str) -> Option<Vec<(&str, &str)>> {
    query.split('&').filter(|pair| !pair.is_empty()).map(|pair| pair.split_once('=')).collect()
}

fn written(path: &str, pairs: &[(&str, Option<String>)]) -> String {
    let pairs: Vec<_> = pairs.iter().filter_map(|(name, value)| Some(format!("{name}={}", value.as_ref()?))).collect();
    if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
}

/// Which action items a query asks for.
pub(super) fn actions(query: &str) -> Option<ActionFilter> {
    let mut filter = ActionFilter::default();
    for (name, value) in pairs(query)? {
        match (name, value) {
            ("state", word) => filter.state = Some(Standing::ALL.into_iter().find(|it| standing_word(*it) == word)?),
            ("whose", "me") => filter.whose = Some(Owner::Me),
            ("whose", "them") => filter.whose = Some(Owner::Them),
            ("with", id) => filter.with = Some(id.parse().ok()?),
            _ => return None,
        }
    }
    Some(filter)
}

/// The address of these action items.
pub(super) fn actions_address(filter: &ActionFilter) -> String {
    let whose = filter.whose.map(|it| if it == Owner::Me { "me" } else { "them" }.to_owned());
    let pairs = [
        ("state", filter.state.map(|it| standing_word(it).to_owned())),
        ("whose", whose),
        ("with", filter.with.map(|it| it.to_string())),
    ];
    written("#/actions", &pairs)
}

/// Which feedback a query asks for.
pub(super) fn feedback(query: &str) -> Option<FeedbackFilter> {
    let mut filter = FeedbackFilter::default();
    for (name, value) in pairs(query)? {
        match (name, value) {
            ("from", "me") => filter.from = Some(Direction::FromMe),
            ("from", "them") => filter.from = Some(Direction::FromThem),
            ("acted", "yes") => filter.acted = Some(true),
            ("acted", "no") => filter.acted = Some(false),
            ("about", "way") => filter.about = Some(About::Way),
            ("about", "work") => filter.about = Some(About::Work),
            ("with", id) => filter.with = Some(id.parse().ok()?),
            _ => return None,
        }
    }
    Some(filter)
}

/// The address of this feedback.
pub(super) fn feedback_address(filter: &FeedbackFilter) -> String {
    let from = filter.from.map(|it| if it == Direction::FromMe { "me" } else { "them" }.to_owned());
    let pairs = [
        ("from", from),
        ("acted", filter.acted.map(|it| if it { "yes" } else { "no" }.to_owned())),
        ("about", filter.about.map(|it| if it == About::Way { "way" } else { "work" }.to_owned())),
        ("with", filter.with.map(|it| it.to_string())),
    ];
    written("#/feedback", &pairs)
}
