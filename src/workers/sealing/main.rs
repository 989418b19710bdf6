//! Sealing files with a passphrase, in the format of `age` (K6).
//!
//! A program of its own, since it is large, and slow on purpose: the app loads it when somebody seals or opens, and keeps
//! nothing of it.
//!
//! - [`lock`]: sealing and opening;
//! - [`proposal`]: proposing a passphrase;
//! - [`sealed`]: what is asked and answered.

// The library would bring the whole app with it: what `wasm_split` marks in it is exported, and so nothing is left out.
#[allow(dead_code, reason = "the app uses the rest")]
#[path = "../../exchange/sealed.rs"]
mod sealed;

#[allow(dead_code, reason = "the other worker uses the rest")]
#[path = "../listen.rs"]
mod listen;
mod lock;
mod proposal;

use listen::{Teller, listen};
use lock::{FACTOR, factor_of, open, seal};
use proposal::{WORDS, propose};
use sealed::{Answer, Job};

fn main() {
    listen(done);
}

fn done(teller: &Teller, job: Job, bytes: &[u8]) -> (Answer, Option<Vec<u8>>) {
    let begin = |factor: u8| teller.meanwhile(&Answer::Takes(takes(teller, factor)));
    match job {
        Job::Seal { passphrase } => {
            begin(FACTOR);
            // Writing to memory fails where there is none, and then this program ends.
            (Answer::Sealed, seal(bytes, &passphrase).ok())
        }
        Job::Open { passphrase } => {
            if let Some(factor) = factor_of(bytes) {
                begin(factor);
            }
            match open(bytes, &passphrase) {
                Ok(bytes) => (Answer::Opened, Some(bytes)),
                Err(why) => (Answer::NotOpened(why), None),
            }
        }
        Job::Propose => {
            let mut random = [0; WORDS * 2];
            let proposal = if teller.fill(&mut random) { propose(&random) } else { String::new() };
            (Answer::Proposed(proposal), None)
        }
    }
}

/// How long this much work takes on this device, in milliseconds, told by the time that a little of it takes.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a time that is too long is cut")]
fn takes(teller: &Teller, factor: u8) -> u32 {
    const LITTLE: u8 = 11;
    let started = teller.now();
    if let Ok(little) = scrypt::Params::new(LITTLE, 8, 1, 32) {
        let _ = scrypt::scrypt(&[], &[], &little, &mut [0; 32]);
    }
    ((teller.now() - started) * 2f64.powi(i32::from(factor) - i32::from(LITTLE))) as u32
}
