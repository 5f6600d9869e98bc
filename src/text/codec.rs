//! Hexadecimal and base64url text of bytes, both ways (RFC 4648). Either may be a secret: no branch
//! and no address depends on one, and what is wrong with a text shows once, at its end.

use super::alphabet::Alphabet;
use crate::error::Error;
use crate::mem::bytes::{copy, part, part_mut, split};
use crate::mem::wipe::{Scratch, clean_stack};

/// Base64url characters that are decoded at once, and the bytes that they encode.
const URLSAFE_CHUNK: usize = 64;
const URLSAFE_CHUNK_BYTES: usize = 48;

/// Characters of `nbytes` bytes in hexadecimal; `None` if they cannot be counted.
pub const fn hex_len(nbytes: usize) -> Option<usize> {
    nbytes.checked_mul(2)
}

/// Characters of `nbytes` bytes in unpadded base64url; `None` if they cannot be counted.
pub const fn urlsafe_len(nbytes: usize) -> Option<usize> {
    // Four characters for three bytes; a last group of one or two bytes takes one more than it has.
    let (groups, rest) = (nbytes / 3, nbytes % 3);
    match groups.checked_mul(4) {
        Some(whole) => whole.checked_add(if rest == 0 { 0 } else { rest + 1 }),
        None => None,
    }
}

/// Bytes that a hexadecimal text of `nchars` characters encodes.
pub const fn hex_decoded_len(nchars: usize) -> usize {
    nchars / 2
}

/// Bytes that a base64url text of `nchars` characters encodes.
pub const fn urlsafe_decoded_len(nchars: usize) -> usize {
    nchars / 4 * 3 + nchars % 4 * 3 / 4
}

/// Encodes `bytes` in lower-case hexadecimal over `text`, which is as long.
pub fn encode_hex(text: &mut [u8], bytes: &[u8]) -> Result<(), Error> {
    copy(hex_source(text)?, bytes)?;
    encode_hex_in_place(text)
}

/// Encodes `bytes` in unpadded base64url over `text`, which is as long.
pub fn encode_urlsafe(text: &mut [u8], bytes: &[u8]) -> Result<(), Error> {
    copy(urlsafe_source(text)?, bytes)?;
    encode_urlsafe_in_place(text)
}

/// The end of `text` from which `encode_hex_in_place` takes the bytes.
pub fn hex_source(text: &mut [u8]) -> Result<&mut [u8], Error> {
    part_mut(text, text.len() - hex_decoded_len(text.len())..)
}

/// The end of `text` from which `encode_urlsafe_in_place` takes the bytes.
pub fn urlsafe_source(text: &mut [u8]) -> Result<&mut [u8], Error> {
    part_mut(text, text.len() - urlsafe_decoded_len(text.len())..)
}

/// Encodes the last half of `text` over the whole of it, in lower-case hexadecimal.
pub fn encode_hex_in_place(text: &mut [u8]) -> Result<(), Error> {
    let nbytes = hex_decoded_len(text.len());
    in_place::<32, 64>(text, nbytes, |bytes, digits| {
        hex_digits(digits, bytes);
        Alphabet::HEX.encode_all(digits);
    })
}

/// The two digits of each byte.
pub fn hex_digits(digits: &mut [u8], bytes: &[u8]) {
    for (pair, byte) in digits.chunks_exact_mut(2).zip(bytes) {
        pair.copy_from_slice(&[byte >> 4, byte & 0xF]);
    }
}

/// Encodes the last three quarters of `text` over the whole of it, in unpadded base64url: six bytes at a
/// time as eight characters in a register, front to back for the reason that `in_place` has.
pub fn encode_urlsafe_in_place(text: &mut [u8]) -> Result<(), Error> {
    let nbytes = urlsafe_decoded_len(text.len());
    let mut start = text.len().checked_sub(nbytes).ok_or(Error::BufferTooSmall)?;
    let mut done = 0;
    while let Some(&[a, b, c, d, e, f]) = text.get(start..).and_then(|rest| rest.first_chunk()) {
        let (high, low) = (u16::from_be_bytes([a, b]), u32::from_be_bytes([c, d, e, f]));
        let characters = urlsafe_characters(u64::from(high) << 32 | u64::from(low));
        let place = part_mut(text, done..)?.first_chunk_mut().ok_or(Error::BufferTooSmall)?;
        *place = characters.to_be_bytes();
        (start, done) = (start + 6, done + 8);
    }
    // A short last group is encoded with zeros after it, and what they encode to is cut off.
    let rest = part(text, start..)?.iter().chain(&[0; 6]).take(6);
    let last = rest.fold(0, |bits, &byte| bits << 8 | u64::from(byte));
    let mut characters = urlsafe_characters(last);
    for place in part_mut(text, done..)? {
        characters = characters.rotate_left(8);
        [*place, ..] = characters.to_le_bytes();
    }
    Ok(())
}

/// The eight characters of 48 bits, the first in the highest byte.
fn urlsafe_characters(bits: u64) -> u64 {
    // The bits move apart to the halves of the word, to its quarters, and to its bytes.
    let halves = bits & 0x00FF_FFFF | bits << 8 & 0x00FF_FFFF << 32;
    let quarters = halves & 0x0FFF_0000_0FFF | halves << 4 & 0x0FFF_0000_0FFF << 16;
    let digits = quarters & 0x003F_003F_003F_003F | quarters << 2 & 0x003F_003F_003F_003F << 8;
    Alphabet::URLSAFE64.encode_word(digits)
}

/// Encodes the last `nbytes` bytes of `text` over the whole of it, `IN` bytes as `OUT` characters at
/// a time. Front to back no character reaches a byte that is still to be read: what is ahead of
/// the bytes is as long as all the characters that outgrow theirs.
fn in_place<const IN: usize, const OUT: usize>(
    text: &mut [u8],
    nbytes: usize,
    encode: impl Fn(&[u8; IN], &mut [u8; OUT]),
) -> Result<(), Error> {
    let (mut bytes, mut characters) = (Scratch::<u8, IN>::new(), Scratch::<u8, OUT>::new());
    let mut start = text.len().checked_sub(nbytes).ok_or(Error::BufferTooSmall)?;
    let mut done = 0;
    while start < text.len() {
        let len = (text.len() - start).min(IN);
        // A short last group is encoded with zeros after it, and what they encode to is cut off.
        bytes.fill(0);
        copy(part_mut(&mut *bytes, ..len)?, part(text, start..start + len)?)?;
        encode(&bytes, &mut characters);
        let nchars = (text.len() - done).min(OUT);
        copy(part_mut(text, done..done + nchars)?, part(&*characters, ..nchars)?)?;
        (start, done) = (start + len, done + nchars);
    }
    Ok(())
}

/// Bytes of the stack that decoding uses.
const FRAME: usize = 768;

/// `wrong` is not 0 where a character or a bit was.
pub fn verdict(wrong: u8) -> Result<(), Error> {
    if wrong == 0 { Ok(()) } else { Err(Error::Malformed) }
}

/// The digit that a character in either case stands for, and all ones if it stands for none.
// A call, and not as many copies as a vector has lanes.
#[inline(never)]
fn hex_digit(character: u8) -> (u8, u8) {
    let (lower, not_lower) = Alphabet::HEX.decode(character);
    let (upper, not_upper) = Alphabet::HEX_UPPER.decode(character);
    (lower | upper, not_lower & not_upper)
}

/// Decodes hexadecimal text in either case to the front of `out`; how many bytes it encodes.
pub fn decode_hex(out: &mut [u8], text: &[u8]) -> Result<usize, Error> {
    let nbytes = hex_decoded_len(text.len());
    let out = part_mut(out, ..nbytes)?;
    let wrong = clean_stack::<FRAME, _>(|| {
        let pairs = text.chunks_exact(2);
        let mut wrong = u8::from(!pairs.remainder().is_empty());
        for (to, pair) in out.iter_mut().zip(pairs) {
            *to = pair.iter().fold(0, |byte, &character| {
                let (digit, unknown) = hex_digit(character);
                wrong |= unknown;
                byte << 4 | digit
            });
        }
        wrong
    });
    verdict(wrong)?;
    Ok(nbytes)
}

/// Decodes base64url text to the front of `out`; how many bytes it encodes.
pub fn decode_urlsafe(out: &mut [u8], text: &[u8]) -> Result<usize, Error> {
    let nbytes = urlsafe_decoded_len(text.len());
    let mut places = part_mut(out, ..nbytes)?.iter_mut();
    decode_urlsafe_chunks(text, &mut |bytes| {
        for (from, to) in bytes.iter().zip(places.by_ref()) {
            *to = *from;
        }
    })?;
    Ok(nbytes)
}

/// Decodes base64url text a chunk at a time, and hands the bytes of each to `take`: before it is
/// known whether what follows is of the format.
// Once in the library, and not once for each of its uses.
#[inline(never)]
pub fn decode_urlsafe_chunks(text: &[u8], take: &mut dyn FnMut(&[u8])) -> Result<(), Error> {
    let wrong = clean_stack::<FRAME, _>(|| {
        let mut bytes = Scratch::<u8, URLSAFE_CHUNK_BYTES>::new();
        // A character alone has too few bits for a byte.
        let mut wrong = u8::from(text.len() % 4 == 1);
        for characters in text.chunks(URLSAFE_CHUNK) {
            decode_urlsafe_chunk(&mut bytes, characters, &mut wrong);
            let (taken, spare) = split(&*bytes, urlsafe_decoded_len(characters.len()))?;
            // Bits that belong to no byte must be 0.
            wrong = spare.iter().fold(wrong, |wrong, byte| wrong | byte);
            take(taken);
        }
        Ok(wrong)
    });
    verdict(wrong?)
}

/// Decodes a chunk; what is missing of a short last group counts as zeros.
fn decode_urlsafe_chunk(bytes: &mut [u8; URLSAFE_CHUNK_BYTES], characters: &[u8], wrong: &mut u8) {
    let mut digits = Scratch::<u8, URLSAFE_CHUNK>::new();
    for (to, &character) in digits.iter_mut().zip(characters) {
        let (value, unknown) = Alphabet::URLSAFE64.decode(character);
        *to = value;
        *wrong |= unknown;
    }
    for (three, four) in bytes.chunks_exact_mut(3).zip(digits.chunks_exact(4)) {
        if let &[a, b, c, d] = four {
            three.copy_from_slice(&[a << 2 | b >> 4, b << 4 | c >> 2, c << 6 | d]);
        }
    }
}

#[cfg(test)]
mod tests;
