//! Bytes from hexadecimal and base64url text (RFC 4648), of which each value has one spelling. The
//! text may be a secret: no branch and no address depends on a character, and what is wrong with it
//! shows once, at the end.

#![forbid(unsafe_code)]

use crate::encode::urlsafe_bytes;
use crate::error::Error;
use crate::wipe::Scratch;

/// Characters that follow each other in ASCII and in what they stand for: the first, the last, and
/// the value of the first.
type Run = (u8, u8, u8);

const HEX: &[Run] = &[(b'0', b'9', 0), (b'a', b'f', 10), (b'A', b'F', 10)];
const URLSAFE: &[Run] =
    &[(b'A', b'Z', 0), (b'a', b'z', 26), (b'0', b'9', 52), (b'-', b'-', 62), (b'_', b'_', 63)];
pub const BASE62: &[Run] = &[(b'0', b'9', 0), (b'A', b'Z', 10), (b'a', b'z', 36)];

/// Base64url characters that are decoded at once, and the bytes that they spell.
const CHARACTERS: usize = 64;
const BYTES: usize = 48;

/// What a character stands for, and all ones where it stands for nothing.
pub fn digit(character: u8, runs: &[Run]) -> (u8, u8) {
    let (mut value, mut known) = (0, 0);
    for &(first, last, start) in runs {
        let mask = within(character, first, last);
        value |= mask & character.wrapping_sub(first).wrapping_add(start);
        known |= mask;
    }
    (value, !known)
}

/// All ones where `first` <= `character` <= `last`: both differences borrow.
fn within(character: u8, first: u8, last: u8) -> u8 {
    let [character, first, last] = [character, first, last].map(u16::from);
    let above = first.wrapping_sub(1).wrapping_sub(character);
    let below = character.wrapping_sub(1).wrapping_sub(last);
    let [_, mask] = (above & below).to_le_bytes();
    mask
}

fn verdict(wrong: u8) -> Result<(), Error> {
    if wrong == 0 { Ok(()) } else { Err(Error::Malformed) }
}

/// Decodes hexadecimal text in either case to the front of `out`; how many bytes it spells.
pub fn hex(out: &mut [u8], text: &[u8]) -> Result<usize, Error> {
    let nbytes = text.len() / 2;
    let out = out.get_mut(..nbytes).ok_or(Error::BufferTooSmall)?;
    let pairs = text.chunks_exact(2);
    let mut wrong = u8::from(!pairs.remainder().is_empty());
    for (to, pair) in out.iter_mut().zip(pairs) {
        *to = pair.iter().fold(0, |byte, &character| {
            let (value, unknown) = digit(character, HEX);
            wrong |= unknown;
            byte << 4 | value
        });
    }
    verdict(wrong)?;
    Ok(nbytes)
}

/// Decodes base64url text to the front of `out`; how many bytes it spells.
pub fn urlsafe(out: &mut [u8], text: &[u8]) -> Result<usize, Error> {
    let nbytes = urlsafe_bytes(text.len());
    let mut places = out.get_mut(..nbytes).ok_or(Error::BufferTooSmall)?.iter_mut();
    urlsafe_blocks(text, |bytes| {
        for (from, to) in bytes.iter().zip(places.by_ref()) {
            *to = *from;
        }
    })?;
    Ok(nbytes)
}

/// Decodes base64url text a block at a time, and hands the bytes of each to `take`: before it is
/// known whether what follows is of the format.
pub fn urlsafe_blocks(text: &[u8], mut take: impl FnMut(&[u8])) -> Result<(), Error> {
    let mut block = Scratch::<BYTES>::new();
    // A character alone has too few bits for a byte.
    let mut wrong = u8::from(text.len() % 4 == 1);
    for characters in text.chunks(CHARACTERS) {
        wrong |= decode_block(&mut block, characters);
        take(block.get(..urlsafe_bytes(characters.len())).unwrap_or_default());
    }
    verdict(wrong)
}

/// Decodes a block; not 0 where it holds another character, or a bit that belongs to no byte.
fn decode_block(block: &mut [u8; BYTES], characters: &[u8]) -> u8 {
    // What is missing of a short last group counts as zeros.
    let mut digits = Scratch::<CHARACTERS>::new();
    let mut wrong = 0;
    for (to, &character) in digits.iter_mut().zip(characters) {
        let (value, unknown) = digit(character, URLSAFE);
        *to = value;
        wrong |= unknown;
    }
    for (three, four) in block.chunks_exact_mut(3).zip(digits.chunks_exact(4)) {
        if let &[a, b, c, d] = four {
            three.copy_from_slice(&[a << 2 | b >> 4, b << 4 | c >> 2, c << 6 | d]);
        }
    }
    let spare = block.get(urlsafe_bytes(characters.len())..).unwrap_or_default();
    spare.iter().fold(wrong, |wrong, byte| wrong | byte)
}

#[cfg(test)]
#[path = "decode/tests.rs"]
mod tests;
