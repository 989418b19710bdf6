//! A card of one's own, changed where it stands, with what its file says (F4).

use leptos::prelude::*;

use super::{Existing, Page};
use crate::{
    domain::{Card, CardSide, Id},
    exchange::cards,
    ui::{
        desk::Desk,
        parts::{
            Choice, EntryMenu, HandOut, PageHead, Section, Way,
            entry_menu::PrivateMark,
            form::{Asked, Form, Kind},
            hand_out::File,
        },
        route::{Matches, Route},
        words::{
            cards::{self as words, own},
            changes, names,
        },
    },
};

static HEAD: [Asked; 3] = [
    Asked::new("name", Kind::Title, own::NAME, ""),
    Asked::new("role", Kind::Line, own::ROLE, own::ROLE_HINT),
    Asked::new("organisation", Kind::Line, own::ORGANISATION, own::ORGANISATION_HINT),
];
static ABOUT: Asked = Asked::new("about", Kind::Text, words::ABOUT, own::ABOUT_HINT);
static NAMES: [Asked; 4] = [
    Asked::new("skills", Kind::Names(own::SKILL_NEW), own::SKILLS, own::SKILL_HINT),
    Asked::new("wants", Kind::Names(own::WANT_NEW), own::WANTS, own::WANT_HINT),
    Asked::new("interests", Kind::Names(own::INTEREST_NEW), own::INTERESTS, own::INTEREST_HINT),
    Asked::new("values", Kind::Names(own::VALUE_NEW), own::VALUES, own::VALUE_HINT),
];
static MORE: [Asked; 3] = [
    Asked::new("offers", Kind::Text, own::OFFERS, own::OFFERS_HINT).at("offer"),
    Asked::new("seeks", Kind::Text, words::SEEKS, own::SEEKS_HINT),
    Asked::new("languages", Kind::Names(own::LANGUAGE_NEW), words::LANGUAGES, own::LANGUAGE_HINT),
];
static REACH: [Asked; 3] = [
    Asked::new("time", Kind::Line, own::TIME, own::TIME_HINT),
    Asked::new("contact", Kind::Line, own::CONTACT, own::CONTACT_HINT),
    Asked::new("link", Kind::Line, own::LINK, "https://"),
];

/// A card of one's own.
#[component]
pub fn CardScreen(id: Id<Card>) -> impl IntoView {
    view! { <Existing id=id><Whole id=id /></Existing> }
}

#[component]
fn Whole(id: Id<Card>) -> impl IntoView {
    let desk = Desk::get();
    let name = desk.field(id, |card: &Card| card.name.to_string());
    let side = desk.field(id, |card: &Card| card.side);
    let matches = Route::Matches(Matches::default());
    let above = {
        let matches = matches.clone();
        move || view! { <a href=matches.address()>{words::TITLE}</a> }
    };
    let sides = CardSide::ALL.map(|side| (side, names::card_side(side))).to_vec();
    let set_side = move |chosen: CardSide| {
        desk.edit(id, changes::changed(own::AS, &name.get_untracked()), |card: &mut Card| card.side = chosen);
    };
    let form = Form::new(id, name);
    view! {
        <Page title=own::TITLE>
            <PageHead title=own::TITLE above=above>
                <p class="soft">{own::WHAT}</p>
                <PrivateMark id=id />
            </PageHead>
            <div class="form">
                <Choice label=own::AS options=sides value=move || Some(side.get()) set=set_side />
                <div class="pair">{form.fields(&HEAD)}</div>
                {form.field(&ABOUT)}
                <div class="pair">{form.fields(&NAMES)}</div>
                {form.fields(&MORE)}
                <div class="pair">{form.fields(&REACH)}</div>
            </div>
            <Section title=own::PREVIEW>
                <Preview id=id />
            </Section>
            <EntryMenu id=id title=name after=matches />
        </Page>
    }
}

/// What the file says, to the letter, and saving it.
#[component]
fn Preview(id: Id<Card>) -> impl IntoView {
    let desk = Desk::get();
    let written = desk.field(id, |card: &Card| cards::write(card));
    let file = move || {
        desk.flush();
        Some(File::new(cards::file_name(), written.get_untracked()))
    };
    let of = move || drop(written.get());
    let done = move |way: Way| {
        desk.say(way.pick([own::SAVED, own::HANDED_ON, own::COPIED]), false);
    };
    view! {
        <p>{own::PREVIEW_WHAT}</p>
        <pre class="written" role="group" tabindex="0" aria-label=own::TEXT>{written}</pre>
        <HandOut word=own::SAVE file=file of=of known=Vec::new done=done />
    }
}
