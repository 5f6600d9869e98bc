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

#[cfg(test)]
mod tests {
    use super::*;

    fn mask(holds: bool) -> u64 {
        if holds { u64::MAX } else { 0 }
    }

    #[test]
    fn numbers_that_differ_in_any_bits_are_not_equal() {
        for (high, low) in (0..64).flat_map(|high| (0..=high).map(move |low| (high, low))) {
            let difference = 1_u64 << high | 1 << low;
            for a in [0, 1, difference, u64::MAX] {
                assert_eq!(is_equal(a, a ^ difference), 0);
                assert_eq!(is_equal(a, a), u64::MAX);
            }
        }
    }

    #[test]
    fn numbers_at_both_ends_are_compared() {
        let numbers = [0, 1, 2, (1 << 62) - 1, 1 << 62, (1 << 63) - 2, (1 << 63) - 1];
        for a in numbers {
            for b in numbers {
                assert_eq!(is_below(a, b), mask(a < b), "{a} < {b}");
            }
        }
    }

    #[test]
    fn every_byte_is_judged_as_by_comparing() {
        for first in 0..=u8::MAX {
            for byte in 0..=u8::MAX {
                assert_eq!(is_at_least(byte, first), mask(byte >= first).to_le_bytes()[0]);
                for last in [first, first.saturating_add(9), u8::MAX - 1, u8::MAX] {
                    let expected = mask((first..=last).contains(&byte)).to_le_bytes()[0];
                    assert_eq!(is_within(byte, first, last), expected, "{first} {byte} {last}");
                }
            }
        }
    }

    #[test]
    fn every_difference_of_two_digits_borrows_where_it_is_below_0() {
        for (a, b) in (0..=u8::MAX).flat_map(|a| (0..=u8::MAX).map(move |b| (a, b))) {
            for borrow in [0, 1] {
                let expected = i32::from(a) - i32::from(b) - i32::from(borrow);
                let (difference, borrows) = borrowing_sub(a, b, borrow);
                assert_eq!(i32::from(difference) - 256 * i32::from(borrows), expected);
            }
        }
    }
}
