//! Integers, each value of a range exactly equally likely.

use super::uniform::{self, Word, fill_below};
use crate::entropy::Source;
use crate::error::Error;
use crate::mem::bytes::part_mut;
use crate::mem::wipe::Scratch;

/// Writes a value below `bound` to `out`: what is returned by value stays on the stack.
pub fn below(source: &mut impl Source, out: &mut u64, bound: u64) -> Result<(), Error> {
    *out = match bound {
        0 => return Err(Error::InvalidArgument),
        1 => 0,
        // Words with a byte to spare: one to draw again costs more than the byte.
        2..=0xFF => word_below::<u16>(source, bound)?,
        0x100..=0xFF_FFFF => word_below::<u32>(source, bound)?,
        _ => word_below::<u64>(source, bound)?,
    };
    Ok(())
}

#[inline(always)]
fn word_below<W: Word>(source: &mut impl Source, bound: u64) -> Result<u64, Error> {
    uniform::below(source, W::from_u64(bound)).map(Word::to_u64)
}

/// Writes a value of `nbits` bits, 0 to 64, to `out`.
pub fn bits(source: &mut impl Source, out: &mut u64, nbits: u32) -> Result<(), Error> {
    let unused = u64::BITS.checked_sub(nbits).ok_or(Error::InvalidArgument)?;
    let mut bytes = Scratch::<u8, 8>::new();
    source.fill(part_mut(&mut *bytes, ..nbits.div_ceil(8) as usize)?)?;
    *out = u64::from_le_bytes(*bytes) & u64::MAX.checked_shr(unused).unwrap_or(0);
    Ok(())
}

/// Writes a value from `low` to `high`, both included, to `out`.
pub fn between(source: &mut impl Source, out: &mut i64, low: i64, high: i64) -> Result<(), Error> {
    if low > high {
        return Err(Error::InvalidArgument);
    }
    let mut offset = Scratch::<u64, 1>::new();
    let [offset] = &mut *offset;
    // Wrapped, the difference of two i64 is right as a u64.
    match high.wrapping_sub(low) as u64 {
        u64::MAX => bits(source, offset, u64::BITS)?,
        span => below(source, offset, span + 1)?,
    }
    *out = low.wrapping_add(*offset as i64);
    Ok(())
}

/// Writes a value of Python's `range(start, stop, step)` to `out`.
pub fn stepped(
    source: &mut impl Source,
    out: &mut i64,
    start: i64,
    stop: i64,
    step: i64,
) -> Result<(), Error> {
    let (low, high) = if step > 0 { (start, stop) } else { (stop, start) };
    if step == 0 || low >= high {
        return Err(Error::InvalidArgument);
    }
    let span = high.wrapping_sub(low) as u64;
    let mut index = Scratch::<u64, 1>::new();
    let [index] = &mut *index;
    below(source, index, span.div_ceil(step.unsigned_abs()))?;
    *out = start.wrapping_add(step.wrapping_mul(*index as i64));
    Ok(())
}

/// Fills `out` with values of type `T` below `bound`, as they stand in memory.
pub fn many<T: Word>(source: &mut impl Source, out: &mut [u8], bound: u64) -> Result<(), Error> {
    match bound {
        0 => Err(Error::InvalidArgument),
        // Words with a byte to spare, so that few have to be drawn again.
        1..=0xFF => fill_below::<u16, T, 128>(source, out, u16::from_u64(bound)),
        // No wider than the values, whose type has the bound too.
        _ if bound <= 0xFF_FFFF || T::BYTES < u64::BYTES => {
            fill_below::<u32, T, 64>(source, out, u32::from_u64(bound))
        }
        _ => fill_below::<u64, T, 32>(source, out, bound),
    }
}

/// Writes a real in [0, 1), a multiple of 2^-53, to `out`.
pub fn unit(source: &mut impl Source, out: &mut f64) -> Result<(), Error> {
    let mut drawn = Scratch::<u64, 1>::new();
    let [drawn] = &mut *drawn;
    bits(source, drawn, f64::MANTISSA_DIGITS)?;
    #[allow(clippy::cast_precision_loss)] // 53 bits are what a double holds exactly.
    let whole = *drawn as f64;
    *out = whole * (f64::EPSILON / 2.0);
    Ok(())
}

#[cfg(test)]
mod tests;
