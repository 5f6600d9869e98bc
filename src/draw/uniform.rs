//! Random words of 8 to 64 bits, and values below a bound, each exactly equally likely: here alone a
//! word is accepted or rejected, and here alone a draw is tried again.

mod many;

pub use self::many::fill_below;

use core::marker::PhantomData;

use zeroize::DefaultIsZeroes;

use crate::entropy::Source;
use crate::error::Error;
use crate::mem::bytes::{part, part_mut};
use crate::mem::wipe::{Scratch, clean_stack};

/// How often in a row a draw may be rejected. Each is accepted with a chance of at least one half:
/// an honest source gets here once in 2^128 calls.
pub const MAX_REJECTIONS: u32 = 128;

/// Tries until a draw is accepted, which is `Some`.
pub fn retry<T>(mut draw: impl FnMut() -> Result<Option<T>, Error>) -> Result<T, Error> {
    for _ in 0..MAX_REJECTIONS {
        if let Some(accepted) = draw()? {
            return Ok(accepted);
        }
    }
    Err(Error::EntropyBroken)
}

/// An unsigned integer that a random word can be. The library draws words of 16, 32 and 64 bits;
/// those of 8 are there for tests, which can enumerate them.
pub trait Word: Copy + Ord + DefaultIsZeroes {
    const BYTES: usize;
    const BITS: u32;

    /// The word whose little-endian bytes these are, exactly `BYTES` of them.
    fn load_le(bytes: &[u8]) -> Self;
    /// Stores the word into `BYTES` bytes, little-endian.
    fn store_le(self, bytes: &mut [u8]);
    /// Stores the word into `BYTES` bytes as this machine has it in memory.
    fn store_ne(self, bytes: &mut [u8]);
    /// The product's high and low half.
    fn widening_mul(self, other: Self) -> (Self, Self);
    /// 2^BITS mod self; 0 for 0.
    fn threshold(self) -> Self;
    fn to_u64(self) -> u64;
    fn to_usize(self) -> usize;
    /// The value's low `BITS` bits.
    fn from_u64(value: u64) -> Self;
    /// The value's low `BITS` bits.
    fn from_usize(value: usize) -> Self;
}

macro_rules! word {
    ($word:ty, $wide:ty) => {
        #[allow(clippy::cast_possible_truncation, clippy::cast_lossless)]
        impl Word for $word {
            const BYTES: usize = size_of::<Self>();
            const BITS: u32 = Self::BITS;

            fn load_le(bytes: &[u8]) -> Self {
                bytes.try_into().map_or(0, Self::from_le_bytes)
            }

            fn store_le(self, bytes: &mut [u8]) {
                bytes.iter_mut().zip(self.to_le_bytes()).for_each(|(to, from)| *to = from);
            }

            fn store_ne(self, bytes: &mut [u8]) {
                bytes.iter_mut().zip(self.to_ne_bytes()).for_each(|(to, from)| *to = from);
            }

            fn widening_mul(self, other: Self) -> (Self, Self) {
                let product = self as $wide * other as $wide;
                ((product >> Self::BITS) as Self, product as Self)
            }

            fn threshold(self) -> Self {
                self.wrapping_neg().checked_rem(self).unwrap_or(0)
            }

            fn to_u64(self) -> u64 {
                self as u64
            }

            fn to_usize(self) -> usize {
                self as usize
            }

            fn from_u64(value: u64) -> Self {
                value as Self
            }

            fn from_usize(value: usize) -> Self {
                value as Self
            }
        }
    };
}

word!(u8, u16);
word!(u16, u32);
word!(u32, u64);
word!(u64, u128);
word!(usize, u128);

/// A bound, and what decides which words may stand for a value below it.
///
/// The high half of a word times the bound is a value below the bound, and exactly uniform once the
/// words whose low half is below 2^BITS mod bound are rejected (D. Lemire, "Fast Random Integer
/// Generation in an Interval", 2019; proofs/lemire.v).
#[derive(Clone, Copy)]
pub struct Bound<W> {
    bound: W,
    /// Computed before any word is seen. Most words are accepted without it, but whether one is tells
    /// of its value.
    threshold: W,
}

impl<W: Word> Bound<W> {
    pub fn new(bound: W) -> Self {
        Self { bound, threshold: bound.threshold() }
    }

    /// The value that a word stands for, and whether the word is accepted.
    pub fn value(self, word: W) -> (W, bool) {
        let (value, low) = word.widening_mul(self.bound);
        (value, low >= self.threshold)
    }

    /// A word to be accepted or rejected by its low half, of which several values can be made.
    pub fn accepts(self, word: W) -> bool {
        self.value(word).1
    }
}

/// Bytes that one draw asks for at most: enough to make the call's price small, and little enough
/// for the stack of a signal handler.
pub const BLOCK_LEN: usize = 512;

/// The same for no more values than this, with less to be zeroed and wiped.
const SHORT_BLOCK_LEN: usize = 64;

/// Bytes of the stack that a draw of many values uses beside its block.
const FRAME: usize = 512;

/// A supply of words, drawn a block at a time.
struct Words<'a, W: Word, S: Source> {
    source: &'a mut S,
    block: &'a mut [u8],
    at: usize,
    end: usize,
    kind: PhantomData<W>,
}

impl<'a, W: Word, S: Source> Words<'a, W, S> {
    fn new(source: &'a mut S, block: &'a mut [u8]) -> Self {
        Self { source, block, at: 0, end: 0, kind: PhantomData }
    }

    /// The next word; if one has to be drawn first, as many as the caller still expects to need.
    fn next(&mut self, expected: usize) -> Result<W, Error> {
        if self.at >= self.end {
            let nbytes = expected.max(1).min(self.block.len() / W::BYTES) * W::BYTES;
            self.source.fill(part_mut(self.block, ..nbytes)?)?;
            (self.at, self.end) = (0, nbytes);
        }
        let word = W::load_le(part(self.block, self.at..self.at + W::BYTES)?);
        self.at += W::BYTES;
        Ok(word)
    }

    fn accepted(&mut self, bound: Bound<W>, expected: usize) -> Result<W, Error> {
        retry(|| self.next(expected).map(|word| bound.accepts(word).then_some(word)))
    }
}

/// A value below `bound`, of a word that is drawn by itself.
pub fn below<W: Word>(source: &mut impl Source, bound: W) -> Result<W, Error> {
    let bound = Bound::new(bound);
    let mut bytes = Scratch::<u8, 8>::new();
    let bytes = part_mut(&mut *bytes, ..W::BYTES)?;
    retry(|| {
        source.fill(bytes)?;
        let (value, accepted) = bound.value(W::load_le(bytes));
        Ok(accepted.then_some(value))
    })
}

/// Draws an index below each of the bounds, in their order, and hands both to `take`.
///
/// One word serves several bounds: as a number in a mixed radix, whose digits are uniform together
/// once the word is accepted for the product of the bounds (N. Brackett-Rozinsky and D. Lemire,
/// "Batched Ranged Random Integer Generation", 2024). No bound may be 0.
pub fn draw_indices<W: Word>(
    source: &mut impl Source,
    mut bounds: impl ExactSizeIterator<Item = usize> + Clone,
    mut take: impl FnMut(usize, usize) -> Result<(), Error>,
) -> Result<(), Error> {
    with_block(bounds.len(), &mut |block| {
        let mut words = Words::<W, _>::new(source, block);
        while bounds.len() > 0 {
            let (grouped, product) = group::<W>(bounds.clone());
            let expected = bounds.len().div_ceil(grouped.max(1));
            let mut word = words.accepted(Bound::new(product), expected)?;
            for bound in bounds.by_ref().take(grouped) {
                let (index, rest) = word.widening_mul(W::from_usize(bound));
                word = rest;
                take(bound, index.to_usize())?;
            }
        }
        Ok(())
    })
}

/// Lends `body` memory for the words that `count` values are made of.
fn with_block(
    count: usize,
    body: &mut dyn FnMut(&mut [u8]) -> Result<(), Error>,
) -> Result<(), Error> {
    const SHORT: usize = SHORT_BLOCK_LEN + FRAME;
    const LONG: usize = BLOCK_LEN + FRAME;
    if count <= SHORT_BLOCK_LEN {
        clean_stack::<SHORT, _>(|| body(&mut *Scratch::<u8, SHORT_BLOCK_LEN>::new()))
    } else {
        clean_stack::<LONG, _>(|| body(&mut *Scratch::<u8, BLOCK_LEN>::new()))
    }
}

/// How many of the bounds one word has room for, one at least, and their product: at most a 16th of
/// the words there are, so that few are rejected, unless the first bound alone is above.
fn group<W: Word>(bounds: impl Iterator<Item = usize>) -> (usize, W) {
    let (mut grouped, mut product) = (0, W::from_usize(1));
    for bound in bounds {
        let (high, low) = product.widening_mul(W::from_usize(bound));
        if grouped > 0 && (high.to_u64() > 0 || low.to_u64() >> (W::BITS - 4) > 0) {
            break;
        }
        (grouped, product) = (grouped + 1, low);
    }
    (grouped, product)
}

#[cfg(test)]
mod tests;
