//! Tokens: random bytes, and random text over an alphabet.

#![forbid(unsafe_code)]

use core::mem::MaybeUninit;
use core::num::NonZero;

use crate::alphabet::Alphabet;
use crate::encode;
use crate::error::{Error, MISSES};
use crate::log2::log2;
use crate::source::Source;
use crate::wipe::{Scratch, copy};
use crate::words::Word;

/// Random bytes a block of alphabet text is drawn from.
const BLOCK: usize = 256;

/// Characters of it that are spelled at once.
const CHUNK: usize = 32;

/// Bits of strength that the length of a text can be asked for.
const MOST_BITS: u32 = 1 << 16;

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
    let start = text.len() / 2;
    source.fill(text.get_mut(start..).unwrap_or_default())?;
    encode::hex_in_place(text);
    Ok(())
}

/// Fills `text`, as long as unpadded base64url can be, with that of random bytes.
pub fn urlsafe(source: &mut impl Source, text: &mut [u8]) -> Result<(), Error> {
    refuse_empty(text)?;
    let start = text.len() - encode::urlsafe_bytes(text.len());
    source.fill(text.get_mut(start..).unwrap_or_default())?;
    encode::urlsafe_in_place(text);
    Ok(())
}

/// Fills `text` with characters of `alphabet`, each equally likely at each place.
pub fn alphabet(source: &mut impl Source, text: &mut [u8], alphabet: &[u8]) -> Result<(), Error> {
    let alphabet = Alphabet::new(alphabet).ok_or(Error::InvalidArgument)?;
    refuse_empty(text)?;
    characters(source, text, &alphabet)
}

/// The same for an alphabet that is known to be one.
pub fn characters(
    source: &mut impl Source,
    text: &mut [u8],
    alphabet: &Alphabet,
) -> Result<(), Error> {
    let size = alphabet.size();
    let mut block = Scratch::<BLOCK>::new();
    let mut rest = text;
    let mut misses = 0;
    while !rest.is_empty() {
        // What the rest needs on average, and a little more: one draw is nearly always enough.
        let fair = usize::from(u8::MAX) + 1 - usize::from(size.threshold());
        let wanted = (rest.len().min(BLOCK) * 256).div_ceil(fair);
        let drawn = (wanted + wanted / 16 + 1).min(BLOCK);
        let words = block.get_mut(..drawn).unwrap_or_default();
        source.fill(words)?;
        let kept = keep_fair(rest, words, size);
        misses = if kept == 0 { misses + drawn } else { 0 };
        if misses >= MISSES as usize {
            return Err(Error::EntropyBroken);
        }
        let (done, more) = rest.split_at_mut_checked(kept).ok_or(Error::EntropyBroken)?;
        for part in done.chunks_mut(CHUNK) {
            let mut digits = Scratch::<CHUNK>::new();
            copy(&mut *digits, part);
            alphabet.spell(&mut digits);
            copy(part, &*digits);
        }
        rest = more;
    }
    Ok(())
}

/// Writes the index into an alphabet of `size` that each fair word stands for; how many there were.
fn keep_fair(indices: &mut [u8], words: &[u8], size: u8) -> usize {
    let threshold = size.threshold();
    let mut kept = 0;
    for word in words {
        let (index, low) = word.times(size);
        let Some(place) = indices.get_mut(kept) else {
            break;
        };
        // Always written and only sometimes kept: which words are fair is not to be foreseen.
        *place = index;
        kept += usize::from(low >= threshold);
    }
    kept
}

/// The fewest characters of `alphabet` that have at least `bits` bits of strength.
pub fn alphabet_nchars(alphabet: &[u8], bits: u32) -> Option<usize> {
    let size = Alphabet::new(alphabet)?.size();
    if bits > MOST_BITS {
        return None;
    }
    // 17 bits of strength and 46 of fraction: enough to decide every case, as the tests show.
    let (whole, fraction) = log2(size.into());
    let per_character = NonZero::new((u64::from(whole) << 46) | (fraction >> 18))?;
    usize::try_from((u64::from(bits) << 46).div_ceil(per_character.get())).ok()
}

#[cfg(test)]
mod tests;
