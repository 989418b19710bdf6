//! A report as Markdown (CommonMark), which is read as a text as well.

use std::fmt::Write;

use super::{Chart, Document};
use crate::exchange::sheet::Sheet;

/// The text. Whatever somebody wrote stands in it as text: no mark of theirs becomes a heading, a link or a piece of HTML.
#[must_use]
pub fn markdown(report: &Document) -> String {
    let mut text = Lines(String::new());
    text.heading(1, &report.title);
    text.paragraph(&report.period);
    for (what, number) in &report.numbers {
        text.line(&format!("- {}: {}", plain(what), plain(number)));
    }
    text.end();
    if let Some(chart) = &report.chart {
        drawing(&mut text, chart);
    }
    for part in &report.parts {
        if let Some(title) = &part.title {
            text.heading(2, title);
        }
        let level = if part.title.is_some() { 3 } else { 2 };
        for group in &part.groups {
            text.heading(level, &group.title);
            group.sheets.iter().for_each(|sheet| of_sheet(&mut text, level + 1, sheet));
        }
    }
    text.paragraph(&report.foot);
    text.0
}

/// The bars as signs, in a block in which nothing is a mark.
fn drawing(text: &mut Lines, chart: &Chart) {
    /// The longest bar.
    const MOST: usize = 30;
    let most = chart.most().max(1);
    let longest = chart.steps.iter().map(|(step, _)| step.chars().count()).max().unwrap_or(0);
    // What there was of is seen, however little.
    let bar = |number: usize, sign: &str| sign.repeat((number * MOST.min(most)).div_ceil(most));
    text.heading(2, &chart.title);
    text.line("```text");
    for (step, both) in &chart.steps {
        let [first, second] = *both;
        text.line(format!("{step:<longest$}  {} {first}", bar(first, "█")).trim_end());
        text.line(format!("{:<longest$}  {} {second}", "", bar(second, "░")).trim_end());
    }
    text.line("```");
    text.end();
    text.paragraph(&format!("█ {}, ░ {}", chart.what[0], chart.what[1]));
}

fn of_sheet(text: &mut Lines, level: usize, sheet: &Sheet) {
    text.heading(level, &sheet.title);
    if !sheet.under.is_empty() {
        text.paragraph(&sheet.under);
    }
    for (label, points) in &sheet.lists {
        text.paragraph(&format!("{label}:"));
        for (done, point) in points {
            let mark = done.map_or("", |done| if done { "✓ " } else { "○ " });
            text.line(&format!("- {mark}{}", plain(point).replace("\\\n", "\\\n  ")));
        }
        text.end();
    }
    for (label, said) in &sheet.facts {
        text.line(&format!("**{}**\\", plain(label)));
        text.paragraph(said);
    }
}

/// A text that grows line by line.
struct Lines(String);

impl Lines {
    fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    /// Ends what stands together.
    fn end(&mut self) {
        self.0.push('\n');
    }

    fn heading(&mut self, level: usize, title: &str) {
        // A heading has one line.
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = writeln!(self.0, "{} {}\n", "#".repeat(level), plain(&title));
    }

    fn paragraph(&mut self, said: &str) {
        self.line(&plain(said));
        self.end();
    }
}

/// A text in which no character is a mark. A line break stays one, an empty line becomes one that is not, since it would
/// end the paragraph, and spaces at the begin of a line, which could make it a block of code, are one.
fn plain(said: &str) -> String {
    let lines = said.trim().lines().map(|line| {
        let line = line.trim();
        let mut plain = String::new();
        for c in line.chars() {
            match c {
                // Every sign of ASCII may be escaped, and those that are never marks need not be.
                '.' | ')' if !plain.chars().all(|c| c.is_ascii_digit()) => plain.push(c),
                ',' | ';' | ':' | '\'' | '"' | '?' | '/' | '%' | '$' | '^' | '(' | '{' | '}' => plain.push(c),
                c if c.is_ascii_punctuation() => {
                    plain.push('\\');
                    plain.push(c);
                }
                c if c.is_control() => plain.push(' '),
                c => plain.push(c),
            }
        }
        if plain.is_empty() { "\u{a0}".to_owned() } else { plain }
    });
    lines.collect::<Vec<_>>().join("\\\n")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Parser, Tag};

    use super::*;

    /// What a reader of Markdown sees of a text: the words, and the elements that are not words.
    fn read(text: &str) -> (String, Vec<String>) {
        let (mut words, mut others) = (String::new(), Vec::new());
        for event in Parser::new(text) {
            match event {
                Event::Text(text) => words.push_str(&text),
                Event::HardBreak => words.push('\n'),
                Event::Start(Tag::Paragraph) | Event::End(_) => {}
                other => others.push(format!("{other:?}")),
            }
        }
        (words, others)
    }

    proptest! {
        #[test]
        fn what_somebody_wrote_is_no_mark(said in "([-#*_`<>&\\[\\]()!|~+=.:/\\\\ \n\t0-9a-zä\u{200f}]|http://a.b|&lt;|1\\. |\\PC){0,60}") {
            // A tab and other signs that steer a printer are spaces.
            let seen = |c: char| if c.is_control() { ' ' } else { c };
            let lines = said.trim().lines().map(|line| line.trim().chars().map(seen).collect::<String>());
            let wanted = lines.map(|line| if line.is_empty() { "\u{a0}".to_owned() } else { line }).collect::<Vec<_>>().join("\n");
            let (words, others) = read(&format!("{}\n", plain(&said)));
            prop_assert_eq!(others, Vec::<String>::new(), "{}", plain(&said));
            prop_assert_eq!(words, wanted);
        }
    }
}
