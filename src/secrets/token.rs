//! Tokens: random bytes, and random text over an alphabet.

use core::mem::MaybeUninit;
use core::num::NonZero;

use super::password::log2::log2;
use crate::draw::uniform::{Bound, Word, retry};
use crate::entropy::Source;
use crate::error::Error;
use crate::mem::bytes::part_mut;
use crate::mem::wipe::Scratch;
use crate::text::alphabet::Alphabet;
use crate::text::codec;

/// Random bytes that a block of alphabet text is drawn from.
const BLOCK_LEN: usize = 256;

/// Bits of strength that the length of a text can be asked for.
const MAX_BITS: u32 = 1 << 16;

/// Fills `out` with random bytes, whatever it holds.
pub fn bytes(source: &mut impl Source, out: &mut [MaybeUninit<u8>]) -> Result<(), Error> {
    source.fill_uninit(out)
}

/// An error for a token without characters: every other one without any equals it.
const fn refuse_empty(text: &[u8]) -> Result<(), Error> {
    if text.is_empty() { Err(Error::Weak) } else { Ok(()) }
}

/// Fills `text`, two characters long a byte, with the hexadecimal of random bytes.
pub fn hex(source: &mut impl Source, text: &mut [u8]) -> Result<(), Error> {
    refuse_empty(text)?;
    source.fill(codec::hex_source(text)?)?;
    codec::encode_hex_in_place(text)
}

/// Fills `text`, as long as unpadded base64url can be, with that of random bytes.
pub fn urlsafe(source: &mut impl Source, text: &mut [u8]) -> Result<(), Error> {
    refuse_empty(text)?;
    source.fill(codec::urlsafe_source(text)?)?;
    codec::encode_urlsafe_in_place(text)
}

/// Fills `text` with characters of `alphabet`, each equally likely at each place.
pub fn alphabet(source: &mut impl Source, text: &mut [u8], alphabet: &[u8]) -> Result<(), Error> {
    // Looked at where it is: an alphabet is larger than the text, and would be moved.
    match &Alphabet::new(alphabet) {
        Some(alphabet) => refuse_empty(text).and_then(|()| characters(source, text, alphabet)),
        None => Err(Error::InvalidArgument),
    }
}

/// The same for an alphabet that is known to be one.
pub fn characters(
    source: &mut impl Source,
    text: &mut [u8],
    alphabet: &Alphabet,
) -> Result<(), Error> {
    digits(source, text, alphabet.size())?;
    alphabet.encode(text)
}

/// Fills `out` with digits below `size`, 2 and up, each equally likely at each place.
pub fn digits(source: &mut impl Source, out: &mut [u8], size: u8) -> Result<(), Error> {
    let bound = Bound::new(size);
    let accepted = usize::from(u8::MAX) + 1 - usize::from(size.threshold());
    let mut block = Scratch::<u8, BLOCK_LEN>::new();
    let mut rest = out;
    while !rest.is_empty() {
        // What the rest needs on average, and a little more: one draw is nearly always enough.
        let wanted = (rest.len().min(BLOCK_LEN) * 256).div_ceil(accepted);
        let words = part_mut(&mut *block, ..(wanted + wanted / 16 + 1).min(BLOCK_LEN))?;
        let kept = retry(|| {
            source.fill(words)?;
            let kept = keep_accepted(rest, words, bound);
            Ok((kept > 0).then_some(kept))
        })?;
        rest = part_mut(rest, kept..)?;
    }
    Ok(())
}

/// Writes the digit that each accepted word stands for; how many there were.
fn keep_accepted(digits: &mut [u8], words: &[u8], bound: Bound<u8>) -> usize {
    let mut kept = 0;
    for &word in words {
        let (digit, accepted) = bound.value(word);
        let Some(place) = digits.get_mut(kept) else {
            break;
        };
        // Always written and only sometimes kept: which words are accepted can't be predicted.
        *place = digit;
        kept += usize::from(accepted);
    }
    kept
}

/// The fewest characters of `alphabet` that have at least `bits` bits of strength.
pub fn alphabet_nchars(alphabet: &[u8], bits: u32) -> Option<usize> {
    let size = Alphabet::new(alphabet)?.size();
    if bits > MAX_BITS {
        return None;
    }
    // 17 bits of strength and 46 of fraction: enough to decide every case, as the tests show.
    let (whole, fraction) = log2(size.into());
    let per_character = NonZero::new((u64::from(whole) << 46) | (fraction >> 18))?;
    usize::try_from((u64::from(bits) << 46).div_ceil(per_character.get())).ok()
}

#[cfg(test)]
mod tests;
