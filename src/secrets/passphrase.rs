//! Passphrases: words of the EFF's large list (`passphrase/eff_large.txt`; LICENSE-WORDLIST says whose
//! it is). No word begins another, so no two draws read the same.

use core::iter::repeat_n;

use crate::draw::uniform::draw_indices;
use crate::entropy::Source;
use crate::error::Error;
use crate::mem::bytes::part;
use crate::mem::wipe::Scratch;
use crate::text::groups;

/// Words of a passphrase at least: fewer are found by trying.
const MIN_WORDS: usize = 4;

const MAX_WORD_LEN: usize = 9;

/// Five throws of a die.
const COUNT: usize = 6 * 6 * 6 * 6 * 6;

/// The words, with zeros after those that are shorter than the longest; none in a build without them.
#[cfg(feature = "wordlist")]
static WORDS: [[u8; MAX_WORD_LEN]; COUNT] = split(include_bytes!("passphrase/eff_large.txt"));

#[cfg(not(feature = "wordlist"))]
static WORDS: [[u8; MAX_WORD_LEN]; 0] = [];

/// The words of a text that has one on each line.
#[cfg(feature = "wordlist")]
const fn split(lines: &[u8]) -> [[u8; MAX_WORD_LEN]; COUNT] {
    let mut words = [[0; MAX_WORD_LEN]; COUNT];
    let (mut word, mut place, mut rest) = (0, 0, lines);
    while let Some((&character, after)) = rest.split_first() {
        if character == b'\n' {
            (word, place) = (word + 1, 0);
        } else {
            words[word][place] = character;
            place += 1;
        }
        rest = after;
    }
    assert!(word == COUNT);
    words
}

/// The most characters that a passphrase can have; `None` if they cannot be counted.
pub const fn max_len(nwords: usize, separator_len: usize) -> Option<usize> {
    groups::len(nwords, MAX_WORD_LEN, separator_len)
}

/// Whether so many words are enough, and the separator tells them apart.
pub fn check(nwords: usize, separator: &[u8]) -> Result<(), Error> {
    if separator.is_empty() || !groups::is_separator(separator, u8::is_ascii_alphabetic) {
        return Err(Error::InvalidArgument);
    }
    if nwords < MIN_WORDS { Err(Error::Weak) } else { Ok(()) }
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
    // How far the text has come tells how long its words are.
    let mut filled = Scratch::<usize, 1>::new();
    let [filled] = &mut *filled;
    let mut between: &[u8] = &[];
    draw_indices::<u64>(source, repeat_n(COUNT, nwords), |_, index| {
        let word = part(WORDS.as_slice(), index)?.iter().take_while(|&&character| character != 0);
        for &character in between.iter().chain(word) {
            *text.get_mut(*filled).ok_or(Error::BufferTooSmall)? = character;
            *filled += 1;
        }
        between = separator;
        Ok(())
    })
}

#[cfg(all(test, feature = "wordlist"))]
mod tests;
