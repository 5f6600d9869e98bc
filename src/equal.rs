//! Comparison that takes the same time wherever two secrets differ.

#![forbid(unsafe_code)]

use subtle::ConstantTimeEq;

/// Whether `a` and `b` hold the same bytes. Their lengths are no secret.
pub fn equal(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    // The last eight bytes overlap those before them, rather than being compared one by one.
    let last = match (a.last_chunk::<8>(), b.last_chunk::<8>()) {
        (Some(a), Some(b)) => word(a) ^ word(b),
        _ => short_word(a) ^ short_word(b),
    };
    let words = a.chunks_exact(8).zip(b.chunks_exact(8));
    let difference = words.fold(last, |sum, (a, b)| sum | (word(a) ^ word(b)));
    difference.ct_eq(&0).into()
}

/// The number that eight bytes spell.
fn word(bytes: &[u8]) -> u64 {
    bytes.try_into().map_or(0, u64::from_le_bytes)
}

/// The number that less than eight bytes spell.
fn short_word(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |word, &byte| word << 8 | u64::from(byte))
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
}
