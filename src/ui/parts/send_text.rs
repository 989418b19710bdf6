//! The ways by which a text leaves the notebook: copied, or opened in the mail program.

use leptos::{prelude::*, task::spawn_local};

use super::Button;
use crate::{
    domain::Person,
    ui::{
        desk::Desk,
        platform,
        reactive::{Live, Look, Show},
        words::letters::send,
    },
};

/// The address to which one mails somebody; empty if none is known.
pub fn mail_of(person: Option<&Person>) -> String {
    person.and_then(Person::mail).unwrap_or_default().to_owned()
}

/// Copies a text, or opens it in the mail program.
#[component]
pub fn SendText(
    /// The text.
    text: Look<String>,
    /// What stands above an e-mail.
    #[prop(into)]
    subject: Live<String>,
    /// The address it goes to; empty where one chooses it oneself.
    #[prop(into)]
    to: Live<String>,
    /// Whether it is offered as an e-mail.
    #[prop(into)]
    mail: Live<bool>,
) -> impl IntoView {
    let desk = Desk::get();
    let copy = move |_| {
        desk.flush();
        spawn_local(async move {
            let copied = platform::copy(&text.get_untracked()).await.is_some();
            desk.say(if copied { send::COPIED } else { send::NOT_COPIED }, false);
        });
    };
    let link = Look::new(move || platform::mail_to(&to.get(), &subject.get(), &text.get()));
    view! {
        <Button word=send::COPY act=copy />
        <Show when=move || mail.get()>
            <a class="button" href=link>{send::MAIL}</a>
        </Show>
    }
}
