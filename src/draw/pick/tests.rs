use std::collections::BTreeMap;

use super::*;
use crate::entropy::script::{Script, Stuck};

fn weighted_index(source: &mut impl Source, weights: &[u64]) -> Result<usize, Error> {
    let mut index = usize::MAX;
    super::weighted_index(source, &mut index, weights).map(|()| index)
}

/// Runs `draw` over all scripts of one 16-bit word; how often each result came, and how many scripts
/// were refused.
fn over_all_words<T: Ord>(
    draw: impl Fn(&mut Script) -> Result<T, Error>,
) -> (BTreeMap<T, u32>, u32) {
    let (mut seen, mut refused) = (BTreeMap::new(), 0);
    for word in 0..=u16::MAX {
        match draw(&mut Script::new(&word.to_le_bytes())) {
            Ok(result) => *seen.entry(result).or_insert(0) += 1,
            Err(_) => refused += 1,
        }
    }
    (seen, refused)
}

#[test]
fn every_order_of_up_to_five_is_equally_likely() {
    for (count, orders) in [(2, 2), (3, 6), (4, 24), (5, 120)] {
        let (seen, refused) = over_all_words(|source| {
            let mut list: Vec<u8> = (0..count).collect();
            fisher_yates::<u16>(source, list.len(), |i, j| {
                list.swap(i, j);
                Ok(())
            })
            .map(|()| list)
        });
        assert_eq!(seen.len(), orders as usize);
        assert!(seen.values().all(|&times| times == 65536 / orders));
        assert_eq!(refused, 65536 % orders);
    }
}

#[test]
fn every_element_is_equally_likely() {
    for count in 1..=5 {
        let (seen, refused) = over_all_words(|source| {
            let mut chosen = [0];
            let from = Elements { bytes: &[1, 2, 3, 4, 5], count, size: 1 };
            choice(source, &mut chosen, from).map(|()| chosen)
        });
        assert_eq!(seen.len(), count);
        assert!(seen.values().all(|&times| times as usize == 65536 / count));
        assert_eq!(refused as usize, 65536 % count);
    }
}

#[test]
fn every_set_of_a_reservoir_is_equally_likely() {
    for (k, count, sets) in [(1, 5, 5), (2, 5, 10), (3, 6, 20), (5, 6, 6), (4, 4, 1)] {
        let (seen, _) = over_all_words(|source| {
            let mut set: Vec<usize> = (0..k).collect();
            reservoir::<u16>(source, k, count, |place, index| {
                set[place] = index;
                Ok(())
            })?;
            set.sort();
            Ok(set)
        });
        if count == k {
            continue;
        }
        assert_eq!(seen.len(), sets);
        let times = seen.values().next();
        assert!(seen.values().all(|seen| Some(seen) == times));
    }
}

#[test]
fn every_row_of_few_draws_is_equally_likely() {
    for (k, count, rows) in [(1, 5, 5), (2, 5, 20), (3, 5, 60), (4, 4, 24)] {
        let (seen, _) = over_all_words(|source| {
            let mut row = vec![usize::MAX; k];
            draw_few::<u16>(source, &mut row, count)?;
            Ok(row)
        });
        assert_eq!(seen.len(), rows);
        let times = seen.values().next();
        assert!(seen.values().all(|seen| Some(seen) == times));
        assert!(seen.keys().all(|row| row.iter().all(|&index| index < count)));
        let distinct = |row: &Vec<usize>| (0..k).all(|i| !row[..i].contains(&row[i]));
        assert!(seen.keys().all(distinct));
    }
    assert_eq!(draw_few::<u64>(&mut Script::new(&[]), &mut [], 3), Ok(()));
}

/// Adds to each set of `k` indices below 5 the odds, in units of 5^-6, that `draw_distinct` makes it
/// of at most 6 draws.
fn add_odds(k: usize, drawn: &mut Vec<u8>, odds: &mut BTreeMap<Vec<usize>, u32>) {
    // The word in the middle of those that stand for the index.
    let words: Vec<u8> = drawn.iter().map(|v| v * 51 + 25).collect();
    let (mut out, mut source) = (vec![0; k], Script::new(&words));
    if draw_distinct::<u8>(&mut source, &mut out, 5).is_ok() {
        assert_eq!(source.left(), 0);
        *odds.entry(out).or_insert(0) += 5_u32.pow(6 - drawn.len() as u32);
    } else if drawn.len() < 6 {
        for index in 0..5 {
            drawn.push(index);
            add_odds(k, drawn, odds);
            drawn.pop();
        }
    }
}

#[test]
fn every_set_of_distinct_draws_is_equally_likely() {
    for (k, sets) in [(1, 5), (2, 10), (3, 10)] {
        let mut odds = BTreeMap::new();
        add_odds(k, &mut Vec::new(), &mut odds);
        assert_eq!(odds.len(), sets);
        let first = odds.values().next();
        assert!(odds.values().all(|odds| Some(odds) == first));
    }
}

#[test]
fn a_weight_is_drawn_as_often_as_it_weighs() {
    let (seen, refused) = over_all_words(|source| weighted_index(source, &[0, 1, 0, 2, 5, 0]));
    assert_eq!(seen, BTreeMap::from([(1, 8192), (3, 2 * 8192), (4, 5 * 8192)]));
    assert_eq!(refused, 0);
}

#[test]
fn weights_need_a_sum_that_fits() {
    assert_eq!(weighted_index(&mut Stuck(0), &[]), Err(Error::InvalidArgument));
    assert_eq!(weighted_index(&mut Stuck(0), &[0, 0]), Err(Error::InvalidArgument));
    assert_eq!(weighted_index(&mut Stuck(0), &[u64::MAX, 1]), Err(Error::TooLarge));
    assert_eq!(weighted_index(&mut Stuck(0xFF), &[1, u64::MAX - 1, 0]), Ok(1));
}

#[test]
fn a_sample_holds_different_indices_whatever_its_share() {
    let bytes: Vec<u8> =
        (0..400_000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    for count in [0, 1, 2, 16, 17, 40, 1000, 1 << 40] {
        for k in [0, 1, 2, 3, 16, 17, 39, 62, 63, 500, 1000] {
            let mut out = vec![0; k];
            let drawn = sample_indices(&mut Script::new(&bytes), &mut out, count);
            assert_eq!(drawn, if k > count { Err(Error::InvalidArgument) } else { Ok(()) });
            if drawn.is_ok() {
                assert!(out.iter().all(|&index| index < count));
                out.sort();
                out.dedup();
                assert_eq!(out.len(), k);
            }
        }
    }
}

#[test]
fn a_sample_too_large_to_be_drawn_in_order_is_shuffled() {
    let bytes: Vec<u8> =
        (0..4000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    // Of all elements there is nothing to draw but their order.
    let mut elements: Vec<u8> = (0..=FEW as u8).collect();
    let all = Elements { bytes: &elements.clone(), count: FEW + 1, size: 1 };
    assert_eq!(shuffle(&mut Script::new(&bytes), &mut elements, 1), Ok(()));
    let mut out = vec![0; FEW + 1];
    assert_eq!(sample(&mut Script::new(&bytes), &mut out, all), Ok(()));
    assert_eq!(out, elements);
    let mut indices = vec![0; FEW + 1];
    assert_eq!(sample_indices(&mut Script::new(&bytes), &mut indices, FEW + 1), Ok(()));
    assert!(indices.iter().zip(&elements).all(|(&index, &element)| index == usize::from(element)));
}

#[test]
fn samples_and_choices_copy_whole_elements() {
    let bytes: Vec<u8> =
        (0..400_000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    for size in 1..=20 {
        for (k, count) in [(0, 1), (1, 1), (3, 100), (40, 100), (100, 100), (65, 2000)] {
            let base: Vec<u8> = (0..count).flat_map(|i| vec![i as u8; size]).collect();
            let from = Elements { bytes: &base, count, size };
            let mut out = vec![0; k * size];
            assert_eq!(sample(&mut Script::new(&bytes), &mut out, from), Ok(()));
            assert!(out.chunks(size).all(|element| base.chunks(size).any(|from| from == element)));
            assert_eq!(choices(&mut Script::new(&bytes), &mut out, from), Ok(()));
            assert!(out.chunks(size).all(|element| base.chunks(size).any(|from| from == element)));
        }
    }
}

#[test]
fn a_shuffle_keeps_every_element_even_where_it_fails() {
    for size in 1..=20 {
        let list: Vec<u8> = (0..50).flat_map(|i| vec![i; size]).collect();
        for fails_at in [0, 1, 2] {
            let mut shuffled = list.clone();
            let mut source = Script::failing_at(&[0x5A; 64], fails_at);
            let drawn = shuffle(&mut source, &mut shuffled, size);
            assert_eq!(drawn.is_err(), fails_at > 0);
            assert_eq!(shuffled == list, fails_at == 1);
            let mut elements: Vec<_> = shuffled.chunks(size).collect();
            elements.sort();
            assert!(elements.into_iter().eq(list.chunks(size)));
        }
    }
}

#[test]
fn values_are_checked_even_where_nothing_is_drawn() {
    let none = Elements { bytes: &[], count: 0, size: 4 };
    let sizeless = Elements { bytes: &[], count: 3, size: 0 };
    let source = &mut Stuck(0);
    assert_eq!(choice(source, &mut [], none), Err(Error::InvalidArgument));
    assert_eq!(choice(source, &mut [], sizeless), Err(Error::InvalidArgument));
    assert_eq!(choices(source, &mut [], none), Err(Error::InvalidArgument));
    assert_eq!(choices(source, &mut [], sizeless), Err(Error::InvalidArgument));
    assert_eq!(sample(source, &mut [], none), Ok(()));
    assert_eq!(sample(source, &mut [], sizeless), Err(Error::InvalidArgument));
    assert_eq!(sample(source, &mut [0; 4], none), Err(Error::InvalidArgument));
    assert_eq!(shuffle(source, &mut [], 0), Err(Error::InvalidArgument));
    assert_eq!(shuffle(source, &mut [], 4), Ok(()));
}

#[test]
fn a_source_that_repeats_itself_is_given_up() {
    let mut out = [0; FEW + 1];
    assert_eq!(sample_indices(&mut Stuck(7), &mut out, 1 << 20), Err(Error::EntropyBroken));
}
