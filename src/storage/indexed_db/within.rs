//! What is done within one transaction, and waiting for its end.

use std::collections::BTreeSet;

use idb::{KeyRange, ObjectStore, Query, Transaction, request::PutStoreRequest};
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::{
    ASIDE, CHANGES, ENTRIES, SNAPSHOT_TEXTS, SNAPSHOTS,
    values::{all_as_json, js_number, lacks, lone_text, number, number_of, raw_or_all, text_of},
};
use crate::{
    domain::{entry::Held, order},
    exchange::Refusal,
    storage::{
        journal::{JournalProblem, Line, Place, REMEMBERED, Remembered, Seq, inverse, settle},
        js_text::{js, object},
        shelf::Raw,
        stored,
    },
};

/// Waits until a transaction is on disk. The library's own waiting ends at the first failed request, and is not
/// there any more when the browser tells of the end of the transaction.
pub(super) async fn committed(transaction: Transaction) -> Result<(), JournalProblem> {
    let transaction = web_sys::IdbTransaction::from(transaction);
    let end = Promise::new(&mut |complete, aborted| {
        transaction.set_oncomplete(Some(&complete));
        transaction.set_onabort(Some(&aborted));
    });
    // The disk may be full only now.
    JsFuture::from(end).await.map(drop).map_err(|_| match transaction.error() {
        Some(error) => JsValue::from(error).into(),
        None => JournalProblem::Refused("the transaction was aborted".to_owned()),
    })
}

/// From how many entries on it is worth while to ask for all keys first.
const MANY: usize = 32;
/// How many entries are written before the page does something else. Two times as many are underway at most, so that the
/// browser has something to write while the next are made ready.
const AT_ONCE: usize = 100;

/// Which ids from the first of these to the last are there.
async fn ids_there(entries: &ObjectStore, held: &[Held]) -> Result<BTreeSet<String>, JournalProblem> {
    let ids = || held.iter().map(|held| held.id().to_string());
    let (Some(first), Some(last)) = (ids().min(), ids().max()) else { return Ok(BTreeSet::new()) };
    let between = KeyRange::bound(&first.into(), &last.into(), None, None)?;
    Ok(order::set(entries.get_all_keys(Some(between.into()), None)?.await?.iter().filter_map(JsValue::as_string)))
}

/// Adds what was done, and lets go of what is older than is remembered; gives its number.
pub(super) async fn add_change(
    transaction: &Transaction,
    at: u64,
    label: &str,
    before: &str,
) -> Result<Seq, JournalProblem> {
    let changes = transaction.object_store(CHANGES)?;
    let change = object(&[("at", js_number(at)), ("label", label.into()), ("before", before.into())])?;
    let key = changes.add(&change, None)?.await?;
    let seq = number(&key).ok_or_else(|| JournalProblem::Refused("no number was given".to_owned()))?;
    if let Some(old) = seq.checked_sub(REMEMBERED).filter(|old| *old > 0) {
        changes.delete(KeyRange::upper_bound(&js_number(old), None)?)?;
    }
    Ok(seq)
}

/// Puts a text aside that cannot be read.
pub(super) fn put_aside(transaction: &Transaction, id: &str, raw: &Raw) -> Result<(), JournalProblem> {
    let aside = object(&[("id", id.into()), ("text", js(raw).into())])?;
    transaction.object_store(ASIDE)?.add(&aside, None)?;
    Ok(())
}

/// Writes entries under a number, merged with what lies there; what cannot be read is put aside.
pub(super) async fn write_entries(
    transaction: &Transaction,
    seq: Seq,
    held: &[Held],
) -> Result<Vec<Held>, JournalProblem> {
    let mut underway = None;
    let written = write_in_turns(transaction, seq, held, &mut underway).await;
    if let Some(last) = underway {
        // The browser answers this one too, and somebody has to be there. If it failed, the transaction says so at its end.
        let _ = last.await;
    }
    written
}

async fn write_in_turns(
    transaction: &Transaction,
    seq: Seq,
    held: &[Held],
    underway: &mut Option<<PutStoreRequest as IntoFuture>::IntoFuture>,
) -> Result<Vec<Held>, JournalProblem> {
    let entries = transaction.object_store(ENTRIES)?;
    // What is not there need not be asked for one by one.
    let there = if held.len() < MANY { None } else { Some(ids_there(&entries, held).await?) };
    let mut now = Vec::with_capacity(held.len());
    for ours in held {
        let name = ours.id().to_string();
        let may_be_there = there.as_ref().is_none_or(|there| there.contains(&name));
        let id = JsValue::from_str(&name);
        let lies_there = if may_be_there { entries.get(id.clone())?.await? } else { None };
        let lies_there = lies_there.map(|value| raw_or_all(&value, "text"));
        let (held, unreadable) = settle(lies_there.as_ref(), ours)?;
        if let Some(unreadable) = unreadable {
            put_aside(transaction, &name, &unreadable)?;
        }
        let line = object(&[("seq", js_number(seq)), ("text", JsValue::from_str(&stored::seal(&held)))])?;
        let put = entries.put(&line, Some(&id))?;
        now.push(held);
        if now.len() % AT_ONCE == 0
            && let Some(before) = underway.replace(put.into_future())
        {
            // Others get a turn. The transaction lives on, since it has just been answered.
            before.await?;
        }
    }
    Ok(now)
}

/// A change as it is remembered.
pub(super) fn remembered(seq: Seq, value: &JsValue) -> Result<Remembered, Refusal> {
    let label = text_of(value, "label").ok_or_else(|| lacks("label"))?;
    let before = text_of(value, "before").ok_or_else(|| lacks("before"))?;
    let at = number_of(value, "at").ok_or_else(|| lacks("at"))?;
    Ok(Remembered { seq, at, inverse: inverse(label, &before)? })
}

/// The stores in which something of a place lies, and under which key.
pub(super) fn lies_under(place: &Place) -> (&'static [&'static str], JsValue) {
    match place {
        Place::Entry(id) => (&[ENTRIES], id.into()),
        Place::Aside(number) => (&[ASIDE], js_number(*number)),
        Place::Change(seq) => (&[CHANGES], js_number(*seq)),
        Place::Snapshot(number) => (&[SNAPSHOT_TEXTS, SNAPSHOTS], js_number(*number)),
    }
}

/// What lies at a place: of a snapshot its text, or what else is left of it.
pub(super) async fn lies_at(transaction: &Transaction, place: &Place) -> Result<Option<Raw>, JournalProblem> {
    let (stores, key) = lies_under(place);
    for store in stores {
        let Some(value) = transaction.object_store(store)?.get(key.clone())?.await? else { continue };
        return Ok(Some(match place {
            Place::Entry(_) | Place::Aside(_) => raw_or_all(&value, "text"),
            Place::Change(_) => all_as_json(&value),
            Place::Snapshot(_) => lone_text(value),
        }));
    }
    Ok(None)
}

/// Everything in a store, with its keys.
pub(super) async fn all_of(transaction: &Transaction, store: &str) -> Result<Vec<(JsValue, JsValue)>, JournalProblem> {
    let store = transaction.object_store(store)?;
    let (keys, values) = (store.get_all_keys(None, None)?, store.get_all(None, None)?);
    let (keys, values) = (keys.await?, values.await?);
    Ok(keys.into_iter().zip(values).collect())
}

/// What was written by changes later than `seq`, with its keys; at most so much of it.
pub(super) async fn written_since(
    transaction: &Transaction,
    seq: Seq,
    most: Option<u32>,
) -> Result<Vec<(JsValue, JsValue)>, JournalProblem> {
    let index = transaction.object_store(ENTRIES)?.index("seq")?;
    let later = || KeyRange::lower_bound(&js_number(seq), Some(true)).map(Query::from);
    let (keys, values) = (index.get_all_keys(Some(later()?), most)?, index.get_all(Some(later()?), most)?);
    let (keys, values) = (keys.await?, values.await?);
    Ok(keys.into_iter().zip(values).collect())
}

/// Entries as the journal has them.
pub(super) fn lines_of(there: &[(JsValue, JsValue)]) -> Vec<Line> {
    let line = |(id, value): &(JsValue, JsValue)| {
        let seq = number_of(value, "seq").unwrap_or_default();
        Some(Line { seq, id: id.as_string()?, raw: raw_or_all(value, "text") })
    };
    there.iter().filter_map(line).collect()
}

/// The same by the changes that wrote them.
pub(super) fn oldest_first(there: &[(JsValue, JsValue)]) -> Vec<Line> {
    order::by_key(lines_of(there), |line| line.seq)
}
