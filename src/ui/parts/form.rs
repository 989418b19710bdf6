//! Fields of an entry that are described as data: what each is called and where its value stands. One body
//! serves them all, so that a form with twenty fields costs a table and not twenty times the code.

use leptos::prelude::*;
use serde_json::{Map, Value};

use super::{Adder, Choice, DateField, Field, Glyph, Icon, NumberField, row_more::keep_focus_near};
use crate::{
    domain::{Change, EntryId, Line, Rating, Text, TextProblem, Title, pointer::value_at},
    insights::search::fold::fold,
    ui::{
        desk::Desk,
        reactive::{For, Look},
        words::{changes, fit, shell},
    },
};

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// A title: one line, never empty.
    Title,
    /// One line.
    Line,
    /// Several lines.
    Text,
    /// A day, or none.
    Day,
    /// A whole number from the least to the most, or none; what is counted.
    Number((u16, u16), &'static str),
    /// One of these, each with its word in the file format and its word here, or none of them, with the word for that.
    OneOf(&'static [(&'static str, &'static str)], &'static str),
    /// A number from 1 to 5, or none. The legend says what the ends mean.
    Rating,
    /// Names, each added by itself: the words of the line for a new one.
    Names(&'static str),
}

/// One field of a form.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// Where the value stands, in the names of the file format: see [`crate::domain::pointer`].
    pub path: &'static str,
    /// What it is.
    pub label: &'static str,
    /// Shown while it is empty.
    pub hint: &'static str,
    /// A sentence under the label; none if it is empty.
    pub help: &'static str,
    /// Whether the label is for screen readers only.
    pub quiet: bool,
    /// Whether it stands in a row of a list: a line that may wrap, with a quiet label.
    pub in_row: bool,
    /// The name by which search and links land on it, if it is not its path.
    pub at: &'static str,
    /// More classes.
    pub class: &'static str,
    /// What is asked for.
    pub kind: Kind,
}

impl Asked {
    /// A field with a hint.
    pub const fn new(path: &'static str, kind: Kind, label: &'static str, hint: &'static str) -> Self {
        Self { path, label, hint, help: "", quiet: false, in_row: false, at: "", class: "", kind }
    }

    /// The same with a sentence under the label.
    pub const fn help(self, help: &'static str) -> Self {
        Self { help, ..self }
    }

    /// The same with its label for screen readers only.
    pub const fn quiet(self) -> Self {
        Self { quiet: true, ..self }
    }

    /// The same in a row of a list.
    pub const fn in_row(self) -> Self {
        Self { quiet: true, in_row: true, class: "in-row", ..self }
    }

    /// The same with another name to land on.
    pub const fn at(self, at: &'static str) -> Self {
        Self { at, ..self }
    }

    /// The same with more classes.
    pub const fn class(self, class: &'static str) -> Self {
        Self { class, ..self }
    }

    fn landing(&self) -> String {
        match (self.at, self.kind) {
            _ if self.in_row => String::new(),
            ("", Kind::Title) => "title".to_owned(),
            ("", _) => self.path.replace(['_', '/'], "-"),
            (at, _) => at.to_owned(),
        }
    }
}

/// The values of one entry, and the way to change them.
#[derive(Clone, Copy)]
pub struct Form {
    desk: Desk,
    id: EntryId,
    of: Look<String>,
    values: Look<Map<String, Value>>,
}

impl Form {
    /// A form of this entry; `of` is what the entry is called, for the names of changes.
    pub fn new(id: impl Into<EntryId>, of: Look<String>) -> Self {
        let id = id.into();
        let desk = Desk::get();
        let entry = desk.entry(id);
        let values = Look::new(move || {
            entry.with(|entry| entry.as_ref().map(|entry| entry.draft.body_fields()).unwrap_or_default())
        });
        Self { desk, id, of, values }
    }

    /// Puts a value where this field stands.
    fn set(self, asked: &Asked, value: Value) {
        let Some(entry) = self.desk.entry_now(self.id) else { return };
        if let Some(draft) = entry.draft.with_value(asked.path, value) {
            self.desk.commit(Change::put(changes::changed(asked.label, &self.of.get_untracked()), draft));
        }
    }

    fn text(self, path: &'static str) -> Look<String> {
        Look::new(move || {
            self.values.with(|it| value_at(it, path).and_then(Value::as_str).unwrap_or_default().to_owned())
        })
    }

    fn names(self, path: &'static str) -> Look<Vec<String>> {
        Look::new(move || {
            self.values.with(|it| {
                let names = value_at(it, path).and_then(Value::as_array).into_iter().flatten();
                names.filter_map(|name| Some(name.as_str()?.to_owned())).collect()
            })
        })
    }

    /// All of these fields, one below the other.
    pub fn fields(self, asked: &'static [Asked]) -> AnyView {
        asked.iter().map(|asked| self.field(asked)).collect_view().into_any()
    }

    /// One field.
    pub fn field(self, asked: &'static Asked) -> AnyView {
        match asked.kind {
            Kind::Title => self.written(asked, |typed| Title::typed(typed).map(|it| it.to_string())),
            Kind::Line => self.written(asked, |typed| Line::typed(typed).map(|it| it.to_string())),
            Kind::Text => self.written(asked, |typed| Text::typed(typed).map(|it| it.to_string())),
            Kind::Day => {
                let text = self.text(asked.path);
                let value = move || text.get().parse().ok();
                let set = move |day: Option<crate::domain::Day>| {
                    self.set(asked, day.map_or(Value::Null, |day| day.to_string().into()));
                };
                view! { <DateField label=asked.label value=value set=set at=asked.landing() /> }.into_any()
            }
            Kind::Number(range, unit) => {
                let value = Look::new(move || {
                    let number = self.values.with(|it| value_at(it, asked.path).and_then(Value::as_u64));
                    number.and_then(|it| u16::try_from(it).ok())
                });
                let set = move |number: Option<u16>| self.set(asked, number.map_or(Value::Null, Value::from));
                view! { <NumberField label=asked.label value=value range=range set=set unit=unit /> }.into_any()
            }
            Kind::OneOf(words, none) => {
                let options = words.iter().enumerate().map(|(at, (_, word))| (Some(at), *word));
                let options = std::iter::once((None, none)).chain(options).collect();
                let text = self.text(asked.path);
                let value = move || Some(text.with(|text| words.iter().position(|(name, _)| name == text)));
                let set = move |at: Option<usize>| {
                    self.set(asked, at.and_then(|at| words.get(at)).map_or(Value::Null, |(name, _)| (*name).into()));
                };
                view! { <Choice label=asked.label options=options value=value set=set /> }.into_any()
            }
            Kind::Rating => self.rating(asked),
            Kind::Names(new) => self.chips(asked, new),
        }
    }

    fn written(self, asked: &'static Asked, check: fn(&str) -> Result<String, TextProblem>) -> AnyView {
        let take = move |typed: &str| {
            self.set(asked, check(typed)?.into());
            Ok(())
        };
        let value = self.text(asked.path);
        let many = asked.in_row || matches!(asked.kind, Kind::Text);
        view! {
            <Field label=asked.label value=value take=take many=many quiet=asked.quiet hint=asked.hint help=asked.help
                at=asked.landing() draft=format!("{}-{}", asked.path, self.id) class=asked.class />
        }
        .into_any()
    }

    fn rating(self, asked: &'static Asked) -> AnyView {
        let value = Look::new(move || self.values.with(|it| value_at(it, asked.path).and_then(Value::as_u64)));
        let numbers = Rating::ALL.map(|rating| u64::from(rating.get()));
        let known = numbers.iter().zip(fit::NUMBERS).map(|(number, word)| (Some(*number), word));
        let options = std::iter::once((None, fit::NOT_RATED)).chain(known).collect();
        let set = move |number: Option<u64>| self.set(asked, number.map_or(Value::Null, Value::from));
        view! {
            <div class="rating" data-at=asked.landing() tabindex="-1">
                <Choice label=asked.label options=options value=move || Some(value.get()) set=set />
                <p class="small soft">{asked.help}</p>
            </div>
        }
        .into_any()
    }

    fn chips(self, asked: &'static Asked, new: &'static str) -> AnyView {
        let names = self.names(asked.path);
        let add = move |name: Title| {
            let mut names = names.get_untracked();
            // The same name in another case or with other accents is the same.
            match names.iter().find(|it| fold(it) == fold(&name)) {
                Some(same) => self.desk.say(shell::there_already(same), false),
                None => {
                    names.push(name.to_string());
                    self.set(asked, names.into());
                }
            }
        };
        let remove = move |name: &String| {
            let mut names = names.get_untracked();
            names.retain(|it| it != name);
            self.set(asked, names.into());
        };
        let help = (!asked.help.is_empty()).then(|| view! { <p class="small soft">{asked.help}</p> });
        view! {
            <div data-at=asked.landing() tabindex="-1">
                <p class="label">{asked.label}</p>
                {help}
                <ul class="plain tags">
                    <For each=move || names.get() key=Clone::clone let:name>
                        <li class="tag" tabindex="-1" on:click:capture=keep_focus_near>
                            {name.clone()}
                            <button
                                type="button" class="button bare" title=shell::REMOVE
                                aria-label=format!("{}: {name}", shell::REMOVE)
                                on:click={ let name = name.clone(); move |_| remove(&name) }
                            >
                                <Icon glyph=Glyph::Close />
                            </button>
                        </li>
                    </For>
                </ul>
                <Adder label=new hint=asked.hint draft=format!("{}-{}", asked.landing(), self.id) quiet=true add=add />
            </div>
        }
        .into_any()
    }
}
