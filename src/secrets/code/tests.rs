use super::*;
use crate::entropy::script::{Script, Stuck};

const CROCKFORD32: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn drawn(script: &[u8], groups: usize, group_len: usize, separator: &str) -> String {
    let mut text = vec![0; groups::len(groups, group_len, separator.len()).unwrap()];
    assert_eq!(draw(&mut Script::new(script), &mut text, group_len, separator.as_bytes()), Ok(()));
    String::from_utf8(text).unwrap()
}

fn normalized(typed: impl AsRef<[u8]>) -> Result<String, Error> {
    let mut out = vec![0; typed.as_ref().len()];
    normalize(&mut out, typed.as_ref())?;
    let end = out.iter().position(|&byte| byte == 0).unwrap_or(out.len());
    assert!(out[end..].iter().all(|&byte| byte == 0));
    out.truncate(end);
    Ok(String::from_utf8(out).unwrap())
}

/// The same with a look at each character.
fn oracle(typed: &[u8]) -> Result<String, Error> {
    let mut code = String::new();
    for character in typed.to_ascii_uppercase() {
        match character {
            b'O' => code.push('0'),
            b'I' | b'L' => code.push('1'),
            b'U' | 0x80.. => return Err(Error::Malformed),
            b'0'..=b'9' | b'A'..=b'Z' => code.push(char::from(character)),
            _ => {}
        }
    }
    Ok(code)
}

#[test]
fn a_code_is_groups_of_the_characters_that_were_drawn() {
    // Each byte stands for its upper five bits, and those of separators are thrown away.
    let random: Vec<u8> = (0..=255).map(|i: u8| i.wrapping_mul(8).wrapping_add(i / 32)).collect();
    assert_eq!(drawn(&random, 2, 5, "-"), "01234-6789A");
    assert_eq!(drawn(&random, 3, 4, ""), "0123456789AB");
    assert_eq!(drawn(&random, 10, 1, " - "), "0 - 4 - 8 - C - G - M - R - W - 0 - 4");
    assert_eq!(drawn(&random, 1, 32, "-").as_bytes(), CROCKFORD32);
}

#[test]
fn every_character_has_equally_many_bytes() {
    let mut seen = [0; 32];
    for byte in 0..=u8::MAX {
        let code = drawn(&[byte; 64], 2, 5, "-");
        let place = CROCKFORD32.iter().position(|&c| c == code.as_bytes()[0]).unwrap();
        let group = code[..1].repeat(5);
        assert_eq!(code, format!("{group}-{group}"));
        seen[place] += 1;
    }
    assert_eq!(seen, [8; 32]);
}

#[test]
fn a_code_is_drawn_at_once() {
    let mut source = Script::new(&[0; 256]);
    assert_eq!(draw(&mut source, &mut [0; 23], 5, b"-"), Ok(()));
    assert_eq!(source.calls(), 1);
    let mut source = Script::failing_at(&[0; 256], 1);
    assert_eq!(draw(&mut source, &mut [0; 23], 5, b"-"), Err(Error::EntropyUnavailable));
    // No byte is unfair: there is nothing to give up on.
    assert_eq!(draw(&mut Stuck(0xFF), &mut [0; 23], 5, b"-"), Ok(()));
}

#[test]
fn few_characters_are_weak_and_odd_separators_refused() {
    for (groups, group_len) in [(0, 5), (2, 0), (0, 0), (usize::MAX, 0)] {
        assert_eq!(check(groups, group_len, b"-"), Err(Error::InvalidArgument));
    }
    for separator in ["a", "Z", "0", "- 9", "\u{e9}", "\n", "\x1f", "\x7f", "-----------------"] {
        assert_eq!(check(1, 1, separator.as_bytes()), Err(Error::InvalidArgument), "{separator:?}");
    }
    for (groups, group_len) in [(1, 9), (9, 1), (3, 3), (1, 1)] {
        assert_eq!(check(groups, group_len, b"-"), Err(Error::Weak));
    }
    for separator in ["", "-", " ", "~", "----------------", "!/:@[`{"] {
        assert_eq!(check(2, 5, separator.as_bytes()), Ok(()), "{separator:?}");
    }
    assert_eq!(check(usize::MAX, usize::MAX, b""), Ok(()));
}

#[test]
fn what_was_typed_is_read_as_it_was_drawn() {
    for typed in
        ["7k3qx-9mz4t", "7K3QX9MZ4T", " 7k3q x.9m\tz4t\n", "--7k3qx--9mz4t", "7K3QX\09MZ4T"]
    {
        assert_eq!(normalized(typed).as_deref(), Ok("7K3QX9MZ4T"), "{typed:?}");
    }
    assert_eq!(normalized("oO iI lL").as_deref(), Ok("001111"));
    assert_eq!(normalized("").as_deref(), Ok(""));
    assert_eq!(normalized(" -._/").as_deref(), Ok(""));
    for typed in ["7k3qx-9mz4u", "U", "7k3qx\u{2013}9mz4t", "\u{e9}", "\u{ff}"] {
        assert_eq!(normalized(typed), Err(Error::Malformed), "{typed:?}");
    }
}

#[test]
fn every_byte_at_every_place_is_judged_as_by_hand() {
    for byte in 0..=u8::MAX {
        for place in [0, 1, 63, 127, 128, 129, 255, 256, 299] {
            let mut typed = b"7k3qx-".repeat(50);
            typed[place] = byte;
            assert_eq!(normalized(&typed), oracle(&typed), "{byte} at {place}");
        }
    }
}

#[test]
fn a_code_comes_back_whatever_its_length_and_separator() {
    let random: Vec<u8> = (0..4000_u32).map(|i| (i * i % 251) as u8).collect();
    for (groups, group_len) in (1..40).flat_map(|n| [(1, n), (n, 1), (n, 5), (5, n)]) {
        for separator in ["", "-", " / "] {
            let code = drawn(&random, groups, group_len, separator);
            let expected = code.replace(separator, "");
            assert_eq!(expected.len(), groups * group_len);
            assert_eq!(normalized(code.to_lowercase()), Ok(expected));
        }
    }
}
