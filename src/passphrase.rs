//! Passphrases: words of the EFF's large list (`passphrase/eff_large.txt`; LICENSE-WORDLIST says whose
//! it is). No word begins another, so no two draws read the same.

#![forbid(unsafe_code)]

use core::iter::repeat_n;

use crate::error::Error;
use crate::source::Source;
use crate::words::draw_each;

/// Words of a passphrase at least: fewer are found by trying.
const FEWEST: usize = 4;

const LONGEST_WORD: usize = 9;

/// Characters of a separator at most.
pub const LONGEST_SEPARATOR: usize = 16;

/// Five throws of a die.
const COUNT: usize = 6 * 6 * 6 * 6 * 6;

/// The words, with zeros behind those that are shorter than the longest; none in a build without them.
#[cfg(feature = "wordlist")]
static WORDS: [[u8; LONGEST_WORD]; COUNT] = split(include_bytes!("passphrase/eff_large.txt"));

#[cfg(not(feature = "wordlist"))]
static WORDS: [[u8; LONGEST_WORD]; 0] = [];

/// The words of a text that has one on each line.
#[cfg(feature = "wordlist")]
const fn split(lines: &[u8]) -> [[u8; LONGEST_WORD]; COUNT] {
    let mut words = [[0; LONGEST_WORD]; COUNT];
    let (mut word, mut place, mut rest) = (0, 0, lines);
    while let Some((&character, behind)) = rest.split_first() {
        if character == b'\n' {
            (word, place) = (word + 1, 0);
        } else {
            words[word][place] = character;
            place += 1;
        }
        rest = behind;
    }
    assert!(word == COUNT);
    words
}

/// The most characters that a passphrase can have; `None` where they cannot be counted.
pub const fn longest(nwords: usize, separator_len: usize) -> Option<usize> {
    let separators = match nwords.saturating_sub(1).checked_mul(separator_len) {
        Some(characters) => characters,
        None => return None,
    };
    match nwords.checked_mul(LONGEST_WORD) {
        Some(characters) => characters.checked_add(separators),
        None => None,
    }
}

/// Whether so many words are enough, and the separator tells them apart.
pub fn check(nwords: usize, separator: &[u8]) -> Result<(), Error> {
    let is_separator =
        |character: &u8| matches!(character, b' '..=b'~') && !character.is_ascii_alphabetic();
    if !(1..=LONGEST_SEPARATOR).contains(&separator.len()) || !separator.iter().all(is_separator) {
        return Err(Error::InvalidArgument);
    }
    if nwords < FEWEST { Err(Error::Weak) } else { Ok(()) }
}

/// Writes a passphrase to the front of `text`, which has room for the longest.
pub fn draw(
    source: &mut impl Source,
    text: &mut [u8],
    nwords: usize,
    separator: &[u8],
) -> Result<(), Error> {
    if WORDS.is_empty() {
        return Err(Error::Unsupported);
    }
    let mut places = text.iter_mut();
    let mut between: &[u8] = &[];
    draw_each::<u64>(source, repeat_n(COUNT, nwords), |_, index| {
        let word = WORDS.get(index).into_iter().flatten().take_while(|&&character| character != 0);
        for (&character, place) in between.iter().chain(word).zip(&mut places) {
            *place = character;
        }
        between = separator;
    })
}

#[cfg(test)]
mod tests;
