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
        let (mut seen, mut expected, mut rest) = (0_u128, 0_u8, characters);
        while let Some((first, len, behind)) = split_run(rest) {
            // One bit for each character of the run.
            let bits = ((1_u128 << len) - 1) << (first - b' ');
            if seen & bits != 0 || alphabet.run_count >= LARGEST {
                return None;
            }
            let gap = first.wrapping_sub(expected);
            alphabet.runs[alphabet.run_count] = (alphabet.size, gap);
            alphabet.run_count += 1;
            alphabet.size += len;
            (seen, expected, rest) = (seen | bits, first + len, behind);
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

/// The first character, how many follow it as neighbours with it counted, and what comes behind them;
/// `None` where the first is not printable, or there is none.
const fn split_run(characters: &[u8]) -> Option<(u8, u8, &[u8])> {
    let Some((&first @ b' '..=b'~', mut rest)) = characters.split_first() else {
        return None;
    };
    let mut next = first + 1;
    while let Some((&character, behind)) = rest.split_first() {
        if character != next || character > b'~' {
            break;
        }
        (next, rest) = (next + 1, behind);
    }
    Some((first, next - first, rest))
}
