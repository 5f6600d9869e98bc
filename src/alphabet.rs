//! Alphabets, and how a digit becomes a character without a look into a table: an index into one
//! would tell the cache which character it was.

#![forbid(unsafe_code)]

use crate::wipe::Scratch;

/// The most characters that an alphabet can have: all of printable ASCII.
pub const LARGEST: usize = 95;

/// 2 to 95 different printable characters.
pub struct Alphabet {
    size: u8,
    /// Where a run of neighbouring characters begins, and the gap before it.
    runs: [(u8, u8); LARGEST],
    run_count: usize,
}

impl Alphabet {
    /// Lower-case hexadecimal.
    pub const HEX: Self = Self::known(b"0123456789abcdef");
    /// Base64url (RFC 4648, section 5).
    pub const URLSAFE64: Self =
        Self::known(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// Digits, capital letters, small letters.
    pub const BASE62: Self =
        Self::known(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// `None` unless the characters are as they must be.
    pub const fn new(characters: &[u8]) -> Option<Self> {
        let mut alphabet = Self { size: 0, runs: [(0, 0); LARGEST], run_count: 0 };
        let (mut seen, mut expected, mut rest) = ([false; 256], 0_u8, characters);
        while let Some((&character, behind)) = rest.split_first() {
            if !matches!(character, b' '..=b'~') || seen[character as usize] {
                return None;
            }
            seen[character as usize] = true;
            let run = alphabet.run_count;
            if character != expected && run < LARGEST {
                alphabet.runs[run] = (alphabet.size, character.wrapping_sub(expected));
                alphabet.run_count = run + 1;
            }
            (expected, rest) = (character + 1, behind);
            alphabet.size += 1;
        }
        if alphabet.size >= 2 { Some(alphabet) } else { None }
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

    /// Replaces each digit by the character that it stands for, in the same time for all.
    ///
    /// Within a run, such as 0-9, digits and characters differ by the same number. Where a run
    /// begins, the digits from there on move by the gap: a compare and an add for all at once.
    pub fn spell<const N: usize>(&self, digits: &mut [u8; N]) {
        let mut characters = Scratch::from(digits);
        for &(place, gap) in self.runs.iter().take(self.run_count) {
            for (character, digit) in characters.iter_mut().zip(digits.iter()) {
                let moves = u8::from(*digit >= place).wrapping_neg();
                *character = character.wrapping_add(gap & moves);
            }
        }
        *digits = *characters;
    }
}
