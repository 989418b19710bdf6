//! A share as a file.
//!
//! Whoever opens it gets a small notebook: the entries that were shared, and besides them a person and a mentorship
//! that stand for the owner and for what the two have, since those stay where they are.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::{
    allowed::ALLOWED,
    choosing::{Shared, leaves},
    entries::{self, AsShared},
};
use crate::{
    domain::{
        Change, Clock, Day, DeviceId, Draft, EntryId, Given, Id, Mentorship, News, Notebook, Op, Person, Share, Side,
        Text, Title,
    },
    exchange::{
        entry_json::located,
        file_text::{in_file, pretty, text_in},
        refusal::{Reason, Refusal},
    },
};

/// What stands first in the file.
pub const FORMAT: &str = "mentorbook-share";

/// The version of the format. It rises when an older app would misread what a newer one wrote.
pub const VERSION: u32 = 1;

/// The most bytes of a file: a part of what local storage holds.
pub const MOST_BYTES: u64 = 2 * 1024 * 1024;

/// The most entries of a share: more than two people write in ten years, and no more than a page can show.
pub const MOST: usize = 2_000;

#[derive(Serialize)]
struct FileToWrite<'a> {
    format: &'a str,
    version: u32,
    app: &'a str,
    share: Id<Share>,
    on: Day,
    side: Side,
    from: &'a Title,
    to: &'a Title,
    #[serde(skip_serializing_if = "Text::is_empty")]
    note: &'a Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<Day>,
    entries: Vec<AsShared<'a>>,
}

/// Writes a share as a file that a person can read: what was chosen, as it stands in the notebook now.
#[must_use]
pub fn write(notebook: &Notebook, id: Id<Share>, share: &Share, app: &str) -> String {
    let chosen: Vec<EntryId> = share.given.iter().map(|it| it.entry).collect();
    let shared = leaves(notebook, Some(share.mentorship), &chosen, &[]);
    let entries = shared.iter().map(|it| {
        let news = share.given(it.id).and_then(|it| serde_json::to_value(it.news?).ok());
        AsShared { id: it.id, beside: news.map(|news| ("news", news)), fields: &it.fields }
    });
    let file = FileToWrite {
        format: FORMAT,
        version: VERSION,
        app,
        share: id,
        on: share.on,
        side: notebook.get(share.mentorship).map_or(Side::Guided, |it| it.side),
        from: &share.from,
        to: &share.to,
        note: &share.note,
        since: share.since,
        entries: entries.collect(),
    };
    pretty(&file)
}

#[derive(Deserialize)]
struct FileAsRead<'a> {
    share: Id<Share>,
    on: Day,
    side: Side,
    from: Title,
    to: Title,
    #[serde(default)]
    note: Text,
    #[serde(default)]
    since: Option<Day>,
    #[serde(borrow)]
    entries: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
struct NewsOnly {
    #[serde(default)]
    news: Option<News>,
}

/// A share that was read whole and found right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// Which share it is.
    pub id: Id<Share>,
    /// Its head, and what was shared.
    pub share: Share,
    /// The small notebook that it is: those that stand for the owner and the mentorship, the share, its entries.
    pub drafts: Vec<Draft>,
}

impl Received {
    /// The small notebook that it is to the one who opens it.
    #[must_use]
    pub fn notebook(&self) -> Notebook {
        let mut notebook = Notebook::default();
        let ops = self.drafts.iter().cloned().map(Op::Put).collect();
        // It was read whole: every link leads to an entry that is among them.
        let _ = notebook.apply(&Change { label: String::new(), ops }, &mut Clock::new(DeviceId::new(0)), 0);
        notebook
    }
}

/// The mentorship that stands for the one the share comes from.
#[must_use]
pub fn stand_in(share: Id<Share>) -> Id<Mentorship> {
    share.entry().sibling()
}

/// Reads a share from the bytes of a file.
///
/// # Errors
/// A [`Refusal`] with the place and the reason; nothing is taken in part.
pub fn read(bytes: &[u8]) -> Result<Received, Refusal> {
    let text = text_in(bytes, MOST_BYTES, (FORMAT, VERSION), Reason::NotAShare)?;
    let file: FileAsRead = serde_json::from_str(text).map_err(|error| located(&error, text))?;
    if file.entries.len() > MOST {
        return Err(Refusal::whole(Reason::TooMany { number: file.entries.len(), most: MOST }));
    }
    let mentorship = stand_in(file.share);
    let common = [("mentorship", mentorship.to_string())];
    let (mut given, mut drafts, mut ids) = (Vec::new(), Vec::new(), BTreeSet::new());
    for (number, raw) in (1..).zip(&file.entries) {
        let in_file = |refusal| in_file(refusal, number, raw.get(), text);
        let read = entries::read(raw.get(), &ALLOWED, &common).map_err(in_file)?;
        let NewsOnly { news } = serde_json::from_str(raw.get()).map_err(|error| in_file(located(&error, raw.get())))?;
        let id = read.draft.id;
        if !ids.insert(id) {
            return Err(in_file(Refusal::at(id.kind(), "id", Reason::SameIdTwice(id.to_string()))));
        }
        given.push(Given { entry: id, sum: Shared { id, fields: read.fields }.sum(), news });
        drafts.push(read.draft);
    }
    for (number, (draft, raw)) in (1..).zip(drafts.iter().zip(&file.entries)) {
        let loose =
            draft.body.links().into_iter().find(|link| link.to != mentorship.entry() && !ids.contains(&link.to));
        if let Some(link) = loose {
            let refusal = Refusal::at(draft.id.kind(), link.field, Reason::PointsToNothing(link.to.to_string()));
            return Err(in_file(refusal, number, raw.get(), text));
        }
    }
    let (side, person) = (file.side, file.share.entry().sibling());
    let share = Share {
        mentorship,
        on: file.on,
        from: file.from.clone(),
        to: file.to,
        note: file.note,
        since: file.since,
        given,
    };
    // The reader stands on the other side.
    let side = if side == Side::Guided { Side::Guiding } else { Side::Guided };
    let mut all = vec![
        Draft::new(person, Person::new(file.from)),
        Draft::new(mentorship, Mentorship::new(person, side, file.on)),
        Draft::new(file.share, share.clone()),
    ];
    all.append(&mut drafts);
    Ok(Received { id: file.share, share, drafts: all })
}

/// The name under which a share is saved: the day, and nothing that tells what is in it or from whom it is.
#[must_use]
pub fn file_name(on: Day) -> String {
    format!("mentorbook-share-{on}.json")
}
