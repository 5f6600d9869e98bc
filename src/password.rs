//! Passwords: each one that meets a policy is exactly equally likely, and their number is known.
//!
//! To put one character of each class first, fill up and shuffle would favour some passwords. Here
//! a password is drawn by its rank among all: the rank says how many characters of each class it
//! has, and then all places and all characters that agree with that are equally likely.

#![forbid(unsafe_code)]

use zeroize::Zeroizing;

use crate::alphabet::Alphabet;
use crate::big;
use crate::count::{self, Class, Count, LONGEST, Ranked, Table};
use crate::error::{Error, MISSES};
use crate::mask;
use crate::policy::Classes;
use crate::source::Source;
use crate::wipe::{Scratch, clean_stack, copy};
use crate::words::{BLOCK, Word};

pub use crate::policy::{Policy, length};

/// Bytes of the stack that a draw uses: the counts of all shorter passwords, and numbers of as many bits.
const FRAME: usize = 25 << 10;

/// Fills `text` with a password.
pub fn draw(source: &mut impl Source, text: &mut [u8], policy: &Policy) -> Result<(), Error> {
    let allowed = Classes::new(policy, text.len())?;
    clean_stack::<FRAME, _>(|| fill::<u64>(source, text, &allowed))
}

fn fill<W: Word>(
    source: &mut impl Source,
    text: &mut [u8],
    allowed: &Classes,
) -> Result<(), Error> {
    let counts = composition(source, &allowed.classes, text.len())?;
    arrange::<W>(source, text, &allowed.classes, counts)?;
    spell(text, allowed.characters());
    Ok(())
}

/// The logarithm to base 2 of how many passwords there are.
pub fn bits(nchars: usize, policy: &Policy) -> Result<f64, Error> {
    let [first, others @ ..] = Classes::new(policy, nchars)?.classes;
    let mut table = Table::new();
    table.count(&others, nchars);
    Ok(count::log2_of(&table.total_with(first, nchars)))
}

/// How many characters of each class a password has.
fn composition(
    source: &mut impl Source,
    classes: &[Class; 4],
    nchars: usize,
) -> Result<Zeroizing<[usize; 4]>, Error> {
    let [first, second, third, fourth] = *classes;
    let mut behind = Table::new();
    behind.count(&[second, third, fourth], nchars);
    let total = behind.total_with(first, nchars);
    let mut string = Ranked::new(rank(source, &total)?, nchars);
    let mut counts = Zeroizing::new([string.take(first, &behind), 0, 0, 0]);
    behind.count(&[third, fourth], nchars);
    counts[1] = string.take(second, &behind);
    behind.count(&[fourth], nchars);
    counts[2] = string.take(third, &behind);
    counts[3] = string.left;
    Ok(counts)
}

/// A rank below `total`.
fn rank(source: &mut impl Source, total: &Count) -> Result<Zeroizing<Count>, Error> {
    let mut bytes = Scratch::<{ count::BYTES }>::new();
    let mut bound = [0; count::BYTES];
    for (to, word) in bound.rchunks_exact_mut(8).zip(total) {
        copy(to, &word.to_be_bytes());
    }
    big::below(source, &mut *bytes, &bound)?;
    let mut rank = Zeroizing::new(*total);
    for (word, from) in rank.iter_mut().zip(bytes.rchunks_exact(8)) {
        *word = from.try_into().map_or(0, u64::from_be_bytes);
    }
    Ok(rank)
}

/// Fills `text` with digits that stand for a character each, as many of each class as `counts` says:
/// each order of classes and each character of a class is equally likely.
fn arrange<W: Word>(
    source: &mut impl Source,
    text: &mut [u8],
    classes: &[Class; 4],
    mut counts: Zeroizing<[usize; 4]>,
) -> Result<(), Error> {
    // A word gives a place all that it may need: a number that says which of the characters to come
    // is next, and an index into each class. So its bound does not tell the class.
    let choices: usize = classes.iter().map(Class::radix).product();
    let places = (1..=text.len()).rev();
    let mut block = Scratch::<BLOCK>::new();
    let words = block.get_mut(..text.len() * W::BYTES).unwrap_or_default();
    draw_fair::<W>(source, words, places.clone().map(|left| W::from_usize(left * choices)))?;
    for ((digit, word), left) in text.iter_mut().zip(words.chunks_exact(W::BYTES)).zip(places) {
        let (next, indices) = W::read(word).times(W::from_usize(left));
        *digit = place(classes, &mut counts, next.to_usize(), indices);
    }
    Ok(())
}

/// The digit of the character at one place: `next` says which of all that are left it is, `counts`
/// how many of each class are left, `indices` which character of its class it would be.
#[allow(clippy::cast_possible_truncation)] // All classes together have at most 94 characters.
fn place<W: Word>(
    classes: &[Class; 4],
    counts: &mut [usize; 4],
    next: usize,
    mut indices: W,
) -> u8 {
    let (mut passed, mut offset, mut digit) = (0, 0, 0);
    let next = next as u64;
    for (class, count) in classes.iter().zip(counts) {
        let (index, rest) = indices.times(W::from_usize(class.radix()));
        let earlier = mask::is_below(next, passed);
        passed += *count as u64;
        let hit = mask::is_below(next, passed) & !earlier;
        *count -= (hit & 1) as usize;
        digit |= (offset + index.to_u64()) & hit;
        offset += class.size as u64;
        indices = rest;
    }
    digit as u8
}

/// Fills `words` with words that may each stand for a value below its own bound: all are drawn anew
/// where one may not, so that only what is thrown away shows.
fn draw_fair<W: Word>(
    source: &mut impl Source,
    words: &mut [u8],
    bounds: impl Iterator<Item = W> + Clone,
) -> Result<(), Error> {
    for _ in 0..MISSES {
        source.fill(words)?;
        let pairs = words.chunks_exact(W::BYTES).zip(bounds.clone());
        let unfair = pairs.map(|(word, bound)| {
            let (_, low) = W::read(word).times(bound);
            usize::from(low < bound.threshold())
        });
        if unfair.sum::<usize>() == 0 {
            return Ok(());
        }
    }
    Err(Error::EntropyBroken)
}

/// Replaces each digit by the character that it stands for.
fn spell(text: &mut [u8], characters: &[u8]) {
    if let Some(alphabet) = Alphabet::new(characters) {
        let mut digits = Scratch::<LONGEST>::new();
        copy(&mut *digits, text);
        alphabet.spell(&mut digits);
        copy(text, &*digits);
    } else if let Some(&only) = characters.first() {
        text.fill(only);
    }
}

#[cfg(test)]
mod tests;
