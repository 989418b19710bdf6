//! Which field stands at a place in a JSON text: for telling a person where the trouble is.

/// The path of the value that ends at or contains a line and column (from 1, in bytes), such as
/// `milestones[2].due`; `None` at the top of the text. The text must be JSON up to that place.
pub(super) fn path_at(text: &str, line: usize, column: usize) -> Option<String> {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let place = before + column;
    let mut path: Vec<Step> = Vec::new();
    let mut bytes = text.bytes().enumerate().take_while(|(at, _)| *at < place);
    // Of an object: whether the next string is the name of a field.
    let mut name_is_next = false;
    while let Some((_, byte)) = bytes.next() {
        match byte {
            b'"' => {
                let mut string = Vec::new();
                let mut escaped = false;
                for (_, byte) in bytes.by_ref() {
                    match byte {
                        _ if escaped => escaped = false,
                        b'\\' => escaped = true,
                        b'"' => break,
                        _ => {}
                    }
                    string.push(byte);
                }
                if let Some(Step::Field(name)) = path.last_mut()
                    && name_is_next
                {
                    *name = String::from_utf8_lossy(&string).chars().take(MOST_OF_A_NAME).collect();
                }
            }
            b':' => name_is_next = false,
            b'{' => {
                path.push(Step::Field(String::new()));
                name_is_next = true;
            }
            b'[' => path.push(Step::Item(0)),
            b',' => match path.last_mut() {
                Some(Step::Item(number)) => *number += 1,
                _ => name_is_next = true,
            },
            // Trouble at the end of an object or a list is trouble with the whole of it.
            b'}' | b']' => {
                path.pop();
            }
            _ => {}
        }
    }
    let mut written = String::new();
    for step in &path {
        match step {
            Step::Field(name) if name.is_empty() => {}
            Step::Field(name) if written.is_empty() => written.push_str(name),
            Step::Field(name) => {
                written.push('.');
                written.push_str(name);
            }
            Step::Item(number) => written.push_str(&format!("[{number}]")),
        }
    }
    Some(written).filter(|written| !written.is_empty())
}

/// The most characters of one field's name that are told.
const MOST_OF_A_NAME: usize = 40;

enum Step {
    Field(String),
    Item(usize),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_told_by_its_path() {
        let text = "{\"title\":\"a \\\"b\\\": {[\",\n\"parts\":[{\"id\":1},\n {\"due\":\"x\"}]}";
        let at = |what: &str| {
            let end = text.find(what).unwrap() + what.len();
            let before = text.get(..end).unwrap();
            let line = before.matches('\n').count() + 1;
            let column = end - before.rfind('\n').map_or(0, |at| at + 1);
            path_at(text, line, column)
        };
        assert_eq!(at("{[\"").as_deref(), Some("title"));
        assert_eq!(at("{\"id\":1").as_deref(), Some("parts[0].id"));
        assert_eq!(at("\"x\"").as_deref(), Some("parts[1].due"));
        assert_eq!(at("\"x\"}").as_deref(), Some("parts[1]"));
        assert_eq!(at("}]}").as_deref(), None);
        assert_eq!(at("\"parts\"").as_deref(), Some("parts"));
    }
}
