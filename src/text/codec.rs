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

/// Encodes the last three quarters of `text` over the whole of it, in unpadded base64url.
pub fn encode_urlsafe_in_place(text: &mut [u8]) -> Result<(), Error> {
    let nbytes = urlsafe_decoded_len(text.len());
    in_place::<48, 64>(text, nbytes, |bytes, digits| {
        for (four, three) in digits.chunks_exact_mut(4).zip(bytes.chunks_exact(3)) {
            if let &[a, b, c] = three {
                // All four at once, the first one lowest.
                let bits = u32::from_be_bytes([0, a, b, c]);
                let digits =
                    bits >> 18 | bits >> 4 & 0x3F00 | bits << 10 & 0x003F_0000 | bits << 24;
                four.copy_from_slice(&(digits & 0x3F3F_3F3F).to_le_bytes());
            }
        }
        Alphabet::URLSAFE64.encode_all(digits);
    })
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
