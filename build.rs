//! Makes the table by which search takes letters and their accents apart, and leaves in the app's wasm what the
//! step that cuts it in two needs: see `script/split.mjs`.

use std::{env, error::Error, fs, path::Path};

use unicode_normalization::char::decompose_canonical;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    // Clones share what was built (`script/env`), and Cargo tells their files apart by their age alone.
    println!("cargo:rerun-if-env-changed=MENTORBOOK_CHECKOUT");
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo:rustc-link-arg-bin=mentorbook=--emit-relocs");
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("decompositions.bin"), decompositions())?;
    Ok(())
}

/// Every character that Unicode takes apart, but for the Korean syllables, which follow a rule: first the distance
/// of each from the one before it (LEB128), ended by a zero, then what each is taken apart into, each ended by a
/// zero. So it packs to a third of the library's own tables.
fn decompositions() -> Vec<u8> {
    let (mut distances, mut texts, mut before) = (Vec::new(), Vec::new(), 0);
    for c in ('\0'..=char::MAX).filter(|c| !('\u{AC00}'..='\u{D7A3}').contains(c)) {
        let mut text = String::new();
        decompose_canonical(c, |c| text.push(c));
        if text.chars().eq([c]) {
            continue;
        }
        let mut distance = u32::from(c) - before;
        before = u32::from(c);
        while distance >= 0x80 {
            distances.push(distance.to_le_bytes()[0] | 0x80);
            distance >>= 7;
        }
        distances.push(distance.to_le_bytes()[0]);
        texts.extend(text.bytes().chain([0]));
    }
    [distances, vec![0], texts].concat()
}
