//! Many values at once, below one bound.

use core::hint::black_box;

use super::{Bound, Word, Words};
use crate::entropy::Source;
use crate::error::Error;
use crate::mem::bytes::{copy, part, part_mut};
use crate::mem::wipe::{Scratch, clean_stack};

/// Values that are drawn at once: their memory stays in the second-level cache.
const DRAWN: usize = 1 << 14;

/// Bytes of words that values are made of at once.
const CHUNK_LEN: usize = 256;

/// Bytes of the stack that values of a chunk use, and the draw of words in place of rejected ones.
const FRAME: usize = 2048;

/// Bytes that one draw in place of rejected words asks for at most: they are seldom many.
const SPARE_LEN: usize = 128;

/// Fills `out` with values of type `T` below `bound`, as they stand in memory: one for each word of type
/// `W`, which is no wider. `N` is how many words a chunk has.
pub fn fill_below<W: Word, T: Word, const N: usize>(
    source: &mut impl Source,
    out: &mut [u8],
    bound: W,
) -> Result<(), Error> {
    const { assert!(N * W::BYTES == CHUNK_LEN) };
    clean_stack::<FRAME, _>(|| fill_chunks::<W, T, N>(source, out, Bound::new(bound)))
}

fn fill_chunks<W: Word, T: Word, const N: usize>(
    source: &mut impl Source,
    out: &mut [u8],
    bound: Bound<W>,
) -> Result<(), Error> {
    // One for each word, and kept from the optimiser: it knows the instruction for the high halves of
    // many products of 16 bits only where it sees no bound repeated.
    let bounds = black_box([bound.bound; N]);
    let mut values = Scratch::<W, N>::new();
    in_chunks(source, out, (W::BYTES, T::BYTES), &mut |source, words, places| {
        while !make_values(&mut values, words, &bounds, bound.threshold) {
            replace_rejected(source, words, bound)?;
        }
        for (place, value) in places.chunks_exact_mut(T::BYTES).zip(values.iter()) {
            T::from_u64(value.to_u64()).store_ne(place);
        }
        Ok(())
    })
}

/// Makes values of a chunk of words, as many as there are places for.
type Make<'a, S> = &'a mut dyn FnMut(&mut S, &mut [u8; CHUNK_LEN], &mut [u8]) -> Result<(), Error>;

/// Draws words into the end of the memory that their values are for, and has values made of them front
/// to back: no value reaches a word that is still to be read.
// Once in the library, and not once for each pair of types.
#[inline(never)]
fn in_chunks<S: Source>(
    source: &mut S,
    out: &mut [u8],
    (word_len, value_len): (usize, usize),
    make: Make<S>,
) -> Result<(), Error> {
    let mut words = Scratch::<u8, CHUNK_LEN>::new();
    for some in out.chunks_mut(DRAWN * value_len) {
        let start = some.len() - some.len() / value_len * word_len;
        source.fill(part_mut(some, start..)?)?;
        let mut done = 0;
        for at in (start..some.len()).step_by(CHUNK_LEN) {
            let len = CHUNK_LEN.min(some.len() - at);
            if len < CHUNK_LEN {
                // For what the last chunk lacks: all ones are accepted for any bound.
                words.fill(u8::MAX);
            }
            copy(part_mut(&mut *words, ..len)?, part(some, at..at + len)?)?;
            let places = part_mut(some, done..done + len / word_len * value_len)?;
            done += places.len();
            make(source, &mut words, places)?;
        }
    }
    Ok(())
}

/// Makes a value of each word; whether all were accepted. A loop without a branch, which the compiler
/// vectorises.
#[inline(never)]
fn make_values<W: Word, const N: usize>(
    values: &mut [W; N],
    words: &[u8; CHUNK_LEN],
    bounds: &[W; N],
    threshold: W,
) -> bool {
    let mut all_accepted = true;
    for ((value, word), bound) in values.iter_mut().zip(words.chunks_exact(W::BYTES)).zip(bounds) {
        let (high, low) = W::load_le(word).widening_mul(*bound);
        *value = high;
        all_accepted &= low >= threshold;
    }
    all_accepted
}

/// Draws the rejected ones of the words anew.
#[cold]
#[inline(never)]
fn replace_rejected<W: Word>(
    source: &mut impl Source,
    words: &mut [u8],
    bound: Bound<W>,
) -> Result<(), Error> {
    let is_rejected = |word: &[u8]| !bound.accepts(W::load_le(word));
    let mut missing = words.chunks_exact(W::BYTES).filter(|word| is_rejected(word)).count();
    let mut block = Scratch::<u8, SPARE_LEN>::new();
    let mut spare = Words::<W, _>::new(source, &mut *block);
    for word in words.chunks_exact_mut(W::BYTES).filter(|word| is_rejected(word)) {
        spare.accepted(bound, missing)?.store_le(word);
        missing -= 1;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use core::mem::MaybeUninit;

    use super::*;
    use crate::entropy::script::{Script, Stuck};

    /// All words of 16 bits one after the other, and all ones in place of a rejected one.
    struct Every(u16);

    impl Source for Every {
        fn fill_uninit(&mut self, out: &mut [MaybeUninit<u8>]) -> Result<(), Error> {
            let are_spare = out.len() <= SPARE_LEN;
            for word in out.chunks_exact_mut(2) {
                let bytes = if are_spare { [0xFF; 2] } else { self.0.to_le_bytes() };
                word.iter_mut().zip(bytes).for_each(|(to, from)| _ = to.write(from));
                self.0 = self.0.wrapping_add(u16::from(!are_spare));
            }
            Ok(())
        }
    }

    #[test]
    fn of_all_words_every_value_is_made_equally_often() {
        for bound in [1, 2, 3, 100, 255, 256, 1000, 32_769, 65_535] {
            let mut out = vec![0; 65_536 * 4];
            assert_eq!(fill_below::<u16, u32, 128>(&mut Every(0), &mut out, bound), Ok(()));
            let bound = usize::from(bound);
            let mut seen = vec![0; bound];
            for value in out.chunks(4) {
                seen[u32::from_ne_bytes(value.try_into().unwrap()) as usize] += 1;
            }
            // All ones stand for the last value, in place of the rejected words.
            seen[bound - 1] -= 65_536 % bound;
            assert!(seen.iter().all(|&times| times == 65_536 / bound), "bound {bound}");
        }
    }

    #[test]
    fn all_ones_are_accepted_for_any_bound() {
        assert!((1..=u16::MAX).all(|bound| Bound::new(bound).accepts(u16::MAX)));
    }

    #[test]
    fn rejected_words_are_replaced_one_by_one() {
        // Bound 200: 256 mod 200 = 56, so a word w is rejected if w * 200 mod 256 < 56.
        let mut values = [0; 8];
        let mut source = Script::new(&[5, 0, 10, 0, 0, 8, 7]);
        assert_eq!(fill_below::<u8, u16, 256>(&mut source, &mut values, 200), Ok(()));
        let expected = [5, 8, 10, 7].map(|word: u16| (word * 200 / 256).to_ne_bytes());
        assert_eq!(values, *expected.as_flattened());
    }

    #[test]
    fn a_source_that_is_always_rejected_is_given_up() {
        let filled = fill_below::<u8, u8, 256>(&mut Stuck(0), &mut [0; 4], 129);
        assert_eq!(filled, Err(Error::EntropyBroken));
    }
}
