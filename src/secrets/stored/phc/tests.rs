use ::pbkdf2::Pbkdf2;
use ::pbkdf2::password_hash::PasswordVerifier;
use ::pbkdf2::password_hash::phc::PasswordHash;
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;

use super::*;
use crate::entropy::script::Script;

const PASSWORD: &[u8] = b"correct horse battery staple";

fn bytes<const N: usize>(seed: usize) -> [u8; N] {
    core::array::from_fn(|i| ((i + seed) * 167 + 13 * seed) as u8)
}

fn hashed(salt: &[u8], password: &[u8], iterations: u32) -> String {
    let mut text = vec![0; MAX_LEN];
    assert_eq!(hash(&mut Script::new(salt), &mut text, password, iterations), Ok(()));
    let end = text.iter().position(|&byte| byte == 0).unwrap_or(text.len());
    assert!(text[end..].iter().all(|&byte| byte == 0));
    text.truncate(end);
    String::from_utf8(text).unwrap()
}

/// A string that costs its reader little.
fn cheap(password: &[u8], seed: usize, iterations: u32) -> String {
    let (salt, mut hash) = (bytes::<SALT_LEN>(seed), [0; HASH_LEN]);
    ::pbkdf2::pbkdf2_hmac::<sha2::Sha256>(password, &salt, iterations, &mut hash);
    let [salt, hash] = [&salt[..], &hash].map(|bytes| STANDARD_NO_PAD.encode(bytes));
    format!("$pbkdf2-sha256$i={iterations}${salt}${hash}")
}

#[test]
fn the_vectors_of_the_document_are_made() {
    let document = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/password-hash.md"));
    let counting: Vec<u8> = (0..16).collect();
    let strings = [hashed(&counting, PASSWORD, 600_000), hashed(&[0xFB; 16], b"\xFF", 100_000)];
    for string in strings {
        assert!(document.lines().any(|line| line.trim() == string), "{string}");
        assert_eq!(matches(string.as_bytes(), PASSWORD), string.contains("i=600000"));
    }
}

#[test]
fn rustcrypto_accepts_what_is_stored_and_no_other_password() {
    for seed in 0..4 {
        let stored = hashed(&bytes::<SALT_LEN>(seed), PASSWORD, MIN_ITERATIONS);
        let parsed = PasswordHash::new(&stored).unwrap();
        assert_eq!(parsed.params.get_decimal("i"), Some(MIN_ITERATIONS));
        assert!(Pbkdf2::SHA256.verify_password(PASSWORD, &parsed).is_ok());
        assert!(Pbkdf2::SHA256.verify_password(b"Correct horse battery staple", &parsed).is_err());
    }
}

#[test]
fn what_another_implementation_made_is_taken() {
    // RustCrypto takes none of fewer iterations.
    for seed in 0..30 {
        let password = &bytes::<100>(seed)[..1 + 3 * seed];
        let iterations = 1000 + seed as u32 % 3;
        let stored = cheap(password, seed, iterations);
        let parsed = PasswordHash::new(&stored).unwrap();
        assert!(Pbkdf2::SHA256.verify_password(password, &parsed).is_ok());
        assert!(matches(stored.as_bytes(), password));
        assert_eq!(iterations_of(stored.as_bytes()), Ok(iterations));
        let mut other = password.to_vec();
        other[seed % password.len()] ^= 1 << (seed % 8);
        assert!(!matches(stored.as_bytes(), &other));
        assert!(!matches(stored.as_bytes(), &password[1..]) && !matches(stored.as_bytes(), b""));
    }
}

#[test]
fn no_string_is_of_an_empty_password() {
    assert!(!matches(cheap(b"", 1, 1).as_bytes(), b""));
    assert!(matches(cheap(b"\0", 1, 1).as_bytes(), b"\0"));
}

/// All that is read of a string, as a reader of docs/password-hash.md would.
fn oracle(text: &[u8]) -> Option<(u32, Vec<u8>, Vec<u8>)> {
    let text = core::str::from_utf8(text).ok()?;
    let fields: Vec<&str> = text.split('$').collect();
    let ["", "pbkdf2-sha256", iterations, salt, hash] = fields[..] else {
        return None;
    };
    let number: u32 = iterations.strip_prefix("i=")?.parse().ok()?;
    if iterations != format!("i={number}") || number == 0 {
        return None;
    }
    let [salt, hash] = [salt, hash].map(|field| STANDARD_NO_PAD.decode(field));
    let (salt, hash) = (salt.ok()?, hash.ok()?);
    (salt.len() == SALT_LEN && hash.len() == HASH_LEN).then_some((number, salt, hash))
}

fn judged(text: &[u8]) -> Option<(u32, Vec<u8>, Vec<u8>)> {
    let mut hash = [0; HASH_LEN];
    let (iterations, salt) = read(&mut hash, text).ok()?;
    Some((iterations, salt.to_vec(), hash.to_vec()))
}

#[test]
fn every_character_at_every_place_is_judged_as_by_another_reader() {
    let mut read = 0;
    for seed in 0..3 {
        let stored = cheap(b"password", seed, [1, 30, 100_000][seed]).into_bytes();
        for place in 0..stored.len() {
            for character in 0..=u8::MAX {
                let mut text = stored.clone();
                text[place] = character;
                let expected = oracle(&text);
                read += usize::from(expected.is_some());
                assert_eq!(judged(&text), expected, "{character} at {place}");
            }
            for text in [&stored[..place], &stored[place..], &[&stored[..place], &stored].concat()]
            {
                assert_eq!(judged(text), oracle(text));
            }
        }
    }
    assert!(read > 3 * 65 * 60);
}

#[test]
fn iterations_are_decimal_and_fit_32_bits() {
    let with = |iterations: &str| {
        let (salt, hash) =
            (STANDARD_NO_PAD.encode([1; SALT_LEN]), STANDARD_NO_PAD.encode([2; HASH_LEN]));
        format!("$pbkdf2-sha256$i={iterations}${salt}${hash}")
    };
    for number in [1, 9, 10, 99_999, 10_000_000, 10_000_001, 4_294_967_294, u32::MAX] {
        assert_eq!(iterations_of(with(&number.to_string()).as_bytes()), Ok(number));
    }
    let wrong = [
        "",
        "0",
        "00",
        "01",
        "+1",
        "-1",
        " 1",
        "1 ",
        "0x1",
        "1e5",
        "4294967296",
        "9999999999",
        "99999999999",
        "18446744073709551617",
        "1,l=32",
        "1$",
        "$1",
        "1.0",
        "\u{661}",
    ];
    for wrong in wrong {
        assert_eq!(iterations_of(with(wrong).as_bytes()), Err(Error::Malformed), "{wrong:?}");
    }
    // Read, but never computed.
    for number in [MAX_ITERATIONS + 1, u32::MAX] {
        assert!(!matches(with(&number.to_string()).as_bytes(), b"password"));
    }
}

#[test]
fn the_longest_string_fits() {
    for iterations in [1, 10, 999_999, MAX_ITERATIONS, u32::MAX] {
        let mut text = vec![0; MAX_READ_LEN];
        assert_eq!(write(&mut text, iterations, &[0xFB; SALT_LEN], &[0xFF; HASH_LEN]), Ok(()));
        let expected = format!(
            "$pbkdf2-sha256$i={iterations}${}${}",
            STANDARD_NO_PAD.encode([0xFB; SALT_LEN]),
            STANDARD_NO_PAD.encode([0xFF; HASH_LEN])
        );
        assert!(
            text.starts_with(expected.as_bytes()) && text[expected.len()..].iter().all(|&b| b == 0)
        );
        assert!(
            expected.len() <= if iterations <= MAX_ITERATIONS { MAX_LEN } else { MAX_READ_LEN }
        );
    }
    assert_eq!((MAX_LEN, MAX_READ_LEN), (92, 94));
}

#[test]
fn a_salt_is_drawn_once_and_only_for_a_good_call() {
    let mut text = [0; MAX_LEN];
    let mut source = Script::failing_at(&[0; 64], 1);
    assert_eq!(hash(&mut source, &mut text, b"", 1), Err(Error::InvalidArgument));
    assert_eq!(hash(&mut source, &mut text, b"p", 99_999), Err(Error::Weak));
    assert_eq!(source.calls(), 0);
    assert_eq!(hash(&mut source, &mut text, b"p", 100_000), Err(Error::EntropyUnavailable));
    assert_eq!(text, [0; MAX_LEN]);
    assert_eq!(hash(&mut source, &mut text, b"p", 100_000), Ok(()));
    assert_eq!((source.calls(), source.left()), (2, 48));
    assert_eq!(iterations(0), Ok(USUAL_ITERATIONS));
    assert_eq!(iterations(MAX_ITERATIONS), Ok(MAX_ITERATIONS));
    assert_eq!(iterations(MAX_ITERATIONS + 1), Err(Error::TooLarge));
    assert_eq!(iterations(u32::MAX), Err(Error::TooLarge));
}
