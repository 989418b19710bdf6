//! What the reader of JSON says, in words for people who never wrote any.

/// In plain words; what is not known here stays as it is.
pub fn plain(said: &str) -> String {
    let name = |text: &str| text.trim_matches('`').to_owned();
    if let Some(rest) = said.strip_prefix("invalid type: ").or_else(|| said.strip_prefix("invalid value: "))
        && let Some((found, expected)) = rest.rsplit_once(", expected ")
    {
        return format!("there is {}, and {} belongs there", thing_found(found), thing_expected(expected));
    }
    if let Some(field) = said.strip_prefix("missing field ") {
        return format!("“{}” is missing", name(field));
    }
    if let Some(field) = said.strip_prefix("duplicate field ") {
        return format!("“{}” stands there twice", name(field));
    }
    if let Some((variant, expected)) = said.strip_prefix("unknown variant ").and_then(|it| it.split_once(", expected "))
    {
        let known = expected.trim_start_matches("one of ").replace('`', "");
        return format!("“{}” is none of the words that can stand there: {known}", name(variant));
    }
    SYNTAX.iter().find(|(start, _)| said.starts_with(start)).map_or_else(|| said.to_owned(), |(_, it)| (*it).to_owned())
}

/// What breaks the grammar of JSON: how the reader's words begin, and ours.
const SYNTAX: [(&str, &str); 8] = [
    ("expected value", "something else stands where a value should begin"),
    ("expected `:`", "after a name a colon is missing"),
    ("expected `,`", "a comma or a closing bracket is missing"),
    ("trailing comma", "a comma stands before a closing bracket"),
    ("trailing characters", "more follows after its end"),
    ("key must be a string", "a name does not stand in quotation marks"),
    ("control character", "a text holds a line break or another character that must be written with a backslash"),
    ("invalid escape", "after a backslash stands a letter that means nothing there"),
];

fn thing_found(found: &str) -> String {
    match found {
        "null" => "nothing (null)".to_owned(),
        "map" => "an object".to_owned(),
        "sequence" => "a list".to_owned(),
        _ => match found.split_once(' ') {
            Some(("string", text)) => format!("the text “{}”", text.trim_matches('"')),
            Some(("boolean", value)) => value.trim_matches('`').to_owned(),
            Some(("integer", value)) => format!("the number {}", value.trim_matches('`')),
            Some(("floating", value)) => format!("the number {}", value.trim_start_matches("point ").trim_matches('`')),
            _ => found.to_owned(),
        },
    }
}

fn thing_expected(expected: &str) -> &str {
    match expected {
        "a string" | "string" => "a text",
        "a boolean" => "true or false",
        "a sequence" => "a list",
        "a map" => "an object",
        _ if expected.starts_with("struct ") => "an object",
        "u8" | "u16" | "u32" | "u64" | "i64" | "usize" => "a whole number",
        _ => expected,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::{Reason, Refusal};
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Mood {
        Calm,
        #[allow(dead_code, reason = "named in the message only")]
        Tired,
    }

    #[derive(Debug, Deserialize)]
    #[allow(dead_code, reason = "only the messages are looked at")]
    struct Sample {
        name: String,
        days: u16,
        on: bool,
        all: Vec<u8>,
        mood: Mood,
    }

    const RIGHT: &str = r#"{"name":"a","days":3,"on":true,"all":[1],"mood":"calm"}"#;

    /// What is said of the sample with a piece of it replaced.
    fn said(what: &str, by: &str) -> String {
        let wrong = RIGHT.replace(what, by);
        match Refusal::from_json(&serde_json::from_str::<Sample>(&wrong).unwrap_err()).reason {
            Reason::Wrong(said) | Reason::NotJson(said) => plain(&said),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn what_stands_there_and_what_belongs_there_is_said_in_plain_words() {
        for (what, by, ours) in [
            ("\"a\"", "null", "there is nothing (null), and a text belongs there"),
            ("\"a\"", "7", "there is the number 7, and a text belongs there"),
            ("\"a\"", "[]", "there is a list, and a text belongs there"),
            ("3", "\"x, expected y\"", "there is the text “x, expected y”, and a whole number belongs there"),
            ("3", "-1", "there is the number -1, and a whole number belongs there"),
            ("3", "1.5", "there is the number 1.5, and a whole number belongs there"),
            ("true", "{}", "there is an object, and true or false belongs there"),
            ("[1]", "false", "there is false, and a list belongs there"),
            ("\"calm\"", "\"loud\"", "“loud” is none of the words that can stand there: calm or tired"),
            ("\"days\":3,", "", "“days” is missing"),
            ("\"on\"", "\"name\":\"b\",\"on\"", "“name” stands there twice"),
        ] {
            assert_eq!(said(what, by), ours);
        }
    }

    #[test]
    fn what_breaks_the_grammar_is_said_in_plain_words() {
        for (what, by) in [
            ("3", "x"),
            ("\"days\":", "\"days\" "),
            ("true,", "true "),
            ("[1]", "[1,]"),
            ("}", "} more"),
            ("\"days\"", "days"),
            ("\"a\"", "\"a\nb\""),
            ("\"a\"", "\"\\x\""),
        ] {
            let said = said(what, by);
            assert!(SYNTAX.iter().any(|(_, ours)| *ours == said), "{by}: {said}");
        }
    }
}
