//! Words of bringing people in from a table or an address book (F3, K8).

use super::count;
use crate::insights::acquaintance::By;

pub const TITLE: &str = "Bring people in";
pub const LINK: &str = "Bring people in from a file";
pub const PURPOSE: &str =
    "From LinkedIn, a table or an address book: you see everybody first, and choose whom the notebook is to know.";
pub const CHOOSE: &str = "Choose a file with people";
pub const WHAT: &str = "LinkedIn’s Connections.csv (there: Settings, Data privacy, Get a copy of your data), any table as CSV with a row of headings, or an address book as vCard (.vcf). Pictures, birthdays and postal addresses are left where they are.";
pub const ALL: &str = "Take all";
pub const NONE: &str = "Take none";
pub const SEARCH: &str = "Only people with these words";
pub const NOBODY_LEFT: &str = "Nobody has these words.";
pub const LEAVE: &str = "Leave it";
pub const ORDER: &str = "First those of whom your notebook would learn something, then those it does not know, each in the order of the file.";
pub const EVERYBODY_KNOWN: &str = "Your notebook knows all of them already. Nothing is left to take.";
pub const DIFFER: &str = "These rows differ, and the first one counts:";
pub const STAYS: &str = "Your notebook keeps its own words for";
pub const NEW: &str = "New";
pub const KNOWN: &str = "Known";

/// “3 new, 2 known with something new, 10 known already, 1 unclear, 2 without a name”.
pub fn counted(new: usize, learns: usize, known: usize, unclear: usize, nameless: usize) -> String {
    let said = [
        (new, "new"),
        (learns, "known, with something new"),
        (known, "known already, nothing new"),
        (unclear, "left out: several of that name"),
        (nameless, "left out: no name"),
    ];
    let said = said.into_iter().filter(|(number, _)| *number > 0);
    said.map(|(number, what)| format!("{number} {what}")).collect::<Vec<_>>().join(" · ")
}

pub fn file(name: &str, people: usize) -> String {
    format!("“{name}”: {}", count(people, "person", "people"))
}

pub fn take(number: usize) -> String {
    match number {
        0 => "Choose somebody to take".to_owned(),
        number => format!("Take {}", count(number, "person", "people")),
    }
}

/// How a person came into the notebook, if the file says when.
pub fn connected(on: &str) -> String {
    format!("Connected on LinkedIn, {on}")
}

pub fn recognised(by: By, name: &str) -> String {
    let by = match by {
        By::Mail => "by e-mail address",
        By::Link => "by the same page",
        By::Name => "by name",
    };
    format!("{name} in your notebook, recognised {by}")
}

/// “Stands in the file twice”.
pub fn rows(number: usize) -> String {
    match number {
        2 => "Stands in the file twice; both are brought together".to_owned(),
        number => format!("Stands in the file {number} times; all are brought together"),
    }
}

pub fn brought(name: &str) -> String {
    format!("Brought people in from “{name}”")
}

/// What was done: taken, changed, left.
pub fn done(new: usize, changed: usize, left: usize) -> String {
    let mut said = vec![count(new, "person", "people") + " taken in"];
    if changed > 0 {
        said.push(format!("{changed} brought up to date"));
    }
    if left > 0 {
        said.push(format!("{left} left out"));
    }
    said.join(", ")
}

pub const LEFT_OUT: &str = "Left out";

pub fn unclear(name: &str, number: usize) -> String {
    format!("{name}: {number} people in your notebook are called so, and nothing tells which one it is")
}

pub fn nameless(line: usize, says: &str) -> String {
    if says.is_empty() { format!("Line {line}: no name") } else { format!("Line {line}: no name that fits ({says})") }
}

pub fn passed_over(names: &[String]) -> String {
    format!("Not taken, for your notebook has no place for it: {}.", names.join(", "))
}

pub fn cut(number: usize) -> String {
    format!("{} too long and will be cut.", count(number, "text is", "texts are"))
}
