//! UUIDs of RFC 9562: version 4, all random, and version 7, which sorts by time.

use crate::entropy::Source;
use crate::error::Error;
use crate::mem::wipe::{Scratch, clean_stack};
use crate::text::alphabet::Alphabet;
use crate::text::codec;

/// Bytes of a UUID.
pub const LEN: usize = 16;

/// Characters of a UUID's text.
pub const TEXT_LEN: usize = 36;

/// Bits that version 7 draws, below those that count milliseconds.
const RANDOM_BITS: u32 = 74;

/// Bytes of the stack that arithmetic on a UUID uses.
const FRAME: usize = 256;

/// Bits that are neither version nor variant.
const FREE_BITS: u32 = 122;

/// Draws a version 4.
pub fn v4(source: &mut impl Source, out: &mut [u8; LEN]) -> Result<(), Error> {
    let mut random = Scratch::<u8, LEN>::new();
    source.fill(&mut *random)?;
    store(out, u128::from_be_bytes(*random) >> (128 - FREE_BITS), 4);
    Ok(())
}

/// Draws a version 7 of this time.
pub fn v7(source: &mut impl Source, out: &mut [u8; LEN], unix_ms: u64) -> Result<(), Error> {
    let time = time(unix_ms)?;
    let mut random = Scratch::<u8, LEN>::new();
    source.fill(&mut *random)?;
    store(out, time | u128::from_be_bytes(*random) >> (128 - RANDOM_BITS), 7);
    Ok(())
}

/// Draws a version 7 above `previous`; all zeros are below any.
pub fn v7_after(
    source: &mut impl Source,
    out: &mut [u8; LEN],
    previous: &[u8; LEN],
    unix_ms: u64,
) -> Result<(), Error> {
    let time = time(unix_ms)?;
    let previous = u128::from_be_bytes(*previous);
    if previous != 0 && (previous >> 76 & 0xF, previous >> 62 & 0b11) != (7, 0b10) {
        return Err(Error::InvalidArgument);
    }
    let free = free_bits(previous);
    if previous == 0 || time >> RANDOM_BITS > free >> RANDOM_BITS {
        return v7(source, out, unix_ms);
    }
    // From 1 to 2^32, so that the next one can't be told from this one, and is above it. What the
    // random bits carry goes to the next millisecond.
    clean_stack::<FRAME, _>(|| {
        let mut random = Scratch::<u8, 4>::new();
        source.fill(&mut *random)?;
        let next = free + u128::from(u32::from_be_bytes(*random)) + 1;
        if next >> FREE_BITS != 0 {
            return Err(Error::TooLarge);
        }
        store(out, next, 7);
        Ok(())
    })
}

/// Writes a UUID over the `TEXT_LEN` characters of `out`, in lower case.
pub fn text(out: &mut [u8], uuid: &[u8; LEN]) -> Result<(), Error> {
    let out: &mut [u8; TEXT_LEN] = out.first_chunk_mut().ok_or(Error::BufferTooSmall)?;
    let mut digits = Scratch::<u8, { 2 * LEN }>::new();
    codec::hex_digits(&mut *digits, uuid);
    Alphabet::HEX.encode_all(&mut digits);
    *out = [b'-'; TEXT_LEN];
    out[..8].copy_from_slice(&digits[..8]);
    out[9..13].copy_from_slice(&digits[8..12]);
    out[14..18].copy_from_slice(&digits[12..16]);
    out[19..23].copy_from_slice(&digits[16..20]);
    out[24..].copy_from_slice(&digits[20..]);
    Ok(())
}

/// Reads the UUID that a text is of, in either case.
pub fn parse(out: &mut [u8; LEN], text: &[u8]) -> Result<(), Error> {
    let text: &[u8; TEXT_LEN] = text.try_into().map_err(|_| Error::Malformed)?;
    clean_stack::<FRAME, _>(|| {
        let mut digits = Scratch::<u8, { 2 * LEN }>::new();
        digits[..8].copy_from_slice(&text[..8]);
        digits[8..12].copy_from_slice(&text[9..13]);
        digits[12..16].copy_from_slice(&text[14..18]);
        digits[16..20].copy_from_slice(&text[19..23]);
        digits[20..].copy_from_slice(&text[24..]);
        let hyphens = [text[8], text[13], text[18], text[23]];
        let wrong = hyphens.into_iter().fold(0, |wrong, character| wrong | character ^ b'-');
        let decoded = codec::decode_hex(out, &*digits);
        codec::verdict(wrong).and(decoded).map(|_| ())
    })
}

/// Milliseconds of 48 bits, above the random bits.
fn time(unix_ms: u64) -> Result<u128, Error> {
    if unix_ms >> 48 != 0 {
        return Err(Error::InvalidArgument);
    }
    Ok(u128::from(unix_ms) << RANDOM_BITS)
}

/// The free bits of a UUID, closed up.
fn free_bits(uuid: u128) -> u128 {
    uuid >> 80 << 74 | (uuid >> 64 & 0xFFF) << 62 | uuid & ((1 << 62) - 1)
}

/// Stores free bits with a version and RFC 9562's variant between them.
fn store(out: &mut [u8; LEN], free: u128, version: u128) {
    let (high, middle, low) = (free >> 74, free >> 62 & 0xFFF, free & ((1 << 62) - 1));
    let uuid = high << 80 | version << 76 | middle << 64 | 0b10 << 62 | low;
    *out = uuid.to_be_bytes();
}

#[cfg(test)]
mod tests;
