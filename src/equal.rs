//! Comparison that takes the same time wherever two secrets differ.

#![forbid(unsafe_code)]

use subtle::ConstantTimeEq;

/// Whether `a` and `b` hold the same bytes. Their lengths are no secret.
pub fn equal(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let (a, b) = (a.chunks_exact(8), b.chunks_exact(8));
    let rest = difference(a.remainder(), b.remainder());
    let difference = a.zip(b).fold(rest, |sum, (a, b)| sum | difference(a, b));
    difference.ct_eq(&0).into()
}

/// The bits in which at most eight bytes differ from as many others.
fn difference(a: &[u8], b: &[u8]) -> u64 {
    word(a) ^ word(b)
}

fn word(bytes: &[u8]) -> u64 {
    let mut word = [0; 8];
    for (to, from) in word.iter_mut().zip(bytes) {
        *to = *from;
    }
    u64::from_le_bytes(word)
}
