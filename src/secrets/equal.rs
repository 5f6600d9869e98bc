//! Comparison that takes the same time wherever two secrets differ.

use crate::draw::uniform::Word;
use subtle::{Choice, ConditionallySelectable, ConstantTimeEq};

/// Whether `a` and `b` hold the same bytes. Their lengths are no secret.
// Once in the library, and not once for each of its uses.
#[inline(never)]
pub fn equal(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && same(a, b).into()
}

/// Whether all bytes are zero. Of a string that has another nothing shows, not where it stands either.
// Once in the library, and not once for each of its uses.
#[inline(never)]
pub fn is_zero(bytes: &[u8]) -> bool {
    bytes.iter().fold(0, |bits, byte| bits | byte) == 0
}

/// The first of `rows`, each as long as `needle`, that holds the same bytes. All of them are looked
/// at, and which it was shows only in what is returned.
pub fn find(needle: &[u8], rows: &[u8]) -> Option<usize> {
    if needle.is_empty() {
        return None;
    }
    let mut found = u64::MAX;
    for (row, index) in rows.chunks_exact(needle.len()).zip(0..) {
        // Only the first one moves the index away from all ones.
        let first = found.ct_eq(&u64::MAX) & same(needle, row);
        found.conditional_assign(&index, first);
    }
    usize::try_from(found).ok().filter(|&index| index != usize::MAX)
}

/// Whether two byte strings of one length are the same, eight bytes at a time: the slices of `subtle`
/// are compared byte by byte.
fn same(a: &[u8], b: &[u8]) -> Choice {
    // The last eight bytes overlap those before them, rather than being compared one by one.
    let last = match (a.last_chunk(), b.last_chunk()) {
        (Some(a), Some(b)) => u64::from_le_bytes(*a) ^ u64::from_le_bytes(*b),
        _ => short_word(a) ^ short_word(b),
    };
    let words = a.chunks_exact(8).zip(b.chunks_exact(8));
    let difference = words.fold(last, |sum, (a, b)| sum | (u64::load_le(a) ^ u64::load_le(b)));
    difference.ct_eq(&0)
}

/// A number that less than eight bytes make, and no others of as many.
fn short_word(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |number, &byte| number << 8 | u64::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_equal_only_where_every_bit_is() {
        let a: Vec<u8> = (0..200).collect();
        for len in 0..a.len() {
            assert!(equal(&a[..len], &a[..len]));
            assert!(!equal(&a[..len], &a[..len + 1]) && !equal(&a[..len + 1], &a[..len]));
            for bit in 0..8 * len {
                let mut b = a[..len].to_vec();
                b[bit / 8] ^= 1 << (bit % 8);
                assert!(!equal(&a[..len], &b) && !equal(&b, &a[..len]));
            }
        }
    }

    #[test]
    fn the_first_equal_row_is_found() {
        for size in 1..=20 {
            let needle: Vec<u8> = (1..=size).collect();
            for count in 0..6_usize {
                for matches in 0..1_u32 << count {
                    let row = |i| {
                        if matches >> i & 1 == 1 { needle.clone() } else { vec![0; needle.len()] }
                    };
                    let rows: Vec<u8> = (0..count).flat_map(row).collect();
                    let expected = (0..count).find(|i| matches >> i & 1 == 1);
                    assert_eq!(find(&needle, &rows), expected, "{size} bytes, {matches:b}");
                }
            }
        }
    }

    #[test]
    fn a_row_that_differs_in_one_bit_is_not_found() {
        let needle = [0xA5; 13];
        for bit in 0..8 * needle.len() {
            let mut row = needle;
            row[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(find(&needle, &row), None, "bit {bit}");
            assert_eq!(find(&needle, &[row, needle].concat()), Some(1), "bit {bit}");
        }
    }

    #[test]
    fn nothing_is_found_for_an_empty_needle() {
        assert_eq!(find(&[], &[]), None);
        assert_eq!(find(&[], &[0]), None);
    }
}
