//! Sorting in place for lists of indices. The sort of Rust's core library keeps a panic for orders
//! that contradict themselves, which the proof that none is reachable does not let through.

use crate::error::Error;
use crate::mem::bytes::{part, split_mut, swap};

/// Sorts values below `bound` upwards, by one bit after the other from the highest (P. Hildebrandt
/// and H. Isbitz, radix exchange; Knuth, The Art of Computer Programming, volume 3, 5.2.2,
/// algorithm R). Of k values drawn at random it looks at about log2(k) bits; it never goes deeper
/// than the bound has bits.
pub fn sort(values: &mut [usize], bound: usize) -> Result<(), Error> {
    by_bits_from(values, bound.checked_ilog2().map_or(0, |highest| 1 << highest))
}

fn by_bits_from(values: &mut [usize], bit: usize) -> Result<(), Error> {
    if values.len() < 2 || bit == 0 {
        return Ok(());
    }
    let mut zeros = 0;
    for i in 0..values.len() {
        let is_zero = *part(values, i)? & bit == 0;
        // Always swapped, and only sometimes kept in front: half of the values are, at random, and
        // a branch would be predicted wrongly as often.
        swap(values, i, zeros)?;
        zeros += usize::from(is_zero);
    }
    let (without, with) = split_mut(values, zeros)?;
    by_bits_from(without, bit >> 1)?;
    by_bits_from(with, bit >> 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_sorted_as_rusts_core_library_sorts_them() {
        for bound in [1, 2, 3, 100, 4096, 1_000_000, usize::MAX] {
            for len in [0, 1, 2, 3, 64, 1000] {
                let mut values: Vec<_> = (1..=len)
                    .map(|i: usize| i.wrapping_mul(0x9E37_79B9_7F4A_7C15) % bound)
                    .collect();
                let mut sorted = values.clone();
                sorted.sort();
                assert_eq!(sort(&mut values, bound), Ok(()));
                assert_eq!(values, sorted);
            }
        }
    }
}
