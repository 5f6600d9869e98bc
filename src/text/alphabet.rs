//! Alphabets: digits become characters and characters digits without a look into a table, whose
//! index would tell the cache which character it was.

use crate::error::Error;
use crate::mem::bytes::{copy, part, part_mut};
use crate::mem::ct;
use crate::mem::wipe::Scratch;

/// The most characters that an alphabet can have: all of printable ASCII.
pub const MAX_SIZE: usize = 95;

/// Digits that are encoded at once.
const CHUNK: usize = 32;

/// Neighbouring characters, such as 0-9, which stand for neighbouring digits.
#[derive(Clone, Copy)]
struct Run {
    /// The digit that the first character stands for.
    first: u8,
    /// How far the characters are from their digits, modulo 256.
    distance: u8,
}

/// 2 to 95 different printable characters.
pub struct Alphabet {
    size: u8,
    runs: [Run; MAX_SIZE],
    run_count: usize,
}

impl Alphabet {
    pub const HEX: Self = Self::known(b"0123456789abcdef");
    pub const HEX_UPPER: Self = Self::known(b"0123456789ABCDEF");
    /// Base32 (RFC 4648, section 6).
    pub const BASE32: Self = Self::known(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    /// Douglas Crockford's, in the case that is written.
    pub const CROCKFORD32: Self = Self::known(b"0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    /// Base64url (RFC 4648, section 5).
    pub const URLSAFE64: Self =
        Self::known(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
    pub const BASE62: Self =
        Self::known(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// `None` unless the characters are as they must be.
    // Once in the library, and not once for each of its uses.
    #[inline(never)]
    pub const fn new(characters: &[u8]) -> Option<Self> {
        let no_run = Run { first: 0, distance: 0 };
        let mut alphabet = Self { size: 0, runs: [no_run; MAX_SIZE], run_count: 0 };
        let (mut seen, mut rest) = (0_u128, characters);
        while let Some((character, len, after)) = split_run(rest) {
            // One bit for each character of the run.
            let bits = ((1_u128 << len) - 1) << (character - b' ');
            if seen & bits != 0 || alphabet.run_count >= MAX_SIZE {
                return None;
            }
            let first = alphabet.size;
            alphabet.runs[alphabet.run_count] =
                Run { first, distance: character.wrapping_sub(first) };
            alphabet.run_count += 1;
            alphabet.size += len;
            (seen, rest) = (seen | bits, after);
        }
        if rest.is_empty() && alphabet.size >= 2 { Some(alphabet) } else { None }
    }

    const fn known(characters: &[u8]) -> Self {
        match Self::new(characters) {
            Some(alphabet) => alphabet,
            None => panic!("not an alphabet"),
        }
    }

    pub const fn size(&self) -> u8 {
        self.size
    }

    fn runs(&self) -> impl Iterator<Item = &Run> {
        self.runs.iter().take(self.run_count)
    }

    /// Replaces each digit by the character that stands for it.
    // Once in the library, and not once for each alphabet.
    #[inline(never)]
    pub fn encode(&self, digits: &mut [u8]) -> Result<(), Error> {
        let mut chunk = Scratch::<u8, CHUNK>::new();
        digits.chunks_mut(CHUNK).try_for_each(|some| {
            copy(part_mut(&mut *chunk, ..some.len())?, some)?;
            self.encode_all(&mut chunk);
            copy(some, part(&*chunk, ..some.len())?)
        })
    }

    /// All digits move by the distance of the first run, those from the second run on by what its
    /// distance is more, and so on: a compare and an add for all at once.
    pub fn encode_all<const N: usize>(&self, digits: &mut [u8; N]) {
        let mut characters = Scratch::from(digits);
        let mut distance = 0;
        for run in self.runs() {
            let more = run.distance.wrapping_sub(distance);
            for (character, digit) in characters.iter_mut().zip(digits.iter()) {
                *character = character.wrapping_add(more & ct::is_at_least(*digit, run.first));
            }
            distance = run.distance;
        }
        *digits = *characters;
    }

    /// The same for the eight digits that are the bytes of a word. Every sum is one of a digit and the
    /// distance of its run or of one before it: between 32 and 220, it carries into no other byte.
    pub fn encode_word(&self, digits: u64) -> u64 {
        let each = |byte: u8| u64::from_ne_bytes([byte; 8]);
        let mut characters = digits;
        let mut distance = 0_u8;
        for run in self.runs() {
            // In each byte 1 for a digit from here on, else 0.
            let moves = (digits + each(0x80 - run.first)) >> 7 & each(1);
            let (more, less) =
                (run.distance.wrapping_sub(distance), distance.wrapping_sub(run.distance));
            if more < less {
                characters += moves * u64::from(more);
            } else {
                characters -= moves * u64::from(less);
            }
            distance = run.distance;
        }
        characters
    }

    /// The digit that a character stands for, and all ones if it stands for none.
    pub fn decode(&self, character: u8) -> (u8, u8) {
        let nexts = self.runs().skip(1).map(|run| run.first).chain([self.size]);
        self.runs().zip(nexts).fold((0, u8::MAX), |(value, unknown), (run, next)| {
            let digit = character.wrapping_sub(run.distance);
            let mask = ct::is_within(digit, run.first, next - 1);
            (value | digit & mask, unknown & !mask)
        })
    }
}

/// The first character, how many neighbours it begins, and what comes after them; `None` if the first
/// is not printable, or there is none.
const fn split_run(characters: &[u8]) -> Option<(u8, u8, &[u8])> {
    let Some((&first @ b' '..=b'~', mut rest)) = characters.split_first() else {
        return None;
    };
    let mut next = first + 1;
    while let Some((&character, after)) = rest.split_first() {
        if character != next || character > b'~' {
            break;
        }
        (next, rest) = (next + 1, after);
    }
    Some((first, next - first, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_and_characters_are_mapped_both_ways() {
        let all: Vec<u8> = (b' '..=b'~').collect();
        let backwards: Vec<u8> = all.iter().rev().copied().collect();
        let alphabets = [&all[..], &backwards, b"10", b"Zz", b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"];
        for characters in alphabets {
            let alphabet = Alphabet::new(characters).unwrap();
            assert_eq!(usize::from(alphabet.size()), characters.len());
            let mut text: Vec<u8> = (0..alphabet.size()).collect();
            assert_eq!(alphabet.encode(&mut text), Ok(()));
            assert_eq!(text, characters);
            for digits in (0..alphabet.size()).collect::<Vec<_>>().windows(8) {
                let word = u64::from_be_bytes(digits.try_into().unwrap());
                let first = usize::from(digits[0]);
                assert_eq!(alphabet.encode_word(word).to_be_bytes(), characters[first..first + 8]);
                let last = alphabet.encode_word(word.swap_bytes()).to_le_bytes();
                assert_eq!(last, characters[first..first + 8]);
            }
            for character in 0..=u8::MAX {
                let digit = characters.iter().position(|&known| known == character);
                let expected = digit.map_or((0, u8::MAX), |digit| (digit as u8, 0));
                assert_eq!(alphabet.decode(character), expected);
            }
        }
    }

    #[test]
    fn what_is_no_alphabet_is_none() {
        let beyond: [&[u8]; 5] = [b"a\x7f", b"~\x7f", b"\x1fa", b"ab\xff", b"a\0"];
        for characters in [&b""[..], b"a", b"aa", b"aba"].into_iter().chain(beyond) {
            assert!(Alphabet::new(characters).is_none(), "{characters:?}");
        }
    }
}
