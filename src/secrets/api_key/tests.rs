use super::*;
use crate::entropy::script::{Script, Stuck};

const PUBLISHED: &[u8] = b"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";

fn drawn(prefix: &str) -> Vec<u8> {
    let script: Vec<u8> = (0..36_u8).map(|i| i.wrapping_mul(7).wrapping_add(9)).collect();
    let mut key = vec![0; len_with(prefix.as_bytes()).unwrap()];
    assert_eq!(draw(&mut Script::new(&script), &mut key, prefix.as_bytes()), Ok(()));
    key
}

#[test]
fn the_key_that_github_published_is_right() {
    for prefix in [Some(b"ghp".as_slice()), None] {
        assert_eq!(check(PUBLISHED, prefix), Ok(()));
    }
    for prefix in [b"gho".as_slice(), b"gh", b"ghpx", b"ghp_z"] {
        assert_eq!(check(PUBLISHED, Some(prefix)), Err(Error::Malformed));
    }
}

#[test]
fn a_drawn_key_is_its_prefix_its_characters_and_their_checksum() {
    for prefix in ["a", "ghp", "sk_live", "A9_b_77", &"x".repeat(32)] {
        let key = drawn(prefix);
        let text = std::str::from_utf8(&key).unwrap();
        assert_eq!(key.len(), prefix.len() + 37);
        let (head, body) = text.rsplit_once('_').unwrap();
        assert_eq!((head, body.len()), (prefix, 36));
        assert_eq!(check(&key, Some(prefix.as_bytes())), Ok(()));
        assert_eq!(check(&key, None), Ok(()));
    }
}

/// What each single-byte change of a key is answered with: malformed, wrong checksum, anything else.
fn changed(key: &[u8], prefix: Option<&[u8]>) -> [usize; 3] {
    let mut answers = [0; 3];
    for place in 0..key.len() {
        for byte in (0..=u8::MAX).filter(|&byte| byte != key[place]) {
            let mut key = key.to_vec();
            key[place] = byte;
            match check(&key, prefix) {
                Err(Error::Malformed) => answers[0] += 1,
                Err(Error::BadChecksum) => answers[1] += 1,
                _ => answers[2] += 1,
            }
        }
    }
    answers
}

#[test]
fn every_byte_that_is_changed_is_noticed() {
    // Of the 36 characters behind the prefix, 61 changes stay within the alphabet; and the checksum
    // finds all of those: a CRC sees every burst of up to 32 bits.
    let within = 36 * 61;
    let all = PUBLISHED.len() * 255;
    assert_eq!(changed(PUBLISHED, Some(b"ghp")), [all - within, within, 0]);
    // Where any prefix will do, another letter in it is another prefix, and so is a digit behind
    // the first; an underscore there would leave a part empty only next to another.
    let prefixes = 51 + 61 + 1 + 61;
    assert_eq!(changed(PUBLISHED, None), [all - within - prefixes, within, prefixes]);
}

#[test]
fn a_key_that_is_cut_or_longer_is_malformed() {
    for n in 0..PUBLISHED.len() {
        assert_eq!(check(&PUBLISHED[..n], None), Err(Error::Malformed), "{n}");
    }
    for n in 5..PUBLISHED.len() {
        assert_ne!(check(&PUBLISHED[n..], None), Ok(()), "from {n}");
    }
    for byte in 0..=u8::MAX {
        assert_eq!(check(&[PUBLISHED, &[byte]].concat(), None), Err(Error::Malformed));
    }
}

#[test]
fn neighbours_that_change_places_are_noticed() {
    for place in 4..PUBLISHED.len() - 1 {
        let mut key = PUBLISHED.to_vec();
        key.swap(place, place + 1);
        let expected = if key == PUBLISHED { Ok(()) } else { Err(Error::BadChecksum) };
        assert_eq!(check(&key, None), expected);
    }
}

#[test]
fn a_prefix_that_cannot_be_one_is_refused() {
    let long = "x".repeat(33);
    for prefix in ["", "_", "a_", "_a", "a__b", "9a", "a-b", "a b", "\u{e9}", "a\n", &long] {
        assert_eq!(len_with(prefix.as_bytes()), Err(Error::InvalidArgument), "{prefix:?}");
        assert_eq!(check(PUBLISHED, Some(prefix.as_bytes())), Err(Error::InvalidArgument));
        let key = [prefix.as_bytes(), &PUBLISHED[3..]].concat();
        assert_eq!(check(&key, None), Err(Error::Malformed), "{prefix:?}");
    }
}

#[test]
fn a_source_that_fails_is_reported() {
    let mut key = [0; 40];
    let failed = draw(&mut Script::new(&[]), &mut key, b"ghp");
    assert_eq!(failed, Err(Error::EntropyUnavailable));
    assert_eq!(draw(&mut Stuck(0), &mut key, b"ghp"), Err(Error::EntropyBroken));
}

#[test]
fn the_checksum_is_zlibs() {
    assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    assert_eq!(crc32(b""), 0);
}

#[test]
fn division_without_dividing_is_exact() {
    // The quotient never falls as the number grows, so its steps decide every number between them.
    for quotient in 0..=u32::MAX / 62 {
        assert_eq!(by_62(quotient * 62), (quotient, 0));
        let last = (quotient * 62).saturating_add(61);
        assert_eq!(by_62(last), (quotient, (last - quotient * 62) as u8));
    }
}

#[test]
fn numbers_are_encoded_from_the_left_and_padded() {
    for (number, text) in [(0, "000000"), (61, "00000z"), (62, "000010"), (u32::MAX, "4gfFC3")] {
        let mut digits = [0; CHECKSUM_LEN];
        encode(&mut digits, number);
        assert_eq!(digits, *text.as_bytes(), "{number}");
    }
}
