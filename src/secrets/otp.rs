//! One-time codes of authenticator apps: HOTP (RFC 4226), of which each code has a number, and TOTP
//! (RFC 6238), whose numbers are the steps of a clock.

use core::ops::RangeInclusive;

use super::equal::is_zero;
use super::sign::FIRST_SECOND;
use crate::error::Error;
use crate::hash::digest::{FRAME, Hash};
use crate::hash::hmac::{Hmac, TAG_LEN};
use crate::mem::ct;
use crate::mem::wipe::{Scratch, clean_stack};
use crate::text::codec::verdict;

// Numbers of the hashes.
pub const SHA1: u32 = 1;
pub const SHA256: u32 = 2;

/// Bytes below which a key could be guessed.
const MIN_KEY_LEN: usize = 16;

/// Digits of a code at most, which a `u64` has room for as characters.
const MAX_DIGITS: u32 = 8;

const PERIODS: RangeInclusive<u32> = 15..=300;
const MAX_WINDOW: u32 = 10;

/// Bytes of the stack that reading a code uses.
const READ_FRAME: usize = 256;

/// What both sides have agreed on.
#[derive(Clone, Copy)]
pub struct Params {
    pub digits: u32,
    /// Seconds of a step.
    pub period: u32,
    /// Steps to each side of the present one that are tried too.
    pub window: u32,
    pub algorithm: u32,
}

impl Default for Params {
    fn default() -> Self {
        Self { digits: 6, period: 30, window: 1, algorithm: SHA1 }
    }
}

impl Params {
    /// The hash, and the step of a time.
    #[inline(never)]
    fn step(&self, now: i64) -> Result<(Hash, u64), Error> {
        let hash = match self.algorithm {
            SHA1 => Hash::Sha1,
            SHA256 => Hash::Sha256,
            _ => return Err(Error::InvalidArgument),
        };
        check_digits(self.digits)?;
        if !PERIODS.contains(&self.period) || self.window > MAX_WINDOW || now < FIRST_SECOND {
            return Err(Error::InvalidArgument);
        }
        Ok((hash, now.unsigned_abs() / u64::from(self.period)))
    }
}

fn check_digits(digits: u32) -> Result<(), Error> {
    if (6..=MAX_DIGITS).contains(&digits) { Ok(()) } else { Err(Error::InvalidArgument) }
}

/// An error for a key that is too short, or all zeros: what a draw leaves that failed.
#[inline(never)]
fn refuse_weak(key: &[u8]) -> Result<(), Error> {
    if key.len() < MIN_KEY_LEN || is_zero(key) { Err(Error::Weak) } else { Ok(()) }
}

/// Fills `text`, which is as long as `digits` says, with the code of this number.
pub fn hotp(text: &mut [u8], key: &[u8], counter: u64, digits: u32) -> Result<(), Error> {
    check_digits(digits)?;
    refuse_weak(key)?;
    write(text, key, Hash::Sha1, counter);
    Ok(())
}

/// Fills `text`, which is as long as the parameters say, with the code of this time.
pub fn totp(text: &mut [u8], key: &[u8], now: i64, params: &Params) -> Result<(), Error> {
    let (hash, step) = params.step(now)?;
    refuse_weak(key)?;
    write(text, key, hash, step);
    Ok(())
}

/// Checks a code that was typed; the step it is of, the highest of those it is right for.
pub fn verify(
    typed: &[u8],
    key: &[u8],
    now: i64,
    after_step: u64,
    params: &Params,
) -> Result<u64, Error> {
    let (hash, step) = params.step(now)?;
    let window = u64::from(params.window);
    let steps = step.saturating_sub(window)..=step.saturating_add(window);
    let mut found = u64::MAX;
    clean_stack::<READ_FRAME, _>(|| {
        let typed = read(typed, params.digits)?;
        refuse_weak(key)?;
        // No step is left out: how long it takes does not tell which one it was.
        for_each(key, hash, steps, params.digits, &mut |step, code| {
            let is_right = ct::is_equal(code, typed);
            found = found & !is_right | step & is_right;
        });
        Ok(())
    })?;
    match found {
        u64::MAX => Err(Error::BadCode),
        found if found <= after_step => Err(Error::Replayed),
        found => Ok(found),
    }
}

/// Fills `text` with the code of a number.
fn write(text: &mut [u8], key: &[u8], hash: Hash, number: u64) {
    for_each(key, hash, number..=number, MAX_DIGITS, &mut |_, code| {
        for (to, from) in text.iter_mut().rev().zip(code.to_le_bytes()) {
            *to = from;
        }
    });
}

/// Hands each of the numbers with its code to `take`: the characters as a number in base 2^8, which is
/// what `read` makes of what was typed.
// Once in the library, and not once for each of its uses.
#[inline(never)]
fn for_each(
    key: &[u8],
    hash: Hash,
    numbers: RangeInclusive<u64>,
    digits: u32,
    take: &mut dyn FnMut(u64, u64),
) {
    clean_stack::<FRAME, _>(|| {
        let mut mac = Hmac::new(hash);
        let mut tag = Scratch::<u8, TAG_LEN>::new();
        mac.start(key);
        for number in numbers {
            mac.restart();
            mac.update(&number.to_be_bytes());
            mac.finish(&mut tag);
            take(number, code(truncate(&tag, mac.tag_len()), digits));
        }
    });
}

/// The last digits of a number, as characters.
fn code(number: u32, digits: u32) -> u64 {
    let mut rest = number;
    (0..digits).fold(0, |code, place| {
        let (quotient, digit) = div_rem_10(rest);
        rest = quotient;
        code | u64::from(b'0' | digit) << (8 * place)
    })
}

/// The 31 bits to which the last four bits of a tag point.
fn truncate(tag: &[u8; TAG_LEN], tag_len: usize) -> u32 {
    let (tag, _) = tag.split_at(tag_len);
    let place = tag.last().map_or(0, |last| u64::from(last & 0xF));
    // All 16 places are looked at.
    let bits = tag.windows(size_of::<u32>()).zip(0..16).fold(0, |bits, (window, candidate)| {
        let candidate_bits = window.iter().fold(0, |bits, &byte| bits << 8 | u64::from(byte));
        bits | candidate_bits & ct::is_equal(candidate, place)
    });
    let [_, _, _, _, low @ ..] = bits.to_be_bytes();
    u32::from_be_bytes(low) & 0x7FFF_FFFF
}

/// Quotient and remainder by 10. A processor's division takes a time that depends on what it divides:
/// 2^35 / 10, rounded up, times the number, over 2^35, is the same as the tests show.
fn div_rem_10(number: u32) -> (u32, u8) {
    let [high @ .., _, _, _, _] = (u64::from(number) * 0xCCCC_CCCD).to_be_bytes();
    let quotient = u32::from_be_bytes(high) >> 3;
    let [remainder, ..] = number.wrapping_sub(quotient.wrapping_mul(10)).to_le_bytes();
    (quotient, remainder)
}

/// What was typed, without its spaces, as `code` makes it. Only whether it is so many digits shows, and
/// nothing of which they are.
fn read(typed: &[u8], digits: u32) -> Result<u64, Error> {
    let (mut code, mut count, mut wrong) = (0_u64, 0, 0);
    for &character in typed {
        let is_digit = ct::is_within(character, b'0', b'9');
        wrong |= !is_digit & !ct::is_within(character, b' ', b' ');
        let kept = u64::from_ne_bytes([is_digit; 8]);
        code = (code << 8 | u64::from(character)) & kept | code & !kept;
        count += u64::from(is_digit & 1);
    }
    let [is_as_long, ..] = ct::is_equal(count, digits.into()).to_le_bytes();
    verdict(wrong | !is_as_long)?;
    Ok(code)
}

#[cfg(test)]
mod tests;
