//! What a password must hold and what it may: four classes of characters, and how many of each it
//! must have at least.

use super::composition::Class;
use crate::error::Error;
use crate::mem::bytes::part;

/// Passwords of fewer characters are weak, whatever they are made of.
const MIN_CHARS: usize = 8;

/// Characters that all classes together can have: printable ASCII without the space.
const MAX_SIZE: usize = 94;

const LOWER: &[u8] = b"abcdefghijklmnopqrstuvwxyz";
const UPPER: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const DIGITS: &[u8] = b"0123456789";
const SYMBOLS: &[u8] = b"!@#$%^&*()-_=+[]{}|;:,.<>?";
const LOOKALIKES: &[u8] = b"0O1lI|";

// Bits of a policy's flags.
pub const NO_LOWER: i32 = 1;
pub const NO_UPPER: i32 = 2;
pub const NO_DIGITS: i32 = 4;
pub const NO_SYMBOLS: i32 = 8;
pub const NO_LOOKALIKES: i32 = 16;
const FLAGS: i32 = NO_LOWER | NO_UPPER | NO_DIGITS | NO_SYMBOLS | NO_LOOKALIKES;

/// What a caller asks of a password.
#[derive(Clone, Copy)]
pub struct Policy<'a> {
    /// How many lower-case letters, upper-case letters, digits and symbols it must hold.
    pub minima: [u32; 4],
    pub flags: i32,
    /// In place of the usual ones.
    pub symbols: Option<&'a [u8]>,
    pub exclude: &'a [u8],
}

impl Default for Policy<'_> {
    fn default() -> Self {
        Self { minima: [1; 4], flags: 0, symbols: None, exclude: &[] }
    }
}

/// The characters that a password is made of, class by class.
pub struct Classes {
    characters: [u8; MAX_SIZE],
    pub classes: [Class; 4],
}

impl Classes {
    /// What a policy leaves for passwords of `nchars` characters.
    pub fn new(policy: &Policy, nchars: usize) -> Result<Self, Error> {
        let symbols = policy.symbols.unwrap_or(SYMBOLS);
        let printable = policy.exclude.iter().all(|character| matches!(character, b' '..=b'~'));
        if policy.flags & !FLAGS != 0 || !are_symbols(symbols) || !printable {
            return Err(Error::InvalidArgument);
        }
        if nchars < MIN_CHARS {
            return Err(Error::Weak);
        }
        let sets = [
            (LOWER, policy.flags & NO_LOWER),
            (UPPER, policy.flags & NO_UPPER),
            (DIGITS, policy.flags & NO_DIGITS),
            (symbols, policy.flags & NO_SYMBOLS),
        ];
        let lookalikes = if policy.flags & NO_LOOKALIKES != 0 { LOOKALIKES } else { &[] };
        let is_allowed = |character| {
            policy.exclude.iter().chain(lookalikes).all(|&excluded| excluded != character)
        };
        // The minimum of a class that is off is not looked at.
        let is_on = sets.map(|(_, off)| off == 0);
        let sets = sets.map(|(set, off)| if off == 0 { set } else { &[] });
        let mut minima = policy.minima;
        minima.iter_mut().zip(is_on).for_each(|(minimum, on)| *minimum *= u32::from(on));
        Self::build(sets, minima, nchars, is_allowed)
    }

    /// Of what is allowed in sets of characters, and how many of each a password of `nchars` must hold.
    pub fn build(
        sets: [&[u8]; 4],
        minima: [u32; 4],
        nchars: usize,
        is_allowed: impl Fn(u8) -> bool,
    ) -> Result<Self, Error> {
        let mut characters = [0; MAX_SIZE];
        let mut places = characters.iter_mut();
        let mut classes = [Class { size: 0, minimum: 0 }; 4];
        let mut required = 0_usize;
        for ((class, set), minimum) in classes.iter_mut().zip(sets).zip(minima) {
            for &character in set {
                if is_allowed(character) {
                    *places.next().ok_or(Error::BufferTooSmall)? = character;
                    class.size += 1;
                }
            }
            class.minimum = usize::try_from(minimum).map_err(|_| Error::Unsatisfiable)?;
            if class.minimum > 0 && class.size == 0 {
                return Err(Error::Unsatisfiable);
            }
            required = required.saturating_add(class.minimum);
        }
        if required > nchars || classes.iter().all(|class| class.size == 0) {
            return Err(Error::Unsatisfiable);
        }
        Ok(Self { characters, classes })
    }

    /// How many characters all classes have.
    #[allow(clippy::cast_possible_truncation)] // At most `MAX_SIZE`.
    pub fn size(&self) -> Result<u8, Error> {
        self.characters().map(|characters| characters.len() as u8)
    }

    /// The characters of all classes, one class after the other.
    pub fn characters(&self) -> Result<&[u8], Error> {
        part(&self.characters, ..self.classes.iter().map(|class| class.size).sum())
    }
}

/// Whether these are one symbol or more, each of them once.
fn are_symbols(symbols: &[u8]) -> bool {
    let mut seen = 0_u128;
    for &symbol in symbols {
        let bit = 1 << (symbol & 0x7F);
        if !symbol.is_ascii_punctuation() || seen & bit != 0 {
            return false;
        }
        seen |= bit;
    }
    seen != 0
}

#[cfg(test)]
mod tests;
