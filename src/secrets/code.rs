//! Codes for people: recovery codes, licence keys, invitations. Their characters are Douglas
//! Crockford's base32, of which none is mistaken for another.

use super::token;
use crate::entropy::Source;
use crate::error::Error;
use crate::mem::bytes::{copy, part_mut, split_mut};
use crate::mem::ct;
use crate::mem::wipe::clean_stack;
use crate::text::alphabet::Alphabet;
use crate::text::codec::verdict;
use crate::text::{groups, sieve};

/// Characters of a code at least, of 5 bits each: fewer are found by trying.
const MIN_LEN: usize = 10;

/// Bytes of the stack that reading a code uses.
const FRAME: usize = 512;

/// Whether there are enough characters, and the separator tells the groups apart.
pub fn check(count: usize, group_len: usize, separator: &[u8]) -> Result<(), Error> {
    let is_separator = groups::is_separator(separator, u8::is_ascii_alphanumeric);
    if count == 0 || group_len == 0 || !is_separator {
        return Err(Error::InvalidArgument);
    }
    if count.saturating_mul(group_len) < MIN_LEN { Err(Error::Weak) } else { Ok(()) }
}

/// Fills `text`, which is as long as its groups and what is between them.
pub fn draw(
    source: &mut impl Source,
    text: &mut [u8],
    group_len: usize,
    separator: &[u8],
) -> Result<(), Error> {
    // What is drawn for the places of separators is thrown away.
    token::characters(source, text, &Alphabet::CROCKFORD32)?;
    let mut rest = text;
    while rest.len() > group_len {
        let (between, after) = split_mut(part_mut(rest, group_len..)?, separator.len())?;
        copy(between, separator)?;
        rest = after;
    }
    Ok(())
}

/// Writes a code as it was drawn, without separators, to the front of `out`, which holds zeros and is
/// as long as what was typed. Of the characters shows only how many of them are kept.
pub fn normalize(out: &mut [u8], typed: &[u8]) -> Result<(), Error> {
    let mut wrong = 0;
    clean_stack::<FRAME, _>(|| {
        sieve::pass(out, typed, 8, &mut |character| {
            let capital = character ^ (ct::is_within(character, b'a', b'z') & (b'a' ^ b'A'));
            let is = |other| ct::is_within(capital, other, other);
            let digit =
                is(b'O') & (b'O' ^ b'0') | is(b'I') & (b'I' ^ b'1') | is(b'L') & (b'L' ^ b'1');
            wrong |= is(b'U') | ct::is_at_least(character, 0x80);
            let kept = ct::is_within(capital, b'A', b'Z') | ct::is_within(capital, b'0', b'9');
            (capital ^ digit, kept)
        })
    })?;
    verdict(wrong)
}

#[cfg(test)]
mod tests;
