//! Words of fit: how well candidates fit, and who leads.

use super::count;
use crate::domain::{Criterion, Weights};

pub const TITLE: &str = "Compare candidates";
pub const PURPOSE: &str = "Up to four of them, by what makes a good mentor for you.";
pub const SECTION: &str = "How well they fit";
pub const NOT_RATED: &str = "Not yet";
pub const NUMBERS: [&str; 5] = ["1", "2", "3", "4", "5"];
pub const REASON: &str = "What makes you say so";
pub const NOTHING: &str = "Nothing is judged yet; a first guess is enough.";
pub const SCALE: &str = "From 1 for “not at all” to 5 for “fully”.";
pub const IN_COMMON: &str = "What you both wrote down";
pub const NOTHING_IN_COMMON: &str = "Name what they can do and care about on their page, and what you look for in the plan: here stands what is the same.";
pub const SKILLS: &str = "Skills you look for";
pub const INTERESTS: &str = "Shared interests";
pub const COMPARE: &str = "Compare with others";
pub const CHOOSE: &str = "Add somebody to compare";
pub const CHOSEN_FOUR: &str = "Four are compared at once. Take one out to put another in.";
pub const NOBODY: &str = "Nobody to compare yet. Write down the first candidates; two are enough.";
pub const FIRST: &str = "Write down a candidate";
pub const TAKE_OUT: &str = "Take out";
pub const CRITERION: &str = "What counts";
pub const FIT: &str = "Fit";
pub const WHO_LEADS: &str = "Who leads";
pub const USUAL: &str = "Without a finding plan, all five count the same. Begin one, and you can let one count more.";

/// What a criterion is called.
pub const fn criterion(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Skills => "Skills and experience",
        Criterion::Path => "Their path",
        Criterion::Values => "Shared values",
        Criterion::Trust => "Trust and open talk",
        Criterion::Time => "Time for you",
    }
}

/// The name of the field for what makes one judge so.
pub const fn reason_for(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Skills => "What makes you say so: skills and experience",
        Criterion::Path => "What makes you say so: their path",
        Criterion::Values => "What makes you say so: shared values",
        Criterion::Trust => "What makes you say so: trust and open talk",
        Criterion::Time => "What makes you say so: time for you",
    }
}

pub fn take_out(name: &str) -> String {
    format!("{TAKE_OUT}: {name}")
}

/// A criterion in the middle of a sentence.
fn within(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Skills => "skills",
        Criterion::Path => "the path",
        Criterion::Values => "values",
        Criterion::Trust => "trust",
        Criterion::Time => "time",
    }
}

/// How much a criterion counts, from nothing to twice.
pub fn weight(weight: u8) -> &'static str {
    match weight {
        0 => "nothing",
        1 => "half",
        Weights::USUAL => "as usual",
        3 => "one and a half times",
        _ => "twice",
    }
}

pub fn counts_of(criterion: Criterion) -> String {
    format!("How much it counts: {}", self::criterion(criterion))
}

pub fn counted_by(plan: &str) -> String {
    format!("How much each counts is kept in the plan “{plan}”.")
}

/// “4.2”.
pub fn tenths(tenths: u32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// “4.2 of 5, from 3 of 5 criteria”.
pub fn said(fit: Option<u32>, rated: usize, of: usize) -> String {
    let from = format!("from {rated} of {}", count(of, "criterion", "criteria"));
    match fit {
        Some(fit) if rated == of => format!("{} of 5", tenths(fit)),
        Some(fit) => format!("{} of 5, {from}", tenths(fit)),
        None => NOTHING.to_owned(),
    }
}

pub fn changed_weight(criterion: Criterion, plan: &str) -> String {
    format!("Changed how much {} counts in “{plan}”", within(criterion))
}

pub fn unknown(one: &str, other: &str) -> String {
    format!("{one} and {other}: not yet to be said. Judge both by everything that counts.")
}

pub fn level(one: &str, other: &str) -> String {
    format!("{one} and {other} are level.")
}

/// “Amara leads Greta whatever one criterion counts.”
pub fn leads_always(first: &str, second: &str) -> String {
    format!("{first} leads {second}, however much any one of these counts.")
}

/// “Amara leads Greta, unless time counts less than half as much.”
pub fn leads(first: &str, second: &str, criterion: Criterion, level: u32) -> String {
    let (what, share) = (within(criterion), share(level));
    let counts = if criterion == Criterion::Skills || criterion == Criterion::Values { "count" } else { "counts" };
    match level {
        0 => format!("{first} leads {second}, as long as {what} {counts} at all."),
        1..100 => format!("{first} leads {second}, unless {what} {counts} less than {share}."),
        _ => format!("{first} leads {second}, unless {what} {counts} more than {share}."),
    }
}

/// A share of what something counts now, in hundredths, in words one would say.
fn share(hundredths: u32) -> String {
    let known: [(u32, &str); 7] = [
        (25, "a quarter as much"),
        (33, "a third as much"),
        (50, "half as much"),
        (67, "two thirds as much"),
        (75, "three quarters as much"),
        (150, "one and a half times as much"),
        (200, "twice as much"),
    ];
    let near = known.into_iter().find(|(at, _)| at.abs_diff(hundredths) <= 1);
    near.map_or_else(|| format!("{hundredths} % of what it does now"), |(_, words)| words.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_leads_is_said_as_one_would_say_it() {
        let said = |criterion, level| leads("Amara", "Greta", criterion, level);
        assert_eq!(said(Criterion::Time, 50), "Amara leads Greta, unless time counts less than half as much.");
        assert_eq!(said(Criterion::Skills, 200), "Amara leads Greta, unless skills count more than twice as much.");
        assert_eq!(said(Criterion::Trust, 0), "Amara leads Greta, as long as trust counts at all.");
        assert_eq!(
            said(Criterion::Path, 40),
            "Amara leads Greta, unless the path counts less than 40 % of what it does now."
        );
    }

    #[test]
    fn a_fit_says_how_much_of_it_is_known() {
        assert_eq!(said(Some(42), 5, 5), "4.2 of 5");
        assert_eq!(said(Some(42), 3, 5), "4.2 of 5, from 3 of 5 criteria");
        assert_eq!(said(None, 0, 5), NOTHING);
    }
}
