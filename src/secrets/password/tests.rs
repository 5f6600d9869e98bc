use std::collections::BTreeMap;

use super::policy::{NO_LOWER, NO_SYMBOLS, NO_UPPER};
use super::*;
use crate::entropy::script::{Script, Stuck};

/// Two lower-case letters, two upper-case ones and so on are what a toy password is made of.
fn toy(sizes: [usize; 4], minima: [u32; 4], nchars: usize) -> Classes {
    let sets: [&[u8]; 4] = [b"ab", b"AB", b"01", b"+-"];
    let mut sizes = sizes.into_iter();
    let sets = sets.map(|set| &set[..sizes.next().unwrap()]);
    Classes::build(sets, minima, nchars, |_| true).unwrap()
}

/// Every script of `N` bytes below these bounds.
fn scripts<const N: usize>(bounds: [u32; N]) -> impl Iterator<Item = [u8; N]> {
    (0..bounds.iter().product()).map(move |mut number| {
        bounds.map(|bound| {
            let byte = (number % bound) as u8;
            number /= bound;
            byte
        })
    })
}

#[test]
fn every_password_of_a_toy_policy_has_equally_many_scripts() {
    let policies = [
        ([1, 1, 1, 0], [1, 0, 0, 0]),
        ([2, 1, 0, 0], [0, 0, 0, 0]),
        ([1, 1, 0, 1], [1, 0, 0, 1]),
        ([0, 0, 2, 0], [0, 0, 2, 0]),
        ([0, 2, 0, 1], [0, 1, 0, 0]),
    ];
    for (sizes, minima) in policies {
        let allowed = toy(sizes, minima, 2);
        let meets = |text: &[u8]| {
            let held = |is: fn(&u8) -> bool| text.iter().filter(|&character| is(character)).count();
            held(u8::is_ascii_lowercase) >= minima[0] as usize
                && held(u8::is_ascii_uppercase) >= minima[1] as usize
                && held(u8::is_ascii_digit) >= minima[2] as usize
                && held(u8::is_ascii_punctuation) >= minima[3] as usize
        };
        let pairs = allowed
            .characters()
            .unwrap()
            .iter()
            .flat_map(|&a| allowed.characters().unwrap().iter().map(move |&b| [a, b]));
        let expected: Vec<_> = pairs.filter(|pair| meets(pair)).collect();
        let mut seen = BTreeMap::new();
        for script in scripts([expected.len() as u32, 256, 256]) {
            let mut text = [0; 2];
            // Where a word is unfair, the script ends before the password does.
            if fill_by_rank::<u8>(&mut Script::new(&script), &mut text, &allowed) == Ok(()) {
                *seen.entry(text).or_insert(0) += 1;
            }
        }
        let times = seen.values().next().copied();
        assert!(seen.values().all(|&each| Some(each) == times), "{seen:?}");
        assert_eq!(
            seen.into_keys().collect::<std::collections::BTreeSet<_>>(),
            expected.into_iter().collect()
        );
    }
}

#[test]
fn every_order_and_every_character_has_equally_many_words() {
    // Of three places the first has every word, the others those at a distance of eight: a bound of
    // up to 8 takes them for the same shares.
    let allowed = toy([2, 1, 0, 1], [0; 4], 3);
    for counts in [[3, 0, 0, 0], [2, 1, 0, 0], [1, 1, 0, 1], [0, 1, 0, 2], [2, 0, 0, 1]] {
        let mut seen = BTreeMap::new();
        for script in scripts([256, 32, 32]) {
            let script = [script[0], script[1] * 8 + 7, script[2] * 8 + 7];
            let mut text = [0; 3];
            let counts = Scratch::from(&counts);
            let mut source = Script::new(&script);
            if place_all::<u8>(&mut source, &mut text, &allowed.classes, counts) == Ok(()) {
                *seen.entry(text).or_insert(0) += 1;
            }
        }
        let orders = counts.iter().fold(6, |all, &n| all / (1..=n).product::<usize>());
        assert_eq!(seen.len(), orders << counts[0], "{counts:?}");
        let times = seen.values().next().copied();
        assert!(seen.values().all(|&each| Some(each) == times), "{seen:?}");
    }
}

/// Bytes of an xorshift generator.
fn noise(seed: u64, nbytes: usize) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    (0..nbytes)
        .map(|_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 32) as u8
        })
        .collect()
}

#[test]
fn every_password_meets_its_policy() {
    let policies = [
        (8, [1; 4], 0),
        (8, [2; 4], 16),
        (128, [0, 0, 120, 0], 0),
        (128, [32; 4], 0),
        (8, [0, 0, 6, 0], 8),
        (20, [0, 0, 20, 0], 0),
        (64, [0, 3, 0, 9], 1),
    ];
    for ((nchars, minima, flags), seed) in policies.into_iter().zip(1..) {
        let policy = Policy { minima, flags, exclude: b"xyz", ..Policy::default() };
        for round in 0..50 {
            let mut text = vec![0; nchars];
            let random = noise(seed * 1000 + round, 1 << 14);
            assert_eq!(draw(&mut Script::new(&random), &mut text, &policy), Ok(()));
            let allowed = Classes::new(&policy, nchars).unwrap();
            assert!(text.iter().all(|character| allowed.characters().unwrap().contains(character)));
            let held = [
                u8::is_ascii_lowercase,
                u8::is_ascii_uppercase,
                u8::is_ascii_digit,
                u8::is_ascii_punctuation,
            ]
            .map(|is| text.iter().filter(|&character| is(character)).count() as u32);
            assert!(held.iter().zip(minima).all(|(&held, minimum)| held >= minimum), "{held:?}");
        }
    }
}

#[test]
fn the_only_password_is_drawn_and_has_no_bits() {
    let policy = Policy {
        minima: [0; 4],
        flags: NO_LOWER | NO_UPPER | NO_SYMBOLS,
        exclude: b"012345678",
        ..Policy::default()
    };
    let mut text = [0; 9];
    assert_eq!(draw(&mut Script::new(&[255; 100]), &mut text, &policy), Ok(()));
    assert_eq!((&text, bits(9, &policy)), (b"999999999", Ok(0.0)));
}

#[test]
fn bits_are_those_of_known_policies() {
    let close = |bits: Result<f64, Error>, expected: f64| (bits.unwrap() - expected).abs() < 1e-9;
    assert!(close(bits(12, &Policy::default()), 77.050_177_444_905));
    assert!(close(bits(16, &Policy::default()), 103.107_016_737_539));
    let digits = Policy { minima: [0, 0, 6, 0], flags: NO_SYMBOLS, ..Policy::default() };
    assert!(close(bits(8, &digits), 36.218_775_917_224));
    assert_eq!(bits(7, &digits), Err(Error::Weak));
}

#[test]
fn a_source_that_fails_or_is_stuck_gives_no_password() {
    let random = noise(7, 4096);
    let allowed = Classes::new(&Policy::default(), 12).unwrap();
    for k in 1..=2 {
        let mut source = Script::failing_at(&random, k);
        let drawn = fill_by_rank::<u64>(&mut source, &mut [0; 12], &allowed);
        assert_eq!((drawn, source.calls()), (Err(Error::EntropyUnavailable), k));
    }
    let mut source = Script::failing_at(&random, 1);
    let drawn = draw(&mut source, &mut [0; 12], &Policy::default());
    assert_eq!((drawn, source.calls()), (Err(Error::EntropyUnavailable), 1));
    // A rank of ones is above every count, words of zeros stand for no character.
    for byte in [0, 255] {
        let drawn = fill_by_rank::<u64>(&mut Stuck(byte), &mut [0; 12], &allowed);
        assert_eq!(drawn, Err(Error::EntropyBroken), "{byte}");
    }
    assert_eq!(draw(&mut Stuck(0), &mut [0; 12], &Policy::default()), Err(Error::EntropyBroken));
}

#[test]
fn exactly_the_texts_that_meet_a_policy_are_kept() {
    for (sizes, minima) in [([2, 1, 0, 1], [1, 0, 0, 1]), ([1, 2, 2, 1], [0, 1, 1, 1])] {
        let allowed = toy(sizes, minima, 3);
        let size = u32::from(allowed.size().unwrap());
        for digits in scripts([size; 3]) {
            let mut text = digits;
            encode(&mut text, allowed.characters().unwrap()).unwrap();
            let held = [
                u8::is_ascii_lowercase,
                u8::is_ascii_uppercase,
                u8::is_ascii_digit,
                u8::is_ascii_punctuation,
            ]
            .map(|is| text.iter().filter(|&character| is(character)).count() as u32);
            let expected = held.iter().zip(minima).all(|(&held, minimum)| held >= minimum);
            assert_eq!(meets(&digits, &allowed.classes), expected, "{text:?}");
        }
    }
}

#[test]
fn a_text_that_does_not_meet_the_policy_is_thrown_away() {
    let size = Classes::new(&Policy::default(), 8).unwrap().size().unwrap();
    // The word 0 is rejected; for each digit there is one that is accepted.
    let word = |digit: u8| {
        let stands_for = |&word: &u8| Bound::new(size).value(word) == (digit, true);
        (0..=u8::MAX).find(stands_for).unwrap()
    };
    let drawn = (8 * 256_usize).div_ceil(256 - usize::from(size.threshold()));
    let drawn = drawn + drawn / 16 + 1;
    let mut script = vec![0; 2 * drawn];
    script[..8].fill(word(0));
    script[drawn..][..8].copy_from_slice(&[0, 30, 55, 70, 1, 2, 3, 4].map(word));
    let (mut text, mut source) = ([0; 8], Script::new(&script));
    assert_eq!(draw(&mut source, &mut text, &Policy::default()), Ok(()));
    assert_eq!((&text, source.calls()), (b"aE3(bcde", 2));
}

#[test]
fn a_policy_that_few_texts_meet_is_not_tried() {
    let allowed = |minima, nchars| {
        Classes::new(&Policy { minima, ..Policy::default() }, nchars).unwrap().classes
    };
    assert!(is_common(&allowed([1; 4], 8), 8) && is_common(&allowed([1; 4], 128), 128));
    assert!(!is_common(&allowed([0, 0, 6, 0], 8), 8));
    assert!(!is_common(&allowed([0, 0, 120, 0], 128), 128));
    assert!(!is_common(&toy([1, 0, 0, 0], [1, 0, 0, 0], 8).classes, 8));
}

#[test]
fn a_password_has_up_to_128_characters() {
    assert_eq!((length(128), length(129)), (Ok(128), Err(Error::TooLarge)));
}
