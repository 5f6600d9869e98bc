//! Random words of 8 to 64 bits: drawn a block at a time, wiped afterwards, and free of bias.

#![forbid(unsafe_code)]

use core::marker::PhantomData;

use crate::error::{Error, MISSES};
use crate::source::Source;
use crate::wipe::{Scratch, clean_stack};

/// An unsigned integer that a random word can be.
///
/// Multiplying a word by a bound and keeping the high half gives a value below the bound; it is
/// exactly uniform once the words whose low half is under 2^BITS mod bound are drawn again
/// (D. Lemire, "Fast Random Integer Generation in an Interval", 2019).
pub trait Word: Copy + Ord {
    const BYTES: usize;
    const BITS: u32;

    /// The word that these bytes spell; 0 unless there are exactly `BYTES` of them.
    fn read(bytes: &[u8]) -> Self;
    /// Spells the word into exactly `BYTES` bytes.
    fn write(self, bytes: &mut [u8]);
    /// The product's high and low half.
    fn times(self, bound: Self) -> (Self, Self);
    /// 2^BITS mod self; 0 for 0.
    fn threshold(self) -> Self;
    fn to_u64(self) -> u64;
    fn to_usize(self) -> usize;
    /// The value's low `BITS` bits.
    fn from_u64(value: u64) -> Self;
    /// The value's low `BITS` bits.
    fn from_usize(value: usize) -> Self;

    /// Whether this word may stand for a value below `bound`, of which `threshold` is that.
    ///
    /// Of a word that may, nothing else shows: most would do without the threshold, but whether one
    /// does tells of the value.
    fn is_fair(self, bound: Self, threshold: Self) -> bool {
        let (_, low) = self.times(bound);
        low >= threshold
    }
}

macro_rules! word {
    ($word:ty, $wide:ty) => {
        #[allow(clippy::cast_possible_truncation, clippy::cast_lossless)]
        impl Word for $word {
            const BYTES: usize = size_of::<Self>();
            const BITS: u32 = Self::BITS;

            fn read(bytes: &[u8]) -> Self {
                bytes.try_into().map_or(0, Self::from_le_bytes)
            }

            fn write(self, bytes: &mut [u8]) {
                for (to, from) in bytes.iter_mut().zip(self.to_le_bytes()) {
                    *to = from;
                }
            }

            fn times(self, bound: Self) -> (Self, Self) {
                let product = self as $wide * bound as $wide;
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

/// Bytes that one draw asks for at most: enough to make the call's price small, and little enough
/// for the stack of a signal handler.
pub const BLOCK: usize = 1024;

/// Bytes of the stack that a draw of many indices uses.
const FRAME: usize = BLOCK + 512;

/// A supply of words.
struct Words<'a, W: Word, S: Source> {
    source: &'a mut S,
    block: Scratch<BLOCK>,
    at: usize,
    end: usize,
    kind: PhantomData<W>,
}

impl<'a, W: Word, S: Source> Words<'a, W, S> {
    fn new(source: &'a mut S) -> Self {
        Self { source, block: Scratch::new(), at: 0, end: 0, kind: PhantomData }
    }

    /// The next word; where one has to be drawn first, as many as the caller still expects to need.
    fn next(&mut self, expected: usize) -> Result<W, Error> {
        if self.at >= self.end {
            let drawn = expected.clamp(1, BLOCK / W::BYTES) * W::BYTES;
            self.source.fill(self.block.get_mut(..drawn).unwrap_or_default())?;
            (self.at, self.end) = (0, drawn);
        }
        let word = self.block.get(self.at..self.at + W::BYTES).unwrap_or_default();
        self.at += W::BYTES;
        Ok(W::read(word))
    }

    /// A word that may stand for a value below `bound`.
    fn fair(&mut self, bound: W, expected: usize) -> Result<W, Error> {
        let threshold = bound.threshold();
        for _ in 0..MISSES {
            let word = self.next(expected)?;
            if word.is_fair(bound, threshold) {
                return Ok(word);
            }
        }
        Err(Error::EntropyBroken)
    }
}

/// One word that may stand for a value below `bound`, drawn by itself.
pub fn fair<W: Word>(source: &mut impl Source, bound: W) -> Result<W, Error> {
    let threshold = bound.threshold();
    let mut bytes = Scratch::<8>::new();
    let bytes = bytes.get_mut(..W::BYTES).unwrap_or_default();
    for _ in 0..MISSES {
        source.fill(bytes)?;
        let word = W::read(bytes);
        if word.is_fair(bound, threshold) {
            return Ok(word);
        }
    }
    Err(Error::EntropyBroken)
}

/// Draws an index below each of the bounds, in their order, and hands both to `take`.
///
/// One word serves several bounds: as a number in a mixed radix, whose digits are uniform together
/// once the word is fair for the product of the bounds (N. Brackett-Rozinsky and D. Lemire,
/// "Batched Ranged Random Integer Generation", 2024). No bound may be 0.
pub fn draw_each<W: Word>(
    source: &mut impl Source,
    mut bounds: impl Iterator<Item = usize> + Clone,
    mut take: impl FnMut(usize, usize),
) -> Result<(), Error> {
    clean_stack::<FRAME, _>(|| {
        let mut words = Words::<W, _>::new(source);
        loop {
            let (grouped, product) = group::<W>(bounds.clone());
            if grouped == 0 {
                return Ok(());
            }
            let (bounds_left, _) = bounds.size_hint();
            let mut word = words.fair(product, bounds_left.div_ceil(grouped))?;
            for bound in bounds.by_ref().take(grouped) {
                let (index, rest) = word.times(W::from_usize(bound));
                word = rest;
                take(bound, index.to_usize());
            }
        }
    })
}

/// How many of the bounds one word has room for, and their product: at most a 16th of the words
/// there are, so that few are unfair, unless the first bound alone is above.
fn group<W: Word>(bounds: impl Iterator<Item = usize>) -> (usize, W) {
    let (mut grouped, mut product) = (0, W::from_usize(1));
    for bound in bounds {
        let (high, low) = product.times(W::from_usize(bound));
        if grouped > 0 && (high.to_u64() > 0 || low.to_u64() >> (W::BITS - 4) > 0) {
            break;
        }
        (grouped, product) = (grouped + 1, low);
    }
    (grouped, product)
}

/// Fills `block` with words that may each stand for a value below `bound`.
pub fn fill_fair<W: Word>(
    source: &mut impl Source,
    block: &mut [u8],
    bound: W,
) -> Result<(), Error> {
    source.fill(block)?;
    let threshold = bound.threshold();
    let unfair = |word: &[u8]| !W::read(word).is_fair(bound, threshold);
    // Counted over the whole block first: a loop without a branch, which the compiler vectorises.
    let mut missing = block.chunks_exact(W::BYTES).map(|word| usize::from(unfair(word))).sum();
    if missing > 0 {
        let mut spare = Words::<W, _>::new(source);
        for word in block.chunks_exact_mut(W::BYTES).filter(|word| unfair(word)) {
            spare.fair(bound, missing)?.write(word);
            missing -= 1;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::script::{Script, Stuck};

    #[test]
    fn every_value_below_a_bound_has_equally_many_words() {
        for bound in 1..=256_u32 {
            let mut seen = vec![0_u32; bound as usize];
            let threshold = (bound as u16).threshold();
            for word in (0..=u16::MAX).filter(|word| word.is_fair(bound as u16, threshold)) {
                seen[word.times(bound as u16).0 as usize] += 1;
            }
            assert!(seen.iter().all(|&times| times == 65536 / bound), "bound {bound}");
        }
    }

    #[test]
    fn the_threshold_is_what_divides_the_words_evenly() {
        for bound in 1..=u16::MAX {
            assert_eq!(u32::from(bound.threshold()), 65536 % u32::from(bound));
        }
        assert_eq!(((1_u64 << 63) + 1).threshold(), (1 << 63) - 1);
        assert_eq!(0_u8.threshold(), 0);
    }

    #[test]
    fn a_supply_draws_as_many_as_are_expected() {
        let script = [7; 64];
        let mut source = Script::new(&script);
        let mut words = Words::<u16, _>::new(&mut source);
        for left in (1..=5).rev() {
            assert_eq!(words.fair(1, left.min(3)), Ok(0x0707));
        }
        drop(words);
        assert_eq!((source.calls(), source.left()), (2, 54));
    }

    #[test]
    fn a_source_that_always_misses_is_given_up() {
        assert_eq!(fair::<u8>(&mut Stuck(0), 129), Err(Error::EntropyBroken));
        assert_eq!(Words::<u8, _>::new(&mut Stuck(0)).fair(129, 1), Err(Error::EntropyBroken));
        assert_eq!(fill_fair::<u8>(&mut Stuck(0), &mut [0; 4], 129), Err(Error::EntropyBroken));
    }

    #[test]
    fn the_128th_draw_may_still_succeed() {
        let mut script = [0; 128];
        script[127] = 255;
        assert_eq!(fair::<u8>(&mut Script::new(&script), 129), Ok(255));
    }

    #[test]
    fn unfair_words_of_a_block_are_replaced_one_by_one() {
        // Bound 200: 256 mod 200 = 56, so a word w is unfair when w * 200 mod 256 < 56.
        let mut block = [0; 4];
        assert_eq!(
            fill_fair::<u8>(&mut Script::new(&[5, 0, 10, 0, 0, 8, 7]), &mut block, 200),
            Ok(())
        );
        assert_eq!(block, [5, 8, 10, 7]);
    }
}
