//! Integers of any length, as big-endian bytes.

#![forbid(unsafe_code)]

use crate::error::{Error, MISSES};
use crate::source::Source;

/// Fills `out` with a value below `bound`, which has as many bytes.
pub fn below(source: &mut impl Source, out: &mut [u8], bound: &[u8]) -> Result<(), Error> {
    let zeros = bound.iter().take_while(|&&byte| byte == 0).count();
    let (high, out) = out.split_at_mut_checked(zeros).ok_or(Error::InvalidArgument)?;
    let bound = bound.get(zeros..).unwrap_or_default();
    let (&top, rest) = bound.split_first().ok_or(Error::InvalidArgument)?;
    // The bits that the largest value, bound - 1, has in the first byte.
    let largest = if rest.iter().all(|&byte| byte == 0) { top - 1 } else { top };
    let mask = mask(largest);
    high.fill(0);
    for _ in 0..MISSES {
        source.fill(out)?;
        if let Some(first) = out.first_mut() {
            *first &= mask;
        }
        if is_below(out, bound) {
            return Ok(());
        }
    }
    Err(Error::EntropyBroken)
}

/// Fills `out`, which is as long as `nbits` bits need, with a value of that many bits.
pub fn bits(source: &mut impl Source, out: &mut [u8], nbits: usize) -> Result<(), Error> {
    if out.len() != nbits.div_ceil(8) {
        return Err(Error::InvalidArgument);
    }
    source.fill(out)?;
    if let Some(first) = out.first_mut() {
        let unused = nbits.wrapping_neg() % 8;
        *first &= u8::MAX >> unused;
    }
    Ok(())
}

/// All ones up to the highest bit of `byte`.
fn mask(byte: u8) -> u8 {
    u8::MAX.checked_shr(byte.leading_zeros()).unwrap_or(0)
}

/// Whether a number is below another of as many bytes, without a branch on either: the borrow
/// that is left when one is subtracted from the other.
fn is_below(value: &[u8], bound: &[u8]) -> bool {
    let pairs = value.iter().zip(bound).rev();
    let borrow = pairs.fold(0, |borrow, (&value, &bound)| {
        let difference = u16::from(value).wrapping_sub(u16::from(bound)).wrapping_sub(borrow);
        difference >> 15
    });
    borrow == 1
}
