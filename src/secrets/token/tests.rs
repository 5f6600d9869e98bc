use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::*;
use crate::entropy::script::{Script, Stuck};

const BASE62: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

#[test]
fn tokens_encode_the_bytes_that_were_drawn_at_once() {
    let random: Vec<u8> = (0..=255).collect();
    for n in 1..=256 {
        let mut source = Script::new(&random);
        let mut text = vec![0; 2 * n];
        assert_eq!(hex(&mut source, &mut text), Ok(()));
        assert_eq!(text, hex::encode(&random[..n]).into_bytes());
        assert_eq!(source.calls(), 1);

        let mut source = Script::new(&random);
        let mut text = vec![0; (4 * n).div_ceil(3)];
        assert_eq!(urlsafe(&mut source, &mut text), Ok(()));
        assert_eq!(text, URL_SAFE_NO_PAD.encode(&random[..n]).into_bytes());
        assert_eq!(source.calls(), 1);
    }
}

#[test]
fn a_token_without_randomness_is_weak_and_draws_nothing() {
    let mut source = Script::new(&[]);
    assert_eq!(hex(&mut source, &mut []), Err(Error::Weak));
    assert_eq!(urlsafe(&mut source, &mut []), Err(Error::Weak));
    assert_eq!(alphabet(&mut source, &mut [], BASE62), Err(Error::Weak));
    assert_eq!(alphabet(&mut source, &mut [], b"aa"), Err(Error::InvalidArgument));
    assert_eq!(source.calls(), 0);
}

#[test]
fn every_character_has_equally_many_bytes() {
    for size in 2..=95 {
        let characters: Vec<u8> = (b' '..).take(size).collect();
        let mut seen = [0; 256];
        // The first byte decides, the others stand for the last character.
        for byte in 0..=255 {
            let mut text = [0];
            let mut script = [255; 16];
            script[0] = byte;
            assert_eq!(alphabet(&mut Script::new(&script), &mut text, &characters), Ok(()));
            seen[usize::from(text[0])] += 1;
        }
        let times = 256 / size;
        let (last, others) = characters.split_last().unwrap();
        assert!(others.iter().all(|&character| seen[usize::from(character)] == times));
        assert_eq!(seen[usize::from(*last)], times + 256 % size);
    }
}

#[test]
fn long_text_is_drawn_in_blocks_and_keeps_every_accepted_byte_in_order() {
    let random: Vec<u8> = (0..20_000_u32).map(|i| (i * i % 257) as u8).collect();
    for n in [1, 2, 63, 64, 65, 200, 256, 257, 1000] {
        let mut text = vec![0; n];
        assert_eq!(alphabet(&mut Script::new(&random), &mut text, BASE62), Ok(()));
        // Where the last block of a round is not used up, its rest is not used at all.
        assert!(text.iter().all(|character| BASE62.contains(character)));
    }
    let mut text = [0; 200];
    alphabet(&mut Script::new(&random), &mut text, BASE62).unwrap();
    let drawn = random.iter().map(|&byte| Bound::new(62).value(byte));
    let accepted = drawn.filter(|&(_, accepted)| accepted);
    let expected = accepted.map(|(digit, _)| BASE62[usize::from(digit)]);
    assert!(text.iter().copied().eq(expected.take(200)));
}

#[test]
fn an_alphabet_has_2_to_95_different_printable_characters() {
    let printable: Vec<u8> = (b' '..=b'~').collect();
    let mut text = [0; 4];
    for size in 2..=95 {
        assert_eq!(alphabet(&mut Stuck(255), &mut text, &printable[..size]), Ok(()));
        assert_eq!(text, [printable[size - 1]; 4]);
    }
    let long = [&printable[..], b"!"].concat();
    for bad in [&b""[..], b"a", b"aa", b"abca", b"ab\x7f", b"ab\x1f", b"a\xe4", &long] {
        let drawn = alphabet(&mut Stuck(255), &mut text, bad);
        assert_eq!(drawn, Err(Error::InvalidArgument));
        assert_eq!(alphabet_nchars(bad, 8), None);
    }
}

#[test]
fn a_source_that_always_misses_or_fails_is_given_up() {
    let mut text = [0; 30];
    assert_eq!(alphabet(&mut Stuck(0), &mut text, BASE62), Err(Error::EntropyBroken));
    let mut source = Script::failing_at(&[0; 600], 2);
    assert_eq!(alphabet(&mut source, &mut text, BASE62), Err(Error::EntropyUnavailable));
}

/// Multiplies a little-endian number by a small factor.
fn multiply(number: &mut Vec<u64>, factor: u64) {
    let mut carry = 0;
    for word in number.iter_mut() {
        let product = u128::from(*word) * u128::from(factor) + carry;
        (*word, carry) = (product as u64, product >> 64);
    }
    if carry > 0 {
        number.push(carry as u64);
    }
}

#[test]
fn the_number_of_characters_is_exact_for_every_alphabet_and_strength() {
    let printable: Vec<u8> = (b' '..=b'~').collect();
    for size in 2..=95_u64 {
        let alphabet = &printable[..size as usize];
        // All bits up to log2(size^n), rounded down, need n characters and no more.
        let (mut power, mut n, mut bits) = (vec![1_u64], 0, 0);
        while bits <= MAX_BITS {
            let strength = power.len() as u32 * 64 - 1 - power.last().unwrap().leading_zeros();
            while bits <= strength.min(MAX_BITS) {
                assert_eq!(
                    alphabet_nchars(alphabet, bits),
                    Some(n),
                    "{size} characters, {bits} bits"
                );
                bits += 1;
            }
            multiply(&mut power, size);
            n += 1;
        }
        assert_eq!(alphabet_nchars(alphabet, MAX_BITS + 1), None);
    }
}
