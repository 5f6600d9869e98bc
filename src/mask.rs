//! Masks in place of branches: all ones where something holds, else 0. Kept from the optimiser, which
//! makes a branch of a mask whose values it knows.

#![forbid(unsafe_code)]

use core::hint::black_box;

/// Whether `a` is `b`.
pub fn is_equal(a: usize, b: usize) -> u64 {
    let difference = a as u64 ^ b as u64;
    // The highest bit of a number or of its negative is set, unless it is 0.
    !ones((difference | difference.wrapping_neg()) >> 63)
}

/// Whether `a` is below `b`; both are below 2^63.
pub fn is_below(a: u64, b: u64) -> u64 {
    ones(a.wrapping_sub(b) >> 63)
}

/// Whether a bit is set.
pub fn ones(bit: u64) -> u64 {
    black_box(bit).wrapping_neg()
}
