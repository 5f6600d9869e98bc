use super::*;
use crate::secrets::otp::Params;

const NOW: i64 = 1_700_000_000;
const KEY: &[u8] = b"12345678901234567890";
const KEY_OF_SHA256: &[u8] = b"12345678901234567890123456789012";

fn text(
    written: impl FnOnce(&mut [u8]) -> Result<(), Error>,
    digits: u32,
) -> Result<String, Error> {
    let mut text = vec![0; digits as usize];
    written(&mut text)?;
    Ok(String::from_utf8(text).unwrap())
}

fn counted(key: &[u8], counter: u64, digits: u32) -> Result<String, Error> {
    text(|text| hotp(text, key, counter, digits), digits)
}

fn timed(key: &[u8], now: i64, params: Params) -> Result<String, Error> {
    text(|text| totp(text, key, now, &params), params.digits)
}

fn of(hash: Hash, key: &[u8], number: u64) -> String {
    let mut text = [0; 8];
    write(&mut text, key, hash, number);
    String::from_utf8(text.to_vec()).unwrap()
}

/// The same with the crate's HMAC, a look into the tag, and a division.
fn oracle(hash: Hash, key: &[u8], number: u64, digits: u32) -> String {
    use ::hmac::{Hmac, KeyInit, Mac};
    let tag = match hash {
        Hash::Sha1 => {
            let mut mac = Hmac::<::sha1::Sha1>::new_from_slice(key).unwrap();
            mac.update(&number.to_be_bytes());
            mac.finalize().into_bytes().to_vec()
        }
        Hash::Sha256 => {
            let mut mac = Hmac::<sha2::Sha256>::new_from_slice(key).unwrap();
            mac.update(&number.to_be_bytes());
            mac.finalize().into_bytes().to_vec()
        }
    };
    let place = usize::from(tag[tag.len() - 1] & 0xF);
    let bits = u32::from_be_bytes(tag[place..place + 4].try_into().unwrap()) & 0x7FFF_FFFF;
    format!("{:0width$}", bits % 10_u32.pow(digits), width = digits as usize)
}

#[test]
fn codes_with_numbers_are_those_of_rfc_4226() {
    let codes = [
        "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871",
        "520489",
    ];
    for (code, counter) in codes.into_iter().zip(0..) {
        assert_eq!(counted(KEY, counter, 6).as_deref(), Ok(code));
    }
}

#[test]
fn codes_of_times_are_those_of_rfc_6238() {
    let codes = [
        (59, "94287082", "46119246"),
        (1_111_111_109, "07081804", "68084774"),
        (1_111_111_111, "14050471", "67062674"),
        (1_234_567_890, "89005924", "91819424"),
        (2_000_000_000, "69279037", "90698825"),
        (20_000_000_000, "65353130", "77737706"),
    ];
    for (now, sha1, sha256) in codes {
        let step = now as u64 / 30;
        assert_eq!(of(Hash::Sha1, KEY, step), sha1);
        assert_eq!(of(Hash::Sha256, KEY_OF_SHA256, step), sha256);
        let params = Params { digits: 8, ..Params::default() };
        let of_sha256 = Params { algorithm: SHA256, ..params };
        // The first of the times is before all that are taken.
        let expected =
            |code: &str| if now < NOW / 2 { Err(Error::InvalidArgument) } else { Ok(code.into()) };
        assert_eq!(timed(KEY, now, params), expected(sha1));
        assert_eq!(timed(KEY_OF_SHA256, now, of_sha256), expected(sha256));
        assert_eq!(counted(KEY, step, 8).as_deref(), Ok(sha1));
    }
}

#[test]
fn codes_are_those_of_the_crate_for_every_place_and_number_of_digits() {
    let mut places = [0; 16];
    for number in 0..2000_u64 {
        let number = number.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let key: Vec<u8> = (0..16 + number % 90).map(|i| (i * 7 + number) as u8 | 1).collect();
        for digits in 6..=8 {
            assert_eq!(counted(&key, number, digits), Ok(oracle(Hash::Sha1, &key, number, digits)));
        }
        for hash in [Hash::Sha1, Hash::Sha256] {
            assert_eq!(of(hash, &key, number), oracle(hash, &key, number, 8));
        }
        let (mut mac, mut tag) = (Hmac::new(Hash::Sha1), [0; TAG_LEN]);
        mac.start(&key);
        mac.update(&number.to_be_bytes());
        mac.finish(&mut tag);
        places[usize::from(tag[19] & 0xF)] += 1;
    }
    assert!(places.iter().all(|&times| times > 0), "{places:?}");
}

#[test]
fn every_place_of_a_tag_is_reached() {
    for (tag_len, place) in
        [20, 32].into_iter().flat_map(|len| (0..16).map(move |place| (len, place)))
    {
        let mut tag: [u8; TAG_LEN] = core::array::from_fn(|i| 0xF0 ^ (i as u8) << 1);
        tag[tag_len - 1] = 0xA0 | place as u8;
        let expected = u32::from_be_bytes(tag[place..place + 4].try_into().unwrap());
        assert_eq!(truncate(&tag, tag_len), expected & 0x7FFF_FFFF);
    }
}

#[test]
fn division_by_multiplying_is_division() {
    // The factor is above 2^35 / 10 by 2 / 10: with any number below 2^32 that is less than the tenth of
    // 2^35 by which the product of one that leaves 9 is below the next quotient.
    assert_eq!(0xCCCC_CCCD_u64 * 10 - (1 << 35), 2);
    assert!(2 * u64::from(u32::MAX) < 1 << 35);
    let edges = (0..10_u32).flat_map(|power| (1..=9).map(move |n| n * 10_u64.pow(power)));
    let around = |n: u64| (n.saturating_sub(2)..n + 3).filter_map(|n| u32::try_from(n).ok());
    let all = edges.chain((0..32).map(|bit| 1 << bit)).chain([u32::MAX.into()]).flat_map(around);
    for number in all.chain((0..=u32::MAX).step_by(4099)) {
        assert_eq!(div_rem_10(number), (number / 10, (number % 10) as u8), "{number}");
    }
}

fn verified(typed: &str, now: i64, after_step: u64, params: Params) -> Result<u64, Error> {
    verify(typed.as_bytes(), KEY, now, after_step, &params)
}

#[test]
fn a_code_is_right_for_the_steps_of_its_window() {
    for window in 0..=10 {
        let params = Params { digits: 8, window, ..Params::default() };
        let step = NOW as u64 / 30;
        for offset in -12..=12 {
            let other = step.wrapping_add_signed(offset);
            let code = of(Hash::Sha1, KEY, other);
            let expected = if offset.unsigned_abs() <= window.into() {
                Ok(other)
            } else {
                Err(Error::BadCode)
            };
            assert_eq!(verified(&code, NOW, 0, params), expected, "{offset} in {window}");
        }
    }
}

#[test]
fn a_code_is_used_up_once_its_step_is_stored() {
    let params = Params::default();
    let step = NOW as u64 / 30;
    let code = timed(KEY, NOW, params).unwrap();
    for (after_step, expected) in [
        (0, Ok(step)),
        (step - 1, Ok(step)),
        (step, Err(Error::Replayed)),
        (step + 1, Err(Error::Replayed)),
        (u64::MAX, Err(Error::Replayed)),
    ] {
        assert_eq!(verified(&code, NOW, after_step, params), expected, "{after_step}");
        let wrong = verified(&code, NOW + 90, after_step, params);
        assert_eq!(wrong, Err(Error::BadCode), "{after_step}");
    }
}

#[test]
fn of_two_steps_with_one_code_the_higher_is_found() {
    // Two codes of six digits among 21 are the same once in some 5000 times.
    let params = Params { window: 10, ..Params::default() };
    let mut found = 0;
    for step in (40_000_000..40_400_000_u64).step_by(21) {
        let codes: Vec<_> = (step..step + 21).map(|step| counted(KEY, step, 6).unwrap()).collect();
        for (i, code) in codes.iter().enumerate() {
            let last = codes.iter().rposition(|other| other == code).unwrap();
            if last > i {
                let now = 30 * (step as i64 + 10);
                assert_eq!(verified(code, now, 0, params), Ok(step + last as u64));
                // The lower one does not bring back what is used up.
                let used = verified(code, now, step + last as u64, params);
                assert_eq!(used, Err(Error::Replayed));
                found += 1;
            }
        }
    }
    assert!(found > 0);
}

#[test]
fn spaces_are_dropped_and_anything_else_is_malformed() {
    let params = Params::default();
    let step = NOW as u64 / 30;
    let code = timed(KEY, NOW, params).unwrap();
    let (head, tail) = code.split_at(3);
    for typed in [code.clone(), format!("{head} {tail}"), format!("  {head}  {tail} ")] {
        assert_eq!(verified(&typed, NOW, 0, params), Ok(step));
    }
    for typed in
        ["", " ", head, &format!("{code}0"), &format!("0{code}"), &format!("{head}-{tail}")]
    {
        assert_eq!(verified(typed, NOW, 0, params), Err(Error::Malformed), "{typed:?}");
    }
    for byte in (0..=u8::MAX).filter(|byte| !byte.is_ascii_digit() && *byte != b' ') {
        for place in 0..=code.len() {
            let mut typed = code.clone().into_bytes();
            typed.insert(place, byte);
            let refused = verify(&typed, KEY, NOW, 0, &params);
            assert_eq!(refused, Err(Error::Malformed), "{byte} at {place}");
        }
    }
    let many = format!("{}{code}", "0".repeat(1 << 16));
    assert_eq!(verified(&many, NOW, 0, params), Err(Error::Malformed));
}

#[test]
fn every_digit_of_a_code_counts() {
    let params = Params { digits: 8, window: 0, ..Params::default() };
    let code = timed(KEY, NOW, params).unwrap().into_bytes();
    for place in 0..code.len() {
        for digit in (b'0'..=b'9').filter(|&digit| digit != code[place]) {
            let mut typed = code.clone();
            typed[place] = digit;
            assert_eq!(verify(&typed, KEY, NOW, 0, &params), Err(Error::BadCode));
        }
    }
}

#[test]
fn what_is_wrong_is_said_in_the_order_of_the_checks() {
    let usual = Params::default();
    let bad = [
        Params { digits: 5, ..usual },
        Params { digits: 9, ..usual },
        Params { digits: 0, ..usual },
        Params { period: 14, ..usual },
        Params { period: 301, ..usual },
        Params { period: 0, ..usual },
        Params { window: 11, ..usual },
        Params { window: u32::MAX, ..usual },
        Params { algorithm: 0, ..usual },
        Params { algorithm: 3, ..usual },
    ];
    for params in bad {
        assert_eq!(timed(&[], NOW, params), Err(Error::InvalidArgument));
        assert_eq!(verify(b"x", &[], NOW, 0, &params), Err(Error::InvalidArgument));
    }
    for now in [i64::MIN, -1, 0, 59, FIRST_SECOND - 1] {
        assert_eq!(timed(KEY, now, usual), Err(Error::InvalidArgument), "{now}");
        assert_eq!(verify(b"x", KEY, now, 0, &usual), Err(Error::InvalidArgument), "{now}");
    }
    for weak in [&[][..], &[7; 15], &[0; 16], &[0; 100]] {
        assert_eq!(verify(b"x", weak, NOW, 0, &usual), Err(Error::Malformed));
        assert_eq!(verify(b"123456", weak, NOW, 0, &usual), Err(Error::Weak));
        assert_eq!(timed(weak, NOW, usual), Err(Error::Weak));
        assert_eq!(counted(weak, 0, 6), Err(Error::Weak));
        assert_eq!(counted(weak, 0, 5), Err(Error::InvalidArgument));
    }
    for (period, window) in [(15, 0), (300, 10)] {
        let params = Params { period, window, ..usual };
        for now in [FIRST_SECOND, i64::MAX] {
            let code = timed(KEY, now, params).unwrap();
            assert_eq!(verified(&code, now, 0, params), Ok(now as u64 / u64::from(period)));
        }
    }
}
