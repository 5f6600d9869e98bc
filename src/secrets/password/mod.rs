//! Passwords: each one that meets a policy is exactly equally likely, and their number is known.
//!
//! To put one character of each class first, fill up and shuffle would favour some passwords. Here
//! a password is drawn by its rank among all: the rank says how many characters of each class it
//! has, and then all places and all characters that agree with that are equally likely.
//!
//! That is work which most policies don't need: of all texts over the allowed characters, most meet
//! them. So some texts are tried first, and one that does not meet the policy is thrown away.

mod composition;
pub mod log2;
mod policy;
mod wide;

use self::composition::{Class, Ranked, Table};
use self::policy::Classes;
use self::wide::{MAX_CHARS, WORDS, Wide};
use super::token;
use crate::draw::big;
use crate::draw::uniform::{Bound, Word, retry};
use crate::entropy::Source;
use crate::error::Error;
use crate::mem::bytes::{copy, part_mut};
use crate::mem::ct;
use crate::mem::wipe::{Scratch, clean_stack};
use crate::text::alphabet::Alphabet;

pub use self::policy::Policy;

/// Texts that are tried before a password is drawn by its rank.
const TRIES: usize = 16;

/// Bytes of the stack that a try uses.
const TRY_FRAME: usize = 1024;

/// Bytes of the stack that a draw by rank uses: counts for all shorter lengths, in numbers of 896
/// bits.
const FRAME: usize = 25 << 10;

/// A number of characters that a password can have.
pub fn length(nchars: usize) -> Result<usize, Error> {
    if nchars <= MAX_CHARS { Ok(nchars) } else { Err(Error::TooLarge) }
}

/// Fills `text` with a password.
pub fn draw(source: &mut impl Source, text: &mut [u8], policy: &Policy) -> Result<(), Error> {
    let allowed = Classes::new(policy, text.len())?;
    if is_common(&allowed.classes, text.len())
        && clean_stack::<TRY_FRAME, _>(|| try_texts(source, text, &allowed))?
    {
        return Ok(());
    }
    clean_stack::<FRAME, _>(|| fill_by_rank::<u64>(source, text, &allowed))
}

/// Whether enough of all texts over the allowed characters meet the policy: if it asks of no class for
/// half a character more than a text has on average, about one in three has enough of it.
fn is_common(classes: &[Class; 4], nchars: usize) -> bool {
    let size: usize = classes.iter().map(|class| class.size).sum();
    let is_usual = |class: &Class| 2 * class.minimum * size <= 2 * nchars * class.size + size;
    size > 1 && classes.iter().all(is_usual)
}

/// Fills `text` with one that meets the policy, if one of a few does. Each try is uniform over all
/// texts and independent of the others, so the one that is kept is uniform over those that meet the
/// policy, as the password that is drawn by its rank is: which way it came tells nothing.
fn try_texts(source: &mut impl Source, text: &mut [u8], allowed: &Classes) -> Result<bool, Error> {
    for _ in 0..TRIES {
        token::digits(source, text, allowed.size()?)?;
        if meets(text, &allowed.classes) {
            encode(text, allowed.characters()?)?;
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether a text holds enough of each class. All of it is looked at, and nothing but the answer shows.
#[allow(clippy::cast_possible_truncation)] // All classes together have at most 94 characters.
fn meets(digits: &[u8], classes: &[Class; 4]) -> bool {
    let mut first = 0_u8;
    classes.iter().fold(true, |meets, class| {
        let (this, size) = (first, class.size as u8);
        first += size;
        let held: usize =
            digits.iter().map(|digit| usize::from(digit.wrapping_sub(this) < size)).sum();
        meets & (held >= class.minimum)
    })
}

fn fill_by_rank<W: Word>(
    source: &mut impl Source,
    text: &mut [u8],
    allowed: &Classes,
) -> Result<(), Error> {
    let counts = draw_composition(source, &allowed.classes, text.len())?;
    place_all::<W>(source, text, &allowed.classes, counts)?;
    encode(text, allowed.characters()?)
}

/// The logarithm to base 2 of how many passwords there are.
pub fn bits(nchars: usize, policy: &Policy) -> Result<f64, Error> {
    let [first, others @ ..] = Classes::new(policy, nchars)?.classes;
    let mut table = Table::new();
    table.count(&others, nchars)?;
    Ok(wide::log2_of(&table.total_with(first, nchars)?))
}

/// How many characters of each class a password has.
fn draw_composition(
    source: &mut impl Source,
    classes: &[Class; 4],
    nchars: usize,
) -> Result<Scratch<usize, 4>, Error> {
    let [first, second, third, fourth] = *classes;
    let mut others = Table::new();
    others.count(&[second, third, fourth], nchars)?;
    let total = others.total_with(first, nchars)?;
    let mut string = Ranked::new(rank(source, &total)?, nchars);
    let mut counts = Scratch::new();
    counts[0] = string.take(first, &others)?;
    others.count(&[third, fourth], nchars)?;
    counts[1] = string.take(second, &others)?;
    others.count(&[fourth], nchars)?;
    counts[2] = string.take(third, &others)?;
    counts[3] = string.left;
    Ok(counts)
}

/// A rank below `total`.
fn rank(source: &mut impl Source, total: &Wide) -> Result<Scratch<u64, WORDS>, Error> {
    let mut bytes = Scratch::<u8, { wide::BYTES }>::new();
    let mut bound = [0; wide::BYTES];
    for (to, word) in bound.rchunks_exact_mut(8).zip(total) {
        copy(to, &word.to_be_bytes())?;
    }
    big::below(source, &mut *bytes, &bound)?;
    let mut rank = Scratch::new();
    for (word, from) in rank.iter_mut().zip(bytes.rchunks_exact(8)) {
        *word = from.iter().fold(0, |word, &byte| word << 8 | u64::from(byte));
    }
    Ok(rank)
}

/// Fills `text` with digits that stand for a character each, as many of each class as `counts` says:
/// each order of classes and each character of a class is equally likely.
fn place_all<W: Word>(
    source: &mut impl Source,
    text: &mut [u8],
    classes: &[Class; 4],
    mut counts: Scratch<usize, 4>,
) -> Result<(), Error> {
    // A word gives a place all that it may need: a number that says which of the characters to come
    // is next, and an index into each class. So its bound does not tell the class.
    let choices: usize = classes.iter().map(Class::radix).product();
    let places = (1..=text.len()).rev();
    let mut block = Scratch::<u8, { MAX_CHARS * 8 }>::new();
    let words = part_mut(&mut *block, ..text.len() * W::BYTES)?;
    draw_accepted::<W>(source, words, places.clone().map(|left| W::from_usize(left * choices)))?;
    for ((digit, word), left) in text.iter_mut().zip(words.chunks_exact(W::BYTES)).zip(places) {
        let (next, indices) = W::load_le(word).widening_mul(W::from_usize(left));
        *digit = place(classes, &mut counts, next.to_u64(), indices);
    }
    Ok(())
}

/// The digit of the character at one place: `next` says which of all that are left it is, `counts`
/// how many of each class are left, `indices` which character of its class it would be.
#[allow(clippy::cast_possible_truncation)] // All classes together have at most 94 characters.
fn place<W: Word>(classes: &[Class; 4], counts: &mut [usize; 4], next: u64, mut indices: W) -> u8 {
    let (mut passed, mut offset, mut digit) = (0, 0, 0);
    for (class, count) in classes.iter().zip(counts) {
        let (index, rest) = indices.widening_mul(W::from_usize(class.radix()));
        let earlier = ct::is_below(next, passed);
        passed += *count as u64;
        let hit = ct::is_below(next, passed) & !earlier;
        *count -= (hit & 1) as usize;
        digit |= (offset + index.to_u64()) & hit;
        offset += class.size as u64;
        indices = rest;
    }
    digit as u8
}

/// Fills `words` with words that are each accepted for its own bound: all are drawn anew if one is
/// not, so that only what is thrown away shows.
fn draw_accepted<W: Word>(
    source: &mut impl Source,
    words: &mut [u8],
    bounds: impl Iterator<Item = W> + Clone,
) -> Result<(), Error> {
    retry(|| {
        source.fill(words)?;
        let pairs = words.chunks_exact(W::BYTES).zip(bounds.clone());
        let accepted = pairs.map(|(word, bound)| Bound::new(bound).accepts(W::load_le(word)));
        Ok(accepted.fold(true, |all, accepted| all & accepted).then_some(()))
    })
}

/// Replaces each digit by the character that it stands for.
fn encode(text: &mut [u8], characters: &[u8]) -> Result<(), Error> {
    match (Alphabet::new(characters), characters) {
        (Some(alphabet), _) => alphabet.encode(text),
        (None, &[only]) => {
            text.fill(only);
            Ok(())
        }
        (None, _) => Err(Error::Unsatisfiable),
    }
}

#[cfg(test)]
mod tests;
