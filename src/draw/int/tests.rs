use super::*;
use crate::entropy::script::{Script, Stuck};

/// What is written, or the error.
fn written<T: Default>(write: impl FnOnce(&mut T) -> Result<(), Error>) -> Result<T, Error> {
    let mut out = T::default();
    write(&mut out).map(|()| out)
}

fn below(source: &mut impl Source, bound: u64) -> Result<u64, Error> {
    written(|out| super::below(source, out, bound))
}

fn bits(source: &mut impl Source, nbits: u32) -> Result<u64, Error> {
    written(|out| super::bits(source, out, nbits))
}

fn between(source: &mut impl Source, low: i64, high: i64) -> Result<i64, Error> {
    written(|out| super::between(source, out, low, high))
}

fn stepped(source: &mut impl Source, start: i64, stop: i64, step: i64) -> Result<i64, Error> {
    written(|out| super::stepped(source, out, start, stop, step))
}

/// How often each value below `bound` comes, over all words of 16 bits.
fn seen_over_all_words(bound: u64, draw: impl Fn(&mut Script) -> Result<u64, Error>) -> Vec<u32> {
    let mut seen = vec![0; bound as usize];
    for word in 0..=u16::MAX {
        if let Ok(value) = draw(&mut Script::new(&word.to_le_bytes())) {
            seen[value as usize] += 1;
        }
    }
    seen
}

#[test]
fn every_value_below_a_bound_to_256_is_drawn_equally_often() {
    for bound in 2..=256 {
        let exact = vec![65536 / bound as u32; bound as usize];
        assert_eq!(seen_over_all_words(bound, |source| word_below::<u16>(source, bound)), exact);
    }
    for bound in 2..=255 {
        let exact = vec![65536 / bound as u32; bound as usize];
        assert_eq!(seen_over_all_words(bound, |source| below(source, bound)), exact);
    }
}

#[test]
fn wide_bounds_reject_exactly_the_words_that_are_too_many() {
    // 2^64 mod 3 * 2^62 is 2^62: of each four neighbours in a value's preimage one is rejected.
    let bound = 3 << 62;
    let draw = |word: u64| below(&mut Script::new(&word.to_le_bytes()), bound);
    assert_eq!(draw(0), Err(Error::EntropyUnavailable));
    assert_eq!(draw(1), Ok(0));
    assert_eq!(draw(2), Ok(1));
    assert_eq!(draw(3), Ok(2));
    assert_eq!(draw(4), Err(Error::EntropyUnavailable));
    assert_eq!(draw(u64::MAX), Ok(bound - 1));
    assert_eq!(below(&mut Script::new(&[0xFF; 8]), u64::MAX), Ok(u64::MAX - 1));
}

#[test]
fn a_bound_of_one_draws_nothing_and_of_zero_is_refused() {
    let mut source = Script::new(&[]);
    assert_eq!(below(&mut source, 1), Ok(0));
    assert_eq!(below(&mut source, 0), Err(Error::InvalidArgument));
    assert_eq!(source.calls(), 0);
}

#[test]
fn a_rejected_word_is_drawn_again_and_a_failure_is_passed_on() {
    // 65536 mod 100 is 36: the word 0 is rejected, the word 65535 is 99.
    let mut source = Script::new(&[0, 0, 0xFF, 0xFF]);
    assert_eq!((below(&mut source, 100), source.calls()), (Ok(99), 2));
    let mut source = Script::failing_at(&[0, 0, 0xFF, 0xFF], 2);
    assert_eq!(below(&mut source, 100), Err(Error::EntropyUnavailable));
    assert_eq!(below(&mut Stuck(0), 100), Err(Error::EntropyBroken));
}

#[test]
fn bits_are_as_many_as_were_asked_for_from_as_few_bytes() {
    for nbits in 0..=64 {
        let mut source = Script::new(&[0xFF; 8]);
        let ones = (1_u128 << nbits) - 1;
        assert_eq!(bits(&mut source, nbits).map(u128::from), Ok(ones));
        assert_eq!(source.left(), 8 - nbits.div_ceil(8) as usize);
    }
    assert_eq!(bits(&mut Stuck(0), 65), Err(Error::InvalidArgument));
}

#[test]
fn a_range_has_both_ends_at_full_width_too() {
    let full = |byte| between(&mut Stuck(byte), i64::MIN, i64::MAX);
    assert_eq!((full(0), full(0xFF)), (Ok(i64::MIN), Ok(i64::MAX)));
    assert_eq!(between(&mut Stuck(0xFF), i64::MIN, i64::MAX - 1), Ok(i64::MAX - 1));
    assert_eq!(between(&mut Script::new(&[]), -7, -7), Ok(-7));
    assert_eq!(between(&mut Stuck(0), 6, 5), Err(Error::InvalidArgument));
    assert_eq!(between(&mut Stuck(0), i64::MAX, i64::MIN), Err(Error::InvalidArgument));
}

#[test]
fn a_stepped_range_is_pythons() {
    // (start, stop, step), and the first and last value of that range in Python. A word of zeros is
    // fair only for a power of two; the word 1 stands for the first value.
    let ranges = [
        (0, 10, 3, 0, 9),
        (0, 9, 3, 0, 6),
        (10, 0, -3, 10, 1),
        (10, 1, -3, 10, 4),
        (-5, 6, 5, -5, 5),
        (i64::MIN, i64::MAX, 1, i64::MIN, i64::MAX - 1),
        (i64::MAX, i64::MIN, -1, i64::MAX, i64::MIN + 1),
        (i64::MIN, i64::MAX, i64::MAX, i64::MIN, i64::MAX - 1),
        (i64::MAX, i64::MIN, i64::MIN, i64::MAX, -1),
        (0, 1, i64::MAX, 0, 0),
    ];
    for (start, stop, step, first, last) in ranges {
        assert_eq!(stepped(&mut Stuck(0xFF), start, stop, step), Ok(last));
        assert_eq!(
            stepped(&mut Script::new(&[1, 0, 0, 0, 0, 0, 0, 0]), start, stop, step),
            Ok(first)
        );
    }
    for (start, stop, step) in [(0, 0, 1), (0, 5, -1), (5, 0, 1), (0, 5, 0), (5, 0, 0), (3, 3, -1)]
    {
        let drawn = stepped(&mut Stuck(0xFF), start, stop, step);
        assert_eq!(drawn, Err(Error::InvalidArgument));
    }
}

fn many_u64(source: &mut impl Source, count: usize, bound: u64) -> Result<Vec<u64>, Error> {
    let mut out = vec![7; 8 * count];
    many::<u64>(source, &mut out, bound)?;
    Ok(out.chunks(8).map(|value| u64::from_ne_bytes(value.try_into().unwrap())).collect())
}

fn many_u32(source: &mut impl Source, count: usize, bound: u32) -> Result<Vec<u64>, Error> {
    let mut out = vec![7; 4 * count];
    many::<u32>(source, &mut out, bound.into())?;
    let values = out.chunks(4).map(|value| u32::from_ne_bytes(value.try_into().unwrap()));
    Ok(values.map(u64::from).collect())
}

/// What words of so many bytes stand for, none of which is rejected.
fn values_of(words: &[u8], bytes: usize, bound: u64) -> Vec<u64> {
    let value = |word: &[u8]| {
        let word = word.iter().rev().fold(0_u128, |word, &byte| word << 8 | u128::from(byte));
        ((word * u128::from(bound)) >> (8 * bytes)) as u64
    };
    words.chunks(bytes).map(value).collect()
}

#[test]
fn many_values_are_those_of_as_many_words() {
    for count in [0, 1, 31, 32, 33, 64, 65, 127, 128, 129, 3000, 20_000] {
        for (bound, bytes) in [(100, 2), (1000, 4), (1 << 40, 8)] {
            let words: Vec<u8> = (0..count * bytes).map(|i| (i * 151 % 251 + 1) as u8).collect();
            let drawn = many_u64(&mut Script::new(&words), count, bound);
            assert_eq!(drawn, Ok(values_of(&words, bytes, bound)));
            let Ok(bound) = u32::try_from(bound) else { continue };
            let drawn = many_u32(&mut Script::new(&words), count, bound);
            assert_eq!(drawn, Ok(values_of(&words, bytes, bound.into())));
        }
        let words: Vec<u8> = (0..count * 4).map(|i| (i * 151 % 251 + 1) as u8).collect();
        let drawn = many_u32(&mut Script::new(&words), count, 1 << 31);
        assert_eq!(drawn, Ok(values_of(&words, 4, 1 << 31)));
    }
}

#[test]
fn many_draw_again_for_what_is_rejected_and_refuse_a_bound_of_0() {
    // The word 0 is rejected for 100, 0x0100 stands for 0 and 0xFFFF for 99.
    let mut source = Script::new(&[0xFF, 0xFF, 0, 0, 0, 1, 0xFF, 0xFF]);
    assert_eq!(many_u64(&mut source, 3, 100), Ok(vec![99, 99, 0]));
    assert_eq!(source.calls(), 2);
    assert_eq!(many_u64(&mut source, 0, 0), Err(Error::InvalidArgument));
    assert_eq!(many_u64(&mut source, 0, 9), Ok(vec![]));
    assert_eq!(many_u64(&mut Stuck(0), 3, 100), Err(Error::EntropyBroken));
    assert_eq!(many_u32(&mut Stuck(0), 3, 100), Err(Error::EntropyBroken));
}

#[test]
fn a_real_is_a_multiple_of_2_to_the_minus_53_below_1() {
    let real = |byte| written(|out| unit(&mut Stuck(byte), out));
    assert_eq!(real(0), Ok(0.0));
    assert_eq!(real(0xFF), Ok(1.0 - f64::EPSILON / 2.0));
    let mut one = [0; 7];
    one[0] = 1;
    assert_eq!(written(|out| unit(&mut Script::new(&one), out)), Ok(f64::EPSILON / 2.0));
}
