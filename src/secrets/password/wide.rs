//! Numbers of up to 896 bits, as many as there are passwords. They are held in arrays of one width, and
//! computed in as many low words as a length needs: so many, whatever their value.

use super::log2::log2;
use crate::error::Error;
use crate::mem::bytes::part_mut;
use crate::mem::ct;

/// Strings of up to this many characters are counted.
pub const MAX_CHARS: usize = 128;

/// All classes together have at most 94 characters, and 94 < 2^7.
const BITS_PER_CHAR: usize = 7;

pub const WORDS: usize = MAX_CHARS * BITS_PER_CHAR / 64;

/// A number, its low words first.
pub type Wide = [u64; WORDS];

/// The bytes of one.
pub const BYTES: usize = WORDS * 8;

/// How many words the number of strings of a length needs.
pub fn width(length: usize) -> usize {
    (length * BITS_PER_CHAR).div_ceil(64).max(1)
}

/// The low words of a number.
pub fn low(number: &mut Wide, words: usize) -> Result<&mut [u64], Error> {
    part_mut(number, ..words)
}

pub fn one() -> Wide {
    let mut number = [0; WORDS];
    number[0] = 1;
    number
}

/// The low and the high half.
pub fn halves(number: u128) -> [u64; 2] {
    #[allow(clippy::cast_possible_truncation)]
    [number as u64, (number >> 64) as u64]
}

/// Multiplies a number, modulo what it can hold.
#[inline(never)]
pub fn multiply(number: &mut [u64], factor: u64) {
    let mut carry = 0;
    for word in number {
        let [low, high] = halves(u128::from(*word) * u128::from(factor) + carry);
        *word = low;
        carry = high.into();
    }
}

/// Adds `a` * `b` to a number, modulo what it can hold, which is at most as long as `a`.
#[inline(never)]
pub fn add_product(sum: &mut [u64], a: &[u64], b: &[u64]) {
    for (shift, &b) in b.iter().enumerate() {
        let mut carry = 0;
        for (sum, &a) in sum.iter_mut().skip(shift).zip(a) {
            let [low, high] = halves(u128::from(a) * u128::from(b) + u128::from(*sum) + carry);
            *sum = low;
            carry = high.into();
        }
    }
}

pub fn set_product(product: &mut [u64], a: &[u64], b: &[u64]) {
    product.fill(0);
    add_product(product, a, b);
}

/// `a` - `b`, modulo what a number can hold; all ones where `b` was the larger, else 0.
#[inline(never)]
pub fn set_difference(difference: &mut [u64], a: &[u64], b: &[u64]) -> u64 {
    let mut borrow = 0;
    for ((to, &a), &b) in difference.iter_mut().zip(a).zip(b) {
        let [low, high] = halves(u128::from(a).wrapping_sub(b.into()).wrapping_sub(borrow));
        *to = low;
        borrow = (high & 1).into();
    }
    let [borrow, _] = halves(borrow);
    ct::mask_from_bit(borrow)
}

/// The logarithm to base 2; 0 for 0.
pub fn log2_of(number: &Wide) -> f64 {
    let (mut whole, mut fraction) = (0, 0);
    let (mut below, mut lower) = (0, 0);
    for &word in number {
        if let Some(top) = word.checked_ilog2() {
            // The 64 bits from the highest one on: what is below them changes nothing in a double.
            let [_, leading] = halves((u128::from(word) << 64 | lower) << word.leading_zeros());
            (whole, (_, fraction)) = (below + top, log2(leading));
        }
        (below, lower) = (below + u64::BITS, word.into());
    }
    #[allow(clippy::cast_precision_loss)]
    let fraction = fraction as f64 / (1_u128 << u64::BITS) as f64;
    f64::from(whole) + fraction
}
