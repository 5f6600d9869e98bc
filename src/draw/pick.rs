//! Choosing among elements: choice, choices, sample, weighted index and shuffle.

use core::iter::repeat_n;

use super::int;
use super::sort::sort;
use super::uniform::{Word, draw_indices, retry};
use crate::entropy::Source;
use crate::error::Error;
use crate::mem::bytes::{copy, part, part_mut, split_mut, swap};
use crate::mem::wipe::Scratch;

/// Samples of up to this many elements compare each index with those before it, and keep them on the
/// stack.
const FEW: usize = 128;

/// The same, with less to be wiped.
const VERY_FEW: usize = 16;

/// A sample is sparse if less than one index in this many is taken: then sorting what was drawn
/// beats going through all of them.
const SPARSE: usize = 16;

/// `count` elements of `size` bytes each, one after the other.
#[derive(Clone, Copy)]
pub struct Elements<'a> {
    pub bytes: &'a [u8],
    pub count: usize,
    pub size: usize,
}

impl Elements<'_> {
    /// Copies element `index` over element `place` of `out`.
    fn copy(&self, index: usize, out: &mut [u8], place: usize) -> Result<(), Error> {
        let (from, to) = (index * self.size, place * self.size);
        let from = part(self.bytes, from..from + self.size)?;
        let to = part_mut(out, to..to + self.size)?;
        match self.size {
            // What is chosen most, without a call: integers and pointers.
            4 => copy(part_mut(to, ..4)?, part(from, ..4)?),
            8 => copy(part_mut(to, ..8)?, part(from, ..8)?),
            _ => copy(to, from),
        }
    }

    /// How many elements fit `out`.
    fn fitting(&self, out: &[u8]) -> Result<usize, Error> {
        out.len().checked_div(self.size).ok_or(Error::InvalidArgument)
    }
}

/// Fills `out` with one element.
pub fn choice(source: &mut impl Source, out: &mut [u8], from: Elements) -> Result<(), Error> {
    from.fitting(out)?;
    let mut index = Scratch::<u64, 1>::new();
    let [drawn] = &mut *index;
    int::below(source, drawn, from.count.to_u64())?;
    from.copy(drawn.to_usize(), out, 0)
}

/// Fills `out` with elements, each drawn from all of them.
pub fn choices(source: &mut impl Source, out: &mut [u8], from: Elements) -> Result<(), Error> {
    let k = from.fitting(out)?;
    if from.count == 0 {
        return Err(Error::InvalidArgument);
    }
    let mut places = 0..k;
    draw_indices::<u64>(source, repeat_n(from.count, k), |_, index| {
        places.next().map_or(Ok(()), |place| from.copy(index, out, place))
    })
}

/// Fills `out` with different elements, in the order in which they were drawn.
pub fn sample(source: &mut impl Source, out: &mut [u8], from: Elements) -> Result<(), Error> {
    let k = from.fitting(out)?;
    if k > from.count {
        return Err(Error::InvalidArgument);
    }
    if k > FEW {
        (0..k).try_for_each(|place| from.copy(place, out, place))?;
        reservoir::<u64>(source, k, from.count, |place, index| from.copy(index, out, place))?;
        return shuffle(source, out, from.size);
    }
    if k > VERY_FEW {
        sample_few::<FEW>(source, k, out, from)
    } else {
        sample_few::<VERY_FEW>(source, k, out, from)
    }
}

/// The same for a `k` of up to `N`.
fn sample_few<const N: usize>(
    source: &mut impl Source,
    k: usize,
    out: &mut [u8],
    from: Elements,
) -> Result<(), Error> {
    let mut indices = Scratch::<usize, N>::new();
    let indices = part_mut(&mut *indices, ..k)?;
    sample_indices(source, indices, from.count)?;
    indices.iter().enumerate().try_for_each(|(place, &index)| from.copy(index, out, place))
}

/// Fills `out` with different indices below `count`, in the order in which they were drawn.
// Once in the library, and not once for each of its uses.
#[inline(never)]
pub fn sample_indices(
    source: &mut impl Source,
    out: &mut [usize],
    count: usize,
) -> Result<(), Error> {
    let k = out.len();
    if k > count {
        return Err(Error::InvalidArgument);
    }
    if k <= FEW {
        return draw_few::<u64>(source, out, count);
    }
    if is_sparse(k, count) {
        draw_distinct::<u64>(source, out, count)?;
    } else {
        (0..).zip(out.iter_mut()).for_each(|(index, place)| *place = index);
        reservoir::<u64>(source, k, count, |place, index| {
            *part_mut(out, place)? = index;
            Ok(())
        })?;
    }
    fisher_yates::<u64>(source, k, |i, j| swap(out, i, j))
}

const fn is_sparse(k: usize, count: usize) -> bool {
    k < count / SPARSE
}

/// Fills `out` with different indices below `count`: a uniform set, by as many draws as it has elements
/// (R. W. Floyd; J. Bentley, "Programming Pearls: A Sample of Brilliance", 1987), whose order is made
/// uniform by the next draws.
fn draw_few<W: Word>(
    source: &mut impl Source,
    out: &mut [usize],
    count: usize,
) -> Result<(), Error> {
    let k = out.len();
    let others = count.saturating_sub(k);
    let bound = move |draw| if draw < k { others + draw + 1 } else { draw - k + 2 };
    let mut taken = 0;
    draw_indices::<W>(source, (0..(2 * k).saturating_sub(1)).map(bound), |bound, index| {
        if taken == k {
            return swap(out, index, bound - 1);
        }
        let (drawn, rest) = split_mut(out, taken)?;
        // Looked for in all of them: whether it is a new one can't be predicted.
        let is_known = drawn.iter().fold(false, |known, &other| known | (other == index));
        *part_mut(rest, 0)? = if is_known { bound - 1 } else { index };
        taken += 1;
        Ok(())
    })
}

/// Says which of the first `k` places each later index takes over, if any: the places then hold a
/// uniform set of indices below `count` (A. G. Waterman's reservoir sampling; Knuth, The Art of
/// Computer Programming, volume 2, 3.4.2, algorithm R). Their order is not yet uniform.
fn reservoir<W: Word>(
    source: &mut impl Source,
    k: usize,
    count: usize,
    mut take: impl FnMut(usize, usize) -> Result<(), Error>,
) -> Result<(), Error> {
    draw_indices::<W>(source, (k..count).map(|index| index + 1), |bound, place| {
        if place < k { take(place, bound - 1) } else { Ok(()) }
    })
}

/// Fills `out` with a uniform set of indices below `count`, in ascending order: draws as many as are
/// missing, drops the duplicates, and draws again. Never one too many, so the set is that of the
/// first different indices of one long row of draws, in which no set is favoured.
fn draw_distinct<W: Word>(
    source: &mut impl Source,
    out: &mut [usize],
    count: usize,
) -> Result<(), Error> {
    let mut kept = 0;
    while kept < out.len() {
        kept = retry(|| {
            let mut missing = part_mut(out, kept..)?.iter_mut();
            draw_indices::<W>(source, repeat_n(count, missing.len()), |_, index| {
                *missing.next().ok_or(Error::BufferTooSmall)? = index;
                Ok(())
            })?;
            sort(out, count)?;
            let distinct = drop_duplicates(out)?;
            Ok((distinct > kept).then_some(distinct))
        })?;
    }
    Ok(())
}

/// Moves the first of each run of equal values to the front; how many there are.
fn drop_duplicates(sorted: &mut [usize]) -> Result<usize, Error> {
    let mut kept = 0;
    let mut last = None;
    for i in 0..sorted.len() {
        let value = *part(sorted, i)?;
        if last != Some(value) {
            last = Some(value);
            *part_mut(sorted, kept)? = value;
            kept += 1;
        }
    }
    Ok(kept)
}

/// The index of one weight, each as likely as its share of their sum.
pub fn weighted_index(
    source: &mut impl Source,
    out: &mut usize,
    weights: &[u64],
) -> Result<(), Error> {
    let sum = weights.iter().try_fold(0_u64, |sum, &weight| sum.checked_add(weight));
    let mut drawn = Scratch::<u64, 1>::new();
    let [drawn] = &mut *drawn;
    int::below(source, drawn, sum.ok_or(Error::TooLarge)?)?;
    let mut reached = 0;
    // All weights are looked at, whichever is hit.
    let passed = weights.iter().map(|weight| {
        reached += weight;
        usize::from(reached <= *drawn)
    });
    *out = passed.sum();
    Ok(())
}

/// Brings elements of `size` bytes into an order that is uniform over all orders.
pub fn shuffle(source: &mut impl Source, list: &mut [u8], size: usize) -> Result<(), Error> {
    let count = list.len().checked_div(size).ok_or(Error::InvalidArgument)?;
    match size {
        // What is shuffled most: integers, pointers, indices.
        4 => fisher_yates::<u64>(source, count, |i, j| swap_chunks::<4>(list, i, j)),
        8 => fisher_yates::<u64>(source, count, |i, j| swap_chunks::<8>(list, i, j)),
        _ => fisher_yates::<u64>(source, count, |i, j| swap_elements(list, size, i, j)),
    }
}

/// Says which places of `count` to swap for a uniform order (R. A. Fisher and F. Yates; Knuth, The
/// Art of Computer Programming, volume 2, 3.4.2, algorithm P). Every order of swaps keeps all
/// elements, so nothing is lost if a draw fails.
fn fisher_yates<W: Word>(
    source: &mut impl Source,
    count: usize,
    mut swap: impl FnMut(usize, usize) -> Result<(), Error>,
) -> Result<(), Error> {
    // Upwards, so that the first word, which serves the most bounds, says how few the call needs.
    let bounds = (1..count).map(|last| last + 1);
    draw_indices::<W>(source, bounds, |bound, index| swap(index, bound - 1))
}

/// Swaps two elements of `N` bytes.
fn swap_chunks<const N: usize>(list: &mut [u8], i: usize, j: usize) -> Result<(), Error> {
    let chunk = |at: usize| {
        let element = list.get(at * N..).and_then(|rest| rest.first_chunk::<N>());
        element.copied().ok_or(Error::BufferTooSmall)
    };
    let (a, b) = (chunk(i)?, chunk(j)?);
    copy(part_mut(list, i * N..i * N + N)?, &b)?;
    copy(part_mut(list, j * N..j * N + N)?, &a)
}

/// Swaps two elements of any size.
fn swap_elements(list: &mut [u8], size: usize, i: usize, j: usize) -> Result<(), Error> {
    if i == j {
        return Ok(());
    }
    let (low, high) = (i.min(j) * size, i.max(j) * size);
    let (front, back) = split_mut(list, high)?;
    part_mut(front, low..low + size)?.swap_with_slice(part_mut(back, ..size)?);
    Ok(())
}

#[cfg(test)]
mod tests;
