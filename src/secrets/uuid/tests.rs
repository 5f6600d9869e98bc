use super::*;
use crate::entropy::script::Script;

const LAST_MS: u64 = (1 << 48) - 1;

fn after(previous: [u8; LEN], unix_ms: u64, script: &[u8]) -> Result<[u8; LEN], Error> {
    let mut out = [0; LEN];
    v7_after(&mut Script::new(script), &mut out, &previous, unix_ms).map(|()| out)
}

fn v7_of(script: [u8; LEN], unix_ms: u64) -> [u8; LEN] {
    let mut out = [0; LEN];
    assert_eq!(v7(&mut Script::new(&script), &mut out, unix_ms), Ok(()));
    out
}

fn text_of(uuid: &[u8; LEN]) -> String {
    let mut out = [0; TEXT_LEN];
    text(&mut out, uuid).unwrap();
    String::from_utf8(out.to_vec()).unwrap()
}

/// How many bits of `make`'s result change with one bit of what was drawn, and its bits that never do.
fn free_of(make: impl Fn([u8; LEN]) -> [u8; LEN]) -> (u32, u128) {
    let zeros = u128::from_be_bytes(make([0; LEN]));
    let changes = (0..128).map(|bit| {
        let change = u128::from_be_bytes(make((1_u128 << bit).to_be_bytes())) ^ zeros;
        assert!(change.count_ones() <= 1);
        change
    });
    let all = changes.fold(0, |all, change| all | change);
    assert_eq!(u128::from_be_bytes(make([0xFF; LEN])), zeros | all);
    (all.count_ones(), all)
}

#[test]
fn version_4_draws_122_bits_and_fixes_6() {
    let make = |script: [u8; LEN]| {
        let mut out = [0; LEN];
        assert_eq!(v4(&mut Script::new(&script), &mut out), Ok(()));
        out
    };
    assert_eq!(text_of(&make([0; LEN])), "00000000-0000-4000-8000-000000000000");
    assert_eq!(text_of(&make([0xFF; LEN])), "ffffffff-ffff-4fff-bfff-ffffffffffff");
    let (count, bits) = free_of(make);
    assert_eq!((count, bits), (122, !(0xF << 76 | 0b11 << 62)));
}

#[test]
fn version_7_draws_74_bits_below_the_time() {
    // The example of RFC 9562, appendix A.6, has this time.
    let time = 0x017F_22E2_79B0;
    let make = |script| v7_of(script, time);
    assert_eq!(text_of(&make([0; LEN])), "017f22e2-79b0-7000-8000-000000000000");
    assert_eq!(text_of(&make([0xFF; LEN])), "017f22e2-79b0-7fff-bfff-ffffffffffff");
    let (count, bits) = free_of(make);
    assert_eq!((count, bits), (74, 0xFFF << 64 | ((1 << 62) - 1)));
}

#[test]
fn the_example_of_rfc_9562_is_spelled_as_there() {
    let free = 0x017F_22E2_79B0 << 74 | 0xCC3 << 62 | 0x18C4_DC0C_0C07_398F;
    let mut out = [0; LEN];
    store(&mut out, free, 7);
    assert_eq!(text_of(&out), "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
    assert_eq!(free_bits(u128::from_be_bytes(out)), free);
}

#[test]
fn a_time_of_more_than_48_bits_is_refused() {
    let mut out = [0; LEN];
    for unix_ms in [LAST_MS + 1, u64::MAX] {
        let refused = v7(&mut Script::new(&[0; 16]), &mut out, unix_ms);
        assert_eq!(refused, Err(Error::InvalidArgument));
        assert_eq!(after([0; LEN], unix_ms, &[0; 16]), Err(Error::InvalidArgument));
    }
    assert_eq!(v7(&mut Script::new(&[0; 16]), &mut out, LAST_MS), Ok(()));
}

#[test]
fn the_first_and_a_later_one_are_fresh() {
    let script = [0x5A; LEN];
    for unix_ms in [0, 1, LAST_MS] {
        assert_eq!(after([0; LEN], unix_ms, &script), Ok(v7_of(script, unix_ms)));
    }
    let previous = v7_of([0xFF; LEN], 41);
    assert_eq!(after(previous, 42, &script), Ok(v7_of(script, 42)));
}

#[test]
fn one_of_the_same_or_an_earlier_time_is_the_previous_one_and_a_random_step() {
    let previous = v7_of([0x5A; LEN], 41);
    for unix_ms in [41, 40, 0] {
        for (script, step) in [([0; 4], 1), ([0, 0, 0, 9], 10), ([0xFF; 4], 1 << 32)] {
            let next = after(previous, unix_ms, &script).unwrap();
            assert!(next > previous);
            let free = |uuid: [u8; LEN]| free_bits(u128::from_be_bytes(uuid));
            assert_eq!(free(next) - free(previous), step);
        }
    }
}

#[test]
fn a_step_carries_over_the_variant_into_the_middle_and_into_the_next_millisecond() {
    let (mut full, mut next) = ([0; LEN], [0; LEN]);
    store(&mut full, 41 << 74 | 5 << 62 | ((1 << 62) - 1), 7);
    store(&mut next, 41 << 74 | 6 << 62, 7);
    assert_eq!(after(full, 41, &[0; 4]), Ok(next));
    assert_eq!(after(v7_of([0xFF; LEN], 41), 41, &[0; 4]), Ok(v7_of([0; LEN], 42)));
}

#[test]
fn there_is_none_after_the_last_millisecond() {
    let last = v7_of([0xFF; LEN], LAST_MS);
    assert_eq!(after(last, 0, &[0; 4]), Err(Error::TooLarge));
    assert_eq!(after(last, LAST_MS, &[0xFF; 4]), Err(Error::TooLarge));
}

#[test]
fn only_version_7_can_be_followed() {
    for version in (0..16).filter(|&version| version != 7) {
        let mut previous = [0x11; LEN];
        store(&mut previous, 0x1111, version);
        assert_eq!(after(previous, 9, &[0; 16]), Err(Error::InvalidArgument), "{version}");
    }
    for variant in [0x00, 0x40, 0xC0] {
        let mut previous = v7_of([0; LEN], 41);
        previous[8] = variant;
        assert_eq!(after(previous, 99, &[0; 16]), Err(Error::InvalidArgument), "{variant:x}");
    }
}

#[test]
fn a_source_that_fails_is_reported() {
    let mut out = [0; LEN];
    assert_eq!(v4(&mut Script::new(&[]), &mut out), Err(Error::EntropyUnavailable));
    assert_eq!(v7(&mut Script::new(&[]), &mut out, 1), Err(Error::EntropyUnavailable));
    let previous = v7_of([0; LEN], 41);
    assert_eq!(after(previous, 41, &[]), Err(Error::EntropyUnavailable));
    assert_eq!(out, [0; LEN]);
}

#[test]
fn a_uuid_is_read_from_its_text_in_either_case() {
    for byte in 0..=u8::MAX {
        let uuid: [u8; LEN] = core::array::from_fn(|i| byte.wrapping_mul(i as u8 * 2 + 1));
        let (mut spelled, mut read) = ([0; TEXT_LEN], [0xEE; LEN]);
        assert_eq!(text(&mut spelled, &uuid), Ok(()));
        assert_eq!((parse(&mut read, &spelled), read), (Ok(()), uuid));
        spelled.make_ascii_uppercase();
        assert_eq!((parse(&mut read, &spelled), read), (Ok(()), uuid));
    }
}

#[test]
fn every_character_of_a_uuid_has_its_place() {
    let good = b"017f22e2-79b0-7CC3-98c4-dc0c0c07398f";
    for place in 0..TEXT_LEN {
        for character in 0..=u8::MAX {
            let mut text = *good;
            text[place] = character;
            let fits = if [8, 13, 18, 23].contains(&place) {
                character == b'-'
            } else {
                character.is_ascii_hexdigit()
            };
            let expected = if fits { Ok(()) } else { Err(Error::Malformed) };
            assert_eq!(parse(&mut [0; LEN], &text), expected, "{character} at {place}");
        }
    }
    for n in (0..80).filter(|&n| n != TEXT_LEN) {
        let text: Vec<u8> = good.iter().copied().cycle().take(n).collect();
        assert_eq!(parse(&mut [0; LEN], &text), Err(Error::Malformed), "{n} characters");
    }
}
