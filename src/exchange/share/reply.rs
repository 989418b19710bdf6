//! A reply as a file: what the reader of a share says to it, point by point.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, value::RawValue};

use super::{
    allowed::{ANSWERED, leaving},
    entries::{self, AsShared},
    file::{MOST_BYTES, stand_in},
};
use crate::{
    domain::{Body, Comment, Day, Draft, EntryId, Id, KindName, Notebook, Share, Title, order},
    exchange::{
        entry_json::located,
        file_text::{in_file, pretty, text_in},
        refusal::{Reason, Refusal},
    },
};

/// What stands first in the file.
pub const FORMAT: &str = "mentorbook-reply";

/// The version of the format. It rises when an older app would misread what a newer one wrote.
pub const VERSION: u32 = 1;

/// The most points of a reply.
pub const MOST: usize = 1_000;

/// A reply that was read whole and found right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The share it answers.
    pub share: Id<Share>,
    /// The day it was written.
    pub on: Day,
    /// Who answers.
    pub from: Title,
    /// Its points, each with its id, in the order of the file. Their mentorship is the one that stands in for the
    /// owner's, as in [`super::file::stand_in`].
    pub comments: Vec<(Id<Comment>, Comment)>,
}

#[derive(Serialize)]
struct FileToWrite<'a> {
    format: &'a str,
    version: u32,
    app: &'a str,
    share: Id<Share>,
    on: Day,
    from: &'a Title,
    comments: Vec<AsShared<'a>>,
}

/// The points that were written to a share, in the order in which they were written.
#[must_use]
pub fn written(notebook: &Notebook, share: Id<Share>) -> Vec<(Id<Comment>, &Comment)> {
    let all = notebook.pointing::<Comment>(share).filter(|(_, it)| it.share == Some(share) && it.is_whole()).collect();
    order::by_key(all, |(id, _): &(Id<Comment>, &Comment)| (notebook.made(*id), *id))
}

/// Writes what was written to a share as a file that a person can read.
#[must_use]
pub fn write(notebook: &Notebook, share: Id<Share>, from: &Title, on: Day, app: &str) -> String {
    let points: Vec<(EntryId, Map<String, Value>)> = written(notebook, share)
        .into_iter()
        .filter_map(|(id, comment)| {
            let fields = Draft::new(id, comment.clone()).body_fields();
            Some((id.entry(), leaving(&ANSWERED, KindName::Comment, &fields)?))
        })
        .collect();
    let comments = points.iter().map(|(id, fields)| AsShared { id: *id, beside: None, fields }).collect();
    pretty(&FileToWrite { format: FORMAT, version: VERSION, app, share, on, from, comments })
}

#[derive(Deserialize)]
struct FileAsRead<'a> {
    share: Id<Share>,
    on: Day,
    from: Title,
    #[serde(borrow)]
    comments: Vec<&'a RawValue>,
}

/// Reads a reply from the bytes of a file.
///
/// # Errors
/// A [`Refusal`] with the place and the reason; nothing is taken in part.
pub fn read(bytes: &[u8]) -> Result<Reply, Refusal> {
    let text = text_in(bytes, MOST_BYTES, (FORMAT, VERSION), Reason::NotAReply)?;
    let file: FileAsRead = serde_json::from_str(text).map_err(|error| located(&error, text))?;
    if file.comments.len() > MOST {
        return Err(Refusal::whole(Reason::TooMany { number: file.comments.len(), most: MOST }));
    }
    let common = [
        ("mentorship", stand_in(file.share).to_string()),
        ("share", file.share.to_string()),
        ("from", file.from.to_string()),
    ];
    let (mut comments, mut ids) = (Vec::new(), BTreeSet::new());
    for (number, raw) in (1..).zip(&file.comments) {
        let in_file = |refusal| in_file(refusal, number, raw.get(), text);
        let at = |field: &str, reason| in_file(Refusal::at(KindName::Comment, field, reason));
        let draft = entries::read(raw.get(), &ANSWERED, &common).map_err(in_file)?.draft;
        if !ids.insert(draft.id) {
            return Err(at("id", Reason::SameIdTwice(draft.id.to_string())));
        }
        if let (Some(id), Body::Comment(comment)) = (draft.id.of(), draft.body) {
            if !comment.is_whole() {
                return Err(at("text", Reason::Wrong("this point says nothing that can be taken".to_owned())));
            }
            comments.push((id, comment));
        }
    }
    Ok(Reply { share: file.share, on: file.on, from: file.from, comments })
}

/// The name under which a reply is saved.
#[must_use]
pub fn file_name(on: Day) -> String {
    format!("mentorbook-reply-{on}.json")
}
