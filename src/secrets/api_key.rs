//! API keys in GitHub's layout: a prefix that says whose they are, random characters, and a checksum
//! that tells a typing error from a key that was never given out.

use super::equal::equal;
use super::token;
use crate::entropy::Source;
use crate::error::Error;
use crate::mem::bytes::{copy, split_mut};
use crate::mem::wipe::{Scratch, clean_stack};
use crate::text::alphabet::Alphabet;

pub const MAX_PREFIX_LEN: usize = 32;

/// Characters that are drawn, and those that check them.
const RANDOM_LEN: usize = 30;
const CHECKSUM_LEN: usize = 6;

/// Characters after the prefix: '_', the random ones and the checksum.
const SUFFIX_LEN: usize = 1 + RANDOM_LEN + CHECKSUM_LEN;

/// Bytes of the stack that a checksum uses.
const FRAME: usize = 512;

/// Characters of a key whose prefix has `prefix_len`; `None` if they cannot be counted.
pub const fn len(prefix_len: usize) -> Option<usize> {
    prefix_len.checked_add(SUFFIX_LEN)
}

/// The characters of a key with this prefix; an error if it can't be one.
pub fn len_with(prefix: &[u8]) -> Result<usize, Error> {
    if !is_prefix(prefix) {
        return Err(Error::InvalidArgument);
    }
    len(prefix.len()).ok_or(Error::TooLarge)
}

/// Fills `key`, which is as long as `len_with` says.
pub fn draw(source: &mut impl Source, key: &mut [u8], prefix: &[u8]) -> Result<(), Error> {
    let (head, suffix) = split_mut(key, prefix.len())?;
    let (separator, secret) = split_mut(suffix, 1)?;
    let (random, sum) = split_mut(secret, RANDOM_LEN)?;
    copy(head, prefix)?;
    copy(separator, b"_")?;
    token::characters(source, random, &Alphabet::BASE62)?;
    let mut digits = Scratch::new();
    checksum(&mut digits, random);
    copy(sum, &*digits)
}

/// Whether `key` is of the layout, with `prefix` or any, and its checksum right. Of its random
/// characters only this shows.
pub fn check(key: &[u8], prefix: Option<&[u8]>) -> Result<(), Error> {
    if prefix.is_some_and(|prefix| !is_prefix(prefix)) {
        return Err(Error::InvalidArgument);
    }
    let at = key.len().checked_sub(SUFFIX_LEN).ok_or(Error::Malformed)?;
    let (head, suffix) = key.split_at_checked(at).ok_or(Error::Malformed)?;
    let (separator, secret) = suffix.split_at_checked(1).ok_or(Error::Malformed)?;
    let (random, sum) = secret.split_at_checked(RANDOM_LEN).ok_or(Error::Malformed)?;
    let unknown = secret.iter().fold(0, |sum, &character| sum | unknown(character));
    let known_prefix = prefix.map_or_else(|| is_prefix(head), |prefix| prefix == head);
    if !known_prefix || separator != b"_" || unknown != 0 {
        return Err(Error::Malformed);
    }
    let mut digits = Scratch::new();
    checksum(&mut digits, random);
    if equal(&*digits, sum) { Ok(()) } else { Err(Error::BadChecksum) }
}

/// A letter, then letters and digits, in parts between single '_'.
fn is_prefix(prefix: &[u8]) -> bool {
    let is_part =
        |part: &[u8]| !part.is_empty() && part.iter().all(|byte| byte.is_ascii_alphanumeric());
    prefix.len() <= MAX_PREFIX_LEN
        && prefix.first().is_some_and(u8::is_ascii_alphabetic)
        && prefix.split(|&byte| byte == b'_').all(is_part)
}

/// Writes the characters that check the random ones.
fn checksum(digits: &mut [u8; CHECKSUM_LEN], random: &[u8]) {
    clean_stack::<FRAME, _>(|| encode(digits, crc32(random)));
}

/// zlib's CRC-32, without its table: the bytes are a secret.
fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for &byte in bytes {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            crc = crc >> 1 ^ (0xEDB8_8320 & (crc & 1).wrapping_neg());
        }
    }
    !crc
}

/// All ones where a character is no base62 digit.
// A call and not 36 copies: so short a text gains nothing by them.
#[inline(never)]
fn unknown(character: u8) -> u8 {
    Alphabet::BASE62.decode(character).1
}

/// Encodes a number in base62, with zeros before it.
fn encode(digits: &mut [u8; CHECKSUM_LEN], number: u32) {
    let mut rest = number;
    for place in digits.iter_mut().rev() {
        let (quotient, digit) = by_62(rest);
        *place = digit;
        rest = quotient;
    }
    Alphabet::BASE62.encode_all(digits);
}

/// Quotient and remainder. A processor's division takes a time that depends on what it divides:
/// 2^36 / 31, rounded up, times half the number, over 2^36, is the same as the tests show.
fn by_62(number: u32) -> (u32, u8) {
    let [_, _, _, _, high @ ..] = (u64::from(number >> 1) * 2_216_757_315).to_le_bytes();
    let quotient = u32::from_le_bytes(high) >> 4;
    let [remainder, ..] = number.wrapping_sub(quotient.wrapping_mul(62)).to_le_bytes();
    (quotient, remainder)
}

#[cfg(test)]
mod tests;
