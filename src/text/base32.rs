//! Base32 text (RFC 4648, section 6): what authenticator apps show and people type, who group it and
//! take either case. It may be a secret: no branch and no address depends on a character, and what is
//! wrong with a text shows once, at the end.

use super::alphabet::Alphabet;
use super::codec::verdict;
use super::sieve;
use crate::error::Error;
use crate::mem::bytes::part_mut;
use crate::mem::ct;
use crate::mem::wipe::clean_stack;

/// Bits of a digit.
const BITS: usize = 5;

/// Bytes of the stack that encoding and decoding use.
const FRAME: usize = 512;

/// Characters of `nbytes` bytes, without padding; `None` if they cannot be counted.
pub const fn len(nbytes: usize) -> Option<usize> {
    // Eight characters for five bytes, and for the rest what its bits need.
    match (nbytes / BITS).checked_mul(8) {
        Some(whole) => whole.checked_add((nbytes % BITS * 8).div_ceil(BITS)),
        None => None,
    }
}

/// Bytes that `nchars` digits encode.
pub const fn decoded_len(nchars: usize) -> usize {
    nchars / 8 * BITS + nchars % 8 * BITS / 8
}

/// Encodes `bytes` over `text`, which is as long as `len` says.
pub fn encode(text: &mut [u8], bytes: &[u8]) -> Result<(), Error> {
    let mut bytes = bytes.iter();
    let (mut waiting, mut nbits) = (0, 0);
    for digit in text.iter_mut() {
        if nbits < BITS {
            // What is missing of the last digit are zeros.
            waiting = waiting << 8 | u32::from(bytes.next().copied().unwrap_or(0));
            nbits += 8;
        }
        nbits -= BITS;
        let [low, ..] = (waiting >> nbits).to_le_bytes();
        *digit = low & 0x1F;
    }
    Alphabet::BASE32.encode(text)
}

/// Decodes text to the front of `out`, which holds zeros; how many bytes it encodes. Spaces and '-' are
/// passed over wherever they stand, and '=' at the end.
pub fn decode(out: &mut [u8], text: &[u8]) -> Result<usize, Error> {
    let out = part_mut(out, ..decoded_len(text.len()))?;
    let (count, wrong) = clean_stack::<FRAME, _>(|| {
        let (mut last, mut wrong, mut ended) = (0, 0, 0);
        let count = sieve::pass(out, text, BITS, &mut |character| {
            let capital = character ^ (ct::is_within(character, b'a', b'z') & (b'a' ^ b'A'));
            let (value, unknown) = Alphabet::BASE32.decode(capital);
            let is = |other| ct::is_within(character, other, other);
            let (between, padding) = (is(b' ') | is(b'-'), is(b'='));
            wrong |= unknown & !between & !padding | ended & !unknown;
            ended |= padding;
            last = last & unknown | value;
            (value, !unknown)
        })?;
        // Bits that are left of the last digit are zero, and not a digit's worth of them.
        let unit = 1_u8 << (count * BITS % 8);
        Ok((count, wrong | last & (unit - 1) | unit >> BITS))
    })?;
    verdict(wrong)?;
    Ok(decoded_len(count))
}

#[cfg(test)]
mod tests;
