//! UUIDs of RFC 9562: version 4, all random, and version 7, which sorts by time.

#![forbid(unsafe_code)]

use crate::encode;
use crate::error::Error;
use crate::source::Source;
use crate::wipe::{Scratch, clean_stack, copy};

pub const UUID: usize = 16;

/// Characters of a UUID's text.
pub const TEXT: usize = 36;

/// Bits that version 7 draws, below those that count milliseconds.
const RANDOM: u32 = 74;

/// Bytes of the stack that arithmetic on a UUID uses.
const FRAME: usize = 256;

/// Bits that are neither version nor variant.
const FREE: u32 = 122;

/// Writes a version 4 to `out`, which has room for one.
pub fn v4(source: &mut impl Source, out: &mut [u8]) -> Result<(), Error> {
    let mut random = Scratch::<UUID>::new();
    source.fill(&mut *random)?;
    write(out, u128::from_be_bytes(*random) >> (128 - FREE), 4);
    Ok(())
}

/// Writes a version 7 of this time to `out`, which has room for one.
pub fn v7(source: &mut impl Source, out: &mut [u8], unix_ms: u64) -> Result<(), Error> {
    let time = time(unix_ms)?;
    let mut random = Scratch::<UUID>::new();
    source.fill(&mut *random)?;
    write(out, time | u128::from_be_bytes(*random) >> (128 - RANDOM), 7);
    Ok(())
}

/// Writes a version 7 above `previous` to `out`, which has room for one; all zeros are below any.
pub fn v7_after(
    source: &mut impl Source,
    out: &mut [u8],
    previous: &[u8; UUID],
    unix_ms: u64,
) -> Result<(), Error> {
    let time = time(unix_ms)?;
    let previous = u128::from_be_bytes(*previous);
    if previous != 0 && (previous >> 76 & 0xF, previous >> 62 & 0b11) != (7, 0b10) {
        return Err(Error::InvalidArgument);
    }
    let free = read(previous);
    if previous == 0 || time >> RANDOM > free >> RANDOM {
        return v7(source, out, unix_ms);
    }
    // From 1 to 2^32, so that the next one can't be told from this one, and is above it. What the
    // random bits carry goes to the next millisecond.
    clean_stack::<FRAME, _>(|| {
        let mut random = Scratch::<4>::new();
        source.fill(&mut *random)?;
        let next = free + u128::from(u32::from_be_bytes(*random)) + 1;
        if next >> FREE != 0 {
            return Err(Error::TooLarge);
        }
        write(out, next, 7);
        Ok(())
    })
}

/// Spells a UUID over the `TEXT` characters of `out`, in lower case.
pub fn text(out: &mut [u8], uuid: &[u8]) {
    let mut digits = Scratch::<{ 2 * UUID }>::new();
    encode::hex(&mut *digits, uuid);
    let mut digits = digits.iter();
    for (place, to) in out.iter_mut().enumerate() {
        let hyphen = matches!(place, 8 | 13 | 18 | 23);
        *to = if hyphen { b'-' } else { digits.next().copied().unwrap_or_default() };
    }
}

/// Milliseconds of 48 bits, above the random bits.
fn time(unix_ms: u64) -> Result<u128, Error> {
    if unix_ms >> 48 == 0 { Ok(u128::from(unix_ms) << RANDOM) } else { Err(Error::InvalidArgument) }
}

/// The free bits of a UUID, closed up.
fn read(uuid: u128) -> u128 {
    uuid >> 80 << 74 | (uuid >> 64 & 0xFFF) << 62 | uuid & ((1 << 62) - 1)
}

/// Writes free bits with a version and RFC 9562's variant between them.
fn write(out: &mut [u8], free: u128, version: u128) {
    let (high, middle, low) = (free >> 74, free >> 62 & 0xFFF, free & ((1 << 62) - 1));
    let uuid = high << 80 | version << 76 | middle << 64 | 0b10 << 62 | low;
    copy(out, &*Scratch::from(&uuid.to_be_bytes()));
}

#[cfg(test)]
#[path = "uuid/tests.rs"]
mod tests;
