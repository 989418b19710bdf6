//! A text of an entry, changed where it stands: the one way from a field to a change.

use std::fmt::Display;

use leptos::prelude::*;

use super::Field;
use crate::{
    domain::{Id, Kind, Line, Text, TextProblem, Title},
    ui::{desk::Desk, reactive::Live, words::changes},
};

/// A text with a limit, as a person types it.
pub trait Typed: Display + Sized {
    /// Takes what was typed, or says why it cannot stand here.
    fn typed(typed: &str) -> Result<Self, TextProblem>;
}

macro_rules! typed {
    ($($text:ident)*) => {$(
        impl Typed for $text {
            fn typed(typed: &str) -> Result<Self, TextProblem> {
                Self::typed(typed)
            }
        }
    )*};
}
typed!(Title Line Text);

/// A field that shows and changes one text of an entry.
#[component]
pub fn Written<K: Kind, T: Typed + 'static>(
    /// The entry.
    id: Id<K>,
    /// What the entry is called, for the name of the change.
    #[prop(into)]
    of: Live<String>,
    /// What the field is.
    label: &'static str,
    /// Where the text stands.
    read: fn(&K) -> &T,
    /// Puts another one there.
    write: fn(&mut K, T),
    /// Whether it has several lines.
    #[prop(optional)]
    many: bool,
    /// Whether the label is for screen readers only.
    #[prop(optional)]
    quiet: bool,
    /// Shown while the field is empty.
    #[prop(optional, into)]
    hint: String,
    /// A sentence under the label.
    #[prop(optional, into)]
    help: String,
    /// The field's name, for search to land on.
    #[prop(optional, into)]
    at: String,
    /// More classes.
    #[prop(optional, into)]
    class: String,
) -> impl IntoView {
    let desk = Desk::get();
    let value = desk.field(id, move |entry: &K| read(entry).to_string());
    let take = move |typed: &str| {
        let text = T::typed(typed)?;
        desk.edit(id, changes::changed(label, &of.get_untracked()), |entry: &mut K| write(entry, text));
        Ok(())
    };
    view! { <Field label=label value=value take=take many=many quiet=quiet hint=hint help=help at=at class=class /> }
}
