//! Every reader on damaged and made-up texts: no panic, no long pause, no flood of memory.
//!
//! `MENTORBOOK_FUZZ` says how many texts (`script/torture fuzz` reads a million), `MENTORBOOK_SEED` with
//! which they begin. What was found stands in `tests/bad_files.rs` as a case of its own.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, missing_docs, reason = "tests")]

mod stores;

use std::time::{Duration, Instant};

use mentorbook::{
    domain::{Clock, Day, DeviceId, entry::Held},
    exchange::{
        Header, backup, cards, entry_json, people_in, recognise,
        share::{
            file as share, reply,
            taking::{answered, take},
        },
    },
    storage::{
        Namespace, Preferences, Raw, Which,
        memory::{MemoryJournal, MemoryShelf},
        rescue,
        snapshots::Why,
        stored,
    },
};
use pollster::block_on;
use serde_json::{Map, Value, json};
use stores::{NOW, Tab, namespace};

/// How long one text may take. The longest is a few hundred kilobytes.
const PATIENCE: Duration = Duration::from_secs(2);

/// Numbers that look random and are the same each time (xorshift64*).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % most.max(1) as u64).unwrap()
    }

    fn one<'a>(&mut self, of: &[&'a [u8]]) -> &'a [u8] {
        of[self.below(of.len())]
    }
}

/// Pieces that have confused readers.
const PIECES: &[&[u8]] = &[
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"\"",
    b"\\",
    b"null",
    b"true",
    b"1e999",
    b"-0",
    b"18446744073709551616",
    b"\\ud800",
    b"\\u0000",
    b"\xff",
    b"\xed\xa0\x80",
    b"\xef\xbb\xbf",
    b"\"id\":",
    b"\"kind\":",
    b"\"trace\":",
    b"\"seen\":",
    b"\"removed\":true,",
    b"\"version\":",
    b"\"format\":",
    b"\"__proto__\":{}",
    b"9999-99-99",
    b"goal-",
    b"253402300799999-65535-zzzzzz",
    b"[[[[[[[[[[[[[[[[",
    b"{\"a\":{\"a\":{\"a\":{\"a\":",
    b"\r\n",
    b"\0",
    b"BEGIN:VCARD\r\n",
    b"END:VCARD",
    b"\r\n ",
    b"=\r\n",
    b";ENCODING=QUOTED-PRINTABLE:=C3=",
    b"=1+1",
    b"\"\"",
    b";",
    b"First Name,",
    b"Name\n",
    b"\xff\xfe",
];

/// A text damaged in a few places.
fn damaged(text: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut text = text.to_vec();
    for _ in 0..=chance.below(4) {
        let (from, to) = (chance.below(text.len() + 1), chance.below(text.len() + 1));
        let (from, to) = (from.min(to), from.max(to));
        match chance.below(7) {
            0 if !text.is_empty() => {
                let at = chance.below(text.len());
                text[at] ^= 1 << chance.below(8);
            }
            1 => text.truncate(to),
            2 => drop(text.drain(from..to)),
            3 => {
                let piece = chance.one(PIECES);
                text.splice(from..from, piece.iter().copied());
            }
            4 => {
                let piece: Vec<u8> = text[from..to].iter().copied().take(2_000).collect();
                text.splice(from..from, piece);
            }
            5 => {
                let piece = chance.one(PIECES).repeat(chance.below(300));
                text.splice(from..to, piece);
            }
            _ => {
                let piece = chance.one(PIECES);
                text.splice(from..to, piece.iter().copied());
            }
        }
    }
    text
}

/// What lies in a store after a text of it was damaged: what is no UTF-8 lies there as halves of characters.
fn damaged_raw(text: &[u8], chance: &mut Chance) -> Raw {
    match String::from_utf8(damaged(text, chance)) {
        Ok(text) => Raw::Text(text),
        Err(error) => Raw::Units(error.as_bytes().iter().map(|byte| u16::from(*byte) | 0xd800).collect()),
    }
}

/// A text of nothing but pieces.
fn made_up(chance: &mut Chance) -> Vec<u8> {
    (0..chance.below(60)).flat_map(|_| chance.one(PIECES).to_vec()).collect()
}

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|it| it.parse().ok()).unwrap_or(otherwise)
}

#[test]
fn no_text_breaks_a_reader() {
    let file = include_bytes!("fixtures/backup-1.json");
    let held: Vec<Held> = backup::read(file).unwrap().held;
    let entries: Vec<String> = held.iter().map(entry_json::write).collect();
    let sealed: Vec<(String, String)> = held.iter().map(|it| (it.id().to_string(), stored::seal(it))).collect();
    let here = Namespace::new("/", Which::Mine);
    let (shelf, journal) = both_stores(&held);
    let preferences = serde_json::to_string(&Preferences::default()).unwrap();
    let rescue = rescue_file(&here, &sealed);
    assert!(rescue::read(rescue.as_bytes(), &here).is_some());
    let (texts, first) = (number("MENTORBOOK_FUZZ", 30_000), number("MENTORBOOK_SEED", 1));
    let mut longest = Duration::ZERO;
    let (mut read, mut refused) = (0u64, 0u64);
    for seed in first..first + texts {
        let mut chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let began = Instant::now();
        let which = chance.below(21);
        let taken = match which {
            0 => backup::read(&damaged(file, &mut chance)).is_ok(),
            1 => backup::read(&made_up(&mut chance)).is_ok(),
            9 => open_damaged(&shelf, &journal, &held, &mut chance),
            10 => {
                let text = String::from_utf8_lossy(&damaged(preferences.as_bytes(), &mut chance)).into_owned();
                serde_json::from_str::<Preferences>(&text).is_ok()
            }
            11 => reads_cards(CARDS, &mut chance, seed),
            12 => cards::read(&made_up(&mut chance)).is_ok(),
            13 | 14 => reads_people(CONNECTIONS, &mut chance, seed),
            15 => reads_people(ADDRESS_BOOK, &mut chance, seed),
            16 => people_in::read(&made_up(&mut chance)).is_ok(),
            17 | 18 => reads_share(&mut chance, seed),
            19 => reply::read(&damaged(REPLY, &mut chance)).is_ok_and(|reply| fits_somehow(&reply)),
            20 => recognise::open(&made_up(&mut chance)).is_ok(),
            8 => rescue::read(&damaged(rescue.as_bytes(), &mut chance), &here).is_some(),
            2..=4 => {
                let entry = &entries[chance.below(entries.len())];
                let text = damaged(entry.as_bytes(), &mut chance);
                match entry_json::read(&String::from_utf8_lossy(&text)) {
                    // What is taken is taken whole: written and read again it is the same.
                    Ok(held) => {
                        assert_eq!(entry_json::read(&entry_json::write(&held)), Ok(held), "seed {seed}");
                        true
                    }
                    Err(_) => false,
                }
            }
            _ => {
                let (id, text) = &sealed[chance.below(sealed.len())];
                let raw = damaged_raw(text.as_bytes(), &mut chance);
                let opened = stored::open(&raw, id);
                let whole = held.iter().find(|it| it.id().to_string() == *id).unwrap();
                assert!(opened.as_ref().is_err() || opened.as_ref() == Ok(whole), "seed {seed}: a wrong value");
                opened.is_ok()
            }
        };
        *(if taken { &mut read } else { &mut refused }) += 1;
        let took = began.elapsed();
        assert!(took < PATIENCE, "seed {seed} took {took:?}");
        longest = longest.max(took);
    }
    println!("{texts} texts from seed {first}: {read} read, {refused} refused, the longest took {longest:?}");
    assert!(read > 0 && refused > 0);
    if let Some(most) = most_memory() {
        println!("most memory in use: {} MB", most / 1024);
        assert!(most < 512 * 1024, "{most} kB");
    }
}

/// A directory of three cards, a table of people, an address book.
const CARDS: &[u8] = include_bytes!("fixtures/directory-1.json");
const CONNECTIONS: &[u8] = include_bytes!("fixtures/Connections.csv");
const ADDRESS_BOOK: &[u8] = include_bytes!("fixtures/people.vcf");

/// Whether cards are read from what is left of a text. What is read reads back as it was.
fn reads_cards(text: &[u8], chance: &mut Chance, seed: u64) -> bool {
    let Ok(read) = cards::read(&damaged(text, chance)) else { return false };
    if let Some(name) = &read.directory {
        let again = cards::read(cards::write_directory(name, &read.cards).as_bytes());
        assert_eq!(again.as_ref(), Ok(&read), "seed {seed}");
    }
    true
}

/// What somebody shared, and what somebody answered.
const SHARE: &[u8] = include_bytes!("fixtures/share-1.json");
const REPLY: &[u8] = include_bytes!("fixtures/reply-1.json");

/// Whether a share is read from what is left of a text. What is read is a whole notebook, and shared again the same.
fn reads_share(chance: &mut Chance, seed: u64) -> bool {
    let Ok(read) = share::read(&damaged(SHARE, chance)) else { return false };
    let again = share::write(&read.notebook(), read.id, &read.share, "");
    let again = share::read(again.as_bytes()).unwrap();
    assert_eq!(again.share.given, read.share.given, "seed {seed}");
    true
}

/// Whatever a reply says, what of it fits can be told, and taken.
fn fits_somehow(reply: &reply::Reply) -> bool {
    let notebook = share::read(SHARE).unwrap().notebook();
    if let Some(standing) = answered(&notebook, reply, Day::MIN) {
        let change = take(&notebook, &standing.points, String::new(), standing.shared, &mut || 7);
        notebook.clone().apply(&change, &mut Clock::new(DeviceId::new(2)), 2).unwrap();
    }
    true
}

/// Whether people are read from what is left of a text: never more than it has lines.
fn reads_people(text: &[u8], chance: &mut Chance, seed: u64) -> bool {
    let text = damaged(text, chance);
    let Ok(people) = people_in::read(&text) else { return false };
    let lines = 1 + text.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count();
    assert!(people.found.len() + people.nameless.len() <= lines, "seed {seed}");
    let here = people_in::bringing::newcomers(&mentorbook::domain::Notebook::default(), &people.found);
    assert!(here.len() <= people.found.len(), "seed {seed}");
    true
}

/// A notebook of a few entries in both stores, with a change to take back and an earlier day.
fn both_stores(held: &[Held]) -> (MemoryShelf, MemoryJournal) {
    let (shelf, journal) = (MemoryShelf::default(), MemoryJournal::default());
    let tab = Tab::open(shelf.clone(), journal.clone(), 1);
    block_on(tab.keeper.stock(&held[..held.len().min(6)]));
    let again = Tab::open(shelf.clone(), journal.clone(), 2);
    block_on(again.keeper.keep_snapshot(&again.notebook, &Header::default(), NOW.at, NOW.day, Why::Day)).unwrap();
    (shelf, journal)
}

/// Opens a notebook of which everything else was damaged: the marks, what the journal remembers, one of the texts.
/// What is there afterwards is what was there before, or less.
fn open_damaged(shelf: &MemoryShelf, journal: &MemoryJournal, held: &[Held], chance: &mut Chance) -> bool {
    let (shelf, journal) = (shelf.copy(), journal.copy());
    for (mark, whole) in [("on-shelf", "1".to_owned()), ("unsettled", format!("{} {}", held[0].id(), held[1].id()))] {
        shelf.put_raw(&namespace().one(mark), damaged_raw(whole.as_bytes(), chance));
    }
    let (id, text) = (held[2].id().to_string(), stored::seal(&held[2]));
    journal.put_raw(&id, 1, damaged_raw(text.as_bytes(), chance));
    let mut tab = Tab::open(shelf, journal.clone(), 3);
    for entry in held {
        let found = tab.notebook.held(entry.id());
        assert!(found.is_none() || found.as_ref() == Some(entry), "a wrong value");
    }
    let removal = tab.notebook.removal(held[3].id());
    tab.make(&mentorbook::domain::Change { label: "Removed".into(), ops: removal });
    let before = format!("[{{\"id\":\"{}\",\"entry\":{}}}]", held[3].id(), entry_json::write(&held[3]));
    journal.put_before(&String::from_utf8_lossy(&damaged(before.as_bytes(), chance)));
    let day = block_on(tab.keeper.snapshots()).unwrap()[0].number;
    if let Some(Raw::Text(text)) = block_on(tab.keeper.snapshot_text(day)) {
        journal.put_snapshot(day, damaged_raw(text.as_bytes(), chance));
    }
    block_on(tab.keeper.look_through()).unwrap();
    tab.keeper.asides().is_empty()
}

/// What the page of `rescue.js` saves of these entries, in both stores.
fn rescue_file(here: &Namespace, sealed: &[(String, String)]) -> String {
    let local: Map<String, Value> =
        sealed.iter().map(|(id, text)| (here.entry(id.parse().unwrap()), text.clone().into())).collect();
    let lines: Vec<_> = sealed.iter().map(|(id, text)| json!({ "key": id, "value": { "text": text } })).collect();
    let file = json!({
        "format": "mentorbook-rescue", "saved": "2026-11-26", "localStorage": local,
        "indexedDB": { here.name(): { "entries": lines } },
    });
    file.to_string()
}

/// The most memory this process ever used, in kB, where the system tells.
fn most_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
