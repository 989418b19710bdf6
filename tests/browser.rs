//! Storage inside a real browser: local storage and IndexedDB themselves, not their stand-ins.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs, reason = "tests")]

mod damage;

use std::{cell::Cell, rc::Rc};

use damage::damaged;
use gloo_timers::future::TimeoutFuture;
use mentorbook::{
    domain::{Change, Clock, Day, DeviceId, Draft, Goal, Id, Notebook, Op, Title},
    exchange::Header,
    storage::{
        Eraser, Journal, Keeper, Namespace, Now, Raw, Record, Shelf, Which, indexed_db::IndexedDb, local::LocalShelf,
        pens::Pen, snapshots::Why, stored,
    },
};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

fn now() -> Now {
    Now { at: 1000, day: Day::from_ymd_opt(2026, 3, 1).unwrap() }
}

wasm_bindgen_test_configure!(run_in_browser);

/// A notebook that is open, in a namespace of its own for each test.
struct Open {
    keeper: Keeper<LocalShelf, IndexedDb>,
    notebook: Notebook,
    clock: Clock,
}

async fn open(test: &str) -> Open {
    let namespace = Namespace::new(&format!("/{test}/"), Which::Mine);
    let journal = IndexedDb::open(namespace.name()).await;
    let (keeper, opened) = Keeper::open(namespace, LocalShelf::new(), journal, now()).await.unwrap();
    assert_eq!((opened.shelf_problem, opened.journal_problem), (None, None));
    Open { keeper, notebook: opened.notebook, clock: Clock::new(DeviceId::new(1)) }
}

impl Open {
    async fn make(&mut self, change: Change) {
        let before = change.ops.iter().map(|op| (op.id(), self.notebook.held(op.id()))).collect();
        let applied = self.notebook.apply(&change, &mut self.clock, 1000).unwrap();
        let record = Record { at: 1000, label: change.label, now: applied.now, before };
        let kept = self.keeper.keep(&record).await;
        assert_eq!((kept.shelf_problem, kept.journal_problem), (None, None));
    }
}

fn put(n: u128, title: &str) -> Change {
    Change::put(title, Draft::new(Id::<Goal>::new(n), Goal::new(Title::new(title).unwrap())))
}

#[wasm_bindgen_test]
async fn what_was_kept_opens_again_from_both_stores() {
    let mut first = open("again").await;
    first.make(put(1, "Läuft 🎉")).await;
    first.make(put(2, "Two")).await;
    let id = Id::<Goal>::new(2).entry();
    first.make(Change { label: "Removed".into(), ops: vec![Op::Remove(id)] }).await;
    assert_eq!(open("again").await.notebook, first.notebook);
}

#[wasm_bindgen_test]
async fn an_emptied_local_storage_is_filled_from_the_journal() {
    let mut first = open("emptied").await;
    first.make(put(1, "One")).await;
    let shelf = LocalShelf::new().unwrap();
    for key in shelf.keys().unwrap() {
        if key.contains("/emptied/") {
            shelf.remove(&key).unwrap();
        }
    }
    assert_eq!(open("emptied").await.notebook, first.notebook);
    let key = Namespace::new("/emptied/", Which::Mine).entry(Id::<Goal>::new(1).entry());
    assert!(matches!(shelf.get(&key), Ok(Some(Raw::Text(_)))));
}

#[wasm_bindgen_test]
async fn a_deleted_journal_is_filled_from_local_storage() {
    let mut first = open("deleted").await;
    first.make(put(1, "One")).await;
    let namespace = Namespace::new("/deleted/", Which::Mine);
    IndexedDb::open(namespace.name()).await.unwrap().erase().await.unwrap();
    assert_eq!(open("deleted").await.notebook, first.notebook);
    let lines = IndexedDb::open(namespace.name()).await.unwrap().since(0).await.unwrap();
    assert_eq!(lines.len(), 1);
}

#[wasm_bindgen_test]
async fn history_is_there_and_takes_changes_back() {
    let mut first = open("history").await;
    first.make(put(1, "One")).await;
    first.make(put(1, "Two")).await;
    let mut again = open("history").await;
    let history = again.keeper.history(10).await.unwrap().changes;
    let labels: Vec<_> = history.iter().map(|it| it.inverse.label.clone()).collect();
    assert_eq!(labels, ["One", "Two"]);
    again.make(history.last().unwrap().inverse.clone()).await;
    let title = again.notebook.get(Id::<Goal>::new(1)).map(|goal| goal.title.to_string());
    assert_eq!(title.as_deref(), Some("One"));
}

#[wasm_bindgen_test]
fn half_of_a_character_is_read_as_it_lies() {
    let storage = web_sys::window().unwrap().local_storage().unwrap().unwrap();
    js_sys::Reflect::set(&storage, &"half".into(), &js_sys::JsString::from_char_code1(0xd800)).unwrap();
    assert_eq!(LocalShelf::new().unwrap().get("half"), Ok(Some(Raw::Units(vec![0xd800]))));
}

#[wasm_bindgen_test]
fn all_comes_over_at_once_as_it_does_one_by_one() {
    let storage = web_sys::window().unwrap().local_storage().unwrap().unwrap();
    let shelf = LocalShelf::new().unwrap();
    let same = |what: &str| {
        let mut one_by_one = Vec::new();
        for key in shelf.keys().unwrap() {
            let raw = shelf.get(&key).unwrap().unwrap();
            one_by_one.push((key, raw));
        }
        let mut at_once = shelf.all().unwrap();
        one_by_one.sort_by(|a, b| a.0.cmp(&b.0));
        at_once.sort_by(|a, b| a.0.cmp(&b.0));
        assert_eq!(at_once, one_by_one, "{what}");
    };
    same("what other tests left");
    storage.clear().unwrap();
    shelf.set("all:text", "Läuft 🎉").unwrap();
    shelf.set("all:empty", "").unwrap();
    // A key that is called like one of the store's own methods.
    shelf.set("getItem", "a text").unwrap();
    same("texts");
    shelf.set("all:sign", "\u{fffd}").unwrap();
    same("the sign that stands for half a character");
    shelf.set("all:zero", "a\0b").unwrap();
    same("what stands between them");
    shelf.set("all:ze\0ro", "a").unwrap();
    same("what stands between them, as often in keys as in texts");
    js_sys::Reflect::set(&storage, &"all:half".into(), &js_sys::JsString::from_char_code1(0xdc00)).unwrap();
    same("half of a character");
    for key in ["all:text", "all:empty", "getItem", "all:sign", "all:zero", "all:ze\0ro", "all:half"] {
        shelf.remove(key).unwrap();
    }
}

#[wasm_bindgen_test]
async fn the_example_lies_apart() {
    let namespace = Namespace::new("/apart/", Which::Example);
    let journal = IndexedDb::open(namespace.name()).await;
    let (keeper, _) = Keeper::open(namespace, LocalShelf::new(), journal, now()).await.unwrap();
    let mut mine = open("apart").await;
    mine.make(put(1, "Mine")).await;
    keeper.erase().await.unwrap();
    assert_eq!(open("apart").await.notebook.len(), 1);
}

#[wasm_bindgen_test]
async fn a_journal_that_is_deleted_while_the_notebook_is_open_is_made_anew() {
    let mut first = open("taken").await;
    first.make(put(1, "One")).await;
    let namespace = Namespace::new("/taken/", Which::Mine);
    idb::Factory::new().unwrap().delete(namespace.name()).unwrap().await.unwrap();
    assert!(first.keeper.lost().await.journal);
    let held: Vec<_> = first.notebook.all_held().collect();
    let kept = first.keeper.refill(&held).await;
    assert_eq!((kept.shelf_problem, kept.journal_problem), (None, None));
    assert!(!first.keeper.lost().await.any());
    assert_eq!(IndexedDb::open(namespace.name()).await.unwrap().since(0).await.unwrap().len(), 1);
}

#[wasm_bindgen_test]
async fn half_of_a_character_in_the_journal_is_put_aside_as_it_lies() {
    let mut first = open("half").await;
    first.make(put(1, "One")).await;
    let namespace = Namespace::new("/half/", Which::Mine);
    let id = Id::<Goal>::new(1).entry().to_string();
    let line = record(&[("seq", 1.into()), ("text", js(&Raw::Units(vec![0xd800])))]);
    put_in_journal(&namespace, "entries", &id.clone().into(), &line).await;
    let again = open("half").await;
    assert_eq!(again.notebook, first.notebook);
    let asides = IndexedDb::open(namespace.name()).await.unwrap().asides().await.unwrap();
    assert_eq!(asides.iter().map(|it| (&it.id, &it.raw)).collect::<Vec<_>>(), [(&id, &Raw::Units(vec![0xd800]))]);
}

/// Puts anything under a key of a store of the journal.
async fn put_in_journal(namespace: &Namespace, store: &str, key: &JsValue, value: &JsValue) {
    let database = idb::Factory::new().unwrap().open(namespace.name(), None).unwrap().await.unwrap();
    let transaction = database.transaction(&[store], idb::TransactionMode::ReadWrite).unwrap();
    transaction.object_store(store).unwrap().put(value, Some(key)).unwrap().await.unwrap();
    transaction.await.unwrap();
    database.close();
}

fn js(raw: &Raw) -> JsValue {
    match raw {
        Raw::Text(text) => text.into(),
        Raw::Units(units) => js_sys::JsString::from_char_code(units).into(),
    }
}

fn record(fields: &[(&str, JsValue)]) -> JsValue {
    let object = js_sys::Object::new();
    for (name, value) in fields {
        js_sys::Reflect::set(&object, &(*name).into(), value).unwrap();
    }
    object.into()
}

#[wasm_bindgen_test]
async fn every_byte_of_a_stored_entry_cut_or_flipped_in_either_store_is_repaired_from_the_other() {
    let mut first = open("bytes").await;
    first.make(put(1, "Läuft 🎉")).await;
    let namespace = Namespace::new("/bytes/", Which::Mine);
    let (id, shelf) = (Id::<Goal>::new(1).entry(), LocalShelf::new().unwrap());
    let key = namespace.entry(id);
    let Ok(Some(Raw::Text(whole))) = shelf.get(&key) else { unreachable!("it lies on the shelf") };
    // A bit of every byte; every bit of them is flipped on stores in memory (`durability.rs`).
    for raw in damaged(&whole, (0..whole.len()).map(|at| at * 8 + at % 8)) {
        // A flipped bit can give the same JSON in another spelling, which is the same entry.
        let reads = stored::open(&raw, &id.to_string()).ok();
        assert!(reads.is_none() || reads == first.notebook.held(id), "a wrong value: {raw:?}");
        if reads.is_some() {
            continue;
        }
        shelf.put(&key, &raw).unwrap();
        let again = open("bytes").await;
        assert_eq!(again.notebook, first.notebook, "on the shelf: {raw:?}");
        let line = record(&[("seq", 1.into()), ("text", js(&raw))]);
        put_in_journal(&namespace, "entries", &id.to_string().into(), &line).await;
        let again = open("bytes").await;
        assert_eq!(again.notebook, first.notebook, "in the journal: {raw:?}");
        let asides = again.keeper.asides();
        assert_eq!(asides.len(), 2, "put aside in both: {raw:?}");
        for aside in asides {
            assert!(aside.repaired && aside.raw == raw, "{raw:?}");
            again.keeper.drop_aside(&aside).await.unwrap();
        }
    }
}

#[wasm_bindgen_test]
async fn what_lacks_its_fields_in_the_journal_is_listed_whole_and_never_written_over() {
    let mut first = open("fields").await;
    first.make(put(1, "One")).await;
    first.keeper.keep_snapshot(&first.notebook, &Header::default(), 5, Day::MIN, Why::Day).await.unwrap();
    let day = first.keeper.snapshots().await.unwrap()[0].number;
    let namespace = Namespace::new("/fields/", Which::Mine);
    let number = |number: u64| JsValue::from_f64(number as f64);
    let strange = record(&[("strange", 7.into())]);
    let id = Id::<Goal>::new(1).entry().to_string();
    put_in_journal(&namespace, "entries", &id.clone().into(), &strange).await;
    put_in_journal(&namespace, "changes", &1.into(), &strange).await;
    put_in_journal(&namespace, "aside", &9.into(), &JsValue::from_str("no record")).await;
    put_in_journal(&namespace, "snapshots", &number(day), &strange).await;
    let mut again = open("fields").await;
    assert_eq!(again.notebook, first.notebook);
    again.make(put(2, "Two")).await;
    again.keeper.look_through().await.unwrap();
    let asides = again.keeper.asides();
    let text = |raw: &Raw| raw.to_lossy();
    let whole = again.keeper.snapshot_text(day).await.unwrap();
    let listed: Vec<_> = asides.iter().map(|it| (it.id.as_str(), text(&it.raw))).collect();
    let all = r#"{"strange":7}"#.to_owned();
    assert_eq!(listed, [("", "\"no record\"".to_owned()), (&id, all.clone()), ("", all), ("", text(&whole))]);
    for aside in &asides {
        assert!(again.keeper.retry(aside).await.is_err(), "{aside:?}");
        again.keeper.drop_aside(aside).await.unwrap();
    }
    again.keeper.look_through().await.unwrap();
    assert_eq!(again.keeper.asides(), []);
    assert!(!again.keeper.lost().await.any());
    assert_eq!(open("fields").await.notebook, again.notebook);
}

#[wasm_bindgen_test]
async fn snapshots_are_kept_listed_read_and_let_go() {
    let mut first = open("earlier").await;
    first.make(put(1, "One")).await;
    let why = Why::Before("Opened “x”".into());
    first.keeper.keep_snapshot(&first.notebook, &Header::default(), 5, Day::MIN, why.clone()).await.unwrap();
    let all = first.keeper.snapshots().await.unwrap();
    assert_eq!((all.len(), &all[0].head.why, all[0].head.entries, all[0].head.at), (1, &why, 1, 5));
    let held = first.keeper.read_snapshot(all[0].number).await.unwrap().held;
    assert_eq!(held, first.notebook.all_held().collect::<Vec<_>>());
    first.keeper.drop_snapshots(&all.iter().map(|it| it.number).collect::<Vec<_>>()).await.unwrap();
    assert_eq!(first.keeper.snapshots().await.unwrap(), []);
}

#[wasm_bindgen_test]
async fn what_is_forgotten_leaves_its_number_so_that_the_journal_does_not_seem_to_be_emptied() {
    let mut first = open("forgotten").await;
    first.make(put(1, "A secret")).await;
    first.make(Change { label: "Removed “A secret”".into(), ops: vec![Op::Remove(Id::<Goal>::new(1).entry())] }).await;
    let ids = [Id::<Goal>::new(1).entry()].into();
    let eraser = Eraser { ids: &ids, titles: &[], without: &|_| None };
    first.keeper.forget(&eraser).await.unwrap();
    assert!(!first.keeper.lost().await.any());
    assert_eq!(first.keeper.history(10).await.unwrap().changes, []);
    assert_eq!(first.keeper.look_for(&["secret".to_owned()]).await.unwrap().1, 0);
}

/// Erases for a moment with each of these pens, all begun in the same instant. Gives the most that did so at once.
async fn erase_at_once(pens: &[Rc<Pen>]) -> usize {
    let (now, most, ended) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(0)), Rc::new(Cell::new(0)));
    for pen in pens {
        assert!(pen.begin_to_erase());
        let (pen, now, most, ended) = (pen.clone(), now.clone(), most.clone(), ended.clone());
        spawn_local(async move {
            let work = async {
                now.set(now.get() + 1);
                most.set(now.get().max(most.get()));
                TimeoutFuture::new(20).await;
                now.set(now.get() - 1);
            };
            pen.alone(|| unreachable!("nobody takes a pen away"), work).await;
            ended.set(ended.get() + 1);
        });
    }
    while ended.get() < pens.len() {
        TimeoutFuture::new(5).await;
    }
    most.get()
}

async fn pen(test: &str) -> Rc<Pen> {
    let namespace = Namespace::new(&format!("/{test}/"), Which::Mine);
    Rc::new(Pen::take(&namespace, || unreachable!("nobody takes a pen away")).await)
}

#[wasm_bindgen_test]
async fn tabs_that_erase_in_the_same_instant_do_so_one_after_the_other_and_write_again_afterwards() {
    let pens = [pen("erase at once").await, pen("erase at once").await, pen("erase at once").await];
    assert_eq!(erase_at_once(&pens).await, 1);
    assert!(pens.iter().all(|pen| !pen.is_down() && pen.begin_to_erase()));
}

#[wasm_bindgen_test]
async fn whoever_erases_waits_until_the_others_have_put_their_pens_down_and_they_until_it_has_ended() {
    let (one, other) = (pen("put down").await, pen("put down").await);
    let (erased, told) = (Rc::new(Cell::new(false)), Rc::new(Cell::new(None)));
    assert!(one.begin_to_erase() && other.begin_to_put_down() && !other.begin_to_erase());
    spawn_local({
        let (other, erased, told) = (other.clone(), erased.clone(), told.clone());
        async move {
            other.put_down().await;
            told.set(Some(erased.get()));
        }
    });
    let work = async {
        assert!(other.is_down());
        TimeoutFuture::new(20).await;
        erased.set(true);
    };
    one.alone(|| unreachable!("nobody takes a pen away"), work).await;
    while told.get().is_none() {
        TimeoutFuture::new(5).await;
    }
    assert_eq!(told.get(), Some(true));
}
