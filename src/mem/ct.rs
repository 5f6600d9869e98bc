//! Constant time: masks in place of branches, all ones where something holds and else 0. The only
//! place where a bit of a secret becomes a mask.
//!
//! - A mask of 64 bits that selects in a loop of its own goes through `black_box`: LLVM sees that it
//!   has two values, and makes a branch around the loop of it.
//! - A mask of a byte is one of many lanes of a vector. LLVM has no branch to make of those, and
//!   `black_box` would keep it from making vectors at all.
//! - Whole strings are compared by `subtle`, whose `Choice` keeps the verdict from the optimiser.
//!
//! tests/c/ct.c shows for the library that is shipped that no branch came back.

use core::hint::black_box;

/// All ones for a 1, 0 for a 0.
pub fn mask_from_bit(bit: u64) -> u64 {
    black_box(bit).wrapping_neg()
}

/// Whether `a` is `b`.
pub fn is_equal(a: u64, b: u64) -> u64 {
    let difference = a ^ b;
    // The highest bit of a number or of its negative is set, unless it is 0.
    !mask_from_bit((difference | difference.wrapping_neg()) >> 63)
}

/// Whether `a` is below `b`; both are below 2^63.
pub fn is_below(a: u64, b: u64) -> u64 {
    mask_from_bit(a.wrapping_sub(b) >> 63)
}

/// Whether `first` <= `byte` <= `last`: then both differences borrow.
pub fn is_within(byte: u8, first: u8, last: u8) -> u8 {
    let [byte, first, last] = [byte, first, last].map(u16::from);
    let above = first.wrapping_sub(1).wrapping_sub(byte);
    let below = byte.wrapping_sub(1).wrapping_sub(last);
    let [_, mask] = (above & below).to_le_bytes();
    mask
}

/// Whether `byte` >= `least`.
pub fn is_at_least(byte: u8, least: u8) -> u8 {
    u8::from(byte >= least).wrapping_neg()
}

/// The difference of two digits of a number in base 2^8, less the borrow of the digit before it, and
/// its own borrow, 0 or 1.
pub fn borrowing_sub(a: u8, b: u8, borrow: u8) -> (u8, u8) {
    let [difference, borrow] =
        u16::from(a).wrapping_sub(b.into()).wrapping_sub(borrow.into()).to_le_bytes();
    (difference, borrow & 1)
}
