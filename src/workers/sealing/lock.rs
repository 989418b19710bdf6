//! Sealing and opening.

use std::{
    io::{self, Read, Write},
    iter,
};

use age::{
    DecryptError, Decryptor, Encryptor,
    armor::{ArmoredReader, ArmoredWriter, Format},
    scrypt::{Identity, Recipient},
    secrecy::SecretString,
};

use crate::sealed::Unopened;

/// How much work it is to try one passphrase on what is sealed here, as a power of two: `scrypt` with N = 2¹⁷ and r = 8
/// takes 128 MiB and about half a second, which a phone can still do.
pub const FACTOR: u8 = 17;

/// The most work that is done to open a file: what the program `age` asks for, with 256 MiB. A file can ask for any
/// amount, and one that asks for more wants to stop this machine.
pub const MOST_FACTOR: u8 = 18;

/// Seals bytes. The result is letters, which can be sent as a file and as a message.
///
/// # Errors
/// Only what writing to memory says.
pub fn seal(bytes: &[u8], passphrase: &str) -> io::Result<Vec<u8>> {
    seal_with(bytes, passphrase, FACTOR)
}

fn seal_with(bytes: &[u8], passphrase: &str, factor: u8) -> io::Result<Vec<u8>> {
    let mut recipient = Recipient::new(SecretString::from(meant(passphrase)));
    recipient.set_work_factor(factor);
    let encryptor = Encryptor::with_recipients(iter::once(&recipient as _)).map_err(io::Error::other)?;
    let letters = ArmoredWriter::wrap_output(Vec::new(), Format::AsciiArmor)?;
    let mut writer = encryptor.wrap_output(letters)?;
    writer.write_all(bytes)?;
    writer.finish()?.finish()
}

/// A passphrase without the spaces around it, which come with it when it is copied from a message.
fn meant(passphrase: &str) -> &str {
    passphrase.trim()
}

/// Opens what was sealed with a passphrase, here or by any other program for the format, in letters or not.
///
/// # Errors
/// An [`Unopened`]; nothing of the content comes out in part.
pub fn open(sealed: &[u8], passphrase: &str) -> Result<Vec<u8>, Unopened> {
    match open_as_typed(sealed, meant(passphrase)) {
        // Another program may have kept the spaces.
        Err(Unopened::Passphrase) if meant(passphrase) != passphrase => open_as_typed(sealed, passphrase),
        said => said,
    }
}

fn open_as_typed(sealed: &[u8], passphrase: &str) -> Result<Vec<u8>, Unopened> {
    let decryptor = Decryptor::new_buffered(plain(sealed)).map_err(|error| why(&error))?;
    if !decryptor.is_scrypt() {
        return Err(Unopened::ForAKey);
    }
    let mut identity = Identity::new(SecretString::from(passphrase));
    identity.set_max_work_factor(MOST_FACTOR);
    let mut reader = decryptor.decrypt(iter::once(&identity as _)).map_err(|error| why(&error))?;
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).map_err(|_| Unopened::Damaged)?;
    Ok(bytes)
}

/// The file without what a message may have put around it.
fn plain(sealed: &[u8]) -> ArmoredReader<io::BufReader<&[u8]>> {
    let sealed = sealed.strip_prefix("\u{feff}".as_bytes()).unwrap_or(sealed);
    let sealed = if sealed.starts_with(b"age-encryption.org/") { sealed } else { sealed.trim_ascii() };
    ArmoredReader::new(sealed)
}

fn why(error: &DecryptError) -> Unopened {
    match error {
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => Unopened::Passphrase,
        DecryptError::ExcessiveWork { required, .. } => Unopened::TooMuchWork { factor: *required },
        DecryptError::NoMatchingKeys => Unopened::ForAKey,
        DecryptError::UnknownFormat => Unopened::Newer,
        // Its head or its letters are not as they were; nothing else is left that can be wrong with a passphrase.
        _ => Unopened::Damaged,
    }
}

/// How much work a file asks for, as a power of two, as far as its head says.
pub fn factor_of(sealed: &[u8]) -> Option<u8> {
    /// The head of a file that was sealed with a passphrase is shorter.
    const HEAD: u64 = 512;
    let mut head = Vec::new();
    // What cannot be read ends the head early, and opening says so.
    let _ = plain(sealed).take(HEAD).read_to_end(&mut head);
    let head = String::from_utf8_lossy(&head);
    let line = head.lines().find_map(|line| line.strip_prefix("-> scrypt "))?;
    line.split(' ').nth(1)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Quick to try, since this is about what comes out.
    fn sealed(text: &str, passphrase: &str) -> Vec<u8> {
        seal_with(text.as_bytes(), passphrase, 2).unwrap()
    }

    /// The same file in bytes.
    fn in_bytes(sealed: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        plain(sealed).read_to_end(&mut bytes).unwrap();
        bytes
    }

    fn in_letters(bytes: &[u8]) -> Vec<u8> {
        let mut letters = ArmoredWriter::wrap_output(Vec::new(), Format::AsciiArmor).unwrap();
        letters.write_all(bytes).unwrap();
        letters.finish().unwrap()
    }

    /// The same file asking for another amount of work.
    fn asking(sealed: &[u8], factor: &str) -> Vec<u8> {
        let bytes = in_bytes(sealed);
        let head = bytes.split(|byte| *byte == b'\n').nth(1).unwrap();
        let line = String::from_utf8(head.to_vec()).unwrap();
        let (before, _) = line.rsplit_once(' ').unwrap();
        let at = bytes.windows(head.len()).position(|it| it == head).unwrap();
        [bytes.get(..at).unwrap(), format!("{before} {factor}").as_bytes(), bytes.get(at + head.len()..).unwrap()]
            .concat()
    }

    #[test]
    fn what_is_sealed_here_asks_for_the_work_that_the_docs_name() {
        let sealed = seal(b"{}", "correct horse").unwrap();
        assert_eq!(factor_of(&sealed), Some(FACTOR));
        assert!(sealed.starts_with(b"-----BEGIN AGE ENCRYPTED FILE-----\n"));
        assert_eq!(open(&sealed, "correct horse"), Ok(b"{}".to_vec()));
    }

    #[test]
    fn spaces_around_a_passphrase_are_not_part_of_it_unless_another_program_thought_so() {
        let ours = sealed("x", " correct horse\n");
        assert_eq!(open(&ours, "correct horse"), Ok(b"x".to_vec()));
        assert_eq!(open(&ours, "\tcorrect horse "), Ok(b"x".to_vec()));
        let mut recipient = Recipient::new(SecretString::from(" correct horse"));
        recipient.set_work_factor(2);
        let theirs = age::encrypt(&recipient, b"x").unwrap();
        assert_eq!(open(&theirs, " correct horse"), Ok(b"x".to_vec()));
        assert_eq!(open(&theirs, "correct horse"), Err(Unopened::Passphrase));
    }

    #[test]
    fn it_is_said_why_a_file_does_not_open() {
        let ours = sealed("a text", "correct horse");
        assert_eq!(open(&ours, "wrong horse"), Err(Unopened::Passphrase));
        assert_eq!(open(&ours, ""), Err(Unopened::Passphrase));
        let mut cut = in_bytes(&ours);
        cut.truncate(cut.len() - 1);
        assert_eq!(open(&cut, "correct horse"), Err(Unopened::Damaged));
        assert_eq!(open(&in_letters(&cut), "correct horse"), Err(Unopened::Damaged));
        assert_eq!(open(ours.get(..ours.len() / 2).unwrap(), "correct horse"), Err(Unopened::Damaged));
        let newer = [b"age-encryption.org/v9\n".as_slice(), in_bytes(&ours).get(22..).unwrap()].concat();
        assert_eq!(open(&newer, "correct horse"), Err(Unopened::Newer));
        let key = age::x25519::Identity::generate().to_public();
        assert_eq!(open(&age::encrypt(&key, b"x").unwrap(), "correct horse"), Err(Unopened::ForAKey));
    }

    #[test]
    fn more_work_than_an_honest_file_asks_for_is_refused_before_it_is_done() {
        let ours = sealed("x", "correct horse");
        for factor in [19, 22, 30, 63] {
            let hungry = asking(&ours, &factor.to_string());
            assert_eq!(factor_of(&hungry), Some(factor));
            assert_eq!(open(&hungry, "correct horse"), Err(Unopened::TooMuchWork { factor }));
        }
        for strange in ["0", "64", "255", "256", "999999999999", "-1", "018", "x"] {
            assert!(open(&asking(&ours, strange), "correct horse").is_err(), "{strange}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn what_was_sealed_opens_as_it_was(text in ".{0,200}", passphrase in ".{1,20}") {
            let ours = sealed(&text, &passphrase);
            prop_assert_eq!(open(&ours, &passphrase), Ok(text.clone().into_bytes()));
            prop_assert_eq!(open(&in_bytes(&ours), &passphrase), Ok(text.into_bytes()));
        }

        #[test]
        fn what_was_damaged_does_not_open(at in 0.0..1.0, by in 1u8..) {
            let mut bytes = in_bytes(&sealed("A text that is long enough to be damaged.", "correct horse"));
            #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in it")]
            let at = (bytes.len() as f64 * at) as usize;
            *bytes.get_mut(at).unwrap() ^= by;
            prop_assert!(open(&bytes, "correct horse").is_err());
        }

        #[test]
        fn what_was_never_sealed_does_not_open(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let head = b"age-encryption.org/v1\n-> scrypt ";
            for start in [&b""[..], head, b"-----BEGIN AGE ENCRYPTED FILE-----\n"] {
                prop_assert!(open(&[start, &bytes].concat(), "correct horse").is_err());
            }
        }
    }
}
