//! Integers, each value of a range exactly equally likely.

use super::uniform::{self, Word, fill_below};
use crate::entropy::Source;
use crate::error::Error;
use crate::mem::bytes::part_mut;
use crate::mem::wipe::Scratch;

/// A value below `bound`.
pub fn below(source: &mut impl Source, bound: u64) -> Result<u64, Error> {
    match bound {
        0 => Err(Error::InvalidArgument),
        1 => Ok(0),
        // Words with a byte to spare: one to draw again costs more than the byte.
        2..=0xFF => word_below::<u16>(source, bound),
        0x100..=0xFF_FFFF => word_below::<u32>(source, bound),
        _ => word_below::<u64>(source, bound),
    }
}

fn word_below<W: Word>(source: &mut impl Source, bound: u64) -> Result<u64, Error> {
    uniform::below(source, W::from_u64(bound)).map(Word::to_u64)
}

/// A value of `nbits` bits, 0 to 64.
pub fn bits(source: &mut impl Source, nbits: u32) -> Result<u64, Error> {
    let unused = u64::BITS.checked_sub(nbits).ok_or(Error::InvalidArgument)?;
    let mut bytes = Scratch::<u8, 8>::new();
    source.fill(part_mut(&mut *bytes, ..nbits.div_ceil(8) as usize)?)?;
    Ok(u64::from_le_bytes(*bytes) & u64::MAX.checked_shr(unused).unwrap_or(0))
}

/// A value from `low` to `high`, both included.
pub fn between(source: &mut impl Source, low: i64, high: i64) -> Result<i64, Error> {
    if low > high {
        return Err(Error::InvalidArgument);
    }
    // Wrapped, the difference of two i64 is right as a u64.
    let offset = match high.wrapping_sub(low) as u64 {
        u64::MAX => bits(source, u64::BITS)?,
        span => below(source, span + 1)?,
    };
    Ok(low.wrapping_add(offset as i64))
}

/// A value of Python's `range(start, stop, step)`.
pub fn stepped(source: &mut impl Source, start: i64, stop: i64, step: i64) -> Result<i64, Error> {
    let (low, high) = if step > 0 { (start, stop) } else { (stop, start) };
    if step == 0 || low >= high {
        return Err(Error::InvalidArgument);
    }
    let span = high.wrapping_sub(low) as u64;
    let index = below(source, span.div_ceil(step.unsigned_abs()))?;
    Ok(start.wrapping_add(step.wrapping_mul(index as i64)))
}

/// Fills `out` with values of type `T` below `bound`, as they stand in memory.
pub fn many<T: Word>(source: &mut impl Source, out: &mut [u8], bound: u64) -> Result<(), Error> {
    match bound {
        0 => Err(Error::InvalidArgument),
        // Words with a byte to spare, so that few have to be drawn again.
        1..=0xFF => fill_below::<u16, T>(source, out, u16::from_u64(bound)),
        // No wider than the values, whose type has the bound too.
        _ if bound <= 0xFF_FFFF || T::BYTES < u64::BYTES => {
            fill_below::<u32, T>(source, out, u32::from_u64(bound))
        }
        _ => fill_below::<u64, T>(source, out, bound),
    }
}

/// A real in [0, 1), a multiple of 2^-53.
pub fn unit(source: &mut impl Source) -> Result<f64, Error> {
    #[allow(clippy::cast_precision_loss)] // 53 bits are what a double holds exactly.
    bits(source, f64::MANTISSA_DIGITS).map(|bits| bits as f64 * (f64::EPSILON / 2.0))
}

#[cfg(test)]
mod tests;
